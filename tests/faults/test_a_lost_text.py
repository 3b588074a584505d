"""A3, A4, A5, A9: whole files, headings, values and comments that nobody was told about."""

from __future__ import annotations

import pytest

from journeybook.diff.compare import compare
from journeybook.diff.read_revisions import read_revisions
from journeybook.outputs.site import check
from journeybook.schema.read import read_site
from sample import INFO

BUY = "content/journeys/ana/buy.md"
HEAD = "---\ntitle: I buy\n---\n"
BODY = "## Awareness\n### I look {#look}\n- does: reads\n"
CONFLICT = "<<<<<<< HEAD\n{}\n||||||| base\n{}\n=======\n{}\n>>>>>>> topic\n"


def findings_of(path: str, text: str) -> list[str]:
    """Code, line, message and hint of each finding about a file."""
    _, findings = read_site({"site.yaml": b"title: Maps\n", path: text.encode()})
    return [
        f"{finding.code} {finding.span.line} {finding.message}; {finding.hint}"
        for finding in findings
        if finding.span.file == path
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (BUY, HEAD + BODY + CONFLICT.format("- pain: a", "- pain: b", "- pain: c")),
        (BUY, HEAD + BODY + "\n" + CONFLICT.format("One.", "Two.", "Three.")),
        (BUY, "---\n" + CONFLICT.format("title: A", "title: B", "title: C") + "---\n" + BODY),
        ("site.yaml", "title: Maps\n" + CONFLICT.format("language: en", "", "language: hu")),
        (
            "content/metrics/wins.csv",
            "date,value\n" + CONFLICT.format("2026-01-01,1", "", "2026-01-01,2"),
        ),
        ("content/pages/about.md", HEAD + CONFLICT.format("Old.", "", "New.")),
        ("content/touchpoints/web.md", HEAD + ">>>>>>> topic\n"),
    ],
)
def test_a3_conflict_markers_are_one_error_in_any_file(path: str, text: str) -> None:
    (finding,) = [line for line in findings_of(path, text) if not line.startswith("JB125")]
    assert finding.startswith("JB108")
    assert "merge conflict markers on line" in finding


def test_a3_the_message_names_the_lines() -> None:
    text = HEAD + BODY + CONFLICT.format("- pain: a", "- pain: b", "- pain: c")
    (finding,) = findings_of(BUY, text)
    assert finding == (
        "JB108 7 merge conflict markers on lines 7, 9, 11, 13; "
        "keep one of the two versions, and delete the lines with the markers"
    )


def test_a3_c21_a_comparison_names_the_file_and_invents_no_losses() -> None:
    before = {"site.yaml": b"title: Maps\n", BUY: (HEAD + BODY).encode()}
    after = {**before, BUY: (HEAD + CONFLICT.format(BODY, "", BODY)).encode()}
    both = read_revisions(before, after)
    changes = compare(both.before, both.after, unreadable=both.unreadable, touched=both.touched)
    assert not changes.changes
    assert not changes.is_whole
    assert [fault.path for fault in changes.unreadable] == [BUY]


def steps_of(body: str) -> list[tuple[str, list[str], int]]:
    """Title, steps and number of facts of each stage."""
    documents, _ = read_site({"site.yaml": b"title: Maps\n", BUY: (HEAD + body).encode()})
    (journey,) = documents.documents
    return [
        (
            stage.title,
            [step.title for step in stage.steps],
            sum(len(step.facts) for step in stage.steps),
        )
        for stage in journey.stages  # type: ignore[union-attr]
    ]


@pytest.mark.parametrize("indent", [" ", "  ", "   "])
def test_a4_a_heading_may_be_indented_as_markdown_allows(indent: str) -> None:
    body = f"{indent}## Awareness\n{indent}### I look {{#look}}\n- does: reads\n"
    assert steps_of(body) == [("Awareness", ["I look"], 1)]


@pytest.mark.parametrize(
    ("body", "line", "corrected"),
    [
        ("Awareness\n---------\n### I look\n- does: reads\n", 4, "## Awareness"),
        ("Awareness\n=========\n", 4, "## Awareness"),
        (BODY + "\t## Decision\n", 7, "## Decision"),
        (BODY + "\u00a0## Decision\n", 7, "## Decision"),
        (BODY + "     ### I buy\n", 7, "### I buy"),
    ],
)
def test_a4_a_heading_that_is_not_read_is_an_error_at_its_line(
    body: str, line: int, corrected: str
) -> None:
    found = [finding for finding in findings_of(BUY, HEAD + body) if finding.startswith("JB145")]
    assert len(found) == 1
    assert found[0].startswith(f"JB145 {line} ")
    assert f"`{corrected}`" in found[0]


def test_a4_a_rule_below_a_blank_line_or_a_list_is_no_heading() -> None:
    body = BODY + "\nA story.\n\n---\n\n- one\n- two\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert not [finding for finding in findings_of(BUY, HEAD + body) if "JB145" in finding]


def test_a4_a_comment_between_a_step_and_its_facts_is_dropped() -> None:
    body = (
        BODY.replace("- does", "<!-- ask legal -->\n- does") + "<!-- one\nmore -->\n- pain: dear\n"
    )
    assert steps_of(body) == [("Awareness", ["I look"], 2)]
    assert findings_of(BUY, HEAD + body) == []


def test_a4_a_step_below_notes_is_an_error() -> None:
    body = "## Method {.notes}\nWe asked.\n\n### I look\n- does: reads\n"
    (finding,) = findings_of(BUY, HEAD + body)
    assert finding.startswith("JB137 7 the step `I look` is below the notes `Method`")


@pytest.mark.parametrize(
    "line",
    ["goal: #1 for fleets", "owner: #crew", "tags: #one, #two", "tags:\n  - #one", "goal: best #1"],
)
def test_a5_a_value_that_a_number_sign_cuts_off_is_an_error(line: str) -> None:
    found = findings_of(BUY, f"---\ntitle: I buy\n{line}\n---\n{BODY}")
    assert any(
        finding.startswith("JB114") and "put the value in quotes" in finding for finding in found
    )


def test_a5_a_comment_with_a_blank_is_a_comment() -> None:
    assert findings_of(BUY, f"---\ntitle: I buy  # for now\nowner: # nobody yet\n---\n{BODY}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Before <!-- TODO ask legal --> after.",
        "<!-- TODO ask legal -->",
        "One.\n\n<!--\nTODO ask legal\n-->\n\nTwo.",
        "- pain: dear <!-- TODO ask legal -->",
    ],
)
def test_a9_comments_are_never_published(text: str) -> None:
    files = {
        "site.yaml": b"title: Maps\n",
        BUY: (HEAD + BODY + text + "\n").encode(),
        "content/pages/about.md": (HEAD + text + "\n").encode(),
    }
    checked = check(files, INFO)
    assert "TODO" not in repr(list(checked.catalog.documents.values()))
    assert not [finding for finding in checked.diagnostics if finding.code == "JB162"]


def test_a9_a_comment_in_code_and_one_that_is_never_closed_are_text() -> None:
    text = "Write `<!-- note -->` like this.\n\n```\n<!-- kept -->\n```\n\nAn <!-- open one.\n"
    checked = check(
        {"site.yaml": b"title: Maps\n", "content/pages/a.md": (HEAD + text).encode()}, INFO
    )
    shown = repr(list(checked.catalog.documents.values()))
    assert "<!-- note -->" in shown
    assert "<!-- kept -->" in shown
    assert "An <!-- open one." in shown


def facts_of(line: str) -> tuple[str, str, tuple[str, ...]]:
    """Text, severity and tags of the fact on one line."""
    documents, _ = read_site(
        {"site.yaml": b"title: Maps\n", BUY: (HEAD + BODY + line + "\n").encode()}
    )
    (journey,) = documents.documents
    fact = journey.stages[0].steps[0].facts[-1]  # type: ignore[union-attr]
    return fact.payload.text, fact.marks.severity, fact.marks.tags  # type: ignore[union-attr]


def test_a2_capitals_are_read_and_escaped_markers_are_text() -> None:
    assert facts_of("- pain: dear !High") == ("dear", "high", ())
    assert facts_of(r"- pain: We must act \!now") == ("We must act !now", "", ())
    assert facts_of(r"- pain: written x\^y \^2") == (r"written x\^y ^2", "", ())
    assert facts_of(r"- pain: set of \{a}") == ("set of {a}", "", ())


@pytest.mark.parametrize(
    ("line", "corrected"),
    [
        ("- pain: dear !hihg", "!high"),
        ("- pain: dear ! high", "!high"),
        ("- pain: dear ！High", "!high"),
        ("- pain: dear !meduim", "!medium"),
        ("- pain: dear !lwo", "!low"),
        ("- pain: dear ^ i01", "^i01"),
        ("- pain: dear { #dear }", "{#dear}"),
        ("- pain: dear {dear}", "{#dear}"),
    ],
)
def test_a2_a_marker_that_is_almost_right_is_an_error(line: str, corrected: str) -> None:
    (finding,) = findings_of(BUY, HEAD + BODY + line + "\n")
    assert finding.startswith("JB136 7 ")
    assert f"`{corrected}`" in finding


@pytest.mark.parametrize("tag", ["now", "objection", "log", "legal", "hi"])
def test_a2_another_word_is_a_tag(tag: str) -> None:
    assert facts_of(f"- pain: dear !{tag}") == ("dear", "", (tag,))


def test_a2_months_with_a_capital_are_not_minutes() -> None:
    (finding,) = findings_of(BUY, f"---\ntitle: I buy\nlength: 9M\n---\n{BODY}")
    assert "`9M`" in finding
    assert findings_of(BUY, f"---\ntitle: I buy\nlength: 9mo\n---\n{BODY}") == []

"""Changes as text, comment and annotations: what a reader sees, and that author text stays text."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeybook.diff.align import aligned
from journeybook.diff.change import Change, Changes, Element, Impact, Match, Pair, Unreadable
from journeybook.publish.untrusted import read_comment
from journeybook.report.changes_github import as_annotations
from journeybook.report.changes_markdown import BUDGET, Links, as_comment, marker_of
from journeybook.report.changes_text import as_text
from journeybook.report.safe_markdown import safe
from journeybook.schema.values import Ref
from journeybook.text import Span, utf16_length
from sites import BUY, site

sys.path.append(str(Path(__file__).parents[1] / "diff"))
REPOSITORY = "https://host.example/acme/maps"
HOSTILE = [
    "@everyone", "@all please", "see #123", "GH-12", "org/repo#5", "!77", "https://evil.test/x", "www.evil.test", "a@b.example",
    "<img src=x onerror=alert(1)>", "```\nfence", "~~~", "`code`", "[click](https://evil.test)", "![x](https://evil.test/y.png)",
    "<!-- journeybook-review -->", "✅ approved", "| a | b |", "deadbeefcafe1234", "\u202egnp.exe", "&lt;b&gt;", "# heading", "/merge",
    "$\\sqrt{x}$", "{{x}}", "\r\n::error::x", "%0A", "<details>", "\\@all", "&#64;all", "ftp://x", "mailto:a@b.c", "***", "- [ ] task",
    "group/project!5", "~label", "%milestone", "[[wiki]]", "[^1]", ":tada:",
]  # fmt: skip


def change(
    title: str = "I look",
    impact: Impact = Impact.HIGH,
    code: str = "JD202",
    number: int = 1,
    **more: object,
) -> Change:
    span = Span(BUY, number, 1, number, 9)
    element = Element("step", Ref("journey", "ana/buy"), "look", title, "Awareness")
    fields = {
        "old": title,
        "new": title,
        "before": span,
        "near": span,
        "fingerprint": f"{number:012x}",
        **more,
    }
    return Change(code, impact, element, **fields)  # type: ignore[arg-type]


def changes(*found: Change, **more: object) -> Changes:
    return Changes(
        found, "main", "HEAD", (Pair("ana/buy", "ana/buy", Match("id"), "I buy"),), **more
    )  # type: ignore[arg-type]


def rendered(comment: str) -> str:
    """A comment as a host sees it after Markdown: entities and escapes undone, which is where it looks for mentions."""
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", comment)
    return text.replace("&#8203;", "\u200b")


LIVE = re.compile(
    r"@\w|(?<![\w&])#\d|\bGH-\d|https?://evil|(?i:www)\.evil|[\w.]@[\w.]|(?<!\w)![0-9]|(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])"
)


@pytest.mark.parametrize("text", HOSTILE)
def test_g6_author_text_mentions_no_one_and_links_nowhere(text: str) -> None:
    made = safe(text)
    assert "\n" not in made
    assert not LIVE.search(rendered(made))
    assert not re.search(r"(?<!\\)[<>`\[\]|*_]", made), made
    assert "\u202e" not in made


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6)), max_size=6).map("".join))
def test_g6_any_combination_of_dangerous_parts(text: str) -> None:
    made = safe(text)
    assert not LIVE.search(rendered(made))
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>`\[\]]", made.replace("&#8203;", "\u200b"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=300)), max_size=8),
    st.integers(0, 800),
    st.integers(3_000, BUDGET),
)
def test_g6_a_comment_never_exceeds_its_budget_and_holds_no_live_mention(
    texts: list[str], number: int, budget: int
) -> None:
    words = texts or ["x"]
    found = [
        change(words[at % len(words)], list(Impact)[at % 4], number=at + 1) for at in range(number)
    ]
    faults = tuple(Unreadable(text, "head", text, Span(text, 1, 1, 1, 2)) for text in texts)
    comment = as_comment(
        changes(*found, unreadable=faults),
        Links(REPOSITORY, "shop/", "https://page.example/"),
        budget=budget,
    )
    assert utf16_length(comment) <= budget
    assert comment.startswith(f"{marker_of('shop/')}\n")
    assert comment.count("<!--") == 1
    assert not LIVE.search(rendered(re.sub(r"\]\([^)]*\)", "]", comment)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)), min_size=1, max_size=6))
def test_g6_every_comment_passes_the_check_for_untrusted_comments(texts: list[str]) -> None:
    found = [change(text, list(Impact)[at % 4], number=at + 1) for at, text in enumerate(texts)]
    faults = tuple(Unreadable(text, "head", text, Span(text, 1, 1, 1, 2)) for text in texts)
    comment = as_comment(changes(*found, unreadable=faults), Links(REPOSITORY, "shop/"))
    assert read_comment(comment.encode("utf-8", "surrogatepass"), REPOSITORY) == comment


def test_what_matters_most_is_kept_when_there_is_no_room() -> None:
    found = [change(f"low {n}", Impact.LOW, number=n + 1) for n in range(100)] + [
        change("the worst", number=200)
    ]
    comment = as_comment(changes(*found), budget=4_000)
    assert "the worst" in comment
    assert re.search(r"\*\*\d+ more changes\*\* do not fit here", comment)


def test_links_lead_to_both_revisions_and_to_the_comparison() -> None:
    links = Links(REPOSITORY, "shop/", "https://page.example/x")
    comment = as_comment(
        changes(change(after=Span(BUY, 7, 1, 7, 2)), revisions=("a" * 40, "b" * 40)), links
    )
    assert f"[before]({REPOSITORY}/blob/{'a' * 40}/shop/{BUY}#L1)" in comment
    assert f"[after]({REPOSITORY}/blob/{'b' * 40}/shop/{BUY}#L7)" in comment
    assert "[compare](https://page.example/x#c-000000000001)" in comment


def test_a_comment_draws_both_curves_in_one_chart() -> None:
    before, after = (
        site(
            {
                BUY: f"---\ntitle: I buy\n---\n## Awareness\n### A\n- emotion: 0 x\n### B\n- emotion: {end} y\n"
            }
        ).journey()
        for end in ("-2", "+2")
    )
    comment = as_comment(changes(change()), curves=[("I buy", aligned(before, after))])
    assert "```mermaid\n" in comment
    assert "  line [0, -2]\n  line [0, 2]\n" in comment


def test_annotations_are_ten_of_a_level_and_count_the_rest() -> None:
    found = [change(number=n + 1) for n in range(14)] + [change("low", Impact.LOW, number=99)]
    lines = as_annotations(changes(*found), "shop/").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::notice", "Map"]
    assert lines[0].startswith(
        f"::error file=shop/{BUY},line=1,endLine=1,title=Step removed (high)::step “I look” was removed"
    )
    assert (
        lines[-1]
        == "Map review: 14 high, 1 low (4 more; see the comment or run `journeybook diff`)"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_author_text_is_never_a_command_for_the_runner(text: str) -> None:
    lines = as_annotations(changes(change(text))).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=content/")
    assert not lines[1].startswith("::")


def test_the_terminal_gets_no_control_characters() -> None:
    assert "\x1b" not in as_text(changes(change("\x1b[31mred", owner="\x1b[0m")))


def test_a_failed_comparison_never_looks_clean() -> None:
    fault = Unreadable("content/x.md", "head", "it is broken", Span("content/x.md", 3, 1, 3, 2))
    found = Changes((), "main", "HEAD", unreadable=(fault,))
    assert bool(found)
    for text in (as_text(found), as_comment(found), as_annotations(found)):
        assert "no change" not in text
        assert "it is broken" in text.replace("\\", "")

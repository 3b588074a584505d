"""Texts that would keep the parser busy are refused with a reason, and shown as written."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.budget import STANDARD
from journeybook.prose import cost_estimate
from journeybook.prose.cost_estimate import refusal_reason
from journeybook.prose.render import Rendered, plain, render, render_inline
from prose.strategies import markdown_text

HOSTILE = {
    "open brackets": "[a" * 5_000,
    "open images": "![" * 5_000,
    "open declarations": "<![" * 3_300,
    "open destinations": "[a](" * 2_500,
    "unclosed titles": '[a](b "c) ' * 4_000,
    "nested brackets": "[" * 5_000 + "]" * 5_000,
    "nested links": "[" * 1_600 + "a" + "](b)" * 1_600,
    "nested quotes": "> " * 5_000,
    "nested lists in a footnote": "[^1]: " + "- " * 60,
    "nested lists": "\n".join("    " * depth + "- a" for depth in range(150)),
    "list markers": "+ " * 5_000,
    "stars": "* " * 5_000,
    "wide table": "|a" * 1_250 + "|\n" + "|-" * 1_250 + "|\n" + "|\n" * 1_250,
    "backticks in a row": "`a|" * 21_000 + "\n-|-\n",
    "headings without blank lines": "# a\n" * 16_000,
    "headings behind markers": "\x02# a\n" * 12_000,
    "headings with carriage returns": "# a\r" * 16_000,
    "rules": "---\n" * 16_000,
    "empty items": "#\n" + "- \n" * 20_000,
    "empty references": "[a]: \n" * 10_000,
    "definitions": "a\n: b\n" * 2_000,
    "footnotes": "[^1] " * 2_000 + "\n\n[^1]: x",
    "braces": "# a " + " {" * 30_000,
    "escapes": "\\*" * 32_000,
    "emphasis": "*a* " * 16_000,
    "too long": "a" * 65_537,
}

AT_MOST = 10
"""How many times as long as an ordinary text any other may take, at the same length.

The slowest takes about 5 times as long. Where a shape is quadratic in 60,000 characters it is 20
and more: that was so for blanks in a table cell.
"""

BUSY = {
    "long line": "a" * 64_000,
    "spaces": "a" + " " * 60_000 + "b",
    "paragraphs": "a\n\n" * 12_000,
    "flat list": "- a\n" * 16_000,
    "quotes": "\n\n".join("> " * (depth % 38) + "a" for depth in range(1_500)),
    "table": "| a | b | c |\n|---|---|---|\n" + "| x | y | z |\n" * 4_500,
    "links": "[a](b.md) and [[touchpoint:x]]\n\n" * 1_900,
    "open fences": "``` a\n\n" * 9_000,
    "fenced brackets": "```\n" + "[a" * 30_000 + "\n```\n",
    "references": "".join(f"[{number}]: https://x.org\n" for number in range(2_500)),
    "footnotes": "".join(f"a[^{number}]\n\n[^{number}]: b\n\n" for number in range(250)),
}


ORDINARY = "Some *words*, [a link](b.md), `code` and [[touchpoint:shop]] in one sentence.\n\n" * 800
"""As long as a text may be, and without anything strange: what rendering may cost on any machine."""


def seconds_for(text: str) -> tuple[float, Rendered]:
    """The processor time to render a text, and the result."""
    began = time.process_time()
    result = render(text, id_prefix="p-", resolve=lambda link: None, heading_level=2)
    return time.process_time() - began, result


@pytest.fixture(scope="module")
def ordinary() -> float:
    """The processor time of an ordinary text on this machine, in the best of three tries."""
    assert 0.9 * STANDARD.body < len(ORDINARY) <= STANDARD.body
    tries = [seconds_for(ORDINARY) for _ in range(3)]
    assert not any(result.fault for _, result in tries)
    return min(seconds for seconds, _ in tries)


@pytest.mark.parametrize("name", HOSTILE)
def test_m5_a_hostile_text_is_refused_at_once_and_shown_as_written(
    name: str, ordinary: float
) -> None:
    seconds, result = seconds_for(HOSTILE[name])
    assert result.fault
    assert result.html.startswith("<pre>")
    assert seconds < 2 * ordinary


@pytest.mark.parametrize("name", BUSY)
def test_m5_a_long_but_honest_text_is_rendered_in_time(name: str, ordinary: float) -> None:
    seconds, result = seconds_for(BUSY[name])
    assert result.fault == ""
    assert seconds < AT_MOST * ordinary


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a" * 70_000, "the text has 70,000 bytes; the limit is 65,536"),
        ("> " * 50 + "a", "lists or quotes nested deeper than 40"),
        (HOSTILE["wide table"], "tables of more than 20,000 cells"),
    ],
)
def test_a_refusal_names_the_limit(text: str, reason: str) -> None:
    assert refusal_reason(text) == reason


def test_an_ordinary_text_is_not_refused() -> None:
    page = "# Title\n\nSome *words*, [a link](b.md), a [ left open (and this too.\n\n- one\n- two `code`\n\n"
    assert refusal_reason(page * 600) == ""


def test_a_text_too_deep_for_the_parser_is_shown_as_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("journeybook.prose.render.refusal_reason", lambda text, budget: "")
    deep = "+ " * 3_000
    assert render(deep, id_prefix="", resolve=lambda link: None, heading_level=1).fault
    assert plain("after") == "after"


def test_a_hostile_line_is_shown_as_written() -> None:
    assert render_inline("[a" * 5_000 + "<b>").endswith("[a&lt;b&gt;")


@given(st.one_of(markdown_text(), st.text("ab *!&: \n#>-", max_size=60)))
def test_a_text_accepted_by_the_quick_look_is_accepted_by_the_full_estimate(text: str) -> None:
    reason = refusal_reason(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cost_estimate, "_SHORT", 0)
        assert refusal_reason(text) == reason


@pytest.mark.parametrize("sign", ["* ", "_", "&!~", "\\"])
def test_no_short_text_has_too_many_marks(sign: str) -> None:
    text = ("a" + sign * cost_estimate._SHORT)[: cost_estimate._SHORT - 1]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cost_estimate, "_SHORT", 0)
        assert refusal_reason(text) == ""


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _item(text: str) -> str:
    return "- " + text.replace("\n", "\n    ")


def _cell(text: str) -> str:
    line = text.replace("|", "\\|").replace("\n", " ")
    return f"| a | b |\n|---|---|\n| {line} | c |\n"


def _note(text: str) -> str:
    return "!!! note\n    " + text.replace("\n", "\n    ")


def _footnote(text: str) -> str:
    return "a[^x]\n\n[^x]: " + text.replace("\n", "\n    ")


def _heading(text: str) -> str:
    return "# " + text.replace("\n", " ")


@pytest.mark.parametrize(
    ("within", "size"),
    [(_quote, 1), (_item, 1), (_cell, 1), (_heading, 1), (_note, 3), (_footnote, 3)],
)
def test_m5_every_shape_within_another_ends_in_time(
    within: Callable[[str], str], size: int, ordinary: float
) -> None:
    """As large as a text may be (a third of it in notes and footnotes, which take longer): whether
    it is refused or rendered, it takes at most `AT_MOST` times as long as an ordinary text."""
    slow = {}
    for name, text in (HOSTILE | BUSY).items():
        most = STANDARD.body // size
        text = text[: most * len(text) // max(most, len(within(text).encode()) + 99)]
        seconds, _ = seconds_for(within(text))
        if seconds > AT_MOST * ordinary:
            slow[name] = seconds / ordinary
    assert slow == {}

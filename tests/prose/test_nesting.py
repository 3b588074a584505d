"""A quick look at a text shows that it cannot nest deep; otherwise the levels of its HTML are counted."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeybook.budget import STANDARD
from journeybook.prose.cost_estimate import refusal_reason
from journeybook.prose.nesting import levels_of, may_nest, most_levels
from journeybook.prose.render import no_link, render, render_inline
from profiles import examples
from prose.strategies import PIECES, markdown_text

MOST = most_levels(STANDARD)
SHAPES = (
    "- ", "1. ", "> ", ">", "* ", "+ ", "*", "**", "***", "_", "__", "*a **b ", "*a _b ", "[", "`", "    ", "\n    - a", "\n> - a", "\n: ",
    "\n    : b", "!!! note\n    ", "\n\n    !!! note\n", "|a|b|\n|-|-|\n|", "\n[^1]: ", "c_ ", "c* ", "c_ *", "] ", "](a.md)", "\n# ", "\t- ", "\n\n",
)  # fmt: skip


def levels(text: str) -> int:
    """The levels of the text as a block and as a line, whichever is deeper."""
    block = render(text, id_prefix="", resolve=no_link, heading_level=1)
    return max(levels_of(block.html), levels_of(render_inline(text)))


def repeated() -> st.SearchStrategy[str]:
    """Few shapes, each many times in a row: what nests."""
    part = st.tuples(st.sampled_from((*SHAPES, *PIECES)), st.integers(1, 45)).map(
        lambda found: found[0] * found[1]
    )
    return st.lists(part, max_size=6).map("".join)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a", 1),
        ("> a", 2),
        ("- " * 40 + "a", 80),
        ("1. " * 40 + "**a**", 81),
        ("\n".join("    " * level + "- a" for level in range(40)), 80),
        ("\n\n".join("    " * level + "a\n" + "    " * level + ":   b" for level in range(20)), 40),
        ("*a _b " * 90 + "c" + "_ *" * 90, 91),
        ("|a|b|\n|-|-|\n|*c*|d|\n", 5),
    ],
)
def test_levels_are_those_of_the_elements(text: str, count: int) -> None:
    assert levels_of(render(text, id_prefix="", resolve=no_link, heading_level=1).html) == count


@settings(max_examples=examples(150), deadline=None)
@given(st.one_of(repeated(), markdown_text()))
@example("- " * 40 + "**a**")
@example("*a _b " * 90 + "c" + "_ *" * 90)
def test_a_text_that_cannot_be_deep_is_not(text: str) -> None:
    if not refusal_reason(text):
        found = levels(text)
        assert may_nest(text, found - 1) or found < 11


@pytest.mark.parametrize(
    "text",
    [
        "A story of three sentences, with a *word* and a **strong one**. " * 20,
        "- a\n- b\n    - c\n        - d\n" * 20,
        "> quoted\n> > twice\n\n" * 20,
        "|a|b|\n|-|-|\n" + "|*c*|_d_|\n" * 20,
        "a_name_with_many_parts and another_one " * 8,
        "Code:\n\n            indented by twelve\n",
    ],
)
def test_a_quick_look_is_enough_for_what_people_write(text: str) -> None:
    assert not may_nest(text, MOST)

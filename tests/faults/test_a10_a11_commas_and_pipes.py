"""A10, A11: a `|` in a link and a comma in a number are no separators."""

from __future__ import annotations

import pytest

from journeybook.prose.links import Link, Resolved
from journeybook.prose.render import render
from sites import site

ANA = "content/personas/ana.md"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("criteria: [below 1,8 million, delivery]", "below 1,8 million"),
        ("criteria: [delivery, costs 0,5]", "costs 0,5"),
        ("criteria: [fast, dưới 1,8 triệu]", "dưới 1,8 triệu"),
        ("tags: below 1,8 million", "below 1,8 million"),
    ],
)
def test_a11_a_decimal_comma_in_a_list_is_an_error_with_the_corrected_text(
    written: str, text: str
) -> None:
    finding = site({ANA: f"---\ntitle: Ana\n{written}\n---\n"}).one("JB148")
    assert finding.hint == f'write `"{text}"`, or a blank after the comma'


@pytest.mark.parametrize(
    "written",
    [
        'criteria: ["below 1,8 million", delivery]',
        "criteria: [below 1, 8 million]",
        "tags: [2024,2025]",
        "tags: [q3,2024]",
        "criteria:\n  - below 1,8 million\n  - delivery",
    ],
)
def test_a11_other_commas_are_fine(written: str) -> None:
    assert not site({ANA: f"---\ntitle: Ana\n{written}\n---\n"}).found("JB148")


TABLE = "| where | what |\n|---|---|\n| {} | pays |\n"


@pytest.mark.parametrize(
    "link",
    ["[[touchpoint:desk|the desk]]", r"[[touchpoint:desk\|the desk]]", "[[touchpoint:desk]]"],
)
def test_a10_a_wiki_link_with_a_label_stays_in_its_cell(link: str) -> None:
    html = rendered(TABLE.format(link))
    label = "the desk" if "|" in link else "Desk"
    assert f'href="desk.html">{label}</a></td>' in html
    assert html.count("<td>") == 2


def test_a10_code_in_a_table_stays_as_written() -> None:
    assert "<code>[[a]]</code>" in rendered(TABLE.format("`[[a]]` [[touchpoint:desk|x]]"))


def test_a10_outside_tables_nothing_changes() -> None:
    assert '">the desk</a>.</p>' in rendered("See `[[a|b]]` and [[touchpoint:desk|the desk]].")
    assert "<code>[[a|b]]</code>" in rendered("See `[[a|b]]` and [[touchpoint:desk|the desk]].")


def rendered(text: str) -> str:
    def resolve(link: Link) -> Resolved:
        return Resolved("desk.html", "Desk", "touchpoint")

    return render(text, id_prefix="", resolve=resolve, heading_level=2).html

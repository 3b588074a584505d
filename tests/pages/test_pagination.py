"""A list that is too long for one page continues on further pages, without losing a row."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

import pytest

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.site import build
from journeybook.pages.pagination import ROWS
from sample import INFO
from sites import BUY, DEFAULTS


def pages(pains: int, touchpoints: int = 0) -> Mapping[str, str]:
    """The pages of a site with this many pain points in its only map, and this many touchpoints."""
    said = "".join(
        f"- pain: It hurts {n} {'!high' if n % 2 else '!low'} ^i1\n" for n in range(pains)
    )
    files = DEFAULTS | {
        BUY: f"---\ntitle: I buy\n---\n## Buy\n### I pay {{#pay}}\n- emotion: -1\n{said}",
        "content/evidence/i1.md": "---\ntitle: Talks\ntype: interview\n---\n",
        **{
            f"content/touchpoints/t{n}.md": f"---\ntitle: Desk {n}\nphase: before\n---\n"
            for n in range(touchpoints)
        },
    }
    built = build(
        {path: text.encode() for path, text in files.items()}, [read_theme(packaged_theme())], INFO
    )
    assert built.files is not None, built.diagnostics
    return {
        path: data.decode() for path, data in built.files.items() if path.endswith((".html", ".md"))
    }


def hurts(page: str) -> list[int]:
    return [int(number) for number in re.findall(r"It hurts (\d+)<", page)]


@pytest.mark.parametrize(
    ("pains", "parts"),
    [(1, 1), (ROWS + ROWS // 4, 1), (ROWS + ROWS // 4 + 1, 2), (3 * ROWS + 3, 3)],
)
def test_every_row_of_a_long_list_is_on_one_of_its_pages(pains: int, parts: int) -> None:
    made = pages(pains)
    names = ["pains.html", *(f"pains_{number}.html" for number in range(2, parts + 1))]
    assert [name for name in made if name.startswith("pains") and name.endswith(".html")] == sorted(
        names
    )
    found = [number for name in names for number in hurts(made[name])]
    assert sorted(found) == list(range(pains))
    assert [number % 2 for number in found] == sorted(
        (number % 2 for number in found), reverse=True
    ), "most severe first"
    assert all(len(hurts(made[name])) <= ROWS + ROWS // 4 for name in names)


def test_a_short_list_has_no_pager() -> None:
    assert 'class="pager"' not in pages(5)["pains.html"]


def test_each_page_of_a_list_shows_its_number_and_links_to_the_others() -> None:
    made = pages(8 * ROWS)
    first, middle = made["pains.html"], made["pains_5.html"]
    assert "<title>Pain points – Our journeys</title>" in first
    assert "<title>Pain points (Page 5 of 8) – Our journeys</title>" in middle
    pager = re.findall(r'<nav class="pager".*?</nav>', middle, re.DOTALL)[0]
    assert re.findall(r'href="([^"]*)"', pager) == [
        *(
            "pains_4.html",
            "pains.html",
            "pains_3.html",
            "pains_4.html",
            "pains_6.html",
            "pains_7.html",
            "pains_8.html",
        ),
        "pains_6.html",
    ]
    assert re.findall(r"<li>(?:<[ab][^>]*>)?([^<]+)", pager) == [
        "Previous page",
        *"1…34567",
        "8",
        "Next page",
    ]
    assert '<b aria-current="page">5</b>' in pager


def test_links_from_a_page_of_a_list_lead_to_existing_pages() -> None:
    made = pages(3 * ROWS, touchpoints=3 * ROWS)
    for path, page in made.items():
        if not path.endswith(".html"):
            continue
        for href in re.findall(r'href="([^"#:]+\.(?:html|md))[#"]', page):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) in made, (
                path,
                href,
            )


def test_the_filters_offer_the_values_of_their_page_only() -> None:
    made = pages(4 * ROWS)  # severe pain points on the first two pages, mild ones on the others
    assert 'data-facet="severity"' not in made["pains.html"], "all rows of this page are the same"
    mixed = pages(3 * ROWS)["pains_2.html"]
    assert re.findall(r'<option value="(high|low)">[^<]*\((\d+)\)', mixed) == [
        ("high", "100"),
        ("low", "100"),
    ]
    assert "Filters apply to this page of the list only. Search covers everything." in mixed


def test_claims_continue_on_further_pages_without_the_head_of_the_evidence() -> None:
    made = pages(3 * ROWS)
    assert sorted(
        n for at in ("", "_2", "_3") for n in hurts(made[f"evidence/i1{at}.html"])
    ) == list(range(3 * ROWS))
    assert "Journeys it supports" not in made["evidence/i1.html"]
    assert '<dl class="facts">' in made["evidence/i1.html"] or "badges" in made["evidence/i1.html"]
    assert "badges" not in made["evidence/i1_2.html"]


def test_the_count_of_a_table_is_that_of_all_its_pages() -> None:
    made = pages(1, touchpoints=3 * ROWS)
    for part in ("touchpoints/index.html", "touchpoints/index_2.html", "touchpoints/index_3.html"):
        assert f'<span class="count">{3 * ROWS}</span></h2>' in made[part]
        assert made[part].count("<tr data-row") == ROWS


def test_the_markdown_twin_stays_whole() -> None:
    made = pages(3 * ROWS)
    assert len(re.findall(r"It hurts \d+", made["pains.md"])) == 3 * ROWS
    assert "pains_2.md" not in made

"""A list too long for one page goes on on further pages, and nothing of it is lost."""

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
    """The pages of a site whose only map has so many pains, and whose registry so many touchpoints."""
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
    ("pains", "leaves"),
    [(1, 1), (ROWS + ROWS // 4, 1), (ROWS + ROWS // 4 + 1, 2), (3 * ROWS + 3, 3)],
)
def test_a_long_list_goes_on_and_every_row_stands_on_one_leaf(pains: int, leaves: int) -> None:
    made = pages(pains)
    parts = ["pains.html", *(f"pains_{number}.html" for number in range(2, leaves + 1))]
    assert [name for name in made if name.startswith("pains") and name.endswith(".html")] == sorted(
        parts
    )
    found = [number for part in parts for number in hurts(made[part])]
    assert sorted(found) == list(range(pains))
    assert [number % 2 for number in found] == sorted(
        (number % 2 for number in found), reverse=True
    ), "the severest first"
    assert all(len(hurts(made[part])) <= ROWS + ROWS // 4 for part in parts)


def test_a_short_list_says_nothing_of_parts() -> None:
    assert 'class="pager"' not in pages(5)["pains.html"]


def test_each_leaf_leads_to_the_others_and_says_which_it_is() -> None:
    made = pages(8 * ROWS)
    first, middle = made["pains.html"], made["pains_5.html"]
    assert "<title>Pains – Our journeys</title>" in first
    assert "<title>Pains (Part 5 of 8) – Our journeys</title>" in middle
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
        "Previous part",
        *"1…34567",
        "8",
        "Next part",
    ]
    assert '<b aria-current="page">5</b>' in pager


def test_links_of_a_leaf_lead_to_pages_that_are_there() -> None:
    made = pages(3 * ROWS, touchpoints=3 * ROWS)
    for path, page in made.items():
        if not path.endswith(".html"):
            continue
        for href in re.findall(r'href="([^"#:]+\.(?:html|md))[#"]', page):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) in made, (
                path,
                href,
            )


def test_the_filters_of_a_leaf_offer_what_stands_on_it() -> None:
    made = pages(4 * ROWS)  # the first two leaves are severe pains, the others mild ones
    assert 'data-facet="severity"' not in made["pains.html"], (
        "there is nothing to narrow on this leaf"
    )
    mixed = pages(3 * ROWS)["pains_2.html"]
    assert re.findall(r'<option value="(high|low)">[^<]*\((\d+)\)', mixed) == [
        ("high", "100"),
        ("low", "100"),
    ]
    assert "Filters narrow this part only; the search finds everything." in mixed


def test_what_rests_on_evidence_goes_on_and_its_head_stands_on_the_first_leaf_only() -> None:
    made = pages(3 * ROWS)
    assert sorted(
        n for at in ("", "_2", "_3") for n in hurts(made[f"evidence/i1{at}.html"])
    ) == list(range(3 * ROWS))
    assert "Journeys that rest on it" not in made["evidence/i1.html"]
    assert '<dl class="facts">' in made["evidence/i1.html"] or "badges" in made["evidence/i1.html"]
    assert "badges" not in made["evidence/i1_2.html"]


def test_the_count_of_a_table_is_that_of_all_leaves() -> None:
    made = pages(1, touchpoints=3 * ROWS)
    for part in ("touchpoints/index.html", "touchpoints/index_2.html", "touchpoints/index_3.html"):
        assert f'<span class="count">{3 * ROWS}</span></h2>' in made[part]
        assert made[part].count("<tr data-row") == ROWS


def test_the_markdown_twin_stays_whole() -> None:
    made = pages(3 * ROWS)
    assert len(re.findall(r"It hurts \d+", made["pains.md"])) == 3 * ROWS
    assert "pains_2.md" not in made

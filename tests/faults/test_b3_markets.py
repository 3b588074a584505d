"""B3: B2B against B2C counts customers, each step once, and draws a conclusion."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from journeybook.insight.markets import largest_difference, market, of_market
from journeybook.outputs.site import Built
from sites import Site, site


def map_text(head: str, steps: str) -> str:
    return f"---\ntitle: A map\nmarket: b2b\n{head}---\n## Awareness\n{steps}"


def maps(**texts: str) -> Site:
    return site({f"content/journeys/ana/{name}.md": text for name, text in texts.items()})


def counted(read: Site) -> dict[str, list[str]]:
    """Journey -> its steps that count for B2B."""
    journeys = of_market("b2b", read.catalog)
    return {journey.id: [step.id for step in journey.steps] for journey in journeys}


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("buyer", True), ("customer", True), ("employee", False), ("service", False)],
)
def test_b3_only_buyers_and_customers_are_customers(kind: str, counts: bool) -> None:
    read = maps(buy=map_text(f"kind: {kind}\n", "### Look {#look}\n"))
    assert bool(counted(read)) == counts


def test_b3_an_overview_is_left_out_beside_the_maps_it_opens() -> None:
    overview = map_text("", "### Buy {#buy}\n- zoom: ana/buy\n### Live {#live}\n")
    read = maps(all=overview, buy=map_text("", "### Look {#look}\n"))
    assert counted(read) == {"ana/buy": ["look"]}


def test_b3_an_overview_named_by_its_parts_is_left_out() -> None:
    overview = map_text("", "### Buy {#buy}\n### Live {#live}\n")
    read = maps(all=overview, buy=map_text("part-of: ana/all\n", "### Look {#look}\n"))
    assert counted(read) == {"ana/buy": ["look"]}


def test_b3_a_step_that_another_map_details_counts_there() -> None:
    most = "### A {#a}\n### B {#b}\n### C {#c}\n- zoom: ana/detail\n"
    read = maps(buy=map_text("", most), detail=map_text("", "### C1 {#c1}\n"))
    assert counted(read) == {"ana/buy": ["a", "b"], "ana/detail": ["c1"]}


def test_b3_each_step_of_the_sample_counts_once(sample_site: Built) -> None:
    journeys = {journey.id for journey in of_market("b2b", sample_site.catalog)}
    assert journeys == {
        "babak-maintenance/buy-transfer-pumps",
        "ines-sales-ops/choose-a-crm",
        "ines-sales-ops/live-with-the-crm",
        "marta-maintenance/live-with-the-pumps",
        "marta-maintenance/replace-the-pumps",
    }


def test_b3_the_page_says_what_differs_most(
    sample_site: Built, sample_output: Mapping[str, bytes]
) -> None:
    b2b, b2c = (market(name, sample_site.catalog) for name in ("b2b", "b2c"))
    assert largest_difference(b2b, b2c) == "length"
    assert "Largest difference: Cycle length. B2B: " in sample_output["b2b-b2c.md"].decode()


def test_b3_equal_markets_have_no_largest_difference(sample_site: Built) -> None:
    b2b = market("b2b", sample_site.catalog)
    assert largest_difference(b2b, b2b) == ""


def test_b3_criteria_are_in_one_language(sample_site: Built) -> None:
    for name in ("b2b", "b2c"):
        side = market(name, sample_site.catalog)
        assert all(text.isascii() for text in side.criteria)
        assert side.more_criteria

"""The places of the lines of the service blueprint, and the order of its lanes."""

from __future__ import annotations

from journeybook.pages.maps.blueprint import blueprint_lines
from journeybook.pages.views import Lane
from sites import DEFAULTS, site


def lanes(*sides: str) -> tuple[Lane, ...]:
    """Lanes that are named after their side and place: `customer-0`."""
    return tuple(
        Lane(
            key=f"{side}-{at}",
            title="",
            icon="",
            cell="text",
            line=side or "customer",
            cells=(),
            side=side,
        )
        for at, side in enumerate(sides)
    )


def drawn(*sides: str) -> dict[str, str]:
    return {line.key: line.before for line in blueprint_lines(lanes(*sides))}


def test_three_lines_separate_four_sides() -> None:
    assert drawn("customer", "customer", "frontstage", "backstage", "support") == {
        "interaction": "frontstage-2",
        "visibility": "backstage-3",
        "internal": "support-4",
    }


def test_two_lines_around_a_side_without_lanes_are_one_named_after_the_deeper_one() -> None:
    assert drawn("customer", "backstage") == {"visibility": "backstage-1"}
    assert drawn("customer", "customer") == {}


def test_a_line_has_no_place_where_the_order_mixes_its_sides() -> None:
    assert drawn("frontstage", "customer", "backstage") == {
        "interaction": "",
        "visibility": "backstage-2",
    }


def test_business_lanes_and_branches_do_not_move_a_line() -> None:
    assert drawn("customer", "business", "frontstage", "") == {
        "interaction": "frontstage-2",
        "business": "",
    }
    assert drawn("customer", "frontstage", "business", "business")["business"] == "business-2"


def order(written: str) -> tuple[str, ...]:
    return site(
        {**DEFAULTS, "site.yaml": f"title: Maps\nlanes:\n  order: [{written}]\n"}
    ).catalog.config.lane_order


def test_lanes_are_in_the_order_of_the_site_and_the_others_last_on_their_side() -> None:
    made = order("pain, metric, backstage, does")
    named = [key for key in made if key in ("pain", "metric", "backstage", "does")]
    assert named == ["pain", "metric", "backstage", "does"]
    assert made.index("thinks") > made.index("does")
    assert (
        made.index("owner")
        == made.index("metric")
        + len(
            [
                key
                for key in made[: made.index("owner")]
                if key in ("content", "opportunity", "stake")
            ]
        )
        + 1
    )


def test_the_default_order_of_lanes_starts_at_the_customer() -> None:
    made = order("")
    assert (
        made.index("zoom")
        < made.index("frontstage")
        < made.index("backstage")
        < made.index("support")
    )
    assert made.index("support") < made.index("content")

"""Figures over all maps: given this site, this figure."""

from __future__ import annotations

import datetime
import textwrap

import pytest

from journeybook.insight.build_info import Change, FixedBuildInfo
from journeybook.insight.committees import content_for, criteria_by_role
from journeybook.insight.compare import (
    align,
    current_and_future,
    curve_points,
    gap_to_future,
    preset_comparisons,
)
from journeybook.insight.flow import presence_counts, transitions, unmeasured
from journeybook.insight.heat_map import heat_by_stage, touchpoint_heat
from journeybook.insight.history import change_ids, changes
from journeybook.insight.markets import market
from journeybook.insight.trust_fixes import fixes_by_owner, trust_gaps
from journeybook.pages.page_kinds import answer_kinds
from sites import BUY, Site, info, site


def journey(text: str, **head: str) -> str:
    front = "".join(f"{key}: {value}\n" for key, value in {"title": "J", **head}.items())
    return f"---\n{front}---\n{textwrap.dedent(text)}"


def pair() -> Site:
    """A current and a future journey: one step removed, one new, one better and without its pain point."""
    now = """\
        ## Awareness
        ### I look {#look}
        - emotion: -1 lost
        - pain: Too many offers !high {#offers}
        ### I wait {#wait}
        - emotion: 0 calm
        ## Decision
        ### I buy {#buy}
        - emotion: +1 glad
        """
    then = """\
        ## Awareness
        ### I look {#look}
        - emotion: +1 clear
        - opportunity: guide
        ## Consideration
        ### I try {#try}
        ## Decision
        ### I buy {#buy}
        - emotion: +1 glad
        """
    return site(
        {
            "site.yaml": "title: T\ncompare:\n  - [ana/buy, ana/buy-2027]\n  - [ana/buy, ana/buy-2027]\n  - [ana/buy, ana/nowhere]\n",
            BUY: journey(now),
            "content/journeys/ana/buy-2027.md": journey(then, state="future", of="ana/buy"),
            "content/opportunities/guide.md": "---\ntitle: A guide\nsolves: ana/buy#offers\nstatus: planned\n---\n",
        }
    )


def test_only_journeys_that_exist_are_compared_and_each_set_once() -> None:
    assert [[j.id for j in journeys] for journeys in preset_comparisons(pair().catalog)] == [
        ["ana/buy", "ana/buy-2027"]
    ]


def test_stages_are_aligned_in_an_order_that_fits_all() -> None:
    catalog = pair().catalog
    journeys = preset_comparisons(catalog)[0]
    shared = align(journeys, catalog)
    assert [stage.id for stage in shared] == ["awareness", "consideration", "decision"]
    assert [[len(stage.steps(at)) for at in (0, 1)] for stage in shared] == [[2, 1], [0, 1], [1, 1]]


def test_stages_outside_the_registry_are_placed_beside_their_neighbours() -> None:
    one = journey("## One\n### A\n## Two\n### B\n")
    other = journey("## One\n### A\n## Between\n### B\n## Two\n### C\n")
    catalog = site({BUY: one, "content/journeys/ana/other.md": other}).catalog
    assert [stage.id for stage in align(catalog.journeys, catalog)] == ["one", "between", "two"]


def test_the_steps_of_a_stage_are_spread_evenly_over_it() -> None:
    catalog = pair().catalog
    journeys = preset_comparisons(catalog)[0]
    places = [
        [(place, value) for place, _, value in curve_points(align(journeys, catalog), at, j)]
        for at, j in enumerate(journeys)
    ]
    assert places == [[(0.25, -1), (0.75, 0), (2.5, 1)], [(0.5, 1), (2.5, 1)]]


def test_the_gap_to_the_future_state() -> None:
    catalog = pair().catalog
    both = current_and_future(tuple(reversed(preset_comparisons(catalog)[0])))
    assert both is not None
    steps = {(change.then or change.now).id: change for change in gap_to_future(*both, catalog)}  # type: ignore[union-attr]
    assert {name: change.state for name, change in steps.items()} == {
        "look": "kept",
        "wait": "removed",
        "try": "new",
        "buy": "kept",
    }
    assert [name for name, change in steps.items() if change.moves] == ["look"]
    assert [pain.text for pain in steps["look"].pains_gone] == ["Too many offers"]
    assert [opportunity.id for opportunity in steps["look"].opportunities] == ["guide"]


def test_two_current_journeys_are_not_versions() -> None:
    catalog = site(
        {
            BUY: journey("## Awareness\n### A\n"),
            "content/journeys/ana/b.md": journey("## Awareness\n### A\n"),
        }
    ).catalog
    assert current_and_future(catalog.journeys) is None


CONTACTS = {
    BUY: journey(
        """\
        ## Awareness
        ### One {#one}
        - touchpoint: fair, shop
        - emotion: -2 lost
        - worth: 5
        - pain: It hurts
        ### Two {#two}
        - channel: mail
        - emotion: +1 glad
        ### Three {#three}
        ## Decision
        ### Four {#four}
        - channel: phone
        - pain: Again
        """,
        market="b2b",
        length="2-4 months",
        deal="10k",
        owner="sales",
        committee="{ana: {role: champion, say: 4, needs: [proof]}, tom: {role: user}}",
    ),
    "content/personas/tom.md": "---\ntitle: Tom\ncriteria: [price, time]\n---\n",
    "content/touchpoints/fair.md": "---\ntitle: Fair\nchannel: events\npresence: offline\n---\n",
    "content/touchpoints/shop.md": "---\ntitle: Shop\nchannel: web\npresence: online\nmeasure: analytics\nowner: web team\n---\n",
    **{
        f"content/channels/{name}.md": f"---\ntitle: {name}\n---\n"
        for name in ("events", "web", "mail", "phone")
    },
    "content/collateral/guide.md": "---\ntitle: Guide\nstages: awareness\nfor: champion\ntype: proof\n---\n",
    "content/journeys/zoe/run.md": journey(
        "## Awareness\n### A {#a}\n- emotion: +2 glad\n## Decision\n### B {#b}\n- loop: a\n",
        market="b2c",
        length="2d",
    ),
    "content/personas/zoe.md": "---\ntitle: Zoe\n---\n",
}


def test_heat_is_the_mean_emotion_and_the_number_of_pain_points() -> None:
    heats = heat_by_stage(site(CONTACTS).journey())
    assert {name: (one.feeling, one.pains, one.steps) for name, one in heats.items()} == {
        "awareness": (-0.5, 1, 3),
        "decision": (None, 1, 1),
    }


def test_high_customer_value_with_a_bad_experience_comes_first() -> None:
    heats = touchpoint_heat(site(CONTACTS).catalog)
    assert [(one.touchpoint.id, one.urgent) for one in heats] == [("fair", True), ("shop", True)]


def test_channels_connect_over_steps_without_a_channel() -> None:
    changes_of_channel = transitions(site(CONTACTS).catalog)
    assert {(one.source, one.target): one.times for one in changes_of_channel} == {
        ("events", "mail"): 1,
        ("web", "mail"): 1,
        ("mail", "phone"): 1,
    }


def test_presence_is_counted_and_unmeasured_touchpoints_are_named() -> None:
    catalog = site(CONTACTS).catalog
    assert presence_counts(catalog) == {"offline": 1, "online": 1}
    assert [touchpoint.id for touchpoint in unmeasured(catalog)] == ["fair"]


def test_the_markets_differ_in_figures() -> None:
    catalog = site(CONTACTS).catalog
    b2b, b2c = market("b2b", catalog), market("b2c", catalog)
    assert (b2b.teams, b2c.teams) == (1, 0)
    assert b2b.deciders is not None
    assert b2c.deciders is not None
    assert (b2b.deciders.high, b2c.deciders.high) == (2, 1)
    assert b2b.length is not None
    assert (b2b.length.low, b2b.length.high) == (60 * 86_400, 120 * 86_400)
    assert (b2b.deals, b2b.criteria) == (("10k",), ("price", "time"))
    assert b2b.offline == 0.5
    assert b2b.before is not None
    assert (b2b.before.low, b2c.before) == (2, None)
    assert (b2b.loops, b2c.loops) == (0, 0.5)
    assert b2b.feeling is not None
    assert (b2b.feeling.low, b2b.feeling.high, b2b.feeling.mean) == (-2, 1, -0.5)


def test_committees_show_roles_and_missing_content() -> None:
    catalog = site(CONTACTS).catalog
    assert {
        role: [name for name, _, _ in members]
        for role, members in criteria_by_role(catalog).items()
    } == {
        "champion": ["ana"],
        "user": ["tom"],
    }
    assert {
        stage: {role: len(a) for role, a in roles.items()}
        for stage, roles in content_for(catalog).items()
    } == {
        "awareness": {"champion": 1},
        "decision": {"champion": 0},
    }


def test_each_owner_has_a_list_of_what_they_can_fix() -> None:
    tasks = fixes_by_owner(trust_gaps(site(CONTACTS).catalog, info()))
    assert {
        owner: (len(task.assumed), len(task.claims), len(task.unmeasured))
        for owner, task in tasks.items()
    } == {
        "sales": (1, 2, 0),
        "": (1, 0, 1),
    }


def test_changes_are_commits_or_else_the_last_changes_of_files() -> None:
    day = datetime.date(2026, 11, 1)
    commit = Change(day, "Ana", "First", ("a.md", "b.md"))
    assert changes(FixedBuildInfo(day, "1", commits=(commit,))) == (commit,)
    last = {"b.md": Change(day, "Ana", "First"), "a.md": Change(day, "Ana", "First")}
    assert changes(FixedBuildInfo(day, "1", last_change=last)) == (commit,)
    assert changes(FixedBuildInfo(day, "1")) == ()


def test_equal_changes_have_different_permanent_ids() -> None:
    day = datetime.date(2026, 11, 1)
    old, new = Change(day, "Ana", "Same"), Change(day, "Ana", "New")
    assert len(set(change_ids((old, old)))) == 2
    assert change_ids((new, old, old))[1:] == change_ids((old, old))


@pytest.mark.parametrize(
    ("files", "answered"),
    [
        ({}, {"changes"}),
        ({BUY: "---\ntitle: J\n---\n"}, {"changes"}),
        ({BUY: journey("## Awareness\n### I look\n")}, {"changes", "trust"}),
        (
            {BUY: journey("## Awareness\n### I look\n- emotion: 0\n")},
            {"changes", "trust", "heat-map"},
        ),
        (CONTACTS, {kind.name for kind in answer_kinds()}),
    ],
)
def test_a_page_without_content_is_left_out(files: dict[str, str], answered: set[str]) -> None:
    catalog = site(files).catalog
    assert {kind.name for kind in answer_kinds() if kind.is_needed(catalog)} == answered

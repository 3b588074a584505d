"""B6: steps that are alternatives are named, not joined by the curve, and not added up."""

from __future__ import annotations

import re

import pytest

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.insight.path import alternatives, breaks
from journeybook.insight.time import stage_time, total
from journeybook.outputs.site import build
from journeybook.pages.duration_text import spell_words
from journeybook.pages.messages import messages_for
from journeybook.schema.documents import Journey
from sample import INFO
from sites import BUY, buy

MAP = """\
---
title: I buy
---
## Decision
### I select {#select}
- next: card "by card" | invoice | bank "from the bank"
- emotion: +1 hopeful
- time: 1h
### By card {#card}
- next: pay
- emotion: -2 lost
- time: 1m
### By invoice {#invoice}
- next: pay
- emotion: +2 glad
- time: 3d
### From the bank {#bank}
- next: pay
- emotion: 0 calm
- time: 1d
### I pay {#pay}
- emotion: +1 relieved
- time: 1h
"""


def journey(text: str = MAP) -> Journey:
    return buy(text).journey()


def minutes(text: str = MAP) -> tuple[float, float]:
    """The total time of the shortest and of the longest way."""
    whole = total(journey(text))
    return whole.low / 60, whole.high / 60


def shown(text: str = MAP) -> str:
    return spell_words(messages_for("en"), total(journey(text)))


def test_b6_the_steps_that_do_not_follow_the_one_above() -> None:
    assert breaks(journey()) == {2, 3}
    assert not breaks(journey(MAP.replace("- next:", "- does: next")))


def test_b6_each_alternative_has_its_condition_or_number() -> None:
    named = alternatives(journey())
    assert {step: (each.number, each.count, each.reason) for step, each in named.items()} == {
        "card": (1, 3, "by card"),
        "invoice": (2, 3, ""),
        "bank": (3, 3, "from the bank"),
    }


def test_b6_time_is_that_of_the_shortest_and_the_longest_way() -> None:
    assert minutes() == (60 + 1 + 60, 60 + 3 * 1440 + 60)
    assert shown() == "2 hours to 3 days"
    whole = journey()
    assert stage_time(whole.stages[0], whole) == total(whole)


def test_b6_a_step_that_some_skip_makes_the_shortest_way_shorter() -> None:
    skipped = (
        "---\ntitle: T\n---\n## Decision\n### A {#a}\n- next: b | c\n- time: 1d\n"
        "### B {#b}\n- time: 2d\n### C {#c}\n- time: 1d\n"
    )
    assert minutes(skipped) == (2 * 1440, 4 * 1440)


def test_b6_a_map_without_alternatives_adds_up() -> None:
    assert shown(MAP.replace("- next:", "- does: next")) == "4 days"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("## Decision\n", "## Decision\n- time: 2w\n", (20160, 20160)),
        ("- time: 1h\n### By card", "### By card", (61, 4380)),
        ("### I pay {#pay}", "## Later\n- time: 1w\n### I pay {#pay}", (10141, 14460)),
        ("### I pay {#pay}", "## Wait\n- wait: 1w\n## Later\n### I pay {#pay}", (10201, 14520)),
        ("- next: pay\n- emotion: -2", '- next: exit "no"\n- emotion: -2', (1560, 4440)),
    ],
    ids=["a stage with a time", "less", "a later stage", "a stage without steps", "an exit"],
)
def test_b6_stages_and_exits_count_as_on_the_way(
    before: str, after: str, wanted: tuple[float, float]
) -> None:
    assert before in MAP
    assert minutes(MAP.replace(before, after)) == wanted


def page(form: str) -> str:
    files = {
        "site.yaml": b"title: Maps\n",
        BUY: MAP.encode(),
        "content/personas/ana.md": b"---\ntitle: Ana\n---\n",
    }
    built = build(files, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    return built.files[f"journeys/ana/buy{form}"].decode()


def test_b6_branches_are_named_above_the_steps_and_in_the_twin() -> None:
    html = page(".html")
    for name in ("by card", "Option 2 of 3", "from the bank"):
        assert f'<bdi>{name}</bdi></span><span class="no">' in html
        assert f"*{name}*" in page(".md")


def test_b6_the_curve_is_broken_between_alternatives() -> None:
    html = page(".html")
    curve = next(path for path in re.findall(r' d="([^"]+)"', html) if path.startswith("M96"))
    assert curve.count("M") == 3


def test_b6_nothing_drops_from_one_alternative_to_another() -> None:
    assert "Steepest drop: “I select” (+1) → “By card” (−2)." in page(".md")
    assert "→ “From the bank”" not in page(".md").partition("## ")[0]


def test_b6_alternatives_start_on_the_same_day_of_the_cycle() -> None:
    text = MAP.replace("### I pay", "## Later\n### I pay")
    files = {"site.yaml": b"title: Maps\n", BUY: text.encode()}
    built = build(files, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    source = built.files["journeys/ana/buy-cycle.mmd"].decode()
    starts = {
        line.partition(":")[0].strip(): line.split(", ")[-2]
        for line in source.splitlines()
        if line.strip().startswith(("By", "From the bank"))
    }
    assert len(set(starts.values())) == 1

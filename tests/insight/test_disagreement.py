"""How far the people of a step are apart."""

from __future__ import annotations

from journeybook.insight.emotion import disagreement
from sites import buy

TWO = """\
---
title: I buy
---
## Awareness
### I look {#look}
- emotion: +1
- emotion ben: -2
### I ask {#ask}
- emotion: -1
- emotion ben: -1
### I wait {#wait}
- emotion: +2
### I go {#go}
- does: leave
"""
BEN = "---\ntitle: Ben\n---\n"


def test_people_are_as_far_apart_as_the_best_and_the_worst_of_them() -> None:
    made = buy(TWO, personas__ben=BEN)
    found = disagreement(made.step("look"), made.journey())
    assert found is not None
    assert (found.low, found.high, found.apart) == (-2, 1, 3)


def test_people_who_feel_the_same_are_not_apart() -> None:
    made = buy(TWO, personas__ben=BEN)
    found = disagreement(made.step("ask"), made.journey())
    assert found is not None
    assert found.apart == 0


def test_one_person_or_nobody_cannot_disagree() -> None:
    made = buy(TWO, personas__ben=BEN)
    assert disagreement(made.step("wait"), made.journey()) is None
    assert disagreement(made.step("go"), made.journey()) is None

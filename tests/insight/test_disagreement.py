"""The gap between the emotions of the people in a step."""

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


def test_the_gap_is_between_the_highest_and_the_lowest_emotion() -> None:
    result = buy(TWO, personas__ben=BEN)
    gap = disagreement(result.step("look"), result.journey())
    assert gap is not None
    assert (gap.low, gap.high, gap.apart) == (-2, 1, 3)


def test_equal_emotions_have_no_gap() -> None:
    result = buy(TWO, personas__ben=BEN)
    gap = disagreement(result.step("ask"), result.journey())
    assert gap is not None
    assert gap.apart == 0


def test_fewer_than_two_emotions_have_no_gap() -> None:
    result = buy(TWO, personas__ben=BEN)
    assert disagreement(result.step("wait"), result.journey()) is None
    assert disagreement(result.step("go"), result.journey()) is None

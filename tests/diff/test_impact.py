"""The journeys that a change of code affects, for given patterns and paths."""

from __future__ import annotations

import time

import pytest

from journeybook.diff.code_impact import impacts, matches
from sites import BUY, site


@pytest.mark.parametrize(
    ("path", "pattern", "is_match"),
    [
        ("shop/cart.ts", "shop/cart.ts", True),
        ("shop/cart.ts", "shop/*.ts", True),
        ("shop/a/cart.ts", "shop/*.ts", False),
        ("shop/a/b/cart.ts", "shop/**/*.ts", True),
        ("shop/cart.ts", "shop/**/*.ts", True),
        ("shop/a/b", "shop/**", True),
        ("shop/a/b", "shop", True),
        ("shop/a/b", "./shop/", True),
        ("shopping/a", "shop", False),
        ("a/shop/b", "**/shop/*", True),
        ("a/b", "", False),
        ("a/b", "**", True),
        ("a", "a/b", False),
        ("a/Cart.ts", "a/cart.ts", False),
        ("a/[x].ts", "a/[[]x].ts", True),
    ],
)
def test_a_pattern_matches_these_paths(path: str, pattern: str, is_match: bool) -> None:
    assert matches(path, pattern) is is_match


def test_no_pattern_takes_long() -> None:
    start = time.process_time()
    assert not matches("a/" * 300 + "b", "**/a/" * 40 + "c")
    assert not matches("a" * 2000, "*a" * 60 + "b")
    assert time.process_time() - start < 2


MAP = """\
---
title: I buy
owner: sales
---
## Awareness
### I order {#order}
- touchpoint: checkout
- moment of truth: does it take my card
- pain: The form is long {#form}
- pain: It is slow {#slow}
### I wait {#wait}
- touchpoint: mail
- owner: service
"""
FILES = {
    BUY: MAP,
    "content/touchpoints/checkout.md": "---\ntitle: Checkout\nowner: shop team\ncode: [shop/checkout/**]\n---\n",
    "content/touchpoints/mail.md": "---\ntitle: Mail\ncode: mail/*.html\n---\n",
    "content/opportunities/short.md": "---\ntitle: Short form\nstatus: done\nsolves: form\n---\n",
}


def test_code_affects_steps_moments_of_truth_open_pain_points_and_owners() -> None:
    found = impacts(site(FILES).catalog, ["shop/checkout/pay.ts", "README.md"])
    (one,) = found.touchpoints
    assert one.paths == ("shop/checkout/pay.ts",)
    (step,) = one.steps
    assert (step.journey.id, step.step.id, step.owner) == ("ana/buy", "order", "sales")
    assert [fact.text for fact in step.moments] == ["does it take my card"]
    assert [fact.text for fact in step.pains] == ["It is slow"]
    assert found.owners == ("sales", "shop team")


def test_code_of_no_touchpoint_differs_from_no_touchpoint_with_code() -> None:
    assert impacts(site(FILES).catalog, ["docs/x"]).with_code == 2
    assert impacts(site({BUY: MAP}).catalog, ["docs/x"]).with_code == 0

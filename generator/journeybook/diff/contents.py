"""What a step consists of, item by item, to find steps that were merged, split or rewritten.

A list counts as its items, and a statement as its words: two touchpoints joined in one list, or a
sentence with another comma, are still the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from functools import lru_cache

from journeybook.diff.wording import plain_words
from journeybook.schema.documents import Fact, HasFacts
from journeybook.schema.values import (
    Branches,
    MetricMove,
    References,
    Statement,
    Truth,
)

Item = tuple[str, Hashable]
Items = frozenset[Item]

SHARE = 0.6
"""The share of a step's items that must be in another step for the two to belong together."""
FEWEST = 2
"""Fewer items in common are a coincidence."""
_WORD = re.compile(r"\w+")
_FEWEST_WORDS, _WORDS = 3, 0.8
_IN_MANY_STEPS = frozenset(
    ("emotion", "who", "owner", "time", "wait", "channel", "worth", "effort", "stake")
)
"""Facts that are often equal in steps that have nothing to do with each other."""


def items_of(part: HasFacts) -> Items:
    """Every item of the facts that tell a step from others."""
    items: set[Item] = set()
    for fact in part.facts:
        if fact.key not in _IN_MANY_STEPS:
            items.update((fact.key, value) for value in _values(fact))
    return frozenset(items)


def all_items(part: HasFacts) -> Items:
    """The items of all facts, for steps that are the same but for their title."""
    items: set[Item] = set()
    for fact in part.facts:
        items.update((fact.key, value) for value in _values(fact))
    return frozenset(items)


def _values(fact: Fact) -> Iterator[Hashable]:
    payload = fact.payload
    if isinstance(payload, References):
        yield from payload.refs
    elif isinstance(payload, MetricMove):
        yield payload.ref
    elif isinstance(payload, Branches):
        yield from payload.ways
    elif isinstance(payload, Statement | Truth):
        yield plain_words(payload.text).casefold()
    else:
        yield payload


def shared_items(items: Items, others: Items) -> Items:
    """The items that another step has as well: equal ones, and statements whose words are part of
    one of its statements."""
    texts = [(key, value) for key, value in others if isinstance(value, str)]

    def is_part(item: tuple[str, object]) -> bool:
        key, words = item[0], str(item[1])
        return any(key == other and contains_words(text, words) for other, text in texts)

    return (items & others) | frozenset(filter(is_part, items - others))


def contains_words(text: str, part: str) -> bool:
    """Whether a text has at least four in five of the words of another one, and that one has three
    or more."""
    wanted = _words(part)
    missing = wanted - _words(text)
    return wanted.total() >= _FEWEST_WORDS and missing.total() <= (1 - _WORDS) * wanted.total()


@lru_cache(maxsize=4096)
def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def similarity_of(one: Items, other: Items) -> float:
    """The share of the smaller of two sets that is in the other, 0 for fewer than two items in
    common, or for none that an author worded."""
    shared = one & other
    is_worded = any(isinstance(value, str) for _, value in shared)
    if len(shared) < FEWEST or not is_worded:
        return 0.0
    return len(shared) / min(len(one), len(other))

"""What comes or goes with whole steps: their moments of truth, pain points and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from journeybook.diff.message import Text, join, message, plural
from journeybook.schema.documents import HasFacts
from journeybook.schema.values import Emotion


def contents_of(steps: Iterable[HasFacts], *, actions: bool = True) -> Text:
    """`including 1 moment of truth, 2 pain points`; no text for steps without anything. The lowest
    emotion is part of it if it is negative. `actions` counts what the customer does, too."""
    facts = [fact for step in steps for fact in step.facts]
    numbers = Counter(fact.key for fact in facts)
    words = {
        "moment of truth": plural(
            "{count} moment of truth", "{count} moments of truth", numbers["moment of truth"]
        ),
        "pain": plural("{count} pain point", "{count} pain points", numbers["pain"]),
        "delight": plural("{count} delight", "{count} delights", numbers["delight"]),
        "does": plural("{count} action", "{count} actions", numbers["does"]),
    }
    if not actions:
        del words["does"]
    listed: list[Text] = [text for key, text in words.items() if numbers[key]]
    emotions = [fact.payload.value for fact in facts if isinstance(fact.payload, Emotion)]
    lowest = min(emotions, default=0)
    if lowest < 0:
        listed.append(message("emotion −{value}", value=-lowest))
    return message("including {things}", things=join(listed, ", ")) if listed else ""

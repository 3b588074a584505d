"""Find IDs of one journey that look the same but differ, such as Latin `a` and Cyrillic `а`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from journeybook.catalog.confusable_letters import LIKE
from journeybook.diagnostics import Diagnostic, Related
from journeybook.faults import fault
from journeybook.schema.documents import Journey, Step
from journeybook.text import Span

_LATIN = {ord(letter): like for like, letters in LIKE.items() for letter in letters}


def skeleton(name: str) -> str:
    """What a name looks like: letters that are drawn the same become the same letter."""
    return name.translate(_LATIN)


def look_alikes(journey: Journey) -> Iterator[Diagnostic]:
    """A finding for each ID with the same skeleton as an earlier one, unless both are ASCII."""
    seen: dict[str, tuple[str, Span]] = {}
    for name, span in _ids(journey):
        first, first_span = seen.setdefault(skeleton(name), (name, span))
        if first != name and not (first.isascii() and name.isascii()):
            position = _first_difference(first, name)
            script = unicodedata.name(name[position], "").split(" ")[0].capitalize()
            yield fault(
                "JB153",
                span,
                f"the ID `{name}` looks like `{first}`, but letter {position + 1} is different "
                f"({script})",
                "retype it using one script",
                related=(Related(first_span, "looks like this ID"),),
            )


def _ids(journey: Journey) -> Iterator[tuple[str, Span]]:
    for part in journey.parts():
        if isinstance(part, Step):
            yield part.id, part.span
        for fact in part.facts:
            if fact.marks.id:
                yield fact.marks.id, fact.span


def _first_difference(one: str, other: str) -> int:
    for position, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return position
    return 0

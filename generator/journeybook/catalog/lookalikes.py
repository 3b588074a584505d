"""Find ids of one journey that look the same and are not, such as Latin `a` beside Cyrillic `а`."""

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
    """What a name looks like: letters that are drawn the same become one."""
    return name.translate(_LATIN)


def look_alikes(journey: Journey) -> Iterator[Diagnostic]:
    """Pairs of ids in one journey with the same skeleton, where one mixes scripts."""
    seen: dict[str, tuple[str, Span]] = {}
    for part in journey.parts():
        names = [(part.id, part.span)] if isinstance(part, Step) else []
        names += [(fact.marks.id, fact.span) for fact in part.facts if fact.marks.id]
        for name, span in names:
            drawn = skeleton(name)
            first = seen.setdefault(drawn, (name, span))
            if first[0] != name and not (first[0].isascii() and name.isascii()):
                at = next(
                    (i for i, (a, b) in enumerate(zip(first[0], name, strict=False)) if a != b), 0
                )
                script = unicodedata.name(name[at], "").split(" ")[0].capitalize()
                yield fault(
                    "JB153",
                    span,
                    (
                        f"the ID `{name}` looks like `{first[0]}`, but letter {at + 1} is "
                        f"different ({script})"
                    ),
                    "retype it using one script",
                    related=(Related(first[1], "looks like this ID"),),
                )

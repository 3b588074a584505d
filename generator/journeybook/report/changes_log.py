"""Changes between two releases for people who were not in the reviews: a Markdown document, journey
by journey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journeybook.diff.change import Change, Changes, Impact
from journeybook.diff.kinds import sentence_of
from journeybook.report.changes_text import formatting, remarks
from journeybook.text import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def as_log(changes: Changes) -> str:
    """The document; what is only for information is counted, not told."""
    return "\n".join(_lines(changes)).rstrip() + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield f"# What changed for the customer, {_plain(changes.base)} to {_plain(changes.head)}"
    yield ""
    for fault in changes.unreadable:
        yield f"**Not compared:** {_plain(fault.path)}: {_plain(fault.reason)}"
        yield ""
    told = [change for change in changes.changes if change.impact is not Impact.INFO]
    if not told and changes.is_whole:
        yield "No changes in meaning."
        yield ""
    for pair in changes.journeys:
        yield from _section(
            pair.title, (change for change in told if change.element.document.id == pair.id)
        )
    yield from _section(
        "Elsewhere", (change for change in changes.elsewhere if change.impact is not Impact.INFO)
    )
    small = changes.counts[Impact.INFO]
    notes = [
        f"{small} minor changes, such as wording"
        if small > 1
        else "1 minor change"
        if small
        else ""
    ]
    notes.append(formatting(changes))
    if said := "; ".join(filter(None, notes)):
        yield f"Not listed: {said}."


def _section(title: str, found: Iterable[Change]) -> Iterator[str]:
    changes = tuple(found)
    if not changes:
        return
    yield f"## {_plain(title)}"
    yield ""
    for change in changes:
        sentence = sentence_of(change, _plain)
        rest = "; ".join(map(_plain, remarks(change)))
        yield f"- {sentence[:1].upper()}{sentence[1:]}{f' ({rest})' if rest else ''}."
    yield ""


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))

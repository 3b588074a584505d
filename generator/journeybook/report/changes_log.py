"""Changes between two releases for people who did not review them: a Markdown document, journey by
journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeybook.diff.change import Change, Changes, Impact
from journeybook.diff.kinds import sentence_of
from journeybook.report.changes_text import formatting, remarks
from journeybook.report.safe_markdown import safe


def as_log(changes: Changes) -> str:
    """The document. Changes that are for information only are counted, not listed."""
    return "\n".join(_lines(changes)).rstrip() + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield f"# What changed for the customer, {safe(changes.base)} to {safe(changes.head)}"
    yield ""
    for fault in changes.unreadable:
        yield f"**Not compared:** {safe(fault.path)}: {safe(fault.reason)}"
        yield ""
    listed = _listed(changes.changes)
    if not listed and changes.is_whole:
        yield "No changes in meaning."
        yield ""
    for pair in changes.journeys:
        of_journey = [change for change in listed if change.element.document.id == pair.id]
        yield from _section(pair.title, of_journey)
    yield from _section("Other files", _listed(changes.elsewhere))
    if rest := "; ".join(filter(None, (_minor(changes), formatting(changes)))):
        yield f"Not listed: {rest}."


def _listed(changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if change.impact is not Impact.INFO]


def _minor(changes: Changes) -> str:
    """`3 minor changes, such as wording`, or an empty string."""
    number = changes.counts[Impact.INFO]
    if number > 1:
        return f"{number} minor changes, such as wording"
    return "1 minor change" if number else ""


def _section(title: str, changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        return
    yield f"## {safe(title)}"
    yield ""
    for change in changes:
        sentence = sentence_of(change, safe)
        rest = "; ".join(map(safe, remarks(change)))
        in_brackets = f" ({rest})" if rest else ""
        yield f"- {sentence[:1].upper()}{sentence[1:]}{in_brackets}."
    yield ""

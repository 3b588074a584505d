"""Changes between two revisions for people at a terminal, highest impact first.

HIGH
  ines/crm: step “Live demo” was removed
    including 1 moment of truth · was content/journeys/ines/crm.md:40:1 · reviewer: sales · JD202 …
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeybook.diff.change import DRAFT, Change, Changes, Impact, Unreadable
from journeybook.diff.kinds import same_elsewhere, sentence_of
from journeybook.diff.message import render
from journeybook.diff.summary import summaries
from journeybook.report.terminal import PLAIN, TerminalStyle
from journeybook.text import visible

MOST_SUMMARIES = 10
_COLOURS = {Impact.HIGH: "1;31", Impact.MEDIUM: "1;33", Impact.LOW: "1;36", Impact.INFO: "2"}


def as_text(changes: Changes, look: TerminalStyle = PLAIN) -> str:
    """The whole report; its first line shows what was compared, even if nothing changed."""
    return "\n".join(_lines(changes, look)) + "\n"


def headline(changes: Changes) -> str:
    """`2 high, 1 low`, or a note if nothing changed or some files could not be read."""
    counted = ", ".join(f"{number} {impact}" for impact, number in changes.counts.items() if number)
    if not changes.is_whole:
        return "; ".join(filter(None, (counted, "some files could not be compared")))
    if counted:
        return counted
    return "no changes in meaning" if changes.formatting else "no changes"


def formatting(changes: Changes) -> str:
    """`2 files changed, no change in meaning`, or an empty string."""
    number = len(changes.formatting)
    if not number:
        return ""
    return f"{number} {'file' if number == 1 else 'files'} changed, no change in meaning"


def summary_lines(changes: Changes, escape: Callable[[str], str] = str) -> list[str]:
    """A line for each of the journeys with several changes, most important first: title and what
    changed."""
    lines = [f"“{escape(pair.title)}”: {render(summary)}" for pair, summary in summaries(changes)]
    more = len(lines) - MOST_SUMMARIES
    if more > 0:
        journeys = "journey" if more == 1 else "journeys"
        return [*lines[:MOST_SUMMARIES], f"and {more} more {journeys}"]
    return lines


def remarks(change: Change) -> Iterator[str]:
    """What follows the sentence of a change: reason, further journeys, certainty of the match. The
    author's text in it is not escaped."""
    if change.why:
        yield change.reason
    if change.also:
        yield render(same_elsewhere(change))
    if change.match.is_guess:
        yield f"probable match, {change.match.score:.2f} similar"


def _lines(changes: Changes, look: TerminalStyle) -> Iterator[str]:
    compared = f"{visible(changes.base)} → {visible(changes.head)}"
    yield look.paint(f"{compared}: {headline(changes)}", "1")
    for fault in changes.unreadable:
        yield look.paint(_unreadable(fault, look), _COLOURS[Impact.HIGH])
    summary = [f"  {visible(line)}" for line in summary_lines(changes)]
    if summary:
        yield ""
        yield from summary
    for impact in Impact:
        of_impact = [change for change in changes.changes if change.impact is impact]
        if of_impact:
            yield ""
            yield look.paint(impact.upper(), _COLOURS[impact])
            for change in of_impact:
                yield from _change(change, look)
    tail = [line for line in (formatting(changes), _accepted(changes)) if line]
    if tail:
        yield ""
        yield from tail


def _unreadable(fault: Unreadable, look: TerminalStyle) -> str:
    what = "only partly read" if fault.in_part else "could not be read"
    side = "before" if fault.side == "base" else "after"
    return f"{what}, {side}: {look.place(fault.span)}: {visible(fault.reason)}"


def _change(change: Change, look: TerminalStyle) -> Iterator[str]:
    yield f"  {visible(_journey_id(change) + sentence_of(change, visible))}"
    place = f"{'' if change.after else 'was '}{look.place(change.place)}"
    reviewer = f"reviewer: {visible(change.owner)}" if change.owner else ""
    code = f"{change.code} {change.fingerprint}"
    rest = [*map(visible, remarks(change)), place, reviewer, code]
    yield look.paint("    " + " · ".join(filter(None, rest)), "2")


def _journey_id(change: Change) -> str:
    """`ines/crm: ` before a sentence that does not name the journey of its change."""
    document = change.element.document
    if document.kind != "journey" or document.id == DRAFT or change.element.is_whole:
        return ""
    return f"{document.id}: "


def _accepted(changes: Changes) -> str:
    number = len(changes.accepted)
    return f"{number} accepted in .journeybook-accept" if number else ""

"""Changes between two revisions as people read them on a terminal, worst first.

HIGH
  the step “Live demo” is gone
    with it a moment of truth · was content/journeys/ines/crm.md:40:1 · look: product-marketing · JD202 1f0c9a7be2d4
"""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diff.change import DRAFT, Change, Changes, Impact
from journeybook.diff.kinds import sentence_of
from journeybook.report.terminal import PLAIN, TerminalStyle
from journeybook.text import visible

_COLOURS = {Impact.HIGH: "1;31", Impact.MEDIUM: "1;33", Impact.LOW: "1;36", Impact.INFO: "2"}


def as_text(changes: Changes, look: TerminalStyle = PLAIN) -> str:
    """The whole report; it always says what was compared, also where nothing changed."""
    return "\n".join(_lines(changes, look)) + "\n"


def headline(changes: Changes) -> str:
    """`2 high, 1 low`, or what to say where nothing changed or not everything could be read."""
    counted = ", ".join(f"{number} {impact}" for impact, number in changes.counts.items() if number)
    if not changes.is_whole:
        return "; ".join(filter(None, (counted, "some files could not be compared")))
    if counted:
        return counted
    return "no change in meaning" if changes.formatting else "no change"


def formatting(changes: Changes) -> str:
    """`2 files changed, no change in meaning`, or an empty text."""
    number = len(changes.formatting)
    return (
        f"{number} {'file' if number == 1 else 'files'} changed, no change in meaning"
        if number
        else ""
    )


def remarks(change: Change) -> Iterator[str]:
    """What is said beside the sentence of a change, in plain words; author text in it is not
    escaped."""
    if change.why:
        yield change.reason
    if change.also:
        yield (
            f"same change in {len(change.also)} more "
            f"{'journey' if len(change.also) == 1 else 'journeys'}"
        )
    if change.match.is_guess:
        yield f"probable match, {change.match.score:.2f} similar"


def _lines(changes: Changes, look: TerminalStyle) -> Iterator[str]:
    yield look.paint(f"{visible(changes.base)} → {visible(changes.head)}: {headline(changes)}", "1")
    for fault in changes.unreadable:
        what = "only partly read" if fault.in_part else "could not be read"
        side = "before" if fault.side == "base" else "after"
        yield look.paint(
            f"{what}, {side}: {look.place(fault.span)}: {visible(fault.reason)}", "1;31"
        )
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


def _change(change: Change, look: TerminalStyle) -> Iterator[str]:
    document = change.element.document
    is_named = (
        change.element.what == "journey" or document.kind != "journey" or document.id == DRAFT
    )
    where = "" if is_named else f"{document.id}: "
    yield f"  {visible(where + sentence_of(change, visible))}"
    place = f"{'' if change.after else 'was '}{look.place(change.place)}"
    look_who = f"reviewer: {visible(change.owner)}" if change.owner else ""
    rest = [*map(visible, remarks(change)), place, look_who, f"{change.code} {change.fingerprint}"]
    yield look.paint("    " + " · ".join(filter(None, rest)), "2")


def _accepted(changes: Changes) -> str:
    number = len(changes.accepted)
    return f"{number} accepted in .journeybook-accept" if number else ""

"""The view of a comparison of two revisions: a page that needs no other."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.catalog.catalog import Catalog
from journeybook.diff.align import aligned
from journeybook.diff.change import Change, Changes, Impact, Pair
from journeybook.diff.kinds import KINDS, words
from journeybook.pages.changes_map import heads, lanes, two_curves
from journeybook.pages.changes_views import ChangedJourney, ChangeLine, ChangesView
from journeybook.pages.messages import Messages
from journeybook.vocabulary import is_right_to_left


def changes_view(changes: Changes, before: Catalog, after: Catalog, messages: Messages, policy: str) -> ChangesView:
    """The page of a comparison, in the language of the messages."""
    t, tn = messages.text, messages.plural
    names = {
        Impact.HIGH: t("High impact"),
        Impact.MEDIUM: t("Medium impact"),
        Impact.LOW: t("Low impact"),
        Impact.INFO: t("For information"),
    }
    unreadable = [
        t("{path}, line {line}: {reason}", path=fault.path, line=fault.span.line, reason=fault.reason)
        for fault in changes.unreadable
    ]
    notes = []
    if changes.formatting:
        number = len(changes.formatting)
        notes.append(tn("{count} file changed, no change in meaning", "{count} files changed, no change in meaning", number))
    if changes.accepted:
        number = len(changes.accepted)
        notes.append(tn("{count} change was accepted before", "{count} changes were accepted before", number))
    return ChangesView(
        lang=messages.lang,
        direction="rtl" if is_right_to_left(messages.lang) else "ltr",
        policy=policy,
        title=t("What changed for the customer"),
        base=changes.base,
        head=changes.head,
        counts=tuple((impact.value, names[impact], messages.number(n)) for impact, n in changes.counts.items()),
        unreadable=tuple(unreadable),
        journeys=tuple(
            _journey(at, pair, changes, before, after, messages, names) for at, pair in enumerate(changes.journeys)
        ),
        elsewhere=tuple(_line(change, "", names, messages) for change in changes.elsewhere),
        notes=tuple(notes),
    )


def _journey(
    number: int, pair: Pair, changes: Changes, before: Catalog, after: Catalog, messages: Messages, names: dict[Impact, str]
) -> ChangedJourney:
    old = before.journey(pair.before) if pair.before else None
    new = after.journey(pair.after) if pair.after else None
    columns = aligned(old, new)
    prefix = f"j{number}_"
    anchors = [f"{prefix}{at + 1}" for at in range(len(columns))]
    at_step = {(column.after or column.before): anchor for column, anchor in zip(columns, anchors, strict=True)}
    by_id = {step.id: anchor for step, anchor in at_step.items() if step}
    t = messages.text
    note = t("a new journey") if old is None else t("this journey is gone") if new is None else ""
    own = changes.of(pair.id)
    return ChangedJourney(
        id=f"{prefix}0",
        title=pair.title,
        note=note,
        lines=tuple(_line(change, by_id.get(_step(change), ""), names, messages, own=pair.id) for change in own),
        curves=two_curves(columns, messages, rtl=is_right_to_left(messages.lang)),
        heads=heads(columns, anchors, messages),
        lanes=lanes(columns, after.config, messages),
    )


def _step(change: Change) -> str:
    return change.element.id if change.element.what == "step" else change.element.step


def _line(change: Change, anchor: str, names: dict[Impact, str], messages: Messages, own: str = "") -> ChangeLine:
    kind = KINDS[change.code]
    t = messages.text
    first = own in ("", change.element.document.id)
    return ChangeLine(
        id=f"c-{change.fingerprint}" if first else "",
        impact=change.impact.value,
        impact_label=names[change.impact],
        title=t(kind.title),
        sentence=t(kind.sentence, **words(change)),
        more=_more(change, messages),
        href=f"#{anchor}" if anchor else "",
        place=f"{change.place.file}:{change.place.line}",
        code=change.code,
        fingerprint=change.fingerprint,
    )


def _more(change: Change, messages: Messages) -> tuple[str, ...]:
    t, tn = messages.text, messages.plural
    said: Sequence[str] = [
        change.why,
        tn("the same in {count} more journey", "the same in {count} more journeys", len(change.also)) if change.also else "",
        t("a guess: {score} alike", score=messages.percent(change.match.score)) if change.match.is_guess else "",
        t("look: {owner}", owner=change.owner) if change.owner else "",
    ]
    return tuple(filter(None, said))

"""The view of a comparison of two revisions: a page that needs no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeybook.diff.align import aligned
from journeybook.diff.change import Change, Changes, Impact, Pair
from journeybook.diff.compared import Compared
from journeybook.diff.current_ids import with_current_ids
from journeybook.diff.kinds import KINDS
from journeybook.pages.changes.aligned_map import column_anchor, heads, lanes, moves
from journeybook.pages.changes.curves import two_curves
from journeybook.pages.changes.sentences import change_reason, change_sentence
from journeybook.pages.changes.views import ChangedJourney, ChangeLine, ChangesView
from journeybook.pages.fact_text import Teller, step_titles
from journeybook.pages.messages import Messages
from journeybook.schema.documents import Journey
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.vocabulary import is_right_to_left


def changes_view(found: Compared, messages: Messages, policy: str) -> ChangesView:
    """The page of a comparison, in the language of the messages."""
    t = messages.text
    changes, before, after = found.changes, found.before, found.after

    def title(ref: Ref) -> str:
        known = after.get(ref) or before.get(ref)
        return str(known.title) if known else found.titles.get(ref, ref.id)

    return ChangesView(
        lang=messages.lang,
        direction="rtl" if is_right_to_left(messages.lang) else "ltr",
        policy=policy,
        title=t("What changed for the customer"),
        base=changes.base,
        head=changes.head,
        counts=counts(changes, messages),
        unreadable=unreadable(changes, messages),
        journeys=tuple(
            changed_journey(
                at, pair, _sides(pair, found), changes.of(pair.id), after.config, messages, title
            )
            for at, pair in enumerate(changes.journeys)
        ),
        elsewhere=tuple(change_line(change, messages) for change in changes.elsewhere),
        notes=notes(changes, messages),
    )


def _sides(pair: Pair, found: Compared) -> tuple[Journey | None, Journey | None]:
    old = found.before.journey(pair.before) if pair.before else None
    new = found.after.journey(pair.after) if pair.after else None
    return with_current_ids(old, found.changes.names) if old else None, new


def counts(changes: Changes, messages: Messages) -> tuple[tuple[str, str, str], ...]:
    """Each impact, its name, and how many changes have it."""
    names = _names(messages)
    return tuple(
        (impact.value, names[impact], messages.number(number))
        for impact, number in changes.counts.items()
    )


def unreadable(changes: Changes, messages: Messages) -> tuple[str, ...]:
    """What could not be compared, in words."""
    t = messages.text
    return tuple(
        t(
            "{path}, line {line}: {reason}",
            path=fault.path,
            line=fault.span.line,
            reason=fault.reason,
        )
        for fault in changes.unreadable
    )


def notes(changes: Changes, messages: Messages) -> tuple[str, ...]:
    """What is said at the end: files without a change in meaning, accepted changes."""
    tn = messages.plural
    said = []
    if changes.formatting:
        number = len(changes.formatting)
        said.append(
            tn(
                "{count} file changed, no change in meaning",
                "{count} files changed, no change in meaning",
                number,
            )
        )
    if changes.accepted:
        number = len(changes.accepted)
        said.append(
            tn(
                "{count} change was already accepted",
                "{count} changes were already accepted",
                number,
            )
        )
    return tuple(said)


def changed_journey(
    number: int,
    pair: Pair,
    sides: tuple[Journey | None, Journey | None],
    own: Sequence[Change],
    config: SiteConfig,
    messages: Messages,
    title: Callable[[Ref], str],
) -> ChangedJourney:
    """A journey as it was and as it is, with its changes and its aligned map; `number` counts the
    journeys of the page, `title` says what things are called."""
    old, new = sides
    columns = aligned(old, new)
    anchors = [column_anchor(number, at) for at in range(len(columns))]
    at_step = {
        (column.after or column.before): anchor
        for column, anchor in zip(columns, anchors, strict=True)
    }
    by_id = {step.id: anchor for step, anchor in at_step.items() if step}
    t = messages.text
    note = t("new journey") if old is None else t("this journey was removed") if new is None else ""
    return ChangedJourney(
        id=column_anchor(number, -1),
        title=pair.title,
        note=note,
        lines=tuple(
            change_line(change, messages, by_id.get(_step(change), ""), own=pair.id)
            for change in own
        ),
        curves=two_curves(columns, messages, rtl=is_right_to_left(messages.lang)),
        heads=heads(columns, anchors, moves(own, messages), messages),
        lanes=lanes(columns, config, Teller(messages, title, step_titles(old, new))),
    )


def _step(change: Change) -> str:
    return change.element.id if change.element.what == "step" else change.element.step


def _names(messages: Messages) -> dict[Impact, str]:
    t = messages.text
    return {
        Impact.HIGH: t("High impact"),
        Impact.MEDIUM: t("Medium impact"),
        Impact.LOW: t("Low impact"),
        Impact.INFO: t("For information"),
    }


def change_line(change: Change, messages: Messages, anchor: str = "", own: str = "") -> ChangeLine:
    """A change as a line of the list of a journey (`own`), or of what is outside of journeys;
    `anchor` is its column."""
    kind = KINDS[change.code]
    t = messages.text
    first = own in ("", change.element.document.id)
    return ChangeLine(
        id=f"c-{change.fingerprint}" if first else "",
        impact=change.impact.value,
        impact_label=_names(messages)[change.impact],
        title=t(kind.title),
        sentence=change_sentence(change, messages),
        more=_more(change, messages),
        href=f"#{anchor}" if anchor else "",
        place=f"{change.place.file}:{change.place.line}",
        code=change.code,
        fingerprint=change.fingerprint,
    )


def _more(change: Change, messages: Messages) -> tuple[str, ...]:
    t, tn = messages.text, messages.plural
    said: Sequence[str] = [
        change_reason(change, messages),
        tn(
            "same change in {count} more journey",
            "same change in {count} more journeys",
            len(change.also),
        )
        if change.also
        else "",
        t("probable match: {score} similar", score=messages.percent(change.match.score))
        if change.match.is_guess
        else "",
        t("reviewer: {owner}", owner=change.owner) if change.owner else "",
    ]
    return tuple(filter(None, said))

"""The view of a comparison of two revisions as one standalone page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeybook.diff.align import aligned
from journeybook.diff.change import Change, Changes, Impact, Pair
from journeybook.diff.compared import Compared
from journeybook.diff.current_ids import with_current_ids
from journeybook.diff.kinds import KINDS, same_elsewhere
from journeybook.diff.message import render
from journeybook.pages.changes.aligned_map import column_anchor, heads, lanes, moves
from journeybook.pages.changes.curves import two_curves
from journeybook.pages.changes.sentences import Speaker, change_reason, change_sentence
from journeybook.pages.changes.views import ChangedJourney, ChangeLine, ChangesView
from journeybook.pages.fact_text import FactFormatter, step_titles
from journeybook.pages.messages import Messages
from journeybook.schema.documents import Journey
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.vocabulary import is_right_to_left


def changes_view(compared: Compared, messages: Messages, policy: str) -> ChangesView:
    """The page of a comparison, in the language of the messages; `policy` is its
    Content-Security-Policy."""
    t = messages.text
    changes, before, after = compared.changes, compared.before, compared.after

    def title(ref: Ref) -> str:
        document = after.get(ref) or before.get(ref)
        return str(document.title) if document else compared.titles.get(ref, ref.id)

    journeys = tuple(
        changed_journey(
            number,
            pair,
            _sides(pair, compared),
            changes.of(pair.id),
            after.config,
            messages,
            title,
        )
        for number, pair in enumerate(changes.journeys)
    )
    return ChangesView(
        lang=messages.lang,
        direction="rtl" if is_right_to_left(messages.lang) else "ltr",
        policy=policy,
        title=t("What changed for the customer"),
        base=changes.base,
        head=changes.head,
        counts=counts(changes, messages),
        unreadable=unreadable(changes, messages),
        journeys=journeys,
        elsewhere=tuple(change_line(change, messages) for change in changes.elsewhere),
        notes=notes(changes, messages),
    )


def _sides(pair: Pair, compared: Compared) -> tuple[Journey | None, Journey | None]:
    """Both versions of a journey; the old one with the current ids of other things."""
    old = compared.before.journey(pair.before) if pair.before else None
    new = compared.after.journey(pair.after) if pair.after else None
    return with_current_ids(old, compared.changes.names) if old else None, new


def counts(changes: Changes, messages: Messages) -> tuple[tuple[str, str, str], ...]:
    """Each impact, its name, and the number of its changes."""
    names = _names(messages)
    return tuple(
        (impact.value, names[impact], messages.number(number))
        for impact, number in changes.counts.items()
    )


def unreadable(changes: Changes, messages: Messages) -> tuple[str, ...]:
    """The files that could not be compared, with the reason."""
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
    """Remarks at the end: files without a change in meaning, accepted changes."""
    tn = messages.plural
    remarks = []
    if changes.formatting:
        number = len(changes.formatting)
        remarks.append(
            tn(
                "{count} file changed, no change in meaning",
                "{count} files changed, no change in meaning",
                number,
            )
        )
    if changes.accepted:
        number = len(changes.accepted)
        remarks.append(
            tn(
                "{count} change was already accepted",
                "{count} changes were already accepted",
                number,
            )
        )
    return tuple(remarks)


def changed_journey(
    number: int,
    pair: Pair,
    sides: tuple[Journey | None, Journey | None],
    own: Sequence[Change],
    config: SiteConfig,
    messages: Messages,
    title: Callable[[Ref], str],
) -> ChangedJourney:
    """A journey with its changes, both curves and its aligned map; `number` is that of the journey
    on the page, `title` gives the title of a thing."""
    old, new = sides
    columns = aligned(old, new)
    anchors = [column_anchor(number, at) for at in range(len(columns))]
    anchor_of = {}
    for column, anchor in zip(columns, anchors, strict=True):
        step = column.after or column.before
        if step:
            anchor_of[step.id] = anchor
    lines = tuple(
        change_line(change, messages, anchor_of.get(_step(change), ""), own=pair.id)
        for change in own
    )
    return ChangedJourney(
        id=column_anchor(number, -1),
        title=pair.title,
        note=journey_note(old, new, messages),
        lines=lines,
        curves=two_curves(columns, messages, rtl=is_right_to_left(messages.lang)),
        heads=heads(columns, anchors, moves(own, messages), messages),
        lanes=lanes(columns, config, FactFormatter(messages, title, step_titles(old, new))),
    )


def journey_note(old: object | None, new: object | None, messages: Messages) -> str:
    """Whether a journey is new or was removed, in words; empty for one that is in both
    revisions."""
    t = messages.text
    if not old:
        return t("new journey")
    return "" if new else t("this journey was removed")


def _step(change: Change) -> str:
    """The id of the step that changed, or in which something changed."""
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
    """A change as a line in the list of a journey (`own`), or outside the journeys; `anchor` is the
    anchor of its column."""
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
    """Reason, other journeys with the same change, probable match, reviewer."""
    t = messages.text
    remarks = [change_reason(change, messages)]
    if change.also:
        remarks.append(render(same_elsewhere(change), Speaker(messages)))
    if change.match.is_guess:
        score = messages.percent(change.match.score)
        remarks.append(t("probable match: {score} similar", score=score))
    if change.owner:
        remarks.append(t("reviewer: {owner}", owner=change.owner))
    return tuple(filter(None, remarks))

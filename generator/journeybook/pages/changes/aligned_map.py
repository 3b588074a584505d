"""One aligned map of two revisions: columns in head order, removed steps kept in place, words told
apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from journeybook.diff.align import Column
from journeybook.diff.change import Change
from journeybook.diff.facts import pair_facts
from journeybook.diff.format_value import format_value
from journeybook.pages.changes.views import (
    ChangedCell,
    ChangedHead,
    ChangedItem,
    ChangedLane,
    Piece,
)
from journeybook.pages.fact_text import Teller
from journeybook.pages.labels import isolated
from journeybook.pages.messages import Messages
from journeybook.schema.documents import Fact, HasFacts
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import References
from journeybook.text import Span
from journeybook.vocabulary import is_right_to_left

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# Of the letters of the longer text; with less, words that stayed by chance only make it hard to
# read
_LEAST_IN_COMMON = 0.35
# Tokens; beyond that both texts are shown whole, since comparing takes the square of the time
_LONGEST = 4_000


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """A text with the words that went and came."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        return tuple(piece for piece in (Piece("del", old), Piece("ins", new)) if piece.text)
    made: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    common = sum(
        len(word)
        for a, _, size in matcher.get_matching_blocks()
        for word in before[a : a + size]
        if word.strip()
    )
    if common < _LEAST_IN_COMMON * max(_letters(before), _letters(after)):
        return tuple(piece for piece in (Piece("del", old), Piece("ins", new)) if piece.text)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            made.append(Piece("same", "".join(before[a:b])))
        else:
            made += [Piece("del", "".join(before[a:b])), Piece("ins", "".join(after[c:d]))]
    return tuple(piece for piece in made if piece.text)


def _letters(words: Sequence[str]) -> int:
    return sum(len(word) for word in words if word.strip())


def moves(own: Sequence[Change], words: Messages) -> Mapping[Span, str]:
    """Place of a step that went to another journey, or came from one -> where it went or came from,
    in words."""
    t = words.text
    found: dict[Span, str] = {}
    for change in own:
        if change.origin and change.before and change.after:
            found[change.before] = t("moved to {journey}", journey=change.new)
            found[change.after] = t("moved here from {journey}", journey=change.old)
    return found


def heads(
    columns: Sequence[Column], anchors: Sequence[str], moved: Mapping[Span, str], words: Messages
) -> tuple[ChangedHead, ...]:
    """The head of every column; `moved` are the steps that changed their journey."""
    t, rtl = words.text, is_right_to_left(words.lang)
    made = []
    for at, (column, anchor) in enumerate(zip(columns, anchors, strict=True)):
        old, new = column.before, column.after
        tone = (
            "new"
            if old is None
            else "removed"
            if new is None
            else "changed"
            if is_changed(column)
            else "same"
        )
        crossed = old is not None and new is not None and column.old_stage != column.new_stage
        changed = t("moved") if crossed else t("changed")
        tag = {"new": t("new step"), "removed": t("removed step"), "changed": changed, "same": ""}[
            tone
        ]
        if alone := (old is None or new is None) and (new or old):
            tag = moved.get(alone.span, tag)
        title = word_pieces(old.title, new.title) if old and new else (Piece("same", column.title),)
        stage = column.new_stage or column.old_stage
        if crossed:
            stage = t(
                "{old} → {new}",
                old=isolated(column.old_stage, rtl),
                new=isolated(column.new_stage, rtl),
            )
        made.append(
            ChangedHead(words.number(at + 1), anchor, title, stage, tone, tag, tone != "same")
        )
    return tuple(made)


def column_anchor(journey: int, at: int) -> str:
    """The id of a column on a page of a comparison; `journey` counts the journeys of the page."""
    return f"j{journey}_{at + 1}"


def is_changed(column: Column) -> bool:
    """Whether a step stands on one side only, or says something else than before."""
    old, new = column.before, column.after
    if old is None or new is None:
        return True
    same = (old.title, old.facts, old.story) == (new.title, new.facts, new.story)
    return not same or column.old_stage != column.new_stage


def lanes(columns: Sequence[Column], config: SiteConfig, teller: Teller) -> tuple[ChangedLane, ...]:
    """A row for every fact that some step has on either side, in the order of the site; stories
    last."""
    t = teller.words.text
    keys = [*config.lane_order, *(key for key in config.facts if key not in config.lane_order)]
    made = []
    for key in keys:
        cells = tuple(
            ChangedCell(
                tuple(changed_items(column.before, column.after, key, teller)), is_changed(column)
            )
            for column in columns
        )
        if any(cell.items for cell in cells):
            made.append(ChangedLane(t(config.facts[key].title), cells))
    stories = tuple(
        ChangedCell(tuple(_story(column, teller.words)), is_changed(column)) for column in columns
    )
    if any(item.tone != "same" for cell in stories for item in cell.items):
        made.append(ChangedLane(t("Story"), stories))
    return tuple(made)


def changed_items(
    before: HasFacts | None, after: HasFacts | None, key: str, teller: Teller
) -> Iterator[ChangedItem]:
    """What a step or a stage says in one lane, now and before, each thing with its tone."""
    old, new = before.all(key) if before else (), after.all(key) if after else ()
    pairs, gone, come = pair_facts(old, new)
    if len(gone) == len(come) == 1:
        pairs, gone, come = [*pairs, (gone[0], come[0])], [], []
    partner = {id(other): one for one, other in pairs}
    for fact in new:
        if id(fact) in partner:
            yield _pair(partner[id(fact)], fact, teller)
        elif any(fact is other for other in come):
            yield _item("", teller.said(fact), teller.words)
    for fact in gone:
        yield _item(teller.said(fact), "", teller.words)


def _pair(old: Fact, new: Fact, teller: Teller) -> ChangedItem:
    t = teller.words.text
    if (
        old.payload != new.payload
        and isinstance(old.payload, References)
        and isinstance(new.payload, References)
    ):
        return ChangedItem(
            "changed", t("changed"), list_pieces(teller.names(old), teller.names(new))
        )
    return _item(*_told(old, new, teller), teller.words)


def list_pieces(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    """A list of names with those that went and came: a name is never cut."""
    made: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            made += [("same", name) for name in new[c:d]]
        else:
            made += [("del", name) for name in old[a:b]] + [("ins", name) for name in new[c:d]]
    parts = [[Piece(kind, name), Piece("same", ", ")] for kind, name in made]
    return tuple(piece for part in parts for piece in part)[:-1]


def _told(old: Fact, new: Fact, teller: Teller) -> tuple[str, str]:
    """Both facts in words; as the authors wrote them where rounded words would hide that they
    differ."""
    said = teller.said(old), teller.said(new)
    return (
        said
        if said[0] != said[1]
        else (format_value(old.payload), format_value(new.payload))
        if old.payload != new.payload
        else said
    )


def _item(old: str, new: str, words: Messages) -> ChangedItem:
    t = words.text
    if old == new:
        return ChangedItem("same", "", (Piece("same", new),))
    if not old:
        return ChangedItem("new", t("new"), (Piece("ins", new),))
    if not new:
        return ChangedItem("removed", t("removed"), (Piece("del", old),))
    return ChangedItem("changed", t("changed"), word_pieces(old, new))


def _story(column: Column, words: Messages) -> Iterator[ChangedItem]:
    old = column.before.story.text if column.before else ""
    new = column.after.story.text if column.after else ""
    if old or new:
        yield _item(old, new, words)

"""One aligned map of two revisions: columns in head order, removed steps kept in place, words told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from journeybook.diff.align import Column
from journeybook.diff.change import Change
from journeybook.diff.facts import paired
from journeybook.diff.shown import shown
from journeybook.pages.changes_views import (
    ChangedCell,
    ChangedHead,
    ChangedItem,
    ChangedLane,
    Piece,
)
from journeybook.pages.messages import Messages
from journeybook.schema.documents import Fact, HasFacts
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Span

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 4_000  # tokens; beyond that both texts are shown whole, since comparing takes the square of the time


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """A text with the words that went and came."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        return tuple(piece for piece in (Piece("del", old), Piece("ins", new)) if piece.text)
    made: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            made.append(Piece("same", "".join(before[a:b])))
        else:
            made += [Piece("del", "".join(before[a:b])), Piece("ins", "".join(after[c:d]))]
    return tuple(piece for piece in made if piece.text)


def moves(own: Sequence[Change], words: Messages) -> Mapping[Span, str]:
    """Place of a step that went to another journey, or came from one -> where it went or came from, in words."""
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
    t = words.text
    made = []
    for at, (column, anchor) in enumerate(zip(columns, anchors, strict=True)):
        old, new = column.before, column.after
        tone = "new" if old is None else "gone" if new is None else "changed" if is_changed(column) else "same"
        crossed = old is not None and new is not None and column.old_stage != column.new_stage
        changed = t("moved") if crossed else t("changed")
        tag = {"new": t("new step"), "gone": t("removed step"), "changed": changed, "same": ""}[tone]
        if alone := (old is None or new is None) and (new or old):
            tag = moved.get(alone.span, tag)
        title = word_pieces(old.title, new.title) if old and new else (Piece("same", column.title),)
        stage = column.new_stage or column.old_stage
        if crossed:
            stage = t("{old} → {new}", old=column.old_stage, new=column.new_stage)
        made.append(ChangedHead(words.number(at + 1), anchor, title, stage, tone, tag, tone != "same"))
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


def lanes(columns: Sequence[Column], config: SiteConfig, words: Messages) -> tuple[ChangedLane, ...]:
    """A row for every fact that some step has on either side, in the order of the site; stories last."""
    keys = [*config.lane_order, *(key for key in config.facts if key not in config.lane_order)]
    made = []
    for key in keys:
        cells = tuple(
            ChangedCell(tuple(changed_items(column.before, column.after, key, words)), is_changed(column))
            for column in columns
        )
        if any(cell.items for cell in cells):
            made.append(ChangedLane(words.text(config.facts[key].title), cells))
    stories = tuple(ChangedCell(tuple(_story(column, words)), is_changed(column)) for column in columns)
    if any(item.tone != "same" for cell in stories for item in cell.items):
        made.append(ChangedLane(words.text("Story"), stories))
    return tuple(made)


def changed_items(before: HasFacts | None, after: HasFacts | None, key: str, words: Messages) -> Iterator[ChangedItem]:
    """What a step or a stage says in one lane, now and before, each thing with its tone."""
    old, new = _facts(before, key), _facts(after, key)
    pairs, gone, come = paired(old, new)
    if len(gone) == len(come) == 1:
        pairs, gone, come = [*pairs, (gone[0], come[0])], [], []
    partner = {id(other): one for one, other in pairs}
    for fact in new:
        if id(fact) in partner:
            yield _item(_text(partner[id(fact)]), _text(fact), words)
        elif any(fact is other for other in come):
            yield _item("", _text(fact), words)
    for fact in gone:
        yield _item(_text(fact), "", words)


def _item(old: str, new: str, words: Messages) -> ChangedItem:
    t = words.text
    if old == new:
        return ChangedItem("same", "", (Piece("same", new),))
    if not old:
        return ChangedItem("new", t("new"), (Piece("ins", new),))
    if not new:
        return ChangedItem("gone", t("gone"), (Piece("del", old),))
    return ChangedItem("changed", t("changed"), word_pieces(old, new))


def _story(column: Column, words: Messages) -> Iterator[ChangedItem]:
    old = column.before.story.text if column.before else ""
    new = column.after.story.text if column.after else ""
    if old or new:
        yield _item(old, new, words)


def _facts(part: HasFacts | None, key: str) -> tuple[Fact, ...]:
    return part.all(key) if part else ()


def said_in(part: HasFacts | None, key: str) -> tuple[str, ...]:
    """What a step or a stage says in one lane, as plain texts."""
    return tuple(_text(fact) for fact in _facts(part, key))


def _text(fact: Fact) -> str:
    person = getattr(fact.payload, "persona", "")
    marks = [f"!{mark}" for mark in (fact.marks.severity, *fact.marks.tags) if mark]
    marks += [f"^{ref.id}" for ref in fact.marks.evidence]
    return " ".join(filter(None, (f"{person}:" if person else "", shown(fact.payload), *marks)))

"""One map of two revisions: columns in the new order, removed steps in their old place, texts with
the words that changed."""

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
from journeybook.pages.fact_text import FactFormatter
from journeybook.pages.labels import isolated
from journeybook.pages.messages import Messages
from journeybook.schema.documents import Fact, HasFacts
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import References
from journeybook.text import Span
from journeybook.vocabulary import is_right_to_left

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_LEAST_IN_COMMON = 0.35
"""Share of the longer text's letters; below it, the few words in common only make a text hard to
read."""
_LONGEST = 4_000
"""Words and signs. Longer texts are shown whole: the time to compare grows with the square."""


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """A text with the words that were removed and added."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    whole = [Piece("del", old), Piece("ins", new)]
    if max(len(before), len(after)) > _LONGEST:
        return _filled(whole)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    blocks = matcher.get_matching_blocks()
    common = sum(_letters(before[block.a : block.a + block.size]) for block in blocks)
    if common < _LEAST_IN_COMMON * max(_letters(before), _letters(after)):
        return _filled(whole)
    pieces = []
    for kind, a, b, c, d in matcher.get_opcodes():
        removed, added = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            pieces.append(Piece("same", removed))
        else:
            pieces += [Piece("del", removed), Piece("ins", added)]
    return _filled(pieces)


def _filled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)


def _letters(words: Sequence[str]) -> int:
    return sum(len(word) for word in words if word.strip())


def moves(own: Sequence[Change], words: Messages) -> Mapping[Span, str]:
    """Place of a step that moved between journeys -> where it moved to, or came from."""
    t = words.text
    labels: dict[Span, str] = {}
    for change in own:
        if change.origin and change.before and change.after:
            labels[change.before] = t("moved to {journey}", journey=change.new)
            labels[change.after] = t("moved here from {journey}", journey=change.old)
    return labels


def heads(
    columns: Sequence[Column],
    anchors: Sequence[str],
    moved: Mapping[Span, str],
    words: Messages,
) -> tuple[ChangedHead, ...]:
    """The head of every column; `moved` has the labels of steps that moved between journeys."""
    return tuple(
        _head(number, column, anchor, moved, words)
        for number, (column, anchor) in enumerate(zip(columns, anchors, strict=True), 1)
    )


def _head(
    number: int,
    column: Column,
    anchor: str,
    moved: Mapping[Span, str],
    words: Messages,
) -> ChangedHead:
    old, new = column.before, column.after
    tone = _tone(column)
    title: tuple[Piece, ...] = (Piece("same", column.title),)
    if old and new:
        title = word_pieces(old.title, new.title)
    return ChangedHead(
        number=words.number(number),
        anchor=anchor,
        title=title,
        stage=_stages(column, words),
        tone=tone,
        tag=_tag(column, tone, moved, words),
        is_changed=tone != "same",
    )


def _tone(column: Column) -> str:
    if column.before is None:
        return "new"
    if column.after is None:
        return "removed"
    return "changed" if is_changed(column) else "same"


def _has_moved(column: Column) -> bool:
    """Whether a step is in another stage than before."""
    return bool(column.before and column.after and column.old_stage != column.new_stage)


def _tag(column: Column, tone: str, moved: Mapping[Span, str], words: Messages) -> str:
    t = words.text
    changed = t("moved") if _has_moved(column) else t("changed")
    tags = {"new": t("new step"), "removed": t("removed step"), "changed": changed, "same": ""}
    step = column.after or column.before
    is_alone = column.before is None or column.after is None
    return moved.get(step.span, tags[tone]) if is_alone and step else tags[tone]


def _stages(column: Column, words: Messages) -> str:
    """The stage of a step; if it moved, both."""
    if not _has_moved(column):
        return column.new_stage or column.old_stage
    t, rtl = words.text, is_right_to_left(words.lang)
    return t(
        "{old} → {new}",
        old=isolated(column.old_stage, rtl),
        new=isolated(column.new_stage, rtl),
    )


def column_anchor(journey: int, at: int) -> str:
    """The id of a column; `journey` is the number of the journey on the page."""
    return f"j{journey}_{at + 1}"


def is_changed(column: Column) -> bool:
    """Whether a step is new, was removed, moved, or has other texts or facts than before."""
    old, new = column.before, column.after
    if old is None or new is None:
        return True
    same = (old.title, old.facts, old.story) == (new.title, new.facts, new.story)
    return not same or column.old_stage != column.new_stage


def lanes(
    columns: Sequence[Column], config: SiteConfig, formatter: FactFormatter
) -> tuple[ChangedLane, ...]:
    """A row for each kind of fact that a step has on either side, in the site's order; the stories
    are last."""
    t = formatter.words.text
    keys = [*config.lane_order, *(key for key in config.facts if key not in config.lane_order)]
    rows = []
    for key in keys:
        cells = tuple(_cell(column, key, formatter) for column in columns)
        if any(cell.items for cell in cells):
            rows.append(ChangedLane(t(config.facts[key].title), cells))
    stories = tuple(_story_cell(column, formatter.words) for column in columns)
    items = (item for cell in stories for item in cell.items)
    if any(item.tone != "same" for item in items):
        rows.append(ChangedLane(t("Story"), stories))
    return tuple(rows)


def _cell(column: Column, key: str, formatter: FactFormatter) -> ChangedCell:
    items = changed_items(column.before, column.after, key, formatter)
    return ChangedCell(tuple(items), is_changed(column))


def _story_cell(column: Column, words: Messages) -> ChangedCell:
    old = column.before.story.text if column.before else ""
    new = column.after.story.text if column.after else ""
    items = (_item(old, new, words),) if old or new else ()
    return ChangedCell(items, is_changed(column))


def changed_items(
    before: HasFacts | None,
    after: HasFacts | None,
    key: str,
    formatter: FactFormatter,
) -> Iterator[ChangedItem]:
    """The facts of a step or a stage in one lane: current ones, then those that were removed."""
    old, new = before.all(key) if before else (), after.all(key) if after else ()
    pairs, removed, added = pair_facts(old, new)
    if len(removed) == len(added) == 1:
        pairs, removed, added = [*pairs, (removed[0], added[0])], [], []
    partner = {id(other): one for one, other in pairs}
    for fact in new:
        if id(fact) in partner:
            yield _pair(partner[id(fact)], fact, formatter)
        elif any(fact is other for other in added):
            yield _item("", formatter.line(fact), formatter.words)
    for fact in removed:
        yield _item(formatter.line(fact), "", formatter.words)


def _pair(old: Fact, new: Fact, formatter: FactFormatter) -> ChangedItem:
    t = formatter.words.text
    if (
        old.payload != new.payload
        and isinstance(old.payload, References)
        and isinstance(new.payload, References)
    ):
        return ChangedItem(
            "changed", t("changed"), list_pieces(formatter.names(old), formatter.names(new))
        )
    return _item(*_texts(old, new, formatter), formatter.words)


def list_pieces(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    """A list of names with those that were removed and added; a name is never cut."""
    names: list[tuple[str, str]] = []
    for operation, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            names += (("same", name) for name in new[c:d])
        else:
            names += (("del", name) for name in old[a:b])
            names += (("ins", name) for name in new[c:d])
    pieces = []
    for kind, name in names:
        pieces += [Piece(kind, name), Piece("same", ", ")]
    return tuple(pieces[:-1])


def _texts(old: Fact, new: Fact, formatter: FactFormatter) -> tuple[str, str]:
    """Both facts in words; as the authors wrote them if rounding would hide the difference."""
    before, after = formatter.line(old), formatter.line(new)
    if before == after and old.payload != new.payload:
        return format_value(old.payload), format_value(new.payload)
    return before, after


def _item(old: str, new: str, words: Messages) -> ChangedItem:
    t = words.text
    if old == new:
        return ChangedItem("same", "", (Piece("same", new),))
    if not old:
        return ChangedItem("new", t("new"), (Piece("ins", new),))
    if not new:
        return ChangedItem("removed", t("removed"), (Piece("del", old),))
    return ChangedItem("changed", t("changed"), word_pieces(old, new))

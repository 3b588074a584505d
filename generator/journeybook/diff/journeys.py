"""Changes within a journey that both revisions have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Impact, Match
from journeybook.diff.current_ids import names_unless_used
from journeybook.diff.documents import Documents
from journeybook.diff.facts import Sides, fact_changes
from journeybook.diff.fields import field_changes
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Named, Text, message
from journeybook.diff.pains import pain_changes
from journeybook.diff.pair import JourneyPair, stage_element
from journeybook.diff.path_changes import branch_changes, low_point_changes, unreachable_steps
from journeybook.diff.structure import stage_changes, step_changes
from journeybook.diff.translation import SAME_FIGURES, in_words_of, is_translated
from journeybook.diff.wording import same_words
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref


def journey_pairs(documents: Documents) -> tuple[JourneyPair, ...]:
    """The journeys that exist in both revisions."""
    return tuple(
        JourneyPair(old, new, match, documents.names)
        for old, new, match in documents.pairs
        if isinstance(old, Journey) and isinstance(new, Journey)
    )


def changes_within(pair: JourneyPair, before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Everything that changed in one journey."""
    languages = (before.lang(pair.before), after.lang(pair.after))
    if is_translated(pair.before, pair.after, languages):
        in_new_words = replace(pair, before=in_words_of(pair.before, pair.after))
        others = [*_all_changes(in_new_words, before, after)]
        changes = [_translated(pair, languages, others), *others]
    else:
        changes = [*_all_changes(pair, before, after)]
    return (*changes, *_approved(pair, changes))


def _all_changes(pair: JourneyPair, before: Catalog, after: Catalog) -> Iterator[Change]:
    yield from _name(pair)
    yield from field_changes(pair.before, pair.after, pair.names)
    if pair.before.stages != pair.after.stages:
        yield from stage_changes(pair)
        yield from step_changes(pair)
        yield from _changes_below_headings(pair, before, after)


def _translated(pair: JourneyPair, languages: tuple[str, str], others: Sequence[Change]) -> Change:
    """A journey in another language, and whether anything but its words changed."""
    is_same = all(change.code == "JD408" for change in others)
    return make_change(
        "JD110",
        replace(pair.element, subject=str(pair.before.title)),
        key=languages,
        base=pair.before.ref,
        old=languages[0],
        new=languages[1],
        before=pair.before.place("lang"),
        after=pair.after.place("lang"),
        match=pair.match,
        why=SAME_FIGURES if is_same else message("other changes are listed separately"),
        owner=pair.owner_of(),
    )


def _changes_below_headings(pair: JourneyPair, before: Catalog, after: Catalog) -> Iterator[Change]:
    """The changed facts of all stages and steps that exist on both sides."""
    stages = [_sides_of_stage(pair, one, other) for one, other, _ in pair.stages.pairs]
    steps = [_sides_of_step(pair, one, other) for one, other, _ in pair.steps.pairs]
    for sides in (*stages, *steps):
        yield from fact_changes(sides)
    for (one, other, _), sides in zip(pair.steps.pairs, steps, strict=True):
        yield from branch_changes(pair, sides, one, other)
    yield from pain_changes(pair, [*stages, *steps], before, after)
    yield from low_point_changes(pair)
    yield from unreachable_steps(pair)


def _sides_of_stage(pair: JourneyPair, one: int, other: int) -> Sides:
    old, new = pair.before.stages[one], pair.after.stages[other]
    element = stage_element(pair.after, new)
    names = names_unless_used(pair.names, new.facts)
    return Sides(old, new, element, pair.before.ref, names, pair.owner_of(new))


def _sides_of_step(pair: JourneyPair, one: int, other: int) -> Sides:
    old, new = pair.old_whole(one), pair.new_whole(other)
    element = pair.of_step(other)
    names = names_unless_used(pair.names, new.facts)
    return Sides(old, new, element, pair.before.ref, names, pair.owner_of(new))


def _name(pair: JourneyPair) -> Iterator[Change]:
    before, after = pair.before, pair.after
    names: list[tuple[str, Text, Text]] = []
    former = Ref("persona", before.persona)
    if pair.names.get(former, former).id != after.persona:
        personas = (former, Ref("persona", after.persona))
        names.append(("JD103", Named(personas[0]), Named(personas[1])))
    if not same_words(before.title, after.title):
        names.append(("JD104", str(before.title), str(after.title)))
    elif before.id.partition("/")[2] != after.id.partition("/")[2]:
        names.append(("JD104", before.id, after.id))
    for code, old, new in names:
        is_file = code == "JD104" and old == before.id
        yield make_change(
            code,
            replace(pair.element, subject=str(after.title)) if is_file else pair.element,
            key=(before.persona, after.persona) if code == "JD103" else (),
            base=before.ref,
            old=old,
            new=new,
            before=before.place("title"),
            after=after.place("title"),
            match=pair.match,
            owner=pair.owner_of(),
        )


_BOOKKEEPING = frozenset(
    {"JD104", "JD110", "JD207", "JD402", "JD403", "JD405", "JD408", "JD414", "JD801"}
)
"""Kinds of change that leave the customer's journey as it was approved."""
_BOOKKEEPING_FIELDS = frozenset({"tags", "lang", "part_of", "continues", "translation_of", "of"})


def _is_bookkeeping(change: Change) -> bool:
    if change.code == "JD107":
        return change.element.what in _BOOKKEEPING_FIELDS
    return change.code in _BOOKKEEPING


def _approved(pair: JourneyPair, changes: Sequence[Change]) -> Iterator[Change]:
    """A map that is still marked approved, but was edited. A file with another name or in another
    place is no edit."""
    if pair.before.status != "approved" or pair.after.status != "approved":
        return
    is_same_title = same_words(pair.before.title, pair.after.title)
    ignored = ("JD408", "JD104") if is_same_title else ("JD408",)
    edits = [change for change in changes if change.code not in ignored]
    if not edits:
        return
    meant = [change for change in edits if change.impact is not Impact.INFO]
    last, now = pair.before.reviewed, pair.after.reviewed
    impact: Impact | None = None
    why: Text = ""
    if now is not None and (last is None or now > last):
        impact, why = Impact.LOW, message("reviewed again on {day}", day=now)
    elif all(change.code == "JD801" for change in edits):
        impact, why = Impact.LOW, message("wording only")
    elif not meant or all(map(_is_bookkeeping, edits)):
        impact, why = Impact.LOW, message("no change for the customer")
    yield make_change(
        "JD407",
        pair.element,
        key=sorted(change.fingerprint for change in meant),
        base=pair.before.ref,
        before=pair.before.place("status"),
        after=pair.after.place("status"),
        impact=impact,
        why=why,
        match=Match("id"),
        owner=pair.owner_of(),
    )

"""Changes of journeys: within one that both revisions have, and new, removed, moved, split or
merged ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element, Impact, Match
from journeybook.diff.documents import Documents
from journeybook.diff.facts import Sides, fact_changes
from journeybook.diff.fields import field_changes
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Named, Text, join, message, plural, word
from journeybook.diff.pains import pain_changes
from journeybook.diff.pair import JourneyPair, stage_element
from journeybook.diff.path_changes import branch_changes, low_point_changes, unreachable_steps
from journeybook.diff.structure import stage_changes, step_changes
from journeybook.diff.wording import same_words
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref, slug
from journeybook.text import Span

_FEWEST_STEPS, _SHARE = 2, 0.5


def journey_pairs(documents: Documents) -> tuple[JourneyPair, ...]:
    """The journeys that exist in both revisions."""
    return tuple(
        JourneyPair(old, new, match, documents.names)
        for old, new, match in documents.pairs
        if isinstance(old, Journey) and isinstance(new, Journey)
    )


def changes_within(pair: JourneyPair, before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Everything that changed in one journey."""
    changes = [*_name(pair), *field_changes(pair.before, pair.after, pair.names)]
    if pair.before.stages != pair.after.stages:
        changes += [*stage_changes(pair), *step_changes(pair)]
        changes += _changes_below_headings(pair, before, after)
    return (*changes, *_approved(pair, changes))


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
    return Sides(old, new, element, pair.before.ref, pair.names, pair.owner_of(new))


def _sides_of_step(pair: JourneyPair, one: int, other: int) -> Sides:
    old, new = pair.old_whole(one), pair.new_whole(other)
    element = pair.of_step(other)
    return Sides(old, new, element, pair.before.ref, pair.names, pair.owner_of(new))


def changes_across(documents: Documents, pairs: Sequence[JourneyPair]) -> Iterator[Change]:
    """Journeys on one side only: new and removed ones, parts of others that became journeys, and
    journeys that were merged into others."""
    removed = [document for document in documents.removed if isinstance(document, Journey)]
    added = [document for document in documents.added if isinstance(document, Journey)]
    for journey in added:
        yield _added_journey(journey, removed, pairs)
    for journey in removed:
        yield _removed_journey(journey, pairs)


def _added_journey(
    journey: Journey, removed: Sequence[Journey], pairs: Sequence[JourneyPair]
) -> Change:
    """A new journey, or one that was split off from another one."""
    source = _journey_split(journey, removed, pairs)
    owner = str(journey.owner or "")
    if source is None:
        steps = plural("{count} step", "{count} steps", len(journey.steps))
        why = join((steps, word(str(journey.status))), ", ")
        start = journey.place("title")
        return make_change("JD101", _element(journey), after=start, why=why, owner=owner)
    return make_change(
        "JD105",
        _element(journey),
        base=source.ref,
        key=(journey.id,),
        old=str(source.title),
        new=str(journey.title),
        before=source.place("title"),
        after=journey.place("title"),
        owner=owner,
    )


def _journey_split(
    journey: Journey, removed: Sequence[Journey], pairs: Sequence[JourneyPair]
) -> Journey | None:
    """The journey that lost the steps which a new one has."""
    for pair in pairs:
        if _shares(journey, [pair.before.steps[at].title for at in pair.steps.removed]):
            return pair.before
    for other in removed:
        if _shares(journey, [step.title for step in other.steps]):
            return other
    return None


def _removed_journey(journey: Journey, pairs: Sequence[JourneyPair]) -> Change:
    """A journey that was removed, or merged into another one."""
    into = next((pair for pair in pairs if _shares(journey, _added_titles(pair))), None)
    if into is not None:
        return make_change(
            "JD106",
            into.element,
            base=journey.ref,
            old=str(journey.title),
            new=str(into.after.title),
            before=journey.place("title"),
            after=into.after.place("title"),
            owner=into.owner_of(),
        )
    moments = sum(bool(step.all("moment of truth")) for step in journey.steps)
    things: list[Text] = [plural("{count} step", "{count} steps", len(journey.steps))]
    if moments:
        things.append(plural("{count} moment of truth", "{count} moments of truth", moments))
    return make_change(
        "JD102",
        _element(journey),
        before=journey.place("title"),
        near=Span.start_of("site.yaml"),
        why=message("including {things}", things=join(things, ", ")),
        owner=str(journey.owner or ""),
    )


def _added_titles(pair: JourneyPair) -> list[str]:
    return [pair.after.steps[at].title for at in pair.steps.added]


def _shares(journey: Journey, titles: Sequence[str]) -> bool:
    """Whether at least half of a journey's steps, and two, have titles among these."""
    wanted = {slug(title) for title in titles}
    shared = sum(slug(step.title) in wanted for step in journey.steps)
    return shared >= _FEWEST_STEPS and shared >= _SHARE * len(journey.steps)


def _element(journey: Journey) -> Element:
    return Element("journey", journey.ref, title=str(journey.title))


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
        yield make_change(
            code,
            pair.element,
            key=(before.persona, after.persona) if code == "JD103" else (),
            base=before.ref,
            old=old,
            new=new,
            before=before.place("title"),
            after=after.place("title"),
            match=pair.match,
            owner=pair.owner_of(),
        )


_BOOKKEEPING = frozenset({"JD104", "JD207", "JD402", "JD403", "JD405", "JD408", "JD414", "JD801"})
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

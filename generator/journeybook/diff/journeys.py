"""What changed in each journey, and which journeys are new, gone, moved, split or merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element, Impact, Match
from journeybook.diff.documents import Documents
from journeybook.diff.facts import Sides, fact_changes
from journeybook.diff.fields import field_changes
from journeybook.diff.make_change import make_change
from journeybook.diff.message import counted, phrase, together, word
from journeybook.diff.pains import pain_changes
from journeybook.diff.pair import JourneyPair, stage_element
from journeybook.diff.path_changes import branch_changes, low_point_changes, unreachable_steps
from journeybook.diff.structure import stage_changes, step_changes
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref, slug
from journeybook.text import Span

_FEWEST_STEPS, _SHARE = 2, 0.5


def journey_pairs(found: Documents) -> tuple[JourneyPair, ...]:
    """The journeys that stand in both revisions."""
    return tuple(
        JourneyPair(old, new, match, found.names)
        for old, new, match in found.pairs
        if isinstance(old, Journey) and isinstance(new, Journey)
    )


def changes_within(pair: JourneyPair, before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Everything that changed in one journey."""
    found = [*_name(pair), *field_changes(pair.before, pair.after, pair.names)]
    if pair.before.stages != pair.after.stages:
        everywhere: list[Sides] = []
        found += [*stage_changes(pair), *step_changes(pair)]
        for one, other, _ in pair.stages.pairs:
            old_stage, new_stage = pair.before.stages[one], pair.after.stages[other]
            element = stage_element(pair.after, new_stage)
            owner = pair.owner_of(new_stage)
            everywhere.append(
                Sides(old_stage, new_stage, element, pair.before.ref, pair.names, owner)
            )
        stages_only = len(everywhere)
        for one, other, _ in pair.steps.pairs:
            old, new = pair.before.steps[one], pair.after.steps[other]
            everywhere.append(
                Sides(
                    old, new, pair.of_step(other), pair.before.ref, pair.names, pair.owner_of(new)
                )
            )
        for sides in everywhere:
            found += fact_changes(sides)
        for (one, other, _), sides in zip(pair.steps.pairs, everywhere[stages_only:], strict=True):
            found += branch_changes(pair, sides, one, other)
        found += [
            *pain_changes(pair, everywhere, before, after),
            *low_point_changes(pair),
            *unreachable_steps(pair),
        ]
    return (*found, *_approved(pair, found))


def changes_across(found: Documents, pairs: Sequence[JourneyPair]) -> Iterator[Change]:
    """Journeys on one side only: new and gone ones, parts of others that became journeys, and the
    reverse."""
    gone = [document for document in found.removed if isinstance(document, Journey)]
    for journey in (document for document in found.added if isinstance(document, Journey)):
        losers = [
            (pair.before, [pair.before.steps[at] for at in pair.steps.removed]) for pair in pairs
        ]
        losers += [(other, list(other.steps)) for other in gone]
        source = next(
            (other for other, lost in losers if _shares(journey, [step.title for step in lost])),
            None,
        )
        element, start = _element(journey), journey.place("title")
        if source is not None:
            yield make_change(
                "JD105",
                element,
                base=source.ref,
                key=(journey.id,),
                old=str(source.title),
                new=str(journey.title),
                before=source.place("title"),
                after=start,
                owner=str(journey.owner or ""),
            )
        else:
            steps = counted("{count} step", "{count} steps", len(journey.steps))
            why = together((steps, word(str(journey.status))), ", ")
            yield make_change(
                "JD101", element, after=start, why=why, owner=str(journey.owner or "")
            )
    for journey in gone:
        into = next(
            (
                p
                for p in pairs
                if _shares(journey, [p.after.steps[at].title for at in p.steps.added])
            ),
            None,
        )
        if into is not None:
            yield make_change(
                "JD106",
                into.element,
                base=journey.ref,
                old=str(journey.title),
                new=str(into.after.title),
                before=journey.place("title"),
                after=into.after.place("title"),
                owner=into.owner_of(),
            )
        else:
            lost = sum(bool(step.all("moment of truth")) for step in journey.steps)
            steps = counted("{count} step", "{count} steps", len(journey.steps))
            truths = (
                counted("{count} moment of truth", "{count} moments of truth", lost) if lost else ""
            )
            why = phrase("including {things}", things=together((steps, truths), ", "))
            near = Span.start_of("site.yaml")
            yield make_change(
                "JD102",
                _element(journey),
                before=journey.place("title"),
                near=near,
                why=why,
                owner=str(journey.owner or ""),
            )


def _shares(journey: Journey, titles: Sequence[str]) -> bool:
    """Whether at least half of a journey's steps, and two, have titles among these."""
    wanted = {slug(title) for title in titles}
    shared = sum(slug(step.title) in wanted for step in journey.steps)
    return shared >= _FEWEST_STEPS and shared >= _SHARE * len(journey.steps)


def _element(journey: Journey) -> Element:
    return Element("journey", journey.ref, title=str(journey.title))


def _name(pair: JourneyPair) -> Iterator[Change]:
    before, after = pair.before, pair.after
    said: list[tuple[str, str, str]] = []
    former = Ref("persona", before.persona)
    if pair.names.get(former, former).id != after.persona:
        said.append(("JD103", before.persona, after.persona))
    if before.title != after.title:
        said.append(("JD104", str(before.title), str(after.title)))
    elif before.id.partition("/")[2] != after.id.partition("/")[2]:
        said.append(("JD104", before.id, after.id))
    for code, old, new in said:
        yield make_change(
            code,
            pair.element,
            key=(old, new) if code == "JD103" else (),
            base=before.ref,
            old=old,
            new=new,
            before=before.place("title"),
            after=after.place("title"),
            match=pair.match,
            owner=pair.owner_of(),
        )


def _approved(pair: JourneyPair, found: Sequence[Change]) -> Iterator[Change]:
    """A map that says it is approved, and is no longer what was approved."""
    if pair.before.status != "approved" or pair.after.status != "approved" or not found:
        return
    edits = [change for change in found if change.code != "JD408"]
    if not edits:
        return
    meant = [change for change in edits if change.impact is not Impact.INFO]
    last, now = pair.before.reviewed, pair.after.reviewed
    impact: Impact | None = None
    why = ""
    if now is not None and (last is None or now > last):
        impact, why = Impact.LOW, phrase("reviewed again on {day}", day=now)
    elif not meant:
        impact, why = Impact.LOW, phrase("wording only")
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

"""Pains over a whole journey: gone, new, heavier or lighter, or now in another step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element
from journeybook.diff.facts import Sides, marker_changes, pair_facts
from journeybook.diff.format_value import format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.message import word
from journeybook.diff.pair import JourneyPair
from journeybook.schema.documents import Fact, HasFacts, Opportunity
from journeybook.schema.values import Ref


@dataclass(frozen=True)
class _Loose:
    """A pain that has no counterpart in its own step."""

    part: HasFacts
    pain: Fact
    key: str
    sides: Sides | None


def pain_changes(
    pair: JourneyPair, everywhere: list[Sides], before: Catalog, after: Catalog
) -> Iterator[Change]:
    """`everywhere` are the steps and stages that stand on both sides."""
    gone: list[_Loose] = []
    come: list[_Loose] = []
    for sides in everywhere:
        old, new = sides.before.all("pain"), sides.after.all("pain")
        pairs, only_old, only_new = pair_facts(old, new)
        order = {id(pain): pain.marks.id or str(at) for at, pain in enumerate(old)}
        for one, kept in pairs:
            yield from kept_pain(sides, one, kept, order[id(one)])
        gone += [_Loose(sides.before, pain, order[id(pain)], sides) for pain in only_old]
        come += [
            _Loose(sides.after, pain, pain.marks.id or f"new-{at}", sides)
            for at, pain in enumerate(only_new)
        ]
    lost_steps = [pair.before.steps[at] for at in pair.steps.removed]
    new_steps = [pair.after.steps[at] for at in pair.steps.added]
    strays = [
        _Loose(step, pain, pain.marks.id or str(at), None)
        for step in lost_steps
        for at, pain in enumerate(step.all("pain"))
    ]
    arrivals = [_Loose(step, pain, "", None) for step in new_steps for pain in step.all("pain")]
    arrived: set[int] = set()
    explained = _explained(pair, before, after)
    for loose in (*gone, *strays):
        other = next(
            (
                new
                for new in (*come, *arrivals)
                if id(new.pain) not in arrived and _same(loose.pain, new.pain)
            ),
            None,
        )
        if other is not None:
            arrived.add(id(other.pain))
            yield _moved(pair, loose, other)
        elif loose.sides is not None:
            sides, pain = loose.sides, loose.pain
            code = "JD322" if explained(loose.part, sides.after, pain) else "JD321"
            yield sides.note(code, "pain", loose.key, old=pain, new=None, id=pain.marks.id)
    for loose in come:
        if id(loose.pain) not in arrived and loose.sides is not None:
            yield loose.sides.note(
                "JD323", "pain", loose.key, old=None, new=loose.pain, id=loose.pain.marks.id
            )


def kept_pain(sides: Sides, one: Fact, other: Fact, key: str) -> Iterator[Change]:
    """What changed in a pain that stands on both sides."""
    if one.marks.severity != other.marks.severity:
        weights = one.marks.severity or "unweighed", other.marks.severity or "unweighed"
        said = word(weights[0]), word(weights[1])
        yield sides.note(
            "JD324", "pain", key, *weights, old=one, new=other, said=said, id=other.marks.id
        )
    if one.payload != other.payload:
        yield sides.note("JD801", "pain", key, old=one, new=other, id=other.marks.id)
    yield from marker_changes(sides, one, other, key)


def _same(one: Fact, other: Fact) -> bool:
    return bool(one.marks.id and one.marks.id == other.marks.id) or one.payload == other.payload


def _moved(pair: JourneyPair, old: _Loose, new: _Loose) -> Change:
    step = (
        new.part.id
        if new.sides is None or new.sides.element.what == "step"
        else f"stage_{new.part.id}"
    )
    element = Element(
        "pain", pair.after.ref, new.pain.marks.id, format_value(new.pain.payload), step=step
    )
    return make_change(
        "JD325",
        element,
        key=(old.part.id, old.key),
        base=pair.before.ref,
        old=old.part.title,
        new=new.part.title,
        before=old.pain.span,
        after=new.pain.span,
        owner=pair.owner_of(new.part),
    )


def _explained(
    pair: JourneyPair, before: Catalog, after: Catalog
) -> Callable[[HasFacts, HasFacts, Fact], bool]:
    """Whether something says why a pain is gone: an opportunity that solves it or was on its step,
    or evidence that the journey or the step did not have before."""
    base = pair.before.id
    solved = {
        ref.id if "#" in ref.id else f"{base}#{ref.id}"
        for catalog in (before, after)
        for opportunity in catalog.of_kind(Opportunity)
        for ref in opportunity.solves
    }
    new_evidence = bool(set(pair.after.evidence) - set(pair.before.evidence))

    def explained(old: HasFacts, new: HasFacts, pain: Fact) -> bool:
        names = {f"{journey}#{pain.marks.id}" for journey in (base, pair.after.id) if pain.marks.id}
        on_step = bool(old.refs("opportunity") or new.refs("opportunity"))
        return (
            bool(names & solved) or on_step or new_evidence or bool(_evidence(new) - _evidence(old))
        )

    return explained


def _evidence(part: HasFacts) -> set[Ref]:
    return {ref for fact in part.facts for ref in fact.marks.evidence}

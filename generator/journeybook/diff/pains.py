"""Changes of pain points over a whole journey: removed, added, moved, or of another severity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Element
from journeybook.diff.facts import Sides, fact_keys, marker_changes, pair_facts, without_joined
from journeybook.diff.format_value import format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, message, word
from journeybook.diff.pair import JourneyPair
from journeybook.diff.wording import same_value
from journeybook.schema.documents import Fact, HasFacts, Opportunity, Step
from journeybook.schema.values import Ref


@dataclass(frozen=True)
class _Unpaired:
    """A pain point without a counterpart in its own step."""

    part: HasFacts
    pain: Fact
    key: str
    sides: Sides | None
    """The step or stage on both sides; None if that exists on one side only."""

    def note(
        self, sides: Sides, code: str, *, old: Fact | None = None, new: Fact | None = None
    ) -> Change:
        """Its removal or addition."""
        return sides.note(code, "pain", self.key, old=old, new=new, id=self.pain.marks.id)


def pain_changes(
    pair: JourneyPair, everywhere: list[Sides], before: Catalog, after: Catalog
) -> Iterator[Change]:
    """Every change of a pain point. `everywhere` are the steps and stages that both sides have."""
    removed: list[_Unpaired] = []
    added: list[_Unpaired] = []
    for sides in everywhere:
        yield from _paired(sides, removed, added)
    gone = [at for at in pair.steps.removed if at not in pair.merged]
    removed += _pains_of([pair.before.steps[at] for at in gone])
    fresh = [at for at in pair.steps.added if at not in pair.split_off]
    candidates = [*added, *_pains_of([pair.after.steps[at] for at in fresh])]
    moved: set[int] = set()
    explained = _explained(pair, before, after)
    for lost in removed:
        target = _counterpart(lost, candidates, moved)
        if target is not None:
            moved.add(id(target.pain))
            yield _moved(pair, lost, target)
        elif lost.sides is not None:
            code = "JD322" if explained(lost.part, lost.sides.after, lost.pain) else "JD321"
            yield lost.note(lost.sides, code, old=lost.pain)
    for gained in added:
        if gained.sides is not None and id(gained.pain) not in moved:
            yield gained.note(gained.sides, "JD323", new=gained.pain)


def _paired(sides: Sides, removed: list[_Unpaired], added: list[_Unpaired]) -> Iterator[Change]:
    """The changes of pain points that one step or stage has on both sides. Those without a
    counterpart there are added to `removed` and `added`."""
    old, new = sides.before.all("pain"), sides.after.all("pain")
    pairs, only_old, only_new = without_joined(pair_facts(old, new), old, new)
    keys = {**fact_keys(old), **fact_keys(new)}
    for one, other in pairs:
        yield from kept_pain(sides, one, other, keys[id(one)])
    removed += [_Unpaired(sides.before, pain, keys[id(pain)], sides) for pain in only_old]
    added += [_Unpaired(sides.after, pain, keys[id(pain)], sides) for pain in only_new]


def _pains_of(steps: list[Step]) -> list[_Unpaired]:
    """The pain points of steps that exist on one side only."""
    unpaired: list[_Unpaired] = []
    for step in steps:
        pains = step.all("pain")
        keys = fact_keys(pains)
        unpaired += [_Unpaired(step, pain, keys[id(pain)], None) for pain in pains]
    return unpaired


def _counterpart(lost: _Unpaired, candidates: list[_Unpaired], taken: set[int]) -> _Unpaired | None:
    """The same pain point in another step of the head revision."""
    for other in candidates:
        if id(other.pain) not in taken and _is_same(lost.pain, other.pain):
            return other
    return None


def kept_pain(sides: Sides, one: Fact, other: Fact, key: str) -> Iterator[Change]:
    """What changed in a pain point that both sides have."""
    if one.marks.severity != other.marks.severity:
        severities = (one.marks.severity, other.marks.severity)
        texts = (_severity(one), _severity(other))
        yield sides.note(
            "JD324",
            "pain",
            key,
            old=one,
            new=other,
            texts=texts,
            values=severities,
            id=other.marks.id,
            subject=other.text,
        )
    if not same_value(one.payload, other.payload):
        yield sides.note("JD801", "pain", key, old=one, new=other, id=other.marks.id)
    yield from marker_changes(sides, one, other, key)


def _severity(pain: Fact) -> Text:
    return word(pain.marks.severity) or message("no severity")


def _is_same(one: Fact, other: Fact) -> bool:
    if one.marks.id and one.marks.id == other.marks.id:
        return True
    return same_value(one.payload, other.payload)


def _moved(pair: JourneyPair, old: _Unpaired, new: _Unpaired) -> Change:
    """A pain point that is now in another step."""
    in_stage = new.sides is not None and new.sides.element.what != "step"
    anchor = f"stage_{new.part.id}" if in_stage else new.part.id
    text = format_value(new.pain.payload)
    return make_change(
        "JD325",
        Element("pain", pair.after.ref, new.pain.marks.id, text, step=anchor),
        key=(old.part.id, old.key),
        values=(new.part.id,),
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
    """A test for whether the removal of a pain point has an explanation: an opportunity that
    addresses it or is on its step, or evidence that the journey or the step did not have before."""
    base = pair.before.id
    solved: set[str] = set()
    for opportunity in (*before.of_kind(Opportunity), *after.of_kind(Opportunity)):
        solved |= {ref.id if "#" in ref.id else f"{base}#{ref.id}" for ref in opportunity.solves}
    has_new_evidence = bool(set(pair.after.evidence) - set(pair.before.evidence))

    def explained(old: HasFacts, new: HasFacts, pain: Fact) -> bool:
        if has_new_evidence or _evidence(new) - _evidence(old):
            return True
        if old.refs("opportunity") or new.refs("opportunity"):
            return True
        if not pain.marks.id:
            return False
        names = {f"{base}#{pain.marks.id}", f"{pair.after.id}#{pain.marks.id}"}
        return bool(names & solved)

    return explained


def _evidence(part: HasFacts) -> set[Ref]:
    return {ref for fact in part.facts for ref in fact.marks.evidence}

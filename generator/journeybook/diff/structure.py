"""Stages and steps that came, went, moved, were split, merged or renamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeybook.diff.change import Change, Match
from journeybook.diff.make_change import make_change
from journeybook.diff.match import moved_elements
from journeybook.diff.message import counted, phrase, together
from journeybook.diff.pair import JourneyPair, stage_element
from journeybook.schema.documents import Fact, Step
from journeybook.schema.values import Emotion, slug

_SHARE = 0.6
"""The share of a step's facts that must come from one other step for a split or a merge."""


def step_changes(pair: JourneyPair) -> Iterator[Change]:
    """Every step that is new, gone, elsewhere, or called otherwise."""
    base = pair.before.ref
    for at in pair.steps.removed:
        yield _gone(pair, at)
    for at in pair.steps.added:
        yield _new(pair, at)
    for one, other, match in pair.steps.pairs:
        old, new = pair.before.steps[one], pair.after.steps[other]
        element, owner = pair.of_step(other), pair.owner_of(new)
        if old.title != new.title:
            only_letters = slug(old.title) == slug(new.title)
            code, named = (
                ("JD801", pair.of_step(other, "title")) if only_letters else ("JD204", element)
            )
            yield make_change(
                code,
                named,
                key=(old.id,),
                base=base,
                old=old.title,
                new=new.title,
                before=old.span,
                after=new.span,
                match=match,
                owner=owner,
            )
        if old.id != new.id and old.explicit_id and new.explicit_id:
            yield make_change(
                "JD207",
                element,
                key=(old.id, new.id),
                base=base,
                old=old.id,
                new=new.id,
                before=old.span,
                after=new.span,
                match=match,
                owner=owner,
            )
    yield from _moved_steps(pair)


def stage_changes(pair: JourneyPair) -> Iterator[Change]:
    """Every stage that is new, gone, elsewhere, or called otherwise."""
    before, after, found = pair.before, pair.after, pair.stages
    base, owner = before.ref, pair.owner_of()
    for at in found.removed:
        stage = before.stages[at]
        heir = _heir(pair, at)
        near = after.stages[heir].span if heir is not None else after.place("title")
        if heir is not None:
            element = stage_element(after, after.stages[heir])
            yield make_change(
                "JD116",
                element,
                key=(stage.id,),
                base=base,
                old=stage.title,
                new=after.stages[heir].title,
                before=stage.span,
                after=near,
                owner=owner,
            )
        else:
            element = stage_element(before, stage)
            yield make_change(
                "JD112",
                element,
                key=(stage.id,),
                base=base,
                before=stage.span,
                near=near,
                owner=owner,
            )
    for at in found.added:
        stage = after.stages[at]
        source = _source(pair, at)
        key = (stage.id if stage.known or stage.explicit_id else f"at-{at}",)
        element = stage_element(after, stage)
        if source is not None:
            yield make_change(
                "JD115",
                element,
                key=key,
                base=base,
                old=before.stages[source].title,
                new=stage.title,
                before=before.stages[source].span,
                after=stage.span,
                owner=owner,
            )
        else:
            yield make_change("JD111", element, key=key, base=base, after=stage.span, owner=owner)
    shifted = moved_elements([one for one, _, _ in found.pairs])
    for one, other, match in found.pairs:
        old_stage, new_stage = before.stages[one], after.stages[other]
        element = stage_element(after, new_stage)
        if one in shifted:
            yield make_change(
                "JD113",
                element,
                key=(old_stage.id,),
                base=base,
                old=_after([s.title for s in before.stages], one),
                new=_after([s.title for s in after.stages], other),
                before=old_stage.span,
                after=new_stage.span,
                match=match,
                owner=owner,
            )
        if old_stage.title != new_stage.title:
            same = match.how == "id" and new_stage.known
            code, named = (
                ("JD801", stage_element(after, new_stage, "title")) if same else ("JD114", element)
            )
            yield make_change(
                code,
                named,
                key=(old_stage.id,),
                base=base,
                old=old_stage.title,
                new=new_stage.title,
                before=old_stage.span,
                after=new_stage.span,
                match=match,
                owner=owner,
            )


def _gone(pair: JourneyPair, at: int) -> Change:
    step = pair.before.steps[at]
    base = pair.before.ref
    heir = next(
        (
            new
            for old, new, _ in pair.steps.pairs
            if _went_into(step, pair.before.steps[old], pair.after.steps[new])
        ),
        -1,
    )
    if heir >= 0:
        into = pair.after.steps[heir]
        return make_change(
            "JD206",
            pair.of_step(heir),
            key=(step.id,),
            base=base,
            old=step.title,
            new=into.title,
            before=step.span,
            after=into.span,
            owner=pair.owner_of(into),
        )
    taker = next(
        (s for s in pair.after.steps if s.id == step.id and s.explicit_id and step.explicit_id),
        None,
    )
    with_it = _contents(step)
    reused = phrase("its ID now belongs to {step}", step=taker.title) if taker else ""
    return make_change(
        "JD202",
        pair.of_old_step(at),
        key=(step.id,),
        base=base,
        before=step.span,
        near=pair.near(at),
        why=together((with_it, reused)),
        owner=pair.owner_of(step),
    )


def _new(pair: JourneyPair, at: int) -> Change:
    step = pair.after.steps[at]
    source = next(
        (
            old
            for old, new, _ in pair.steps.pairs
            if _went_into(step, pair.after.steps[new], pair.before.steps[old])
        ),
        -1,
    )
    code, element, key = "JD201", pair.of_step(at), _key_of_new(pair, at)
    taken = next(
        (s for s in pair.before.steps if s.id == step.id and s.explicit_id and step.explicit_id),
        None,
    )
    if source >= 0:
        old = pair.before.steps[source]
        return make_change(
            "JD205",
            element,
            key=key,
            base=pair.before.ref,
            old=old.title,
            new=step.title,
            before=old.span,
            after=step.span,
            owner=pair.owner_of(step),
        )
    if taken:
        return make_change(
            "JD208",
            element,
            key=(step.id,),
            base=pair.before.ref,
            old=taken.title,
            new=step.title,
            before=taken.span,
            after=step.span,
            owner=pair.owner_of(step),
        )
    return make_change(
        code, element, key=key, base=pair.before.ref, after=step.span, owner=pair.owner_of(step)
    )


def _key_of_new(pair: JourneyPair, at: int) -> tuple[str, ...]:
    """What names a new step whatever it is called: its own id, else the step above it and its
    number below that."""
    step = pair.after.steps[at]
    if step.explicit_id:
        return (step.id,)
    above = next((other for other in range(at - 1, -1, -1) if other in pair.steps.backward), -1)
    anchor = pair.before.steps[pair.steps.backward[above]].id if above >= 0 else ""
    return ("below", anchor, str(at - above))


def _went_into(step: Step, own: Step, other: Step) -> bool:
    """Whether most facts of `step` stand in `other`, and did not stand in its counterpart `own`."""
    facts = {
        _said(fact)
        for fact in step.facts
        if fact.key not in ("emotion", "who", "owner", "time", "channel")
    }
    gained = {_said(fact) for fact in other.facts} - {_said(fact) for fact in own.facts}
    shared = len(facts & gained)
    return shared >= 2 and shared / len(facts) >= _SHARE


def _said(fact: Fact) -> tuple[str, object]:
    return fact.key, fact.payload


def _contents(step: Step) -> str:
    """What goes with a step, of the things that weigh."""
    numbers = Counter(fact.key for fact in step.facts)
    words = {
        "moment of truth": counted(
            "{count} moment of truth", "{count} moments of truth", numbers["moment of truth"]
        ),
        "pain": counted("{count} pain point", "{count} pain points", numbers["pain"]),
        "delight": counted("{count} delight", "{count} delights", numbers["delight"]),
        "does": counted("{count} action", "{count} actions", numbers["does"]),
    }
    said = [text for key, text in words.items() if numbers[key]]
    lowest = min(
        (fact.payload.value for fact in step.facts if isinstance(fact.payload, Emotion)),
        default=None,
    )
    if lowest is not None and lowest < 0:
        said.append(phrase("emotion −{value}", value=-lowest))
    return phrase("including {things}", things=together(said, ", ")) if said else ""


def _moved_steps(pair: JourneyPair) -> Iterator[Change]:
    """Steps in another stage, and those that changed places within one."""
    staying: dict[int, list[int]] = {}
    crossing: list[int] = []
    for one, other, _ in pair.steps.pairs:
        old_stage, new_stage = pair.old_stage[one], pair.new_stage[other]
        if pair.stages.forward.get(old_stage) == new_stage:
            staying.setdefault(new_stage, []).append(one)
        elif _heir(pair, old_stage) != new_stage and _source(pair, new_stage) != old_stage:
            crossing.append(one)
    shifted = {one for order in staying.values() for one in moved_elements(order)}
    for one in sorted({*crossing, *shifted}):
        other = pair.steps.forward[one]
        old, new = pair.before.steps[one], pair.after.steps[other]
        if one in shifted:
            where_old = _after([step.title for step in pair.before.steps], one)
            where_new = _after([step.title for step in pair.after.steps], other)
        else:
            where_old = phrase("in {stage}", stage=pair.before.stages[pair.old_stage[one]].title)
            where_new = phrase("in {stage}", stage=pair.after.stages[pair.new_stage[other]].title)
        yield make_change(
            "JD203",
            pair.of_step(other),
            key=(old.id,),
            base=pair.before.ref,
            old=where_old,
            new=where_new,
            before=old.span,
            after=new.span,
            match=_match(pair, one),
            owner=pair.owner_of(new),
        )


def _heir(pair: JourneyPair, stage: int) -> int | None:
    """The stage that most steps of a stage that is gone went to, where it was there before."""
    if stage not in pair.stages.removed:
        return None
    heir = _most(
        pair.new_stage[new]
        for old, new in pair.steps.forward.items()
        if pair.old_stage[old] == stage
    )
    return heir if heir in pair.stages.backward else None


def _source(pair: JourneyPair, stage: int) -> int | None:
    """The stage that most steps of a new stage came from, where it is still there."""
    if stage not in pair.stages.added:
        return None
    source = _most(
        pair.old_stage[old]
        for old, new in pair.steps.forward.items()
        if pair.new_stage[new] == stage
    )
    return source if source in pair.stages.forward else None


def _match(pair: JourneyPair, one: int) -> Match:
    return next(match for old, _, match in pair.steps.pairs if old == one)


def _after(titles: list[str], at: int) -> str:
    return phrase("after {step}", step=titles[at - 1]) if at else phrase("first")


def _most(positions: Iterator[int]) -> int | None:
    """The position named most often, by more than half and at least twice; None where there is
    none."""
    counted = Counter(positions)
    if not counted:
        return None
    position, number = counted.most_common(1)[0]
    return position if number >= 2 and number * 2 > counted.total() else None

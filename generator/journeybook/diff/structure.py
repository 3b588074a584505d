"""Stages and steps that were added, removed, moved, split, merged or renamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from journeybook.diff.change import Change, Match
from journeybook.diff.make_change import make_change
from journeybook.diff.match import moved_elements
from journeybook.diff.message import Message, Text, join, message
from journeybook.diff.pair import JourneyPair, stage_element
from journeybook.diff.step_contents import contents_of
from journeybook.diff.wording import same_words
from journeybook.schema.documents import Stage, Step
from journeybook.schema.values import slug


def step_changes(pair: JourneyPair) -> Iterator[Change]:
    """Every step that is new, removed, moved or renamed."""
    for at in pair.steps.removed:
        yield _removed_step(pair, at)
    for at in pair.steps.added:
        yield _new_step(pair, at)
    for one, other, match in pair.steps.pairs:
        yield from _renamed_step(pair, one, other, match)
    yield from _moved_steps(pair)


def _renamed_step(pair: JourneyPair, one: int, other: int, match: Match) -> Iterator[Change]:
    """A step with another title or another ID."""
    old, new = pair.before.steps[one], pair.after.steps[other]
    element = pair.of_step(other)
    between = partial(
        make_change,
        base=pair.before.ref,
        before=old.span,
        after=new.span,
        match=match,
        owner=pair.owner_of(new),
    )
    if not same_words(old.title, new.title) and not _became_one(pair, other):
        code, named = "JD204", element
        if slug(old.title) == slug(new.title):  # they differ only in what an ID leaves out
            code, named = "JD801", pair.of_step(other, "title")
        yield between(code, named, key=(old.id,), old=old.title, new=new.title)
    if old.id != new.id and old.explicit_id and new.explicit_id:
        yield between("JD207", element, key=(old.id, new.id), old=old.id, new=new.id)


def stage_changes(pair: JourneyPair) -> Iterator[Change]:
    """Every stage that is new, removed, moved or renamed."""
    for at in pair.stages.removed:
        yield _removed_stage(pair, at)
    for at in pair.stages.added:
        yield _new_stage(pair, at)
    moved = moved_elements([one for one, _, _ in pair.stages.pairs])
    for one, other, match in pair.stages.pairs:
        yield from _kept_stage(pair, one, other, match, is_moved=one in moved)


def _removed_stage(pair: JourneyPair, at: int) -> Change:
    """A stage that was removed, or merged into the one that most of its steps moved to."""
    stage, base, owner = pair.before.stages[at], pair.before.ref, pair.owner_of()
    heir = _heir(pair, at)
    if heir is None:
        return make_change(
            "JD112",
            stage_element(pair.before, stage),
            key=(stage.id,),
            base=base,
            before=stage.span,
            near=pair.after.place("title"),
            owner=owner,
        )
    into = pair.after.stages[heir]
    return make_change(
        "JD116",
        stage_element(pair.after, into),
        key=(stage.id,),
        base=base,
        old=stage.title,
        new=into.title,
        before=stage.span,
        after=into.span,
        owner=owner,
    )


def _new_stage(pair: JourneyPair, at: int) -> Change:
    """A stage that is new, or was split off from the one that most of its steps came from."""
    stage, base, owner = pair.after.stages[at], pair.before.ref, pair.owner_of()
    key = (stage.id, stage.title)
    element = stage_element(pair.after, stage)
    source = _source(pair, at)
    if source is None:
        return make_change("JD111", element, key=key, base=base, after=stage.span, owner=owner)
    origin = pair.before.stages[source]
    return make_change(
        "JD115",
        element,
        key=key,
        base=base,
        old=origin.title,
        new=stage.title,
        before=origin.span,
        after=stage.span,
        owner=owner,
    )


def _kept_stage(
    pair: JourneyPair, one: int, other: int, match: Match, *, is_moved: bool
) -> Iterator[Change]:
    """A stage of both sides that was moved or renamed."""
    old, new = pair.before.stages[one], pair.after.stages[other]
    element = stage_element(pair.after, new)
    between = partial(
        make_change,
        key=(old.id,),
        base=pair.before.ref,
        before=old.span,
        after=new.span,
        match=match,
        owner=pair.owner_of(),
    )
    if is_moved:
        place_before = _after([stage.title for stage in pair.before.stages], one)
        place_after = _after([stage.title for stage in pair.after.stages], other)
        ids = (_id_above(pair.before.stages, one), _id_above(pair.after.stages, other))
        yield between("JD113", element, values=ids, old=place_before, new=place_after)
    if not same_words(old.title, new.title):
        code, named = "JD114", element
        if match.how == "id" and new.registered:  # another name of a registered stage
            code, named = "JD801", stage_element(pair.after, new, "title")
        yield between(code, named, old=old.title, new=new.title)


def _removed_step(pair: JourneyPair, at: int) -> Change:
    """A step that was removed, or merged into another one."""
    step, base = pair.before.steps[at], pair.before.ref
    heir = pair.merged.get(at)
    if heir is not None:
        into = pair.after.steps[heir]
        return make_change(
            "JD206",
            replace(pair.of_step(heir), subject=_both_titles(pair, step, heir)),
            key=(step.id,),
            base=base,
            old=step.title,
            new=into.title,
            before=step.span,
            after=into.span,
            owner=pair.owner_of(into),
        )
    taker = _same_explicit_id(step, pair.after.steps)
    reused = message("its ID now belongs to {step}", step=taker.title) if taker else ""
    return make_change(
        "JD202",
        pair.of_old_step(at),
        key=(step.id,),
        base=base,
        before=step.span,
        near=pair.near(at),
        why=join((contents_of([step]), reused)),
        owner=pair.owner_of(step),
    )


def _new_step(pair: JourneyPair, at: int) -> Change:
    """A step that is new, was split off from another one, or took over the ID of another one."""
    step, base = pair.after.steps[at], pair.before.ref
    element, owner = pair.of_step(at), pair.owner_of(step)
    code, key = "JD205", _key_of_new(step)
    origin = pair.split_off.get(at)
    source = None if origin is None else pair.before.steps[origin]
    if source is None:
        source = _same_explicit_id(step, pair.before.steps)
        code = "JD208"
        if source is None:
            why = contents_of([step], actions=False)
            return make_change(
                "JD201", element, key=key, base=base, after=step.span, why=why, owner=owner
            )
        key = (step.id,)
    return make_change(
        code,
        element,
        key=key,
        base=base,
        old=source.title,
        new=step.title,
        before=source.span,
        after=step.span,
        owner=owner,
    )


def _became_one(pair: JourneyPair, at: int) -> bool:
    """Whether another step was merged into this one, which reports the new title, too."""
    return at in pair.merged.values()


def _both_titles(pair: JourneyPair, step: Step, heir: int) -> Text:
    """The titles of two steps that became one with another title; no text if it kept its title."""
    kept = pair.before.steps[pair.steps.backward[heir]]
    if same_words(kept.title, pair.after.steps[heir].title):
        return ""
    return message("{one} and {other}", one=kept.title, other=step.title)


def _same_explicit_id(step: Step, others: tuple[Step, ...]) -> Step | None:
    if not step.explicit_id:
        return None
    return next((other for other in others if other.explicit_id and other.id == step.id), None)


def _key_of_new(step: Step) -> tuple[str, ...]:
    """What identifies a new step: its title, and its explicit ID if it has one."""
    return (step.id if step.explicit_id else "", step.title)


def _moved_steps(pair: JourneyPair) -> Iterator[Change]:
    """Steps that moved to another stage, or within one."""
    staying: dict[int, list[int]] = {}
    crossing: list[int] = []
    for one, other, _ in pair.steps.pairs:
        old_stage, new_stage = pair.old_stage[one], pair.new_stage[other]
        if pair.stages.forward.get(old_stage) == new_stage:
            staying.setdefault(new_stage, []).append(one)
        elif _heir(pair, old_stage) != new_stage and _source(pair, new_stage) != old_stage:
            crossing.append(one)
    shifted: set[int] = set()
    for order in staying.values():
        shifted |= moved_elements(order)
    for one in sorted({*crossing, *shifted}):
        yield _moved_step(pair, one, is_shifted=one in shifted)


def _moved_step(pair: JourneyPair, one: int, *, is_shifted: bool) -> Change:
    """A step in another place of its stage, or in another stage."""
    other = pair.steps.forward[one]
    old, new = pair.before.steps[one], pair.after.steps[other]
    if is_shifted:
        place_before = _after([step.title for step in pair.before.steps], one)
        place_after = _after([step.title for step in pair.after.steps], other)
        ids = (
            pair.before.steps[one - 1].id if one else "",
            pair.lasting_id(other - 1) if other else "",
        )
    else:
        old_stage = pair.before.stages[pair.old_stage[one]]
        new_stage = pair.after.stages[pair.new_stage[other]]
        place_before = message("in {stage}", stage=old_stage.title)
        place_after = message("in {stage}", stage=new_stage.title)
        ids = (old_stage.id, new_stage.id)
    return make_change(
        "JD203",
        pair.of_step(other),
        key=(old.id,),
        values=ids,
        base=pair.before.ref,
        old=place_before,
        new=place_after,
        before=old.span,
        after=new.span,
        match=_match(pair, one),
        owner=pair.owner_of(new),
    )


def _heir(pair: JourneyPair, stage: int) -> int | None:
    """The stage that most steps of a removed stage moved to, if it existed before."""
    if stage not in pair.stages.removed:
        return None
    moves = pair.steps.forward.items()
    heir = _most(pair.new_stage[new] for old, new in moves if pair.old_stage[old] == stage)
    return heir if heir in pair.stages.backward else None


def _source(pair: JourneyPair, stage: int) -> int | None:
    """The stage that most steps of a new stage came from, if it still exists."""
    if stage not in pair.stages.added:
        return None
    moves = pair.steps.forward.items()
    source = _most(pair.old_stage[old] for old, new in moves if pair.new_stage[new] == stage)
    return source if source in pair.stages.forward else None


def _match(pair: JourneyPair, one: int) -> Match:
    return next(match for old, _, match in pair.steps.pairs if old == one)


def _id_above(stages: tuple[Stage, ...], at: int) -> str:
    return stages[at - 1].id if at else ""


def _after(titles: list[str], at: int) -> Message:
    return message("after {step}", step=titles[at - 1]) if at else message("first")


def _most(positions: Iterator[int]) -> int | None:
    """The most frequent position, if it is more than half of them and occurs at least twice."""
    counts = Counter(positions)
    if not counts:
        return None
    position, number = counts.most_common(1)[0]
    return position if number >= 2 and number * 2 > counts.total() else None

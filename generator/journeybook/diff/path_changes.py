"""Changes of a journey as a whole: its low point, its branches and loops, and unreachable steps."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diff.change import Change
from journeybook.diff.facts import Sides, joint_marker_changes
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, join, message
from journeybook.diff.pair import JourneyPair
from journeybook.insight.emotion import curve_shape, journey_line
from journeybook.insight.path import unreachable
from journeybook.schema.documents import Step
from journeybook.schema.values import Branch


def low_point_changes(pair: JourneyPair) -> Iterator[Change]:
    """The low point of the emotion curve, if it is now another step."""
    old_line, new_line = journey_line(pair.before), journey_line(pair.after)
    old, new = curve_shape(old_line), curve_shape(new_line)
    is_flat = len({value for value in new_line if value is not None}) < 2
    if old is None or new is None or is_flat:
        return
    same = pair.steps.forward.get(old.low)
    if same is not None and new_line[same] == new_line[new.low]:
        return
    if pair.belong_together(old.low, new.low):
        return
    old_step, new_step = pair.before.steps[old.low], pair.after.steps[new.low]
    yield make_change(
        "JD304",
        pair.of_step(new.low, "emotion"),
        key=(old_step.id,),
        values=(pair.lasting_id(new.low),),
        base=pair.before.ref,
        old=old_step.title,
        new=new_step.title,
        before=old_step.span,
        after=new_step.span,
        owner=pair.owner_of(new_step),
    )


def unreachable_steps(pair: JourneyPair) -> Iterator[Change]:
    """Steps that can no longer be reached."""
    old_ids = {after: before for before, after in pair.step_ids.items()}
    old_steps = {step.id: step for step in pair.before.steps}
    unreachable_before = {step.id for step in unreachable(pair.before)}
    positions = {id(step): at for at, step in enumerate(pair.after.steps)}
    for step in unreachable(pair.after):
        old_id = old_ids.get(step.id, "")
        if old_id in unreachable_before:
            continue
        old_step = old_steps.get(old_id)
        yield make_change(
            "JD501",
            pair.of_step(positions[id(step)]),
            key=(old_id or step.id,),
            base=pair.before.ref,
            before=old_step.span if old_step else None,
            after=step.span,
            owner=pair.owner_of(step),
        )


def branch_changes(pair: JourneyPair, sides: Sides, one: int, other: int) -> Iterator[Change]:
    """A branch or loop of one step that leads to another step than before."""
    old, new = pair.old_whole(one), pair.new_whole(other)
    for key, code in (("next", "JD502"), ("loop", "JD503")):
        facts = sides.of_key(key)
        before = {(_current_id(pair, branch), branch.reason) for branch in old.ways(key)}
        after = {(branch.step, branch.reason) for branch in new.ways(key)}
        if _destinations(before) != _destinations(after):
            texts = _targets(old, key, pair.before.steps), _targets(new, key, pair.after.steps)
            ids = (*_target_ids(old, key), "to", *_target_ids(new, key))
            yield facts.note(
                code, old=facts.first_old, new=facts.first_new, texts=texts, values=ids
            )
        elif before != after:
            yield facts.note("JD801", old=facts.first_old, new=facts.first_new)
        yield from joint_marker_changes(facts)


def _destinations(branches: set[tuple[str, str]]) -> set[str]:
    return {target for target, _ in branches}


def _target_ids(step: Step, key: str) -> list[str]:
    return sorted(branch.step for branch in step.ways(key))


def _current_id(pair: JourneyPair, branch: Branch) -> str:
    """The ID in the head revision of the step that a branch leads to; empty for an exit."""
    if not branch.step:
        return ""
    return pair.step_ids.get(branch.step, f"{branch.step} (removed)")


def _targets(step: Step, key: str, steps: tuple[Step, ...]) -> Text:
    titles = {other.id: other.title for other in steps}
    targets: list[Text] = []
    for branch in step.ways(key):
        target = titles.get(branch.step, branch.step) if branch.step else message("the exit")
        if target not in targets:
            targets.append(target)
    if targets or key != "next":
        return join(targets, " / ")
    return message("the next step")

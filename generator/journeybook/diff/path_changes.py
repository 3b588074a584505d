"""What a change does to a journey as a whole: its low point, its paths, and unreachable steps."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diff.change import Change
from journeybook.diff.facts import Sides, marks_together
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, join, message
from journeybook.diff.pair import JourneyPair
from journeybook.insight.emotion import course, journey_line
from journeybook.insight.path import unreachable
from journeybook.schema.documents import Step
from journeybook.schema.values import Branch


def low_point_changes(pair: JourneyPair) -> Iterator[Change]:
    """The low point of the curve, if it is now another step."""
    old_line, new_line = journey_line(pair.before), journey_line(pair.after)
    old, new = course(old_line), course(new_line)
    if old is None or new is None or len({v for v in new_line if v is not None}) < 2:
        return
    same = pair.steps.forward.get(old.low)
    if same is not None and new_line[same] == new_line[new.low]:
        return
    was, now = pair.before.steps[old.low], pair.after.steps[new.low]
    yield make_change(
        "JD304",
        pair.of_step(new.low, "emotion"),
        key=(was.id,),
        base=pair.before.ref,
        old=was.title,
        new=now.title,
        before=was.span,
        after=now.span,
        owner=pair.owner_of(now),
    )


def unreachable_steps(pair: JourneyPair) -> Iterator[Change]:
    """Steps that no path leads to any more."""
    back = {after: before for before, after in pair.step_ids.items()}
    before = {step.id for step in unreachable(pair.before)}
    for step in unreachable(pair.after):
        if back.get(step.id) in before:
            continue
        at = next(at for at, other in enumerate(pair.after.steps) if other is step)
        was = next((old for old in pair.before.steps if old.id == back.get(step.id)), None)
        yield make_change(
            "JD501",
            pair.of_step(at),
            key=(back.get(step.id) or step.id,),
            base=pair.before.ref,
            before=was.span if was else None,
            after=step.span,
            owner=pair.owner_of(step),
        )


def branch_changes(pair: JourneyPair, sides: Sides, one: int, other: int) -> Iterator[Change]:
    """A branch or loop of one step that leads to another step than before."""
    old, new = pair.before.steps[one], pair.after.steps[other]
    for key, code in (("next", "JD502"), ("loop", "JD503")):
        had = {(_current_id(pair, branch), branch.reason) for branch in old.ways(key)}
        has = {(branch.step, branch.reason) for branch in new.ways(key)}
        facts = old.all(key), new.all(key)
        first_old, first_new = (next(iter(side), None) for side in facts)
        targets_before = {target for target, _ in had}
        targets_after = {target for target, _ in has}
        if targets_before != targets_after:
            texts = _targets(old, key, pair.before.steps), _targets(new, key, pair.after.steps)
            ids_before = sorted(branch.step for branch in old.ways(key))
            ids_after = sorted(branch.step for branch in new.ways(key))
            names = (*ids_before, "to", *ids_after)
            yield sides.note(code, key, *names, old=first_old, new=first_new, texts=texts)
        elif had != has:
            yield sides.note("JD801", key, old=first_old, new=first_new)
        yield from marks_together(sides, key, *facts)


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

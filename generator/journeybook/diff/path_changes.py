"""What a change does to the whole of a journey: its worst moment, the ways through it, and steps
out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diff.change import Change
from journeybook.diff.facts import Sides, marks_together
from journeybook.diff.make_change import make_change
from journeybook.diff.message import phrase, together
from journeybook.diff.pair import JourneyPair
from journeybook.insight.emotion import course, journey_line
from journeybook.insight.path import unreachable
from journeybook.schema.documents import Step


def low_point_changes(pair: JourneyPair) -> Iterator[Change]:
    """The lowest point of the curve, where another step has it now."""
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
    """Steps that no way leads to any more."""
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
    """A branch or loop of one step that leads elsewhere than before."""
    old, new = pair.before.steps[one], pair.after.steps[other]
    for key, code in (("next", "JD502"), ("loop", "JD503")):
        had = [
            (pair.step_ids.get(way.step, f"{way.step} (removed)") if way.step else "", way.reason)
            for way in old.ways(key)
        ]
        has = [(way.step, way.reason) for way in new.ways(key)]
        first_old, first_new = next(iter(old.all(key)), None), next(iter(new.all(key)), None)
        if {target for target, _ in had} != {target for target, _ in has}:
            said = (_told(old, key, pair.before.steps), _told(new, key, pair.after.steps))
            targets = (
                *sorted(way.step for way in old.ways(key)),
                "to",
                *sorted(target for target, _ in has),
            )
            yield sides.note(code, key, *targets, old=first_old, new=first_new, said=said)
        elif set(had) != set(has):
            yield sides.note("JD801", key, old=first_old, new=first_new)
        yield from marks_together(sides, key, old.all(key), new.all(key))


def _told(step: Step, key: str, steps: tuple[Step, ...]) -> str:
    titles = {other.id: other.title for other in steps}
    found = [
        titles.get(way.step, way.step) if way.step else phrase("the exit") for way in step.ways(key)
    ]
    return together(dict.fromkeys(found), " / ") or (
        phrase("the next step") if key == "next" else ""
    )

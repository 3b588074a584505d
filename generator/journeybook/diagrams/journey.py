"""Journey diagrams of one stage or of all: steps with their emotions and the people in them."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams import mermaid_py
from journeybook.diagrams.escape import indented, label, shorten
from journeybook.diagrams.shapes import Task

TASK_LIMIT = 80
ACTOR_LIMIT = 40

# Without enough room, Mermaid breaks long actor names in the legend inside an escaped character.
_CONFIG = "---\nconfig:\n  journey:\n    maxLabelWidth: 5000\n---\n"


def stage_journey(title: str, description: str, section: str, tasks: Sequence[Task]) -> str:
    """One stage. Scores are kept within 1 to 5: Mermaid draws others outside the picture."""
    escaped = [_escaped(task) for task in tasks]
    header, *body = mermaid_py.journey([(label(shorten(section, TASK_LIMIT)), escaped)])
    names = [f"accTitle: {label(title)}", f"accDescr: {label(description)}"]
    return _CONFIG + indented(header, [*names, *body])


def whole_journey(
    title: str,
    sections: Sequence[tuple[str, Sequence[Task]]],
    remarks: Sequence[str] = (),
) -> str:
    """All stages, for other programs: texts are not shortened, and `remarks` become comments."""
    every = []
    for section, tasks in sections:
        every.append((label(section), [_whole(task) for task in tasks]))
    header, *body = mermaid_py.journey(every)
    comments = [f"%% {label(remark)}" for remark in remarks]
    return _CONFIG + indented(header, [f"title {label(title)}", *body, *comments])


def _escaped(task: Task) -> mermaid_py.LabelledTask:
    actors = tuple(shorten(actor, ACTOR_LIMIT) for actor in task.actors)
    return _whole(Task(shorten(task.label, TASK_LIMIT), task.score, actors))


def _whole(task: Task) -> mermaid_py.LabelledTask:
    score = min(5, max(1, task.score))
    actors = [label(actor, actor=True) for actor in task.actors]
    return label(task.label), score, tuple(actors)

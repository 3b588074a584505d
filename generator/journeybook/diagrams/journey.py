"""A journey diagram of one stage: its steps with their emotions and the people in them."""

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
    header, *body = mermaid_py.journey(label(shorten(section, TASK_LIMIT)), escaped)
    names = [f"accTitle: {label(title)}", f"accDescr: {label(description)}"]
    return _CONFIG + indented(header, [*names, *body])


def _escaped(task: Task) -> tuple[str, int, tuple[str, ...]]:
    title = label(shorten(task.label, TASK_LIMIT))
    score = min(5, max(1, task.score))
    actors = [label(shorten(actor, ACTOR_LIMIT), actor=True) for actor in task.actors]
    return title, score, tuple(actors)

"""A journey diagram of one stage: its steps, how each feels, and who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams import mermaid_py
from journeybook.diagrams.escape import label, shorten
from journeybook.diagrams.shapes import Task

TASK_LIMIT = 80
ACTOR_LIMIT = 40

# Mermaid breaks long actor names in the legend in the middle of an escaped sign, unless it has
# room.
_CONFIG = ("---", "config:", "  journey:", "    maxLabelWidth: 5000", "---")


def stage_journey(title: str, description: str, section: str, tasks: Sequence[Task]) -> str:
    """One stage. A score outside 1 to 5 is moved to the nearer end: Mermaid would draw it out of
    the picture."""
    written = [
        (
            label(shorten(task.label, TASK_LIMIT)),
            min(5, max(1, task.score)),
            tuple(label(shorten(actor, ACTOR_LIMIT), actor=True) for actor in task.actors),
        )
        for task in tasks
    ]
    header, *body = mermaid_py.journey(label(shorten(section, TASK_LIMIT)), written)
    named = [f"accTitle: {label(title)}", f"accDescr: {label(description)}"]
    return "\n".join([*_CONFIG, header, *(f"  {line}" for line in [*named, *body])]) + "\n"

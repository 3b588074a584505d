"""`journeybook doctor`: check the installation, and show how to fix what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.workflow.installation import Component


@command(
    "doctor",
    examples=(
        ("journeybook doctor", "check this computer and the site in this folder"),
        ("journeybook doctor --site ../journeys", "check another site"),
    ),
)
def doctor(session: Session) -> Outcome:
    """Check your installation: what is installed, what is missing, and what you lose without it.

    Nothing is changed. Include the output when you report a problem.
    """
    from journeybook.workflow.installation import components

    return Outcome("".join(map(_lines, components(session))))


def _lines(component: Component) -> str:
    status = "missing" if component.effect else "ok"
    text = f"{status:<8}{component.name}: {component.state}\n"
    if component.effect:
        text += f"        effect: {component.effect}\n        fix: {component.fix}\n"
    return text


entry = doctor

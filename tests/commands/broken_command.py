"""A command with a bug, to see what becomes of it."""

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session


@command("broken", examples=())
def broken(session: Session) -> Outcome:
    """Fail."""
    raise RuntimeError("a secret of the author")


entry = broken

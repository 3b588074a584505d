"""A command with a bug, to see what becomes of it."""

from journeybook.commands.options import command
from journeybook.commands.outcome import Outcome
from journeybook.commands.session import Session


@command("broken", examples=())
def broken(session: Session) -> Outcome:
    """Fail."""
    raise RuntimeError("a secret of the author")


entry = broken

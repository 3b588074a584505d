"""`journeybook init`: a small, complete site to start from."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

_TITLE = "Our customer journeys"


@command(
    "init",
    examples=(
        ("journeybook init", "in the current folder"),
        ("journeybook init my-journeys", "in a new folder"),
        ('journeybook init --title "Journeys of Acme"', "with your own title"),
    ),
)
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False)
)
@click.option("--title", default=_TITLE, show_default=True, help="Title of the site.")
def init(session: Session, folder: Path, title: str) -> Outcome:
    """Create a small, complete starter site.

    One persona with one journey, the things it touches, a page about the site, and a workflow for
    GitHub that checks and builds it. DIR is the current folder when not said. Files that are there
    already are never replaced.
    """
    from journeybook.workflow.clock import today
    from journeybook.workflow.draft_text import scalar
    from journeybook.workflow.load_site import display_path
    from journeybook.workflow.write_files import write_new

    if not title.strip():
        raise click.UsageError(
            "--title is empty; give a title, or leave the option out",
            click.get_current_context(silent=True),
        )
    base = session.site or folder
    files = starter({"TITLE": scalar(" ".join(title.split())), "TODAY": today().isoformat()})
    write_new(base, files)
    if session.quiet:
        return Outcome()
    where = display_path(base)
    listed = "".join(f"  {path}\n" for path in sorted(files)) if session.verbose else ""
    site = "" if where == "." else f" --site {where}"
    then = f"Next: journeybook serve{site}\n      journeybook new journey{site}\n"
    return Outcome(
        f"{len(files)} files created in {'this folder' if where == '.' else where}\n",
        listed + then,
    )


def starter(words: dict[str, str]) -> dict[str, str]:
    """The files of the starter site: path -> text, with `@@WORD@@` filled in. A leading `dot-`
    stands for a dot."""
    from importlib import resources

    from journeybook import __version__

    top = Path(str(resources.files("journeybook") / "starter"))
    known = {"VERSION": __version__, **words}
    found: dict[str, str] = {}
    for file in sorted(top.rglob("*")):
        if not file.is_file():
            continue
        parts = file.relative_to(top).parts
        path = "/".join(
            f".{part.removeprefix('dot-')}" if part.startswith("dot-") else part for part in parts
        )
        text = file.read_text("utf-8")
        for word, value in known.items():
            text = text.replace(f"@@{word}@@", value)
        found[path] = text
    return found


entry = init

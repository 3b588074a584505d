"""`journeybook init`: create a small, complete site to start from."""

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
        ("journeybook init", "create it in the current folder"),
        ("journeybook init my-journeys", "create it in a new folder"),
        ('journeybook init --title "Journeys of Acme"', "choose the title"),
    ),
)
@click.argument(
    "folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False)
)
@click.option("--title", default=_TITLE, help=f"Title of the site. Default: {_TITLE}.")
def init(session: Session, folder: Path, title: str) -> Outcome:
    """Create a small, complete starter site.

    The site has one persona with one journey, its touchpoints and other files, an about page, and a
    GitHub workflow that checks and builds it. DIR defaults to the current folder. Existing files
    are never overwritten.
    """
    from journeybook.workflow.clock import today
    from journeybook.workflow.draft_text import scalar
    from journeybook.workflow.load_site import display_path
    from journeybook.workflow.write_files import write_new

    if not title.strip():
        raise click.UsageError(
            "--title is empty; give a title or leave out the option",
            click.get_current_context(silent=True),
        )
    base = session.site or folder
    refuse_inside_site(base)
    files = starter({"TITLE": scalar(" ".join(title.split())), "TODAY": today().isoformat()})
    write_new(base, files)
    if session.quiet:
        return Outcome()
    folder_name = display_path(base)
    is_here = folder_name == "."
    paths = "".join(f"  {path}\n" for path in sorted(files)) if session.verbose else ""
    option = "" if is_here else f" --site {folder_name}"
    next_steps = (
        f"Next, run `journeybook serve{option}` to see it in your browser,\n"
        f"or `journeybook new journey{option}` to write your first journey.\n"
    )
    place = "this folder" if is_here else folder_name
    return Outcome(f"{len(files)} files created in {place}\n", paths + next_steps)


def refuse_inside_site(base: Path) -> None:
    """Raise EnvironmentFault for a folder inside the content, themes or output of another site: its
    files would become a part of that site."""
    from journeybook.effects.disk import CONTENT, THEMES, find_site
    from journeybook.effects.faults import EnvironmentFault

    outer = find_site(base.absolute().parent)
    if outer is None:
        return
    inside = base.absolute().relative_to(outer)
    if inside.parts[0].lower() in (CONTENT, THEMES, "site"):
        raise EnvironmentFault(
            f"`{base}` is inside the site `{outer}`; nothing was created; to add a file to that "
            "site, run `journeybook new`"
        )


def starter(words: dict[str, str]) -> dict[str, str]:
    """Path -> text of the starter site, with `@@WORD@@` filled in.

    In the package, names that start with a dot start with `dot-`.
    """
    from importlib import resources

    from journeybook import __version__

    top = Path(str(resources.files("journeybook") / "starter"))
    words = {"VERSION": __version__, **words}
    files: dict[str, str] = {}
    for file in sorted(top.rglob("*")):
        if not file.is_file():
            continue
        parts = [_real_name(part) for part in file.relative_to(top).parts]
        text = file.read_text("utf-8")
        for word, value in words.items():
            text = text.replace(f"@@{word}@@", value)
        files["/".join(parts)] = text
    return files


def _real_name(name: str) -> str:
    return f".{name.removeprefix('dot-')}" if name.startswith("dot-") else name


entry = init

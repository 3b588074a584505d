"""`journeybook init`: a small complete site in a folder."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from journeybook import __version__
from journeybook.commands.options import say

# Files that stand elsewhere in a site than in the package: packaged name -> name in the site.
RENAMED = {
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "github/journeys.yml": ".github/workflows/journeys.yml",
}


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="Title of the site.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what is wrong.")
def command(folder: Path, title: str | None, quiet: bool) -> int:
    """Make a small complete site in FOLDER (here, if not said). Existing files are never replaced.

    \b
    Examples:
      journeybook init
      journeybook init our-journeys --title "How customers find us"
    """
    import datetime

    from journeybook.effects.faults import EnvironmentFault

    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    made = starter_files(today, title)
    taken = [name for name in made if (folder / name).exists()]
    if taken:
        raise EnvironmentFault(f"`{folder / taken[0]}` is already there; nothing was changed")
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    click.echo(f"made a site of {len(made)} files in {folder.absolute()}")
    where = "" if folder == Path() else f"cd {folder} && "
    say(f"look at it: {where}journeybook serve", unless=quiet)
    return 0


def starter_files(today: str, title: str | None = None) -> dict[str, str]:
    """The files of the starter site: path -> text. `{today}` and `{version}` in them are filled in."""
    made = {
        RENAMED.get(name, name): text.replace("{today}", today).replace("{version}", __version__)
        for name, text in _walk(files("journeybook") / "starter", "")
    }
    if title:
        quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
        made["site.yaml"] = made["site.yaml"].replace("title: Our customer journeys", f"title: {quoted}")
    return dict(sorted(made.items()))


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _walk(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_text("utf-8")))
    return found

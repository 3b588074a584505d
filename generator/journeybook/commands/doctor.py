"""`journeybook doctor`: what is there, what is missing, and what that costs."""

from __future__ import annotations

import platform
import shutil
import subprocess
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import click

from journeybook import __version__
from journeybook.commands.options import site_option

_PACKAGES = ("click", "PyYAML", "Markdown", "nh3", "Jinja2", "watchdog", "mermaid-py", "merman")


@dataclass(frozen=True)
class Line:
    """One thing looked at; `cost` says what its lack costs and how to mend it, empty where all is well."""

    name: str
    state: str
    cost: str = ""


@click.command("doctor")
@site_option
def command(site_dir: Path | None) -> int:
    """Say what is there on this computer, what is missing, what that costs, and how to mend it.

    \b
    Examples:
      journeybook doctor
      journeybook doctor --site ~/maps
    """
    for line in (*_versions(), *_engines(), *_git(site_dir), *_fonts()):
        mark = "!" if line.cost else "ok"
        click.echo(f"{mark:<3} {line.name:<16} {line.state}")
        if line.cost:
            click.echo(f"{'':<21}{line.cost}")
    return 0


def _versions() -> list[Line]:
    made = [Line("journeybook", __version__), Line("Python", platform.python_version())]
    for name in _PACKAGES:
        try:
            made.append(Line(name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            if name != "merman":
                made.append(Line(name, "missing", f"needed; install it: pip install {name}"))
    return made


def _engines() -> list[Line]:
    from journeybook.diagrams.draw import engine
    from journeybook.schema.yaml_reader import HAS_LIBYAML

    drawing = engine()
    made = [
        Line("drawings", f"{drawing.name} {drawing.version}")
        if drawing
        else Line(
            "drawings",
            "no engine for this computer",
            "pages show Mermaid sources instead of drawings; `pip install mmdr` may help",
        )
    ]
    made.append(
        Line("libyaml", "present")
        if HAS_LIBYAML
        else Line("libyaml", "missing", "reading takes about eight times as long; reinstall PyYAML from a wheel")
    )
    return made


def _git(site_dir: Path | None) -> list[Line]:
    from journeybook.effects.disk import find_site
    from journeybook.effects.git import Status, fetch_hint, history

    root = site_dir or find_site(Path.cwd())
    if root is None:
        return [Line("site", "none here", "`journeybook init` makes one; or name its folder with --site")]
    made = [Line("site", str(root))]
    program = shutil.which("git")
    if program is None:
        return [*made, Line("git", "missing", "pages do not say when and by whom they were changed; install git")]
    known = history(root)
    if known.status is Status.OK:
        return [*made, Line("git", f"{len(known.changes)} changes known, now at {known.revision[:10]}")]
    return [*made, Line("git", str(known.status.value), f"no dates of changes: {fetch_hint(known.status)}")]


def _fonts() -> list[Line]:
    program = shutil.which("fc-list")
    if program is None:
        return []
    try:
        listed = subprocess.run([program, ":lang=fa", "family"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    if listed.stdout.strip():
        return [Line("fonts", "Persian and Latin")]
    return [Line("fonts", "no Persian font", "Persian pages show boxes on this computer; install Noto Sans Arabic")]

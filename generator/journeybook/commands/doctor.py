"""`journeybook doctor`: what is installed, what is missing, what that costs, and how to mend it."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from journeybook import __version__
from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

LIBRARIES = ("click", "PyYAML", "Markdown", "nh3", "Jinja2", "watchdog", "mermaid-py")
SCRIPTS = (
    ("Arabic and Persian", "ar"),
    ("Vietnamese", "vi"),
    ("Cyrillic", "ru"),
    ("Chinese", "zh"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. What is missing has a cost and a fix."""

    what: str
    state: str
    cost: str = ""
    fix: str = ""


@command(
    "doctor",
    examples=(
        ("journeybook doctor", "look at this computer and the site here"),
        ("journeybook doctor --site ../journeys", "with another site"),
    ),
)
def doctor(session: Session) -> Outcome:
    """Say what is installed, what is missing, and what that costs.

    Nothing is changed. Put its output into a question to us.
    """
    found = [*_programs(), *_drawing(), *_limits(), *_fonts(), *_git(), *_site(session)]
    return Outcome("".join(map(_line, found)))


def _line(finding: Finding) -> str:
    text = f"{'missing' if finding.cost else 'ok':<8}{finding.what}: {finding.state}\n"
    if finding.cost:
        text += f"        what it costs: {finding.cost}\n        the fix: {finding.fix}\n"
    return text


def _programs() -> Iterator[Finding]:
    yield Finding("journeybook", __version__)
    yield Finding(
        "Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    for name in LIBRARIES:
        try:
            yield Finding(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding(
                name, "not installed", "some commands stop with a fault", f"pip install {name}"
            )
    import yaml

    if yaml.__with_libyaml__:
        yield Finding("libyaml", "fast reading of front matter")
    else:
        slow = "reading takes about ten times as long"
        yield Finding(
            "libyaml",
            "not in this PyYAML",
            slow,
            "pip install --force-reinstall --only-binary :all: PyYAML",
        )


def _drawing() -> Iterator[Finding]:
    from journeybook.diagrams.draw import engine

    found = engine()
    if found:
        yield Finding("drawing of diagrams", f"{found.name} {found.version}")
    else:
        cost = "pages show the Mermaid source of a diagram instead of a picture"
        yield Finding(
            "drawing of diagrams",
            "no engine",
            cost,
            "pip install merman, where it has a wheel for this system",
        )


def _limits() -> Iterator[Finding]:
    """Whether the process that lays out long texts can be held to its processor time and memory."""
    if _has_resource():
        yield Finding("limits of long texts", "processor time and memory")
    else:
        cost = "a hostile text is stopped by the clock alone, later, and may take all memory"
        yield Finding(
            "limits of long texts",
            "only the clock",
            cost,
            "build strangers' content on Linux or macOS",
        )


def _has_resource() -> bool:
    try:
        return importlib.util.find_spec("resource") is not None
    except ValueError:
        return False


def _fonts() -> Iterator[Finding]:
    """Fonts matter to whoever looks at pages here, not to the site: readers use their own."""
    program = shutil.which("fc-list")
    if program is None:
        yield Finding(
            "fonts",
            "not looked at (there is no fc-list here); the site uses its readers' own fonts",
        )
        return
    lacking = [name for name, code in SCRIPTS if not _said(program, f":lang={code}", "family")]
    if lacking:
        cost = "on this computer such pages show boxes; the site itself is not affected"
        yield Finding(
            "fonts",
            f"none for {', '.join(lacking)}",
            cost,
            "apt-get install fonts-noto fonts-noto-cjk, or the like",
        )
    else:
        yield Finding("fonts", "all scripts of the interface can be shown")


def _git() -> Iterator[Finding]:
    program = shutil.which("git")
    if program is None:
        cost = (
            "pages show no dates of changes, and maps do not grow stale when what they use changes"
        )
        yield Finding("git", "not installed", cost, "install git, from https://git-scm.com/")
    else:
        yield Finding(
            "git", _said(program, "--version").removeprefix("git version ") or "installed"
        )


def _site(session: Session) -> Iterator[Finding]:
    from journeybook.effects.faults import EnvironmentFault

    try:
        root = session.root()
    except EnvironmentFault:
        cost = "only init, explain, schema and doctor work here"
        yield Finding(
            "site", "none here or in a folder above", cost, "journeybook init, or --site DIR"
        )
        return
    from journeybook.effects.disk import read_site
    from journeybook.workflow.load_site import budget_of

    tree, problems = read_site(root, budget_of)
    unread = f", {len(problems)} cannot be read (see journeybook check)" if problems else ""
    yield Finding("site", f"{root.resolve()} with {len(tree.files)} files{unread}")
    yield from _history(root)


def _history(root: Path) -> Iterator[Finding]:
    from journeybook.effects import git

    found = git.history(root)
    if found.status is git.Status.OK:
        last = f", the last on {found.changes[0].when.date()}" if found.changes else ""
        yield Finding("history of the site", f"{len(found.changes)} changes known{last}")
    elif found.status is not git.Status.NO_GIT:
        states = {
            git.Status.SHALLOW: "only the newest commits are here",
            git.Status.NOT_A_REPOSITORY: "the site is not kept in git",
            git.Status.EMPTY: "nothing has been committed yet",
            git.Status.DUBIOUS_OWNERSHIP: (
                "git does not trust this folder, which belongs to somebody else"
            ),
        }
        state = states.get(found.status, "git could not tell")
        yield Finding(
            "history of the site",
            state,
            "pages show no dates of changes",
            git.fetch_hint(found.status),
        )


def _said(program: str, *arguments: str) -> str:
    """The first line a program prints, or an empty text."""
    try:
        done = subprocess.run(
            [program, *arguments],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=10,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip().split("\n")[0]


entry = doctor

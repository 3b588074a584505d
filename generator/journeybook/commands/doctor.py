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
        ("journeybook doctor", "check this computer and the site in this folder"),
        ("journeybook doctor --site ../journeys", "check another site"),
    ),
)
def doctor(session: Session) -> Outcome:
    """Check your installation: what is installed, what is missing, and what you lose without it.

    Nothing is changed. Include the output when you report a problem.
    """
    found = [*_programs(), *_drawing(), *_limits(), *_fonts(), *_git(), *_site(session)]
    return Outcome("".join(map(_line, found)))


def _line(finding: Finding) -> str:
    text = f"{'missing' if finding.cost else 'ok':<8}{finding.what}: {finding.state}\n"
    if finding.cost:
        text += f"        effect: {finding.cost}\n        fix: {finding.fix}\n"
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
            yield Finding(name, "not installed", "some commands fail", f"pip install {name}")
    import yaml

    if yaml.__with_libyaml__:
        yield Finding("libyaml", "fast YAML parser")
    else:
        slow = "reading files takes about ten times as long"
        yield Finding(
            "libyaml",
            "not included in this PyYAML",
            slow,
            "pip install --force-reinstall --only-binary :all: PyYAML",
        )


def _drawing() -> Iterator[Finding]:
    from journeybook.diagrams.draw import engine

    found = engine()
    if found:
        yield Finding("diagram engine", f"{found.name} {found.version}")
    else:
        cost = "pages show a diagram's Mermaid source instead of the drawing"
        yield Finding(
            "diagram engine",
            "none found",
            cost,
            "pip install merman (if a wheel exists for your system)",
        )


def _limits() -> Iterator[Finding]:
    """Whether the process that lays out long texts can be held to its processor time and memory."""
    if _has_resource():
        yield Finding("limits for long texts", "processor time and memory")
    else:
        cost = "a hostile text is stopped only by a time limit and may use up all memory"
        yield Finding(
            "limits for long texts",
            "time limit only",
            cost,
            "build untrusted content on Linux or macOS",
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
            "not checked (fc-list is not installed); the site uses the fonts on readers' devices",
        )
        return
    lacking = [name for name, code in SCRIPTS if not _said(program, f":lang={code}", "family")]
    if lacking:
        cost = (
            "pages in these scripts show empty boxes on this computer; the site itself is "
            "not affected"
        )
        yield Finding(
            "fonts",
            f"no fonts for {', '.join(lacking)}",
            cost,
            "apt-get install fonts-noto fonts-noto-cjk, or the equivalent for your system",
        )
    else:
        yield Finding("fonts", "fonts for all interface languages are installed")


def _git() -> Iterator[Finding]:
    program = shutil.which("git")
    if program is None:
        cost = (
            "pages show no change dates, and maps are not marked stale when something they "
            "use changes"
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
        cost = "only init, explain, schema and doctor work in this folder"
        yield Finding(
            "site",
            "not found in this folder or a parent folder",
            cost,
            "run journeybook init, or use --site DIR",
        )
        return
    from journeybook.effects.disk import read_site
    from journeybook.workflow.load_site import budget_of

    tree, problems = read_site(root, budget_of)
    unread = f", {len(problems)} unreadable (run journeybook check)" if problems else ""
    yield Finding("site", f"{root.resolve()} with {len(tree.files)} files{unread}")
    yield from _history(root)


def _history(root: Path) -> Iterator[Finding]:
    from journeybook.effects import git

    found = git.history(root)
    if found.status is git.Status.OK:
        last = f", the last on {found.changes[0].when.date()}" if found.changes else ""
        yield Finding("site history", f"{len(found.changes)} changes found{last}")
    elif found.status is not git.Status.NO_GIT:
        states = {
            git.Status.SHALLOW: "shallow clone: only the latest commits are available",
            git.Status.NOT_A_REPOSITORY: "the site is not in a git repository",
            git.Status.EMPTY: "no commits yet",
            git.Status.DUBIOUS_OWNERSHIP: (
                "git does not trust this folder because it belongs to another user"
            ),
        }
        state = states.get(found.status, "git failed")
        yield Finding(
            "site history",
            state,
            "pages show no change dates",
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

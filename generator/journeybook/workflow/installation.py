"""What journeybook needs on this computer, and whether it is there."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import yaml

from journeybook import __version__
from journeybook.diagrams.draw import engine
from journeybook.effects import git
from journeybook.effects.disk import read_site
from journeybook.effects.faults import EnvironmentFault
from journeybook.pages.interface_languages import without_interface
from journeybook.text import visible
from journeybook.workflow.load_site import budget_of, config_of
from journeybook.workflow.session import Session

LIBRARIES = ("click", "PyYAML", "Markdown", "nh3", "Jinja2", "watchdog", "mermaid-py")
SCRIPTS = (
    ("Arabic and Persian", "ar"),
    ("Vietnamese", "vi"),
    ("Cyrillic", "ru"),
    ("Chinese", "zh"),
)


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the installation. If it is missing, it has an effect and a fix."""

    name: str
    state: str
    effect: str = ""
    fix: str = ""


def components(session: Session) -> Iterator[Component]:
    """Everything that was looked at, in order."""
    yield from _programs()
    yield from _diagrams()
    yield from _limits()
    yield from _fonts()
    yield from _git()
    yield from _site(session)


def _programs() -> Iterator[Component]:
    yield Component("journeybook", __version__)
    yield Component(
        "Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    for name in LIBRARIES:
        try:
            yield Component(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Component(name, "not installed", "some commands fail", f"pip install {name}")
    if yaml.__with_libyaml__:
        yield Component("libyaml", "fast YAML parser")
    else:
        yield Component(
            "libyaml",
            "not included in this PyYAML",
            "reading files takes about ten times as long",
            "pip install --force-reinstall --only-binary :all: PyYAML",
        )


def _diagrams() -> Iterator[Component]:
    renderer = engine()
    if renderer:
        yield Component("diagram engine", f"{renderer.name} {renderer.version}")
    else:
        yield Component(
            "diagram engine",
            "none found",
            "pages show a diagram's Mermaid source instead of the drawing",
            "pip install merman (if a wheel exists for your system)",
        )


def _limits() -> Iterator[Component]:
    """Whether the processor time and memory of the process for long texts can be limited."""
    if _has_resource():
        yield Component("limits for long texts", "processor time and memory")
    else:
        yield Component(
            "limits for long texts",
            "time limit only",
            "a hostile text is stopped only by a time limit and may use up all memory",
            "build untrusted content on Linux or macOS",
        )


def _has_resource() -> bool:
    try:
        return importlib.util.find_spec("resource") is not None
    except ValueError:
        return False


def _fonts() -> Iterator[Component]:
    """Fonts matter only to readers on this computer; others use the fonts of their own device."""
    program = shutil.which("fc-list")
    if program is None:
        yield Component(
            "fonts",
            "not checked (fc-list is not installed); the site uses the fonts on readers' devices",
        )
        return
    without_font = [
        script for script, code in SCRIPTS if not _first_line(program, f":lang={code}", "family")
    ]
    if without_font:
        yield Component(
            "fonts",
            f"no fonts for {', '.join(without_font)}",
            "pages in these scripts show empty boxes on this computer; the site itself is not "
            "affected",
            "apt-get install fonts-noto fonts-noto-cjk, or the equivalent for your system",
        )
    else:
        yield Component("fonts", "fonts for all interface languages are installed")


def _git() -> Iterator[Component]:
    program = shutil.which("git")
    if program is None:
        yield Component(
            "git",
            "not installed",
            "pages show no change dates, and maps are not marked stale when something they use "
            "changes",
            "install git from https://git-scm.com/",
        )
    else:
        version = _first_line(program, "--version").removeprefix("git version ")
        yield Component("git", version or "installed")


def _site(session: Session) -> Iterator[Component]:
    try:
        root = session.root()
    except EnvironmentFault:
        yield Component(
            "site",
            "not found in this folder or a parent folder",
            "only init, explain, schema and doctor work in this folder",
            "run `journeybook init`, or use --site DIR",
        )
        return
    tree, problems = read_site(root, budget_of)
    unread = f", {len(problems)} unreadable (run `journeybook check`)" if problems else ""
    yield Component("site", f"{root.resolve()} with {len(tree.files)} files{unread}")
    for finding in without_interface(config_of(tree.files)):
        yield Component("interface", finding.message)
    yield from _site_fonts(tree.files)
    yield from _history(root)


_MOST_SCRIPTS = 40


def _site_fonts(files: Mapping[str, bytes]) -> Iterator[Component]:
    """Whether this computer can draw what the site is written in, in PNG images."""
    program = shutil.which("fc-list")
    if program is None:
        return
    samples = _script_samples(files)[:_MOST_SCRIPTS]
    missing = [sign for sign in samples if not _first_line(program, f":charset={ord(sign):x}")]
    if missing:
        yield Component(
            "fonts for this site",
            f"no font has {' '.join(missing)}",
            "PNG images show boxes in the place of such characters; pages are not affected",
            "apt-get install fonts-noto fonts-noto-cjk, or the equivalent for your system",
        )
    else:
        yield Component("fonts for this site", "fonts for all its scripts are installed")


def _script_samples(files: Mapping[str, bytes]) -> list[str]:
    """A letter of every script in the site's texts."""
    signs: set[str] = set()
    for path, data in files.items():
        if path.endswith((".md", ".yaml")):
            signs.update(data.decode("utf-8", "replace"))
    samples: dict[str, str] = {}
    for sign in sorted(signs):
        if sign.isalpha() and not sign.isascii():
            samples.setdefault(unicodedata.name(sign, "").partition(" ")[0], sign)
    return list(samples.values())


def _history(root: Path) -> Iterator[Component]:
    history = git.history(root)
    if history.submodules:
        listed = ", ".join(map(visible, history.submodules[:3]))
        yield Component(
            "site history",
            f"{listed} is a submodule, with its history in another repository",
            "pages of its files show no change dates, `diff` cannot compare them, and maps are not "
            "marked stale when something they use changes",
            "keep site.yaml in the repository of the content, and run journeybook there",
        )
    elif history.status is git.Status.OK:
        count = "1 change" if len(history.changes) == 1 else f"{len(history.changes)} changes"
        last = f", the last on {history.changes[0].when.date()}" if history.changes else ""
        yield Component("site history", f"{count}{last}")
    elif history.status is not git.Status.NO_GIT:
        yield Component(
            "site history",
            _NO_HISTORY.get(history.status, "git failed"),
            "pages show no change dates",
            git.fetch_hint(history.status),
        )


_NO_HISTORY = {
    git.Status.SHALLOW: "shallow clone: only the latest commits are available",
    git.Status.NOT_A_REPOSITORY: "the site is not in a git repository",
    git.Status.EMPTY: "no commits yet",
    git.Status.DUBIOUS_OWNERSHIP: (
        "git does not trust this folder because it belongs to another user"
    ),
}


def _first_line(program: str, *arguments: str) -> str:
    """The first line that a program prints, or an empty text."""
    try:
        process = subprocess.run(
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
    return process.stdout.strip().split("\n")[0]

"""Read a site from disk for a command: its files, its theme, the day, and its history in git."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook import __version__
from journeybook.budget import STANDARD, Budget
from journeybook.cache import Cache
from journeybook.diagnostics import Diagnostic, did_you_mean, errors
from journeybook.effects import git
from journeybook.effects.disk import (
    SITE_FILE,
    find_repository,
    packaged_theme,
    read_site,
    read_theme,
)
from journeybook.faults import fault
from journeybook.insight.build_info import BuildInfo, Change, FixedBuildInfo
from journeybook.report.terminal import TerminalStyle
from journeybook.schema.decode import decode
from journeybook.schema.site_config import SiteConfig, read_site_config
from journeybook.schema.values import Text
from journeybook.schema.yaml_reader import Scalar, Table, read_yaml
from journeybook.text import Source, Span, visible
from journeybook.workflow.clock import today
from journeybook.workflow.content_folder import content_findings
from journeybook.workflow.outcome import CLEAN, CONTENT_ERRORS, WRONG_USE
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.workflow.trusted_settings import TrustedSettings

Layers = tuple[Mapping[str, bytes], ...]


@dataclass(frozen=True)
class SiteOnDisk:
    """A site as read from disk. `problems` are findings on its files and its theme."""

    root: Path
    files: Mapping[str, bytes]
    layers: Layers
    folders: tuple[str, ...]
    """The folder of each layer of the theme, for messages."""
    info: BuildInfo
    problems: tuple[Diagnostic, ...]
    notes: tuple[str, ...] = ()
    """Remarks for the terminal."""

    @property
    def budget(self) -> Budget:
        """How much the site may hold, and how long a build of it may take."""
        return budget_of(self.files.get(SITE_FILE, b""))


def load_site(
    session: Session,
    settings: TrustedSettings | None = None,
    history: Callable[[Path], git.History] = git.history,
    cache: Cache | None = None,
) -> SiteOnDisk:
    """Everything a build or a check needs of the session's site.

    `settings` replace its own `site.yaml` and themes; `history` asks git. With a `cache`, the last
    change of a file is the last one in its meaning; without it, the last commit that touched it,
    which is enough for commands that show no dates.
    """
    root = session.root()
    limits = budget_of(settings.site_file or b"") if settings else None
    tree, problems = read_site(root, (lambda _: limits) if limits else budget_of)
    files = settings.apply_to(tree.files) if settings else tree.files
    notes = settings.ignored_changes(root, tree.files) if settings else ()
    config = config_of(files)
    layers, missing = theme_layers(root, config, settings)
    past = history(root)
    if cache is not None:
        past = _with_meaningful_changes(past, root, files, config, cache)
    return SiteOnDisk(
        root,
        files,
        tuple(layers.values()),
        tuple(layers),
        build_info(past),
        (*problems, *content_findings(root, files), *missing, *_outdated_overrides(layers)),
        (*notes, *_submodule_notes(past.submodules)),
    )


def _with_meaningful_changes(
    history: git.History, root: Path, files: Mapping[str, bytes], config: SiteConfig, cache: Cache
) -> git.History:
    """The history in which a last change is one that changed what a file says."""
    if not history.touches:
        return history
    from journeybook.effects.revisions import Repository
    from journeybook.workflow.change_dates import meaningful_changes

    site_file = files.get(SITE_FILE, b"")
    last = meaningful_changes(history, Repository(root).blobs, config, site_file, cache)
    return replace(history, last_change=last)


def _submodule_notes(folders: Sequence[str]) -> tuple[str, ...]:
    """Why files below submodules have no dates."""
    reason = "the history of a submodule is in another repository"
    return tuple(visible(f"no change dates for {folder}: {reason}") for folder in folders)


def _outdated_overrides(layers: Mapping[str, Mapping[str, bytes]]) -> tuple[Diagnostic, ...]:
    """Findings on the site's own theme. Without one, the template engine is not loaded."""
    if len(layers) == 1:
        return ()
    from journeybook.pages.theme_overrides import changed_since

    return tuple(changed_since(tuple(layers.values()), tuple(layers)))


def budget_of(site_file: bytes) -> Budget:
    """The limits that the bytes of a `site.yaml` set."""
    return config_of({SITE_FILE: site_file}).limits if b"limits" in site_file else STANDARD


def config_of(files: Mapping[str, bytes]) -> SiteConfig:
    """`site.yaml` alone. What is wrong in it gets its default; `read_site` reports it."""
    source, _ = decode(SITE_FILE, files.get(SITE_FILE, b""))
    return read_site_config(source)[0] if source else SiteConfig()


_BUILT_IN = "the built-in theme"


def theme_layers(
    root: Path, config: SiteConfig, settings: TrustedSettings | None = None
) -> tuple[dict[str, Mapping[str, bytes]], tuple[Diagnostic, ...]]:
    """Folder -> files of each layer of the theme, the site's own first, the built-in one last.

    A theme may have `extends: other` in its `theme.yaml`. If a theme is missing, there is a finding
    and only the built-in layer.
    """
    built_in = {_BUILT_IN: read_theme(packaged_theme())}
    layers: dict[str, Mapping[str, bytes]] = {}
    name = config.theme.name
    while name and f"themes/{name}" not in layers:
        files = settings.theme(name) if settings else _theme_on_disk(root, name)
        if files is None:
            if name == "default":
                break
            return built_in, (_unknown_theme(name, root),)
        folder = f"themes/{name}"
        layers[folder] = files
        name = _extended_theme(files, f"{folder}/theme.yaml")
    return {**layers, **built_in}, ()


def _theme_on_disk(root: Path, name: str) -> Mapping[str, bytes] | None:
    """The files of a site's theme; None if it has no such theme, or if it is the built-in one."""
    folder = root / "themes" / name
    if not _is_plain_name(name) or not folder.is_dir():
        return None
    if os.path.samefile(folder, packaged_theme()):
        return None
    return read_theme(folder)


def _is_plain_name(name: str) -> bool:
    return not name.startswith(".") and not {"/", "\\", "\0", ":"} & set(name)


def _extended_theme(theme: Mapping[str, bytes], path: str) -> Text:
    """The theme that `theme.yaml` names under `extends`, or an empty text."""
    source = Source(path, theme.get("theme.yaml", b"").decode("utf-8", "replace"))
    root, _ = read_yaml(source, 1, len(source.lines))
    entries = root.entries if isinstance(root, Table) else ()
    for entry in entries:
        if entry.key.text == "extends" and isinstance(entry.value, Scalar):
            return Text(entry.value.text.strip(), entry.value.span)
    return Text()


def _unknown_theme(name: Text, root: Path) -> Diagnostic:
    folder = root / "themes"
    entries = folder.iterdir() if folder.is_dir() else ()
    names = [entry.name for entry in entries if entry.is_dir()]
    hint = (
        did_you_mean(name, [*names, "default"])
        or f"add the folder themes/{name}, or set `theme: default`"
    )
    place = name.span if name.span.file else Span.start_of(SITE_FILE)
    return fault("JB119", place, f"unknown theme `{name}`: themes/{name} does not exist", hint)


def build_info(history: git.History) -> BuildInfo:
    """The day, the version, and the history of the site."""
    last_change = {
        path: Change(change.when.date(), change.author, change.subject)
        for path, change in history.last_change.items()
    }
    commits = tuple(
        Change(commit.when.date(), commit.author, commit.subject, commit.paths)
        for commit in history.changes
    )
    return FixedBuildInfo(
        today=today(),
        version=__version__,
        revision=history.revision,
        history_note=_HISTORY_NOTES.get(history.status, ""),
        last_change=last_change,
        commits=commits,
    )


_HISTORY_NOTES = {
    git.Status.NO_GIT: "No change dates: git is not installed.",
    git.Status.NOT_A_REPOSITORY: "No change dates: the site is not in a git repository.",
    git.Status.EMPTY: "No change dates: there are no commits yet.",
    git.Status.SHALLOW: "No change dates: this clone is shallow.",
    git.Status.DUBIOUS_OWNERSHIP: "No change dates: git does not trust this folder.",
    git.Status.FAILED: "No change dates: git failed.",
}


def terminal_style(root: Path, *, colour: bool) -> TerminalStyle:
    """How findings are shown: with paths relative to the current folder."""
    folder = display_path(root)
    return TerminalStyle(colour, "" if folder == "." else folder.rstrip("/") + "/")


def from_repository(root: Path) -> str:
    """The folder of a site within its repository, such as `maps/`.

    Empty if the site is the whole repository, or in none.
    """
    top = find_repository(root)
    folder = root.absolute().relative_to(top).as_posix() if top else "."
    return "" if folder == "." else folder + "/"


def display_path(path: Path) -> str:
    """A path relative to the current folder, with `/`."""
    try:
        text = os.path.relpath(path)
    except ValueError:  # on another drive
        text = str(path)
    return text.replace(os.sep, "/")


def exit_code(findings: Sequence[Diagnostic], *, as_written: Sequence[Diagnostic] = ()) -> int:
    """The exit code for findings; `as_written` are the findings before `--strict`.

    A broken `site.yaml` comes before errors in content.
    """
    if any(error.span.file == SITE_FILE for error in errors(as_written or findings)):
        return WRONG_USE
    return CONTENT_ERRORS if any(errors(findings)) else CLEAN

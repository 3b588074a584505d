"""Read a site from disk for a command: its files, its theme, and what clock and git tell."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook import __version__
from journeybook.budget import STANDARD, Budget
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
from journeybook.text import Source, Span
from journeybook.workflow.clock import today
from journeybook.workflow.outcome import CLEAN, CONTENT_ERRORS, WRONG_USE
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.workflow.trusted_settings import TrustedSettings

Layers = tuple[Mapping[str, bytes], ...]


@dataclass(frozen=True)
class SiteOnDisk:
    """A site as it lies there. `problems` are what reading its files and finding its theme brought
    up."""

    root: Path
    files: Mapping[str, bytes]
    layers: Layers
    folders: tuple[str, ...]
    """The folder of each layer, for messages."""
    info: BuildInfo
    problems: tuple[Diagnostic, ...]
    notes: tuple[str, ...] = ()
    """What else there is to say of them, in sentences."""

    @property
    def budget(self) -> Budget:
        """How much the site may hold, and a build of it may take."""
        return budget_of(self.files.get(SITE_FILE, b""))


def load_site(
    session: Session,
    settings: TrustedSettings | None = None,
    history: Callable[[Path], git.History] = git.history,
) -> SiteOnDisk:
    """Everything a build or a check needs of the site that the session names. `settings` stand in
    the place of its own `site.yaml` and themes; `history` asks git."""
    root = session.root()
    limits = budget_of(settings.site_file or b"") if settings else None
    tree, problems = read_site(root, (lambda _: limits) if limits else budget_of)
    files = settings.instead_of(tree.files) if settings else tree.files
    layers, missing = theme_layers(root, config_of(files), settings)
    everything = (*problems, *missing, *_of_own_theme(layers))
    notes = settings.passed_over(root, tree.files) if settings else ()
    return SiteOnDisk(
        root,
        files,
        tuple(layers.values()),
        tuple(layers),
        build_info(history(root)),
        everything,
        notes,
    )


def _of_own_theme(layers: Mapping[str, Mapping[str, bytes]]) -> tuple[Diagnostic, ...]:
    """What is wrong with the files of a site's own theme; without one, the engine of templates is
    not loaded."""
    if len(layers) == 1:
        return ()
    from journeybook.pages.theme_overrides import changed_since

    return tuple(changed_since(tuple(layers.values()), tuple(layers)))


def budget_of(site_file: bytes) -> Budget:
    """The input budget that the bytes of a `site.yaml` ask for."""
    return config_of({SITE_FILE: site_file}).limits if b"limits" in site_file else STANDARD


def config_of(files: Mapping[str, bytes]) -> SiteConfig:
    """`site.yaml` alone; what cannot be read of it stands at its default, and is a finding of
    `read_site`."""
    source, _ = decode(SITE_FILE, files.get(SITE_FILE, b""))
    return read_site_config(source)[0] if source else SiteConfig()


def theme_layers(
    root: Path, config: SiteConfig, settings: TrustedSettings | None = None
) -> tuple[dict[str, Mapping[str, bytes]], tuple[Diagnostic, ...]]:
    """Folder -> files of each part of the theme, the site's own first and the built-in one last;
    and the finding where one is missing. A theme may say `extends: other` in its `theme.yaml`."""
    last = {_BUILT_IN: read_theme(packaged_theme())}
    layers: dict[str, Mapping[str, bytes]] = {}
    wanted = config.theme.name
    while wanted and f"themes/{wanted}" not in layers:
        found = settings.theme(wanted) if settings else _theme_on_disk(root, wanted)
        if found is None and wanted != "default":
            return last, (_no_theme(wanted, root),)
        if found is None:
            break
        layers[f"themes/{wanted}"] = found
        wanted = _extended(layers[f"themes/{wanted}"], f"themes/{wanted}/theme.yaml")
    return {**layers, **last}, ()


_BUILT_IN = "the built-in theme"


def _theme_on_disk(root: Path, wanted: str) -> Mapping[str, bytes] | None:
    """The files of a site's theme; None where it has none of that name, and where that is the
    built-in one itself."""
    folder = root / "themes" / wanted
    if (
        not _is_plain_name(wanted)
        or not folder.is_dir()
        or os.path.samefile(folder, packaged_theme())
    ):
        return None
    return read_theme(folder)


def _is_plain_name(name: str) -> bool:
    return not name.startswith(".") and not {"/", "\\", "\0", ":"} & set(name)


def _extended(theme: Mapping[str, bytes], path: str) -> Text:
    """The theme that `theme.yaml` says it `extends`, or an empty text."""
    source = Source(path, theme.get("theme.yaml", b"").decode("utf-8", "replace"))
    root, _ = read_yaml(source, 1, len(source.lines))
    entries = root.entries if isinstance(root, Table) else ()
    found = next((entry.value for entry in entries if entry.key.text == "extends"), None)
    return Text(found.text.strip(), found.span) if isinstance(found, Scalar) else Text()


def _no_theme(wanted: Text, root: Path) -> Diagnostic:
    folder = root / "themes"
    known = [entry.name for entry in folder.iterdir() if entry.is_dir()] if folder.is_dir() else []
    hint = (
        did_you_mean(wanted, [*known, "default"])
        or f"add the folder themes/{wanted}, or set `theme: default`"
    )
    place = wanted.span if wanted.span.file else Span.start_of(SITE_FILE)
    return fault("JB119", place, f"unknown theme `{wanted}`: themes/{wanted} does not exist", hint)


def build_info(history: git.History) -> BuildInfo:
    """The day, the version, and what git tells about the site."""
    note = _NOTES.get(history.status, "")
    return FixedBuildInfo(
        today=today(),
        version=__version__,
        revision=history.revision,
        history_note=note,
        last_change={
            path: Change(c.when.date(), c.author, c.subject)
            for path, c in history.last_change.items()
        },
        commits=tuple(Change(c.when.date(), c.author, c.subject, c.paths) for c in history.changes),
    )


_NOTES = {
    git.Status.NO_GIT: "No change dates: git is not installed.",
    git.Status.NOT_A_REPOSITORY: "No change dates: the site is not in a git repository.",
    git.Status.EMPTY: "No change dates: there are no commits yet.",
    git.Status.SHALLOW: "No change dates: this clone is shallow.",
    git.Status.DUBIOUS_OWNERSHIP: "No change dates: git does not trust this folder.",
    git.Status.FAILED: "No change dates: git failed.",
}


def terminal_style(root: Path, *, colour: bool) -> TerminalStyle:
    """How findings are shown: with paths as somebody in the current folder would type them."""
    where = display_path(root)
    return TerminalStyle(colour, "" if where == "." else where.rstrip("/") + "/")


def from_repository(root: Path) -> str:
    """What stands before a path of the site in its repository, as `maps/`; empty where they are
    one, or there is none."""
    top = find_repository(root)
    inside = root.absolute().relative_to(top).as_posix() if top else "."
    return "" if inside == "." else inside + "/"


def display_path(path: Path) -> str:
    """A path from the current folder, with `/`."""
    try:
        shown = os.path.relpath(path)
    except ValueError:  # on another drive
        shown = str(path)
    return shown.replace(os.sep, "/")


def exit_code(found: Sequence[Diagnostic], *, as_written: Sequence[Diagnostic] = ()) -> int:
    """The exit code of findings. A broken `site.yaml` weighs most; `as_written` are the findings
    before `--strict`."""
    if any(error.span.file == SITE_FILE for error in errors(as_written or found)):
        return WRONG_USE
    return CONTENT_ERRORS if any(errors(found)) else CLEAN

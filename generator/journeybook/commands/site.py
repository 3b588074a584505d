"""Read a site from disk for a command: its files, its theme, and what git and the clock tell."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journeybook import __version__
from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.effects.disk import SourceTree, find_site, packaged_theme, read_site, read_theme
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.git import Status, fetch_hint, history
from journeybook.insight.build_info import BuildInfo, Change
from journeybook.schema.decode import decode
from journeybook.schema.site_config import SiteConfig, read_site_config


@dataclass(frozen=True)
class SiteOnDisk:
    """A site as it lies on disk."""

    root: Path
    tree: SourceTree
    config: SiteConfig
    found: tuple[Diagnostic, ...]
    """Findings of reading the disk."""
    config_found: tuple[Diagnostic, ...]
    """Findings in `site.yaml` alone."""


def site_root(site_dir: Path | None) -> Path:
    """The folder of the site; one line of advice where there is none."""
    if site_dir is not None:
        if not (site_dir / "site.yaml").is_file():
            raise EnvironmentFault(
                f"there is no site.yaml in `{site_dir}`; `journeybook init {site_dir}` makes a site there"
            )
        return site_dir.resolve()
    root = find_site(Path.cwd())
    if root is None:
        raise EnvironmentFault(
            "there is no site here (no site.yaml in this folder or above it); "
            "`journeybook init` makes one, or name its folder with --site"
        )
    return root


def read_from_disk(root: Path) -> SiteOnDisk:
    """Everything below the site's folder that a build needs."""
    tree, found = read_site(root)
    source, problems = decode("site.yaml", tree.files.get("site.yaml", b""))
    config, more = read_site_config(source) if source else (SiteConfig(), ())
    return SiteOnDisk(root, tree, config, found, (*problems, *more))


def theme_layers(site: SiteOnDisk) -> tuple[tuple[Mapping[str, bytes], ...], tuple[str, ...]]:
    """The files of the site's own theme and of the built-in one, and the folder of each for messages.

    A theme may say `extends: other` in its `theme.yaml`; the built-in theme is always last.
    """
    layers: list[Mapping[str, bytes]] = []
    folders: list[str] = []
    name: str | None = str(site.config.theme.name)
    seen: set[str] = set()
    own = site.root / "themes"
    built_in = packaged_theme()
    while name is not None and name not in seen:
        seen.add(name)
        folder = own / name
        if folder.is_dir() and not (built_in.exists() and folder.resolve() == built_in.resolve()):
            layers.append(read_theme(folder))
            folders.append(f"themes/{name}")
            name = _extends(layers[-1])
        elif name == "default":
            name = None
        else:
            known = [entry.name for entry in own.iterdir()] if own.is_dir() else []
            hint = did_you_mean(name, [*known, "default"])
            raise EnvironmentFault(f"there is no theme `{name}` in themes/" + (f"; {hint}" if hint else ""))
    return (*layers, read_theme(built_in)), (*folders, "themes/default")


def _extends(layer: Mapping[str, bytes]) -> str | None:
    text = layer.get("theme.yaml", b"").decode("utf-8", "replace")
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and key.strip() == "extends":
            return value.strip().strip("\"'") or None
    return None


def build_info(root: Path) -> BuildInfo:
    """What the clock and git know. SOURCE_DATE_EPOCH (https://reproducible-builds.org) sets the day."""
    known = history(root)
    today = _today()
    note = "" if known.status is Status.OK else fetch_hint(known.status)
    return BuildInfo(
        today=today,
        version=__version__,
        revision=known.revision,
        history_note=note,
        last_change={
            path: Change(change.when.date(), change.author, change.subject) for path, change in known.last_change.items()
        },
        commits=tuple(
            Change(commit.when.date(), commit.author, commit.subject, tuple(commit.paths)) for commit in known.changes
        ),
    )


def _today() -> datetime.date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now(datetime.UTC).date()
    if not epoch.isascii() or not epoch.isdigit() or len(epoch) > 11:
        raise EnvironmentFault("SOURCE_DATE_EPOCH must be a whole number")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()

"""Check or build an untrusted branch with the settings and the theme of a trusted revision.

`site.yaml` sets the limits of a site and the levels of its rules, and templates write every page:
both are read from git's object store, never from the branch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from journeybook.budget import STANDARD
from journeybook.effects.disk import SITE_FILE, THEME_PARTS, THEMES, read_themes
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.folders import largest
from journeybook.effects.revisions import CouldNotRead, NotARevision, Repository


@dataclass(frozen=True, slots=True)
class TrustedSettings:
    """`site.yaml` and the themes of a revision; `name` is its name on the command line."""

    name: str
    commit: str
    site_file: bytes
    themes: Mapping[str, bytes]
    """Every file below `themes/`, by its path from the site's root."""

    def theme(self, name: str) -> Mapping[str, bytes] | None:
        """The files of a theme by their path in its folder, or None if there is no such theme."""
        folder = f"{THEMES}/{name}/"
        files: dict[str, bytes] = {}
        for path, data in self.themes.items():
            inside = path.removeprefix(folder)
            if inside != path and inside.partition("/")[0] in THEME_PARTS:
                files[inside] = data
        return files or None

    def apply_to(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files of a site with this `site.yaml` instead of its own."""
        others = {path: data for path, data in files.items() if path != SITE_FILE}
        return dict(sorted({**others, SITE_FILE: self.site_file}.items()))

    def ignored_changes(self, root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Remarks on changes of the branch that are not used."""
        from journeybook.report.remarks import site_file_ignored, templates_ignored

        remarks = []
        if files.get(SITE_FILE) != self.site_file:
            remarks.append(site_file_ignored(SITE_FILE, self.name))
        here = read_themes(root)
        paths = sorted(here.keys() | self.themes.keys())
        changed = [path for path in paths if here.get(path) != self.themes.get(path)]
        if changed:
            remarks.append(templates_ignored(changed, self.name))
        return tuple(remarks)


def load_trusted_settings(root: Path, name: str) -> TrustedSettings:
    """The settings of a revision; a usage error if it does not exist.

    Raises EnvironmentFault if they cannot be read or are too large.
    """
    repository = Repository(root)
    try:
        commit = repository.commit(name)
        tree = repository.settings(commit)
        for finding in tree.findings:
            raise EnvironmentFault(f"cannot use the settings from `{name}`: {finding.message}")
        limits = {entry.oid: largest(path, STANDARD) for path, entry in tree.entries.items()}
        blobs, large = repository.blobs(tuple(limits), limits)
    except NotARevision as unknown:
        raise click.UsageError(
            f"--settings-from: {unknown}", click.get_current_context(silent=True)
        ) from unknown
    except CouldNotRead as fault:
        raise EnvironmentFault(f"cannot read the settings from `{name}`: {fault}") from fault
    files: dict[str, bytes] = {}
    for path, entry in tree.entries.items():
        if entry.oid in large:
            raise EnvironmentFault(f"cannot use the settings from `{name}`: `{path}` is too large")
        files[path] = blobs[entry.oid]
    site_file = files.pop(SITE_FILE, None)
    if site_file is None:
        raise EnvironmentFault(_without_site(repository, commit, name))
    return TrustedSettings(name, commit, site_file, files)


def _without_site(repository: Repository, commit: str, name: str) -> str:
    """Why a revision without this site cannot be trusted to set its rules."""
    here = f"cannot use the settings from `{name}`: it has no {SITE_FILE} in "
    here += f"`{repository.folder}`" if repository.folder else "the top folder"
    folders = [folder or "./" for folder in repository.site_files(commit)]
    if not folders:
        return f"{here}, or elsewhere; merge a site into `{name}` first"
    listed = ", ".join(f"`{folder}`" for folder in folders[:5])
    return f"{here}; it has one in {listed}. Merge a change that only moves the site first"

"""Check or build the branch of a stranger with the settings and the theme of a revision that is
trusted.

`site.yaml` decides how much a site may hold and which rules count, and templates make every page:
both are read out of git's store, never from the branch.
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
from journeybook.text import visible


@dataclass(frozen=True, slots=True)
class TrustedSettings:
    """What a revision says of the site; `name` is what somebody called it."""

    name: str
    commit: str
    site_file: bytes | None
    themes: Mapping[str, bytes]
    """Every file below `themes/`, by its path from the site's root."""

    def theme(self, name: str) -> Mapping[str, bytes] | None:
        """The files of a theme by their path in its folder, or None where there is none of that
        name."""
        folder = f"{THEMES}/{name}/"
        inside = {
            path.removeprefix(folder): data
            for path, data in self.themes.items()
            if path.startswith(folder)
        }
        return {
            path: data for path, data in inside.items() if path.partition("/")[0] in THEME_PARTS
        } or None

    def instead_of(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files of a site with this `site.yaml` in place of its own."""
        kept = {path: data for path, data in files.items() if path != SITE_FILE}
        return (
            dict(sorted({**kept, SITE_FILE: self.site_file}.items()))
            if self.site_file is not None
            else kept
        )

    def passed_over(self, root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """In words, what of the branch is not used."""
        said = []
        if files.get(SITE_FILE) != self.site_file:
            said.append(
                f"ignoring this branch's changes to {SITE_FILE}; using {SITE_FILE} from {self.name}"
            )
        here = read_themes(root)
        changed = sorted(
            path
            for path in here.keys() | self.themes.keys()
            if here.get(path) != self.themes.get(path)
        )
        if changed:
            named = visible(changed[0]) + (
                f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            )
            said.append(
                f"ignoring templates changed on this branch ({named}); using those from {self.name}"
            )
        return tuple(said)


def load_trusted_settings(root: Path, name: str) -> TrustedSettings:
    """What the revision of this name says. A mistyped name is wrong use."""
    repository = Repository(root)
    try:
        commit = repository.commit(name)
        tree = repository.settings(commit)
        for finding in tree.findings:
            raise EnvironmentFault(f"cannot use the settings from `{name}`: {finding.message}")
        limits = {entry.oid: largest(path, STANDARD) for path, entry in tree.entries.items()}
        blobs, large = repository.blobs(tuple(limits), limits)
    except NotARevision as wrong:
        raise click.UsageError(
            f"--settings-from: {wrong}", click.get_current_context(silent=True)
        ) from wrong
    except CouldNotRead as fault:
        raise EnvironmentFault(f"cannot read the settings from `{name}`: {fault}") from fault
    files = {
        path: blobs[entry.oid] for path, entry in tree.entries.items() if entry.oid not in large
    }
    for path in tree.entries.keys() - files.keys():
        raise EnvironmentFault(f"cannot use the settings from `{name}`: `{path}` is too large")
    site_file = files.pop(SITE_FILE, None)
    return TrustedSettings(name, commit, site_file, files)

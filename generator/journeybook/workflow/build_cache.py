"""What a build keeps for the next one, and how the next one sees that there is nothing to do.

Imports little: if nothing changed, the generator is not loaded at all.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journeybook.effects.cache_location import cache_file, refuse_place
from journeybook.effects.input_fingerprint import NEVER, fingerprint_of, git_facts, racy_since
from journeybook.effects.sqlite_cache import SqliteCache, program_digest
from journeybook.workflow.clock import today

Stamp = tuple[int, str]
"""Files changed after this time are read; the fingerprint of everything that a build depends on."""


@dataclass(frozen=True)
class BuildCache:
    """The cache of a site for one output folder."""

    cache: SqliteCache
    root: Path
    target: Path
    facts: tuple[str, ...]
    """What a build depends on besides files. The first are its options."""
    inputs: tuple[Path, ...]

    @property
    def _stamp_key(self) -> bytes:
        options = self.facts[0]
        return repr((os.path.realpath(self.target), options)).encode("utf-8", "surrogatepass")

    @property
    def _manifest_key(self) -> bytes:
        return os.fsencode(os.path.realpath(self.target))

    def unchanged_summary(self) -> Sequence[str] | None:
        """The summary of the last build if neither its inputs nor its output changed since."""
        entry = self.cache.text("stamp", self._stamp_key)
        git = git_facts(self.root)
        if entry is None or git is None:
            return None
        limit, inputs, output, summary = json.loads(entry)
        if self._output_fingerprint() != output:
            return None
        return summary if self._input_fingerprint(git, limit) == inputs else None

    def input_stamp(self) -> Stamp:
        """The stamp of everything that a build is about to read; pass it to `keep`."""
        limit, git = racy_since(), git_facts(self.root)
        return limit, "" if git is None else self._input_fingerprint(git, limit)

    def keep(self, stamp: Stamp, summary: Sequence[str]) -> None:
        """Keep the stamp and the summary of a build that has just been written."""
        limit, inputs = stamp
        entry = json.dumps([limit, inputs, self._output_fingerprint(), list(summary)])
        self.cache.put_text("stamp", self._stamp_key, entry.encode())

    def manifest(self) -> Any:
        """The output after the last build (`effects.output_manifest.Manifest`), or None."""
        return self.cache.get("seen", self._manifest_key)

    def keep_manifest(self, manifest: object) -> None:
        self.cache.put("seen", self._manifest_key, manifest)

    def _input_fingerprint(self, git: tuple[str, ...], limit: int) -> str:
        return fingerprint_of(self.inputs, (*self.facts, *git), limit).hex()

    def _output_fingerprint(self) -> str:
        return fingerprint_of([self.target], (), NEVER).hex()


def open_build_cache(
    root: Path,
    target: Path,
    options: Sequence[object],
    *,
    folder: Path | None,
    more_inputs: Sequence[Path] = (),
) -> BuildCache:
    """The cache for a build with these options, in `folder` or in its default place."""
    from journeybook.effects.disk import CONTENT, SITE_FILE, find_repository, packaged_theme

    file = cache_file(root, folder)
    real = Path(os.path.realpath(root))
    refuse_place(file, real, find_repository(real) or real, target)
    program = program_digest()
    facts = (
        repr(tuple(options)),
        program,
        str(real),
        today().isoformat(),
        shutil.which("git") or "",
    )
    inputs = (root / SITE_FILE, root / CONTENT, root / "themes", packaged_theme(), *more_inputs)
    return BuildCache(SqliteCache(file, program), root, target, facts, inputs)

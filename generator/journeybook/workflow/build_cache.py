"""What a build keeps for the next one, and how it finds out that there is nothing to do.

Imports little: where nothing changed, nothing of the generator is loaded.
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


@dataclass(frozen=True)
class BuildCache:
    """The cache of a site, and where its output goes."""

    cache: SqliteCache
    root: Path
    target: Path
    facts: tuple[str, ...]
    """What a build depends on besides files."""
    inputs: tuple[Path, ...]

    @property
    def _key(self) -> bytes:
        return repr((os.path.realpath(self.target), self.facts[0])).encode("utf-8", "surrogatepass")

    def unchanged_summary(self) -> Sequence[str] | None:
        """What the last build said, if this one would find and leave everything as that one did."""
        kept = self.cache.text("stamp", self._key)
        git = git_facts(self.root)
        if kept is None or git is None:
            return None
        limit, before, after, said = json.loads(kept)
        if fingerprint_of([self.target], (), NEVER).hex() != after:
            return None
        return (
            said
            if fingerprint_of(self.inputs, (*self.facts, *git), limit).hex() == before
            else None
        )

    def start(self) -> tuple[int, str]:
        """The stamp of everything that a build is about to read; to be handed to `keep`."""
        limit, git = racy_since(), git_facts(self.root)
        return limit, "" if git is None else fingerprint_of(
            self.inputs, (*self.facts, *git), limit
        ).hex()

    def keep(self, start: tuple[int, str], said: Sequence[str]) -> None:
        """Keep the stamps of a build that has just been written."""
        limit, before = start
        after = fingerprint_of([self.target], (), NEVER).hex()
        self.cache.put_text(
            "stamp", self._key, json.dumps([limit, before, after, list(said)]).encode()
        )

    def seen(self) -> Any:
        """How the output looked after the last build (`effects.output_manifest.Seen`), or None."""
        return self.cache.get("seen", os.fsencode(os.path.realpath(self.target)))

    def keep_seen(self, seen: object) -> None:
        self.cache.put("seen", os.fsencode(os.path.realpath(self.target)), seen)


def open_build_cache(
    root: Path,
    target: Path,
    options: Sequence[object],
    *,
    chosen: Path | None,
    wanted: bool,
    more: Sequence[Path] = (),
) -> BuildCache | None:
    """The cache for a build with these options; None where none is wanted. `more` are further files
    that it reads."""
    if not wanted:
        return None
    from journeybook.effects.disk import CONTENT, SITE_FILE, find_repository, packaged_theme

    file = cache_file(root, chosen)
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
    inputs = (root / SITE_FILE, root / CONTENT, root / "themes", packaged_theme(), *more)
    return BuildCache(SqliteCache(file, program), root, target, facts, inputs)

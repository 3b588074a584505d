"""Write a finished site to its folder: whole or not at all, and never over anybody else's files."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from journeybook.effects.atomic_swap import flush, staging, swap_in, tidy
from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.lock import locked
from journeybook.effects.output_folder import refuse_target
from journeybook.effects.output_manifest import (
    MARKER,
    Manifest,
    OutputState,
    marker_for,
    output_state,
    refuse_foreign_files,
    walk,
)
from journeybook.effects.safe_names import check_names

PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Written:
    """What a build left on disk; `kept` are other people's files that stayed, `notes` are worth
    telling."""

    target: Path
    files: int
    size: int
    changed: bool
    kept: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Outdated(EnvironmentFault):
    """A file of the output that was to stay the same is no longer what it was when the build
    began."""


_NONE: Mapping[str, str] = MappingProxyType({})


def write_site(
    target: Path,
    files: Mapping[str, bytes],
    *,
    content: Path,
    site: Path,
    force: bool,
    same: Mapping[str, str] = _NONE,
    before: Manifest | None = None,
) -> Written:
    """Put exactly `files` in `target`, or raise EnvironmentFault and leave what was there
    untouched. Files of the site that stands there already can be named as the `same`, by their
    digest; `before` saves reading the others."""
    check_names([*files, *same, MARKER])
    name = str(target)
    target = _anchored(target)
    refuse_target(target, name, content=content, site=site)
    with _in_plain_words(name):
        fresh = Fresh(files, same, marker_for(files, same))
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(target, patience=PATIENCE):
            return _replace(target, name, fresh, before, force=force)


@dataclass(frozen=True, slots=True)
class Fresh:
    """The files of a site to be written, those that stay the same by their digest, and the list of
    all."""

    files: Mapping[str, bytes]
    same: Mapping[str, str]
    marker: bytes

    @property
    def paths(self) -> frozenset[str]:
        return frozenset((*self.files, *self.same, MARKER))

    def data(self, path: str, target: Path) -> bytes:
        """The contents of a file; one that stays the same is read from where it stands."""
        if path == MARKER:
            return self.marker
        return self.files[path] if path in self.files else (target / path).read_bytes()


def _anchored(target: Path) -> Path:
    """The same folder without links on the way to it; its own name stays, to see whether it is a
    link."""
    if target.name in ("", ".."):
        return Path(os.path.realpath(target))
    return Path(os.path.realpath(target.parent)) / target.name


def _replace(
    target: Path, name: str, new: Fresh, before: Manifest | None, *, force: bool
) -> Written:
    notes: tuple[str, ...] = ("removed an unfinished build",) if tidy(target) else ()
    found = output_state(target, before)
    if not force:
        refuse_foreign_files(name, found)
    there = found.digests
    if any(there.get(path) != digest for path, digest in new.same.items()):
        raise Outdated(f"`{name}` changed while the site was being built; build again")
    size = (
        len(new.marker)
        + sum(map(len, new.files.values()))
        + sum((target / path).lstat().st_size for path in new.same)
    )
    written = Written(target, len(new.paths) - 1, size, changed=True, notes=notes)
    if found.whole and found.marker == new.marker:
        return _with(written, changed=False)
    kept = tuple(path for path in found.foreign if not _collides(path, new.paths))
    fresh = staging(target)
    try:
        _fill(fresh, new, target, found.unchanged(new.marker))
        for path in kept:
            _keep(target / path, fresh / path)
        flush(fresh)
        old = swap_in(fresh, target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if old is not None:
        notes += _remove(old, target, found)
    return _with(written, kept=kept, notes=notes)


def _fill(fresh: Path, new: Fresh, target: Path, unchanged: frozenset[str]) -> None:
    """Write every file with the same modes whatever the user's umask is; an unchanged one is
    linked, not copied."""
    made: set[Path] = set()
    _make_folder(fresh, fresh.parent, made)
    for path in sorted(new.paths):
        file = fresh / path
        _make_folder(file.parent, fresh, made)
        if path not in unchanged or not _linked(target / path, file):
            _write(file, new.data(path, target))


def _linked(there: Path, here: Path) -> bool:
    """Whether the file could be taken over as it is, which saves most of the writing after a small
    change."""
    try:
        if stat.S_IMODE(there.lstat().st_mode) != 0o644:
            return False
        os.link(there, here, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def _make_folder(folder: Path, above: Path, made: set[Path]) -> None:
    if folder in made or folder == above:
        return
    _make_folder(folder.parent, above, made)
    os.mkdir(folder)
    os.chmod(folder, 0o755)
    made.add(folder)


def _write(file: Path, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o644)
    finally:
        os.close(handle)


def _keep(there: Path, here: Path) -> None:
    """Copy somebody else's file, or link, as it is."""
    if not (there.is_symlink() or stat.S_ISREG(there.lstat().st_mode)):
        raise EnvironmentFault(
            f"`{there.name}` in the output folder is neither a file nor a folder; delete it first"
        )
    here.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(there, here, follow_symlinks=False)


def _collides(path: str, files: Collection[str]) -> bool:
    """Whether a file of ours takes this path, a folder on the way to it, or has it as a folder."""
    parts = path.split("/")
    on_the_way = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return any(step in files for step in on_the_way) or any(
        ours.startswith(f"{path}/") for ours in files
    )


def _remove(old: Path, target: Path, found: OutputState) -> tuple[str, ...]:
    """Delete the old site; a file that somebody put there while we built moves over to the new
    one."""
    known = frozenset(found.paths)
    with suppress(OSError):
        for path in walk(old):
            if path not in known and not os.path.lexists(target / path):
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                os.rename(old / path, target / path)
        shutil.rmtree(old)
        return ()
    return (f"could not delete the old site: `{old.name}`",)


def _with(
    written: Written,
    *,
    changed: bool = True,
    kept: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Written:
    return Written(
        written.target, written.files, written.size, changed, kept, notes or written.notes
    )


@contextmanager
def _in_plain_words(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise EnvironmentFault(
                f"no space left while writing to `{name}`; the old site was not changed"
            ) from error
        raise EnvironmentFault(
            f"cannot write `{name}`: {in_words(error)}; the old site was not changed"
        ) from error

"""Write a finished site to its folder: completely or not at all, and never over foreign files."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from journeybook.effects.atomic_swap import end_build, flush, staging, swap_in, tidy
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
    """The output after a build. `kept` are foreign files that stayed, `notes` are remarks."""

    target: Path
    files: int
    size: int
    changed: bool
    kept: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Outdated(EnvironmentFault):
    """A file that was to stay the same has changed since the build began."""


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
    """Write exactly `files` to `target`, or raise EnvironmentFault and change nothing.

    `same` are files, by path and digest, that stay as they are in the target. With the manifest of
    the last build (`before`), the other files need not be read.
    """
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
    """The files to write, those that stay the `same` by their digest, and the marker file."""

    files: Mapping[str, bytes]
    same: Mapping[str, str]
    marker: bytes

    @property
    def paths(self) -> frozenset[str]:
        return frozenset((*self.files, *self.same, MARKER))

    def size(self, target: Path) -> int:
        """The size of all files in bytes."""
        unchanged = sum((target / path).lstat().st_size for path in self.same)
        return len(self.marker) + sum(map(len, self.files.values())) + unchanged

    def data(self, path: str, target: Path) -> bytes:
        """The contents of a file; one that stays the same is read from the target."""
        if path == MARKER:
            return self.marker
        return self.files[path] if path in self.files else (target / path).read_bytes()


def _anchored(target: Path) -> Path:
    """The folder with its parents resolved. It may be a link itself, which is refused later."""
    if target.name in ("", ".."):
        return Path(os.path.realpath(target))
    return Path(os.path.realpath(target.parent)) / target.name


def _replace(
    target: Path, name: str, new: Fresh, before: Manifest | None, *, force: bool
) -> Written:
    notes: tuple[str, ...] = ("removed an unfinished build",) if tidy(target) else ()
    state = output_state(target, before)
    if not force:
        refuse_foreign_files(name, state)
    digests = state.digests
    if any(digests.get(path) != digest for path, digest in new.same.items()):
        raise Outdated(f"`{name}` changed while the site was being built; build again")
    written = Written(target, len(new.paths) - 1, new.size(target), changed=True, notes=notes)
    if state.whole and state.marker == new.marker:
        return replace(written, changed=False)
    kept = tuple(path for path in state.foreign if not _collides(path, new.paths))
    folders = staging(target)
    fresh = folders.fresh
    try:
        _fill(fresh, new, target, state.unchanged(new.marker))
        for path in kept:
            _copy(target / path, fresh / path)
        flush(fresh)
        old = swap_in(folders, target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        end_build(target, folders)
        raise
    if old is not None:
        notes += _remove(old, target, state)
    end_build(target, folders)
    return replace(written, kept=kept, notes=notes)


def _fill(fresh: Path, new: Fresh, target: Path, unchanged: frozenset[str]) -> None:
    """Write every file, with fixed modes whatever the umask. Unchanged files become hard links."""
    folders: set[Path] = set()
    _make_folder(fresh, fresh.parent, folders)
    for path in sorted(new.paths):
        file = fresh / path
        _make_folder(file.parent, fresh, folders)
        if path not in unchanged or not _link(target / path, file):
            _write(file, new.data(path, target))


def _link(there: Path, here: Path) -> bool:
    """Whether the file could be linked, which saves most of the writing after a small change."""
    try:
        if stat.S_IMODE(there.lstat().st_mode) != 0o644:
            return False
        os.link(there, here, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def _make_folder(folder: Path, above: Path, existing: set[Path]) -> None:
    if folder in existing or folder == above:
        return
    _make_folder(folder.parent, above, existing)
    os.mkdir(folder)
    os.chmod(folder, 0o755)
    existing.add(folder)


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


def _copy(there: Path, here: Path) -> None:
    """Copy a foreign file, or a link as a link."""
    if not (there.is_symlink() or stat.S_ISREG(there.lstat().st_mode)):
        raise EnvironmentFault(
            f"`{there.name}` in the output folder is neither a file nor a folder; delete it first"
        )
    here.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(there, here, follow_symlinks=False)


def _collides(path: str, files: Collection[str]) -> bool:
    """Whether one of these files has this path, or one has the other as a parent folder."""
    parts = path.split("/")
    on_the_way = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
    return any(step in files for step in on_the_way) or any(
        ours.startswith(f"{path}/") for ours in files
    )


def _remove(old: Path, target: Path, state: OutputState) -> tuple[str, ...]:
    """Delete the old site. Files that appeared in it during the build are moved to the new one."""
    paths = frozenset(state.paths)
    with suppress(OSError):
        for path in walk(old):
            if path not in paths and not os.path.lexists(target / path):
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                os.rename(old / path, target / path)
        shutil.rmtree(old)
        return ()
    return (f"could not delete the old site: `{old.name}`",)


@contextmanager
def _in_plain_words(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise EnvironmentFault(
                f"no space left while writing to `{name}`; the old site was not changed"
            ) from error
        way_out = ""
        if error.errno in (errno.EBUSY, errno.EXDEV):
            way_out = f"; if a disk is mounted there, use a folder in it: `--out {name}/public`"
        raise EnvironmentFault(
            f"cannot write `{name}`: {in_words(error)}; the old site was not changed{way_out}"
        ) from error

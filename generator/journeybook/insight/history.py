"""The history of a site: its commits or, without commits, the last changes of its files."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from journeybook.catalog.profile import LeftOut
from journeybook.insight.build_info import BuildInfo, Change, FixedBuildInfo

MOST = 100


def changes(info: BuildInfo) -> tuple[Change, ...]:
    """The newest changes first. Without commits, files last changed together are one change."""
    newest_first = info.commits or tuple(_grouped_by_commit(info))
    return newest_first[:MOST]


def _grouped_by_commit(info: BuildInfo) -> Iterator[Change]:
    """Files with the same date, author and subject of their last change, as one change."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for path, change in info.last_change.items():
        key = (change.date.isoformat(), change.subject, change.author)
        groups.setdefault(key, []).append(path)
    for _, paths in sorted(groups.items(), reverse=True):
        change = info.last_change[paths[0]]
        yield Change(change.date, change.author, change.subject, tuple(sorted(paths)))


def change_id(change: Change) -> str:
    """A permanent ID for a change: a digest of all its fields."""
    text = "\0".join((change.date.isoformat(), change.author, change.subject, *change.paths))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"change_{digest[:12]}"


def change_ids(changes: tuple[Change, ...]) -> tuple[str, ...]:
    """A unique ID for each change; of two equal changes, the later one gets a number."""
    counts: Counter[str] = Counter()
    ids = []
    for change in reversed(changes):
        name = change_id(change)
        counts[name] += 1
        ids.append(name if counts[name] == 1 else f"{name}-{counts[name]}")
    return tuple(reversed(ids))


def info_without(info: BuildInfo, left_out: LeftOut | None) -> BuildInfo:
    """What a build knows, without what the history tells about files that its profile leaves out:
    the message of a commit that touches such a file, or one that no longer exists, may name what
    was in it."""
    if left_out is None:
        return info
    gone = set(left_out.paths)
    last_change = {path: last for path, last in info.last_change.items() if path not in gone}
    commits = tuple([commit for commit in info.commits if not gone or _is_kept(commit, left_out)])
    return FixedBuildInfo(
        info.today,
        info.version,
        info.revision,
        info.history_note,
        last_change if left_out.has_history else {},
        commits if left_out.has_history else (),
    )


def _is_kept(commit: Change, left_out: LeftOut) -> bool:
    paths = {path for path in commit.paths if path.startswith("content/")}
    return paths <= left_out.kept

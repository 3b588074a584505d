"""What changed: the commits that git tells of, else what the last changes of files add up to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from journeybook.insight.build_info import BuildInfo, Change

MOST = 100


def changes(info: BuildInfo) -> tuple[Change, ...]:
    """The newest changes first. Without commits, files last changed together are one change."""
    found = info.commits or tuple(_together(info))
    return found[:MOST]


def _together(info: BuildInfo) -> Iterator[Change]:
    groups: dict[tuple[str, str, str], list[str]] = {}
    for path, change in info.last_change.items():
        groups.setdefault((change.date.isoformat(), change.author, change.subject), []).append(path)
    for key in sorted(groups, key=lambda key: (key[0], key[2], key[1]), reverse=True):
        change = info.last_change[groups[key][0]]
        yield Change(change.date, change.author, change.subject, tuple(sorted(groups[key])))


def change_id(change: Change) -> str:
    """A lasting name for a change, made of all that is known of it."""
    said = "\0".join((change.date.isoformat(), change.author, change.subject, *change.paths))
    return f"change_{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def change_ids(found: tuple[Change, ...]) -> tuple[str, ...]:
    """The names of changes, each once: of two that say the same the second gets a number."""
    seen: dict[str, int] = {}
    made = []
    for change in reversed(found):
        name = change_id(change)
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(reversed(made))

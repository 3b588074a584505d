"""The journal of a target: what was about to be written, and what was, one JSON value a line.

It is only ever added to, so that a run that is killed anywhere leaves at most half a last line.
The first line names the wiki that it belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """What the journal knows about one page."""

    id: str = ""
    """Id in the wiki of the last write that is known to have worked; empty if there was none."""
    name: str = ""
    version: str = ""
    digest: str = ""
    intent: str = ""
    """Digest of a write that was begun and whose end is not known; else empty."""
    retired: bool = False
    """Whether we took the page away ourselves."""

    @property
    def is_written(self) -> bool:
        return bool(self.id) and not self.retired


@dataclass(frozen=True)
class Journal:
    """All entries of a file that could be read."""

    pages: dict[str, Entry] = field(default_factory=dict)
    """By key."""
    pictures: frozenset[str] = frozenset()
    """File names of pictures that were stored."""
    is_of_another: bool = False
    """Whether it belongs to another wiki; then it has no entries."""


def read_journal(text: str, address: str) -> Journal:
    """The journal of the target with this address. It never fails: what cannot be read is passed
    over, and the marker of a page proves what the journal does not."""
    pages: dict[str, Entry] = {}
    pictures: set[str] = set()
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            continue
        value = _value(line)
        if value is None:
            continue
        if "address" in value:
            if value["address"] != address:
                return Journal(is_of_another=True)
        elif number == 0:
            return Journal(is_of_another=True)
        else:
            _read_line(value, pages, pictures)
    return Journal(pages, frozenset(pictures))


def _value(line: str) -> dict[str, str] | None:
    """A line as a mapping of texts, or None."""
    try:
        value: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        return None
    return value


def _read_line(value: dict[str, str], pages: dict[str, Entry], pictures: set[str]) -> None:
    if "picture" in value:
        pictures.add(value["picture"])
        return
    before = pages.get(value.get("key", ""), Entry())
    if "intent" in value:
        pages[value.get("key", "")] = replace(before, intent=value["intent"])
    elif "retired" in value:
        pages[value.get("key", "")] = replace(before, intent="", retired=True)
    elif {"key", "id", "name", "version", "digest"} <= value.keys():
        pages[value["key"]] = Entry(value["id"], value["name"], value["version"], value["digest"])


def head_line(address: str) -> str:
    """The first line of a new journal."""
    return _line(format=str(FORMAT), address=address)


def intent_line(key: str, digest: str) -> str:
    """The line before a write."""
    return _line(key=key, intent=digest)


def done_line(key: str, entry: Entry) -> str:
    """The line after a write that worked."""
    return _line(key=key, id=entry.id, name=entry.name, version=entry.version, digest=entry.digest)


def retired_line(key: str) -> str:
    """The line after a page was taken away."""
    return _line(key=key, retired="yes")


def picture_line(name: str) -> str:
    """The line after a picture was stored."""
    return _line(picture=name)


def _line(**values: str) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


AddLines = Callable[[Iterable[str]], None]
"""Adds lines to the journal, so that they are on the disk when it returns."""


class JournalKeeper:
    """The journal of a run: every line is on the disk before the value here changes."""

    def __init__(self, journal: Journal, address: str, add_lines: AddLines) -> None:
        self._pages = dict(journal.pages)
        self._pictures = set(journal.pictures)
        self._address = address
        self._add_lines = add_lines
        self._has_head = bool(journal.pages or journal.pictures)

    @property
    def journal(self) -> Journal:
        """What is known now."""
        return Journal(dict(self._pages), frozenset(self._pictures))

    def intend(self, digests: Mapping[str, str]) -> None:
        """Note which pages are about to be written: key -> digest."""
        self._add([intent_line(key, digest) for key, digest in digests.items()])
        for key, digest in digests.items():
            self._pages[key] = replace(self._pages.get(key, Entry()), intent=digest)

    def written(self, key: str, entry: Entry) -> None:
        """Note that the wiki has a page as we want it."""
        if self._pages.get(key) != entry:
            self._add([done_line(key, entry)])
            self._pages[key] = entry

    def retired(self, key: str) -> None:
        """Note that we took a page away."""
        self._add([retired_line(key)])
        self._pages[key] = replace(self._pages.get(key, Entry()), intent="", retired=True)

    def stored(self, names: Iterable[str]) -> None:
        """Note that the wiki has pictures."""
        new = [name for name in names if name not in self._pictures]
        self._add([picture_line(name) for name in new])
        self._pictures.update(new)

    def _add(self, lines: list[str]) -> None:
        if not lines:
            return
        head = [] if self._has_head else [head_line(self._address)]
        self._add_lines([*head, *lines])
        self._has_head = True

"""Git wikis and folders as stores of files (`publish.wiki.tree_remote.TreeRemote`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.effects import wiki_folder
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.wiki_git import (
    GitFailed,
    GitWiki,
    blob_id,
    is_beaten,
    is_final,
    reason_for,
)
from journeybook.publish.wiki.tree_remote import FileChanges, Pushed, Tree
from journeybook.publish.wiki.web import REFUSED, Stop
from journeybook.text import visible


@dataclass
class GitTree:
    """A branch of a git repository."""

    wiki: GitWiki
    _length: int = 40

    def look(self) -> Tree:
        """See `TreeRemote.look`."""
        try:
            head, files = self.wiki.fetch()
            ours = self.wiki.changed_by_us(head) if head else frozenset()
        except GitFailed as failed:
            raise self._stop(failed.complaint) from failed
        self._length = len(head) or 40
        return Tree(head, files, ours)

    def contents(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """See `TreeRemote.contents`."""
        try:
            return self.wiki.contents(ids)
        except GitFailed as failed:
            raise self._stop(failed.complaint) from failed

    def id_of(self, data: bytes) -> str:
        """See `TreeRemote.id_of`."""
        return blob_id(data, self._length)

    def push(self, base: Tree, changes: FileChanges) -> Pushed:
        """See `TreeRemote.push`."""
        try:
            complaint = self.wiki.push(base.head, changes.writes, changes.deletes, changes.message)
        except GitFailed as failed:
            raise self._stop(failed.complaint) from failed
        if not complaint:
            return Pushed.DONE
        if is_beaten(complaint):
            return Pushed.BEATEN
        if is_final(complaint):
            raise self._stop(complaint)
        return Pushed.LOST

    def close(self) -> None:
        """See `TreeRemote.close`."""
        self.wiki.close()

    def _stop(self, complaint: str) -> Stop:
        code = REFUSED if is_final(complaint) else 3
        return Stop(f"{visible(self.wiki.address)}: {reason_for(complaint)}", code)


@dataclass
class FolderTree:
    """A folder. Files are written one by one, each only if it is still as it was."""

    root: Path
    _files: dict[str, str] = field(default_factory=dict)

    def look(self) -> Tree:
        """See `TreeRemote.look`."""
        self._files = wiki_folder.files_below(self.root)
        return Tree("", dict(self._files))

    def contents(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """See `TreeRemote.contents`."""
        wanted = frozenset(ids)
        files = {path: digest for path, digest in self._files.items() if digest in wanted}
        return wiki_folder.contents(self.root, files)

    def id_of(self, data: bytes) -> str:
        """See `TreeRemote.id_of`."""
        return wiki_folder.digest(data)

    def push(self, base: Tree, changes: FileChanges) -> Pushed:
        """See `TreeRemote.push`."""
        is_beaten_once = False
        try:
            for path, data in changes.writes.items():
                if not wiki_folder.write(self.root, path, data, base.files.get(path, "")):
                    is_beaten_once = True
            for path in sorted(changes.deletes):
                if not wiki_folder.delete(self.root, path, base.files[path]):
                    is_beaten_once = True
        except EnvironmentFault as fault:
            raise Stop(str(fault)) from fault
        return Pushed.BEATEN if is_beaten_once else Pushed.DONE

    def close(self) -> None:
        """See `TreeRemote.close`."""

"""How targets reach their wikis: the network, git, folders, and the secret."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journeybook.effects import secrets
from journeybook.effects.wiki_git import GitAccount, GitWiki, blob_id, folder_address
from journeybook.publish.wiki.tree_remote import FileChanges, Pushed, Tree, TreeRemote
from journeybook.publish.wiki.web import WRONG_SETTINGS, Answer, Request, Stop, Web
from journeybook.schema.publish_target import PublishTarget
from journeybook.text import visible
from journeybook.workflow.wiki_trees import FolderTree, GitTree

if TYPE_CHECKING:
    from journeybook.workflow.wiki_connection import WikiConnection


@dataclass
class OpenAccess:
    """Implements `publish.targets.table.Access`."""

    root: Path
    secret: str = field(repr=False)
    remark: Callable[[str], None]
    connections: list[WikiConnection] = field(default_factory=list)

    def web(self, address: str, headers: Mapping[str, str]) -> Web:
        """A connection to a wiki."""
        from journeybook.effects.web_session import WebSession
        from journeybook.workflow.wiki_connection import WikiConnection

        connection = WikiConnection(WebSession(address, headers), self.remark)
        self.connections.append(connection)
        return connection

    def git(
        self, address: str, branch: str, first_branch: str, user: str, author: str
    ) -> TreeRemote:
        """A branch of a git repository."""
        place = folder_address(address, self.root)
        account = GitAccount(user, self.secret, author)
        return GitTree(GitWiki(place, branch, first_branch, account, visible(address)))

    def folder(self, path: str) -> TreeRemote:
        """A folder."""
        return FolderTree(self.root / Path(path).expanduser())

    @property
    def has_png(self) -> bool:
        """Whether the package that draws PNG is installed."""
        return importlib.util.find_spec("resvg_py") is not None

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return sum(connection.requests for connection in self.connections)

    def close(self) -> None:
        """End all connections."""
        for connection in self.connections:
            connection.session.close()


class _NoWeb:
    """The network of an export, which asks nothing."""

    def send(self, request: Request) -> Answer:
        raise Stop("an export asks no wiki", WRONG_SETTINGS)

    def wait(self, seconds: float | None) -> None: ...

    def pace(self, seconds: float) -> None: ...


class _NoTree:
    """The files of a wiki that is empty."""

    def look(self) -> Tree:
        return Tree("")

    def contents(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        return {}

    def id_of(self, data: bytes) -> str:
        return blob_id(data)

    def push(self, base: Tree, changes: FileChanges) -> Pushed:
        raise Stop("an export writes to no wiki", WRONG_SETTINGS)

    def close(self) -> None: ...


@dataclass
class OfflineAccess:
    """Implements `publish.targets.table.Access` for exports: nothing is asked."""

    root: Path
    secret: str = ""
    has_png: bool = importlib.util.find_spec("resvg_py") is not None

    def web(self, address: str, headers: Mapping[str, str]) -> Web:
        """A network that refuses every request."""
        return _NoWeb()

    def git(
        self, address: str, branch: str, first_branch: str, user: str, author: str
    ) -> TreeRemote:
        """An empty store."""
        return _NoTree()

    def folder(self, path: str) -> TreeRemote:
        """An empty store."""
        return _NoTree()


def open_access(root: Path, settings: PublishTarget, remark: Callable[[str], None]) -> OpenAccess:
    """Access to the world outside, with the secret from where the settings say it is. Raises
    EnvironmentFault."""
    return OpenAccess(root, _secret(root, settings), remark)


def offline_access(root: Path) -> OfflineAccess:
    """Access that reaches nothing."""
    return OfflineAccess(root)


def _secret(root: Path, settings: PublishTarget) -> str:
    if settings.token_env:
        return secrets.from_environment(str(settings.token_env))
    if settings.token_file:
        return secrets.from_file(root / Path(str(settings.token_file)).expanduser())
    if settings.token_command:
        return secrets.from_command(str(settings.token_command), root)
    return ""

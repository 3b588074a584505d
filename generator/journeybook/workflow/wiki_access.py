"""How targets reach their wikis: the network, git, folders, and the secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.effects import secrets
from journeybook.effects.web_session import WebSession
from journeybook.publish.wiki.web import WRONG_SETTINGS, Answer, Request, Stop, Web
from journeybook.schema.publish_target import PublishTarget
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
        connection = WikiConnection(WebSession(address, headers), self.remark)
        self.connections.append(connection)
        return connection

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


@dataclass
class OfflineAccess:
    """Implements `publish.targets.table.Access` for exports: nothing is asked."""

    root: Path
    secret: str = ""

    def web(self, address: str, headers: Mapping[str, str]) -> Web:
        """A network that refuses every request."""
        return _NoWeb()


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

"""What targets ask of the network, as values; `effects/wiki_web.py` answers.

The network paces requests, waits when it is told to, and repeats what only reads. A request that
changes something is sent once: if its answer is lost, that is an exception, and the publisher
reads again what the wiki has.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class Upload:
    """A file in a form."""

    field: str
    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True)
class Request:
    """One request. At most one of `form`, `values` and `body` is sent."""

    method: str
    path: str = ""
    """Behind the address of the target."""
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    uploads: tuple[Upload, ...] = ()
    """Sent with `form` as `multipart/form-data`."""
    values: Any = None
    """Sent as JSON."""
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    changes: bool = False
    """Whether it may change the wiki: then it is never repeated after a lost answer."""


@dataclass(frozen=True)
class Answer:
    """An answer whose status is none of those that the network deals with itself (401, 429, 5xx of
    a reading request, redirects)."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON. Raises `Unusable` if it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise Unusable("the wiki's answer is not JSON") from error


class Web(Protocol):
    """The network, for one target. Cookies are kept between requests."""

    def send(self, request: Request) -> Answer:
        """The answer. Raises `LostAnswer` if a changing request got none, and `Stop` if there is
        no point in going on: no connection, a wrong password, too long a wait."""

    def pace(self, seconds: float) -> None:
        """From now on, leave at least this time between two requests that change something."""

    def wait(self, seconds: float | None) -> None:
        """Wait because the wiki said in its own words that we are too fast: as long as it told, or
        else longer each time. Raises `Stop` after ten minutes in all."""


class LostAnswer(Exception):  # noqa: N818 - not an error: the publisher looks again
    """A changing request was sent, and no whole answer came back; it may have been carried out."""


class Unusable(Exception):  # noqa: N818 - an answer, not an error of ours
    """An answer makes no sense: half of it, another program's, or none that the wiki documents."""


class Stop(Exception):  # noqa: N818 - an outcome, not an error of ours
    """Publishing cannot go on. `code` is the exit code if something may have been written."""

    def __init__(self, reason: str, code: int = 3) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


REFUSED = 4
"""Exit code: refused before anything was written."""
INCOMPLETE = 3
"""Exit code: not finished; the next run goes on."""
WRONG_SETTINGS = 2
"""Exit code: the command or `site.yaml` is wrong."""

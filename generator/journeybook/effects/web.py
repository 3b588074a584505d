"""Ask a web service, with a token that goes to this one host alone.

https only (plain http is taken for this machine itself), certificates always checked, no redirect
to another host, limits of size and of time, from looking up the name to the last byte, and a
bounded wait where the service says that it is busy.
"""

from __future__ import annotations

import http.client
import json
import queue
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from journeybook.effects.faults import EnvironmentFault
from journeybook.text import visible

MOST_BYTES = 16_000_000
SECONDS_TO_ANSWER = 15.0
SECONDS_IN_ALL = 60.0
TRIES = 4
LONGEST_WAIT = 60.0
_MOST_REDIRECTS = 3
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said."""

    status: int
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes

    def values(self) -> Any:
        """The body as JSON; a fault where it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as wrong:
            raise EnvironmentFault("the service did not return JSON") from wrong


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `headers` go with every request and are shown nowhere; `remark` hears of every
    wait."""

    base: str
    headers: Mapping[str, str] = field(repr=False)
    remark: Callable[[str], None]
    sleep: Callable[[float], None] | None = None
    seconds: float = SECONDS_TO_ANSWER
    """The longest silence."""
    seconds_in_all: float = SECONDS_IN_ALL
    """The longest time from a request to the end of its answer, with every redirect between."""

    def __post_init__(self) -> None:
        where = _parts(self.base)
        if where.username or where.password or where.query or where.fragment:
            raise EnvironmentFault(
                "the service URL must not contain a user name, password or query"
            )
        if where.scheme != "https" and not (where.scheme == "http" and where.hostname in _LOOPBACK):
            raise EnvironmentFault(
                f"the service URL must start with https://, not `{visible(self.base)}`"
            )
        if not all(value.isascii() and value.isprintable() for value in self.headers.values()):
            raise EnvironmentFault(
                "the token contains an invalid character; check that you copied all of it"
            )

    def ask(self, method: str, path: str, given: Any = None) -> Answer:
        """The answer to a request, whatever its status. Busy services are asked again, but
        something new is never written twice: there only a plain "too many requests" is."""
        address = self.base.rstrip("/") + path
        for attempt in range(1, TRIES + 1):
            try:
                answer = self._in_time(lambda: self._following(method, address, given))
            except (OSError, http.client.HTTPException) as wrong:
                if method == "POST" or attempt == TRIES or isinstance(wrong, ssl.SSLError):
                    raise EnvironmentFault(
                        f"cannot reach {self._host}: {_in_words(wrong)}"
                    ) from wrong
                self._wait(2.0 ** (attempt - 1), "does not answer")
                continue
            if not _is_busy(answer, method):
                return answer
            wait = _wanted_wait(answer, attempt)
            if attempt == TRIES or wait > LONGEST_WAIT:
                raise EnvironmentFault(
                    f"{self._host} returned {answer.status} and asks to wait {wait:.0f} s; try "
                    "again later"
                )
            self._wait(wait, f"returned {answer.status}")
        raise AssertionError("unreachable")

    @property
    def _host(self) -> str:
        return visible(_parts(self.base).hostname or "")

    def _wait(self, seconds: float, why: str) -> None:
        self.remark(f"{self._host} {why}; retrying in {seconds:.0f} s")
        (self.sleep or time.sleep)(seconds)

    def _in_time(self, work: Callable[[], Answer]) -> Answer:
        """What the work gives, if it does so in time. No limit of a socket covers it all: a service
        can send its headers byte by byte, and a name can take long to look up. Work that is late is
        left to end with the program."""
        done: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()

        def do() -> None:
            try:
                done.put(work())
            except BaseException as wrong:  # it is raised where somebody waits for it
                done.put(wrong)

        threading.Thread(target=do, daemon=True).start()
        try:
            found = done.get(timeout=self.seconds_in_all)
        except queue.Empty:
            raise EnvironmentFault(
                f"{self._host} did not answer within {self.seconds_in_all:g} s"
            ) from None
        if isinstance(found, BaseException):
            raise found
        return found

    def _following(self, method: str, address: str, given: Any) -> Answer:
        """Ask, and go where the same host sends us."""
        for _ in range(_MOST_REDIRECTS):
            answer = self._once(method, address, given)
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                return answer
            target = urljoin(address, answer.headers["location"])
            if _origin(target) != _origin(self.base):
                raise EnvironmentFault(f"{self._host} redirects to another host; not followed")
            if method != "GET" and answer.status not in (307, 308):
                return answer
            address = target
        raise EnvironmentFault(f"{self._host} has too many redirects; stopped")

    def _once(self, method: str, address: str, given: Any) -> Answer:
        data = None if given is None else json.dumps(given).encode()
        headers = {
            "User-Agent": "journeybook",
            **self.headers,
            **({"Content-Type": "application/json"} if data else {}),
        }
        request = urllib.request.Request(address, data, headers, method=method)
        opener = _opener(local=_parts(address).hostname in _LOOPBACK)
        try:
            with opener.open(request, timeout=self.seconds) as response:
                return Answer(
                    response.status, _small(response.headers), _read(response, self._host)
                )
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.code, _small(refused.headers), _read(refused, self._host))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Hands redirects back, so that we decide on them."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(*, local: bool) -> urllib.request.OpenerDirector:
    """Without handlers for anything but http and https; a proxy only for what is not this
    machine."""
    proxies = urllib.request.ProxyHandler({} if local else None)
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    return urllib.request.build_opener(proxies, secure, _NoRedirect)


def _read(response: Any, host: str) -> bytes:
    """The body within the limit of size. Half an answer is none."""
    body = bytearray()
    while piece := response.read1(65536):
        body += piece
        if len(body) > MOST_BYTES:
            raise EnvironmentFault(
                f"{host} sent more than {MOST_BYTES // 1024 // 1024} MB; stopped"
            )
    said = response.headers.get("Content-Length", "")
    if said.isdigit() and len(body) < int(said):
        raise http.client.IncompleteRead(bytes(body), int(said) - len(body))
    return bytes(body)


def _is_busy(answer: Answer, method: str) -> bool:
    """Whether it is worth asking again. A 403 is only where it names the wait, as GitHub does for a
    limit of rates."""
    if answer.status == 429:
        return True
    if answer.status == 403:
        return "retry-after" in answer.headers or answer.headers.get("x-ratelimit-remaining") == "0"
    return answer.status >= 500 and method != "POST"


def _wanted_wait(answer: Answer, attempt: int) -> float:
    said = answer.headers.get("retry-after", "")
    if said.isdigit():
        return float(said[:9])
    until = answer.headers.get("x-ratelimit-reset", "")
    if until.isdigit() and answer.headers.get("x-ratelimit-remaining") == "0":
        return max(float(until[:12]) - time.time(), 1.0)
    return 2.0 ** (attempt - 1)


def _small(headers: Any) -> Mapping[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _parts(address: str) -> Any:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as wrong:
        raise EnvironmentFault(f"`{visible(address)}` is not a valid service URL") from wrong
    return parts


def _origin(address: str) -> tuple[str, str, int | None]:
    parts = _parts(address)
    return parts.scheme, parts.hostname or "", parts.port


def _in_words(wrong: Exception) -> str:
    reason = getattr(wrong, "reason", wrong)
    if isinstance(reason, ssl.SSLError):
        return "its certificate is not valid for it"
    if isinstance(reason, TimeoutError):
        return "it does not answer in time"
    return (
        "the connection broke"
        if isinstance(wrong, http.client.HTTPException)
        else visible(str(reason)) or "no connection"
    )

"""Send requests to a web service, with a token that is sent to this host only.

Only https (http for this computer itself), certificates are always checked, no redirects to other
hosts, limits of size and of time (from the name look-up to the last byte), and a limited number of
retries if the service is busy.
"""

from __future__ import annotations

import http.client
import json
import queue
import re
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
TOTAL_SECONDS = 60.0
TRIES = 4
LONGEST_WAIT = 60.0
_MOST_REDIRECTS = 3
_DIGITS = re.compile(r"[0-9]{1,18}")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Answer:
    """The response of a service."""

    status: int
    headers: Mapping[str, str]
    """By lowercase name."""
    body: bytes

    def values(self) -> Any:
        """The body as JSON. Raises EnvironmentFault if it is not JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise EnvironmentFault("the service did not return JSON") from error


@dataclass(frozen=True, slots=True)
class Service:
    """One service. `headers` are sent with every request and never shown.

    `remark` is called with a line before every wait.
    """

    base: str
    headers: Mapping[str, str] = field(repr=False)
    remark: Callable[[str], None]
    sleep: Callable[[float], None] | None = None
    seconds: float = SECONDS_TO_ANSWER
    """The longest time without any data."""
    seconds_in_all: float = TOTAL_SECONDS
    """The longest time from a request to the end of its response, including redirects."""

    def __post_init__(self) -> None:
        url = _parts(self.base)
        if url.username or url.password or url.query or url.fragment:
            raise EnvironmentFault(
                "the service URL must not contain a user name, password or query"
            )
        is_local = url.scheme == "http" and url.hostname in _LOOPBACK
        if url.scheme != "https" and not is_local:
            raise EnvironmentFault(
                f"the service URL must start with https://, not `{visible(self.base)}`"
            )
        if not all(value.isascii() and value.isprintable() for value in self.headers.values()):
            raise EnvironmentFault(
                "the token contains an invalid character; check that you copied all of it"
            )

    def ask(self, method: str, path: str, payload: Any = None) -> Answer:
        """The response to a request, whatever its status.

        If the service is busy, the request is repeated; a POST only after "too many requests", so
        that nothing is created twice. Raises EnvironmentFault if there is no response.
        """
        address = self.base.rstrip("/") + path
        for attempt in range(1, TRIES + 1):
            try:
                answer = self._in_time(lambda: self._follow(method, address, payload))
            except (OSError, http.client.HTTPException) as error:
                if method == "POST" or attempt == TRIES or isinstance(error, ssl.SSLError):
                    raise EnvironmentFault(
                        f"cannot reach {self._host}: {_in_words(error)}"
                    ) from error
                self._wait(2.0 ** (attempt - 1), "did not answer")
                continue
            except (ValueError, LookupError, TypeError, AttributeError) as error:
                # Python's own HTTP code raises these for headers that no server should send.
                raise EnvironmentFault(f"{self._host} sent an invalid answer") from error
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
        """The result of the work, within the total time.

        The limit of a socket is not enough: a service can send its headers byte by byte, and the
        look-up of a name can take long. Work that takes too long ends with the program.
        """
        results: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()

        def run() -> None:
            try:
                results.put(work())
            except BaseException as error:  # raised in the waiting thread
                results.put(error)

        threading.Thread(target=run, daemon=True).start()
        try:
            result = results.get(timeout=self.seconds_in_all)
        except queue.Empty:
            raise EnvironmentFault(
                f"{self._host} did not answer within {self.seconds_in_all:g} s"
            ) from None
        if isinstance(result, BaseException):
            raise result
        return result

    def _follow(self, method: str, address: str, payload: Any) -> Answer:
        """Send a request, and follow redirects on the same host."""
        for _ in range(_MOST_REDIRECTS):
            answer = self._send(method, address, payload)
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                return answer
            target = urljoin(address, answer.headers["location"])
            if _origin(target) != _origin(self.base):
                raise EnvironmentFault(f"{self._host} redirects to another host; not followed")
            if method != "GET" and answer.status not in (307, 308):
                return answer
            address = target
        raise EnvironmentFault(f"{self._host} has too many redirects; stopped")

    def _send(self, method: str, address: str, payload: Any) -> Answer:
        data = None if payload is None else json.dumps(payload).encode()
        headers = {"User-Agent": "journeybook", **self.headers}
        if data:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(address, data, headers, method=method)
        opener = _opener(local=_parts(address).hostname in _LOOPBACK)
        try:
            with opener.open(request, timeout=self.seconds) as response:
                body = _read(response, self._host)
                return Answer(response.status, _lowercase(response.headers), body)
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, _lowercase(error.headers), _read(error, self._host))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Returns redirects as responses, so that `Service` decides about them."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(*, local: bool) -> urllib.request.OpenerDirector:
    """Only for http and https, and with a proxy only for other computers."""
    proxies = urllib.request.ProxyHandler({} if local else None)
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    return urllib.request.build_opener(proxies, secure, _NoRedirect)


def _read(response: Any, host: str) -> bytes:
    """The body, within the size limit. Raises IncompleteRead for a part of it."""
    body = bytearray()
    while piece := response.read1(65536):
        body += piece
        if len(body) > MOST_BYTES:
            raise EnvironmentFault(
                f"{host} sent more than {MOST_BYTES // 1024 // 1024} MB; stopped"
            )
    length = response.headers.get("Content-Length", "")
    if _DIGITS.fullmatch(length) and len(body) < int(length):
        raise http.client.IncompleteRead(bytes(body), int(length) - len(body))
    return bytes(body)


def _is_busy(answer: Answer, method: str) -> bool:
    """Whether to try again. A 403 only with a time to wait, as GitHub sends it for rate limits."""
    if answer.status == 429:
        return True
    if answer.status == 403:
        return "retry-after" in answer.headers or answer.headers.get("x-ratelimit-remaining") == "0"
    return answer.status >= 500 and method != "POST"


def _wanted_wait(answer: Answer, attempt: int) -> float:
    seconds = answer.headers.get("retry-after", "")
    if _DIGITS.fullmatch(seconds):
        return float(seconds[:9])
    until = answer.headers.get("x-ratelimit-reset", "")
    if _DIGITS.fullmatch(until) and answer.headers.get("x-ratelimit-remaining") == "0":
        return max(float(until[:12]) - time.time(), 1.0)
    return 2.0 ** (attempt - 1)


def _lowercase(headers: Any) -> Mapping[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _parts(address: str) -> Any:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise EnvironmentFault(f"`{visible(address)}` is not a valid service URL") from error
    return parts


def _origin(address: str) -> tuple[str, str, int | None]:
    parts = _parts(address)
    return parts.scheme, parts.hostname or "", parts.port


def _in_words(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLError):
        return "its certificate is not valid"
    if isinstance(reason, TimeoutError):
        return "it did not answer in time"
    if isinstance(error, http.client.HTTPException):
        return "the connection broke"
    return visible(str(reason)) or "no connection"

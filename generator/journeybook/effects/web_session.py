"""One exchange after another with one web origin: connections and cookies are kept by `requests`.

What is added here: only https (http for this computer itself), credentials for this origin only,
no file of passwords of the user, no redirects, and limits of size and of time.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests.auth import AuthBase

from journeybook import __version__
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.loopback import LOOPBACK
from journeybook.text import visible

MOST_BYTES = 64_000_000
SECONDS_TO_CONNECT = 10.0
SECONDS_TO_ANSWER = 60.0
SECONDS_IN_ALL = 180.0
"""From a request to the last byte of its answer."""


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """An answer, whatever its status."""

    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes


class NoAnswer(Exception):  # noqa: N818 - a fact about the network
    """There is no whole answer: why, in words. `was_sent` is whether the request may have arrived;
    `can_repeat` is whether another try may help."""

    def __init__(self, reason: str, *, was_sent: bool = True, can_repeat: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.was_sent = was_sent
        self.can_repeat = can_repeat


@dataclass(frozen=True, slots=True)
class Timing:
    """How long an exchange may take, in seconds."""

    to_connect: float = SECONDS_TO_CONNECT
    to_answer: float = SECONDS_TO_ANSWER
    in_all: float = SECONDS_IN_ALL


class _NoPasswordFile(AuthBase):
    """Keeps `requests` from sending passwords of the user's `.netrc`."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


def _new_session() -> requests.Session:
    session = requests.Session()
    session.auth = _NoPasswordFile()
    session.headers["User-Agent"] = f"journeybook/{__version__}"
    named = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    if not named and os.environ.get("SSL_CERT_FILE"):
        session.verify = os.environ["SSL_CERT_FILE"]
    return session


@dataclass
class WebSession:
    """One origin. Raises EnvironmentFault for an address that must not be used.

    `headers` go with every request and are never shown. Proxies and certificates of the
    environment are used.
    """

    address: str
    headers: Mapping[str, str] = field(repr=False)
    timing: Timing = Timing()
    most_bytes: int = MOST_BYTES
    _session: requests.Session = field(default_factory=_new_session, init=False, repr=False)

    def __post_init__(self) -> None:
        check_address(self.address)
        for value in self.headers.values():
            if not (value.isascii() and value.isprintable()):
                raise EnvironmentFault(
                    "the token contains an invalid character; check that you copied all of it"
                )

    def exchange(self, method: str, url: str, **parts: Any) -> WebAnswer:
        """The answer to one request; `parts` are `params`, `data`, `files`, `json` and `headers` of
        `requests`. Raises NoAnswer."""
        if origin(url) != origin(self.address):
            raise NoAnswer("the address is on another host", was_sent=False, can_repeat=False)
        headers = {**self.headers, **parts.pop("headers", {})}
        return self._in_time(lambda: self._send(method, url, {**parts, "headers": headers}))

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def _send(self, method: str, url: str, parts: Mapping[str, Any]) -> WebAnswer:
        limits = (self.timing.to_connect, self.timing.to_answer)
        try:
            response = self._session.request(
                method, url, timeout=limits, allow_redirects=False, stream=True, **parts
            )
            with response:
                return self._read(response)
        except requests.exceptions.SSLError as error:
            reason = "its certificate is not valid"
            raise NoAnswer(reason, was_sent=False, can_repeat=False) from error
        except (requests.exceptions.ConnectTimeout, requests.exceptions.ProxyError) as error:
            raise NoAnswer(_in_words(error), was_sent=False) from error
        except requests.exceptions.ConnectionError as error:
            raise NoAnswer(_in_words(error), was_sent=not _never_connected(error)) from error
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError) as error:
            raise NoAnswer(_in_words(error)) from error
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            # Python's own HTTP code raises these for headers that no server should send.
            raise NoAnswer("it sent an invalid answer", can_repeat=False) from error

    def _read(self, response: requests.Response) -> WebAnswer:
        body = bytearray()
        for piece in response.iter_content(65536):
            body += piece
            if len(body) > self.most_bytes:
                size = self.most_bytes // 1_000_000
                raise NoAnswer(f"it sent more than {size} MB", can_repeat=False)
        headers = {name.lower(): value for name, value in response.headers.items()}
        return WebAnswer(response.status_code, headers, bytes(body))

    def _in_time(self, work: Callable[[], WebAnswer]) -> WebAnswer:
        """The result of the work within the total time: a server can send one byte at a time, and
        the look-up of a name can take long. Work that takes too long ends with the program."""
        results: queue.SimpleQueue[WebAnswer | BaseException] = queue.SimpleQueue()

        def run() -> None:
            try:
                results.put(work())
            except BaseException as error:  # raised in the waiting thread
                results.put(error)

        threading.Thread(target=run, daemon=True).start()
        try:
            result = results.get(timeout=self.timing.in_all)
        except queue.Empty:
            raise NoAnswer("it did not answer in time") from None
        if isinstance(result, BaseException):
            raise result
        return result


def check_address(address: str) -> None:
    """Raise EnvironmentFault for an address to which nothing secret may be sent."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise EnvironmentFault(f"`{visible(address)}` is not a valid address") from error
    if parts.username or parts.password:
        raise EnvironmentFault("the wiki's address must not contain a user name or a password")
    is_local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not parts.hostname or (parts.scheme != "https" and not is_local):
        raise EnvironmentFault(
            f"the wiki's address must start with https://, not `{visible(address)}`: a token "
            "must not be sent unencrypted"
        )


def origin(address: str) -> tuple[str, str, int | None]:
    """Scheme, host and port."""
    parts = urlsplit(address)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname or "", port


def _never_connected(error: Exception) -> bool:
    """Whether the connection could not be opened, so that nothing was sent."""
    texts = repr(error)
    return "NewConnectionError" in texts or "NameResolutionError" in texts


def _in_words(error: Exception) -> str:
    texts = repr(error)
    if "NameResolutionError" in texts or "gaierror" in texts:
        return "there is no such host"
    if "Connection refused" in texts:
        return "nothing answers at this address"
    if "ProxyError" in texts:
        return "the proxy does not let us through"
    if "imeout" in texts or "timed out" in texts:
        return "it did not answer in time"
    return "the connection broke"


def file_parts(uploads: Sequence[Any]) -> list[tuple[str, tuple[str, bytes, str]]]:
    """Files of a form as `requests` takes them; each has field, name, data and media_type."""
    return [(file.field, (file.name, file.data, file.media_type)) for file in uploads]

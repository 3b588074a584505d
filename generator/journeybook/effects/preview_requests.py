"""Read a browser's request, and refuse everything that a page of somebody else could have sent."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
LONGEST_HEAD = 8 * 1024
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")
_REQUEST_LINE = re.compile(r"([A-Z]{1,16}) ([!-~]+) HTTP/1\.[01]")


@dataclass(frozen=True, slots=True)
class Request:
    """A request that may be answered; `path` is still percent-encoded and has no query."""

    method: str
    path: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: shown as plain text."""

    status: HTTPStatus
    reason: str


@dataclass(frozen=True, slots=True)
class Guard:
    """The names under which this server may be called. With `remote`, any plain address is one."""

    port: int
    names: tuple[str, ...] = LOCAL_NAMES
    remote: bool = False

    def admits(self, host: str) -> bool:
        """Whether a `Host` header names this server: a strange one means a name was bent to our
        address."""
        name, port = _split(host.lower())
        if port != str(self.port) and not (
            port == "" and self.port == 80 and ":" not in host.rpartition("]")[2]
        ):
            return False
        return name in self.names or (self.remote and _is_address(name))


def read_request(head: bytes, guard: Guard) -> Request | Refusal:
    """A request's head, without the empty line that ends it, checked in full."""
    first, *lines = head.decode("latin-1").split("\r\n")
    found = _REQUEST_LINE.fullmatch(first)
    headers = _headers(lines)
    if found is None or headers is None:
        return Refusal(HTTPStatus.BAD_REQUEST, "the request is malformed")
    method, target = found.groups()
    if refusal := _stranger(target, headers, guard):
        return refusal
    if method not in ("GET", "HEAD"):
        return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are answered")
    if "transfer-encoding" in headers or any(
        length != "0" for length in headers.get("content-length", ())
    ):
        return Refusal(HTTPStatus.BAD_REQUEST, "a request may have no body")
    if "#" in target:
        return Refusal(HTTPStatus.BAD_REQUEST, "the address is malformed")
    return Request(method, target.partition("?")[0])


def _headers(lines: Sequence[str]) -> Mapping[str, Sequence[str]] | None:
    headers: dict[str, list[str]] = {}
    for line in lines:
        found = _HEADER.fullmatch(line)
        if found is None:
            return None
        headers.setdefault(found[1].lower(), []).append(found[2].strip(" \t"))
    return headers


def _stranger(target: str, headers: Mapping[str, Sequence[str]], guard: Guard) -> Refusal | None:
    hosts = headers.get("host", ())
    if len(hosts) != 1 or not guard.admits(hosts[0]) or not target.startswith("/"):
        return Refusal(HTTPStatus.MISDIRECTED_REQUEST, "the preview does not accept this host name")
    own_origin = f"http://{hosts[0].lower()}"
    if any(origin.lower() != own_origin for origin in headers.get("origin", ())):
        return Refusal(HTTPStatus.FORBIDDEN, "another site asked for this page")
    if any(
        site.lower() not in ("same-origin", "none") for site in headers.get("sec-fetch-site", ())
    ):
        return Refusal(
            HTTPStatus.FORBIDDEN,
            "another site requested this page; type the address into the browser instead",
        )
    return None


def _split(host: str) -> tuple[str, str]:
    """The name, an IPv6 one in its brackets, and the port or an empty text."""
    if host.startswith("["):
        name, _, rest = host.partition("]")
        return f"{name}]", rest.removeprefix(":")
    name, _, port = host.partition(":")
    return name, port


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True

"""Parse a browser's request, and refuse everything that a page of another site could send."""

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
    """An accepted request; `path` is percent-encoded and has no query."""

    method: str
    path: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused, as a status and plain text."""

    status: HTTPStatus
    reason: str


@dataclass(frozen=True, slots=True)
class Guard:
    """The host names that this server accepts. With `remote`, also every IP address."""

    port: int
    names: tuple[str, ...] = LOCAL_NAMES
    remote: bool = False

    def accepts(self, host: str) -> bool:
        """Whether a `Host` header names this server; another name may be an attack by DNS."""
        name, port = _split(host.lower())
        has_no_port = port == "" and ":" not in host.rpartition("]")[2]
        if port != str(self.port) and not (has_no_port and self.port == 80):
            return False
        return name in self.names or (self.remote and _is_address(name))


def read_request(head: bytes, guard: Guard) -> Request | Refusal:
    """Parse and check the head of a request, without the empty line at its end."""
    first, *lines = head.decode("latin-1").split("\r\n")
    match = _REQUEST_LINE.fullmatch(first)
    headers = _headers(lines)
    if match is None or headers is None:
        return Refusal(HTTPStatus.BAD_REQUEST, "the request is malformed")
    method, target = match.groups()
    if refusal := _refuse_foreign(target, headers, guard):
        return refusal
    if method not in ("GET", "HEAD"):
        return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are allowed")
    lengths = headers.get("content-length", ())
    if "transfer-encoding" in headers or any(length != "0" for length in lengths):
        return Refusal(HTTPStatus.BAD_REQUEST, "a request must not have a body")
    if "#" in target:
        return Refusal(HTTPStatus.BAD_REQUEST, "the address is malformed")
    return Request(method, target.partition("?")[0])


def _headers(lines: Sequence[str]) -> Mapping[str, Sequence[str]] | None:
    headers: dict[str, list[str]] = {}
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match is None:
            return None
        headers.setdefault(match[1].lower(), []).append(match[2].strip(" \t"))
    return headers


def _refuse_foreign(
    target: str, headers: Mapping[str, Sequence[str]], guard: Guard
) -> Refusal | None:
    """The refusal of a request to another host name, or from another site."""
    hosts = headers.get("host", ())
    if len(hosts) != 1 or not guard.accepts(hosts[0]) or not target.startswith("/"):
        return Refusal(HTTPStatus.MISDIRECTED_REQUEST, "the preview does not accept this host name")
    own_origin = f"http://{hosts[0].lower()}"
    if any(origin.lower() != own_origin for origin in headers.get("origin", ())):
        return Refusal(HTTPStatus.FORBIDDEN, "another site requested this page")
    sites = headers.get("sec-fetch-site", ())
    if any(site.lower() not in ("same-origin", "none") for site in sites):
        return Refusal(
            HTTPStatus.FORBIDDEN,
            "another site requested this page; type the address into the browser instead",
        )
    return None


def _split(host: str) -> tuple[str, str]:
    """The name (an IPv6 address in its brackets) and the port, which may be empty."""
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

"""Read a comment from an untrusted source, such as the artifact of a pull request from a fork.

The comment is parsed again, and only what `journeybook diff` writes is accepted: its first line is
the marker, the rest follows `comment_grammar.py`, and links lead to files of this repository or to
pages of its owner. Anything else is rejected, not repaired: journeybook would not have written it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from journeybook.publish.comment import is_marker
from journeybook.publish.comment_grammar import refusals
from journeybook.text import visible

MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a comment is rejected, and the line of the reason (0 for the whole comment)."""

    reason: str
    line: int = 0

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason


def read_comment(data: bytes, repository: str, pages: Sequence[str] = ()) -> str | Refusal:
    """The text of a comment, or why it is rejected. `repository` is the URL of the repository, such
    as `https://github.com/acme/maps`; `pages` are URLs below which its owner publishes pages. They
    must come from the owner, not from the comment."""
    if len(data) > MOST_BYTES:
        return Refusal(f"it is larger than {MOST_BYTES // 1024} KB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Refusal(f"it is not UTF-8 at byte {error.start}")
    text = text.replace("\r\n", "\n")
    if not text.strip():
        return ""
    lines = text.split("\n")
    if not is_marker(lines[0]):
        return Refusal("the first line is not the journeybook marker", 1)
    hidden = next((at for at, line in enumerate(lines, 1) if visible(line) != line), 0)
    if hidden:
        return Refusal("a hidden character", hidden)

    def is_allowed(address: str) -> bool:
        return _is_file_of(address, repository) or any(
            _is_below(address, folder) for folder in pages
        )

    for at, reason in refusals(lines[1:], is_allowed):
        return Refusal(reason, at + 2)
    return text


def is_pages_address(address: str) -> bool:
    """Whether a URL may allow every page below it: https, a full host name, no user name, no query,
    no `..`."""
    try:
        url = urlsplit(address)
        host = url.hostname or ""
        url.port  # noqa: B018 - raises if it is not a number
    except ValueError:
        return False
    if url.scheme != "https" or not _HOST.fullmatch(host):
        return False
    if "@" in url.netloc or "?" in address or "#" in address:
        return False
    return not _leads_up(url.path)


_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


def _is_file_of(address: str, repository: str) -> bool:
    """Whether a URL shows a file of a repository, given by its own URL."""
    root = repository.rstrip("/")
    return any(_is_below(address, f"{root}/{folder}") for folder in ("blob", "-/blob"))


def _is_below(address: str, folder: str) -> bool:
    """Whether a URL is below another one, on the same host; code hosts ignore the case of names."""
    try:
        url, allowed = urlsplit(address), urlsplit(folder)
    except ValueError:
        return False
    if (url.scheme, url.netloc) != ("https", allowed.netloc) or "@" in url.netloc:
        return False
    path = f"{allowed.path.rstrip('/')}/"
    return not _leads_up(url.path) and f"{url.path}/".lower().startswith(path.lower())


def _leads_up(path: str) -> bool:
    """Whether a path contains `..` in any spelling that a browser or a server understands."""
    plain = unquote(unquote(path)).replace("\\", "/")
    return ".." in plain.split("/")

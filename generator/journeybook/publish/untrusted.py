"""Read a comment from an untrusted source, such as the artifact of a pull request from a fork.

The output of `journeybook diff` is accepted: its first line is the marker, the author's words are
escaped, links lead to the code host, blocks are charts or plain text. Whatever could mention
people, run a quick action, load or link something from another site, or break out of a block is
rejected, not repaired: journeybook would not have written it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from journeybook.publish.comment import MARKER

MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a comment is rejected, and the line of the reason (0 for the whole comment)."""

    reason: str
    line: int = 0

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason


def read_comment(data: bytes, server: str, pages: Sequence[str] = ()) -> str | Refusal:
    """The text of a comment, or why it is rejected. `server` is the URL of the code host, such as
    `https://github.com`; `pages` are URLs below which the owner of the repository publishes pages.
    They must come from the owner, not from the comment."""
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
    if lines[0] != MARKER:
        return Refusal("the first line is not the journeybook marker", 1)
    hidden = next((at for at, line in enumerate(lines, 1) if _HIDDEN.search(line)), 0)
    if hidden:
        return Refusal("a hidden character", hidden)
    return next(_refusals(lines[1:], (server, *pages)), text)


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
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]")
_FENCE = re.compile(r"(`{3,})([a-z]*)")
_BLOCKS = ("", "text", "diff", "mermaid")
_CHART = re.compile(
    r"(?:---\nconfig:\n  xyChart:\n    width: \d{1,4}\n    height: \d{1,4}\n"
    r"(?:  themeVariables:\n    xyChart:\n"
    r'      plotColorPalette: "#[0-9a-f]{6}, #[0-9a-f]{6}"\n)?---\n)?xychart-beta'
)
_TAGS = (
    "details|summary|br|hr|p|b|strong|i|em|ins|del|sub|sup|code|kbd|bdi|ul|ol|li"
    "|table|thead|tbody|tr|th|td"
)
_TAG = re.compile(rf"</?(?:{_TAGS})\s*/?>|<details open>|<!--[ \w:,.-]*-->")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
"""A character after a backslash does not start HTML. It can still mention people: code hosts look
for mentions after they have rendered the Markdown."""
_REFUSED = (
    (re.compile(r"@[\w@-]"), "an @mention that would notify someone"),
    (re.compile(r"(?:#|\bGH-)\d", re.IGNORECASE), "a # reference that would link to an issue"),
    (re.compile(r"![\[\d]"), "an image or a link to a merge request"),
    (
        re.compile(r"^\s*(?:>\s*)*/[a-z]", re.IGNORECASE),
        "a line that GitLab would run as a quick action",
    ),
    (re.compile(r"^\s*(?:>\s*)*\[[^\]]*\]:"), "a link definition"),
    (re.compile(r"\bwww\.", re.IGNORECASE), "a link to another site"),
)
_LINK = re.compile(r"\]\(\s*<?([^\s)>]*)")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:/?/?[^\s<>()\[\]\"'`|]*", re.IGNORECASE)


def _refusals(lines: list[str], servers: Sequence[str]) -> Iterator[Refusal]:
    """Everything in the text that a code host would not only show. Line numbers count the marker as
    1."""
    fence, opened, previous = "", 1, ""
    for at, line in enumerate(lines, 2):
        if fence:
            yield from (Refusal(reason, at) for reason in _in_block(line, fence))
            if line == fence.partition(" ")[0]:
                fence, line = "", ""
        elif line.lstrip(" >-*+0123456789.)\t").startswith(("```", "~~~")):
            match = _FENCE.fullmatch(line)
            if not match or match[2] not in _BLOCKS:
                yield Refusal("a block that journeybook does not create", at)
                return
            if previous.strip():
                yield Refusal("a block without an empty line before it", at)
            if match[2] == "mermaid" and not _CHART.match("\n".join(lines[at - 1 : at + 9])):
                yield Refusal("a diagram that is not a chart", at + 1)
            fence = f"{match[1]} {match[2]}"
            opened = at
        else:
            yield from (Refusal(reason, at) for reason in _in_text(line, servers))
        previous = line
    if fence:
        yield Refusal("a block that is not closed", opened)


def _in_block(line: str, fence: str) -> Iterator[str]:
    marks, _, kind = fence.partition(" ")
    if line.strip().startswith(marks) and line != marks:
        yield "a block that may end where it does not seem to"
    if kind == "mermaid" and ("%%{" in line or line.strip().startswith("click")):
        yield "a diagram that does more than draw"


def _in_text(line: str, servers: Sequence[str]) -> Iterator[str]:
    shown = html.unescape(line)
    if "<" in _TAG.sub("", _ESCAPED.sub("", line)):
        yield "HTML"
    for pattern, reason in _REFUSED:
        if pattern.search(shown):
            yield reason
    for target in _LINK.findall(shown):
        if not target.startswith(("https://", "#")) or "\\" in target:
            yield "a link to another site"
    for address in _ADDRESS.findall(shown):
        is_link = "/" in address[: address.find(":") + 2] or address.lower().startswith(_SCHEMES)
        if is_link and not any(_is_of(address, server) for server in servers):
            yield "a link to another site"


_SCHEMES = ("javascript:", "data:", "mailto:", "vbscript:", "file:", "xmpp:", "tel:", "http", "ftp")


def _is_of(address: str, server: str) -> bool:
    """Whether a URL is on a server, and below its path if that has one."""
    try:
        url, allowed = urlsplit(address), urlsplit(server)
    except ValueError:
        return False
    if (url.scheme, url.netloc) != ("https", allowed.netloc) or "@" in url.netloc:
        return False
    folder = allowed.path.rstrip("/")
    if not folder:
        return True
    return not _leads_up(url.path) and f"{url.path}/".startswith(f"{folder}/")


def _leads_up(path: str) -> bool:
    """Whether a path contains `..` in any spelling that a browser or a server understands."""
    plain = unquote(unquote(path)).replace("\\", "/")
    return ".." in plain.split("/")

"""Find the links, images and raw HTML in Markdown source, each with its place; code is skipped.

One pass, linear in the length of the text: brackets are paired on a stack, and parts that may be
long (a title, a run of backticks, a comment) are looked up or capped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from journeybook.prose.blocks import inline_runs
from journeybook.prose.places import Places
from journeybook.text import Span

Form = Literal["wiki", "markdown", "image", "autolink"]
NOWHERE = Span("", 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """One link as written.

    `target` is the address and `label` the words shown, both in the source. The label may be empty
    and is cut after 1,000 characters. Only a wiki link `[[kind:id#anchor]]` has a `kind`, an `id`
    and an `anchor`. An `autolink` is a full URL or an email address in angle brackets, never a page
    of the site.
    """

    form: Form
    target: str
    label: str
    span: Span
    kind: str = ""
    id: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The target of a link: its address relative to the page, its title, its kind, and whether it
    is missing."""

    href: str
    label: str
    kind: str
    missing: bool = False


Resolve = Callable[[Link], Resolved | None]
ResolveImage = Callable[[str], str | None]


def find_links(text: str, *, file: str, first_line: int, first_column: int = 1) -> tuple[Link, ...]:
    """All links in the text outside code, in the order of the text."""
    if "[" not in text and "<" not in text:
        return ()
    places = Places(text, file, first_line, first_column)
    links: list[Link] = []
    for start, end in inline_runs(text):
        links += _LinkReader(text, start, end, places).links()
    return tuple(sorted(links, key=lambda link: link.span))


def find_raw_html(
    text: str, *, file: str, first_line: int, first_column: int = 1
) -> tuple[Span, ...]:
    """The places of HTML tags, comments and declarations outside code, which are shown as text."""
    if "<" not in text:
        return ()
    places = Places(text, file, first_line, first_column)
    tags: list[re.Match[str]] = []
    for start, end in inline_runs(text):
        tags += _tags_in(text, start, end)
    return tuple([places.span(*tag.span()) for tag in tags])


def wiki_link(content: str, span: Span) -> Link | None:
    """The text between `[[` and `]]` as a link, or None if it has no target."""
    match = _WIKI_CONTENT.match(content)
    if match is None:
        return None
    target = match["target"]
    label = (match["label"] or "").strip()
    path, _, anchor = target.partition("#")
    kind, colon, identifier = path.partition(":")
    if not colon:
        kind, identifier = "", path
    return Link(
        "wiki",
        target,
        label,
        span,
        kind=kind.strip(),
        id=identifier.strip(),
        anchor=anchor.strip(),
    )


_WIKI = re.compile(r"\[\[([^\[\]\n]+)\]\](?!\()")
_WIKI_CONTENT = re.compile(
    r"\s*(?P<target>[^\s|\\](?:[^|\\]*[^\s|\\])?)\s*(?:\\?\|(?P<label>.*))?$", re.DOTALL
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*|[^<> !]+@[^@<> ]+)>")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|![A-Za-z\[][^<>]*|\?[^<>]*)>|<!--")
_DEFINITION = re.compile(
    (
        r"^[ >]{0,200}\[(?!\^)([^\[\]\n]+)\]:[ ]*(?:\n[ ]*)?(<[^\s<>]*>|[^\s<>]\S*)(?=[ "
        r"]*(?:$|[\"'(\n]))"
    ),
    re.MULTILINE,
)
_MARK = re.compile(r"[\\`\[\]<]")
_DESTINATION = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>]*)>|(?P<bare>(?:\\.|[^\s()<>\\])*(?:\((?:\\.|[^\s()\\])*\)(?:\\.|[^\s()<>\\])*)*))"
    r"(?:\s+(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'))?\s*\)"
)
_LOOSE_TITLE = re.compile(r"\s*(?:\"[^\"]*\"|'[^']*')\s*$")
_PAREN = re.compile(r"[()]")
_TICKS = re.compile(r"`+")
_MAX_LOOSE_TITLE = 1200
_MAX_PARENS = 32
_MAX_LABEL = 1000
_ANGLED = re.compile(r"\]\([ \n]{0,9}$|^ {0,3}\[[^\[\]\n]{1,99}\]: {0,9}$", re.MULTILINE)
_NEAR = 120
"""Characters in front of a `<` in which the start of a link is looked for."""


class _LinkReader:
    """Reads the links of one run: visits its marks from left to right, each once."""

    def __init__(self, text: str, start: int, end: int, places: Places) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.places = places
        definitions = _DEFINITION.finditer(text, start, end)
        self.definitions = {match.start(1) - 1: match for match in definitions}
        self.last_parenthesis = text.rfind(")", start, end)
        self.openings: list[tuple[int, Form]] = []
        """Brackets without a partner so far, and the form of link that each may start."""
        self.position = start

    def links(self) -> Iterator[Link]:
        code = _code_spans(self.text, self.start, self.end)
        while match := _MARK.search(self.text, self.position, self.end):
            at, mark = match.start(), match[0]
            self.position = at + 1
            if mark == "`":
                self.position = code.get(at, at + 1)
                continue
            if mark == "\\":
                self.position = at + 2
                continue
            if mark == "<":
                link = self._autolink(at)
            elif mark == "[":
                link = self._definition(at) or self._wiki_link(at)
                if link is None:
                    self._open(at)
            else:
                link = self._close(at)
            if link:
                yield link

    def _autolink(self, at: int) -> Link | None:
        match = _AUTOLINK.match(self.text, at, self.end)
        if match is None:
            return None
        self.position = match.end()
        address = match[1]
        span = self.places.span(*match.span(1))
        return Link("autolink", address, address, span)

    def _definition(self, at: int) -> Link | None:
        """A reference such as `[label]: address`."""
        match = self.definitions.get(at)
        if match is None:
            return None
        self.position = match.end()
        first, last = match.span(2)
        if self.text[first] == "<" and self.text[last - 1] == ">":
            first, last = first + 1, last - 1
        target = self.text[first:last]
        span = self.places.span(first, last)
        return Link("markdown", target, match[1], span)

    def _wiki_link(self, at: int) -> Link | None:
        match = _WIKI.match(self.text, at, self.end)
        link = wiki_link(match[1], NOWHERE) if match else None
        if match is None or link is None:
            return None
        self.position = match.end()
        first = match.start(1) + match[1].index(link.target)
        last = first + len(link.target)
        return replace(link, span=self.places.span(first, last))

    def _open(self, at: int) -> None:
        """Remember an opening bracket."""
        is_image = at > self.start and self.text[at - 1] == "!"
        if is_image and not _is_escaped(self.text, at - 1, self.start):
            self.openings.append((at, "image"))
        else:
            self.openings.append((at, "markdown"))

    def _close(self, at: int) -> Link | None:
        """The link that a closing bracket ends, if an address follows it."""
        if not self.openings:
            return None
        opening, form = self.openings.pop()
        if at >= self.last_parenthesis:
            return None
        if not self.text.startswith("(", at + 1):
            return None
        destination = _destination(self.text, at + 1, self.end)
        if destination is None:
            return None
        first, last, self.position = destination
        target = self.text[first:last]
        start = opening + 1
        label = self.text[start : min(at, start + _MAX_LABEL)]
        span = self.places.span(first, last)
        return Link(form, target, label, span)


def _is_escaped(text: str, at: int, start: int) -> bool:
    """Whether an odd number of backslashes precedes the character."""
    count = 0
    while at - count > start and text[at - count - 1] == "\\":
        count += 1
    return count % 2 == 1


def _destination(text: str, at: int, end: int) -> tuple[int, int, int] | None:
    """Start and end offsets of the address in `(address "title")`, and the offset after it."""
    if match := _DESTINATION.match(text, at, end):
        group = "bare" if match["angled"] is None else "angled"
        return match.start(group), match.end(group), match.end()
    depth, position = 0, at
    for _ in range(_MAX_PARENS):
        paren = _PAREN.search(text, position, end)
        if paren is None:
            return None
        position = paren.end()
        depth += 1 if paren[0] == "(" else -1
        if depth == 0:
            break
    else:
        return None
    start = at + 1
    inside = text[start : position - 1]
    address = _LOOSE_TITLE.sub("", inside) if len(inside) <= _MAX_LOOSE_TITLE else inside
    first = start + len(address) - len(address.lstrip())
    last = start + len(address.rstrip())
    return first, max(first, last), position


def _code_spans(text: str, start: int, end: int) -> dict[int, int]:
    """The end of each code span by its start. A span lasts from a run of backticks to the next run
    of the same length."""
    runs: list[tuple[int, int]] = []
    by_length: dict[int, list[int]] = {}
    for match in _TICKS.finditer(text, start, end):
        at, length = match.start(), len(match[0])
        runs.append((at, length))
        by_length.setdefault(length, []).append(at)
    spans: dict[int, int] = {}
    after = start
    for at, length in runs:
        if at < after:
            continue
        if _is_escaped(text, at, start):
            spans[at] = at + length
            continue
        same = by_length[length]
        index = bisect_right(same, at)
        last = same[index] if index < len(same) else at
        after = last + length
        spans[at] = after
    return spans


def _tags_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """HTML tags of one run outside code."""
    code = sorted(_code_spans(text, start, end).items())
    starts = [at for at, _ in code]
    for match in _TAG.finditer(text, start, end):
        at = match.start()
        index = bisect_left(starts, at) - 1
        if index >= 0 and at < code[index][1]:
            continue
        if _is_escaped(text, at, start) or _AUTOLINK.match(text, at, end):
            continue
        if _ANGLED.search(text, max(start, at - _NEAR), at):
            continue  # the target of a link, as in `[a](<my file.png>)`
        yield match

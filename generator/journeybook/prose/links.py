"""Find the links, images and raw HTML in Markdown source, each with its place; code is not looked
at.

One pass, linear in the length of the text: brackets are paired on a stack, and what may run on (a
title, a run of backticks, a comment) is looked up or capped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from journeybook.prose.blocks import inline_runs
from journeybook.prose.places import Places
from journeybook.text import Span

Form = Literal["wiki", "markdown", "image", "autolink"]
NOWHERE = Span("", 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """One link as written.

    `target` is the source text of the address, `label` that of the words shown ("" where none are
    given; cut after 1,000 characters). `kind`, `id` and `anchor` are the parts of a wiki link
    `[[kind:id#anchor]]`, else empty. The target of an `autolink` stands in angle brackets and is a
    full address or an e-mail address, never a page of the site.
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
    """Where a link leads: an address relative to the page, the target's title and kind, and whether
    it is missing."""

    href: str
    label: str
    kind: str
    missing: bool = False


Resolve = Callable[[Link], Resolved | None]
ResolveImage = Callable[[str], str | None]


def find_links(text: str, *, file: str, first_line: int, first_column: int = 1) -> tuple[Link, ...]:
    """Every link in the text outside code, in the order of the text."""
    if "[" not in text and "<" not in text:
        return ()
    places = Places(text, file, first_line, first_column)
    links = [
        link for start, end in inline_runs(text) for link in _links_in(text, start, end, places)
    ]
    return tuple(sorted(links, key=lambda link: link.span))


def find_raw_html(
    text: str, *, file: str, first_line: int, first_column: int = 1
) -> tuple[Span, ...]:
    """The places of HTML tags, comments and declarations outside code, which are shown as text."""
    if "<" not in text:
        return ()
    places = Places(text, file, first_line, first_column)
    return tuple(
        places.span(match.start(), match.end())
        for start, end in inline_runs(text)
        for match in _tags_in(text, start, end)
    )


def wiki_link(content: str, span: Span) -> Link | None:
    """What stands between `[[` and `]]` as a link, or None where it has no target."""
    match = _WIKI_CONTENT.match(content)
    if match is None:
        return None
    target = match["target"]
    path, _, anchor = target.partition("#")
    kind, colon, id_ = path.partition(":")
    if not colon:
        kind, id_ = "", path
    return Link(
        "wiki",
        target,
        (match["label"] or "").strip(),
        span,
        kind.strip(),
        id_.strip(),
        anchor.strip(),
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
_MAX_PARENS = 32
_MAX_LABEL = 1000


def _links_in(text: str, start: int, end: int, places: Places) -> Iterator[Link]:
    """The links of one run: the marks are visited from left to right, each once."""
    code = _code_spans(text, start, end)
    definitions = {match.start(1) - 1: match for match in _DEFINITION.finditer(text, start, end)}
    closes_until = text.rfind(")", start, end)
    openings: list[tuple[int, bool]] = []
    position = start
    while match := _MARK.search(text, position, end):
        at, mark = match.start(), match[0]
        position = at + 1
        if mark == "`":
            position = code.get(at, at + 1)
        elif mark == "\\":
            position = at + 2
        elif mark == "<":
            if autolink := _AUTOLINK.match(text, at, end):
                position = autolink.end()
                yield Link("autolink", autolink[1], autolink[1], places.span(*autolink.span(1)))
        elif mark == "[":
            if at in definitions:
                definition = definitions[at]
                first, last = definition.span(2)
                if text[first] == "<" and text[last - 1] == ">":
                    first, last = first + 1, last - 1
                position = definition.end()
                yield Link("markdown", text[first:last], definition[1], places.span(first, last))
            elif (wiki := _WIKI.match(text, at, end)) and (link := wiki_link(wiki[1], NOWHERE)):
                position = wiki.end()
                first = wiki.start(1) + wiki[1].index(link.target)
                yield _at(link, places.span(first, first + len(link.target)))
            else:
                image = at > start and text[at - 1] == "!" and not _escaped(text, at - 1, start)
                openings.append((at, image))
        elif openings:
            opening, image = openings.pop()
            if at < closes_until and text.startswith("(", at + 1):
                found = _destination(text, at + 1, end)
                if found:
                    first, last, position = found
                    form: Form = "image" if image else "markdown"
                    yield Link(
                        form,
                        text[first:last],
                        text[opening + 1 : min(at, opening + 1 + _MAX_LABEL)],
                        places.span(first, last),
                    )


def _at(link: Link, span: Span) -> Link:
    return Link(link.form, link.target, link.label, span, link.kind, link.id, link.anchor)


def _escaped(text: str, at: int, start: int) -> bool:
    """Whether an odd number of backslashes stands before the character."""
    count = 0
    while at - count > start and text[at - count - 1] == "\\":
        count += 1
    return count % 2 == 1


def _destination(text: str, at: int, end: int) -> tuple[int, int, int] | None:
    """Offsets of the address in `(address "title")`, and the offset behind it."""
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
    inside = text[at + 1 : position - 1]
    written = _LOOSE_TITLE.sub("", inside[-1200:]) if len(inside) <= 1200 else inside
    first = at + 1 + len(written) - len(written.lstrip())
    return first, max(first, at + 1 + len(written.rstrip())), position


def _code_spans(text: str, start: int, end: int) -> dict[int, int]:
    """Where each code span starts and where it ends: a run of backticks up to the next run as
    long."""
    runs: list[tuple[int, int]] = []
    by_length: dict[int, list[int]] = {}
    for match in _TICKS.finditer(text, start, end):
        runs.append((match.start(), len(match[0])))
        by_length.setdefault(len(match[0]), []).append(match.start())
    spans: dict[int, int] = {}
    behind = start
    for at, length in runs:
        if at < behind:
            continue
        if _escaped(text, at, start):
            spans[at] = at + length
            continue
        same = by_length[length]
        index = bisect_right(same, at)
        behind = same[index] + length if index < len(same) else at + length
        spans[at] = behind
    return spans


def _tags_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    code = sorted(_code_spans(text, start, end).items())
    starts = [at for at, _ in code]
    for match in _TAG.finditer(text, start, end):
        index = bisect_left(starts, match.start()) - 1
        in_code = index >= 0 and match.start() < code[index][1]
        if (
            not in_code
            and not _escaped(text, match.start(), start)
            and not _AUTOLINK.match(text, match.start(), end)
        ):
            yield match

"""The Markdown that `report/changes_markdown.py` writes, as a grammar; everything else is refused.

A line is one of a few blocks: a heading, an item, a quote, a paragraph, a line of a folded part or
of a chart. What it shows consists of plain characters, escaped characters, emphasis, code and
links, each complete on its line. So a code host has nothing to interpret in a way of its own: there
is no raw HTML, no entity, no reference between lines, and no address outside a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from journeybook.diagrams.xychart import is_chart
from journeybook.prose.host_references import BREAK, needed_breaks

IsAllowed = Callable[[str], bool]
"""Whether a link may lead to an address."""

_PREFIX = re.compile(r"#{3,4} |> - |> | {0,4}- |")
_FOLD = re.compile(r"<details>|</details>|<summary>[\w ,.:()+-]+</summary>")
"""HTML blocks, in which nothing is Markdown: they hold our own words only."""
_CAUTION = "> [!CAUTION]"
_CHART_START, _CHART_END = "```mermaid", "```"
_PUNCTUATION = r"!-/:-@\[-`{-~"
_TOKEN = re.compile(
    rf"(?P<escaped>\\[{_PUNCTUATION}])"
    rf"|(?P<space>{re.escape(BREAK)})"
    r"|(?P<bold>\*\*)|(?P<italic>\*)"
    r"|`(?P<code>[A-Za-z0-9 ./_-]+)`"
    r"|(?P<link>\[)"
    r"|\]\((?P<address>(?:[A-Za-z0-9/:._~?=%+@#,-]|&amp;)*)\)"
    rf"|(?P<plain>[^{_PUNCTUATION}]|[,;:.()'\"?+%/=]|-(?=\w)|(?<= )\|(?= ))"
)
_MARKS = ("bold", "italic", "link", "address")
_REASONS = {
    "<": "HTML",
    ">": "a quote that journeybook does not write",
    "@": "an @mention that would notify someone",
    "#": "a # reference that would link to an issue",
    "!": "an image or a link to a merge request",
    "[": "a link that journeybook does not write",
    "]": "a link that journeybook does not write",
    "&": "an entity",
    "`": "code that journeybook does not write",
}
_OTHER = "text that journeybook does not write"
_LIVE = "a mention, a reference or an address that would have an effect"
_UNCLOSED = "emphasis or a link that is not closed on its line"


def refusals(lines: Sequence[str], is_allowed: IsAllowed) -> Iterator[tuple[int, str]]:
    """The position of each line that journeybook would not have written, and the reason in words.

    Nothing is said about what follows a chart that is none.
    """
    at = 0
    while at < len(lines):
        if lines[at] == _CHART_START:
            end = _end_of_chart(lines, at)
            if not end:
                yield at, "a block that is not a chart by journeybook"
                return
            at = end
        elif reason := _line_refusal(lines, at, is_allowed):
            yield at, reason
        at += 1


def _line_refusal(lines: Sequence[str], at: int, is_allowed: IsAllowed) -> str:
    line = lines[at]
    if line.startswith("<"):
        return _fold_refusal(lines, at)
    if line in ("", _CAUTION):
        return ""
    return _refusal(line[_prefix_end(line) :], is_allowed)


def _prefix_end(line: str) -> int:
    match = _PREFIX.match(line)
    return match.end() if match else 0


def _end_of_chart(lines: Sequence[str], start: int) -> int:
    """The position of the last line of a chart; 0 if it is not one that journeybook writes."""
    try:
        end = lines.index(_CHART_END, start)
    except ValueError:
        return 0
    is_apart = not _line(lines, start - 1) and not _line(lines, end + 1)
    return end if is_apart and is_chart("\n".join(lines[start + 1 : end])) else 0


def _fold_refusal(lines: Sequence[str], at: int) -> str:
    """Why a line of HTML is refused. It begins a block in which Markdown has no effect, up to the
    next empty line, so that no other text may follow directly."""
    if not _FOLD.fullmatch(lines[at]):
        return _REASONS["<"]
    follows = _line(lines, at + 1)
    is_summary = lines[at] == "<details>" and follows.startswith("<summary>")
    return "text directly below HTML" if follows and not is_summary else ""


def _line(lines: Sequence[str], at: int) -> str:
    """A line; empty beyond both ends."""
    return lines[at] if 0 <= at < len(lines) else ""


@dataclass
class _Shown:
    """What a line shows: its characters, and where an invisible space is between them."""

    characters: list[str] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)

    @property
    def is_live(self) -> bool:
        """Whether a host would recognise something in it."""
        return not needed_breaks("".join(self.characters)) <= self.breaks


def _refusal(source: str, is_allowed: IsAllowed) -> str:
    """Why the text of a line is refused; empty if journeybook could have written it."""
    if source.startswith(" "):
        return _OTHER
    opened: list[str] = []
    whole = _Shown()
    parts = [_Shown()]
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            return _REASONS.get(source[at], _OTHER)
        at = token.end()
        address = token["address"]
        if address is not None and not is_allowed(address.replace("&amp;", "&")):
            return "a link to another site"
        if token.lastgroup in _MARKS:
            if not _turn(opened, str(token.lastgroup)):
                return _UNCLOSED
            parts.append(_Shown())
        else:
            _show(token, whole, parts[-1])
    if opened:
        return _UNCLOSED
    return _LIVE if any(shown.is_live for shown in (whole, *parts)) else ""


def _show(token: re.Match[str], *places: _Shown) -> None:
    """Add what a token shows. A code has no backslash, so that only an escaped character does."""
    text = token[token.lastgroup or 0].removeprefix("\\")
    for shown in places:
        if token.lastgroup == "space":
            shown.breaks.add(len(shown.characters))
        else:
            shown.characters.extend(text)


def _turn(opened: list[str], kind: str) -> bool:
    """Open or close emphasis or a link. False if it does not fit what is open."""
    if kind == "address":
        kind = "link"
        if kind not in opened:
            return False
    elif kind == "link" and kind in opened:
        return False
    if kind not in opened:
        opened.append(kind)
        return True
    return opened.pop() == kind

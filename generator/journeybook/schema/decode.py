"""Bytes to text, strictly: UTF-8, no control characters, no hidden changes of direction.

Line ends become `\\n`, so that a checkout on Windows gives the same site. A byte order mark at the
start is dropped without a word; anything else that is not plain UTF-8 text is a finding.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.text import Source, Span

# C0 without tab and line feed, DEL, C1, the line breaks only YAML sees, half characters, BOM
# inside, tag characters, and the code points that Unicode keeps free for programs (two at the end
# of each plane, and a block of 32).
_NEVER_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufdd0-\ufdef\U000e0000-\U000e007f"
    + _NEVER_CHARACTERS
    + "]"
)
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENERS = {
    "\u202a": "\u202c",
    "\u202b": "\u202c",
    "\u202d": "\u202c",
    "\u202e": "\u202c",
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}

_ENDS = {ord("\n"): None, ord("\t"): None}
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
MANY = 50  # findings about single characters in one file; more would only bury the others


def decode(path: str, data: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a file, or None with the finding that says why it is no text."""
    start = Span.start_of(path)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, (
            fault("JB101", start, "this file is in UTF-16, not UTF-8", "save the file as UTF-8"),
        )
    if b"\x00" in data[:1024] and data.count(0) > len(data[:1024]) // 16:
        return None, (
            fault(
                "JB101",
                start,
                "this is not a text file",
                "move the file elsewhere, or replace it with a text file",
            ),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = (
            len(
                data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")
            )
            + 1
        )
        message = (
            f"invalid UTF-8: byte 0x{data[error.start]:02X} at offset {error.start} (line {line})"
        )
        span = Span(path, line, column, line, column + 1)
        return None, (fault("JB101", span, message, "save the file as UTF-8"),)
    source = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    if not data.translate(None, _PLAIN):  # most files have nothing but these, and this is quick
        return source, ()
    findings = tuple(itertools.islice(_characters(source), MANY))
    return (None if any(d.code == "JB103" for d in findings) else source), findings


def _characters(source: Source) -> Iterator[Diagnostic]:
    if source.text.translate(
        _ENDS
    ).isprintable():  # then it has none of the characters below, and this is quicker
        return
    if not CONTROL.search(source.text) and not _DIRECTION.search(source.text):
        return
    for number, line in enumerate(source.lines, 1):
        for match in list(CONTROL.finditer(line))[:5]:
            span = Span(source.path, number, match.start() + 1, number, match.start() + 2)
            name = f"U+{ord(match[0]):04X}"
            yield fault(
                "JB103",
                span,
                f"the text contains the control character {name}",
                "delete the character, or retype the text",
            )
        stack: list[tuple[str, int]] = []
        for match in _DIRECTION.finditer(line):
            if match[0] in _OPENERS:
                stack.append((_OPENERS[match[0]], match.start()))
            elif stack and stack[-1][0] == match[0]:
                stack.pop()
            else:
                stack.append(("", match.start()))
        for _, at in stack[:1]:
            name = f"U+{ord(line[at]):04X}"
            yield fault(
                "JB104",
                Span(source.path, number, at + 1, number, at + 2),
                f"hidden direction control {name} is not closed on this line",
                "delete it; set the direction of a page with `lang`",
            )

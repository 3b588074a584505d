"""Decode the bytes of a file: UTF-8 only, no control characters, no hidden direction controls.

Line ends become `\\n`, so that a checkout on Windows gives the same site. A byte order mark at the
start is ignored; anything else that is not plain UTF-8 text is a finding.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.schema.conflict_markers import conflict_markers
from journeybook.text import Source, Span

LFS_POINTER = b"version https://git-lfs.github.com/spec/"
"""How the text begins that stands in git for a file kept by git LFS."""

_PLANES = range(0, 0x110000, 0x10000)
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in _PLANES
)
"""Code points that Unicode never assigns: a block of 32, and the last two of each plane."""

# C0 without tab and line feed, DEL and C1, the line breaks that only YAML recognises, surrogates,
# a byte order mark inside the text, tag characters, and noncharacters.
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\U000e0000-\U000e007f"
    + _NONCHARACTERS
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

_WITHOUT_TABS_AND_ENDS = {ord("\n"): None, ord("\t"): None}
_PLAIN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
MANY = 50  # findings about characters in one file; more would only bury other findings


def decode(path: str, data: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a file and findings about its characters; None instead if it is not text."""
    start = Span.start_of(path)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message, hint = "this file is in UTF-16, not UTF-8", "save the file as UTF-8"
        return None, (fault("JB101", start, message, hint),)
    if b"\x00" in data[:1024] and data.count(0) > len(data[:1024]) // 16:
        hint = "move the file elsewhere, or replace it with a text file"
        return None, (fault("JB101", start, "this is not a text file", hint),)
    if data.startswith(LFS_POINTER):
        message = "this is a pointer of git LFS, not the file itself"
        return None, (fault("JB109", start, message, "run `git lfs pull` to get the file"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_invalid_utf8(path, data, error.start),)
    source = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    if conflict := conflict_markers(source):
        return None, (conflict,)
    if not data.translate(None, _PLAIN):  # a quick test that most files pass
        return source, ()
    findings = tuple(itertools.islice(_character_findings(source), MANY))
    has_control = any(finding.code == "JB103" for finding in findings)
    return (None if has_control else source), findings


def _invalid_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    line = data.count(b"\n", 0, offset) + 1
    line_start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8", "replace")) + 1
    message = f"invalid UTF-8: byte 0x{data[offset]:02X} at offset {offset} (line {line})"
    span = Span(path, line, column, line, column + 1)
    return fault("JB101", span, message, "save the file as UTF-8")


def _character_findings(source: Source) -> Iterator[Diagnostic]:
    if source.text.translate(_WITHOUT_TABS_AND_ENDS).isprintable():
        return  # a quicker test than the patterns; printable text has none of these characters
    if not CONTROL.search(source.text) and not _DIRECTION.search(source.text):
        return
    for number, line in enumerate(source.lines, 1):
        for match in list(CONTROL.finditer(line))[:5]:
            at = match.start()
            yield fault(
                "JB103",
                Span(source.path, number, at + 1, number, at + 2),
                f"the text contains the control character U+{ord(match[0]):04X}",
                "delete the character, or retype the text",
            )
        at = _unbalanced_direction(line)
        if at >= 0:
            yield fault(
                "JB104",
                Span(source.path, number, at + 1, number, at + 2),
                f"hidden direction control U+{ord(line[at]):04X} is not closed on this line",
                "delete it; set the direction of a page with `lang`",
            )


def _unbalanced_direction(line: str) -> int:
    """The index of the outermost direction control without its partner on the line, or -1."""
    unbalanced: list[tuple[str, int]] = []
    for match in _DIRECTION.finditer(line):
        if match[0] in _OPENERS:
            unbalanced.append((_OPENERS[match[0]], match.start()))
        elif unbalanced and unbalanced[-1][0] == match[0]:
            unbalanced.pop()
        else:
            unbalanced.append(("", match.start()))
    return unbalanced[0][1] if unbalanced else -1

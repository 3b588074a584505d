"""Lines that were meant as facts and are not written as one: `– time: 10m`, `1. time: 10m`,
`- **time**: 10m`.

A slip of the keyboard must never turn a fact into story text. FORMAT: "Near misses are faults,
never prose".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from journeybook.vocabulary import FACTS, FactKey

_BLANKS = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BULLETS = r"\*(?!\*)|[-+\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\uff0b\uff0a•◦‣∙·●○▪▫■□➢➤►→]"
_NUMBER = r"\d{1,3}[.)\uff0e\u3002]"
_BOX = r"\[[ xX]?\]"
_COLONS = r"[:;=\uff1a\uff1b\uff1d\ufe55\u2236\ua789]"
_LINE = re.compile(
    rf"(?:(?P<bullet>{_BULLETS}|{_NUMBER}|o(?={_BLANKS})){_BLANKS}*)?"
    rf"(?:(?P<box>{_BOX}){_BLANKS}*)?"
    r"(?P<opening>[*_`]{0,3})"
    rf"(?P<key>[A-Za-z][A-Za-z0-9-]*(?:{_BLANKS}[A-Za-z0-9-]+){{0,4}})"
    rf"(?P<closing>[*_`]{{0,3}}){_BLANKS}*(?P<colon>{_COLONS})(?P<late>[*_`]{{0,3}})"
    r"(?P<value>.*)"
)
_WIDEST = 200
"""Characters of a line that are looked at; a key stands near its start."""


def near_miss(line: str, lanes: Mapping[str, FactKey], *, may_be_bare: bool = False) -> str:
    """The fact that a line was most likely meant as, as it should be written; empty if it is prose.

    `lanes` are the facts of the site. Only a line with something like a bullet counts, unless it
    `may_be_bare`: then a known key and a colon are enough, written as facts are (lower case) or
    emphasised.
    """
    start = line.lstrip()[:_WIDEST]
    match = _LINE.match(start)
    if match is None:
        return ""
    is_emphasised = bool(match["opening"])
    if not match["bullet"] and not match["box"]:
        is_written_as_key = match["key"] == match["key"].lower() and match["colon"] in ":："
        if not (may_be_bare and (is_emphasised or is_written_as_key)) or line[:1].isspace():
            return ""
    key = _known_key(match["key"], lanes)
    if not key:
        return ""
    value = (match["value"] + line.lstrip()[_WIDEST:]).strip()
    return f"- {key}: {value}".rstrip()


def is_table_of_facts(line: str, lanes: Mapping[str, FactKey]) -> bool:
    """Whether a table row is a head whose cells are keys of facts, two at least."""
    if "|" not in line:
        return False
    cells = [cell.strip(" *_`\t").lower() for cell in line.strip().strip("|").split("|")]
    keys = [cell for cell in cells if cell in lanes]
    return len(keys) >= 2 and len(keys) * 2 >= len([cell for cell in cells if cell])


def _known_key(written: str, lanes: Mapping[str, FactKey]) -> str:
    """A key as it should be written, a person behind it included; empty if it is none."""
    key = " ".join(re.sub(_BLANKS, " ", written).lower().split())
    if key in lanes or key in FACTS:
        return key
    first, _, rest = key.partition(" ")
    return key if first in lanes and rest and " " not in rest else ""

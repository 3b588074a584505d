"""Estimate how wide a text will be on a reader's screen, rather too wide than too narrow.

The reader's system chooses the font, so the table of a single font would be wrong. Each character
counts as a share of the font size that covers the wider of the common interface fonts: a frame a
tenth too large looks fine, a label cut off does not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def width(text: str, size: float) -> float:
    """The width of a text on one line at a font size, in the same unit as the size."""
    return sum(map(_share, text)) * size


def rows(text: str, size: float, room: float) -> list[str]:
    """The text in lines no wider than `room`, broken at blanks, or inside a word if it is wider."""
    lines = [""]
    for part in re.findall(r"\s*\S+", text):
        if width((lines[-1] + part).strip(), size) <= room:
            lines[-1] = (lines[-1] + part).strip()
            continue
        if lines[-1]:
            lines.append("")
        for sign in part.strip():
            if lines[-1] and _share(sign) and width(lines[-1] + sign, size) > room:
                lines.append("")
            lines[-1] += sign
    return [line for line in lines if line]


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def cut(text: str) -> str:
    """A text that was cut, with an ellipsis where it was cut.

    The ellipsis has no direction of its own: a mark behind it gives it that of the last letter, so
    that it is not shown before a Latin word on a line from right to left.
    """
    text = text.rstrip(" ,.;:")
    for sign in reversed(text):
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            mark = "\u200e" if direction == "L" else "\u200f"
            has_both = is_right_to_left(text) == (direction == "L")
            return f"{text}…{mark}" if has_both else f"{text}…"
    return f"{text}…"


@lru_cache(maxsize=4096)
def _share(sign: str) -> float:
    """A character's width as a share of the font size."""
    category = unicodedata.category(sign)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1.4 if category == "So" else 1.02
    base = unicodedata.normalize("NFD", sign)[0]
    for signs, share in _LATIN:
        if base in signs:
            return share
    name = unicodedata.name(sign, "")
    for script, small, capital in _SCRIPTS:
        if name.startswith(script):
            return capital if category == "Lu" else small
    if category == "Nd":
        return 0.66
    return 1.4 if category in ("So", "Co", "Cn") else 1.0


_LATIN = (
    (frozenset("ijl|'"), 0.32),
    (frozenset(" .,:;!ıI"), 0.36),
    (frozenset("frt()[]/\\-"), 0.44),
    (frozenset('"*·`´'), 0.5),
    (frozenset("cksvxyzJſ°_"), 0.58),
    (frozenset("mæœ"), 1.0),
    (frozenset("wW%@ÆŒ…—"), 1.06),
    (frozenset("MOQGDNHUØ&"), 0.86),
    (frozenset("ABCEFKLPRSTVXYZ"), 0.73),
    (frozenset("#+<=>~^"), 0.84),
    (frozenset("?{}$"), 0.66),
)
"""Latin letters without their accents; every other Latin letter falls to the table of scripts."""

_SCRIPTS = (
    ("LATIN", 0.65, 0.86),
    ("DIGIT", 0.66, 0.66),
    ("GREEK", 0.7, 0.86),
    ("CYRILLIC", 0.72, 0.9),
    ("ARABIC-INDIC DIGIT", 0.66, 0.66),
    ("EXTENDED ARABIC-INDIC DIGIT", 0.66, 0.66),
    ("ARABIC", 0.66, 0.66),
    ("HEBREW", 0.72, 0.72),
    ("GEORGIAN", 0.8, 0.8),
    ("THAI", 0.64, 0.64),
    ("DEVANAGARI", 0.8, 0.8),
    ("BENGALI", 0.8, 0.8),
)

"""What every markup does to the text of an author before its own signs come into play."""

from __future__ import annotations

import re
from collections.abc import Callable

from journeybook.publish.wiki.model import Words

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def without_controls(text: str) -> str:
    """Text with a replacement character for each that no wiki stores as it is."""
    return _CONTROLS.sub("\ufffd", text)


def on_one_line(text: str) -> str:
    """The same on one line, with single blanks."""
    return " ".join(without_controls(text).split())


def between_blanks(words: Words, inside: Callable[[str], str]) -> str:
    """Words with the markup that `inside` puts around them; blanks at their ends remain outside of
    it, since markup next to a blank has no effect."""
    text = words.text
    stripped = text.strip()
    if not stripped:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return f"{before}{inside(stripped)}{after}"

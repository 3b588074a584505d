"""What every markup does to text first."""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def without_controls(text: str) -> str:
    """Text with a replacement character for each that no wiki stores as it is."""
    return _CONTROLS.sub("\ufffd", text)


def on_one_line(text: str) -> str:
    """The same on one line, with single blanks."""
    return " ".join(without_controls(text).split())

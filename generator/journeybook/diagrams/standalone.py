"""A drawing as a separate file, with its own style sheet for light and dark mode.

Such a file is shown by `<img>`: the page's content policy does not apply to its style sheet, and
its links do not work.
"""

from __future__ import annotations

import re
from functools import cache

from journeybook.diagrams.stylesheet import stylesheet

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PALETTE = {
    "light": (
        "--ink:#1b2421;--paper:#fdfdfc;--line:#8b9792;--accent:#0b6e6e;"
        "--pain:#b3261e;--delight:#1b7f4b;--truth:#8a5a00;--muted:#4c5a55"
    ),
    "dark": (
        "--ink:#edf2ef;--paper:#121817;--line:#5d6b66;--accent:#5cc2bd;"
        "--pain:#ff9d8f;--delight:#7fd3a0;--truth:#f0b95b;--muted:#b4c0bb"
    ),
}


def standalone(svg: str) -> str:
    """A drawing for use inline in a page, as the text of an SVG file."""
    start, mark, rest = svg.partition(">")
    namespace = "" if "xmlns=" in start else ' xmlns="http://www.w3.org/2000/svg"'
    return f"{start}{namespace}{mark}{_style()}{rest}\n"


@cache
def _style() -> str:
    """The style sheet, which is the same for every drawing."""
    rules = re.sub(r"\s+", " ", _COMMENT.sub("", stylesheet())).strip()
    base = "background:var(--paper);font-family:system-ui,sans-serif"
    light = f":root{{{_PALETTE['light']};{base}}}"
    dark = f"@media(prefers-color-scheme:dark){{:root{{{_PALETTE['dark']}}}}}"
    return f"<style>{light}{dark}{rules}</style>"


def size(svg: str) -> tuple[int, int]:
    """Width and height of a drawing in pixels; (0, 0) if it does not have both."""
    root = svg.partition(">")[0]
    width = re.search(r'\bwidth="([\d.]+)', root)
    height = re.search(r'\bheight="([\d.]+)', root)
    if not width or not height:
        return 0, 0
    return round(float(width[1])), round(float(height[1]))

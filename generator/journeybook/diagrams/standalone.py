"""A drawing as a file of its own: it brings its style sheet, and follows the reader's light or dark
setting.

Such a file is shown by `<img>`, where no policy of the page reaches its style sheet and none of its
links work.
"""

from __future__ import annotations

import re
from functools import cache

from journeybook.diagrams.stylesheet import stylesheet

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PALETTE = {
    "light": "--ink:#1b2421;--paper:#fdfdfc;--line:#8b9792;--accent:#0b6e6e;--pain:#b3261e;--delight:#1b7f4b;"
    "--truth:#8a5a00;--muted:#4c5a55",
    "dark": "--ink:#edf2ef;--paper:#121817;--line:#5d6b66;--accent:#5cc2bd;--pain:#ff9d8f;--delight:#7fd3a0;"
    "--truth:#f0b95b;--muted:#b4c0bb",
}


def standalone(svg: str) -> str:
    """A drawing that was made to stand in a page, as the text of an SVG file."""
    start, mark, rest = svg.partition(">")
    namespace = "" if "xmlns=" in start else ' xmlns="http://www.w3.org/2000/svg"'
    return f"{start}{namespace}{mark}{_style()}{rest}\n"


@cache
def _style() -> str:
    """The same style sheet for every drawing."""
    rules = re.sub(r"\s+", " ", _COMMENT.sub("", stylesheet())).strip()
    return (
        f"<style>:root{{{_PALETTE['light']};background:var(--paper);font-family:system-ui,sans-serif}}"
        f"@media(prefers-color-scheme:dark){{:root{{{_PALETTE['dark']}}}}}{rules}</style>"
    )


def size(svg: str) -> tuple[int, int]:
    """Width and height of a drawing in pixels, (0, 0) where it does not say."""
    root = svg.partition(">")[0]
    found = [re.search(rf'\b{name}="([\d.]+)', root) for name in ("width", "height")]
    return (
        (round(float(found[0][1])), round(float(found[1][1]))) if found[0] and found[1] else (0, 0)
    )

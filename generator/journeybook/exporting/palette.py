"""Colours of pictures and workbooks: those of the built-in theme by day, since paper is white."""

from __future__ import annotations

from dataclasses import dataclass

PAPER, SURFACE, RAISED = "#fbfcfb", "#f2f5f3", "#ffffff"
INK, MUTED, FAINT = "#17211f", "#50605c", "#5f6e6a"
LINE, LINE_STRONG = "#dde3e0", "#818f8b"
ACCENT = "#0b6e6e"
PAIN, PAIN_SOFT = "#b3261e", "#fbebe8"
DELIGHT, DELIGHT_SOFT = "#17703f", "#e6f3ea"
TRUTH, TRUTH_SOFT = "#835500", "#f8efda"

PEOPLE = (ACCENT, "#b4451a", "#5b46b5", "#835500", "#a12a6b", "#3b6a1f")
"""One for each line of a curve: the map's own persona first; five others, then again."""

KINDS = {
    "journey": "#0b6e6e",
    "persona": "#75409b",
    "touchpoint": "#3a4fb0",
    "channel": "#0f6690",
    "metric": "#835500",
    "opportunity": "#2c6f2c",
    "collateral": "#a0412a",
    "evidence": "#5f6013",
}

FEELINGS = {
    "low": ("#a8231b", "#f8dcd8"),
    "down": ("#94500b", "#faebd8"),
    "mid": (MUTED, "#e9eeeb"),
    "up": ("#2c6b57", "#e0f1ea"),
    "high": ("#0c6237", "#c9ead6"),
}


@dataclass(frozen=True, slots=True)
class Band:
    """The colours of a stage."""

    fill: str
    line: str
    ink: str


BANDS = (
    Band("#daf3e7", "#7bb99d", "#22583e"),
    Band("#d6f3f3", "#6db9ba", "#005a5b"),
    Band("#daf0fb", "#79b2ce", "#13526d"),
    Band("#e2ecfd", "#91a9d4", "#304972"),
    Band("#ece8fc", "#a9a0d1", "#4a406f"),
    Band("#f5e5f4", "#c098c0", "#5e3960"),
)
"""Stages in turn; the first stage has the second, as in the theme's style sheet (`.b1`)."""

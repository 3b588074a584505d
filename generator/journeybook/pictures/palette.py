"""Colours of pictures and workbooks: the built-in theme in light mode, since paper is white."""

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
"""The colours of lines in a curve: the map's own persona, then five others in turn."""

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

EMOTIONS = {
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
    Band("#e1f2e6", "#81b292", "#205335"),
    Band("#dcf2f0", "#6eb3ae", "#005451"),
    Band("#ddf1f9", "#73aec6", "#025066"),
    Band("#e4eefd", "#8ba6d1", "#2f4870"),
    Band("#eeeafc", "#a79ccc", "#4b3f6c"),
    Band("#f7e7f5", "#be95ba", "#5e385b"),
)
"""The colours of stages in turn, from the second on, as in the theme's style sheet (`.b1`)."""

"""Emotion curves as an XY chart, for places that draw Mermaid themselves, such as pull requests."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.escape import indented, label, shorten

BEFORE, AFTER = "#0969da", "#bc4c00"
"""Blue and orange: both have a contrast of at least 4.5:1 on white and 3:1 on a dark page, and
people who see few colours can tell them apart."""
_CONFIG = (
    "---\nconfig:\n  xyChart:\n    width: 1000\n    height: 320\n  themeVariables:\n    xyChart:\n"
    f'      plotColorPalette: "{BEFORE}, {AFTER}"\n---\n'
)


def two_curves(
    title: str,
    description: str,
    axis: str,
    codes: Sequence[str],
    before: Sequence[float],
    after: Sequence[float],
) -> str:
    """Two lines over the same codes, the earlier one first; values from -2 to +2."""
    names = [f'"{label(shorten(code, 12))}"' for code in codes]
    body = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        f"x-axis [{', '.join(names)}]",
        f'y-axis "{label(shorten(axis, 40))}" -2 --> 2',
        f"line [{_values(before)}]",
        f"line [{_values(after)}]",
    ]
    return _CONFIG + indented("xychart-beta", body)


def _values(values: Sequence[float]) -> str:
    return ", ".join(f"{min(2, max(-2, value)):g}" for value in values)

"""Emotion curves as an XY chart, for places that draw Mermaid themselves, such as pull requests."""

from __future__ import annotations

import re
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


_WORDS = r"[\w ,.:()-]+"
_NAME = r'"[\w ,.:()+-]*"'
_VALUE = r"-?\d+(?:\.\d+)?"
_SETTING = r" {2,8}[A-Za-z]+:(?: (?:\d{1,4}|\"#[0-9a-f]{3,8}(?:, ?#[0-9a-f]{3,8})*\"))?\n"
_CHART = re.compile(
    rf"(?:---\nconfig:\n(?:{_SETTING})*---\n)?xychart-beta"
    rf"(?:\n +(?:acc(?:Title|Descr): {_WORDS}|x-axis \[{_NAME}(?:, {_NAME})*\]"
    rf"|y-axis {_NAME} {_VALUE} --> {_VALUE}"
    rf"|(?:line|bar)(?: {_NAME})? \[{_VALUE}(?:, {_VALUE})*\]))*"
)


def is_chart(source: str) -> bool:
    """Whether a text from elsewhere is a chart such as `two_curves` writes: only words, numbers and
    colours."""
    return bool(_CHART.fullmatch(source))


def _values(values: Sequence[float]) -> str:
    return ", ".join(f"{min(2, max(-2, value)):g}" for value in values)

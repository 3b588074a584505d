"""The emotion curve as an XY chart: only for places that draw Mermaid themselves, such as a pull
request."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.diagrams.escape import label, shorten

_CONFIG = ("---", "config:", "  xyChart:", "    width: 1000", "    height: 320", "---")


def emotion_curve(
    title: str,
    description: str,
    axis: str,
    points: Sequence[tuple[str, float]],
    *,
    low: float = 1,
    high: float = 5,
) -> str:
    """A line through `(code, value)` points; values are held between `low` and `high`."""
    codes = ", ".join(f'"{label(shorten(code, 12))}"' for code, _ in points)
    values = ", ".join(f"{min(high, max(low, value)):g}" for _, value in points)
    lines = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        f"x-axis [{codes}]",
        f'y-axis "{label(shorten(axis, 40))}" {low:g} --> {high:g}',
        f"line [{values}]",
    ]
    return "\n".join([*_CONFIG, "xychart-beta", *(f"  {line}" for line in lines)]) + "\n"


def two_curves(
    title: str,
    description: str,
    axis: str,
    codes: Sequence[str],
    before: Sequence[float],
    after: Sequence[float],
) -> str:
    """Two lines over the same codes, the earlier one first; values from -2 to +2."""
    named = ", ".join(f'"{label(shorten(code, 12))}"' for code in codes)
    lines = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        f"x-axis [{named}]",
        f'y-axis "{label(shorten(axis, 40))}" -2 --> 2',
        *(
            f"line [{', '.join(f'{min(2, max(-2, value)):g}' for value in values)}]"
            for values in (before, after)
        ),
    ]
    return "\n".join([*_CONFIG, "xychart-beta", *(f"  {line}" for line in lines)]) + "\n"

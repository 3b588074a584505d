"""Compact style sheets, and an accent colour with enough contrast."""

from __future__ import annotations

import re

_STYLE_PART = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s*([{};,]|>(?!=))\s*|(:)\s+|(?<![\w.#])0(?=\.\d)|\s+""",
    re.DOTALL,
)


def compact(style: str) -> str:
    """A style sheet without comments, unnecessary blanks and leading zeros; strings stay as they
    are."""
    return _STYLE_PART.sub(_short, style).replace(";}", "}").strip() + "\n"


def _short(part: re.Match[str]) -> str:
    return "" if part[0] == "0" else part[1] or part[2] or part[3] or " "


LIGHT_GROUND, DARK_GROUND = "#f2f5f3", "#1f2928"
"""The grounds of the built-in theme on which accent-coloured text has the least contrast."""


def accent_style(accent: str) -> str:
    """The site's accent colour, darkened or lightened until text in it can be read in light and in
    dark mode."""
    light = readable(accent, LIGHT_GROUND, darker=True)
    dark = readable(accent, DARK_GROUND, darker=False)
    return (
        f":root{{--accent:{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{--accent:{dark}}}}}\n"
        f":root[data-theme=dark]{{--accent:{dark}}}\n"
    )


def readable(colour: str, ground: str, *, darker: bool, contrast: float = 5.2) -> str:
    """The colour, moved towards black or white in small steps until it has enough contrast to the
    ground."""
    channels = _channels(colour)
    for _ in range(40):
        if contrast_of(channels, _channels(ground)) >= contrast:
            break
        end = 0 if darker else 255
        moved = tuple(round(channel + (end - channel) * 0.08) for channel in channels)
        channels = (moved[0], moved[1], moved[2])
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _channels(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def contrast_of(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Contrast ratio of two colours by WCAG 2.2, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance by WCAG 2.2."""
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

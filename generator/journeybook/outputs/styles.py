"""Style sheets as pages get them: without what means nothing, and with an accent colour that can be
read."""

from __future__ import annotations

import re

_STYLE_PART = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s*([{};,]|>(?!=))\s*|(:)\s+|(?<![\w.#])0(?=\.\d)|\s+""",
    re.DOTALL,
)


def compact(style: str) -> str:
    """A style sheet without comments, and without blanks and zeros that mean nothing; strings stay
    as they are."""
    return _STYLE_PART.sub(_short, style).replace(";}", "}").strip() + "\n"


def _short(part: re.Match[str]) -> str:
    return "" if part[0] == "0" else part[1] or part[2] or part[3] or " "


# The least favourable grounds of the built-in theme that accent-coloured text stands on.
LIGHT_GROUND, DARK_GROUND = "#f2f5f3", "#1f2928"


def accent_style(accent: str) -> str:
    """The site's accent, darkened or lightened until text on it can be read in each theme (contrast
    4.5)."""
    light, dark = (
        readable(accent, LIGHT_GROUND, darker=True),
        readable(accent, DARK_GROUND, darker=False),
    )
    return (
        f":root{{--accent:{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{--accent:{dark}}}}}\n"
        f":root[data-theme=dark]{{--accent:{dark}}}\n"
    )


def readable(colour: str, ground: str, *, darker: bool, contrast: float = 5.2) -> str:
    """The colour, moved towards black or white in small steps until its contrast to the ground
    suffices."""
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

    def luminance(colour: tuple[int, int, int]) -> float:
        parts = [value / 255 for value in colour]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)

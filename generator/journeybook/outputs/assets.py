"""Style sheets, scripts and images of a site, under names that change with their contents."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from journeybook.diagrams.stylesheet import stylesheet
from journeybook.schema.site_config import SiteConfig


@dataclass(frozen=True)
class Assets:
    """Files to write, and the addresses pages need."""

    files: Mapping[str, bytes]
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    image_urls: Mapping[str, str]
    logo: str


def hashed(name: str, data: bytes) -> str:
    """`base.css` as `base.1a2b3c4d.css`, so that a browser never shows an old file with a new page."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{hashlib.sha256(data).hexdigest()[:8]}{path.suffix}"))


def assets(config: SiteConfig, static: Mapping[str, bytes], images: Mapping[str, bytes]) -> Assets:
    """Everything a page loads. `static` is the theme's `static/` folder, `images` those below content/.

    All style sheets go into one file and all scripts into another, in order of name, so that a page makes few
    requests; other static files keep their names.
    """
    files: dict[str, bytes] = {}
    styles = [data for name, data in sorted(static.items(), key=_base_first) if name.endswith(".css")]
    styles.append(stylesheet().encode())
    if config.theme.accent:
        styles.append(accent_style(str(config.theme.accent)).encode())
    scripts = [data for name, data in sorted(static.items(), key=_base_first) if name.endswith(".js")]
    sheet = b"\n".join(styles)
    sheet_name = f"assets/{hashed('style.css', sheet)}"
    files[sheet_name] = sheet
    script_names = []
    if scripts:
        script = b"\n".join(scripts)
        script_name = f"assets/{hashed('script.js', script)}"
        files[script_name] = script
        script_names.append(script_name)
    for name, data in static.items():
        if not name.endswith((".css", ".js")) and not name.startswith("icons/"):
            files[f"assets/{name}"] = data
    image_urls = {}
    for path, data in images.items():
        url = f"assets/images/{hashed(PurePosixPath(path).name.lower(), data)}"
        files[url] = data
        image_urls[path] = url
    logo = image_urls.get(str(config.theme.logo or "").removeprefix("content/"), "")
    return Assets(files, (sheet_name,), tuple(script_names), image_urls, logo)


def _base_first(item: tuple[str, bytes]) -> tuple[bool, str]:
    return ("base" not in item[0] and "site" not in item[0], item[0])


# The least favourable grounds of the built-in theme that accent-coloured text stands on.
LIGHT_GROUND, DARK_GROUND = "#f2f5f3", "#1f2928"


def accent_style(accent: str) -> str:
    """The site's accent, darkened or lightened until text on it can be read in each theme (contrast 4.5)."""
    light, dark = readable(accent, LIGHT_GROUND, darker=True), readable(accent, DARK_GROUND, darker=False)
    return (
        f":root{{--accent:{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{--accent:{dark}}}}}\n"
        f":root[data-theme=dark]{{--accent:{dark}}}\n"
    )


def readable(colour: str, ground: str, *, darker: bool, contrast: float = 5.2) -> str:
    """The colour, moved towards black or white in small steps until its contrast to the ground suffices."""
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
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)

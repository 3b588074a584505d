"""Style sheets, scripts and images of a site; their names change with their contents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from journeybook.diagrams.roles import FLOWCHART
from journeybook.diagrams.stylesheet import stylesheet
from journeybook.outputs.styles import accent_style, compact
from journeybook.pages.theme_overrides import without_record
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import slug

ON_DEMAND = ("map-present", "map-tools", "search")
"""Not templates: names of sheets and scripts that a script loads when a reader first uses them."""
_ALONE = "changes"
"""The template of a page that has its style and script inside (`outputs/changes_page.py`)."""
_COMPARING, _MARKS = "comparison", "marks"
"""Only for compared sites: the pages of the comparison, and the tags on all other pages."""
# A sheet or script that starts with `/* pages: journey, index */` is loaded by pages of these
# templates only.
_PAGES = re.compile(rb"/[*/]\s*pages:\s*([a-z0-9, -]+?)\s*(?:\*/|\n)")
_DRAWN = b"/* pages: journey, index, answer, channel-flow */\n"


@dataclass(frozen=True)
class Bundle:
    """One file that pages load: pages of one `template`, or all pages if it is empty."""

    url: str
    template: str


@dataclass(frozen=True)
class Assets:
    """Files to write, and the addresses pages need."""

    files: Mapping[str, bytes]
    sheets: tuple[Bundle, ...]
    scripts: tuple[Bundle, ...]
    image_urls: Mapping[str, str]
    logo: str

    def on_demand(self, name: str) -> tuple[str, ...]:
        """The addresses of a sheet and a script of `ON_DEMAND`."""
        return tuple(
            bundle.url for bundle in (*self.sheets, *self.scripts) if bundle.template == name
        )


def loaded_by(bundles: tuple[Bundle, ...], template: str) -> tuple[str, ...]:
    """The addresses that a page of a template loads."""
    return tuple(bundle.url for bundle in bundles if bundle.template in ("", template))


_UNSAFE = re.compile(r"[^a-z0-9._-]+")


def _plain_name(path: str) -> str:
    """The name of an image in the output, of characters that mean themselves in every address."""
    return _UNSAFE.sub("-", PurePosixPath(path).name.lower()).lstrip("-.") or "image"


def hashed(name: str, data: bytes) -> str:
    """`base.css` as `base.1a2b3c4d.css`, so that a browser never shows an old file with a new
    page."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{hashlib.sha256(data).hexdigest()[:8]}{path.suffix}"))


def assets(
    config: SiteConfig,
    static: Mapping[str, bytes],
    images: Mapping[str, bytes],
    *,
    attachments: Mapping[str, bytes] = MappingProxyType({}),
    comparing: bool = False,
) -> Assets:
    """Everything pages load, and what they offer for download. `static` is the theme's `static/`
    folder, `images` and `attachments` those below content/; `comparing` says whether the site is
    compared with a revision.

    Sheets and scripts are joined in the order of their names, so that a page makes few requests;
    other static files keep their names.
    """
    static = {name: without_record(data) for name, data in static.items()}
    styles = {name: data for name, data in static.items() if name.endswith(".css")}
    styles["css/drawn.css"] = _DRAWN + stylesheet(FLOWCHART).encode()
    if config.theme.accent:
        styles["css/~accent.css"] = accent_style(str(config.theme.accent)).encode()
    sheets, files = _bundles(styles, "style", ".css", comparing)
    script_parts = {name: data for name, data in static.items() if name.endswith(".js")}
    scripts, script_files = _bundles(script_parts, "script", ".js", comparing)
    files |= script_files
    for name, data in static.items():
        if not name.endswith((".css", ".js")) and not name.startswith("icons/"):
            files[f"assets/{name}"] = data
    image_urls = {}
    for path, data in images.items():
        url = f"assets/images/{hashed(_plain_name(path), data)}"
        files[url] = data
        image_urls[path] = url
    for path, data in attachments.items():
        file = PurePosixPath(path)
        file_name = (slug(file.stem) or "file") + file.suffix.lower()
        url = f"assets/files/{hashed(file_name, data)}"
        files[url] = data
        image_urls[path] = url
    logo = image_urls.get(str(config.theme.logo or "").removeprefix("content/"), "")
    return Assets(files, sheets, scripts, image_urls, logo)


def _bundles(
    parts: Mapping[str, bytes],
    stem: str,
    suffix: str,
    comparing: bool,
) -> tuple[tuple[Bundle, ...], dict[str, bytes]]:
    """One file for all pages, and one for each template that some parts name: a page makes at most
    two requests."""
    bundles, files = [], {}
    for template, group in _groups(parts, comparing).items():
        joined = b"\n".join(group)
        if suffix == ".css":
            joined = compact(joined.decode("utf-8", "replace")).encode()
        if joined.strip():
            name = f"{stem}-{template}{suffix}" if template else f"{stem}{suffix}"
            url = f"assets/{hashed(name, joined)}"
            files[url] = joined
            bundles.append(Bundle(url, template))
    return tuple(bundles), files


def _groups(parts: Mapping[str, bytes], comparing: bool) -> dict[str, list[bytes]]:
    """Template -> its parts in order; the parts for all pages under the empty name."""
    left_out = {_ALONE, _MARKS} if comparing else {_ALONE, _MARKS, _COMPARING}
    everywhere: list[bytes] = []
    by_template: dict[str, list[bytes]] = {}
    for _, data in sorted(parts.items(), key=_base_first):
        templates = _templates_of(data)
        if not templates or (comparing and _MARKS in templates):
            everywhere.append(data)
        for template in templates - left_out:
            by_template.setdefault(template, []).append(data)
    return {"": everywhere, **dict(sorted(by_template.items()))}


def _templates_of(data: bytes) -> frozenset[str]:
    """The templates that a sheet or script names in its first line; none if it is for all pages."""
    match = _PAGES.match(data)
    return frozenset(match[1].decode().replace(",", " ").split()) if match else frozenset()


def _base_first(item: tuple[str, bytes]) -> tuple[bool, str]:
    name = item[0]
    return ("base" not in name and "site" not in name, name)

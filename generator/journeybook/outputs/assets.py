"""Style sheets, scripts and images of a site, under names that change with their contents."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from journeybook.diagrams.roles import FLOWCHART
from journeybook.diagrams.stylesheet import stylesheet
from journeybook.outputs.styles import accent_style, compact
from journeybook.pages.theme_overrides import without_record
from journeybook.schema.site_config import SiteConfig

# Names of no template: what scripts load when a reader first uses it.
ON_DEMAND = ("map-present", "map-tools", "search")
# The template of a page that carries its style and script inside (`outputs/changes_page.py`): no
# site loads them.
_ALONE = "changes"
# Of sites that are compared with a revision: the pages of the comparison, and what marks every
# other page.
_COMPARING, _MARKS = "comparison", "marks"
# A sheet or script that starts with `/* pages: journey, index */` is loaded by pages of these
# templates only.
_PAGES = re.compile(rb"/[*/]\s*pages:\s*([a-z0-9, -]+?)\s*(?:\*/|\n)")
_DRAWN = b"/* pages: journey, index, answer, channel-flow */\n"


@dataclass(frozen=True)
class Bundle:
    """One file that pages load; `template` is empty where all do, else the only template that
    does."""

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
        """The sheet and the script that say `pages: name` for no template, which a script loads
        when it needs them."""
        return tuple(
            bundle.url for bundle in (*self.sheets, *self.scripts) if bundle.template == name
        )


def loaded_by(bundles: tuple[Bundle, ...], template: str) -> tuple[str, ...]:
    """The addresses of the bundles that a page of a template loads."""
    return tuple(bundle.url for bundle in bundles if bundle.template in ("", template))


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
    comparing: bool = False,
) -> Assets:
    """Everything pages load. `static` is the theme's `static/` folder, `images` those below
    content/; `comparing` says whether the site is compared with a revision.

    Sheets and scripts are joined, in order of name, so that a page makes few requests; other static
    files keep their names.
    """
    static = {name: without_record(data) for name, data in static.items()}
    styles = {name: data for name, data in static.items() if name.endswith(".css")}
    styles["css/drawn.css"] = _DRAWN + stylesheet(FLOWCHART).encode()
    if config.theme.accent:
        styles["css/~accent.css"] = accent_style(str(config.theme.accent)).encode()
    sheets, files = _bundles(styles, "style", ".css", comparing)
    scripts, more = _bundles(
        {name: data for name, data in static.items() if name.endswith(".js")},
        "script",
        ".js",
        comparing,
    )
    files |= more
    for name, data in static.items():
        if not name.endswith((".css", ".js")) and not name.startswith("icons/"):
            files[f"assets/{name}"] = data
    image_urls = {}
    for path, data in images.items():
        url = f"assets/images/{hashed(PurePosixPath(path).name.lower(), data)}"
        files[url] = data
        image_urls[path] = url
    logo = image_urls.get(str(config.theme.logo or "").removeprefix("content/"), "")
    return Assets(files, sheets, scripts, image_urls, logo)


def _bundles(
    parts: Mapping[str, bytes], stem: str, suffix: str, comparing: bool
) -> tuple[tuple[Bundle, ...], dict[str, bytes]]:
    """One file for all pages, and one for each template that some parts are for: two requests at
    most."""
    ordered = [data for _, data in sorted(parts.items(), key=_base_first)]
    meant = {
        data: frozenset(found[1].decode().replace(",", " ").split())
        for data in ordered
        if (found := _PAGES.match(data))
    }
    groups = {
        "": [data for data in ordered if data not in meant or (comparing and _MARKS in meant[data])]
    }
    left_out = {_ALONE, _MARKS} if comparing else {_ALONE, _MARKS, _COMPARING}
    for template in sorted(
        {template for templates in meant.values() for template in templates} - left_out
    ):
        groups[template] = [data for data in ordered if template in meant.get(data, ())]
    bundles, files = [], {}
    for template, group in groups.items():
        joined = b"\n".join(group)
        if suffix == ".css":
            joined = compact(joined.decode("utf-8", "replace")).encode()
        if joined.strip():
            url = f"assets/{hashed(f'{stem}-{template}{suffix}' if template else stem + suffix, joined)}"
            files[url] = joined
            bundles.append(Bundle(url, template))
    return tuple(bundles), files


def _base_first(item: tuple[str, bytes]) -> tuple[bool, str]:
    return ("base" not in item[0] and "site" not in item[0], item[0])

"""A site with a search panel, as small as can be: one page, its styles and scripts, and an index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from journeybook.outputs.assets import assets
from journeybook.outputs.search import Entry, search_files
from journeybook.pages import views
from journeybook.pages.messages import Messages
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import STATIC, Theme
from journeybook.schema.site_config import SiteConfig

FOLDER = Path(__file__).parents[2] / "themes" / "default"
PAGE = """{% extends "base.html" %}
{% block content %}<p><label>Field <input id="field"></label></p>{% endblock %}"""


def theme() -> Theme:
    built_in = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes()
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file()
    }
    return Theme(
        ({"templates/pages/page.html": PAGE.encode()}, built_in), ("own", "themes/default")
    )


def write(
    folder: Path, entries: Sequence[Entry], *, lang: str = "en", split_above: int | None = None
) -> Path:
    """Write the site; returns its only page, one folder below the root."""
    made = theme()
    static = {
        path.removeprefix(STATIC): data
        for path, data in _files(made).items()
        if path.startswith(STATIC)
    }
    loaded = assets(SiteConfig(), static, {})
    panel = loaded.on_demand("search")
    files = {**loaded.files}
    files |= (
        search_files(entries, panel)
        if split_above is None
        else search_files(entries, panel, split_above=split_above, text_shard=4000)
    )
    site = views.SiteView(
        title="Atlas",
        description="Journeys of people",
        version="1.0.0",
        accent=False,
        logo="",
        stylesheets=tuple(bundle.url for bundle in loaded.sheets if bundle.template == ""),
        scripts=tuple(bundle.url for bundle in loaded.scripts if bundle.template == ""),
        revision="",
        history="",
        on_demand={"map-present": "", "map-tools": ""},
    )
    rtl = lang == "fa"
    view = views.ProseView(
        template="page", title="A page", url="pages/a.html", root="../", lang=lang, direction="rtl" if rtl else "ltr"
    )  # fmt: skip
    html = PageRenderer(made).render(view, site, Messages(lang))
    assert isinstance(html, str), html
    files["pages/a.html"] = html.encode()
    for url, data in files.items():
        path = folder / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "pages/a.html"


def _files(made: Theme) -> dict[str, bytes]:
    return {path: data for layer in reversed(made.layers) for path, data in layer.items()}

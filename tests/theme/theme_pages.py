"""Small views and words to render templates with."""

from __future__ import annotations

from pathlib import Path

from journeybook.diagnostics import Diagnostic
from journeybook.pages import views
from journeybook.pages.messages import Messages
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import Theme

FOLDER = Path(__file__).parents[2] / "themes" / "default"
BUILT_IN = {
    path.relative_to(FOLDER).as_posix(): path.read_bytes()
    for path in sorted(FOLDER.rglob("*"))
    if path.is_file()
}
SITE = views.SiteView(
    title="Atlas",
    description="Journeys of people",
    version="1.0.0",
    accent=False,
    logo="",
    stylesheets=("assets/style.css",),
    scripts=("assets/script.js",),
    revision="",
    history="",
    on_demand={"map-present": "", "map-tools": ""},
)


def touchpoint(**changes: object) -> views.EntityView:
    """A page of a touchpoint, as small as can be."""
    fields = {
        "template": "entity",
        "title": "Demo call",
        "kind": "touchpoint",
        "url": "touchpoints/demo-call.html",
        "root": "../",
    }
    return views.EntityView(**(fields | changes))  # type: ignore[arg-type]


def theme(**own: str) -> Theme:
    """The built-in theme behind a site's own files; `pages__entity="..."` is `templates/pages/entity.html`."""
    layer = {
        f"templates/{name.replace('__', '/')}.html": text.encode() for name, text in own.items()
    }
    return Theme((layer, BUILT_IN), ("themes/acme", "themes/default"))


def render(made: Theme, view: views.PageView | None = None) -> str | Diagnostic:
    """A page through a theme, in English."""
    return PageRenderer(made).render(view or touchpoint(), SITE, Messages("en"))

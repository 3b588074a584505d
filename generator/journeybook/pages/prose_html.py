"""Authors' Markdown as safe HTML, its links and images resolved."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from journeybook.catalog.prose_links import image_path, inside_content
from journeybook.catalog.references import wiki_ref
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.prose.links import Link as ProseLink
from journeybook.prose.links import Resolved
from journeybook.prose.render import Rendered
from journeybook.schema.documents import Prose
from journeybook.schema.read import place_of
from journeybook.schema.values import Ref
from journeybook.text import Span

_SIGNS = "*_`[]<>&\\!\"'{"
"""A line without any of these is plain text."""


def markup(ctx: PageContext, text: str, path: str) -> Markup:
    """One line of an author's Markdown as safe HTML; links are resolved from the file at `path`."""
    if not any(sign in text for sign in _SIGNS):
        return Markup.escape(text)
    resolve = _resolver(ctx, path)
    place = Span.start_of(path)
    return Markup(ctx.site.prose.render_inline(text, resolve=resolve, place=place))


def plain(text: str) -> str:
    """An author's line without Markdown signs, for tooltips and lists of words."""
    for sign in ("**", "`", "[[", "]]"):
        text = text.replace(sign, "")
    return Markup(text).unescape()


def prose(
    ctx: PageContext,
    text: Prose,
    path: str,
    *,
    prefix: str,
    level: int,
) -> Rendered:
    """An author's text as safe HTML. Its headings start at `level`, and their ids with `prefix`."""
    return ctx.site.prose.render(
        text.text,
        id_prefix=prefix,
        resolve=_resolver(ctx, path),
        heading_level=level,
        image=lambda source: _image_href(ctx, path, source),
        place=Span(path, text.first_line, 1, text.first_line, 2),
    )


def prose_html(
    ctx: PageContext,
    text: Prose,
    path: str,
    *,
    prefix: str,
    level: int,
) -> Markup:
    """As `prose`, but only the HTML."""
    return Markup(prose(ctx, text, path, prefix=prefix, level=level).html) if text else Markup()


def _resolver(ctx: PageContext, path: str) -> Callable[[ProseLink], Resolved | None]:
    def resolve(written: ProseLink) -> Resolved | None:
        if written.form == "wiki":
            ref, anchor = wiki_ref(written), written.anchor
        else:
            ref, anchor = _file_ref(path, written.target), written.target.partition("#")[2]
        if ref is None:
            return None
        target = link(ctx, ref, anchor=anchor)
        if not target.href:
            return None
        return Resolved(target.href, target.label, ref.kind, target.missing)

    return resolve


def _file_ref(path: str, target: str) -> Ref | None:
    """The document of a Markdown file that a link leads to."""
    inside = inside_content(path, target)
    place = place_of(inside)[0] if inside and inside.endswith(".md") else None
    return Ref(place.kind, place.id) if place else None


def _image_href(ctx: PageContext, path: str, source: str) -> str | None:
    image = image_path(path, source, ctx.site.image_urls)
    return ctx.href(ctx.site.image_urls[image]) if image else None

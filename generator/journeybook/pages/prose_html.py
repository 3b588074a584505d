"""Authors' Markdown as safe HTML, its links and images resolved."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from urllib.parse import unquote

from markupsafe import Markup

from journeybook.catalog.anchors import page_anchor
from journeybook.catalog.prose_links import image_path, inside_content
from journeybook.catalog.references import wiki_ref
from journeybook.pages.context import PageContext
from journeybook.pages.links import link
from journeybook.prose.links import Link as ProseLink
from journeybook.prose.links import Resolved
from journeybook.prose.render import Rendered
from journeybook.schema.attachments import is_attachment
from journeybook.schema.documents import Prose
from journeybook.schema.read import place_of
from journeybook.schema.values import Ref
from journeybook.text import Span

_SIGNS = ("://", "www.", *"*_`[]<>&\\!\"'{~")
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
    for sign in ("**", "~~", "`", "[[", "]]"):
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
    rendered = ctx.site.prose.render(
        text.text,
        id_prefix=prefix,
        resolve=_resolver(ctx, path),
        heading_level=level,
        image=lambda source: _image_href(ctx, path, source),
        place=Span(path, text.first_line, 1, text.first_line, 2),
    )
    return replace(rendered, html=_reachable(ctx, rendered.html))


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


_WIDE = re.compile(r"<table\b.*?</table>|<pre\b", re.DOTALL)


def _reachable(ctx: PageContext, html: str) -> str:
    """The keyboard scrolls tables and code that are wider than the page (WCAG 2.1.1). In safe
    HTML, every `<` begins a tag."""
    if "<table" not in html and "<pre" not in html:
        return html
    numbers = count(1)

    def reachable(match: re.Match[str]) -> str:
        if match[0] == "<pre":
            return '<pre tabindex="0"'
        label = Markup.escape(ctx.t("Table {number}", number=next(numbers)))
        region = f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
        return f"{region}{match[0]}</div>"

    return _WIDE.sub(reachable, html)


def _resolver(ctx: PageContext, path: str) -> Callable[[ProseLink], Resolved | None]:
    def resolve(written: ProseLink) -> Resolved | None:
        if written.form == "wiki":
            ref, anchor = wiki_ref(written), written.anchor
        else:
            ref, anchor = _file_ref(path, written.target), unquote(written.target.partition("#")[2])
        if ref is None:
            url = attachment_href(ctx, path, written.target)
            return Resolved(url, written.target.rpartition("/")[2], "") if url else None
        document = ctx.catalog.get(ref) if anchor else None
        anchor = (page_anchor(document, anchor) if document else None) or anchor
        target = link(ctx, ref, anchor=anchor)
        if not target.href:
            return None
        return Resolved(target.href, target.label, ref.kind, target.missing)

    return resolve


def _file_ref(path: str, target: str) -> Ref | None:
    """The document of a Markdown file that a link leads to."""
    inside = path if target.startswith("#") else inside_content(path, target)
    place = place_of(inside)[0] if inside and inside.endswith(".md") else None
    return Ref(place.kind, place.id) if place else None


def attachment_href(ctx: PageContext, path: str, target: str) -> str:
    """The address of the attachment that a link in the file `path` leads to, or an empty text."""
    inside = inside_content(path, target)
    if inside is None or not is_attachment(inside):
        return ""
    url = ctx.site.image_urls.get(inside.removeprefix("content/"))
    return ctx.href(url) if url else ""


def _image_href(ctx: PageContext, path: str, source: str) -> str | None:
    image = image_path(path, source, ctx.site.image_urls)
    if not image or is_attachment(image):
        return None
    return ctx.href(ctx.site.image_urls[image])

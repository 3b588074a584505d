"""`sitemap.xml`, for sites with a public address."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape


def sitemap(base: str, pages: Iterable[tuple[str, str]]) -> bytes:
    """The sitemap of `pages`, each an address from the site's root and the day of its last change
    (YYYY-MM-DD, or empty)."""
    root = base.rstrip("/")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for url, changed in pages:
        day = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(f'{root}/{url}')}</loc>{day}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()

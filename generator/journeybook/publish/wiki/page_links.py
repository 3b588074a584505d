"""Links of a page's view as links of a wiki page: to another published page, else to the site on
the web, else only words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from journeybook.pages.fact_text import FactText
from journeybook.pages.views import Link
from journeybook.publish.wiki.model import Inline, Line, LineBreak, PageLink, WebLink, Words

_OF_THE_WEB = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class PageLinks:
    """Resolves what a view of one page links to."""

    url: str
    """Address of the page itself from the site's root."""
    keys: Mapping[str, str]
    """Address -> key of each published page."""
    site_url: str
    """Address of the site on the web, with `/` at its end; empty if it has none."""

    def to(self, label: str, href: str) -> Inline:
        """A link with a label to an address as the view has it."""
        if not href:
            return Words(label)
        if href.lower().startswith(_OF_THE_WEB):
            return WebLink(label, href)
        path, _, anchor = href.partition("#")
        target = _joined(self.url, unquote(path)) if path else self.url
        anchor = unquote(anchor)
        if target in self.keys:
            return PageLink(label, self.keys[target], anchor)
        if self.site_url and not target.startswith("../"):
            sign = "#" if anchor else ""
            return WebLink(label, f"{self.site_url}{target}{sign}{anchor}")
        return Words(label)

    def link(self, link: Link) -> Inline:
        """A link of the view."""
        return self.to(link.label, link.href)

    def links(self, links: Iterable[Link], between: str = ", ") -> Line:
        """Several links on one line."""
        return joined([(self.link(link),) for link in links], between)

    def fact(self, text: FactText) -> Line:
        """A fact with a link to what it names, its markers and its evidence."""
        line: list[Inline] = []
        if text.arrow:
            line.append(Words(f"{text.arrow} "))
        if text.person:
            line.append(Words(f"{text.person}: "))
        line.append(self.link(text.link) if text.link else Words(text.words))
        if text.detail:
            line.append(Words(f": {text.detail}"))
        notes: list[Line] = [(Words(marker),) for marker in text.markers]
        notes += [(self.link(link),) for link in text.evidence]
        if notes:
            line += [Words(" ("), *joined(notes, ", "), Words(")")]
        return tuple(line)


def _joined(url: str, path: str) -> str:
    """A relative path from the site's root."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(url), path))


def joined(lines: Iterable[Line], between: str = ", ") -> Line:
    """Lines one after another, with words between them."""
    parts: list[Inline] = []
    for line in lines:
        if parts:
            parts.append(Words(between))
        parts += line
    return tuple(parts)


def stacked(lines: Iterable[Line]) -> Line:
    """Lines below each other, for a cell."""
    parts: list[Inline] = []
    for line in lines:
        if parts:
            parts.append(LineBreak())
        parts += line
    return tuple(parts)

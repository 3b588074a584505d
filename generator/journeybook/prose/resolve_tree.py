"""Resolve the links and images of a parsed tree, shift its headings, and make its ids unique."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from journeybook.prose.link_faults import is_external, link_fault
from journeybook.prose.links import NOWHERE, Link, Resolve, Resolved, ResolveImage, wiki_link
from journeybook.prose.markup import WIKI_TAG


def words(names: str) -> frozenset[str]:
    """The names in a list separated by blanks."""
    return frozenset(names.split())


LINK_KINDS = words(
    "journey persona touchpoint channel metric opportunity collateral evidence page step stage pain"
)
"""What a wiki link may name."""
CLASSES = words(
    "admonition admonition-title note warning tip danger footnote footnote-ref footnote-backref "
    "wikilink wikilink-missing align-left align-center align-right"
).union(f"kind-{kind}" for kind in LINK_KINDS)

DROPPED_TAG = "dropped"
"""A tag that the sanitiser removes, so that only the content of the element is shown."""

_HEADING = re.compile(r"h[1-6]$")
_NUMBER = re.compile(r"\d{1,9}$", re.ASCII)


Heading = tuple[int, str, str]


@dataclass(frozen=True)
class TreeResolver:
    """Finishes the tree of one text for a page. `images` collects the addresses of its images."""

    id_prefix: str
    heading_level: int
    resolve: Resolve
    image: ResolveImage
    images: set[str] = field(default_factory=set)

    def finish(self, root: Element) -> tuple[Heading, ...]:
        """Change the tree in place; returns its headings as level, id and text."""
        root.tag = DROPPED_TAG
        wiki_links = self._resolve_wiki_links(root)
        headings = self._shift_headings(root)
        ids = self._make_ids_unique(root)
        for element, inside_link in _elements(root):
            if id(element) not in wiki_links:
                self._filter_attributes(element, ids, inside_link)
        return tuple([_heading(element) for element in headings])

    def _filter_attributes(self, element: Element, ids: dict[str, str], inside_link: bool) -> None:
        """Keep the allowed attributes of an element, and resolve the target of a link or image."""
        attributes: dict[str, str] = {}
        for name in ("id", "title", "start"):
            if value := element.get(name):
                attributes[name] = value
        if element.tag == "a":
            attributes |= self._link(element, ids, inside_link)
        elif element.tag == "img":
            attributes |= self._image(element)
        if not _NUMBER.match(attributes.get("start", "0")):
            del attributes["start"]
        if classes := _allowed_classes(element):
            attributes["class"] = " ".join(dict.fromkeys(classes))
        _set_attributes(element, attributes)

    def _resolve_wiki_links(self, root: Element) -> set[int]:
        """Resolve the wiki links, whose text headings need; returns the identity of each."""
        links = [pair for pair in _elements(root) if pair[0].tag == WIKI_TAG]
        for element, inside_link in links:
            self._wiki(element, inside_link)
        return {id(element) for element, _ in links}

    def _shift_headings(self, root: Element) -> list[Element]:
        """Shift the headings so that the highest has the level of the page; give them ids."""
        headings = [element for element in root.iter() if _HEADING.match(element.tag)]
        levels = [int(heading.tag[1]) for heading in headings]
        shift = self.heading_level - min(levels, default=1)
        for heading, level in zip(headings, levels, strict=True):
            heading.tag = f"h{max(1, min(6, level + shift))}"
            if not heading.get("id"):
                heading.set("id", slug(_words_of(heading)))
        return headings

    def _make_ids_unique(self, root: Element) -> dict[str, str]:
        """Make every id safe, prefixed and unique; returns the new id by the one written."""
        ids: dict[str, str] = {}
        used: dict[str, int] = {}
        taken: set[str] = set()
        for element in root.iter():
            written = element.get("id")
            if not written:
                continue
            base = unique = self.id_prefix + slug(written)
            while unique in taken:
                used[base] = used.get(base, 1) + 1
                unique = f"{base}-{used[base]}"
            taken.add(unique)
            ids.setdefault(written, unique)
            element.set("id", unique)
        return ids

    def _link(self, element: Element, ids: dict[str, str], inside_link: bool) -> dict[str, str]:
        """The attributes of a link. One without a target becomes plain text."""
        target = html.unescape(element.get("href") or "").strip()
        attributes: dict[str, str] = {}
        if inside_link or link_fault(target):
            pass
        elif is_external(target):
            attributes = {"href": target, "rel": "noopener noreferrer"}
        elif target.startswith("#") and target[1:] in ids:
            attributes = {"href": "#" + ids[target[1:]]}
        else:
            attributes = self._internal_link(element, target)
        if not attributes:
            element.tag = DROPPED_TAG
        return {name: _escaped(value) for name, value in attributes.items()}

    def _internal_link(self, element: Element, target: str) -> dict[str, str]:
        """The attributes of a link within the site. One without a label gets the target's title."""
        label = _text(element)
        anchor = target.partition("#")[2]
        link = Link("markdown", target, label, NOWHERE, anchor=anchor)
        resolved = self.resolve(link)
        if resolved is None or not resolved.href:
            return {}
        if not label.strip() and len(element) == 0:
            element.text = _escaped(resolved.label)
        return {"href": resolved.href}

    def _wiki(self, element: Element, inside_link: bool) -> None:
        content = html.unescape(element.text or "")
        link = wiki_link(content, NOWHERE)
        resolved = self.resolve(link) if link else None
        element.tag = DROPPED_TAG
        element.text = _escaped(_wiki_label(content, link, resolved))
        attributes: dict[str, str] = {}
        if resolved is not None and not inside_link:
            element.tag = "a" if resolved.href else "span"
            classes = ["wikilink", "wikilink-missing"] if resolved.missing else ["wikilink"]
            if resolved.kind in LINK_KINDS:
                classes.append(f"kind-{resolved.kind}")
            attributes["class"] = " ".join(classes)
            if resolved.href:
                attributes["href"] = _escaped(resolved.href)
        _set_attributes(element, attributes)

    def _image(self, element: Element) -> dict[str, str]:
        """The attributes of an image of the site. Any other image becomes its description as text,
        because pages load nothing from other sites."""
        source = html.unescape(element.get("src") or "").strip()
        alt = html.unescape(element.get("alt") or "")
        href = self.image(source) if _is_internal(source) else None
        if href is None or not _is_internal(href):
            element.tag = DROPPED_TAG
            element.text = _escaped(alt)
            return {}
        self.images.add(href)
        return {"src": _escaped(href), "alt": _escaped(alt)}


def _is_internal(target: str) -> bool:
    return not link_fault(target) and not is_external(target)


def _wiki_label(content: str, link: Link | None, resolved: Resolved | None) -> str:
    """The text of a wiki link: its own label, the title of its target, or what is written."""
    if link is None:
        return f"[[{content}]]"
    title = resolved.label if resolved else ""
    return link.label or title or link.id or link.target


def _allowed_classes(element: Element) -> list[str]:
    written = element.get("class") or ""
    classes = [name for name in written.split() if name in CLASSES]
    align = element.get("align")
    if align in ("left", "center", "right"):
        classes.append(f"align-{align}")
    return classes


def _heading(element: Element) -> Heading:
    level = int(element.tag[1])
    return level, element.get("id") or "", _words_of(element)


def slug(text: str) -> str:
    """The letters, marks and digits of a text, of any script, in lower case, joined by hyphens."""
    lowered = unicodedata.normalize("NFC", html.unescape(text)).lower()
    words_of_id = "".join(map(_in_slug, lowered)).split()
    return "-".join(words_of_id) or "section"


def _in_slug(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return character if category[0] in "LMN" else " "


def _elements(root: Element) -> Iterator[tuple[Element, bool]]:
    """All elements, each with whether it is inside a link."""
    stack = [(root, False)]
    while stack:
        element, inside_link = stack.pop()
        tag = element.tag
        yield element, inside_link
        within = inside_link or (tag == "a" and element.tag == "a")
        stack += [(child, within) for child in reversed(element)]


def _set_attributes(element: Element, attributes: dict[str, str]) -> None:
    element.attrib.clear()
    element.attrib.update(attributes)


def _words_of(element: Element) -> str:
    return " ".join(_text(element).split())


def _text(element: Element) -> str:
    """The text of an element, without the numbers of footnotes."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "img":
            parts.append(child.get("alt") or "")
        elif child.tag != "sup":
            parts.append(_text(child))
        parts.append(child.tail or "")
    return html.unescape("".join(parts))


def _escaped(text: str) -> str:
    """Text for the tree. The serialiser of Markdown keeps entities, so `&` must be one itself."""
    return html.escape(text, quote=False)

"""Give a parsed tree its addresses: links and images resolved, headings shifted, ids prefixed and
unique."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from journeybook.prose.link_faults import is_external, link_fault
from journeybook.prose.links import NOWHERE, Link, Resolve, ResolveImage, wiki_link
from journeybook.prose.markup import WIKI_TAG


def words(names: str) -> frozenset[str]:
    """The names in a blank-separated list."""
    return frozenset(names.split())


KINDS = words(
    "journey persona touchpoint channel metric opportunity collateral evidence page step stage pain"
)
CLASSES = words(
    "admonition admonition-title note warning tip danger footnote footnote-ref footnote-backref wikilink "
    "wikilink-missing align-left align-center align-right"
) | {f"kind-{kind}" for kind in KINDS}

DROPPED_TAG = "dropped"
"""An element whose tag the sanitiser removes, so that only its content is shown."""

_HEADING = re.compile(r"h[1-6]$")
_NUMBER = re.compile(r"\d{1,9}$", re.ASCII)


Heading = tuple[int, str, str]


@dataclass(frozen=True)
class TreeResolver:
    """What the caller knows of the page; `images` collects the image addresses that were
    answered."""

    id_prefix: str
    heading_level: int
    resolve: Resolve
    image: ResolveImage
    images: set[str] = field(default_factory=set)

    def finish(self, root: ElementTree.Element) -> tuple[Heading, ...]:
        """Change the tree in place, and list its headings as level, id and text."""
        root.tag = DROPPED_TAG
        wiki_links = self._wiki_links(root)
        headings = tuple(self._headings(root))
        ids = self._ids(root)
        for element, inside_link in _elements(root):
            if id(element) not in wiki_links:
                self._allow(element, ids, inside_link)
        return tuple(
            (int(heading.tag[1]), heading.get("id") or "", _words_of(heading))
            for heading in headings
        )

    def _allow(self, element: ElementTree.Element, ids: dict[str, str], inside_link: bool) -> None:
        """Keep what is allowed of an element's attributes, and lead links and images to their
        place."""
        classes = [name for name in (element.get("class") or "").split() if name in CLASSES]
        if element.get("align") in ("left", "center", "right"):
            classes.append(f"align-{element.get('align')}")
        kept = {name: value for name in ("id", "title", "start") if (value := element.get(name))}
        if element.tag == "a":
            kept |= self._link(element, ids, inside_link)
        elif element.tag == "img":
            kept |= self._image(element)
        if not _NUMBER.match(kept.get("start", "0")):
            del kept["start"]
        if classes:
            kept["class"] = " ".join(dict.fromkeys(classes))
        _set_attributes(element, kept)

    def _wiki_links(self, root: ElementTree.Element) -> set[int]:
        """Resolve the wiki links, before headings take their words from them; answer which elements
        they were."""
        found = [
            (element, inside_link)
            for element, inside_link in _elements(root)
            if element.tag == WIKI_TAG
        ]
        for element, inside_link in found:
            self._wiki(element, inside_link)
        return {id(element) for element, _ in found}

    def _headings(self, root: ElementTree.Element) -> Iterator[ElementTree.Element]:
        headings = [element for element in root.iter() if _HEADING.match(element.tag)]
        shift = self.heading_level - min((int(heading.tag[1]) for heading in headings), default=1)
        for heading in headings:
            heading.tag = f"h{max(1, min(6, int(heading.tag[1]) + shift))}"
            heading.set("id", heading.get("id") or slug(_words_of(heading)))
            yield heading

    def _ids(self, root: ElementTree.Element) -> dict[str, str]:
        """Make every id safe, prefixed and unique; answer which one each written id became."""
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

    def _link(
        self, element: ElementTree.Element, ids: dict[str, str], inside_link: bool
    ) -> dict[str, str]:
        target = html.unescape(element.get("href") or "").strip()
        attributes: dict[str, str] = {}
        if not inside_link and not link_fault(target):
            if is_external(target):
                attributes = {"href": target, "rel": "noopener noreferrer"}
            elif target.startswith("#") and target[1:] in ids:
                attributes = {"href": "#" + ids[target[1:]]}
            else:
                label = _text(element)
                anchor = target.partition("#")[2]
                resolved = self.resolve(Link("markdown", target, label, NOWHERE, anchor=anchor))
                if resolved is not None and resolved.href:
                    attributes = {"href": resolved.href}
                    if not label.strip() and len(element) == 0:
                        element.text = _escaped(resolved.label)
        if not attributes:
            element.tag = DROPPED_TAG
        return {name: _escaped(value) for name, value in attributes.items()}

    def _wiki(self, element: ElementTree.Element, inside_link: bool) -> None:
        content = html.unescape(element.text or "")
        link = wiki_link(content, NOWHERE)
        resolved = self.resolve(link) if link else None
        label = (
            (link.label or (resolved.label if resolved else "") or link.id or link.target)
            if link
            else content
        )
        element.tag, element.text = DROPPED_TAG, _escaped(label if link else f"[[{content}]]")
        attributes: dict[str, str] = {}
        if resolved is not None and not inside_link:
            element.tag = "a" if resolved.href else "span"
            classes = ["wikilink", "wikilink-missing"] if resolved.missing else ["wikilink"]
            if resolved.kind in KINDS:
                classes.append(f"kind-{resolved.kind}")
            attributes["class"] = " ".join(classes)
            if resolved.href:
                attributes["href"] = _escaped(resolved.href)
        _set_attributes(element, attributes)

    def _image(self, element: ElementTree.Element) -> dict[str, str]:
        """The image where it belongs to the site, else its description as text: nothing is loaded
        from elsewhere."""
        source = html.unescape(element.get("src") or "").strip()
        alt = html.unescape(element.get("alt") or "")
        href = None if link_fault(source) or is_external(source) else self.image(source)
        if href is None or link_fault(href) or is_external(href):
            element.tag, element.text = DROPPED_TAG, _escaped(alt)
            return {}
        self.images.add(href)
        return {"src": _escaped(href), "alt": _escaped(alt)}


def slug(text: str) -> str:
    """Letters, marks and digits of any script in lower case, joined by hyphens."""
    normal = unicodedata.normalize("NFC", html.unescape(text)).lower()
    kept = "".join(
        character if unicodedata.category(character)[0] in "LMN" else " "
        for character in normal
        if unicodedata.category(character) != "Cf"
    )
    return "-".join(kept.split()) or "section"


def _elements(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, bool]]:
    """Every element, and whether it stands inside a link."""
    stack = [(root, False)]
    while stack:
        element, inside_link = stack.pop()
        tag = element.tag
        yield element, inside_link
        inside = inside_link or (tag == "a" and element.tag == "a")
        stack += [(child, inside) for child in reversed(element)]


def _set_attributes(element: ElementTree.Element, attributes: dict[str, str]) -> None:
    element.attrib.clear()
    element.attrib.update(attributes)


def _words_of(element: ElementTree.Element) -> str:
    return " ".join(_text(element).split())


def _text(element: ElementTree.Element) -> str:
    """The words of an element, without the numbers of footnotes."""
    parts = [element.text or ""]
    for child in element:
        if child.tag != "sup":
            parts.append(child.get("alt") or "" if child.tag == "img" else _text(child))
        parts.append(child.tail or "")
    return html.unescape("".join(parts))


def _escaped(text: str) -> str:
    """Text for the tree: Markdown's serialiser lets entities through, so `&` has to be one."""
    return html.escape(text, quote=False)

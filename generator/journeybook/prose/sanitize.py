"""Sanitise HTML by an allow list of elements, attributes, classes and addresses; and convert it to
text."""

from __future__ import annotations

import html
import re
from collections.abc import Set as AbstractSet

import nh3

from journeybook.prose.link_faults import ALLOWED_SCHEMES, link_fault
from journeybook.prose.resolve_tree import CLASSES, words

INLINE_ELEMENTS = words(
    "a abbr b bdi br cite code del em i img kbd mark q s small span strong sub sup"
)
ELEMENTS = INLINE_ELEMENTS | words(
    "blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul"
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "title"},
    "a": {"href", "rel"},
    "img": {"src", "alt"},
    "ol": {"start"},
}
_WITHOUT_ID = ("pre", "code")
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
_BREAKS = words("blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul")
_CELLS = frozenset(("td", "th"))
_FOOTNOTE_LINK = re.compile("footnote-(?:back)?ref")


def sanitize(
    source: str,
    *,
    elements: AbstractSet[str] = ELEMENTS,
    id_prefix: str = "",
    images: AbstractSet[str] = frozenset(),
) -> str:
    """The HTML without anything that is not on the lists; other elements leave their content."""

    def filtered(element: str, attribute: str, value: str) -> str | None:
        if attribute == "class":
            classes = [name for name in value.split() if name in CLASSES]
            return " ".join(classes) or None
        if attribute == "id":
            is_allowed = value.startswith(id_prefix) and element not in _WITHOUT_ID
            return value if is_allowed else None
        if attribute == "href":
            return None if link_fault(value) else value
        if attribute == "src":
            return value if value in images else None
        if attribute == "rel":
            return "noopener noreferrer"
        return value

    return nh3.clean(
        source,
        tags=set(elements),
        clean_content_tags=set(),
        attributes=ATTRIBUTES,
        attribute_filter=filtered,
        link_rel=None,
        url_schemes=set(ALLOWED_SCHEMES),
    )


def text_of(safe_html: str) -> str:
    """The text of sanitised HTML, one line for each block, without the links of footnotes."""
    parts: list[str] = []
    position, skipping = 0, False
    for token in _TOKEN.finditer(safe_html):
        if not skipping:
            parts.append(safe_html[position : token.start()].replace("\n", " "))
        position = token.end()
        closing, element, attributes = token.groups()
        if element == "a":
            skipping = not closing and _FOOTNOTE_LINK.search(attributes) is not None
        elif element in _BREAKS:
            parts.append("\n")
        elif element in _CELLS:
            parts.append(" ")
        elif element == "img" and (alt := _ALT.search(attributes)):
            parts.append(alt[1])
    parts.append(safe_html[position:].replace("\n", " "))
    text = html.unescape("".join(parts))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return "\n".join(filter(None, lines))


_ALT = re.compile(r'\balt="([^"]*)"')

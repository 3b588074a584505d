"""What the prose tests share: a site with a few pages, and an independent reading of the HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import html5lib

from journeybook.prose.links import Link
from journeybook.prose.render import Rendered, Resolved, render
from journeybook.prose.resolve_tree import words

ELEMENTS = words(
    "a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong sup table tbody td th thead tr ul"
)
ATTRIBUTES = {"id", "class", "title", "href", "rel", "src", "alt", "start"}
PAGES = {
    "touchpoint:demo-call": "Demo call",
    "journey:ines/choose-crm": "I choose a CRM",
    "persona:نسرین": "نسرین",
}


def resolve(link: Link) -> Resolved | None:
    """Known pages by wiki link or by file; `[[touchpoint:gone]]` is a page not written yet."""
    if link.form == "wiki":
        name = f"{link.kind}:{link.id}"
        if name in PAGES:
            anchor = f"#{link.anchor}" if link.anchor else ""
            return Resolved(f"../{link.kind}/{link.id}.html{anchor}", PAGES[name], link.kind)
        return (
            Resolved("../touchpoint/gone.html", "gone", "touchpoint", missing=True)
            if link.id == "gone"
            else None
        )
    return Resolved("../pages/a.html", "A", "page") if link.target.startswith("a.md") else None


def image(source: str) -> str | None:
    """The one picture of the site."""
    return "../assets/map.png" if source == "map.png" else None


def rendered(text: str, heading_level: int = 2) -> Rendered:
    """The text on the test site."""
    return render(text, id_prefix="p-", resolve=resolve, heading_level=heading_level, image=image)


def html(text: str) -> str:
    """Its HTML."""
    return rendered(text).html


def elements(source: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every element with its attributes, as a browser's parser sees it."""
    tree: Any = html5lib.parseFragment(source, namespaceHTMLElements=False)
    for element in tree.iter():
        if element.tag != "DOCUMENT_FRAGMENT":
            yield str(element.tag), dict(element.attrib)


def problems(source: str) -> list[str]:
    """What would be wrong with this HTML on a page."""
    found, ids = [], []
    for tag, attributes in elements(source):
        if tag not in ELEMENTS:
            found.append(f"element {tag}")
        found += [f"attribute {name} on {tag}" for name in attributes if name not in ATTRIBUTES]
        if "id" in attributes:
            ids.append(attributes["id"])
        href = attributes.get("href", "").strip().lower()
        if not re.match(r"(https?://[^/\\]|mailto:.|#|\.\./)", href) and "href" in attributes:
            found.append(f"address {href}")
        if "src" in attributes and attributes["src"] != "../assets/map.png":
            found.append(f"image {attributes['src']}")
    found += [f"id {id_}" for id_ in ids if not id_.startswith("p-")]
    return found + [f"repeated id {id_}" for id_ in set(ids) if ids.count(id_) > 1]

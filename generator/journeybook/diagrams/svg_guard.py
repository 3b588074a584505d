"""The last check before an SVG reaches a page: anything that is not listed here is rejected.

It trusts neither the drawing engine nor our own modules. An accepted SVG has no script, style,
event handler, foreign content or reference to another document, so it is safe inline under the
strictest content policy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeybook.diagrams.svg_tree import Element, NotSafeXmlError, read, write


@dataclass(frozen=True, slots=True)
class Guarded:
    """The clean SVG, or None with the reason in a few words."""

    svg: str | None
    reason: str = ""


_ELEMENT_NAMES = (
    "svg title desc defs marker g a path rect circle ellipse line polygon polyline text tspan"
)

_ATTRIBUTE_NAMES = (
    "id class role aria-labelledby aria-describedby viewBox width height preserveAspectRatio "
    "x y x1 y1 x2 y2 cx cy r rx ry d points dx dy transform "
    "fill fill-opacity stroke stroke-width stroke-dasharray opacity "
    "font-family font-size font-weight text-anchor dominant-baseline direction "
    "marker-start marker-end markerWidth markerHeight markerUnits orient refX refY href"
)

ELEMENTS = frozenset(_ELEMENT_NAMES.split())
ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
"""All that a drawing may contain; add a name only if it can do no harm."""

MAX_ELEMENTS = 20_000
_SUSPICIOUS = re.compile(r"(?i)url|[\\<>{};@]|//|/\*|script|expression").search
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*").fullmatch


def guard(svg: str) -> Guarded:
    """The SVG, written from its parsed tree, or None with the first thing that is not allowed."""
    try:
        root = read(svg)
        reason = _fault(root) if root.tag == "svg" else "its root is not an svg element"
        return Guarded(None, reason) if reason else Guarded(write(root))
    except NotSafeXmlError as error:
        return Guarded(None, str(error))
    except RecursionError:
        return Guarded(None, "is nested too deep")


def is_safe_link(href: str) -> bool:
    """Whether a link is relative, a fragment, or https to a named host.

    Browsers drop blanks and control characters in addresses and read `\\` as `/`, so an address
    with any of these is rejected rather than interpreted.
    """
    if re.search(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029]", href) or href.startswith("//"):
        return False
    if re.match(r"https://[A-Za-z0-9\[]", href):
        return True
    return ":" not in re.split(r"[/?#]", href, maxsplit=1)[0]


def _fault(root: Element) -> str:
    """The first thing that is not allowed, or an empty string."""
    elements = list(root.walk())
    if len(elements) > MAX_ELEMENTS:
        return f"has more than {MAX_ELEMENTS} elements"
    all_ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    ids = set(all_ids)
    if len(all_ids) != len(ids):
        return "has an id twice"
    for element in elements:
        if element.tag not in ELEMENTS or (element.tag == "svg" and element is not root):
            return f"has an element `{element.tag}`"
        for name, value in element.attributes.items():
            fault = _attribute_fault(element.tag, name, value, ids)
            if fault:
                return fault
    return ""


def _attribute_fault(tag: str, name: str, value: str, ids: set[str]) -> str:
    if name not in ATTRIBUTES or (name == "href" and tag != "a"):
        return f"has an attribute `{name}` on `{tag}`"
    match name:
        case "href":
            is_allowed = is_safe_link(value)
            fault = "links to an address that is neither relative nor https"
        case "id":
            is_allowed = bool(_ID(value))
            fault = "has an id with unusual characters"
        case "marker-start" | "marker-end":
            target = re.fullmatch(r"url\(#([A-Za-z0-9_-]+)\)", value)
            is_allowed = bool(target and target[1] in ids)
            fault = f"refers from `{name}` to something outside of itself"
        case _:
            is_allowed = not _SUSPICIOUS(value)
            fault = f"has a suspicious value in `{name}`"
    return "" if is_allowed else fault

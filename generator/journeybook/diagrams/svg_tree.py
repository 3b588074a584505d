"""An SVG as a tree of frozen values: read from text without XML's dangerous parts, and written.

Elements of SVG have plain names. Those of any other namespace have its address in braces, so that
no rule confuses the two. `xlink:href` becomes `href`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"


@dataclass(frozen=True, slots=True)
class Element:
    """One element; its text is among the children as plain strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Element | str, ...] = ()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The children without the text between them."""
        return tuple([child for child in self.children if not isinstance(child, str)])

    @property
    def text(self) -> str:
        """All text inside, in order."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self) -> Iterator[Element]:
        """This element and all inside, in order."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if not isinstance(child, str)]


class NotSafeXmlError(ValueError):
    """The text is not XML, or has a document type, an entity, a comment or an instruction."""


def read(text: str) -> Element:
    """The root element.

    Every `<!` and `<?` is rejected before parsing, so that no entity can be defined. Raises
    NotSafeXmlError.
    """
    if "<!" in text or "<?" in text:
        raise NotSafeXmlError(
            "has a document type, comment, CDATA section or processing instruction"
        )
    try:
        return _element(ElementTree.fromstring(text))
    except (ElementTree.ParseError, ValueError) as error:
        raise NotSafeXmlError(f"is not well-formed XML ({error})") from error
    except RecursionError as error:
        raise NotSafeXmlError("is nested too deep") from error


def write(element: Element, *, root: bool = True) -> str:
    """The element as text; only the root names the namespace."""
    attributes = {"xmlns": SVG, **element.attributes} if root else element.attributes
    written = [f" {name}={_quoted(value)}" for name, value in attributes.items()]
    start = element.tag + "".join(written)
    inside = "".join(map(_write_child, element.children))
    return f"<{start}>{inside}</{element.tag}>" if inside else f"<{start}/>"


def _write_child(child: Element | str) -> str:
    return escape(child) if isinstance(child, str) else write(child, root=False)


def _quoted(value: str) -> str:
    """Most values are numbers and names, which need no escapes."""
    return f'"{value}"' if _PLAIN(value) else quoteattr(value)


_PLAIN = re.compile(r"[\w .,:;#()+/-]*", re.ASCII).fullmatch


def _element(parsed: ElementTree.Element) -> Element:
    children: list[Element | str] = [parsed.text] if parsed.text else []
    for child in parsed:
        children.append(_element(child))
        if child.tail:
            children.append(child.tail)
    attributes = {_attribute(name): value for name, value in parsed.attrib.items()}
    return Element(parsed.tag.removeprefix(f"{{{SVG}}}"), attributes, tuple(children))


def _attribute(name: str) -> str:
    return "href" if name == f"{_XLINK}href" else name

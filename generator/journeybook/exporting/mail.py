"""A page as one self-contained file to send by mail: style sheets and images inside, no scripts, no
links to other pages of the site."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_DROPPED = frozenset(
    [
        "script",
        "noscript",
        "link",
        "button",
        "input",
        "select",
        "textarea",
        "form",
        "dialog",
        "template",
        "iframe",
        "object",
        "embed",
        "base",
    ]
)
_DROPPED_CLASSES = frozenset(
    {"menu", "menu-toggle", "tools", "page-tools", "map-tools", "crumbs", "skip"}
)
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
_IMPORT = re.compile(r"@import[^;]*;?", re.IGNORECASE)


def mail_page(page: str, url: str, styles: list[bytes], files: Mapping[str, bytes]) -> bytes:
    """The page at a URL of the site as one file. `files` are the files of the site by URL, for its
    images."""
    sheet = "\n".join(_own_style(data.decode("utf-8", "replace")) for data in styles)
    ids = set(_Ids.of(page))
    writer = _Writer(url, sheet, files, ids)
    writer.feed(page)
    writer.close()
    return ("".join(writer.parts).strip() + "\n").encode()


def _own_style(style: str) -> str:
    """A style sheet that loads nothing, and cannot end the `<style>` element around it."""

    def own_url(match: re.Match[str]) -> str:
        return match[0] if match[2].startswith(("#", "data:")) else "none"

    style = _URL.sub(own_url, _IMPORT.sub("", style))
    return style.replace("</", r"<\/").replace("<!--", "")


def data_url(path: str, data: bytes) -> str:
    """An image as a `data:` URL; empty for other files."""
    kind = _TYPES.get(posixpath.splitext(path)[1].lower())
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}" if kind else ""


class _Ids(HTMLParser):
    """Collects the IDs of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    @classmethod
    def of(cls, page: str) -> list[str]:
        reader = cls()
        reader.feed(page)
        reader.close()
        return reader.ids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]


class _Writer(HTMLParser):
    """Writes the page again, element by element, without what needs other files."""

    def __init__(self, url: str, sheet: str, files: Mapping[str, bytes], ids: set[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._url, self._sheet, self._files, self._ids = url, sheet, files, ids
        self._skipped: list[str] = []
        self._svg = 0
        """How many `svg` elements are open."""
        self._links: list[str] = []
        """For each open `a`, the element that is written in its place."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._start(tag, dict(attrs))
        elif not self._skipped and tag not in _DROPPED:
            self.parts.append(_element(tag, _own_attributes(dict(attrs)), " /"))

    def _start(self, tag: str, attributes: dict[str, str | None]) -> None:
        if self._skipped:
            if tag not in _VOID:
                self._skipped.append(tag)
            return
        if _is_dropped(tag, attributes):
            if tag not in _VOID:
                self._skipped.append(tag)
            return
        attributes = _own_attributes(attributes)
        if tag == "meta" and "http-equiv" in attributes:
            self.parts.append(
                f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
            )
        elif tag == "a":
            self._link(attributes)
        elif tag == "img":
            self._image(attributes)
        else:
            self._svg += tag == "svg"
            self.parts.append(_element(tag, attributes))

    def _link(self, attributes: dict[str, str | None]) -> None:
        href = (attributes.get("href") or attributes.get("xlink:href") or "").strip()
        if _is_absolute(href) or (href.startswith("#") and unquote(href[1:]) in self._ids):
            self._links.append("a")
        else:
            for name in ("href", "xlink:href", "rel", "hreflang", "target"):
                attributes.pop(name, None)
            self._links.append("g" if self._svg else "span")
        self.parts.append(_element(self._links[-1], attributes))

    def _image(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or ""
        shown = source if source.startswith("data:image/") else self._data_url(source)
        if shown:
            self.parts.append(_element("img", {**attributes, "src": shown, "loading": "eager"}))
        elif attributes.get("alt"):
            self.parts.append(f"<em>{escape(str(attributes['alt']))}</em>")

    def _data_url(self, source: str) -> str:
        """An image of the site by its address on the page; empty if there is none."""
        folder = posixpath.dirname(self._url)
        path = posixpath.normpath(posixpath.join(folder, unquote(urlsplit(source).path)))
        return data_url(path, self._files[path]) if path in self._files else ""

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag in self._skipped:
                while self._skipped.pop() != tag:
                    pass
            return
        if tag in _DROPPED:
            return
        self._svg -= tag == "svg"
        if tag == "a" and self._links:
            tag = self._links.pop()
        if tag == "head":
            self.parts.append(f"<style>{self._sheet}</style>\n")
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")


def _is_dropped(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element and everything in it is left out."""
    if tag in _DROPPED or "hidden" in attributes:
        return True
    classes = set((attributes.get("class") or "").split())
    return bool(classes & _DROPPED_CLASSES) or (tag == "a" and "download" in attributes)


def _is_absolute(href: str) -> bool:
    return href.lower().startswith(("https://", "http://", "mailto:"))


def _own_attributes(attributes: dict[str, str | None]) -> dict[str, str | None]:
    """The attributes without event handlers, inline styles and alternative images."""
    return {
        name: value
        for name, value in attributes.items()
        if not name.startswith("on") and name not in ("style", "srcset", "data-copy", "data-done")
    }


def _element(tag: str, attributes: dict[str, str | None], end: str = "") -> str:
    shown = "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{shown}{end}>"

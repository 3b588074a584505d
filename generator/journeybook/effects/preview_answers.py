"""Answer a request from the pages in memory. No file is opened, so no path can lead elsewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from importlib import resources
from urllib.parse import quote, unquote_to_bytes

from journeybook.effects.preview_requests import Refusal
from journeybook.effects.preview_state import Files, Shown

OWN = "/__journeybook__/"
EVENTS = f"{OWN}events"
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "mmd": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
_HTML = _TYPES["html"]
_ASSETS = (
    "findings.css",
    "findings.js",
    "keep-place.js",
    "marks.css",
    "overlay.css",
    "reload.js",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP response: its status, content type, body and further headers."""

    status: HTTPStatus
    type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(path: str, shown: Shown) -> Answer:
    """The page or file at a path, a redirect to its folder, or the site's own 404 page."""
    try:
        decoded = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return refused(Refusal(HTTPStatus.BAD_REQUEST, "the address is not UTF-8"))
    if any(unicodedata.category(character) == "Cc" for character in decoded):
        return refused(Refusal(HTTPStatus.BAD_REQUEST, "the address contains a control character"))
    if decoded.startswith(OWN):
        return _own(decoded.removeprefix(OWN), shown)
    if shown.files is None:
        return _page(_asset("waiting.html"), shown, HTTPStatus.SERVICE_UNAVAILABLE)
    return _from_site(decoded.removeprefix("/"), shown, shown.files)


def refused(refusal: Refusal) -> Answer:
    """A refusal, as plain text."""
    return Answer(
        refusal.status, _TYPES["txt"], f"{refusal.reason}\n".encode(), {"Allow": "GET, HEAD"}
    )


def _from_site(path: str, shown: Shown, files: Files) -> Answer:
    name = f"{path}index.html" if path == "" or path.endswith("/") else path
    for spelling in dict.fromkeys((name, unicodedata.normalize("NFC", name))):
        data = files.get(spelling)
        if data is not None:
            return _file(spelling, data, shown)
    if files.get(f"{path}/index.html") is not None:
        return Answer(HTTPStatus.FOUND, _TYPES["txt"], b"", {"Location": f"/{quote(path)}/"})
    not_found = files.get("404.html")
    if not_found is not None:
        return _page(not_found, shown, HTTPStatus.NOT_FOUND)
    return refused(Refusal(HTTPStatus.NOT_FOUND, "page not found"))


def _file(name: str, data: bytes, shown: Shown) -> Answer:
    kind = _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    return _page(data, shown) if kind == _HTML else Answer(HTTPStatus.OK, kind, data)


def _page(data: bytes, shown: Shown, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    # The first is not deferred: it sees the page before the page's own scripts change it.
    script = (
        b'<script src="%(own)skeep-place.js"></script>'
        b'<script src="%(own)sfindings.js" defer></script>'
        b'<script src="%(own)sreload.js" data-pages="%(pages)d" defer></script>'
    ) % {b"own": OWN.encode(), b"pages": shown.pages}
    end = data.lower().rfind(b"</body>")
    end = len(data) if end < 0 else end
    return Answer(status, _HTML, data[:end] + script + data[end:])


def _own(name: str, shown: Shown) -> Answer:
    if name == "overlay":
        return Answer(
            HTTPStatus.OK,
            _HTML,
            shown.overlay_html.encode(),
            {"X-Journeybook-Pages": str(shown.pages)},
        )
    if name == "findings":
        return Answer(HTTPStatus.OK, _TYPES["json"], shown.findings_json.encode())
    if name in _ASSETS:
        return Answer(HTTPStatus.OK, _TYPES[name.rpartition(".")[2]], _asset(name))
    return refused(Refusal(HTTPStatus.NOT_FOUND, "page not found"))


@cache
def _asset(name: str) -> bytes:
    return resources.files("journeybook.effects").joinpath("preview_assets", name).read_bytes()

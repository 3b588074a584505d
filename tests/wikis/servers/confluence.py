"""A stand-in for Confluence that keeps its contract: titles unique in a space whatever their case,
409 unless a version is the next one, well-formed bodies, attachments only with their header, markup
rewritten on save. It speaks version 2 (Cloud) and version 1 (Data Center, and files of Cloud).

Requests are checked against small JSON Schemas of our own. What it accepts, an independent client
is happy with as well (`test_confluence.py`).
"""

from __future__ import annotations

import json
import random
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from html.entities import html5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.parsers import expat

from jsonschema import Draft202012Validator

TOKEN, MAIL = "canary-confluence-5d2e", "bot@example.org"
_ENTITIES = "".join(
    f'<!ENTITY {name[:-1]} "&#{ord(text)};">'
    for name, text in html5.items()
    if name.endswith(";")
    and len(text) == 1
    and name[:-1] not in ("amp", "lt", "gt", "quot", "apos")
)
_BODY = {
    "type": "object",
    "required": ["representation", "value"],
    "properties": {"representation": {"const": "storage"}, "value": {"type": "string"}},
}
_NESTED = {"type": "object", "required": ["storage"], "properties": {"storage": _BODY}}
_EITHER = {"anyOf": [_BODY, _NESTED]}
_NUMBER = {"type": "object", "required": ["number"], "properties": {"number": {"type": "integer"}}}
_TITLE = {"type": "string", "minLength": 1, "maxLength": 255}
SCHEMAS: Mapping[str, Any] = {
    "create 2": {
        "required": ["spaceId", "title", "body"],
        "properties": {"spaceId": {"type": "string"}, "title": _TITLE, "body": _EITHER},
    },
    "update 2": {
        "required": ["id", "status", "title", "body", "version"],
        "properties": {"title": _TITLE, "body": _EITHER, "version": _NUMBER},
    },
    "create 1": {
        "required": ["type", "title", "space", "body"],
        "properties": {
            "type": {"const": "page"},
            "title": _TITLE,
            "body": _NESTED,
        },
    },
    "update 1": {
        "required": ["type", "title", "version", "body"],
        "properties": {"type": {"const": "page"}, "title": _TITLE, "version": _NUMBER},
    },
}


@dataclass
class Version:
    """One version of a page."""

    title: str
    body: str
    author: str
    message: str = ""


@dataclass
class Page:
    """A page with its history."""

    id: str
    parent: str
    versions: list[Version]
    comments: list[str] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    attachments: dict[str, list[bytes]] = field(default_factory=dict)
    is_restricted: bool = False
    properties: dict[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.versions[-1].title

    @property
    def body(self) -> str:
        return self.versions[-1].body


@dataclass
class Trouble:
    """How often requests are refused as too many, and how often an answer is lost after the work."""

    too_many: float = 0.0
    lost: float = 0.0
    chance: random.Random = field(default_factory=lambda: random.Random(7))


@dataclass
class Confluence:
    """The state of the wiki, and what people do in it."""

    address: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    trouble: Trouble = field(default_factory=Trouble)
    log: list[str] = field(default_factory=list)
    invalid: list[str] = field(default_factory=list)
    """Requests that no client should send."""
    next_id: int = 100
    before_write: Callable[[], None] = lambda: None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self.add("Home of the space", "<p>Welcome</p>", parent="")

    def add(self, title: str, body: str, author: str = "ana", parent: str = "100") -> Page:
        page = Page(str(self.next_id), parent, [Version(title, rewritten(body), author)])
        self.next_id += 1
        self.pages[page.id] = page
        return page

    def titled(self, title: str) -> Page | None:
        folded = title.casefold()
        pages = self.pages.values()
        return next((page for page in pages if page.title.casefold() == folded), None)

    def edit(self, title: str, body: str = "") -> Page:
        page = self.titled(title)
        assert page is not None
        text = body or f"{page.body}<p>Words of Ana.</p>"
        page.versions.append(Version(page.title, text, "ana"))
        return page

    def rename(self, title: str, to: str) -> None:
        page = self.titled(title)
        assert page is not None
        page.versions.append(Version(to, page.body, "ana", "renamed"))

    def delete(self, title: str) -> None:
        page = self.titled(title)
        assert page is not None
        del self.pages[page.id]

    def writes(self) -> int:
        return sum(not line.startswith("GET") for line in self.log)


def rewritten(body: str) -> str:
    """The markup as Confluence stores it: never as it was sent."""
    body = body.replace("<p>", '<p local-id="x">').replace("&nbsp;", "\u00a0")
    tag = r"(<ac:structured-macro )(?![^>]*schema-version)"
    return re.sub(tag, r'\1ac:schema-version="1" ', body)


def is_well_formed(body: str) -> bool:
    parser = expat.ParserCreate()
    try:
        parser.Parse(f"<!DOCTYPE r [{_ENTITIES}]><r>{body}</r>", True)
    except expat.ExpatError:
        return False
    return True


class RefusedError(Exception):
    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


@dataclass
class Call:
    """A request that was let in."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    author: str

    def values(self, schema: str = "") -> Any:
        values = json.loads(self.body)
        if schema:
            fault = next(iter(Draft202012Validator(SCHEMAS[schema]).iter_errors(values)), None)
            if fault:
                raise RefusedError(400, f"invalid: {fault.message}")
        return values


class Answers:
    """The operations of both interfaces."""

    def __init__(self, wiki: Confluence) -> None:
        self.wiki = wiki

    def answer(self, call: Call) -> Any:
        for method, pattern, operation in _OPERATIONS:
            match = re.fullmatch(pattern, call.path)
            if match and method == call.method:
                return operation(self, call, *match.groups())
        raise RefusedError(404, f"{call.method} {call.path}")

    def page(self, id: str, call: Call) -> Page:
        page = self.wiki.pages.get(id)
        if page is None:
            raise RefusedError(404, "no such page")
        if page.is_restricted and call.method != "GET":
            raise RefusedError(403, "restricted")
        return page

    def save(
        self,
        page: Page | None,
        title: str,
        body: str,
        number: int,
        call: Call,
        message: str,
        parent: str,
    ) -> Page:
        if not is_well_formed(body):
            raise RefusedError(400, "Error parsing xhtml")
        other = self.wiki.titled(title)
        if other is not None and other is not page:
            raise RefusedError(400, "A page with this title already exists in this space")
        if page is None:
            return self.wiki.add(title, body, call.author, parent or "100")
        if number != len(page.versions) + 1:
            raise RefusedError(409, "Version must be incremented")
        page.versions.append(Version(title, rewritten(body), call.author, message))
        return page

    # Version 2.

    def spaces(self, call: Call) -> Any:
        space = {
            "id": "1",
            "key": "CX",
            "name": "CX",
            "homepageId": "100",
            "type": "global",
            "status": "current",
        }
        return listed(
            [space] if call.query.get("keys", "CX") == "CX" or call.query.get("ids") else []
        )

    def pages_2(self, call: Call) -> Any:
        pages = list(self.wiki.pages.values())
        if "id" in call.query:
            ids = call.query["id"].split(",")
            pages = [page for page in pages if page.id in ids]
        if "title" in call.query:
            pages = [page for page in pages if page.title == call.query["title"]]
        limit, start = int(call.query.get("limit", 25)), int(call.query.get("cursor", 0))
        has_body = call.query.get("body-format") == "storage"
        answer = listed(
            [self.as_2(page, has_body=has_body) for page in pages[start : start + limit]]
        )
        if start + limit < len(pages):
            following = f"/wiki/api/v2/pages?cursor={start + limit}&limit={limit}"
            answer["_links"] = {"base": self.wiki.address, "next": following}
        return answer

    def page_2(self, call: Call, id: str) -> Any:
        return self.as_2(self.page(id, call), has_body="body-format" in call.query)

    def as_2(self, page: Page, *, has_body: bool = False) -> Any:
        last = page.versions[-1]
        values = {
            "id": page.id,
            "status": "current",
            "title": page.title,
            "spaceId": "1",
            "parentId": page.parent or None,
            "parentType": "page",
            "position": 1,
            "ownerId": page.versions[0].author,
            "lastOwnerId": None,
            "authorId": page.versions[0].author,
            "createdAt": "2026-12-01T00:00:00Z",
            "version": {
                "number": len(page.versions),
                "message": last.message,
                "authorId": last.author,
                "minorEdit": False,
                "createdAt": "2026-12-01T00:00:00Z",
            },
            "_links": {"webui": f"/spaces/CX/pages/{page.id}", "base": self.wiki.address},
        }
        if has_body:
            values["body"] = {"storage": {"value": page.body, "representation": "storage"}}
        return values

    def create_2(self, call: Call) -> Any:
        values = call.values("create 2")
        title, body = values["title"], body_of(values)
        page = self.save(None, title, body, 1, call, "", str(values.get("parentId") or ""))
        return self.as_2(page, has_body=True)

    def update_2(self, call: Call, id: str) -> Any:
        values = call.values("update 2")
        page, version = self.page(id, call), values["version"]
        body = body_of(values)
        self.save(
            page, values["title"], body, version["number"], call, version.get("message", ""), ""
        )
        return self.as_2(page, has_body=True)

    def files_2(self, call: Call, id: str) -> Any:
        return listed(
            [as_file(name, files) for name, files in self.page(id, call).attachments.items()]
        )

    def comments_2(self, call: Call, id: str) -> Any:
        comments = self.page(id, call).comments
        return listed(
            [{"id": str(at), "resolutionStatus": "open"} for at, _ in enumerate(comments)]
        )

    def nothing(self, call: Call, *_: str) -> Any:
        return listed([])

    def children_2(self, call: Call, id: str) -> Any:
        pages = [page for page in self.wiki.pages.values() if page.parent == id]
        return listed([self.as_2(page) for page in pages])

    def set_property_2(self, call: Call, id: str, key: str = "") -> Any:
        values = call.values()
        self.page(id, call).properties[values.get("key", key)] = values.get("value")
        return as_property(values.get("key", key), values.get("value"))

    def property_2(self, call: Call, id: str) -> Any:
        page = self.page(id, call)
        key = call.query.get("key", "")
        return listed([as_property(key, page.properties[key])] if key in page.properties else [])

    # Version 1.

    def who(self, call: Call) -> Any:
        return {
            "accountId": call.author,
            "userKey": call.author,
            "type": "known",
            "displayName": "Bot",
        }

    def space_1(self, call: Call, key: str) -> Any:
        if key != "CX":
            raise RefusedError(404, "no such space")
        return {"id": 1, "key": "CX", "homepage": {"id": "100"}}

    def contents_1(self, call: Call) -> Any:
        pages = list(self.wiki.pages.values())
        if "title" in call.query:
            pages = [page for page in pages if page.title == call.query["title"]]
        return self.some([self.as_1(page) for page in pages], call)

    def some(self, results: list[Any], call: Call) -> Any:
        limit, start = int(call.query.get("limit", 25)), int(call.query.get("start", 0))
        answer = {"results": results[start : start + limit], "_links": {}}
        if start + limit < len(results):
            answer["_links"] = {"next": f"{call.path}?start={start + limit}"}
        return answer

    def content_1(self, call: Call, id: str) -> Any:
        return self.as_1(self.page(id, call), has_body=True)

    def as_1(self, page: Page, *, has_body: bool = False) -> Any:
        last = page.versions[-1]
        values = {
            "id": page.id,
            "type": "page",
            "title": page.title,
            "ancestors": [{"id": page.parent}] if page.parent else [],
            "version": {
                "number": len(page.versions),
                "message": last.message,
                "by": {"userKey": last.author},
            },
            "_links": {"webui": f"/pages/viewpage.action?pageId={page.id}"},
        }
        if has_body:
            values["body"] = {"storage": {"value": page.body, "representation": "storage"}}
        return values

    def create_1(self, call: Call) -> Any:
        values = call.values("create 1")
        parent = (values.get("ancestors") or [{"id": ""}])[-1]["id"]
        page = self.save(None, values["title"], body_of(values), 1, call, "", str(parent))
        return self.as_1(page)

    def update_1(self, call: Call, id: str) -> Any:
        values = call.values("update 1")
        page, version = self.page(id, call), values["version"]
        body = body_of(values)
        self.save(
            page, values["title"], body, version["number"], call, version.get("message", ""), ""
        )
        return self.as_1(page)

    def comments_1(self, call: Call, id: str) -> Any:
        comments = self.page(id, call).comments
        results = [
            {"id": str(at), "extensions": {"resolution": {"status": "open"}}}
            for at, _ in enumerate(comments)
        ]
        return self.some(results, call)

    def files_1(self, call: Call, id: str) -> Any:
        files = self.page(id, call).attachments
        return self.some([as_file(name, versions) for name, versions in files.items()], call)

    def attach_1(self, call: Call, id: str, file: str = "") -> Any:
        if call.headers.get("x-atlassian-token") not in ("no-check", "nocheck"):
            raise RefusedError(403, "XSRF check failed")
        name, data = form_file(call)
        files = self.page(id, call).attachments
        if (
            name in files
            and not file
            and call.method == "POST"
            and "allowDuplicated" not in call.query
        ):
            raise RefusedError(
                400, "Cannot add a new attachment with same file name as an existing attachment"
            )
        files.setdefault(name, []).append(data)
        return {"results": [as_file(name, files[name])]}

    def labels_1(self, call: Call, id: str) -> Any:
        page = self.page(id, call)
        if call.method == "POST":
            page.labels |= {label["name"] for label in call.values()}
        return listed(
            [{"prefix": "global", "name": name, "id": name} for name in sorted(page.labels)]
        )

    def delete(self, call: Call, id: str) -> Any:
        del self.wiki.pages[self.page(id, call).id]


def as_property(key: str, value: Any) -> Any:
    version = {
        "number": 1,
        "createdAt": "2026-12-01T00:00:00Z",
        "message": "",
        "minorEdit": False,
        "authorId": "bot",
    }
    return {"id": "1", "key": key, "value": value, "version": version}


def body_of(values: Any) -> str:
    """The text of a page as a request has it: at once, or below the name of its format."""
    body = values["body"]
    text: str = body.get("storage", body)["value"]
    return text


def listed(results: list[Any]) -> dict[str, Any]:
    return {"results": results, "_links": {}}


def as_file(name: str, versions: list[bytes]) -> Any:
    return {
        "id": f"att{name}",
        "title": name,
        "status": "current",
        "fileSize": len(versions[-1]),
        "mediaType": "image/png",
        "mediaTypeDescription": "",
        "comment": "",
        "fileId": "f",
        "pageId": "1",
        "createdAt": "2026-12-01T00:00:00Z",
        "version": {
            "number": len(versions),
            "createdAt": "2026-12-01T00:00:00Z",
            "message": "",
            "minorEdit": False,
            "authorId": "bot",
        },
        "webuiLink": "",
        "downloadLink": "",
        "_links": {"base": "", "webui": "", "download": ""},
    }


def form_file(call: Call) -> tuple[str, bytes]:
    head = f"Content-Type: {call.headers['content-type']}\r\n\r\n".encode()
    for part in message_from_bytes(head + call.body).get_payload():
        name = part.get_filename()
        if name:
            return name, part.get_payload(decode=True)
    raise RefusedError(400, "no file")


_V2, _V1 = "/api/v2", "/rest/api"
_OPERATIONS: list[tuple[str, str, Callable[..., Any]]] = [
    ("GET", f"{_V2}/spaces", Answers.spaces),
    ("GET", f"{_V2}/pages", Answers.pages_2),
    ("POST", f"{_V2}/pages", Answers.create_2),
    ("GET", f"{_V2}/pages/(\\d+)", Answers.page_2),
    ("PUT", f"{_V2}/pages/(\\d+)", Answers.update_2),
    ("DELETE", f"{_V2}/pages/(\\d+)", Answers.delete),
    ("GET", f"{_V2}/pages/(\\d+)/attachments", Answers.files_2),
    ("GET", f"{_V2}/pages/(\\d+)/inline-comments", Answers.comments_2),
    ("GET", f"{_V2}/pages/(\\d+)/children", Answers.children_2),
    ("GET", f"{_V2}/pages/(\\d+)/labels", Answers.labels_1),
    ("GET", f"{_V2}/pages/(\\d+)/properties", Answers.property_2),
    ("POST", f"{_V2}/pages/(\\d+)/properties", Answers.set_property_2),
    ("PUT", f"{_V2}/pages/(\\d+)/properties/(.+)", Answers.set_property_2),
    ("GET", f"{_V1}/user/current", Answers.who),
    ("GET", f"{_V1}/space/(\\w+)", Answers.space_1),
    ("GET", f"{_V1}/content", Answers.contents_1),
    ("POST", f"{_V1}/content", Answers.create_1),
    ("GET", f"{_V1}/content/(\\d+)", Answers.content_1),
    ("PUT", f"{_V1}/content/(\\d+)", Answers.update_1),
    ("DELETE", f"{_V1}/content/(\\d+)", Answers.delete),
    ("GET", f"{_V1}/content/(\\d+)/child/comment", Answers.comments_1),
    ("GET", f"{_V1}/content/(\\d+)/child/attachment", Answers.files_1),
    ("POST", f"{_V1}/content/(\\d+)/child/attachment", Answers.attach_1),
    ("PUT", f"{_V1}/content/(\\d+)/child/attachment", Answers.attach_1),
    ("POST", f"{_V1}/content/(\\d+)/child/attachment/(.+)/data", Answers.attach_1),
    ("POST", f"{_V1}/content/(\\d+)/label", Answers.labels_1),
]


def author_of(header: str) -> str:
    """The account of a token, or empty."""
    import base64

    scheme, _, value = header.partition(" ")
    if scheme == "Basic":
        user, _, token = base64.b64decode(value).decode().partition(":")
        return "bot" if (user, token) == (MAIL, TOKEN) else ""
    return "bot" if scheme == "Bearer" and value == TOKEN else ""


@contextmanager
def confluence() -> Iterator[Confluence]:
    """Run the stand-in on a free port, below `/wiki`."""
    wiki = Confluence()
    answers = Answers(wiki)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65536

        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            parts = urlsplit(self.path)
            wiki.log.append(f"{self.command} {self.path}")
            headers = {name.lower(): value for name, value in self.headers.items()}
            with wiki.lock:
                if wiki.trouble.chance.random() < wiki.trouble.too_many:
                    self.reply(429, {"message": "too many requests"}, {"Retry-After": "1"})
                    return
                author = author_of(headers.get("authorization", ""))
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                path = parts.path.removeprefix("/wiki").rstrip("/")
                call = Call(self.command, path, query, headers, body, author)
                try:
                    if not author:
                        raise RefusedError(401, "no such token")
                    if self.command != "GET":
                        wiki.before_write()
                    result = answers.answer(call)
                except RefusedError as refusal:
                    if (
                        refusal.words.startswith(("invalid", "Error parsing"))
                        or refusal.status == 404
                    ):
                        wiki.invalid.append(f"{self.command} {self.path}: {refusal.words}")
                    error = {"status": refusal.status, "title": refusal.words}
                    self.reply(refusal.status, {"message": refusal.words, "errors": [error]})
                    return
                is_lost = self.command != "GET" and wiki.trouble.chance.random() < wiki.trouble.lost
            if is_lost:
                self.close_connection = True
                self.connection.close()
                return
            self.reply(204 if result is None else 200, result)

        do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815

        def reply(self, status: int, values: Any, headers: Mapping[str, str] | None = None) -> None:
            body = b"" if values is None else json.dumps(values).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    wiki.address = f"http://127.0.0.1:{server.server_port}/wiki"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield wiki
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

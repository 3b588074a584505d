"""DokuWiki's two remote interfaces with one face: JSON-RPC of newer servers, XML-RPC of all."""

from __future__ import annotations

import base64
import xmlrpc.client
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from journeybook.publish.wiki.web import REFUSED, Request, Stop, Unusable, Web

XML, JSON = "/lib/exe/xmlrpc.php", "/lib/exe/jsonrpc.php"
_NO_SUCH_PAGE = (121, 221)
"""Codes of faults: there is no such page, there is no such file."""


class RpcFault(Exception):  # noqa: N818 - an answer of the wiki
    """The wiki refused a call: a code and its own words."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


class DokuApi(Protocol):
    """What we ask. All may raise RpcFault."""

    def log_in(self, user: str, password: str) -> bool:
        """Whether the wiki accepts the password; it answers with cookies."""

    def rights(self, page: str) -> int:
        """What we may do: 1 read, 2 edit, 4 create, 8 upload, 16 delete."""

    def pages(self, namespace: str) -> Sequence[Mapping[str, Any]]:
        """`id`, `rev` and `hash` of all pages in a namespace and below it."""

    def text(self, page: str) -> str:
        """The text of a page that exists."""

    def author(self, page: str) -> str | None:
        """Who made the latest version, or None if there is no such page."""

    def lock(self, page: str) -> bool:
        """Whether we hold the lock of a page now."""

    def unlock(self, page: str) -> None:
        """Give a lock back."""

    def save(self, page: str, text: str, summary: str) -> bool:
        """Write a page, whatever it holds; an empty text deletes it. Whether it was written."""

    def files(self, namespace: str) -> Mapping[str, str]:
        """Id -> MD5 of all media files in a namespace and below it."""

    def save_file(self, file: str, data: bytes) -> None:
        """Store a new media file. The answer does not tell whether it was stored."""


@dataclass
class XmlRpc:
    """`xmlrpc.php`."""

    web: Web

    def _call(self, method: str, *arguments: Any, changes: bool = False) -> Any:
        body = xmlrpc.client.dumps(arguments, method, allow_none=True).encode()
        answer = self.web.send(
            Request("POST", XML, body=body, headers={"Content-Type": "text/xml"}, changes=changes)
        )
        _check_status(answer.status)
        if b"<!DOCTYPE" in answer.body[:1000] or b"<!ENTITY" in answer.body:
            raise Unusable("the answer is not one of DokuWiki's XML-RPC")
        try:
            (value,), _ = xmlrpc.client.loads(answer.body)
        except xmlrpc.client.Fault as fault:
            raise RpcFault(fault.faultCode, fault.faultString) from fault
        except Exception as error:  # expat and the unmarshaller raise anything for bad XML
            raise Unusable("the answer is not one of DokuWiki's XML-RPC") from error
        return value

    def log_in(self, user: str, password: str) -> bool:
        return self._call("dokuwiki.login", user, password) is True

    def rights(self, page: str) -> int:
        return int(self._call("wiki.aclCheck", page))

    def pages(self, namespace: str) -> Sequence[Mapping[str, Any]]:
        pages: Sequence[Mapping[str, Any]] = self._call(
            "dokuwiki.getPagelist", namespace, {"depth": 0, "hash": 1}
        )
        return pages

    def text(self, page: str) -> str:
        return str(self._call("wiki.getPage", page))

    def author(self, page: str) -> str | None:
        return _author(lambda: self._call("wiki.getPageInfo", page))

    def lock(self, page: str) -> bool:
        answer = self._call("dokuwiki.setLocks", {"lock": [page], "unlock": []})
        return page in (answer.get("locked") or ())

    def unlock(self, page: str) -> None:
        self._call("dokuwiki.setLocks", {"lock": [], "unlock": [page]})

    def save(self, page: str, text: str, summary: str) -> bool:
        options = {"sum": summary, "minor": True}
        return self._call("wiki.putPage", page, text, options, changes=True) is True

    def files(self, namespace: str) -> Mapping[str, str]:
        listed = self._call("wiki.getAttachments", namespace, {"depth": 0, "hash": True})
        return {str(file["id"]): str(file.get("hash", "")) for file in listed}

    def save_file(self, file: str, data: bytes) -> None:
        content = xmlrpc.client.Binary(data)
        self._call("wiki.putAttachment", file, content, {"ow": False}, changes=True)


@dataclass
class JsonRpc:
    """`jsonrpc.php`, since the release of 2024."""

    web: Web

    def _call(self, method: str, arguments: Mapping[str, Any], *, changes: bool = False) -> Any:
        call = {"jsonrpc": "2.0", "id": "1", "method": method, "params": arguments}
        answer = self.web.send(Request("POST", JSON, values=call, changes=changes))
        if answer.status not in (400, 403, 404, 500):
            _check_status(answer.status)
        value = answer.json()
        if not isinstance(value, dict):
            raise Unusable("the answer is not one of DokuWiki's JSON-RPC")
        error = value.get("error")
        if error and error.get("code", 0):
            raise RpcFault(int(error["code"]), str(error.get("message", "")))
        return value.get("result")

    def log_in(self, user: str, password: str) -> bool:
        return self._call("core.login", {"user": user, "pass": password}) is True

    def rights(self, page: str) -> int:
        return int(self._call("core.aclCheck", {"page": page}))

    def pages(self, namespace: str) -> Sequence[Mapping[str, Any]]:
        listed = self._call("core.listPages", _whole(namespace))
        return [{**page, "rev": page.get("revision", "")} for page in listed]

    def text(self, page: str) -> str:
        return str(self._call("core.getPage", {"page": page}))

    def author(self, page: str) -> str | None:
        return _author(lambda: self._call("core.getPageInfo", {"page": page, "author": True}))

    def lock(self, page: str) -> bool:
        return page in (self._call("core.lockPages", {"pages": [page]}) or ())

    def unlock(self, page: str) -> None:
        self._call("core.unlockPages", {"pages": [page]})

    def save(self, page: str, text: str, summary: str) -> bool:
        arguments = {"page": page, "text": text, "summary": summary, "isminor": True}
        return self._call("core.savePage", arguments, changes=True) is True

    def files(self, namespace: str) -> Mapping[str, str]:
        listed = self._call("core.listMedia", _whole(namespace))
        return {str(file["id"]): str(file.get("hash", "")) for file in listed}

    def save_file(self, file: str, data: bytes) -> None:
        content = base64.b64encode(data).decode()
        arguments = {"media": file, "base64": content, "overwrite": False}
        self._call("core.saveMedia", arguments, changes=True)


def _author(ask: Callable[[], Any]) -> str | None:
    """The author in the facts about a page. For a page that does not exist, some versions answer
    with no facts, others with a fault."""
    try:
        facts = ask()
    except RpcFault as fault:
        if fault.code in _NO_SUCH_PAGE:
            return None
        raise
    return str(facts.get("author", "")) if facts else None


def _whole(namespace: str) -> Mapping[str, Any]:
    """The arguments that ask for everything in a namespace and below it."""
    return {"namespace": namespace, "depth": 0, "hash": True}


def api_of(web: Web) -> DokuApi:
    """The newer interface if the server has it. Raises Stop if it has none."""
    question = {"jsonrpc": "2.0", "id": "1", "method": "core.getAPIVersion", "params": {}}
    answer = web.send(Request("POST", JSON, values=question))
    if answer.status == 200 and b"<html" not in answer.body[:2000].lower():
        try:
            if "result" in answer.json():
                return JsonRpc(web)
        except (Unusable, TypeError):
            pass
    return XmlRpc(web)


def _check_status(status: int) -> None:
    if status in (403, 404):
        raise Stop(
            "the wiki's remote interface is off, or this account may not use it; the admin "
            "switches it on with `remote` and `remoteuser` in the configuration",
            REFUSED,
        )
    if status != 200:
        raise Unusable(f"the wiki answered {status}")

"""DokuWiki's newer interface, JSON-RPC, as its documentation describes it: a small server in memory.

The one of Debian has no JSON-RPC; `tests/wikis/test_dokuwiki.py` tries XML-RPC on the real program.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journeybook.publish.wiki.publisher import State
from publish.fake_server import Reply, Sent, serving
from publish.wiki_desk import BUY, Desk, edition, reasons, settings, states


class FaultError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class NewDokuWiki:
    """Pages and files of a wiki that speaks JSON-RPC only."""

    def __init__(self) -> None:
        self.pages: dict[str, list[tuple[str, str]]] = {}
        self.files: dict[str, bytes] = {}
        self.locked_by_ana: set[str] = set()

    def answer(self, sent: Sent) -> Reply:
        if not sent.path.endswith("/lib/exe/jsonrpc.php"):
            return 404, {}, b""
        call = json.loads(sent.body)
        name = call["method"].removeprefix("core.")
        try:
            result = getattr(self, name)(**call["params"])
            error = {"code": 0, "message": "success"}
        except FaultError as fault:
            result, error = None, {"code": fault.code, "message": str(fault)}
        body = {"jsonrpc": "2.0", "id": call["id"], "result": result, "error": error}
        return 200, {"Content-Type": "application/json"}, json.dumps(body).encode()

    def getAPIVersion(self) -> int:  # noqa: N802 - the names are the wiki's
        return 14

    def login(self, **account: str) -> bool:
        return account == {"user": "maps", "pass": "secret"}

    def aclCheck(self, page: str) -> int:  # noqa: N802
        return 16

    def listPages(self, namespace: str, depth: int, hash: bool) -> list[Any]:  # noqa: N802
        return [
            {"id": id, "revision": len(versions), "hash": md5(versions[-1][1].encode())}
            for id, versions in self.pages.items()
        ]

    def getPage(self, page: str) -> str:  # noqa: N802
        return self.pages[page][-1][1]

    def getPageInfo(self, page: str, author: bool) -> Any:  # noqa: N802
        if page not in self.pages:
            raise FaultError(121, "The requested page does not exist")
        return {"id": page, "author": self.pages[page][-1][0]}

    def lockPages(self, pages: list[str]) -> list[str]:  # noqa: N802
        return [page for page in pages if page not in self.locked_by_ana]

    def unlockPages(self, pages: list[str]) -> list[str]:  # noqa: N802
        return pages

    def savePage(self, page: str, text: str, summary: str, isminor: bool) -> bool:  # noqa: N802
        self.pages.setdefault(page, []).append(("maps", text))
        return True

    def listMedia(self, namespace: str, depth: int, hash: bool) -> list[Any]:  # noqa: N802
        return [{"id": id, "hash": md5(data)} for id, data in self.files.items()]

    def saveMedia(self, media: str, overwrite: bool, **data: str) -> bool:  # noqa: N802
        assert not overwrite
        self.files[media] = base64.b64decode(data["base64"])
        return True


def md5(data: bytes) -> str:
    return hashlib.md5(data).hexdigest()


@pytest.fixture
def wiki() -> NewDokuWiki:
    return NewDokuWiki()


@pytest.fixture
def desk(wiki: NewDokuWiki, tmp_path: Path) -> Iterator[Desk]:
    with serving(wiki.answer) as server:
        yield Desk(tmp_path, settings("dokuwiki", url=server.address, user="maps"), "secret")


BUY_PAGE = "journeys:journeys:ana:buy"


def test_pages_are_made_and_a_second_run_writes_nothing(wiki: NewDokuWiki, desk: Desk) -> None:
    assert set(states(desk.publish()).values()) == {State.CREATED}
    assert len(wiki.pages) == 3
    assert len(wiki.files) == 2
    assert desk.publish().writes == 0
    assert desk.requests <= 5
    assert desk.publish(edition("Second.")).code == 0
    assert len(wiki.pages[BUY_PAGE]) == 2


def test_an_edit_and_an_open_editor_are_respected(wiki: NewDokuWiki, desk: Desk) -> None:
    desk.publish()
    wiki.pages[BUY_PAGE].append(("ana", "Words of Ana."))
    report = desk.publish(edition("Second."))
    assert wiki.pages[BUY_PAGE][-1] == ("ana", "Words of Ana.")
    assert reasons(report)[BUY] == "edited by a person"
    wiki.locked_by_ana.add("journeys:start")
    report = desk.publish(edition("Third."))
    assert reasons(report)["site.yaml"].startswith("someone is editing it")


def test_a_wrong_password(desk: Desk) -> None:
    desk.secret = "wrong"
    assert desk.publish().stopped == "the wiki does not accept the password of maps"

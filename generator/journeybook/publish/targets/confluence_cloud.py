"""Confluence Cloud: version 2 of its interface for pages, version 1 for files."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from journeybook.publish.targets.confluence import ConfluenceTarget, Values
from journeybook.publish.wiki.target import Conflict, Done, Refused, RemotePage, Rendered, Result
from journeybook.publish.wiki.web import REFUSED, Answer, Request, Stop
from journeybook.schema.publish_target import PublishTarget

if TYPE_CHECKING:
    from journeybook.publish.targets.table import Access

_MOST = 250
"""Pages in one answer."""
_BODIES = 50
"""Pages with their text in one answer."""


@dataclass
class ConfluenceCloudTarget(ConfluenceTarget):
    """A space of Confluence Cloud."""

    _space_id: str = ""

    @classmethod
    def open(cls, settings: PublishTarget, access: Access) -> ConfluenceCloudTarget:
        """The target of these settings; the token belongs to the account's e-mail address."""
        url = str(settings.url).rstrip("/")
        pair = f"{settings.user}:{access.secret}".encode()
        headers = {
            "Authorization": f"Basic {base64.b64encode(pair).decode()}",
            "Accept": "application/json",
        }
        return cls(
            access.web(url, headers),
            url,
            str(settings.space),
            str(settings.under or ""),
            updates_commented=settings.update_commented_pages,
            has_pictures=access.has_png,
        )

    def _who(self) -> str:
        return str(self.ask("/rest/api/user/current").get("accountId", ""))

    def _find_parent(self) -> str:
        spaces = self.ask("/api/v2/spaces", {"keys": self.space}).get("results") or ()
        if not spaces:
            raise Stop(f"there is no space `{self.space}` that this account may see", REFUSED)
        self._space_id = str(spaces[0]["id"])
        if not self.under:
            return str(spaces[0].get("homepageId") or "")
        query = {"space-id": self._space_id, "title": self.under, "status": "current"}
        pages = self.ask("/api/v2/pages", query).get("results") or ()
        if not pages:
            raise Stop(f"there is no page `{self.under}` in the space; make it first", REFUSED)
        return str(pages[0]["id"])

    def _list_pages(self) -> Iterator[Values]:
        query = {"space-id": self._space_id, "status": "current", "limit": _MOST}
        return self._all("/api/v2/pages", query)

    def _all(self, path: str, query: Values) -> Iterator[Values]:
        """The entries of all answers; each names the next one."""
        while True:
            answer = self.ask(path, query)
            yield from answer.get("results") or ()
            following = str((answer.get("_links") or {}).get("next") or "")
            cursor = parse_qs(urlsplit(following).query).get("cursor")
            if not cursor:
                return
            query = {**query, "cursor": cursor[0]}

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """Id -> stored text."""
        texts: dict[str, str] = {}
        ids = [page.id for page in pages]
        for start in range(0, len(ids), _BODIES):
            batch = ",".join(ids[start : start + _BODIES])
            query = {"id": batch, "body-format": "storage", "limit": _BODIES}
            for page in self._all("/api/v2/pages", query):
                texts[str(page["id"])] = str(page["body"]["storage"]["value"])
        return texts

    def _parent_of(self, page: Values) -> str:
        return str(page.get("parentId") or "")

    def _author_of(self, version: Values) -> str:
        return str(version.get("authorId") or "")

    def _attachments(self, id: str) -> Iterator[str]:
        for file in self._all(f"/api/v2/pages/{id}/attachments", {"limit": _MOST}):
            yield str(file["title"])

    def _has_open_comments(self, id: str) -> bool:
        query = {"resolution-status": "open", "limit": 1}
        return bool(self.ask(f"/api/v2/pages/{id}/inline-comments", query).get("results"))

    def _send_new(self, page: Rendered, parent: str) -> Answer:
        values = {
            "spaceId": self._space_id,
            "status": "current",
            "title": page.name,
            "body": {"representation": "storage", "value": page.text},
            **({"parentId": parent} if parent else {}),
        }
        return self.web.send(Request("POST", "/api/v2/pages", values=values, changes=True))

    def _send_version(self, page: Rendered, base: RemotePage, number: int) -> Answer:
        values = {
            "id": base.id,
            "status": "current",
            "title": page.name,
            "body": {"representation": "storage", "value": page.text},
            "version": {"number": number, "message": f"journeybook {page.digest}"},
        }
        return self.web.send(
            Request("PUT", f"/api/v2/pages/{base.id}", values=values, changes=True)
        )

    def _retire(self, page: RemotePage) -> Result:
        """Into the trash, from where people can take it back."""
        now = next(iter(self._all("/api/v2/pages", {"id": page.id})), None)
        if now is None or str(now["version"]["number"]) != page.version:
            return Conflict()
        answer = self.web.send(Request("DELETE", f"/api/v2/pages/{page.id}", changes=True))
        if answer.status in (200, 204):
            return Done()
        return Refused("this account may not delete pages")

"""Confluence Data Center and Server: version 1 of the interface, with a personal access token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeybook.publish.targets.confluence import ConfluenceTarget, Values
from journeybook.publish.wiki.target import Conflict, Done, Refused, RemotePage, Rendered, Result
from journeybook.publish.wiki.web import REFUSED, Answer, Request, Stop
from journeybook.schema.publish_target import PublishTarget

if TYPE_CHECKING:
    from journeybook.publish.targets.table import Access

_MOST = 200
_CONTENT = "/rest/api/content"


@dataclass
class ConfluenceDataCenterTarget(ConfluenceTarget):
    """A space of Confluence Data Center."""

    @classmethod
    def open(cls, settings: PublishTarget, access: Access) -> ConfluenceDataCenterTarget:
        """The target of these settings."""
        url = str(settings.url).rstrip("/")
        headers = {"Authorization": f"Bearer {access.secret}", "Accept": "application/json"}
        return cls(
            access.web(url, headers),
            url,
            str(settings.space),
            str(settings.under or ""),
            updates_commented=settings.update_commented_pages,
            has_pictures=access.has_png,
        )

    def _who(self) -> str:
        return str(self.ask("/rest/api/user/current").get("userKey", ""))

    def _find_parent(self) -> str:
        space = self.ask(f"/rest/api/space/{self.space}", {"expand": "homepage"})
        if not self.under:
            return str((space.get("homepage") or {}).get("id") or "")
        pages = self._titled(self.under)
        if not pages:
            raise Stop(f"there is no page `{self.under}` in the space; make it first", REFUSED)
        return str(pages[0]["id"])

    def _titled(self, title: str) -> Sequence[Values]:
        query = {"spaceKey": self.space, "title": title, "type": "page"}
        results: Sequence[Values] = self.ask(_CONTENT, query).get("results") or ()
        return results

    def _list_pages(self) -> Iterator[Values]:
        query = {"spaceKey": self.space, "type": "page", "expand": "version,ancestors"}
        return self._all(_CONTENT, query)

    def _all(self, path: str, query: Values) -> Iterator[Values]:
        """The entries of all answers."""
        start = 0
        while True:
            answer = self.ask(path, {**query, "limit": _MOST, "start": start})
            results = answer.get("results") or ()
            yield from results
            if not results or not (answer.get("_links") or {}).get("next"):
                return
            start += len(results)

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """Id -> stored text; one question for each page."""
        texts: dict[str, str] = {}
        for page in pages:
            content = self.ask(f"{_CONTENT}/{page.id}", {"expand": "body.storage"})
            texts[page.id] = str(content["body"]["storage"]["value"])
        return texts

    def _parent_of(self, page: Values) -> str:
        ancestors = page.get("ancestors") or ()
        return str(ancestors[-1]["id"]) if ancestors else ""

    def _author_of(self, version: Values) -> str:
        return str((version.get("by") or {}).get("userKey") or "")

    def _attachments(self, id: str) -> Iterator[str]:
        for file in self._all(f"{_CONTENT}/{id}/child/attachment", {}):
            yield str(file["title"])

    def _has_open_comments(self, id: str) -> bool:
        query = {"location": "inline", "expand": "extensions.resolution"}
        for comment in self._all(f"{_CONTENT}/{id}/child/comment", query):
            resolution = (comment.get("extensions") or {}).get("resolution") or {}
            if resolution.get("status", "open") in ("open", "reopened"):
                return True
        return False

    def _send_new(self, page: Rendered, parent: str) -> Answer:
        values = {
            "type": "page",
            "title": page.name,
            "space": {"key": self.space},
            "body": {"storage": {"value": page.text, "representation": "storage"}},
            **({"ancestors": [{"id": parent}]} if parent else {}),
        }
        return self.web.send(Request("POST", _CONTENT, values=values, changes=True))

    def _send_version(self, page: Rendered, base: RemotePage, number: int) -> Answer:
        """A minor edit, so that nobody gets a mail for each page."""
        message = f"journeybook {page.digest}"
        values = {
            "id": base.id,
            "type": "page",
            "title": page.name,
            "body": {"storage": {"value": page.text, "representation": "storage"}},
            "version": {"number": number, "minorEdit": True, "message": message},
        }
        request = Request("PUT", f"{_CONTENT}/{base.id}", values=values, changes=True)
        return self.web.send(request)

    def _retire(self, page: RemotePage) -> Result:
        """Into the trash, from where people can take it back."""
        now = self.ask(f"{_CONTENT}/{page.id}", {"expand": "version"})
        if str(now["version"]["number"]) != page.version:
            return Conflict()
        answer = self.web.send(Request("DELETE", f"{_CONTENT}/{page.id}", changes=True))
        if answer.status in (200, 204):
            return Done()
        return Refused("this account may not delete pages")

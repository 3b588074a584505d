"""What Confluence Cloud and Data Center have in common: titles, markers, and how answers are read.

Confluence rewrites the markup of a page when it stores it, so texts cannot be compared. Every
version that we write says so in its message, `journeybook <digest>`; the first version of a page
has no message, and there the small line at the end of the page says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeybook.publish.markup.confluence import storage_format
from journeybook.publish.wiki import marker
from journeybook.publish.wiki.model import PICTURE_NAME, WikiPage
from journeybook.publish.wiki.page_names import titles
from journeybook.publish.wiki.target import (
    Change,
    Conflict,
    Create,
    Done,
    PutPicture,
    Refused,
    RemotePage,
    Rendered,
    Result,
    Retire,
    Snapshot,
    Traits,
    Update,
)
from journeybook.publish.wiki.web import REFUSED, Answer, Request, Stop, Unusable, Upload, Web

Values = Mapping[str, Any]
SIGNS = marker.Signs("<p><sub>", "</sub></p>")
_MESSAGE = re.compile(r"journeybook ([0-9a-f]{40})")
_MOST_LETTERS = 255


class Unreadable(Unusable):
    """This account may not see what was asked for, or it is gone."""


@dataclass
class ConfluenceTarget:
    """Implements `Target`, but for the questions in which the two products differ."""

    web: Web
    url: str
    space: str
    under: str = ""
    updates_commented: bool = False
    has_pictures: bool = True
    _account: str = ""
    _parent: str = ""
    """Id of the page below which all others stand."""
    _first_versions: set[str] = field(default_factory=set)
    """Ids of pages that have only the version with which they were made."""

    traits = Traits(picture_form="png", pictures_on_pages=True, can_rename=True, file_ending=".xml")

    @property
    def address(self) -> str:
        """See `Target.address`."""
        return f"confluence {self.url} {self.space} {self.under}"

    @property
    def scope(self) -> str:
        """See `Target.scope`."""
        return self.under

    def preflight(self) -> tuple[str, ...]:
        """Ask who we are, and for the space and the page above ours."""
        try:
            self._account = self._who()
            self._parent = self._find_parent()
        except Unreadable as fault:
            raise Stop(
                "this account may not see the space or the page above, or there is none; check "
                "`url`, `space` and `under`, and ask the space's admin for the rights to view and "
                "add pages",
                REFUSED,
            ) from fault
        if self.has_pictures:
            return ()
        return ('pages have no pictures; for them, run: pip install "journeybook[png]"',)

    def names(self, pages: Sequence[WikiPage]) -> Mapping[str, str]:
        """Titles, which are unique in a space."""
        return titles(pages, self.folded)

    def name_fault(self, name: str) -> str:
        """Titles have a longest length."""
        size = len(name)
        if size > _MOST_LETTERS:
            return f"it has {size} characters, and {_MOST_LETTERS} are allowed"
        return "" if name.strip() else "it is empty"

    def folded(self, name: str) -> str:
        """Titles that differ only in case are one title."""
        return " ".join(name.split()).casefold()

    def snapshot(self, names: Sequence[str], ids: Sequence[str]) -> Snapshot:
        """All pages of the space, since titles are unique in it."""
        listed = list(self._list_pages())
        parents = {self._parent_of(page) for page in listed}
        return Snapshot(tuple([self._remote(page, parents) for page in listed]))

    def _remote(self, page: Values, parents: set[str]) -> RemotePage:
        id, version = str(page["id"]), page.get("version") or {}
        number = int(version.get("number", 1))
        if number == 1:
            self._first_versions.add(id)
        else:
            self._first_versions.discard(id)
        is_by_us = self._author_of(version) == self._account
        message = _MESSAGE.fullmatch(str(version.get("message") or "")) if is_by_us else None
        return RemotePage(
            id=id,
            name=str(page["title"]),
            version=str(number),
            digest=message[1] if message else "",
            by_us=is_by_us,
            has_children=id in parents,
            address=self._address_of(page),
        )

    def _address_of(self, page: Values) -> str:
        path = str((page.get("_links") or {}).get("webui", ""))
        return f"{self.url}{path}" if path else ""

    def owner_key(self, page: RemotePage, text: str) -> str:
        """The key in the line at the end, if the latest version is one that we made."""
        is_ours = bool(page.digest) or (page.id in self._first_versions and page.by_us)
        return marker.claimed_key(text, self.scope) if is_ours else ""

    def wrote(self, page: RemotePage) -> bool:
        """The list of pages says it."""
        return page.by_us

    def render(self, page: WikiPage, names: Mapping[str, str]) -> Rendered:
        """The page; its digest is the one in its marker."""
        text = storage_format(page, names, has_pictures=self.has_pictures)
        digest = marker.digest(text.rstrip())
        return Rendered(
            page,
            names[page.key],
            marker.stamped(text, marker.Owner(page.key, self.scope), SIGNS),
            digest,
        )

    def stored_pictures(self, pictures: Sequence[PutPicture]) -> frozenset[str]:
        """Those that their page has; one question for each page."""
        by_page: dict[str, set[str]] = {}
        for change in pictures:
            if change.on is not None:
                by_page.setdefault(change.on.id, set()).add(change.picture.name("png"))
        stored: set[str] = set()
        for id, names in by_page.items():
            stored |= names & frozenset(self._attachments(id))
        return frozenset(stored)

    def apply(self, changes: Sequence[Change]) -> Iterator[Result]:
        """One change after another."""
        for change in changes:
            try:
                yield self._apply(change)
            except Unreadable:
                yield Conflict()

    def _apply(self, change: Change) -> Result:
        match change:
            case Create(page=page, parent=parent):
                return self._create(page, parent.id if parent else self._parent)
            case Update(page=page, base=base):
                return self._update(page, base)
            case PutPicture():
                return self._attach(change)
            case Retire(page=page):
                if self._has_additions(page.id):
                    return Refused("people commented on it, or attached files to it")
                return self._retire(page)

    def _has_additions(self, id: str) -> bool:
        """Whether people added something that would go with the page."""
        files = [name for name in self._attachments(id) if not PICTURE_NAME.fullmatch(name)]
        return bool(files) or self._has_open_comments(id)

    def _create(self, page: Rendered, parent: str) -> Result:
        answer = self._send_new(page, parent)
        if answer.status in (200, 201):
            return Done(self._stored(answer.json(), page))
        if answer.status in (400, 409) and "title" in answer.text.lower():
            titles_there = {self.folded(str(other["title"])) for other in self._list_pages()}
            if self.folded(page.name) in titles_there:
                return Conflict()
            return Refused("a page with this title exists, and this account may not see it")
        return _refused(answer)

    def _update(self, page: Rendered, base: RemotePage) -> Result:
        if not self.updates_commented and self._has_open_comments(base.id):
            return Refused(
                "it has open inline comments, which an update may lose; resolve them, or set "
                "`update-commented-pages: yes`"
            )
        answer = self._send_version(page, base, int(base.version) + 1)
        if answer.status in (200, 201):
            return Done(self._stored(answer.json(), page))
        if answer.status in (404, 409):
            return Conflict()
        return _refused(answer)

    def _stored(self, values: Values, page: Rendered) -> RemotePage:
        number = int((values.get("version") or {}).get("number", 1))
        if number == 1:
            self._first_versions.add(str(values["id"]))
        return RemotePage(
            str(values["id"]),
            str(values.get("title", page.name)),
            str(number),
            page.digest,
            by_us=True,
            address=self._address_of(values),
        )

    def _attach(self, change: PutPicture) -> Result:
        assert change.on is not None, "pictures belong to pages"
        name = change.picture.name("png")
        upload = Upload("file", name, change.data, "image/png")
        request = Request(
            "POST",
            f"/rest/api/content/{change.on.id}/child/attachment",
            form={"minorEdit": "true", "comment": "journeybook"},
            uploads=(upload,),
            headers={"X-Atlassian-Token": "no-check"},
            changes=True,
        )
        answer = self.web.send(request)
        if answer.status in (200, 201):
            return Done()
        if answer.status in (400, 409) and name in self._attachments(change.on.id):
            return Done()
        return Conflict() if answer.status == 404 else _refused(answer)

    def ask(self, path: str, query: Values | None = None) -> Values:
        """The answer to a question. Raises Unreadable and Unusable."""
        parameters = {key: str(value) for key, value in (query or {}).items()}
        return _values(self.web.send(Request("GET", path, parameters)))

    def close(self) -> None:
        """There is no session."""

    # What the two products do differently.

    def _who(self) -> str:
        raise NotImplementedError

    def _find_parent(self) -> str:
        raise NotImplementedError

    def _list_pages(self) -> Iterator[Values]:
        raise NotImplementedError

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """Id -> stored text."""
        raise NotImplementedError

    def _parent_of(self, page: Values) -> str:
        raise NotImplementedError

    def _author_of(self, version: Values) -> str:
        raise NotImplementedError

    def _attachments(self, id: str) -> Iterator[str]:
        raise NotImplementedError

    def _has_open_comments(self, id: str) -> bool:
        raise NotImplementedError

    def _send_new(self, page: Rendered, parent: str) -> Answer:
        raise NotImplementedError

    def _send_version(self, page: Rendered, base: RemotePage, number: int) -> Answer:
        raise NotImplementedError

    def _retire(self, page: RemotePage) -> Result:
        raise NotImplementedError


def _values(answer: Answer) -> Values:
    if answer.status in (403, 404):
        raise Unreadable(f"the wiki answered {answer.status}")
    if answer.status != 200:
        raise Unusable(f"the wiki answered {answer.status}")
    values = answer.json()
    if not isinstance(values, dict):
        raise Unusable("the answer is not one of Confluence")
    return values


def _refused(answer: Answer) -> Refused:
    if answer.status == 403:
        return Refused("this account may not edit it, or it is restricted")
    if answer.status == 413:
        return Refused("it is larger than the wiki takes")
    return Refused(f"the wiki answered {answer.status}: {_message(answer)}")


def _message(answer: Answer) -> str:
    try:
        values = answer.json()
    except Unusable:
        return "no reason given"
    errors = values.get("errors") if isinstance(values, dict) else None
    if errors:
        return str(errors[0].get("title", ""))
    return str(values.get("message", "")) if isinstance(values, dict) else ""

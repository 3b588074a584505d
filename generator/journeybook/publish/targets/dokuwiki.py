"""DokuWiki. It has no conditional write: we take the lock of a page, which its editor respects,
compare what it holds with what we saw, and only then write."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeybook.publish.markup.dokuwiki import dokuwiki_text
from journeybook.publish.targets.dokuwiki_api import DokuApi, RpcFault, api_of
from journeybook.publish.wiki import marker
from journeybook.publish.wiki.model import Picture, WikiPage
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
from journeybook.publish.wiki.web import REFUSED, Stop, Web
from journeybook.schema.publish_target import PublishTarget

if TYPE_CHECKING:
    from journeybook.publish.targets.table import Access

SIGNS = marker.Signs("<sub>%%", "%%</sub>")
"""DokuWiki has no comments, so the marker is a small line at the end."""
_EDIT, _CREATE, _UPLOAD, _DELETE = 2, 4, 8, 16
_NOT_IN_IDS = re.compile(r"[^\w.-]+")


@dataclass
class DokuWikiTarget:
    """Implements `Target`."""

    web: Web
    url: str
    user: str
    password: str = field(repr=False)
    under: str = "journeys"
    _api: DokuApi | None = None
    _rights: int = 0
    _has_pictures: bool = True

    @classmethod
    def open(cls, settings: PublishTarget, access: Access) -> DokuWikiTarget:
        """The target of these settings."""
        url = str(settings.url).rstrip("/").removesuffix("/doku.php")
        under = ":".join(map(_clean_id, re.split(r"[:/]", str(settings.under or "journeys"))))
        web = access.web(url, {})
        return cls(web, url, str(settings.user), access.secret, under.strip(":"))

    @property
    def traits(self) -> Traits:
        """Pages are text files; what they show stands in media files beside them."""
        return Traits(ids_survive_moves=False, file_ending=".txt")

    @property
    def address(self) -> str:
        """See `Target.address`."""
        return f"dokuwiki {self.url} {self.under}"

    @property
    def api(self) -> DokuApi:
        """The interface, after `preflight`."""
        assert self._api is not None, "preflight comes first"
        return self._api

    @property
    def scope(self) -> str:
        """See `Target.scope`."""
        return self.under

    def preflight(self) -> tuple[str, ...]:
        """Log in and ask for rights."""
        self._api = api_of(self.web)
        try:
            is_accepted = self.api.log_in(self.user, self.password)
            self._rights = self.api.rights(f"{self.under}:start") if is_accepted else 0
        except RpcFault as fault:
            raise Stop(
                f"the wiki's remote interface refuses {self.user}: {fault.words}; the admin lists "
                "who may use it in `remoteuser`",
                REFUSED,
            ) from fault
        if not is_accepted:
            raise Stop(f"the wiki does not accept the password of {self.user}", REFUSED)
        if self._rights < _CREATE:
            raise Stop(
                f"{self.user} may not create pages in `{self.under}:`; the admin gives the right "
                f"`upload` for `{self.under}:*` in the access control list",
                REFUSED,
            )
        self._has_pictures = self._rights >= _UPLOAD
        if self._has_pictures:
            return ()
        return (f"pages have no pictures: {self.user} may not upload files",)

    def names(self, pages: Sequence[WikiPage]) -> Mapping[str, str]:
        """Ids by the stable places of pages."""
        return {page.key: self._name(page) for page in pages}

    def _name(self, page: WikiPage) -> str:
        place = ("start",) if page.place == ("index",) else tuple(map(_clean_id, page.place))
        return ":".join((self.under, *place))

    def name_fault(self, name: str) -> str:
        """Each part of an id is the name of a file."""
        longest = max(len(part.encode()) for part in name.split(":"))
        return f"a part of it has {longest} bytes, and 250 are allowed" if longest > 250 else ""

    def folded(self, name: str) -> str:
        """Ids are lower-case already."""
        return name.lower()

    def snapshot(self, names: Sequence[str], ids: Sequence[str]) -> Snapshot:
        """All pages of the namespace, in one question."""
        listed = self.api.pages(self.under)
        return Snapshot(
            tuple(
                [
                    self._remote(str(page["id"]), str(page.get("rev", "")), str(page["hash"]))
                    for page in listed
                ]
            )
        )

    def _remote(self, id: str, revision: str, digest: str) -> RemotePage:
        """Two edits may have one revision, which is a second, so the digest belongs to it."""
        address = f"{self.url}/doku.php?id={id}"
        return RemotePage(id, id, f"{revision}.{digest}", digest, address=address)

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """One question for each page; asked only of those that nothing else explains."""
        return {page.id: self.api.text(page.id) for page in pages}

    def owner_key(self, page: RemotePage, text: str) -> str:
        """Texts are stored as they are sent."""
        return marker.certified_key(text, SIGNS, self.scope)

    def wrote(self, page: RemotePage) -> bool:
        """The author of the latest version."""
        return self.api.author(page.id) == self.user

    def render(self, page: WikiPage, names: Mapping[str, str]) -> Rendered:
        """The page and the digest that the list of pages has."""

        text = dokuwiki_text(page, names, self._file if self._has_pictures else None)
        text = marker.stamped(text, marker.Owner(page.key, self.scope), SIGNS).strip()
        return Rendered(page, names[page.key], text, _md5(text.encode()))

    def _file(self, picture: Picture) -> str:
        return f"{self.under}:{picture.name('svg')}"

    def stored_pictures(self, pictures: Sequence[PutPicture]) -> frozenset[str]:
        """Those that exist with the same contents."""
        files = self.api.files(self.under)
        stored: set[str] = set()
        for change in pictures:
            if files.get(self._file(change.picture)) == _md5(change.picture.svg.encode()):
                stored.add(change.picture.name("svg"))
        return frozenset(stored)

    def apply(self, changes: Sequence[Change]) -> Iterator[Result]:
        """One change after another."""
        for change in changes:
            try:
                yield self._apply(change)
            except RpcFault as fault:
                yield Refused(f"the wiki says: {fault.words}")

    def _apply(self, change: Change) -> Result:
        match change:
            case Create(page=page):
                return self._save(page, None)
            case Update(page=page, base=base):
                return self._save(page, base)
            case PutPicture():
                return self._upload(change)
            case Retire(page=page, key=key):
                return self._delete(page, key)

    def _save(self, page: Rendered, base: RemotePage | None) -> Result:
        """Lock, compare, write. Writing gives the lock back."""
        id = base.id if base else page.name
        if not self.api.lock(id):
            return Refused("someone is editing it, or has left its editor open; run again later")
        if not self._is_as_seen(id, base):
            self.api.unlock(id)
            return Conflict()
        if not self.api.save(id, page.text, f"Published from {page.key}"):
            self.api.unlock(id)
            return Refused("the wiki did not take it: someone is editing it, or it is protected")
        return Done(self._remote(id, "", page.digest))

    def _is_as_seen(self, id: str, base: RemotePage | None) -> bool:
        """Whether the page holds what it held in the snapshot, or does not exist for a new one."""
        is_there = self.api.author(id) is not None
        if base is None or not is_there:
            return base is None and not is_there
        return _md5(self.api.text(id).strip().encode()) == base.digest

    def _upload(self, change: PutPicture) -> Result:
        """The answer tells nothing, so the list of files is asked afterwards."""
        file = self._file(change.picture)
        fault_words = ""
        try:
            self.api.save_file(file, change.data)
        except RpcFault as fault:
            fault_words = fault.words
        digest = self.api.files(self.under).get(file)
        if digest == _md5(change.data):
            return Done()
        if digest is not None:
            return Refused("a person's file has this name")
        return Refused(fault_words or "the wiki takes no files of this type")

    def _delete(self, page: RemotePage, key: str) -> Result:
        """Deleting is saving an empty text, which keeps the history."""
        if self._rights < _DELETE:
            return Refused(f"{self.user} may not delete pages")
        if not self.api.lock(page.id):
            return Refused("someone is editing it")
        if not self._is_as_seen(page.id, page):
            self.api.unlock(page.id)
            return Conflict()
        is_gone = self.api.save(page.id, "", f"Its source {key} is gone")
        return Done() if is_gone else Refused("the wiki did not delete it")

    def close(self) -> None:
        """The session ends by itself."""


def _md5(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def _clean_id(part: str) -> str:
    """A part of an id as DokuWiki cleans it: lower case, Latin letters without accents, `_` for all
    but letters, digits and `.-`."""
    words = "".join(map(_plain_letter, unicodedata.normalize("NFC", part).lower()))
    return re.sub(r"_+", "_", _NOT_IN_IDS.sub("_", words)).strip("_.-") or "page"


_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
_LETTERS |= {"ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k"}


def _plain_letter(letter: str) -> str:
    """A Latin letter without its accent; letters of other scripts stay, as DokuWiki keeps them."""
    if letter.isascii() or not unicodedata.name(letter, "").startswith("LATIN"):
        return letter
    plain = "".join(filter(str.isascii, unicodedata.normalize("NFKD", letter)))
    return _LETTERS.get(letter, plain) or "_"

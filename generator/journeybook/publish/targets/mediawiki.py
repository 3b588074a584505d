"""MediaWiki 1.31 and later, through `api.php` with a bot password.

Writes are conditional: `createonly` for new pages, `baserevid` for others. If somebody's edit can
be merged with ours, MediaWiki merges it instead of refusing; the answer shows it, and the page
counts as edited by a person from then on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from journeybook.publish.markup.wikitext import wikitext
from journeybook.publish.wiki import marker
from journeybook.publish.wiki.model import WikiPage
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
from journeybook.publish.wiki.web import REFUSED, Request, Stop, Unusable, Upload, Web
from journeybook.schema.publish_target import PublishTarget

if TYPE_CHECKING:
    from journeybook.publish.targets.table import Access

Values = Mapping[str, Any]
_FORBIDDEN = re.compile(r"[#<>\[\]|{}\x00-\x1f\x7f\ufffd]|%[0-9A-Fa-f]{2}|&[\w#]+;|~{3}|::")
_MOST_BYTES = 255
_BATCH = 50
"""Titles or ids in one question; 500 would need a right that not every account has."""
_CONFLICTS = (
    *("editconflict", "articleexists", "pagedeleted", "missingtitle", "nosuchpageid"),
    *("nosuchrevid", "cantcreate-exists", "pagecannotexist"),
)
_REASONS = {
    "protectedpage": "it is protected",
    "protectedtitle": "its title is protected",
    "protectednamespace": "its namespace is protected",
    "cascadeprotected": "it is protected by another page",
    "blocked": "this account is blocked",
    "autoblocked": "this account is blocked",
    "contenttoobig": "it is larger than this wiki takes; split the journey",
    "abusefilter-disallowed": "a filter of the wiki does not let it through",
    "spamblacklist": "it links to a site that the wiki has blocked",
    "titleblacklist-forbidden": "the wiki does not allow this title",
    "captcha": "the wiki asks a question that only people can answer; give the account the right "
    "`skipcaptcha`",
    "permissiondenied": "this account may not do it",
    "cantcreate": "this account may not create pages",
    "noedit": "this account may not edit",
    "filetype-banned": "the wiki does not take files of this type",
    "verification-error": "the wiki takes the file for unsafe",
}
"""By the code of the error."""
_LEVEL_RIGHTS = {"sysop": "editprotected", "autoconfirmed": "editsemiprotected"}
_HARMLESS = frozenset(("duplicate", "duplicate-archive"))
"""Warnings after which an upload may go on: the same drawing exists under another name."""


_STANDARD: Mapping[str, int | None] = {
    name: number
    for number, name in enumerate(
        (
            *("media", "special", "", "talk", "user", "user talk", "project", "project talk"),
            *("file", "file talk", "mediawiki", "mediawiki talk", "template", "template talk"),
            *("help", "help talk", "category", "category talk"),
        ),
        -2,
    )
    if name
}
"""The namespaces of every wiki and their numbers."""


@dataclass
class MediaWikiTarget:
    """Implements `Target`."""

    web: Web
    url: str
    user: str
    password: str = field(repr=False)
    under: str = ""
    _token: str = ""
    _now: str = ""
    """When we last looked, by the wiki's clock: a page that is deleted later is not made again."""
    _rights: frozenset[str] = frozenset()
    _has_pictures: bool = True
    _prefixes: dict[str, int | None] = field(default_factory=lambda: dict(_STANDARD))
    """What may stand before a colon, in lower case: the number of the namespace, or None for
    another wiki."""

    @classmethod
    def open(cls, settings: PublishTarget, access: Access) -> MediaWikiTarget:
        """The target of these settings."""
        url = str(settings.url)
        under = _first_upper(" ".join(str(settings.under or "").split()).strip("/"))
        return cls(access.web(url, {}), url, str(settings.user), access.secret, under)

    @property
    def traits(self) -> Traits:
        """Pages keep their address when an author changes a title: links lead there."""
        return Traits(file_ending=".wiki")

    @property
    def address(self) -> str:
        """See `Target.address`."""
        return f"mediawiki {self.url} {self.under}"

    @property
    def scope(self) -> str:
        """See `Target.scope`."""
        return self.under

    def preflight(self) -> tuple[str, ...]:
        """Log in, and ask for rights, limits and what the wiki can show."""
        self._log_in()
        answer = self._query(
            {
                "meta": "userinfo|siteinfo|tokens",
                "uiprop": "rights|ratelimits|blockinfo",
                "siprop": "general|fileextensions|namespaces|namespacealiases|interwikimap",
                "type": "csrf",
            }
        )
        person, general = answer["userinfo"], answer["general"]
        self._token = answer["tokens"]["csrftoken"]
        self._rights = frozenset(person.get("rights", ()))
        if general.get("readonly"):
            raise Stop(f"the wiki is read-only: {general.get('readonlyreason', '')}", REFUSED)
        if "blockid" in person:
            raise Stop(f"the account {self.user} is blocked in the wiki", REFUSED)
        missing = [right for right in ("edit", "createpage") if right not in self._rights]
        if missing:
            raise Stop(
                f"the account {self.user} may not edit; when its bot password is made "
                "(Special:BotPasswords), tick “Edit existing pages” and “Create, edit, and move "
                "pages”",
                REFUSED,
            )
        self._set_pace(person.get("ratelimits") or {})
        self._prefixes = dict(_prefixes(answer))
        return tuple(self._picture_remarks(general, answer.get("fileextensions") or ()))

    def _log_in(self) -> None:
        token = self._query({"meta": "tokens", "type": "login"})["tokens"]["logintoken"]
        form = {"lgname": self.user, "lgpassword": self.password, "lgtoken": token}
        answer = self._ask({"action": "login", **form})
        if answer.get("login", {}).get("result") != "Success":
            raise Stop(
                f"the wiki does not accept the password of {self.user}; it must be a bot password "
                "from Special:BotPasswords, and `user` its name, such as `Ana@maps`",
                REFUSED,
            )

    def _set_pace(self, limits: Values) -> None:
        """Stay below the limit of edits that the wiki announces."""
        if "noratelimit" in self._rights:
            return
        rules = (limits.get("edit") or {}).values()
        pauses = [rule["seconds"] / rule["hits"] for rule in rules if rule.get("hits")]
        if pauses:
            self.web.pace(max(pauses))

    def _picture_remarks(self, general: Values, extensions: Iterable[Values]) -> Iterator[str]:
        types = {extension.get("ext") for extension in extensions}
        reason = ""
        if not general.get("uploadsenabled", True):
            reason = "uploads are off in this wiki ($wgEnableUploads)"
        elif "svg" not in types:
            reason = "this wiki takes no SVG files ($wgFileExtensions)"
        elif "upload" not in self._rights:
            reason = f"the account {self.user} may not upload files (tick “Upload new files”)"
        self._has_pictures = not reason
        if reason:
            yield f"pages have no pictures: {reason}"

    def names(self, pages: Sequence[WikiPage]) -> Mapping[str, str]:
        """Titles; all pages but the first stand below it."""
        names: dict[str, str] = {}
        for key, title in titles(pages, self.folded).items():
            names[key] = _first_upper(f"{self.under}/{title}" if self.under else title)
        index = next((page.key for page in pages if page.place == ("index",)), None)
        if index is not None and self.under:
            names[index] = self.under
        return names

    def name_fault(self, name: str) -> str:
        """The rules of `$wgLegalTitleChars`, and the length of the column in the database."""
        sign = _FORBIDDEN.search(name)
        if sign:
            return f"`{sign[0]}` is not allowed in a title"
        prefix = name.partition(":")[0].strip().lower().replace("_", " ")
        is_ours = self.under.lower().startswith(f"{prefix}:")
        if ":" in name and prefix in self._prefixes and not is_ours:
            return f"`{prefix}:` before a title means another part of the wiki"
        size = len(name.encode())
        if size > _MOST_BYTES:
            return f"it has {size} bytes, and {_MOST_BYTES} are allowed"
        if name.startswith(":") or re.search(r"(?:^|/)\.\.?(?:/|$)", name):
            return "it would be read as a path"
        return ""

    def folded(self, name: str) -> str:
        """Blanks and underscores are the same, and the first letter is a capital."""
        return _first_upper(" ".join(name.replace("_", " ").split()))

    def snapshot(self, names: Sequence[str], ids: Sequence[str]) -> Snapshot:
        """All pages below the first one, and those that were moved elsewhere."""
        pages: dict[str, RemotePage] = {}
        if self.under:
            for page in self._pages({"generator": "allpages", **self._below()}):
                if page.name == self.under or page.name.startswith(f"{self.under}/"):
                    pages[page.id] = page
        else:
            for batch in _batches(names):
                for page in self._pages({"titles": "|".join(batch)}):
                    pages[page.id] = page
        missing = [id for id in ids if id not in pages]
        for batch in _batches(missing):
            for page in self._pages({"pageids": "|".join(batch)}):
                pages[page.id] = page
        return Snapshot(tuple(pages.values()))

    def _below(self) -> Values:
        """The first page and those below it, as the list of pages wants them: without namespace."""
        prefix, colon, rest = self.under.partition(":")
        number = self._prefixes.get(prefix.lower().replace("_", " ")) if colon else None
        if number is None:
            return {"gapprefix": self.under}
        return {"gapprefix": _first_upper(rest.strip()), "gapnamespace": str(number)}

    def _pages(self, which: Values) -> Iterator[RemotePage]:
        """The latest revisions of the pages of a question."""
        question = {
            **which,
            "prop": "revisions|info",
            "rvprop": "ids|sha1|user",
            "inprop": "protection|url",
            "curtimestamp": "1",
        }
        if "generator" in which:
            question["gaplimit"] = "max"
        merged: dict[str, dict[str, Any]] = {}
        for answer in self._all(question):
            for page in answer.get("pages", ()):
                merged.setdefault(str(page.get("pageid", "")), {}).update(page)
        for id, page in merged.items():
            if id and page.get("revisions"):
                yield self._remote(page)

    def _remote(self, page: Values) -> RemotePage:
        revision = page["revisions"][0]
        return RemotePage(
            id=str(page["pageid"]),
            name=page["title"],
            version=str(revision["revid"]),
            digest=revision.get("sha1", ""),
            by_us=self.folded(revision.get("user", "")) == self.folded(self.user.partition("@")[0]),
            obstacle=self._obstacle(page.get("protection") or ()),
            address=page.get("canonicalurl") or page.get("fullurl") or "",
        )

    def _obstacle(self, protection: Iterable[Values]) -> str:
        for rule in protection:
            level = rule.get("level", "")
            if rule.get("type") == "edit" and _LEVEL_RIGHTS.get(level, level) not in self._rights:
                return "it is protected"
        return ""

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """The texts of the latest revisions."""
        texts: dict[str, str] = {}
        for batch in _batches([page.id for page in pages]):
            question = {
                "pageids": "|".join(batch),
                "prop": "revisions",
                "rvprop": "content",
                "rvslots": "main",
            }
            for answer in self._all(question):
                for page in answer.get("pages", ()):
                    for revision in page.get("revisions", ()):
                        content = revision.get("slots", {}).get("main", {}).get("content", "")
                        texts[str(page["pageid"])] = content
        return texts

    def owner_key(self, page: RemotePage, text: str) -> str:
        """Comments are kept in the source of a page."""
        return marker.certified_key(text, marker.COMMENT, self.scope)

    def wrote(self, page: RemotePage) -> bool:
        """The list of pages says it."""
        return page.by_us

    def render(self, page: WikiPage, names: Mapping[str, str]) -> Rendered:
        """The page as MediaWiki stores it: NFC, without line breaks at its end."""
        text = wikitext(page, names, has_pictures=self._has_pictures)
        text = marker.stamped(text, marker.Owner(page.key, self.scope), marker.COMMENT).rstrip()
        digest = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        return Rendered(page, names[page.key], text, digest)

    def stored_pictures(self, pictures: Sequence[PutPicture]) -> frozenset[str]:
        """Those that exist with the same contents."""
        digests: dict[str, tuple[str, str]] = {}
        for change in pictures:
            name = change.picture.name("svg")
            data = change.picture.svg.encode()
            sha1 = hashlib.sha1(data, usedforsecurity=False).hexdigest()
            digests[_first_upper(name)] = (name, sha1)
        stored: set[str] = set()
        for batch in _batches(list(digests)):
            asked = "|".join(f"File:{name}" for name in batch)
            question = {"titles": asked, "prop": "imageinfo", "iiprop": "sha1"}
            for answer in self._all(question):
                for page in answer.get("pages", ()):
                    file = page["title"].partition(":")[2].replace(" ", "_")
                    name, sha1 = digests.get(file, ("", ""))
                    if any(info.get("sha1") == sha1 for info in page.get("imageinfo", ())):
                        stored.add(name)
        return frozenset(stored)

    def apply(self, changes: Sequence[Change]) -> Iterator[Result]:
        """One change after another."""
        for change in changes:
            match change:
                case Create(page=page):
                    yield self._edit(page, {"title": page.name, "createonly": "1"}, None)
                case Update(page=page, base=base):
                    on = {"pageid": base.id, "baserevid": base.version, "nocreate": "1"}
                    yield self._edit(page, on, base)
                case PutPicture():
                    yield self._upload(change)
                case Retire():
                    yield self._delete(change)

    def _edit(self, page: Rendered, on: Values, base: RemotePage | None) -> Result:
        data = page.text.encode()
        answer = self._write(
            {
                "action": "edit",
                **on,
                "text": page.text,
                "md5": hashlib.md5(data, usedforsecurity=False).hexdigest(),
                "starttimestamp": self._now,
                "summary": f"Published from {page.key}",
                "bot": "1",
            }
        )
        if "error" in answer:
            return _failure(answer["error"])
        edit = answer.get("edit") or {}
        if edit.get("result") != "Success":
            is_asked = "captcha" in edit
            return Refused(_REASONS["captcha"] if is_asked else "the wiki refused the text")
        before = str(edit.get("oldrevid", ""))
        is_merged = base is not None and "nochange" not in edit and before != base.version
        return Done(
            RemotePage(
                id=str(edit["pageid"]),
                name=edit["title"],
                version=str(edit.get("newrevid") or (base.version if base else "")),
                digest="merged" if is_merged else page.digest,
                by_us=True,
                address=base.address if base else "",
            ),
            "the wiki merged our text with an edit that a person made meanwhile"
            if is_merged
            else "",
        )

    def _upload(self, change: PutPicture, *, is_sure: bool = False) -> Result:
        name = change.picture.name("svg")
        form = {
            "action": "upload",
            "filename": name,
            "comment": f"Published from {change.page.key}",
            "text": "",
        }
        if is_sure:
            form["ignorewarnings"] = "1"
        upload = Upload("file", name, change.data, "image/svg+xml")
        answer = self._write(form, (upload,))
        if "error" in answer:
            return _failure(answer["error"])
        result = answer.get("upload") or {}
        if result.get("result") == "Success":
            return Done()
        warnings = frozenset(result.get("warnings") or ())
        if "exists" in warnings or "nochange" in warnings:
            same = self.stored_pictures([change])
            return Done() if same else Refused("a person's file has this name")
        if warnings and warnings <= _HARMLESS and not is_sure:
            return self._upload(change, is_sure=True)
        if "was-deleted" in warnings:
            return Refused("a person deleted it")
        return Refused("the wiki refused it: " + ", ".join(sorted(warnings)))

    def _delete(self, change: Retire) -> Result:
        if "delete" not in self._rights:
            return Refused("this account may not delete pages")
        now = next(iter(self._pages({"pageids": change.page.id})), None)
        if now is None or now.version != change.page.version:
            return Conflict()
        reason = f"Its source {change.key} is gone"
        form = {"action": "delete", "pageid": change.page.id, "reason": reason}
        answer = self._write(form)
        return _failure(answer["error"]) if "error" in answer else Done()

    def close(self) -> None:
        """The session ends by itself."""

    def _query(self, question: Values) -> Values:
        answer = self._ask({"action": "query", **question})
        result: Values = answer.get("query") or {}
        self._now = answer.get("curtimestamp", self._now)
        return result

    def _all(self, question: Values) -> Iterator[Values]:
        """The answers to a question that may have several pages."""
        more: Values = {}
        while True:
            answer = self._ask({"action": "query", **question, **more})
            self._now = answer.get("curtimestamp", self._now)
            yield answer.get("query") or {}
            more = answer.get("continue") or {}
            if not more:
                return

    def _ask(self, form: Values) -> Values:
        """The answer to a question. Raises Stop for an error."""
        answer = self._send(form)
        error = answer.get("error")
        if error:
            text = f"{error.get('code', '')}: {error.get('info', '')}"
            raise Stop(f"the wiki refused a question ({text})", REFUSED)
        return answer

    def _write(self, form: Values, uploads: tuple[Upload, ...] = ()) -> Values:
        """The answer to a change; a token that expired is asked for once more."""
        answer = self._send({**form, "token": self._token}, uploads, changes=True)
        if answer.get("error", {}).get("code") == "badtoken":
            self._token = self._query({"meta": "tokens", "type": "csrf"})["tokens"]["csrftoken"]
            answer = self._send({**form, "token": self._token}, uploads, changes=True)
        return answer

    def _send(
        self, form: Values, uploads: tuple[Upload, ...] = (), *, changes: bool = False
    ) -> Values:
        """An answer of the API, after waiting if we are too fast. Refused for that reason, nothing
        was carried out."""
        fields = {"format": "json", "formatversion": "2", "maxlag": "5", **form}
        if changes:
            fields["assert"] = "user"
        while True:
            request = Request("POST", form=fields, uploads=uploads, changes=changes)
            answer = self.web.send(request)
            if answer.status not in (200, 413):
                raise Unusable(f"{self.url} answered {answer.status}; is that its api.php?")
            values = answer.json()
            if not isinstance(values, dict):
                raise Unusable(f"{self.url} is not the address of api.php")
            code = values.get("error", {}).get("code", "")
            if code in ("ratelimited", "maxlag"):
                self.web.wait(None)
                continue
            if code.startswith("assert"):
                raise Stop("the wiki ended our session; run the same command again")
            if code == "readonly":
                reason = values["error"].get("readonlyreason", "")
                raise Stop(f"the wiki is read-only: {reason}", REFUSED)
            return values


def _failure(error: Values) -> Result:
    """What an error of a change means."""
    code = str(error.get("code", ""))
    if code in _CONFLICTS:
        return Conflict()
    for prefix, reason in _REASONS.items():
        if code.startswith(prefix):
            return Refused(reason)
    return Refused(f"the wiki says: {error.get('info', code)}")


def _prefixes(answer: Values) -> Iterator[tuple[str, int | None]]:
    """What may stand before a colon: names of namespaces, and of other wikis."""
    for space in (answer.get("namespaces") or {}).values():
        for name in (space.get("name"), space.get("canonical")):
            if name:
                yield name.lower(), space["id"]
    for alias in answer.get("namespacealiases") or ():
        yield alias["alias"].lower(), alias["id"]
    for other in answer.get("interwikimap") or ():
        yield other["prefix"].lower(), None


def _first_upper(name: str) -> str:
    return name[:1].upper() + name[1:]


def _batches(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]

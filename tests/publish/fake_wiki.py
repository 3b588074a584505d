"""A wiki in memory, with people who edit it, answers that get lost, and a plug that can be pulled."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeybook.publish.wiki import marker
from journeybook.publish.wiki.model import Paragraph, Picture, PictureBlock, WikiPage, Words
from journeybook.publish.wiki.target import (
    Change,
    Conflict,
    Create,
    Done,
    PutPicture,
    RemotePage,
    Rendered,
    Result,
    Retire,
    Snapshot,
    Traits,
    Update,
)
from journeybook.publish.wiki.web import LostAnswer


class Killed(BaseException):
    """The process was killed."""


@dataclass
class Stored:
    """A page of the wiki with its history: (author, text) of each version."""

    id: str
    name: str
    history: list[tuple[str, str]]

    @property
    def text(self) -> str:
        return self.history[-1][1]

    @property
    def version(self) -> str:
        return f"{self.id}.{len(self.history)}"


def sha(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()


@dataclass
class FakeWiki:
    """Implements `Target`; `people` edit its pages with the methods at the end."""

    traits: Traits = Traits(can_rename=False)
    address: str = "fake:wiki"
    scope: str = ""
    pages: dict[str, Stored] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    reads: int = 0
    writes: int = 0
    loses: Callable[[], bool] = lambda: False
    """Whether the answer to the next write gets lost after it was carried out."""
    drops: Callable[[], bool] = lambda: False
    """Whether the next write gets lost before it is carried out."""
    before_write: Callable[[], None] = lambda: None
    number: int = 0

    def preflight(self) -> tuple[str, ...]:
        return ()

    def names(self, pages: Sequence[WikiPage]) -> Mapping[str, str]:
        return {page.key: page.title for page in pages}

    def name_fault(self, name: str) -> str:
        return "it has the character `|`" if "|" in name else ""

    def folded(self, name: str) -> str:
        return name.casefold()

    def snapshot(self, names: Sequence[str], ids: Sequence[str]) -> Snapshot:
        self.reads += 1
        return Snapshot(tuple([self._remote(page) for page in self.pages.values()]))

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        self.reads += 1
        return {page.id: self.pages[page.id].text for page in pages if page.id in self.pages}

    def owner_key(self, page: RemotePage, text: str) -> str:
        return marker.certified_key(text, marker.COMMENT, self.scope)

    def wrote(self, page: RemotePage) -> bool:
        return page.by_us

    def render(self, page: WikiPage, names: Mapping[str, str]) -> Rendered:
        links = " ".join(f"[[{names[key]}]]" for key in sorted(names) if key != page.key)
        words = " ".join(
            part.text
            for block in page.blocks
            if isinstance(block, Paragraph)
            for part in block.text
            if isinstance(part, Words)
        )
        shown = " ".join(picture.name("svg") for picture in page.pictures)
        text = marker.stamped(
            f"{words}\n{links}\n{shown}", marker.Owner(page.key, self.scope), marker.COMMENT
        )
        return Rendered(page, names[page.key], text, sha(text))

    def stored_pictures(self, pictures: Sequence[PutPicture]) -> frozenset[str]:
        self.reads += 1
        names = {change.picture.name("svg") for change in pictures}
        return frozenset(names & self.pictures.keys())

    def apply(self, changes: Sequence[Change]) -> Iterator[Result]:
        if self.traits.at_once:
            yield from self._all_at_once(changes)
            return
        for change in changes:
            self.before_write()
            if self.drops():
                raise LostAnswer("gone")
            result = self._apply(change)
            if self.loses():
                raise LostAnswer("gone")
            yield result

    def close(self) -> None:
        pass

    def _all_at_once(self, changes: Sequence[Change]) -> Iterator[Result]:
        self.before_write()
        if self.drops():
            raise LostAnswer("gone")
        if any(self._conflicts(change) for change in changes):
            yield from [Conflict() for _ in changes]
            return
        results = [self._apply(change) for change in changes]
        if self.loses():
            raise LostAnswer("gone")
        yield from results

    def _conflicts(self, change: Change) -> bool:
        if isinstance(change, Create):
            return self.named(change.page.name) is not None
        if isinstance(change, Update):
            page = self.pages.get(change.base.id)
            return page is None or page.version != change.base.version
        return False

    def _apply(self, change: Change) -> Result:
        if self._conflicts(change):
            return Conflict()
        self.writes += 1
        match change:
            case Create(page=page):
                return Done(self._remote(self.add(page.name, page.text, "us")))
            case Update(page=page, base=base):
                stored = self.pages[base.id]
                stored.history.append(("us", page.text))
                return Done(self._remote(stored))
            case PutPicture(picture=picture, data=data):
                assert picture.name("svg") not in self.pictures, "nothing is written over"
                self.pictures[picture.name("svg")] = data
                return Done()
            case Retire(page=page):
                stored = self.pages[page.id]
                if stored.version != page.version:
                    return Conflict()
                del self.pages[page.id]
                return Done()

    def _remote(self, page: Stored) -> RemotePage:
        return RemotePage(
            page.id,
            page.name,
            page.version,
            sha(page.text),
            by_us=page.history[-1][0] == "us",
            address=f"https://wiki.example/{page.name}",
        )

    # What people do.

    def named(self, name: str) -> Stored | None:
        pages = self.pages.values()
        return next((page for page in pages if self.folded(page.name) == self.folded(name)), None)

    def add(self, name: str, text: str, author: str = "ana") -> Stored:
        self.number += 1
        page = Stored(f"p{self.number}", name, [(author, text)])
        self.pages[page.id] = page
        return page

    def edit(self, name: str, text: str = "") -> None:
        page = self.named(name)
        assert page is not None
        page.history.append(("ana", text or page.text.replace("\n", "\nAna was here. ", 1)))

    def move(self, name: str, to: str) -> None:
        page = self.named(name)
        assert page is not None
        page.name = to

    def delete(self, name: str) -> None:
        page = self.named(name)
        assert page is not None
        del self.pages[page.id]


def drawing(words: str) -> Picture:
    return Picture("ana-buy-curve", f"<svg><title>{words}</title></svg>", "the curve")


def page(key: str, title: str, words: str = "First.", picture: Picture | None = None) -> WikiPage:
    blocks = (Paragraph((Words(words),)), *([PictureBlock(picture)] if picture else []))
    place = tuple(key.removesuffix(".md").split("/"))
    return WikiPage(key, "journey", title, place, "", "en", "ltr", blocks)


def with_words(wiki_page: WikiPage, words: str) -> WikiPage:
    rest = wiki_page.blocks[1:]
    return replace(wiki_page, blocks=(Paragraph((Words(words),)), *rest))

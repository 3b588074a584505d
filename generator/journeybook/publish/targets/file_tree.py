"""A wiki that is a tree of Markdown files. Git wikis and folders differ in where pages stand and in
their dialect of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from journeybook.publish.markup.markdown import MarkdownDialect, markdown_text
from journeybook.publish.wiki import marker
from journeybook.publish.wiki.model import PICTURE_NAME, Picture, WikiPage, is_as_drawn
from journeybook.publish.wiki.target import (
    Change,
    Conflict,
    Create,
    Done,
    Lost,
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
from journeybook.publish.wiki.tree_remote import FileChanges, Pushed, Tree, TreeRemote

ENDING = ".md"


@dataclass(frozen=True)
class Layout:
    """Where pages and pictures stand."""

    is_flat: bool = False
    """Whether all pages stand in one folder, because the wiki shows folders as one list."""
    pictures: Literal["folder", "beside", "attachments"] = "folder"
    """A folder of their own, a folder named after each page, or Azure's `.attachments`."""
    longest: int = 200
    """Most bytes of a path."""


@dataclass
class FileTreeTarget:
    """Implements `Target`."""

    remote: TreeRemote
    dialect: MarkdownDialect
    layout: Layout
    address: str
    under: str = ""
    _tree: Tree = field(default_factory=lambda: Tree(""))

    @property
    def traits(self) -> Traits:
        """All files go out in one commit."""
        return Traits(
            picture_form="svg",
            at_once=True,
            ids_survive_moves=False,
            draws_mermaid=bool(self.dialect.mermaid),
            file_ending=ENDING,
        )

    @property
    def scope(self) -> str:
        """See `Target.scope`."""
        return self.under

    def preflight(self) -> tuple[str, ...]:
        """Nothing to ask: the first look shows whether the address and the token are right."""
        return ()

    def names(self, pages: Sequence[WikiPage]) -> Mapping[str, str]:
        """Paths without ending, by the stable places of pages."""
        return {page.key: self._name(page) for page in pages}

    def _name(self, page: WikiPage) -> str:
        top = self.under or "customer-journeys"
        if page.place == ("index",):
            return top
        if self.layout.is_flat:
            prefix = (self.under,) if self.under else ()
            return "-".join((*prefix, *page.place))
        return "/".join((top, *page.place))

    def name_fault(self, name: str) -> str:
        """Paths come from ids, which are plain; only their length may be too much."""
        size = len(f"{name}{ENDING}".encode())
        if size > self.layout.longest:
            return f"its path has {size} bytes, and this wiki takes {self.layout.longest}"
        return ""

    def folded(self, name: str) -> str:
        """Some hosts store files on disks that know no case."""
        return name.casefold()

    def snapshot(self, names: Sequence[str], ids: Sequence[str]) -> Snapshot:
        """All pages of the wiki."""
        self._tree = self.remote.look()
        pages = [self._page(path, blob) for path, blob in self._tree.files.items()]
        return Snapshot(tuple([page for page in pages if page is not None]))

    def _page(self, path: str, blob: str) -> RemotePage | None:
        if not path.endswith(ENDING):
            return None
        name = path.removesuffix(ENDING)
        return RemotePage(name, name, blob, blob, by_us=path in self._tree.ours)

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """The texts of pages, which are here already."""
        contents = self.remote.contents([page.version for page in pages])
        return {
            page.id: contents[page.version].decode("utf-8", "replace")
            for page in pages
            if page.version in contents
        }

    def owner_key(self, page: RemotePage, text: str) -> str:
        """Comments are kept, so the marker is one."""
        return marker.certified_key(text, marker.COMMENT, self.scope)

    def wrote(self, page: RemotePage) -> bool:
        """The list of pages says it."""
        return page.by_us

    def render(self, page: WikiPage, names: Mapping[str, str]) -> Rendered:
        """The page in the wiki's dialect."""
        name = names[page.key]

        def picture_name(picture: Picture) -> str:
            return self._picture_path(name, picture.name("svg"))

        text = markdown_text(page, names, self.dialect, picture_name)
        text = marker.stamped(text, marker.Owner(page.key, self.scope), marker.COMMENT)
        return Rendered(page, name, text, self.remote.id_of(text.encode()))

    def _picture_path(self, page_name: str, file: str) -> str:
        if self.layout.pictures == "attachments":
            return f".attachments/{file}"
        if self.layout.pictures == "beside":
            return f"{page_name}/{file}"
        top = self.under or "customer-journeys"
        return f"{top}-pictures/{file}" if self.layout.is_flat else f"{top}/pictures/{file}"

    def stored_pictures(self, pictures: Sequence[PutPicture]) -> frozenset[str]:
        """Those that are in the tree."""
        stored: set[str] = set()
        for change in pictures:
            file = change.picture.name("svg")
            if self._picture_path(change.page.name, file) in self._tree.files:
                stored.add(file)
        return frozenset(stored)

    def apply(self, changes: Sequence[Change]) -> Iterator[Result]:
        """One commit for all changes; none of them is carried out if somebody was faster. A change
        whose place is taken by a person's file or folder is refused."""
        obstacles = [self._obstacle(change) for change in changes]
        free = [change for change, reason in zip(changes, obstacles, strict=True) if not reason]
        results = self._apply_all(free) if free else iter(())
        for reason in obstacles:
            yield Refused(reason) if reason else next(results)

    def _obstacle(self, change: Change) -> str:
        """Why a file cannot stand where the change needs it, or empty."""
        if isinstance(change, Create):
            path = f"{change.page.name}{ENDING}"
        elif isinstance(change, PutPicture):
            path = self._picture_path(change.page.name, change.picture.name("svg"))
        else:
            return ""
        parts = path.split("/")
        for end in range(1, len(parts)):
            if "/".join(parts[:end]) in self._tree.files:
                return f"`{'/'.join(parts[:end])}` is a file, and a folder is needed there"
        if any(other.startswith(f"{path}/") for other in self._tree.files):
            return f"`{path}` is a folder"
        return ""

    def _apply_all(self, changes: Sequence[Change]) -> Iterator[Result]:
        writes: dict[str, bytes] = {}
        deletes: set[str] = set()
        for change in changes:
            match change:
                case Create(page=page):
                    writes[f"{page.name}{ENDING}"] = page.text.encode()
                case Update(page=page, base=base):
                    writes[f"{base.name}{ENDING}"] = page.text.encode()
                case PutPicture(picture=picture, page=page, data=data):
                    writes[self._picture_path(page.name, picture.name("svg"))] = data
                case Retire(page=retired):
                    deletes.add(f"{retired.name}{ENDING}")
        taken = {path.casefold() for path in self._tree.files}
        new = [f"{change.page.name}{ENDING}" for change in changes if isinstance(change, Create)]
        if any(path.casefold() in taken for path in new):
            yield from [Conflict() for _ in changes]
            return
        deletes |= self._stale_pictures(changes, writes)
        files = FileChanges(writes, frozenset(deletes), _message(changes))
        pushed = self.remote.push(self._tree, files)
        for change in changes:
            if pushed is Pushed.DONE:
                yield Done(self._stored(change))
            else:
                yield Conflict() if pushed is Pushed.BEATEN else Lost()

    def _stored(self, change: Change) -> RemotePage | None:
        """The page as the wiki has it after the change."""
        if isinstance(change, Create):
            name, page = change.page.name, change.page
        elif isinstance(change, Update):
            name, page = change.base.name, change.page
        else:
            return None
        return RemotePage(name, name, page.digest, page.digest, by_us=True)

    def _stale_pictures(self, changes: Sequence[Change], writes: Mapping[str, bytes]) -> set[str]:
        """Our pictures that an updated page showed and no page shows any more, if they still are
        what we drew. Their history stays in git."""
        changed = [change.base for change in changes if isinstance(change, Update)]
        changed += [change.page for change in changes if isinstance(change, Retire)]
        texts = self.texts(changed)
        before: dict[str, str] = {}
        for page in changed:
            for match in PICTURE_NAME.finditer(texts.get(page.id, "")):
                before[self._picture_path(page.name, match[0])] = match[0]
        before = {path: file for path, file in before.items() if path in self._tree.files}
        if not before:
            return set()
        shown = self._other_texts({page.name for page in changed})
        shown += b"\n".join([data for path, data in writes.items() if path.endswith(ENDING)])
        gone = [path for path, file in before.items() if file.encode() not in shown]
        blobs = {path: self._tree.files[path] for path in gone}
        drawings = self.remote.contents(list(blobs.values()))
        return {path for path, blob in blobs.items() if is_as_drawn(before[path], drawings[blob])}

    def _other_texts(self, changed: Set[str]) -> bytes:
        """The texts of all pages but those with these names."""
        blobs: list[str] = []
        for path, blob in self._tree.files.items():
            if path.endswith(ENDING) and path.removesuffix(ENDING) not in changed:
                blobs.append(blob)
        return b"\n".join(self.remote.contents(blobs).values())

    def close(self) -> None:
        """Drop the temporary copy."""
        self.remote.close()


def _message(changes: Sequence[Change]) -> str:
    """What a commit says: how many pages, and which."""
    pages = [change.page.page.title for change in changes if isinstance(change, Create | Update)]
    gone = [change.page.name for change in changes if isinstance(change, Retire)]
    if gone:
        return "Take away " + (gone[0] if len(gone) == 1 else f"{len(gone)} pages")
    if len(pages) == 1:
        return f"Publish {' '.join(pages[0].split())}"
    return f"Publish {len(pages)} pages" if pages else "Publish pictures"

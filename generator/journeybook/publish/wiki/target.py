"""What the publisher asks of a wiki. One class for each product, listed in `targets/table.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from journeybook.publish.wiki.model import Picture, WikiPage


@dataclass(frozen=True)
class Rendered:
    """A page as it will be sent: `text` holds its marker already (see `marker.py`)."""

    page: WikiPage
    name: str
    """Its title or path in the wiki, as `Target.names` gave it, or where a human moved it."""
    text: str
    digest: str
    """Comparable with `RemotePage.digest` of the same text once stored."""

    @property
    def key(self) -> str:
        return self.page.key


@dataclass(frozen=True)
class RemotePage:
    """A page as the wiki has it."""

    id: str
    """Stays when the page is moved; in wikis without such ids, the name."""
    name: str
    version: str
    """Changes with every change of the page."""
    digest: str = ""
    """Digest of the stored text; empty if the wiki rewrites texts and it is not known."""
    by_us: bool = False
    """Whether our own account made its latest version, if the list of pages says so."""
    obstacle: str = ""
    """Why it cannot be written now, as an end of a sentence: `it is protected`; else empty."""
    has_children: bool = False
    """Whether pages that are not ours stand below it."""
    address: str = ""
    """Where a person opens it, or empty."""


@dataclass(frozen=True)
class Snapshot:
    """What the wiki has, asked in bulk."""

    pages: tuple[RemotePage, ...]
    """Every page with a name or id that was asked for, and every page in the target's own area."""


@dataclass(frozen=True)
class Create:
    """Make a page that must not exist yet."""

    page: Rendered
    parent: RemotePage | None = None
    """The page above it, in wikis that keep pages in a tree."""


@dataclass(frozen=True)
class Update:
    """Write a page on condition that it still has the version of `base`. Its `name` may differ
    from that of `base`: the author renamed it; targets that cannot rename keep the old name."""

    page: Rendered
    base: RemotePage


@dataclass(frozen=True)
class PutPicture:
    """Store a picture under its name, which holds its digest: nothing is written over."""

    picture: Picture
    page: Rendered
    """The first page that shows it."""
    on: RemotePage | None = None
    """That page in the wiki, where files belong to pages."""
    data: bytes = b""
    """The file, in the form of `Traits.picture_form`; empty in questions."""


@dataclass(frozen=True)
class Retire:
    """Take away a page whose source is gone, on condition that it still has its version."""

    page: RemotePage
    key: str
    how: Literal["archive", "delete"]


Change = Create | Update | PutPicture | Retire


@dataclass(frozen=True)
class Done:
    """Carried out. `page` is the page as the wiki has it now, None for pictures and deletions."""

    page: RemotePage | None = None
    note: str = ""
    """Something that a human should know, such as an edit that the wiki merged; else empty."""


@dataclass(frozen=True)
class Conflict:
    """Not carried out: the page changed, or exists, or went away since it was last looked at."""


@dataclass(frozen=True)
class Lost:
    """No answer came back; the change may have been carried out."""


@dataclass(frozen=True)
class Refused:
    """Not carried out, and trying again will not help: why, as an end of a sentence."""

    reason: str


Result = Done | Conflict | Lost | Refused


@dataclass(frozen=True)
class Traits:
    """What the publisher must know about a kind of wiki."""

    picture_form: Literal["svg", "png"] = "svg"
    pictures_on_pages: bool = False
    """Whether a picture belongs to one page, which must exist first."""
    at_once: bool = False
    """Whether all changes go out together, as in one commit."""
    can_rename: bool = False
    ids_survive_moves: bool = True
    """Whether a page that a human moves keeps its id."""
    can_archive: bool = False
    draws_mermaid: bool = False
    """Whether the wiki draws Mermaid itself; then diagrams need no picture."""
    file_ending: str = ".txt"
    """Ending of a file with the text of a page, for `--export`."""


class Target(Protocol):
    """One wiki. Only `preflight`, `snapshot`, `texts`, `stored_pictures` and `apply` ask it
    something; all may raise `Stop`, and `Unusable` for an answer that makes no sense."""

    @property
    def traits(self) -> Traits: ...

    @property
    def address(self) -> str:
        """The wiki and the place in it, the same in every run: a journal of another one is not
        used. Without passwords."""

    @property
    def scope(self) -> str:
        """The place in the wiki below which all pages stand; part of every marker."""

    def preflight(self) -> tuple[str, ...]:
        """Log in, ask for rights and limits; remarks for a human. Raises `Stop` with the code
        `REFUSED` and a sentence that says what is missing and who can give it."""

    def names(self, pages: Sequence[WikiPage]) -> Mapping[str, str]:
        """Key -> name of each page: pure, the same in every run."""

    def name_fault(self, name: str) -> str:
        """Why the wiki cannot have a page of this name, as an end of a sentence, or empty."""

    def folded(self, name: str) -> str:
        """Two names with the same folded form are one page to the wiki."""

    def snapshot(self, names: Sequence[str], ids: Sequence[str]) -> Snapshot:
        """What the wiki has of these names and ids, and of the target's own area."""

    def texts(self, pages: Sequence[RemotePage]) -> Mapping[str, str]:
        """Id -> stored text of the pages, asked in bulk."""

    def owner_key(self, page: RemotePage, text: str) -> str:
        """The key of the page if its text proves that nobody but us wrote it, else empty.

        `marker.certified_key`, where the wiki stores texts as they are sent."""

    def wrote(self, page: RemotePage) -> bool:
        """Whether our own account made the latest version of a page. Asked only about pages whose
        text is ours, and that the journal knows in another version."""

    def render(self, page: WikiPage, names: Mapping[str, str]) -> Rendered:
        """The text of a page; `names` are the names of all pages by key."""

    def stored_pictures(self, pictures: Sequence[PutPicture]) -> frozenset[str]:
        """The file names (`Picture.name`) of those that the wiki has already."""

    def apply(self, changes: Sequence[Change]) -> Iterator[Result]:
        """Carry out the changes, one result each, in their order. One change at a time, unless
        `traits.at_once`."""

    def close(self) -> None:
        """Log out, drop what is temporary."""

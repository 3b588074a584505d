"""The types of a comparison: what changed, how much it weighs, where it stands, and how that is
known.

`compare.compare` makes them, `report/` renders them. Data does not know its formats: a change
carries a code and the words that fill the sentence of its kind (`kinds.KINDS`), each in the
author's own spelling and not escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

from journeybook.diff.message import Text, render
from journeybook.schema.values import Ref
from journeybook.text import Span

DRAFT = "draft/draft"
"""The id of a journey that is compared as a file outside of any site, and has none of its own."""


class Impact(StrEnum):
    """How much a change weighs for the customer, or for the trust one may have in the map."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest, so that sorting puts the worst first."""
        return _RANKS[self]

    def reaches(self, level: Impact) -> bool:
        """Whether this weighs as much as `level`, or more."""
        return self.rank <= level.rank


_RANKS = {impact: rank for rank, impact in enumerate(Impact)}

How = Literal["id", "was", "title", "place", "rename", "similar", ""]


@dataclass(frozen=True, slots=True)
class Match:
    """How two elements were found to be the same: by `id`, former id (`was`), `title`, `place`
    (equal titles in order), git's `rename`, or because they are `similar`, which is a guess with a
    score from 0 to 1.

    Empty for what stands on one side only.
    """

    how: How = ""
    score: float = 1.0

    @property
    def is_guess(self) -> bool:
        return self.how == "similar"


@dataclass(frozen=True, slots=True)
class Element:
    """What a change is about. `document` is as it is called in the head revision, or in the base
    where it is gone."""

    what: str
    """`journey`, `stage`, `step`, `pain`, the key of another fact, the kind of another document, or
    `site`."""
    document: Ref
    id: str = ""
    """Id of the stage or step; of a pain where it has one; empty for the document itself."""
    title: str = ""
    """Title of the step, stage or document."""
    stage: str = ""
    """Title of the stage that a step stands in."""
    step: str = ""
    """Id of the step or stage that a fact stands below; it is the anchor of the column on the
    journey's page."""

    @property
    def anchor(self) -> str:
        """The id to link to on the page of the document, or an empty string."""
        return self.step or (
            self.id if self.what == "step" else f"stage_{self.id}" if self.what == "stage" else ""
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` and `after` are its places in the two revisions, None where it stands on
    one side only; `near` is a line of the head revision that a remark on something gone may hang
    on.

    `old` and `new` are what was said, as short text. `why` says what made the impact differ from
    that of the kind. `folded` are the changes that this line speaks for. The fingerprint depends on
    ids and figures, never on wording.
    """

    code: str
    impact: Impact
    element: Element
    old: Text = ""
    new: Text = ""
    before: Span | None = None
    after: Span | None = None
    near: Span | None = None
    match: Match = Match()
    why: Text = ""
    fingerprint: str = ""
    folded: tuple[Change, ...] = ()
    owner: str = ""
    """The team that should look, or an empty string."""
    also: tuple[Ref, ...] = ()
    """Further journeys with the very same change, where five or more are one line."""
    origin: Ref | None = None
    """The journey that a step came from, where it came from another one: the change is one of
    both."""

    @property
    def documents(self) -> tuple[Ref, ...]:
        """Every document whose change this is."""
        return (self.element.document, *self.also, *([self.origin] if self.origin else []))

    @property
    def place(self) -> Span:
        """Where to look: in the head revision, or in the base where it stood."""
        place = self.after or self.before
        assert place is not None, f"{self.code} has no place"
        return place

    @property
    def reason(self) -> str:
        """`why` with the author's words in quotation marks."""
        return render(self.why, quote=lambda text: f"“{text}”")


@dataclass(frozen=True, slots=True)
class Pair:
    """A journey in both revisions: ids, each empty where it does not exist there, and how they
    belong together."""

    before: str
    after: str
    match: Match = Match()
    title: str = ""

    @property
    def id(self) -> str:
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, or not in full, on one side: what it says there was not
    compared."""

    path: str
    side: Literal["base", "head"]
    reason: str
    span: Span
    in_part: bool = False
    """Whether the rest of the file was read and compared."""


@dataclass(frozen=True)
class Changes:
    """Everything that changed from `base` to `head` (their names, as the reader is told), worst
    first."""

    changes: tuple[Change, ...] = ()
    base: str = ""
    head: str = ""
    journeys: tuple[Pair, ...] = ()
    """The journeys that have changes, in order of their heaviest one."""
    formatting: tuple[str, ...] = ()
    """Files whose text differs without any change in meaning."""
    unreadable: tuple[Unreadable, ...] = ()
    accepted: tuple[Change, ...] = ()
    """Changes whose fingerprint stands in the accept list of the repository."""
    files: int = field(default=0, compare=False)
    """How many files differ."""
    revisions: tuple[str, str] = ("", "")
    """Ids of the two commits; empty for what is not committed."""
    names: Mapping[Ref, Ref] = field(default_factory=dict, compare=False)
    """What documents of the base are called in the head, where that differs."""

    @property
    def is_whole(self) -> bool:
        """Whether everything that differs could be read. Where not, nobody may take silence for an
        all-clear."""
        return all(fault.in_part for fault in self.unreadable)

    def __bool__(self) -> bool:
        return bool(self.changes or self.unreadable)

    @cached_property
    def worst(self) -> Impact | None:
        """The heaviest impact of all changes, or None without any."""
        return min(
            (change.impact for change in self.changes), key=lambda impact: impact.rank, default=None
        )

    def of(self, journey: str) -> tuple[Change, ...]:
        """The changes of one journey (its id in the head revision, or in the base where it is
        gone)."""
        return self._by_document.get(Ref("journey", journey), ())

    @property
    def elsewhere(self) -> tuple[Change, ...]:
        """The changes that are not of a journey."""
        return tuple(change for change in self.changes if change.element.document.kind != "journey")

    @cached_property
    def _by_document(self) -> dict[Ref, tuple[Change, ...]]:
        found: dict[Ref, list[Change]] = {}
        for change in self.changes:
            for document in change.documents:
                found.setdefault(document, []).append(change)
        return {ref: tuple(changes) for ref, changes in found.items()}

    @cached_property
    def counts(self) -> dict[Impact, int]:
        """How many changes of each impact there are, every impact named."""
        return {
            impact: sum(change.impact is impact for change in self.changes) for impact in Impact
        }

    def each(self) -> Iterator[Change]:
        """Every change, also those that a line speaks for."""
        waiting = list(self.changes)
        while waiting:
            change = waiting.pop(0)
            yield change
            waiting[:0] = change.folded

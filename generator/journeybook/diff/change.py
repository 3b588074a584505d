"""The types of a comparison: what changed, with which impact, where, and how elements were matched.

`compare.compare` creates them, `report/` renders them. Data does not know its formats: a change
carries a code and the texts that fill the sentence of its kind (`kinds.KINDS`), in the author's own
spelling and not escaped.
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
"""The ID of a journey that is compared as a single file outside any site."""


class Impact(StrEnum):
    """How much a change matters to the customer, or to how far readers can rely on the map."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the highest impact, which therefore sorts first."""
        return _RANKS[self]

    def reaches(self, level: Impact) -> bool:
        """Whether this impact is `level` or higher."""
        return self.rank <= level.rank


_RANKS = {impact: rank for rank, impact in enumerate(Impact)}

How = Literal["id", "was", "title", "place", "rename", "similar", ""]


@dataclass(frozen=True, slots=True)
class Match:
    """Why two elements count as the same: equal `id`, former ID (`was`), `title`, `place` (equal
    titles in order), git's `rename`, or because they are `similar`, which is a guess with a score
    from 0 to 1.

    Empty for an element that exists on one side only.
    """

    how: How = ""
    score: float = 1.0

    @property
    def is_guess(self) -> bool:
        return self.how == "similar"


@dataclass(frozen=True, slots=True)
class Element:
    """What a change is about. `document` is its reference in the head revision, or in the base if
    it was removed."""

    what: str
    """`journey`, `stage`, `step`, `pain`, the key of another fact, the kind of another document, or
    `site`."""
    document: Ref
    id: str = ""
    """ID of the stage or step, or of a pain point that has one; empty for the document itself."""
    title: str = ""
    """Title of the step, stage or document."""
    stage: str = ""
    """Title of the stage that a step is in."""
    step: str = ""
    """ID of the step or stage that a fact belongs to: the anchor of its column on the page of the
    journey."""
    subject: Text = ""
    """The person or the metric that the change is about, if its sentence names one."""

    @property
    def anchor(self) -> str:
        """The ID to link to on the page of the document, or an empty string."""
        if self.step:
            return self.step
        if self.what == "stage":
            return f"stage_{self.id}"
        return self.id if self.what == "step" else ""

    @property
    def is_whole(self) -> bool:
        """Whether it is a document as a whole or one of its fields: its title is the document's."""
        return not self.step and self.what not in ("step", "stage")


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` and `after` are its places in the two revisions, None on a side that
    does not have it; `near` is a line of the head revision where a removal can be shown.

    `old` and `new` are the two values as short text. `why` is the reason for an impact other than
    that of the kind, or what the change includes. `folded` are the changes that this one covers.
    The fingerprint depends on IDs and figures, never on wording.
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
    """The team that should review the change, or an empty string."""
    also: tuple[Ref, ...] = ()
    """Further journeys with the same change, if five or more are grouped in one line."""
    origin: Ref | None = None
    """The journey that a step moved from, if it is another one; the change belongs to both."""

    @property
    def documents(self) -> tuple[Ref, ...]:
        """Every document that the change belongs to."""
        return (self.element.document, *self.also, *([self.origin] if self.origin else []))

    @property
    def place(self) -> Span:
        """Where to look: in the head revision, or in the base for a removal."""
        place = self.after or self.before
        assert place is not None, f"{self.code} has no place"
        return place

    @property
    def reason(self) -> str:
        """`why` in English, with the author's words in quotation marks."""
        return render(self.why, quote=lambda text: f"“{text}”")


@dataclass(frozen=True, slots=True)
class Pair:
    """A journey in both revisions: its IDs, each empty if the revision does not have it, and how
    the two were matched."""

    before: str
    after: str
    match: Match = Match()
    title: str = ""

    @property
    def id(self) -> str:
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, or only in part, on one side: what could not be read was not
    compared."""

    path: str
    side: Literal["base", "head"]
    reason: str
    span: Span
    in_part: bool = False
    """Whether the rest of the file was read and compared."""


@dataclass(frozen=True)
class Changes:
    """Everything that changed from `base` to `head` (the names shown to readers), highest impact
    first."""

    changes: tuple[Change, ...] = ()
    base: str = ""
    head: str = ""
    journeys: tuple[Pair, ...] = ()
    """The journeys that have changes, in order of their highest impact."""
    formatting: tuple[str, ...] = ()
    """Files whose text differs but whose meaning does not."""
    unreadable: tuple[Unreadable, ...] = ()
    accepted: tuple[Change, ...] = ()
    """Changes whose fingerprint is in the accept list of the repository."""
    files: int = field(default=0, compare=False)
    """How many files differ."""
    revisions: tuple[str, str] = ("", "")
    """IDs of the two commits; empty for files that are not committed."""
    names: Mapping[Ref, Ref] = field(default_factory=dict, compare=False)
    """Documents of the base whose reference in the head is another one."""

    @property
    def is_whole(self) -> bool:
        """Whether every file that differs could be read at least in part. Otherwise, no changes
        does not mean that nothing changed."""
        return all(fault.in_part for fault in self.unreadable)

    def __bool__(self) -> bool:
        return bool(self.changes or self.unreadable)

    @cached_property
    def worst(self) -> Impact | None:
        """The highest impact of all changes, or None without any."""
        return min(
            (change.impact for change in self.changes), key=lambda impact: impact.rank, default=None
        )

    def of(self, journey: str) -> tuple[Change, ...]:
        """The changes of one journey, by its ID in the head revision, or in the base if it was
        removed."""
        return self._by_document.get(Ref("journey", journey), ())

    @property
    def elsewhere(self) -> tuple[Change, ...]:
        """The changes of documents other than journeys."""
        return tuple(change for change in self.changes if change.element.document.kind != "journey")

    @cached_property
    def _by_document(self) -> dict[Ref, tuple[Change, ...]]:
        by_document: dict[Ref, list[Change]] = {}
        for change in self.changes:
            for document in change.documents:
                by_document.setdefault(document, []).append(change)
        return {ref: tuple(changes) for ref, changes in by_document.items()}

    @cached_property
    def counts(self) -> dict[Impact, int]:
        """The number of changes of every impact, 0 included."""
        counts = dict.fromkeys(Impact, 0)
        for change in self.changes:
            counts[change.impact] += 1
        return counts

    def each(self) -> Iterator[Change]:
        """Every change, including those that others cover."""
        waiting = list(self.changes)
        while waiting:
            change = waiting.pop(0)
            yield change
            waiting[:0] = change.folded

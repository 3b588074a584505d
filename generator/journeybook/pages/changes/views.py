"""The views of a comparison of two revisions: one standalone page, or pages of a site."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.pages.views import Difference, FeltPoint, Link, PageView


@dataclass(frozen=True)
class Piece:
    """A stretch of text of a changed cell."""

    kind: str
    """`same`, `ins` or `del`."""
    text: str
    """The text itself."""


@dataclass(frozen=True)
class ChangedItem:
    """One fact in a cell."""

    tone: str
    """`same`, `new`, `removed` or `changed`."""
    tag: str
    """The tone in words; empty for `same`."""
    pieces: tuple[Piece, ...]
    """Its text, word by word."""


@dataclass(frozen=True)
class ChangedCell:
    """One cell of the aligned map."""

    items: tuple[ChangedItem, ...]
    """Its facts: the current ones, then those that were removed."""
    is_changed: bool
    """Whether its column has a change."""


@dataclass(frozen=True)
class ChangedHead:
    """The head of a column."""

    number: str
    """Its number, counted over both revisions."""
    anchor: str
    """Id of the column on the page."""
    title: tuple[Piece, ...]
    """Title of the step, word by word."""
    stage: str
    """Its stage; both stages if the step moved."""
    tone: str
    """`same`, `new`, `removed` or `changed`."""
    tag: str
    """The tone in words."""
    is_changed: bool
    """Whether the step has a change."""


@dataclass(frozen=True)
class ChangedLane:
    """One row of the aligned map."""

    title: str
    """Name of the lane."""
    cells: tuple[ChangedCell, ...]
    """One for each column."""


@dataclass(frozen=True)
class TwoCurves:
    """Both curves on one axis."""

    width: float
    """Width of the drawing."""
    height: float
    """Height of the drawing."""
    before: str
    """Path of the old curve."""
    after: str
    """Path of the new curve."""
    old_points: tuple[FeltPoint, ...]
    """Points of the old curve."""
    new_points: tuple[FeltPoint, ...]
    """Points of the new curve."""
    ticks: tuple[FeltPoint, ...]
    """Labels of the scale."""
    numbers: tuple[FeltPoint, ...]
    """Numbers of the columns."""
    differences: tuple[Difference, ...]
    """Steps at which the curves differ."""
    summary: str
    """The differences in words."""
    left: int
    """Left edge of the drawing, with the room beside the first column."""
    full_width: float
    """Width with the room on both sides."""


@dataclass(frozen=True)
class ChangeLine:
    """One change as a line of a list."""

    id: str
    """Id of the line, made from the fingerprint; empty if another line has it."""
    impact: str
    """`high`, `medium`, `low` or `info`."""
    impact_label: str
    """The impact in words."""
    title: str
    """Name of the kind of change."""
    sentence: str
    """What changed, in a sentence."""
    more: tuple[str, ...]
    """Reason, related changes, reviewer."""
    href: str
    """Link to its column in the aligned map, or empty."""
    place: str
    """File and line."""
    code: str
    """Code of the kind of change."""
    fingerprint: str
    """Its name in an accept list."""


@dataclass(frozen=True)
class ChangedJourney:
    """One journey with its changes, its curves and its aligned map."""

    id: str
    """Id of its heading."""
    title: str
    """Title of the journey."""
    note: str
    """For a journey that is new or was removed: which of the two, in words."""
    lines: tuple[ChangeLine, ...]
    """Its changes, highest impact first."""
    curves: TwoCurves | None
    """Both emotion curves; None if there is no emotion in either revision."""
    heads: tuple[ChangedHead, ...]
    """The columns of the aligned map."""
    lanes: tuple[ChangedLane, ...]
    """The rows of the aligned map."""


@dataclass(frozen=True)
class ChangesView:
    """The whole page."""

    lang: str
    """Language of the page."""
    direction: str
    """`ltr` or `rtl`."""
    policy: str
    """The Content-Security-Policy of the page."""
    title: str
    """Title of the page."""
    base: str
    """Name of the old revision."""
    head: str
    """Name of the new revision."""
    counts: tuple[tuple[str, str, str], ...]
    """Impact, its name, and how many changes of it there are."""
    unreadable: tuple[str, ...]
    """What could not be compared, in words."""
    journeys: tuple[ChangedJourney, ...]
    """The journeys that changed, highest impact first."""
    elsewhere: tuple[ChangeLine, ...]
    """Changes outside of journeys."""
    notes: tuple[str, ...]
    """Remarks at the end: files without a change in meaning, accepted changes."""


@dataclass(frozen=True, kw_only=True)
class JourneyChanges:
    """One journey in the list of a comparison within a site."""

    link: Link
    """To the comparison of this journey."""
    note: str
    """For a journey that is new or was removed: which of the two, in words."""
    lines: tuple[ChangeLine, ...]
    """Its changes with the highest impact, linked to their lines on the journey's own page."""
    more: int
    """How many more there are."""


@dataclass(frozen=True, kw_only=True)
class ComparisonView(PageView):
    """A site compared with one of its revisions: the list of what changed, or one journey."""

    base: str
    """Name of the revision the site is compared with."""
    counts: tuple[tuple[str, str, str], ...] = ()
    """Impact, its name, and how many changes of it there are."""
    unreadable: tuple[str, ...] = ()
    """What could not be compared, in words."""
    journeys: tuple[JourneyChanges, ...] = ()
    """The journeys that changed, highest impact first."""
    elsewhere: tuple[ChangeLine, ...] = ()
    """Changes outside of journeys."""
    elsewhere_title: str = ""
    """Heading above them."""
    notes: tuple[str, ...] = ()
    """Remarks at the end: files without a change in meaning, accepted changes."""
    links: tuple[Link, ...] = ()
    """The journey itself, all changes as data, changes by commit."""
    journey: ChangedJourney | None = None
    """The journey that the page compares; None for the list."""

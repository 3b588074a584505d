"""What the template `changes` sees: one comparison of two revisions, as a page of its own."""

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
    """One thing said in a cell."""

    tone: str
    """`same`, `new`, `gone` or `changed`."""
    tag: str
    """The tone in words; empty for what stayed."""
    pieces: tuple[Piece, ...]
    """What is said, word by word."""


@dataclass(frozen=True)
class ChangedCell:
    """One cell of the aligned map."""

    items: tuple[ChangedItem, ...]
    """What stands in it: first what is there now, then what is gone."""
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
    """The stage it stands in; both where it went to another."""
    tone: str
    """`same`, `new`, `gone` or `changed`."""
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
    """Path of the curve as it was."""
    after: str
    """Path of the curve as it is."""
    old_points: tuple[FeltPoint, ...]
    """Points of the curve as it was."""
    new_points: tuple[FeltPoint, ...]
    """Points of the curve as it is."""
    ticks: tuple[FeltPoint, ...]
    """Labels of the scale."""
    numbers: tuple[FeltPoint, ...]
    """Numbers of the columns."""
    differences: tuple[Difference, ...]
    """Where both differ."""
    summary: str
    """The same in words."""
    left: int
    """Where the drawing begins, left of its first column."""
    full_width: float
    """How wide it is with the room on both sides."""


@dataclass(frozen=True)
class ChangeLine:
    """One change as a line of a list."""

    id: str
    """Id of the line on the page, made of the fingerprint; empty where another line has it."""
    impact: str
    """`high`, `medium`, `low` or `info`."""
    impact_label: str
    """The impact in words."""
    title: str
    """Name of the kind of change."""
    sentence: str
    """What changed, in a sentence."""
    more: tuple[str, ...]
    """What is said beside it."""
    href: str
    """Where it stands in the aligned map, or empty."""
    place: str
    """File and line."""
    code: str
    """Code of the kind of change."""
    fingerprint: str
    """What an accept list names it by."""


@dataclass(frozen=True)
class ChangedJourney:
    """One journey with its changes, its curves and its aligned map."""

    id: str
    """Id of its heading."""
    title: str
    """Title of the journey."""
    note: str
    """Whether it is new or gone, in words."""
    lines: tuple[ChangeLine, ...]
    """Its changes, worst first."""
    curves: TwoCurves | None
    """Both curves, or none where nobody feels anything."""
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
    """What was compared with."""
    head: str
    """What was compared."""
    counts: tuple[tuple[str, str, str], ...]
    """Impact, its name, and how many changes of it there are."""
    unreadable: tuple[str, ...]
    """What could not be compared, in words."""
    journeys: tuple[ChangedJourney, ...]
    """The journeys that changed, worst first."""
    elsewhere: tuple[ChangeLine, ...]
    """Changes outside of journeys."""
    notes: tuple[str, ...]
    """What is said at the end: files without a change in meaning, accepted changes."""


@dataclass(frozen=True, kw_only=True)
class JourneyChanges:
    """One journey in the list of a comparison within a site."""

    link: Link
    """To the comparison of this journey."""
    note: str
    """Whether it is new or gone, in words."""
    lines: tuple[ChangeLine, ...]
    """Its worst changes; each leads to its line on the journey's own page."""
    more: int
    """How many more there are."""


@dataclass(frozen=True, kw_only=True)
class ComparisonView(PageView):
    """A site compared with one of its revisions: the list of what changed, or one journey."""

    base: str
    """What the site is compared with."""
    counts: tuple[tuple[str, str, str], ...] = ()
    """Impact, its name, and how many changes of it there are."""
    unreadable: tuple[str, ...] = ()
    """What could not be compared, in words."""
    journeys: tuple[JourneyChanges, ...] = ()
    """The journeys that changed, worst first."""
    elsewhere: tuple[ChangeLine, ...] = ()
    """Changes outside of journeys."""
    elsewhere_title: str = ""
    """What these are called together."""
    notes: tuple[str, ...] = ()
    """What is said at the end: files without a change in meaning, accepted changes."""
    links: tuple[Link, ...] = ()
    """Where else to look: the journey itself, all changes as data, the history by commit."""
    journey: ChangedJourney | None = None
    """The journey that the page compares; None on the list."""

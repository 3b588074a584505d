"""What the templates of the pages that answer questions see; the second half of `views.py`.

All of them are one kind of page: an introduction, figures, and sections. A section holds a grid, a
table, a drawing or a list, worked out from the maps.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.views import (
    Badge,
    CurvePoint,
    Diagram,
    EmotionView,
    Figure,
    Link,
    MarkedText,
    PageView,
    Score,
    Table,
)


@dataclass(frozen=True, kw_only=True)
class GridCell:
    """One cell of a grid; whatever is filled is shown, one below the other."""

    emotion: EmotionView | None = None
    """A feeling; its tone also colours the cell."""
    badges: tuple[Badge, ...] = ()
    """Short labels."""
    score: Score | None = None
    """A number from 1 to 5."""
    texts: tuple[Markup, ...] = ()
    """Texts as safe inline HTML."""
    marks: tuple[MarkedText, ...] = ()
    """Pains, delights and moments of truth."""
    links: tuple[Link, ...] = ()
    """Links."""
    pains: int = 0
    """Number of pains, shown with their sign."""
    note: str = ""
    """Small print."""
    gap: str = ""
    """What to say of a hole that somebody should fill, or empty."""


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """One row of a grid."""

    head: Link
    """What the row is about."""
    cells: tuple[GridCell, ...]
    """One for each column."""
    under: tuple[str, ...] = ()
    """Small print below the head."""
    score: Score | None = None
    """A number from 1 to 5 below the head, such as a person's say."""
    sets: tuple[str, ...] = ()
    """Keys of the choices that show this row; empty where all do."""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table of rows by columns whose cells hold more than one thing."""

    corner: str
    """What the heads of the rows are."""
    columns: tuple[Link, ...]
    """Heads of the columns, without the corner."""
    rows: tuple[GridRow, ...]
    """Rows."""
    layout: str = ""
    """`narrow` where cells hold little and columns stand close, `even` for things side by side, or
    empty."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One touchpoint in the drawing of worth against feeling."""

    code: str
    """Number by which the table names it."""
    x: float
    """From the left of a box of 100 x 100 (mirrored on right-to-left pages)."""
    y: float
    """From the top."""
    link: Link
    """To the touchpoint."""
    urgent: bool
    """Whether it is worth much and felt badly: first to fix."""


@dataclass(frozen=True, kw_only=True)
class OverlayLine:
    """The feelings of one journey in a comparison."""

    journey: Link
    """Whose line it is."""
    tone: int
    """0, 1 or 2: colour, dash and mark to draw it in."""
    path: str
    """SVG path data; pieces break where nothing is known."""
    points: tuple[CurvePoint, ...]
    """Its points."""
    sentence: str
    """Where it peaks, falls and ends, in words."""


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """The emotion curves of several journeys over the stages they share."""

    width: float
    """Width of the drawing."""
    height: float
    """Height of the drawing."""
    stages: tuple[tuple[float, str], ...]
    """x of the middle of each stage and its name."""
    edges: tuple[float, ...]
    """x of the borders between stages."""
    grid: tuple[tuple[float, str], ...]
    """y and label of each of the five values, best first."""
    lines: tuple[OverlayLine, ...]
    """One for each journey."""


@dataclass(frozen=True, kw_only=True)
class ChangeEntry:
    """One commit, or one set of changes of a day."""

    id: str
    """Anchor on the page."""
    when: str
    """Day in the page's language."""
    iso: str
    """The same as `YYYY-MM-DD`."""
    author: str
    """Name of the author."""
    subject: str
    """First line of the message."""
    pages: tuple[Link, ...]
    """The pages that changed."""
    more: int = 0
    """How many more pages changed than are listed."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One set of rows that a reader can choose to see."""

    key: str
    """Key in `GridRow.sets`; `all` for every row."""
    label: str
    """In words."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of the page. Which of the last fields is filled says what it shows."""

    id: str
    """Anchor."""
    title: str
    """Heading."""
    note: str = ""
    """A sentence below the heading, or empty."""
    empty: str = ""
    """What to say where there is nothing to show, or empty."""
    figures: tuple[Figure, ...] = ()
    """Numbers worth knowing."""
    choices: tuple[Choice, ...] = ()
    """Sets of rows of the grid to choose from, all rows first."""
    grid: Grid | None = None
    """A grid."""
    table: Table | None = None
    """A table of one thing a cell; its title and id are not shown."""
    overlay: Overlay | None = None
    """Curves."""
    spots: tuple[Spot, ...] = ()
    """Worth against feeling."""
    changes: tuple[ChangeEntry, ...] = ()
    """What changed, newest first."""


@dataclass(frozen=True, kw_only=True)
class AnswerCard:
    """One question on the list of answers."""

    link: Link
    """To the page."""
    text: str
    """What it answers, in a sentence."""
    links: tuple[Link, ...] = ()
    """Pages below it."""


@dataclass(frozen=True, kw_only=True)
class AnswerView(PageView):
    """A page that answers a question: derived from all maps, typed by nobody."""

    intro: str = ""
    """What the page answers, in a sentence."""
    figures: tuple[Figure, ...] = ()
    """Numbers worth knowing."""
    cards: tuple[AnswerCard, ...] = ()
    """On the list of answers: the other pages."""
    diagrams: tuple[Diagram, ...] = ()
    """Drawings."""
    sections: tuple[Section, ...] = ()
    """The parts."""
    feed_href: str = ""
    """Address of the feed of changes, or empty."""


@dataclass(frozen=True, kw_only=True)
class PickView(AnswerView):
    """`compare/index.html`: any two journeys side by side, picked by the reader."""

    data_href: str = ""
    """Address of the script that holds the journeys' curves and facts."""
    data_url: str = ""
    """The same from the site's root."""
    data: str = ""
    """What stands in it."""

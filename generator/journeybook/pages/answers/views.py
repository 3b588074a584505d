"""The views of the pages that answer questions; `pages/views.py` has those of all other pages.

All of these pages are alike: an introduction, figures, and sections. A section has a grid, a table,
a chart or a list.
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
    """An emotion; its tone also colours the cell."""
    badges: tuple[Badge, ...] = ()
    """Short labels."""
    score: Score | None = None
    """A number from 1 to 5."""
    texts: tuple[Markup, ...] = ()
    """Texts as safe inline HTML."""
    marks: tuple[MarkedText, ...] = ()
    """Pain points, delights and moments of truth."""
    links: tuple[Link, ...] = ()
    """Links."""
    pains: int = 0
    """Number of pain points, shown with their icon."""
    note: str = ""
    """Small print."""
    gap: str = ""
    """Text for something that is missing, or empty."""


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
    """A number from 1 to 5 below the head, such as a person's influence."""
    sets: tuple[str, ...] = ()
    """Keys of the choices that show this row; empty if all do."""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table whose cells can have more than one thing."""

    corner: str
    """Head of the column of row heads."""
    columns: tuple[Link, ...]
    """Heads of the columns, without the corner."""
    rows: tuple[GridRow, ...]
    """Rows."""
    layout: str = ""
    """`narrow` for many columns with short cells, `even` for things side by side, or empty."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One touchpoint in the chart of customer value vs emotion."""

    code: str
    """Its number in the table."""
    x: float
    """From the left of a box of 100 x 100 (mirrored on right-to-left pages)."""
    y: float
    """From the top."""
    link: Link
    """To the touchpoint."""
    urgent: bool
    """Whether it is valued by customers but a bad experience: fix first."""


@dataclass(frozen=True, kw_only=True)
class OverlayLine:
    """The emotion curve of one journey in a comparison."""

    journey: Link
    """Whose line it is."""
    tone: int
    """0, 1 or 2: selects colour, dashes and point marks."""
    path: str
    """SVG path data, with a gap at steps without an emotion."""
    points: tuple[CurvePoint, ...]
    """Its points."""
    sentence: str
    """High point, low point, steepest drop and end, in words."""


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
    """One set of rows that a reader can choose."""

    key: str
    """Key in `GridRow.sets`; `all` for every row."""
    label: str
    """Text of the choice."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of the page; the fields that are filled are shown, in this order."""

    id: str
    """Anchor."""
    title: str
    """Heading."""
    note: str = ""
    """A sentence below the heading, or empty."""
    empty: str = ""
    """The sentence for a part without content, or empty."""
    figures: tuple[Figure, ...] = ()
    """Key figures."""
    choices: tuple[Choice, ...] = ()
    """Sets of rows of the grid to choose from, all rows first."""
    grid: Grid | None = None
    """A grid."""
    table: Table | None = None
    """A table with one thing in a cell; its title and id are not shown."""
    overlay: Overlay | None = None
    """Emotion curves."""
    spots: tuple[Spot, ...] = ()
    """Chart of customer value vs emotion."""
    changes: tuple[ChangeEntry, ...] = ()
    """Changes, newest first."""


@dataclass(frozen=True, kw_only=True)
class AnswerCard:
    """One question on the list of answers."""

    link: Link
    """To the page."""
    text: str
    """The question it answers."""
    links: tuple[Link, ...] = ()
    """Pages below it."""


@dataclass(frozen=True, kw_only=True)
class AnswerView(PageView):
    """A page that answers a question, calculated from all maps."""

    intro: str = ""
    """The question it answers."""
    figures: tuple[Figure, ...] = ()
    """Key figures."""
    cards: tuple[AnswerCard, ...] = ()
    """For the list of answers: the other pages."""
    diagrams: tuple[Diagram, ...] = ()
    """Diagrams."""
    sections: tuple[Section, ...] = ()
    """The parts of the page."""
    feed_href: str = ""
    """Address of the feed of changes, or empty."""


@dataclass(frozen=True, kw_only=True)
class PickView(AnswerView):
    """`compare/index.html`: any two journeys side by side, chosen by the reader."""

    data_href: str = ""
    """Address of the script with the curves and facts of all journeys."""
    data_url: str = ""
    """The same from the site's root."""
    data: str = ""
    """Text of the script."""

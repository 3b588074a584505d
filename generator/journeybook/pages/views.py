"""What templates see: a documented view for each kind of page, made of plain values.

A template gets `page` (one of the views here) and `site` (`SiteView`). Numbers arrive calculated;
a template only draws. Addresses (`href`) are relative to the page that shows them. `Markup` values
are safe HTML; the template engine escapes all other text. The text under each field is the
reference for theme authors in the manual.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link to a page of this site or another."""

    label: str
    """The words of the link."""
    href: str = ""
    """The address, relative to the page; empty if there is no page (then show only the label)."""
    kind: str = ""
    """Kind of the target: journey, persona, touchpoint, …; also the name of the icon."""
    missing: bool = False
    """Whether it leads to a placeholder page, for something mentioned but not described."""
    external: bool = False
    """Whether it leads to another site."""
    lang: str = ""
    """Language of the label if it differs from the page's, for the `lang` attribute; else empty."""
    note: str = ""
    """A short explanation, for a tooltip or small print."""
    mark: str = ""
    """`new` or `changed` if the target differs from the revision that the site is compared with;
    else empty."""
    mark_label: str = ""
    """The same in words."""


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A short label on a page or card: a status, a market, a warning."""

    label: str
    """The text."""
    tone: str = ""
    """`good`, `warn`, `bad`, `quiet` or empty."""
    icon: str = ""
    """Name of an icon in the sprite, or empty."""
    title: str = ""
    """One sentence that explains it."""


@dataclass(frozen=True, kw_only=True)
class FactRow:
    """One row of a page's facts: a label and its values."""

    label: str
    """What the values are."""
    values: tuple[Markup, ...] = ()
    """Values as safe HTML."""
    links: tuple[Link, ...] = ()
    """Values that are links."""
    icon: str = ""
    """Name of an icon, or empty."""


@dataclass(frozen=True, kw_only=True)
class EmotionView:
    """An emotion on the scale."""

    value: float
    """-2 to +2; an average may be in between."""
    shown: str
    """The number as readers see it, with a real minus sign: `−2`, `+1`, `0`, `+0.5`."""
    label: str
    """The label of the value, in the page's language."""
    word: str = ""
    """The author's own word, or empty."""
    person: str = ""
    """The person, or empty for the map's own persona."""
    step: str = ""
    """`low`, `down`, `mid`, `up` or `high`: which of five colours to use."""


@dataclass(frozen=True, kw_only=True)
class MarkedText:
    """A statement with its markers: a pain point, delight, quotation or the text of any lane."""

    html: Markup
    """The statement as safe inline HTML."""
    text: str
    """The statement as plain text."""
    severity: str = ""
    """`low`, `medium`, `high` or empty."""
    severity_label: str = ""
    """The severity in the page's language, or empty."""
    tags: tuple[str, ...] = ()
    """Tags such as `objection`."""
    evidence: tuple[Link, ...] = ()
    """The evidence that the claim cites."""
    id: str = ""
    """Anchor on this page, or empty."""
    opportunities: tuple[Link, ...] = ()
    """For a pain point: the opportunities that address it."""
    place: tuple[Link, ...] = ()
    """Journey, stage and step, if shown away from its map; else empty."""
    persona: Link | None = None
    """The persona of the map, if shown away from its map."""
    kind: str = ""
    """Key of the fact: pain, delight, says, …"""
    group: str = ""
    """Name of the group of maps it belongs to, in lists grouped by it; empty for current maps."""
    speaker: str = ""
    """Name of the person it is about, where the author names one; else empty."""


@dataclass(frozen=True, kw_only=True)
class Score:
    """A number from 1 to 5."""

    value: int
    """1 to 5."""
    label: str
    """In words, such as `4 of 5`."""


@dataclass(frozen=True, kw_only=True)
class BranchView:
    """One branch of a step: its next step, a loop or an exit."""

    kind: str
    """`next`, `loop` or `exit`."""
    label: str
    """Title of the target step, or the words for leaving the journey."""
    href: str = ""
    """`#step-id`, or empty for an exit."""
    reason: str = ""
    """When customers take it, or empty."""


@dataclass(frozen=True, kw_only=True)
class CellItem:
    """One entry of a cell of the map. The lane's `cell` decides which field is filled."""

    text: MarkedText | None = None
    """For the cells `text`, `quote`, `pain`, `delight`, `truth`, `note`."""
    link: Link | None = None
    """For `chips`, `people`, `metric`, `zoom`."""
    icon: str = ""
    """For `chips`: icon of the channel or kind."""
    presence: str = ""
    """For touchpoint chips: `online`, `offline` or empty."""
    emotion: EmotionView | None = None
    """For `emotion`."""
    score: Score | None = None
    """For `score`."""
    note: str = ""
    """For `time`: the time in words. For `metric`: now → target. For `truth`: its kind."""
    ways: tuple[BranchView, ...] = ()
    """For `path`."""


@dataclass(frozen=True, kw_only=True)
class ChangeMark:
    """How a step or cell of the map differs from the revision that the site is compared with."""

    tone: str
    """`new`, `changed` or `removed`."""
    label: str
    """The tone in words."""
    href: str
    """Link to the same place on the comparison page."""
    old: str = ""
    """The text before, or empty."""
    words: str = ""
    """Tone and text before on one line, for places without room to open: `changed, before: 0
    curious`."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell of the map: one lane of one step."""

    items: tuple[CellItem, ...] = ()
    """Its entries; empty for an empty cell."""
    apart: str = ""
    """For `emotion`: the gap between people, in words; empty if they agree."""
    change: ChangeMark | None = None
    """How it differs from the revision that the site is compared with, or None."""


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One row of the map."""

    key: str
    """Key of the fact."""
    title: str
    """Its name in the page's language."""
    icon: str
    """Name of its icon."""
    cell: str
    """The template of its cells: `lanes/<cell>.html`."""
    line: str
    """Part of the service blueprint: customer, frontstage, backstage, support, business."""
    cells: tuple[Cell, ...]
    """One for each step, in order."""
    stage_cells: tuple[Cell, ...] = ()
    """One for each stage, with the facts of the whole stage; empty if no stage has any."""
    id: str = ""
    """Its key without blanks, for ids of cells: `cell_<step>_<lane>`."""
    side: str = ""
    """The same as `line` if the lane decides where the blueprint's lines are drawn; empty for
    branches and sub-journeys."""
    blueprint: bool = False
    """Whether it is part of the service blueprint: what happens, not thoughts, emotions or
    metrics."""


@dataclass(frozen=True, kw_only=True)
class BlueprintLine:
    """A line across the map, between lanes."""

    key: str
    """`interaction`, `visibility`, `internal`, or `business` above the lanes about the company."""
    before: str
    """Key of the lane below it; empty if the site's order of lanes has no place for it."""


@dataclass(frozen=True, kw_only=True)
class CanvasStage:
    """The head of a group of columns."""

    id: str
    """Its anchor in the stories below."""
    title: str
    """As the author wrote it."""
    link: Link
    """To the stage's own page."""
    columns: int
    """How many step columns it spans; 1 for a stage without steps (an empty column)."""
    number: int
    """Counted from 1."""
    owner: str = ""
    """Team that owns it, or empty."""
    time: str = ""
    """How long it takes, or empty."""
    goal: str = ""
    """The customer's goal, or empty."""
    change: ChangeMark | None = None
    """How it differs from the revision that the site is compared with, or None."""


@dataclass(frozen=True, kw_only=True)
class CanvasStep:
    """The head of one column; `id` is empty for the empty column of a stage without steps."""

    id: str
    """Anchor of the step; also the anchor of its story, `story_<id>`."""
    title: str
    """As the author wrote it."""
    number: str
    """Such as `2.3`: stage and step."""
    stage: int
    """Number of its stage, from 1."""
    first_in_stage: bool
    """Whether a stage begins with it."""
    truth: bool = False
    """Whether it has a moment of truth."""
    pains: int = 0
    """Number of pain points."""
    delights: int = 0
    """Number of delights."""
    leaves: bool = False
    """Whether customers can leave the journey here."""
    loops: bool = False
    """Whether it loops back."""
    was: tuple[str, ...] = ()
    """Earlier IDs, as further anchors of the column."""
    who: tuple[Link, ...] = ()
    """The people in it, unless it is only the map's own persona."""
    branch: str = ""
    """If it is one of several steps that may come next: its condition, or its number; or empty."""
    change: ChangeMark | None = None
    """How it differs from the revision that the site is compared with, or None."""


@dataclass(frozen=True, kw_only=True)
class CurvePoint:
    """One point of an emotion curve, in the units of the curve's `width` and `height`."""

    x: float
    """From the left edge of the drawing (already mirrored on right-to-left pages)."""
    y: float
    """From the top."""
    emotion: EmotionView
    """The emotion."""
    step: str
    """Title of the step."""
    href: str
    """`#step-id`."""
    truth: bool = False
    """Whether a moment of truth is marked here."""
    extreme: str = ""
    """`high` or `low` at the high and the low point of the map's own line, which get a label;
    else empty."""
    label_x: float = 0
    """Middle of that label: `x`, or as near to it as fits inside the drawing."""


@dataclass(frozen=True, kw_only=True)
class CurveLine:
    """The emotions of one person through the journey."""

    person: Link
    """Who."""
    tone: int
    """0 for the map's own persona, then 1, 2, …: which colour and dash to use (repeat after 5)."""
    path: str
    """SVG path data; it breaks at steps without an emotion of this person."""
    points: tuple[CurvePoint, ...]
    """Its points from the journey's start to its end."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A step whose emotion changed: a line between both points."""

    x: float
    """The middle of the step's column."""
    top: float
    """Upper end."""
    bottom: float
    """Lower end."""
    tone: str
    """`better` or `worse`."""
    label: str
    """By how much, with its sign."""
    label_y: float
    """Vertical position of the label, on the right of the line."""


@dataclass(frozen=True, kw_only=True)
class FeltPoint:
    """One point of a curve of a comparison, or a word beside it."""

    x: float
    """Across."""
    y: float
    """Down."""
    label: str
    """The emotion, or the number of the column."""


@dataclass(frozen=True, kw_only=True)
class OldCurve:
    """The earlier curve of the map's own persona, over the current columns."""

    path: str
    """SVG path data; it breaks at steps that are new."""
    points: tuple[FeltPoint, ...]
    """Its points from the journey's start to its end."""
    differences: tuple[Difference, ...]
    """Where the curves differ."""
    label: str
    """Label of the line, with the revision."""
    sentence: str
    """The differences in words."""


@dataclass(frozen=True, kw_only=True)
class Curve:
    """The emotion curve over the step columns."""

    width: float
    """Sum of the column widths; a column is `column` wide."""
    height: float
    """Height of the drawing."""
    column: float
    """Width of one step's column."""
    lines: tuple[CurveLine, ...]
    """One for each person."""
    grid: tuple[tuple[float, str], ...]
    """y and label of each of the five values, best first."""
    stage_edges: tuple[float, ...]
    """x of the borders between stages."""
    sentence: str
    """High point, steepest drop and end, in words."""
    spark: str
    """SVG path data of the map's own line in a box of 100 x 24, for thumbnails."""
    apart: str = ""
    """SVG path data of the area between the best and the worst emotion of each step; empty if
    people agree."""
    apart_text: str = ""
    """The widest gap between people, in words."""
    before: OldCurve | None = None
    """The earlier curve, if it differs from the revision that the site is compared with."""


@dataclass(frozen=True, kw_only=True)
class Canvas:
    """The map as a table."""

    stages: tuple[CanvasStage, ...]
    """Groups of columns."""
    steps: tuple[CanvasStep, ...]
    """Columns."""
    lanes: tuple[Lane, ...]
    """The lanes in use, in order. The curve is drawn in the place of the `emotion` lane."""
    lines: tuple[BlueprintLine, ...]
    """The lines of the service blueprint that have lanes on both sides."""
    curve: Curve | None
    """The emotion curve, or None if fewer than two steps have an emotion."""


@dataclass(frozen=True, kw_only=True)
class TimeTick:
    """A mark on the time axis."""

    x: float
    """Percent of the axis from the left (already mirrored on right-to-left pages)."""
    label: str
    """`1 hour`."""
    minor: bool
    """Whether its label is left out on narrow screens."""


@dataclass(frozen=True, kw_only=True)
class TimeBar:
    """A time as a bar; lengths are percent of the axis."""

    kind: str
    """`time` or `wait`."""
    x: float
    """Where it starts, from the left (already mirrored on right-to-left pages)."""
    width: float
    """Up to the shorter time of the range."""
    more_x: float
    """Where the rest of the range starts."""
    more_width: float
    """Width of the rest; 0 for a time that is not a range."""


@dataclass(frozen=True, kw_only=True)
class TimeRow:
    """A step, or a stage as a whole, in the time view."""

    number: str
    """Such as `2.3`, or `2` for a stage."""
    title: str
    """As the author wrote it."""
    href: str
    """To the step on the map, or to the stage's story."""
    time: str
    """How long it takes, in words, or empty."""
    wait: str
    """How long the wait is, in words, or empty."""
    bars: tuple[TimeBar, ...]
    """One for the time and one for the wait, if given."""


@dataclass(frozen=True, kw_only=True)
class TimeStage:
    """A stage in the time view."""

    number: int
    """Counted from 1."""
    own: TimeRow
    """The times of the stage itself."""
    total: str
    """Its own time, or the sum of its steps; empty if no time is given."""
    steps: tuple[TimeRow, ...]
    """Its steps."""


@dataclass(frozen=True, kw_only=True)
class TimeView:
    """How long everything takes, on a logarithmic axis."""

    ticks: tuple[TimeTick, ...]
    """1 second, 1 minute, … 1 year."""
    stages: tuple[TimeStage, ...]
    """Stages with their steps."""


@dataclass(frozen=True, kw_only=True)
class Diagram:
    """One Mermaid diagram, drawn at build time."""

    id: str
    """Unique on the page."""
    title: str
    """What it shows."""
    svg: Markup | None
    """The drawing as safe HTML, if it has links; else None."""
    image_href: str
    """Address of the drawing as an SVG file; empty if it could not be drawn."""
    image: str
    """The text of that file."""
    width: int
    """Width of the drawing in pixels."""
    height: int
    """Height of the drawing in pixels."""
    reason: str
    """Why there is no drawing, or empty."""
    alternative: str
    """A text alternative."""
    source: str
    """Mermaid source."""
    source_href: str
    """Address of the `.mmd` file."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One person in one stage of the buying committee's table."""

    present: bool
    """Whether the person takes part in a step of the stage."""
    emotion: EmotionView | None
    """Average emotion there, or None."""
    steps: tuple[Link, ...]
    """The steps."""
    pains: int = 0
    """Number of pain points in these steps."""


@dataclass(frozen=True, kw_only=True)
class CommitteeRow:
    """One person of the buying committee."""

    person: Link
    """Who."""
    role: str
    """Role in the decision, in the page's language."""
    unit: str
    """Department, or empty."""
    say: Score | None
    """Influence on the decision."""
    needs: tuple[Markup, ...]
    """What the person needs in order to agree."""
    criteria: tuple[Markup, ...]
    """Decision criteria (from the persona)."""
    seats: tuple[Seat, ...]
    """One for each stage."""


@dataclass(frozen=True, kw_only=True)
class Committee:
    """People x stages."""

    stages: tuple[Link, ...]
    """Columns."""
    rows: tuple[CommitteeRow, ...]
    """People, by department, most influence first."""


@dataclass(frozen=True, kw_only=True)
class StepStory:
    """The full story of one step, below the map."""

    id: str
    """Anchor `story_<id>`."""
    step: CanvasStep
    """The same step as on the map."""
    emotions: tuple[EmotionView, ...]
    """Its emotions."""
    facts: tuple[tuple[Lane, Cell], ...]
    """The lanes in use in this step (each without its cells), in order."""
    story: Markup
    """The author's text, or empty."""
    felt: ChangeMark | None = None
    """How the emotions differ from the revision that the site is compared with, or None."""


@dataclass(frozen=True, kw_only=True)
class StageStory:
    """The full story of one stage, below the map."""

    stage: CanvasStage
    """The same stage as on the map."""
    facts: tuple[tuple[Lane, Cell], ...]
    """The facts of the whole stage."""
    story: Markup
    """The author's text, or empty."""
    steps: tuple[StepStory, ...]
    """Its steps."""


@dataclass(frozen=True, kw_only=True)
class SideGroup:
    """One group of links in the side bar."""

    title: str
    """What they are."""
    kind: str
    """Kind of the targets; also the name of the icon."""
    links: tuple[Link, ...]
    """The first links."""
    more: int = 0
    """How many more there are than shown."""
    more_href: str = ""
    """Where all of them are listed, or empty."""


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """One entry of the main menu."""

    label: str
    """The text."""
    href: str
    """Where it leads."""
    icon: str
    """Name of an icon, or empty."""
    current: bool
    """Whether the page belongs to it."""
    count: int = 0
    """Number of entries on its page; 0 hides the number."""
    items: tuple[MenuItem, ...] = ()
    """The entries it opens; then it is a button, not a link."""
    changed: int = 0
    """How many entries of its page changed since the revision that the site is compared with."""
    title: str = ""
    """A longer label for a tooltip, or empty."""
    apart: bool = False
    """Whether it is shown next to the search if there is room, apart from the indexes."""


@dataclass(frozen=True, kw_only=True)
class Since:
    """How the document of a page differs from the revision that the site is compared with."""

    label: str
    """The sentence: changed or new since when, or that it could not be compared."""
    tone: str
    """`new`, `changed` or `unread`."""
    href: str
    """Link to the comparison."""
    weights: tuple[str, ...] = ()
    """Number of changes of each impact, in words."""
    gone: tuple[tuple[str, str], ...] = ()
    """For each step that is no longer on the map: whether it was removed or where it moved, and
    its title."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """The last change of a page's source, from git."""

    when: str
    """Day in the page's language."""
    iso: str
    """The day as `YYYY-MM-DD`."""
    author: str
    """Name of the author."""
    subject: str = ""
    """First line of the commit message."""
    link: Link | None = None
    """The page that changed, in lists of changes."""


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Links between the pages that a very long list is split into."""

    number: int
    """Number of this page, from 1."""
    count: int
    """How many there are."""
    links: tuple[Link, ...]
    """The first page, the last one and those nearby; labels are their numbers. This page has no
    address. Pages that are left out are one link of the kind `gap`."""
    before: str = ""
    """Address of the previous page, or empty."""
    after: str = ""
    """Address of the next page, or empty."""
    note: str = ""
    """A note on how filters work on a split list, or empty."""


@dataclass(frozen=True, kw_only=True)
class SiteView:
    """What is the same on every page of one language."""

    title: str
    """Name of the site."""
    description: str
    """What it is, or empty."""
    version: str
    """Version of journeybook."""
    accent: bool
    """Whether `site.css` sets an accent colour."""
    logo: str
    """Address of the logo from the site's root, or empty."""
    stylesheets: tuple[str, ...]
    """Addresses of the style sheets from the site's root; prefix each with `page.root`."""
    scripts: tuple[str, ...]
    """Addresses of the scripts from the site's root; prefix each with `page.root`."""
    on_demand: Mapping[str, str]
    """Name (`map-tools`, …) -> addresses, separated by spaces, of what a script loads on first
    use; prefix each with `page.root`."""
    revision: str
    """First digits of the revision that the site is built from, or empty."""
    history: str
    """Why there are no dates from git (a sentence), or empty if there are."""


@dataclass(frozen=True, kw_only=True)
class PageView:
    """What every page has."""

    template: str
    """Name of its template, `pages/<template>.html`."""
    title: str
    """Its title."""
    eyebrow: str = ""
    """The kind of page in a word or two, shown above the title."""
    summary: str = ""
    """A summary in one sentence of plain text. Above the text of the page, show `lead`: it is
    empty if the text has the same sentence."""
    lang: str = "en"
    """Language of the page's content."""
    direction: str = "ltr"
    """`ltr` or `rtl`."""
    kind: str = ""
    """What the page is about (selects icon and colour), or empty."""
    root: str = ""
    """Relative path to the site's root: empty, or `../` once or more. Prefix of site-wide
    addresses."""
    url: str = ""
    """Its own address from the site's root."""
    menu: tuple[MenuItem, ...] = ()
    """The main menu."""
    breadcrumbs: tuple[Link, ...] = ()
    """The pages from home to this one, without the page itself."""
    badges: tuple[Badge, ...] = ()
    """Status, market, trust."""
    facts: tuple[FactRow, ...] = ()
    """Header facts."""
    side: tuple[SideGroup, ...] = ()
    """What the document refers to, and what refers to it."""
    edit_href: str = ""
    """Address for editing its source, or empty."""
    source_path: str = ""
    """Path of its source from the site's root, or empty."""
    markdown_href: str = ""
    """Address of its Markdown twin, or empty."""
    downloads: tuple[Link, ...] = ()
    """Images to download."""
    changed: Changed | None = None
    """Last change, or None without a history in git."""
    canonical: str = ""
    """Its public address if the site's `url` is set, else empty."""
    pager: Pager | None = None
    """Links to the other pages, if its lists are split; else None."""
    since: Since | None = None
    """How its document differs from the revision that the site is compared with, or None."""

    @property
    def lead(self) -> str:
        """The summary to show above the text; empty if the text has the same sentence."""
        return "" if _has_sentence(self.own_text, self.summary) else self.summary

    @property
    def own_text(self) -> Markup:
        """The text that the author wrote for the page, or empty."""
        return Markup()


_NO_LETTERS = re.compile(r"[\W_]+")
_ENOUGH = 20_000
"""Characters of a text that may hold the sentence its summary was taken from."""


def _has_sentence(text: Markup, sentence: str) -> bool:
    """Whether a text has a sentence, which may be cut; only letters and digits count."""
    if not text or not sentence:
        return False
    plain = Markup(text[:_ENOUGH]).striptags()
    return _NO_LETTERS.sub("", sentence) in _NO_LETTERS.sub("", plain)


@dataclass(frozen=True, kw_only=True)
class JourneyCard:
    """A journey on a list."""

    link: Link
    """To the journey."""
    persona: Link
    """The persona of the map."""
    summary: str
    """First sentence of its text, or its goal."""
    badges: tuple[Badge, ...]
    """Kind, market, state, status, trust."""
    spark: str
    """SVG path data of its curve in a box of 100 x 24, or empty."""
    spark_text: str
    """The curve's sentence, or empty."""
    steps: int
    """Number of steps."""
    people: int
    """Number of people in it."""
    length: str
    """How long it takes, or empty."""
    market: str
    """b2b, b2c, b2b2c or empty, for filtering."""
    status: str
    """draft, review, approved, retired, for filtering."""
    changed: Changed | None = None
    """Last change."""


@dataclass(frozen=True, kw_only=True)
class HomeGroup:
    """The journeys of one persona."""

    persona: Link
    """Whose."""
    role: str
    """Job, or empty."""
    cards: tuple[JourneyCard, ...]
    """Their journeys."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One key figure."""

    label: str
    """What it counts."""
    value: str
    """The number in the page's language."""
    note: str = ""
    """Small print, or empty."""
    tone: str = ""
    """`good`, `warn`, `bad` or empty."""
    href: str = ""
    """Where it leads, or empty."""


@dataclass(frozen=True, kw_only=True)
class FigureGroup:
    """The key figures of one group of maps."""

    title: str
    """Name of the group."""
    figures: tuple[Figure, ...]
    """Its figures."""


@dataclass(frozen=True, kw_only=True)
class HomeView(PageView):
    """`index.html`: all journeys by persona and market."""

    figures: tuple[Figure, ...] = ()
    """Key figures of the site."""
    facets: tuple[Facet, ...] = ()
    """Filters of the list of journeys."""
    groups: tuple[HomeGroup, ...] = ()
    """Journeys by persona."""
    changes: tuple[Changed, ...] = ()
    """The latest changes, newest first."""


@dataclass(frozen=True, kw_only=True)
class FacetOption:
    """One value of a filter."""

    value: str
    """In the `data-<facet>` attribute of each row that has it (values separated by spaces)."""
    label: str
    """In words."""
    count: int
    """How many rows have it."""


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One filter of a list."""

    key: str
    """Name for `data-<key>` attributes."""
    label: str
    """In words."""
    options: tuple[FacetOption, ...]
    """Its values, most frequent first."""


@dataclass(frozen=True, kw_only=True)
class TableCell:
    """One cell of an index table; exactly one of the fields is filled, but for `note`."""

    text: str = ""
    """Plain text."""
    marked: MarkedText | None = None
    """A statement with its markers."""
    links: tuple[Link, ...] = ()
    """Links."""
    emotion: EmotionView | None = None
    """An emotion."""
    score: Score | None = None
    """A number from 1 to 5."""
    badges: tuple[Badge, ...] = ()
    """Badges."""
    number: str = ""
    """A number in the page's language, aligned with those below."""
    sort: str = ""
    """What to sort this cell by."""
    note: str = ""
    """What planned maps and those of competitors give instead, in small print; or empty."""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row of an index table."""

    cells: tuple[TableCell, ...]
    """One for each column."""
    facets: Mapping[str, str] = field(default_factory=dict)
    """Filter key -> values separated by spaces, for `data-` attributes."""
    id: str = ""
    """Anchor, or empty."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A dense table; `title` and `id` name its group on the page."""

    id: str
    """Anchor."""
    title: str
    """Heading above it, or empty for the only table of a page."""
    columns: tuple[str, ...]
    """Heads of the columns; the first column is the row's head."""
    rows: tuple[TableRow, ...]
    """Rows."""
    note: str = ""
    """A sentence above it, or empty."""
    empty: str = ""
    """What to show if there are no rows."""
    total: int = 0
    """Number of rows on all pages of a split list; 0 if it is not split."""


@dataclass(frozen=True, kw_only=True)
class QuadrantPoint:
    """One opportunity in the quadrant, in a box of 100 x 100 with the origin at the top left."""

    code: str
    """Short code, `A1`, also in the table."""
    x: float
    """Effort, 0 to 100 (mirrored on right-to-left pages)."""
    y: float
    """Value, 0 (most) to 100."""
    link: Link
    """To the opportunity."""
    tone: str
    """Status: idea, planned, doing, done, dropped."""


@dataclass(frozen=True, kw_only=True)
class IndexView(PageView):
    """A list of entries of one kind."""

    intro: str = ""
    """A sentence or two about the list."""
    figures: tuple[Figure, ...] = ()
    """Key figures."""
    facets: tuple[Facet, ...] = ()
    """Filters of the tables."""
    tables: tuple[Table, ...] = ()
    """The tables, one for each group."""
    cards: tuple[JourneyCard, ...] = ()
    """For the index of journeys."""
    quadrant: tuple[QuadrantPoint, ...] = ()
    """For opportunities: value vs effort."""
    diagrams: tuple[Diagram, ...] = ()
    """Drawings, if the list has any."""


@dataclass(frozen=True, kw_only=True)
class JourneyView(PageView):
    """One journey."""

    argument: Markup = Markup()
    """The author's introduction."""
    canvas: Canvas
    """The map."""
    times: TimeView | None = None
    """The time view, or None if no time is given."""
    figures: tuple[Figure, ...] = ()
    """Derived numbers: people, steps, time, offline share, …"""
    diagrams: tuple[Diagram, ...] = ()
    """Stage overview, steps, one for each stage, the cycle."""
    committee: Committee | None = None
    """The buying committee, or None."""
    stages: tuple[StageStory, ...] = ()
    """The stories."""
    notes: tuple[tuple[str, Markup], ...] = ()
    """Sections that are not stages: title and text."""
    chain: tuple[FactRow, ...] = ()
    """Related journeys."""
    used_by: tuple[FactRow, ...] = ()
    """What links here."""

    @property
    def own_text(self) -> Markup:
        return self.argument


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One step that uses something."""

    journey: Link
    """The journey."""
    persona: Link
    """The persona of the map."""
    stage: Link
    """Link to the stage in the journey."""
    step: Link
    """Link to the step in the journey."""
    people: tuple[Link, ...]
    """Who takes part."""
    emotion: EmotionView | None
    """Average emotion in the step, or None."""
    pains: tuple[MarkedText, ...]
    """Pain points in the step."""
    delights: tuple[MarkedText, ...]
    """Delights in the step."""
    worth: Score | None
    """Customer value."""
    truth: bool
    """Whether it is a moment of truth."""
    note: str = ""
    """For a metric: now → target."""
    group: str = ""
    """Name of the group of maps it belongs to; empty for current maps."""


@dataclass(frozen=True, kw_only=True)
class NamedList:
    """A titled list of short texts, such as a persona's goals."""

    title: str
    """Heading."""
    icon: str
    """Name of an icon."""
    items: tuple[Markup, ...]
    """Texts."""


@dataclass(frozen=True, kw_only=True)
class Related:
    """A titled list of links."""

    title: str
    """Heading."""
    kind: str
    """Kind of the targets; also the name of the icon."""
    links: tuple[Link, ...]
    """Links."""


@dataclass(frozen=True, kw_only=True)
class SeriesPoint:
    """One reading of a metric, in the units of the chart."""

    x: float
    """From the left."""
    y: float
    """From the top."""
    date: str
    """Day in the page's language."""
    value: str
    """Value with unit."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """A metric's readings as a line chart."""

    width: float
    """Width of the drawing."""
    height: float
    """Height of the drawing."""
    path: str
    """SVG path data; pieces break at gaps."""
    points: tuple[SeriesPoint, ...]
    """Readings."""
    target_y: float | None
    """y of the target line, or None."""
    target: str
    """The target in words, or empty."""
    ticks: tuple[tuple[float, str], ...]
    """y and label of each horizontal line."""
    dates: tuple[tuple[float, str], ...]
    """x and label of a few days."""
    sentence: str
    """First, last and best value and target, in words."""


@dataclass(frozen=True, kw_only=True)
class EntityView(PageView):
    """One touchpoint, channel, persona, stage, metric, opportunity, content asset or piece of
    evidence."""

    body: Markup = Markup()
    """The author's text."""
    stub: bool = False
    """Whether it is a placeholder page, without a file."""
    stub_path: str = ""
    """Path for its file."""
    quote: str = ""
    """For a persona: a typical sentence."""
    picture: str = ""
    """For a persona: address of a picture, or empty."""
    figures: tuple[Figure, ...] = ()
    """Derived numbers, of current maps."""
    other_figures: tuple[FigureGroup, ...] = ()
    """The same of planned maps, of competitors' and of retired ones."""
    lists: tuple[NamedList, ...] = ()
    """Titled lists of short texts."""
    occurrences: tuple[Occurrence, ...] = ()
    """Every step that uses it."""
    claims: tuple[MarkedText, ...] = ()
    """For evidence: the claims that cite it. For an opportunity: the pain points it addresses."""
    related: tuple[Related, ...] = ()
    """Titled lists of links."""
    cards: tuple[JourneyCard, ...] = ()
    """For a persona: their journeys."""
    tables: tuple[Table, ...] = ()
    """Further tables, such as a persona's seats in committees or a stage's touchpoints."""
    series: Series | None = None
    """For a metric: its readings."""

    @property
    def own_text(self) -> Markup:
        return self.body


@dataclass(frozen=True, kw_only=True)
class ProseView(PageView):
    """A plain page."""

    body: Markup = Markup()
    """The author's text."""
    headings: tuple[tuple[int, str, str], ...] = ()
    """Level, id and text of its headings."""

    @property
    def own_text(self) -> Markup:
        return self.body


@dataclass(frozen=True, kw_only=True)
class RedirectView(PageView):
    """A former address of a page that was renamed."""

    target: Link
    """The current page."""


@dataclass(frozen=True, kw_only=True)
class MissingView(PageView):
    """`404.html`."""

    places: tuple[Link, ...] = ()
    """Where to look instead."""

"""What templates see: one documented view for each page kind, made of plain values.

A template gets `page` (one of the views here) and `site` (`SiteView`). Numbers arrive worked out; a
template draws, it does not calculate. Addresses (`href`) are relative to the page that shows them.
`Markup` values are safe HTML; every other text is escaped by the template engine. The text under
each field is the theme author's reference and is printed in the manual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link to a page of the site, or off it."""

    label: str
    """The words of the link."""
    href: str = ""
    """Where it leads, relative to the page; empty where there is no page (then show the label
    alone)."""
    kind: str = ""
    """Kind of thing it leads to: journey, persona, touchpoint, … ; names the icon."""
    missing: bool = False
    """Whether it leads to a stub, a page whose file nobody has written yet."""
    external: bool = False
    """Whether it leads off the site."""
    lang: str = ""
    """Language of the label where it differs from the page's, for `lang` attributes; else empty."""
    note: str = ""
    """A few words that explain it, for a tooltip or small print."""
    mark: str = ""
    """`new` or `changed` where the site is compared with a revision and the thing differs; else
    empty."""
    mark_label: str = ""
    """The same in words."""


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A short label on a page or card: a status, a market, a warning about trust."""

    label: str
    """The words."""
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
    """What it is."""
    values: tuple[Markup, ...] = ()
    """Values as safe HTML."""
    links: tuple[Link, ...] = ()
    """Values that are links."""
    icon: str = ""
    """Name of an icon, or empty."""


@dataclass(frozen=True, kw_only=True)
class EmotionView:
    """A feeling on the scale."""

    value: float
    """-2 to +2; a mean may fall between."""
    shown: str
    """The number as readers see it, with a real minus sign: `−2`, `+1`, `0`, `+0.5`."""
    label: str
    """The scale's word for it, in the page's language."""
    word: str = ""
    """The author's own word, or empty."""
    person: str = ""
    """Whose feeling it is, or empty for the map's own persona."""
    step: str = ""
    """`low`, `down`, `mid`, `up`, `high`: which of five tones to draw it in."""


@dataclass(frozen=True, kw_only=True)
class MarkedText:
    """A statement with the marks at its end: a pain, delight, quotation or any lane's text."""

    html: Markup
    """The words as safe inline HTML."""
    text: str
    """The words as plain text."""
    severity: str = ""
    """`low`, `medium`, `high` or empty."""
    severity_label: str = ""
    """The severity in the page's language, or empty."""
    tags: tuple[str, ...] = ()
    """Tags such as `objection`."""
    evidence: tuple[Link, ...] = ()
    """Evidence pages the claim rests on."""
    id: str = ""
    """Anchor on this page, or empty."""
    opportunities: tuple[Link, ...] = ()
    """For a pain: the opportunities that answer it."""
    place: tuple[Link, ...] = ()
    """Where it stands (journey, stage, step) when shown away from its map; else empty."""
    persona: Link | None = None
    """Whose it is, when shown away from its map."""
    kind: str = ""
    """Key of the fact: pain, delight, says, …"""


@dataclass(frozen=True, kw_only=True)
class Score:
    """A number from 1 to 5."""

    value: int
    """1 to 5."""
    label: str
    """In words, such as `4 of 5`."""


@dataclass(frozen=True, kw_only=True)
class BranchView:
    """One way on from a step."""

    kind: str
    """`next`, `loop` or `exit`."""
    label: str
    """Title of the step it leads to, or the word for leaving the journey."""
    href: str = ""
    """`#step-id`, or empty for an exit."""
    reason: str = ""
    """When it is taken, or empty."""


@dataclass(frozen=True, kw_only=True)
class CellItem:
    """One thing in a cell of the canvas. Which field is filled follows from the lane's `cell`."""

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
    """That a step or cell of the map says something else than in the revision the site is compared
    with."""

    tone: str
    """`new`, `changed` or `removed`."""
    label: str
    """The tone in words."""
    href: str
    """To the same place on the page of the comparison."""
    old: str = ""
    """What was said before, or empty."""
    words: str = ""
    """Tone and what was said before on one line, where nothing can be opened: `changed, before: 0
    curious`."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell of the canvas, in one lane below one step."""

    items: tuple[CellItem, ...] = ()
    """What stands in it; empty for an empty cell."""
    apart: str = ""
    """For `emotion`: how far the people in it are apart, in words; empty where they agree."""
    change: ChangeMark | None = None
    """That it says something else than before, where the site is compared with a revision."""


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One row of the canvas."""

    key: str
    """Key of the fact."""
    title: str
    """Its name in the page's language."""
    icon: str
    """Name of its icon."""
    cell: str
    """Which partial draws its cells: `lanes/<cell>.html`."""
    line: str
    """Side of the service blueprint's lines: customer, frontstage, backstage, support, business."""
    cells: tuple[Cell, ...]
    """One for each step, in order."""
    stage_cells: tuple[Cell, ...] = ()
    """One for each stage, with what is said of the stage as a whole; empty where no stage says
    anything."""
    id: str = ""
    """Its key without blanks, for ids of cells: `cell_<step>_<lane>`."""
    side: str = ""
    """The same as `line` where its place decides where the blueprint's lines are drawn; empty for
    ways and zooms."""
    blueprint: bool = False
    """Whether it stands in the service-blueprint view: what happens, not what is thought, felt or
    measured."""


@dataclass(frozen=True, kw_only=True)
class BlueprintLine:
    """A line across the map, between lanes."""

    key: str
    """`interaction`, `visibility`, `internal`, or `business` above the lanes that say what it means
    to the company."""
    before: str
    """Key of the lane it is drawn above; empty where the site's order of lanes leaves no place for
    it."""


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
    """What the customer wants of it, or empty."""
    change: ChangeMark | None = None
    """That it is new or otherwise than before, where the site is compared with a revision."""


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
    """Whether a moment of truth stands in it."""
    pains: int = 0
    """Number of pains."""
    delights: int = 0
    """Number of delights."""
    leaves: bool = False
    """Whether one can leave the journey here."""
    loops: bool = False
    """Whether it loops back."""
    who: tuple[Link, ...] = ()
    """The people in it, where they are not just the map's own persona."""
    change: ChangeMark | None = None
    """That it is new or otherwise than before, where the site is compared with a revision."""


@dataclass(frozen=True, kw_only=True)
class CurvePoint:
    """One point of an emotion curve, in the units of the curve's `width` and `height`."""

    x: float
    """From the left edge of the drawing (already mirrored on right-to-left pages)."""
    y: float
    """From the top."""
    emotion: EmotionView
    """The feeling."""
    step: str
    """Title of the step."""
    href: str
    """`#step-id`."""
    truth: bool = False
    """Whether a moment of truth is marked here."""
    extreme: str = ""
    """`high` or `low` at the best and the worst point of the map's own line, to be labelled; else
    empty."""
    label_x: float = 0
    """Middle of the label of such a point: `x`, or as near to it as the label stays inside."""


@dataclass(frozen=True, kw_only=True)
class CurveLine:
    """The feelings of one person through the journey."""

    person: Link
    """Who."""
    tone: int
    """0 for the map's own persona, then 1, 2, …: which colour and dash to draw it in (repeat after
    5)."""
    path: str
    """SVG path data of the line; pieces break where a step says nothing of this person."""
    points: tuple[CurvePoint, ...]
    """Its points from the journey's start to its end."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A step at which somebody feels otherwise than before: a line between both points."""

    x: float
    """Where the step stands."""
    top: float
    """Upper end."""
    bottom: float
    """Lower end."""
    tone: str
    """`better` or `worse`."""
    label: str
    """By how much, with its sign."""
    label_y: float
    """Height of the label, which stands on the right of the line."""


@dataclass(frozen=True, kw_only=True)
class FeltPoint:
    """One point of a curve of a comparison, or a word beside it."""

    x: float
    """Across."""
    y: float
    """Down."""
    label: str
    """The feeling, or the number of the column."""


@dataclass(frozen=True, kw_only=True)
class OldCurve:
    """The curve of the map's own persona as it was, over the columns as they are."""

    path: str
    """SVG path data; it breaks at steps that are new."""
    points: tuple[FeltPoint, ...]
    """Its points from the journey's start to its end."""
    differences: tuple[Difference, ...]
    """Where both differ."""
    label: str
    """What the line is called: as it was, and in which revision."""
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
    """Where it peaks, falls and ends, in words."""
    spark: str
    """SVG path data of the map's own line in a box of 100 x 24, for thumbnails."""
    apart: str = ""
    """SVG path data of the area between the best and the worst feeling of each step; empty where
    people agree."""
    apart_text: str = ""
    """Where people are furthest apart, in words."""
    before: OldCurve | None = None
    """The curve as it was, where the site is compared with a revision in which it was otherwise."""


@dataclass(frozen=True, kw_only=True)
class Canvas:
    """The map as a table."""

    stages: tuple[CanvasStage, ...]
    """Groups of columns."""
    steps: tuple[CanvasStep, ...]
    """Columns."""
    lanes: tuple[Lane, ...]
    """Rows that say something, in order. The `emotion` lane stands among them; the curve is drawn
    in its place."""
    lines: tuple[BlueprintLine, ...]
    """The lines of the service blueprint for which there are lanes on both sides."""
    curve: Curve | None
    """The emotion curve, or None where no step notes a feeling."""


@dataclass(frozen=True, kw_only=True)
class TimeTick:
    """A mark on the time axis."""

    x: float
    """Percent of the axis from the left (already mirrored on right-to-left pages)."""
    label: str
    """`1 hour`."""
    minor: bool
    """Whether its label is left out where there is little room."""


@dataclass(frozen=True, kw_only=True)
class TimeBar:
    """A time as a bar; lengths are percent of the axis."""

    kind: str
    """`time` or `wait`."""
    x: float
    """Where it starts, from the left (already mirrored on right-to-left pages)."""
    width: float
    """Up to the near end of the range."""
    more_x: float
    """Where the rest of the range starts."""
    more_width: float
    """How wide the rest is; 0 for a time that is no range."""


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
    """How long one waits, in words, or empty."""
    bars: tuple[TimeBar, ...]
    """One for the time and one for the wait, as far as they are noted."""


@dataclass(frozen=True, kw_only=True)
class TimeStage:
    """A stage in the time view."""

    number: int
    """Counted from 1."""
    own: TimeRow
    """What the stage notes of itself."""
    total: str
    """What it takes, by what it notes itself or by its steps; empty where no time is given."""
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
    """The drawing, safe to stand in the page, where its links matter; else None."""
    image_href: str
    """Address of the drawing as an SVG file; empty where it could not be drawn."""
    image: str
    """The text of that file."""
    width: int
    """Width of the drawing in pixels."""
    height: int
    """Height of the drawing in pixels."""
    reason: str
    """Why there is no drawing, or empty."""
    alternative: str
    """The same in words."""
    source: str
    """Mermaid source."""
    source_href: str
    """Address of the `.mmd` file."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One person at one stage of the buying committee's matrix."""

    present: bool
    """Whether the person takes part in a step of the stage."""
    emotion: EmotionView | None
    """Mean feeling there, or None."""
    steps: tuple[Link, ...]
    """The steps."""
    pains: int = 0
    """Number of pains in these steps."""


@dataclass(frozen=True, kw_only=True)
class CommitteeRow:
    """One person of the buying committee."""

    person: Link
    """Who."""
    role: str
    """Part in the decision, in the page's language."""
    unit: str
    """Department, or empty."""
    say: Score | None
    """Weight in the decision."""
    needs: tuple[Markup, ...]
    """What the person must have to agree."""
    criteria: tuple[Markup, ...]
    """What the person decides by (from the persona)."""
    seats: tuple[Seat, ...]
    """One for each stage."""


@dataclass(frozen=True, kw_only=True)
class Committee:
    """People x stages."""

    stages: tuple[Link, ...]
    """Columns."""
    rows: tuple[CommitteeRow, ...]
    """People, by department, the heaviest say first."""


@dataclass(frozen=True, kw_only=True)
class StepStory:
    """One step told in full below the canvas."""

    id: str
    """Anchor `story_<id>`."""
    step: CanvasStep
    """The same step as on the canvas."""
    emotions: tuple[EmotionView, ...]
    """Feelings noted."""
    facts: tuple[tuple[Lane, Cell], ...]
    """Every lane that says something of this step (the lane without its cells), in order."""
    story: Markup
    """The author's text, or empty."""
    felt: ChangeMark | None = None
    """That the feelings are otherwise than before, where the site is compared with a revision."""


@dataclass(frozen=True, kw_only=True)
class StageStory:
    """One stage told in full below the canvas."""

    stage: CanvasStage
    """The same stage as on the canvas."""
    facts: tuple[tuple[Lane, Cell], ...]
    """What is said of the stage as a whole."""
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
    """Kind of thing, names the icon."""
    links: tuple[Link, ...]
    """The first of them."""
    more: int = 0
    """How many more there are than shown."""
    more_href: str = ""
    """Where all of them are listed, or empty."""


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """One entry of the main menu."""

    label: str
    """The words."""
    href: str
    """Where it leads."""
    icon: str
    """Name of an icon, or empty."""
    current: bool
    """Whether the page belongs to it."""
    count: int = 0
    """How many things it lists; 0 hides the number."""
    items: tuple[MenuItem, ...] = ()
    """The entries it opens; then it is a word to open and no link."""
    changed: int = 0
    """How many of the things it lists changed, where the site is compared with a revision."""
    title: str = ""
    """More than the label says, for a tooltip; or empty."""
    apart: bool = False
    """Whether it stands beside the search where there is room, since it is about no one kind of
    thing."""


@dataclass(frozen=True, kw_only=True)
class Since:
    """How the thing of a page differs from the revision that the site is compared with."""

    label: str
    """The sentence: changed or new since when, or that nobody could tell."""
    tone: str
    """`new`, `changed` or `unread`."""
    href: str
    """To the comparison."""
    weights: tuple[str, ...] = ()
    """How many changes there are of each impact, in words."""
    gone: tuple[tuple[str, str], ...] = ()
    """For each step that is gone from the map: whether it was removed or where it went, and its
    title."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """The last change of a page's source, from git."""

    when: str
    """Day in the page's language."""
    iso: str
    """The same as `YYYY-MM-DD`."""
    author: str
    """Name of the author."""
    subject: str = ""
    """First line of the commit's message."""
    link: Link | None = None
    """The page that changed, in lists of changes."""


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Where a page stands among the leaves that a very long list is cut into."""

    number: int
    """Which leaf this is, from 1."""
    count: int
    """How many there are."""
    links: tuple[Link, ...]
    """The first, the last and those nearby; labels are their numbers. The leaf itself has no
    address, and where leaves are left out stands one of the kind `gap`."""
    before: str = ""
    """Address of the leaf before, or empty."""
    after: str = ""
    """Address of the leaf after, or empty."""
    note: str = ""
    """What to know about filters on a part of a list, or empty."""


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
    """Addresses of the style sheets from the site's root; put `page.root` before each."""
    scripts: tuple[str, ...]
    """Addresses of the scripts from the site's root; put `page.root` before each."""
    on_demand: Mapping[str, str]
    """Name -> addresses, parted by blanks, of what a script loads when it is first used
    (`map-tools`, …); put `page.root` before each."""
    revision: str
    """First digits of the revision the site was built from, or empty."""
    history: str
    """Why there are no dates from git (a sentence), or empty where there are."""


@dataclass(frozen=True, kw_only=True)
class PageView:
    """What every page has."""

    template: str
    """Name of its template, `pages/<template>.html`."""
    title: str
    """Its title."""
    eyebrow: str = ""
    """The kind of page in a word or two, above the title."""
    summary: str = ""
    """What it is, in one sentence of plain text."""
    lang: str = "en"
    """Language of the page's content."""
    direction: str = "ltr"
    """`ltr` or `rtl`."""
    kind: str = ""
    """Kind of thing it is about (names icon and colour), or empty."""
    root: str = ""
    """Relative way to the site's root: empty, or `../` once or more. Put before site-wide
    addresses."""
    url: str = ""
    """Its own address from the site's root."""
    menu: tuple[MenuItem, ...] = ()
    """The main menu."""
    breadcrumbs: tuple[Link, ...] = ()
    """The way from home to this page, without the page itself."""
    badges: tuple[Badge, ...] = ()
    """Status, market, trust."""
    facts: tuple[FactRow, ...] = ()
    """Header facts."""
    side: tuple[SideGroup, ...] = ()
    """What the thing uses and what uses it."""
    edit_href: str = ""
    """Where its source is edited, or empty."""
    source_path: str = ""
    """Path of its source from the site's root, or empty."""
    markdown_href: str = ""
    """Address of its Markdown twin, or empty."""
    downloads: tuple[Link, ...] = ()
    """Pictures of it to take away."""
    changed: Changed | None = None
    """Last change, or None where git does not tell."""
    canonical: str = ""
    """Its public address where `url` is set, else empty."""
    pager: Pager | None = None
    """Where its lists are so long that they go on on further pages."""
    since: Since | None = None
    """How its thing differs from the revision that the site is compared with, or None."""


@dataclass(frozen=True, kw_only=True)
class JourneyCard:
    """A journey on a list."""

    link: Link
    """To the journey."""
    persona: Link
    """Whose it is."""
    summary: str
    """First sentence of its argument or its goal."""
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
    """One number worth knowing."""

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
class HomeView(PageView):
    """`index.html`: all journeys by persona and market."""

    figures: tuple[Figure, ...] = ()
    """What the atlas holds, by number."""
    facets: tuple[Facet, ...] = ()
    """Ways to narrow the list of journeys."""
    groups: tuple[HomeGroup, ...] = ()
    """Journeys by persona."""
    changes: tuple[Changed, ...] = ()
    """What changed last, newest first."""


@dataclass(frozen=True, kw_only=True)
class FacetOption:
    """One value to narrow a list to."""

    value: str
    """Stands in the `data-<facet>` attribute of each row that has it (values parted by spaces)."""
    label: str
    """In words."""
    count: int
    """How many rows have it."""


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One way to narrow a list."""

    key: str
    """Name for `data-<key>` attributes."""
    label: str
    """In words."""
    options: tuple[FacetOption, ...]
    """Its values, most frequent first."""


@dataclass(frozen=True, kw_only=True)
class TableCell:
    """One cell of an index table; exactly one of the fields is filled."""

    text: str = ""
    """Plain text."""
    marked: MarkedText | None = None
    """A statement with marks."""
    links: tuple[Link, ...] = ()
    """Links."""
    emotion: EmotionView | None = None
    """A feeling."""
    score: Score | None = None
    """A number from 1 to 5."""
    badges: tuple[Badge, ...] = ()
    """Badges."""
    number: str = ""
    """A number in the page's language, set flush."""
    sort: str = ""
    """What to sort this cell by."""


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row of an index table."""

    cells: tuple[TableCell, ...]
    """One for each column."""
    facets: Mapping[str, str] = field(default_factory=dict)
    """Facet key -> values parted by spaces, for `data-` attributes."""
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
    """What to say where there are no rows."""
    total: int = 0
    """How many rows there are on all leaves of the page, where these are not all."""


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
    """A list of one kind of thing."""

    intro: str = ""
    """A sentence or two that say what the list is."""
    figures: tuple[Figure, ...] = ()
    """Numbers worth knowing."""
    facets: tuple[Facet, ...] = ()
    """Ways to narrow the tables."""
    tables: tuple[Table, ...] = ()
    """The tables, grouped where groups make sense."""
    cards: tuple[JourneyCard, ...] = ()
    """For the index of journeys."""
    quadrant: tuple[QuadrantPoint, ...] = ()
    """For opportunities: value against effort."""
    diagrams: tuple[Diagram, ...] = ()
    """Drawings, where the list has any."""


@dataclass(frozen=True, kw_only=True)
class JourneyView(PageView):
    """One journey."""

    argument: Markup = Markup()
    """What the map says, in the author's words."""
    canvas: Canvas
    """The map."""
    times: TimeView | None = None
    """The time view, or None where no time is given."""
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
    """How it hangs together with other journeys."""
    used_by: tuple[FactRow, ...] = ()
    """What links here."""


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One step in which a thing is used."""

    journey: Link
    """The journey."""
    persona: Link
    """Whose it is."""
    stage: Link
    """Stage, leading into the journey."""
    step: Link
    """Step, leading into the journey."""
    people: tuple[Link, ...]
    """Who takes part."""
    emotion: EmotionView | None
    """Mean feeling in the step, or None."""
    pains: tuple[MarkedText, ...]
    """Pains in the step."""
    delights: tuple[MarkedText, ...]
    """Delights in the step."""
    worth: Score | None
    """Worth to the customer."""
    truth: bool
    """Whether it is a moment of truth."""
    note: str = ""
    """For a metric: now → target."""


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
    """Kind of thing, names the icon."""
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
    """First, last, best value and target, in words."""


@dataclass(frozen=True, kw_only=True)
class EntityView(PageView):
    """One touchpoint, channel, persona, stage, metric, opportunity, content asset or piece of
    evidence."""

    body: Markup = Markup()
    """The author's text."""
    stub: bool = False
    """Whether no file describes it yet."""
    stub_path: str = ""
    """Where that file belongs."""
    quote: str = ""
    """For a persona: a sentence they would say."""
    picture: str = ""
    """For a persona: address of a picture, or empty."""
    figures: tuple[Figure, ...] = ()
    """Derived numbers."""
    lists: tuple[NamedList, ...] = ()
    """Titled lists of short texts."""
    occurrences: tuple[Occurrence, ...] = ()
    """Every step that uses it."""
    claims: tuple[MarkedText, ...] = ()
    """For evidence: the statements that rest on it. For an opportunity: the pains it answers."""
    related: tuple[Related, ...] = ()
    """Titled lists of links."""
    cards: tuple[JourneyCard, ...] = ()
    """For a persona: their journeys."""
    tables: tuple[Table, ...] = ()
    """Further tables, such as a persona's seats in committees or a stage's touchpoints."""
    series: Series | None = None
    """For a metric: its readings."""


@dataclass(frozen=True, kw_only=True)
class ProseView(PageView):
    """A plain page."""

    body: Markup = Markup()
    """The author's text."""
    headings: tuple[tuple[int, str, str], ...] = ()
    """Level, id and text of its headings."""


@dataclass(frozen=True, kw_only=True)
class RedirectView(PageView):
    """The old address of a page that was renamed."""

    target: Link
    """Where it is now."""


@dataclass(frozen=True, kw_only=True)
class MissingView(PageView):
    """`404.html`."""

    places: tuple[Link, ...] = ()
    """Where to look instead."""

"""The upper part of a poster (title and facts, stages as arrows, steps) and its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.diagrams.measure import width as text_width
from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.lists.cards import length, summary
from journeybook.pictures.drawing_surface import DrawingSurface, Drawn, Ink
from journeybook.pictures.map_grid import MapGrid
from journeybook.pictures.palette import (
    BANDS,
    DELIGHT,
    FAINT,
    INK,
    LINE_STRONG,
    MUTED,
    PAIN,
    TRUTH,
    Band,
)
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

_EYEBROW = Ink(15, MUTED, 600)
_TITLE, _TITLE_UPRIGHT = Ink(42, INK, 500, serif=True), Ink(36, INK, 600)
_SUMMARY = Ink(18, MUTED)
_LABEL, _FACT = Ink(12.5, FAINT, 600), Ink(15, INK)
_STAGE, _STEP, _SMALL = Ink(17, INK, 600), Ink(14, INK, 600), Ink(12, MUTED)
_SENTENCE, _FOOT = Ink(15, INK), Ink(12.5, FAINT)
_TIP = 16.0  # the tip of a stage's arrow
_FACT_WIDTH, _FACT_GAP = 250.0, 36.0
_SEPARATOR = "  ·  "


def draw_head(
    ctx: PageContext,
    journey: Journey,
    surface: DrawingSurface,
    margin: float,
    *,
    brief: bool = False,
) -> Drawn:
    """The title of a journey, unless `brief` also its summary and facts."""
    room = min(surface.width - 2 * margin, 1500.0)
    persona = ctx.catalog.title(Ref("persona", journey.persona))
    eyebrow = _SEPARATOR.join(filter(None, (word(ctx.t, str(journey.kind)), persona)))
    title = _TITLE_UPRIGHT if ctx.rtl else _TITLE
    texts = [
        (_EYEBROW.lines(eyebrow, room, 2), _EYEBROW),
        (title.lines(str(journey.title), room, 4), title),
    ]
    if not brief:
        plain = summary(journey).replace("**", "").replace("`", "")
        texts.append((_SUMMARY.lines(plain, min(room, 1000.0), 4), _SUMMARY))
    y = margin
    parts: list[Element] = []
    for lines, ink in texts:
        parts += surface.words(margin, y, lines, ink)
        y += len(lines) * ink.leading + 8
    if not brief:
        facts, y = _draw_facts(_facts(ctx, journey), surface, margin, y + 14)
        parts += facts
    return parts, y + 22


def _facts(ctx: PageContext, journey: Journey) -> list[tuple[str, str]]:
    """What the front matter says of the journey, as labels and texts."""
    reviewed = ctx.messages.date(journey.reviewed) if journey.reviewed else ""
    facts = [
        (ctx.t("Goal"), str(journey.goal or "")),
        (ctx.t("Trigger"), str(journey.trigger or "")),
        (ctx.t("Duration"), length(ctx, journey)),
        (ctx.t("Deal"), str(journey.deal or "")),
        (ctx.t("Owner"), str(journey.owner or "")),
        (ctx.t("Reviewed"), reviewed),
    ]
    return [(label, text) for label, text in facts if text]


def _draw_facts(
    facts: Sequence[tuple[str, str]], surface: DrawingSurface, margin: float, y: float
) -> Drawn:
    """The facts side by side, in as many rows as they need."""
    parts: list[Element] = []
    left, row_height = margin, 0.0
    for label, text in facts:
        lines = _FACT.lines(text, _FACT_WIDTH, 6)
        width = _fact_width(label, lines)
        if left > margin and left + width > surface.width - margin:
            left, y, row_height = margin, y + row_height + 16, 0.0
        below = _LABEL.leading + 2
        parts += surface.words(left, y, [label], _LABEL)
        parts += surface.words(left, y + below, lines, _FACT)
        row_height = max(row_height, below + len(lines) * _FACT.leading)
        left += width + _FACT_GAP
    return parts, y + row_height


def _fact_width(label: str, lines: Sequence[str]) -> float:
    widest = text_width(label, _LABEL.size)
    for line in lines:
        widest = max(widest, text_width(line, _FACT.size))
    return min(_FACT_WIDTH, widest)


@dataclass(frozen=True)
class _StageBand:
    """A stage as an arrow over its columns, with its texts in lines."""

    stage: views.CanvasStage
    left: float
    width: float
    texts: tuple[tuple[tuple[str, ...], Ink], ...]

    @property
    def height(self) -> float:
        return sum(len(lines) * ink.leading for lines, ink in self.texts) + 24

    @property
    def colours(self) -> Band:
        return BANDS[self.stage.number % len(BANDS)]

    @property
    def notch(self) -> float:
        """The first arrow starts with a straight edge."""
        return 0.0 if self.stage.number == 1 else _TIP


def draw_stages(grid: MapGrid, canvas: views.Canvas, y: float) -> Drawn:
    """The stages as arrows over their columns."""
    bands = list(_stage_bands(grid, canvas))
    height = max((band.height for band in bands), default=24.0)
    parts: list[Element] = []
    for band in bands:
        parts.append(grid.surface.shape(_arrow(band, y, height), band.colours.fill))
        top = y + 12
        for lines, ink in band.texts:
            if ink is _STAGE:
                ink = Ink(ink.size, band.colours.ink, ink.weight)
            parts += grid.surface.words(band.left + band.notch + 12, top, lines, ink)
            top += len(lines) * ink.leading
    return parts, y + height + 12


def _stage_bands(grid: MapGrid, canvas: views.Canvas) -> Iterator[_StageBand]:
    left = grid.start
    for stage in canvas.stages:
        width = stage.columns * grid.column
        room = min(width - 2 * _TIP - 18, 620.0)
        title = f"{grid.format_number(stage.number)}  {stage.title}"
        details = _SEPARATOR.join(filter(None, (stage.time, stage.owner)))
        texts = (
            (_STAGE.lines(title, room, 4), _STAGE),
            (_SMALL.lines(details, room, 3), _SMALL),
            (_SMALL.lines(stage.goal, room, 4), _SMALL),
        )
        yield _StageBand(stage, left, width, texts)
        left += width


def _arrow(band: _StageBand, y: float, height: float) -> list[tuple[float, float]]:
    left, right = band.left, band.left + band.width - 3
    middle, bottom = y + height / 2, y + height
    return [
        (left, y),
        (right, y),
        (right + _TIP, middle),
        (right, bottom),
        (left, bottom),
        (left + band.notch, middle),
    ]


def draw_steps(grid: MapGrid, canvas: views.Canvas, y: float) -> Drawn:
    """Number, title and signs of each step."""
    surface = grid.surface
    titles = [_STEP.lines(step.title, grid.column - 22, 6) for step in canvas.steps]
    most_lines = max(map(len, titles), default=0)
    signs_height = 22 if any(map(_has_signs, canvas.steps)) else 0
    height = most_lines * _STEP.leading + 24 + signs_height
    parts: list[Element] = []
    for number, (step, lines) in enumerate(zip(canvas.steps, titles, strict=True)):
        x = grid.start + number * grid.column
        band = BANDS[step.stage % len(BANDS)]
        parts.append(surface.box(x, y, grid.column, 3, band.line))
        parts += surface.words(x + 11, y + 8, [step.number], Ink(12.5, band.ink, 600))
        parts += surface.words(x + 11, y + 26, lines, _STEP)
        parts += _draw_signs(grid, step, x + 11, y + height - 20)
    end = y + height + 6
    parts.append(surface.rule(grid.start, end, grid.end, end, LINE_STRONG))
    return parts, end


def _has_signs(step: views.CanvasStep) -> bool:
    return bool(step.truth or step.pains or step.delights or step.leaves or step.loops)


def _draw_signs(grid: MapGrid, step: views.CanvasStep, x: float, y: float) -> list[Element]:
    """An icon for each kind of sign that a step has, with the count if there are several."""
    signs = (
        ("truth", TRUTH, int(step.truth)),
        ("pain", PAIN, step.pains),
        ("delight", DELIGHT, step.delights),
        ("exit", MUTED, int(step.leaves)),
        ("loop", MUTED, int(step.loops)),
    )
    parts: list[Element] = []
    for name, colour, count in signs:
        if not count:
            continue
        parts += grid.surface.icon(name, x, y, 15, colour)
        x += 18
        if count > 1:
            ink = Ink(12, colour, 600)
            parts += grid.surface.words(x, y - 1, [grid.format_number(count)], ink)
            x += 12
        x += 6
    return parts


def draw_foot(
    ctx: PageContext, journey: Journey, surface: DrawingSurface, sentence: str, y: float
) -> Drawn:
    """The curve in words, and the map's site, status and revision."""
    margin = 56.0
    lines = _SENTENCE.lines(sentence, min(surface.width - 2 * margin, 1400.0))
    parts = surface.words(margin, y + 20, lines, _SENTENCE, by_page=True)
    y += 20 + len(lines) * _SENTENCE.leading + 10
    status = word(ctx.t, str(journey.status))
    origin = (str(ctx.catalog.config.title), status, ctx.site.info.revision[:10])
    line = _SEPARATOR.join(f"\u2068{part}\u2069" for part in origin if part)
    foot = _FOOT.lines(line, surface.width - 2 * margin, 2)
    parts += surface.words(margin, y, foot, _FOOT, by_page=True)
    return parts, y + len(foot) * _FOOT.leading + 36

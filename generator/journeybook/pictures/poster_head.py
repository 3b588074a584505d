"""The upper part of a poster: whose journey it is, the stages as arrows, the steps; and the line at
its foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from journeybook.diagrams.measure import width as text_width
from journeybook.diagrams.svg_tree import Element
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.labels import word
from journeybook.pages.lists.cards import length, summary
from journeybook.pictures.drawing_surface import DrawingSurface, Ink
from journeybook.pictures.palette import BANDS, DELIGHT, FAINT, INK, LINE_STRONG, MUTED, PAIN, TRUTH
from journeybook.schema.documents import Journey
from journeybook.schema.values import Ref

_EYEBROW = Ink(15, MUTED, 600)
_TITLE, _TITLE_UPRIGHT = Ink(42, INK, 500, serif=True), Ink(36, INK, 600)
_SUMMARY = Ink(18, MUTED)
_LABEL, _FACT = Ink(12.5, FAINT, 600), Ink(15, INK)
_STAGE, _STEP, _SMALL = Ink(17, INK, 600), Ink(14, INK, 600), Ink(12, MUTED)
_SENTENCE, _FOOT = Ink(15, INK), Ink(12.5, FAINT)
_TIP = 16.0  # of the arrow that a stage is
_FACT_WIDTH, _FACTS_APART = 250.0, 36.0


class Framed(Protocol):
    """Where columns stand."""

    @property
    def sheet(self) -> DrawingSurface: ...
    @property
    def start(self) -> float: ...
    @property
    def column(self) -> float: ...
    @property
    def grid(self) -> float: ...
    @property
    def count(self) -> Callable[[float], str]: ...


def head(
    ctx: PageContext, journey: Journey, sheet: DrawingSurface, margin: float, *, brief: bool = False
) -> tuple[list[Element], float]:
    """Title and what the journey is about; where it ends."""
    room = min(sheet.width - 2 * margin, 1500.0)
    y = margin
    persona = ctx.catalog.title(Ref("persona", journey.persona))
    eyebrow = "  ·  ".join(part for part in (word(ctx.t, str(journey.kind)), persona) if part)
    parts: list[Element] = []
    title = _TITLE_UPRIGHT if ctx.rtl else _TITLE
    texts = [(eyebrow, _EYEBROW, 2), (str(journey.title), title, 4)]
    if not brief:
        texts.append((summary(journey).replace("**", "").replace("`", ""), _SUMMARY, 4))
    for text, ink, most in texts:
        lines = ink.lines(text, min(room, 1000.0) if ink is _SUMMARY else room, most)
        parts += sheet.words(margin, y, lines, ink)
        y += len(lines) * ink.leading + 8
    if not brief:
        more, y = _facts(ctx, journey, sheet, margin, y + 14, sheet.width - 2 * margin)
        parts += more
    return parts, y + 22


def _facts(
    ctx: PageContext, journey: Journey, sheet: DrawingSurface, x: float, y: float, room: float
) -> tuple[list[Element], float]:
    said = [
        (ctx.t("Goal"), str(journey.goal or "")),
        (ctx.t("Trigger"), str(journey.trigger or "")),
        (ctx.t("Duration"), length(ctx, journey)),
        (ctx.t("Deal"), str(journey.deal or "")),
        (ctx.t("Owner"), str(journey.owner or "")),
        (ctx.t("Reviewed"), ctx.messages.date(journey.reviewed) if journey.reviewed else ""),
    ]
    made = [(label, _FACT.lines(text, _FACT_WIDTH, 6)) for label, text in said if text]
    parts: list[Element] = []
    at, row = x, 0.0
    for label, lines in made:
        wide = min(
            _FACT_WIDTH,
            max(
                text_width(text, ink.size)
                for text, ink in [(label, _LABEL), *((line, _FACT) for line in lines)]
            ),
        )
        if at > x and at + wide > x + room:
            at, y, row = x, y + row + 16, 0.0
        parts += sheet.words(at, y, [label], _LABEL)
        parts += sheet.words(at, y + _LABEL.leading + 2, lines, _FACT)
        row = max(row, _LABEL.leading + 2 + len(lines) * _FACT.leading)
        at += wide + _FACTS_APART
    return parts, y + row


def stage_bands(frame: Framed, made: views.Canvas, y: float) -> tuple[list[Element], float]:
    """The stages as arrows over their columns."""
    told, x = [], frame.start
    for stage in made.stages:
        wide = stage.columns * frame.column
        room = min(wide - 2 * _TIP - 18, 620.0)
        small = "  ·  ".join(part for part in (stage.time, stage.owner) if part)
        texts = [
            (_STAGE.lines(f"{frame.count(stage.number)}  {stage.title}", room, 4), _STAGE),
            (_SMALL.lines(small, room, 3), _SMALL),
            (_SMALL.lines(stage.goal, room, 4), _SMALL),
        ]
        told.append((stage, x, wide, texts))
        x += wide
    high = (
        max(
            (sum(len(lines) * ink.leading for lines, ink in texts) for *_, texts in told),
            default=0.0,
        )
        + 24
    )
    parts: list[Element] = []
    for stage, left, wide, texts in told:
        band = BANDS[stage.number % len(BANDS)]
        notch = 0.0 if stage.number == 1 else _TIP
        right = left + wide - 3
        outline = [
            (left, y),
            (right, y),
            (right + _TIP, y + high / 2),
            (right, y + high),
            (left, y + high),
            (left + notch, y + high / 2),
        ]
        parts.append(frame.sheet.shape(outline, band.fill))
        top = y + 12
        for lines, ink in texts:
            shown = Ink(ink.size, band.ink, ink.weight) if ink is _STAGE else ink
            parts += frame.sheet.words(left + notch + 12, top, lines, shown)
            top += len(lines) * ink.leading
    return parts, y + high + 12


def step_heads(frame: Framed, made: views.Canvas, y: float) -> tuple[list[Element], float]:
    """Number, title and signs of each step."""
    room = frame.column - 22
    titles = [_STEP.lines(step.title, room, 6) for step in made.steps]
    signs = any(
        step.truth or step.pains or step.delights or step.leaves or step.loops
        for step in made.steps
    )
    high = (
        max((len(lines) for lines in titles), default=0) * _STEP.leading + 24 + (22 if signs else 0)
    )
    parts: list[Element] = []
    for at, (step, lines) in enumerate(zip(made.steps, titles, strict=True)):
        x = frame.start + at * frame.column
        band = BANDS[step.stage % len(BANDS)]
        parts.append(frame.sheet.box(x, y, frame.column, 3, band.line))
        parts += frame.sheet.words(x + 11, y + 8, [step.number], Ink(12.5, band.ink, 600))
        parts += frame.sheet.words(x + 11, y + 26, lines, _STEP)
        parts += _signs(frame, step, x + 11, y + high - 20)
    parts.append(
        frame.sheet.rule(
            frame.start, y + high + 6, frame.start + frame.grid, y + high + 6, LINE_STRONG
        )
    )
    return parts, y + high + 6


def _signs(frame: Framed, step: views.CanvasStep, x: float, y: float) -> list[Element]:
    shown = (
        ("truth", TRUTH, int(step.truth)),
        ("pain", PAIN, step.pains),
        ("delight", DELIGHT, step.delights),
        ("exit", MUTED, int(step.leaves)),
        ("loop", MUTED, int(step.loops)),
    )
    parts: list[Element] = []
    for name, colour, count in shown:
        if count:
            parts += frame.sheet.icon(name, x, y, 15, colour)
            x += 18
            if count > 1:
                parts += frame.sheet.words(x, y - 1, [frame.count(count)], Ink(12, colour, 600))
                x += 12
            x += 6
    return parts


def foot(
    ctx: PageContext, journey: Journey, sheet: DrawingSurface, sentence: str, y: float
) -> tuple[list[Element], float]:
    """The curve in words, and where the map comes from."""
    margin = 56.0
    lines = _SENTENCE.lines(sentence, min(sheet.width - 2 * margin, 1400.0))
    parts = sheet.words(margin, y + 20, lines, _SENTENCE)
    y += 20 + len(lines) * _SENTENCE.leading + 10
    config = ctx.catalog.config
    said = [str(config.title), word(ctx.t, str(journey.status)), ctx.site.info.revision[:10]]
    said = [f"\u2068{part}\u2069" for part in said if part]
    parts += sheet.words(
        margin, y, _FOOT.lines("  ·  ".join(said), sheet.width - 2 * margin, 2), _FOOT
    )
    return parts, y + _FOOT.leading + 36

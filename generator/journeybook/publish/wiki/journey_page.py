"""The page of a journey in a wiki: curve and map first, then what hurts, who decides, the story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.fact_text import emotion_text, of_item
from journeybook.pictures.cell_text import own_first
from journeybook.pictures.poster import curve_picture
from journeybook.publish.wiki.html_blocks import blocks_of, line_of
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Diagram,
    Grid,
    Heading,
    Inline,
    Line,
    Paragraph,
    Picture,
    PictureBlock,
    Quote,
    Words,
)
from journeybook.publish.wiki.page_links import PageLinks, joined, stacked
from journeybook.publish.wiki.page_parts import picture_stem, row_items
from journeybook.schema.documents import Journey

MOST_COLUMNS = 6
"""Steps that one table shows; a longer map has a table for each stage."""


class JourneyBlocks:
    """Builds the blocks of one journey."""

    def __init__(
        self, ctx: PageContext, view: views.JourneyView, links: PageLinks, signs: Mapping[str, str]
    ) -> None:
        self.ctx, self.view, self.links, self.signs = ctx, view, links, signs

    def blocks(self, *, mermaid: bool) -> Iterator[Block]:
        """Everything below the notice, in reading order."""
        view, t = self.view, self.ctx.t
        if view.lead:
            yield Paragraph((Words(view.lead, "strong"),))
        yield from blocks_of(str(view.argument), self.links.to)
        yield from self._curve()
        yield Heading(2, (Words(t("Map")),), "map")
        yield from self._map()
        yield from self._diagram(mermaid=mermaid)
        yield from self._pains()
        yield from self._committee()
        yield from self._quotes()
        yield from self._stories()
        for title, text in view.notes:
            yield Heading(2, (Words(title),))
            yield from blocks_of(str(text), self.links.to)
        related = [*view.facts, *view.chain, *view.used_by]
        if related:
            yield Heading(2, (Words(t("About this map")),))
            yield Bullets(tuple([(Paragraph(line),) for line in row_items(related, self.links)]))

    def _curve(self) -> Iterator[Block]:
        journey = self.ctx.document
        curve = self.view.canvas.curve
        if curve is None or not isinstance(journey, Journey):
            return
        svg = curve_picture(self.ctx, journey, self.signs, self.view.canvas)
        if svg is not None:
            stem = picture_stem(self.view.url, "curve")
            yield PictureBlock(Picture(stem, svg, curve.sentence))
        yield Paragraph((Words(curve.sentence),))

    def _map(self) -> Iterator[Block]:
        canvas = self.view.canvas
        stages = {stage.number: stage for stage in canvas.stages}
        groups: dict[int, list[int]] = {}
        for at, step in enumerate(canvas.steps):
            groups.setdefault(step.stage, []).append(at)
        if len(canvas.steps) <= MOST_COLUMNS:
            yield from self._table(list(range(len(canvas.steps))), with_stage=True)
            yield from self._stage_facts(stages.values())
            return
        for number, columns in groups.items():
            stage = stages[number]
            yield Heading(3, self._stage_title(stage), f"stage-{number}")
            yield from self._stage_facts([stage])
            yield from self._table(columns, with_stage=False)

    def _stage_title(self, stage: views.CanvasStage) -> Line:
        words = f"{stage.number}. {stage.title}"
        notes = [note for note in (stage.time, stage.owner) if note]
        return (Words(f"{words} ({', '.join(notes)})" if notes else words),)

    def _stage_facts(self, stages: Iterable[views.CanvasStage]) -> Iterator[Block]:
        """The facts of whole stages, one line each."""
        items: list[tuple[Block, ...]] = []
        numbers = {stage.number for stage in stages}
        for story in self.view.stages:
            if story.stage.number not in numbers:
                continue
            for lane, cell in story.facts:
                head = lane.title if len(numbers) == 1 else f"{story.stage.title}, {lane.title}"
                line: list[Inline] = [Words(f"{head}: ", "strong"), *self._cell(cell, "; ")]
                items.append((Paragraph(tuple(line)),))
        if items:
            yield Bullets(tuple(items))

    def _table(self, columns: list[int], *, with_stage: bool) -> Iterator[Block]:
        """Lanes by steps; the emotions first, with their scores. Empty lanes are left out."""
        canvas = self.view.canvas
        steps = [canvas.steps[at] for at in columns]
        if not any(step.id for step in steps):
            return
        heads: list[Line] = [()]
        titles = {stage.number: stage.title for stage in canvas.stages}
        for step in steps:
            head: list[Line] = [(Words(f"{step.number} {step.title}", "strong"),)]
            if with_stage and step.first_in_stage:
                head.insert(0, (Words(titles[step.stage], "emphasis"),))
            if step.branch:
                head.append((Words(step.branch, "emphasis"),))
            heads.append(stacked(head))
        lanes = sorted(canvas.lanes, key=lambda lane: lane.key != "emotion")
        rows: list[tuple[Line, ...]] = []
        for lane in lanes:
            cells = [self._cell(lane.cells[at]) for at in columns]
            if any(cells):
                rows.append(((Words(lane.title, "strong"),), *cells))
        yield Grid(tuple(heads), tuple(rows))

    def _cell(self, cell: views.Cell, between: str = "") -> Line:
        """The facts of a cell, below each other or with words between them."""
        lines: list[Line] = []
        for item in sorted(cell.items, key=own_first):
            lines += [self.links.fact(text) for text in of_item(item)]
        if cell.apart:
            lines.append((Words(cell.apart, "emphasis"),))
        return joined(lines, between) if between else stacked(lines)

    def _diagram(self, *, mermaid: bool) -> Iterator[Block]:
        diagram = next((drawn for drawn in self.view.diagrams if drawn.id == "stages"), None)
        if diagram is None or not (mermaid or diagram.image):
            return
        yield Heading(2, (Words(diagram.title),), "stages")
        stem = picture_stem(self.view.url, diagram.id)
        picture = None
        if diagram.image and not mermaid:
            picture = Picture(stem, diagram.image, diagram.alternative)
        yield Diagram(diagram.title, diagram.source, diagram.alternative, picture)

    def _pains(self) -> Iterator[Block]:
        """Every pain with its severity, its step and what is planned about it."""
        t = self.ctx.t
        rows: list[tuple[Line, ...]] = []
        for step, text in self._statements("pain"):
            severity = text.severity_label or "–"
            answers = self.links.links(text.opportunities)
            rows.append((self._words(text), (Words(severity),), self._step(step), answers))
        if rows:
            yield Heading(2, (Words(t("Pain points")),), "pains")
            heads = (t("Pain point"), t("Severity"), t("Step"), t("Opportunities"))
            yield Grid(tuple([(Words(head),) for head in heads]), tuple(rows))

    def _words(self, text: views.MarkedText) -> Line:
        words = line_of(str(text.html), self.links.to)
        speaker: Line = (Words(f"{text.speaker}: "),) if text.speaker else ()
        return (*speaker, *words)

    def _step(self, step: views.CanvasStep) -> Line:
        return (Words(f"{step.number} {step.title}"),)

    def _statements(self, key: str) -> Iterator[tuple[views.CanvasStep, views.MarkedText]]:
        """The statements of a lane with their steps, in the order of the map."""
        canvas = self.view.canvas
        for lane in canvas.lanes:
            if lane.key != key:
                continue
            for step, cell in zip(canvas.steps, lane.cells, strict=True):
                yield from ((step, item.text) for item in cell.items if item.text)

    def _committee(self) -> Iterator[Block]:
        committee = self.view.committee
        if committee is None:
            return
        t = self.ctx.t
        stages = [(self.links.link(stage),) for stage in committee.stages]
        heads: list[Line] = [(Words(t("Person")),), (Words(t("Role")),), (Words(t("Influence")),)]
        rows: list[tuple[Line, ...]] = []
        for row in committee.rows:
            influence = row.say.label if row.say else ""
            person: Line = (self.links.link(row.person),)
            seats = [_seat(seat) for seat in row.seats]
            rows.append((person, (Words(row.role),), (Words(influence),), *seats))
        yield Heading(2, (Words(t("Buying committee")),), "committee")
        yield Grid((*heads, *stages), tuple(rows))

    def _quotes(self) -> Iterator[Block]:
        quotes = list(self._statements("says"))
        if not quotes:
            return
        yield Heading(2, (Words(self.ctx.t("In their own words")),))
        for step, text in quotes:
            place = Words(f" ({step.number} {step.title})", "emphasis")
            yield Quote((Paragraph((*self._words(text), place)),))

    def _stories(self) -> Iterator[Block]:
        """What the author wrote below stages and steps."""
        blocks: list[Block] = []
        for stage in self.view.stages:
            part = list(self._stage_story(stage))
            if part:
                blocks.append(Heading(3, (Words(f"{stage.stage.number}. {stage.stage.title}"),)))
                blocks += part
        if blocks:
            yield Heading(2, (Words(self.ctx.t("Story")),))
            yield from blocks

    def _stage_story(self, stage: views.StageStory) -> Iterator[Block]:
        yield from blocks_of(str(stage.story), self.links.to, level=5)
        for story in stage.steps:
            text = blocks_of(str(story.story), self.links.to, level=5)
            if text:
                title = f"{story.step.number} {story.step.title}"
                yield Heading(4, (Words(title),), story.step.id)
                yield from self._feelings(story)
                yield from text

    def _feelings(self, story: views.StepStory) -> Iterator[Block]:
        lines = [self.links.fact(emotion_text(emotion)) for emotion in story.emotions]
        if lines:
            yield Paragraph(joined(lines, " · "))


def _seat(seat: views.Seat) -> Line:
    if not seat.present:
        return ()
    return (Words(seat.emotion.shown if seat.emotion else "•"),)

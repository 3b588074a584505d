"""A journey as rows and columns, for any format: the map as a matrix, and the steps as a list with
all their facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.exporting.context import ExportContext
from journeybook.insight.emotion import average, people
from journeybook.pages.context import PageContext
from journeybook.pages.maps.canvas import canvas, cell
from journeybook.pictures.cell_text import cell_words
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.schema.values import Ref
from journeybook.vocabulary import SECONDS, FactKey, ValueKind

Value = str | int | float | None

# Some spreadsheet program treats a cell that starts like this as a formula, even after blanks or
# with the full-width characters of East Asian keyboards.
_FORMULA = re.compile(r"[\t\r\n]|[\s\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Table:
    """Rows with headings; `heads` is the number of heading rows and columns."""

    rows: tuple[tuple[Value, ...], ...]
    heads: tuple[int, int]
    spans: tuple[int, ...] = ()
    """For the matrix: the number of columns of each stage."""


def harmless(value: Value) -> Value:
    """The value of a cell, safe in any spreadsheet: text that looks like a formula gets an
    apostrophe; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)
    return f"'{text}" if _FORMULA.match(text) else text


def matrix(ctx: PageContext, journey: Journey) -> Table:
    """The map: stages and steps across, lanes down."""
    drawn = canvas(ctx, journey)
    spans = tuple(stage.columns for stage in drawn.stages)
    stages = [f"{ctx.messages.number(stage.number)}. {stage.title}" for stage in drawn.stages]
    steps = [f"{step.number} {step.title}".strip() for step in drawn.steps]
    rows: list[tuple[Value, ...]] = [("", *_spread(stages, spans)), ("", *steps)]
    for lane in drawn.lanes:
        if lane.stage_cells:
            rows.append((lane.title, *_spread(map(cell_words, lane.stage_cells), spans)))
        if any(cell.items for cell in lane.cells):
            rows.append((lane.title, *map(cell_words, lane.cells)))
    return Table(tuple(rows), (2, 1), spans)


def _spread(texts: Iterable[str], spans: Iterable[int]) -> Iterator[str]:
    """One text for each span of columns, in its first column; the other columns are empty."""
    for text, columns in zip(texts, spans, strict=True):
        yield text
        yield from [""] * (columns - 1)


def steps(context: ExportContext, journeys: Iterable[Journey]) -> Table:
    """One row for each step. Columns have the keys of facts as headings, which are the same in
    every language."""
    columns = _Columns.of(context.site.catalog.config.facts)
    rows: list[tuple[Value, ...]] = [columns.headings]
    for journey in journeys:
        ctx = context.at(journey)
        for number, stage in enumerate(journey.stages, 1):
            for at, step in enumerate(stage.steps, 1):
                place = (journey.id, journey.persona, number, stage.title, at, step.id, step.title)
                rows.append((*place, *_values(ctx, journey, stage, step, columns)))
    return Table(tuple(rows), (1, 0))


@dataclass(frozen=True)
class _Columns:
    """The facts that have a column in the list of steps."""

    facts: Mapping[str, FactKey]
    numbers: tuple[str, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, facts: Mapping[str, FactKey]) -> _Columns:
        kinds = (ValueKind.SCORE, ValueKind.TIMING)
        numbers = tuple(key for key, fact in facts.items() if fact.value in kinds)
        left_out = {"who", *numbers}
        texts = tuple(
            key for key, fact in facts.items() if key not in left_out and not fact.stage_only
        )
        return cls(facts, numbers, texts)

    @property
    def headings(self) -> tuple[str, ...]:
        place = ("journey", "persona", "stage no", "stage", "step no", "step", "title")
        numbers = (
            f"{key} (days)" if self.facts[key].value is ValueKind.TIMING else key
            for key in self.numbers
        )
        return (*place, "who", "feeling", *numbers, *self.texts, "story")


def _values(
    ctx: PageContext, journey: Journey, stage: Stage, step: Step, columns: _Columns
) -> Iterator[Value]:
    """The facts of one step, in the order of the columns."""
    personas = [Ref("persona", person) for person in people(step, journey)]
    yield "\n".join(map(ctx.catalog.title, personas))
    yield average(step, journey)
    for key in columns.numbers:
        yield _number(step, key)
    for key in columns.texts:
        yield cell_words(cell(ctx, journey, step, columns.facts[key], stage))
    yield step.story.text.strip() if step.story else ""


def _number(step: Stage | Step, key: str) -> Value:
    duration = step.duration(key)
    if duration is not None:
        return round(duration.middle / SECONDS["d"], 4)
    return step.score(key)

"""A journey as rows and columns, before any format: the map as a matrix, and one row for each step
with all it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.exporting.context import ExportContext
from journeybook.insight.emotion import average, people
from journeybook.pages.context import PageContext
from journeybook.pages.maps.canvas import canvas, cell
from journeybook.pictures.cell_text import cell_words
from journeybook.schema.documents import Journey, Stage, Step
from journeybook.schema.values import Ref
from journeybook.vocabulary import SECONDS, ValueKind

Value = str | int | float | None

# A cell that starts like this is taken for a formula by one spreadsheet program or another, also
# behind blanks and in the wide forms of East Asian keyboards.
_FORMULA = re.compile(r"[\t\r\n]|[\s\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Table:
    """Rows below a head; `heads` is how many rows and columns are headings."""

    rows: tuple[tuple[Value, ...], ...]
    heads: tuple[int, int]
    spans: tuple[int, ...] = ()
    """For the matrix: how many columns each stage of the first row takes."""


def harmless(value: Value) -> Value:
    """A cell's value that no spreadsheet runs: text that looks like a formula gets an apostrophe;
    numbers are numbers."""
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)
    return f"'{text}" if _FORMULA.match(text) else text


def matrix(ctx: PageContext, journey: Journey) -> Table:
    """The map: stages and steps across, lanes down."""
    made = canvas(ctx, journey)
    stages: list[Value] = [""]
    for stage in made.stages:
        stages += [
            f"{ctx.messages.number(stage.number)}. {stage.title}",
            *[""] * (stage.columns - 1),
        ]
    steps: list[Value] = [""]
    steps += (f"{step.number} {step.title}".strip() for step in made.steps)
    rows: list[tuple[Value, ...]] = [tuple(stages), tuple(steps)]
    spans = tuple(stage.columns for stage in made.stages)
    for lane in made.lanes:
        if lane.stage_cells:
            whole: list[Value] = [lane.title]
            for said, columns in zip(lane.stage_cells, spans, strict=True):
                whole += [cell_words(said), *[""] * (columns - 1)]
            rows.append(tuple(whole))
        if any(said.items for said in lane.cells):
            rows.append((lane.title, *(cell_words(said) for said in lane.cells)))
    return Table(tuple(rows), (2, 1), spans)


def steps(atlas: ExportContext, journeys: Iterable[Journey]) -> Table:
    """One row for each step; columns are named by the keys of facts, so that they stay the same in
    every language."""
    facts = atlas.site.catalog.config.facts
    numbers = [
        key for key, fact in facts.items() if fact.value in (ValueKind.SCORE, ValueKind.TIMING)
    ]
    texts = [
        key
        for key, fact in facts.items()
        if key not in numbers and key != "who" and not fact.stage_only
    ]
    names = [f"{key} (days)" if facts[key].value is ValueKind.TIMING else key for key in numbers]
    head = (
        "journey",
        "persona",
        "stage no",
        "stage",
        "step no",
        "step",
        "title",
        "who",
        "feeling",
        *names,
        *texts,
        "story",
    )
    rows: list[tuple[Value, ...]] = [head]
    for journey in journeys:
        ctx = atlas.at(journey)
        for number, stage in enumerate(journey.stages, 1):
            for at, step in enumerate(stage.steps, 1):
                where: tuple[Value, ...] = (
                    journey.id,
                    journey.persona,
                    number,
                    stage.title,
                    at,
                    step.id,
                    step.title,
                )
                who = "\n".join(
                    ctx.catalog.title(Ref("persona", person)) for person in people(step, journey)
                )
                felt = average(step, journey)
                said = (cell_words(cell(ctx, journey, step, facts[key], stage)) for key in texts)
                story = step.story.text.strip() if step.story else ""
                rows.append(
                    (*where, who, felt, *(_number(step, key) for key in numbers), *said, story)
                )
    return Table(tuple(rows), (1, 0))


def _number(step: Stage | Step, key: str) -> Value:
    duration = step.duration(key)
    if duration is not None:
        return round(duration.middle / SECONDS["d"], 4)
    return step.score(key)

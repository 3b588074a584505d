"""The references of one document to others, and the names by which others can refer to it.

Both depend on that document alone, so that they can be cached by its digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.budget import Budget
from journeybook.cache import CompactPickle, key_of
from journeybook.catalog.anchors import headings_of
from journeybook.catalog.lookalikes import look_alikes
from journeybook.catalog.references import (
    Reference,
    RiskyText,
    Written,
    links_of,
    references,
    texts,
)
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.prose.cost_estimate import is_risky, refusal_reason
from journeybook.prose.links import Link, find_raw_html
from journeybook.prose.nesting import may_nest, most_levels
from journeybook.schema.documents import AnyDocument, Journey, Step


@dataclass(frozen=True, slots=True)
class Linked(CompactPickle):
    """A link in a text, with the stage and step of the map that the text belongs to."""

    link: Link
    stage: str
    step: str


@dataclass(frozen=True, slots=True)
class Mentions(CompactPickle):
    """The references and links of a document, whether or not their targets exist."""

    references: tuple[Reference, ...]
    links: tuple[Linked, ...]
    problems: tuple[Diagnostic, ...]
    """What is wrong with the document alone: texts too expensive to render, HTML, IDs that look
    alike."""
    doubtful: tuple[RiskyText, ...]
    """Texts that may fail to render."""


def mentions(document: AnyDocument, budget: Budget) -> Mentions:
    """Collect the references and links of a document, within the limits of `budget`."""
    links: list[Linked] = []
    problems: list[Diagnostic] = []
    doubtful: list[RiskyText] = []
    levels = most_levels(budget)
    for written in texts(document):
        text = written.prose.text
        reason = refusal_reason(text, budget)
        if reason:
            message = f"this text would take too long to render: {reason}"
            problems.append(fault("JB164", written.place(document.path), message))
            continue
        if may_nest(text, levels) or is_risky(text):
            doubtful.append(RiskyText(document.path, written))
        problems += _raw_html(written, document.path)
        for link in links_of(written, document.path):
            links.append(Linked(link, written.stage, written.step))
    if isinstance(document, Journey):
        problems += look_alikes(document)
    return Mentions(tuple(references(document)), tuple(links), tuple(problems), tuple(doubtful))


def _raw_html(written: Written, file: str) -> Iterator[Diagnostic]:
    prose = written.prose
    spans = find_raw_html(
        prose.text, file=file, first_line=prose.first_line, first_column=written.column
    )
    for span in spans:
        place = written.continued or span
        message = f"raw HTML is shown as plain text (line {place.line})"
        yield fault("JB162", place, message, "use Markdown")


def names_of(document: AnyDocument) -> bytes:
    """The digest of every name by which a reference can mean a document or a part of it."""
    names = [document.kind_name, document.id, document.path]
    names += [f"was {name}" for name in document.was]
    if isinstance(document, Journey):
        for part in document.parts():
            names.append(f"part {part.id}")
            if isinstance(part, Step):
                names += [f"was {old}" for old in part.was]
            names += [f"{fact.key} {fact.marks.id}" for fact in part.facts if fact.marks.id]
    names += headings_of(document)
    return key_of(*names)

"""Every reference that one document makes, with the key and the place it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from journeybook.cache import CompactPickle
from journeybook.diagnostics import Severity
from journeybook.prose.links import Link, find_links
from journeybook.schema.documents import (
    DOCUMENT_TYPES,
    AnyDocument,
    Collateral,
    Fact,
    Journey,
    Prose,
    field_values,
)
from journeybook.schema.fields import LINE, ListOf, declared, id_fault
from journeybook.schema.values import MetricMove, Ref, References, Text
from journeybook.text import Span
from journeybook.vocabulary import KINDS, ROLES


@dataclass(frozen=True, slots=True)
class Reference(CompactPickle):
    """A reference with the key it stands under, and the stage and step where it stands in a map."""

    ref: Ref
    how: str
    stage: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Written(CompactPickle):
    """A text of a document in Markdown, and where in the map it stands."""

    prose: Prose
    stage: str = ""
    step: str = ""
    column: int = 1
    continued: Span | None = None
    """The span of a text on several lines or in quotes: what is found in it has no closer place."""
    is_line: bool = False
    """Whether it is shown as one line, in which nothing makes a block."""

    def place(self, file: str) -> Span:
        """Where it begins."""
        line = self.prose.first_line
        return Span(file, line, self.column, line, self.column + 1)


@dataclass(frozen=True, slots=True)
class RiskyText(CompactPickle):
    """A text that may not come out well, and its file: it is tried before a page is made of it
    (`laid_out`)."""

    file: str
    written: Written


def graded(document: AnyDocument) -> Severity:
    """How much a missing reference weighs: an error in an approved map, a warning everywhere
    else."""
    approved = isinstance(document, Journey) and document.status == "approved"
    return Severity.ERROR if approved else Severity.WARNING


def references(document: AnyDocument) -> Iterator[Reference]:
    """References of front matter and facts, in file order. Links in texts are not among them
    (`prose_links`)."""
    if isinstance(document, Journey):
        yield Reference(Ref("persona", document.persona, document.place("title")), "folder")
    for key, value in field_values(document).items():
        for ref in _in_value(value):
            yield Reference(ref, key)
    if isinstance(document, Journey):
        for name, _ in document.committee:
            if not id_fault("persona", name):
                yield Reference(Ref("persona", str(name), name.span), "committee")
        for stage in document.stages:
            for fact in stage.facts:
                yield from in_fact(fact, stage.id, "")
            for step in stage.steps:
                for fact in step.facts:
                    yield from in_fact(fact, stage.id, step.id)
    if isinstance(document, Collateral):
        for audience in document.audience:
            if audience.lower() not in ROLES and not id_fault("persona", audience):
                yield Reference(Ref("persona", str(audience), audience.span), "for")


def _in_value(value: object) -> Iterator[Ref]:
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, MetricMove):
        yield value.ref
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, Ref | MetricMove):
                yield from _in_value(item)


def in_fact(fact: Fact, stage: str, step: str) -> Iterator[Reference]:
    """The references of one fact of a stage or a step, by their ids."""
    if isinstance(fact.payload, References):
        for ref in fact.payload.refs:
            yield Reference(ref, fact.key, stage, step)
    elif isinstance(fact.payload, MetricMove):
        yield Reference(fact.payload.ref, fact.key, stage, step)
    for ref in fact.marks.evidence:
        yield Reference(ref, "evidence", stage, step)
    person = getattr(fact.payload, "persona", "")
    if person:
        yield Reference(Ref("persona", person, fact.span), fact.key, stage, step)


def texts(document: AnyDocument) -> Iterator[Written]:
    """Every Markdown text of a document: lines of front matter, its body, stories and notes, and
    the words of facts."""
    for value in _lines(document):
        span = value.span
        is_plain = span.line == span.end_line and span.end_column - span.column == len(value)
        yield Written(
            Prose(value, span.line),
            column=span.column,
            continued=None if is_plain else span,
            is_line=True,
        )
    if document.body:
        yield Written(document.body)
    if not isinstance(document, Journey):
        return
    for stage in document.stages:
        for part in (stage, *stage.steps):
            step = "" if part is stage else part.id
            for fact in part.facts:
                if fact.text:
                    span = fact.value_span
                    continued = span if span.line != span.end_line else None
                    # The words of a feeling or a moment of truth stand behind its number or kind.
                    column = span.column if continued else span.end_column - len(fact.text)
                    yield Written(
                        Prose(fact.text, span.line), stage.id, step, column, continued, is_line=True
                    )
            if part.story:
                yield Written(part.story, stage.id, step)
    for notes in document.notes:
        if notes.body:
            yield Written(notes.body)


def _lines(document: AnyDocument) -> Iterator[Text]:
    """The values of front matter that are lines of Markdown."""
    for attribute in _attributes_of_lines(document.kind_name):
        yield from _texts_in(getattr(document, attribute))
    if isinstance(document, Journey):
        for _, member in document.committee:
            yield from member.needs


@cache
def _attributes_of_lines(kind: str) -> tuple[str, ...]:
    return tuple(
        attribute
        for attribute, said in declared(DOCUMENT_TYPES[kind]).values()
        if said.type in (LINE, ListOf(LINE))
    )


def _texts_in(value: Text | tuple[Text, ...] | None) -> tuple[Text, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def links_of(written: Written, file: str) -> tuple[Link, ...]:
    """The links of a text, with their places in its file."""
    prose = written.prose
    found = find_links(
        prose.text, file=file, first_line=prose.first_line, first_column=written.column
    )
    return (
        tuple(replace(link, span=written.continued) for link in found)
        if written.continued
        else found
    )


def wiki_ref(link: Link) -> Ref | None:
    """The entity a `[[kind:id]]` link names, or None where its kind or id cannot be one."""
    if link.kind not in KINDS or id_fault(link.kind, link.id):
        return None
    return Ref(link.kind, link.id, link.span)

"""Every reference and every Markdown text of one document, each with its key and place."""

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
    """A reference with its key (`how`) and, in a map, its stage and step."""

    ref: Ref
    how: str
    stage: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Written(CompactPickle):
    """A Markdown text of a document and, in a map, its stage and step."""

    prose: Prose
    stage: str = ""
    step: str = ""
    column: int = 1
    continued: Span | None = None
    """The span of a text on several lines or in quotes: findings in it have no closer place."""
    is_line: bool = False
    """Whether it is rendered as a single line, without blocks."""

    def place(self, file: str) -> Span:
        """The place where it begins."""
        line = self.prose.first_line
        return Span(file, line, self.column, line, self.column + 1)


@dataclass(frozen=True, slots=True)
class RiskyText(CompactPickle):
    """A text that may fail to render, and its file (see `markdown_precheck`)."""

    file: str
    written: Written


def reference_severity(document: AnyDocument) -> Severity:
    """The severity of a missing reference: an error in an approved map, otherwise a warning."""
    approved = isinstance(document, Journey) and document.status == "approved"
    return Severity.ERROR if approved else Severity.WARNING


def references(document: AnyDocument) -> Iterator[Reference]:
    """References in front matter and facts, in file order; links in texts are not among them."""
    if isinstance(document, Journey):
        yield Reference(Ref("persona", document.persona, document.place("title")), "folder")
    for key, value in field_values(document).items():
        for ref in _in_value(value):
            yield Reference(ref, key)
    if isinstance(document, Journey):
        yield from _in_committee(document)
        yield from _in_stages(document)
    if isinstance(document, Collateral):
        yield from _in_audience(document)


def _in_committee(journey: Journey) -> Iterator[Reference]:
    for name, _ in journey.committee:
        if not id_fault("persona", name):
            yield Reference(Ref("persona", str(name), name.span), "committee")


def _in_stages(journey: Journey) -> Iterator[Reference]:
    for stage in journey.stages:
        for fact in stage.facts:
            yield from in_fact(fact, stage.id, "")
        for step in stage.steps:
            for fact in step.facts:
                yield from in_fact(fact, stage.id, step.id)


def _in_audience(asset: Collateral) -> Iterator[Reference]:
    for name in asset.audience:
        if name.lower() not in ROLES and not id_fault("persona", name):
            yield Reference(Ref("persona", str(name), name.span), "for")


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
    """The references in one fact; `stage` and `step` are the IDs of its place."""
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
    """Every Markdown text of a document: lines of front matter, body, stories, notes and facts."""
    for value in _lines(document):
        yield _written_line(value)
    if document.body:
        yield Written(document.body)
    if not isinstance(document, Journey):
        return
    for stage in document.stages:
        for part in (stage, *stage.steps):
            step = "" if part is stage else part.id
            for fact in part.facts:
                if fact.text:
                    yield _written_fact(fact, stage.id, step)
            if part.story:
                yield Written(part.story, stage.id, step)
    for notes in document.notes:
        if notes.body:
            yield Written(notes.body)


def _written_line(value: Text) -> Written:
    span = value.span
    is_plain = span.line == span.end_line and span.end_column - span.column == len(value)
    continued = None if is_plain else span
    prose = Prose(value, span.line)
    return Written(prose, column=span.column, continued=continued, is_line=True)


def _written_fact(fact: Fact, stage: str, step: str) -> Written:
    span = fact.value_span
    continued = span if span.line != span.end_line else None
    # The words of an emotion or a moment of truth come after its number or kind.
    column = span.column if continued else span.end_column - len(fact.text)
    return Written(Prose(fact.text, span.line), stage, step, column, continued, is_line=True)


def _lines(document: AnyDocument) -> Iterator[Text]:
    """The values of front matter that are lines of Markdown."""
    for attribute in line_attributes(document.kind_name):
        yield from _texts_in(getattr(document, attribute))
    if isinstance(document, Journey):
        for _, member in document.committee:
            yield from member.needs


@cache
def line_attributes(kind: str) -> tuple[str, ...]:
    fields = declared(DOCUMENT_TYPES[kind]).values()
    return tuple(attribute for attribute, field in fields if field.type in (LINE, ListOf(LINE)))


def _texts_in(value: Text | tuple[Text, ...] | None) -> tuple[Text, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def links_of(written: Written, file: str) -> tuple[Link, ...]:
    """The links of a text, with their places in its file."""
    prose = written.prose
    links = find_links(
        prose.text, file=file, first_line=prose.first_line, first_column=written.column
    )
    if written.continued:
        return tuple(replace(link, span=written.continued) for link in links)
    return links


def wiki_ref(link: Link) -> Ref | None:
    """The entity that a link `[[kind:id]]` names, or None if its kind or ID is not valid."""
    if link.kind not in KINDS or id_fault(link.kind, link.id):
        return None
    return Ref(link.kind, link.id, link.span)

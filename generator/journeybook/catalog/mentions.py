"""What one document says of others, and what others may call it by: both are known before any other
is read."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.budget import Budget
from journeybook.cache import CompactPickle, key_of
from journeybook.catalog.lookalikes import look_alikes
from journeybook.catalog.references import Reference, RiskyText, links_of, references, texts
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.prose.cost_estimate import is_risky, too_much
from journeybook.prose.links import Link, find_raw_html
from journeybook.prose.nesting import may_nest, most_levels
from journeybook.schema.documents import AnyDocument, Journey


@dataclass(frozen=True, slots=True)
class Linked(CompactPickle):
    """A link in a text, and the stage and step of a map where it stands."""

    link: Link
    stage: str
    step: str


@dataclass(frozen=True, slots=True)
class Mentions(CompactPickle):
    """What a document says of others, whether or not they exist."""

    references: tuple[Reference, ...]
    links: tuple[Linked, ...]
    problems: tuple[Diagnostic, ...]
    """What is wrong whatever else the site holds: texts that cannot be laid out, raw HTML, ids that
    look alike."""
    doubtful: tuple[RiskyText, ...]
    """Texts that may not come out well."""


def mentions(document: AnyDocument, budget: Budget) -> Mentions:
    """What a document says of others."""
    links: list[Linked] = []
    problems: list[Diagnostic] = []
    doubtful: list[RiskyText] = []
    levels = most_levels(budget)
    for written in texts(document):
        line, text = written.prose.first_line, written.prose.text
        reason = too_much(text, budget)
        if reason:
            message = f"this text would take too long to render: {reason}"
            problems.append(fault("JB164", written.place(document.path), message))
            continue
        if may_nest(text, levels) or is_risky(text):
            doubtful.append(RiskyText(document.path, written))
        for span in find_raw_html(
            text, file=document.path, first_line=line, first_column=written.column
        ):
            span = written.continued or span
            problems.append(
                fault(
                    "JB162", span, f"raw HTML is shown as plain text (line {span.line})", "use Markdown"
                )
            )
        links += (
            Linked(link, written.stage, written.step) for link in links_of(written, document.path)
        )
    if isinstance(document, Journey):
        problems += look_alikes(document)
    return Mentions(tuple(references(document)), tuple(links), tuple(problems), tuple(doubtful))


def names_of(document: AnyDocument) -> bytes:
    """The digest of everything that a reference may call a document, or a part of it, by."""
    names = [
        document.kind_name,
        document.id,
        document.path,
        *(f"was {name}" for name in document.was),
    ]
    if isinstance(document, Journey):
        for part in document.parts():
            names.append(f"part {part.id}")
            names += (f"pain {fact.marks.id}" for fact in part.all("pain") if fact.marks.id)
    return key_of(*names)

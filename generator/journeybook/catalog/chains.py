"""Chains of journeys and of personas, such as parts and managers, must not form circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Journey, Persona
from journeybook.schema.values import Ref

References = Mapping[Ref, Sequence[Ref]]


def circles(documents: Mapping[Ref, AnyDocument]) -> Iterator[Diagnostic]:
    """One finding for each circle of `part-of`, `continues`, `of`, `translation-of`, `zoom` or
    `reports-to`."""
    journeys = [document for document in documents.values() if isinstance(document, Journey)]
    personas = [document for document in documents.values() if isinstance(document, Persona)]
    for key in ("part-of", "continues", "translation-of", "of"):
        yield from _circles_of(key, _values(key, journeys))
    yield from _circles_of("zoom", _zooms(journeys))
    yield from _circles_of("reports-to", _values("reports-to", personas))


def _values(key: str, documents: Iterable[AnyDocument]) -> References:
    """The reference under a key of the front matter, for each document that has it."""
    attribute = key.replace("-", "_")
    references: dict[Ref, tuple[Ref]] = {}
    for document in documents:
        target: Ref | None = getattr(document, attribute)
        if target:
            references[document.ref] = (target,)
    return references


def _zooms(journeys: Iterable[Journey]) -> References:
    references: dict[Ref, list[Ref]] = {}
    for journey in journeys:
        if "zoom" in journey.step_keys:
            references[journey.ref] = [ref for step in journey.steps for ref in step.refs("zoom")]
    return references


def _circles_of(key: str, references: References) -> Iterator[Diagnostic]:
    """Search depth-first; each circle is reported once, at the reference that closes it.

    The stack is explicit, since a chain may be longer than Python's call stack.
    """
    done: set[Ref] = set()
    for start in sorted(references, key=lambda ref: ref.id):
        if start in done:
            continue
        trail = {start: iter(references[start])}  # in the order of the chain
        while trail:
            last = next(reversed(trail))
            target = next(trail[last], None)
            if target is None:
                trail.popitem()
                done.add(last)
            elif target in trail:
                yield _finding(key, list(trail), target)
            elif target not in done:
                trail[target] = iter(references.get(target, ()))


def _finding(key: str, trail: Sequence[Ref], target: Ref) -> Diagnostic:
    circle = [*trail[trail.index(target) :], target]
    names = " → ".join(ref.id for ref in circle)
    message = f"`{key}` forms a circle: {names}"
    return fault("JB151", target.span, message, "remove one of these references")

"""Chains of journeys: parts, continuations, versions and details; and the circles they must not
form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Journey, Persona
from journeybook.schema.values import Ref


def circles(documents: Mapping[Ref, AnyDocument]) -> Iterator[Diagnostic]:
    """One finding for each circle of `part-of`, `continues`, `of`, `translation-of`, `zoom` or
    `reports-to`."""
    journeys = [document for document in documents.values() if isinstance(document, Journey)]
    personas = [document for document in documents.values() if isinstance(document, Persona)]
    yield from _circle("part-of", {j.ref: [j.part_of] for j in journeys if j.part_of})
    yield from _circle("continues", {j.ref: [j.continues] for j in journeys if j.continues})
    yield from _circle(
        "translation-of", {j.ref: [j.translation_of] for j in journeys if j.translation_of}
    )
    yield from _circle("of", {j.ref: [j.of] for j in journeys if j.of})
    zoomed = [journey for journey in journeys if "zoom" in journey.step_keys]
    yield from _circle(
        "zoom", {j.ref: [ref for step in j.steps for ref in step.refs("zoom")] for j in zoomed}
    )
    yield from _circle("reports-to", {p.ref: [p.reports_to] for p in personas if p.reports_to})


def _circle(key: str, arrows: Mapping[Ref, Iterable[Ref]]) -> Iterator[Diagnostic]:
    """Depth-first with an explicit stack; every circle is reported once, at the reference that
    closes it."""
    done: set[Ref] = set()
    for start in sorted(arrows, key=lambda ref: ref.id):
        if start in done:
            continue
        trail = [start]
        on_trail = {start}
        stack = [iter(tuple(arrows.get(start, ())))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                left = trail.pop()
                on_trail.discard(left)
                done.add(left)
            elif following in on_trail:
                names = [ref.id for ref in trail[trail.index(following) :]] + [following.id]
                yield fault(
                    "JB151",
                    following.span,
                    f"`{key}` forms a circle: {' → '.join(names)}",
                    "remove one of these references",
                )
            elif following not in done:
                trail.append(following)
                on_trail.add(following)
                stack.append(iter(tuple(arrows.get(following, ()))))

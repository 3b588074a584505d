"""The places of a page that a link can lead to, by the anchor that authors write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from journeybook.prose.cost_estimate import is_risky
from journeybook.schema.documents import AnyDocument, Journey, Page, Prose, Stage

SECTIONS = frozenset(
    ("map_", "stories_", "diagrams_", "committee_", "time_", "notes_", "chain_", "journeys_")
)
"""Parts of built-in pages; a page has some of them."""


def page_anchor(document: AnyDocument, written: str) -> str | None:
    """The ID on the page that an anchor means, such as `stage_awareness` for `awareness`.

    None if the page has no such place. Authors write IDs of steps, stages and facts as in the map,
    and headings as their code host makes anchors of them.
    """
    if written in SECTIONS:
        return written
    if isinstance(document, Journey):
        own = journey_anchors(document)
        if written in own:
            return own[written]
    for prose, prefix in _texts(document):
        if "#" in prose.text or "\n-" in prose.text or "\n=" in prose.text:
            if is_risky(prose.text):
                return prefix + written  # too costly to look at for a link
            if prefix + written in heading_ids(prose.text, prefix):
                return prefix + written
            if written in heading_ids(prose.text, prefix):
                return written
    return None


def journey_anchors(journey: Journey) -> Mapping[str, str]:
    """Anchor as written -> ID on the page, for the stages, steps and facts of a map."""
    ids: dict[str, str] = {}
    for part in journey.parts():
        is_stage = isinstance(part, Stage)
        for fact in part.facts:
            lane = fact.key.replace(" ", "-")
            cell = f"cell_{part.id}_{lane}"
            ids |= {cell: cell}
            if fact.marks.id:
                ids.setdefault(fact.marks.id, fact.marks.id)
        own = f"stage_{part.id}" if is_stage else f"story_{part.id}"
        ids[own] = own
    for part in journey.parts():  # steps before stages of the same name
        if isinstance(part, Stage):
            ids.setdefault(part.id, f"stage_{part.id}")
        else:
            ids[part.id] = part.id
            for old in part.was:
                ids.setdefault(old, part.id)
    return ids


def _texts(document: AnyDocument) -> Iterator[tuple[Prose, str]]:
    """The texts of a document that can have headings, each with the prefix of their IDs."""
    if document.body:
        yield document.body, "" if isinstance(document, Page) else "about_"
    if not isinstance(document, Journey):
        return
    for number, stage in enumerate(document.stages, 1):
        yield stage.story, f"stage_{number}_"
        for at, step in enumerate(stage.steps, 1):
            yield step.story, f"step_{number}_{at}_"
    for at, note in enumerate(document.notes, 1):
        yield note.body, f"note_{at}_"


@lru_cache(maxsize=256)
def heading_ids(text: str, prefix: str) -> frozenset[str]:
    """The IDs of the headings of a text on its page."""
    from journeybook.prose.links import Link, Resolved  # only sites with such links need these
    from journeybook.prose.render import render

    def resolve(link: Link) -> Resolved | None:
        return Resolved("x", link.label or link.id, "")

    rendered = render(text, id_prefix=prefix, resolve=resolve, heading_level=2)
    return frozenset(id for _, id, _ in rendered.headings)


def headings_of(document: AnyDocument) -> Iterator[str]:
    """The lines of a document that make headings, as written: what its anchors depend on."""
    for prose, prefix in _texts(document):
        lines = prose.text.split("\n")
        for line, below in zip(lines, (*lines[1:], ""), strict=True):
            is_underlined = bool(below) and not below.strip("=- ")
            if line.lstrip().startswith("#") or (is_underlined and line.strip()):
                yield prefix + line

"""One document without what a build profile leaves out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Set
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from journeybook.catalog.prose_links import inside_content
from journeybook.catalog.references import line_attributes, wiki_ref
from journeybook.prose.links import Link, find_links
from journeybook.prose.places import Places
from journeybook.schema.documents import (
    AnyDocument,
    Collateral,
    Entity,
    Fact,
    Journey,
    Member,
    Notes,
    Prose,
    Stage,
    Step,
)
from journeybook.schema.fields import declared
from journeybook.schema.leave_out import NEVER_OUT, STORY
from journeybook.schema.read import place_of
from journeybook.schema.values import (
    Branches,
    Emotion,
    MetricMove,
    Payload,
    Ref,
    References,
    Statement,
    Text,
    Truth,
)

CONTENT = "content/"
Rewrite = Callable[[str], str]
H = TypeVar("H", Stage, Step)


@dataclass(frozen=True)
class Cut:
    """Removes keys and references from documents, and counts the facts and fields of each key."""

    keys: frozenset[str]
    removed: frozenset[Ref]
    images: frozenset[str]
    counts: Counter[str]

    def document(self, document: AnyDocument) -> AnyDocument:
        """A document that stays, without what is left out of it."""
        changes = self._fields(document)
        rewrite = self._rewriter(document.path)
        changes["body"] = _rewritten_prose(document.body, rewrite)
        for attribute in line_attributes(document.kind_name):
            value = changes.get(attribute, getattr(document, attribute))
            changes[attribute] = _rewritten(value, rewrite)
        if isinstance(document, Journey):
            changes["committee"] = self._committee(document, rewrite)
            changes["stages"] = self._stages(document, rewrite)
            notes = [Notes(n.title, _rewritten_prose(n.body, rewrite)) for n in document.notes]
            changes["notes"] = tuple(notes)
        if isinstance(document, Collateral):
            audience = changes.get("audience", document.audience)
            changes["audience"] = tuple([name for name in audience if not self._is_person(name)])
        return replace(document, **changes)

    def _fields(self, document: Entity) -> dict[str, Any]:
        """The fields that change: those of the keys, and those with references."""
        defaults = type(document)(id=document.id, path=document.path)
        changes: dict[str, Any] = {}
        for key, (attribute, _) in declared(type(document)).items():
            value, default = getattr(document, attribute), getattr(defaults, attribute)
            if key in self.keys and key not in NEVER_OUT:
                changes[attribute] = default
                self.counts[key] += value != default
            elif isinstance(value, Ref):
                changes[attribute] = default if value in self.removed else value
            elif isinstance(value, tuple):
                kept = [item for item in value if not self._is_removed(item)]
                changes[attribute] = tuple(kept)
        return changes

    def _is_removed(self, item: object) -> bool:
        ref = item.ref if isinstance(item, MetricMove) else item
        return isinstance(ref, Ref) and ref in self.removed

    def _is_person(self, name: str) -> bool:
        return Ref("persona", str(name)) in self.removed

    def _committee(self, journey: Journey, rewrite: Rewrite) -> tuple[tuple[Text, Member], ...]:
        if "committee" in self.keys:
            return ()
        members = []
        for name, member in journey.committee:
            if not self._is_person(name):
                members.append((name, self._member(member, rewrite)))
        return tuple(members)

    def _member(self, member: Member, rewrite: Rewrite) -> Member:
        defaults, changes = Member(), {}
        for key, (attribute, _) in declared(Member).items():
            value = getattr(member, attribute)
            if key in self.keys:
                changes[attribute] = getattr(defaults, attribute)
                self.counts[key] += value != changes[attribute]
            elif key == "needs":
                changes[attribute] = _rewritten(value, rewrite)
        return replace(member, **changes)

    def _stages(self, journey: Journey, rewrite: Rewrite) -> tuple[Stage, ...]:
        gone = {step.id for step in journey.steps if self._is_without_people(step)}
        stages = []
        for stage in journey.stages:
            steps = [self._part(step, rewrite, gone) for step in stage.steps if step.id not in gone]
            stages.append(replace(self._part(stage, rewrite, gone), steps=tuple(steps)))
        return tuple(stages)

    def _is_without_people(self, step: Step) -> bool:
        """Whether only people who are left out take part in a step."""
        people = step.refs("who")
        everyone = any(
            isinstance(fact.payload, References) and fact.payload.everyone
            for fact in step.all("who")
        )
        return bool(people) and not everyone and self.removed.issuperset(people)

    def _part(self, part: H, rewrite: Rewrite, gone: Set[str]) -> H:
        """A stage or a step without what is left out of it; `gone` are the steps left out."""
        facts = []
        for fact in part.facts:
            kept = self._fact(fact, rewrite, gone)
            if kept is None:
                self.counts[fact.key] += 1
            else:
                facts.append(kept)
        story = Prose() if STORY in self.keys else _rewritten_prose(part.story, rewrite)
        self.counts[STORY] += bool(part.story) and not story
        return replace(part, facts=tuple(facts), story=story)

    def _fact(self, fact: Fact, rewrite: Rewrite, gone: Set[str]) -> Fact | None:
        """A fact without references to what is left out; None if nothing remains."""
        payload = None if fact.key in self.keys else self._payload(fact.payload, rewrite, gone)
        if payload is None:
            return None
        evidence = () if "evidence" in self.keys else fact.marks.evidence
        evidence = tuple([ref for ref in evidence if ref not in self.removed])
        return replace(fact, payload=payload, marks=replace(fact.marks, evidence=evidence))

    def _payload(self, payload: Payload, rewrite: Rewrite, gone: Set[str]) -> Payload | None:
        if isinstance(payload, References):
            return self._references(payload)
        if isinstance(payload, Branches):
            ways = tuple([way for way in payload.ways if way.step not in gone])
            return Branches(ways) if ways else None
        if isinstance(payload, MetricMove):
            return None if payload.ref in self.removed else payload
        if isinstance(payload, Emotion):
            is_removed = bool(payload.persona) and self._is_person(payload.persona)
            return None if is_removed else replace(payload, word=rewrite(payload.word))
        if isinstance(payload, Statement | Truth):
            return replace(payload, text=rewrite(payload.text))
        return payload

    def _references(self, payload: References) -> References | None:
        refs = tuple([ref for ref in payload.refs if ref not in self.removed])
        is_empty = payload.refs and not refs and not payload.everyone
        return None if is_empty else replace(payload, refs=refs)

    def _rewriter(self, path: str) -> Rewrite:
        """A function that removes the targets of links to what is left out from a text."""

        def is_removed(link: Link) -> bool:
            if link.form == "wiki":
                return wiki_ref(link) in self.removed
            inside = inside_content(path, link.target) or ""
            if link.form == "image":
                return inside.removeprefix(CONTENT) in self.images
            place = place_of(inside)[0] if inside.endswith(".md") else None
            return place is not None and Ref(place.kind, place.id) in self.removed

        def rewrite(text: str) -> str:
            removed = [link for link in links(text) if is_removed(link)]
            starts = Places(text, path, 1).starts
            for link in reversed(removed):
                span = link.span
                first = starts[span.line - 1] + span.column - 1
                last = starts[span.end_line - 1] + span.end_column - 1
                text = text[:first] + _TARGET_OF[link.form] + text[last:]
            return text

        def links(text: str) -> tuple[Link, ...]:
            return find_links(text, file=path, first_line=1)

        return rewrite


_TARGET_OF = {"wiki": "…", "markdown": "#", "image": "#", "autolink": "#"}
"""What stands in place of the target of a link, so that only its words are shown."""


def _rewritten_prose(prose: Prose, rewrite: Rewrite) -> Prose:
    return replace(prose, text=rewrite(prose.text)) if prose else prose


def _rewritten(value: Any, rewrite: Rewrite) -> Any:
    """A text or a tuple of texts, each with its place."""
    if isinstance(value, tuple):
        return tuple([_rewritten(item, rewrite) for item in value])
    return Text(rewrite(value), value.span) if isinstance(value, Text) else value

"""Changes in the facts of a step or a stage: emotions, pain points, moments, touchpoints and the
rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from journeybook.diff.change import Change, Element, Impact
from journeybook.diff.format_value import format_emotion, format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.match import THRESHOLD, ratio
from journeybook.diff.match_features import Names
from journeybook.diff.message import Text, message, word
from journeybook.schema.documents import Fact, HasFacts
from journeybook.schema.values import Emotion, MetricMove, Ref, References, Statement, Truth
from journeybook.vocabulary import EMOTION_SCALE

_BIG_FALL = 0.4 * (EMOTION_SCALE[-1] - EMOTION_SCALE[0])
_ELSEWHERE = ("pain", "next", "loop")
"""Keys that are compared over the whole journey: see `pains` and `path_changes`."""


@dataclass(frozen=True)
class Sides:
    """A step (or stage) on both sides, and what its changes are called and keyed by."""

    before: HasFacts
    after: HasFacts
    element: Element
    base: Ref
    names: Names
    owner: str = ""

    def about(self, what: str, id: str = "") -> Element:
        """A fact below it."""
        step = self.element.id if self.element.what == "step" else f"stage_{self.element.id}"
        stage = self.element.stage or self.element.title
        return Element(what, self.element.document, id, self.element.title, stage, step)

    def note(
        self,
        code: str,
        what: str,
        *key: str,
        old: Fact | None,
        new: Fact | None,
        texts: tuple[Text, Text] | None = None,
        impact: Impact | None = None,
        why: Text = "",
        id: str = "",
    ) -> Change:
        """A change of one fact. `texts` are the old and the new text, if they are not simply those
        of the two facts."""
        old_text, new_text = texts or (_text(old), _text(new))
        return make_change(
            code,
            self.about(what, id),
            key=(self.before.id, what, *key),
            base=self.base,
            old=old_text,
            new=new_text,
            before=old.span if old else self.before.span,
            after=new.span if new else None,
            near=self.after.span,
            impact=impact,
            why=why,
            owner=self.owner,
        )


def fact_changes(sides: Sides) -> Iterator[Change]:
    """Every change below a step or stage, apart from its pain points and paths."""
    if sides.before.facts != sides.after.facts:
        keys = dict.fromkeys(
            fact.key
            for fact in (*sides.before.facts, *sides.after.facts)
            if fact.key not in _ELSEWHERE
        )
        for key in keys:
            old, new = sides.before.all(key), sides.after.all(key)
            if old != new:
                yield from _COMPARISONS.get(key, _other)(sides, key, old, new)
    if sides.before.story != sides.after.story:
        line = sides.after.story.first_line if sides.after.story else sides.after.span.line
        after = sides.after.span._replace(line=line, column=1, end_line=line, end_column=2)
        yield make_change(
            "JD801",
            sides.about("story"),
            key=(sides.before.id, "story"),
            base=sides.base,
            old=sides.before.story.text,
            new=sides.after.story.text,
            before=sides.before.span,
            after=after,
            owner=sides.owner,
        )


def marker_changes(sides: Sides, old: Fact, new: Fact, *key: str) -> Iterator[Change]:
    """Evidence that a statement gained or lost, and its other tags."""
    had = [sides.names.get(ref, ref) for ref in old.marks.evidence]
    for ref in had:
        if ref not in new.marks.evidence:
            yield sides.note(
                "JD401", "evidence", old.key, *key, ref.id, old=old, new=new, texts=(ref.id, "")
            )
    for ref in new.marks.evidence:
        if ref not in had:
            yield sides.note(
                "JD402", "evidence", new.key, *key, ref.id, old=old, new=new, texts=("", ref.id)
            )
    if old.marks.tags != new.marks.tags or (
        old.key != "pain" and old.marks.severity != new.marks.severity
    ):
        texts = _tags(old), _tags(new)
        yield sides.note("JD601", f"{old.key} marks", *key, *texts, old=old, new=new, texts=texts)
    if old.marks.id != new.marks.id and old.marks.id:
        texts = (old.marks.id, new.marks.id)
        yield sides.note("JD601", f"{old.key} id", *key, *texts, old=old, new=new, texts=texts)


def _tags(fact: Fact) -> str:
    return " ".join(f"!{tag}" for tag in (fact.marks.severity, *fact.marks.tags) if tag)


def _text(fact: Fact | None) -> str:
    return format_value(fact.payload) if fact else ""


def _first(facts: tuple[Fact, ...]) -> Fact | None:
    return facts[0] if facts else None


def marks_together(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    """The changes of `marker_changes`, for facts that are compared as one list."""
    if old and new:
        yield from marker_changes(sides, _with_all_marks(old), _with_all_marks(new), key)


def _with_all_marks(facts: tuple[Fact, ...]) -> Fact:
    first = facts[0]
    tags: list[str] = []
    evidence: list[Ref] = []
    for fact in facts:
        tags += filter(None, (fact.marks.severity, *fact.marks.tags))
        evidence += fact.marks.evidence
    all_marks = replace(
        first.marks,
        severity="",
        tags=tuple(tags),
        evidence=tuple(evidence),
        id=" ".join(fact.marks.id for fact in facts if fact.marks.id),
    )
    return replace(first, marks=all_marks)


def pair_facts(
    old: Iterable[Fact], new: Iterable[Fact]
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Statements of both sides, paired by id, by equal words, by similarity; then those that are
    only old, and those that are only new."""
    left, right = list(old), list(new)
    pairs: list[tuple[Fact, Fact]] = []

    def take(one: Fact, other: Fact) -> None:
        pairs.append((one, other))
        left[:] = [fact for fact in left if fact is not one]
        right[:] = [fact for fact in right if fact is not other]

    for same in (_same_id, _same_words):
        for one in tuple(left):
            other = next((fact for fact in right if same(one, fact)), None)
            if other is not None:
                take(one, other)
    candidates = product(left[:50], right[:50])
    scored = [(ratio(_text(one), _text(other)), one, other) for one, other in candidates]
    for score, one, other in sorted(scored, key=lambda item: -item[0]):
        if score < THRESHOLD:
            break
        if any(fact is one for fact in left) and any(fact is other for fact in right):
            take(one, other)
    return pairs, left, right


def _same_id(one: Fact, other: Fact) -> bool:
    return bool(one.marks.id) and one.marks.id == other.marks.id


def _same_words(one: Fact, other: Fact) -> bool:
    return one.payload == other.payload


def _emotions(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    had, has = _by_person(old, sides.names), _by_person(new, {})
    for person in dict.fromkeys((*had, *has)):
        one, other = had.get(person), has.get(person)
        if one is None or other is None:
            code = "JD303" if one is None else "JD302"
            yield sides.note(code, "emotion", person, old=one, new=other)
            continue
        was, now = one.payload, other.payload
        assert isinstance(was, Emotion)
        assert isinstance(now, Emotion)
        if was.value != now.value:
            why = _why_grave(was.value, now.value)
            texts = (format_emotion(was), format_emotion(now))
            impact = Impact.HIGH if why else None
            figures = (person, str(was.value), str(now.value))
            yield sides.note(
                "JD301",
                "emotion",
                *figures,
                old=one,
                new=other,
                texts=texts,
                impact=impact,
                why=why,
            )
        elif was.word != now.word:
            yield sides.note("JD801", "emotion", person, old=one, new=other)
        yield from marker_changes(sides, one, other, person)


def _why_grave(was: int, now: int) -> Text:
    if was * now < 0:
        return message("crosses zero")
    if was - now >= _BIG_FALL:
        return message("falls by 40% of the scale or more")
    return ""


def _by_person(facts: Iterable[Fact], names: Names) -> dict[str, Fact]:
    emotions: dict[str, Fact] = {}
    for fact in facts:
        if isinstance(fact.payload, Emotion):
            person = Ref("persona", fact.payload.persona)
            emotions.setdefault(names.get(person, person).id, fact)
    return emotions


def _truths(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    if bool(old) != bool(new):
        code = "JD311" if old else "JD312"
        yield sides.note(code, key, old=_first(old), new=_first(new))
        return
    pairs, gone, come = pair_facts(old, new)
    for one, other in (*pairs, *zip(gone, come, strict=False)):
        was, now = one.payload, other.payload
        if isinstance(was, Truth) and isinstance(now, Truth) and was.kind != now.kind:
            texts = _kind(was), _kind(now)
            yield sides.note("JD601", key, was.kind, now.kind, old=one, new=other, texts=texts)
        elif was != now:
            yield sides.note("JD801", key, old=one, new=other)
        yield from marker_changes(sides, one, other)
    only_old, only_new = gone[len(come) :], come[len(gone) :]
    yield from _only_on_one_side(sides, key, only_old, only_new, "JD602", "JD603")


def _kind(truth: Truth) -> Text:
    return word(truth.kind) if truth.kind else message("no type")


def _statements(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    pairs, gone, come = pair_facts(old, new)
    order = {id(fact): str(at) for at, fact in enumerate(old)}
    for one, other in pairs:
        at = one.marks.id or order[id(one)]
        if one.payload != other.payload:
            yield sides.note("JD801", key, at, old=one, new=other)
        yield from marker_changes(sides, one, other, at)
    added, removed = ("JD327", "JD326") if key == "delight" else ("JD602", "JD603")
    yield from _only_on_one_side(sides, key, gone, come, added, removed)


def _only_on_one_side(
    sides: Sides, key: str, gone: Iterable[Fact], come: Iterable[Fact], added: str, removed: str
) -> Iterator[Change]:
    order = {id(fact): str(at) for at, fact in enumerate(sides.before.all(key))}
    for fact in gone:
        yield sides.note(removed, key, fact.marks.id or order[id(fact)], old=fact, new=None)
    for number, fact in enumerate(come):
        yield sides.note(added, key, fact.marks.id or f"new-{number}", old=None, new=fact)


def _owner(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    one, other = _first(old), _first(new)
    owners = _text(one), _text(other)
    if owners[0] != owners[1]:
        code = _by_side(one, other, added="JD405", removed="JD404", changed="JD403")
        yield sides.note(code, key, *owners, old=one, new=other)
    yield from marks_together(sides, key, old, new)


def _touchpoints(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    had = [sides.names.get(ref, ref).id for ref in sides.before.refs(key)]
    has = [ref.id for ref in sides.after.refs(key)]
    gone, come = [id for id in had if id not in has], [id for id in has if id not in had]
    if gone:
        texts = (", ".join(gone), ", ".join(come))
        yield sides.note("JD423", key, *texts, old=old[0], new=_first(new), texts=texts)
    elif come:
        added = ", ".join(come)
        yield sides.note("JD602", key, *come, old=_first(old), new=new[0], texts=("", added))
    yield from marks_together(sides, key, old, new)


def _metrics(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    had, has = _by_metric(old, sides.names), _by_metric(new, {})
    for ref in dict.fromkeys((*had, *has)):
        one, other = had.get(ref), has.get(ref)
        if one is None or other is None:
            code, texts = ("JD414", ("", ref.id)) if one is None else ("JD413", (ref.id, ""))
            yield sides.note(code, key, ref.id, old=one, new=other, texts=texts, id=ref.id)
            continue
        was, now = one.payload, other.payload
        assert isinstance(was, MetricMove)
        assert isinstance(now, MetricMove)
        for code, first, then in (("JD411", was.target, now.target), ("JD412", was.now, now.now)):
            if first != then:
                figures, texts = (ref.id, first, then), (first, then)
                yield sides.note(code, key, *figures, old=one, new=other, texts=texts, id=ref.id)
        yield from marker_changes(sides, one, other, ref.id)


def _by_metric(facts: tuple[Fact, ...], names: Names) -> dict[Ref, Fact]:
    moves: dict[Ref, Fact] = {}
    for fact in facts:
        if isinstance(fact.payload, MetricMove):
            moves[names.get(fact.payload.ref, fact.payload.ref)] = fact
    return moves


def _by_side(one: object, other: object, *, added: str, removed: str, changed: str) -> str:
    """The code for what is only new, only old, or on both sides."""
    if one is None:
        return added
    return removed if other is None else changed


def _other(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    """Facts without a comparison of their own: statements, references, and single values."""
    whole = (*old, *new)
    if all(isinstance(fact.payload, Statement) for fact in whole):
        yield from _statements(sides, key, old, new)
    elif all(isinstance(fact.payload, References) for fact in whole):
        yield from _references(sides, key, old, new)
    else:
        one, other = _first(old), _first(new)
        values = _text(one), _text(other)
        if values[0] != values[1]:
            code = _by_side(one, other, added="JD602", removed="JD603", changed="JD601")
            yield sides.note(code, key, *values, old=one, new=other)
        yield from marks_together(sides, key, old, new)


def _references(
    sides: Sides, key: str, old: tuple[Fact, ...], new: tuple[Fact, ...]
) -> Iterator[Change]:
    had = [sides.names.get(ref, ref).id for ref in sides.before.refs(key)] + _everyone(old)
    has = [ref.id for ref in sides.after.refs(key)] + _everyone(new)
    one, other = _first(old), _first(new)
    for gone in dict.fromkeys(id for id in had if id not in has):
        yield sides.note("JD603", key, gone, old=one, new=other, texts=(gone, ""))
    for come in dict.fromkeys(id for id in has if id not in had):
        yield sides.note("JD602", key, come, old=one, new=other, texts=("", come))
    yield from marks_together(sides, key, old, new)


def _everyone(facts: tuple[Fact, ...]) -> list[str]:
    named_all = any(getattr(fact.payload, "everyone", False) for fact in facts)
    return ["all"] if named_all else []


_COMPARISONS = {
    "emotion": _emotions,
    "moment of truth": _truths,
    "touchpoint": _touchpoints,
    "metric": _metrics,
    "owner": _owner,
}

"""Changes in the facts of a step or a stage: emotions, pain points, moments, touchpoints and the
rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from journeybook.diff.change import Change, Element, Impact
from journeybook.diff.contents import contains_words
from journeybook.diff.format_value import format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.match import THRESHOLD, ratio
from journeybook.diff.match_features import Names
from journeybook.diff.message import Named, Text, join, message, word
from journeybook.diff.wording import same_prose, same_value, same_words
from journeybook.schema.documents import Fact, HasFacts
from journeybook.schema.values import Emotion, MetricMove, Ref, References, Statement, Truth
from journeybook.vocabulary import EMOTION_SCALE

_BIG_FALL = 0.4 * (EMOTION_SCALE[-1] - EMOTION_SCALE[0])
_COMPARED_ELSEWHERE = ("pain", "next", "loop")
"""Keys that are compared over the whole journey: see `pains` and `path_changes`."""
_MOST_COMPARED = 50

Facts = tuple[Fact, ...]


@dataclass(frozen=True)
class Sides:
    """A step (or stage) on both sides, and the element and IDs that its changes are created
    with."""

    before: HasFacts
    after: HasFacts
    element: Element
    base: Ref
    names: Names
    owner: str = ""

    def of_key(self, key: str) -> FactsOfKey:
        """Its facts of one key, on both sides."""
        return FactsOfKey(self, key, self.before.all(key), self.after.all(key))

    def about(self, what: str, id: str = "", subject: Text = "") -> Element:
        """A fact of the step or stage, and the person or metric that it is about."""
        step = self.element.id if self.element.what == "step" else f"stage_{self.element.id}"
        stage = self.element.stage or self.element.title
        return Element(what, self.element.document, id, self.element.title, stage, step, subject)

    @property
    def is_moment(self) -> bool:
        """Whether it is a moment of truth on one side at least."""
        return bool(self.before.all("moment of truth") or self.after.all("moment of truth"))

    def note(
        self,
        code: str,
        what: str,
        *key: str,
        old: Fact | None,
        new: Fact | None,
        texts: tuple[Text, Text] | None = None,
        values: tuple[str, ...] | None = None,
        impact: Impact | None = None,
        why: Text = "",
        id: str = "",
        subject: Text = "",
    ) -> Change:
        """A change of one fact. `texts` are the old and the new text, if they are not those of the
        two facts; `subject` as in `Element`. `values` as in `make_change`; without them, emotions
        are known by their figures."""
        old_text, new_text = texts or (_text(old), _text(new))
        if values is None and texts is None:
            values = (_value(old), _value(new))
        return make_change(
            code,
            self.about(what, id, subject),
            key=(self.element.what, self.before.id, *key),
            values=values,
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


@dataclass(frozen=True)
class FactsOfKey:
    """The facts of one key in a step or stage on both sides."""

    sides: Sides
    key: str
    old: Facts
    new: Facts

    @property
    def first_old(self) -> Fact | None:
        return self.old[0] if self.old else None

    @property
    def first_new(self) -> Fact | None:
        return self.new[0] if self.new else None

    @property
    def names(self) -> Names:
        return self.sides.names

    @property
    def refs_removed(self) -> list[Ref]:
        """What only the old facts refer to, as in the head revision."""
        current = [self.names.get(ref, ref) for ref in self.sides.before.refs(self.key)]
        return [ref for ref in current if ref not in self.sides.after.refs(self.key)]

    @property
    def refs_added(self) -> list[Ref]:
        """What only the new facts refer to."""
        current = {self.names.get(ref, ref) for ref in self.sides.before.refs(self.key)}
        return [ref for ref in self.sides.after.refs(self.key) if ref not in current]

    def note(
        self,
        code: str,
        *key: str,
        old: Fact | None,
        new: Fact | None,
        texts: tuple[Text, Text] | None = None,
        values: tuple[str, ...] | None = None,
        id: str = "",
        subject: Text = "",
    ) -> Change:
        """A change of one of the facts; arguments as in `Sides.note`."""
        return self.sides.note(
            code,
            self.key,
            *key,
            old=old,
            new=new,
            texts=texts,
            values=values,
            id=id,
            subject=subject,
        )


def fact_changes(sides: Sides) -> Iterator[Change]:
    """Every change of the facts and the story of a step or stage, apart from pain points and
    paths."""
    old, new = sides.before, sides.after
    if old.facts != new.facts:
        for key in dict.fromkeys(fact.key for fact in (*old.facts, *new.facts)):
            facts = sides.of_key(key)
            if key not in _COMPARED_ELSEWHERE and facts.old != facts.new:
                yield from _COMPARISONS.get(key, _other)(facts)
    if not same_prose(old.story, new.story):
        yield _story(sides)


def _story(sides: Sides) -> Change:
    old, new = sides.before, sides.after
    line = new.story.first_line if new.story else new.span.line
    return make_change(
        "JD801",
        sides.about("story"),
        key=(old.id, "story"),
        base=sides.base,
        old=old.story.text,
        new=new.story.text,
        before=old.span,
        after=new.span._replace(line=line, column=1, end_line=line, end_column=2),
        owner=sides.owner,
    )


def marker_changes(sides: Sides, old: Fact, new: Fact, *key: str) -> Iterator[Change]:
    """Evidence that a fact gained or lost, and its other markers."""
    before, after = old.marks, new.marks
    cited_before = [sides.names.get(ref, ref) for ref in before.evidence]
    for ref in cited_before:
        if ref not in after.evidence:
            texts: tuple[Text, Text] = (Named(ref), "")
            of_ref = (old.key, *key, ref.id)
            yield sides.note("JD401", "evidence", *of_ref, old=old, new=new, texts=texts)
    for ref in after.evidence:
        if ref not in cited_before:
            texts = ("", Named(ref))
            of_ref = (new.key, *key, ref.id)
            yield sides.note("JD402", "evidence", *of_ref, old=old, new=new, texts=texts)
    has_other_severity = old.key != "pain" and before.severity != after.severity
    if before.tags != after.tags or has_other_severity:
        texts = (_tags(old), _tags(new))
        yield sides.note("JD601", f"{old.key} marks", *key, *texts, old=old, new=new, texts=texts)
    if before.id and before.id != after.id:
        texts = (before.id, after.id)
        yield sides.note("JD601", f"{old.key} id", *key, *texts, old=old, new=new, texts=texts)


def _tags(fact: Fact) -> str:
    return " ".join(f"!{tag}" for tag in (fact.marks.severity, *fact.marks.tags) if tag)


def _text(fact: Fact | None) -> str:
    return format_value(fact.payload) if fact else ""


def _value(fact: Fact | None) -> str:
    """What a fingerprint carries of a fact: the figure of an emotion, or else its words."""
    if fact is not None and isinstance(fact.payload, Emotion):
        return str(fact.payload.value)
    return _text(fact)


def joint_marker_changes(facts: FactsOfKey) -> Iterator[Change]:
    """The changes of `marker_changes`, for facts that are compared as one list."""
    if facts.old and facts.new:
        old, new = _with_all_marks(facts.old), _with_all_marks(facts.new)
        yield from marker_changes(facts.sides, old, new, facts.key)


def _with_all_marks(facts: Facts) -> Fact:
    """The first fact with the markers of all."""
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


def pair_facts(old: Iterable[Fact], new: Iterable[Fact]) -> Paired:
    """Facts of both sides, paired by ID, by equal values, by similarity; then those that are only
    old, and those that are only new."""
    left, right = list(old), list(new)
    pairs: list[tuple[Fact, Fact]] = []

    def take(one: Fact, other: Fact) -> None:
        pairs.append((one, other))
        left[:] = [fact for fact in left if fact is not one]
        right[:] = [fact for fact in right if fact is not other]

    for is_same in (_has_same_id, _has_same_value):
        for one in tuple(left):
            other = next((fact for fact in right if is_same(one, fact)), None)
            if other is not None:
                take(one, other)
    for one, other in _most_similar_first(left, right):
        if _contains(left, one) and _contains(right, other):
            take(one, other)
    return pairs, left, right


Paired = tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]


def without_joined(paired: Paired, old: Facts, new: Facts) -> Paired:
    """Paired facts without removed ones whose words are now in another fact, and without new ones
    whose words were in one: two sentences joined in one line are neither lost nor new."""
    pairs, removed, added = paired
    return (
        pairs,
        [fact for fact in removed if not _is_in(fact, new)],
        [fact for fact in added if not _is_in(fact, old)],
    )


def _is_in(fact: Fact, others: Facts) -> bool:
    return any(contains_words(other.text, fact.text) for other in others)


def _has_same_id(one: Fact, other: Fact) -> bool:
    return bool(one.marks.id) and one.marks.id == other.marks.id


def _has_same_value(one: Fact, other: Fact) -> bool:
    return same_value(one.payload, other.payload)


def _most_similar_first(old: list[Fact], new: list[Fact]) -> list[tuple[Fact, Fact]]:
    """The pairs of facts that are similar enough to be the same."""
    candidates = product(old[:_MOST_COMPARED], new[:_MOST_COMPARED])
    scored = [(ratio(_text(one), _text(other)), one, other) for one, other in candidates]
    similar = [item for item in scored if item[0] >= THRESHOLD]
    similar.sort(key=lambda item: -item[0])
    return [(one, other) for _, one, other in similar]


def _contains(facts: list[Fact], wanted: Fact) -> bool:
    return any(fact is wanted for fact in facts)


def _emotions(facts: FactsOfKey) -> Iterator[Change]:
    before, after = _by_person(facts.old, facts.names), _by_person(facts.new, {})
    for person in dict.fromkeys((*before, *after)):
        old, new = before.get(person), after.get(person)
        if new is None and old is not None:
            yield _removed_emotion(facts, person, old)
        elif old is None:
            subject = _person(facts, person)
            yield facts.note("JD303", person, old=None, new=new, subject=subject)
        else:
            assert new is not None, "a person is on one side at least"
            yield from _emotion(facts, person, old, new)
            yield from marker_changes(facts.sides, old, new, person)


def _emotion(facts: FactsOfKey, person: str, old: Fact, new: Fact) -> Iterator[Change]:
    """The changed emotion of one person."""
    before, after = old.payload, new.payload
    assert isinstance(before, Emotion)
    assert isinstance(after, Emotion)
    if before.value != after.value:
        why = _why_high(before.value, after.value)
        yield facts.sides.note(
            "JD301",
            "emotion",
            *(person, str(before.value), str(after.value)),
            old=old,
            new=new,
            impact=Impact.HIGH if why else None,
            why=why,
            subject=_person(facts, person),
        )
    elif not same_words(before.word, after.word):
        yield facts.note("JD801", person, old=old, new=new)


def _removed_emotion(facts: FactsOfKey, person: str, old: Fact) -> Change:
    """An emotion that is no longer in the map: high if a low point or a decisive moment goes with
    it."""
    emotion = old.payload
    assert isinstance(emotion, Emotion)
    why: Text = ""
    impact: Impact | None = None
    if emotion.value == EMOTION_SCALE[0]:
        impact, why = Impact.HIGH, message("lowest value of the scale")
    elif facts.sides.is_moment:
        impact, why = Impact.HIGH, message("at a moment of truth")
    elif emotion.value < 0:
        impact = Impact.MEDIUM
    return facts.sides.note(
        "JD302",
        "emotion",
        person,
        old=old,
        new=None,
        impact=impact,
        why=why,
        subject=_person(facts, person),
    )


def _person(facts: FactsOfKey, person: str) -> Text:
    """Whose emotion it is: the named person, or the map's own where others have one, too."""
    if person:
        return Named(Ref("persona", person))
    sides = facts.sides
    own = sides.element.document.id.partition("/")[0]
    others_feel = len(_by_person(facts.old, {}) | _by_person(facts.new, {})) > 1
    takes_part = _takes_part(own, sides.before) and _takes_part(own, sides.after)
    return Named(Ref("persona", own)) if others_feel and takes_part else ""


def _takes_part(person: str, part: HasFacts) -> bool:
    """Whether the map's own persona is in a step; it is where no one is named."""
    who = part.all("who")
    return not who or _names_everyone(who) or Ref("persona", person) in part.refs("who")


def _why_high(before: int, after: int) -> Text:
    """Why a changed emotion has a high impact; empty if it has not."""
    if before * after < 0:
        return message("crosses zero")
    if before - after >= _BIG_FALL:
        return message("falls by 40% of the scale or more")
    return ""


def _by_person(facts: Facts, names: Names) -> dict[str, Fact]:
    emotions: dict[str, Fact] = {}
    for fact in facts:
        if isinstance(fact.payload, Emotion):
            person = Ref("persona", fact.payload.persona)
            emotions.setdefault(names.get(person, person).id, fact)
    return emotions


def _truths(facts: FactsOfKey) -> Iterator[Change]:
    if bool(facts.old) != bool(facts.new):
        code = "JD311" if facts.old else "JD312"
        yield facts.note(code, old=facts.first_old, new=facts.first_new)
        return
    pairs, removed, added = pair_facts(facts.old, facts.new)
    for old, new in (*pairs, *zip(removed, added, strict=False)):
        before, after = old.payload, new.payload
        if isinstance(before, Truth) and isinstance(after, Truth) and before.kind != after.kind:
            texts = (_kind(before), _kind(after))
            yield facts.note("JD601", before.kind, after.kind, old=old, new=new, texts=texts)
        elif not same_value(before, after):
            yield facts.note("JD801", old=old, new=new)
        yield from marker_changes(facts.sides, old, new)
    yield from _one_sided(facts, removed[len(added) :], added[len(removed) :])


def _kind(truth: Truth) -> Text:
    return word(truth.kind) if truth.kind else message("no type")


def _statements(facts: FactsOfKey) -> Iterator[Change]:
    paired = pair_facts(facts.old, facts.new)
    pairs, removed, added = without_joined(paired, facts.old, facts.new)
    keys = fact_keys(facts.old)
    for old, new in pairs:
        if not same_value(old.payload, new.payload):
            yield facts.note("JD801", keys[id(old)], old=old, new=new)
        yield from marker_changes(facts.sides, old, new, keys[id(old)])
    yield from _one_sided(facts, removed, added)


def _one_sided(
    facts: FactsOfKey, removed: Iterable[Fact], added: Iterable[Fact]
) -> Iterator[Change]:
    """Facts that were removed, and new ones."""
    is_delight = facts.key == "delight"
    keys = {**fact_keys(facts.old), **fact_keys(facts.new)}
    for fact in removed:
        code = "JD326" if is_delight else "JD603"
        yield facts.note(code, keys[id(fact)], old=fact, new=None)
    for fact in added:
        code = "JD327" if is_delight else "JD602"
        yield facts.note(code, keys[id(fact)], old=None, new=fact)


def fact_keys(facts: Facts) -> dict[int, str]:
    """What identifies each fact among those of its key: its ID, else its words, and which one it is
    of those with the same words. Never its position, which an edit elsewhere changes."""
    seen: Counter[str] = Counter()
    keys: dict[int, str] = {}
    for fact in facts:
        key = f"#{fact.marks.id}" if fact.marks.id else f"“{_text(fact)}”"
        seen[key] += 1
        keys[id(fact)] = f"{key} {seen[key]}"
    return keys


def _owner(facts: FactsOfKey) -> Iterator[Change]:
    old, new = facts.first_old, facts.first_new
    owners = (_text(old), _text(new))
    if not same_words(*owners):
        code = _code_by_side(old, new, added="JD405", removed="JD404", changed="JD403")
        yield facts.note(code, *owners, old=old, new=new)
    yield from joint_marker_changes(facts)


def _touchpoints(facts: FactsOfKey) -> Iterator[Change]:
    removed, added = facts.refs_removed, facts.refs_added
    if removed and added:
        ids = (", ".join(ref.id for ref in removed), ", ".join(ref.id for ref in added))
        texts = (join(map(Named, removed), ", "), join(map(Named, added), ", "))
        yield facts.note("JD423", *ids, old=facts.first_old, new=facts.first_new, texts=texts)
        yield from joint_marker_changes(facts)
    else:
        yield from _references(facts)


def _metrics(facts: FactsOfKey) -> Iterator[Change]:
    before, after = _by_metric(facts.old, facts.names), _by_metric(facts.new, {})
    for ref in dict.fromkeys((*before, *after)):
        old, new = before.get(ref), after.get(ref)
        if old is None:
            texts: tuple[Text, Text] = ("", Named(ref))
            yield facts.note("JD414", ref.id, old=old, new=new, texts=texts, id=ref.id)
        elif new is None:
            texts = (Named(ref), "")
            yield facts.note("JD413", ref.id, old=old, new=new, texts=texts, id=ref.id)
        else:
            yield from _metric(facts, ref, old, new)
            yield from marker_changes(facts.sides, old, new, ref.id)


def _metric(facts: FactsOfKey, ref: Ref, old: Fact, new: Fact) -> Iterator[Change]:
    """The changed target and current value of one metric."""
    before, after = old.payload, new.payload
    assert isinstance(before, MetricMove)
    assert isinstance(after, MetricMove)
    targets, values = (before.target, after.target), (before.now, after.now)
    for code, texts in (("JD411", targets), ("JD412", values)):
        if texts[0] != texts[1]:
            key = (ref.id, *texts)
            named = Named(ref)
            yield facts.note(code, *key, old=old, new=new, texts=texts, id=ref.id, subject=named)


def _by_metric(facts: Facts, names: Names) -> dict[Ref, Fact]:
    moves: dict[Ref, Fact] = {}
    for fact in facts:
        if isinstance(fact.payload, MetricMove):
            moves[names.get(fact.payload.ref, fact.payload.ref)] = fact
    return moves


def _code_by_side(old: object, new: object, *, added: str, removed: str, changed: str) -> str:
    """The code for what is only new, only old, or on both sides."""
    if old is None:
        return added
    return removed if new is None else changed


def _other(facts: FactsOfKey) -> Iterator[Change]:
    """Facts without a comparison of their own: statements, references, and single values."""
    payloads = [fact.payload for fact in (*facts.old, *facts.new)]
    if all(isinstance(payload, Statement) for payload in payloads):
        yield from _statements(facts)
    elif all(isinstance(payload, References) for payload in payloads):
        yield from _references(facts)
    else:
        yield from _single_value(facts)


def _single_value(facts: FactsOfKey) -> Iterator[Change]:
    old, new = facts.first_old, facts.first_new
    values = (_text(old), _text(new))
    if not same_words(*values):
        code = _code_by_side(old, new, added="JD602", removed="JD603", changed="JD601")
        yield facts.note(code, *values, old=old, new=new)
    yield from joint_marker_changes(facts)


def _references(facts: FactsOfKey) -> Iterator[Change]:
    old, new = facts.first_old, facts.first_new
    had_everyone, has_everyone = _names_everyone(facts.old), _names_everyone(facts.new)
    removed: list[tuple[str, Text]] = [(ref.id, Named(ref)) for ref in facts.refs_removed]
    added: list[tuple[str, Text]] = [(ref.id, Named(ref)) for ref in facts.refs_added]
    if had_everyone and not has_everyone:
        removed.append(("all", "all"))
    if has_everyone and not had_everyone:
        added.append(("all", "all"))
    for id, named in removed:
        yield facts.note("JD603", id, old=old, new=new, texts=(named, ""))
    for id, named in added:
        yield facts.note("JD602", id, old=old, new=new, texts=("", named))
    yield from joint_marker_changes(facts)


def _names_everyone(facts: Facts) -> bool:
    return any(getattr(fact.payload, "everyone", False) for fact in facts)


def _people(facts: FactsOfKey) -> Iterator[Change]:
    """Who takes part. One person for another is one change."""
    removed, added = facts.refs_removed, facts.refs_added
    if len(removed) != 1 or len(added) != 1:
        yield from _references(facts)
        return
    texts = (Named(removed[0]), Named(added[0]))
    ids = (removed[0].id, added[0].id)
    yield facts.note("JD331", *ids, old=facts.first_old, new=facts.first_new, texts=texts)
    yield from joint_marker_changes(facts)


_COMPARISONS: Mapping[str, Callable[[FactsOfKey], Iterator[Change]]] = {
    "emotion": _emotions,
    "moment of truth": _truths,
    "touchpoint": _touchpoints,
    "metric": _metrics,
    "owner": _owner,
    "who": _people,
}

"""Write a journey as an author would, and make journeys to write: for tests that read back what was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from journeybook import vocabulary as v
from journeybook.schema.documents import Fact, Journey, Notes, Prose, Stage, Step
from journeybook.schema.site_config import DEFAULT_STAGES
from journeybook.schema.values import (
    Branch,
    Branches,
    Emotion,
    Marks,
    MetricMove,
    Ref,
    References,
    Score,
    Statement,
    Text,
    Timing,
    Truth,
    slug,
)


def printed(journey: Journey) -> str:
    """The text of a journey."""
    lines = [
        "---",
        *(_field(key, value) for key, value in _fields(journey)),
        "---",
        journey.body.text,
        "",
    ]
    for stage in journey.stages:
        lines += [f"## {stage.title}", *_below(stage)]
        for step in stage.steps:
            lines += [f"### {step.title} {{#{step.id}}}", *_below(step)]
    for notes in journey.notes:
        lines += [f"## {notes.title} {{.notes}}", "", notes.body.text, ""]
    return "\n".join(lines) + "\n"


def _fields(journey: Journey) -> list[tuple[str, Any]]:
    keys = ("title", "kind", "market", "status", "owner", "goal", "question", "tags", "evidence")
    return [(key, value) for key in keys if (value := getattr(journey, key))]


def _field(key: str, value: Any) -> str:
    if isinstance(value, tuple):
        return f"{key}: [{', '.join(json.dumps(getattr(item, 'id', item), ensure_ascii=False) for item in value)}]"
    return f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _below(part: Stage | Step) -> list[str]:
    story = ["", part.story.text, ""] if part.story else []
    return [
        *(f"- {_key(fact)}: {_value(fact.payload)}{_marks(fact.marks)}" for fact in part.facts),
        *story,
    ]


def _key(fact: Fact) -> str:
    return (
        f"{fact.key} {fact.payload.persona}"
        if isinstance(fact.payload, Emotion) and fact.payload.persona
        else fact.key
    )


def _value(payload: Any) -> str:
    match payload:
        case Statement(text):
            return text
        case Truth(text, kind):
            return f"({kind}) {text}" if kind else text
        case Emotion(value, word):
            return f"{value:+d} {word}".strip()
        case References(refs, everyone):
            return ", ".join([*(ref.id for ref in refs), *(["all"] if everyone else [])])
        case MetricMove(ref, now, target):
            return f"{ref.id} {now} -> {target}" if target else f"{ref.id} {now}".strip()
        case Timing(duration):
            return duration.text
        case Score(value):
            return str(value)
        case Branches(ways):
            return " | ".join(
                ("exit" if way.is_exit else way.step) + (f' "{way.reason}"' if way.reason else "")
                for way in ways
            )
    raise AssertionError(payload)


def _marks(marks: Marks) -> str:
    words = [f"!{marks.severity}"] if marks.severity else []
    words += [f"!{tag}" for tag in marks.tags] + [f"^{ref.id}" for ref in marks.evidence]
    return "".join(f" {word}" for word in words + ([f"{{#{marks.id}}}"] if marks.id else []))


# What no file may hold: controls, half characters, line breaks of others, tags, directions left open, and what Unicode
# keeps free for programs.
FORBIDDEN = "\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" + "".join(
    map(
        chr,
        (
            *range(0xE0000, 0xE0080),
            *range(0xFDD0, 0xFDF0),
            *(p + n for p in range(0, 0x110000, 0x10000) for n in (0xFFFE, 0xFFFF)),
        ),
    )
)
characters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=FORBIDDEN)
texts = st.text(characters, min_size=1, max_size=40).map(str.strip).filter(bool)
_ids = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True).filter(
    lambda name: name not in ("all", "exit", "con", "nul", "aux", "prn", "clock")
)
_ids_of_any_script = st.one_of(
    _ids,
    st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
    .map(slug)
    .filter(lambda n: n not in ("", "exit")),
)
_plain = texts.filter(
    lambda text: (
        not set(text) & set('{}!^|"“”„«»()#`~')
        and "->" not in text
        and "→" not in text
        and "=>" not in text
    )
)
_titles = _plain
_paragraphs = st.lists(
    st.from_regex(r"[A-Za-zéőя][A-Za-zéőя ,.]{0,30}[a-z.]", fullmatch=True), min_size=1, max_size=3
).map("\n\n".join)
_durations = st.sampled_from(
    ["30s", "15m", "3h", "2d", "3w", "6mo", "1y", "2d-1w", "6-12 months", "1.5h", "2 .. 4 weeks"]
)
_stages = [
    next(name for language, name in stage.name if language == "en") for stage in DEFAULT_STAGES.all
]


def _refs(kind: str, ids: st.SearchStrategy[str] = _ids) -> st.SearchStrategy[tuple[Ref, ...]]:
    return st.lists(ids, min_size=1, max_size=3, unique=True).map(
        lambda names: tuple(Ref(kind, name) for name in names)
    )


def _references(fact: v.FactKey) -> st.SearchStrategy[References]:
    ids = st.builds("{}/{}".format, _ids, _ids) if fact.targets == "journey" else _ids
    everyone = st.booleans() if fact.targets == "persona" else st.just(False)
    return st.builds(References, _refs(fact.targets, ids), everyone)


def _timing(text: str) -> Timing:
    duration = v.duration(text)
    assert duration is not None
    return Timing(duration)


_PAYLOADS: dict[v.ValueKind, Callable[[v.FactKey], st.SearchStrategy[Any]]] = {
    v.ValueKind.STATEMENT: lambda fact: _plain.map(Statement),
    v.ValueKind.EMOTION: lambda fact: st.builds(Emotion, st.sampled_from(v.EMOTION_SCALE), st.one_of(st.just(""), _plain), st.one_of(st.just(""), _ids)),
    v.ValueKind.REFERENCES: _references,
    v.ValueKind.JOURNEY: _references,
    v.ValueKind.METRIC: lambda fact: st.builds(MetricMove, _ids.map(lambda name: Ref("metric", name)), _plain, st.one_of(st.just(""), _plain)),
    v.ValueKind.TIMING: lambda fact: _durations.map(_timing),
    v.ValueKind.TRUTH: lambda fact: st.builds(Truth, _plain, st.sampled_from(("", *v.MOMENT_KINDS))),
    v.ValueKind.SCORE: lambda fact: st.sampled_from(v.SCORE_SCALE).map(Score),
}  # fmt: skip
_marks_of = st.builds(
    Marks,
    st.sampled_from(("", *v.SEVERITIES)),
    st.lists(st.sampled_from(["objection", "price", "sources"]), unique=True, max_size=2).map(
        tuple
    ),
    st.lists(_ids.map(lambda name: Ref("evidence", name)), unique=True, max_size=2).map(tuple),
)


@st.composite
def _part(draw: st.DrawFn, on: str, ids: list[str], own_id: str) -> dict[str, Any]:
    keys = [
        fact
        for fact in v.FACTS.values()
        if not (fact.step_only if on == "stage" else fact.stage_only)
    ]
    facts, seen = [], set()
    for fact in draw(st.lists(st.sampled_from(keys), max_size=6)):
        if fact.key in seen and not fact.many:
            continue
        seen.add(fact.key)
        if fact.value is v.ValueKind.PATH:
            reason = st.one_of(st.just(""), _plain)
            way = st.one_of(
                st.builds(Branch, st.sampled_from(ids), reason),
                st.builds(Branch, st.just(""), reason, st.just(True)),
            )
            payload: Any = Branches(tuple(draw(st.lists(way, min_size=1, max_size=3))))
        else:
            payload = draw(_PAYLOADS[fact.value](fact))
        facts.append(Fact(fact.key, payload, draw(_marks_of)))
    story = draw(st.one_of(st.just(""), _paragraphs))
    return {"id": own_id, "facts": tuple(facts), "story": Prose(story)}


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """A journey in which every kind of fact, mark and text may stand."""
    ids = draw(st.lists(_ids_of_any_script, min_size=1, max_size=5, unique=True))
    titles = draw(st.lists(st.sampled_from(_stages), min_size=1, max_size=3, unique=True))
    steps = [Step(title=draw(_titles), **draw(_part("step", ids, name))) for name in ids]
    stages = []
    for at, title in enumerate(titles):
        own = tuple(step for number, step in enumerate(steps) if number % len(titles) == at)
        stages.append(
            Stage(title=title, steps=own, registered=True, **draw(_part("stage", ids, slug(title))))
        )
    return Journey(
        id="ana/buy",
        path="content/journeys/ana/buy.md",
        title=Text(draw(texts)),
        kind=Text(draw(st.sampled_from(v.JOURNEY_KINDS))),
        market=draw(st.one_of(st.none(), st.sampled_from(v.MARKETS).map(Text))),
        status=Text(draw(st.sampled_from(v.STATUSES))),
        owner=draw(st.one_of(st.none(), texts.map(Text))),
        goal=draw(st.one_of(st.none(), texts.map(Text))),
        question=draw(st.one_of(st.none(), texts.map(Text))),
        tags=tuple(map(Text, draw(st.lists(texts, max_size=3)))),
        evidence=draw(st.one_of(st.just(()), _refs("evidence"))),
        body=Prose(draw(st.one_of(st.just(""), _paragraphs))),
        stages=tuple(stages),
        notes=tuple(
            Notes(title, Prose(text))
            for title, text in draw(st.lists(st.tuples(_titles, _paragraphs), max_size=1))
        ),
    )

"""Read one fact: its key, the marks at its end, and its value by the kind that `vocabulary.FACTS`
gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from journeybook.diagnostics import did_you_mean
from journeybook.schema.documents import Fact
from journeybook.schema.fields import id_fault, metric_values
from journeybook.schema.findings import Findings
from journeybook.schema.values import (
    Branch,
    Branches,
    Emotion,
    Marks,
    MetricMove,
    Payload,
    Ref,
    References,
    Score,
    Statement,
    Timing,
    Truth,
    file_id_fault,
    is_step_id,
    slug,
)
from journeybook.text import Span
from journeybook.vocabulary import (
    EMOTION_SCALE,
    FACTS,
    MOMENT_KINDS,
    SCORE_SCALE,
    SEVERITIES,
    FactKey,
    ValueKind,
    duration,
)


class Line(NamedTuple):
    """A fact as found in the file: key and value with their columns; `lines` long where it was
    continued."""

    key: str
    value: str
    line: int
    key_column: int
    value_column: int
    end_line: int
    end_column: int


class _Value(NamedTuple):
    """The value under its marks, on its way through a reader."""

    text: str
    line: Line
    fact: FactKey
    person: str
    findings: Findings

    def part(self, text: str, at: int) -> Span:
        """The span of a part of the value that starts `at` characters into it."""
        if self.line.line != self.line.end_line:
            return Span(
                self.findings.source.path,
                self.line.line,
                self.line.value_column,
                self.line.end_line,
                self.line.end_column,
            )
        return self.findings.span(self.line.line, self.line.value_column + at, len(text))

    @property
    def span(self) -> Span:
        return self.part(self.text, 0)


def read_fact(line: Line, on: str, lanes: Mapping[str, FactKey], findings: Findings) -> Fact | None:
    """Read a line as a fact of a stage or a step (`on`), or report why it is none.

    `lanes` are the facts known on this site: FACTS and the lanes that `site.yaml` declares.
    """
    key, person = _key(line.key, lanes)
    key_span = findings.span(line.line, line.key_column, len(line.key))
    fact_key = lanes.get(key)
    if fact_key is None:
        hint = did_you_mean(line.key.lower(), lanes) or did_you_mean(key, lanes)
        findings.add(
            "JB130",
            key_span,
            f"unknown fact `{line.key}`",
            hint or f"facts you can use: {', '.join(lanes)}",
        )
        return None
    if line.key != line.key.lower():
        findings.add(
            "JB130",
            key_span,
            f"unknown fact `{line.key}`",
            f"use lowercase: `{line.key.lower()}`",
        )
        return None
    if (on == "stage" and fact_key.step_only) or (on == "step" and fact_key.stage_only):
        other = "step" if on == "stage" else "stage"
        findings.add("JB131", key_span, f"`{key}` belongs under a {other}, not under a {on}")
        return None
    text, marks = read_marks(line, findings)
    value = _Value(text, line, fact_key, person, findings)
    if not text:
        findings.add(
            "JB132", key_span, f"`{line.key}` has no value", "add a value, or delete the line"
        )
        return None
    if person and (fact_key.value is not ValueKind.EMOTION or file_id_fault(person)):
        findings.add("JB130", key_span, f"unknown fact `{line.key}`", f"write `{key}: …`")
        return None
    payload = _READERS[fact_key.value](value)
    if payload is None:
        return None
    path = findings.source.path
    whole = Span(path, line.line, line.key_column, line.end_line, line.end_column)
    return Fact(key, payload, marks, whole, value.span)


def _key(written: str, lanes: Mapping[str, FactKey]) -> tuple[str, str]:
    """`emotion karl-sales-rep` as (`emotion`, `karl-sales-rep`); other keys whole."""
    if written in FACTS:
        return written, ""
    lowered = " ".join(written.lower().split())
    first, _, rest = lowered.partition(" ")
    if lowered not in lanes and first in lanes and rest and " " not in rest:
        return first, rest
    return lowered, ""


_MARK = re.compile(r"!(?P<tag>[a-z][a-z0-9-]*)|\^(?P<evidence>[^\s^!{}]+)|\{#(?P<id>[^\s{}]+)\}")


def read_marks(line: Line, findings: Findings) -> tuple[str, Marks]:
    """Take the marks off the end of a value: (what is left, the marks)."""
    text = line.value.rstrip()
    match = _last_mark(text)
    if match is None:  # as with most
        return text, _NO_MARKS
    severity, identifier = "", ""
    tags: list[str] = []
    evidence: list[Ref] = []
    while match:
        kind, mark = match.lastgroup, match[match.lastgroup or 0]
        at = match.start(match.lastgroup or 0)
        span = findings.span(line.line, line.value_column + at, len(mark))
        if line.line != line.end_line:
            span = Span(
                findings.source.path, line.line, line.value_column, line.end_line, line.end_column
            )
        if kind == "tag" and mark in SEVERITIES and not severity:
            severity = mark
        elif kind == "tag" and mark in SEVERITIES:
            findings.add(
                "JB136", span, f"two severities, `!{mark}` and `!{severity}`", "keep one of them"
            )
        elif kind == "tag":
            tags.insert(0, mark)
        elif kind == "evidence" and not file_id_fault(mark):
            evidence.insert(0, Ref("evidence", mark, span))
        elif kind == "evidence":
            findings.add("JB136", span, f"`{mark}` is not a valid evidence ID", file_id_fault(mark))
        elif is_step_id(mark):
            identifier = mark
        else:
            findings.add(
                "JB136",
                span,
                f"`{mark}` is not a valid ID",
                f"write `{{#{slug(mark) or 'a-name'}}}`",
            )
        text = text[: match.start()].rstrip()
        match = _last_mark(text)
    return text, Marks(
        severity, tuple(dict.fromkeys(tags)), tuple(dict.fromkeys(evidence)), identifier
    )


_NO_MARKS = Marks()


def _last_mark(text: str) -> re.Match[str] | None:
    """The mark that a text ends with: its last word, if it is one."""
    last = text.rsplit(None, 1)[-1:]
    return _MARK.fullmatch(text, len(text) - len(last[0])) if last else None


def _statement(value: _Value) -> Payload | None:
    return Statement(value.text)


_EMOTION = re.compile(r"([+\-−–]?\s?\d+(?:[.,]\d+)?)(?:\s+(.*))?")


def _emotion(value: _Value) -> Payload | None:
    match = _EMOTION.fullmatch(value.text)
    number = match[1].replace("−", "-").replace("–", "-").replace(" ", "") if match else ""
    if (
        match
        and re.fullmatch(r"[+-]?\d+", number, re.ASCII)
        and int(number[:4]) in EMOTION_SCALE
        and len(number) <= 4
    ):
        return Emotion(int(number), (match[2] or "").strip(), value.person)
    shown = match[1] if match else value.text
    value.findings.add(
        "JB133",
        value.part(shown, 0),
        f"`{shown}` is not on the emotion scale -2, -1, 0, +1, +2",
        "write a number and a word, for example `emotion: -1 unsure`",
    )
    return None


def _references(value: _Value) -> Payload | None:
    refs: list[Ref] = []
    everyone = False
    kind = value.fact.targets
    for part, at in _parts(value.text, ","):
        wrong = id_fault(kind, part)
        if kind == "persona" and part == "all":
            everyone = True
        elif wrong:
            value.findings.add(
                "JB126", value.part(part, at), f"`{part}` is not a valid {kind} ID", wrong
            )
        else:
            refs.append(Ref(kind, part, value.part(part, at)))
    if not value.text.strip(" ,"):
        value.findings.add(
            "JB132", value.span, f"`{value.line.key}` has no ID", f"add a valid {kind} ID"
        )
    return References(tuple(dict.fromkeys(refs)), everyone) if refs or everyone else None


def _metric(value: _Value) -> Payload | None:
    name, _, rest = value.text.partition(" ")
    wrong = file_id_fault(name)
    if wrong:
        value.findings.add(
            "JB126", value.part(name, 0), f"`{name}` is not a valid metric ID", wrong
        )
        return None
    now, target = metric_values(rest)
    return MetricMove(Ref("metric", name, value.part(name, 0)), now, target)


def _timing(value: _Value) -> Payload | None:
    time = duration(value.text)
    if time is None:
        value.findings.add(
            "JB134",
            value.span,
            f"`{value.text}` is not a valid duration",
            "use 30s, 15m, 3h, 2d, 3w, 6mo, 1y, or a range such as 2d-1w",
        )
        return None
    return Timing(time)


def _truth(value: _Value) -> Payload | None:
    match = re.match(r"\(([^)]*)\)\s*(.*)", value.text)
    if match and match[1].strip().lower() in MOMENT_KINDS:
        return Truth(match[2].strip(), match[1].strip().lower())
    return Truth(value.text)


def _score(value: _Value) -> Payload | None:
    if re.fullmatch(r"\d", value.text, re.ASCII) and int(value.text) in SCORE_SCALE:
        return Score(int(value.text))
    value.findings.add("JB134", value.span, f"`{value.text}` is not a whole number from 1 to 5")
    return None


_WAY = re.compile(r"(?P<target>\S+)(?:\s+[\"“”„«](?P<reason>[^\"“”«»]*)[\"“”»])?")


def _path(value: _Value) -> Payload | None:
    ways: list[Branch] = []
    for part, at in _parts(value.text, "|"):
        match = _WAY.fullmatch(part)
        if match is None:
            value.findings.add(
                "JB141",
                value.part(part, at),
                f"`{part}` is not a valid next step",
                'write a step ID and a condition: `demo "fits"`',
            )
            continue
        target = match["target"]
        span = value.part(target, at)
        is_exit = target.lower() == "exit"
        ways.append(
            Branch("" if is_exit else target, (match["reason"] or "").strip(), is_exit, span)
        )
    if not value.text.strip(" |"):
        value.findings.add(
            "JB141",
            value.span,
            f"`{value.line.key}` has no target",
            'write a step ID, or `exit "why"`',
        )
    return Branches(tuple(ways)) if ways else None


def _parts(text: str, separator: str) -> list[tuple[str, int]]:
    """The parts between separators, stripped, each with where it starts; separators inside quotes
    do not count."""
    parts, start, quoted = [], 0, False
    for at, character in enumerate(text + separator):
        if character in '"“”„«»' and separator == "|":
            quoted = not quoted
        elif character == separator and (not quoted or at == len(text)):
            part = text[start:at]
            if part.strip():
                parts.append((part.strip(), start + len(part) - len(part.lstrip())))
            start = at + 1
    return parts


_READERS: dict[ValueKind, Callable[[_Value], Payload | None]] = {
    ValueKind.STATEMENT: _statement,
    ValueKind.EMOTION: _emotion,
    ValueKind.REFERENCES: _references,
    ValueKind.METRIC: _metric,
    ValueKind.TIMING: _timing,
    ValueKind.TRUTH: _truth,
    ValueKind.SCORE: _score,
    ValueKind.PATH: _path,
    ValueKind.JOURNEY: _references,
}

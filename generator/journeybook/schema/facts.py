"""Read one fact: its key, the markers at its end, and its value by its type in `FACTS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from journeybook.diagnostics import did_you_mean
from journeybook.schema.documents import Fact
from journeybook.schema.fields import id_fault, metric_values, report_bad_id
from journeybook.schema.findings import Findings
from journeybook.schema.other_words import fact_hint, is_other_fact
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
    """A fact before it is read: its key and its value with their places.

    A fact that continues on further lines ends at `end_line` and `end_column`.
    """

    key: str
    value: str
    line: int
    key_column: int
    value_column: int
    end_line: int
    end_column: int


class _Value(NamedTuple):
    """The value of a fact without its markers, as the reader of its type gets it."""

    text: str
    line: Line
    fact: FactKey
    persona: str
    findings: Findings

    def part(self, text: str, at: int) -> Span:
        """The span of a part of the value that starts at offset `at`."""
        return _span_of_part(self.line, at, len(text), self.findings)

    @property
    def span(self) -> Span:
        return self.part(self.text, 0)


def _span_of_part(line: Line, at: int, length: int, findings: Findings) -> Span:
    """The span of a part of the value; of the whole value if it continues on further lines."""
    if line.line == line.end_line:
        return findings.span(line.line, line.value_column + at, length)
    path = findings.source.path
    return Span(path, line.line, line.value_column, line.end_line, line.end_column)


def read_fact(line: Line, on: str, lanes: Mapping[str, FactKey], findings: Findings) -> Fact | None:
    """Read a line as a fact of a stage or a step (`on`), or report why it is not one.

    `lanes` are the facts of this site: FACTS and the lanes that `site.yaml` declares.
    """
    key, persona = _split_key(line.key, lanes)
    fact_key = lanes.get(key)
    if fact_key is None or line.key != line.key.lower():
        _report_unknown(line, _hint_for(line.key, key, lanes), findings)
        return None
    if (on == "stage" and fact_key.step_only) or (on == "step" and fact_key.stage_only):
        other = "step" if on == "stage" else "stage"
        message = f"`{key}` belongs under a {other}, not under a {on}"
        findings.add("JB131", _key_span(line, findings), message)
        return None
    text, marks = read_marks(line, findings)
    if not text:
        message, hint = f"`{line.key}` has no value", "add a value, or delete the line"
        findings.add("JB132", _key_span(line, findings), message, hint)
        return None
    if persona and (not fact_key.by_person or file_id_fault(persona)):
        _report_unknown(line, f"write `{key}: …`", findings)
        return None
    value = _Value(text, line, fact_key, persona, findings)
    payload = _READERS[fact_key.value](value)
    if payload is None:
        return None
    path = findings.source.path
    whole = Span(path, line.line, line.key_column, line.end_line, line.end_column)
    return Fact(key, payload, marks, whole, value.span)


def _key_span(line: Line, findings: Findings) -> Span:
    return findings.span(line.line, line.key_column, len(line.key))


def _split_key(written: str, lanes: Mapping[str, FactKey]) -> tuple[str, str]:
    """The key and its persona: `emotion karl-sales-rep` as (`emotion`, `karl-sales-rep`)."""
    if written in FACTS:
        return written, ""
    lowered = " ".join(written.lower().split())
    first, _, rest = lowered.partition(" ")
    if lowered not in lanes and first in lanes and rest and " " not in rest:
        return first, rest
    return lowered, ""


def _report_unknown(line: Line, hint: str, findings: Findings) -> None:
    findings.add("JB130", _key_span(line, findings), f"unknown fact `{line.key}`", hint)


def _hint_for(written: str, key: str, lanes: Mapping[str, FactKey]) -> str:
    """How to write an unknown key."""
    if key in lanes and not is_other_fact(written, lanes):
        return f"use lowercase: `{written.lower()}`"
    hint = fact_hint(written, lanes) or did_you_mean(key, lanes)
    return hint or f"facts you can use: {', '.join(lanes)}"


_MARK = re.compile(
    r"!(?P<tag>[A-Za-z][A-Za-z0-9-]*)|\^(?P<evidence>[^\s^!{}]+)|\{#(?P<id>[^\s{}]+)\}"
)


def read_marks(line: Line, findings: Findings) -> tuple[str, Marks]:
    """Read the markers at the end of a value; returns the text before them, and the markers."""
    text = line.value.rstrip()
    match = _last_mark(text)
    if match is None:  # most values have none
        _check_for_lost_mark(text, line, findings)
        return _ESCAPED_MARK.sub(r"\1", text), _NO_MARKS
    collector = _MarkCollector(findings)
    while match:
        group = match.lastgroup or ""
        span = _span_of_part(line, match.start(group), len(match[group]), findings)
        collector.add(group, match[group], span)
        text = text[: match.start()].rstrip()
        match = _last_mark(text)
    _check_for_lost_mark(text, line, findings)
    return _ESCAPED_MARK.sub(r"\1", text), collector.marks()


_NO_MARKS = Marks()
_LOOSE_MARK = re.compile(
    r"(?:^|\s)(?:(?P<tag>[!！]\s*(?P<word>[A-Za-z]+))|\^\s+(?P<evidence>[a-z0-9-]+)"
    r"|\{\s*#?\s*(?P<id>[^\s{}#]+)\s*\})$"
)
_ESCAPED_MARK = re.compile(r"\\([!^{]\S*)$")


def _check_for_lost_mark(text: str, line: Line, findings: Findings) -> None:
    """Report a marker that is not written as one, such as `! high` or `^ i07`, at the end of what
    is left of a value."""
    match = _LOOSE_MARK.search(text[-80:])
    if match is None:
        return
    if match["tag"]:
        severity = nearest_severity(match["word"])
        corrected = f"!{severity}" if severity else ""
    else:
        corrected = f"^{match['evidence']}" if match["evidence"] else f"{{#{match['id']}}}"
    if not corrected:
        return
    written = match[0].strip()
    span = _span_of_part(line, len(text) - len(written), len(written), findings)
    message = f"`{written}` is not read as a marker"
    findings.add("JB136", span, message, f"write `{corrected}`")


def nearest_severity(word: str) -> str:
    """The severity that a word was most likely meant as: itself, in any case, or one slip of the
    keyboard away; empty if there is none.

    One letter more, one less, or two swapped; another letter only in the longer words, since `now`
    is no slip of `low`.
    """
    lowered = word.lower()
    for severity in SEVERITIES:
        if lowered == severity or _is_slip(lowered, severity):
            return severity
    return ""


def _is_slip(word: str, target: str) -> bool:
    if not word or word[0] != target[0] or abs(len(word) - len(target)) > 1:
        return False
    if len(word) < len(target):
        return any(word == target[:at] + target[at + 1 :] for at in range(len(target)))
    if len(word) > len(target):
        return any(target == word[:at] + word[at + 1 :] for at in range(len(word)))
    different = [at for at in range(len(word)) if word[at] != target[at]]
    if len(different) == 2 and different[1] == different[0] + 1:
        first, second = different
        return word[first] == target[second] and word[second] == target[first]
    return len(different) == 1 and len(target) > 3


def _last_mark(text: str) -> re.Match[str] | None:
    """The last word of a text, if it is a marker. Capitals count in severities only: `!High`."""
    last = text.rsplit(None, 1)[-1:]
    match = _MARK.fullmatch(text, len(text) - len(last[0])) if last else None
    tag = match["tag"] if match else None
    if tag and tag != tag.lower() and not nearest_severity(tag):
        return None
    return match


class _MarkCollector:
    """Collects the markers of one fact, from the last to the first."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.severity = ""
        self.identifier = ""
        self.tags: list[str] = []
        self.evidence: list[Ref] = []

    def add(self, group: str, mark: str, span: Span) -> None:
        """Add one marker; `group` is the group of `_MARK` that matched it."""
        if group == "evidence":
            self._add_evidence(mark, span)
        elif group == "id":
            self._add_id(mark, span)
        else:
            self._add_tag(mark.lower(), span)

    def _add_tag(self, tag: str, span: Span) -> None:
        severity = nearest_severity(tag)
        if not severity:
            self.tags.append(tag)
        elif severity != tag:
            message = f"`!{tag}` is not a severity"
            self.findings.add("JB136", span, message, f"did you mean `!{severity}`?")
        elif not self.severity:
            self.severity = tag
        else:
            message = f"two severities, `!{tag}` and `!{self.severity}`"
            self.findings.add("JB136", span, message, "keep one of them")

    def _add_evidence(self, mark: str, span: Span) -> None:
        hint = file_id_fault(mark)
        if hint:
            self.findings.add("JB136", span, f"`{mark}` is not a valid evidence ID", hint)
        else:
            self.evidence.append(Ref("evidence", mark, span))

    def _add_id(self, mark: str, span: Span) -> None:
        if is_step_id(mark):
            self.identifier = mark
            return
        hint = f"write `{{#{slug(mark) or 'a-name'}}}`"
        self.findings.add("JB136", span, f"`{mark}` is not a valid ID", hint)

    def marks(self) -> Marks:
        """The markers in the order written, without duplicates."""
        tags = tuple(dict.fromkeys(reversed(self.tags)))
        evidence = tuple(dict.fromkeys(reversed(self.evidence)))
        return Marks(self.severity, tags, evidence, self.identifier)


def _statement(value: _Value) -> Payload | None:
    return Statement(value.text, value.persona)


_EMOTION = re.compile(r"([+\-−–]?\s?\d+(?:[.,]\d+)?)(?:\s+(.*))?")
_PLAIN_SIGNS = str.maketrans({"−": "-", "–": "-", " ": None})


def _emotion(value: _Value) -> Payload | None:
    match = _EMOTION.fullmatch(value.text)
    number = match[1].translate(_PLAIN_SIGNS) if match else ""
    is_whole = len(number) <= 4 and re.fullmatch(r"[+-]?\d+", number, re.ASCII)
    if match and is_whole and int(number) in EMOTION_SCALE:
        return Emotion(int(number), (match[2] or "").strip(), value.persona)
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
        span = value.part(part, at)
        if kind == "persona" and part == "all":
            everyone = True
        elif id_fault(kind, part):
            report_bad_id(kind, part, span, value.findings)
        else:
            refs.append(Ref(kind, part, span))
    if not value.text.strip(" ,"):
        message, hint = f"`{value.line.key}` has no ID", f"add a valid {kind} ID"
        value.findings.add("JB132", value.span, message, hint)
    return References(tuple(dict.fromkeys(refs)), everyone) if refs or everyone else None


def _metric(value: _Value) -> Payload | None:
    name, _, rest = value.text.partition(" ")
    span = value.part(name, 0)
    hint = file_id_fault(name)
    if hint:
        title = re.split(r"\s+(?=[+-]?\d)|\s*->", value.text)[0]
        report_bad_id("metric", title, value.part(title, 0), value.findings)
        return None
    now, target = metric_values(rest)
    return MetricMove(Ref("metric", name, span), now, target)


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


_BRANCH = re.compile(r"(?P<target>\S+)(?:\s+[\"“”„«](?P<reason>[^\"“”«»]*)[\"“”»])?")


def _path(value: _Value) -> Payload | None:
    branches: list[Branch] = []
    for part, at in _parts(value.text, "|"):
        match = _BRANCH.fullmatch(part)
        if match is None:
            message = f"`{part}` is not a valid next step"
            hint = 'write a step ID and a condition: `demo "fits"`'
            value.findings.add("JB141", value.part(part, at), message, hint)
            continue
        target, reason = match["target"], (match["reason"] or "").strip()
        is_exit = target.lower() == "exit"
        step = "" if is_exit else target
        branches.append(Branch(step, reason, is_exit, value.part(target, at)))
    if not value.text.strip(" |"):
        message, hint = f"`{value.line.key}` has no target", 'write a step ID, or `exit "why"`'
        value.findings.add("JB141", value.span, message, hint)
    return Branches(tuple(branches)) if branches else None


def _parts(text: str, separator: str) -> list[tuple[str, int]]:
    """The stripped parts between separators, each with its offset.

    The separator `|` does not count inside quotes.
    """
    parts, start, quoted = [], 0, False
    for at, character in enumerate(text + separator):
        if character in '"“”„«»' and separator == "|":
            quoted = not quoted
        elif character == separator and (not quoted or at == len(text)):
            part = text[start:at].strip()
            if part:
                parts.append((part, text.index(part, start)))
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

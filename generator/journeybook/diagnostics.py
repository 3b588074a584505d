"""Findings as values: what is wrong, where, and how to fix it.

Readers and checks return findings; `report/` sorts and prints them at the end. Codes are stable:
JB1xx are errors of form and reference (see `faults.py`), JB2xx to JB4xx are rules (see `checks/`).
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from journeybook.cache import CompactPickle
from journeybook.text import Span


class Severity(StrEnum):
    """The severity of a finding. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_BY_SEVERITY = tuple(Severity)
MORE = "JB199"
"""The code of the finding that counts the findings not shown."""
MISSING = "JB102"
"""The code of a reference to something that does not exist."""


@dataclass(frozen=True, slots=True)
class Related(CompactPickle):
    """A second place that explains a finding, such as the first use of a repeated key."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic(CompactPickle):
    """One finding. `message` is lower case without a full stop; `hint` an instruction or empty."""

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    related: tuple[Related, ...] = field(default=())
    meant: tuple[str, str] = field(default=("", ""), compare=False)
    """The kind and the name of what a reference means that is not an ID: the whole site may know
    it."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings sorted by place, then by code, without duplicates."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message)))


def limit_per_file(diagnostics: Iterable[Diagnostic], most: int) -> tuple[Diagnostic, ...]:
    """At most `most` findings of each file, errors first, and one more that counts the rest."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in in_order(diagnostics):
        by_file.setdefault(diagnostic.span.file, []).append(diagnostic)
    shown: list[Diagnostic] = []
    for of_file in by_file.values():
        if len(of_file) <= most:
            shown += of_file
            continue
        by_severity = sorted(of_file, key=lambda d: _BY_SEVERITY.index(d.severity))
        last = max(d.span for d in of_file)
        shown += by_severity[:most]
        shown.append(_not_shown(by_severity[most:], last, most))
    return in_order(shown)


def _not_shown(rest: Sequence[Diagnostic], place: Span, most: int) -> Diagnostic:
    """The finding that counts the rest of a file's findings, with their most frequent codes."""
    counts = Counter(d.code for d in rest).most_common(3)
    codes = [f"{count:,} {code}" for code, count in counts]
    if len(counts) == 3:
        codes.append("…")
    message = f"{len(rest):,} more findings in this file are not shown ({', '.join(codes)})"
    hint = f"fix the first {most:,} and run `check` again"
    return Diagnostic(MORE, rest[0].severity, message, place, hint)


def errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Only the findings that stop a build."""
    return (diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)


def strict(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same findings with every warning raised to an error."""
    return tuple(map(_raised, diagnostics))


def _raised(diagnostic: Diagnostic) -> Diagnostic:
    if diagnostic.severity is Severity.WARNING:
        return replace(diagnostic, severity=Severity.ERROR)
    return diagnostic


def once_for_each_missing(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings for a reader: one for each missing thing, however many places refer to it, the most
    severe of them."""
    by_meaning: dict[object, list[Diagnostic]] = {}
    for at, diagnostic in enumerate(diagnostics):
        is_missing = diagnostic.code == MISSING and any(diagnostic.meant)
        by_meaning.setdefault(diagnostic.meant if is_missing else at, []).append(diagnostic)
    return tuple([_first_and_more(same) for same in by_meaning.values()])


def _first_and_more(same: Sequence[Diagnostic]) -> Diagnostic:
    worst = min(same, key=lambda d: _BY_SEVERITY.index(d.severity))
    others = len(same) - 1
    if not others:
        return worst
    places = "place" if others == 1 else "places"
    return replace(worst, message=f"{worst.message} (and in {others} more {places})")


def errors_last(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Remarks first, then warnings, then errors, which so are next to the prompt of a terminal."""
    return tuple(sorted(diagnostics, key=lambda d: -_BY_SEVERITY.index(d.severity)))


_FORM = re.compile(r"JB1[0-4]\d")
_UNUSED = "JB313"


def without_unproved(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without those that something is unused, while a line or a file that may use it
    cannot be read."""
    listed = tuple(diagnostics)
    is_complete = not any(d.code != MISSING and _FORM.match(d.code) for d in errors(listed))
    return tuple([d for d in listed if is_complete or d.code != _UNUSED])


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most similar to `word`, or None if none is close."""
    matches = difflib.get_close_matches(word, sorted(set(candidates)), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint with the candidate most similar to `word`, or an empty string."""
    match = nearest(word, candidates)
    return f"did you mean `{match}`?" if match else ""


def shortened(sentence: str) -> str:
    """A message with long quotes of the author's text cut, in case one is a page long."""
    if len(sentence) <= 160:
        return sentence
    cut = re.sub(r"`([^`]{60})[^`]+`", r"`\1…`", sentence)
    return cut if len(cut) <= 400 else cut[:400] + "…"

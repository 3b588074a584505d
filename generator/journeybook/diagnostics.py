"""Findings as values: what is wrong, where, and what to do about it.

A finding is made where it is seen, collected, sorted and shown at the very end (see `report/`).
Codes are stable: JB1xx faults of form and reference, JB2xx-4xx rules (see `checks/`).
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from journeybook.cache import CompactPickle
from journeybook.text import Span


class Severity(StrEnum):
    """How much a finding weighs: an error stops a build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_WEIGHTS = tuple(Severity)
MORE = "JB199"
"""The code of the finding that counts those which are not told."""


@dataclass(frozen=True, slots=True)
class Related(CompactPickle):
    """A second place that explains a finding, such as the first use of a repeated key."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic(CompactPickle):
    """One finding. `message` is lower case without a full stop; `hint` says what to do, or is
    empty."""

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    related: tuple[Related, ...] = field(default=())


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings sorted by place, then code, each once."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.span, d.code, d.message)))


def limit_per_file(diagnostics: Iterable[Diagnostic], most: int) -> tuple[Diagnostic, ...]:
    """At most so many findings of each file, errors first and in order of place; the last of them
    counts the rest."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in in_order(diagnostics):
        by_file.setdefault(diagnostic.span.file, []).append(diagnostic)
    shown: list[Diagnostic] = []
    for found in by_file.values():
        if len(found) <= most:
            shown += found
            continue
        grave = sorted(found, key=lambda d: _WEIGHTS.index(d.severity))
        kept, rest = grave[:most], grave[most:]
        counts = Counter(d.code for d in rest).most_common(3)
        which = ", ".join(f"{count:,} {code}" for code, count in counts)
        message = (
            f"{len(rest):,} more findings in this file are not shown "
            f"({which}{', …' if len(counts) == 3 else ''})"
        )
        hint = f"fix the first {most:,} and run `check` again"
        shown += [
            *kept,
            Diagnostic(MORE, rest[0].severity, message, max(d.span for d in found), hint),
        ]
    return in_order(shown)


def errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Only the findings that stop a build."""
    return (diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)


def strict(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same findings with every warning raised to an error."""
    return tuple(
        replace(diagnostic, severity=Severity.ERROR)
        if diagnostic.severity is Severity.WARNING
        else diagnostic
        for diagnostic in diagnostics
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, or None where none is close."""
    matches = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that offers the nearest known word, or an empty string."""
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""


def shortened(sentence: str) -> str:
    """A sentence with the author's words cut where somebody wrote a whole page of them."""
    if len(sentence) <= 160:
        return sentence
    cut = re.sub(r"`([^`]{60})[^`]+`", r"`\1…`", sentence)
    return cut if len(cut) <= 400 else cut[:400] + "…"

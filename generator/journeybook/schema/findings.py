"""A list that collects findings about one file."""

from __future__ import annotations

from collections.abc import Iterable

from journeybook.diagnostics import Diagnostic, Related, Severity
from journeybook.faults import fault
from journeybook.text import Source, Span


class Findings:
    """Collects the findings of one file while readers of `schema/` read it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.all: list[Diagnostic] = []

    def add(
        self,
        code: str,
        span: Span,
        message: str,
        hint: str = "",
        *,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
        meant: tuple[str, str] = ("", ""),
    ) -> None:
        """Add one finding; its severity is the one in the catalogue unless another is given."""
        finding = fault(code, span, message, hint, severity=severity, related=related, meant=meant)
        self.all.append(finding)

    def extend(self, more: Iterable[Diagnostic]) -> None:
        """Add the findings of another reader."""
        self.all.extend(more)

    def span(self, line: int, column: int, length: int) -> Span:
        """A span within one line of this file."""
        return Span(self.source.path, line, column, line, column + max(length, 1))

"""A place in a file, as in every machine-readable report."""

from __future__ import annotations

from typing import Any

from journeybook.text import Span


def place(span: Span) -> dict[str, Any]:
    """File, first and last line and column, counted from 1."""
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }

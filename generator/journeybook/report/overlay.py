"""Findings as HTML for the preview: what is wrong, over the last good page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from journeybook.diagnostics import Diagnostic, Severity
from journeybook.report.terminal import terminal
from journeybook.text import Source

SHOWN = 20


def overlay(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The errors as escaped HTML; empty where there are none."""
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    if not errors:
        return ""
    word = "error" if len(errors) == 1 else "errors"
    blocks = "".join(f"<pre>{escape(terminal([d], sources, colour=False))}</pre>" for d in errors[:SHOWN])
    more = f"<p>… and {len(errors) - SHOWN} more</p>" if len(errors) > SHOWN else ""
    return f"<h2>{len(errors)} {word}: the page below is the last good one</h2>{blocks}{more}"

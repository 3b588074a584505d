"""Errors as HTML to lay over the last good page of a preview; every text of an author in it is
escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from journeybook.diagnostics import Diagnostic, errors
from journeybook.report.terminal import render_one
from journeybook.text import Source

MOST_SHOWN = 20


def overlay(found: Iterable[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The errors among the findings, or an empty text where there is none: warnings cover no
    page."""
    broken = tuple(errors(found))
    if not broken:
        return ""
    count = "1 error keeps" if len(broken) == 1 else f"{len(broken)} errors keep"
    shown = "".join(
        f"<pre><bdi>{html.escape(render_one(finding, sources))}</bdi></pre>"
        for finding in broken[:MOST_SHOWN]
    )
    rest = len(broken) - MOST_SHOWN
    more = (
        f"<p>… and {rest} more. Run <code>journeybook check</code> to see them all.</p>"
        if rest > 0
        else ""
    )
    last = (
        "<p>The last working page is behind this message. Fix the error and save the file to "
        "continue.</p>"
    )
    return f"<h1>{count} the site from being built</h1>{shown}{more}{last}"

"""Errors as HTML that covers the last working page of a preview, with the author's text escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from journeybook.diagnostics import Diagnostic, errors
from journeybook.report.editor_links import LinkOf, no_link
from journeybook.report.terminal import render_one
from journeybook.text import Source, Span

MOST_SHOWN = 20


def overlay(
    findings: Iterable[Diagnostic], sources: Mapping[str, Source], link_of: LinkOf = no_link
) -> str:
    """The errors among the findings, or an empty string without any: warnings do not cover the
    page. `link_of` gives the address that opens a place in an editor."""
    shown_errors = tuple(errors(findings))
    if not shown_errors:
        return ""
    number = len(shown_errors)
    count = "1 error keeps" if number == 1 else f"{number} errors keep"
    shown = "".join(
        f"{_place(finding.span, link_of)}"
        f"<pre><bdi>{html.escape(render_one(finding, sources))}</bdi></pre>"
        for finding in shown_errors[:MOST_SHOWN]
    )
    rest = number - MOST_SHOWN
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


def _place(span: Span, link_of: LinkOf) -> str:
    """The place as a link, and a button that copies it."""
    place = html.escape(f"{span.file}:{span.line}:{span.column}")
    link = html.escape(link_of(span))
    shown = f'<a href="{link}">{place}</a>' if link else place
    copy = f'<button type="button" data-copy-place="{place}" hidden>Copy</button>'
    return f'<p class="where"><bdi dir="ltr">{shown}</bdi> {copy}</p>'

"""Two revisions of one small site, and the lines of their comparison."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from journeybook.diff.change import Change, Changes
from journeybook.diff.compare import compare
from journeybook.diff.kinds import sentence_of
from sites import BUY, site

Files = Mapping[str, str]


def journey(body: str, **head: str) -> str:
    """A journey file with these keys in its front matter."""
    front = "".join(
        f"{key.replace('_', '-')}: {value}\n" for key, value in {"title": "I buy", **head}.items()
    )
    return f"---\n{front}---\n{textwrap.dedent(body)}"


def changes(before: str | Files, after: str | Files, **options: object) -> Changes:
    """The comparison of two sites; a text is the body of the journey `ana/buy`."""
    return compare(site(_files(before)).catalog, site(_files(after)).catalog, **options)  # type: ignore[arg-type]


def lines(before: str | Files, after: str | Files, **options: object) -> list[str]:
    """Its lines, highest impact first: `JD202 high step “I look” was removed`."""
    return [line(change) for change in changes(before, after, **options).changes]


def line(change: Change) -> str:
    why = f" ({change.reason})" if change.why else ""
    return f"{change.code} {change.impact} {sentence_of(change)}{why}"


def _files(content: str | Files) -> Files:
    return {BUY: journey(content)} if isinstance(content, str) else content

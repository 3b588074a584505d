"""Changes as annotations on the lines of a pull request on GitHub.

At most as many as GitHub shows, highest impact first; the last line counts the rest. A removal is
shown at a nearby line that still exists.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diff.change import Change, Changes, Impact
from journeybook.diff.kinds import KINDS, sentence_of
from journeybook.report.changes_text import headline, remarks
from journeybook.report.workflow_commands import MOST_SHOWN, workflow_command
from journeybook.text import Span, visible

_LEVELS = {
    Impact.HIGH: "error",
    Impact.MEDIUM: "warning",
    Impact.LOW: "notice",
    Impact.INFO: "notice",
}


def as_annotations(changes: Changes, prefix: str = "") -> str:
    """The annotations. `prefix` is the folder of the site within the repository, with its `/`, or
    empty."""
    return "\n".join(_lines(changes, prefix)) + "\n"


def _lines(changes: Changes, prefix: str) -> Iterator[str]:
    room = dict.fromkeys(("error", "warning", "notice"), MOST_SHOWN)
    left = 0
    for fault in changes.unreadable:
        if room["error"]:
            room["error"] -= 1
            place = fault.span if fault.side == "head" else None
            text = f"{fault.path}: {fault.reason}"
            yield _command("error", place, prefix, "Map not compared", text)
    for change in changes.changes:
        level = _LEVELS[change.impact]
        if not room[level]:
            left += 1
            continue
        room[level] -= 1
        text = "; ".join((sentence_of(change), *remarks(change)))
        yield _command(level, change.after or change.near, prefix, _title(change), text)
    more = f" ({left} more; see the comment or run `journeybook diff`)" if left else ""
    yield _one_line(f"Map review: {headline(changes)}{more}")


def _title(change: Change) -> str:
    return f"{KINDS[change.code].title} ({change.impact})"


def _command(level: str, span: Span | None, prefix: str, title: str, message: str) -> str:
    properties: dict[str, object] = {}
    if span:
        properties["file"] = _one_line(prefix + span.file)
        properties |= {"line": span.line, "endLine": span.end_line}
    properties["title"] = _one_line(title)
    return workflow_command(level, properties, _one_line(message))


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))

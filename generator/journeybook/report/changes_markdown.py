"""Changes as one comment on a pull request: Markdown of at most 60,000 UTF-16 units.

The first line is a marker by which a bot recognises its own comment. Changes are listed by impact,
so that those that do not fit matter least; the last lines count them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from journeybook.diagrams.xychart import two_curves
from journeybook.diff.align import Column, aligned
from journeybook.diff.change import Change, Changes, Impact
from journeybook.diff.compared import Compared
from journeybook.diff.kinds import KINDS, sentence_of
from journeybook.report.changes_text import formatting, headline, remarks, summary_lines
from journeybook.report.safe_markdown import safe
from journeybook.text import Span, utf16_length

MARKER = "<!-- journeybook-review -->"
"""The first line of the comment on a site in the top folder of its repository."""
BUDGET = 60_000
_RESERVED = 1_500
"""Room for the lines that count what did not fit."""
MOST_CURVES, MOST_POINTS = 4, 60
_HEADINGS = {
    Impact.HIGH: "High impact: review first",
    Impact.MEDIUM: "Medium",
    Impact.LOW: "Low",
    Impact.INFO: "Information only",
}


@dataclass(frozen=True)
class Links:
    """The addresses that changes link to; an empty one is not linked."""

    repository: str = ""
    """URL of the repository, without a `/` at the end."""
    folder: str = ""
    """Folder of the site within the repository, with its `/`."""
    page: str = ""
    """URL of the comparison page."""
    old_folder: str | None = None
    """Folder of the site in the base revision, if it may be another one."""

    def of(self, change: Change, revisions: tuple[str, str]) -> str:
        """`before | after | compare`, as far as there is something to link to."""
        base, head = revisions
        old_folder = self.folder if self.old_folder is None else self.old_folder
        before = self._file("before", base, old_folder, change.before)
        after = self._file("after", head, self.folder, change.after)
        compare = ""
        if self.page:
            compare = f"[compare]({_target(self.page)}#c-{change.fingerprint})"
        return " | ".join(filter(None, (before, after, compare)))

    def _file(self, name: str, revision: str, folder: str, span: Span | None) -> str:
        if not self.repository or not revision or span is None:
            return ""
        # In an address that an author wrote, `%` and `?` have a meaning; in a path they have none.
        path = quote(f"{folder}{span.file}", safe="/:._~=+-")
        return f"[{name}]({_target(self.repository)}/blob/{revision}/{path}#L{span.line})"


_NO_LINKS = Links()


@dataclass
class _Comment:
    """Lines, as many as there is room for."""

    room: int
    lines: list[str] = field(default_factory=list)

    def add(self, *lines: str) -> bool:
        """Add these lines together, or none of them."""
        size = sum(utf16_length(line) + 1 for line in lines)
        if size > self.room:
            return False
        self.room -= size
        self.lines += lines
        return True


def curves_of(compared: Compared) -> list[tuple[str, Sequence[Column]]]:
    """The titles and aligned columns of the journeys of both sides whose emotions changed, for
    `as_comment`."""
    curves: list[tuple[str, Sequence[Column]]] = []
    for pair in compared.changes.journeys:
        before, after = compared.before.journey(pair.before), compared.after.journey(pair.after)
        if before is None or after is None:
            continue
        columns = aligned(before, after)
        if any(column.old_feeling != column.new_feeling for column in columns):
            curves.append((pair.title, columns))
    return curves


def as_comment(
    changes: Changes,
    links: Links = _NO_LINKS,
    curves: Sequence[tuple[str, Sequence[Column]]] = (),
    budget: int = BUDGET,
) -> str:
    """The comment. `curves` are the titles of journeys whose emotions changed, each with its
    aligned columns."""
    comment = _Comment(budget - _RESERVED)
    comment.add(marker_of(links.folder), f"### Map review: {headline(changes)}", "")
    comment.add(f"{safe(changes.base)} → {safe(changes.head)}", "")
    _unreadable(changes, comment)
    _summaries(changes, comment)
    omitted = _changes(changes, links, comment, Impact.HIGH, Impact.MEDIUM)
    _curves(curves, comment)
    omitted += _changes(changes, links, comment, Impact.LOW, Impact.INFO)
    return "\n".join([*comment.lines, *_tail(changes, omitted)]).rstrip() + "\n"


def marker_of(folder: str) -> str:
    """The first line of the comment on the site in a folder, such as `docs/cx/`, so that each site
    of a repository has its own comment."""
    if not folder:
        return MARKER
    name = quote(folder.rstrip("/"), safe="/").replace("--", "%2D%2D")  # `--` may end a comment
    return MARKER.replace(" -->", f" of {name} -->")


def _unreadable(changes: Changes, comment: _Comment) -> None:
    if not changes.unreadable:
        return
    comment.add("> [!CAUTION]", "> Some files could not be compared:")
    for at, fault in enumerate(changes.unreadable):
        side = "before" if fault.side == "base" else "after"
        part = " (partly)" if fault.in_part else ""
        place = f"{safe(fault.path)}, line {fault.span.line}, {side}{part}"
        if not comment.add(f"> - {place}: {safe(fault.reason)}"):
            comment.lines.append(f"> - and {len(changes.unreadable) - at} more files")
            break
    comment.add("")


def _summaries(changes: Changes, comment: _Comment) -> None:
    lines = [f"- {line}" for line in summary_lines(changes, safe)]
    if lines:
        comment.add(*lines, "")


def _changes(changes: Changes, links: Links, comment: _Comment, *impacts: Impact) -> int:
    """Add the changes of these impacts; returns how many did not fit."""
    omitted = 0
    for impact in impacts:
        of_impact = [change for change in changes.changes if change.impact is impact]
        is_open = False
        for at, change in enumerate(of_impact):
            heading = () if is_open else (f"#### {_HEADINGS[impact]} ({len(of_impact)})", "")
            if not comment.add(*heading, _line(change, changes, links)):
                omitted += len(of_impact) - at
                break
            is_open = True
        if is_open:
            comment.add("")
    return omitted


def _line(change: Change, changes: Changes, links: Links) -> str:
    title = _journey_title(change, changes)
    where = f" in *{safe(title)}*" if title else ""
    parts = [f"- **{KINDS[change.code].title}**{where}: {sentence_of(change, safe)}"]
    if rest := "; ".join(remarks(change)):
        parts.append(f"({safe(rest)})")
    if linked := links.of(change, changes.revisions):
        parts.append(f"· {linked}")
    if change.owner:
        parts.append(f"· reviewer: {safe(change.owner)}")
    return " ".join(parts)


def _journey_title(change: Change, changes: Changes) -> str:
    """The title of the journey that a change is in; empty if the sentence names it anyway."""
    document = change.element.document
    if document.kind != "journey" or change.element.is_whole:
        return ""
    return next((pair.title for pair in changes.journeys if pair.id == document.id), "")


def _curves(curves: Sequence[tuple[str, Sequence[Column]]], comment: _Comment) -> None:
    for title, columns in curves[:MOST_CURVES]:
        numbered = list(enumerate(columns[:MOST_POINTS], 1))
        chart = _chart(numbered)
        drawn = ["```mermaid", *chart, "```", ""] if chart else []
        listed = numbered if chart else [pair for pair in numbered if _is_one_sided(pair[1])]
        steps = "; ".join(f"{number} {_step(column)}" for number, column in listed)
        comment.add(
            "<details>",
            "<summary>Emotion before and after</summary>",
            "",
            f"**{safe(title)}**" + (": blue is before, orange is after." if chart else ""),
            "",
            *drawn,
            f"{'Steps' if chart else 'Steps with an emotion in one version only'}: {steps}",
            "",
            "</details>",
            "",
        )


def _chart(numbered: Sequence[tuple[int, Column]]) -> list[str]:
    """The lines of a chart with the steps that have an emotion on both sides: a line through any
    other step would show an emotion that no one wrote. Empty if both lines are the same."""
    points = [
        (str(number), column.old_feeling, column.new_feeling)
        for number, column in numbered
        if column.old_feeling is not None and column.new_feeling is not None
    ]
    codes = [code for code, _, _ in points]
    before, after = [old for _, old, _ in points], [new for _, _, new in points]
    if len(points) < 2 or before == after:
        return []
    description = "Emotion at each step, before and after"
    return two_curves("Emotion curve", description, "emotion", codes, before, after).splitlines()


def _is_one_sided(column: Column) -> bool:
    return (column.old_feeling is None) != (column.new_feeling is None)


def _step(column: Column) -> str:
    """The title of a step, and its emotion if only one side has one: such a step is not drawn."""
    title = safe(column.title[:60])
    old, new = column.old_feeling, column.new_feeling
    if column.before is None:
        return f"{title} (new{_after_colon(new)})"
    if column.after is None:
        return f"{title} (removed{_after_colon(old)})"
    if old is not None and new is None:
        return f"{title} (before: {_emotion(old)}, now no emotion)"
    if old is None and new is not None:
        return f"{title} (no emotion before, now {_emotion(new)})"
    return title


def _after_colon(value: float | None) -> str:
    return "" if value is None else f": {_emotion(value)}"


def _emotion(value: float) -> str:
    return "0" if value == 0 else f"{value:+.2g}".replace("-", "−").replace("+", "\\+")


def _tail(changes: Changes, omitted: int) -> Iterator[str]:
    if omitted:
        yield (
            f"**{omitted} more changes** do not fit here. "
            "Run `journeybook diff` to see all of them."
        )
    if unchanged := formatting(changes):
        yield f"{unchanged}."
    if changes.accepted:
        yield f"{len(changes.accepted)} accepted in `.journeybook-accept`."


def _target(address: str) -> str:
    """A URL as a link target, with every character encoded that could end it or be an entity."""
    return quote(address, safe="/:._~?=&%+-@").replace("&", "&amp;")

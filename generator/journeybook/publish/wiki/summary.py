"""What a run did, or would do, in words for a person and as values for a program."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.publish.wiki.plan import Act, Why
from journeybook.publish.wiki.prepare import PlannedPage, PublishPlan
from journeybook.publish.wiki.publisher import (
    PageReport,
    PublishReport,
    State,
    exit_code,
    reason_of,
)
from journeybook.text import visible

FORMAT = 1


@dataclass(frozen=True)
class Setting:
    """What the report is about."""

    target: str
    """Name of the target in `site.yaml`."""
    would: bool = False
    """Whether nothing was written, so that the report says what would be."""


_DONE = {
    State.CREATED: "new",
    State.UPDATED: "updated",
    State.SAME: "unchanged",
    State.RETIRED: "taken away",
}


def planned_report(plan: PublishPlan, remarks: tuple[str, ...] = ()) -> PublishReport:
    """What a run would do."""
    reports = [_planned(page) for page in plan.pages]
    for orphan in plan.orphans:
        reports.append(
            PageReport(orphan.key, orphan.page.name, State.ORPHANED, address=orphan.page.address)
        )
    return PublishReport(tuple(reports), remarks=remarks, code=exit_code(reports))


_STATES = {
    Act.CREATE: State.CREATED,
    Act.UPDATE: State.UPDATED,
    Act.KEEP: State.SAME,
    Act.LEAVE: State.LEFT,
}


def _planned(page: PlannedPage) -> PageReport:
    decision = page.decision
    remote = decision.remote
    is_left = decision.act is Act.LEAVE
    return PageReport(
        page.key,
        remote.name if remote else page.rendered.name,
        _STATES[decision.act],
        reason_of(decision) if is_left else "",
        remote.address if remote else "",
        decision.moved,
    )


def in_words(report: PublishReport, setting: Setting) -> str:
    """The report as lines for a person, most important last."""
    lines = [*_counts(report, setting), *_left(report, setting), *_orphans(report, setting)]
    for name, reason in report.refused_pictures:
        lines.append(f"{name}: the picture was not stored: {reason}")
    if report.stopped:
        lines.append(report.stopped)
    return "".join(f"{visible(line)}\n" for line in lines)


def _counts(report: PublishReport, setting: Setting) -> Iterator[str]:
    counts = {state: len(_with(report, state)) for state in _DONE}
    parts = [f"{counts[state]} {word}" for state, word in _DONE.items() if counts[state]]
    if report.pictures:
        parts.append(_plural(report.pictures, "picture"))
    total = sum(counts.values())
    if setting.would:
        yield f"{setting.target}: {_plural(total, 'page')}: {', '.join(parts) or 'nothing to do'}"
    elif parts:
        yield f"{setting.target}: {_plural(total, 'page')}: {', '.join(parts)}"
    for page in report.pages:
        if page.moved:
            yield f"  moved by a person, and kept there: {_place(page)}"
        if page.reason and page.state in _DONE:
            yield f"  {page.name}: {page.reason}"


def _left(report: PublishReport, setting: Setting) -> Iterator[str]:
    left = _with(report, State.LEFT)
    if left:
        verb = "would be left alone" if setting.would else _was(left, "left alone")
        yield f"{_plural(len(left), 'page')} {verb}:"
        for page in left:
            yield f"  {_place(page)} ({page.key}): {page.reason}"
        key = left[0].key
        yield (
            f"to see both texts: journeybook publish {setting.target} --dry-run --diff; to write "
            f"over one of them: journeybook publish {setting.target} --take-over {key}"
        )
    refused = _with(report, State.REFUSED)
    if refused:
        yield f"{_plural(len(refused), 'page')} could not be written:"
        for page in refused:
            yield f"  {_place(page)} ({page.key}): {page.reason}"
    unfinished = _with(report, State.OPEN)
    if unfinished:
        yield (
            f"{_plural(len(unfinished), 'page')} may not be finished, because answers were lost; "
            "run the same command again, it goes on where it stopped"
        )


def _orphans(report: PublishReport, setting: Setting) -> Iterator[str]:
    orphans = _with(report, State.ORPHANED)
    if not orphans:
        return
    verb = "has no source any more" if len(orphans) == 1 else "have no source any more"
    yield f"{_plural(len(orphans), 'page')} in the wiki {verb}:"
    for page in orphans:
        note = f": {page.reason}" if page.reason else ""
        yield f"  {_place(page)} (was {page.key}){note}"
    yield (
        f"to take them away: journeybook publish {setting.target} --prune delete (only pages that "
        "no one edited are deleted)"
    )


def _with(report: PublishReport, state: State) -> list[PageReport]:
    return [page for page in report.pages if page.state is state]


def _place(page: PageReport) -> str:
    return page.address or page.name


def _was(pages: Sequence[PageReport], participle: str) -> str:
    return f"was {participle}" if len(pages) == 1 else f"were {participle}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


_STATUS = {
    State.CREATED: "missing in the wiki",
    State.UPDATED: "out of date",
    State.SAME: "in sync",
    State.LEFT: "in conflict",
    State.ORPHANED: "without a source",
}


def listed(report: PublishReport) -> str:
    """Every page with its state, as a list."""
    width = max([len(word) for word in _STATUS.values()])
    lines = [
        f"{_STATUS.get(page.state, page.state.value):<{width}}  {_place(page)}"
        for page in report.pages
    ]
    return "".join(f"{visible(line)}\n" for line in lines)


def as_values(report: PublishReport, setting: Setting) -> Mapping[str, object]:
    """The report for a program."""
    pages = [
        {
            "source": page.key,
            "page": page.name,
            "state": page.state.value,
            "reason": page.reason,
            "address": page.address,
            "moved": page.moved,
        }
        for page in report.pages
    ]
    return {
        "target": setting.target,
        "dry-run": setting.would,
        "pages": pages,
        "pictures": report.pictures,
        "refused-pictures": [
            {"picture": name, "reason": reason} for name, reason in report.refused_pictures
        ],
        "writes": report.writes,
        "remarks": list(report.remarks),
        "stopped": report.stopped,
        "exit-code": report.code,
    }


def as_json(reports: Sequence[Mapping[str, object]]) -> str:
    """Reports of all targets as one JSON text."""
    value = {"format": FORMAT, "targets": list(reports)}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def differences(plan: PublishPlan, texts: Mapping[str, str], *, in_full: bool) -> str:
    """A unified diff of each page that would change. With `in_full`, new pages too, and for pages
    that are left alone, what they have beside what we would write."""
    lines: list[str] = []
    for page in plan.pages:
        decision = page.decision
        is_shown = decision.act is Act.UPDATE or (
            in_full and decision.act in (Act.CREATE, Act.LEAVE) and decision.why is not Why.DELETED
        )
        if is_shown:
            remote = decision.remote
            old = texts.get(remote.id, "") if remote else ""
            lines += _diff(page, old, remote.name if remote else "")
    return "".join(f"{visible(line)}\n" for line in lines)


def _diff(page: PlannedPage, old: str, name: str) -> Iterator[str]:
    yield from difflib.unified_diff(
        old.split("\n") if old else [],
        page.rendered.text.split("\n"),
        f"wiki: {name}" if name else "wiki: (no page)",
        f"maps: {page.key}",
        lineterm="",
    )

"""Findings about where the content of a site is: no `content/`, or files beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from journeybook.diagnostics import Diagnostic, Severity, nearest
from journeybook.effects.disk import CONTENT, SITE_FILE
from journeybook.effects.stray_files import BesideSite, beside_site
from journeybook.faults import fault
from journeybook.text import Span
from journeybook.vocabulary import KIND_OF_FOLDER


def content_findings(root: Path, files: Collection[str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the place of the content; `files` are the files read."""
    beside = beside_site(root, frozenset(KIND_OF_FOLDER))
    findings = list(stray_files(beside))
    if not any(path.startswith(f"{CONTENT}/") for path in files):
        findings.append(no_content(beside))
    return tuple(findings)


def stray_files(beside: BesideSite) -> Iterator[Diagnostic]:
    """A finding for each file of content beside `site.yaml`, or in a folder beside it."""
    for folder, names in beside.titled.items():
        for name in names:
            path = f"{folder}/{name}" if folder else name
            place = f"{CONTENT}/{folder.lower()}/" if folder else f"{CONTENT}/, for example pages/"
            message = f"`{path}` is outside {CONTENT}/ and not read"
            yield fault("JB146", Span.start_of(path), message, f"move it to {place}")


def no_content(beside: BesideSite) -> Diagnostic:
    """The finding about a site without any content; an error if the folder has another name."""
    start = Span.start_of(SITE_FILE)
    others = [name for name in beside.folders if name != CONTENT]
    near = nearest(CONTENT, [name.lower() for name in others])
    meant = [name for name in others if near and name.lower() == near]
    if meant and CONTENT not in beside.folders:
        message = f"there is no folder `{CONTENT}`, but `{meant[0]}`"
        hint = f"rename it `{CONTENT}`"
        return fault("JB147", start, message, hint, severity=Severity.ERROR)
    what = "is empty" if CONTENT in beside.folders else "is missing"
    return fault("JB147", start, f"the folder `{CONTENT}` {what}", "add a journey or a page to it")

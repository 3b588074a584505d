"""Small sites for tests: files in a dict in, everything read, linked and checked out."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.catalog.catalog import Catalog
from journeybook.catalog.link import link
from journeybook.checks.run import run
from journeybook.diagnostics import Diagnostic, in_order
from journeybook.insight.build_info import BuildInfo, Change, FixedBuildInfo
from journeybook.schema.documents import Fact, Journey, Stage, Step
from journeybook.schema.read import Documents, read_site

TODAY = datetime.date(2026, 10, 12)
BUY = "content/journeys/ana/buy.md"
DEFAULTS = {
    "site.yaml": "title: Our journeys\n",
    "content/personas/ana.md": "---\ntitle: Ana\n---\n",
}


@dataclass(frozen=True)
class Site:
    """A site as read, as linked, and what was found in it."""

    documents: Documents
    catalog: Catalog
    findings: tuple[Diagnostic, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of every finding, in order of place."""
        return tuple(finding.code for finding in self.findings)

    def found(self, code: str) -> tuple[Diagnostic, ...]:
        """The findings of one code."""
        return tuple(finding for finding in self.findings if finding.code == code)

    def one(self, code: str) -> Diagnostic:
        """The only finding of a code."""
        found = self.found(code)
        assert len(found) == 1, f"{len(found)} findings {code} in {list(map(say, self.findings))}"
        return found[0]

    def journey(self, id: str = "ana/buy") -> Journey:
        found = self.catalog.journey(id)
        assert found is not None, f"no journey {id}"
        return found

    def step(self, id: str) -> Step:
        return next(step for step in self.journey().steps if step.id == id)

    def stage(self, id: str) -> Stage:
        return next(stage for stage in self.journey().stages if stage.id == id)

    def fact(self) -> Fact:
        """The only fact of the only journey."""
        (fact,) = [fact for part in self.journey().parts() for fact in part.facts]
        return fact


def info(changes: Mapping[str, str] | None = None, today: datetime.date = TODAY) -> BuildInfo:
    """What a build knows on 12 October 2026; `changes` are dates of last changes by path."""
    dates = {
        path: Change(datetime.date.fromisoformat(day), "Ana")
        for path, day in (changes or {}).items()
    }
    return FixedBuildInfo(today, "0", last_change=dates)


def site(files: Mapping[str, str | bytes], changes: Mapping[str, str] | None = None) -> Site:
    """Read, link and check files over a default site with one persona, `ana`."""
    everything = {**DEFAULTS, **files}
    data = {
        path: text.encode() if isinstance(text, str) else text for path, text in everything.items()
    }
    documents, read = read_site(data)
    catalog, linked = link(documents)
    return Site(documents, catalog, in_order((*read, *linked, *run(catalog, info(changes)))))


def buy(text: str, **more: str) -> Site:
    """A site with one journey of Ana; `text` may be indented. Other files by keyword: `touchpoints_shop=…`."""
    files = {
        f"content/{name.replace('__', '/').replace('_', '-')}.md": textwrap.dedent(body)
        for name, body in more.items()
    }
    return site({BUY: textwrap.dedent(text), **files})


def facts(*lines: str, head: str = "") -> Site:
    """A journey with one step (id `look`, the facts from line 6 on) and these lines under its heading."""
    text = f"---\ntitle: I buy\n{head}---\n## Awareness\n### I look {{#look}}\n" + "".join(
        f"{line}\n" for line in lines
    )
    return site({BUY: text})


def say(finding: Diagnostic) -> str:
    """A finding on one line, without its hint: `JB130 6:3-6:13 no fact is called …`."""
    span = finding.span
    return f"{finding.code} {span.line}:{span.column}-{span.end_line}:{span.end_column} {finding.message}"


def at(finding: Diagnostic) -> tuple[int, int, int, int]:
    """Line, column, end line and end column of a finding."""
    span = finding.span
    return span.line, span.column, span.end_line, span.end_column

"""Measure the sample site with Lighthouse and the Nu HTML checker; fail if a figure is too low.

`python tools/audit.py` prints the figures; `--write` also updates them in `docs/quality.md`.
Both programs come from `tools/checkers/` (`make audit` installs them); they need Node 20 and Java.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinds import KINDS
from sample_site import ROOT, ServedSite, serve_sample_site

from chromium import FLAGS, executable

CHECKERS = ROOT / "tools/checkers/node_modules"
LIGHTHOUSE = CHECKERS / "lighthouse/cli/index.js"
NU = CHECKERS / "vnu-jar/build/dist/vnu.jar"
MANUAL = ROOT / "docs/quality.md"
MEASURED = ("home", "journey", "touchpoint")
CATEGORIES = ("performance", "accessibility", "best-practices")
LOWEST_SCORE = 95
# A page with three errors, to test the checker: no title, a duplicate ID, an image without alternative text.
BAD_PAGE = '<!doctype html><html lang="en"><title></title><p id="a"><img src="a.png"><p id="a">'
ERRORS = 3


@dataclass(frozen=True)
class Measures:
    """Lighthouse figures of one page: scores out of 100, and the weight on the wire, uncompressed."""

    page: str
    scores: Mapping[str, int]
    kilobytes: int
    requests: int

    @property
    def is_only_slow(self) -> bool:
        return [name for name, score in self.scores.items() if score < LOWEST_SCORE] == [
            "performance"
        ]


def read_report(page: str, report: Mapping[str, Any]) -> Measures:
    """The figures of a Lighthouse report."""
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    sent = report["audits"]["network-requests"]["details"]["items"]
    return Measures(
        page, scores, round(report["audits"]["total-byte-weight"]["numericValue"] / 1000), len(sent)
    )


def shortfalls(measured: Iterable[Measures], messages: Iterable[Mapping[str, Any]]) -> list[str]:
    """One sentence for each score that is too low and each message of the checker."""
    sentences = []
    for page in measured:
        for name, score in page.scores.items():
            if score < LOWEST_SCORE:
                sentences.append(f"{page.page}: {name} is {score}, below {LOWEST_SCORE}")
    for message in messages:
        place = f"{message.get('url', '?')}:{message.get('lastLine', '?')}"
        sentences.append(f"{place}: {message.get('message')}")
    return sentences


def table(measured: Iterable[Measures], pages: int, messages: int) -> str:
    """The figures as a Markdown table, as in the manual."""
    rows = []
    for page in measured:
        scores = " | ".join(str(page.scores[name]) for name in CATEGORIES)
        rows.append(f"| {page.page} | {scores} | {page.kilobytes} KB | {page.requests} |")
    return "\n".join(
        (
            "| page | performance | accessibility | best practices | weight | requests |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            f"Nu HTML checker, warnings counted as errors: {messages} messages on {pages} pages.",
        )
    )


def run_lighthouse(site: ServedSite, kind: str) -> Measures:
    """Measure one page; once more if it was only slow, because other programs affect the speed."""
    measured = _lighthouse(site, kind)
    return _lighthouse(site, kind) if measured.is_only_slow else measured


def _lighthouse(site: ServedSite, kind: str) -> Measures:
    with tempfile.TemporaryDirectory(prefix="journeybook-audit-") as folder:
        target = Path(folder) / "report.json"
        command = [
            "node", str(LIGHTHOUSE), site.address + KINDS[kind], "--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={target}",
            f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(flag for flag in FLAGS if ' ' not in flag)}",
        ]  # fmt: skip
        chromium = executable()
        done = subprocess.run(
            command,
            env=os.environ | ({"CHROME_PATH": chromium} if chromium else {}),
            capture_output=True,
            text=True,
            check=False,
        )
        if not target.is_file():
            raise SystemExit(f"Lighthouse wrote no report for {kind}:\n{done.stderr[-2000:]}")
        return read_report(kind, json.loads(target.read_text("utf-8")))


def run_nu(addresses: Iterable[str]) -> list[dict[str, Any]]:
    """Every message about these pages. They are fetched, since `'self'` in the policy matches nothing on disk."""
    # By default, the checker refuses to read from this computer.
    command = [
        "java",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        str(NU),
        "--Werror",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, *addresses], capture_output=True, text=True, check=False)
    try:
        messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    except ValueError:
        raise SystemExit(
            f"cannot read the output of the Nu checker:\n{done.stderr[-2000:]}"
        ) from None
    return messages


def nu_reports_errors() -> bool:
    """Whether the Nu checker reports the errors of a bad page. If not, its silence proves nothing."""
    with tempfile.TemporaryDirectory(prefix="journeybook-audit-") as folder:
        page = Path(folder) / "faulty.html"
        page.write_text(BAD_PAGE, "utf-8")
        return len(run_nu([str(page)])) >= ERRORS


def update_manual(manual: str, figures: str) -> str:
    """The manual with these figures between its two markers."""
    return re.sub(
        r"(?s)(<!-- audit -->\n).*?(\n<!-- /audit -->)",
        lambda markers: f"{markers[1]}\n{figures}\n{markers[2]}",
        manual,
    )


def main() -> int:
    missing = [name for name in ("node", "java") if not shutil.which(name)]
    if missing:
        raise SystemExit(
            f"the audit needs {' and '.join(missing)} (Node 20 or newer, Java 17 or newer)"
        )
    if not nu_reports_errors():
        raise SystemExit("the Nu checker does not report the errors of a bad page")
    with serve_sample_site() as site:
        measured = [run_lighthouse(site, kind) for kind in MEASURED]
        messages = run_nu(site.address + url for url in site.pages)
        figures = table(measured, len(site.pages), len(messages))
    print(figures)
    if "--write" in sys.argv:
        MANUAL.write_text(update_manual(MANUAL.read_text("utf-8"), figures), "utf-8")
    short = shortfalls(measured, messages)
    print("\n".join(["", *short]) if short else "", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())

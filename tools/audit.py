"""Measure the sample atlas with Lighthouse and the Nu HTML checker; fail where it falls short.

`python tools/audit.py` prints the figures; `--write` also puts them into `docs/quality.md`.
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

from atlas import ROOT, Atlas, served_atlas
from kinds import KINDS

from chromium import FLAGS, executable

CHECKERS = ROOT / "tools/checkers/node_modules"
LIGHTHOUSE = CHECKERS / "lighthouse/cli/index.js"
NU = CHECKERS / "vnu-jar/build/dist/vnu.jar"
MANUAL = ROOT / "docs/quality.md"
MEASURED = ("home", "journey", "touchpoint")
CATEGORIES = ("performance", "accessibility", "best-practices")
ENOUGH = 95
# A page with three faults, to see that the checker sees: no title, a doubled id, a picture without words.
FAULTY = '<!doctype html><html lang="en"><title></title><p id="a"><img src="a.png"><p id="a">'
FAULTS = 3


@dataclass(frozen=True)
class Measures:
    """What Lighthouse says of one page: scores of 100, and the weight on the wire, uncompressed."""

    page: str
    scores: Mapping[str, int]
    kilobytes: int
    requests: int

    @property
    def is_only_slow(self) -> bool:
        return [name for name, score in self.scores.items() if score < ENOUGH] == ["performance"]


def measures(page: str, report: Mapping[str, Any]) -> Measures:
    """The figures of a Lighthouse report."""
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    sent = report["audits"]["network-requests"]["details"]["items"]
    return Measures(
        page, scores, round(report["audits"]["total-byte-weight"]["numericValue"] / 1000), len(sent)
    )


def shortfalls(measured: Iterable[Measures], messages: Iterable[Mapping[str, Any]]) -> list[str]:
    """One sentence for each score below the bar and each message of the checker."""
    low = [
        f"{one.page}: {name} {score}, wanted {ENOUGH}"
        for one in measured
        for name, score in one.scores.items()
        if score < ENOUGH
    ]
    return low + [
        f"{m.get('url', '?')}:{m.get('lastLine', '?')}: {m.get('message')}" for m in messages
    ]


def table(measured: Iterable[Measures], pages: int, messages: int) -> str:
    """The figures as they stand in the manual."""
    rows = [
        f"| {one.page} | {' | '.join(str(one.scores[name]) for name in CATEGORIES)} | {one.kilobytes} KB | {one.requests} |"
        for one in measured
    ]
    return "\n".join(
        (
            "| page | performance | accessibility | best practices | weight | requests |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            f"Nu HTML checker, warnings counted as errors: {messages} messages on {pages} pages.",
        )
    )


def look_with_lighthouse(atlas: Atlas, kind: str) -> Measures:
    """Measure one page; once more if it was only slow, since speed swings with what else the machine does."""
    measured = _lighthouse(atlas, kind)
    return _lighthouse(atlas, kind) if measured.is_only_slow else measured


def _lighthouse(atlas: Atlas, kind: str) -> Measures:
    with tempfile.TemporaryDirectory(prefix="journeybook-audit-") as folder:
        target = Path(folder) / "report.json"
        command = [
            "node", str(LIGHTHOUSE), atlas.address + KINDS[kind], "--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={target}",
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
            raise SystemExit(f"Lighthouse made no report of {kind}:\n{done.stderr[-2000:]}")
        return measures(kind, json.loads(target.read_text("utf-8")))


def look_with_nu(addresses: Iterable[str]) -> list[dict[str, Any]]:
    """Every message about these pages. They are fetched: from a disk, `'self'` of the policy would match nothing."""
    # Loopback is among the hosts that the checker refuses unless told otherwise.
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
            f"the Nu checker said nothing that can be read:\n{done.stderr[-2000:]}"
        ) from None
    return messages


def sees_faults() -> bool:
    """Whether the Nu checker finds what is wrong with a page that is: else its silence would say nothing."""
    with tempfile.TemporaryDirectory(prefix="journeybook-audit-") as folder:
        page = Path(folder) / "faulty.html"
        page.write_text(FAULTY, "utf-8")
        return len(look_with_nu([str(page)])) >= FAULTS


def put_into_manual(manual: str, figures: str) -> str:
    """The manual with these figures between its two marks."""
    return re.sub(
        r"(?s)(<!-- audit -->\n).*?(\n<!-- /audit -->)",
        lambda found: f"{found[1]}\n{figures}\n{found[2]}",
        manual,
    )


def main() -> int:
    missing = [name for name in ("node", "java") if not shutil.which(name)]
    if missing:
        raise SystemExit(
            f"the audit needs {' and '.join(missing)} (Node 20 or newer, Java 17 or newer)"
        )
    if not sees_faults():
        raise SystemExit("the Nu checker finds nothing wrong with a faulty page")
    with served_atlas() as atlas:
        measured = [look_with_lighthouse(atlas, kind) for kind in MEASURED]
        messages = look_with_nu(atlas.address + url for url in atlas.pages)
        figures = table(measured, len(atlas.pages), len(messages))
    print(figures)
    if "--write" in sys.argv:
        MANUAL.write_text(put_into_manual(MANUAL.read_text("utf-8"), figures), "utf-8")
    short = shortfalls(measured, messages)
    print("\n".join(["", *short]) if short else "", file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())

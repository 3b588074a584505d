"""Keep the example in `docs/review.md` up to date: the reports on an example pull request.

The tests run the same pull request (`tests/commands/change_the_atlas.py`).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests/commands"))

from change_the_atlas import change  # noqa: E402

FENCES = {"text": "```", "markdown": "````", "github": "```"}
"""The formats that the page shows. A comment contains a code block itself, so its fence is longer."""
LINK = re.compile(r"\]\(https?://[^)]*\)")


def update_example(manual: str) -> str:
    """The page with fresh reports between its markers."""
    for name, report in _reports().items():
        fence = FENCES[name]
        language = "markdown" if name == "markdown" else "text"
        example = f"{fence}{language}\n{report}\n{fence}"
        manual = _replace(manual, name, example)
    return manual


def _replace(manual: str, name: str, example: str) -> str:
    before, start, rest = manual.partition(f"<!-- example: {name} -->\n")
    _, end, after = rest.partition("\n<!-- /example -->")
    if not end:
        raise SystemExit(f"docs/review.md: missing marker `example: {name}`")
    return f"{before}{start}{example}{end}{after}"


def _reports() -> dict[str, str]:
    """Commit the sample site, change it on a branch, and compare the branch with `main`."""
    with tempfile.TemporaryDirectory(prefix="journeybook-example-") as name:
        site = Path(name)
        shutil.copy(ROOT / "site.yaml", site)
        shutil.copytree(ROOT / "content", site / "content")
        _git(site, "init", "--quiet", "--initial-branch=main")
        _commit(site, "before")
        _git(site, "checkout", "--quiet", "-b", "proposal")
        change(site)
        _commit(site, "after")
        return {form: _diff(site, form) for form in FENCES}


def _diff(site: Path, form: str) -> str:
    command = (sys.executable, "-m", "journeybook", "diff", "main", "--no-cache", "--format", form)
    path = f"{ROOT / 'generator'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    report = _run(site, *command, PYTHONPATH=path)
    return LINK.sub("](https://…)", report).strip()


def _commit(site: Path, message: str) -> None:
    _git(site, "add", "--all")
    _git(site, "commit", "--quiet", "--message", message)


def _git(site: Path, *arguments: str) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    _run(site, "git", *author, *arguments, GIT_CONFIG_GLOBAL=os.devnull)


def _run(site: Path, *command: str, **environment: str) -> str:
    return subprocess.run(
        command,
        cwd=site,
        env=os.environ | environment,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout

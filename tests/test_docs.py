"""The manual follows the code."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "docs.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_field_of_a_view_is_documented() -> None:
    text = (ROOT / "docs" / "templates.md").read_text("utf-8")
    assert [line for line in text.splitlines() if re.match(r"\| `\w+` \|.*\|\s*\|$", line)] == []


def test_links_between_documents_lead_to_files() -> None:
    for page in (
        ROOT / "README.md",
        ROOT / "ARCHITECTURE.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ):
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "<" in target or "`" in target or target.startswith(".."):
                continue
            assert (page.parent / target).exists() or page.name == "findings.md", (
                page.name,
                target,
            )

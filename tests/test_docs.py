"""The documents are true: generated files follow the code, and what the others mention exists."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from journeybook.cli import cli

ROOT = Path(__file__).resolve().parent.parent
NOTICE = "<!-- Generated from the code"
PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
WRITTEN = [
    page
    for page in PAGES
    if not page.read_text("utf-8").startswith(NOTICE)
    and page.name not in ("ARCHITECTURE.md", "CHANGELOG.md")
]
FENCE = re.compile(r"^ *(`{3,})(\w*)\n(.*?)^ *\1$", re.MULTILINE | re.DOTALL)
UNUSED_WORDS = re.compile(
    r"\b(atlas|somebody|nobody|mends?|anew|forges?|strangers?|rests on|laid out|of ours|of theirs)\b",
    re.IGNORECASE,
)
"""The words in docs/voice.md that are wrong in any sentence."""

by_name = pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)


def test_generated_files_are_up_to_date() -> None:
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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    if page.name == "findings.md":
        pytest.skip("its examples contain broken links")
    text = page.read_text("utf-8")
    for target, anchor in re.findall(r"\]\(([^)#:]*)(#[^)]*)?\)", without_code(text)):
        file = page.parent / target if target else page
        assert file.exists(), target
        if anchor:
            assert anchor[1:] in anchors(file.read_text("utf-8")), target + anchor


@by_name
def test_commands_and_options_exist(page: Path) -> None:
    context = click.Context(cli)
    for name, arguments in commands(page.read_text("utf-8")):
        command = cli.get_command(context, name)
        assert command is not None, name
        options = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", arguments)) <= options, arguments


@by_name
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    mentioned = re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    assert set(mentioned) <= targets


@by_name
def test_files_of_the_project_exist(page: Path) -> None:
    folders = r"(?:tests|tools|benchmarks|generator|docs)"
    for path in re.findall(rf"[`\s]({folders}/[\w./-]+)", page.read_text("utf-8")):
        assert (ROOT / path).exists(), path


@by_name
def test_the_words_follow_the_voice_of_the_product(page: Path) -> None:
    text = without_code(page.read_text("utf-8"))
    if page.name == "voice.md":
        text, _, words = text.partition("## Words we do not use")
        assert UNUSED_WORDS.search(words)
    assert [word[0] for word in UNUSED_WORDS.finditer(text)] == []


def without_code(text: str) -> str:
    """The text without code blocks and code spans."""
    return re.sub(r"`[^`\n]+`", "", FENCE.sub("", text))


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Every `journeybook <command>` in code, with the arguments that follow."""
    blocks = [block for _, language, block in FENCE.findall(text) if language in ("sh", "text")]
    lines = [line for block in blocks for line in block.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    for line in lines + spans:
        match = re.match(r"(?:\.venv/bin/)?journeybook ([a-z]+)\b([^#]*)", line)
        if match:
            yield match[1], match[2]


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives to headings."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }

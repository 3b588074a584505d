"""Try what ARCHITECTURE.md promises somebody who sees the code for the first time.

The tries copy the project, make only the edits that "Where to add things" lists, and run the tests
in FAST: only generated pages may be out of date afterwards. `python tools/strangers.py` makes all
tries in one copy, and each alone only if that fails; naming some makes those; `--all` runs every
test. It ends with exit code 1 if a try needs more than its edits.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "generator/journeybook"
FAST = [
    "tests/schema/test_schema_notation.py",
    "tests/schema/test_schema_values.py",
    "tests/exporting/test_tables.py",
    "tests/commands/test_cli.py",
    "tests/golden",
    "tests/theme/test_theme_lint.py",
    "tests/test_docs.py",
    "tests/test_explanations.py",
    "tests/test_layers.py",
    "tests/test_density.py",
    "tests/test_messages.py",
]
GENERATED = frozenset(("tests/test_docs.py::test_generated_files_are_up_to_date",))
"""What `make docs` repairs. A missing translation fails nothing: English is shown."""


@dataclass(frozen=True)
class Try:
    """Something to add: the edits that the table promises, and the files they touch."""

    edit: Callable[[Path], None]
    promise: str


def insert_before(file: Path, line: str, new: str) -> None:
    """Put text in front of the first line that contains `line`."""
    text = file.read_text("utf-8")
    at = text.rindex("\n", 0, text.index(line)) + 1
    file.write_text(text[:at] + new + text[at:], "utf-8")


def add_lane(root: Path) -> None:
    row = '        FactKey("fears", "Fears", _S, "text", icon="fear"),\n'
    insert_before(root / PACKAGE / "vocabulary.py", 'FactKey("emotion",', row)
    icons = root / "themes/default/static/icons"
    shutil.copy(icons / "need.svg", icons / "fear.svg")


def add_export(root: Path) -> None:
    (root / PACKAGE / "exporting/outline_file.py").write_text(
        '"""The stages and steps of a journey as plain text."""\n\n'
        "from __future__ import annotations\n\n"
        "from journeybook.exporting.context import ExportContext\n"
        "from journeybook.schema.documents import Journey\n\n\n"
        "def outline(context: ExportContext, journey: Journey) -> bytes:\n"
        '    """One line per step, in UTF-8."""\n'
        '    return "".join(f"{step.title}\\n" for step in journey.steps).encode()\n',
        "utf-8",
    )
    formats = root / PACKAGE / "exporting/formats.py"
    text = formats.read_text("utf-8")
    text = text.replace(
        "from journeybook.exporting.pages import",
        "from journeybook.exporting.outline_file import outline\n"
        "from journeybook.exporting.pages import",
    )
    text = re.sub(
        r"(EXPORTS[^{]*\{\n)",
        r'\1    "outline": Export("the steps as text", {"steps": _one(".txt", outline)}, {}),\n',
        text,
        count=1,
    )
    formats.write_text(text, "utf-8")
    command = root / PACKAGE / "commands/export.py"
    text = command.read_text("utf-8")
    command.write_text(text.replace('FORMATS = ("csv",', 'FORMATS = ("outline", "csv",'), "utf-8")


def add_check(root: Path) -> None:
    (root / PACKAGE / "checks/shape.py").open("a", encoding="utf-8").write(
        '\n\n@rule("JB398", "stage-named-like-its-journey", Severity.INFO)\n'
        "def stage_like_journey(catalog: Catalog, info: BuildInfo) -> Findings:\n"
        '    """Stage named like its journey.\n\n'
        "    Why: a stage is a part of the journey and needs a name of its own.\n\n"
        "    Bad:\n"
        "        === content/journeys/ana/buy.md\n"
        "        ---\n"
        "        title: Decision\n"
        "        ---\n"
        "        ## Decision\n"
        "    Good:\n"
        "        === content/journeys/ana/buy.md\n"
        "        ---\n"
        "        title: I buy running shoes\n"
        "        ---\n"
        "        ## Decision\n"
        '    """\n'
        "    for journey in catalog.journeys:\n"
        "        if any(stage.title == journey.title for stage in journey.stages):\n"
        '            yield journey.place("title"), "a stage has the title of its journey"\n'
    )


TRIES = {
    "lane": Try(add_lane, "a lane is one row of vocabulary.FACTS and an icon"),
    "export": Try(add_export, "an export format is one file, one row and its name"),
    "check": Try(add_check, "a check is one function"),
}


def copied(folder: Path) -> Path:
    """The files of the project in a folder of their own, without what was built or installed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def failures(root: Path, tests: list[str]) -> set[str]:
    """The tests that fail in a copy of the project."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(root / "generator")}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        return {done.stdout[-2000:] + done.stderr[-2000:]}
    return set(re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE))


def needs_more(names: list[str], tests: list[str]) -> set[str]:
    """The tests that fail after the edits of these tries, made together in one copy."""
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder))
        for name in names:
            TRIES[name].edit(root)
        return failures(root, tests) - GENERATED


def main() -> int:
    names = [name for name in sys.argv[1:] if name != "--all"] or list(TRIES)
    tests = ["tests"] if "--all" in sys.argv else FAST
    surprises = needs_more(names, tests)
    for name in names:
        more = surprises and (surprises if len(names) == 1 else needs_more([name], tests))
        print(f"{name}: {'as promised' if not more else 'needs more'} ({TRIES[name].promise})")
        for test in sorted(more):
            print(f"    {test}")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())

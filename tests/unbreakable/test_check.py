"""`check` finds everything that would stop a build and can be found without rendering pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from journeybook.cache import InMemoryCache
from journeybook.catalog import markdown_precheck
from journeybook.diagnostics import errors
from journeybook.effects.limited_process import LimitedProcess
from journeybook.outputs.check_site import check
from journeybook.outputs.site import build
from sample import INFO
from sites import BUY, DEFAULTS, say

HEAD = "---\ntitle: I buy\n---\n"
PAGE = "content/pages/bad.md"
LONG = "*a* " * 4_000
CRASHED = "it crashed the renderer process (SIGABRT)"


@pytest.fixture(scope="module")
def hostile() -> Iterator[LimitedProcess]:
    """A renderer that hangs or crashes if a text asks it to, as the real one might on an unforeseen text."""
    process = LimitedProcess("hostile_work:slow_prose", seconds=1, memory=512 << 20)
    yield process
    process.close()


@pytest.mark.parametrize(
    ("path", "text", "place", "reason"),
    [
        (BUY, f"{HEAD}hang {LONG}", "4:1-4:2", "it takes longer than 1 s"),
        (PAGE, f"{HEAD}crash {LONG}", "4:1-4:2", CRASHED),
        (BUY, f"{HEAD}## Awareness\n### a {{#a}}\n- does: crash {LONG}\n", "6:9-6:10", CRASHED),
        (BUY, f"{HEAD}## Awareness\n### a {{#a}}\n\ncrash {LONG}\n", "7:1-7:2", CRASHED),
        (BUY, f"---\ntitle: I buy\ngoal: crash {LONG}\n---\n", "3:7-3:8", CRASHED),
    ],
)
def test_m5_check_reports_a_text_that_cannot_be_rendered(
    hostile: LimitedProcess, path: str, text: str, place: str, reason: str
) -> None:
    files = {
        "site.yaml": b"title: x\n",
        path: text.encode(),
        "content/pages/good.md": f"{HEAD}{LONG}".encode(),
    }
    found = errors(check(files, INFO, outside=lambda budget: hostile).diagnostics)
    assert [f"{d.span.file} {say(d)}" for d in found] == [
        f"{path} JB164 {place} this text cannot be rendered: {reason}"
    ]


def test_check_finds_what_a_build_finds(
    hostile: LimitedProcess, theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    files = {
        BUY: f"{HEAD}crash {LONG}",
        PAGE: HEAD + "- " * 40 + "**a**",
        "content/touchpoints/till.md": f"---\ntitle: x\nintent: '{'[' * 50}{']' * 50}'\n---\n",
    }
    given = {path: text.encode() for path, text in (DEFAULTS | files).items()}
    checked = check(given, INFO, outside=lambda budget: hostile)
    built = build(given, theme_layers, INFO, outside=lambda budget: hostile)
    assert built.diagnostics == checked.diagnostics
    assert [(d.code, d.span.file) for d in errors(checked.diagnostics)] == [
        ("JB164", path) for path in sorted(files)
    ]


def test_a_site_with_such_a_text_is_not_exported(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: x\n")
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / PAGE).write_text(HEAD + "- " * 40 + "**a**\n")
    command = [sys.executable, "-m", "journeybook", "export", "json", "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "the site has 1 error" in done.stderr) == (1, True), done.stderr
    assert not (tmp_path / "out").exists()


def test_a_text_that_came_out_well_is_not_tried_again(hostile: LimitedProcess) -> None:
    cache, asked = InMemoryCache(), list[bytes]()

    def counting(task: bytes, ask: object) -> bytes | str:
        asked.append(task)
        return hostile(task, ask)  # type: ignore[arg-type]

    files = {
        "site.yaml": b"title: x\n",
        PAGE: f"{HEAD}{LONG}".encode(),
        BUY: f"{HEAD}crash {LONG}".encode(),
    }
    for _ in range(2):
        found = check(files, INFO, cache=cache, outside=lambda budget: counting).diagnostics
        assert [d.code for d in errors(found)] == ["JB164"]
    assert sum(b"crash" not in task for task in asked) == 1
    assert sum(b"crash" in task for task in asked) == 2, (
        "what failed may have failed because the machine was busy"
    )


def test_no_command_waits_for_a_text_that_it_does_not_show() -> None:
    """Commands that only list things have no sandbox for risky texts, and leave them to `check`."""
    assert not list(errors(check({BUY: f"{HEAD}hang {LONG}".encode()}, INFO).diagnostics))


def test_an_ordinary_site_is_checked_without_the_renderer(
    sample_files: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        markdown_precheck, "precheck_texts", lambda *_: pytest.fail("nothing in it is doubtful")
    )
    checked = check(
        sample_files, INFO, outside=lambda budget: lambda *_: pytest.fail("no process is needed")
    )
    assert checked.catalog.doubtful == ()


def test_checking_loads_nothing_that_makes_pages(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: x\n")
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/about.md").write_text("---\ntitle: About\n---\nText.\n")
    told = "import sys; from journeybook.cli import cli; cli(['check'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "no findings" in done.stdout
    assert {"markdown", "nh3", "jinja2", "journeybook.outputs.make_page"} & set(
        done.stdout.split()
    ) == set()

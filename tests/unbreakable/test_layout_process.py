"""M5: texts are rendered within limits of time and memory; one beyond them is reported, and the build goes on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping

import pytest

from journeybook.budget import STANDARD, Budget
from journeybook.catalog.references import texts
from journeybook.effects import limited_process
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.limited_process import LimitedProcess
from journeybook.effects.processor_time import at_most
from journeybook.outputs.site import build
from journeybook.prose.cost_estimate import is_risky
from journeybook.prose.render import Renderer, Resolved
from journeybook.prose.sandbox_protocol import WORK
from journeybook.schema.read import read_site
from journeybook.workflow.markdown_sandbox import MarkdownSandbox, open_markdown_sandbox
from prose.page import image, resolve
from sample import INFO
from sites import BUY, say

HEAD = "---\ntitle: I buy\n---\n"


@pytest.fixture(scope="module")
def hostile() -> Iterator[LimitedProcess]:
    process = LimitedProcess("hostile_work:work", seconds=1, memory=256 << 20)
    yield process
    process.close()


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        (b"loop", "it takes longer than 1 s"),
        (b"memory", "it needs more than 256 MB of memory"),
        (b"crash", "it crashed the renderer process (SIGSEGV)"),
        (b"leave", "the renderer process ended (exit code 7)"),
        (b"raise", "the renderer failed on it (RecursionError)"),
    ],
)
def test_m5_a_failed_task_is_reported_and_the_next_one_succeeds(
    hostile: LimitedProcess, task: bytes, reason: str
) -> None:
    assert hostile(task, lambda question: question) == reason
    assert hostile(b"hello", lambda question: question * 2) == b"hellohello!"


def test_m5_work_that_sleeps_is_ended_by_the_clock(
    hostile: LimitedProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited_process, "PATIENCE", 0.3)
    assert hostile(b"sleep", lambda question: question) == "it takes longer than 1 s"


def test_m5_one_process_serves_many_tasks_and_sees_nothing_of_ours(
    hostile: LimitedProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN", "secret")
    first = hostile(b"where", lambda question: question)
    assert first == hostile(b"where", lambda question: question) != str(os.getpid()).encode()
    hostile.close()
    assert hostile(b"where", lambda question: question) != first
    assert b"TOKEN" not in hostile(b"environment", lambda question: question)  # type: ignore[operator]


def test_m5_a_process_that_cannot_start_is_a_fault_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(EnvironmentFault, match="cannot start the process"):
        LimitedProcess(WORK, seconds=1, memory=1 << 28)(b"", lambda question: question)


def test_m5_a_text_is_the_same_from_either_process() -> None:
    text = (
        "# A *b* [[touchpoint:demo-call]]\n\n![p](map.png) [x](a.md) [y](javascript:z) <b>\n\n[^1] "
        + "w " * 9_000
        + "\n\n[^1]: n"
    )
    line = "**a** [x](a.md) `c` " * 60
    assert is_risky(text)
    assert is_risky(line)
    with open_markdown_sandbox() as outside:
        there = Renderer(STANDARD, outside(STANDARD))
        here = Renderer()
        told = [
            one.render(text, id_prefix="p-", resolve=resolve, heading_level=2, image=image)
            for one in (there, here)
        ]
        assert told[0] == told[1]
        assert "demo-call" in told[0].html
        assert there.render_inline(line, resolve=resolve) == here.render_inline(
            line, resolve=resolve
        )
        assert there.failures == []


def test_m5_the_other_process_cannot_lead_a_link_off_the_list() -> None:
    evil = Resolved("javascript:alert(1)", "L", "page")
    with open_markdown_sandbox() as outside:
        made = Renderer(STANDARD, outside(STANDARD)).render(
            "[a](b.md) ![c](d.png) " * 900,
            id_prefix="",
            heading_level=1,
            resolve=lambda link: evil,
            image=lambda s: "//e",
        )
    assert "javascript" not in made.html
    assert "//e" not in made.html


def test_m5_an_ordinary_site_starts_no_process(sample_files: Mapping[str, bytes]) -> None:
    documents, _ = read_site(sample_files)
    written = [one.prose.text for document in documents.documents for one in texts(document)]
    assert len(written) > 500
    assert [text for text in written if is_risky(text)] == []


def test_m5_a_text_that_takes_too_long_is_reported_and_the_others_are_rendered(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """The renderer of this test hangs or crashes if a text asks it to, as the real one might on an unforeseen text."""
    process = LimitedProcess("hostile_work:slow_prose", seconds=1, memory=STANDARD.layout_memory)
    files = {
        "site.yaml": b"title: x\n",
        BUY: (HEAD + "hang " + "*a* " * 4_000).encode(),
        "content/pages/long.md": (HEAD + "*b* " * 4_000).encode(),
        "content/pages/bad.md": (HEAD + "crash " + "*b* " * 4_000).encode(),
    }
    built = build(files, theme_layers, INFO, outside=lambda budget: process)
    process.close()
    assert built.files is None
    assert [f"{d.span.file} {say(d)}" for d in built.diagnostics if d.code == "JB164"] == [
        f"{BUY} JB164 4:1-4:2 this text cannot be rendered: it takes longer than 1 s",
        "content/pages/bad.md JB164 4:1-4:2 this text cannot be rendered: it crashed the renderer process (SIGABRT)",
    ]


def test_m5_the_limits_of_site_yaml_are_those_of_the_process() -> None:
    made = MarkdownSandbox()
    first = made(STANDARD)
    assert made(STANDARD) is first
    other = made(Budget(layout_time=20))
    assert isinstance(other, LimitedProcess)
    assert other.limits == (20, STANDARD.layout_memory)
    made.close()


@pytest.mark.parametrize(
    ("text", "risky"),
    [
        ("a" * 15_000, False),
        ("a" * 17_000, True),
        ("[a" * 600, True),
        ("[a" * 400, False),
        ("See [the demo](../touchpoints/demo.md) and *this*. " * 200, False),
    ],
)
def test_m5_which_texts_are_rendered_in_another_process(text: str, risky: bool) -> None:
    assert is_risky(text) is risky


def test_m5_a_build_ends_when_its_processor_time_is_used_up() -> None:
    began = time.process_time()
    with (
        pytest.raises(
            EnvironmentFault,
            match="stopped after 1 s of processor time; to allow more, raise `build-time`",
        ),
        at_most(1, "1 s"),
    ):
        _use_up(began + 10)
    with at_most(60, "a minute"):
        _use_up(began)


def _use_up(until: float) -> None:
    while time.process_time() < until:
        pass

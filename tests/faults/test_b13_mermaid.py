"""B13: a Mermaid export has everybody who is there, and Mermaid reads back the same journey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.exporting.context import export_context
from journeybook.exporting.formats import EXPORTS
from journeybook.outputs.site import check
from journeybook.pages.theme import Theme
from sample import INFO, ROOT

MERMAID = Path(ROOT) / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
READ = """async (source) => {
  const shown = (text) => {
    const area = document.createElement('textarea');
    area.innerHTML = String(text ?? '').replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    return area.value;
  };
  const db = (await mermaid.mermaidAPI.getDiagramFromText(source)).db;
  return {
    title: shown(db.getDiagramTitle()),
    tasks: db.getTasks().map((t) => [shown(t.section), shown(t.task), t.score, t.people.map(shown)]),
  };
}"""
MAP = """\
---
title: "We buy: a CRM; 50% off #1"
---
## 1. Awareness
### Request demo {#demo}
- who: ana, vendor
- emotion: 0 calm
### We wait {#wait}
- does: waits
## Decision, at last
### A very long title of a step, longer than any box of a diagram would ever be, and then some more
- emotion: -2 lost
- emotion ben: +2 glad
"""
FILES = {
    "site.yaml": "title: Maps\n",
    "content/journeys/ana/buy.md": MAP,
    "content/personas/ana.md": "---\ntitle: Ana Lima, buyer\n---\n",
    "content/personas/ben.md": "---\ntitle: Ben\n---\n",
    "content/personas/vendor.md": "---\ntitle: Vendor\n---\n",
}


def exported(part: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """The files of `journeybook export mermaid --what <part>`."""
    checked = check({path: text.encode() for path, text in files.items()}, INFO)
    theme = Theme((read_theme(packaged_theme()),))
    context = export_context(checked, theme, INFO)
    (journey,) = context.journeys
    made = EXPORTS["mermaid"].makes[part](context, journey)
    return {name: data.decode() for name, data in made.items()}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.set_content("<!doctype html><title>Mermaid</title>")
    opened.add_script_tag(path=MERMAID)
    opened.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
    yield opened
    opened.close()


def test_b13_mermaid_reads_back_the_whole_journey(page: Page) -> None:
    (source,) = exported("journey").values()
    long = MAP.partition("### A very")[2].partition("\n")[0]
    assert page.evaluate(READ, source) == {
        "title": "We buy: a CRM; 50% off #1",
        "tasks": [
            ["1. Awareness", "Request demo", 3, ["Ana Lima, buyer", "Vendor"]],
            ["Decision, at last", f"A very{long}", 3, ["Ana Lima, buyer", "Ben"]],
        ],
    }


def test_b13_a_step_without_an_emotion_is_a_comment() -> None:
    (source,) = exported("journey").values()
    assert "  %% We wait#58; no emotion\n" in source


def test_b13_the_diagram_of_a_stage_has_everybody_and_one_number() -> None:
    files = exported("diagrams")
    stage = files["ana-buy-stage-1.mmd"]
    assert "section 1#46; Awareness\n" in stage
    assert "Request demo: 3 : Ana Lima#44; buyer, Vendor\n" in stage
    assert "1#46; 1" not in "".join(files.values())
    assert "1. 1." not in "".join(files.values())


def test_b13_a_journey_without_emotions_has_nothing_to_export() -> None:
    text = "---\ntitle: T\n---\n## Awareness\n### A {#a}\n- does: x\n"
    assert exported("journey", {**FILES, "content/journeys/ana/buy.md": text}) == {}

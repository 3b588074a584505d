"""The judge is Mermaid itself: what its parser reads must be what was meant.

Runs `node_modules/mermaid` in headless Chromium. Both are test tools: `npm ci` and a system Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from diagram_examples import NASTY, one_of_each, plain
from playwright.sync_api import Browser, Page

from journeybook.diagrams import xychart
from journeybook.diagrams.escape import shorten

MERMAID = Path(__file__).parents[2] / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"

# Mermaid keeps `#58;` as a place-holder until it has drawn: undo that as its renderer does.
READ = """async (source) => {
  const shown = (text) => {
    const area = document.createElement('textarea');
    area.innerHTML = String(text ?? '').replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    return area.value;
  };
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
  const db = diagram.db, out = { kind: diagram.type, title: shown(db.getAccTitle()), about: shown(db.getAccDescription()) };
  if (db.getVertices) {
    const frames = new Set(db.getSubGraphs().map((g) => g.id));
    out.nodes = [...db.getVertices().values()].filter((v) => !frames.has(v.id)).map((v) => shown(v.text));
    out.edges = db.getEdges().map((e) => [e.start, e.end, shown(e.text), e.stroke]);
    out.groups = db.getSubGraphs().map((g) => [shown(g.title), g.dir, g.nodes.length]);
    out.links = [...db.getVertices().values()].map((v) => v.link ?? '');
  } else if (diagram.type === 'journey') {
    out.tasks = db.getTasks().map((t) => [shown(t.task), t.score, t.people.map(shown), shown(t.section)]);
  } else if (diagram.type === 'gantt') {
    out.tasks = db.getTasks().map((t) => [
      shown(t.task), shown(t.section), Math.round((t.endTime - t.startTime) / 864e5), !!t.done]);
  }
  return out;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    assert MERMAID.is_file(), "run `npm ci` in the root of the repository"
    opened = browser.new_page()
    opened.set_content("<!doctype html><title>Mermaid</title>")
    opened.add_script_tag(path=MERMAID)
    opened.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
    yield opened
    opened.close()


def seen(text: str) -> str:
    return plain(text) or "…"


@pytest.mark.parametrize("label", [*NASTY, "", "   "])
def test_mermaid_reads_what_was_meant(page: Page, label: str) -> None:
    read = {kind: page.evaluate(READ, source) for kind, source in one_of_each(label).items()}
    for kind, result in read.items():
        assert plain(result["title"]) == "T", kind
        assert plain(result["about"]) == seen(label), kind

    stages = read["stages"]
    assert [plain(text) for text in stages["nodes"]] == [seen(label), "B"]
    edge_label = seen(label) if label.strip() else ""
    assert [[a, b, plain(text), stroke] for a, b, text, stroke in stages["edges"]] == [
        ["s0", "s1", edge_label, "normal"],
        ["s1", "s0", "", "dotted"],
    ]
    assert stages["links"] == ["a.html", ""]

    steps = read["steps"]
    assert sorted(plain(text) for text in steps["nodes"]) == sorted([seen(label), "B", "C"])
    assert [[plain(title), way, count] for title, way, count in steps["groups"]] == [
        ["H", "LR", 1],
        [seen(label), "LR", 2],
    ]

    task, score, people, section = read["journey"]["tasks"][0]
    assert (plain(task), score, plain(section)) == (seen(label), 3, seen(label))
    assert [plain(person) for person in people] == [plain(shorten(label, 40)) or "…", "B"]
    assert read["journey"]["tasks"][1][:3] == ["Z", 5, []]

    assert [
        [plain(name), plain(part), days, wait] for name, part, days, wait in read["gantt"]["tasks"]
    ] == [
        [plain(shorten(label, 48)) or "…", plain(shorten(label, 32)) or "…", 9, False],
        ["wait", "S", 30, True],
    ]


@pytest.mark.parametrize("label", NASTY)
def test_mermaid_draws_the_label_itself(page: Page, label: str) -> None:
    """The drawn text, for the kinds whose parsed text we cannot ask for, and as a second look at flowcharts."""
    draw = "async (source) => { const {svg} = await mermaid.render('d', source);"
    draw += (
        " const box = document.createElement('div'); box.innerHTML = svg; return box.textContent; }"
    )
    for kind in ("stages", "quadrant", "xychart"):
        text = page.evaluate(draw, one_of_each(label)[kind])
        wanted = shorten(label, 28 if kind == "quadrant" else 40)
        assert plain(wanted) in plain(text), kind


def test_mermaid_draws_two_curves_over_the_same_steps(page: Page) -> None:
    source = xychart.two_curves("T", "D", "feeling", ["1", "2", "3"], [-2, 0.5, 2], [1, 1, -1])
    draw = "async (source) => { const {svg} = await mermaid.render('c', source);"
    draw += " const box = document.createElement('div'); box.innerHTML = svg;"
    draw += " return [...box.querySelectorAll('.plot path')].length; }"
    assert page.evaluate(draw, source) == 2

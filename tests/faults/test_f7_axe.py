"""Authors' tables and code can be scrolled by keyboard, and a machine can judge the contrast of every cell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from canvas_map import written
from kinds import KINDS
from playwright.sync_api import Browser, Page

from journeybook.outputs.site import build
from sample import INFO
from sites import DEFAULTS

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
pytestmark = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci")
PROSE = f"""---
title: Prose
menu: yes
---
| {" | ".join(f"head {n}" for n in range(12))} |
|{"---|" * 12}
| {" | ".join(["averylongwordinacell"] * 12)} |

    {"code that goes on and on " * 20}

Words.

| a | b |
|---|---|
| 1 | 2 |
"""


@pytest.fixture(scope="module")
def prose_page(
    tmp_path_factory: pytest.TempPathFactory, theme_layers: tuple[Mapping[str, bytes], ...]
) -> str:
    files = {**DEFAULTS, "content/pages/prose.md": PROSE}
    output = build({path: text.encode() for path, text in files.items()}, theme_layers, INFO).files
    assert output is not None
    return written(tmp_path_factory.mktemp("prose"), output) + "pages/prose.html"


def judged(page: Page, rules: list[str]) -> dict[str, list[str]]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    script = """async rules => {
      const run = await axe.run(document, {runOnly: {type: 'rule', values: rules}, preload: false, iframes: false});
      const targets = results => results.flatMap(r => r.nodes.map(n => n.target.join(' ') + ' ' + n.any.map(a => a.data?.messageKey)));
      return {violations: targets(run.violations), incomplete: targets(run.incomplete)};
    }"""
    found: dict[str, Any] = page.evaluate(script, rules)
    return found


@pytest.mark.parametrize("width", [320, 1280])
def test_f7_tables_and_code_in_prose_are_reached_by_keyboard(
    browser: Browser, prose_page: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, bypass_csp=True)
    page = context.new_page()
    page.goto(prose_page)
    wide = page.locator(".prose .scroll").first
    assert wide.evaluate("e => e.scrollWidth > e.clientWidth")
    names = page.locator(".prose .scroll").evaluate_all("all => all.map(e => e.ariaLabel)")
    assert names == ["Table 1", "Table 2"]
    assert judged(page, ["scrollable-region-focusable"])["violations"] == []
    context.close()


@pytest.mark.parametrize("kind", ["pain-index", "touchpoint-index", "heat-map", "journey"])
def test_f7_a_machine_can_judge_the_contrast_in_what_scrolls(
    browser: Browser, tmp_path: Path, sample_output: Mapping[str, bytes], kind: str
) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(written(tmp_path, sample_output) + KINDS[kind])
    result = judged(page, ["color-contrast"])
    assert result["violations"] == []
    doubtful = [target for target in result["incomplete"] if "bgGradient" in target]
    assert [target for target in doubtful if ".curve" not in target] == []
    context.close()

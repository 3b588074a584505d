"""Every Mermaid source of the sample atlas is read by Mermaid itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from journeybook.diagrams import draw
from journeybook.outputs.site import build
from journeybook.pages.maps import diagrams
from sample import INFO

MERMAID = Path(__file__).parents[2] / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"

# Pictures of maps are no Mermaid drawings.
PICTURES = ("-map.svg", "-curve.svg")


def test_mermaid_reads_every_source_of_the_atlas(
    browser: Browser, sample_output: Mapping[str, bytes]
) -> None:
    sources = {url: data.decode() for url, data in sample_output.items() if url.endswith(".mmd")}
    assert len(sources) > 60
    page = browser.new_page()
    page.set_content("<!doctype html><title>Mermaid</title>")
    page.add_script_tag(path=MERMAID)
    page.evaluate("mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})")
    refused = page.evaluate(
        """async sources => {
          const refused = [];
          for (const [url, source] of Object.entries(sources)) {
            try { await mermaid.parse(source); } catch (error) { refused.push(url + ': ' + error.message); }
          }
          return refused;
        }""",
        sources,
    )
    page.close()
    assert refused == []


def test_every_drawing_of_the_atlas_was_made(sample_output: Mapping[str, bytes]) -> None:
    """The drawing engine is among the locked requirements, so every figure has its drawing here."""
    sources = {url.removesuffix(".mmd") for url in sample_output if url.endswith(".mmd")}
    assert sources == {
        url.removesuffix(".svg")
        for url in sample_output
        if url.endswith(".svg") and "assets/" not in url and not url.endswith(PICTURES)
    }


def test_without_a_drawing_engine_pages_show_the_source_and_say_why(
    monkeypatch: pytest.MonkeyPatch,
    sample_files: Mapping[str, bytes],
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    monkeypatch.setattr(draw, "engine", lambda: None)
    monkeypatch.setattr(diagrams, "engine", lambda: None)
    built = build(sample_files, theme_layers, INFO)
    assert built.files is not None
    page = built.files["journeys/marta-maintenance/replace-the-pumps.html"].decode()
    assert (
        "No diagram engine was installed when this site was built, so the source is shown" in page
    )
    assert "flowchart LR" in page
    assert "journeys/marta-maintenance/replace-the-pumps-stages.mmd" in built.files
    assert not any(
        url.endswith(".svg") and not url.startswith("assets/") and not url.endswith(PICTURES)
        for url in built.files
    )

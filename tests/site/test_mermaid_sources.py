"""Every Mermaid source of the sample atlas is read by Mermaid itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser

MERMAID = Path(__file__).parents[2] / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"


def test_mermaid_reads_every_source_of_the_atlas(browser: Browser, sample_output: Mapping[str, bytes]) -> None:
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
    assert sources == {url.removesuffix(".svg") for url in sample_output if url.endswith(".svg") and "assets/" not in url}

"""Render the few texts of a site that may fail to render, before any page is built from them.

Almost every text is harmless at first glance and is rendered only with its page. Long, dense and
deeply nested texts are tried here, so that `check` reports them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.budget import Budget
from journeybook.cache import Cache, key_of
from journeybook.catalog.references import RiskyText
from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.prose.cost_estimate import is_risky
from journeybook.prose.nesting import AROUND, levels_of, most_levels
from journeybook.prose.render import Renderer, RenderFailure, no_link
from journeybook.prose.sandbox_protocol import Sandbox


def precheck_texts(
    texts: Iterable[RiskyText], budget: Budget, cache: Cache, elsewhere: Sandbox | None
) -> Iterator[Diagnostic]:
    """What keeps texts from being rendered.

    `elsewhere` renders texts that may take long in another process. Without it, these texts are
    skipped and left to the build. Texts without findings are remembered in the cache.
    """
    renderer = Renderer(budget, elsewhere)
    for text in texts:
        words = text.written.prose.text
        if elsewhere is None and is_risky(words):
            continue
        key = key_of(words, repr((text.written.is_line, budget)))
        if cache.get("layout", key):
            continue
        findings = tuple(_faults(text, renderer, budget))
        yield from findings
        if not findings:
            cache.put("layout", key, True)


def rendering_fault(text: RenderFailure) -> Diagnostic:
    """The finding about a text that could not be rendered within its limits."""
    message = f"this text cannot be rendered: {text.reason}"
    return fault("JB164", text.place, message, "shorten it, or split the file")


def _faults(text: RiskyText, renderer: Renderer, budget: Budget) -> Iterator[Diagnostic]:
    place, words = text.written.place(text.file), text.written.prose.text
    if text.written.is_line:
        html = renderer.render_inline(words, place=place)
    else:
        rendered = renderer.render(
            words, id_prefix="", resolve=no_link, heading_level=1, place=place
        )
        html = rendered.html
    failures = renderer.take_failures()
    if failures:
        yield from map(rendering_fault, failures)
        return
    levels = levels_of(html)
    if levels > most_levels(budget):
        message = (
            f"this text nests {levels} levels of elements; a page may have {budget.page_nesting} "
            f"(`page-nesting`), {AROUND} of them around its texts"
        )
        yield fault("JB164", place, message, "reduce the nesting of lists, quotes and emphasis")

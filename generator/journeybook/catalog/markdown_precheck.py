"""Lay out the few texts of a site that may not come out well, before any page is made of them.

Almost every text is known to be harmless at a glance, and is laid out only with its page. Long
ones, dense ones and those that nest deep are tried here, so that whoever only checks a site hears
of them too.
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
    doubtful: Iterable[RiskyText], budget: Budget, cache: Cache, elsewhere: Sandbox | None
) -> Iterator[Diagnostic]:
    """What keeps texts from being laid out. `elsewhere` lays out those that might take long;
    without it, these are left to whoever makes pages."""
    renderer = Renderer(budget, elsewhere)
    for text in doubtful:
        words = text.written.prose.text
        if elsewhere is None and is_risky(words):
            continue
        key = key_of(words, repr((text.written.is_line, budget)))
        if cache.get("layout", key):
            continue
        found = tuple(_faults(text, renderer, budget))
        yield from found
        if not found:
            cache.put("layout", key, True)


def rendering_fault(text: RenderFailure) -> Diagnostic:
    """The finding about a text that could not be laid out within its limits."""
    return fault(
        "JB164",
        text.place,
        f"this text cannot be rendered: {text.reason}",
        "shorten it, or split the file",
    )


def _faults(text: RiskyText, renderer: Renderer, budget: Budget) -> Iterator[Diagnostic]:
    place, words = text.written.place(text.file), text.written.prose.text
    if text.written.is_line:
        html = renderer.render_inline(words, place=place)
    else:
        html = renderer.render(
            words, id_prefix="", resolve=no_link, heading_level=1, place=place
        ).html
    failed = renderer.take_failures()
    yield from map(rendering_fault, failed)
    if not failed and (levels := levels_of(html)) > most_levels(budget):
        message = (
            f"this text nests {levels} levels of elements; a page may have {budget.page_nesting} (`page-nesting`), "
            f"{AROUND} of them around its texts"
        )
        yield fault("JB164", place, message, "reduce the nesting of lists, quotes and emphasis")

"""Pages with hostile text in every place."""

from __future__ import annotations

from dataclasses import replace

from journeybook.publish.wiki.model import Block, Grid, PageLink, WikiPage
from publish.test_markups import HOSTILE, everywhere
from publish.wiki_desk import BUY, INDEX


def hostile_pages() -> list[tuple[str, WikiPage]]:
    """Each text with the page that has it at least eight times."""
    pages = []
    for number, text in enumerate(HOSTILE):
        key = f"content/journeys/ana/hostile-{number}.md"
        place = ("journeys", "ana", f"hostile-{number}")
        blocks = tuple([with_live_links(block) for block in everywhere(text)])
        title = f"Hostile {number}"
        pages.append((text, WikiPage(key, "journey", title, place, INDEX, "en", "ltr", blocks)))
    return pages


def with_live_links(block: Block) -> Block:
    """The same block with links to a page that exists."""
    if not isinstance(block, Grid):
        return block
    rows = []
    for row in block.rows:
        cells = []
        for cell in row:
            parts = [
                replace(part, key=BUY) if isinstance(part, PageLink) else part for part in cell
            ]
            cells.append(tuple(parts))
        rows.append(tuple(cells))
    return Grid(block.columns, tuple(rows))

"""Drawing with mmdr, the fall-back on platforms for which merman has no wheel.

It holds the same engine but takes neither options nor a measuring callback: the options travel as a
directive in the source, and widths are the engine's own guess.
"""

from __future__ import annotations

import importlib
import json
import re

from journeybook.diagrams.merman_engine import SITE_CONFIG, encoded


def render(source: str, figure_id: str) -> str:
    """mmdr's SVG of a Mermaid text, its ids still mmdr's own: `dress` renames all that stay."""
    del figure_id
    library = importlib.import_module("mmdr")
    return str(library.render(_directed(encoded(source))).svg())


def _directed(source: str) -> str:
    """The source with our options behind its front matter, if it has any."""
    matter = re.match(r"---\n.*?\n---\n", source, re.DOTALL)
    end = matter.end() if matter else 0
    return f"{source[:end]}%%{{init: {json.dumps(SITE_CONFIG)}}}%%\n{source[end:]}"

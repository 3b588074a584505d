"""Draw with mmdr, the fallback on platforms for which merman has no wheel.

It contains the same engine, but accepts neither options nor a measuring callback: the options are
a directive in the source, and widths are the engine's own estimate.
"""

from __future__ import annotations

import importlib
import json
import re

from journeybook.diagrams.merman_engine import SITE_CONFIG, encoded


def render(source: str, figure_id: str) -> str:
    """mmdr's own SVG of a Mermaid text. It has mmdr's IDs; `style_svg` sets those of the figure."""
    del figure_id
    library = importlib.import_module("mmdr")
    return str(library.render(_with_options(encoded(source))).svg())


def _with_options(source: str) -> str:
    """The source with our options as a directive, after its front matter if it has any."""
    front_matter = re.match(r"---\n.*?\n---\n", source, re.DOTALL)
    end = front_matter.end() if front_matter else 0
    options = json.dumps(SITE_CONFIG)
    return f"{source[:end]}%%{{init: {options}}}%%\n{source[end:]}"

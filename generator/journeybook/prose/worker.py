"""The other side of `remote`: one renderer that lays out text after text, in a process of its
own."""

from __future__ import annotations

import json
from functools import lru_cache

from journeybook.budget import Budget
from journeybook.prose.render import Renderer
from journeybook.prose.sandbox_protocol import Ask, image_by_asking, resolve_by_asking


def work(task: bytes, ask: Ask) -> bytes:
    """A task of `remote.lay_out` done: the HTML of a line, or the parts of `Rendered`."""
    wanted = json.loads(task)
    renderer = _renderer(Budget(**wanted["budget"]))
    resolve, image = resolve_by_asking(ask), image_by_asking(ask)
    if wanted["is_line"]:
        return json.dumps(
            {"html": renderer.render_inline(wanted["text"], resolve=resolve, image=image)}
        ).encode()
    made = renderer.render(
        wanted["text"],
        id_prefix=wanted["id_prefix"],
        heading_level=wanted["heading_level"],
        resolve=resolve,
        image=image,
    )
    return json.dumps(
        {"html": made.html, "text": made.text, "headings": made.headings, "fault": made.fault}
    ).encode()


@lru_cache(maxsize=1)
def _renderer(budget: Budget) -> Renderer:
    return Renderer(budget)

"""The work of the sandbox process: one renderer for text after text (see `sandbox_protocol`)."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache

from journeybook.budget import Budget
from journeybook.prose.render import Renderer
from journeybook.prose.sandbox_protocol import Ask, image_by_asking, resolve_by_asking


def work(task: bytes, ask: Ask) -> bytes:
    """Do one task of `render_in_sandbox`: render a line or a whole text, as JSON."""
    arguments = json.loads(task)
    renderer = _renderer(Budget(**arguments["budget"]))
    resolve, image = resolve_by_asking(ask), image_by_asking(ask)
    if arguments["is_line"]:
        html = renderer.render_inline(arguments["text"], resolve=resolve, image=image)
        return json.dumps({"html": html}).encode()
    rendered = renderer.render(
        arguments["text"],
        id_prefix=arguments["id_prefix"],
        heading_level=arguments["heading_level"],
        resolve=resolve,
        image=image,
    )
    return json.dumps(asdict(rendered)).encode()


@lru_cache(maxsize=1)
def _renderer(budget: Budget) -> Renderer:
    return Renderer(budget)

"""Render a text in another process: the task, its questions and its result, all as JSON.

Only this side has the site, so the sandbox process asks it for the target of every link and image.
Texts known to be slow are refused before, and only risky ones are sent (see `cost_estimate.py`);
the sandbox is for slow texts that nobody has thought of.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from journeybook.prose.links import NOWHERE, Link, Resolve, Resolved, ResolveImage

Ask = Callable[[bytes], bytes]
Sandbox = Callable[[bytes, Ask], bytes | str]
"""Does a task in another process; a text instead of bytes is the reason why it failed."""

WORK = "journeybook.prose.worker:work"
_LINK_FIELDS = ("form", "target", "label", "kind", "id", "anchor")


def render_in_sandbox(
    sandbox: Sandbox, task: dict[str, Any], resolve: Resolve, image: ResolveImage
) -> dict[str, Any] | str:
    """Send a task, answer its questions, and return the result of `worker.work`, or the reason why
    there is none."""

    def answer(question: bytes) -> bytes:
        kind, value = json.loads(question)
        if kind == "image":
            return json.dumps(image(value)).encode()
        resolved = resolve(Link(**value, span=NOWHERE))
        return json.dumps(None if resolved is None else asdict(resolved)).encode()

    data = sandbox(json.dumps(task).encode(), answer)
    if isinstance(data, str):
        return data
    result: dict[str, Any] = json.loads(data)
    return result


def resolve_by_asking(ask: Ask) -> Resolve:
    """In the sandbox: resolve links by asking the other side."""

    def resolve(link: Link) -> Resolved | None:
        fields = {name: getattr(link, name) for name in _LINK_FIELDS}
        question = json.dumps(["link", fields]).encode()
        answer = json.loads(ask(question))
        return None if answer is None else Resolved(**answer)

    return resolve


def image_by_asking(ask: Ask) -> ResolveImage:
    """In the sandbox: resolve images by asking the other side."""

    def image(source: str) -> str | None:
        question = json.dumps(["image", source]).encode()
        href: str | None = json.loads(ask(question))
        return href

    return image

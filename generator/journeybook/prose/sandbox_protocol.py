"""Lay out a text in another process: what is sent there, what it asks back, and what it returns, as
JSON.

Links and images are resolved on this side, since only it knows the site; the other side asks for
each. The shapes known to be slow are refused before, and only risky texts go there (`guard.py`);
this wall stands behind for those that nobody knows.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from journeybook.prose.links import NOWHERE, Link, Resolve, Resolved, ResolveImage

Ask = Callable[[bytes], bytes]
Sandbox = Callable[[bytes, Ask], bytes | str]
"""Does a task in another process; text instead of bytes says why it could not be done."""

WORK = "journeybook.prose.worker:work"


def render_in_sandbox(
    elsewhere: Sandbox, task: dict[str, Any], resolve: Resolve, image: ResolveImage
) -> dict[str, Any] | str:
    """Send a task, answer its questions, and return what `worker.work` made of it, or why it made
    nothing."""

    def answer(question: bytes) -> bytes:
        kind, value = json.loads(question)
        if kind == "image":
            return json.dumps(image(value)).encode()
        resolved = resolve(Link(**value, span=NOWHERE))
        return json.dumps(None if resolved is None else asdict(resolved)).encode()

    done = elsewhere(json.dumps(task).encode(), answer)
    if isinstance(done, str):
        return done
    made: dict[str, Any] = json.loads(done)
    return made


def resolve_by_asking(ask: Ask) -> Resolve:
    """On the other side: resolve a link by asking back."""

    def resolve(link: Link) -> Resolved | None:
        fields = {
            name: getattr(link, name)
            for name in ("form", "target", "label", "kind", "id", "anchor")
        }
        answer = json.loads(ask(json.dumps(["link", fields]).encode()))
        return None if answer is None else Resolved(**answer)

    return resolve


def image_by_asking(ask: Ask) -> ResolveImage:
    """On the other side: find an image by asking back."""

    def image(source: str) -> str | None:
        found: str | None = json.loads(ask(json.dumps(["image", source]).encode()))
        return found

    return image

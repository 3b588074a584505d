"""Render Markdown prose as safe HTML, plain text and a list of headings."""

from __future__ import annotations

import html
import threading
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

import markdown

from journeybook.budget import STANDARD, Budget
from journeybook.prose.cost_estimate import is_risky, refusal_reason
from journeybook.prose.links import NOWHERE, Link, Resolve, Resolved, ResolveImage
from journeybook.prose.markup import block_tree, inline_tree, parser, serialize
from journeybook.prose.paragraphs import paragraphs
from journeybook.prose.resolve_tree import Heading, TreeResolver
from journeybook.prose.sandbox_protocol import Sandbox, render_in_sandbox
from journeybook.prose.sanitize import INLINE_ELEMENTS, sanitize, text_of
from journeybook.text import Span

__all__ = [
    "Rendered",
    "Renderer",
    "Resolve",
    "ResolveImage",
    "Resolved",
    "plain",
    "render",
    "render_inline",
]

TOO_DEEP = "lists, quotes or formatting are nested too deeply"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML and as plain text (one line for each block), and its headings.

    A heading is its level, its id and its text. If the text was too much to render, `fault` is the
    reason, and `html` shows the source.
    """

    html: str
    text: str
    headings: tuple[Heading, ...]
    fault: str = ""


def no_link(link: Link) -> Resolved | None:
    """Resolve no link: labels stay plain text."""
    return None


def no_image(source: str) -> str | None:
    """Resolve no image: descriptions stay plain text."""
    return None


@dataclass(frozen=True, slots=True)
class RenderFailure:
    """A text that could not be rendered within the limits, and why; its source is shown instead."""

    place: Span
    reason: str


class Renderer:
    """Renders text after text with one parser. Threads must not share it.

    With a `sandbox`, texts that may be slow are rendered there. Texts that could not be rendered
    are in `failures`.
    """

    def __init__(self, budget: Budget = STANDARD, sandbox: Sandbox | None = None) -> None:
        self.failures: list[RenderFailure] = []
        self._budget = budget
        self._sandbox = sandbox
        self._parser: markdown.Markdown | None = None

    def render(
        self,
        text: str,
        *,
        id_prefix: str,
        resolve: Resolve,
        heading_level: int,
        image: ResolveImage = no_image,
        place: Span = NOWHERE,
    ) -> Rendered:
        """Render a whole text, which starts at `place`."""
        if fault := refusal_reason(text, self._budget):
            return _as_written(text, fault)
        if (plain_html := paragraphs(text)) is not None:
            return Rendered(plain_html, text_of(plain_html), ())
        if self._sandbox and is_risky(text):
            task = self._task(text, id_prefix=id_prefix, heading_level=heading_level)
            result = render_in_sandbox(self._sandbox, task, resolve, image)
            if isinstance(result, str):
                self._add_failure(place, result)
                return _as_written(text, result)
            if result["fault"]:
                self._add_failure(place, result["fault"])
            headings = tuple(map(tuple, result["headings"]))
            return Rendered(result["html"], result["text"], headings, result["fault"])
        resolver = TreeResolver(id_prefix, heading_level, resolve, image)
        md = self._ready_parser()
        try:
            root = block_tree(md, text)
            headings = resolver.finish(root)
            source = serialize(md, root)
        except RecursionError:
            self._add_failure(place, TOO_DEEP)
            return _as_written(text, TOO_DEEP)
        self._parser = md
        safe = sanitize(source, id_prefix=id_prefix, images=resolver.images).strip()
        return Rendered(safe, text_of(safe), headings)

    def render_inline(
        self,
        text: str,
        *,
        resolve: Resolve = no_link,
        image: ResolveImage = no_image,
        place: Span = NOWHERE,
    ) -> str:
        """Render one line: emphasis, code and links, but no blocks."""
        if refusal_reason(text, self._budget):
            return html.escape(text)
        if self._sandbox and is_risky(text):
            result = render_in_sandbox(self._sandbox, self._task(text), resolve, image)
            if isinstance(result, str):
                self._add_failure(place, result)
                return html.escape(text)
            return str(result["html"])
        resolver = TreeResolver("", 1, resolve, image)
        md = self._ready_parser()
        try:
            root = inline_tree(md, text)
            resolver.finish(root)
            for element in root.iter():
                element.attrib.pop("id", None)
            source = serialize(md, root)
        except RecursionError:
            self._add_failure(place, TOO_DEEP)
            return html.escape(text)
        self._parser = md
        return sanitize(source, elements=INLINE_ELEMENTS, images=resolver.images).strip()

    def take_failures(self) -> tuple[RenderFailure, ...]:
        """The failures since the last call of this method."""
        failures, self.failures = tuple(self.failures), []
        return failures

    def _add_failure(self, place: Span, reason: str) -> None:
        self.failures.append(RenderFailure(place, reason))

    def _task(self, text: str, **more: str | int) -> dict[str, Any]:
        return {"text": text, "is_line": not more, "budget": asdict(self._budget), **more}

    def _ready_parser(self) -> markdown.Markdown:
        """The parser, ready for a text. The caller returns it only on success, because after an
        error it still holds a part of the text."""
        md, self._parser = self._parser or parser(), None
        md.reset()
        return md


def render(
    text: str,
    *,
    id_prefix: str,
    resolve: Resolve,
    heading_level: int,
    image: ResolveImage = no_image,
) -> Rendered:
    """Render a whole text with the renderer of this thread."""
    return _renderer(threading.get_ident()).render(
        text, id_prefix=id_prefix, resolve=resolve, heading_level=heading_level, image=image
    )


def render_inline(text: str, *, resolve: Resolve = no_link, image: ResolveImage = no_image) -> str:
    """Render one line without blocks with the renderer of this thread, as HTML."""
    return _renderer(threading.get_ident()).render_inline(text, resolve=resolve, image=image)


def plain(text: str) -> str:
    """A text without its formatting, one line for each block."""
    return render(text, id_prefix="", resolve=no_link, heading_level=1).text


@lru_cache(maxsize=64)
def _renderer(thread: int) -> Renderer:
    return Renderer()


def _as_written(text: str, fault: str) -> Rendered:
    return Rendered(f"<pre>{html.escape(text, quote=False)}</pre>", text, (), fault)

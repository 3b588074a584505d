"""Markdown prose to safe HTML, plain text and a list of headings."""

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
    """A text as HTML, as plain text (a line for each block), and its headings as level, id and
    text.

    `fault` says why a text was too much to render; its `html` then shows the source as it is.
    """

    html: str
    text: str
    headings: tuple[Heading, ...]
    fault: str = ""


def no_link(link: Link) -> Resolved | None:
    """Resolve nothing: labels stay plain text."""
    return None


def no_image(source: str) -> str | None:
    """Show no image: descriptions stay plain text."""
    return None


@dataclass(frozen=True, slots=True)
class RenderFailure:
    """A text that could not be laid out within the limits, and why; it is shown as it was
    written."""

    place: Span
    reason: str


class Renderer:
    """Holds one parser, used for text after text; not to be shared between threads.

    With `elsewhere`, texts that might take long are laid out there; those that did not succeed are
    in `unfinished`.
    """

    def __init__(self, budget: Budget = STANDARD, elsewhere: Sandbox | None = None) -> None:
        self.failures: list[RenderFailure] = []
        self._budget = budget
        self._elsewhere = elsewhere
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
        """A whole text, which stands at `place`."""
        if fault := refusal_reason(text, self._budget):
            return _as_written(text, fault)
        if (plain_html := paragraphs(text)) is not None:
            return Rendered(plain_html, text_of(plain_html), ())
        if self._elsewhere and is_risky(text):
            task = self._task(text, id_prefix=id_prefix, heading_level=heading_level)
            made = render_in_sandbox(self._elsewhere, task, resolve, image)
            if isinstance(made, str):
                self.failures.append(RenderFailure(place, made))
                return _as_written(text, made)
            if made["fault"]:
                self.failures.append(RenderFailure(place, made["fault"]))
            return Rendered(
                made["html"], made["text"], tuple(map(tuple, made["headings"])), made["fault"]
            )
        finisher = TreeResolver(id_prefix, heading_level, resolve, image)
        md = self._take()
        try:
            root = block_tree(md, text)
            headings = finisher.finish(root)
            source = serialize(md, root)
        except RecursionError:
            self.failures.append(RenderFailure(place, TOO_DEEP))
            return _as_written(text, TOO_DEEP)
        self._parser = md
        safe = sanitize(source, id_prefix=id_prefix, images=finisher.images).strip()
        return Rendered(safe, text_of(safe), headings)

    def render_inline(
        self,
        text: str,
        *,
        resolve: Resolve = no_link,
        image: ResolveImage = no_image,
        place: Span = NOWHERE,
    ) -> str:
        """One line: emphasis, code and links, but nothing that makes a block."""
        if refusal_reason(text, self._budget):
            return html.escape(text)
        if self._elsewhere and is_risky(text):
            made = render_in_sandbox(self._elsewhere, self._task(text), resolve, image)
            if isinstance(made, str):
                self.failures.append(RenderFailure(place, made))
                return html.escape(text)
            return str(made["html"])
        finisher = TreeResolver("", 1, resolve, image)
        md = self._take()
        try:
            root = inline_tree(md, text)
            finisher.finish(root)
            for element in root.iter():
                element.attrib.pop("id", None)
            source = serialize(md, root)
        except RecursionError:
            self.failures.append(RenderFailure(place, TOO_DEEP))
            return html.escape(text)
        self._parser = md
        return sanitize(source, elements=INLINE_ELEMENTS, images=finisher.images).strip()

    def take_failures(self) -> tuple[RenderFailure, ...]:
        """What could not be laid out since this was asked last."""
        taken, self.failures = tuple(self.failures), []
        return taken

    def _task(self, text: str, **more: str | int) -> dict[str, Any]:
        return {"text": text, "is_line": not more, "budget": asdict(self._budget), **more}

    def _take(self) -> markdown.Markdown:
        """The parser, ready for a text. It comes back only after success: one that failed keeps
        half a text."""
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
    """A whole text as HTML, with this thread's renderer."""
    return _renderer(threading.get_ident()).render(
        text, id_prefix=id_prefix, resolve=resolve, heading_level=heading_level, image=image
    )


def render_inline(text: str, *, resolve: Resolve = no_link, image: ResolveImage = no_image) -> str:
    """One line of prose as HTML without blocks, with this thread's renderer."""
    return _renderer(threading.get_ident()).render_inline(text, resolve=resolve, image=image)


def plain(text: str) -> str:
    """The words of a text without its marks, a line for each block."""
    return render(text, id_prefix="", resolve=no_link, heading_level=1).text


@lru_cache(maxsize=64)
def _renderer(thread: int) -> Renderer:
    return Renderer()


def _as_written(text: str, fault: str) -> Rendered:
    return Rendered(f"<pre>{html.escape(text, quote=False)}</pre>", text, (), fault)

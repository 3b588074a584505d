"""Turn a view into HTML through the theme's template of its kind.

Templates see `page`, `site` and four functions: `t` and `tn` (words in the page's language), `icon`
(a small drawing) and `sprite` (the drawings of all icons used so far, to be printed once at the end
of the page).
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from jinja2 import TemplateError
from markupsafe import Markup

from journeybook.cache import NULL_CACHE, Cache
from journeybook.diagnostics import Diagnostic
from journeybook.pages.theme import STATIC, Theme, environment, template_fault, template_names
from journeybook.pages.views import PageView, SiteView

NO_ICON = "dot"
_PRE = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_DRAWING = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)


class Words(Protocol):
    """What renders messages in one language (`pages/messages.py`)."""

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""


@dataclass
class _Page:
    """The page being made: its words and the icons it has used, in order."""

    words: Words
    icons: dict[str, None] = field(default_factory=dict)


# Icons that point along the line of reading, mirrored on right-to-left pages; and those the style
# sheet swaps.
DIRECTED = frozenset({"next", "arrow", "exit", "loop", "stage", "journey", "channel", "external"})
SWITCHED = frozenset({"sun", "moon"})


class PageRenderer:
    """The templates of a theme, compiled once; renders one page at a time."""

    def __init__(self, theme: Theme, cache: Cache = NULL_CACHE) -> None:
        self._theme = theme
        self._drawings: dict[str, str] = {}
        self._references: dict[str, Markup] = {}
        self._page: _Page | None = None
        self._environment = environment(theme, cache)
        self._environment.globals.update(
            t=self._text,
            tn=self._plural,
            icon=self._icon,
            sprite=self._sprite,
        )

    def warm_up(self) -> None:
        """Compile every page's template now, so that copies of this process need not; a faulty one
        is told later."""
        for name in template_names(self._theme):
            with suppress(TemplateError):
                self._environment.get_template(name)

    def render(
        self,
        view: PageView,
        site: SiteView,
        messages: Words,
    ) -> str | Diagnostic:
        """The page as HTML, or the fault of the template that could not make it."""
        template = f"pages/{view.template}.html"
        self._page = _Page(messages)
        try:
            made = self._environment.get_template(template).render(page=view, site=site)
        # A theme is code of its author: whatever it raises is a finding about the theme
        except Exception as error:
            return template_fault(error, self._theme, template, view.url or view.title)
        finally:
            self._page = None
        return tidy(made)

    def render_alone(
        self,
        name: str,
        view: object,
        messages: Words,
    ) -> str | Diagnostic:
        """A page outside of any site, from the template `pages/<name>.html`, which sees `page`
        only."""
        template = f"pages/{name}.html"
        self._page = _Page(messages)
        try:
            return tidy(self._environment.get_template(template).render(page=view))
        except Exception as error:  # as in `render`
            return template_fault(error, self._theme, template, name)
        finally:
            self._page = None

    def _text(self, message: str, **values: object) -> str:
        return self._current.words.text(message, **values)

    def _plural(self, one: str, many: str, count: int, **values: object) -> str:
        return self._current.words.plural(one, many, count, **values)

    def _icon(self, name: str) -> Markup:
        """A reference to an icon's drawing; a neutral dot where the theme has none of that name."""
        known = name if self._drawing(name) else NO_ICON
        self._current.icons[known] = None
        made = self._references.get(known)
        if made is None:
            made = self._references[known] = self._reference(known)
        return made

    def _reference(self, known: str) -> Markup:
        more = " flip" if known in DIRECTED else f" icon-{known}" if known in SWITCHED else ""
        # Hundreds of these stand on a canvas, so they carry nothing that the symbol or the style
        # sheet can say.
        return Markup('<svg class="icon{0}" aria-hidden="true"><use href="#i_{1}"/></svg>').format(
            more, known
        )

    def _sprite(self) -> Markup:
        """The drawings of the icons used so far. Their ids have a `_`, which no id of an author
        has."""
        symbols = "".join(
            f'<symbol id="i_{name}" viewBox="0 0 24 24">{self._drawing(name)}</symbol>'
            for name in sorted(self._current.icons)
        )
        return Markup(
            f'<svg class="sprite" aria-hidden="true" width="0" height="0">{symbols}</svg>'
            if symbols
            else ""
        )

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            plain = re.fullmatch(r"[a-z0-9-]+", name)
            found = self._theme.find(f"{STATIC}icons/{name}.svg") if plain else None
            match = _DRAWING.search(found[1].decode("utf-8", "replace")) if found else None
            self._drawings[name] = match[1].strip() if match else ""
        return self._drawings[name]

    @property
    def _current(self) -> _Page:
        assert self._page is not None, "templates are rendered by `render` only"
        return self._page


def tidy(html: str) -> str:
    """HTML without blank lines and indentation, except where blanks are shown as they are."""
    parts = _PRE.split(html)
    parts[::2] = [_INDENT.sub("\n", part) for part in parts[::2]]
    return "".join(parts).strip() + "\n"

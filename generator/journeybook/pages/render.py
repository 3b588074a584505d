"""Turn a view into HTML through the theme's template of its kind.

Templates see `page`, `site` and four functions: `t` and `tn` (messages in the page's language),
`icon` (a reference to a small drawing), and `sprite` (the drawings of all icons used so far, for
the end of the page).
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
from journeybook.pages.direction import with_directions
from journeybook.pages.theme import STATIC, Theme, environment, template_fault, template_names
from journeybook.pages.views import PageView, SiteView

NO_ICON = "dot"
_PRE = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_DRAWING = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)


class Words(Protocol):
    """Formats messages in one language (`pages/messages.py`)."""

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled."""

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things."""


@dataclass
class _Page:
    """The page being rendered: its messages, and the icons used so far, in order."""

    words: Words
    icons: dict[str, None] = field(default_factory=dict)


# Icons that point in reading direction: mirrored on right-to-left pages
DIRECTED = frozenset({"next", "arrow", "exit", "loop", "stage", "journey", "channel", "external"})
# Icons that the style sheet swaps
SWITCHED = frozenset({"sun", "moon"})


class PageRenderer:
    """Renders pages, one at a time, with the templates of a theme, compiled once."""

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
        """Compile all templates before this process is copied. One that does not compile is
        reported when a page needs it."""
        for name in template_names(self._theme):
            with suppress(TemplateError):
                self._environment.get_template(name)

    def render(
        self,
        view: PageView,
        site: SiteView,
        messages: Words,
    ) -> str | Diagnostic:
        """The page as HTML, or a finding about the template that failed."""
        template = f"pages/{view.template}.html"
        self._page = _Page(messages)
        try:
            html = self._environment.get_template(template).render(page=view, site=site)
        # A theme is its author's code: whatever it raises is a finding about the theme
        except Exception as error:
            return template_fault(error, self._theme, template, view.url or view.title)
        finally:
            self._page = None
        return with_directions(tidy(html))

    def render_alone(
        self,
        name: str,
        view: object,
        messages: Words,
    ) -> str | Diagnostic:
        """A page outside of any site, from the template `pages/<name>.html`, which sees only
        `page`."""
        template = f"pages/{name}.html"
        self._page = _Page(messages)
        try:
            html = self._environment.get_template(template).render(page=view)
            return with_directions(tidy(html))
        except Exception as error:  # as in `render`
            return template_fault(error, self._theme, template, name)
        finally:
            self._page = None

    def _text(self, message: str, **values: object) -> str:
        return self._current.words.text(message, **values)

    def _plural(self, one: str, many: str, count: int, **values: object) -> str:
        return self._current.words.plural(one, many, count, **values)

    def _icon(self, name: str) -> Markup:
        """A reference to an icon's drawing; a neutral dot if the theme has no such icon."""
        icon = name if self._drawing(name) else NO_ICON
        self._current.icons[icon] = None
        reference = self._references.get(icon)
        if reference is None:
            reference = self._references[icon] = self._reference(icon)
        return reference

    def _reference(self, icon: str) -> Markup:
        classes = "icon"
        if icon in DIRECTED:
            classes += " flip"
        elif icon in SWITCHED:
            classes += f" icon-{icon}"
        # A map has hundreds of these, so all that can be is in the symbol or the style sheet
        html = '<svg class="{0}" aria-hidden="true"><use href="#i_{1}"/></svg>'
        return Markup(html).format(classes, icon)

    def _sprite(self) -> Markup:
        """The drawings of the icons used so far. Their ids contain `_`, which authors' ids never
        do."""
        if not self._current.icons:
            return Markup()
        symbols = [
            f'<symbol id="i_{name}" viewBox="0 0 24 24">{self._drawing(name)}</symbol>'
            for name in sorted(self._current.icons)
        ]
        start = '<svg class="sprite" aria-hidden="true" width="0" height="0">'
        return Markup(f"{start}{''.join(symbols)}</svg>")

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            is_plain = re.fullmatch(r"[a-z0-9-]+", name)
            file = self._theme.find(f"{STATIC}icons/{name}.svg") if is_plain else None
            match = _DRAWING.search(file[1].decode("utf-8", "replace")) if file else None
            self._drawings[name] = match[1].strip() if match else ""
        return self._drawings[name]

    @property
    def _current(self) -> _Page:
        assert self._page is not None, "only `render` and `render_alone` render templates"
        return self._page


def tidy(html: str) -> str:
    """HTML without blank lines and indentation, except in elements that show white space."""
    parts = _PRE.split(html)
    parts[::2] = [_INDENT.sub("\n", part) for part in parts[::2]]
    return "".join(parts).strip() + "\n"

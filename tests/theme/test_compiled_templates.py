"""Templates are compiled once, and again only when their text changed."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from theme_pages import SITE, theme, touchpoint

from journeybook.cache import InMemoryCache
from journeybook.pages.messages import Messages
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import TEMPLATES, Theme


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates that are compiled from now on."""
    names: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str, *more: str) -> object:
        names.append(name)
        return compile_(self, source, name, *more)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def made(layers: Theme, cache: InMemoryCache) -> str:
    page = PageRenderer(layers, cache).render(touchpoint(), SITE, Messages("en"))
    assert isinstance(page, str)
    return page


def test_a_second_renderer_with_the_same_memory_compiles_nothing(compiled: list[str]) -> None:
    cache = InMemoryCache()
    first = made(theme(), cache)
    assert "pages/entity.html" in compiled
    compiled.clear()
    assert made(theme(), cache) == first
    assert compiled == []


def test_only_a_template_that_changed_is_compiled_again(compiled: list[str]) -> None:
    cache = InMemoryCache()
    built_in = theme().layers[-1]
    made(Theme((built_in,)), cache)
    compiled.clear()
    name = f"{TEMPLATES}pages/entity.html"
    changed = Theme(({name: built_in[name] + b"{# a remark #}<p>mine</p>"}, built_in))
    made(changed, cache)
    assert compiled == ["pages/entity.html"]


def test_getting_ready_compiles_all_and_leaves_a_faulty_template_to_its_page(
    compiled: list[str],
) -> None:
    built_in = theme().layers[-1]
    renderer = PageRenderer(Theme(({f"{TEMPLATES}pages/home.html": b"{% if %}"}, built_in)))
    renderer.warm_up()
    compiled.clear()
    assert isinstance(renderer.render(touchpoint(), SITE, Messages("en")), str)
    assert compiled == []

"""What someone new to the code does first: add a page, forgetting a part of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import ModuleType

import pytest

from journeybook.outputs.site import Built, build
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.page_kind import PageKind
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.page_views import MissingViewError, missing_parts, view_builder
from journeybook.pages.theme import Theme, template_names
from sample import INFO
from small_site import small_site

Layers = tuple[Mapping[str, bytes], ...]
TEMPLATE = b"""\
{% extends "base.html" %}
{% block content %}<p>{{ page.summary }}</p>{% endblock %}
"""


def tally_view(ctx: PageContext) -> views.PageView:
    """The one view function of the new page."""
    steps = sum(len(journey.steps) for journey in ctx.catalog.journeys)
    return views.PageView(**frame(ctx), title="Tally", summary=f"All maps have {steps} steps.")


def count_steps(catalog: object) -> int:
    return 7


TALLY = PageKind(
    "tally",
    view="tally_views.tally_view",
    template="tally",
    url="tally.html",
    count=count_steps,
    label=lambda ctx: "Tally",
    icon="step",
    menu="main",
    menu_order=50,
)


def add_row(patch: pytest.MonkeyPatch, kind: PageKind) -> None:
    patch.setitem(PAGE_KINDS, kind.name, kind)


def add_view(patch: pytest.MonkeyPatch) -> None:
    module = ModuleType("journeybook.pages.tally_views")
    module.tally_view = tally_view  # type: ignore[attr-defined]
    patch.setitem(sys.modules, module.__name__, module)


@pytest.fixture(autouse=True)
def forget_views() -> None:
    """Functions that were loaded for a kind of the same name are no part of the next test."""
    view_builder.cache_clear()


def with_template(layers: Layers) -> Layers:
    return ({"templates/pages/tally.html": TEMPLATE}, *layers)


def built(layers: Layers) -> Built:
    return build(small_site(), layers, INFO)


def test_every_page_kind_has_its_view_and_its_template(theme_layers: Layers) -> None:
    assert list(missing_parts(template_names(Theme(theme_layers)))) == []


def test_a_new_page_needs_one_row_one_view_function_and_one_template(
    monkeypatch: pytest.MonkeyPatch, theme_layers: Layers
) -> None:
    before = built(theme_layers).files
    add_row(monkeypatch, TALLY)
    add_view(monkeypatch)
    layers = with_template(theme_layers)
    assert list(missing_parts(template_names(Theme(layers)))) == []
    site = built(layers)
    assert before is not None
    assert site.files is not None, site.diagnostics
    assert set(site.files) - set(before) >= {"tally.html", "tally.md"}
    assert b"All maps have" in site.files["tally.html"]
    for path in ("index.html", "tally.html"):
        assert b'href="tally.html"' in site.files[path], f"no menu entry on {path}"
        assert b'Tally</bdi> <span class="count">7</span>' in site.files[path]
    assert b"Tally" in site.files["llms.txt"]
    assert b"tally.html" in site.files["sitemap.xml"]


def test_a_page_kind_without_a_view_module_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    add_row(monkeypatch, TALLY)
    sentence = "page kind `tally` has no view: there is no module `journeybook.pages.tally_views`"
    with pytest.raises(MissingViewError, match=sentence):
        view_builder(TALLY)
    assert sentence in missing_parts({"pages/tally.html"})


def test_a_page_kind_without_a_view_function_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    add_row(monkeypatch, TALLY)
    module = ModuleType("journeybook.pages.tally_views")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    assert (
        "page kind `tally` has no view: `journeybook.pages.tally_views` has no function "
        "`tally_view`"
    ) in missing_parts({"pages/tally.html"})


def test_a_page_kind_without_a_template_is_named(
    monkeypatch: pytest.MonkeyPatch, theme_layers: Layers
) -> None:
    add_row(monkeypatch, TALLY)
    add_view(monkeypatch)
    assert list(missing_parts(template_names(Theme(theme_layers)))) == [
        "page kind `tally` has no template `pages/tally.html`"
    ]
    site = built(theme_layers)
    assert site.files is None
    messages = [finding.message for finding in site.diagnostics if finding.code == "JB180"]
    assert messages == ["unknown template `pages/tally.html` (while building tally.html)"]


def test_a_page_with_nothing_to_list_is_left_out(
    monkeypatch: pytest.MonkeyPatch, theme_layers: Layers
) -> None:
    empty = PageKind(
        "tally",
        view=TALLY.view,
        template=TALLY.template,
        url=TALLY.url,
        count=lambda catalog: 0,
        menu="main",
    )
    add_row(monkeypatch, empty)
    add_view(monkeypatch)
    site = built(with_template(theme_layers))
    assert site.files is not None, site.diagnostics
    assert "tally.html" not in site.files
    assert b"tally.html" not in site.files["index.html"]

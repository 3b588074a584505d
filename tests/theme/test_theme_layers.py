"""A site's theme stands before the built-in one, file by file, and its faults are findings."""

from __future__ import annotations

import pytest
from theme_pages import BUILT_IN, render, theme, touchpoint

from journeybook.diagnostics import Diagnostic
from journeybook.pages.render import tidy
from journeybook.pages.theme import Theme, static_files, template_names


def page(made: Theme, **changes: object) -> str:
    rendered = render(made, touchpoint(**changes))
    assert isinstance(rendered, str), rendered
    return rendered


def finding(**own: str) -> Diagnostic:
    rendered = render(theme(**own))
    assert isinstance(rendered, Diagnostic), "the template should have failed"
    return rendered


def test_one_file_of_a_site_replaces_one_file_of_the_built_in_theme() -> None:
    rendered = page(theme(pages__entity="<p>{{ page.title }}</p>"))
    assert rendered == "<p>Demo call</p>\n"


def test_a_replacement_can_extend_the_file_it_replaces() -> None:
    own = '{% extends "default:base.html" %}{% block footer_extra %}<p>Ours</p>{% endblock %}'
    rendered = page(theme(base=own))
    assert "<p>Ours</p>" in rendered
    assert "<h1><bdi>Demo call</bdi></h1>" in rendered


def test_the_empty_slots_of_the_frame_are_there_to_be_filled() -> None:
    slots = ("head_extra", "bar_extra", "page_top", "page_bottom", "footer_extra")
    own = '{% extends "default:base.html" %}' + "".join(
        f"{{% block {name} %}}<!-- {name} -->{{% endblock %}}" for name in slots
    )
    rendered = page(theme(base=own))
    assert [name for name in slots if f"<!-- {name} -->" not in rendered] == []


def test_static_files_are_merged_with_the_sites_own_first() -> None:
    merged = static_files(Theme(({"static/css/base.css": b"ours", "static/a.txt": b"a"}, BUILT_IN)))
    assert merged["css/base.css"] == b"ours"
    assert merged["a.txt"] == b"a"
    assert "js/site.js" in merged
    assert not any(name.startswith("templates/") for name in merged)


def test_a_sites_icon_replaces_ours_and_an_unknown_icon_is_a_dot() -> None:
    own = {
        "static/icons/star.svg": b'<svg viewBox="0 0 24 24"><path d="M0 0h24"/></svg>',
        "templates/pages/entity.html": b"{{ icon('star') }}{{ icon('nothing') }}{{ icon('../x') }}{{ sprite() }}",
    }
    rendered = page(Theme((own, BUILT_IN)))
    assert '<symbol id="i_star" viewBox="0 0 24 24"><path d="M0 0h24"/></symbol>' in rendered
    assert rendered.count('href="#i_dot"') == 2
    assert rendered.count("<symbol") == 2


def test_every_text_is_escaped() -> None:
    rendered = page(theme(), title="<script>alert(1)</script>", summary='"><b>')
    assert "<script>alert" not in rendered
    assert "<b>" not in rendered


def test_the_same_view_makes_the_same_page() -> None:
    assert page(theme()) == page(theme())


def test_an_unknown_name_is_a_finding_with_template_line_and_page() -> None:
    found = finding(pages__entity="<p>\n{{ page.titel }}\n</p>")
    assert (found.code, found.span.file, found.span.line) == (
        "JB180",
        "themes/acme/templates/pages/entity.html",
        2,
    )
    assert "titel" in found.message
    assert "touchpoints/demo-call.html" in found.message


def test_broken_syntax_is_a_finding_with_its_line() -> None:
    found = finding(pages__entity="<p>\n\n{% if page.title %}</p>")
    assert found.span.file == "themes/acme/templates/pages/entity.html"
    assert found.span.line == 3


def test_a_template_that_fails_while_running_is_a_finding_with_its_line() -> None:
    found = finding(pages__entity="<p>\n{{ 1 / 0 }}</p>")
    assert found.span.line == 2
    assert "division by zero" in found.message


def test_a_fault_in_an_included_part_is_told_of_that_part() -> None:
    found = finding(pages__entity='{% include "part.html" %}', part="\n\n{{ page.nothing }}")
    assert (found.span.file, found.span.line) == ("themes/acme/templates/part.html", 3)


def test_a_missing_template_names_the_nearest() -> None:
    found = finding(pages__entity='{% extends "bas.html" %}')
    assert "unknown template `bas.html`" in found.message
    assert "base.html" in found.hint


def test_a_template_that_is_not_text_is_a_finding() -> None:
    made = Theme(({"templates/pages/entity.html": b"ok\n\xff\xfe"}, BUILT_IN), ("themes/acme",))
    found = render(made)
    assert isinstance(found, Diagnostic)
    assert (found.span.file, found.span.line) == ("themes/acme/templates/pages/entity.html", 2)


def test_a_template_that_includes_itself_for_ever_is_a_finding() -> None:
    assert finding(pages__entity='{% include "pages/entity.html" %}').code == "JB180"


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../etc/passwd", "default:../base.html"])
def test_m8_templates_read_nothing_outside_the_theme(path: str) -> None:
    assert "unknown template" in finding(pages__entity=f'{{% include "{path}" %}}').message


@pytest.mark.parametrize(
    "reach",
    [
        "''.__class__.__mro__[1].__subclasses__()",
        "t.__globals__",
        "page.__init__.__globals__",
        "self._TemplateReference__context.environment.loader.load",
    ],
)
def test_m8_templates_cannot_reach_python(reach: str) -> None:
    assert finding(pages__entity=f"{{{{ {reach} }}}}").code == "JB180"


def test_template_names_are_those_of_all_layers() -> None:
    assert {"extra.html", "base.html", "pages/home.html"} <= set(template_names(theme(extra="x")))


def test_blank_lines_and_indentation_go_except_where_they_show() -> None:
    assert (
        tidy("\n<p>\n\n   a\n</p>\n<pre>\n\n   b\n</pre>\n\n")
        == "<p>\na\n</p>\n<pre>\n\n   b\n</pre>\n"
    )

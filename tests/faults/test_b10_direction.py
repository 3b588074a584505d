"""B10: a text runs in the direction of most of its letters; code from left to right."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.site import build
from journeybook.pages.direction import with_directions
from sample import INFO

PERSIAN = '<html lang="fa" dir="rtl">{}</html>'
ENGLISH = '<html lang="en" dir="ltr">{}</html>'


@pytest.mark.parametrize(
    ("page", "html", "shown"),
    [
        (PERSIAN, "<bdi>CRM را باز می‌کند</bdi>", '<bdi dir="rtl">CRM را باز می‌کند</bdi>'),
        (
            PERSIAN,
            "<bdi>می‌گوید “Hello, everyone!”</bdi>",
            '<bdi dir="ltr">می‌گوید “Hello, everyone!”</bdi>',
        ),
        (PERSIAN, "<p>“Hello!” آب</p>", '<p dir="ltr">“Hello!” آب</p>'),
        (PERSIAN, "<p>“Hello!”</p><p>سلام</p>", '<p dir="ltr">“Hello!”</p><p>سلام</p>'),
        (PERSIAN, "<p>با <code>print(hello)</code> سلام</p>", None),
        (PERSIAN, "<p>سلام <bdi>A long English name</bdi></p>", None),
        (ENGLISH, "<p>سلام Ana</p><bdi>x</bdi>", '<p dir="rtl">سلام Ana</p><bdi>x</bdi>'),
        (ENGLISH, "<p>Hello Ana</p>", None),
        (ENGLISH, "<li>Hello سلا<p>سلام</p></li>", '<li>Hello سلا<p dir="rtl">سلام</p></li>'),
        (ENGLISH, '<bdi dir="ltr">سلام</bdi>', None),
        (ENGLISH, "<script>'<p>سلام'</script>", None),
    ],
)
def test_b10_the_majority_of_letters_decides(page: str, html: str, shown: str | None) -> None:
    assert with_directions(page.format(html)) == page.format(shown or html)


@given(st.text(st.sampled_from("<>/pbdil \"'ابAB&;!-=")))
def test_b10_nothing_but_directions_is_added(html: str) -> None:
    added = with_directions(html)
    assert re.sub(r' dir="(?:ltr|rtl)"', "", added) == re.sub(r' dir="(?:ltr|rtl)"', "", html)


MAP = """\
---
title: من پمپ می‌خرم
lang: fa
---
به زبان `C++` نوشته شده است. "Hello!"

## آگاهی
### CRM را باز می‌کند {#crm}
- does: CRM را باز می‌کند و می‌بندد
- says: "Hello, everyone!"
- emotion: -1 بد
### دوم {#dovom}
- emotion: +1 خوب
"""


def persian_site() -> Mapping[str, bytes]:
    files = {"site.yaml": "title: نقشه\nlanguage: fa\n", "content/journeys/ana/buy.md": MAP}
    data = {path: text.encode() for path, text in files.items()}
    built = build(data, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    return built.files


def test_b10_in_a_browser(browser: Browser) -> None:
    files = persian_site()
    page = browser.new_page()
    style = next(data for url, data in files.items() if url.endswith(".css")).decode()
    html = files["journeys/ana/buy.html"].decode()
    html = re.sub(r"<meta http-equiv[^>]*>", "", html)
    page.set_content(html.replace("</head>", f"<style>{style}</style></head>"))
    directions = page.evaluate(
        """() => {
            const of = (selector, text) => [...document.querySelectorAll(selector)]
                .filter(e => e.textContent.trim().replaceAll('"', '').startsWith(text))
                .map(e => getComputedStyle(e).direction);
            return {
                fact: of('td p, dd', 'CRM را'), title: of('h4 bdi, th bdi', 'CRM را'),
                quotation: of('td p, dd', 'Hello'), code: of('code', 'C++'),
            };
        }"""
    )
    page.close()
    assert set(directions["fact"]) == {"rtl"}
    assert set(directions["title"]) == {"rtl"}
    assert "ltr" in directions["quotation"]
    assert set(directions["code"]) == {"ltr"}

"""The page as one self-contained file: it needs and loads nothing else."""

from __future__ import annotations

import re

from html5lib import parse
from maps import PERSIAN, hostile, shoes

from journeybook.exporting.mail import mail_page
from journeybook.exporting.pages import journey_page, poster_page


def test_the_page_holds_its_styles_and_pictures_and_no_scripts() -> None:
    atlas, journey = shoes()
    page = journey_page(atlas, journey).decode()
    assert "<script" not in page
    assert "<link" not in page
    assert "<style>" in page
    assert "data:image/png;base64," in page
    assert "data:image/svg+xml;base64," in page
    assert (
        "default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; img-src data:" in page
    )
    assert page.count("Content-Security-Policy") == 1


def test_links_lead_within_the_page_or_to_an_absolute_url_or_nowhere() -> None:
    atlas, journey = shoes()
    page = journey_page(atlas, journey).decode()
    hrefs = re.findall(r'href="([^"]*)"', page)
    ids = set(re.findall(r'\bid="([^"]*)"', page))
    assert "https://example.org/" in hrefs
    for href in hrefs:
        assert href.startswith("https://") or href[1:] in ids, href
    assert "Shoe shop" in page


def test_the_page_is_well_formed_whatever_its_content() -> None:
    for atlas, journey in (
        shoes(),
        shoes(PERSIAN),
        hostile("<script>alert(1)</script>"),
        hostile("</style><b>"),
    ):
        page = journey_page(atlas, journey).decode()
        tree = parse(page, namespaceHTMLElements=False)
        assert tree.find("body//main") is not None
        assert not tree.findall(".//script")
        assert len(tree.findall(".//style")) == 1
        assert page == journey_page(atlas, journey).decode()


def test_a_style_sheet_cannot_end_its_element_or_load_anything() -> None:
    sheet = b"@import 'x.css';a{background:url(https://evil.test/x.png)}b{content:'</style><script>'}c{fill:url(#d)}"
    page = mail_page("<html><head></head><body></body></html>", "a.html", [sheet], {}).decode()
    assert "evil.test" not in page
    assert "@import" not in page
    assert page.count("</style>") == 1
    assert "url(#d)" in page


def test_active_elements_are_dropped_with_their_content() -> None:
    page = (
        "<html><head></head><body><p onclick='x' style='y' class=k>a<br/><button>b <b>c</b></button>"
        "<a href='javascript:x'>d</a><a href='e.html'>f</a><img src='no.png' alt='g'><img src='h.png'>"
        "<nav class='menu'><ul><li>i</ul></nav><a download href='j.mmd'>k</a><a href='#l' id='l'>m</a></p></body></html>"
    )
    made = mail_page(page, "x/a.html", [], {}).decode()
    body = made.partition("<body>")[2]
    assert body == (
        '<p class="k">a<br><span>d</span><span>f</span><em>g</em><a href="#l" id="l">m</a></p></body></html>\n'
    )


def test_the_page_of_a_poster_has_its_size() -> None:
    atlas, journey = shoes()
    page = poster_page(atlas, journey).decode()
    assert re.search(r"@page\{size:[\d.]+px [\d.]+px;margin:0\}", page)
    assert "data:image/svg+xml;base64," in page

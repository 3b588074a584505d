"""B12: a file of any name gets an address that works in every browser and on every host."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.assets import assets
from journeybook.outputs.site import build
from journeybook.schema.site_config import Repository, SiteConfig
from sample import INFO
from small_site import PIXEL

ADDRESS = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")
"""A path as RFC 3986 allows it."""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("c#1.png", "c%231.png"),
        ("100%25.png", "100%2525.png"),
        ("a b.png", "a%20b.png"),
        ("a b.png", "<a b.png>"),
        ("عکس.png", "عکس.png"),
        ("100%.png", "100%25.png"),
    ],
)
def test_b12_an_image_of_any_name_is_shown(name: str, written: str) -> None:
    files = {
        "site.yaml": b"title: Maps\n",
        f"content/pages/{name}": PIXEL,
        "content/pages/about.md": f"---\ntitle: About\n---\n![x]({written})\n".encode(),
    }
    built = build(files, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    page = built.files["pages/about.html"].decode()
    (source,) = re.findall(r'<img[^>]* src="([^"]+)"', page)
    assert ADDRESS.fullmatch(source)
    assert unquote(urlsplit(urljoin("/pages/about.html", source)).path)[1:] in built.files


@pytest.mark.parametrize("picture", ["c#1.png", "c%231.png", '"c#1.png"'])
def test_b12_a_picture_of_a_persona_is_found_by_its_name(picture: str) -> None:
    files = {
        "site.yaml": b"title: Maps\n",
        "content/personas/c#1.png": PIXEL,
        "content/personas/ana.md": f"---\ntitle: Ana\npicture: {picture}\n---\n".encode(),
    }
    built = build(files, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    assert 'src="../assets/images/c-1.' in built.files["personas/ana.html"].decode()


@given(st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1))
def test_b12_every_name_of_an_image_gives_a_valid_address(name: str) -> None:
    urls = assets(SiteConfig(), {}, {f"pages/{name}.png": PIXEL}).image_urls
    assert all(ADDRESS.fullmatch(url) for url in urls.values())


def test_b12_an_edit_link_is_encoded() -> None:
    repository = Repository(url="https://example.org/maps", branch="feature#1 a")
    link = repository.edit_link("content/a b%.md")
    assert link == "https://example.org/maps/edit/feature%231%20a/content/a%20b%25.md"

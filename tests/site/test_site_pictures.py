"""Pictures of a map beside its page: what `pictures` in site.yaml asks for is written, and only that is linked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from test_any_map import broken

from journeybook.outputs.site import BuildResources, build
from sample import INFO

MAP = b"---\ntitle: I buy\n---\n## Awareness\n### I look {#look}\n- emotion: +1\n### I ask {#ask}\n- emotion: -1\n"
BARE = b"---\ntitle: I give back\n---\n## Awareness\n### I send {#send}\n- does: sends\n"


def made(
    theme_layers: tuple[Mapping[str, bytes], ...], wanted: str, *, png: bool = False
) -> tuple[Mapping[str, bytes], list[str]]:
    """The files of a site with two maps, and the pictures that its pages link."""
    files = {
        "site.yaml": b"title: Maps\n" + wanted.encode(),
        "content/personas/ana.md": b"---\ntitle: Ana\n---\n",
        "content/journeys/ana/buy.md": MAP,
        "content/journeys/ana/give-back.md": BARE,
    }
    resources = BuildResources(png=(lambda svg: b"\x89PNG" + svg[:4].encode()) if png else None)
    built = build(files, theme_layers, INFO, resources=resources)
    assert built.files is not None, built.diagnostics
    assert broken(built.files) == []
    pages = "".join(data.decode() for url, data in built.files.items() if url.endswith(".html"))
    return built.files, sorted(re.findall(r'href="([^"]*-(?:map|curve)\.(?:svg|png))"', pages))


def test_a_map_comes_as_svg_and_a_curve_where_there_is_one(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    files, linked = made(theme_layers, "")
    assert linked == ["buy-curve.svg", "buy-map.svg", "give-back-map.svg"]
    for name in linked:
        assert ElementTree.fromstring(files[f"journeys/ana/{name}"]).tag.endswith("svg")


@pytest.mark.parametrize(("wanted", "png"), [("pictures: svg\n", True), ("pictures: png\n", False)])
def test_png_needs_both_the_wish_and_the_renderer(
    theme_layers: tuple[Mapping[str, bytes], ...], wanted: str, png: bool
) -> None:
    _, linked = made(theme_layers, wanted, png=png)
    assert {name.rpartition(".")[2] for name in linked} == {"svg"}


def test_with_both_every_picture_comes_in_pixels_too(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    files, linked = made(theme_layers, "pictures: png\n", png=True)
    assert linked == [
        f"{name}.{form}"
        for name in ("buy-curve", "buy-map", "give-back-map")
        for form in ("png", "svg")
    ]
    assert files["journeys/ana/buy-map.png"] == b"\x89PNG<svg"


def test_without_pictures_there_are_none(theme_layers: tuple[Mapping[str, bytes], ...]) -> None:
    files, linked = made(theme_layers, "pictures: none\n")
    assert linked == []
    assert not [url for url in files if url.endswith(("-map.svg", "-curve.svg"))]

"""The map and its curve as pictures: well-formed, self-contained, nothing outside the surface."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from maps import PERSIAN, hostile, made, shoes

from journeybook.effects.faults import EnvironmentFault
from journeybook.exporting.context import ExportContext
from journeybook.pictures.drawing_surface import DrawingSurface, Ink, directed
from journeybook.pictures.poster import curve_picture as curve_drawn
from journeybook.pictures.poster import poster as drawn
from journeybook.schema.documents import Journey

KNOWN = {
    "svg",
    "title",
    "desc",
    "rect",
    "path",
    "polygon",
    "text",
    "g",
    "circle",
    "line",
    "polyline",
    "ellipse",
}
LONG = "A" * 300


def poster(atlas: ExportContext, journey: Journey) -> str:
    return drawn(atlas.at(journey), journey, atlas.signs)


def curve_picture(atlas: ExportContext, journey: Journey) -> str | None:
    return curve_drawn(atlas.at(journey), journey, atlas.signs)


def elements(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter())


def texts(svg: str) -> list[str]:
    return [
        (one.text or "").strip("\u2066\u2067\u2068\u2069")
        for one in elements(svg)
        if one.tag.endswith("text")
    ]


def test_the_poster_shows_stages_steps_lanes_and_curve() -> None:
    atlas, journey = shoes()
    shown = texts(poster(atlas, journey))
    for words in (
        "I buy running shoes",
        "1 Awareness",
        "2.1",
        "I ask a friend",
        "Does",
        "Too many results",
        "Severe",
        "Ben Okri",
    ):
        assert words in shown, words


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "]]>&amp;'\"", "\u202b<b>", "😀😀😀", LONG]
)
def test_hostile_text_is_only_text(text: str) -> None:
    atlas, journey = hostile(text.replace("'", "''"))
    for svg in (poster(atlas, journey), curve_picture(atlas, journey)):
        assert svg is not None
        every = elements(svg)
        assert {one.tag.partition("}")[2] for one in every} <= KNOWN
        names = {name for one in every for name in one.attrib}
        assert not [
            name for name in names if name.startswith("on") or "href" in name or name == "style"
        ]
        assert "url(" not in svg


def test_all_words_are_inside_the_surface() -> None:
    for source in (None, PERSIAN):
        atlas, journey = shoes(source) if source else shoes()
        root = elements(poster(atlas, journey))[0]
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
        for one in root.iter():
            if one.tag.endswith("text") and "font-size" in one.attrib:
                assert 0 <= float(one.attrib["x"]) <= width
                assert -20 <= float(one.attrib["y"]) <= height


def test_a_map_from_right_to_left_is_mirrored() -> None:
    atlas, journey = shoes(PERSIAN)
    svg = poster(atlas, journey)
    first, second = (re.search(rf'x="([\d.]+)"[^>]*>[^<]*{name}', svg) for name in ("۱.۱", "۱.۲"))
    assert first
    assert second
    assert float(first[1]) > float(second[1])
    assert "\u2067" in svg


@pytest.mark.parametrize(
    "body",
    [
        "",
        "## Awareness\n",
        "## Awareness\n### One {#one}\n",
        "## A\n" + "### Step\n- emotion: 1\n" * 60,
    ],
)
def test_small_and_large_maps_are_drawn(body: str) -> None:
    atlas, journey = shoes(f"---\ntitle: I buy\n---\n{body}")
    assert elements(poster(atlas, journey))
    assert poster(atlas, journey) == poster(atlas, journey)


def test_a_journey_without_emotions_has_no_curve() -> None:
    atlas, journey = shoes("---\ntitle: I buy\n---\n## Awareness\n### One {#one}\n")
    assert curve_picture(atlas, journey) is None


def test_text_is_wrapped_and_cut_where_it_must_be() -> None:
    ink = Ink(13, "#000000")
    assert len(ink.lines("one two three four five six seven eight nine ten", 100)) > 2
    cut = ink.lines("one two three four five six seven eight nine ten", 100, 2)
    assert len(cut) == 2
    assert cut[-1].endswith("…")


def test_a_broken_icon_of_a_theme_is_left_out() -> None:
    surface = DrawingSurface(
        100,
        False,
        {
            "bad": "<!DOCTYPE x><svg/>",
            "odd": '<svg><path d="M0 0" onclick="x" fill="url(#a)"/><script/></svg>',
        },
    )
    assert surface.icon("bad", 0, 0, 16, "#000000") == []
    (icon,) = surface.icon("odd", 0, 0, 16, "#000000")
    assert icon.elements[0].attributes == {"d": "M0 0"}


def test_a_line_keeps_its_direction_and_loses_characters_invalid_in_xml() -> None:
    assert directed("a\x00b", backwards=False) == "ab"
    assert directed("متن", backwards=True) == "\u2067متن\u2069"


def test_a_picture_in_pixels_has_the_size_asked_for() -> None:
    pytest.importorskip("resvg_py")
    from journeybook.effects.raster import png

    atlas, journey = shoes(PERSIAN)
    svg = poster(atlas, journey)
    data = png(svg, scale=0.5)
    root = elements(svg)[0]
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) == round(float(root.attrib["width"]) / 2)
    assert int.from_bytes(data[20:24]) == round(float(root.attrib["height"]) / 2)


def test_a_picture_that_is_too_large_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    from journeybook.effects.raster import png

    atlas, journey = shoes()
    with pytest.raises(EnvironmentFault, match="too large"):
        png(poster(atlas, journey), scale=40)
    with pytest.raises(EnvironmentFault, match="no font"):
        png(poster(atlas, journey), scale=1, font_dirs=(tmp_path,))


def test_the_name_of_a_font_that_is_none_is_empty() -> None:
    from journeybook.effects.raster import family_of

    assert family_of(b"") == family_of(b"\x00\x01\x00\x00\x00\x09junk") == ""


def test_an_empty_site_has_nothing_to_draw() -> None:
    assert made({}).journeys == ()

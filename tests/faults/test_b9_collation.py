"""B9: lists are in the order of the page's language, by title."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.outputs.site import build
from journeybook.pages.collation import ALPHABETS, sort_key
from sample import INFO

IN_ORDER = {
    "pl": ["Adam", "Ala", "Ąb", "Bąk", "Cios", "Ćma", "Lato", "Łan", "Zorza", "Źle", "Żaba"],
    "hu": [
        "Ág",
        "Alma",
        "Cukor",
        "Csap",
        "Gáz",
        "Gyár",
        "Óra",
        "Öröm",
        "Sor",
        "Szó",
        "Zab",
        "Zseb",
    ],
    "ru": ["Вход", "Ёлка", "Жук", "Яма", "Abc"],
    "fa": ["آب", "ابر", "پل", "چای", "ژاله", "کتاب", "گل", "یار", "CRM"],
    "vi": ["An", "Ăn", "Âm", "Da", "Đa", "Ô", "Ơ", "Tu", "Tư"],
    "en": ["42 ways", "Élan", "Emil", "Über", "Unit 2", "Unit 10", "Zoë"],
    "de": ["Apfel", "Äpfel", "Bär", "Ofen", "Öl"],
}


@pytest.mark.parametrize("lang", IN_ORDER)
def test_b9_words_of_each_language_are_in_its_order(lang: str) -> None:
    mixed = IN_ORDER[lang][::-1]
    assert sorted(mixed, key=lambda word: sort_key(word, lang)) == IN_ORDER[lang]


@pytest.mark.parametrize("lang", [lang for lang in ALPHABETS if lang])
def test_b9_every_alphabet_is_in_its_own_order(lang: str) -> None:
    letters = list(ALPHABETS[lang])
    assert sorted(letters, key=lambda letter: sort_key(letter, lang)) == letters


@given(st.text(), st.text(), st.sampled_from(sorted(ALPHABETS)))
def test_b9_any_two_texts_have_an_order(one: str, other: str, lang: str) -> None:
    keys = sort_key(one, lang), sort_key(other, lang)
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) + (keys[0] == keys[1]) == 1


def polish_site() -> Mapping[str, bytes]:
    """Touchpoints whose file ids are in another order than their titles."""
    titles = {"a": "Żaba", "b": "Zorza", "c": "Łan", "d": "Lato"}
    files = {"site.yaml": b"title: Mapy\nlanguage: pl\n"}
    for name, title in titles.items():
        files[f"content/touchpoints/{name}.md"] = (
            f"---\ntitle: {title}\nmetrics: [nps]\n---\n".encode()
        )
    files["content/metrics/nps.md"] = b"---\ntitle: NPS\n---\n"
    built = build(files, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    return built.files


def test_b9_index_and_side_list_are_by_title() -> None:
    files = polish_site()
    wanted = ["Lato", "Łan", "Zorza", "Żaba"]
    index = files["touchpoints/index.md"].decode()
    assert re.findall(r"^\| \[(\w+)\]", index, re.MULTILINE) == wanted
    page = files["metrics/nps.html"].decode()
    side = page[page.index('<nav class="side"') :]
    assert re.findall(r"<bdi>(\w+)</bdi></a>", side)[:4] == wanted

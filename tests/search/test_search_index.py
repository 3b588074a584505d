"""The search index: folding, and files that are the same every time and safe in every place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from search_entries import MIXED, entry, synthetic

from journeybook.insight.build_info import FixedBuildInfo
from journeybook.outputs.search import MANIFEST, Entry, entries_of, fold, search_files, tokens
from journeybook.outputs.site import check
from journeybook.pages.context import PlainSite, page_context
from journeybook.pages.page_views import view_of
from journeybook.prose.render import Renderer

PANEL = ("assets/panel.js",)


def read(script: bytes) -> Any:
    """What a script hands over."""
    text = script.decode()
    start = "(self.journeybookSearch=self.journeybookSearch||[]).push("
    assert text.startswith(start)
    assert text.endswith(")\n")
    return json.loads(text.removeprefix(start).removesuffix(")\n"))


def shards(files: Mapping[str, bytes]) -> list[Any]:
    """The shards in the manifest's order."""
    return [read(files[f"assets/{shard['name']}"]) for shard in read(files[MANIFEST])["shards"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łódź", "lodz"),
        ("zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("Straße", "STRASSE"),
        ("Käufer", "kaufer"),
        ("Đăng ký điểm chạm", "dang ky diem cham"),
        ("Nguyễn", "Nguyễn"),
        ("كتاب", "کتاب"),
        ("على", "علی"),
        ("يك", "یک"),
        ("الرِّحْلَة", "رحلة"),
        ("الرحلة", "رحله"),
        ("إدارة", "ادارة"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("کتـــاب", "کتاب"),
        ("می‌خواهم", "میخواهم"),
        ("۱۴۰۵", "1405"),
        ("٢٠٢٦", "2026"),
        ("e-mail", "EMAIL"),
        ("don’t", "dont"),
        ("ΟΔΟΣ", "οδοσ"),
        ("ﬁnal", "final"),
        ("İstanbul", "istanbul"),
        ("a\u200eb\u00adc", "abc"),
        ("Ｗｅｂ", "web"),
    ],
)
def test_words_written_in_two_ways_are_one(one: str, other: str) -> None:
    assert tokens(one)[0] == tokens(other)[0]


@pytest.mark.parametrize(("text", "expected"), [
    ("می‌خواهم", ["میخواهم", "می", "خواهم"]),
    ("follow-up, now!", ["followup", "follow", "up", "now"]),
    ("- ' -", []),
    ("🎉", []),
    ("هذا الكتاب", ["هذا", "کتاب"]),
    ("اله", ["اله"]),
])  # fmt: skip
def test_a_word_with_a_joiner_is_found_whole_and_in_parts(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_vowel_signs_of_indic_scripts_and_thai_are_kept() -> None:
    assert fold("हिन्दी") == "हिन्दी"
    assert tokens("ผู้ซื้อ") == [fold("ผู้ซื้อ")]
    assert fold("กา") != fold("กี")


def test_the_same_entries_make_the_same_bytes() -> None:
    assert search_files(MIXED, PANEL) == search_files(list(MIXED), PANEL)


def test_languages_have_shards_of_their_own_named_after_their_contents() -> None:
    files = search_files(MIXED, PANEL)
    names = [shard["name"] for shard in read(files[MANIFEST])["shards"]]
    assert sorted(files) == sorted([MANIFEST, *(f"assets/{name}" for name in names)])
    assert [name.split(".")[0] for name in names] == [
        f"search-{lang}" for lang in dict.fromkeys(e.lang for e in MIXED)
    ]
    other = search_files([*MIXED, entry("one more", lang="pl")], PANEL)
    assert len(set(files) & set(other)) == len(files) - 1, "only the Polish shard has another name"


def test_much_text_goes_into_shards_behind_all_titles() -> None:
    entries = synthetic(60)
    files = search_files(entries, PANEL, split_above=1000, text_shard=4000)
    listed = read(files[MANIFEST])["shards"]
    assert [shard["text"] for shard in listed] == sorted(shard["text"] for shard in listed)
    made = shards(files)
    assert "texts" not in made[0]
    assert len(made) > 3
    assert [text for shard in made[1:] for text in shard["texts"]] == [e.text for e in entries]
    assert [shard["first"] for shard in made[1:]] == [
        sum(len(s["texts"]) for s in made[1:at]) for at in range(1, len(made))
    ]


def test_every_word_says_where_it_stands() -> None:
    (shard,) = shards(
        search_files(
            [entry("Demo call"), entry("Till", summary="A call"), entry("Bill", text="call call")],
            PANEL,
        )
    )
    places = dict(zip(shard["words"].split(" "), shard["places"].split(" "), strict=True))
    assert places["call"] == "03,12,11"  # first entry: title; one on: summary; one on: text
    assert shard["words"].split(" ") == sorted(shard["words"].split(" "))


@pytest.mark.parametrize(
    "hostile",
    [
        "</script><script>alert(1)</script>",
        "<!--",
        "a\u2028b\u2029c",
        "\\\"'`${x}",
        "\ud800",
        "\0\x1f",
    ],
)
def test_any_text_is_safe_in_a_script(hostile: str) -> None:
    files = search_files([entry(hostile, summary=hostile, text=hostile, owner=(hostile,))], PANEL)
    for data in files.values():
        assert b"<" not in data
        assert "\u2028" not in data.decode()
        assert "\u2029" not in data.decode()
    assert shards(files)[0]["rows"][0][1] == hostile.replace("\ud800", "?")


def test_no_entries_make_an_index_of_nothing() -> None:
    assert read(search_files([], PANEL)[MANIFEST]) == {"panel": list(PANEL), "shards": []}


def test_odd_languages_make_safe_names() -> None:
    names = search_files([entry("a", lang="zh-Hant-TW"), entry("b", lang="../é")], PANEL)
    assert {name.split(".")[0] for name in names} == {
        "assets/search-index",
        "assets/search-zh-hant-tw",
        "assets/search-und",
    }


@pytest.fixture(scope="module")
def atlas(sample_files: Mapping[str, bytes]) -> list[Entry]:
    """What search finds of the sample atlas."""
    import datetime

    info = FixedBuildInfo(datetime.date(2026, 11, 24), "0")
    made = check(sample_files, info)
    site = PlainSite(made.catalog, made.plan, info, Renderer(), {})
    contexts = [page_context(site, page) for page in made.plan.pages]
    return [found for ctx in contexts for found in entries_of(ctx, view_of(ctx))]


def test_every_kind_of_page_and_every_step_is_listed(atlas: list[Entry]) -> None:
    kinds = {
        "journey",
        "step",
        "persona",
        "touchpoint",
        "channel",
        "stage",
        "metric",
        "opportunity",
        "collateral",
        "evidence",
        "page",
    }
    assert {found.kind for found in atlas} == kinds
    assert len({found.url for found in atlas}) == len(atlas)
    assert all(found.title and found.kind_label for found in atlas)


def test_steps_know_their_journey_stage_persona_and_market(atlas: list[Entry]) -> None:
    step = next(
        found
        for found in atlas
        if found.kind == "step" and "marta-maintenance/replace-the-pumps.html" in found.url
    )
    assert step.persona
    assert step.persona[0].startswith("Marta Keller")
    assert step.stage == (step.path[-1],)
    assert step.market == ("B2B",)
    assert step.owner


def test_a_touchpoint_has_the_filters_of_the_journeys_that_use_it(atlas: list[Entry]) -> None:
    found = [entry for entry in atlas if entry.kind == "touchpoint" and entry.stage]
    assert len(found) > 20
    assert all(entry.persona for entry in found)


def test_texts_are_plain(atlas: list[Entry]) -> None:
    for found in atlas:
        assert "<svg" not in found.text
        assert "</" not in found.text
        assert "\n" not in found.text

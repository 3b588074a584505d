"""The tags of changes on the maps of a site that is compared with a revision, and in their Markdown twins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from compared_sites import compared
from journeybook.outputs.site import build
from sites import BUY, info

BEFORE = """\
---
title: I buy
---
## Awareness
- goal: learn
- does: asks around
- pain: Nobody answers
### I look {#look}
- emotion: +1 curious
- touchpoint: shop
- who: ana, ben
- metric: rate 1 → 2
- pain: No prices
### I ask {#ask}
- emotion: 0 calm
- channel: web
## Decision
### I buy it {#buy}
- emotion: +2 glad
"""
AFTER = """\
---
title: I buy
---
## Awareness
- goal: learn more
- does: asks everybody
### I look {#look}
- emotion: -1 lost
- touchpoint: shop
- who: ana, ben
- metric: rate 1 → 2
### I pay {#pay}
- emotion: 0 calm
- does: counts twice
## Decision
### I buy it {#buy}
- emotion: +2 glad
"""
THINGS = {
    "personas/ana": "Ana",
    "personas/ben": "Ben Odu, director",
    "touchpoints/shop": "The shop",
    "channels/web": "The web",
    "metrics/rate": "Rate",
}


def files(journey: str, of_things: str, language: str = "en") -> dict[str, bytes]:
    made = {"site.yaml": f"title: Maps\nlanguage: {language}\n", BUY: journey}
    made |= {
        f"content/{path}.md": f"---\ntitle: {title}{'' if path.endswith('ana') else of_things}\n---\n"
        for path, title in THINGS.items()
    }
    return {path: text.encode() for path, text in made.items()}


Output = Mapping[str, str]


@pytest.fixture(scope="module")
def made(theme_layers: tuple[Mapping[str, bytes], ...]) -> Callable[..., Output]:
    def make(
        before: str = BEFORE, after: str = AFTER, of_things: str = "", language: str = "en"
    ) -> Output:
        old, new = files(before, "", language), files(after, of_things, language)
        built = build(new, theme_layers, info(), compared=compared(old, new, "v1"))
        assert built.files is not None, built.diagnostics
        return {
            url: data.decode()
            for url, data in built.files.items()
            if url.endswith((".html", ".md", ".css"))
        }

    return make


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def cell(page: str, id: str) -> str:
    """The cell of the map with an id, in words."""
    found = re.search(rf'<td[^>]* id="cell_{id}">.*?</td>', page, re.DOTALL)
    assert found, id
    return words(found[0])


def test_a_chip_is_tagged_if_its_thing_changed(made: Callable[..., Output]) -> None:
    page = made(BEFORE, BEFORE, " now")["journeys/ana/buy.html"]
    assert cell(page, "look_touchpoint") == "The shop now ± changed"
    assert cell(page, "look_who") == "Ana Ben Odu ± changed"
    assert cell(page, "look_metric") == "Rate now ± changed 1 → 2"
    assert cell(page, "ask_channel") == "The web now ± changed"
    chip = re.search(r'<a class="c"[^>]*>.*?</a>', page, re.DOTALL)
    assert chip
    assert "± changed" in words(chip[0]), "inside the link, so that it is heard with its name"


def test_a_cell_of_a_whole_stage_shows_its_old_text(made: Callable[..., Output]) -> None:
    page = made()["journeys/ana/buy.html"]
    assert cell(page, "stage_awareness_does") == "asks everybody ± changed asks around Compare"
    head = re.search(r'<th class="band b1" scope="colgroup".*?</th>', page, re.DOTALL)
    assert head
    assert words(head[0]) == "1 Awareness learn more ± changed learn Compare"
    lines = made()["since/ana/buy.html"]
    for anchor in re.findall(r'href="[^"]*since/ana/buy.html#([^"]+)"', page):
        assert f'id="{anchor}"' in lines, anchor


def test_a_lane_stays_on_the_map_for_what_was_removed_from_it(
    made: Callable[..., Output],
) -> None:
    page = made()["journeys/ana/buy.html"]
    lane = re.search(r'<tbody[^>]* data-lane="pain".*?</tbody>', page, re.DOTALL)
    assert lane
    assert (
        words(lane[0]) == "Pain points − removed Nobody answers Compare − removed No prices Compare"
    )
    assert 'data-lane="pain"' not in made(AFTER, AFTER, " now")["journeys/ana/buy.html"]


def test_the_old_curve_is_drawn_below_the_new_one_and_described(
    made: Callable[..., Output],
) -> None:
    page = made()["journeys/ana/buy.html"]
    old = re.search(r'<g class="old">.*?</g>', page, re.DOTALL)
    assert old
    assert re.findall(r"<title>(.*?)</title>", old[0]) == [
        "Version in v1: +1",
        "Version in v1: +2",
    ]
    assert old[0].count("M") == 1 + 2, "one difference, and a line that breaks at the new step"
    assert re.findall(r">([+−]\d)</text>", old[0]) == ["−2"]
    said = "Emotion differs from v1: I look: +1 → −1; I pay: – → 0"
    assert said in re.search(r'<svg class="curve"[^>]*>', page)[0]  # type: ignore[index]
    assert said in words(re.search(r'<p class="wrap curve-words">.*?</p>', page, re.DOTALL)[0])  # type: ignore[index]
    assert "Version in v1" in words(re.search(r'<ul class="legend">.*?</ul>', page, re.DOTALL)[0])  # type: ignore[index]
    assert cell(page, "look_emotion") == "−1 lost ± changed curious (+1) Compare"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("- does: asks everybody", "- does: asks nobody"), "what is done is no feeling"),
        (
            ("### I pay {#pay}\n- emotion: 0 calm\n- does: counts twice\n", ""),
            "a removed step has no column",
        ),
        (("- emotion: -1 lost", "- emotion: -1 sad"), "another word is the same feeling"),
    ],
)
def test_there_is_no_old_curve_if_it_is_the_same(
    made: Callable[..., Output], change: tuple[str, str], why: str
) -> None:
    page = made(AFTER, AFTER.replace(*change))["journeys/ana/buy.html"]
    assert "Changed since v1" in page
    assert '<g class="old">' not in page, why


def test_the_twin_of_a_page_says_what_changed_in_words(made: Callable[..., Output]) -> None:
    twin = made(of_things=" now")["journeys/ana/buy.md"]
    assert "[Changed since v1](../../since/ana/buy.md) · " in twin
    assert "- removed step: I ask\n" in twin
    assert "\nEmotion differs from v1: I look: +1 → −1; I pay: – → 0\n" in twin
    assert "## 1. Awareness\n\n*changed, previously learn*\n" in twin
    assert "- Does: asks everybody; *changed, previously asks around*\n" in twin
    assert "- lost (−1)\n- *changed, previously curious (+1)*\n" in twin
    assert "- Touchpoints: [The shop now](../../touchpoints/shop.md) (changed)\n" in twin
    assert "- Pain points: *removed, previously No prices*\n" in twin
    assert "### 1.2 I pay\n\n*new step*\n" in twin


def test_the_twins_of_other_pages_mark_their_links(made: Callable[..., Output]) -> None:
    output = made(of_things=" now")
    assert "[Changed since v1](../since/index.md#c-" in output["touchpoints/shop.md"]
    assert "[I buy](../journeys/ana/buy.md) (changed)" in output["touchpoints/shop.md"]
    assert "[The shop now](shop.md) (changed)" in output["touchpoints/index.md"]
    assert "changed" not in output["personas/ana.md"].replace("(changed)", "")


def test_in_another_language_too(made: Callable[..., Output]) -> None:
    twin = made(of_things=" now", language="pl")["journeys/ana/buy.md"]
    assert "*zmieniono, wcześniej: curious (+1)*" in twin
    assert "Emocja inna niż w v1: I look: +1 → −1" in twin
    assert "changed" not in twin


def test_the_same_in_the_stories(made: Callable[..., Output]) -> None:
    page = made(of_things=" now")["journeys/ana/buy.html"]
    story = re.search(r'<article class="step" id="story_look">.*?</article>', page, re.DOTALL)
    assert story
    told = words(story[0])
    assert "−1 lost ± changed curious (+1) Compare" in told
    assert "Touchpoints The shop now ± changed" in told
    assert "Pain points − removed No prices Compare" in told

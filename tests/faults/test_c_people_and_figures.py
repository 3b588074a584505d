"""C2, C5 and C7: whose change it is, which measurement, and an emotion that is no longer there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journeybook.report.changes_json import document
from sites import BUY

sys.path.append(str(Path(__file__).parents[1] / "diff"))
from revisions import changes, journey, lines

PEOPLE = {
    "content/personas/tom.md": "---\ntitle: Tom Berg, plant manager\n---\n",
    "content/personas/eva.md": "---\ntitle: Eva Lind, finance\n---\n",
}
STEP = "## Awareness\n### I look {#look}\n"


def step(*facts: str, **head: str) -> dict[str, str]:
    text = STEP + "".join(f"- {fact}\n" for fact in facts)
    return {BUY: journey(text, **head), **PEOPLE}


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (["emotion tom: +2 glad"], ["emotion tom: -2 bored"],
         "JD301 high “I look”: emotion of “Tom Berg, plant manager” changed from “+2 glad” to “−2 bored” (crosses zero)"),
        ([], ["emotion tom: +1 glad"], "JD303 low “I look”: emotion “+1 glad” of “Tom Berg, plant manager” added"),
        # The map's own person is named where others have an emotion, too.
        (["emotion: +2 glad", "emotion tom: 0 calm"], ["emotion: +1 fine", "emotion tom: 0 calm"],
         "JD301 medium “I look”: emotion of “Ana” changed from “+2 glad” to “+1 fine”"),
        (["emotion: +2 glad"], ["emotion: +1 fine"], "JD301 medium “I look”: emotion changed from “+2 glad” to “+1 fine”"),
        # An emotion without a name is not Ana's in a step that she is not in.
        (["who: tom", "emotion: +2 glad", "emotion tom: 0 calm"], ["who: tom", "emotion: +1 fine", "emotion tom: 0 calm"],
         "JD301 medium “I look”: emotion changed from “+2 glad” to “+1 fine”"),
        (["who: ana, tom"], ["who: ana, eva"],
         "JD331 medium “I look”: “Eva Lind, finance” takes part in place of “Tom Berg, plant manager”"),
        (["who: ana, tom"], ["who: ana"], "JD603 medium “I look”: “Tom Berg, plant manager” removed from “who”"),
        (["who: ana"], ["who: ana, tom"], "JD602 low “I look”: “Tom Berg, plant manager” added to “who”"),
    ],
)  # fmt: skip
def test_c2_a_change_in_a_step_names_people(
    before: list[str], after: list[str], sentence: str
) -> None:
    assert sentence in lines(step(*before), step(*after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("{tom: decision maker, eva: user}", "{tom: influencer, eva: decision maker}",
         ["JD344 medium “I buy”: “Tom Berg, plant manager” is no longer the decision maker (role changed to influencer)",
          "JD345 medium “I buy”: “Eva Lind, finance” is now the decision maker (role changed from user)"]),
        ("{tom: gatekeeper}", "{eva: gatekeeper}",
         ["JD341 medium “I buy”: “Eva Lind, finance” in the buying committee in place of “Tom Berg, plant manager” (gatekeeper)"]),
        ("{tom: decision maker}", "{eva: user}",
         ["JD341 medium “I buy”: “Eva Lind, finance” in the buying committee in place of “Tom Berg, plant manager” "
          "(role changed from decision maker to user)"]),
        ("{tom: user, ana: champion}", "{ana: champion}",
         ["JD342 medium “I buy”: “Tom Berg, plant manager” is no longer in the buying committee (user)"]),
        ("{ana: champion}", "{ana: champion, tom: user}",
         ["JD343 low “I buy”: “Tom Berg, plant manager” is now in the buying committee (user)"]),
        ("{tom: {role: user, say: 2}}", "{tom: {role: user, say: 4}}",
         ["JD347 low “I buy”: influence of “Tom Berg, plant manager” changed from “2” to “4”"]),
        ("{tom: {role: user, needs: [a plan, a date]}}", "{tom: {role: user, needs: [a plan]}}",
         ["JD348 low “I buy”: needs of “Tom Berg, plant manager” changed from “a plan, a date” to “a plan”"]),
    ],
)  # fmt: skip
def test_c2_a_change_of_the_committee_names_people(
    before: str, after: str, expected: list[str]
) -> None:
    assert lines(step(committee=before), step(committee=after)) == expected


def test_c2_the_json_names_people() -> None:
    result = document(changes(step("emotion tom: +2 glad"), step("emotion tom: -2 sad")))
    (change,) = result["journeys"][0]["changes"]
    assert change["element"]["subject"] == "Tom Berg, plant manager"
    assert "Tom Berg" in change["sentence"]


def test_c2_things_are_named_by_their_titles() -> None:
    shop = {"content/touchpoints/shop.md": "---\ntitle: The shop in town\n---\n"}
    before, after = step("touchpoint: web"), step("touchpoint: shop")
    assert "JD423 medium “I look”: touchpoint changed from “web” to “The shop in town”" in lines(
        {**before, **shop}, {**after, **shop}
    )


METRIC = {"content/metrics/wins.md": "---\ntitle: Wins\n---\n"}
CSV = "content/metrics/wins.csv"
SERIES = "date,value\n2026-01-31,68\n2026-02-28,70\n2026-03-31,71\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2026-02-28,70", "2026-02-28,12",
         ["JD711 medium “Wins”: measurement of 2026-02-28 changed from “70” to “12”"]),
        ("2026-03-31,71", "2026-03-31,72",  # the newest period was not complete yet
         ["JD711 low “Wins”: measurement of 2026-03-31 changed from “71” to “72”"]),
        ("2026-02-28,70", "2026-02-27,70",
         ["JD714 medium “Wins”: date of measurement “70” changed from 2026-02-28 to 2026-02-27"]),
        ("2026-02-28,70\n", "", ["JD712 medium “Wins”: measurement “70” of 2026-02-28 removed"]),
        ("2026-02-28,70", "2026-02-28,",
         ["JD711 medium “Wins”: measurement of 2026-02-28 changed from “70” to no value"]),
        ("2026-03-31,71\n", "2026-03-31,71\n2026-04-30,75\n",
         ["JD713 info “Wins”: new measurement of 2026-04-30: “75”"]),
        ("date,value\n", "date,value\n" + "".join(f"2025-0{month}-01,{month}\n" for month in range(1, 9)),
         ["JD713 info “Wins”: new measurement of 8 days, 2025-01-01 to 2025-08-01: “1” … “8”"]),
    ],
)  # fmt: skip
def test_c5_a_change_of_a_series_has_its_day_and_both_values(
    before: str, after: str, expected: list[str]
) -> None:
    old, new = SERIES, SERIES.replace(before, after)
    assert new != old
    assert lines({**METRIC, CSV: old}, {**METRIC, CSV: new}) == expected


@pytest.mark.parametrize(
    ("facts", "emotion", "expected"),
    [
        ([], "emotion: -2 left alone", "JD302 high “I look”: emotion “−2 left alone” removed (lowest value of the scale)"),
        (["moment of truth: they answer"], "emotion: +1 glad",
         "JD302 high “I look”: emotion “+1 glad” removed (at a moment of truth)"),
        ([], "emotion: -1 uneasy", "JD302 medium “I look”: emotion “−1 uneasy” removed"),
        ([], "emotion: +1 glad", "JD302 low “I look”: emotion “+1 glad” removed"),
    ],
)  # fmt: skip
def test_c7_a_removed_emotion_is_rated_by_what_is_lost(
    facts: list[str], emotion: str, expected: str
) -> None:
    assert expected in lines(step(*facts, emotion), step(*facts))

"""The map of both versions speaks as maps do: titles, times and weights in words, each text whole where little stayed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from compared_sites import compared
from journeybook.pages.changes.aligned_map import word_pieces
from journeybook.pages.changes.standalone_page import changes_view
from journeybook.pages.changes.views import ChangedJourney
from journeybook.pages.messages import messages_for
from sites import BUY, DEFAULTS

HEAD = "---\ntitle: I buy\n---\n## Awareness\n### I look {#look}\n"
THINGS = {
    "content/touchpoints/shop.md": "---\ntitle: The shop\n---\n",
    "content/personas/ben.md": "---\ntitle: Ben Odu, director\n---\n",
    "content/metrics/rate.md": "---\ntitle: Rate\n---\n",
    "content/evidence/i01.md": "---\ntitle: Interviews\n---\n",
}


def journey(
    before: Mapping[str, str], after: Mapping[str, str], lang: str = "en"
) -> ChangedJourney:
    old, new = (
        {path: text.encode() for path, text in {**DEFAULTS, **THINGS, **files}.items()}
        for files in (before, after)
    )
    for path in THINGS:  # otherwise the same on both sides, and then not read
        new[path] = new[path].replace(b"---\ntitle", b"---\nlang: en\ntitle", 1)
    for path in [path for path, data in new.items() if not data]:
        del new[path]
    (made,) = changes_view(compared(old, new), messages_for(lang), "").journeys
    return made


def said(made: ChangedJourney) -> dict[str, list[str]]:
    """What stands in the first column: name of the lane, and its items, `−` before what was removed."""
    signs = {"del": "−", "ins": "+", "same": ""}
    return {
        lane.title: [
            "".join(signs[piece.kind] + piece.text for piece in item.pieces)
            for item in lane.cells[0].items
        ]
        for lane in made.lanes
    }


def test_facts_are_shown_with_titles_and_words() -> None:
    facts = (
        "- touchpoint: shop\n- metric: rate 1 → 2\n- who: all\n- time: 2w\n- worth: 3\n"
        "- pain: No prices !high !objection ^i01\n- moment of truth: (zero) the sign\n"
        '- emotion ben: -1 lost\n- next: pay "it is cheap" | exit\n'
    )
    rest = "### I pay {#pay}\n- does: pays\n"
    made = journey(
        {BUY: HEAD + facts + rest}, {BUY: HEAD + facts + rest.replace("pays", "pays cash")}
    )
    assert said(made) == {
        "Does": [],
        "Emotion": ["Ben Odu: lost (−1)"],
        "Moment of truth": ["the sign (Zero moment of truth)"],
        "Touchpoints": ["The shop"],
        "Time": ["2 weeks"],
        "Pain points": ["No prices (Severe, objection, Interviews)"],
        "Metrics": ["Rate: 1 → 2"],
        "Value to the customer": ["3 of 5"],
        "Who": ["everyone"],
        "Next": ["I pay (it is cheap) | Leaves the journey"],
    }


def test_a_step_whose_touchpoint_was_renamed_is_unchanged() -> None:
    before = {BUY: f"{HEAD}- touchpoint: shop\n- does: looks\n### I pay {{#pay}}\n- does: pays\n"}
    store = THINGS["content/touchpoints/shop.md"].replace(
        "---\ntitle: The shop", "---\nwas: shop\ntitle: The store"
    )
    after = {BUY: before[BUY].replace("touchpoint: shop", "touchpoint: store").replace("pays", "pays cash"),
             "content/touchpoints/store.md": store, "content/touchpoints/shop.md": ""}  # fmt: skip
    made = journey(before, after)
    assert [head.tone for head in made.heads] == ["same", "changed"]
    assert said(made)["Touchpoints"] == ["The store"]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        (
            "reads three lists",
            "reads four lists",
            [("same", "reads "), ("del", "three"), ("ins", "four"), ("same", " lists")],
        ),
        ("0 curious", "−1 tired of it", [("del", "0 curious"), ("ins", "−1 tired of it")]),
        ("Handbook download", "Order line", [("del", "Handbook download"), ("ins", "Order line")]),
    ],
)
def test_a_text_with_few_words_in_common_is_shown_whole(
    old: str, new: str, pieces: list[tuple[str, str]]
) -> None:
    assert [(piece.kind, piece.text) for piece in word_pieces(old, new)] == pieces


def test_in_a_list_only_removed_and_added_names_are_marked() -> None:
    made = journey(
        {BUY: f"{HEAD}- touchpoint: shop, web-shop\n"}, {BUY: f"{HEAD}- touchpoint: shop, phone\n"}
    )
    assert said(made)["Touchpoints"] == ["The shop, −web-shop, +phone"]


def test_times_that_are_the_same_in_words_are_shown_as_written() -> None:
    made = journey({BUY: f"{HEAD}- time: 14d\n"}, {BUY: f"{HEAD}- time: 14 days\n"})
    assert said(made)["Time"] == ["−14d+14 days"]


def test_authors_words_keep_their_direction_to_themselves() -> None:
    head = "---\ntitle: سفر\n---\n## آگاهی\n### گام {#گام}\n- emotion: "
    made = journey({BUY: f"{head}+1 خوب\n"}, {BUY: f"{head}-1 بد\n"})
    assert made.lines[0].sentence == (
        "“\u2068گام\u2069”: emotion changed from “\u2068+1 خوب\u2069” to “\u2068−1 بد\u2069”"
    )
    assert made.curves
    assert made.curves.summary == "\u2068گام\u2069: +1 → −1"
    in_persian = journey({BUY: f"{head}+1 خوب\n"}, {BUY: f"{head}-1 بد\n"}, "fa")
    assert "\u2068+۱ خوب\u2069" in in_persian.lines[0].sentence, (
        "digits of the language within the quotation"
    )


def test_kinds_of_things_are_named_in_the_singular() -> None:
    name = "content/touchpoints/shop.md"
    old, new = ({path: text.encode() for path, text in {**DEFAULTS, name: text}.items()}
                for text in ("---\ntitle: The shop\n---\n", "---\ntitle: The store\n---\n"))  # fmt: skip
    view = changes_view(compared(old, new), messages_for("en"), "")
    assert [line.sentence for line in view.elsewhere] == [
        "touchpoint “The shop” was renamed “The store”"
    ]

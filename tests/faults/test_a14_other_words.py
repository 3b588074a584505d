"""A14: a title, a name, a list with `;`, a word of another tool or a file name gets the right hint."""

from __future__ import annotations

import pytest

from journeybook.outputs.site import check
from journeybook.schema.other_words import fact_hint, field_hint, value_hint
from journeybook.vocabulary import FACTS
from sample import INFO

BUY = "content/journeys/ana/buy.md"
SITE = {
    "site.yaml": "title: Maps\n",
    "content/personas/ana.md": "---\ntitle: Ana Lima, a nurse\n---\n",
    "content/personas/karl-sales-rep.md": "---\ntitle: Karl\n---\n",
    "content/touchpoints/demo-call.md": "---\ntitle: Book a demo\n---\n",
    "content/touchpoints/web.md": "---\ntitle: Our website\n---\n",
    "content/metrics/win-rate.md": "---\ntitle: Win rate\n---\n",
}


def hints(fact: str, head: str = "") -> list[str]:
    """The hint of each error in a map with one fact."""
    text = f"---\ntitle: I buy\n{head}---\n## Awareness\n### I look {{#look}}\n{fact}\n"
    return hints_in({BUY: text})


def hints_in(files: dict[str, str]) -> list[str]:
    data = {path: text.encode() for path, text in {**SITE, **files}.items()}
    return [
        finding.hint
        for finding in check(data, INFO).diagnostics
        if finding.code in ("JB102", "JB115", "JB116", "JB117", "JB124", "JB126", "JB130")
    ]


@pytest.mark.parametrize(
    ("fact", "hint"),
    [
        ("- touchpoint: Book a demo", "write its ID: `demo-call`"),
        ("- touchpoint: book a demo", "write its ID: `demo-call`"),
        ("- touchpoint: Our websit", "did you mean `web`?"),
        ("- who: Ana", "write its ID: `ana`"),
        ("- who: Ana Lima", "write its ID: `ana`"),
        ("- who: karl", "write its ID: `karl-sales-rep`"),
        ("- who: Ana and Karl", "separate IDs with commas: `ana, karl-sales-rep`"),
        ("- touchpoint: web; demo-call", "separate IDs with commas: `web, demo-call`"),
        ("- touchpoint: web and demo-call", "separate IDs with commas: `web, demo-call`"),
        ("- touchpoint: web / demo-call", "separate IDs with commas: `web, demo-call`"),
        ("- touchpoint: [[touchpoint:web]]", "write only the ID: `web`"),
        ("- touchpoint: [Web](../../touchpoints/web.md)", "write only the ID: `web`"),
        ("- touchpoint: touchpoints/web.md", "write only the ID: `web`"),
        ("- metric: Win rate 20% -> 30%", "write its ID: `win-rate`"),
        ("- feels: +1", "use `emotion`"),
        ('- quote: "yes"', "use `says`"),
        ("- actions: looks", "use `does`"),
        ("- thoughts: hm", "use `thinks`"),
        ("- MOT: now or never", "use `moment of truth`"),
        (
            "- image: shop.png",
            "put images in the text below the facts: `![what it shows](file.png)`",
        ),
        ("- tuchpoint: web", "did you mean `touchpoint`?"),
    ],
)
def test_a14_a_fact_in_other_words_gets_the_word_or_the_id_to_use(fact: str, hint: str) -> None:
    assert hints(fact)[0] == hint


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ("market: b2b, b2c\n", "write one of them: `b2b` or `b2c`"),
        ("market: [b2b, b2c]\n", "write one of them: `b2b` or `b2c`"),
        ("market: consumers\n", "use `b2c`"),
        ("status: published\n", "use `approved`"),
        ("status: aproved\n", "did you mean `approved`?"),
        ("state: to-be\n", "use `future`"),
        ("kpis: {a: 1}\n", "use `metrics`"),
        ("author: sales\n", "use `owner`"),
        ("evidence: i01; i02\n", "separate IDs with commas: `i01, i02`"),
    ],
)
def test_a14_front_matter_in_other_words_gets_the_word_to_use(head: str, hint: str) -> None:
    assert hints("- does: looks", head) == [hint]


@pytest.mark.parametrize(
    ("name", "hint", "level"),
    [
        ("touchpoints/Book Swimming.md", "rename it `book-swimming.md`", "error"),
        ("touchpoints/Über_uns.md", "rename it `uber-uns.md`", "error"),
        ("touchpoints/book.MD", "rename it `book.md`", "error"),
        ("touchpoints/book.md.txt", "rename it `book.md`", "error"),
        ("touchpoints/Book.markdown", "rename it `book.md`", "error"),
        ("journeys/Ana Lima/pay.md", "rename it `ana-lima`", "error"),
    ],
)
def test_a14_a_file_name_gets_the_name_to_use(name: str, hint: str, level: str) -> None:
    data = {path: text.encode() for path, text in SITE.items()}
    found = check({**data, f"content/{name}": b"---\ntitle: Book\n---\n"}, INFO).diagnostics
    (finding,) = [finding for finding in found if finding.span.file == f"content/{name}"]
    assert (finding.hint, finding.severity) == (hint, level)


@pytest.mark.parametrize("key", ["Feels", "MOT", "Pain Points", "Quote"])
def test_a14_a_word_of_another_tool_with_a_capital_is_not_taken_for_story(key: str) -> None:
    assert hints(f"- does: looks\n- {key}: now\n- time: 2d")[0].startswith("use `")


def test_a14_a_word_far_from_all_others_gets_no_guess() -> None:
    assert fact_hint("zzz", FACTS) == field_hint("zzz", ["title"]) == ""
    assert value_hint("zzz", ["draft"]) == ""

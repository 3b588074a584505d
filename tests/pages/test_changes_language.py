"""A comparison page in another language: nothing of ours is left in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from journeybook.diff.compare import compare
from journeybook.diff.compared import Compared
from journeybook.diff.kinds import KINDS
from journeybook.pages.changes.standalone_page import changes_view
from journeybook.pages.messages import Messages
from sites import BUY, site

BEFORE = """\
---
title: خرید
status: approved
market: b2b
reviewed: 2026-01-02
goal: کفش
---
## Awareness {#awareness}
### الف {#a}
- does: ۱
- emotion: +1 خوب
- pain: گران !low
- moment of truth: zero دیدن
### ب {#b}
- does: ۲
- touchpoint: x
- next: a "۱" | exit "۲"
## Decision {#decision}
### پ {#c}
- pain: ۵
- does: ۳
- emotion: -1 بد
### ت {#d}
- loop: a "۳"
### ث {#e}
"""
AFTER = """\
---
title: خرید
status: draft
market: b2c
owner: ما
reviewed: 2026-03-04
---
## Awareness {#awareness}
### ب {#b}
- does: ۲
- next: a "۱"
### الف {#a}
- does: ۱ و ۴
- emotion: -2 بد
- pain: گران !high
- moment of truth: first دیدن
- wait: 2d
### ج {#new}
### ث {#e}
"""
SIDE = {
    "content/journeys/ana/other.md": "---\ntitle: دیگر\n---\n## Awareness\n### الف {#z}\n- moment of truth: zero ۱\n"
}
"""A journey that goes."""
EXTRA = {
    "content/metrics/m.md": "---\ntitle: نرخ\nunit: ٪\n---\n",
    "content/touchpoints/x.md": "---\ntitle: ایکس\n---\n",
}


class Marked(Messages):
    """Messages that turn every word of ours into a mark, so that what was never a message shows."""

    def text(self, message: str, **values: object) -> str:
        return (
            "⟦"
            + " ".join(str(value) for name, value in values.items() if f"{{{name}}}" in message)
            + "⟧"
        )

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        return self.text(one, count="", **values)

    def date(self, day: Any) -> str:
        return "⟦⟧"


def said(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[str, str]]:
    """Code of the change, and all that its line says apart from file and fingerprint."""
    old, new = site(before).catalog, site(after).catalog
    view = changes_view(Compared(compare(old, new), old, new), Marked("fa"), "")
    lines = [*view.elsewhere, *(line for journey in view.journeys for line in journey.lines)]
    return [
        (line.code, " ".join((line.title, line.sentence, *line.more, line.impact_label)))
        for line in lines
    ]


def test_no_english_word_is_left() -> None:
    names = {"a", "b", "c", "d", "e", "x", "m", "ana", "buy", "other"}  # ids
    stages = {"Awareness", "Decision"}
    told = said({BUY: BEFORE, **SIDE, **EXTRA}, {BUY: AFTER, **EXTRA})
    told += said({BUY: AFTER, **EXTRA}, {BUY: BEFORE, **SIDE, **EXTRA})
    assert len({code for code, _ in told}) > 20
    for code, text in told:
        left = set(re.findall(r"[A-Za-z]+", text)) - names - stages
        assert not left, f"{code}: {text}"
        assert "“”" not in text


@pytest.mark.parametrize(
    "code", [code for code, kind in KINDS.items() if "{field}" in kind.sentence]
)
def test_a_sentence_names_fields_only_through_their_names(code: str) -> None:
    assert KINDS[code].sentence.count("{field}") == 1

"""What `make audit` makes of the reports it gets; the programs themselves are not run here."""

from __future__ import annotations

import json
from typing import Any

from audit import CHECKERS, Measures, measures, put_into_manual, shortfalls, table

GOOD = Measures("home", {"performance": 99, "accessibility": 100, "best-practices": 100}, 77, 4)
SLOW = Measures("journey", {"performance": 90, "accessibility": 100, "best-practices": 100}, 250, 6)
UNFIT = Measures("journey", {"performance": 90, "accessibility": 94, "best-practices": 100}, 250, 6)


def test_figures_are_taken_from_a_report() -> None:
    report: dict[str, Any] = {
        "categories": {
            "performance": {"score": 0.984},
            "accessibility": {"score": 1},
            "best-practices": {
                "score": None
            },  # what Lighthouse writes when a category could not be judged
        },
        "audits": {
            "total-byte-weight": {"numericValue": 77_339},
            "network-requests": {"details": {"items": [{}, {}, {}]}},
        },
    }
    assert measures("home", report) == Measures(
        "home", {"performance": 98, "accessibility": 100, "best-practices": 0}, 77, 3
    )


def test_a_score_below_the_bar_and_every_message_is_a_shortfall() -> None:
    message = {"url": "http://127.0.0.1/a.html", "lastLine": 7, "message": "Duplicate ID “a”."}
    assert shortfalls([GOOD], []) == []
    assert shortfalls([GOOD, SLOW], [message]) == [
        "journey: performance 90, wanted 95",
        "http://127.0.0.1/a.html:7: Duplicate ID “a”.",
    ]


def test_only_a_page_that_is_nothing_but_slow_is_measured_again() -> None:
    assert [one.is_only_slow for one in (GOOD, SLOW, UNFIT)] == [False, True, False]


def test_new_figures_replace_the_old_ones_in_the_manual() -> None:
    manual = "Before\n\n<!-- audit -->\nold\n\nolder\n<!-- /audit -->\nAfter\n"
    figures = table([GOOD], pages=256, messages=0)
    made = put_into_manual(manual, figures)
    assert "| home | 99 | 100 | 100 | 77 KB | 4 |" in made
    assert "0 messages on 256 pages" in made
    assert "old" not in made
    assert made.startswith("Before\n")
    assert made.endswith("<!-- /audit -->\nAfter\n")
    assert put_into_manual(made, figures) == made


def test_the_locked_checkers_name_no_registry() -> None:
    lock = json.loads((CHECKERS.parent / "package-lock.json").read_text("utf-8"))
    assert lock["packages"][""]["devDependencies"] == {"lighthouse": "12.8.2", "vnu-jar": "26.9.27"}
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert [
        name for name, package in lock["packages"].items() if name and not package.get("integrity")
    ] == []

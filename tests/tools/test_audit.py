"""How `make audit` reads the reports of its checkers. The checkers themselves do not run here."""

from __future__ import annotations

import json
from typing import Any

from audit import CHECKERS, Measures, read_report, shortfalls, table, update_manual

GOOD = Measures("home", {"performance": 99, "accessibility": 100, "best-practices": 100}, 77, 4)
SLOW = Measures("journey", {"performance": 90, "accessibility": 100, "best-practices": 100}, 250, 6)
INACCESSIBLE = Measures(
    "journey", {"performance": 90, "accessibility": 94, "best-practices": 100}, 250, 6
)


def test_figures_are_read_from_a_report() -> None:
    report: dict[str, Any] = {
        "categories": {
            "performance": {"score": 0.984},
            "accessibility": {"score": 1},
            "best-practices": {"score": None},  # Lighthouse could not judge this category
        },
        "audits": {
            "total-byte-weight": {"numericValue": 77_339},
            "network-requests": {"details": {"items": [{}, {}, {}]}},
        },
    }
    assert read_report("home", report) == Measures(
        "home", {"performance": 98, "accessibility": 100, "best-practices": 0}, 77, 3
    )


def test_every_low_score_and_every_message_is_a_shortfall() -> None:
    message = {"url": "http://127.0.0.1/a.html", "lastLine": 7, "message": "Duplicate ID “a”."}
    assert shortfalls([GOOD], []) == []
    assert shortfalls([GOOD, SLOW], [message]) == [
        "journey: performance is 90, below 95",
        "http://127.0.0.1/a.html:7: Duplicate ID “a”.",
    ]


def test_only_a_page_that_is_just_slow_is_measured_again() -> None:
    assert [page.is_only_slow for page in (GOOD, SLOW, INACCESSIBLE)] == [False, True, False]


def test_new_figures_replace_the_old_ones_in_the_manual() -> None:
    manual = "Before\n\n<!-- audit -->\nold\n\nolder\n<!-- /audit -->\nAfter\n"
    figures = table([GOOD], pages=256, messages=0)
    updated = update_manual(manual, figures)
    assert "| home | 99 | 100 | 100 | 77 KB | 4 |" in updated
    assert "0 messages on 256 pages" in updated
    assert "old" not in updated
    assert updated.startswith("Before\n")
    assert updated.endswith("<!-- /audit -->\nAfter\n")
    assert update_manual(updated, figures) == updated


def test_the_locked_checkers_name_no_registry() -> None:
    lock = json.loads((CHECKERS.parent / "package-lock.json").read_text("utf-8"))
    assert lock["packages"][""]["devDependencies"] == {"lighthouse": "12.8.2", "vnu-jar": "26.9.27"}
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert [
        name for name, package in lock["packages"].items() if name and not package.get("integrity")
    ] == []

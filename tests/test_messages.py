"""Every message of pages is translated into the interface languages, with its placeholders, and none is left over."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.locale.tables import TABLES
from journeybook.pages.messages import messages_for

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("hu", "ru", "fa", "pl", "vi")


def test_catalogues_are_in_step_with_the_code() -> None:
    """Nothing missing, nothing unused, tables made from the catalogues."""
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "messages.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.stderr == ""


def test_no_message_hides_from_the_catalogues() -> None:
    """They are found by the calls `t("…")` and `tn("…", "…")`: a message asked of the words themselves is never translated."""
    hidden = re.compile(r"""\.(?:text|plural)\(\s*f?["']""")
    folders = [ROOT / "generator/journeybook" / name for name in ("pages", "diff")]
    found = [
        path.name
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        if hidden.search(path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_interface_language_has_its_table(lang: str) -> None:
    assert len(TABLES[lang]["messages"]) > 250


def test_numbers_dates_and_lists_follow_the_language() -> None:
    day = datetime.date(2026, 11, 24)
    assert messages_for("en").date(day) == "24 November 2026"
    assert messages_for("hu").date(day) == "2026. november 24."
    assert messages_for("fa").date(day) == "۲۴ نوامبر ۲۰۲۶"
    assert messages_for("en").number(-1.5, 1, sign=True) == "−1.5"
    assert messages_for("fa").number(1, sign=True) == "+۱"
    assert messages_for("ru").number(12345.5, 1) == "12\xa0345,5"
    assert messages_for("en").join(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("lang", "count", "form"),
    [
        ("ru", 1, 0),
        ("ru", 3, 1),
        ("ru", 11, 2),
        ("pl", 2, 1),
        ("pl", 5, 2),
        ("hu", 5, 1),
        ("vi", 5, 0),
    ],
)
def test_plurals_follow_the_language(lang: str, count: int, form: int) -> None:
    words = messages_for(lang)
    expected = TABLES[lang]["messages"]["{count} step"]
    forms = expected if isinstance(expected, list) else [expected]
    shown = forms[min(form, len(forms) - 1)].replace("{count}", str(count))
    assert words.plural("{count} step", "{count} steps", count) == shown


def test_a_region_falls_back_to_its_language_and_then_to_the_site() -> None:
    assert messages_for("fa-IR").lang == "fa"
    assert messages_for("de", "hu").lang == "hu"
    assert messages_for("de").lang == "en"

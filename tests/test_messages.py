"""Messages of the interface: catalogues, plural forms, and English where a translation is missing."""

from __future__ import annotations

import datetime
import gettext
import importlib.util
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from journeybook.locale.tables import TABLES
from journeybook.outputs.site import build
from journeybook.pages import messages as page_messages
from journeybook.pages.messages import messages_for
from sample import INFO

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = sorted(TABLES)
SITE = {
    "site.yaml": b"title: Shoes\nlanguage: hu\n",
    "content/personas/ana.md": b"---\ntitle: Ana\n---\n",
    "content/touchpoints/shop.md": b"---\ntitle: Bolt\n---\n",
}


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`tools/messages.py`, working on a copy of the catalogues."""
    spec = importlib.util.spec_from_file_location("messages_tool", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    folder = tmp_path / "locale"
    shutil.copytree(module.LOCALE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "LOCALE", folder)
    return module


def blank(tool: ModuleType, lang: str, text: str, form: str = "") -> None:
    """Take the translation of a message out of a catalogue, or replace it with `form`."""
    path = tool.LOCALE / f"{lang}.po"
    catalogue = tool.read_catalogue(path)
    message = tool.Message(text)
    assert message in catalogue.forms
    forms = {**catalogue.forms, message: (form,)}
    path.write_text(tool.catalogue_text(tool.Catalogue(lang, forms)), encoding="utf-8")


def test_catalogues_are_in_step_with_the_code(
    tool: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing unused, and tables that come from the catalogues."""
    assert tool.main(["--check"]) == 0, capsys.readouterr().out


def test_a_page_shows_english_where_a_translation_is_missing(
    theme_layers: tuple[Mapping[str, bytes], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    translations = TABLES["hu"]["messages"]
    touchpoints = translations["Touchpoints"]
    whole = build(SITE, theme_layers, INFO).files
    monkeypatch.delitem(translations, "Touchpoints")
    partly = build(SITE, theme_layers, INFO).files
    assert whole is not None
    assert partly is not None
    assert f">{touchpoints}<" in whole["touchpoints/index.html"].decode()
    page = partly["touchpoints/index.html"].decode()
    assert f">{touchpoints}<" not in page
    assert ">Touchpoints<" in page
    assert translations["Journeys"] in page  # the rest stays Hungarian


def test_a_missing_plural_is_counted_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(TABLES["pl"]["messages"], "{count} step")
    words = messages_for("pl")
    assert words.plural("{count} step", "{count} steps", 1) == "1 step"
    assert words.plural("{count} step", "{count} steps", 5) == "5 steps"


def test_a_missing_translation_fails_no_check(tool: ModuleType) -> None:
    blank(tool, "hu", "Touchpoints")
    assert tool.main([]) == 0
    assert tool.main(["--check"]) == 0
    written: dict[str, Any] = {}
    exec((tool.LOCALE / "tables.py").read_text(encoding="utf-8"), written)
    assert "Touchpoints" not in written["TABLES"]["hu"]["messages"]
    assert "Touchpoints" in written["TABLES"]["pl"]["messages"]


def test_a_new_message_needs_no_translation(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new lane passes the tests before `make messages`, and only a release waits for its title."""
    before = tool.missing_lines()
    messages = [*tool.collect_messages(), tool.Message("A new lane")]
    monkeypatch.setattr(tool, "collect_messages", lambda: messages)
    assert tool.main(["--check"]) == 0
    assert tool.main(["--release-check"]) == 1
    lines = [f"{lang}: A new lane" for lang in LANGUAGES]
    assert set(capsys.readouterr().out.splitlines()) == {*before, *lines}


def test_a_message_that_is_no_longer_used_fails_the_check(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fewer = tool.collect_messages()[1:]
    monkeypatch.setattr(tool, "collect_messages", lambda: fewer)
    assert tool.main(["--check"]) == 1
    assert "hu.po: out of step with the code, run `make messages`" in capsys.readouterr().out


def test_a_release_check_names_language_and_message(
    tool: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tool.missing_lines()
    blank(tool, "fa", "Touchpoints")
    assert tool.main(["--release-check"]) == 1
    assert set(capsys.readouterr().out.splitlines()) == {*before, "fa: Touchpoints"}


def test_a_translation_that_loses_a_placeholder_counts_as_missing(tool: ModuleType) -> None:
    blank(tool, "ru", "Results: {count}", "Найдено")
    assert "ru: Results: {count}" in tool.missing_lines()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_count_as_the_catalogue_says(tool: ModuleType, lang: str) -> None:
    """The rule of pages is the formula that translators see, whatever the version of Babel."""
    rule = tool.PLURALS.get(lang, tool.TWO_FORMS)
    form_of = gettext.c2py(rule.formula)  # type: ignore[attr-defined]
    numbers = range(250)
    assert [page_messages._PLURALS[TABLES[lang]["plural"]](n) for n in numbers] == [
        form_of(n) for n in numbers
    ]
    assert max(map(form_of, numbers)) + 1 == rule.forms
    catalogue = tool.read_catalogue(tool.LOCALE / f"{lang}.po")
    assert {len(forms) for message, forms in catalogue.forms.items() if message.plural} == {
        rule.forms
    }


def test_no_message_hides_from_the_catalogues() -> None:
    """Only calls such as `t("…")` and `tn("…", "…")` are collected; `messages.text("…")` is not."""
    hidden = re.compile(r"""\.(?:text|plural)\(\s*f?["']""")
    folders = [ROOT / "generator/journeybook" / name for name in ("pages", "diff")]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    assert [path.name for path in paths if hidden.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_interface_language_has_its_table(lang: str) -> None:
    assert TABLES[lang].keys() == page_messages._ENGLISH.keys()


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
        ("hu", 5, 0),
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

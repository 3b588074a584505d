"""Translated versions of one map."""

from __future__ import annotations

from journeybook.insight.translation import is_outdated, language_versions
from sites import info, site

SOURCE = "content/journeys/ana/buy.md"
PERSIAN = "content/journeys/ana/buy-fa.md"
FILES = {
    SOURCE: "---\ntitle: I buy shoes\nreviewed: 2026-09-01\n---\n",
    PERSIAN: "---\ntitle: کفش می‌خرم\nlang: fa\ntranslation-of: ana/buy\nreviewed: 2026-09-02\n---\n",
    "content/journeys/ana/buy-hu.md": "---\ntitle: Cipőt veszek\nlang: hu\ntranslation-of: ana/buy\n---\n",
}


def test_language_versions_list_each_other_with_the_source_first() -> None:
    result = site(FILES)
    names = {
        j.id: [other.id for other in language_versions(j, result.catalog)]
        for j in result.catalog.journeys
    }
    assert names == {
        "ana/buy": ["ana/buy-fa", "ana/buy-hu"],
        "ana/buy-fa": ["ana/buy", "ana/buy-hu"],
        "ana/buy-hu": ["ana/buy", "ana/buy-fa"],
    }


def test_a_translation_is_outdated_when_its_source_changed_later() -> None:
    result = site(FILES)
    persian, hungarian = result.journey("ana/buy-fa"), result.journey("ana/buy-hu")
    assert not is_outdated(persian, result.catalog, info())
    assert is_outdated(persian, result.catalog, info({SOURCE: "2026-09-20"}))
    assert not is_outdated(
        persian, result.catalog, info({SOURCE: "2026-09-20", PERSIAN: "2026-09-21"})
    )
    assert not is_outdated(hungarian, result.catalog, info()), (
        "without a date, no translation is outdated"
    )
    assert not is_outdated(result.journey("ana/buy"), result.catalog, info())


def test_a_translation_of_itself_is_a_circle() -> None:
    assert "JB151" in site({SOURCE: "---\ntitle: I buy\ntranslation-of: ana/buy\n---\n"}).codes

"""The customer's voice, the customer's stages, permanent step IDs."""

from __future__ import annotations

import pytest

from journeybook.checks.first_person import is_first_person
from sites import BUY, at, buy, site


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "I buy running shoes"),
        ("en", "I'd rather not choose"),
        ("en", "We’re moving"),
        ("en", "Why is it so dear?"),
        ("en", '"Never again"'),
        ("en-GB", "The shoes that fit my feet"),
        ("hu", "Cipőt veszek a futóversenyre"),
        ("ru", "Я покупаю кроссовки"),
        ("ru", "Выбираю насосы для цеха"),
        ("fa", "پمپ‌های انتقال شیر را عوض می‌کنم"),
        ("pl", "Kupuję buty do biegania"),
        ("vi", "Tôi mua đôi giày chạy đầu tiên"),
    ],
)
def test_titles_that_a_customer_would_say(lang: str, title: str) -> None:
    assert is_first_person(title, lang) is True


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Sell shoes online"),
        ("en", "Lead nurturing 2026"),
        ("ru", "Воронка"),
        ("pl", "Sprzedaż online"),
        ("vi", "Bán giày"),
        ("fa", "فروش کفش"),
    ],
)
def test_titles_that_only_the_company_would_say(lang: str, title: str) -> None:
    assert is_first_person(title, lang) is False


def test_a_language_without_a_table_is_not_checked() -> None:
    assert is_first_person("Schuhe verkaufen", "de") is None
    assert not buy("---\ntitle: Schuhe verkaufen\nlang: de\n---\n").found("JB401")


def test_the_title_is_judged_in_the_language_of_the_file_or_the_site() -> None:
    assert buy("---\ntitle: Tôi mua giày\n---\n").found("JB401")
    assert not buy("---\ntitle: Tôi mua giày\nlang: vi\n---\n").found("JB401")
    assert not site(
        {BUY: "---\ntitle: Tôi mua giày\n---\n", "site.yaml": "title: x\nlanguage: vi\n"}
    ).found("JB401")


def test_service_and_employee_journeys_and_broken_files_have_no_voice() -> None:
    assert not buy("---\ntitle: Repair visit\nkind: service\n---\n").found("JB401")
    assert not buy("---\ntitle: [\n---\n").found("JB401")


@pytest.mark.parametrize(
    "name",
    [
        "Sales",
        "The Sales team",
        "Customer support",
        "Marketing phase",
        "IT",
        "Продажи",
        "Dział sprzedaży",
    ],
)
def test_stages_named_after_departments(name: str) -> None:
    finding = buy(f"---\ntitle: I buy\n---\n## {name}\n### I pay\n").one("JB402")
    assert at(finding)[:2] == (4, 1)
    assert finding.message == f"the stage `{name}` is named after a department"


@pytest.mark.parametrize("name", ["Decision", "After-sales", "Service", "I ask the sales team"])
def test_stages_named_after_what_the_customer_does(name: str) -> None:
    assert not buy(f"---\ntitle: I buy\n---\n## {name}\n### I pay\n").found("JB402")


def test_a_department_in_the_registry_is_reported_once_where_it_is_declared() -> None:
    config = "title: x\nstages:\n  - id: sales\n    name: Sales\n  - id: use\n"
    result = site({BUY: "---\ntitle: I buy\n---\n## Sales\n### I pay\n", "site.yaml": config})
    assert result.one("JB402").span.file == "site.yaml"
    assert at(result.one("JB402")) == (4, 11, 4, 16)


def test_steps_of_an_approved_map_need_ids() -> None:
    text = "---\ntitle: I buy\nstatus: approved\n---\n## Decision\n### I try {#try}\n### I pay\n### I leave\n"
    finding = buy(text).one("JB403")
    assert at(finding)[:2] == (7, 1)
    assert finding.message == "the step `I pay` has no ID, and 1 more"
    assert finding.hint == "add an ID to the heading: `{#i-pay}`"
    assert not buy(text.replace("approved", "review")).found("JB403")

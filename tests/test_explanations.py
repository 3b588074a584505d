"""Every explanation is true: its bad example has the finding, its good example does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journeybook.checks.explain import all_explanations, explanation
from journeybook.diagnostics import Severity
from journeybook.faults import Explanation
from sites import site

ALL = all_explanations()
SHOWN = [one for one in ALL if not one.staged]
ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.code)
def test_the_bad_example_has_the_finding(one: Explanation) -> None:
    found = site(one.files("bad")).found(one.code)
    assert found, f"{one.code} is not found in its bad example"
    assert found[0].severity in (one.severity, Severity.ERROR, Severity.WARNING)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_the_good_example_has_no_error_and_not_this_finding(one: Explanation) -> None:
    if one.good.startswith("("):
        return
    result = site(one.files("good"))
    assert not result.found(one.code)
    assert not [finding for finding in result.findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.code)
def test_an_explanation_reads_well(one: Explanation) -> None:
    assert re.fullmatch(r"JB[1-4]\d\d", one.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.name)
    assert one.title.endswith(".")
    assert one.why.endswith((".", "?"))
    assert one.bad.strip() != one.good.strip()


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.code)
def test_messages_are_lower_case_without_a_full_stop(one: Explanation) -> None:
    for finding in site(one.files("bad")).findings:
        words = re.sub(r"^(UTF|YAML)", "", finding.message)
        assert words[:1] == words[:1].lower(), finding.message
        assert not finding.message.endswith("."), finding.message
        assert not finding.hint.endswith("."), finding.hint


def test_codes_and_names_are_each_used_once() -> None:
    assert len({one.code for one in ALL}) == len({one.name for one in ALL}) == len(ALL)


def test_an_explanation_is_found_by_code_and_by_name_in_any_case() -> None:
    for one in ALL:
        assert (
            explanation(one.code)
            == explanation(one.code.lower())
            == explanation(f" {one.name.upper()} ")
            == one
        )
    assert explanation("JB999") is None


def test_every_code_in_the_source_is_explained_and_every_explained_code_is_used() -> None:
    sources = {path: path.read_text() for path in (ROOT / "generator/journeybook").rglob("*.py")}
    written = {code for text in sources.values() for code in re.findall(r"\bJB\d{3}\b", text)}
    explained = {one.code for one in ALL}
    used = {
        code
        for path, text in sources.items()
        if path.name != "faults.py" or path.parent.name == "prose"
        for code in re.findall(r'"(JB\d{3})"', text)
    }
    assert written <= explained
    assert explained <= used


def test_findings_that_need_more_than_text_have_a_test_elsewhere() -> None:
    tests = "\n".join(
        path.read_text()
        for path in (ROOT / "tests").rglob("test_*.py")
        if path.name != Path(__file__).name
    )
    assert not [one.code for one in ALL if one.staged and one.code not in tests]

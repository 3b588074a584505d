"""Levels of rules in `site.yaml`, and what holds for every run."""

from __future__ import annotations

import pytest

from journeybook.checks.explain import all_explanations
from journeybook.checks.run import all_rules
from journeybook.diagnostics import Severity
from sites import BUY, at, site

DEPARTMENT = {BUY: "---\ntitle: I buy\n---\n## Marketing team\n### I look {#look}\n"}


def with_checks(lines: str) -> dict[str, str]:
    return {**DEPARTMENT, "site.yaml": f"title: Ours\nchecks:\n{lines}"}


@pytest.mark.parametrize("name", ["JB402", "jb402", "stage-named-after-a-department"])
@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_a_rule_has_the_level_that_the_site_gives_it(name: str, level: str) -> None:
    assert site(with_checks(f"  {name}: {level}\n")).one("JB402").severity == Severity(level)


@pytest.mark.parametrize("level", ["off", '"off"', "OFF"])
def test_a_rule_can_be_switched_off(level: str) -> None:
    assert not site(with_checks(f"  JB402: {level}\n")).found("JB402")


def test_a_level_that_does_not_exist_leaves_the_default() -> None:
    result = site(with_checks("  JB402: loud\n"))
    assert result.one("JB402").severity is Severity.WARNING
    assert (
        result.one("JB117").message
        == "`checks.JB402` is `loud`; expected one of off, info, warning, error"
    )


def test_an_unknown_rule_is_a_finding_with_the_nearest_name() -> None:
    finding = site(with_checks("  flat-emotion-curv: off\n")).one("JB119")
    assert at(finding) == (3, 3, 3, 20)
    assert finding.message == "unknown rule `flat-emotion-curv`"
    assert finding.hint == "did you mean `flat-emotion-curve`?"


@pytest.mark.parametrize("name", ["JB102", "unknown-reference"])
def test_a_fault_cannot_be_switched_off(name: str) -> None:
    finding = site(with_checks(f"  {name}: off\n")).one("JB119")
    assert finding.message == f"`{name}` cannot be switched off (only rules from JB2xx can)"


def test_faults_and_rules_have_their_own_ranges_of_codes() -> None:
    rules = {rule.code for rule in all_rules()}
    assert {code[:3] for code in rules} == {"JB2", "JB3", "JB4"}
    assert all(one.code in rules or one.code < "JB200" for one in all_explanations())


def test_a_first_draft_has_no_findings() -> None:
    draft = """---
title: I buy running shoes
---
Why do so many leave without shoes?

## Awareness
### I look for shoes
- does: types "shoes" into a search engine
- emotion: 0 curious
- says: "They all look the same."
- pain: Too many to choose from !high
## Decision
### I try them on
- emotion: 0 unsure
- moment of truth: they fit, or I leave
### I pay
- emotion: 0 fine
## Retention
"""
    assert not site({BUY: draft}).findings


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"---\n", b"---\ntitle: [\n---\n## a\n### b\n- next: c\n"]
)
def test_rules_add_nothing_to_the_findings_of_broken_files(content: bytes) -> None:
    result = site({BUY: content})
    assert result.findings
    assert not [code for code in result.codes if code >= "JB200"]

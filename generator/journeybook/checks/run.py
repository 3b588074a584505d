"""Run the rules over a catalog at the levels that `site.yaml` gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.checks import (
    evidence,
    moments,
    owners,
    paths,
    people,
    shape,
    tags,
    trust,
    unused,
    wording,
)
from journeybook.checks.dates import impossible_dates
from journeybook.checks.rule import RULES, Rule
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean, shortened
from journeybook.faults import FAULTS, Explanation, fault
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Text

THEMES = (trust, evidence, moments, owners, people, shape, paths, unused, wording, tags)
"""The modules whose import registers the rules."""


def run(catalog: Catalog, info: BuildInfo) -> tuple[Diagnostic, ...]:
    """Every finding of the rules that are not switched off, in order of rule, and the dates that
    cannot be true.

    Findings about `checks:` in `site.yaml` itself come first.
    """
    levels, findings = _levels(catalog.config)
    for rule in all_rules():
        severity = levels.get(rule.code, rule.severity)
        if severity is not None:
            findings += _findings(rule, severity, catalog, info)
    findings += impossible_dates(catalog, info)
    return tuple(findings)


def all_rules() -> tuple[Rule, ...]:
    """Every rule in order of its code."""
    return tuple(RULES[code] for code in sorted(RULES))


def _findings(
    rule: Rule, severity: Severity, catalog: Catalog, info: BuildInfo
) -> Iterator[Diagnostic]:
    for span, message, *hints in rule.check(catalog, info):
        hint = shortened(hints[0]) if hints else ""
        yield Diagnostic(rule.code, severity, shortened(message), span, hint)


def _levels(config: SiteConfig) -> tuple[dict[str, Severity | None], list[Diagnostic]]:
    """The levels set in `site.yaml`, by code of the rule (None for off), and a finding for each
    unknown rule."""
    codes = _codes(RULES.values())
    levels: dict[str, Severity | None] = {}
    findings = []
    for name, level in config.checks:
        code = codes.get(name.strip().lower())
        if code is None:
            findings.append(_not_a_rule(name))
        else:
            levels[code] = None if level == "off" else Severity(str(level))
    return levels, findings


def _not_a_rule(name: Text) -> Diagnostic:
    if name.strip().lower() in _codes(FAULTS.values()):
        message = f"`{name}` cannot be switched off (only rules from JB2xx can)"
        return fault("JB119", name.span, message, "delete this line")
    names: list[str] = []
    for rule in RULES.values():
        names += (rule.code, rule.name)
    hint = did_you_mean(name, names) or "run `journeybook explain` to list the rules"
    return fault("JB119", name.span, f"unknown rule `{name}`", hint)


def _codes(rules: Iterable[Rule | Explanation]) -> dict[str, str]:
    """The code of a rule or fault by its code and by its name, both in lower case."""
    codes: dict[str, str] = {}
    for row in rules:
        codes[row.code.lower()] = row.code
        codes[row.name] = row.code
    return codes

"""Run the rules over a catalog at the levels that `site.yaml` gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeybook.catalog.catalog import Catalog
from journeybook.checks import evidence, moments, owners, paths, shape, trust, unused, wording
from journeybook.checks.rule import RULES, Rule
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean, shortened
from journeybook.faults import FAULTS, fault
from journeybook.insight.build_info import BuildInfo
from journeybook.schema.site_config import SiteConfig

THEMES = (trust, evidence, moments, owners, shape, paths, unused, wording)
"""The modules whose import registers the rules."""


def run(catalog: Catalog, info: BuildInfo) -> tuple[Diagnostic, ...]:
    """Every finding of every rule that is not switched off, by code; and what `checks:` in
    `site.yaml` gets wrong."""
    levels, problems = _levels(catalog.config)
    found = [finding for rule in all_rules() for finding in _findings(rule, levels, catalog, info)]
    return (*problems, *found)


def all_rules() -> tuple[Rule, ...]:
    """Every rule in order of its code."""
    return tuple(RULES[code] for code in sorted(RULES))


def _findings(
    rule: Rule, levels: Mapping[str, Severity | None], catalog: Catalog, info: BuildInfo
) -> Iterator[Diagnostic]:
    severity = levels.get(rule.code, rule.severity)
    if severity is None:
        return
    for found in rule.check(catalog, info):
        hint = shortened(found[2]) if len(found) == 3 else ""
        yield Diagnostic(rule.code, severity, shortened(found[1]), found[0], hint)


def _levels(config: SiteConfig) -> tuple[dict[str, Severity | None], tuple[Diagnostic, ...]]:
    """Rule code -> level (None for off) as `site.yaml` says by code or name, and the names that no
    rule has."""
    codes = {key: rule.code for rule in RULES.values() for key in (rule.code.lower(), rule.name)}
    faults = {key for row in FAULTS.values() for key in (row.code.lower(), row.name)}
    levels: dict[str, Severity | None] = {}
    problems = []
    for name, level in config.checks:
        wanted = name.strip().lower()
        if wanted in codes:
            levels[codes[wanted]] = None if level == "off" else Severity(str(level))
        elif wanted in faults:
            message = f"`{name}` cannot be switched off (only rules from JB2xx can)"
            problems.append(fault("JB119", name.span, message, "delete this line"))
        else:
            known = [key for rule in RULES.values() for key in (rule.code, rule.name)]
            hint = did_you_mean(name, known) or "run `journeybook explain` to list the rules"
            problems.append(fault("JB119", name.span, f"unknown rule `{name}`", hint))
    return levels, tuple(problems)

"""Findings in the formats of GitHub, GitLab and SARIF."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from journeybook.checks.explain import all_explanations
from journeybook.diagnostics import Diagnostic, Related, Severity
from journeybook.report.findings_report import FindingsReport
from journeybook.report.fingerprints import fingerprints
from journeybook.report.github import as_github
from journeybook.report.gitlab import as_gitlab
from journeybook.report.sarif import as_sarif
from journeybook.text import Source, Span

ROOT = Path(__file__).parents[2]
PATH = "content/journeys/ana/buy.md"
TEXT = (
    "---\ntitle: I buy\n---\n## Decision\n### I try 👟👟 them on {#try}\n- touchpoint: shop-flor\n"
)

# No package carries a schema of GitLab's format; this says what its manual asks for.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"^[^/]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def finding(message: str = "unknown touchpoint `shop-flor`", **more: Any) -> Diagnostic:
    given = {"span": Span(PATH, 6, 15, 6, 24), "hint": "did you mean `shop-floor`?", **more}
    return Diagnostic(
        given.pop("code", "JB102"), given.pop("severity", Severity.ERROR), message, **given
    )


def report(*found: Diagnostic, text: str = TEXT, prefix: str = "") -> FindingsReport:
    return FindingsReport(found, 1, {PATH: Source(PATH, text)}, prefix, "0.1.0")


def sarif_schema() -> Any:
    """The schema that Microsoft's matchers bring along."""
    return json.loads(
        (ROOT / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text(
            "utf-8"
        )
    )


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: its name, its properties, its message."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match, line
    properties = dict(one.split("=", 1) for one in match[2].split(","))

    def unescaped(text: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, sign)
        return text

    return (
        match[1],
        {key: unescaped(value) for key, value in properties.items()},
        unescaped(match[3]),
    )


def test_github_gets_a_command_and_a_count() -> None:
    assert as_github(report(finding())) == (
        f"::error file={PATH},line=6,endLine=6,col=15,endColumn=24,title=JB102 unknown-reference::unknown touchpoint `shop-flor`; did you mean `shop-floor`?\n1 error in 1 file\n"
    )


def test_warnings_and_infos_have_their_own_commands_and_several_lines_no_columns() -> None:
    long = Span(PATH, 2, 1, 4, 3)
    made = as_github(
        report(finding(severity=Severity.WARNING, span=long), finding(severity=Severity.INFO))
    )
    assert made.startswith(f"::warning file={PATH},line=2,endLine=4,title=")
    assert "\n::notice file=" in made


@pytest.mark.parametrize(
    "hostile",
    ["100% sure, or: not", "a\r\n::error::owned", "\n::set-output name=x::y", "%0A::stop::", "::"],
)
def test_author_text_neither_starts_a_command_nor_ends_a_property(hostile: str) -> None:
    made = as_github(
        report(finding(hostile, hint=hostile, span=Span(f"content/{hostile}.md", 1, 1, 1, 2)))
    )
    lines = made.splitlines()
    assert len(lines) == 2
    name, properties, message = read_command(lines[0])
    assert (name, properties["line"]) == ("error", "1")
    assert properties["file"] == f"content/{hostile}.md"
    assert message.count("; ") == 1
    if "\n" not in hostile:
        assert message == f"{hostile}; {hostile}"


def test_github_shows_ten_of_each_level_and_counts_the_rest() -> None:
    many = [
        finding(severity=level, span=Span(PATH, at, 1, at, 2))
        for level in Severity
        for at in range(1, 14)
    ]
    lines = as_github(report(*many)).splitlines()
    for command in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{command} ") for line in lines) == 10
    assert sum("3 more at level" in line for line in lines) == 3
    assert lines[-1] == "13 errors, 13 warnings, 13 infos in 1 file"


def test_paths_start_at_the_root_of_the_repository() -> None:
    one = report(finding(), prefix="our maps/")
    assert "file=our maps/content/" in as_github(one)
    assert json.loads(as_gitlab(one))[0]["location"]["path"] == f"our maps/{PATH}"
    assert f"our%20maps/{PATH}" in as_sarif(one)


def test_gitlab_gets_a_code_quality_report() -> None:
    made = json.loads(
        as_gitlab(
            report(finding(), finding(severity=Severity.INFO), finding("\u202ex", code="JB999"))
        )
    )
    jsonschema.validate(made, CODE_QUALITY)
    assert [one["severity"] for one in made] == ["critical", "info", "critical"]
    assert made[2]["description"].startswith("<U+202E>x")
    assert json.loads(as_gitlab(report())) == []


def test_a_fingerprint_survives_edits_elsewhere_and_a_new_wording() -> None:
    before = fingerprints(report(finding()))
    moved = finding("nothing is called so", span=Span(PATH, 8, 15, 8, 24))
    assert fingerprints(report(moved, text="---\n\n\n" + TEXT.removeprefix("---\n"))) == before
    assert fingerprints(report(finding(code="JB103"))) != before
    assert fingerprints(report(finding(), text=TEXT.replace("flor", "flur"))) != before


def test_equal_findings_on_equal_lines_have_different_fingerprints() -> None:
    twice = fingerprints(
        report(finding(), finding("another"), finding(span=Span("gone.md", 1, 1, 1, 2)))
    )
    assert len(set(twice)) == 3


def test_sarif_is_valid_and_includes_the_explanations() -> None:
    other = Related(Span(PATH, 2, 1, 2, 6), "first used here")
    log = json.loads(
        as_sarif(
            report(
                finding(related=(other,)),
                finding("x", code="JB201", severity=Severity.WARNING, hint=""),
            )
        )
    )
    jsonschema.Draft7Validator(sarif_schema()).validate(log)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["JB102", "JB201"]
    assert "Bad:" in run["tool"]["driver"]["rules"][0]["help"]["markdown"]
    first = run["results"][0]
    assert (first["ruleIndex"], first["level"]) == (0, "error")
    assert first["relatedLocations"][0]["message"]["text"] == "first used here"
    assert first["partialFingerprints"]


def test_the_schema_of_sarif_rejects_what_is_wrong() -> None:
    log = json.loads(as_sarif(report(finding())))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(sarif_schema()).validate(log)


def test_sarif_is_valid_for_every_code_there_is() -> None:
    every = [finding(code=one.code, severity=one.severity) for one in all_explanations()]
    jsonschema.Draft7Validator(sarif_schema()).validate(json.loads(as_sarif(report(*every))))


def test_sarif_counts_columns_in_utf_16() -> None:
    run = json.loads(as_sarif(report(finding(span=Span(PATH, 5, 11, 5, 13)))))["runs"][0]
    assert TEXT.split("\n")[4][10:12] == "👟👟"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert (region["startColumn"], region["endColumn"]) == (11, 15)
    after = json.loads(as_sarif(report(finding(span=Span(PATH, 5, 12, 5, 99)))))["runs"][0]
    region = after["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (13, 101)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/a b%#?.md", "content/a%20b%25%23%3F.md"),
        ("content/旅.md", "content/%E6%97%85.md"),
        ("c:/x.md", "c%3A/x.md"),
    ],
)
def test_addresses_in_sarif_are_relative_and_encoded(path: str, uri: str) -> None:
    log = json.loads(as_sarif(report(finding(span=Span(path, 1, 1, 1, 2)))))
    jsonschema.Draft7Validator(sarif_schema()).validate(log)
    assert (
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == uri
    )


def test_author_text_is_never_a_link_in_a_message_of_sarif() -> None:
    log = json.loads(as_sarif(report(finding("nothing is called `[click](https://evil.example)`"))))
    assert "](" not in log["runs"][0]["results"][0]["message"]["text"]

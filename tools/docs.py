"""Write the files that are generated from the code.

`python tools/docs.py` writes the reference pages in `docs/`, the example in `docs/review.md` and the
style sheet of drawn diagrams. With `--check`, it only reports which are out of date (a test does so).
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from review_example import update_example

from journeybook import vocabulary as v
from journeybook.budget import limits
from journeybook.checks.explain import all_explanations
from journeybook.cli import cli
from journeybook.diagrams.stylesheet import stylesheet
from journeybook.diff.kinds import KINDS
from journeybook.report.changes_json import schema
from journeybook.schema.documents import DOCUMENT_TYPES, Member
from journeybook.schema.fields import JsonSchema, declared
from journeybook.schema.site_config import (
    Comparison,
    Lanes,
    OwnLane,
    Repository,
    SiteConfig,
    StageDefinition,
    Theme,
)
from journeybook.workflow.outcome import EXIT_CODES

ROOT = Path(__file__).resolve().parent.parent
NOTICE = "<!-- Generated from the code by `python tools/docs.py`. Do not edit. -->"
VIEWS = ("views.py", "answers/views.py", "changes/views.py")
HELP_WIDTH = 100
LONGEST_EXAMPLE = 800

# Findings
# --------------------------------------------------------------------------------------------------


def findings() -> str:
    """Every finding with its explanation."""
    lines = [
        NOTICE,
        "",
        "# Findings",
        "",
        "The findings that `journeybook check` reports. The level of rules (JB2xx and up) can be set in",
        "`site.yaml` under `checks`; errors in syntax and references (JB1xx) cannot be switched off.",
        "",
    ]
    for finding in sorted(all_explanations(), key=lambda explanation: explanation.code):
        lines += [f"## {finding.code} {finding.name}", ""]
        lines += [f"*{finding.severity}* · {finding.title}", "", finding.why, ""]
        lines += _example("Bad", finding.bad)
        lines += _example("Good", finding.good)
    return "\n".join(lines)


def _example(label: str, text: str) -> list[str]:
    if not text.strip():
        return []
    return [f"{label}:", "", "````text", _printable(text.rstrip("\n")), "````", ""]


def _printable(text: str) -> str:
    """An example with its control characters spelled out, shortened where it shows a size limit."""
    printable = "".join(f"<U+{ord(c):04X}>" if _is_hidden(c) else c for c in text)
    return printable if len(printable) < LONGEST_EXAMPLE else printable[:300] + " …"


def _is_hidden(character: str) -> bool:
    return (character < " " and character not in "\n\t") or character == "\u202e"


# Fields, facts, site.yaml
# --------------------------------------------------------------------------------------------------


def fields() -> str:
    """The front matter of each kind of file, facts, and site.yaml."""
    lines = [NOTICE, "", "# Fields and facts", ""]
    for name, document in DOCUMENT_TYPES.items():
        kind = v.KINDS[name]
        lines += [f"## {kind.title} (`content/{kind.folder}/`)", "", *_field_table(document), ""]
        if name == "journey":
            lines += ["### A member of `committee`", "", *_field_table(Member), ""]
    lines += ["## Facts of stages and steps", "", *_fact_table(), ""]
    lines += ["## `site.yaml`", "", *_field_table(SiteConfig), ""]
    sections: dict[str, type] = {
        "stages": StageDefinition,
        "theme": Theme,
        "lanes": Lanes,
        "lanes.own": OwnLane,
        "repository": Repository,
        "diff": Comparison,
    }
    for title, section in sections.items():
        lines += [f"### `{title}`", "", *_field_table(section), ""]
    lines += ["### `limits`", "", *_limit_table(), ""]
    return "\n".join(lines)


def _fact_table() -> list[str]:
    rows = ["| fact | allowed in | value | may be repeated | refers to |", "|---|---|---|---|---|"]
    for fact in v.FACTS.values():
        repeat = "yes" if fact.many else "no"
        rows.append(f"| `{fact.key}` | {_place(fact)} | {fact.value} | {repeat} | {fact.targets} |")
    return rows


def _place(fact: v.FactKey) -> str:
    if fact.stage_only:
        return "stage"
    return "step" if fact.step_only else "stage, step"


def _limit_table() -> list[str]:
    rows = ["| key | default | maximum | applies to |", "|---|---|---|---|"]
    for limit in limits():
        default = f"{limit.value:,} {limit.unit}".strip()
        maximum = f"{limit.most:,} {limit.unit}".strip() if limit.can_be_raised else "fixed"
        rows.append(f"| `{limit.key}` | {default} | {maximum} | {limit.meaning} |")
    return rows


def _field_table(document: type) -> list[str]:
    rows = ["| key | value | meaning |", "|---|---|---|"]
    for key, (_, field) in declared(document).items():
        required = " (required)" if field.required else ""
        rows.append(f"| `{key}`{required} | {_value(field.type.schema())} | {field.doc} |")
    return rows


def _value(schema: JsonSchema) -> str:
    """The values that a field accepts, in words."""
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        return _alternatives(schema["anyOf"])
    if "description" in schema:
        return str(schema["description"]).removeprefix("Expected: ")
    words = {"object": "a mapping", "array": "a list"}
    kind = schema.get("type")
    return words.get(kind, "text") if isinstance(kind, str) else "text"


def _alternatives(schemas: list[JsonSchema]) -> str:
    lists = [schema for schema in schemas if schema.get("type") == "array"]
    if lists:
        return "one or more: " + _value(lists[0].get("items", {}))
    values = [_value(schema) for schema in schemas]
    return " or ".join(dict.fromkeys(values))


# Templates
# --------------------------------------------------------------------------------------------------


def templates() -> str:
    """The views that templates get, from their docstrings and those of their fields."""
    lines = [
        NOTICE,
        "",
        "# Template reference",
        "",
        "A template gets `page`, one of the views whose names end in `View`, and `site` (`SiteView`).",
        "Translate text with `t('…')` and `tn('one', 'many', count)`; insert icons with `icon('name')`.",
        "",
    ]
    for view in _views():
        lines += [f"## {view.name}", "", _description(view), ""]
        lines += ["| field | type | meaning |", "|---|---|---|", *_view_fields(view), ""]
    return "\n".join(lines)


def _views() -> Iterator[ast.ClassDef]:
    for name in VIEWS:
        module = ast.parse((ROOT / "generator/journeybook/pages" / name).read_text("utf-8"))
        yield from (node for node in module.body if isinstance(node, ast.ClassDef))


def _description(view: ast.ClassDef) -> str:
    text = ast.get_docstring(view) or ""
    if view.bases and isinstance(view.bases[0], ast.Name):
        return f"{text} (and all fields of `{view.bases[0].id}`)"
    return text


def _view_fields(view: ast.ClassDef) -> Iterator[str]:
    """One row a field. A field is documented by the string below it."""
    for at, node in enumerate(view.body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            kind = ast.unparse(node.annotation).replace("|", "\\|")
            meaning = _string(view.body[at + 1]) if at + 1 < len(view.body) else ""
            yield f"| `{node.target.id}` | `{kind}` | {' '.join(meaning.split())} |"


def _string(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return str(node.value.value)
    return ""


# Commands
# --------------------------------------------------------------------------------------------------


def commands() -> str:
    """`--help` of every command."""
    program = _context(cli, "journeybook", None)
    lines = [NOTICE, "", "# Commands", "", *_help(program), *_exit_codes()]
    for command in _subcommands(program):
        lines += [f"## {command.command_path}", "", *_help(command)]
        for inner in _subcommands(command):
            lines += [f"### {inner.command_path}", "", *_help(inner)]
    return "\n".join(lines)


def _exit_codes() -> list[str]:
    rows = [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    return ["## Exit codes", "", "| code | meaning |", "|---|---|", *rows, ""]


def _subcommands(parent: click.Context) -> Iterator[click.Context]:
    if isinstance(parent.command, click.Group):
        for name in parent.command.list_commands(parent):
            command = parent.command.get_command(parent, name)
            assert command is not None
            yield _context(command, name, parent)


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(
        command,
        info_name=name,
        parent=parent,
        max_content_width=HELP_WIDTH,
        terminal_width=HELP_WIDTH,
    )


def _help(context: click.Context) -> list[str]:
    return ["```text", context.command.get_help(context), "```", ""]


# Changes
# --------------------------------------------------------------------------------------------------


def changes() -> str:
    """Every kind of change that `journeybook diff` reports."""
    lines = [
        NOTICE,
        "",
        "# Kinds of change",
        "",
        "The changes that `journeybook diff` reports ([how to read them](review.md)). To change an impact,",
        "name the kind by its code or name in `site.yaml`: `diff: {impact: {step-moved: low}}`.",
        "",
        "| code | name | impact | sentence |",
        "|---|---|---|---|",
    ]
    for kind in KINDS.values():
        lines.append(f"| {kind.code} | `{kind.name}` | {kind.impact} | {kind.sentence} |")
    return "\n".join(lines)


def changes_schema() -> str:
    """The JSON Schema of `journeybook diff --format json`."""
    return json.dumps(schema(), indent=2)


def review_page() -> str:
    """The page about reviews, with its example up to date."""
    return update_example((ROOT / "docs/review.md").read_text("utf-8"))


GENERATED: dict[str, Callable[[], str]] = {
    "docs/findings.md": findings,
    "docs/fields.md": fields,
    "docs/templates.md": templates,
    "docs/commands.md": commands,
    "docs/changes.md": changes,
    "docs/changes.schema.json": changes_schema,
    "docs/review.md": review_page,
    "generator/journeybook/diagrams/drawn.css": stylesheet,
}
"""Every file that follows from the code, and the function that returns its text."""


def main() -> int:
    only_check = "--check" in sys.argv
    stale = False
    for name, generate in GENERATED.items():
        path = ROOT / name
        text = generate().rstrip() + "\n"
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale = True
        if only_check:
            print(f"out of date: {name}; run `make docs`")
        else:
            path.write_text(text, "utf-8", newline="\n")
            print(f"wrote {name}")
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main())

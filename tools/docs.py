"""Write the pages of the manual that follow from the code: findings, fields and facts, template
views, commands.

`python tools/docs.py` writes them into `docs/`; `--check` only says whether one is out of date (a
test does).
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import click

from journeybook import vocabulary as v
from journeybook.budget import limits
from journeybook.checks.explain import all_explanations
from journeybook.diff.kinds import KINDS
from journeybook.pages import views
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

ROOT = Path(__file__).resolve().parent.parent
MADE = "<!-- Generated from the code by `python tools/docs.py`. Do not edit. -->"


def findings() -> str:
    """Every finding with its explanation."""
    lines = [
        MADE,
        "",
        "# Findings",
        "",
        (
            "The findings that `journeybook check` reports. The level of rules (JB2xx and up) can "
            "be set in"
        ),
        (
            "`site.yaml` under `checks`; errors in syntax and references (JB1xx) cannot be "
            "switched off."
        ),
        "",
    ]
    for one in sorted(all_explanations(), key=lambda e: e.code):
        lines += [
            f"## {one.code} {one.name}",
            "",
            f"*{one.severity}* · {one.title}",
            "",
            one.why,
            "",
        ]
        for which, label in (("bad", "Bad"), ("good", "Good")):
            text = getattr(one, which)
            if text.strip():
                lines += [f"{label}:", "", "````text", _visible(text.rstrip("\n")), "````", ""]
    return "\n".join(lines)


def _visible(text: str) -> str:
    shown = "".join(
        f"<U+{ord(c):04X}>" if (ord(c) < 32 and c not in "\n\t") or c == "\u202e" else c
        for c in text
    )
    return shown if len(shown) < 800 else shown[:300] + " …"


def fields() -> str:
    """Front-matter fields of each kind, facts, and site.yaml."""
    lines = [MADE, "", "# Fields and facts", ""]
    for name, cls in DOCUMENT_TYPES.items():
        lines += [
            f"## {v.KINDS[name].title} (`content/{v.KINDS[name].folder}/`)",
            "",
            *_field_table(cls),
            "",
        ]
        if name == "journey":
            lines += ["### A member of `committee`", "", *_field_table(Member), ""]
    lines += [
        "## Facts of stages and steps",
        "",
        "| fact | stands below | value | may repeat | targets |",
        "|---|---|---|---|---|",
    ]
    for fact in v.FACTS.values():
        below = "stage" if fact.stage_only else "step" if fact.step_only else "stage, step"
        lines.append(

                f"| `{fact.key}` | {below} | {fact.value} | {'yes' if fact.many else 'no'} | "
                f"{fact.targets} |"

        )
    lines += ["", "## `site.yaml`", "", *_field_table(SiteConfig), ""]
    for title, cls in (
        ("stages", StageDefinition),
        ("theme", Theme),
        ("lanes", Lanes),
        ("lanes.own", OwnLane),
        ("repository", Repository),
        ("diff", Comparison),
    ):
        lines += [f"### `{title}`", "", *_field_table(cls), ""]
    lines += ["### `limits`", "", *_limit_table(), ""]
    return "\n".join(lines)


def _limit_table() -> list[str]:
    rows = ["| key | stands at | at most | what |", "|---|---|---|---|"]
    for limit in limits():
        most = f"{limit.most:,} {limit.unit}".strip() if limit.can_be_raised else "fixed"
        rows.append(

                f"| `{limit.key}` | {f'{limit.value:,} {limit.unit}'.strip()} | {most} | "
                f"{limit.meaning} |"

        )
    return rows


def _field_table(cls: type) -> list[str]:
    rows = ["| key | value | meaning |", "|---|---|---|"]
    for key, (_, declaration) in declared(cls).items():
        need = " (required)" if declaration.required else ""
        rows.append(f"| `{key}`{need} | {_form(declaration.type.schema())} | {declaration.doc} |")
    return rows


def _form(schema: JsonSchema) -> str:
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        many = [one for one in schema["anyOf"] if one.get("type") == "array"]
        if many:
            return "one or several: " + _form(many[0].get("items", {}))
        return " or ".join(dict.fromkeys(_form(one) for one in schema["anyOf"]))
    if "description" in schema:
        return str(schema["description"]).removeprefix("Expected: ")
    kind = schema.get("type", "anything")
    return (
        {"object": "a table", "array": "a list"}.get(kind, "text")
        if isinstance(kind, str)
        else "text"
    )


def templates() -> str:
    """The views that templates see, from the docstrings below their fields."""
    files = ("views.py", "answers/views.py", "changes/views.py")
    trees = [
        ast.parse((ROOT / "generator/journeybook/pages" / name).read_text("utf-8"))
        for name in files
    ]
    lines = [
        MADE,
        "",
        "# What templates see",
        "",
        "A template gets `page`, one of the views that end in `View`, and `site` (`SiteView`).",
        (
            "Its words go through `t('…')` and `tn('one', 'many', count)`; icons through "
            "`icon('name')`."
        ),
        "",
    ]
    for node in (node for tree in trees for node in tree.body):
        if not isinstance(node, ast.ClassDef):
            continue
        base = (
            f" (and everything of `{node.bases[0].id}`)"
            if node.bases and isinstance(node.bases[0], ast.Name)
            else ""
        )
        lines += [
            f"## {node.name}",
            "",
            (ast.get_docstring(node) or "") + base,
            "",
            "| field | type | meaning |",
            "|---|---|---|",
        ]
        for at, item in enumerate(node.body):
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                following = node.body[at + 1] if at + 1 < len(node.body) else None
                doc = (
                    following.value.value
                    if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
                    else ""
                )
                kind = ast.unparse(item.annotation).replace("|", "\\|")
                lines.append(f"| `{item.target.id}` | `{kind}` | {' '.join(str(doc).split())} |")
        lines.append("")
    return "\n".join(lines)


def commands() -> str:
    """`--help` of every command."""
    from journeybook.cli import cli

    context = click.Context(cli, info_name="journeybook", max_content_width=100, terminal_width=100)
    lines = [MADE, "", "# Commands", "", "```text", cli.get_help(context), "```", ""]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(
            command, info_name=name, parent=context, max_content_width=100, terminal_width=100
        )
        lines += [f"## journeybook {name}", "", "```text", command.get_help(inner), "```", ""]
        if isinstance(command, click.Group):
            for sub in command.list_commands(inner):
                deeper = command.get_command(inner, sub)
                assert deeper is not None
                last = click.Context(
                    deeper, info_name=sub, parent=inner, max_content_width=100, terminal_width=100
                )
                lines += [
                    f"### journeybook {name} {sub}",
                    "",
                    "```text",
                    deeper.get_help(last),
                    "```",
                    "",
                ]
    return "\n".join(lines)


def changes() -> str:
    """Every kind of change that `journeybook diff` tells."""
    lines = [
        MADE,
        "",
        "# Kinds of change",
        "",
        (
            "The changes that `journeybook diff` reports ([how to read them](review.md)). You can "
            "change their impact in `site.yaml`,"
        ),
        "`diff: {impact: {step-moved: low}}`, by code or name.",
        "",
        "| code | name | impact | sentence |",
        "|---|---|---|---|",
    ]
    for kind in KINDS.values():
        lines.append(f"| {kind.code} | `{kind.name}` | {kind.impact} | {kind.sentence} |")
    return "\n".join(lines)


def changes_schema() -> str:
    """The shape of `journeybook diff --format json`."""
    return json.dumps(schema(), indent=2)


PAGES = {
    "findings.md": findings,
    "fields.md": fields,
    "templates.md": templates,
    "commands.md": commands,
    "changes.md": changes,
    "changes.schema.json": changes_schema,
}


def main() -> int:
    stale = []
    for name, make in PAGES.items():
        path, text = ROOT / "docs" / name, make().rstrip() + "\n"
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    for name in stale:
        print(("out of date: docs/" if "--check" in sys.argv else "wrote docs/") + name)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    assert views.__doc__
    sys.exit(main())

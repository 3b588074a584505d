"""`journeybook schema`: print the JSON Schema for each kind of file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session


@command(
    "schema",
    examples=(
        ("journeybook schema journey", "the front matter of a journey"),
        ("journeybook schema site", "site.yaml"),
        ("journeybook schema --out schemas", "one file per kind, for your editor"),
    ),
)
@click.argument("kind", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write one file per kind to this folder.",
)
def schema(session: Session, kind: str | None, out: Path | None) -> Outcome:
    """Print the JSON Schema for each kind of file (for editors).

    The schemas use draft-07. KIND is journey, persona, touchpoint, channel, metric, opportunity,
    collateral, evidence, page, or site (for site.yaml). Without KIND, one schema covers them all.
    """
    from journeybook.diagnostics import did_you_mean
    from journeybook.schema.json_schema import SCHEMA_KINDS, all_schemas, file_name, json_schema
    from journeybook.workflow.write_files import overwrite

    if kind is not None and kind not in SCHEMA_KINDS:
        hint = did_you_mean(kind, SCHEMA_KINDS) or f"choose from: {', '.join(SCHEMA_KINDS)}"
        raise click.UsageError(
            f"unknown kind `{kind}`; {hint}", click.get_current_context(silent=True)
        )
    if out is None:
        return Outcome(_text(json_schema(kind) if kind else all_schemas()))
    kinds = (kind,) if kind else SCHEMA_KINDS
    paths = [overwrite(out / file_name(name), _text(json_schema(name))) for name in kinds]
    return Outcome("".join(f"{path}\n" for path in paths))


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


entry = schema

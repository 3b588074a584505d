"""`journeybook schema`: JSON Schemas of front matter and `site.yaml`, for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.argument("kind", required=False)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder to write one file for each kind to.")
def command(kind: str | None, out: Path | None) -> int:
    """Write JSON Schemas (draft-07) of the front matter of each kind, and of site.yaml.

    \b
    Examples:
      journeybook schema journey
      journeybook schema --out .schemas
    """
    import json

    from journeybook.diagnostics import did_you_mean
    from journeybook.schema.json_schema import KINDS_WITH_SCHEMA, json_schema

    if kind is not None and kind not in KINDS_WITH_SCHEMA:
        hint = did_you_mean(kind, KINDS_WITH_SCHEMA)
        raise click.UsageError(f"there is no kind `{kind}`; " + (hint or f"kinds: {', '.join(KINDS_WITH_SCHEMA)}"))
    kinds = [kind] if kind else list(KINDS_WITH_SCHEMA)
    if out is None:
        made = json_schema(kinds[0]) if kind else {name: json_schema(name) for name in kinds}
        click.echo(json.dumps(made, ensure_ascii=False, indent=2))
        return 0
    out.mkdir(parents=True, exist_ok=True)
    for name in kinds:
        path = out / f"{name}.schema.json"
        path.write_text(json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n", "utf-8")
        click.echo(path)
    return 0

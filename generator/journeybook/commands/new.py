"""`journeybook new`: write a new file of any kind; every field of its kind is a flag."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from journeybook.workflow.command_line import CommandWithExamples, Entry, LazyGroup, command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

KINDS = {
    "journey": "a journey (asks eight questions in a terminal)",
    "persona": "a persona, or a member of a buying committee",
    "touchpoint": "a point of contact between the customer and your organisation",
    "channel": "a channel that touchpoints use",
    "metric": "a metric you track",
    "opportunity": "a possible improvement",
    "collateral": "a content asset for customers",
    "evidence": "a source that supports claims",
    "page": "a free-form page",
}
_EXAMPLES = {
    "journey": (
        ("journeybook new journey", "asks eight questions"),
        ('journeybook new journey --title "I choose a pump" --persona marta', "asks nothing"),
        (
            '… --stages awareness,decision --step "awareness: It leaks again"',
            "with stages and a first step",
        ),
    ),
    "persona": (('journeybook new persona --title "Marta Rossi"', "makes marta-rossi.md"),),
    "touchpoint": (
        ('journeybook new touchpoint --title "Demo call" --channel video', "makes demo-call.md"),
    ),
    "channel": (
        ('journeybook new channel --title "Shop floor" --presence offline', "makes shop-floor.md"),
    ),
    "metric": (
        ('journeybook new metric --title "Return rate" --direction down', "makes return-rate.md"),
    ),
    "opportunity": (
        ('journeybook new opportunity --title "Fixed prices" --value 5', "makes fixed-prices.md"),
    ),
    "collateral": (
        ('journeybook new collateral --title "Price card" --type visual', "makes price-card.md"),
    ),
    "evidence": (('journeybook new evidence --title "Eight interviews" --id i01', "makes i01.md"),),
    "page": (('journeybook new page --title "How we map" --menu yes', "makes how-we-map.md"),),
}


class NewGroup(LazyGroup):
    """One command for each kind, made from the fields that the kind declares."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in KINDS else None


def _command(kind: str) -> CommandWithExamples:

    def run(session: Session, **flags: Any) -> Outcome:
        return new(session, kind, flags)

    run.__doc__ = (
        f"Create {KINDS[kind]}.\n\nThe file is created in the right folder. Existing "
        "files are never overwritten."
    )
    made = command(kind, examples=_EXAMPLES[kind])(run)
    made.params = [*_flags(kind), *made.params]
    return made


def _flags(kind: str) -> list[click.Parameter]:
    from journeybook.schema.documents import DOCUMENT_TYPES
    from journeybook.schema.fields import Facets, ListOf, MapOf, Moves, declared

    flags: list[click.Parameter] = [
        click.Option(
            ["--id"], metavar="ID", help="File name without .md. Default: made from the title."
        ),
    ]
    for key, (_, declaration) in declared(DOCUMENT_TYPES[kind]).items():
        several = isinstance(declaration.type, ListOf | MapOf | Moves | Facets)
        choices = _choices(declaration.type.schema())
        words = (
            declaration.doc
            + (f": {', '.join(choices)}" if choices else "")
            + (" (may be repeated)" if several else "")
        )
        flags.append(
            click.Option(
                [f"--{key}", key.replace("-", "_")],
                multiple=several,
                metavar=_METAVAR.get(key, "TEXT"),
                help=f"{words}.",
            )
        )
    if kind == "journey":
        flags += [
            click.Option(
                ["--persona"], metavar="ID", help="Persona the journey belongs to. Required."
            ),
            click.Option(
                ["--stages"],
                metavar="LIST",
                help=("Stages, separated by commas. Default: the stages in site.yaml."),
            ),
            click.Option(
                ["--step"],
                multiple=True,
                metavar="STAGE: TITLE",
                help=("A step in a stage (may be repeated)."),
            ),
            click.Option(
                ["--write-persona/--no-persona"],
                default=None,
                help=(
                    "Also create the persona if it does not exist. Default: ask in a terminal, "
                    "otherwise create it."
                ),
            ),
        ]
    return flags


_METAVAR = {"committee": "ID=ROLE", "metrics": "ID=NOW -> TARGET", "segment": "NAME=VALUE"}


def _choices(schema: dict[str, Any]) -> list[str]:
    found: list[Any] = schema.get("enum") or next(
        (one["enum"] for one in schema.get("anyOf", ()) if "enum" in one), []
    )
    return [str(choice) for choice in found]


def new(session: Session, kind: str, flags: dict[str, Any]) -> Outcome:
    """Write the file, after looking whether the site takes it."""
    from journeybook.diagnostics import errors
    from journeybook.report.terminal import render
    from journeybook.workflow.load_site import display_path, load_site, terminal_style
    from journeybook.workflow.outcome import WRONG_USE
    from journeybook.workflow.scaffold import findings_of, scaffold_files
    from journeybook.workflow.write_files import write_new

    site = load_site(session)
    files = scaffold_files(session, site, kind, flags)
    found, sources = findings_of(site, files)
    shown = render(
        found, sources, terminal_style(site.root, colour=session.console.colour_of_remarks)
    )
    if any(errors(found)):
        return Outcome("", f"{shown}\nnothing was written\n", WRONG_USE)
    write_new(site.root, files)
    results = "".join(f"{display_path(site.root / Path(path))}\n" for path in files)
    return Outcome(results, "" if session.quiet else shown)


entry = NewGroup(
    "new",
    entries={kind: Entry("", f"Write {summary}.") for kind, summary in KINDS.items()},
    examples=[_EXAMPLES[kind][0] for kind in ("journey", "persona", "touchpoint")],
    help=(
        "Create a journey, persona, touchpoint or other file.\n\nEvery field is available as "
        "an option; see for example `journeybook new touchpoint --help`. You can add missing fields to the file later."
    ),
)

"""`journeybook new`: create a file of any kind; every field of the kind is an option."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from journeybook.workflow.command_line import (
    CommandWithExamples,
    Entry,
    LazyGroup,
    command,
    common_options,
    with_session,
)
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
        ("journeybook new journey", "answer eight questions"),
        ('journeybook new journey --title "I choose a pump" --persona marta', "without questions"),
        (
            '… --stages awareness,decision --step "awareness: It leaks again"',
            "with stages and a first step",
        ),
    ),
    "persona": (('journeybook new persona --title "Marta Rossi"', "creates marta-rossi.md"),),
    "touchpoint": (
        ('journeybook new touchpoint --title "Demo call" --channel video', "creates demo-call.md"),
    ),
    "channel": (
        (
            'journeybook new channel --title "Shop floor" --presence offline',
            "creates shop-floor.md",
        ),
    ),
    "metric": (
        ('journeybook new metric --title "Return rate" --direction down', "creates return-rate.md"),
    ),
    "opportunity": (
        ('journeybook new opportunity --title "Fixed prices" --value 5', "creates fixed-prices.md"),
    ),
    "collateral": (
        ('journeybook new collateral --title "Price card" --type visual', "creates price-card.md"),
    ),
    "evidence": (
        ('journeybook new evidence --title "Eight interviews" --id i01', "creates i01.md"),
    ),
    "page": (('journeybook new page --title "How we map" --menu yes', "creates how-we-map.md"),),
}


class NewGroup(LazyGroup):
    """One command for each kind, from the fields that the kind declares."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in KINDS else None


def _command(kind: str) -> CommandWithExamples:
    def run(session: Session, **flags: Any) -> Outcome:
        return new(session, kind, flags)

    run.__doc__ = (
        f"Create {KINDS[kind]}.\n\nThe file is created in the right folder. Existing "
        "files are never overwritten."
    )
    result = command(kind, examples=_EXAMPLES[kind])(run)
    own = [*_field_options(kind), *(_journey_options() if kind == "journey" else ())]
    result.params = [*own, *result.params]
    return result


def _field_options(kind: str) -> list[click.Parameter]:
    """`--id`, and one option for each field of the kind."""
    from journeybook.schema.documents import DOCUMENT_TYPES
    from journeybook.schema.fields import Facets, ListOf, MapOf, Moves, declared

    options: list[click.Parameter] = [
        click.Option(
            ["--id"], metavar="ID", help="File name without .md. Default: taken from the title."
        )
    ]
    for key, (_, declaration) in declared(DOCUMENT_TYPES[kind]).items():
        is_repeatable = isinstance(declaration.type, ListOf | MapOf | Moves | Facets)
        choices = ", ".join(_choices(declaration.type.schema()))
        text = f"{declaration.doc}: {choices}" if choices else declaration.doc
        options.append(
            click.Option(
                [f"--{key}", key.replace("-", "_")],
                multiple=is_repeatable,
                metavar=_METAVAR.get(key, "TEXT"),
                help=f"{text} (may be repeated)." if is_repeatable else f"{text}.",
            )
        )
    return options


def _journey_options() -> list[click.Parameter]:
    return [
        click.Option(["--persona"], metavar="ID", help="Persona the journey belongs to. Required."),
        click.Option(
            ["--stages"],
            metavar="LIST",
            help="Stages, separated by commas. Default: the stages in site.yaml.",
        ),
        click.Option(
            ["--step"],
            multiple=True,
            metavar="STAGE: TITLE",
            help="A step in a stage (may be repeated).",
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


_METAVAR = {"committee": "ID=ROLE", "metrics": "ID=NOW -> TARGET", "segment": "NAME=VALUE"}


def _choices(schema: dict[str, Any]) -> list[str]:
    """The values that a JSON Schema allows, if it lists them."""
    for variant in (schema, *schema.get("anyOf", ())):
        if "enum" in variant:
            return [str(choice) for choice in variant["enum"]]
    return []


def new(session: Session, kind: str, flags: dict[str, Any]) -> Outcome:
    """Create the file, unless the site would have errors with it."""
    from journeybook.diagnostics import errors
    from journeybook.report.terminal import render
    from journeybook.workflow.load_site import display_path, load_site, terminal_style
    from journeybook.workflow.outcome import WRONG_USE
    from journeybook.workflow.scaffold import findings_of, scaffold_files
    from journeybook.workflow.write_files import write_new

    site = load_site(session)
    files = scaffold_files(session, site, kind, flags)
    findings, sources = findings_of(site, files)
    style = terminal_style(site.root, colour=session.console.colour_of_remarks)
    remarks = render(findings, sources, style)
    if any(errors(findings)):
        return Outcome("", f"{remarks}\nnothing was written\n", WRONG_USE)
    write_new(site.root, files)
    results = "".join(f"{display_path(site.root / Path(path))}\n" for path in files)
    return Outcome(results, "" if session.quiet else remarks)


def new_or_missing(session: Session, *, is_missing: bool) -> Outcome:
    """Create the files that maps mention and nobody has written yet; called without a kind."""
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        if is_missing:
            raise click.UsageError("--missing takes no kind: `journeybook new --missing`", context)
        return Outcome()
    if not is_missing:
        return Outcome(context.get_help() + "\n")
    from journeybook.workflow.load_site import display_path, load_site
    from journeybook.workflow.scaffold import missing_files
    from journeybook.workflow.write_files import write_new

    site = load_site(session)
    files = missing_files(site)
    write_new(site.root, files)
    results = "".join(f"{display_path(site.root / Path(path))}\n" for path in files)
    return Outcome(results, "" if files or session.quiet else "nothing is missing\n")


entry = NewGroup(
    "new",
    callback=with_session(new_or_missing),
    invoke_without_command=True,
    params=[
        click.Option(
            ["--missing", "is_missing"],
            is_flag=True,
            help="Create every file that maps mention and that does not exist yet.",
        ),
        *common_options(),
    ],
    entries={kind: Entry("", f"Create {summary}.") for kind, summary in KINDS.items()},
    examples=[
        *[_EXAMPLES[kind][0] for kind in ("journey", "persona", "touchpoint")],
        ("journeybook new --missing", "create every file that maps mention and that is missing"),
    ],
    help=(
        "Create a journey, persona, touchpoint or other file.\n\n"
        "Every field is available as an option; see for example `journeybook new touchpoint "
        "--help`. You can add missing fields to the file later."
    ),
)

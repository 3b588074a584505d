"""`journeybook owners`: whom a forge asks for a review of each file, from the owners that the files
name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import CLEAN, CONTENT_ERRORS, WRONG_USE, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.diagnostics import Diagnostic
    from journeybook.exporting.codeowners import Forge
    from journeybook.insight.owners import OwnedFile
    from journeybook.schema.site_config import SiteConfig


@command(
    "owners",
    examples=(
        ("journeybook owners", "update the repository's CODEOWNERS file"),
        (
            "journeybook owners --check",
            "only check whether the file is up to date (exit code 1 if not)",
        ),
        ("journeybook owners --for gitlab", "use GitLab syntax"),
        ("journeybook owners --output -", "print the file without writing it"),
    ),
)
@click.option(
    "--for",
    "forge_name",
    type=click.Choice(["github", "gitlab"]),
    help="Code host. Default: detected.",
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit code 1 if the file is out of date.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File to write; - for standard output.",
)
def owners(
    session: Session, forge_name: str | None, only_check: bool, output: Path | None
) -> Outcome:
    """Generate a CODEOWNERS file from the owners in your files.

    The words after `owner:` become handles by the table `owners:` of site.yaml; a handle such as
    "@acme/shop" may also stand there itself. A map without an owner belongs to the owners of its
    stages and steps. Lines that you wrote above or below stay as they are. Ends with 1 where no
    owner has a handle.
    """
    from journeybook.checks.owners import config_names
    from journeybook.effects.disk import find_repository
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.effects.files import write_files
    from journeybook.exporting.codeowners import END, FORGES, MARK, lines, merged
    from journeybook.insight.owners import EVERYONE_ELSE, handles_of, owned_files
    from journeybook.outputs.check_site import check as check_site
    from journeybook.report.terminal import render
    from journeybook.workflow.load_site import (
        display_path,
        from_repository,
        load_site,
        terminal_style,
    )

    site = load_site(session)
    checked = check_site(site.files, site.info)
    top = find_repository(site.root) or site.root
    forge = FORGES[forge_name or _guessed(top)]
    files = owned_files(checked.catalog, site.files)
    config = checked.catalog.config
    others = handles_of(EVERYONE_ELSE, config) if EVERYONE_ELSE in config_names(config) else ()
    made = lines(files, others, forge, from_repository(site.root))
    remarks = render(
        _findings(files, config, forge),
        checked.sources,
        terminal_style(site.root, colour=session.console.colour_of_remarks),
    )
    if files and not made:
        return Outcome(
            "", f"{remarks}no owner has a handle yet; nothing was written\n", CONTENT_ERRORS
        )
    path = output or next(
        (top / place for place in forge.places if (top / place).is_file()), top / forge.default
    )
    if path.is_symlink():
        raise EnvironmentFault(f"`{display_path(path)}` is a symbolic link; nothing was written")
    before = path.read_bytes() if str(path) != "-" and path.is_file() else b""
    text = merged(before.decode("utf-8", "surrogateescape"), made, forge)
    if text is None:
        wrong = (
            f"the lines `{MARK}` and `{END}` must each appear once, in this order; nothing "
            "was written"
        )
        return Outcome("", f"{remarks}{display_path(path)}: {wrong}\n", WRONG_USE)
    if str(path) == "-":
        return Outcome(text, remarks)
    after = text.encode("utf-8", "surrogateescape")
    if after == before:
        return Outcome(
            "" if session.quiet else f"{display_path(path)} is up to date\n", remarks, CLEAN
        )
    if only_check:
        return Outcome(
            "",
            f"{remarks}{display_path(path)} is out of date; run `journeybook owners`\n",
            CONTENT_ERRORS,
        )
    write_files({path: after}, force=True)
    return Outcome(
        "" if session.quiet else f"{len(made)} lines written to {display_path(path)}\n", remarks
    )


def _guessed(top: Path) -> str:
    """GitLab where only its own files are there."""
    is_gitlab = (top / ".gitlab-ci.yml").exists() or (top / ".gitlab").is_dir()
    return "gitlab" if is_gitlab and not (top / ".github").is_dir() else "github"


def _findings(
    files: tuple[OwnedFile, ...], config: SiteConfig, forge: Forge
) -> tuple[Diagnostic, ...]:
    """Owners that nobody knows the handle of, and handles that the forge cannot have."""
    from journeybook.checks.owners import CODE, unknown_owners
    from journeybook.diagnostics import Diagnostic, Severity, in_order

    unknown = [
        Diagnostic(CODE, Severity.WARNING, text, span, hint)
        for span, text, hint in unknown_owners(files, config)
    ]
    foreign = [
        Diagnostic(
            CODE,
            Severity.WARNING,
            f"`{handle}` is not a valid {forge.title} handle",
            owner.span,
            "write @name or @group/name",
        )
        for owner in {owner.name: owner for file in files for owner in file.owners}.values()
        for handle in owner.handles
        if not forge.accepts(handle)
    ]
    return in_order((*unknown, *foreign))


entry = owners

"""`journeybook owners`: generate a CODEOWNERS file, so that a code host requests reviews."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import CONTENT_ERRORS, WRONG_USE, Outcome
from journeybook.workflow.session import Session


@command(
    "owners",
    examples=(
        ("journeybook owners", "update the repository's CODEOWNERS file"),
        (
            "journeybook owners --check",
            "check whether the file is up to date (exit code 1 if not)",
        ),
        ("journeybook owners --for gitlab", "use GitLab syntax"),
        ("journeybook owners --output -", "print the file without writing it"),
    ),
)
@click.option(
    "--for",
    "forge_name",
    type=click.Choice(["github", "gitlab"]),
    help="Code host. Default: detected from the files of the repository.",
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
    help="File to write; - for standard output. Default: the code host's usual place.",
)
def owners(
    session: Session, forge_name: str | None, only_check: bool, output: Path | None
) -> Outcome:
    """Generate a CODEOWNERS file from the owners in your files.

    Each name after `owner:` is looked up in `owners:` in site.yaml; you can also write a handle
    such as "@acme/shop" directly. A map without an owner is assigned to the owners of its stages
    and steps. Your own lines above and below the generated block are kept. Exit code: 1 if no owner
    has a handle.
    """
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.effects.files import write_files
    from journeybook.workflow.codeowners_file import codeowners_path, owner_rules
    from journeybook.workflow.load_site import display_path, load_site

    site = load_site(session)
    rules = owner_rules(site, forge_name, colour=session.console.colour_of_remarks)
    remarks = rules.remarks
    if not rules.is_complete:
        return Outcome(
            "", f"{remarks}no owner has a handle yet; nothing was written\n", CONTENT_ERRORS
        )
    path = output or codeowners_path(site, rules.forge)
    to_stdout = str(path) == "-"
    name = display_path(path)
    if path.is_symlink():
        raise EnvironmentFault(f"`{name}` is a symbolic link; nothing was written")
    before = path.read_bytes() if path.is_file() and not to_stdout else b""
    after = rules.merge(before)
    if after is None:
        begin, end = rules.block.mark, rules.block.end
        reason = f"the lines `{begin}` and `{end}` must each appear once, in this order"
        return Outcome("", f"{remarks}{name}: {reason}; nothing was written\n", WRONG_USE)
    if to_stdout:
        return Outcome(after.decode("utf-8", "surrogateescape"), remarks)
    if after == before:
        return Outcome("" if session.quiet else f"{name} is up to date\n", remarks)
    if only_check:
        reason = f"{name} is out of date; run `journeybook owners`"
        return Outcome("", f"{remarks}{reason}\n", CONTENT_ERRORS)
    write_files({path: after}, force=True)
    count = "1 line" if len(rules.lines) == 1 else f"{len(rules.lines)} lines"
    result = f"{count} written to {name}\n"
    return Outcome("" if session.quiet else result, remarks)


entry = owners

"""`journeybook publish`: publish the maps to wikis, without ever overwriting what people wrote."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command, with_settings_from
from journeybook.workflow.outcome import REFUSED, Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.publish.wiki.prepare import Orders, Prune
    from journeybook.schema.publish_target import PublishTarget
    from journeybook.workflow.load_site import SiteOnDisk
    from journeybook.workflow.publish_site import SiteToPublish
    from journeybook.workflow.trusted_settings import TrustedSettings

EXAMPLE = (
    "handbook: {to: dokuwiki, url: https://wiki.example.org/, user: maps, token-env: WIKI_TOKEN}"
)


@command(
    "publish",
    examples=(
        ("journeybook publish handbook --dry-run", "show what would change in the wiki"),
        ("journeybook publish handbook", "publish; pages that people edited are left alone"),
        ("journeybook publish", "publish to all targets in site.yaml"),
        ("journeybook publish --status handbook", "compare the wiki with the maps"),
        (
            "journeybook publish handbook --take-over content/journeys/ana/buy.md",
            "write over one page that someone edited",
        ),
        (
            "journeybook publish handbook --prune delete",
            "delete pages whose file is gone, unless someone edited them",
        ),
        ("journeybook publish --export wiki handbook", "write the pages to a folder instead"),
    ),
)
@click.argument("names", metavar="[TARGET]...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Show the differences, and write nothing.")
@click.option(
    "--diff",
    "in_full",
    is_flag=True,
    help="Also show new pages, and both texts of pages that are left alone.",
)
@click.option("--status", is_flag=True, help="List every page and its state; write nothing.")
@click.option(
    "--only",
    multiple=True,
    metavar="PATH",
    help="Publish only this file or folder (may be repeated).",
)
@click.option(
    "--take-over",
    multiple=True,
    metavar="PAGE",
    help="Write over this page although someone edited it; its file or name (may be repeated).",
)
@click.option(
    "--prune",
    type=click.Choice(["report", "archive", "delete"]),
    default="report",
    help="What to do with untouched pages whose file is gone. Default: report.",
)
@click.option("--yes", is_flag=True, help="With --prune: even if most pages would go.")
@click.option(
    "--max-writes",
    type=click.IntRange(1),
    metavar="N",
    help="Stop after N writes; the next run goes on.",
)
@click.option(
    "--export",
    "export_to",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write exactly what would be sent to an empty wiki into this folder; no network.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Format of the report. Default: text.",
)
@with_settings_from
def publish(
    session: Session,
    names: tuple[str, ...],
    dry_run: bool,
    in_full: bool,
    status: bool,
    only: tuple[str, ...],
    take_over: tuple[str, ...],
    prune: Prune,
    yes: bool,
    max_writes: int | None,
    export_to: Path | None,
    form: str,
    settings_from: str,
) -> Outcome:
    """Publish the maps to a wiki, without ever overwriting what people wrote there.

    TARGET is a name under `publish` in site.yaml; without it, all targets are published. Pages that
    people edited, moved or deleted are left as they are and listed, with exit code 1. A run that
    was interrupted is finished by the next one. A token is only read from where token-env,
    token-file or token-command says, never from the command line.

    The exit code is 3 if the run is not finished, and 4 if it was refused before anything was
    written.
    """
    from journeybook.workflow.load_site import load_site
    from journeybook.workflow.markdown_sandbox import open_markdown_sandbox
    from journeybook.workflow.publish_site import (
        PublishOptions,
        SiteHasErrors,
        SiteToPublish,
        joined,
        publish_to_all,
    )
    from journeybook.workflow.read_only_cache import open_shared_cache

    with open_shared_cache(session.root()) as cache, open_markdown_sandbox() as sandbox:
        with session.progress("reading the site"):
            site = load_site(session, _trusted(session, settings_from), cache=cache)
        ready = SiteToPublish(site, sandbox, cache)
        try:
            ready.refuse_broken_settings()
            targets = _targets(site, names)
            if export_to is not None:
                return _export(ready, targets, export_to)
            options = PublishOptions(
                _orders(site, only, take_over, prune, max_writes, is_sure=yes),
                dry_run=dry_run or status,
                in_full=in_full,
                in_list=status,
            )
            results = publish_to_all(session, ready, targets, options)
        except SiteHasErrors as fault:
            return _has_errors(fault.count)
    return joined(results, site.notes, as_json=form == "json")


def _trusted(session: Session, settings_from: str) -> TrustedSettings | None:
    if not settings_from:
        return None
    from journeybook.workflow.trusted_settings import load_trusted_settings

    return load_trusted_settings(session.root(), settings_from)


def _targets(site: SiteOnDisk, names: tuple[str, ...]) -> dict[str, PublishTarget]:
    """The chosen targets. Raises a usage error if there is none of a name, or none at all."""
    from journeybook.diagnostics import did_you_mean
    from journeybook.workflow.load_site import config_of

    targets = {str(name): target for name, target in config_of(site.files).publish}
    if not targets:
        raise click.UsageError(
            f"site.yaml names no wiki to publish to; add one below `publish:`, such as `{EXAMPLE}`"
        )
    for name in names:
        if name not in targets:
            hint = did_you_mean(name, targets) or f"choose from: {', '.join(targets)}"
            raise click.UsageError(f"unknown target `{name}`; {hint}")
    return {name: targets[name] for name in names or targets}


def _orders(
    site: SiteOnDisk,
    only: tuple[str, ...],
    take_over: tuple[str, ...],
    prune: Prune,
    max_writes: int | None,
    *,
    is_sure: bool,
) -> Orders:
    from journeybook.publish.wiki.prepare import Orders

    return Orders(
        tuple([_from_root(site.root, path) for path in only]),
        frozenset([_from_root(site.root, page) for page in take_over]),
        prune,
        max_writes,
        is_sure,
    )


def _from_root(root: Path, name: str) -> str:
    """The path of an existing file or folder from the site's root, whatever folder we are in; other
    names as they are."""
    for path in (Path(name), root / name):
        if path.exists():
            inside = Path(os.path.relpath(path.resolve(), root.resolve()))
            return inside.as_posix()
    return name


def _export(ready: SiteToPublish, targets: dict[str, PublishTarget], folder: Path) -> Outcome:
    """Write the pages of one target to a folder."""
    from journeybook.effects.files import write_files
    from journeybook.publish.wiki.web import Stop
    from journeybook.workflow.publish_site import export_target

    if len(targets) > 1:
        raise click.UsageError("choose one target to export")
    if _has_files(folder):
        raise click.UsageError(f"`{folder}` is not empty; choose a new folder for the export")
    try:
        files = export_target(ready, next(iter(targets.values())))
    except Stop as stop:
        return Outcome("", f"{stop.reason}; nothing was written\n", stop.code)
    paths = {folder / name: data for name, data in files.items()}
    written = write_files(paths, force=False)
    count = "1 file" if len(written) == 1 else f"{len(written)} files"
    return Outcome(f"{count} in {folder}\n")


def _has_files(folder: Path) -> bool:
    """Whether an export could be mixed up with what is in a folder already."""
    try:
        return any(folder.iterdir())
    except OSError:
        return False


def _has_errors(count: int) -> Outcome:
    counted = "1 error" if count == 1 else f"{count} errors"
    it = "it" if count == 1 else "them"
    return Outcome(
        "",
        f"the site has {counted}, so nothing was published; run `journeybook check` to see {it}\n",
        REFUSED,
    )


entry = publish

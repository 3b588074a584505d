"""Read the two sides of a comparison: revisions of the repository, the working tree, two files, or
two folders."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import click

from journeybook.budget import STANDARD
from journeybook.cache import NULL_CACHE, Cache
from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.diff.accept import ACCEPT_FILE, accepted
from journeybook.diff.change import DRAFT, Unreadable
from journeybook.diff.compare import compare
from journeybook.diff.compared import Compared
from journeybook.diff.kinds import levels
from journeybook.diff.read_revisions import Files, Rest, RevisionPair, read_revisions, titles
from journeybook.effects.disk import SITE_FILE, read_accept, read_site
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.folders import largest
from journeybook.effects.git_tree import Entry, Tree
from journeybook.effects.revisions import NotARevision, Repository
from journeybook.schema.read import Place, place_of
from journeybook.text import Span
from journeybook.workflow.read_only_cache import open_read_only_cache
from journeybook.workflow.session import Session


@dataclass(frozen=True)
class Side:
    """One side as read."""

    name: str
    files: Files
    revision: str = ""
    findings: tuple[Diagnostic, ...] = ()
    accept: bytes = b""


def compare_revisions(
    session: Session, what: tuple[str, ...], *, cached: bool = True, titled: bool = False
) -> Compared:
    """Compare what the arguments of `diff` name: nothing, a revision, a range, two revisions, files
    or folders. `cached` says whether documents that builds have read before are taken from their
    cache, `titled` whether the titles of things that changed journeys name are wanted."""
    _check_files(what)
    if len(what) == 2 and all(Path(name).is_file() for name in what):
        return _two_files(session, Path(what[0]), Path(what[1]))
    if len(what) == 2 and all((Path(name) / SITE_FILE).is_file() for name in what):
        old, new = (_on_disk(Path(name), name) for name in what)
        return compare_sides(old, new, {}, titled=titled)
    repository = Repository(session.root())
    try:
        with open_read_only_cache(repository.root) if cached else nullcontext(NULL_CACHE) as cache:
            return _revisions(repository, what, cache, titled)
    except NotARevision as wrong:
        raise click.UsageError(str(wrong), click.get_current_context(silent=True)) from wrong


def _check_files(what: tuple[str, ...]) -> None:
    """Say so at once where a file was meant and is not there, or is alone: it is no revision
    either."""
    context = click.get_current_context(silent=True)
    if len(what) == 1 and what[0].endswith(".md") and Path(what[0]).is_file():
        raise click.UsageError(
            (
                f"`{what[0]}` is a single file; give a second file to compare it with, or no file "
                "to compare the whole site"
            ),
            context,
        )
    for name in what:
        if name.endswith(".md") and not Path(name).exists():
            raise click.UsageError(f"no such file: `{name[:100]}`", context)


def commits_of(
    repository: Repository, what: tuple[str, ...]
) -> tuple[tuple[str, str], tuple[str, str] | None]:
    """(name, id) of the base and of the head; no head stands for the working tree."""
    if not what:
        return ("HEAD", repository.commit("HEAD")), None
    if len(what) == 2:
        base, head, parted = what[0], what[1], False
    else:
        base, dots, head = _split(what[0])
        parted = dots != ".."
    old, new = repository.commit(base), repository.commit(head)
    return (base, repository.merge_base(old, new) if parted else old), (head, new)


def _split(name: str) -> tuple[str, str, str]:
    """`A..B` as (A, .., B); a lone revision is compared as `REV...HEAD`, since that is what a pull
    request shows."""
    for dots in ("...", ".."):
        base, found, head = name.partition(dots)
        if found:
            return base or "HEAD", dots, head or "HEAD"
    return name, "...", "HEAD"


def _revisions(
    repository: Repository, what: tuple[str, ...], cache: Cache, titled: bool
) -> Compared:
    base, head = commits_of(repository, what)
    if head is None:
        tree = repository.tree(base[1])
        (old,) = files_at(repository, ("HEAD", tree, tree.entries))
        return compare_sides(
            old, _on_disk(repository.root, "the working tree"), {}, cache=cache, titled=titled
        )
    before, after = repository.tree(base[1]), repository.tree(head[1])
    gone, come = before.differing(after)
    wanted = gone.keys() | come.keys()
    if SITE_FILE not in wanted:  # with another site.yaml every file may mean something else
        more = companions(wanted) - wanted
        ours: Mapping[str, Entry] = {**gone, **before.at(more)}
        theirs: Mapping[str, Entry] = {**come, **after.at(more)}
        wanted |= more
    else:
        ours, theirs = before.entries, after.entries
    old, new = files_at(repository, (base[0], before, ours), (head[0], after, theirs))

    def rest(matters: Callable[[str], bool]) -> Files:
        same = {
            path: entry
            for path, entry in after.entries.items()
            if path not in wanted and matters(path)
        }
        return files_at(repository, (head[0], after, same))[0].files

    may_be_renamed = gone.keys() - come.keys() and come.keys() - gone.keys()
    renamed = repository.renames(base[1], head[1]) if may_be_renamed else {}
    return compare_sides(old, new, renamed, rest, cache=cache, titled=titled)


def companions(paths: Collection[str]) -> set[str]:
    """What must be read beside files that differ: `site.yaml`, what was accepted, and both files of
    a metric."""
    stems = {path.rpartition(".")[0] for path in paths if path.startswith("content/metrics/")}
    return {SITE_FILE, ACCEPT_FILE, *(f"{stem}{end}" for stem in stems for end in (".md", ".csv"))}


def files_at(repository: Repository, *wanted: tuple[str, Tree, Mapping[str, Entry]]) -> list[Side]:
    """Some files of each of these trees; git is asked once for the contents of all."""
    of_oid = {
        entry.oid: largest(path, STANDARD)
        for *_, entries in wanted
        for path, entry in entries.items()
    }
    blobs, large = repository.blobs(tuple(of_oid), of_oid)
    sides = []
    for name, tree, entries in wanted:
        files = {path: blobs[entry.oid] for path, entry in entries.items() if entry.oid in blobs}
        too_large = (
            _too_large(path, large[entry.oid])
            for path, entry in entries.items()
            if entry.oid in large
        )
        accept = files.pop(ACCEPT_FILE, b"")
        sides.append(Side(name, files, tree.commit, (*tree.findings, *too_large), accept))
    return sides


def _too_large(path: str, size: int) -> Diagnostic:
    message = f"`{path}` is too large: {size:,} bytes"
    return Diagnostic(
        "JB122", Severity.ERROR, message, Span.start_of(path), "split the file, or make it smaller"
    )


def _on_disk(root: Path, name: str) -> Side:
    from journeybook.workflow.load_site import budget_of

    tree, findings = read_site(root, budget_of)
    return Side(name, tree.files, "", findings, read_accept(root, ACCEPT_FILE))


def compare_sides(
    old: Side,
    new: Side,
    renamed: Mapping[str, str],
    rest: Rest | None = None,
    profile: str = "",
    cache: Cache = NULL_CACHE,
    titled: bool = False,
) -> Compared:
    """Compare what was read of both sides. A `profile` leaves out on both what it leaves out of the
    head; `titled` says whether titles of what stayed the same are wanted."""
    faults = [
        *_faults(new, "head"),
        *_faults(old, "base", {(f.code, f.span.file) for f in new.findings}),
    ]
    both = read_revisions(old.files, new.files, faults, rest, profile, cache)
    found = _compared(old, new, both, renamed)
    return replace(found, titles=titles(both, new.files, rest, cache)) if titled else found


def _compared(old: Side, new: Side, both: RevisionPair, renamed: Mapping[str, str]) -> Compared:
    agreed, wrong = accepted(new.accept)
    _, problems = levels(both.before.config)
    changes = compare(
        both.before,
        both.after,
        base=old.name,
        head=new.name,
        renamed=renamed,
        unreadable=both.unreadable,
        accepted=agreed,
        touched=both.touched,
        revisions=(old.revision, new.revision),
    )
    remarks = [f"{ACCEPT_FILE}, line {line}: not a 12-digit fingerprint" for line in wrong]
    remarks += [f"{SITE_FILE}:{p.span.line}: {p.message}; {p.hint}" for p in problems]
    return Compared(changes, both.before, both.after, remarks=tuple(remarks))


def _faults(
    side: Side, which: Literal["base", "head"], known: set[tuple[str, str]] | None = None
) -> list[Unreadable]:
    return [
        Unreadable(finding.span.file, which, finding.message, finding.span)
        for finding in side.findings
        if finding.severity is Severity.ERROR
        and (finding.code, finding.span.file) not in (known or set())
    ]


def _two_files(session: Session, one: Path, other: Path) -> Compared:
    """Two files as two states of one document: a current and a future journey, or two drafts."""
    from journeybook.diff.single_document import read_single_document
    from journeybook.workflow.load_site import budget_of, config_of, display_path

    try:
        root: Path | None = session.root()
    except EnvironmentFault:
        root = None  # two drafts need no site
    files = read_site(root, budget_of)[0].files if root else {}
    config = config_of(files)
    catalogs: list[Catalog] = []
    unreadable: list[Unreadable] = []
    for path, side in _named(one, other):
        shown = display_path(path)
        try:
            data = path.read_bytes()[: STANDARD.text + 1]
        except OSError as error:
            raise EnvironmentFault(f"cannot read `{shown}`: {error.strerror}") from error
        read = read_single_document(
            shown, data, _place(root, path) or Place("journey", DRAFT), config
        )
        errors = [finding for finding in read.findings if finding.severity is Severity.ERROR]
        if errors:
            unreadable.append(
                Unreadable(shown, side, errors[0].message, errors[0].span, in_part=read.is_text)
            )
        catalogs.append(read.catalog)
    renamed = {display_path(other): display_path(one)}
    changes = compare(
        catalogs[0],
        catalogs[1],
        base=display_path(one),
        head=display_path(other),
        renamed=_ids(catalogs, renamed),
        unreadable=unreadable,
    )
    return Compared(replace(changes, files=1), catalogs[0], catalogs[1])


def _named(one: Path, other: Path) -> tuple[tuple[Path, Literal["base", "head"]], ...]:
    return (one, "base"), (other, "head")


def _ids(catalogs: list[Catalog], renamed: Mapping[str, str]) -> Mapping[str, str]:
    """Say that the one document of either side is the other's, whatever it is called there."""
    old = next(
        ref for ref, document in catalogs[0].documents.items() if ref not in catalogs[0].stubs
    )
    return dict.fromkeys(renamed, f"content/{old.kind}/{old.id}.md")


def _place(root: Path | None, path: Path) -> Place | None:
    """What the place of a file within the site says about it; None for a draft elsewhere."""
    if root is None or not path.resolve().is_relative_to(root.resolve() / "content"):
        return None
    return place_of(path.resolve().relative_to(root.resolve()).as_posix())[0]

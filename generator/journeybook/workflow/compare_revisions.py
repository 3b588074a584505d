"""Read both sides of a comparison and compare them.

A side is a revision of the repository, the working tree, a single file, or the folder of a site.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import click

from journeybook.budget import STANDARD
from journeybook.cache import NULL_CACHE, Cache
from journeybook.catalog.catalog import Catalog
from journeybook.diagnostics import Diagnostic, Severity, errors
from journeybook.diff.accept import ACCEPT_FILE, read_accept_list
from journeybook.diff.change import DRAFT, Unreadable
from journeybook.diff.compare import compare, title_of
from journeybook.diff.compared import Compared
from journeybook.diff.document_titles import documents_named, with_document_titles
from journeybook.diff.kinds import levels
from journeybook.diff.read_revisions import (
    Files,
    Rest,
    RevisionPair,
    former_ids,
    read_revisions,
    titles,
    titles_of,
)
from journeybook.effects.disk import SITE_FILE, read_accept, read_site
from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.folders import largest
from journeybook.effects.git_tree import Entry, Tree
from journeybook.effects.revisions import NotARevision, Repository
from journeybook.report.remarks import (
    accepts_nothing,
    already_accepted,
    bad_fingerprint,
    no_former_name,
    not_committed,
)
from journeybook.schema.read import Place, place_of
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.text import Span
from journeybook.workflow.read_only_cache import open_read_only_cache
from journeybook.workflow.session import Session
from journeybook.workflow.site_in_base import BaseTree, base_remark, base_tree
from journeybook.workflow.uncommitted import uncommitted


@dataclass(frozen=True)
class Side:
    """One side of a comparison as read. `accept` is its file of accepted changes."""

    name: str
    files: Files
    revision: str = ""
    findings: tuple[Diagnostic, ...] = ()
    accept: bytes = b""


def compare_revisions(
    session: Session, names: tuple[str, ...], *, cached: bool = True, titled: bool = False
) -> Compared:
    """Compare what the arguments of `diff` name: nothing, a revision, a range, or two of a kind.

    With `cached`, documents come from the cache of builds if they are there. With `titled`, the
    result has the titles of everything that changed journeys refer to.
    """
    _check_files(names)
    if len(names) == 2:
        one, other = map(Path, names)
        if one.is_file() and other.is_file():
            return _compare_files(session, one, other)
        if (one / SITE_FILE).is_file() and (other / SITE_FILE).is_file():
            old, new = _side_on_disk(one, names[0]), _side_on_disk(other, names[1])
            return compare_sides(old, new, {}, titled=titled)
    repository = Repository(session.root())
    opened = open_read_only_cache(repository.root) if cached else nullcontext(NULL_CACHE)
    try:
        with opened as cache:
            return _compare_commits(repository, names, cache, titled)
    except NotARevision as unknown:
        raise click.UsageError(str(unknown), click.get_current_context(silent=True)) from unknown


def _check_files(names: tuple[str, ...]) -> None:
    """A usage error for a file that does not exist, or that has nothing to be compared with."""
    context = click.get_current_context(silent=True)
    if len(names) == 1 and names[0].endswith(".md") and Path(names[0]).is_file():
        raise click.UsageError(
            f"`{names[0]}` is a single file; give a second file to compare it with, or no file "
            "to compare the whole site",
            context,
        )
    for name in names:
        if name.endswith(".md") and not Path(name).exists():
            raise click.UsageError(f"no such file: `{name[:100]}`", context)


@dataclass(frozen=True)
class Commit:
    """A commit by the name that the user gave it, and its object ID."""

    name: str
    id: str
    remarks: tuple[str, ...] = ()
    """What to know about the choice of this commit."""


def commits_of(repository: Repository, names: tuple[str, ...]) -> tuple[Commit, Commit | None]:
    """The base and the head of a comparison; without a head, the head is the working tree."""
    if not names:
        return Commit("HEAD", repository.commit("HEAD")), None
    base, dots, head = (names[0], "..", names[1]) if len(names) == 2 else _split_range(names[0])
    old, new = repository.commit(base), repository.commit(head)
    if dots != "...":
        return Commit(base, old), Commit(head, new)
    bases = repository.merge_bases(old, new)
    return Commit(base, bases[0], base_remark(bases, base, head)), Commit(head, new)


def _split_range(text: str) -> tuple[str, str, str]:
    """`A..B` as (A, .., B). One revision means `REV...HEAD`, which is what a pull request shows.

    Unlike in git, no side may be left out: in a script, an empty side is a variable that is not
    set, and `..HEAD` would compare the last commit with itself.
    """
    for dots in ("...", ".."):
        if dots in text:
            base, _, head = text.partition(dots)
            return base, dots, head
    return text, "...", "HEAD"


def _compare_commits(
    repository: Repository, names: tuple[str, ...], cache: Cache, titled: bool
) -> Compared:
    base, head = commits_of(repository, names)
    found = base_tree(repository, base.id, base.name, head.id if head else None)
    before, remarks = found.tree, (*base.remarks, *found.remarks)
    if head is None:
        (old,) = files_at(repository, ("HEAD", before, before.entries))
        new = _side_on_disk(repository.root, "the working tree")
        compared = compare_sides(old, new, {}, cache=cache, titled=titled)
        return _with_remarks(compared, remarks, found)
    after = repository.tree(head.id)
    if head.name == "HEAD":
        remarks += not_committed(uncommitted(repository.root, after))
    removed, added = before.differing(after)
    wanted = removed.keys() | added.keys()
    old_entries: Mapping[str, Entry] = before.entries
    new_entries: Mapping[str, Entry] = after.entries
    if SITE_FILE not in wanted:  # with another site.yaml, every file may mean something else
        more = companions(wanted) - wanted
        old_entries = {**removed, **before.at(more)}
        new_entries = {**added, **after.at(more)}
        wanted |= more
    old, new = files_at(
        repository, (base.name, before, old_entries), (head.name, after, new_entries)
    )

    def rest(matters: Callable[[str], bool]) -> Files:
        same = {
            path: entry
            for path, entry in after.entries.items()
            if path not in wanted and matters(path)
        }
        return files_at(repository, (head.name, after, same))[0].files

    may_be_renamed = removed.keys() - added.keys() and added.keys() - removed.keys()
    renamed = (
        repository.renames(base.id, head.id, old_folder=found.folder) if may_be_renamed else {}
    )
    compared = compare_sides(old, new, renamed, rest, cache=cache, titled=titled)
    return _with_remarks(compared, remarks, found)


def _with_remarks(compared: Compared, remarks: tuple[str, ...], base: BaseTree) -> Compared:
    return replace(compared, remarks=(*remarks, *compared.remarks), base_folder=base.folder)


def companions(paths: Collection[str]) -> set[str]:
    """What must be read beside files that differ.

    `site.yaml`, the file of accepted changes, and both files of a metric.
    """
    needed = {SITE_FILE, ACCEPT_FILE}
    for path in paths:
        if path.startswith("content/metrics/"):
            stem = path.rpartition(".")[0]
            needed |= {f"{stem}.md", f"{stem}.csv"}
    return needed


def files_at(repository: Repository, *wanted: tuple[str, Tree, Mapping[str, Entry]]) -> list[Side]:
    """Some files of each of these trees; git is asked once for the contents of all."""
    limits = {
        entry.oid: largest(path, STANDARD)
        for *_, entries in wanted
        for path, entry in entries.items()
    }
    blobs, large = repository.blobs(tuple(limits), limits)
    sides = []
    for name, tree, entries in wanted:
        files = {path: blobs[entry.oid] for path, entry in entries.items() if entry.oid in blobs}
        findings = list(tree.findings)
        findings += [
            _too_large(path, large[entry.oid])
            for path, entry in entries.items()
            if entry.oid in large
        ]
        accept = files.pop(ACCEPT_FILE, b"")
        sides.append(Side(name, files, tree.commit, tuple(findings), accept))
    return sides


def _too_large(path: str, size: int) -> Diagnostic:
    message = f"`{path}` is too large: {size:,} bytes"
    return Diagnostic(
        "JB122", Severity.ERROR, message, Span.start_of(path), "split the file or reduce its size"
    )


def _side_on_disk(root: Path, name: str) -> Side:
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
    """Compare two sides that were read; both without what the `profile` of the head leaves out.

    `rest` reads more files of the head. With `titled`, the result has the titles of what stayed the
    same.
    """
    in_head = {(finding.code, finding.span.file) for finding in new.findings}
    unreadable = [*_unreadable(new, "head"), *_unreadable(old, "base", in_head)]
    both = read_revisions(old.files, new.files, unreadable, rest, profile, cache)
    compared = _named(_compare_catalogs(old, new, both, renamed), new.files, rest, cache)
    if not titled:
        return compared
    return replace(compared, titles=titles(both, new.files, rest, cache))


def _compare_catalogs(
    old: Side, new: Side, both: RevisionPair, renamed: Mapping[str, str]
) -> Compared:
    _, problems = levels(both.before.config)
    earlier, listed = read_accept_list(old.accept), read_accept_list(new.accept)
    current = listed.since(earlier)
    changes = compare(
        both.before,
        both.after,
        base=old.name,
        head=new.name,
        renamed=renamed,
        unreadable=both.unreadable,
        accepted=current.lines,
        touched=both.touched,
        revisions=(old.revision, new.revision),
    )
    remarks = [bad_fingerprint(ACCEPT_FILE, line) for line in listed.wrong]
    remarks += _renamed_silently(both, renamed)
    # What changed since the last commit is only a part of what the list is about.
    is_part = old.name == "HEAD" and not new.revision
    if not is_part and not changes.unreadable:
        used = {change.fingerprint for change in changes.accepted}
        remarks += [accepts_nothing(ACCEPT_FILE, line) for line in current.without(used)]
        if spent := listed.without(current.lines):
            remarks.append(already_accepted(ACCEPT_FILE, spent, old.name))
    remarks += [
        f"{SITE_FILE}:{problem.span.line}: {problem.message}; {problem.hint}"
        for problem in problems
    ]
    return Compared(changes, both.before, both.after, remarks=tuple(remarks))


def _renamed_silently(both: RevisionPair, renamed: Mapping[str, str]) -> Iterator[str]:
    """A remark for each document that git saw renamed and that has no `was`."""
    for new_path, old_path in sorted(renamed.items()):
        new, old = place_of(new_path)[0], place_of(old_path)[0]
        if new is None or old is None or new.kind != old.kind:
            continue
        document = both.after.documents.get(Ref(new.kind, new.id))
        was_there = Ref(old.kind, old.id) in both.before.documents
        if document is not None and was_there and old.id not in former_ids(document):
            yield no_former_name(new_path, old.id)


def _named(compared: Compared, head: Files, rest: Rest | None, cache: Cache) -> Compared:
    """The comparison with the titles of people and things that its changes name, and that neither
    side had to read for the comparison."""
    changes = compared.changes
    named = documents_named((*changes.changes, *changes.accepted))
    unread = named - compared.before.documents.keys() - compared.after.documents.keys()
    titles = titles_of(unread, head, rest, cache)
    if not titles:
        return compared

    def title(ref: Ref) -> str:
        return titles.get(ref) or title_of(compared.before, compared.after, ref)

    lines = with_document_titles(changes.changes, title)
    accepted_lines = with_document_titles(changes.accepted, title)
    return replace(compared, changes=replace(changes, changes=lines, accepted=accepted_lines))


def _unreadable(
    side: Side, name: Literal["base", "head"], reported: Collection[tuple[str, str]] = ()
) -> list[Unreadable]:
    """The errors of a side, without those `reported` for the other side (as code and file)."""
    return [
        Unreadable(finding.span.file, name, finding.message, finding.span)
        for finding in side.findings
        if finding.severity is Severity.ERROR and (finding.code, finding.span.file) not in reported
    ]


def _compare_files(session: Session, old: Path, new: Path) -> Compared:
    """Compare two files as states of one document, such as a current and a future journey."""
    from journeybook.workflow.load_site import budget_of, config_of, display_path

    try:
        root: Path | None = session.root()
    except EnvironmentFault:
        root = None  # two drafts need no site
    files = read_site(root, budget_of)[0].files if root else {}
    config = config_of(files)
    before, old_errors = _read_file(old, "base", root, config)
    after, new_errors = _read_file(new, "head", root, config)
    changes = compare(
        before,
        after,
        base=display_path(old),
        head=display_path(new),
        renamed={display_path(new): _path_of_document(before)},
        unreadable=[*old_errors, *new_errors],
        of_sites=False,
    )
    return Compared(replace(changes, files=1), before, after)


def _read_file(
    path: Path, side: Literal["base", "head"], root: Path | None, config: SiteConfig
) -> tuple[Catalog, list[Unreadable]]:
    """A catalog with this document only, and why it cannot be compared in full."""
    from journeybook.diff.single_document import read_single_document
    from journeybook.workflow.load_site import display_path

    name = display_path(path)
    try:
        data = path.read_bytes()[: STANDARD.text + 1]
    except OSError as error:
        raise EnvironmentFault(f"cannot read `{name}`: {in_words(error)}") from error
    place = _place(root, path) or Place("journey", DRAFT)
    read = read_single_document(name, data, place, config)
    finding = next(errors(read.findings), None)
    if finding is None:
        return read.catalog, []
    unreadable = Unreadable(name, side, finding.message, finding.span, in_part=read.is_text)
    return read.catalog, [unreadable]


def _path_of_document(catalog: Catalog) -> str:
    """The path that the one document of a catalog has in a site."""
    ref = next(ref for ref in catalog.documents if ref not in catalog.stubs)
    return f"content/{ref.kind}/{ref.id}.md"


def _place(root: Path | None, path: Path) -> Place | None:
    """The kind and ID that a file has by its place in the site; None for a draft elsewhere."""
    if root is None or not path.resolve().is_relative_to(root.resolve() / "content"):
        return None
    return place_of(path.resolve().relative_to(root.resolve()).as_posix())[0]

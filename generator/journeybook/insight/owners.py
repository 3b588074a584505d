"""The owners of each file: the words after `owner:`, and their handles on a code host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from journeybook.catalog.catalog import Catalog
from journeybook.schema.documents import Entity, Journey, Stage, Step
from journeybook.schema.site_config import SiteConfig, handle
from journeybook.text import Span

EVERYONE_ELSE = "*"
"""The key of `owners:` for files without an owner."""


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner as written, and its handles (none if `owners:` does not list it)."""

    name: str
    span: Span
    handles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnedFile:
    """A file of the site and its owners."""

    path: str
    owners: tuple[Owner, ...]

    @property
    def handles(self) -> tuple[str, ...]:
        """Every handle once, in the order written."""
        handles = chain.from_iterable(owner.handles for owner in self.owners)
        return tuple(dict.fromkeys(handles))


def owner_of(journey: Journey, stage: Stage, step: Step | None) -> str:
    """The owner of a step, or else of its stage, or else of the map; empty if none has one.

    Without a step, the owner of the stage's own facts.
    """
    own = step.owner if step else ""
    return own or stage.owner or str(journey.owner or "")


def owned_files(catalog: Catalog, paths: Iterable[str] = ()) -> tuple[OwnedFile, ...]:
    """Every file with an owner, by path.

    A file of `paths` that differs from a document only in its extension, such as the series of a
    metric, has the owners of the document.
    """
    siblings: dict[str, list[str]] = {}
    for path in paths:
        siblings.setdefault(_stem(path), []).append(path)
    files: dict[str, OwnedFile] = {}
    for document in catalog.documents.values():
        if document.ref in catalog.stubs:
            continue
        owners = tuple(_owners(document, catalog.config))
        if owners:
            for path in (document.path, *siblings.get(_stem(document.path), ())):
                files[path] = OwnedFile(path, owners)
    return tuple(files[path] for path in sorted(files))


def handles_of(name: str, config: SiteConfig) -> tuple[str, ...]:
    """The handles of an owner: those that `owners:` lists, or else the name if it is a handle.

    A name with commas is several owners: their handles, or none if one of them has none.
    """
    listed = {_folded(key): handles for key, handles in config.owners}
    handles = listed.get(_folded(name))
    if handles is not None:
        return tuple(str(each) for each in handles)
    if "," in name:
        parts = [part.strip() for part in name.split(",")]
        of_each = [handles_of(part, config) for part in parts if part]
        return tuple(chain.from_iterable(of_each)) if all(of_each) else ()
    own = handle(name) if "@" in name else None
    return (own,) if own else ()


def _owners(document: Entity, config: SiteConfig) -> Iterator[Owner]:
    """The owner of a file; for a map without one, the owners of its stages and steps."""
    if document.owner:
        yield Owner(str(document.owner), document.owner.span, handles_of(document.owner, config))
        return
    if not isinstance(document, Journey):
        return
    for part in document.parts():
        for fact in part.all("owner"):
            if fact.text:
                yield Owner(fact.text, fact.value_span, handles_of(fact.text, config))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _stem(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return folder + slash + name.partition(".")[0]

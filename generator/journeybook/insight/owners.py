"""Who answers for each file: the words after `owner:`, and the names a forge knows them by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from journeybook.catalog.catalog import Catalog
from journeybook.schema.documents import Entity, Journey, Stage, Step
from journeybook.schema.site_config import SiteConfig, handle
from journeybook.text import Span

EVERYONE_ELSE = "*"
"""The key of `owners:` for files that name no owner."""


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner as written, and the handles it is known by (none where nobody said)."""

    name: str
    span: Span
    handles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnedFile:
    """A file of the site and who answers for it."""

    path: str
    owners: tuple[Owner, ...]

    @property
    def handles(self) -> tuple[str, ...]:
        """Every handle once, in the order written."""
        return tuple(dict.fromkeys(handle for owner in self.owners for handle in owner.handles))


def owner_of(journey: Journey, stage: Stage, step: Step | None) -> str:
    """Who answers for a step, or for what a stage itself says: its owner, else the stage's, else
    the map's; or empty."""
    return (step.owner if step else "") or stage.owner or str(journey.owner or "")


def owned_files(catalog: Catalog, paths: Iterable[str] = ()) -> tuple[OwnedFile, ...]:
    """Every file with an owner, by path. A file of `paths` that differs only in its ending, such as
    the series of a metric, goes with its document."""
    beside: dict[str, list[str]] = {}
    for path in paths:
        beside.setdefault(_stem(path), []).append(path)
    found: dict[str, OwnedFile] = {}
    for document in catalog.documents.values():
        owners = () if document.ref in catalog.stubs else tuple(_owners(document, catalog.config))
        if owners:
            for path in {document.path, *beside.get(_stem(document.path), ())}:
                found[path] = OwnedFile(path, owners)
    return tuple(found[path] for path in sorted(found))


def handles_of(name: str, config: SiteConfig) -> tuple[str, ...]:
    """The handles of an owner: those that `owners:` gives, else the words themselves where they are
    a handle; a list with commas names several."""
    known = {_folded(key): handles for key, handles in config.owners}
    whole = known.get(_folded(name))
    if whole is not None:
        return tuple(str(one) for one in whole)
    parts = [part.strip() for part in name.split(",")] if "," in name else []
    if parts:
        each = [handles_of(part, config) for part in parts if part]
        return tuple(chain.from_iterable(each)) if all(each) else ()
    written = handle(name) if "@" in name else None
    return (written,) if written else ()


def _owners(document: Entity, config: SiteConfig) -> Iterator[Owner]:
    """The owner of the file; for a map without one, the owners of its stages and steps."""
    if document.owner:
        yield Owner(str(document.owner), document.owner.span, handles_of(document.owner, config))
    elif isinstance(document, Journey):
        for part in document.parts():
            for fact in part.all("owner"):
                if fact.text:
                    yield Owner(fact.text, fact.value_span, handles_of(fact.text, config))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _stem(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return folder + slash + name.partition(".")[0]

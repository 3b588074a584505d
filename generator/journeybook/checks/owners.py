"""A rule about owners that a forge cannot ask for a review (JB221)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.catalog.catalog import Catalog
from journeybook.checks.rule import Findings, rule
from journeybook.diagnostics import Severity, nearest
from journeybook.insight.build_info import BuildInfo
from journeybook.insight.owners import OwnedFile, owned_files
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Span

CODE = "JB221"


@rule(CODE, "owner-without-handle", Severity.WARNING)
def owner_without_handle(catalog: Catalog, info: BuildInfo) -> Findings:
    """Owner missing from `owners:` in `site.yaml`.

    Why: `journeybook owners` turns owners into reviewers, and for this one it does not know whom to
    ask. Sites without a table `owners:` are left alone; `journeybook owners` tells them all the
    same.

    Bad:
        === site.yaml
        title: Our journeys
        owners:
          shop team: "@acme/shop"
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        owner: shop floor
        ---
    Good:
        === site.yaml
        title: Our journeys
        owners:
          shop team: "@acme/shop"
        === content/journeys/ana/buy.md
        ---
        title: I buy running shoes
        owner: shop team
        ---
    """
    if catalog.config.owners:
        yield from unknown_owners(owned_files(catalog), catalog.config)


def unknown_owners(
    files: Iterable[OwnedFile], config: SiteConfig
) -> Iterator[tuple[Span, str, str]]:
    """Where an owner stands that has no handle, each name once."""
    told: set[str] = set()
    for owner in (owner for file in files for owner in file.owners if not owner.handles):
        if owner.name.casefold() not in told:
            told.add(owner.name.casefold())
            near = nearest(owner.name, config_names(config))
            hint = (
                f"did you mean `{near}`?"
                if near
                else f'add `{owner.name}: "@…"` under `owners:` in site.yaml'
            )
            yield owner.span, f"the owner `{owner.name}` has no handle", hint


def config_names(config: SiteConfig) -> tuple[str, ...]:
    """The owners that `site.yaml` knows."""
    return tuple(str(name) for name, _ in config.owners)

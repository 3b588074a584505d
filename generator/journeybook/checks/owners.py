"""A rule about owners that a code host cannot ask for a review (JB221)."""

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

    Why: `journeybook owners` turns owners into reviewers, and this owner has no handle to ask.
    Sites without `owners:` skip this check; `journeybook owners` still reports such owners.

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
    """The place, message and hint for each owner without a handle; each name is reported once."""
    reported: set[str] = set()
    for file in files:
        for owner in file.owners:
            name = owner.name.casefold()
            if owner.handles or name in reported:
                continue
            reported.add(name)
            near = nearest(owner.name, config_names(config))
            hint = f'add `{owner.name}: "@…"` under `owners:` in site.yaml'
            if near:
                hint = f"did you mean `{near}`?"
            yield owner.span, f"the owner `{owner.name}` has no handle", hint


def config_names(config: SiteConfig) -> tuple[str, ...]:
    """The owners listed under `owners:` in `site.yaml`."""
    return tuple(str(name) for name, _ in config.owners)

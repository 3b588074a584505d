"""What every export starts from: a checked site, its theme, and the context that views are made
in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from journeybook.insight.build_info import BuildInfo
from journeybook.outputs.assets import Assets, assets
from journeybook.outputs.check_site import CheckedSite, Outside
from journeybook.pages.context import PageContext, PlainSite, SiteContext, page_context
from journeybook.pages.theme import Theme, static_files
from journeybook.pictures.poster import icons
from journeybook.prose.render import Renderer
from journeybook.schema.documents import Journey


@dataclass(frozen=True)
class ExportContext:
    """A whole site, ready to be shown in any form."""

    site: SiteContext
    theme: Theme
    loaded: Assets

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys somebody has written, by id."""
        return tuple(journey for journey in self.site.catalog.journeys if journey.path)

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """The theme's icons, for pictures."""
        return icons(self.theme)

    def at(self, journey: Journey) -> PageContext:
        """The context of a journey's page, in its language."""
        page = self.site.plan.page_of(journey.ref)
        assert page is not None, "every journey has a page"
        return page_context(self.site, page)


def atlas(
    checked: CheckedSite, theme: Theme, info: BuildInfo, outside: Outside | None = None
) -> ExportContext:
    """Put together what exports need; `outside` as in `outputs.site.build`."""
    catalog = checked.catalog
    prose = Renderer(catalog.config.limits, outside(catalog.config.limits) if outside else None)
    loaded = assets(catalog.config, static_files(theme), catalog.images)
    return ExportContext(
        PlainSite(catalog, checked.plan, info, prose, loaded.image_urls), theme, loaded
    )

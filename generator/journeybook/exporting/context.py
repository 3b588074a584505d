"""The input of every export: a checked site with its theme and static files."""

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
    """A whole site, ready for export to any format."""

    site: SiteContext
    theme: Theme
    loaded: Assets

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys that have a file, sorted by ID."""
        return tuple(journey for journey in self.site.catalog.journeys if journey.path)

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """The icons of the theme, for images."""
        return icons(self.theme)

    def at(self, journey: Journey) -> PageContext:
        """The context of a journey's page, in its language."""
        page = self.site.plan.page_of(journey.ref)
        assert page is not None, "every journey has a page"
        return page_context(self.site, page)


def export_context(
    checked: CheckedSite, theme: Theme, info: BuildInfo, outside: Outside | None = None
) -> ExportContext:
    """The context of all exports of a site; `outside` as in `outputs.site.build`."""
    catalog = checked.catalog
    prose = Renderer(catalog.config.limits, outside(catalog.config.limits) if outside else None)
    loaded = assets(
        catalog.config, static_files(theme), catalog.images, attachments=catalog.attachments
    )
    return ExportContext(
        PlainSite(catalog, checked.plan, info, prose, loaded.image_urls), theme, loaded
    )

"""The list of content assets: a table of stages by roles, and all assets."""

from __future__ import annotations

from collections.abc import Sequence

from journeybook.insight.use_figures import figures_by_group
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link
from journeybook.pages.lists.entity_views import stage_page
from journeybook.pages.lists.tables import count_by_group, facet, links, text, tokens, useful
from journeybook.pages.stages import StageEntry
from journeybook.pages.views import IndexView, Link, Table, TableRow
from journeybook.schema.documents import Collateral
from journeybook.schema.values import Ref
from journeybook.vocabulary import ROLES


def collateral_index(ctx: PageContext) -> IndexView:
    """All content, by stage and role and then one by one."""
    t = ctx.t
    assets = ctx.by_title(ctx.catalog.collateral)
    types = [list(map(str, asset.type)) for asset in assets]
    type_labels = {kind: word(t, kind) for kinds in types for kind in kinds}
    tables = [_all_content(ctx, assets)]
    by_stage = _content_by_stage(ctx, assets)
    if by_stage:
        tables.insert(0, by_stage)
    return IndexView(
        **frame(ctx),
        title=t("Content"),
        kind="collateral",
        eyebrow=t("Index"),
        intro=t("What customers read, watch or use along the way."),
        facets=useful(facet("type", t("Type"), types, type_labels)),
        tables=tuple(tables),
    )


def _content_by_stage(ctx: PageContext, assets: Sequence[Collateral]) -> Table | None:
    """Stages by roles; None if no asset is for a role."""
    t = ctx.t
    audience = set().union(*(_roles(asset) for asset in assets))
    roles = [role for role in ROLES if role in audience]
    if not roles:
        return None
    rows = []
    for stage in ctx.site.plan.stages:
        stage_assets = [asset for asset in assets if is_for_stage(ctx, asset, stage)]
        if stage_assets:
            rows.append(_stage_row(ctx, stage, roles, stage_assets))
    role_labels = [word(t, role) for role in roles]
    return Table(
        id="by-stage_",
        title=t("By stage and role"),
        columns=(t("Stage"), *role_labels),
        rows=tuple(rows),
        note=t(
            "What each role can read, watch or use at each stage, and where content is missing."
        ),
    )


def _stage_row(
    ctx: PageContext,
    stage: StageEntry,
    roles: Sequence[str],
    assets: Sequence[Collateral],
) -> TableRow:
    unregistered = Link(label=stage.title, kind="stage")
    head = stage_page(ctx, stage.id) if stage.definition else unregistered
    cells = [links(head)]
    for role in roles:
        asset_links = [link(ctx, asset.ref) for asset in assets if _is_for_role(asset, role)]
        cells.append(links(*asset_links) if asset_links else text(ctx.t("nothing yet")))
    return TableRow(cells=tuple(cells))


def is_for_stage(ctx: PageContext, asset: Collateral, stage: StageEntry) -> bool:
    """Whether an asset names a stage, by id, name or alias."""
    for ref in asset.stages:
        definition = ctx.catalog.config.stages.find(ref.id)
        if definition and str(definition.id) == stage.id:
            return True
    return False


def _is_for_role(asset: Collateral, role: str) -> bool:
    """Whether a role is in the audience; content without an audience is for everyone."""
    return not asset.audience or role in _roles(asset)


def _roles(asset: Collateral) -> set[str]:
    """The audience in lower case, as roles are compared."""
    return {str(audience).lower() for audience in asset.audience}


def _all_content(ctx: PageContext, assets: Sequence[Collateral]) -> Table:
    t = ctx.t
    columns = (
        t("Content asset"),
        t("Type"),
        t("Purpose"),
        t("Stages"),
        t("Audience"),
        t("Steps"),
    )
    rows = tuple(_asset_row(ctx, asset) for asset in assets)
    return Table(
        id="all_",
        title=t("All content"),
        columns=columns,
        rows=rows,
    )


def _asset_row(ctx: PageContext, asset: Collateral) -> TableRow:
    kinds = list(map(str, asset.type))
    type_labels = ", ".join(word(ctx.t, kind) for kind in kinds)
    stage_links = [stage_page(ctx, ref.id) for ref in asset.stages]
    audience = ", ".join(_audience_label(ctx, str(name)) for name in asset.audience)
    groups = figures_by_group(ctx.catalog, asset)
    return TableRow(
        cells=(
            links(link(ctx, asset.ref)),
            text(type_labels),
            text(asset.aim),
            links(*stage_links),
            text(audience),
            count_by_group(ctx, groups, lambda figures: figures.steps),
        ),
        facets={"type": tokens(kinds)},
    )


def _audience_label(ctx: PageContext, name: str) -> str:
    """The name of a role, or the title of a persona."""
    role = name.lower()
    return word(ctx.t, role) if role in ROLES else ctx.catalog.title(Ref("persona", name))

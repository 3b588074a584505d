"""Buying committees over all current maps: roles with their people, and their content."""

from __future__ import annotations

from collections.abc import Mapping

from journeybook.catalog.catalog import Catalog
from journeybook.insight.committee import committee
from journeybook.insight.map_groups import maps_of_today
from journeybook.schema.documents import Collateral, Journey, Member
from journeybook.vocabulary import ROLES

RoleMember = tuple[str, Member, Journey]
"""A persona's ID, its entry in the committee, and the journey of the committee."""
ContentByRole = Mapping[str, tuple[Collateral, ...]]


def criteria_by_role(catalog: Catalog) -> Mapping[str, tuple[RoleMember, ...]]:
    """Role -> everyone who has it.

    Members without a role come last, under the empty string.
    """
    by_role: dict[str, list[RoleMember]] = {role: [] for role in (*ROLES, "")}
    for journey in maps_of_today(catalog):
        for name, member in journey.committee:
            by_role[str(member.role or "")].append((str(name), member, journey))
    return {role: tuple(members) for role, members in by_role.items() if members}


def roles_at(catalog: Catalog, stage_id: str) -> frozenset[str]:
    """Roles of the people who take part in a stage of any journey."""
    roles: set[str] = set()
    for journey in maps_of_today(catalog):
        for row in committee(journey):
            for stage, seat in zip(journey.stages, row.seats, strict=True):
                if stage.id == stage_id and seat.steps and row.member.role:
                    roles.add(str(row.member.role))
    return frozenset(roles)


def content_for(catalog: Catalog) -> Mapping[str, ContentByRole]:
    """Stage -> role -> content made for both, for the roles that take part in the stage.

    Empty if the site has no content at all.
    """
    if not catalog.collateral:
        return {}
    stage_ids: dict[str, None] = {}
    for journey in maps_of_today(catalog):
        if journey.committee:
            stage_ids |= dict.fromkeys(stage.id for stage in journey.stages)
    content: dict[str, ContentByRole] = {}
    for stage_id in stage_ids:
        roles = roles_at(catalog, stage_id)
        if roles:
            content[stage_id] = _content_by_role(catalog, stage_id, roles)
    return content


def _content_by_role(catalog: Catalog, stage_id: str, roles: frozenset[str]) -> ContentByRole:
    assets = [asset for asset in catalog.collateral if stage_id in _stage_ids(asset, catalog)]
    by_role: dict[str, tuple[Collateral, ...]] = {}
    for role in ROLES:
        if role in roles:
            people = _people_with(role, catalog)
            by_role[role] = tuple(asset for asset in assets if _is_for(asset, role, people))
    return by_role


def _people_with(role: str, catalog: Catalog) -> set[str]:
    people: set[str] = set()
    for journey in maps_of_today(catalog):
        people.update(str(name) for name, member in journey.committee if member.role == role)
    return people


def _is_for(asset: Collateral, role: str, people: set[str]) -> bool:
    """Whether an asset is made for a role or one of its people; without `for:`, for everyone."""
    if not asset.audience:
        return True
    return any(str(name).lower() == role or str(name) in people for name in asset.audience)


def _stage_ids(asset: Collateral, catalog: Catalog) -> set[str]:
    """IDs of the stages that an asset names by ID, name or alias."""
    registry = catalog.config.stages
    ids: set[str] = set()
    for ref in asset.stages:
        definition = registry.find(ref.id)
        ids.add(str(definition.id) if definition else ref.id)
    return ids

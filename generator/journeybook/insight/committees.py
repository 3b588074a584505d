"""Buying committees over all maps: roles with their people, and the content there is for them."""

from __future__ import annotations

from collections.abc import Mapping

from journeybook.catalog.catalog import Catalog
from journeybook.insight.committee import committee
from journeybook.schema.documents import Collateral, Journey, Member
from journeybook.vocabulary import ROLES


def criteria_by_role(catalog: Catalog) -> Mapping[str, tuple[tuple[str, Member, Journey], ...]]:
    """Role -> everyone who plays it, as (persona, member, journey); without a role last, under the
    empty string."""
    found: dict[str, list[tuple[str, Member, Journey]]] = {role: [] for role in (*ROLES, "")}
    for journey in catalog.journeys:
        for name, member in journey.committee:
            found[str(member.role or "")].append((str(name), member, journey))
    return {role: tuple(members) for role, members in found.items() if members}


def roles_at(catalog: Catalog, stage: str) -> frozenset[str]:
    """Roles whose people take part in a stage of some journey."""
    return frozenset(
        str(row.member.role)
        for journey in catalog.journeys
        for row in committee(journey)
        for place, seat in zip(journey.stages, row.seats, strict=True)
        if place.id == stage and seat.steps and row.member.role
    )


def content_for(catalog: Catalog) -> Mapping[str, Mapping[str, tuple[Collateral, ...]]]:
    """Stage -> role -> content made for both, for the roles that take part in the stage; empty
    without content."""
    if not catalog.collateral:
        return {}
    stages = dict.fromkeys(
        s.id for journey in catalog.journeys if journey.committee for s in journey.stages
    )
    present = {stage: roles_at(catalog, stage) for stage in stages}
    return {
        stage: {role: _fitting(catalog, stage, role) for role in ROLES if role in roles}
        for stage, roles in present.items()
        if roles
    }


def _fitting(catalog: Catalog, stage: str, role: str) -> tuple[Collateral, ...]:
    people = {str(n) for j in catalog.journeys for n, member in j.committee if member.role == role}
    return tuple(
        asset
        for asset in catalog.collateral
        if stage in _stages(asset, catalog)
        and (
            not asset.audience
            or any(str(who).lower() == role or str(who) in people for who in asset.audience)
        )
    )


def _stages(asset: Collateral, catalog: Catalog) -> set[str]:
    """Ids of the stages that an asset names, by id, name or alias."""
    registry = catalog.config.stages
    return {str(d.id) if (d := registry.find(ref.id)) else ref.id for ref in asset.stages}

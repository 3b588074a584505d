"""The groups of maps that every figure keeps apart: what is, what is planned, what others do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from journeybook.catalog.catalog import Catalog
from journeybook.schema.documents import Journey

T = TypeVar("T")


class MapGroup(StrEnum):
    """Whose experience a map describes, and when; in the order in which pages show them."""

    TODAY = "today"
    PLANNED = "planned"
    COMPETITOR = "competitor"
    TRANSLATION = "translation"
    RETIRED = "retired"


_OF_STATE = {
    "current": MapGroup.TODAY,
    "future": MapGroup.PLANNED,
    "competitor": MapGroup.COMPETITOR,
}


def group_of(journey: Journey) -> MapGroup:
    """The group of a map: that of its `state`, unless it is retired or repeats another map."""
    if journey.status == "retired":
        return MapGroup.RETIRED
    if journey.translation_of:
        return MapGroup.TRANSLATION
    return _OF_STATE[str(journey.state)]


def is_today(journey: Journey) -> bool:
    """Whether a map describes what our customers experience now, so that figures count it."""
    return group_of(journey) is MapGroup.TODAY


def maps_of_today(catalog: Catalog) -> tuple[Journey, ...]:
    """The journeys that figures count, by id."""
    return tuple(filter(is_today, catalog.journeys))


def by_group(items: Iterable[T], journey_of: Callable[[T], Journey]) -> dict[MapGroup, list[T]]:
    """Things of maps by group, in the order of the groups; only groups that have any."""
    groups: dict[MapGroup, list[T]] = {group: [] for group in MapGroup}
    for item in items:
        groups[group_of(journey_of(item))].append(item)
    return {group: members for group, members in groups.items() if members}


def today_first(items: Iterable[T], journey_of: Callable[[T], Journey]) -> tuple[T, ...]:
    """Things of maps in the order of their groups."""
    ordered: list[T] = []
    for members in by_group(items, journey_of).values():
        ordered += members
    return tuple(ordered)

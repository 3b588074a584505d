"""B11: own stages have readable addresses, and the heat map is by set of stages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.insight.heat_map import by_stage_set, heat_by_stage, stages_of_group
from journeybook.outputs.site import Built
from journeybook.pages.addresses import safe_name, stage_address
from journeybook.schema.values import file_id_fault
from sites import Site, site


@pytest.mark.parametrize(
    ("identifier", "start"),
    [
        ("erstgespräch", "erstgesprach-"),
        ("árajánlat-kérés", "arajanlat-keres-"),
        ("żółta-łódź", "zolta-lodz-"),
        ("đơn-hàng", "don-hang-"),
        ("آگاهی", "x-"),
        ("awareness", "awareness"),
    ],
)
def test_b11_an_accented_stage_has_a_readable_address(identifier: str, start: str) -> None:
    name = stage_address(identifier).removeprefix("stages/").removesuffix(".html")
    assert re.fullmatch(f"{start}[0-9a-f]*", name)


@given(st.text(min_size=1), st.text(min_size=1))
def test_b11_an_address_is_safe_and_of_one_stage(one: str, other: str) -> None:
    assert not file_id_fault(safe_name(one))
    assert (safe_name(one) == safe_name(other)) == (one == other)


SETS = """\
title: Maps
stages:
  classic:
    - {id: awareness, name: Awareness}
    - {id: decision, name: Decision}
  digital:
    - {id: demand, name: Demand}
    - {id: sale, name: Sale}
"""


def maps(**stages: str) -> Site:
    """A map of Ana for each list of stages."""
    files = {"site.yaml": SETS}
    for name, titles in stages.items():
        text = f"---\ntitle: {name}\n---\n"
        for title in titles.split(", "):
            text += f"## {title}\n### A step\n- emotion: +1 good\n"
        files[f"content/journeys/ana/{name}.md"] = text
    return site(files)


def groups(read: Site) -> list[tuple[list[str], tuple[str, ...]]]:
    """The names of the journeys of each group, and its columns."""
    registry = read.catalog.config.stages
    heats = [(journey, heat_by_stage(journey)) for journey in read.catalog.journeys]
    return [
        ([journey.id.partition("/")[2] for journey, _ in group], stages_of_group(group, registry))
        for group in by_stage_set(heats, registry)
    ]


def test_b11_journeys_are_grouped_by_the_set_of_their_stages() -> None:
    read = maps(
        a="Decision, Awareness",
        b="Sale, Demand",
        c="Demand, Sale, Awareness",
        d="Wake, Sleep",
        e="Other",
        f="Sleep, Dream",
    )
    assert groups(read) == [
        (["a"], ("awareness", "decision")),
        (["b", "c"], ("awareness", "demand", "sale")),
        (["e"], ("other",)),
        (["d", "f"], ("wake", "sleep", "dream")),
    ]


def test_b11_most_cells_of_the_sample_s_heat_maps_are_filled(
    sample_site: Built, sample_output: Mapping[str, bytes]
) -> None:
    registry = sample_site.catalog.config.stages
    heats = [(journey, heat_by_stage(journey)) for journey in sample_site.catalog.journeys]
    for group in by_stage_set(heats, registry):
        columns = stages_of_group(group, registry)
        filled = sum(len(by_stage) for _, by_stage in group)
        assert filled / (len(columns) * len(group)) > 0.4
    twin = sample_output["heat-map.md"].decode()
    assert "## Journeys by stage: Awareness – Advocacy" in twin
    assert "## Journeys by stage: Demand – Referral" in twin

"""G2: no value of a series and no page can keep a build busy for ever."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.budget import MB, STANDARD, Budget
from journeybook.diagnostics import errors
from journeybook.effects.work_limits import run_limited
from journeybook.insight.metric_series import number
from journeybook.outputs.site import BuildResources, build
from journeybook.pages.lists.chart import ticks
from journeybook.schema.documents import Metric
from journeybook.schema.read import read_site
from journeybook.workflow.build_site import build_within_limits
from sample import INFO
from sites import BUY

METRIC = "content/metrics/nps"
ANY = st.floats(allow_nan=False, allow_infinity=False)


def values_of(*values: str) -> tuple[list[float | None], list[str]]:
    """The values of a series as read, and the codes of what was refused."""
    lines = "".join(f"2026-01-{day:02},{value}\n" for day, value in enumerate(values, 1))
    documents, findings = read_site(
        {
            "site.yaml": b"title: Maps\n",
            f"{METRIC}.md": b"---\ntitle: NPS\n---\n",
            f"{METRIC}.csv": f"date,value\n{lines}".encode(),
        }
    )
    (metric,) = documents.documents
    assert isinstance(metric, Metric)
    codes = [one.code for one in findings if one.span.file.endswith(".csv")]
    return [reading.value for reading in metric.series], codes


@given(ANY, ANY)
def test_g2_every_pair_of_values_is_refused_or_has_at_most_seven_ticks(
    one: float, other: float
) -> None:
    values, codes = values_of(repr(one), repr(other))
    assert len(values) == 2 or codes == ["JB190"]  # one cause is told once per file
    measured = [value for value in values if value is not None]
    if measured:
        assert_scale(min(measured), max(measured))


@given(
    st.floats(-1e300, 1e300, allow_nan=False),
    st.one_of(st.floats(-1e300, 1e300), st.floats(0, 1e-300), st.integers(-9, 9).map(float)),
)
def test_g2_ticks_are_bounded_also_for_values_that_no_series_may_have(
    one: float, other: float
) -> None:
    assert_scale(min(one, other), max(one, other))


@given(ANY, st.integers(1, 1000))
def test_g2_neighbouring_floats_have_a_scale(value: float, steps: int) -> None:
    if abs(value) < 1e300:
        assert_scale(value, value + steps * math.ulp(value))


def assert_scale(low: float, high: float) -> None:
    scale = ticks(low, high)
    assert 2 <= len(scale) <= 7
    assert all(one < other for one, other in pairwise(scale))
    room = (scale[-1] - scale[0]) * 1e-6
    assert scale[0] - room <= low <= high <= scale[-1] + room


@pytest.mark.parametrize(
    ("low", "high", "scale"),
    [
        (0, 1, (0, 0.25, 0.5, 0.75, 1)),
        (12, 70, (0, 20, 40, 60, 80)),
        (5, 5, (4, 4.5, 5, 5.5, 6)),
        (0, 0.4, (0, 0.1, 0.2, 0.3, 0.4)),
        (-3, 1, (-3, -2, -1, 0, 1)),
    ],
)
def test_g2_ticks_are_round_values(low: float, high: float, scale: tuple[float, ...]) -> None:
    assert ticks(low, high) == scale


@pytest.mark.parametrize("value", ["0.00000000001", "1e300", "-1e-300", "5e-324", "1e16", "-2e15"])
def test_g2_a_value_out_of_range_is_an_error_at_its_line(value: str) -> None:
    values, codes = values_of("0", value)
    assert (values, codes) == ([0.0], ["JB190"])


@pytest.mark.parametrize("value", ["0", "-0.0", "0.000001", "1000000000000000", "-12.5", ""])
def test_g2_a_sensible_value_is_read(value: str) -> None:
    assert values_of(value)[1] == []


def test_g2_a_target_out_of_range_is_no_line_in_a_chart() -> None:
    assert number("1" * 400) is None
    assert number("30 %") == 30


def spin(seconds: float) -> str:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
    return "done"


def test_g2_work_that_takes_too_long_is_stopped_in_any_thread() -> None:
    results: list[str] = []
    thread = threading.Thread(target=lambda: results.append(run_limited(1, MB, lambda: spin(60))))
    thread.start()
    assert run_limited(1, 64 * MB, lambda: spin(60)) == "it takes longer than 1 s"
    thread.join(30)
    assert results == ["it takes longer than 1 s"]
    assert run_limited(10, 64 * MB, lambda: spin(0.1)) == "done"


def test_g2_work_that_catches_every_exception_is_stopped_too() -> None:
    def stubborn() -> str:
        try:
            return spin(60)
        except Exception:
            return spin(60)

    assert run_limited(1, 64 * MB, stubborn) == "it takes longer than 1 s"


def test_g2_work_that_takes_too_much_memory_is_stopped() -> None:
    def grow() -> str:
        pieces = []
        for _ in range(4000):
            pieces.append(b"x" * MB)
            time.sleep(0.001)
        return "done"

    assert run_limited(60, 300 * MB, grow) == "it needs more than 300 MB of memory"


def test_g2_a_page_that_takes_too_long_is_a_finding_and_nothing_is_built(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """JB191 names the page; `limits` in `site.yaml` allow more."""

    def slow(budget: Budget, make: object) -> str:
        assert budget == STANDARD
        return "it takes longer than 30 s"

    files = {"site.yaml": b"title: Maps\n", BUY: b"---\ntitle: I buy\n---\n"}
    built = build(files, theme_layers, INFO, resources=BuildResources(limited=slow))
    assert built.files is None
    found = [one for one in errors(built.diagnostics) if one.span.file == BUY]
    assert [(one.code, one.message) for one in found] == [
        ("JB191", "cannot build the page journeys/ana/buy.html: it takes longer than 30 s")
    ]


def test_g2_pages_are_built_under_the_limits_of_the_site() -> None:
    assert build_within_limits(Budget(page_time=1), lambda: spin(60)) == "it takes longer than 1 s"

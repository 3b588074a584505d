"""`make test-wikis` runs everything here; `make test` one try of each wiki that is installed."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from _pytest.terminal import TerminalReporter

RUN_ALL = bool(os.environ.get("JOURNEYBOOK_WIKIS"))
QUICK = "test_pages_are_made_and_a_second_run_writes_nothing"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if RUN_ALL:
        return
    skip = pytest.mark.skip(reason="make test-wikis")
    for item in items:
        is_here = "wikis" in item.path.parts
        if is_here and getattr(item, "originalname", "") != QUICK:
            item.add_marker(skip)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Notes a figure that is printed after all tests."""
    return lambda text: record_property("figure", text)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    figures = []
    acts = 0
    for report in terminalreporter.stats.get("passed", []):
        acts += report.when == "call" and "somebody" in report.nodeid
        figures += [value for name, value in report.user_properties if name == "figure"]
    if figures:
        terminalreporter.section("figures of the wikis")
        for text in sorted(set(figures)):
            terminalreporter.write_line(text)
        terminalreporter.write_line(f"{acts} acts of people, and their words are still there")

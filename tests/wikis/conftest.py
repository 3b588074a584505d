"""`make test-wikis` runs everything here; `make test` one try of each wiki that is installed."""

from __future__ import annotations

import os

import pytest

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

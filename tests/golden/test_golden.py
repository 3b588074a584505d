"""Pages of the starter site, byte for byte. `pytest tests/golden --accept` overwrites the expected files."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from journeybook.commands.init import starter
from journeybook.insight.build_info import Change, FixedBuildInfo
from journeybook.outputs.site import build

FOLDER = Path(__file__).parent / "starter"
PAGES = (
    "index.html",
    "journeys/lena-commuter/get-my-bicycle-fixed.html",
    "journeys/lena-commuter/get-my-bicycle-fixed.md",
    "journeys/lena-commuter/get-my-bicycle-fixed-stages.mmd",
    "touchpoints/booking-page.html",
    "touchpoints/index.html",
    "metrics/repairs-won.html",
    "personas/lena-commuter.md",
    "questions.md",
    "llms.txt",
    "404.html",
)
JOURNEY = "content/journeys/lena-commuter/get-my-bicycle-fixed.md"


@pytest.fixture(scope="module")
def output(theme_layers: tuple[Mapping[str, bytes], ...]) -> Mapping[str, bytes]:
    day = datetime.date(2026, 11, 24)
    files = {
        name: text.encode()
        for name, text in starter({"TITLE": "Our customer journeys", "TODAY": "2026-11-20"}).items()
    }
    built = build(
        files,
        theme_layers,
        FixedBuildInfo(day, "0.0.0", "abc", last_change={JOURNEY: Change(day, "Ana Lima")}),
    )
    assert built.files is not None, built.diagnostics
    return built.files


@pytest.mark.parametrize("url", PAGES)
def test_the_page_equals_the_expected_file(
    url: str, output: Mapping[str, bytes], accept: bool
) -> None:
    text = re.sub(r"\.[0-9a-f]{8}\.(css|js)", r".DIGEST.\1", output[url].decode())
    expected = FOLDER / url.replace("/", "__")
    if accept:
        expected.write_text(text, "utf-8", newline="\n")
    assert text == expected.read_text("utf-8")

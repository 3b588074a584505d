"""A site made by `init`, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and we are in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def starter(here: Path) -> Path:
    """A new site, and we are in its folder."""
    made = run("init", "--quiet")
    assert made.exit_code == 0, made.stderr
    return here

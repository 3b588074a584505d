"""The bug report: useful, and safe to send."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from journeybook.effects.crash import write_report


def _break() -> None:
    try:
        raise KeyError("SECRET-CONTENT")
    except KeyError as error:
        raise RuntimeError("SECRET-CONTENT again") from error


def test_g4_a_report_names_the_place_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIKI_TOKEN", "SECRET-TOKEN")
    monkeypatch.setenv("HOME", str(Path(__file__).parent))
    try:
        _break()
    except RuntimeError as error:
        path = write_report(
            error, folder=tmp_path, version="1.2.3", argv=["journeybook", "build", "\x1b[31m"]
        )
    text = path.read_text()
    assert path.parent == tmp_path
    assert path.stat().st_mode & 0o777 == 0o600
    assert "SECRET" not in text
    assert "\x1b" not in text
    assert "journeybook 1.2.3" in text
    assert "builtins.RuntimeError" in text
    assert "builtins.KeyError" in text
    assert "~/test_effects_crash.py:" in text
    assert str(Path(__file__).parent) not in text


def test_a_folder_that_cannot_be_written_falls_back_to_temporary_files(tmp_path: Path) -> None:
    path = write_report(ValueError(), folder=tmp_path / "missing", version="1", argv=[])
    assert path.parent == Path(tempfile.gettempdir())
    os.unlink(path)

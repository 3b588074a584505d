"""The files of an output while it is made: the same whether they lie in memory or on disk."""

from __future__ import annotations

import tempfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.effects.spooled_output import SpooledOutput

Acts = st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), st.binary(max_size=20))))


@given(Acts, st.integers(0, 40))
def test_a_spool_is_a_dict_however_little_fits_into_memory(
    acts: list[tuple[str, bytes | None]], room: int
) -> None:
    spool, plain = SpooledOutput(room), dict[str, bytes]()
    for path, data in acts:
        if data is None:
            spool.pop(path, None)
            plain.pop(path, None)
        else:
            spool[path] = plain[path] = data
        assert dict(spool) == plain
    assert len(spool) == len(plain)
    spool.close()


def test_small_sites_never_touch_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: pytest.fail("nothing is large"))
    spool = SpooledOutput()
    spool["index.html"] = b"<!doctype html>"
    assert spool["index.html"] == b"<!doctype html>"


def test_where_nothing_can_be_put_on_disk_all_stays_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full() -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    spool = SpooledOutput(0)
    spool["index.html"] = b"<!doctype html>"
    assert dict(spool) == {"index.html": b"<!doctype html>"}


def test_a_path_that_nobody_put_is_missing() -> None:
    with pytest.raises(KeyError):
        SpooledOutput()["index.html"]

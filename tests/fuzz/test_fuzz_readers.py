"""The fuzzer's functions take their seeds, and a moment of changes at random; what once failed stays here as a test."""

from __future__ import annotations

import random

import pytest
from readers import READERS, SEEDS, drive

# Inputs that once made a reader fail, by reader.
ONCE_FAILED: list[tuple[str, bytes]] = []


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_its_seeds(name: str) -> None:
    for seed in (*SEEDS[name], b"", b"\xff", b"\x00" * 100):
        READERS[name](seed)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_what_chance_makes_of_them(name: str) -> None:
    assert drive(name, 1.5, random.Random(4)) > 3


@pytest.mark.parametrize(("name", "data"), ONCE_FAILED)
def test_what_once_failed_is_read(name: str, data: bytes) -> None:
    READERS[name](data)

"""An image in pixels has every letter that some font has, and it is told which letters none has."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest

from journeybook.commands import doctor, export
from journeybook.effects import raster
from journeybook.effects.font_coverage import coverage_of
from journeybook.report.remarks import drawn_as_boxes
from journeybook.workflow.installation import _site_fonts

MIXED = "\u2067قیمت HP-40 و line 2\u2069"


def svg(*lines: str) -> str:
    texts = "".join(f'<text x="9" y="{20 * at}">{line}</text>' for at, line in enumerate(lines))
    return f'<svg viewBox="0 0 400 200" width="400" height="200" font-family="sans-serif">{texts}</svg>'


def font(family: str, *ranges: tuple[int, int]) -> bytes:
    """A font file with a name and a table of characters, and nothing else."""
    text = family.encode("utf-16-be")
    name = (
        struct.pack(">HHH", 0, 1, 18) + struct.pack(">HHHHHH", 3, 1, 0x409, 1, len(text), 0) + text
    )
    groups = b"".join(struct.pack(">III", first, last, 1) for first, last in ranges)
    sub = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(ranges)) + groups
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + sub
    start = 12 + 2 * 16
    head = struct.pack(">IHHHH", 0x00010000, 2, 0, 0, 0)
    head += struct.pack(">4sIII", b"cmap", 0, start, len(cmap))
    head += struct.pack(">4sIII", b"name", 0, start + len(cmap), len(name))
    return head + cmap + name


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A folder with a font for Latin and one for Arabic without Latin letters."""
    (tmp_path / "latin.ttf").write_bytes(font("Plain", (0x20, 0x17F), (0x2010, 0x2069)))
    (tmp_path / "arabic.ttf").write_bytes(font("Plain Arabic", (0x20, 0x20), (0x600, 0x6FF)))
    return tmp_path


def test_f8_the_characters_of_a_font_are_read(fonts: Path) -> None:
    arabic = coverage_of(fonts / "arabic.ttf")
    assert "ق" in arabic
    assert "H" not in arabic
    assert "H" not in coverage_of(fonts / "none.ttf")


def test_f8_latin_letters_beside_an_arabic_word_keep_their_font(fonts: Path) -> None:
    drawn = raster._with_families(svg(MIXED), raster._in_folders((fonts,), svg(MIXED)))
    assert "<tspan font-family=\"'Plain Arabic'\">قیمت </tspan>HP-40 <tspan" in drawn
    assert "</tspan>line 2" in drawn


def test_f8_what_no_font_has_is_named(fonts: Path) -> None:
    missing = raster.without_font(svg(MIXED, "客户 &amp; customer, −2"), (fonts,))
    assert missing == "客户"
    assert "no font has 客 户 (2 characters)" in drawn_as_boxes(missing)
    assert raster.without_font(svg(MIXED), (fonts,)) == ""


def test_f8_export_tells_it(fonts: Path) -> None:
    told = export._without_font({"a.svg": svg("客户").encode()}, (fonts,))
    assert "客 户" in told
    assert told.endswith("\n")
    assert export._without_font({"a.svg": svg("words").encode()}, (fonts,)) == ""


def test_f8_doctor_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.entry
    monkeypatch.setattr(shutil, "which", lambda name: "fc-list")
    monkeypatch.setattr(
        "journeybook.workflow.installation._first_line",
        lambda program, pattern: "" if pattern == f":charset={ord('客'):x}" else "some font",
    )
    texts = {"content/a.md": "客 قیمت words".encode(), "content/a.png": "户".encode()}
    (found,) = _site_fonts(texts)
    assert found.state == "no font has 客"
    assert "boxes" in found.effect
    (fine,) = _site_fonts({"content/a.md": b"words"})
    assert fine.effect == ""


@pytest.mark.skipif(shutil.which("fc-match") is None, reason="fontconfig is not installed")
def test_f8_a_line_in_two_scripts_has_no_boxes_on_this_computer() -> None:
    pytest.importorskip("resvg_py")
    known = raster._on_this_computer(svg(MIXED))
    if "ARABIC" not in known.of_script:
        pytest.skip("no font of its own for Arabic")
    drawn = raster._with_families(svg(MIXED), known)
    for text in drawn.split("<tspan")[1:]:
        words = text.partition(">")[2].partition("</tspan>")[0]
        assert not any(sign.isascii() and sign.isalpha() for sign in words)
    assert raster.png(svg(MIXED), scale=1).startswith(b"\x89PNG")

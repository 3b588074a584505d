"""E1, E2: an image with an impossible name, or a file that is no image, is an error in `check`."""

from __future__ import annotations

import pytest

from journeybook.diagnostics import Diagnostic
from journeybook.schema.images import IMAGE_TYPES, LFS_POINTER, image_problem
from journeybook.schema.read import read_site
from small_site import PIXEL


def findings(path: str, data: bytes) -> list[Diagnostic]:
    _, found = read_site({"site.yaml": b"title: Maps\n", f"content/{path}": data})
    return [finding for finding in found if finding.span.file == f"content/{path}"]


@pytest.mark.parametrize("character", '?"<>*\\|:\n\t\x7f')
def test_e1_a_name_that_no_server_takes_is_an_error_with_the_file(character: str) -> None:
    (finding,) = findings(f"pages/shot-08{character}20.png", PIXEL)
    assert (finding.code, finding.severity) == ("JB149", "error")
    assert "cannot be published" in finding.message


@pytest.mark.parametrize("name", ["con.png", "shot. /a.png", "aux.jpg/x.png"])
def test_e1_so_is_a_name_that_windows_keeps_for_itself(name: str) -> None:
    assert [finding.code for finding in findings(f"pages/{name}", PIXEL)] == ["JB149"]


@pytest.mark.parametrize("name", ["a b.png", "c#1.png", "Bild Ü.png", "تصویر.png", "100%25.png"])
def test_e1_other_names_are_fine(name: str) -> None:
    assert findings(f"pages/{name}", PIXEL) == []


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"", "is empty", "copy the image again"),
        (bytes(100), "is empty", "copy the image again"),
        (
            LFS_POINTER + b"v1\noid sha256:4d7a\nsize 12345\n",
            "is kept by git LFS and was not downloaded",
            "run `git lfs pull`",
        ),
        (
            b"\n<!DOCTYPE html><html><body>Sign in</body></html>",
            "is a web page, not an image",
            "save the image itself, not the page that shows it",
        ),
        (PIXEL[:-12], "is cut off in the middle", "copy it again from where it comes from"),
        (b"BM6\x00\x00", "is not an image that browsers show", "save it as PNG or JPEG"),
    ],
)
def test_e2_a_file_that_is_no_image_is_told_by_its_first_bytes(
    data: bytes, message: str, hint: str
) -> None:
    (finding,) = findings("pages/shop.png", data)
    assert (finding.code, finding.severity) == ("JB154", "error")
    assert (finding.message, finding.hint) == (f"`shop.png` {message}", hint)


WHOLE = {
    ".png": PIXEL,
    ".jpg": b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9",
    ".jpeg": b"\xff\xd8\xff\xe1" + bytes(40) + b"\xff\xd9",
    ".gif": b"GIF89a" + bytes(20) + b"\x3b",
    ".webp": b"RIFF" + (20).to_bytes(4, "little") + b"WEBP" + bytes(16),
    ".avif": (16).to_bytes(4, "big") + b"ftypavif" + bytes(4) + (24).to_bytes(4, "big") + b"mdat"
    + bytes(16),
}  # fmt: skip


@pytest.mark.parametrize("suffix", [suffix for kind in IMAGE_TYPES for suffix in kind.suffixes])
def test_e2_a_whole_image_of_each_type_is_fine_and_half_of_it_is_not(suffix: str) -> None:
    data = WHOLE[suffix]
    assert image_problem(f"content/shop{suffix}", data) is None
    problem = image_problem(f"content/shop{suffix}", data[: len(data) // 2 + 3])
    assert problem
    assert problem.message == f"`shop{suffix}` is cut off in the middle"


def test_e2_an_image_with_the_ending_of_another_type_is_a_warning() -> None:
    (finding,) = findings("pages/shop.jpg", PIXEL)
    assert (finding.severity, finding.hint) == ("warning", "rename it `shop.png`")

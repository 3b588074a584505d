"""G11: an image with more pixels than a browser can show is a finding, however small its file is."""

from __future__ import annotations

import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from journeybook.outputs.site import check
from journeybook.schema.image_size import image_size
from sample import INFO

MARKDOWN = b"---\ntitle: About\n---\n![A shop](shop.{})\n"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(13)


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(9)


def jpeg(width: int, height: int) -> bytes:
    notes = b"\xff\xe0" + struct.pack(">H", 16) + bytes(14) + b"\xff\xff\xfe\x00\x04ab"
    return b"\xff\xd8" + notes + b"\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width)


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + bytes(4) + b"WEBPVP8X" + struct.pack("<II", 10, 0) + size


def avif(width: int, height: int) -> bytes:
    box = struct.pack(">I4sIII", 20, b"ispe", 0, width, height)
    return struct.pack(">I8sI", 16, b"ftypavif", 0) + bytes(8) + box


FORMATS = {"png": png, "gif": gif, "jpg": jpeg, "webp": webp, "avif": avif}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (16_383, 7), (60_000, 60_000)])
def test_g11_the_size_is_read_from_every_format(kind: str, size: tuple[int, int]) -> None:
    assert image_size(FORMATS[kind](*size)) == size


@pytest.mark.parametrize("kind", FORMATS)
def test_g11_an_image_with_too_many_pixels_is_an_error(kind: str) -> None:
    files = {
        "site.yaml": b"title: Maps\n",
        "content/pages/about.md": MARKDOWN.replace(b"{}", kind.encode()),
        f"content/pages/shop.{kind}": FORMATS[kind](60_000, 60_000),
    }
    findings = [one for one in check(files, INFO).diagnostics if one.code == "JB192"]
    (finding,) = findings
    assert finding.span.file == f"content/pages/shop.{kind}"
    assert finding.message == "this image has 60,000 x 60,000 pixels; the limit is 64 MP"
    files["site.yaml"] = b"title: Maps\nlimits: {image-pixels: 256}\n"
    files[f"content/pages/shop.{kind}"] = FORMATS[kind](16_000, 16_000)
    assert not [one for one in check(files, INFO).diagnostics if one.code == "JB192"]


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/webp"])
@pytest.mark.parametrize("size", [(3, 2), (300, 1), (257, 129)])
def test_g11_images_of_a_browser_have_the_size_it_made_them(
    browser: Browser, kind: str, size: tuple[int, int]
) -> None:
    page = browser.new_page()
    address = page.evaluate(
        """([width, height, kind]) => {
          const canvas = Object.assign(document.createElement("canvas"), { width, height });
          canvas.getContext("2d").fillRect(0, 0, 2, 2);
          return canvas.toDataURL(kind);
        }""",
        [*size, kind],
    )
    page.close()
    assert address.startswith(f"data:{kind};base64,")
    assert image_size(base64.b64decode(address.partition(",")[2])) == size


@given(st.sampled_from(sorted(FORMATS)), st.integers(0, 80), st.binary(max_size=12))
def test_g11_a_cut_or_odd_file_has_no_size_and_no_crash(kind: str, end: int, more: bytes) -> None:
    data = FORMATS[kind](60_000, 50_000)[:end] + more
    size = image_size(data)
    assert size is None or min(size) >= 0
    assert image_size(more) is None or more[:3] in (b"\xff\xd8\xff", b"GIF")

"""Update the images of the manual, `docs/images/`, from the sample site: `python tools/pictures.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright
from sample_site import ROOT, serve_sample_site

from chromium import FLAGS, executable

sys.path.append(str(ROOT / "tests/commands"))

from change_the_atlas import change

IMAGES = ROOT / "docs/images"
# Small enough for readers of the README on a slow connection.
MOST_BYTES = 150_000
CANVAS = "journeys/marta-maintenance/replace-the-pumps.html"
HEAT_MAP = "heat-map.html"


def canvas(page: Page, address: str) -> bytes:
    """The map with its curve, compact; taller than a window, so that the whole curve is visible."""
    page.set_viewport_size({"width": 1120, "height": 1100})
    page.goto(address + CANVAS)
    page.locator("[data-density=compact][aria-pressed]").click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    return part(page, ".map", 690)


def part(page: Page, start: str, height: int) -> bytes:
    """The full width of the page, from the top of an element downwards."""
    top = page.locator(start).first.evaluate(
        "element => element.getBoundingClientRect().top + scrollY"
    )
    size = page.viewport_size
    assert size
    clip: FloatRect = {"x": 0, "y": top, "width": size["width"], "height": height}
    return page.screenshot(full_page=True, clip=clip, animations="disabled")


def review(page: Page) -> bytes:
    """The comparison page of the example pull request in docs/review.md."""
    with tempfile.TemporaryDirectory(prefix="journeybook-pictures-") as name:
        for side in ("before", "after"):
            shutil.copytree(ROOT / "content", Path(name, side, "content"))
            shutil.copy(ROOT / "site.yaml", Path(name, side))
        change(Path(name, "after"))
        command = [
            sys.executable,
            "-m",
            "journeybook",
            "diff",
            "before",
            "after",
            "--format",
            "html",
            "--output",
            "page.html",
        ]
        subprocess.run(command, cwd=name, check=True)
        page.set_viewport_size({"width": 1000, "height": 1100})
        page.goto(Path(name, "page.html").as_uri())
        page.locator("[type=checkbox]").check()
        return part(page, ".change:nth-child(3)", 1000)


def heat_map(page: Page, address: str) -> bytes:
    """Emotion by journey and stage."""
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(address + HEAT_MAP)
    return part(page, "main h2", 730)


def take_pictures(browser: Browser, address: str) -> dict[str, bytes]:
    page = browser.new_page(color_scheme="light", reduced_motion="reduce")
    return {
        "canvas.png": canvas(page, address),
        "review.png": review(page),
        "heat-map.png": heat_map(page, address),
    }


def main() -> int:
    with serve_sample_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        pictures = take_pictures(browser, site.address)
        browser.close()
    for name, data in pictures.items():
        (IMAGES / name).write_bytes(data)
        print(f"docs/images/{name}: {len(data) // 1000} KB")
    return 1 if max(map(len, pictures.values())) > MOST_BYTES else 0


if __name__ == "__main__":
    sys.exit(main())

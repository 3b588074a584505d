"""Take screenshots of every kind of page, for people to look at: `python tools/shots.py [folder]`.

They are written to `build/shots/`, with a contact sheet `index.html`. They are not compared automatically.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinds import KINDS, RIGHT_TO_LEFT
from playwright.sync_api import Browser, Page, sync_playwright
from sample_site import ROOT, serve_sample_site

from chromium import FLAGS, executable

SHOTS = ROOT / "build/shots"
WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
SCHEMES = ("light", "dark")
# Long pages are cut here: what follows repeats, and a screenshot of 20,000 px is of no use.
TALLEST = 3600


@dataclass(frozen=True)
class Shot:
    """One screenshot: which page, how wide, in which colours."""

    name: str
    url: str
    width: str
    scheme: str

    @property
    def file(self) -> str:
        return f"{self.name}-{self.width}-{self.scheme}.png"


def shots() -> Iterator[Shot]:
    """Every kind of page, and the right-to-left pages, in both widths and both colour schemes."""
    pages = [(kind, url) for kind, url in KINDS.items() if kind != "redirect"]
    pages += [(f"{kind}-rtl", url) for kind, url in RIGHT_TO_LEFT.items()]
    for name, url in pages:
        for width in WIDTHS:
            for scheme in SCHEMES:
                yield Shot(name, url, width, scheme)


def sheet(taken: list[Shot]) -> str:
    """The contact sheet: a row for each page, a column for each width and scheme."""
    rows: dict[str, list[Shot]] = {}
    for shot in taken:
        rows.setdefault(shot.name, []).append(shot)
    body = "\n".join(
        f'<section id="{html.escape(name)}"><h2>{html.escape(name)}</h2><div>{"".join(map(_figure, row))}</div></section>'
        for name, row in rows.items()
    )
    links = " · ".join(f'<a href="#{html.escape(name)}">{html.escape(name)}</a>' for name in rows)
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Every kind of page</title>
<style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem; background: #eee; color: #222 }}
div {{ display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto }}
figure {{ margin: 0; flex: none }} figcaption {{ font-size: 13px }}
img {{ height: 480px; width: auto; max-width: 60vw; object-fit: cover; object-position: top; border: 1px solid #bbb }}
</style>
<h1>Every kind of page</h1>
<p>{links}</p>
{body}
</html>
"""


def _figure(shot: Shot) -> str:
    words = f"{shot.width}, {shot.scheme}"
    return (
        f'<figure><a href="{shot.file}"><img src="{shot.file}" alt="{html.escape(shot.name)}, {words}" loading="lazy"></a>'
        f"<figcaption>{words}</figcaption></figure>"
    )


def take(page: Page, address: str, target: Path) -> None:
    """One page from the top, up to a height of `TALLEST`."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    # Images further down are loaded lazily: load all of them before the screenshot.
    page.evaluate(
        "document.querySelectorAll('img[loading=lazy]').forEach(e => { e.loading = 'eager' })"
    )
    page.wait_for_load_state("networkidle")
    size = page.viewport_size
    assert size
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    page.screenshot(
        path=target,
        full_page=True,
        clip={"x": 0, "y": 0, "width": size["width"], "height": height},
        animations="disabled",
    )


def take_all(browser: Browser, address: str, folder: Path) -> list[Shot]:
    taken = []
    for width, (across, down) in WIDTHS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": across, "height": down},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            page = context.new_page()
            for shot in shots():
                if (shot.width, shot.scheme) != (width, scheme):
                    continue
                take(page, address + shot.url, folder / shot.file)
                taken.append(shot)
            context.close()
    order = list(shots())
    return sorted(taken, key=order.index)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHOTS
    folder.mkdir(parents=True, exist_ok=True)
    with serve_sample_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        taken = take_all(browser, site.address, folder)
        browser.close()
    (folder / "index.html").write_text(sheet(taken), "utf-8")
    print(f"{len(taken)} screenshots; open {folder / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`journeybook serve` from outside: start it, break a file, mend it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def eventually(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def test_o4_s8_a_change_is_shown_a_broken_file_covers_the_last_good_page_and_builds_go_on_beside(
    tmp_path: Path,
) -> None:
    run = [sys.executable, "-m", "journeybook"]
    subprocess.run([*run, "init", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    page = tmp_path / "content" / "pages" / "about.md"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*run, "serve", "--port", "0"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
            assert found
            address = found[0]
            assert "<h1>" in get(address + "pages/about.html")
            page.write_text("---\ntitle: All about our maps\n---\n", "utf-8")
            eventually(lambda: "All about our maps" in get(address + "pages/about.html"))
            page.write_text("---\ntitel: Oops\n---\n", "utf-8")
            eventually(
                lambda: "content/pages/about.md:2:1" in get(address + "__journeybook__/overlay")
            )
            assert "All about our maps" in get(address + "pages/about.html")
            page.write_text("---\ntitle: Mended\n---\n", "utf-8")
            eventually(lambda: "Mended" in get(address + "pages/about.html"))
            assert "about.md" not in get(address + "__journeybook__/overlay")
            built = subprocess.run(
                [*run, "build", "--no-diagrams"],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )
            assert built.returncode == 0, built.stderr
            assert "Mended" in (tmp_path / "site/pages/about.html").read_text("utf-8")
            assert "Mended" in get(address + "pages/about.html")
        finally:
            server.terminate()

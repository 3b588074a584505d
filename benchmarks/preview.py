"""Time from saving a file to seeing the changed page in a preview."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ADDRESSES = ("journeys/p0/j0.html", "journeys/p0/j0/")
"""URLs that generators give to the page of `journeys/p0/j0.md`."""
SAVES = 7
PATIENCE = 300.0


def save_to_page(
    command: Sequence[str], folder: Path, page: Path, environment: dict[str, str]
) -> list[float]:
    """Seconds from saving a page to seeing it changed over HTTP, for several saves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    before = page.read_text("utf-8")
    running = subprocess.Popen(
        [word.replace("{port}", str(port)) for word in command],
        cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = _answering(port)
        time.sleep(2)
        times = []
        for number in range(SAVES):
            mark = f"Thought{number}saved"
            start = time.monotonic()
            page.write_text(f"{before}\n{mark}.\n", "utf-8")
            while mark not in _page(address):
                if time.monotonic() - start > PATIENCE:
                    raise SystemExit(
                        f"{command[0]}: the change did not appear within {PATIENCE:.0f} s"
                    )
                time.sleep(0.01)
            times.append(time.monotonic() - start)
            time.sleep(0.5)
        return times
    finally:
        running.terminate()
        running.wait(30)
        page.write_text(before, "utf-8")


def _answering(port: int) -> str:
    """The address of the page, as soon as the preview shows it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for path in ADDRESSES:
            address = f"http://127.0.0.1:{port}/{path}"
            if _page(address):
                return address
        time.sleep(0.05)
    raise SystemExit(f"the preview did not answer within {PATIENCE:.0f} s")


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return str(answer.read().decode("utf-8", "replace"))
    except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError):
        return ""

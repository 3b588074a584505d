"""Where the browser tests find Chromium, and how they start it."""

from __future__ import annotations

import shutil

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A name that leads to this computer, as in an attack by DNS rebinding.
    "--host-resolver-rules=MAP evil.test 127.0.0.1",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """The system's Chromium, or None: then Playwright takes its own, which `tests/setup.sh` has installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)

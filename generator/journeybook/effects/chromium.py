"""Print a page as PDF through an installed Chromium: no window, no network, a folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PATIENCE = 120.0
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


def pdf(page: bytes) -> bytes:
    """The pages of an HTML file as PDF. The dates inside are fixed, so that the same page gives the
    same dates."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise EnvironmentFault(
            "PDF export needs Chromium or Chrome on the PATH; install one, or export html and "
            "print it from a browser"
        )
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "page.html", folder / "page.pdf"
        source.write_bytes(page)
        # Chromium refuses its sandbox to the administrator; the page holds no script that a sandbox
        # would hold back.
        free = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [
            program,
            *_FLAGS,
            *free,
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            raise EnvironmentFault(
                f"{Path(program).name} did not create the PDF within {PATIENCE:.0f} seconds"
            ) from None
        except OSError as error:
            raise EnvironmentFault(
                f"{Path(program).name} could not be started: {error.strerror}"
            ) from error
        if not target.is_file():
            last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [
                f"exit code {done.returncode}"
            ]
            raise EnvironmentFault(f"{Path(program).name} did not create a PDF: {last[0][:200]}")
        return _DATE.sub(rb"\g<1>20000101000000", target.read_bytes())

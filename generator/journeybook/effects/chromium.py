"""Print a page as PDF with an installed Chromium: no window, no network, its own profile folder."""

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
    """An HTML file as PDF. Its dates are fixed, so that the same page gives the same dates.

    Raises EnvironmentFault if there is no Chromium, or if it fails.
    """
    programs = filter(None, map(shutil.which, NAMES))
    program = next(programs, None)
    if program is None:
        raise EnvironmentFault(
            "PDF export needs Chromium or Chrome on the PATH; install one, or export html and "
            "print it from a browser"
        )
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "page.html", folder / "page.pdf"
        source.write_bytes(page)
        # Chromium does not run its sandbox as administrator; the page has no script that it would
        # hold back.
        sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [
            program,
            *_FLAGS,
            *sandbox,
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        try:
            process = subprocess.run(
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
                f"cannot start {Path(program).name}: {error.strerror}"
            ) from error
        if not target.is_file():
            lines = process.stderr.decode("utf-8", "replace").strip().splitlines()
            reason = lines[-1] if lines else f"exit code {process.returncode}"
            raise EnvironmentFault(f"{Path(program).name} did not create a PDF: {reason[:200]}")
        return _DATE.sub(rb"\g<1>20000101000000", target.read_bytes())

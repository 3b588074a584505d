"""The sample atlas in a folder of its own, with a target to publish it to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def sample_site(folder: Path, target: str) -> Path:
    """A copy of the sample whose `site.yaml` has the target `wiki`."""
    site = folder / "atlas"
    shutil.copytree(ROOT / "content", site / "content")
    settings = (ROOT / "site.yaml").read_text("utf-8").partition("\npublish:")[0]
    (site / "site.yaml").write_text(f"{settings}\npublish:\n  wiki: {target}\n", "utf-8")
    return site


def publish(site: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`journeybook publish wiki`."""
    generator = str(ROOT / "generator")
    return subprocess.run(
        [sys.executable, "-m", "journeybook", "publish", "wiki", *arguments],
        cwd=site,
        env={**os.environ, "PYTHONPATH": generator, **environment},
        capture_output=True,
        text=True,
    )

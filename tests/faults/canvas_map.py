"""The small site with long maps of `tests/browser`, on a disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from canvas_site import DENSE as DENSE_URL
from canvas_site import LONG as LONG_URL
from canvas_site import SHARED as TWO_URL
from canvas_site import canvas_output

__all__ = ["DENSE_URL", "LONG_URL", "TWO_URL", "shown", "written"]


def written(folder: Path, files: Mapping[str, bytes]) -> str:
    """The files in a folder `site`; its address."""
    for url, data in files.items():
        path = folder / "site" / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return f"{(folder / 'site').as_uri()}/"


def shown(folder: Path, layers: tuple[Mapping[str, bytes], ...]) -> str:
    """The address of the built site."""
    return written(folder, canvas_output(layers))

"""The sample atlas on loopback, built and served as the browser tests do it: what is measured and pictured.

The day and the history are those of the tests, so that pictures made twice are the same.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/browser")]

from looking import SUB_PATH, served  # noqa: E402

from journeybook.effects.disk import packaged_theme, read_site, read_theme  # noqa: E402
from journeybook.outputs.site import build  # noqa: E402
from sample import INFO  # noqa: E402


@dataclass(frozen=True)
class Atlas:
    """A served site: its address (ends in `/`), and its files by the rest of theirs."""

    address: str
    files: Mapping[str, bytes]

    @property
    def pages(self) -> list[str]:
        return sorted(url for url in self.files if url.endswith(".html"))


@contextlib.contextmanager
def served_atlas() -> Iterator[Atlas]:
    """Build the sample atlas, and serve it below a sub-path with the strict policy as a header."""
    tree, problems = read_site(ROOT)
    if problems:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    built = build(tree.files, (read_theme(packaged_theme()),), INFO)
    if built.files is None:
        raise SystemExit(
            "\n".join(str(one) for one in built.diagnostics if one.severity == "error")
        )
    with tempfile.TemporaryDirectory(prefix="journeybook-atlas-") as name:
        for url, data in built.files.items():
            path = Path(name) / SUB_PATH / url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        with served(Path(name)) as address:
            yield Atlas(address, built.files)

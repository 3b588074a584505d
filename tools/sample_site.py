"""Build the sample site and serve it on this computer, as the browser tests do.

Date and history are those of the tests, so that two runs give the same screenshots.
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
class ServedSite:
    """A site on a local server."""

    address: str
    """URL of its root; ends in `/`."""
    files: Mapping[str, bytes]
    """Every file, by its URL relative to `address`."""

    @property
    def pages(self) -> list[str]:
        return sorted(url for url in self.files if url.endswith(".html"))


@contextlib.contextmanager
def serve_sample_site() -> Iterator[ServedSite]:
    """Build the sample site and serve it below a sub-path, with the strict policy as a header."""
    tree, problems = read_site(ROOT)
    if problems:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    built = build(tree.files, (read_theme(packaged_theme()),), INFO)
    if built.files is None:
        errors = [finding for finding in built.diagnostics if finding.severity == "error"]
        raise SystemExit("\n".join(str(error) for error in errors))
    with tempfile.TemporaryDirectory(prefix="journeybook-sample-") as name:
        for url, data in built.files.items():
            path = Path(name) / SUB_PATH / url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        with served(Path(name)) as address:
            yield ServedSite(address, built.files)

"""The output of a site whose pages are built on request, and the others in the meantime.

An author who saves a file looks at one page; the other thousands can wait. Every file is what
`build` would write, byte for byte.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from threading import Lock

from journeybook.diagnostics import Diagnostic
from journeybook.outputs.make_page import PageFiles, Problems
from journeybook.outputs.site import Ready, site_wide_files
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.pagination import ROWS


class Progress(Enum):
    """What the preview has just done, or is about to do, with the pages that were not requested."""

    BUILT = "a page was built, or was there"
    WAITING = "a request for a page goes first"
    LARGE = "the next page takes long on a large site"


@dataclass
class LastGood:
    """The last working files of the output, from save to save, and their SHA-256 digests."""

    files: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    """Held by the one thread that builds pages."""


class LazySite:
    """The files of a site by address; for a page that cannot be built, the last working one."""

    def __init__(self, ready: Ready, last_good: LastGood) -> None:
        self._ready, self._last_good = ready, last_good
        self._stems = {
            page.url.removesuffix(".html"): at for at, page in enumerate(ready.checked.plan.pages)
        }
        self._files: dict[str, bytes] = dict(ready.loaded.files)
        self._pages: dict[int, PageFiles | Problems] = {}
        self._requests: list[str] = []
        self._is_finished = False

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Why pages could not be built, as far as they were tried."""
        failed = [page for page in tuple(self._pages.values()) if not isinstance(page, PageFiles)]
        return tuple(dict.fromkeys(problem for page in failed for problem in page))

    def get(self, path: str) -> bytes | None:
        """A file of the output, built now if necessary; None if the site has no such file."""
        if path in self._files:
            return self._files[path]
        self._requests.append(path)
        try:
            with self._last_good.lock:
                return self._find(path)
        finally:
            self._requests.pop()

    def rest(self) -> Iterator[Progress]:
        """Build the pages that were not requested, one page a step; pages that list much come last,
        since on a large site each of them takes as long as many others."""
        yield Progress.LARGE  # the author looks at the page of the saved file first
        sizes = [self._size(page) for page in self._ready.checked.plan.pages]
        for at in sorted(range(self._ready.maker.count), key=sizes.__getitem__):
            if sizes[at] > ROWS and at not in self._pages:
                yield Progress.LARGE
            while self._requests:
                yield Progress.WAITING
            with self._last_good.lock:
                self._page(at)
            yield Progress.BUILT
        yield Progress.LARGE
        with self._last_good.lock:
            self._finish()
            if not self.problems:
                self._last_good.files = dict(self._files)
                for path in self._last_good.digests.keys() - self._files.keys():
                    del self._last_good.digests[path]

    def _size(self, page: PlannedPage) -> float:
        """How many places use the document of a page; infinite for a page about the whole site."""
        if page.about is None:
            return math.inf
        return len(self._ready.checked.catalog.uses.get(page.about, ()))

    def _find(self, path: str) -> bytes | None:
        for at in self._makers_of(path):
            page = self._page(at)
            if path in self._files:
                return self._files[path]
            if not isinstance(page, PageFiles):
                break
        if path.startswith("assets/") or "/" not in path:
            self._finish()
        fallback = self._last_good.files if self.problems else {}
        return self._files.get(path) or fallback.get(path)

    def _makers_of(self, path: str) -> Iterator[int]:
        """The pages that a file may belong to, whose address without `.html` begins its path."""
        for end in range(len(path), 0, -1):
            if (end == len(path) or path[end] in "-_.") and path[:end] in self._stems:
                yield self._stems[path[:end]]

    def _page(self, at: int) -> PageFiles | Problems:
        page = self._pages.get(at)
        if page is not None:
            return page
        maker, last_good = self._ready.maker, self._last_good
        page = self._pages[at] = maker.reuse(at) or maker.remember(at, maker.make(at))
        if isinstance(page, PageFiles):
            self._files |= page.files
            self._files |= {path: last_good.files[path] for path in page.same}
            last_good.files |= page.files
            last_good.digests |= page.digests
        return page

    def _finish(self) -> None:
        """Build the files that need every page; if a page fails, the last working ones stay."""
        if self._is_finished:
            return
        pages = [self._page(at) for at in range(self._ready.maker.count)]
        built = [page for page in pages if isinstance(page, PageFiles)]
        if len(built) == len(pages):
            shared = site_wide_files(self._ready, built)
            self._files |= shared
            self._last_good.files |= shared
        self._is_finished = True

"""The output of a site whose pages are made when they are asked for, and the rest of them while
nobody asks.

An author who saves a file looks at one page; the other thousands can wait. What is asked for is
what `build` would write, byte for byte.
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
    """How far the rest of a site is."""

    MADE = "a page was made, or was there"
    ASKED = "somebody waits for a page, and goes first"
    LARGE = "what comes next takes long on a large site"


@dataclass
class LastGood:
    """The files of the output that were made so far, from save to save, and their SHA-256 digests;
    one thread at a time makes pages."""

    files: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    making: Lock = field(default_factory=Lock)


class LazySite:
    """The files of a site by address. Where a page cannot be made, the last one that could be is
    shown."""

    def __init__(self, ready: Ready, held: LastGood) -> None:
        self._ready, self._held = ready, held
        self._stems = {
            page.url.removesuffix(".html"): at for at, page in enumerate(ready.checked.plan.pages)
        }
        self._files: dict[str, bytes] = dict(ready.loaded.files)
        self._pages: dict[int, PageFiles | Problems] = {}
        self._asking: list[str] = []
        self._whole = False

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What kept pages from being made, as far as they were tried."""
        failed = [page for page in tuple(self._pages.values()) if not isinstance(page, PageFiles)]
        return tuple(dict.fromkeys(problem for page in failed for problem in page))

    def get(self, path: str) -> bytes | None:
        """A file of the output, made now if need be; None where the site has none of that name."""
        if path in self._files:
            return self._files[path]
        self._asking.append(path)
        try:
            with self._held.making:
                return self._found(path)
        finally:
            self._asking.pop()

    def rest(self) -> Iterator[Progress]:
        """Make what nobody has asked for, one page a step; pages that tell of much last, since on a
        large site each of them takes as long as many others."""
        yield Progress.LARGE  # whoever saved a file looks at its page first
        sizes = [self._size(page) for page in self._ready.checked.plan.pages]
        for at in sorted(range(self._ready.maker.count), key=sizes.__getitem__):
            if sizes[at] > ROWS and at not in self._pages:
                yield Progress.LARGE
            while self._asking:
                yield Progress.ASKED
            with self._held.making:
                self._page(at)
            yield Progress.MADE
        yield Progress.LARGE
        with self._held.making:
            self._finish()
            if not self.problems:
                self._held.files = dict(self._files)
                for path in self._held.digests.keys() - self._files.keys():
                    del self._held.digests[path]

    def _size(self, page: PlannedPage) -> float:
        """How much a page tells of: the places that use its document, or the whole site."""
        return (
            math.inf
            if page.about is None
            else len(self._ready.checked.catalog.uses.get(page.about, ()))
        )

    def _found(self, path: str) -> bytes | None:
        for at in self._makers_of(path):
            page = self._page(at)
            if path in self._files:
                return self._files[path]
            if not isinstance(page, PageFiles):
                break
        if path.startswith("assets/") or "/" not in path:
            self._finish()
        return self._files.get(path) or (self._held.files.get(path) if self.problems else None)

    def _makers_of(self, path: str) -> Iterator[int]:
        """The pages that a file may belong to: their addresses, without ending, begin it."""
        for end in range(len(path), 0, -1):
            if (end == len(path) or path[end] in "-_.") and path[:end] in self._stems:
                yield self._stems[path[:end]]

    def _page(self, at: int) -> PageFiles | Problems:
        known = self._pages.get(at)
        if known is not None:
            return known
        maker, held = self._ready.maker, self._held
        page = self._pages[at] = maker.kept(at) or maker.keep(at, maker.make(at))
        if isinstance(page, PageFiles):
            self._files |= page.files
            self._files |= {path: held.files[path] for path in page.same}
            held.files |= page.files
            held.digests |= page.digests
        return page

    def _finish(self) -> None:
        """What needs every page; where one of them fails, it is left as it was."""
        if self._whole:
            return
        made = [
            page
            for at in range(self._ready.maker.count)
            if isinstance(page := self._page(at), PageFiles)
        ]
        if len(made) == self._ready.maker.count:
            shared = site_wide_files(self._ready, made)
            self._files |= shared
            self._held.files |= shared
        self._whole = True

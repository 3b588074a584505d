"""Two states of a site compared, as a build with `--compare-with` compares them, but in memory."""

from __future__ import annotations

from collections.abc import Mapping

from journeybook.diff.compare import compare
from journeybook.diff.compared import Compared
from journeybook.diff.read_revisions import read_revisions


def compared(
    before: Mapping[str, bytes], after: Mapping[str, bytes], base: str = "main"
) -> Compared:
    """The comparison of these files."""
    both = read_revisions(before, after)
    changes = compare(
        both.before,
        both.after,
        base=base,
        head="HEAD",
        unreadable=both.unreadable,
        touched=both.touched,
    )
    return Compared(changes, both.before, both.after)

"""A branch of the sample atlas: the files of its head, edited in memory, and what git calls renamed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from journeybook.diff.compared import Compared
from journeybook.workflow.compare_revisions import Side, compare_sides

CRM = "content/journeys/ines-sales-ops/choose-a-crm.md"
LIVE_CRM = "content/journeys/ines-sales-ops/live-with-the-crm.md"
PUMPS = "content/journeys/marta-maintenance/replace-the-pumps.md"
SHOES = "content/journeys/noor-runner/shoes-before-the-race.md"
CATALOGUE = "content/journeys/noor-runner/order-from-the-catalogue.md"


@dataclass
class Branch:
    """The files of the head. Every edit fails if the sample no longer has what it changes."""

    files: dict[str, bytes]
    renamed: dict[str, str] = field(default_factory=dict)
    """Path in the head -> path in the base, as git reports it."""

    def text(self, path: str) -> str:
        return self.files[path].decode()

    def write(self, path: str, text: str) -> None:
        self.files[path] = text.encode()

    def replace(self, path: str, old: str, new: str) -> None:
        """Another text in place of one that the file has exactly once."""
        text = self.text(path)
        assert text.count(old) == 1, f"{path} has {text.count(old)} times: {old}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str, *lines: str) -> None:
        """Without these whole lines."""
        for line in lines:
            self.replace(path, f"{line}\n", "")

    def cut(self, path: str, start: str, end: str) -> str:
        """Take the text from one line up to another one out of a file."""
        text = self.text(path)
        first, last = text.index(f"\n{start}") + 1, text.index(f"\n{end}") + 1
        assert first < last, f"{start} is below {end}"
        self.write(path, text[:first] + text[last:])
        return text[first:last]

    def insert(self, path: str, before: str, text: str) -> None:
        """Add text above a line that the file has once."""
        self.replace(path, f"\n{before}", f"\n{text}{before}")

    def move(self, old: str, new: str) -> None:
        self.files[new] = self.files.pop(old)
        self.renamed[new] = old


Edit = Callable[[Branch], None]


def review(base: Mapping[str, bytes], edit: Edit) -> Compared:
    """The comparison of the sample with a branch that has one edit."""
    branch = Branch(dict(base))
    edit(branch)
    before, after = Side("main", base), Side("feature", branch.files)
    return compare_sides(before, after, branch.renamed)

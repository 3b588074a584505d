"""Git wikis: GitHub, GitLab, Gitea and Forgejo, Azure DevOps, Otter Wiki, Gollum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeybook.publish.markup.markdown import DIALECTS
from journeybook.publish.targets.file_tree import FileTreeTarget, Layout
from journeybook.schema.publish_target import PublishTarget

if TYPE_CHECKING:
    from journeybook.publish.targets.table import Access


@dataclass(frozen=True)
class GitHost:
    """What differs between hosts of git wikis, besides their Markdown."""

    layout: Layout
    user: str
    """User name beside a token."""
    branch: str = "main"
    """The branch of a wiki without any page."""


HOSTS = {
    # All pages are one flat list; the name of a page is that of its file.
    "github": GitHost(Layout(is_flat=True), "x-access-token", "master"),
    # Titles of at most 245 bytes.
    "gitlab": GitHost(Layout(longest=245), "oauth2"),
    "gitea": GitHost(Layout(is_flat=True), "journeybook"),
    # Paths of at most 235 characters, files in `.attachments`.
    "azure": GitHost(Layout(pictures="attachments", longest=235), "journeybook"),
    # The files of a page stand in a folder with its name.
    "otter": GitHost(Layout(pictures="beside"), "journeybook"),
    "gollum": GitHost(Layout(), "journeybook", "master"),
}
"""By dialect."""


class GitTarget(FileTreeTarget):
    """A git wiki."""

    @classmethod
    def open(cls, settings: PublishTarget, access: Access) -> GitTarget:
        """The target of these settings."""
        dialect = str(settings.dialect)
        host = HOSTS[dialect]
        address = str(settings.url)
        remote = access.git(
            address,
            str(settings.branch or ""),
            host.branch,
            str(settings.user or host.user),
            str(settings.author or "journeybook <journeybook@localhost>"),
        )
        under = str(settings.under or "").strip("/")
        return cls(remote, DIALECTS[dialect], host.layout, f"git {address} {under}", under)

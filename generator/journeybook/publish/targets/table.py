"""The wikis we can publish to: one row each.

Adding one takes a file beside this one, a row here, and a row in
`schema/publish_target.PRODUCTS`.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Protocol

from journeybook.publish.wiki.target import Target
from journeybook.publish.wiki.tree_remote import TreeRemote
from journeybook.publish.wiki.web import Web
from journeybook.schema.publish_target import PublishTarget

TARGETS = {
    "git": "git.GitTarget",
    "mediawiki": "mediawiki.MediaWikiTarget",
    "dokuwiki": "dokuwiki.DokuWikiTarget",
    "confluence-cloud": "confluence_cloud.ConfluenceCloudTarget",
    "confluence-data-center": "confluence_data_center.ConfluenceDataCenterTarget",
    "folder": "folder.FolderTarget",
}
"""Product -> module and class. Only the one that is used is imported."""


class Access(Protocol):
    """How targets reach the world outside, and the secret of this one."""

    @property
    def secret(self) -> str:
        """The token or password; empty if the target needs none."""

    @property
    def has_png(self) -> bool:
        """Whether pictures can be made as PNG."""

    def web(self, address: str, headers: Mapping[str, str]) -> Web:
        """A connection to the origin of an address; `headers` are sent with every request and
        never shown."""

    def git(
        self, address: str, branch: str, first_branch: str, user: str, author: str
    ) -> TreeRemote:
        """A branch of a git repository; without a name, the one that its host shows, or
        `first_branch` in an empty one."""

    def folder(self, path: str) -> TreeRemote:
        """A folder, from the site's folder."""


def open_target(settings: PublishTarget, access: Access) -> Target:
    """The target of these settings. Every class has a class method `open` that makes one."""
    module_name, _, class_name = TARGETS[str(settings.to)].rpartition(".")
    module = importlib.import_module(f"journeybook.publish.targets.{module_name}")
    target: Target = getattr(module, class_name).open(settings, access)
    return target

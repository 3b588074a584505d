"""Pages in a folder, for any wiki that can read one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.publish.markup.markdown import DIALECTS
from journeybook.publish.targets.file_tree import FileTreeTarget, Layout
from journeybook.schema.publish_target import PublishTarget

if TYPE_CHECKING:
    from journeybook.publish.targets.table import Access


class FolderTarget(FileTreeTarget):
    """A folder of Markdown files."""

    @classmethod
    def open(cls, settings: PublishTarget, access: Access) -> FolderTarget:
        """The target of these settings."""
        path = str(settings.path)
        under = str(settings.under or "").strip("/")
        remote = access.folder(path)
        return cls(remote, DIALECTS["folder"], Layout(), f"folder {path} {under}", under)

"""Files that readers download from a site: documents and recordings, carried as they are."""

from __future__ import annotations

from pathlib import PurePosixPath

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.schema.decode import LFS_POINTER
from journeybook.text import Span

ATTACHMENT_SUFFIXES = (
    ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".ics", ".mp3", ".mp4", ".webm",
)  # fmt: skip
"""Types that no browser runs as a part of the site, unlike HTML and SVG."""


def is_attachment(path: str) -> bool:
    """Whether a file is carried to the site if a text links to it."""
    return PurePosixPath(path).suffix.lower() in ATTACHMENT_SUFFIXES


def attachment_problem(path: str, data: bytes) -> Diagnostic | None:
    """The finding about an attachment that is empty, or that git LFS has not downloaded."""
    name, start = PurePosixPath(path).name, Span.start_of(path)
    if not data:
        return fault("JB154", start, f"`{name}` is empty", "copy the file again")
    if data.startswith(LFS_POINTER):
        message = f"`{name}` is kept by git LFS and was not downloaded"
        return fault("JB154", start, message, "run `git lfs pull`")
    return None

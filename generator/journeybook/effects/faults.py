"""Faults of the environment: a full disk, a missing program, a folder without permission."""

from __future__ import annotations

import errno


class EnvironmentFault(Exception):  # noqa: N818 - in this project, errors are findings
    """The environment does not allow the work. The message is one plain line (exit code 2)."""


class CouldNotFinish(EnvironmentFault):
    """The work was stopped before its end, such as by a limit (exit code 3)."""


_WORDS = {
    errno.ENOSPC: "no space left",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EIO: "the disk reported an error",
    errno.ENOENT: "it no longer exists",
    errno.ENOTDIR: "it is not a folder",
    errno.ELOOP: "it is a symbolic link",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EBUSY: "it is in use, or a disk is mounted on it",
    errno.EMFILE: "too many files are open",
}
if hasattr(errno, "EDQUOT"):
    _WORDS[errno.EDQUOT] = "no space left"


def in_words(error: OSError) -> str:
    """Why the system refused an operation, in plain words."""
    if error.errno in _WORDS:
        return _WORDS[error.errno]
    return (error.strerror or str(error) or "unknown error").lower()

"""Read a token from where `site.yaml` says it is: an environment variable, a file or a command."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault, in_words

PATIENCE = 60.0
"""Seconds that a command may take, such as a password manager that asks for a fingerprint."""
_MOST_BYTES = 20_000


def from_environment(variable: str) -> str:
    """The token in an environment variable. Raises EnvironmentFault if it is not set."""
    value = os.environ.get(variable, "")
    if not value.strip():
        raise EnvironmentFault(
            f"the environment variable {variable} is not set; put the token of the wiki into it"
        )
    return _checked(value, variable)


def from_file(path: Path) -> str:
    """The token in a file. Raises EnvironmentFault if others may read it."""
    try:
        with open(path, "rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            data = stream.read(_MOST_BYTES)
    except OSError as error:
        raise EnvironmentFault(f"cannot read the token in `{path}`: {in_words(error)}") from error
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise EnvironmentFault(
            f"other users of this computer can read the token in `{path}`; run: chmod 600 {path}"
        )
    return _checked(data.decode("utf-8", "replace"), f"`{path}`")


def from_command(line: str, folder: Path) -> str:
    """The token that a command prints, run in a folder without a shell. Raises EnvironmentFault."""
    try:
        command = shlex.split(line)
    except ValueError as error:
        raise EnvironmentFault(f"`token-command` is not a command: {error}") from error
    try:
        process = subprocess.run(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        reason = in_words(error) if isinstance(error, OSError) else "it did not end"
        raise EnvironmentFault(f"cannot run `token-command`: {reason}") from error
    if process.returncode:
        raise EnvironmentFault(f"`token-command` ended with {process.returncode}")
    return _checked(process.stdout[:_MOST_BYTES].decode("utf-8", "replace"), "`token-command`")


def _checked(value: str, place: str) -> str:
    """The token without the blanks around it; never part of a message."""
    token = value.strip()
    if not token:
        raise EnvironmentFault(f"there is no token in {place}")
    if not (token.isprintable() and "\n" not in token):
        raise EnvironmentFault(
            f"the token in {place} contains an invalid character; check that you copied all of it"
        )
    return token

"""Workflow commands, which GitHub reads from standard output and shows as annotations beside lines.

    ::error file=content/journeys/ana/buy.md,line=7,title=JB102 unknown-reference::unknown …

GitHub shows at most ten errors, ten warnings and ten notices of a step and silently drops the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

MOST_SHOWN = 10


def workflow_command(level: str, properties: Mapping[str, object], message: str) -> str:
    """One command in one line. Nothing in its texts can end it or start another."""
    pairs = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {pairs}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

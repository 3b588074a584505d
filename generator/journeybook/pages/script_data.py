"""Data for scripts of ours, as JSON that is safe in any script."""

from __future__ import annotations

import json


def script_data(data: object) -> str:
    """JSON in which nothing ends a script element, and no string is broken by a line end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(character, escape)
    return text

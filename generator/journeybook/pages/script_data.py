"""Data for the scripts of pages, as JSON that is safe inside a script element."""

from __future__ import annotations

import json


def script_data(data: object) -> str:
    """JSON without characters that could end a script element or break a string."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(character, escape)
    return text

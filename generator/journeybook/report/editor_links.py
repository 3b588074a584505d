"""Links that open a place of a file in the author's editor.

`vscode://file/home/ana/maps/content/a.md:12:3` is understood by Visual Studio Code; other editors
have addresses of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from journeybook.text import Span

EDITORS: Mapping[str, str] = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "none": "",
}
"""Name -> address with `{path}` (absolute, begins with `/`), `{line}` and `{column}`."""

LinkOf = Callable[[Span], str]
"""A place -> the address that opens it, or an empty string."""

_ADDRESS = re.compile(r"(?!javascript:|data:|vbscript:|blob:)[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)


def no_link(place: Span) -> str:
    """No editor: a place without a link."""
    return ""


def address_of(editor: str) -> str | None:
    """The address of an editor's name, or the address itself; None if it is neither."""
    if editor in EDITORS:
        return EDITORS[editor]
    return editor if _ADDRESS.fullmatch(editor) and "{path}" in editor else None


def linking(address: str, root: str) -> LinkOf:
    """Links to places below the folder `root`, by an address from `address_of`."""
    if not address:
        return no_link

    def link_of(place: Span) -> str:
        values = {
            "path": quote(f"{root.rstrip('/')}/{place.file}"),
            "line": str(place.line),
            "column": str(place.column),
        }
        return re.sub(r"\{(path|line|column)\}", lambda match: values[match[1]], address)

    return link_of

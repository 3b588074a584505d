"""The comparison as one HTML file; its policy allows only its own style and script, by their
digests."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from journeybook.diagnostics import Diagnostic
from journeybook.diff.compared import Compared
from journeybook.outputs.styles import compact
from journeybook.pages.changes.standalone_page import changes_view
from journeybook.pages.messages import messages_for
from journeybook.pages.render import PageRenderer
from journeybook.pages.theme import Theme

_SHEETS, _SCRIPT = ("static/css/base.css", "static/css/changes.css"), "static/js/changes.js"


def changes_page(compared: Compared, theme: Mapping[str, bytes]) -> str | Diagnostic:
    """The page, or the error in its template. `theme` is the built-in one: templates of a revision
    are never run."""
    style = compact("\n".join(theme[name].decode() for name in _SHEETS))
    script = theme[_SCRIPT].decode()
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    messages = messages_for(str(compared.before.config.language))
    view = changes_view(compared, messages, policy)
    page = PageRenderer(Theme((theme,))).render_alone("changes", view, messages)
    if isinstance(page, Diagnostic):
        return page
    return page.replace("</head>", f"<style>{style}</style>\n<script>{script}</script>\n</head>", 1)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

"""The style sheet of drawn diagrams, made from the roles, so that names and looks are written in
one place.

`drawn.css` beside this module is its output; a test keeps the two equal.
"""

from __future__ import annotations

from collections.abc import Container

from journeybook.diagrams import roles

VARIABLES = {
    roles.INK: "--ink",
    roles.PAPER: "--paper",
    roles.LINE: "--line",
    roles.ACCENT: "--accent",
    roles.PAIN: "--pain",
    roles.DELIGHT: "--delight",
    roles.TRUTH: "--truth",
    roles.MUTED: "--muted",
}
"""The custom property a theme sets for each colour."""


def stylesheet(names: Container[str] = roles.LOOKS) -> str:
    """One rule a class, colours by custom property; then links, forced colours and print. `names`
    are the classes."""
    rules = [
        f"/* {role.meaning} */\n.{role.name} {{ {_declarations(role.look)} }}"
        for role in roles.ROLES
        if role.look and role.name in names
    ]
    return "\n".join([_HEAD, *rules, _TAIL])


def _declarations(look: dict[str, str]) -> str:
    return " ".join(
        f"{name}: {f'var({VARIABLES[value]}, {value})' if value in VARIABLES else value};"
        for name, value in look.items()
    )


_HEAD = """\
/* Drawn diagrams: the classes of journeybook.diagrams.roles. Made by stylesheet.py; change it there.
   A theme sets --ink, --paper, --line, --accent, --pain, --delight, --truth and --muted. */
.mm-drawing { max-width: 100%; height: auto; }
"""

_TAIL = """
.mm-link { cursor: pointer; }
.mm-link .mm-label { fill: var(--accent, #2f5d8a); text-decoration: underline; }
.mm-link:hover .mm-node { stroke: var(--accent, #2f5d8a); }
.mm-link:focus-visible { outline: 3px solid var(--accent, #2f5d8a); outline-offset: 2px; }

@media (forced-colors: active) {
  .mm-drawing text { fill: CanvasText; }
  .mm-link .mm-label { fill: LinkText; }
  .mm-drawing :is(rect, circle, line, path) { stroke: CanvasText; }
  .mm-node, .mm-task, .mm-edge-back, .mm-face, .mm-point { fill: Canvas; }
  .mm-edge-back, .mm-section, .mm-quadrant { stroke: none; }
  .mm-arrow, .mm-feature { fill: CanvasText; }
}

@media print {
  .mm-drawing { break-inside: avoid; }
}
"""

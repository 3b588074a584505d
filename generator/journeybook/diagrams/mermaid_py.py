"""The only module that uses mermaid-py, whose diagram classes write the Mermaid text.

It is given only escaped labels and our own ASCII IDs: mermaid-py escapes nothing, and its own IDs
confuse names in other scripts. Its client for public servers is never loaded: the import is slow
and prints to standard output, and nothing here may contact a server.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Literal

LinkShape = Literal["normal", "dotted", "thick"]
Direction = Literal["LR", "RL", "TB"]


@dataclass(frozen=True, slots=True)
class Box:
    """A node, or a subgraph if it has boxes `inside`; the label is already escaped."""

    id: str
    label: str
    shape: str = "normal"
    inside: tuple[Box, ...] = ()
    direction: Direction = "LR"


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link between two boxes by ID; the label is already escaped."""

    source: str
    target: str
    label: str = ""
    shape: LinkShape = "normal"


def flowchart(direction: Direction, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> list[str]:
    """The lines of a flowchart, its header first."""
    library = _library("mermaid.flowchart")
    nodes = {}

    def node(box: Box) -> object:
        inside = [node(child) for child in box.inside]
        nodes[box.id] = library.Node(
            box.id, box.label, shape=box.shape, sub_nodes=inside, direction=box.direction
        )
        return nodes[box.id]

    top = [node(box) for box in boxes]
    links = []
    for arrow in arrows:
        ends = nodes[arrow.source], nodes[arrow.target]
        links.append(library.Link(*ends, shape=arrow.shape, message=arrow.label))
    return _lines(library.FlowChart("", top, links, orientation=direction).script)


LabelledTask = tuple[str, int, tuple[str, ...]]
"""Label, score and actors; all escaped."""


def journey(sections: Sequence[tuple[str, Sequence[LabelledTask]]]) -> list[str]:
    """The lines of a journey diagram, its header first, without a title."""
    library = _library("mermaid.userjourney")
    parts = []
    for section, tasks in sections:
        every = []
        for label, score, actors in tasks:
            every.append(library.Task(label, score, [library.Actor(actor) for actor in actors]))
        parts.append(library.Section(section, every))
    diagram = library.UserJourney("", parts)
    header, _title, *rest = _lines(diagram.script)
    return [header, *(line.removesuffix(" :") for line in rest)]


def _library(name: str) -> ModuleType:
    sys.modules.setdefault("mermaid.__main__", _no_client())
    return importlib.import_module(name)


def _no_client() -> ModuleType:
    """An empty module in place of mermaid-py's client for public servers."""
    client = ModuleType("mermaid.__main__")
    vars(client).update(dict.fromkeys(("Mermaid", "MermaidError", "Position")))
    return client


def _lines(script: str) -> list[str]:
    """The script without the front matter of mermaid-py, blank lines and indentation."""
    _, _, body = script.partition("\n---\n")
    return [line.strip() for line in body.splitlines() if line.strip()]

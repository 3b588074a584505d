"""The one door to mermaid-py: its diagram classes write the text, this module keeps their habits in
check.

Only pre-escaped labels and our own ASCII ids go in: mermaid-py escapes nothing and its id maker
confuses ids of other scripts. Its client of public servers is never loaded: that takes longer than
all else, prints to standard output, and nothing here may ask a server.
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
    """A node, or a subgraph where it has `inside`; the label is escaped already."""

    id: str
    label: str
    shape: str = "normal"
    inside: tuple[Box, ...] = ()
    direction: Direction = "LR"


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link between two boxes by id; the label is escaped already."""

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
    links = [
        library.Link(
            nodes[arrow.source], nodes[arrow.target], shape=arrow.shape, message=arrow.label
        )
        for arrow in arrows
    ]
    return _lines(library.FlowChart("", top, links, orientation=direction).script)


def journey(section: str, tasks: Sequence[tuple[str, int, tuple[str, ...]]]) -> list[str]:
    """The lines of a journey diagram with one section, its header first, without a drawn title."""
    library = _library("mermaid.userjourney")
    parts = [
        library.Task(label, score, [library.Actor(actor) for actor in actors])
        for label, score, actors in tasks
    ]
    header, _title, *rest = _lines(
        library.UserJourney("", [library.Section(section, parts)]).script
    )
    return [header, *(line.removesuffix(" :") for line in rest)]


def _library(name: str) -> ModuleType:
    sys.modules.setdefault("mermaid.__main__", _no_client())
    return importlib.import_module(name)


def _no_client() -> ModuleType:
    """Stands where mermaid-py keeps its client of public servers."""
    client = ModuleType("mermaid.__main__")
    vars(client).update(dict.fromkeys(("Mermaid", "MermaidError", "Position")))
    return client


def _lines(script: str) -> list[str]:
    """The script without the front matter mermaid-py always writes, without blank ends and
    indentation."""
    _, _, body = script.partition("\n---\n")
    return [line.strip() for line in body.splitlines() if line.strip()]

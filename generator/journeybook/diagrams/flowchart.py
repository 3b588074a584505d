"""Flowcharts: the stages of a journey in one row, and its steps in a frame for each stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from journeybook.diagrams import mermaid_py
from journeybook.diagrams.escape import address, indented, label, shorten, words
from journeybook.diagrams.mermaid_py import Arrow, Box, LinkShape
from journeybook.diagrams.shapes import Edge, EdgeKind, Group, Node

NODE_LIMIT = 120
EDGE_LIMIT = 60
"""Characters of a label; longer ones are cut at a word, and the page shows the full text."""

Across = Literal["LR", "RL"]
"""The direction of reading: from left to right, or from right to left."""


def stages(
    title: str,
    description: str,
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    across: Across = "LR",
) -> str:
    """The stages in the direction of reading, with dashed loops and thick exits.

    Edges to unknown keys are left out.
    """
    ids = {node.key: f"s{number}" for number, node in enumerate(nodes)}
    boxes = [_box(node, ids, "round-edge") for node in nodes]
    lines = mermaid_py.flowchart(across, boxes, _arrows(edges, ids))
    return _source(title, description, lines, nodes, ids)


def steps(
    title: str,
    description: str,
    groups: Sequence[Group],
    edges: Sequence[Edge],
    *,
    across: Across = "LR",
) -> str:
    """The steps, with a row for each stage. Edges to unknown keys are left out.

    An edge between two stages is drawn between their frames: Mermaid ignores the direction inside a
    frame as soon as one of its nodes is linked to the outside, and the rows would become columns.
    """
    groups = [group for group in groups if group.nodes]
    nodes = [node for group in groups for node in group.nodes]
    ids = {node.key: f"n{number}" for number, node in enumerate(nodes)}
    frames = {group.key: f"g{number}" for number, group in enumerate(groups)}
    boxes = [_frame_box(group, frames[group.key], ids, across) for group in groups]
    frame_of = dict(frames)
    for group in groups:
        frame_of |= {node.key: frames[group.key] for node in group.nodes}
    every_id = {**ids, **{frame: frame for frame in frames.values()}}
    arrows = _arrows(_between_frames(edges, ids, frame_of), every_id)
    # If loops close a circle of frames, Mermaid places the frame written last on top.
    lines = mermaid_py.flowchart("TB", boxes[::-1], arrows)
    return _source(title, description, lines, nodes, ids)


def _frame_box(group: Group, frame: str, ids: dict[str, str], across: Across) -> Box:
    heading = label(shorten(group.label, NODE_LIMIT))
    inside = tuple(_box(node, ids) for node in group.nodes)
    return Box(frame, heading, inside=inside, direction=across)


def _between_frames(
    edges: Iterable[Edge], ids: dict[str, str], frame_of: dict[str, str]
) -> Iterator[Edge]:
    """The edges inside frames, and each edge that leaves a frame moved to the frames, once.

    `frame_of` has the frame of each node and each group.
    """
    seen = set()
    for edge in edges:
        source, target = frame_of.get(edge.source), frame_of.get(edge.target)
        if source is None or target is None:
            continue
        if source == target:
            if edge.source in ids and edge.target in ids:
                yield edge
            continue
        between = Edge(source, target, edge.label, edge.kind)
        if between not in seen:
            seen.add(between)
            yield between


def _box(node: Node, ids: dict[str, str], shape: str = "normal") -> Box:
    return Box(ids[node.key], label(shorten(node.label, NODE_LIMIT)), shape)


def _arrows(edges: Iterable[Edge], ids: dict[str, str]) -> list[Arrow]:
    arrows = []
    for edge in edges:
        if edge.source in ids and edge.target in ids:
            text = label(shorten(edge.label, EDGE_LIMIT)) if edge.label.strip() else ""
            arrows.append(Arrow(ids[edge.source], ids[edge.target], text, _LINKS[edge.kind]))
    return arrows


def _source(
    title: str, description: str, lines: Sequence[str], nodes: Sequence[Node], ids: dict[str, str]
) -> str:
    """The whole text: header, accessible name and description, body, links and tones."""
    header, *body = lines
    body = [
        f"accTitle: {label(title)}",
        f"accDescr: {label(description)}",
        *body,
        *_links(nodes, ids),
        *_tones(nodes, ids),
    ]
    return indented(header, body)


def _links(nodes: Iterable[Node], ids: dict[str, str]) -> Iterator[str]:
    for node in nodes:
        if node.href:
            link = f'click {ids[node.key]} href "{address(node.href)}"'
            tip = words(node.tip)
            yield f'{link} "{tip}"' if tip else link


def _tones(nodes: Sequence[Node], ids: dict[str, str]) -> Iterator[str]:
    for tone, style in _TONES.items():
        of_tone = [ids[node.key] for node in nodes if node.tone == tone]
        if of_tone:
            yield f"classDef {tone} {style}"
            yield f"class {','.join(of_tone)} {tone}"


_LINKS: dict[EdgeKind, LinkShape] = {"next": "normal", "loop": "dotted", "exit": "thick"}
_TONES = {
    "pain": "stroke:#b3261e,stroke-width:3px",
    "delight": "stroke:#1b7f4b,stroke-width:3px",
    "truth": "stroke:#8a5a00,stroke-width:3px",
    "exit": "stroke:#666666,stroke-dasharray:4 3",
}

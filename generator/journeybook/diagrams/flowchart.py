"""Flowcharts: the stages of a journey in one row, and its steps in a frame a stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from journeybook.diagrams import mermaid_py
from journeybook.diagrams.escape import address, label, shorten, words
from journeybook.diagrams.mermaid_py import Arrow, Box, LinkShape
from journeybook.diagrams.shapes import Edge, EdgeKind, Group, Node

NODE_LIMIT = 120
EDGE_LIMIT = 60
"""Characters of a label; longer ones are cut at a word, the page tells the whole."""

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
    """The stages in the direction of reading, with dashed loops and thick exits. Edges to unknown
    keys are left out."""
    ids = {node.key: f"s{place}" for place, node in enumerate(nodes)}
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
    """The steps, a row a stage. Edges to unknown keys are left out.

    An edge between two stages is drawn between their frames: Mermaid forgets the direction inside a
    frame as soon as one of its nodes is linked to the outside, and the rows would become columns.
    """
    shown = [group for group in groups if group.nodes]
    nodes = [node for group in shown for node in group.nodes]
    ids = {node.key: f"n{place}" for place, node in enumerate(nodes)}
    frames = {group.key: f"g{place}" for place, group in enumerate(shown)}
    frame_of = {node.key: frames[group.key] for group in shown for node in group.nodes}
    boxes = [
        Box(
            frames[group.key],
            label(shorten(group.label, NODE_LIMIT)),
            inside=tuple(_box(node, ids) for node in group.nodes),
            direction=across,
        )
        for group in shown
    ]
    arrows = _arrows(
        _between_frames(edges, ids, frame_of, frames), {**ids, **{i: i for i in frames.values()}}
    )
    # Where loops close a circle of frames, Mermaid puts the frame written last on top.
    lines = mermaid_py.flowchart("TB", boxes[::-1], arrows)
    return _source(title, description, lines, nodes, ids)


def _between_frames(
    edges: Iterable[Edge], ids: dict[str, str], frame_of: dict[str, str], frames: dict[str, str]
) -> Iterator[Edge]:
    """The edges, those that leave a frame moved to the frames, each of them once."""
    seen = set()
    for edge in edges:
        source = frame_of.get(edge.source, frames.get(edge.source, ""))
        target = frame_of.get(edge.target, frames.get(edge.target, ""))
        if not source or not target:
            continue
        if source == target and edge.source in ids and edge.target in ids:
            yield edge
        elif (
            source != target and (moved := Edge(source, target, edge.label, edge.kind)) not in seen
        ):
            seen.add(moved)
            yield moved


def _box(node: Node, ids: dict[str, str], shape: str = "normal") -> Box:
    return Box(ids[node.key], label(shorten(node.label, NODE_LIMIT)), shape)


def _arrows(edges: Iterable[Edge], ids: dict[str, str]) -> list[Arrow]:
    return [
        Arrow(
            ids[edge.source],
            ids[edge.target],
            label(shorten(edge.label, EDGE_LIMIT)) if edge.label.strip() else "",
            _LINKS[edge.kind],
        )
        for edge in edges
        if edge.source in ids and edge.target in ids
    ]


def _source(
    title: str, description: str, lines: Sequence[str], nodes: Sequence[Node], ids: dict[str, str]
) -> str:
    """The whole text: header, name and description for readers of the picture, body, links and
    tones."""
    header, *body = lines
    clicks = [
        f'click {ids[node.key]} href "{address(node.href)}"'
        + (f' "{tip}"' if (tip := words(node.tip)) else "")
        for node in nodes
        if node.href
    ]
    by_tone = {tone: [ids[node.key] for node in nodes if node.tone == tone] for tone in _TONES}
    tones = [
        line
        for tone, style in _TONES.items()
        if by_tone[tone]
        for line in (f"classDef {tone} {style}", f"class {','.join(by_tone[tone])} {tone}")
    ]
    named = [f"accTitle: {label(title)}", f"accDescr: {label(description)}"]
    return "\n".join([header, *(f"  {line}" for line in [*named, *body, *clicks, *tones])]) + "\n"


_LINKS: dict[EdgeKind, LinkShape] = {"next": "normal", "loop": "dotted", "exit": "thick"}
_TONES = {
    "pain": "stroke:#b3261e,stroke-width:3px",
    "delight": "stroke:#1b7f4b,stroke-width:3px",
    "truth": "stroke:#8a5a00,stroke-width:3px",
    "exit": "stroke:#666666,stroke-dasharray:4 3",
}

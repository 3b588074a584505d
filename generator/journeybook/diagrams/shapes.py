"""The values that diagrams are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "pain", "delight", "truth", "exit"]
"""What a node represents: a pain point, a delight, a moment of truth, an exit from the journey, or
nothing special."""

EdgeKind = Literal["next", "loop", "exit"]
"""How one node leads to another: forward, back, or out of the journey."""


@dataclass(frozen=True, slots=True)
class Node:
    """One box. `key` is only for the edges and never shown; `href` is relative or https; `tip` is
    the tooltip."""

    key: str
    label: str
    href: str = ""
    tip: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two keys; in a grouped flowchart these may be keys of groups."""

    source: str
    target: str
    label: str = ""
    kind: EdgeKind = "next"


@dataclass(frozen=True, slots=True)
class Group:
    """A frame with a heading around the nodes of one stage."""

    key: str
    label: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One step of a stage's journey diagram; `score` is its emotion, from 1 (bad) to 5 (good)."""

    label: str
    score: int
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the cycle, from `start_day` (0 is the first day) for `days`; a `wait` is a part in
    which nothing happens."""

    label: str
    start_day: int
    days: int
    section: str
    wait: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A short code at a place between 0 and 1 on both axes."""

    code: str
    x: float
    y: float

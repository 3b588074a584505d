"""The role of each shape in a drawn diagram: one rule a row, and the first that matches applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FLOW, JOURNEY, GANTT, QUADRANT, XY = "flowchart-v2", "journey", "gantt", "quadrantChart", "xychart"
KINDS = frozenset((FLOW, JOURNEY, GANTT, QUADRANT, XY))

TONES = ("pain", "delight", "truth", "exit")


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape in one kind of diagram, by a class name (or its beginning) of its own, or of an
    element around it."""

    kind: str
    tags: str
    role: str
    own: str = ""
    around: str = ""


RULES = (
    Rule(FLOW, "rect", "mm-edge-back", own="background", around="edgeLabel"),
    Rule(FLOW, "rect path polygon circle", "mm-node", own="label-container"),
    Rule(FLOW, "path", "mm-node", around="label-container"),
    Rule(FLOW, "path", "mm-edge-loop", own="edge-pattern-dotted"),
    Rule(FLOW, "path", "mm-edge-exit", own="edge-thickness-thick"),
    Rule(FLOW, "path", "mm-edge", own="flowchart-link"),
    Rule(FLOW, "text", "mm-group-label", around="cluster-label"),
    Rule(FLOW, "text", "mm-edge-label", around="edgeLabel"),
    Rule(FLOW, "text", "mm-label", around="node"),
    Rule(FLOW, "rect", "", own="background"),
    Rule(FLOW, "rect", "", around="label"),
    Rule(FLOW, "rect", "mm-group", around="cluster"),
    Rule(JOURNEY, "rect", "mm-section", own="journey-section"),
    Rule(JOURNEY, "rect", "mm-task", own="task"),
    Rule(JOURNEY, "text", "mm-section-label", own="journey-section"),
    Rule(JOURNEY, "text", "mm-label", own="task"),
    Rule(JOURNEY, "text", "mm-legend", own="legend"),
    Rule(JOURNEY, "line", "mm-guide", own="task-line"),
    Rule(JOURNEY, "circle", "mm-face", own="face"),
    Rule(JOURNEY, "path line", "mm-feature", own="mouth"),
    Rule(JOURNEY, "circle", "mm-actor", own="actor-"),
    Rule(JOURNEY, "circle", "mm-feature"),
    Rule(JOURNEY, "line", "mm-edge"),
    Rule(GANTT, "rect", "mm-section", own="section0"),
    Rule(GANTT, "rect", "mm-section", own="section2"),
    Rule(GANTT, "rect", "", own="section"),
    Rule(GANTT, "rect", "mm-bar-wait", own="done"),
    Rule(GANTT, "rect", "mm-bar", own="task"),
    Rule(GANTT, "text", "mm-bar-label", own="taskText"),
    Rule(GANTT, "text", "mm-section-label", own="sectionTitle"),
    Rule(GANTT, "text", "mm-title", own="titleText"),
    Rule(GANTT, "text", "mm-tick", around="tick"),
    Rule(GANTT, "line", "mm-grid", around="tick"),
    Rule(QUADRANT, "rect", "mm-quadrant", around="quadrant"),
    Rule(QUADRANT, "text", "mm-label", around="quadrant"),
    Rule(QUADRANT, "line", "mm-axis", around="border"),
    Rule(QUADRANT, "circle", "mm-point", around="data-point"),
    Rule(QUADRANT, "text", "mm-point-label", around="data-point"),
    Rule(QUADRANT, "text", "mm-tick", around="label"),
    Rule(QUADRANT, "text", "mm-title", around="title"),
    Rule(XY, "text", "mm-title", around="chart-title"),
    Rule(XY, "path", "mm-plot", around="plot"),
    Rule(XY, "path", "mm-axis", around="ticks"),
    Rule(XY, "path", "mm-axis", around="axis-line"),
    Rule(XY, "path", "mm-axis", around="axisl-line"),
    Rule(XY, "text", "mm-tick"),
)


def role_names(
    tag: str,
    own: frozenset[str],
    around: frozenset[str],
    attributes: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The classes of a shape: its role, and what its place or neighbours add.

    `own` are its class names, `around` those of the elements around it. Empty if the shape is left
    out.
    """
    for rule in RULES:
        if tag in rule.tags.split() and _matches(rule, own, around):
            return _classes(rule.role, own, around, attributes or {}) if rule.role else ()
    return ()


def _matches(rule: Rule, own: frozenset[str], around: frozenset[str]) -> bool:
    if f"kind:{rule.kind}" not in around:
        return False
    if rule.around and rule.around not in around:
        return False
    if not rule.own or rule.own in own:
        return True
    return rule.own in _BEGINNINGS and any(name.startswith(rule.own) for name in own)


def _classes(
    role: str, own: frozenset[str], around: frozenset[str], attributes: Mapping[str, str]
) -> tuple[str, ...]:
    match role:
        case "mm-node":
            return (role, *(f"mm-{tone}" for tone in TONES if tone in around))
        case "mm-actor":
            actor = next(name for name in sorted(own) if name.startswith("actor-"))
            number = actor.removeprefix("actor-")
            return (f"mm-actor-{int(number) % 6 if number.isdecimal() else 0}",)
        case "mm-face":
            return (role, *_mood(float(attributes.get("cy", "360"))))
        case "mm-quadrant" if "place-1" in around:
            return (role, "mm-quadrant-best")
    return (role,)


def _mood(height: float) -> tuple[str, ...]:
    """The class of a face: it is at a height of 300 for a score of 5, and 30 lower per point."""
    score = 5 - (height - 300) / 30
    if score > 3.5:
        return ("mm-delight",)
    return ("mm-pain",) if score < 2.5 else ()


_BEGINNINGS = frozenset(("actor-", "done", "taskText"))

"""The texts of the diagrams, as a reader of the source sees them."""

from __future__ import annotations

from diagram_examples import one_of_each

from journeybook.diagrams import flowchart, gantt, journey, quadrant, xychart
from journeybook.diagrams.shapes import Bar, Edge, Group, Node, Point, Task


def test_stages_have_loops_exits_links_and_tones() -> None:
    nodes = [
        Node("a", "1. Need", href="#a", tip="Need"),
        Node("b", "Lost", tone="exit"),
        Node("c", "C"),
    ]
    edges = [
        Edge("a", "c"),
        Edge("c", "a", "again", "loop"),
        Edge("a", "b", "", "exit"),
        Edge("a", "nowhere"),
    ]
    assert flowchart.stages("A way", "About it", nodes, edges) == (
        "flowchart LR\n"
        "  accTitle: A way\n"
        "  accDescr: About it\n"
        '  s0("1#46; Need")\n'
        '  s1("Lost")\n'
        '  s2("C")\n'
        "  s0 --> s2\n"
        '  s2 -.->|"again"| s0\n'
        "  s0 ==> s1\n"
        '  click s0 href "#a" "Need"\n'
        "  classDef exit stroke:#666666,stroke-dasharray:4 3\n"
        "  class s1 exit\n"
    )


def test_steps_are_framed_and_edges_between_stages_join_the_frames_once() -> None:
    groups = [
        Group("g", "G", (Node("a", "A"), Node("b", "B"))),
        Group("h", "H", (Node("c", "C"),)),
        Group("i", "I", ()),
    ]
    edges = [
        Edge("a", "b"),
        Edge("b", "c"),
        Edge("a", "c"),
        Edge("c", "a", "redo", "loop"),
        Edge("a", "i"),
    ]
    source = flowchart.steps("T", "D", groups, edges, across="RL")
    assert source.count("direction RL") == 2
    assert source.count("g0 --> g1") == 1
    assert '  g1 -.->|"redo"| g0\n' in source
    assert "  n0 --> n1\n" in source


def test_a_journey_keeps_scores_on_the_scale_and_writes_no_empty_actor() -> None:
    source = journey.stage_journey(
        "T", "D", "S", [Task("A", 9, ("Buyer, lead", "Z")), Task("B", 0, ())]
    )
    assert "  A: 5 : Buyer#44; lead, Z\n" in source
    assert "  B: 1\n" in source
    assert "title" not in source.replace("accTitle", "")


def test_a_cycle_counts_in_the_unit_that_suits_its_length() -> None:
    units = gantt.Units("day", "week", "month")
    assert "axisFormat day %-j" in gantt.cycle("T", "D", [Bar("A", 0, 5, "S", False)], units)
    assert "axisFormat week %-W" in gantt.cycle("T", "D", [Bar("A", 0, 90, "S", False)], units)
    assert "axisFormat %-y/%-m" in gantt.cycle("T", "D", [Bar("A", 0, 500, "S", False)], units)


def test_a_cycle_marks_waiting_and_milestones() -> None:
    source = gantt.cycle("T", "D", [Bar("A", 0, 5, "S", True), Bar("B", 5, 0, "S", False)])
    assert "  A :done, t0, 2001-01-01, 5d\n" in source
    assert "  B :milestone, t1, 2001-01-06, 0d\n" in source
    assert source.count("section ") == 1


def test_a_quadrant_shows_twelve_points_inside_its_border() -> None:
    words = quadrant.QuadrantWords("a", "b", "c", "d", "e", "f", "g", "h")
    source = quadrant.value_effort("T", "D", words, [Point(f"P{n}", n, -1) for n in range(20)])
    assert source.count(": [") == 12
    assert '"P3": [0.98, 0.02]' in source


def test_two_curves_stay_on_the_scale() -> None:
    source = xychart.two_curves("T", "D", "Emotion", ["1.1", "1.2"], [-7, 0.5], [1, 3])
    assert "  line [-2, 0.5]\n  line [1, 2]\n" in source


def test_no_kind_needs_any_content() -> None:
    words = quadrant.QuadrantWords("", "", "", "", "", "", "", "")
    assert flowchart.stages("", "", [], []).startswith("flowchart LR\n")
    assert flowchart.steps("", "", [], []).startswith("flowchart TB\n")
    assert gantt.cycle("", "", []).startswith("---\n")
    assert quadrant.value_effort("", "", words, []).startswith("quadrantChart\n")
    assert len(one_of_each("")) == 6

"""Diagrams and labels for several tests."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from journeybook.diagrams import flowchart, gantt, journey, quadrant, xychart
from journeybook.diagrams.shapes import Bar, Edge, Group, Node, Point, Task

NASTY = (
    "two\nlines",
    'quote "] and more',
    "semi; colon: here",
    "GDPR: #3",
    "#35; #quot; &amp; &#46;",
    "end",
    "the end",
    "%%{init: {'theme':'dark'}}%%",
    "%% comment",
    "---\nconfig: x\n---",
    "A@{img: 'x.png'}",
    'click n1 href "javascript:alert(1)"',
    "classDef x fill:#f00",
    "style n0 fill:#f00",
    "`code` **bold** _it_",
    "$$x^2$$",
    "New direction LR now",
    "title x",
    "section x",
    "2024-01-01",
    "todayMarker off",
    "1. list",
    "- list",
    "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]> & <b>",
    "a --> b ==> c",
    "a|b|c {d} [e] (f)",
    "¶ß and ﬂ°",
    "\x00control\x1b[31m\ufeff",
    "\u202eright to left override\u202c",
    "تأمین‌کننده‌های نرم‌افزار CRM (۳)",
    "Đánh giá nhà cung cấp",
    "Ajánlatkérés (RFP), 2. kör",
    "比較検討する",
    "🙂👍🏽 okay",
    "x",
    "o",
    "100 % of it, isn't it?",
    "back\\slash \\n",
)


def plain(text: str) -> str:
    """The text as a picture may show it: no blanks, which line breaks replace, and no characters XML cannot hold."""
    return re.sub(
        r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+", "", text
    )


def texts(svg: str) -> list[str]:
    """The lines of text of a picture, without blanks."""
    root = ElementTree.fromstring(svg)
    return [
        plain("".join(element.itertext()))
        for element in root.iter("{http://www.w3.org/2000/svg}text")
    ]


def two_stages(label: str) -> str:
    """A flowchart with the label on a node and on an arrow."""
    nodes = [Node("a", label, href="a.html", tip=label), Node("b", "B", tone="pain")]
    return flowchart.stages("T", label, nodes, [Edge("a", "b", label), Edge("b", "a", "", "loop")])


def one_of_each(label: str) -> dict[str, str]:
    """The label in every kind of diagram."""
    words = quadrant.QuadrantWords("less", "more", "low", "high", label, "win", "fill", "avoid")
    groups = [
        Group("g", label, (Node("a", label), Node("b", "B"))),
        Group("h", "H", (Node("c", "C"),)),
    ]
    return {
        "stages": two_stages(label),
        "steps": flowchart.steps(
            "T", label, groups, [Edge("a", "b"), Edge("b", "c"), Edge("c", "a", "again", "loop")]
        ),
        "journey": journey.stage_journey(
            "T", label, label, [Task(label, 3, (label, "B")), Task("Z", 5, ())]
        ),
        "gantt": gantt.cycle(
            "T", label, [Bar(label, 0, 9, label, False), Bar("wait", 9, 30, "S", True)]
        ),
        "quadrant": quadrant.value_effort("T", label, words, [Point("L1", 0.2, 0.8)]),
        "xychart": xychart.two_curves("T", label, label, ["1.1", "1.2"], [1, -1], [2, 0]),
    }

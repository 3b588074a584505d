"""Pictures: right text, safe content, same bytes, no network."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from diagram_examples import NASTY, one_of_each, plain, texts, two_stages
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.diagrams import draw as drawing
from journeybook.diagrams import flowchart, journey
from journeybook.diagrams.draw import draw, engine
from journeybook.diagrams.escape import shorten
from journeybook.diagrams.roles import FLOWCHART, ROLES
from journeybook.diagrams.shapes import Edge, Group, Node, Task
from journeybook.diagrams.stylesheet import stylesheet
from journeybook.diagrams.svg_guard import ATTRIBUTES, ELEMENTS
from profiles import examples

SVG = "{http://www.w3.org/2000/svg}"
CLASSES = {role.name for role in ROLES} | {"mm-drawing", "mm-link"}


def drawn(source: str, figure_id: str = "fig") -> str:
    result = draw(source, figure_id=figure_id)
    assert result.svg is not None, result.reason
    return result.svg


def assert_safe(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(id_ and id_.startswith("fig") for id_ in ids)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        assert set(element.get("class", "").split()) <= CLASSES
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)


@pytest.mark.parametrize("label", NASTY)
def test_m9_a_label_is_shown_as_written(label: str) -> None:
    for kind, source in one_of_each(label).items():
        svg = drawn(source)
        assert_safe(svg)
        shown = shorten(label, {"quadrant": 28, "xychart": 40}.get(kind, 80))
        assert plain(shown) in "".join(texts(svg)), kind


@pytest.mark.parametrize("label", NASTY)
def test_m10_the_name_and_description_are_the_text(label: str) -> None:
    root = ElementTree.fromstring(drawn(two_stages(label)))
    assert plain(root.findtext(f"{SVG}desc", "")) == plain(label)


@settings(max_examples=examples(150), deadline=None)
@given(st.text(max_size=60))
def test_any_label_gives_a_safe_picture_that_shows_it(label: str) -> None:
    svg = drawn(two_stages(label))
    assert_safe(svg)
    private = re.compile("[\U000f0000-\U000fffff]")
    assert private.sub("\ufffd", plain(label)) in "".join(texts(svg))


@settings(max_examples=examples(60), deadline=None)
@given(st.text(max_size=40))
def test_any_label_can_be_drawn_in_every_kind(label: str) -> None:
    for source in one_of_each(label).values():
        assert_safe(drawn(source))


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=300))
def test_any_source_ends_in_a_picture_or_a_reason(source: str) -> None:
    for text in (source, f"flowchart LR\n{source}", f"journey\n{source}"):
        result = draw(text, figure_id="fig")
        assert (result.svg is None) == bool(result.reason)


def test_links_are_kept_only_if_they_lead_somewhere_safe() -> None:
    safe = ("#stage-1", "../a.html?b=c", "https://example.com/x")
    unsafe = ("javascript:alert(1)", "//host/x", "http://example.com", "data:text/html,x")
    for href in safe + unsafe:
        svg = drawn(flowchart.stages("T", "D", [Node("a", "A", href=href)], []))
        assert (f'href="{href}"' in svg) == (href in safe), href
        assert ("<a " in svg) == (href in safe), href


def test_a_drawing_with_links_is_a_group_for_assistive_technology() -> None:
    assert 'role="group"' in drawn(flowchart.stages("T", "D", [Node("a", "A", href="#a")], []))
    assert 'role="img"' in drawn(flowchart.stages("T", "D", [Node("a", "A")], []))


def test_the_picture_is_named_and_sized() -> None:
    root = ElementTree.fromstring(drawn(two_stages("A"), "fig-1"))
    assert root.get("aria-labelledby") == "fig-1-title"
    assert root.findtext(f"{SVG}title") == "T"
    width, height = (float(root.get(name, "0")) for name in ("width", "height"))
    assert root.get("viewBox", "").split()[2:] == [f"{width:.0f}", f"{height:.0f}"]


def test_tones_loops_and_exits_have_their_classes() -> None:
    nodes = [Node("a", "A", tone="pain"), Node("b", "B", tone="exit")]
    svg = drawn(
        flowchart.stages("T", "D", nodes, [Edge("a", "b", "", "exit"), Edge("b", "a", "", "loop")])
    )
    for name in ("mm-node mm-pain", "mm-node mm-exit", "mm-edge-exit", "mm-edge-loop"):
        assert f'class="{name}"' in svg


def test_persian_runs_from_right_to_left_on_one_run_of_text() -> None:
    svg = drawn(flowchart.stages("T", "D", [Node("a", "خرید نرم CRM")], []))
    assert re.search(r'<text [^>]*direction="rtl"[^>]*>خرید نرم CRM</text>', svg)


def test_the_first_stage_is_above_the_others_despite_loops() -> None:
    groups = [Group(str(n), f"Stage {n}", (Node(f"n{n}", f"Step {n}"),)) for n in range(4)]
    edges = [Edge(f"n{n}", f"n{n + 1}") for n in range(3)] + [Edge("n3", "n0", "again", "loop")]
    svg = drawn(flowchart.steps("T", "D", groups, edges))
    heights = {
        match[2]: float(match[1])
        for match in re.finditer(
            r'translate\([\d.]+,([\d.]+)\)"><text class="mm-group-label"[^>]*>(Stage \d)<', svg
        )
    }
    assert [name for name, _ in sorted(heights.items(), key=lambda item: item[1])] == [
        f"Stage {n}" for n in range(4)
    ]


def test_a_task_that_does_not_fit_its_box_ends_in_an_ellipsis() -> None:
    lines = texts(drawn(journey.stage_journey("T", "D", "S", [Task("W" * 80, 3, ("A",))])))
    assert any(line.endswith("…") for line in lines)


def test_too_many_nodes_are_rejected_with_a_reason() -> None:
    result = draw(
        flowchart.stages("T", "D", [Node(str(n), "N") for n in range(201)], []), figure_id="fig"
    )
    assert result.svg is None
    assert "200" in result.reason
    assert draw(
        flowchart.stages("T", "D", [Node(str(n), "N") for n in range(200)], []), figure_id="fig"
    ).svg


def test_the_reason_is_the_message_of_the_engine() -> None:
    assert "Unterminated" in draw("flowchart LR\n a[[[b", figure_id="fig").reason


def test_a_kind_without_rules_is_shown_as_source() -> None:
    assert (
        draw('pie\n"a" : 3\n', figure_id="fig").reason
        == "This kind of diagram has no drawing rules."
    )


def test_without_an_engine_there_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "engine", lambda: None)
    result = draw("flowchart LR\n", figure_id="fig")
    assert result.svg is None
    assert "No drawing engine" in result.reason


def test_the_engine_has_a_name_and_a_version() -> None:
    found = engine()
    assert found
    assert (found.name, found.version) == ("merman", "0.9.2")


def test_an_unsafe_figure_id_raises_an_error() -> None:
    with pytest.raises(ValueError, match="figure id"):
        draw("flowchart LR\n", figure_id='x"y')


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    for source in one_of_each("A").values():
        drawn(source)


def test_drawing_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    drawn(two_stages("A"))
    assert capfd.readouterr() == ("", "")


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "from diagram_examples import one_of_each; from journeybook.diagrams.draw import draw\n"
    )
    program += "print([(s, draw(s, figure_id='f').svg) for s in one_of_each('Ár: #3').values()])"
    paths = os.pathsep.join(
        str(Path(__file__).parents[n] / part) for n, part in ((2, "generator"), (0, ""))
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": paths,
                "PYTHONIOENCODING": "utf-8",
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_stored_style_sheet_is_the_generated_one() -> None:
    assert (Path(drawing.__file__).parent / "drawn.css").read_text(encoding="utf-8") == stylesheet()


def test_pages_load_the_style_of_every_inline_drawing(
    sample_output: Mapping[str, bytes],
) -> None:
    """Flowcharts stand in pages; other drawings are files, and their classes would be dead weight on every map."""
    pages = b"".join(data for url, data in sample_output.items() if url.endswith(".html"))
    found = {name.decode() for name in re.findall(rb"\bmm-[a-z0-9-]+", pages)}
    assert found
    assert found <= FLOWCHART

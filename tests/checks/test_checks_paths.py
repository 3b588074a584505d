"""The paths through a journey: `insight.path`, which finds them, and the rules about them."""

from __future__ import annotations

import pytest

from journeybook.insight.path import (
    edges,
    is_straight,
    linearity,
    reachable,
    stage_edges,
    steps_without_exit,
    unreachable,
)
from journeybook.schema.documents import Journey
from sites import at, buy


def journey(*steps: str, kind: str = "buyer") -> Journey:
    """Steps by ID, each followed by its facts: `a`, `b next: a | exit`; `/` starts a stage."""
    return walk(*steps, kind=kind)[0]


def walk(*steps: str, kind: str = "buyer") -> tuple[Journey, list[str]]:
    text = f"---\ntitle: I buy\nkind: {kind}\n---\n## Awareness\n"
    stages = iter(("Consideration", "Decision", "Retention"))
    for step in steps:
        name, _, ways = step.partition(" ")
        text += f"## {next(stages)}\n" if name == "/" else f"### {name} {{#{name}}}\n"
        text += "".join(f"- {way}\n" for way in ways.split("; ") if way)
    result = buy(text)
    return result.journey(), [f"{finding.code}@{finding.span.line}" for finding in result.findings]


def drawn(walked: Journey, *, by_stage: bool = False) -> list[str]:
    short = {"awareness": "A", "consideration": "C", "decision": "D", "retention": "R"}
    return [
        f"{short.get(e.source, e.source)}-{e.kind}>{short.get(e.target, e.target)}{' ' if e.reason else ''}{e.reason}"
        for e in (stage_edges if by_stage else edges)(walked)
    ]


def test_a_step_goes_on_to_the_one_below_it() -> None:
    assert drawn(journey("a", "b", "/", "c")) == ["a-next>b", "b-next>c"]


def test_next_replaces_the_default_path_and_loop_adds_to_it() -> None:
    assert drawn(journey('a next: c "fits" | exit "dear"', "b", "c")) == [
        "a-next>c fits",
        "a-exit> dear",
        "b-next>c",
    ]
    assert drawn(journey("a", 'b loop: a "unsure"', "c")) == [
        "a-next>b",
        "b-next>c",
        "b-loop>a unsure",
    ]


def test_a_path_back_is_a_loop_whichever_fact_declares_it() -> None:
    assert drawn(journey("a", "b next: a | b | c", "c")) == [
        "a-next>b",
        "b-loop>a",
        "b-loop>b",
        "b-next>c",
    ]
    assert drawn(journey("a loop: b", "b")) == ["a-next>b", "a-loop>b"]


def test_a_misspelt_path_is_left_out_and_the_default_path_stays() -> None:
    walked, codes = walk("a next: x", "b", "c")
    assert drawn(walked) == ["a-next>b", "b-next>c"]
    assert codes == ["JB102@7"]
    assert walk("a next: exit | bb", "b")[1] == ["JB102@7"]


def test_reachable_steps() -> None:
    walked = journey("a next: c", "b", "c loop: a", "d next: exit", "e")
    assert reachable(walked) == {"a", "c", "d"}
    assert [step.id for step in unreachable(walked)] == ["b", "e"]
    assert reachable(journey()) == frozenset()


def test_unreachable_steps_are_reported_once_for_each_run() -> None:
    assert walk("a next: d", "b", "c", "d next: exit", "e")[1] == ["JB305@8", "JB305@12"]
    result = buy(
        "---\ntitle: I buy\n---\n## Decision\n### a {#a}\n- next: d\n### b {#b}\n### c {#c}\n### d {#d}\n"
    )
    assert result.one("JB305").message == "the step `b` cannot be reached, nor can the one below it"
    assert at(result.one("JB305")) == (7, 1, 7, 11)


@pytest.mark.parametrize(
    ("steps", "caught"),
    [
        (("a", "b"), []),
        (("a", "b next: a"), ["a", "b"]),
        (("a", "b loop: a"), []),
        (("a", "b next: a | exit"), []),
        (("a next: c", "b", "c next: c"), ["a", "b", "c"]),
        (("a next: b | d", "b", "c next: b", "d"), ["b", "c"]),
    ],
)
def test_steps_without_a_way_out(steps: tuple[str, ...], caught: list[str]) -> None:
    walked, codes = walk(*steps)
    assert [step.id for step in steps_without_exit(walked)] == caught
    assert ("JB306" in {code[:5] for code in codes}) == bool(caught)


def test_a_customer_journey_may_loop_forever() -> None:
    assert walk("a", "b next: a", kind="customer")[1] == []


@pytest.mark.parametrize(
    ("steps", "share"),
    [
        ((), 1),
        (("a",), 1),
        (("a next: exit",), 1),
        (("a", "b", "c"), 1),
        (("a", "b loop: a", "c", "d"), 0.75),
        (("a next: b | c", "b", "c", "d loop: a"), 0.5),
        (("a next: b", "b"), 1),
        (("a next: b | exit", "b"), 0.5),
        (("a next: c", "b", "c"), 2 / 3),
    ],
)
def test_linearity_is_the_share_of_straight_through_steps(
    steps: tuple[str, ...], share: float
) -> None:
    walked = journey(*steps)
    assert linearity(walked) == pytest.approx(share)
    assert is_straight(walked) == (share == 1)


def test_stages_are_joined_by_the_paths_of_their_steps() -> None:
    walked = journey(
        'a next: b | exit "dear"',
        'b next: c "fits" | e "hurry" | exit "slow"',
        "/",
        "c",
        'd loop: a "unsure"',
        "/",
        "e",
    )
    assert drawn(walked, by_stage=True) == [
        "A-exit> dear; slow",
        "A-next>C fits",
        "A-next>D hurry",
        "C-next>D",
        "C-loop>A unsure",
    ]


def test_empty_stages_are_passed_through() -> None:
    assert drawn(journey("/", "a", "/", "/", "b"), by_stage=True) == [
        "A-next>C",
        "C-next>D",
        "D-next>R",
    ]
    assert drawn(journey("a", "/", "/"), by_stage=True) == ["A-next>C", "C-next>D"]
    assert drawn(journey('a next: b "fits"', "/", "/", "b"), by_stage=True) == [
        "A-next>C fits",
        "C-next>D",
    ]
    assert drawn(journey("/", "/"), by_stage=True) == ["A-next>C", "C-next>D"]

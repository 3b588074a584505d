"""G14: what a committee costs to build grows with its pages, not with their square."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Mapping

from journeybook.insight.committee import committee, rows_of
from journeybook.outputs.site import build
from sample import INFO
from sites import BUY, site

STAGES = ("Awareness", "Consideration", "Decision", "Retention")
BODY = "".join(
    f"## {stage}\n### I look {{#{stage.lower()}}}\n- who: all\n- emotion: -1 sad\n- pain: dear\n"
    for stage in STAGES
)


def files(members: int) -> dict[str, bytes]:
    people = "".join(f"  p{number}: {{role: champion}}\n" for number in range(members))
    return {
        "site.yaml": b"title: Maps\n",
        "content/personas/ana.md": b"---\ntitle: Ana\n---\n",
        BUY: f"---\ntitle: I buy\ncommittee:\n{people}---\n{BODY}".encode(),
        "content/collateral/card.md": b"---\ntitle: A card\nstages: [awareness]\n---\n",
    }


def calls(members: int, layers: tuple[Mapping[str, bytes], ...]) -> int:
    """Function calls of a build: the same on every computer, unlike its time."""
    profile = cProfile.Profile()
    built = profile.runcall(build, files(members), layers, INFO)
    assert built.files is not None
    assert sum(path.startswith("personas/p") for path in built.files) >= members
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_g14_the_work_grows_with_the_pages(theme_layers: tuple[Mapping[str, bytes], ...]) -> None:
    calls(5, theme_layers)  # compiles the templates
    few, more, many = (calls(members, theme_layers) for members in (20, 60, 140))
    each, each_of_many = (more - few) / 40, (many - more) / 80
    assert each_of_many < 1.4 * each, "twice the people, twice the work"


def test_g14_a_row_of_one_person_is_that_of_the_whole_committee() -> None:
    text = files(12)[BUY].decode()
    journey = site({BUY: text.replace("- emotion", "- who: p3\n- emotion", 1)}).journey()
    for row in committee(journey):
        assert rows_of(journey, row.persona) == (row,)
    assert rows_of(journey, "ana") == ()

"""O6: after each batch of a thousand random edits, a build that takes over what it can equals a clean one, byte for byte.

`JOURNEYBOOK_EDITS=10000 pytest tests/incremental` makes more of them.
"""

from __future__ import annotations

import datetime
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from desks import Builds, Desk, Previews, clean
from edits import DECK, Edit, Kind, State, delete_a_file, rebase, start_again

from journeybook.cache import NULL_CACHE
from journeybook.diagnostics import errors
from journeybook.insight.build_info import FixedBuildInfo
from journeybook.outputs import make_pages
from journeybook.outputs.site import BuildResources, build, check
from journeybook.pages.render import PageRenderer
from profiles import rounds
from small_site import small_site

DAY = datetime.date(2026, 11, 24)
EDITS = int(os.environ.get("JOURNEYBOOK_EDITS", rounds(375, 2000)))
BATCHES = (1, 1, 1, 2, 5, 15, 25)
"""How many edits there are between two builds; in each round, the sizes come in another order."""
HOWS = ("build", "compared", "preview") * rounds(1, 3)


class Run(NamedTuple):
    """One site edited so many times, by chance, and built again after each batch of edits."""

    how: str
    seed: int
    edits: int

    def desk(self, folder: Path) -> Desk:
        return (
            Previews(random.Random(self.seed))
            if self.how == "preview"
            else Builds(folder / "cache" / "site.sqlite")
        )

    def start(self, built_in: Mapping[str, bytes]) -> State:
        base = small_site() if self.how == "compared" else None
        return State(small_site(), {}, built_in, FixedBuildInfo(DAY, "0.0.0", "abc"), base)

    def kinds(self, rng: random.Random) -> Iterator[Kind]:
        """Kinds of edits without end; in each round, every one comes as often as it has cards."""
        deck = {**DECK, rebase: 5} if self.how == "compared" else DECK
        return _rounds([kind for kind, count in deck.items() for _ in range(count)], rng)


T = TypeVar("T")
RUNS = [Run(how, seed, EDITS // len(HOWS)) for seed, how in enumerate(HOWS)]


def _rounds(cards: Sequence[T], rng: random.Random) -> Iterator[T]:
    while True:
        yield from rng.sample(cards, len(cards))


@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run.how}-{run.seed}")
def test_o6_an_incremental_build_equals_a_clean_one(
    run: Run, tmp_path: Path, theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    rng, desk, state = random.Random(run.seed), run.desk(tmp_path), run.start(theme_layers[-1])
    kinds, made, taken_over = run.kinds(rng), Counter[str](), 0
    desk.again(state)
    for number, size in enumerate(_rounds(BATCHES, rng), 1):
        before, batch = state, []
        for kind in islice(kinds, min(size, run.edits - made.total())):
            edit, state, broken = standing(kind, state, rng)
            batch.append(edit)
            made[edit.kind.__name__] += 1
            if broken:
                assert not desk.again(broken).differs(clean(broken)), (
                    f"{run}, batch {number}: a site with errors"
                )
        output = desk.again(state)
        if wrong := output.differs(clean(state)):
            raise AssertionError(report(run, number, before, batch, wrong, tmp_path))
        taken_over += output.taken_over
        if made.total() == run.edits:
            break
    assert not clean(state).differs(clean(state, NULL_CACHE)), (
        "templates that are kept compiled change nothing"
    )
    assert all(made[kind.__name__] for kind in DECK), f"some kinds never came: {made}"
    assert taken_over > 5 * number, (
        "hardly anything was ever the same: this says nothing about taking pages over"
    )


def test_o6_the_runs_make_all_edits() -> None:
    assert EDITS - len(RUNS) < sum(run.edits for run in RUNS) <= EDITS


def standing(kind: Kind, state: State, rng: random.Random) -> tuple[Edit, State, State | None]:
    """An edit after which the site can be built, the site after it, and one that cannot, where chance met it first."""
    broken: State | None = None
    for tried in (*[kind] * 50, start_again, *[delete_a_file] * 50):
        edit = Edit(tried, rng.getrandbits(32))
        after = edit(state)
        if after == state:
            continue
        if not any(errors(check(after.files, after.info).diagnostics)):
            return edit, after, broken
        broken = after
    raise AssertionError(f"no file can be taken out of {sorted(state.files)}")


def report(
    run: Run, number: int, before: State, batch: Sequence[Edit], wrong: Sequence[str], folder: Path
) -> str:
    """What a difference needs to be understood: the run, the files, and the edits without which it would not be there."""

    def differs(edits: Sequence[Edit]) -> bool:
        desk = run._replace(how="build").desk(folder / str(len(list(folder.iterdir()))))
        desk.again(before)
        return bool(desk.again(after(before, edits)).differs(clean(after(before, edits))))

    told = [
        f"{run}, batch {number} of {len(batch)} edits: {len(wrong)} files differ: {', '.join(wrong[:9])}"
    ]
    told += ["", "all edits of the batch:", *described(before, batch)]
    if differs(batch):
        told += [
            "",
            "of which these are enough, from an empty cache:",
            *described(before, needed(batch, differs)),
        ]
    else:
        told += [
            "",
            "it needs what was kept of earlier batches: from an empty cache there is no difference",
        ]
    return "\n".join(told)


def needed(batch: Sequence[Edit], differs: Callable[[Sequence[Edit]], bool]) -> Sequence[Edit]:
    """The edits of a batch, without those that can be left out."""
    for edit in batch:
        fewer = [other for other in batch if other is not edit]
        if fewer and differs(fewer):
            return needed(fewer, differs)
    return batch


def after(state: State, edits: Sequence[Edit]) -> State:
    for edit in edits:
        state = edit(state)
    return state


def described(state: State, edits: Sequence[Edit]) -> list[str]:
    return [f"  {edit.told(after(state, edits[:at]))}" for at, edit in enumerate(edits)]


def test_one_edit_makes_only_the_pages_that_show_it(
    tmp_path: Path, theme_layers: tuple[Mapping[str, bytes], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Run("build", 0, 1)
    desk, state = run.desk(tmp_path), run.start(theme_layers[-1])
    output = desk.again(state)
    rendered: list[str] = []
    make = make_pages.make_page
    monkeypatch.setattr(
        make_pages,
        "make_page",
        lambda site, page, *more: (rendered.append(page.url), make(site, page, *more))[1],
    )
    drawn: list[str] = []
    render = PageRenderer.render
    monkeypatch.setattr(
        PageRenderer,
        "render",
        lambda self, view, *more: (drawn.append(view.url), render(self, view, *more))[1],
    )
    desk.again(state)
    assert rendered == []
    path = "content/evidence/i01.md"
    desk.again(
        replace(state, files={**state.files, path: state.files[path] + b"\nOne more thought.\n"})
    )
    assert "evidence/i01.html" in rendered
    assert len(rendered) < len([url for url in output.files if url.endswith(".html")]) / 2
    assert drawn == ["evidence/i01.html"], "pages that name it asked about it, and look as before"


class Kept(dict[tuple[str, bytes], Any]):
    """A memory that one can look into."""

    def get(self, level: str, key: bytes) -> Any:  # type: ignore[override]
        return dict.get(self, (level, key))

    def put(self, level: str, key: bytes, value: object) -> None:
        self[level, key] = value


def test_a_page_that_lists_every_journey_makes_again_only_what_it_says_of_the_changed_one(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    files, cache, info = small_site(), Kept(), FixedBuildInfo(DAY, "0.0.0", "abc")
    resources = BuildResources(cache, drawings=False)
    build(files, theme_layers, info, resources=resources)
    before = dict(cache)
    changed, *others = (
        path
        for path in files
        if path.startswith("content/journeys/") and b"\n- pain: " in files[path]
    )
    assert others
    files[changed] = files[changed].replace(b"\n- pain: ", b"\n- pain: Oh no. ")
    built = build(files, theme_layers, info, resources=resources)
    again = [
        value for key, value in cache.items() if key[0] == "piece" and value is not before.get(key)
    ]
    about = ("about", "journey", changed.removeprefix("content/journeys/").removesuffix(".md"))
    assert len(again) > 3, "its card, and its rows among pains and in stages"
    assert all(about in asked for asked, *_ in again)
    assert b"Oh no." in (built.files or {})["pains.html"]

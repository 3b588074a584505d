"""O6: after any edit, a build that takes over what it can equals a clean one, byte for byte.

`JOURNEYBOOK_EDITS=1000 pytest tests/incremental` makes as many edits as QUALITY.md asks for; without it, 48.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import pickle
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from compared_sites import compared
from journeybook.diff.compared import Compared
from journeybook.insight.build_info import BuildInfo, Change
from journeybook.outputs import pages
from journeybook.outputs.site import Means, build
from journeybook.pages.render import PageRenderer

Files = dict[str, bytes]
EDITS = int(os.environ.get("JOURNEYBOOK_EDITS", "48"))
BATCH = 2
SAMPLE = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 24)


class Kept:
    """A memory that keeps values as a file would: pickled."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, bytes], bytes] = {}

    def get(self, level: str, key: bytes) -> Any:
        found = self.values.get((level, key))
        return None if found is None else pickle.loads(found)

    def put(self, level: str, key: bytes, value: object) -> None:
        self.values[level, key] = pickle.dumps(value)


@dataclass
class Desk:
    """A site being edited: its sources, its theme, what git tells, and the output as it stands."""

    files: Files
    theme: Files
    built_in: Mapping[str, bytes]
    info: BuildInfo
    memory: Kept = field(default_factory=Kept)
    output: Mapping[str, bytes] = field(default_factory=dict)
    base: Files | None = None
    """What the site is compared with."""

    def clean(self) -> Mapping[str, bytes] | None:
        means = Means(drawings=False)
        return build(self.files, (self.theme, self.built_in), self.info, means=means, compared=self.compared).files

    @property
    def compared(self) -> Compared | None:
        return compared(self.base, self.files) if self.base else None

    def incremental(self) -> Mapping[str, bytes] | None:
        standing = {path: hashlib.sha256(data).hexdigest() for path, data in self.output.items()}
        means = Means(self.memory, standing, drawings=False)
        built = build(self.files, (self.theme, self.built_in), self.info, means=means, compared=self.compared)
        if built.files is None:
            return None
        return dict(sorted({**built.files, **{path: self.output[path] for path in built.same}}.items()))


def small_site() -> Files:
    """The sample atlas with a few of its journeys, so that hundreds of builds are quick."""
    found = {"site.yaml": (SAMPLE / "site.yaml").read_bytes()}
    for path in sorted((SAMPLE / "content").rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found[path.relative_to(SAMPLE).as_posix()] = path.read_bytes()
    journeys = [path for path in found if path.startswith("content/journeys/")]
    return {path: data for path, data in found.items() if path not in journeys[3:]}


# Edits ------------------------------------------------------------------------------------------------------------


def _texts(desk: Desk, folder: str = "content/") -> list[str]:
    return sorted(path for path in desk.files if path.startswith(folder) and path.endswith(".md"))


def change_a_line(desk: Desk, rng: random.Random) -> None:
    path = rng.choice(_texts(desk))
    lines = desk.files[path].decode().split("\n")
    at = rng.randrange(len(lines))
    kind = rng.randrange(4)
    if kind == 0 and lines[at].startswith("- "):
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[at]) if lines[at].startswith("- ") else lines.append(f"More {rng.random()}.")
    elif lines[at].startswith(("title:", "- does:", "- thinks:", "- pain:", "role:")):
        lines[at] += f" {rng.choice('abcxyz')}"
    else:
        lines.append(f"A thought, number {rng.randrange(99)}.")
    desk.files[path] = "\n".join(lines).encode()


def delete_a_file(desk: Desk, rng: random.Random) -> None:
    desk.files.pop(rng.choice(sorted(path for path in desk.files if path != "site.yaml")), None)


def rename_a_file(desk: Desk, rng: random.Random) -> None:
    path = rng.choice(_texts(desk))
    stem = path.rpartition("/")[2].removesuffix(".md")
    data = desk.files.pop(path)
    if rng.random() < 0.6:
        data = data.replace(b"---\n", b"---\nwas: [" + stem.encode() + b"]\n", 1)
    desk.files[path.replace(f"{stem}.md", f"{stem[:20]}-{rng.randrange(999)}.md")] = data


def move_a_journey(desk: Desk, rng: random.Random) -> None:
    journeys, personas = _texts(desk, "content/journeys/"), _texts(desk, "content/personas/")
    if journeys and personas:
        path = rng.choice(journeys)
        persona = rng.choice(personas).rpartition("/")[2].removesuffix(".md")
        desk.files[f"content/journeys/{persona}/{path.rpartition('/')[2]}"] = desk.files.pop(path)


def copy_a_file(desk: Desk, rng: random.Random) -> None:
    path = rng.choice(_texts(desk))
    desk.files[path.replace(".md", f"-{rng.randrange(99)}.md")] = desk.files[path]


def point_elsewhere(desk: Desk, rng: random.Random) -> None:
    """A reference to one touchpoint becomes one to another, which need not exist."""
    journeys, known = _texts(desk, "content/journeys/"), _texts(desk, "content/touchpoints/")
    if journeys and known:
        path = rng.choice(journeys)
        ids = [name.rpartition("/")[2].removesuffix(".md") for name in known]
        old, new = rng.choice(ids), rng.choice([*ids, "not-there"])
        desk.files[path] = desk.files[path].replace(f"touchpoint: {old}".encode(), f"touchpoint: {new}".encode())


def change_the_registry(desk: Desk, rng: random.Random) -> None:
    text = desk.files["site.yaml"].decode()
    old, new = rng.choice(
        (
            ("title: ", "title: The "),
            ("title: The ", "title: "),
            ("language: en", "language: hu"),
            ("language: hu", "language: en"),
        )
    )
    desk.files["site.yaml"] = text.replace(old, new, 1).encode()


def change_a_table(desk: Desk, rng: random.Random) -> None:
    tables = sorted(path for path in desk.files if path.endswith(".csv"))
    if tables:
        path = rng.choice(tables)
        lines = desk.files[path].decode().rstrip("\n").split("\n")
        desk.files[path] = "\n".join(lines[:-1] if len(lines) > 3 else [*lines, lines[-1]]).encode() + b"\n"


def change_a_template(desk: Desk, rng: random.Random) -> None:
    name = rng.choice(sorted(path for path in desk.built_in if path.endswith((".html", ".css"))))
    if name in desk.theme and rng.random() < 0.5:
        del desk.theme[name]
    else:
        desk.theme[name] = desk.built_in[name] + (b"\n/* mine */\n" if name.endswith(".css") else b"\n{# mine #}<i></i>\n")


def commit_or_wait(desk: Desk, rng: random.Random) -> None:
    """A file gets a date, a day goes by, or there is a new revision."""
    kind = rng.randrange(3)
    if kind == 0:
        changes = {**desk.info.last_change, rng.choice(_texts(desk)): Change(desk.info.today, rng.choice(("Ana", "Lê")))}
        desk.info = replace(desk.info, last_change=changes)
    elif kind == 1:
        desk.info = replace(desk.info, today=desk.info.today + datetime.timedelta(days=rng.randrange(1, 40)))
    else:
        desk.info = replace(desk.info, revision=f"{rng.getrandbits(80):020x}")


EDITS_BY_WEIGHT: tuple[tuple[Callable[[Desk, random.Random], None], int], ...] = (
    (change_a_line, 24),
    (delete_a_file, 2),
    (rename_a_file, 3),
    (move_a_journey, 2),
    (copy_a_file, 2),
    (point_elsewhere, 3),
    (change_the_registry, 1),
    (change_a_table, 1),
    (change_a_template, 1),
    (commit_or_wait, 2),
)


def rebase(desk: Desk, rng: random.Random) -> None:
    """The site is compared with another revision, or with none."""
    desk.base = None if rng.random() < 0.3 else dict(desk.files)


@pytest.mark.parametrize("seed", range(3))
def test_o6_an_incremental_build_equals_a_clean_one(seed: int, theme_layers: tuple[Mapping[str, bytes], ...]) -> None:
    edit_again_and_again(Desk(small_site(), {}, theme_layers[-1], BuildInfo(DAY, "0.0.0", "abc")), random.Random(seed))


@pytest.mark.parametrize("seed", range(2))
def test_o6_so_does_one_that_compares_with_a_revision(seed: int, theme_layers: tuple[Mapping[str, bytes], ...]) -> None:
    desk = Desk(small_site(), {}, theme_layers[-1], BuildInfo(DAY, "0.0.0", "abc"), base=small_site())
    edit_again_and_again(desk, random.Random(seed), ((rebase, 4), *EDITS_BY_WEIGHT))


def edit_again_and_again(
    desk: Desk,
    rng: random.Random,
    edits: tuple[tuple[Callable[[Desk, random.Random], None], int], ...] = EDITS_BY_WEIGHT,
) -> None:
    made, weights = zip(*edits, strict=True)
    taken_over = 0
    for _ in range(max(1, EDITS // BATCH // 3)):
        before = dict(desk.files), dict(desk.theme)
        names = []
        for edit in rng.choices(made, weights, k=BATCH):
            edit(desk, rng)
            names.append(edit.__name__)
        clean, incremental = desk.clean(), desk.incremental()
        if clean is None or incremental is None:
            assert clean is incremental, names
            desk.files, desk.theme = before
            continue
        assert clean.keys() == incremental.keys(), names
        assert [path for path in clean if clean[path] != incremental[path]] == [], names
        taken_over += sum(path in desk.output and desk.output[path] == data for path, data in incremental.items())
        desk.output = incremental
        if len(desk.files) < 40:
            desk.files = small_site()
    assert taken_over > 0, "nothing was ever the same: these edits say nothing about taking pages over"


def test_one_edit_makes_only_the_pages_that_show_it(
    theme_layers: tuple[Mapping[str, bytes], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(small_site(), {}, theme_layers[-1], BuildInfo(DAY, "0.0.0", "abc"))
    desk.output = desk.incremental() or {}
    rendered: list[str] = []
    make = pages.make_page
    monkeypatch.setattr(
        pages, "make_page", lambda site, page, *more: (rendered.append(page.url), make(site, page, *more))[1]
    )
    drawn: list[str] = []
    render = PageRenderer.render
    monkeypatch.setattr(
        PageRenderer, "render", lambda self, view, *more: (drawn.append(view.url), render(self, view, *more))[1]
    )
    desk.incremental()
    assert rendered == []
    path = _texts(desk, "content/evidence/")[0]
    desk.files[path] += b"\nOne more thought.\n"
    desk.incremental()
    assert path.removeprefix("content/").replace(".md", ".html") in rendered
    assert len(rendered) < len([url for url in desk.output if url.endswith(".html")]) / 2
    own = path.removeprefix("content/").replace(".md", ".html")
    assert drawn == [own], "pages that name it asked about it, and look as before"


def test_a_page_that_lists_every_journey_makes_again_only_what_it_says_of_the_changed_one(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    desk = Desk(small_site(), {}, theme_layers[-1], BuildInfo(DAY, "0.0.0", "abc"))
    desk.output = desk.incremental() or {}
    changed, *others = _texts(desk, "content/journeys/")
    assert others
    before = dict(desk.memory.values)
    desk.files[changed] = desk.files[changed].replace(b"\n- pain: ", b"\n- pain: Oh no. ")
    desk.output = desk.incremental() or {}
    kept = ((key, value) for key, value in desk.memory.values.items() if key[0] == "piece")
    pieces = [pickle.loads(value) for key, value in kept if value != before.get(key)]
    about = {question[2] for asked, *_ in pieces for question in asked if question[:2] == ("about", "journey")}
    assert len(pieces) > 3, "its card, and its rows among pains and in stages"
    assert f"content/journeys/{min(about)}.md" == changed
    assert len(about) == 1
    assert b"Oh no." in desk.output["pains.html"]

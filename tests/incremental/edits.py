"""Random edits of a small site. Each is named by a kind and a number, so that it can be made again, alone."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from journeybook.insight.build_info import Change, FixedBuildInfo
from small_site import PIXEL, small_site

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class State:
    """A site being edited: its sources, its own theme over the built-in one, what git tells, and what it is compared with."""

    files: Files
    theme: Files
    built_in: Files
    info: FixedBuildInfo
    base: Files | None = None


Kind = Callable[[State, random.Random], State]


@dataclass(frozen=True)
class Edit:
    """One edit; the same number makes the same change of the same state."""

    kind: Kind
    number: int

    def __call__(self, state: State) -> State:
        return self.kind(state, random.Random(self.number))

    def told(self, before: State) -> str:
        """The edit in words: its kind, its number, and the files that it touches."""
        after = self(before)
        touched = [
            f"{sign}{path}"
            for old, new in ((before.files, after.files), (before.theme, after.theme))
            for path in sorted(old.keys() | new.keys())
            if (
                sign := "+"
                if path not in old
                else "-"
                if path not in new
                else "~"
                if old[path] != new[path]
                else ""
            )
        ]
        return f"{self.kind.__name__}({self.number}) {' '.join(touched)}".strip()


def _with(state: State, files: Mapping[str, bytes | None]) -> State:
    """The state with some files written, or removed where they are None."""
    changed = {**state.files, **files}
    return replace(
        state, files={path: data for path, data in sorted(changed.items()) if data is not None}
    )


def _texts(state: State, *folders: str) -> list[str]:
    starts = tuple(f"content/{folder}" for folder in folders or ("",))
    return [
        path for path in sorted(state.files) if path.startswith(starts) and path.endswith(".md")
    ]


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _was(data: bytes, path: str) -> bytes:
    """The text of a file that says that it once stood at this path."""
    id = (
        path.removeprefix("content/journeys/").removesuffix(".md")
        if "/journeys/" in path
        else _stem(path)
    )
    return re.sub(rb"(?m)^was: .*\n", b"", data).replace(
        b"---\n", b"---\nwas: [" + id.encode() + b"]\n", 1
    )


def change_a_line(state: State, rng: random.Random) -> State:
    if not (paths := _texts(state)):
        return state
    path = rng.choice(paths)
    lines = state.files[path].decode().split("\n")
    at = rng.randrange(len(lines))
    kind = rng.randrange(4)
    if kind == 0 and lines[at].startswith("- "):
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[at]) if lines[at].startswith("- ") else lines.append(
            f"More *{rng.random()}*."
        )
    elif lines[at].startswith(
        ("title:", "###", "- does:", "- thinks:", "- pain:", "- delight:", "role:")
    ):
        lines[at] = re.sub(r"( \{#|$)", rf" {rng.choice('abcxyz')}\1", lines[at], count=1)
    else:
        lines.append(f"A thought, number {rng.randrange(99)}.")
    return _with(state, {path: "\n".join(lines).encode()})


def delete_a_file(state: State, rng: random.Random) -> State:
    paths = sorted(state.files.keys() - {"site.yaml"})
    return _with(state, {rng.choice(paths): None}) if paths else state


def rename_a_file(state: State, rng: random.Random) -> State:
    if not (paths := _texts(state)):
        return state
    path = rng.choice(paths)
    data, stem = state.files[path], _stem(path)
    if rng.random() < 0.4:
        data = _was(data, path)
    return _with(
        state,
        {path: None, path.replace(f"{stem}.md", f"{stem[:20]}-{rng.randrange(999)}.md"): data},
    )


def say_what_it_was(state: State, rng: random.Random) -> State:
    """A file takes over the name of one that is not there any more, so that links to that one lead to it."""
    gone = [path for path in small_site() if path.endswith(".md") and path not in state.files]
    pairs = [(old, path) for old in gone for path in _texts(state, old.split("/")[1] + "/")]
    if not pairs:
        return state
    old, path = rng.choice(pairs)
    return _with(state, {path: _was(state.files[path], old)})


def move_a_journey(state: State, rng: random.Random) -> State:
    journeys, personas = _texts(state, "journeys/"), _texts(state, "personas/")
    if not journeys or not personas:
        return state
    path = rng.choice(journeys)
    there = f"content/journeys/{_stem(rng.choice(personas))}/{path.rpartition('/')[2]}"
    return _with(state, {path: None, there: state.files[path]})


def move_a_step(state: State, rng: random.Random) -> State:
    """A step is cut out, and put before another one of the same map or of another."""
    journeys = _texts(state, "journeys/")
    with_steps = [path for path in journeys if b"\n### " in state.files[path]]
    if not with_steps:
        return state
    source, target = rng.choice(with_steps), rng.choice(with_steps)
    head, *steps = re.split(r"(?m)^(?=#{2,3} )", state.files[source].decode())
    own = [at for at, part in enumerate(steps) if part.startswith("### ")]
    step = steps.pop(rng.choice(own))
    files: dict[str, bytes | None] = {source: "".join((head, *steps)).encode()}
    text = files.get(target) or state.files[target]
    head, *steps = re.split(r"(?m)^(?=#{2,3} )", text.decode())
    steps.insert(rng.randrange(1, len(steps) + 1) if steps else 0, step.rstrip("\n") + "\n\n")
    return _with(state, files | {target: "".join((head.rstrip("\n") + "\n\n", *steps)).encode()})


def copy_a_file(state: State, rng: random.Random) -> State:
    if not (paths := _texts(state)):
        return state
    path = rng.choice(paths)
    return _with(state, {path.replace(".md", f"-{rng.randrange(99)}.md"): state.files[path]})


def bring_back(state: State, rng: random.Random) -> State:
    """A file is again as it was in the beginning."""
    path, data = rng.choice(sorted(small_site().items()))
    return _with(state, {path: data})


def start_again(state: State, _: random.Random) -> State:
    """All files are again as they were in the beginning."""
    return replace(state, files=small_site())


def point_elsewhere(state: State, rng: random.Random) -> State:
    """A reference becomes one to another thing of its kind, which need not exist."""
    word, folder = rng.choice(
        (
            ("touchpoint", "touchpoints/"),
            ("channel", "channels/"),
            ("opportunity", "opportunities/"),
        )
    )
    known = [_stem(path) for path in _texts(state, folder)]
    users = [
        path
        for path in _texts(state)
        if re.search(rf"(?m)^(- )?{word}: ", state.files[path].decode())
    ]
    if not known or not users:
        return state
    path = rng.choice(users)
    lines = state.files[path].decode().split("\n")
    at = rng.choice([at for at, line in enumerate(lines) if re.match(rf"(- )?{word}: ", line)])
    lines[at] = f"{lines[at].partition(':')[0]}: {rng.choice([*known, 'not-there'])}"
    return _with(state, {path: "\n".join(lines).encode()})


_SITE_YAML = (
    ("title: ", "title: The "), ("title: The ", "title: "), ("language: en", "language: hu"), ("language: hu", "language: en"),
    ("url: ", "# url: "), ("# url: ", "url: "), ("pictures: svg", "pictures: no"), ("pictures: no", "pictures: svg"),
    ("[ana/buy, ana/return]", "[ana/return, ana/buy]"), ("[ana/return, ana/buy]", "[ana/buy, ben/pay]"),
    ("review: 180d", "review: 30d"), ("review: 30d", "review: 180d"), ("title: Risk", "title: Danger"),
    ('"+1": pleased', '"+1": glad'), ('"+1": glad', '"+1": pleased'), ("edit: ", "# edit: "), ("# edit: ", "edit: "),
)  # fmt: skip


def edit_site_yaml(state: State, rng: random.Random) -> State:
    text = state.files["site.yaml"].decode()
    fitting = [change for change in _SITE_YAML if change[0] in text]
    return (
        _with(state, {"site.yaml": text.replace(*rng.choice(fitting), 1).encode()})
        if fitting
        else state
    )


_OWNERS = ("shop", "service", "brand")


def edit_a_registry_file(state: State, rng: random.Random) -> State:
    """A touchpoint, a channel, a metric … gets another title, owner, language or channel."""
    paths = _texts(
        state,
        "touchpoints/",
        "channels/",
        "metrics/",
        "opportunities/",
        "collateral/",
        "evidence/",
        "personas/",
    )
    if not paths:
        return state
    path = rng.choice(paths)
    text = state.files[path].decode()
    key, value = rng.choice(
        (("title", f"Renamed {rng.randrange(9)}"), ("owner", rng.choice(_OWNERS)), ("lang", "fa"))
    )
    pattern = rf"(?m)^{key}: .*$"
    if re.search(pattern, text):
        text = re.sub(pattern, f"{key}: {value}", text, count=1)
    else:
        text = text.replace("---\n", f"---\n{key}: {value}\n", 1)
    return _with(state, {path: text.encode()})


def edit_a_table(state: State, rng: random.Random) -> State:
    """A row of a metric's series comes, goes, or changes."""
    tables = sorted(path for path in state.files if path.endswith(".csv"))
    if not tables:
        return state
    path = rng.choice(tables)
    lines = state.files[path].decode().rstrip("\n").split("\n")
    if len(lines) > 3 and rng.random() < 0.5:
        lines.pop()
    elif len(lines) < 9 and rng.random() < 0.5:
        lines.append(f"2026-1{len(lines) % 3}-{10 + len(lines)},{rng.randrange(60)}")
    elif len(lines) > 1:
        lines[-1] = f"{lines[-1].partition(',')[0]},{rng.randrange(60)}"
    return _with(state, {path: "\n".join(lines).encode() + b"\n"})


def edit_an_image(state: State, rng: random.Random) -> State:
    return _with(state, {"content/dot.png": PIXEL + bytes([rng.randrange(4)])})


def edit_a_template(state: State, rng: random.Random) -> State:
    name = rng.choice(sorted(path for path in state.built_in if path.endswith((".html", ".css"))))
    theme = dict(state.theme)
    if theme and rng.random() < 0.5:
        del theme[rng.choice(sorted(theme))]
    else:
        theme[name] = state.built_in[name] + (
            b"\n/* mine */\n" if name.endswith(".css") else b"\n{# mine #}<i></i>\n"
        )
    return replace(state, theme=theme)


def commit_or_wait(state: State, rng: random.Random) -> State:
    """A file gets a date, a day goes by, or there is a new revision."""
    info, kind = state.info, rng.randrange(3)
    if kind == 0 and (paths := _texts(state)):
        change = Change(info.today, rng.choice(("Ana", "Lê")), f"Mend {rng.randrange(9)}")
        path = rng.choice(paths)
        commit = replace(change, paths=(path,))
        return replace(
            state,
            info=replace(
                info,
                last_change={**info.last_change, path: change},
                commits=(commit, *info.commits),
            ),
        )
    if kind == 1:
        return replace(
            state,
            info=replace(info, today=info.today + datetime.timedelta(days=rng.randrange(1, 40))),
        )
    return replace(state, info=replace(info, revision=f"{rng.getrandbits(80):020x}"))


def rebase(state: State, rng: random.Random) -> State:
    """The site is compared with another revision, or with none, or with one of which a file cannot be read."""
    how = rng.randrange(12)
    if how == 0 or state.base is None:
        return replace(state, base=None if state.base is not None else small_site())
    if how == 1:
        return replace(state, base=state.files)
    paths = [path for path in sorted(state.base) if path.endswith(".md")]
    if not paths:
        return replace(state, base=small_site())
    base, path = dict(state.base), rng.choice(paths)
    if how < 4:
        return replace(state, base=base | {path: b"\xff"})
    if how < 9 and (
        differing := [
            other for other in paths if base[other] != state.files.get(other, base[other])
        ]
    ):
        same = rng.choice(differing)  # one change goes, and most often another one comes
        base[same] = state.files[same]
    return replace(state, base=base | {path: base[path].replace(b"title: ", b"title: Once ", 1)})


DECK: dict[Kind, int] = {
    change_a_line: 16, delete_a_file: 4, rename_a_file: 4, say_what_it_was: 4, move_a_journey: 3, move_a_step: 5, copy_a_file: 2, bring_back: 4,
    start_again: 1, point_elsewhere: 5, edit_site_yaml: 2, edit_a_registry_file: 5, edit_a_table: 3, edit_an_image: 1,
    edit_a_template: 2, commit_or_wait: 3,
}  # fmt: skip
"""How often each kind comes in as many edits as there are cards."""

"""What only a whole run of the program shows: it dies at any instant, runs anywhere, opens no connection (O2, O3, O5, Y1)."""

from __future__ import annotations

import datetime
import errno
import hashlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from journeybook.cli import cli
from journeybook.effects import workers
from journeybook.effects.disk import packaged_theme, read_site, read_theme
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.git import history
from journeybook.effects.output import write_site
from journeybook.outputs import make_pages
from journeybook.outputs.make_pages import Outcome, Spread
from journeybook.outputs.site import BuildResources, build
from journeybook.workflow.load_site import budget_of, build_info, today
from profiles import rounds
from sample import INFO
from small_site import small_site

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: I buy\n---\n"
FILES = {
    "site.yaml": "title: Shoes\nlanguage: en\n",
    "content/personas/ana.md": "---\ntitle: Ána\n---\nShe runs.\n",
    "content/personas/sara.md": "---\ntitle: سارا\nlang: fa\n---\n\n",
    "content/touchpoints/shop.md": "---\ntitle: Shop\n---\n",
    "content/journeys/ana/buy.md": f"{HEAD}Why.\n\n## Awareness\n### I look {{#look}}\n- touchpoint: shop\n- emotion: +1\n"
    "- pain: İstanbul is far {#far}\n\n## Decision\n### I pay {#pay}\n- emotion: -1\n- time: 2h\n",
}


def journeybook(
    *words: str, cwd: Path, env: Mapping[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[str]:
    """One run of the program in a process of its own."""
    places = os.pathsep.join([str(ROOT / "generator")])
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd.parent / "home"),
        "PYTHONPATH": places,
        **(env or {}),
    }
    return subprocess.run(
        [sys.executable, "-m", "journeybook", *words],
        cwd=cwd,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )  # type: ignore[call-overload,no-any-return]


def written(
    folder: Path,
    files: Mapping[str, str] = FILES,
    *,
    order: random.Random | None = None,
    ends: str = "\n",
) -> Path:
    names = list(files)
    if order:
        order.shuffle(names)
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name].replace("\n", ends).encode())
    return folder


def digest(folder: Path) -> str:
    """One hash over names, modes and bytes."""
    made = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        made.update(f"{path.relative_to(folder).as_posix()} {path.stat().st_mode:o}\n".encode())
        made.update(path.read_bytes() if path.is_file() else b"")
    return made.hexdigest()


def _layers() -> tuple[Mapping[str, bytes], ...]:
    return (read_theme(packaged_theme()),)


EPOCH = {"SOURCE_DATE_EPOCH": "1764000000"}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = written(tmp_path_factory.mktemp("first"))
    done = journeybook("build", cwd=site, env=EPOCH)
    assert done.returncode == 0, done.stderr
    return digest(site / "site")


# Each run differs from the first in all of these at once; a build takes about a second, so there are few.
SURROUNDINGS: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "folder, zone, locale C, hash seed, order": (
        {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "C",
            "PYTHONUTF8": "0",
            "PYTHONHASHSEED": "1",
        },
        {},
    ),
    "umask, Turkish, hash seed, line ends": (
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
        {"umask": 0o077},
    ),
    "user": ({}, {"user": 65534, "group": 65534}),
    "clock": ({}, {}),
}
TEN_YEARS = 315_360_000


@pytest.mark.parametrize("which", SURROUNDINGS)
def test_o5_y8_nothing_around_a_build_changes_its_bytes(
    first: str, tmp_path: Path, which: str
) -> None:
    env, options = SURROUNDINGS[which]
    folder = tmp_path / "a folder with blanks" / "é"
    if which == "user":
        if os.geteuid() != 0 or not _may_read(65534):
            pytest.skip(
                "only an administrator can run as another user, who must be able to read this checkout"
            )
        folder = Path("/tmp") / f"journeybook-test-{os.getpid()}"
    order = random.Random(7) if "order" in which else None
    site = written(folder, order=order, ends="\r\n" if "line ends" in which else "\n")
    if "clock" in which:  # as a clock that went back by ten years leaves files
        for path in site.rglob("*"):
            os.utime(path, (time.time() + TEN_YEARS,) * 2)
    try:
        if which == "user":
            for path in (site, *site.rglob("*")):
                os.chown(path, 65534, 65534)
        done = journeybook("build", cwd=site, env={**EPOCH, **env}, **options)
        assert done.returncode == 0, done.stderr
        assert digest(site / "site") == first
    finally:
        if which == "user":
            shutil.rmtree(folder)


def _may_read(user: int) -> bool:
    probe = [sys.executable, "-c", f"open({str(ROOT / 'generator/journeybook/__init__.py')!r})"]
    try:
        return (
            subprocess.run(probe, user=user, group=user, capture_output=True, cwd="/").returncode
            == 0
        )
    except PermissionError:
        return False


@pytest.mark.parametrize("junk", ["junk", "1.5", "1e9", "9" * 30, "٣"])
def test_o5_a_source_date_that_is_no_number_is_refused(
    tmp_path: Path, junk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", junk)
    if junk == "٣":  # a digit all the same
        assert today().year == 1970
        return
    with pytest.raises(EnvironmentFault, match="SOURCE_DATE_EPOCH must be a whole number"):
        today()


def test_o5_the_first_second_of_all_is_a_day_like_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == datetime.date(1970, 1, 1)


def test_o5_without_a_source_date_two_builds_of_a_day_are_the_same(
    first: str, tmp_path: Path
) -> None:
    site = written(tmp_path)
    tree, _ = read_site(site, budget_of)
    made = [
        build(dict(reversed(tree.files.items())), _layers(), build_info(history(site))).files
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert made[0] is not None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
def test_o5_eight_workers_make_the_bytes_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LARGE", 2)
    monkeypatch.setattr(make_pages, "WARM_UP_FROM", 2)
    processes = set()

    def noting(count: int) -> Spread:
        spread = workers.spread_over(count)

        def spreading(
            work: Callable[[int], Outcome], tasks: Sequence[int]
        ) -> Iterator[tuple[int, Outcome]]:
            for task, (process, outcome) in spread(lambda task: (os.getpid(), work(task)), tasks):
                processes.add(process)
                yield task, outcome

        return spreading

    made = [
        build(small_site(), _layers(), INFO, resources=BuildResources(spread=noting(count))).files
        for count in (1, 8)
    ]
    assert made[0] == made[1]
    assert made[0] is not None
    assert len(processes) == 9


ATTACKS = {
    "brackets": f"---\ntitle: I buy\ntags: {'[' * 100_000}\n---\n",
    "dashes": f"---\ntitle:\n  {'- ' * 50_000}\n---\n",
    "questions": f"---\n{'? ' * 30_000}\n---\n",
    "indents": "---\n" + "\n".join(" " * depth + "a:" for depth in range(680)) + "\n---\n",
    "merge bomb": "---\n"
    + "m0: &m0 {a: 1}\n"
    + "\n".join(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]" for n in range(1, 23))
    + "\n---\n",
    "markdown": HEAD + "[a" * 30_000,
}


def test_y1_y2_m5_hostile_files_end_a_check_with_1_and_a_finding_each(tmp_path: Path) -> None:
    files = {f"content/pages/p{number}.md": text for number, text in enumerate(ATTACKS.values())}
    site = written(tmp_path, {**FILES, **files})
    done = journeybook("check", cwd=site)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for name in files:
        assert name in done.stdout
    assert "nesting deeper than 20 levels" in done.stdout


def test_o2_a_site_that_cannot_be_written_is_2_and_the_old_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = written(tmp_path)
    monkeypatch.chdir(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert _run("build") == 0
    before = digest(site / "site")
    (site / "content/touchpoints/shop.md").write_text("---\ntitle: A shop\n---\n")
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) > 1000:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(handle, data)

    capsys.readouterr()
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        assert _run("build") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no space left while writing to `" in said.err
    assert "the old site was not changed" in said.err
    assert digest(site / "site") == before
    assert not [path.name for path in site.iterdir() if path.name.startswith(".site")]


def _run(*words: str) -> int:
    """The program in this process; its exit code."""
    with pytest.raises(SystemExit) as left:
        cli.main(list(words))
    return int(left.value.code or 0)


KILLS = rounds(60, 200)
PAGES = 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killed children are forked")
def test_o3_kills_at_random_instants_leave_no_broken_site(tmp_path: Path) -> None:
    """Each child writes version after version of a site until it is killed; a reader never sees a mix."""
    root = written(tmp_path, {"site.yaml": "title: x\n", "content/a.md": "a"})
    began = time.monotonic()
    for version in range(3):
        _write(root, b"warm %d" % version)
    one = (time.monotonic() - began) / 3
    chance = random.Random(20261124)
    versions, leftovers = set(), 0
    for turn in range(KILLS):
        child = os.fork()
        if child == 0:
            _write_for_ever(root, turn)
        time.sleep(min(one, 1.0) * (0.3 + 2.2 * chance.random()))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        leftovers += any(path.name.startswith(".site.new") for path in root.iterdir())
        seen = {path.read_bytes() for path in (root / "site").rglob("*.html")}
        assert len(seen) == 1, "every page is of one version"
        assert sum(1 for _ in (root / "site").rglob("*.html")) == PAGES
        versions |= seen
    # About two of three children finish a version; on a busy machine fewer.
    assert len(versions) > KILLS // 6
    assert leftovers > 0, "some were killed in the middle of writing"
    done = write_site(
        root / "site", {"index.html": b"last"}, content=root / "content", site=root, force=False
    )
    assert done.notes in ((), ("removed an unfinished build",))
    assert sorted(path.name for path in root.iterdir()) == ["content", "site", "site.yaml"]


def _write_for_ever(root: Path, turn: int) -> None:
    try:
        for version in range(10_000):
            _write(root, b"%d.%d" % (turn, version))
    finally:
        os._exit(1)


def _write(root: Path, version: bytes) -> None:
    files = {f"{n}/index.html": version * 200 for n in range(PAGES)}
    write_site(root / "site", files, content=root / "content", site=root, force=False)


_WATCHED: list[list[str]] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _WATCHED and event.startswith(
        ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.send", "urllib.")
    ):
        _WATCHED[-1].append(f"{event} {arguments}")


sys.addaudithook(_hook)


def test_o5_a_build_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also from a fresh interpreter's first import on; once everything is imported, not even a socket is made."""
    files = {
        **FILES,
        "content/pages/a.md": HEAD + "![x](https://evil.test/x.png) <https://evil.test>\n",
    }
    tree, _ = read_site(written(tmp_path, files), budget_of)
    asked: list[str] = []
    _WATCHED.append(asked)
    try:
        wrong = build(tree.files, _layers(), INFO)
        right = {path: data for path, data in tree.files.items() if not path.endswith("pages/a.md")}
        assert build(right, _layers(), INFO).files is not None

        def refuse(*arguments: object, **options: object) -> object:
            asked.append(f"socket {arguments}")
            raise AssertionError("a socket was made")

        monkeypatch.setattr(socket, "socket", refuse)
        built = build(right, _layers(), INFO)
    finally:
        _WATCHED.clear()
    assert [d.code for d in wrong.diagnostics if d.severity == "error"] == ["JB163"]
    assert built.files is not None
    assert any(name.endswith(".svg") for name in built.files), "diagrams were drawn"
    assert asked == []

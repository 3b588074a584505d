"""Writing a site: what is refused, whose files are kept, and that no fault leaves a broken site."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from journeybook.effects import atomic_swap, output
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.output import Written, write_site
from journeybook.effects.output_manifest import MARKER
from journeybook.effects.safe_names import check_names
from journeybook.effects.swap_note import BuildFolders, note_that_all_is_written, write_note

OLD = {"index.html": b"old", "a/index.html": b"old a", "static/x.css": b"x"}
NEW = {"index.html": b"new", "b/index.html": b"new b", "static/x.css": b"x"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "shop" / "content").mkdir(parents=True)
    (tmp_path / "shop" / "content" / "a.md").write_bytes(b"a")
    (tmp_path / "shop" / "site.yaml").write_bytes(b"")
    return tmp_path / "shop"


def write(
    root: Path, files: Mapping[str, bytes], *, target: Path | None = None, force: bool = False
) -> Written:
    return write_site(
        target or root / "site", files, content=root / "content", site=root, force=force
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def beside(root: Path) -> list[str]:
    return sorted(
        path.name for path in root.iterdir() if path.name not in ("content", "site.yaml", "site")
    )


def test_a_site_replaces_the_one_before_without_leftovers(root: Path) -> None:
    first = write(root, OLD)
    assert (first.files, first.changed, first.notes) == (3, True, ())
    assert tree(root / "site") == OLD
    write(root, NEW)
    assert tree(root / "site") == NEW
    assert beside(root) == []


def test_an_unchanged_site_is_not_written_again(root: Path) -> None:
    write(root, OLD)
    before = (root / "site").stat()
    assert not write(root, OLD).changed
    assert (root / "site").stat().st_ino == before.st_ino


def test_unchanged_files_are_linked_and_later_builds_do_not_touch_them(root: Path) -> None:
    write(root, OLD)
    before = (root / "site" / "static" / "x.css").stat().st_ino
    write(root, NEW)
    kept = (root / "site" / "static" / "x.css").stat()
    assert (kept.st_ino, kept.st_nlink) == (before, 1)
    (root / "site" / "static" / "x.css").chmod(0o600)
    write(root, OLD)
    assert (root / "site" / "static" / "x.css").stat().st_mode & 0o777 == 0o644


def test_a_file_that_was_deleted_comes_back(root: Path) -> None:
    write(root, OLD)
    (root / "site" / "index.html").unlink()
    write(root, OLD)
    assert tree(root / "site") == OLD


def test_o5_modes_do_not_depend_on_the_umask(root: Path) -> None:
    before = os.umask(0o077)
    try:
        write(root, OLD)
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (root / "site").rglob("*") if path.is_file()}
    assert modes == {0o644}
    assert {path.stat().st_mode & 0o777 for path in (root / "site", root / "site" / "a")} == {0o755}


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("content", "it is the content folder"),
        ("content/out", "inside the content folder"),
        ("content/deep/out", "inside the content folder"),
        (".", "it contains the content"),
        ("..", "it contains the content"),
        ("site/..", "it contains the content"),
        ("/", "root folder of the disk"),
        ("~", "home"),
        ("link", "symbolic link"),
        ("file", "it is a file"),
        ("repo", "root of a git repository"),
        ("repo/.git/out", "belongs to git"),
        ("here", "it is, or contains, the current folder"),
    ],
)
def test_o1_dangerous_targets_are_refused_even_by_force(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, reason: str
) -> None:
    (root / "link").symlink_to(tmp_path)
    (root / "file").write_bytes(b"f")
    (root / "repo" / ".git").mkdir(parents=True)
    (root / "here" / "deeper").mkdir(parents=True)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(root / "here" / "deeper")
    before = tree(tmp_path)
    with pytest.raises(EnvironmentFault, match=reason) as caught:
        write(
            root,
            NEW,
            target=Path(target.replace("~", str(tmp_path / "home")))
            if target in "/~"
            else root / target,
            force=True,
        )
    assert "\n" not in str(caught.value)
    assert tree(tmp_path) == before


def test_o1_the_current_folder_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "out").mkdir()
    monkeypatch.chdir(root / "out")
    with pytest.raises(EnvironmentFault, match="it is, or contains, the current folder"):
        write(root, NEW, target=Path("."))


def test_o1_a_foreign_folder_is_refused_and_by_force_its_files_are_kept(root: Path) -> None:
    docs = root / "docs"
    (docs / "deep").mkdir(parents=True)
    for name in ("CNAME", "deep/notes.txt", "index.html"):
        (docs / name).write_bytes(b"mine")
    (docs / "link").symlink_to("CNAME")
    with pytest.raises(EnvironmentFault) as caught:
        write(root, NEW, target=docs)
    assert "docs` has 4 files not created by journeybook; nothing was changed" in str(caught.value)
    assert tree(docs)["index.html"] == b"mine"
    written = write(root, NEW, target=docs, force=True)
    assert written.kept == ("CNAME", "deep/notes.txt", "link")
    assert tree(docs) == {**NEW, "CNAME": b"mine", "deep/notes.txt": b"mine", "link": b"mine"}
    assert os.readlink(docs / "link") == "CNAME"
    with pytest.raises(EnvironmentFault, match="3 files not created by journeybook \\(`CNAME`"):
        write(root, OLD, target=docs)
    write(root, OLD, target=docs, force=True)
    assert tree(docs) == {**OLD, "CNAME": b"mine", "deep/notes.txt": b"mine", "link": b"mine"}


def test_o1_an_empty_folder_and_what_desktops_leave_are_fine(root: Path) -> None:
    (root / "site").mkdir()
    write(root, OLD)
    (root / "site" / ".DS_Store").write_bytes(b"d")
    write(root, NEW)
    assert tree(root / "site") == {**NEW, ".DS_Store": b"d"}


def test_o1_a_page_changed_by_hand_is_named_and_not_overwritten(root: Path) -> None:
    write(root, OLD)
    (root / "site" / "index.html").write_bytes(b"by hand")
    with pytest.raises(
        EnvironmentFault, match=r"1 file changed by hand since the last build \(`index.html`\)"
    ):
        write(root, NEW)
    assert (root / "site" / "index.html").read_bytes() == b"by hand"
    write(root, NEW, force=True)
    assert tree(root / "site") == NEW


def test_o1_a_marker_of_somebody_else_gives_no_right(root: Path) -> None:
    write(root, OLD)
    shutil.copy(root / "site" / MARKER, root / "content" / MARKER)
    docs = root / "docs"
    docs.mkdir()
    (docs / "index.html").write_bytes(b"mine")
    (docs / MARKER).write_bytes(f"{hashlib.sha256(b'mine').hexdigest()}  index.html\n".encode())
    with pytest.raises(EnvironmentFault, match="not created by journeybook"):
        write(root, NEW, target=docs)
    (docs / MARKER).unlink()
    (docs / MARKER).symlink_to(root / "site" / MARKER)
    with pytest.raises(EnvironmentFault, match="not created by journeybook"):
        write(root, NEW, target=docs)


def test_a_file_put_in_while_building_moves_over(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, OLD)

    def late(folder: Path) -> None:
        (root / "site" / "late").mkdir()
        (root / "site" / "late" / "note.txt").write_bytes(b"late")

    monkeypatch.setattr(output, "flush", late)
    write(root, NEW)
    assert tree(root / "site") == {**NEW, "late/note.txt": b"late"}


@pytest.mark.parametrize(
    "name",
    [
        "", "/etc/x", "../x", "a/../x", "a//x", "./x", "a/", "C:\\x", "a\\x", "x\0", "x\n", "con", "NUL.html", "com1",
        "COM¹.md", "a/LPT9.x", "aux .md", "CONIN$", "clock$", "x.", "x ", "a:stream", ".git/x", ".GIT", "git~1",
        ".g\u200cit/x", "x\u202ey", "\ud800", "é" * 128,
    ],
)  # fmt: skip
def test_p1_p3_unsafe_names_are_a_fault_of_ours(name: str, root: Path) -> None:
    with pytest.raises(ValueError, match="output name"):
        write(root, {"index.html": b"", name: b""})
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "names",
    [
        ("anna.html", "Anna.html"),
        ("é", "e\u0301"),
        ("straße", "STRASSE"),
        ("a", "a/b"),
        ("A/x", "a/y"),
        ("ﬁn", "fin"),
    ],
)
def test_p4_names_that_some_system_takes_for_the_same_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="output name"):
        check_names(names)


def test_p5_names_of_all_scripts_are_fine() -> None:
    check_names(
        [
            "旅程/index.html",
            "رحلة/index.html",
            "a-b_c.d.css",
            "console.html",
            ".nojekyll",
            "index.html",
        ]
    )


@pytest.fixture
def tiny(root: Path) -> Iterator[Path]:
    mount = root / "tiny"
    mount.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(mount)],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("tmpfs cannot be mounted here")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_o2_a_full_disk_leaves_the_old_site(root: Path, tiny: Path) -> None:
    write(root, OLD, target=tiny / "site")
    with pytest.raises(
        EnvironmentFault,
        match=r"no space left while writing to `.*site`; the old site was not changed",
    ):
        write(root, {**NEW, "large.bin": b"x" * 300_000}, target=tiny / "site")
    assert tree(tiny / "site") == OLD
    assert [path.name for path in tiny.iterdir()] == ["site"]
    write(root, NEW, target=tiny / "site")
    assert tree(tiny / "site") == NEW


def test_o2_a_mount_point_is_refused_in_plain_words(root: Path, tiny: Path) -> None:
    with pytest.raises(EnvironmentFault, match="a disk is mounted on it"):
        write(root, NEW, target=tiny)
    assert list(tiny.iterdir()) == []
    assert beside(root) == ["tiny"]


CALLS = (
    "open",
    "write",
    "link",
    "mkdir",
    "chmod",
    "fchmod",
    "rename",
    "ftruncate",
    "scandir",
    "unlink",
    "rmdir",
)


@pytest.mark.parametrize("in_one_step", [True, False], ids=["exchange", "two-renames"])
@pytest.mark.parametrize("code", ["ENOSPC", "EDQUOT", "EACCES", "EIO", "EROFS"])
def test_o2_a_fault_at_any_call_leaves_one_whole_site(
    root: Path, monkeypatch: pytest.MonkeyPatch, code: str, in_one_step: bool
) -> None:
    if not in_one_step:
        monkeypatch.setattr(atomic_swap, "_exchange", lambda one, other: False)
    fault = getattr(errno, code)
    for number in range(1, 200):
        if (root / "site").exists():
            shutil.rmtree(root / "site")
        write(root, OLD)
        with monkeypatch.context() as patched:
            calls = _fail_at(patched, number, fault)
            complaint = _complaint(root)
        assert tree(root / "site") == (OLD if complaint else NEW)
        assert complaint == "" or "old site was not changed" in complaint
        write(root, NEW)
        assert tree(root / "site") == NEW
        assert beside(root) == []
        if calls() < number:
            assert number > 10
            return
    pytest.fail("the writing never came to an end")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killed children are forked")
@pytest.mark.parametrize("in_one_step", [True, False], ids=["exchange", "two-renames"])
def test_o3_killed_at_every_call_there_is_one_whole_site(root: Path, in_one_step: bool) -> None:
    """Before the Nth system call of a build, for every N. Between two renames there is no site, until the next build."""
    gone = 0
    for number in range(1, 200):
        write(root, OLD)
        child = os.fork()
        if child == 0:
            _die_at(root, number, in_one_step)
        died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        if (root / "site").exists():
            assert tree(root / "site") in ((OLD, NEW) if died else (NEW,))
        else:
            gone += 1
            assert not in_one_step
        assert write(root, NEW).notes in ((), ("removed an unfinished build",))
        assert tree(root / "site") == NEW
        assert beside(root) == []
        if not died:
            assert number > 10
            assert gone == (0 if in_one_step else 1)
            return
    pytest.fail("the writing never came to an end")


def _die_at(root: Path, number: int, in_one_step: bool) -> None:
    """In a child: write the new site, and be killed at a call of the system."""
    count = 0

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        return call

    try:
        if not in_one_step:
            atomic_swap._exchange = lambda one, other: False
        for name in CALLS:
            setattr(os, name, counting(getattr(os, name)))
        write(root, NEW)
    finally:
        os._exit(0)


def _complaint(root: Path) -> str:
    try:
        write(root, NEW)
    except EnvironmentFault as fault:
        return str(fault)
    return ""


def _fail_at(patched: pytest.MonkeyPatch, number: int, fault: int) -> Callable[[], int]:
    """Let the Nth system call of a build fail, as a disk does, once."""
    count = 0

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == number:
                raise OSError(fault, os.strerror(fault))
            return real(*arguments, **options)

        return call

    for name in CALLS:
        patched.setattr(os, name, failing(getattr(os, name)))
    return lambda: count


KILLED = """
import sys
from pathlib import Path
from journeybook.effects import atomic_swap
from journeybook.effects.output import write_site
root = Path(sys.argv[1])
if sys.argv[2] == "two-renames":
    atomic_swap._exchange = lambda one, other: False
turn = 0
print("ready", flush=True)
while True:
    turn += 1
    files = {f"{n}/index.html": b"%d " % turn * 200 for n in range(60)}
    write_site(root / "site", files, content=root / "content", site=root, force=False)
"""


@pytest.mark.parametrize("how", ["exchange", "two-renames"])
def test_o3_killed_at_any_instant_there_is_one_whole_site(root: Path, how: str) -> None:
    versions = set()
    leftovers = 0
    for number in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(root), how], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            # However slow the disk, start from a whole site.
            while number == 0 and not (root / "site").exists():
                assert process.poll() is None
                time.sleep(0.01)
            time.sleep(0.03 + (number * 0.0137) % 0.11)
            process.send_signal(signal.SIGKILL)
        if (root / "site").exists():
            pages = tree(root / "site")
            assert len(pages) == 60
            assert len(set(pages.values())) == 1
            versions.add(next(iter(pages.values())))
        else:
            assert how == "two-renames"
        leftovers += bool(beside(root))
    assert len(versions) > 1
    written = write(root, OLD)
    assert tree(root / "site") == OLD
    assert beside(root) == []
    assert leftovers == 0 or written.notes in ((), ("removed an unfinished build",))


def test_o3_an_interrupted_two_step_exchange_is_finished_by_the_next_run(root: Path) -> None:
    write(root, OLD)
    (root / "site").rename(root / ".site.old.4711")
    folders = BuildFolders(root / ".site.new.4711", root / ".site.old.4711")
    write_note(root / "site", folders)
    note_that_all_is_written(root / "site")
    assert atomic_swap.tidy(root / "site") is False
    assert tree(root / "site") == OLD
    assert beside(root) == []
    folders = atomic_swap.staging(root / "site")
    folders.fresh.mkdir()
    (root / ".site.new.x").mkdir()
    assert write(root, NEW).notes == ("removed an unfinished build",)
    assert beside(root) == [".site.new.x"]


def test_g4_faults_what_only_looks_like_ours_neither_vanishes_nor_blocks(root: Path) -> None:
    """A folder `.site.old.2024` is somebody's own; so is any file that a build would create."""
    write(root, OLD)
    process = os.getpid()
    folders = [".site.old.2024", f".site.new.{process}", f".site.old.{process}", ".site.lock"]
    for name in folders:
        (root / name).mkdir()
        (root / name / "mine.txt").write_text("mine")
    (root / ".site.swap").write_text("mine")
    assert write(root, NEW).notes == ()
    assert tree(root / "site") == NEW
    assert beside(root) == sorted([*folders, ".site.swap"])
    assert all((root / name / "mine.txt").read_text() == "mine" for name in folders)
    assert (root / ".site.swap").read_text() == "mine"


@pytest.mark.parametrize("text", ["4711\n", "mine", "journeybook build in progress\n.\n..\n"])
def test_g4_faults_a_file_with_a_name_of_ours_is_kept(root: Path, text: str) -> None:
    write(root, OLD)
    (root / ".site.swap").write_text(text)
    (root / ".site.lock").write_text("mine too")
    (root / ".site.old.4711").mkdir()
    write(root, NEW)
    assert tree(root / "site") == NEW
    assert beside(root) == [".site.lock", ".site.old.4711", ".site.swap"]
    assert (root / ".site.swap").read_text() == text
    assert (root / ".site.lock").read_text() == "mine too"


def test_g4_faults_a_note_cannot_name_a_folder_elsewhere(root: Path) -> None:
    write(root, OLD)
    (root / "elsewhere").mkdir()
    first = "journeybook build in progress: these folders may be deleted"
    for name in ("elsewhere", "../elsewhere", ".site.new.1/../elsewhere", "site"):
        (root / ".site.swap").write_text(f"{first}\n{name}\n{name}\n\n")
        assert write(root, NEW if tree(root / "site") == OLD else OLD).notes == ()
        assert (root / "elsewhere").is_dir()


def test_o4_a_second_build_waits_and_then_names_the_first(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert output.PATIENCE == 10
    monkeypatch.setattr(output, "PATIENCE", 0.3)
    started, finish = threading.Event(), threading.Event()

    def slow(folder: Path) -> None:
        started.set()
        finish.wait(5)

    monkeypatch.setattr(output, "flush", slow)
    first = threading.Thread(target=write, args=(root, OLD))
    first.start()
    started.wait(5)
    try:
        with pytest.raises(
            EnvironmentFault, match=f"another build \\(process {os.getpid()}\\) is running"
        ):
            write(root, NEW)
    finally:
        finish.set()
        first.join()
    assert tree(root / "site") == OLD
    write(root, NEW)
    assert beside(root) == []


def test_o4_a_lock_of_a_dead_process_holds_nobody_up(root: Path) -> None:
    (root / ".site.lock").write_text("999999\n")
    began = time.monotonic()
    write(root, NEW)
    assert time.monotonic() - began < 2
    assert beside(root) == []


def test_o4_many_builds_at_once_end_in_one_whole_site(root: Path) -> None:
    sites = [{f"{n}.html": b"%d" % turn for n in range(20)} for turn in range(8)]
    threads = [threading.Thread(target=write, args=(root, files)) for files in sites]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tree(root / "site") in sites
    assert beside(root) == []

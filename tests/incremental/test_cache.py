"""The cache of builds: whose it must be, when it is thrown away, and that a build is the same with and without it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.effects.cache_location import cache_file, refuse_place
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.input_fingerprint import NEVER, fingerprint_of, git_facts, racy_since
from journeybook.effects.sqlite_cache import SqliteCache
from journeybook.effects.workers import spread_over


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return cache_file(tmp_path / "site", tmp_path / "cache")


def kept(file: Path, program: str = "1") -> object:
    cache = SqliteCache(file, program)
    try:
        return cache.get("level", b"key")
    finally:
        cache.close()


def keep(file: Path, value: object, program: str = "1") -> None:
    cache = SqliteCache(file, program)
    cache.put("level", b"key", value)
    cache.save()
    cache.close()


def test_what_was_put_is_there_in_the_next_run(file: Path) -> None:
    keep(file, ("a", 1))
    assert kept(file) == ("a", 1)


def test_another_program_finds_nothing(file: Path) -> None:
    keep(file, "old", program="1")
    assert kept(file, program="2") is None
    assert kept(file, program="1") is None


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_a_damaged_file_is_thrown_away(file: Path, damage: bytes) -> None:
    keep(file, "old")
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    file.write_bytes(damage)
    assert kept(file) is None
    keep(file, "new")
    assert kept(file) == "new"


def damage(file: Path, value: object) -> None:
    with sqlite3.connect(file) as base:
        base.execute("update entry set value = ?", (value,))
    base.close()


def test_g6_a_value_with_one_flipped_bit_is_made_again(file: Path) -> None:
    keep(file, ("a", 1))
    with sqlite3.connect(file) as base:
        (stored,) = base.execute("select value from entry").fetchone()
    base.close()
    for bit in range(len(stored) * 8):
        flipped = bytearray(stored)
        flipped[bit // 8] ^= 1 << bit % 8
        damage(file, bytes(flipped))
        assert kept(file) is None
    damage(file, stored)
    assert kept(file) == ("a", 1)


@pytest.mark.parametrize("value", [b"", b"\x80no pickle", "text", 5, None])
def test_g6_a_damaged_value_is_never_unpickled(file: Path, value: object) -> None:
    keep(file, "old")
    damage(file, value)
    assert kept(file) is None
    keep(file, "new")
    assert kept(file) == "new"


def test_g6_a_value_under_another_key_is_not_taken(file: Path) -> None:
    keep(file, "old")
    with sqlite3.connect(file) as base:
        base.execute("update entry set key = ?", (b"other",))
    base.close()
    cache = SqliteCache(file, "1")
    assert cache.get("level", b"other") is None
    cache.close()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of this kind are POSIX's")
def test_a_folder_that_others_may_write_to_is_not_read(file: Path) -> None:
    keep(file, "old")
    file.parent.chmod(0o777)
    assert kept(file) is None


@pytest.mark.parametrize("place", ["site", "site/content/cache", "site/site"])
def test_the_cache_never_lies_where_content_comes_from(tmp_path: Path, place: str) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(EnvironmentFault, match="other people can write to that folder"):
        refuse_place(cache_file(tmp_path / "site", tmp_path / place), tmp_path / "site")


def test_a_link_into_the_site_does_not_help(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "site")
    with pytest.raises(EnvironmentFault):
        refuse_place(cache_file(tmp_path / "site", tmp_path / "link"), tmp_path / "site")


def test_two_processes_write_at_once(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from journeybook.effects.sqlite_cache import SqliteCache\n"
        "for number in range(8):\n"
        "    cache = SqliteCache(Path(sys.argv[1]), '1'); cache.put('level', b'%s %d' % (sys.argv[2].encode(), number), number)\n"
        "    cache.save(); cache.close()\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(file), name]) for name in ("a", "b")
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    cache = SqliteCache(file, "1")
    found = [
        cache.get("level", b"%s %d" % (name, number))
        for name in (b"a", b"b")
        for number in range(8)
    ]
    cache.close()
    assert found == [*range(8), *range(8)]


def test_a_kill_leaves_what_was_there(file: Path) -> None:
    keep(file, "old")
    program = (
        "import os, sys; from pathlib import Path; from journeybook.effects.sqlite_cache import SqliteCache\n"
        "cache = SqliteCache(Path(sys.argv[1]), '1')\n"
        "cache._base.execute('begin immediate'); cache._base.execute('delete from entry'); os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", program, str(file)]).returncode == -9
    assert kept(file) == "old"


# Stamps -----------------------------------------------------------------------------------------------------------


def test_a_change_in_the_same_tick_is_seen(tmp_path: Path) -> None:
    """Racy: same size, same times. Young files are compared by their contents."""
    page = tmp_path / "a.md"
    page.write_text("one")
    limit, times = racy_since(), page.stat()
    before = fingerprint_of([tmp_path], (), limit)
    page.write_text("two")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert fingerprint_of([tmp_path], (), limit) != before


@pytest.mark.parametrize("change", ["edit", "new", "delete", "rename", "rights"])
def test_every_change_changes_the_stamp(tmp_path: Path, change: str) -> None:
    page = tmp_path / "a.md"
    page.write_text("one")
    before = fingerprint_of([tmp_path], (), NEVER)
    assert fingerprint_of([tmp_path], (), NEVER) == before
    if change == "edit":
        page.write_text("longer")
    elif change == "new":
        (tmp_path / "b.md").write_text("")
    elif change == "delete":
        page.unlink()
    elif change == "rename":
        page.rename(tmp_path / "b.md")
    else:
        page.chmod(0o600)
    assert fingerprint_of([tmp_path], (), NEVER) != before


def test_a_commit_changes_what_git_tells(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Ana", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "one"], check=True)
    before = git_facts(tmp_path)
    assert before is not None
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "two"], check=True)
    assert git_facts(tmp_path) != before


def test_much_is_written_before_the_end_and_nothing_of_it_is_lost(file: Path) -> None:
    cache = SqliteCache(file, "1")
    large = bytes(6 * 1024 * 1024)
    for number in range(4):
        cache.put_text("level", b"%d" % number, large)
    assert sum(path.stat().st_size for path in file.parent.iterdir()) > len(large), (
        "it does not wait in memory"
    )
    cache.save()
    cache.close()
    again = SqliteCache(file, "1")
    assert all(again.text("level", b"%d" % number) == large for number in range(4))
    again.close()


# Workers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_every_task_is_done_once_whatever_the_number_of_workers(workers: int) -> None:
    done = list(spread_over(workers)(lambda task: task * task, range(500)))
    assert sorted(done) == [(task, task * task) for task in range(500)]


def test_a_worker_that_dies_costs_only_time() -> None:
    parent = os.getpid()

    def work(task: int) -> int:
        if task == 300 and os.getpid() != parent:
            os._exit(1)
        return task

    assert sorted(spread_over(2)(work, range(400))) == [(task, task) for task in range(400)]

"""`journeybook log` through merges: what a branch did is told on the branch, and a merge tells only what it did itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import run
from test_diff_command import commit, git

BUY = Path("content/journeys/lena-commuter/buy.md")
BODY = """\
---
title: I buy
---
## Awareness
### I look {#look}
- does: looks around
- thinks: Where is it?
- needs: an answer
- says: "Hello?"
- emotion: 0 calm

### I wait {#wait}
- does: waits
"""


@pytest.fixture
def forked(starter: Path) -> Path:
    """The journey on `main`, and we are on `branch`, which has just left it."""
    BUY.write_text(BODY, "utf-8")
    git("init", "-q", "-b", "main")
    commit("first")
    git("checkout", "-qb", "branch")
    return starter


def write(old: str, new: str, subject: str, path: Path = BUY) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    commit(subject)


def merge(text: str, subject: str = "merge") -> None:
    """Merge `branch` into `main`, with this text as the outcome."""
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", "branch")
    git("checkout", "branch", "--", ".")
    BUY.write_text(text, "utf-8")
    commit(subject)


def story(step: str = "look", journey: str = "buy") -> dict[str, list[str]]:
    """Subject of each commit that is told, newest first, and what it did."""
    done = run("log", f"lena-commuter/{journey}#{step}")
    assert done.exit_code == 0, done.stderr
    told: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith("  "):
            told[next(reversed(told))].append(line.strip())
        else:
            subject = line.split(": ", 1)[1]
            assert subject not in told, "told twice"
            told[subject] = []
    return told


def test_a_clean_merge_tells_nothing_and_both_branches_are_told_once(forked: Path) -> None:
    write("looks around", "looks long", "on the branch")
    git("checkout", "-q", "main")
    write("0 calm", "+1 glad", "on main")
    merge(BODY.replace("looks around", "looks long").replace("0 calm", "+1 glad"))
    told = story()
    assert told.keys() == {"on the branch", "on main", "first"}
    assert told["on main"] == ["“I look”: emotion changed from “0 calm” to “+1 glad”"]
    assert told["first"] == ["step first added"]


def test_what_the_merge_itself_changed_is_told_once_and_only_that(forked: Path) -> None:
    write("looks around", "looks long", "on the branch")
    git("checkout", "-q", "main")
    write("0 calm", "+1 glad", "on main")
    merged = BODY.replace("looks around", "looks long").replace("0 calm", "+1 glad")
    merge(merged.replace("- thinks", "- pain: Nobody helps\n- thinks"))
    told = story()
    assert told["merge"] == ["“I look”: new pain point “Nobody helps”"]
    assert told.keys() == {"merge", "on the branch", "on main", "first"}


def test_a_conflict_that_was_solved_otherwise_is_the_merges_own(forked: Path) -> None:
    write("0 calm", "+1 glad", "on the branch")
    git("checkout", "-q", "main")
    write("0 calm", "-1 lost", "on main")
    merge(BODY.replace("0 calm", "+2 proud"))
    told = story()
    assert len(told["merge"]) == 1
    assert "to “+2 proud”" in told["merge"][0]
    assert told.keys() == {"merge", "on the branch", "on main", "first"}


def test_a_conflict_that_one_side_won_is_that_sides_story(forked: Path) -> None:
    write("0 calm", "+1 glad", "on the branch")
    git("checkout", "-q", "main")
    write("0 calm", "-1 lost", "on main")
    merge(BODY.replace("0 calm", "+1 glad").replace("- does: waits", "- does: waits long"))
    told = story()
    assert told.keys() == {"on the branch", "first"}


def test_a_change_of_another_step_in_the_merge_is_not_told(forked: Path) -> None:
    write("looks around", "looks long", "on the branch")
    git("checkout", "-q", "main")
    write("- does: waits", "- does: waits long", "on main")
    merge(
        BODY.replace("looks around", "looks long").replace(
            "- does: waits", "- does: waits for hours"
        )
    )
    assert story("look").keys() == {"on the branch", "first"}
    assert list(story("wait")) == ["merge", "on main", "first"]


def test_a_file_that_was_renamed_on_one_branch_is_followed_on_both(forked: Path) -> None:
    git("mv", str(BUY), "content/journeys/lena-commuter/shop.md")
    commit("rename")
    git("checkout", "-q", "main")
    write("0 calm", "+1 glad", "on main")
    git("merge", "-q", "--no-ff", "-m", "merge", "branch")
    told = story(journey="shop")
    assert told.keys() == {"rename", "on main", "first"}
    assert told["on main"] == ["“I look”: emotion changed from “0 calm” to “+1 glad”"]
    assert told["rename"] == [f"journey was then {BUY.as_posix()}"]
    assert told["first"] == ["step first added"]


def test_merges_of_merges_tell_a_common_past_once(forked: Path) -> None:
    write("looks around", "looks long", "one")
    git("checkout", "-q", "main")
    write("0 calm", "+1 glad", "two")
    git("branch", "old-main")
    git("checkout", "-q", "branch")
    git("merge", "-q", "--no-ff", "-m", "crossing", "main")
    write("looks long", "looks longer", "three")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "crossing back", "branch~2")
    write("+1 glad", "+2 proud", "four")
    git("merge", "-q", "--no-ff", "-m", "last", "branch")
    assert story().keys() == {"one", "two", "three", "four", "first"}


def test_a_step_that_the_merge_brought_begins_in_it(forked: Path) -> None:
    write("looks around", "looks long", "on the branch")
    git("checkout", "-q", "main")
    write("0 calm", "+1 glad", "on main")
    merged = BODY.replace("looks around", "looks long").replace("0 calm", "+1 glad")
    merge(f"{merged}### I thank {{#thank}}\n- does: writes\n")
    assert story("thank") == {"merge": ["step first added"]}

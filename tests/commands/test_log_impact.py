"""`journeybook log`, `journeybook impact` and the change log: stories out of the history of a repository."""

from __future__ import annotations

import json
from pathlib import Path

from terminals import run
from test_diff_command import JOURNEY, commit, edit, flip, git, kept

__all__ = ["kept"]


def first_step() -> str:
    line = next(
        line for line in Path(JOURNEY).read_text("utf-8").splitlines() if line.startswith("### ")
    )
    return line.partition("{#")[2].rstrip("}")


def test_the_story_of_a_step_goes_through_a_new_title_a_new_id_and_a_renamed_file(
    kept: Path,
) -> None:
    step = first_step()
    edit("### ", "### Really, ")
    commit("new title")
    edit(f"{{#{step}}}", "{#another}")
    commit("new id")
    git("mv", JOURNEY, "content/journeys/lena-commuter/mended.md")
    commit("new file")
    edit("- does: ", "- does: slowly ", "content/journeys/lena-commuter/mended.md")
    commit("new words")
    done = run("log", "lena-commuter/mended#another")
    assert done.exit_code == 0, done.stderr
    told = [line.split(": ", 1)[1] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert told == ["new words", "new file", "new id", "new title", "first"]
    assert f"journey was then {JOURNEY}" in done.stdout
    assert f"changed from “{step}” to “another”" in done.stdout
    assert done.stdout.endswith("  step first added\n")


def test_the_story_goes_on_in_the_journey_that_a_step_came_from(kept: Path) -> None:
    step = first_step()
    text = Path(JOURNEY).read_text("utf-8")
    start = text.index("### ")
    body = text[start : text.index("\n### ", start)]
    Path(JOURNEY).write_text(text.replace(body, ""), "utf-8")
    Path("content/journeys/lena-commuter/split.md").write_text(
        f"---\ntitle: Split\n---\n## Awareness\n{body}\n", "utf-8"
    )
    commit("split off")
    done = run("log", f"lena-commuter/split#{step}")
    assert f"moved here from {JOURNEY}" in done.stdout
    assert done.stdout.endswith("first\n  step first added\n")


def test_a_step_that_is_not_there_is_wrong_use_and_names_those_that_are(kept: Path) -> None:
    done = run("log", "lena-commuter/get-my-bicycle-fixed#nothing")
    assert done.exit_code == 2
    assert first_step() in done.stderr
    assert run("log", "nothing").exit_code == 2


def test_impact_says_who_should_look_at_a_change_of_code(kept: Path) -> None:
    edit("title: ", "code: [shop/**]\ntitle: ", "content/touchpoints/booking-page.md")
    commit("name the code")
    git("checkout", "-qb", "branch")
    Path("shop").mkdir()
    Path("shop/book.ts").write_text("x")
    commit("change the code")
    done = run("impact", "main")
    assert done.exit_code == 0
    assert "changed: shop/book.ts" in done.stdout
    assert "reviewer: " in done.stdout
    found = json.loads(run("impact", "main", "--format", "json").stdout)
    assert found["touchpoints"][0]["steps"][0]["journey"] == "lena-commuter/get-my-bicycle-fixed"
    assert run("impact", "--", "--output=x").exit_code == 2


def test_impact_tells_nothing_touched_from_nothing_known(kept: Path) -> None:
    Path("note.txt").write_text("x")
    commit()
    assert "no touchpoint lists its code" in run("impact", "HEAD~1").stdout


def test_a_change_log_between_two_tags_tells_what_changed_journey_by_journey(kept: Path) -> None:
    git("tag", "v1")
    flip()
    edit("title: ", "title: Now ", "content/personas/lena-commuter.md")
    commit()
    git("tag", "v2")
    text = run("diff", "v1..v2", "--format", "changelog").stdout
    assert text.startswith("# What changed for the customer, v1 to v2\n\n## ")
    assert "emotion changed from" in text
    assert "## Other files\n\n- Persona" in text

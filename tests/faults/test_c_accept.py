"""C8: an accepted change is one change as it was read, until it is merged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from repositories import ANA, SITE, Repo, journey, repository, step

from journey_printer import journeys, printed
from journeybook.diff.change import Changes
from journeybook.diff.compare import compare
from journeybook.diff.make_change import fingerprint
from journeybook.schema.documents import Journey
from sites import BUY, site

HEAD = "---\ntitle: I buy\n---\n## Awareness\n"


def changes(before: str, after: str, accepted: tuple[str, ...] = ()) -> Changes:
    one, other = site({BUY: before}).catalog, site({BUY: after}).catalog
    return compare(one, other, accepted=accepted)


def look(*facts: str) -> str:
    return journey(step("I look", "look", *facts))


HIDES_NOTHING = {
    "another pain without an ID at the same place": (
        (look("pain: No prices", "pain: No stock"), look("pain: No stock")),
        (look("pain: Nobody answers", "pain: No stock"), look("pain: No stock")),
    ),
    "another new pain": (
        (look("does: reads"), look("does: reads", "pain: No prices")),
        (look("does: reads"), look("does: reads", "pain: Nobody answers")),
    ),
    "another goal": (
        (journey(head="goal: Save\n"), journey(head="goal: Win\n")),
        (journey(head="goal: Save\n"), journey(head="goal: Lose\n")),
    ),
    "another title": (
        (journey(), journey().replace("I buy", "I shop")),
        (journey(), journey().replace("I buy", "I steal")),
    ),
    "another new step": (
        (look(), look() + "\n### I ask\n"),
        (look(), look() + "\n### I give up\n"),
    ),
    "another new emotion": (
        (look("does: reads"), look("does: reads", "emotion: +1 glad")),
        (look("does: reads"), look("does: reads", "emotion: -2 lost")),
    ),
    "another text": (
        (look() + "\nOne.\n", look() + "\nTwo.\n"),
        (look() + "\nOne.\n", look() + "\nThree.\n"),
    ),
    "more lost with a step": (
        (look() + step("I ask", "ask", "pain: No prices"), look()),
        (look() + step("I ask", "ask", "pain: No prices", "pain: No stock"), look()),
    ),
    "a move to another place": (
        (
            look() + step("A", "a") + step("B", "b") + step("C", "c"),
            look() + step("B", "b") + step("A", "a") + step("C", "c"),
        ),
        (
            look() + step("A", "a") + step("B", "b") + step("C", "c"),
            look() + step("B", "b") + step("C", "c") + step("A", "a"),
        ),
    ),
}


@pytest.mark.parametrize(("agreed", "later"), HIDES_NOTHING.values(), ids=HIDES_NOTHING)
def test_c8_accepting_one_change_does_not_hide_another(
    agreed: tuple[str, str], later: tuple[str, str]
) -> None:
    first = changes(*agreed)
    assert first.changes
    prints = tuple(change.fingerprint for change in first.each())
    assert not changes(*agreed, accepted=prints).changes
    assert changes(*later, accepted=prints).changes == changes(*later).changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (look("pain: Slow {#p}", "pain: No prices"), look("pain: Slow {#p}", "does: asks")),
        (look("does: reads", "pain: No prices"), look("pain: Slow {#p}", "does: reads")),
        (look("pain: No prices") + step("I ask", "ask"), step("I ask", "ask") + look("does: x")),
    ],
)
def test_c8_a_removed_pain_keeps_its_fingerprint_while_the_rest_changes(
    before: str, after: str
) -> None:
    (lost,) = changes(look("pain: No prices"), look("does: reads")).changes[:1]
    assert lost.code == "JD321"
    assert lost.fingerprint in {change.fingerprint for change in changes(before, after).each()}


def test_c8_a_stage_and_a_step_with_one_id_have_different_fingerprints() -> None:
    before = f"{HEAD}- owner: sales\n### I look {{#awareness}}\n- owner: sales\n"
    after = before.replace("sales", "retail")
    one, other = changes(before, after).changes
    assert one.fingerprint != other.fingerprint


def test_c8_a_fact_whose_id_is_the_position_of_another_has_its_own_fingerprint() -> None:
    before = look("says: No prices {#1}", "says: No stock", "says: 1")
    prints = [change.fingerprint for change in changes(before, look()).changes[0].folded]
    assert len(prints) == len(set(prints)) == 3


def test_c8_parts_of_a_fingerprint_cannot_run_into_each_other() -> None:
    parts = [("a", "b", "c"), ("a\x1fb", "c"), ("a", "b\x1fc"), ("a,b", "c"), ('a", "b', "c")]
    assert len({fingerprint(one) for one in parts}) == len(parts)


@settings(max_examples=60, deadline=None)
@given(journeys(), journeys())
def test_c8_no_two_changes_of_a_comparison_share_a_fingerprint(
    one: Journey, other: Journey
) -> None:
    before, after = site({BUY: printed(one)}).catalog, site({BUY: printed(other)}).catalog
    prints = [change.fingerprint for change in compare(before, after).each()]
    assert len(prints) == len(set(prints))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A site whose map has a pain; on the branch `topic`, the pain is gone."""
    repo = repository(tmp_path, files={ANA: SITE[ANA].replace("prices", "prices\n- pain: Dear")})
    repo.git("checkout", "-qb", "topic")
    repo.commit({ANA: SITE[ANA]})
    return repo


def accept(repo: Repo, *more: str) -> None:
    """Accept everything that the branch changes."""
    found = json.loads(repo.run("diff", "main", "--format", "json").stdout)
    prints = [change["fingerprint"] for change in found["journeys"][0]["changes"]]
    repo.commit({".journeybook-accept": "\n".join([*prints, *more, ""])})


def test_c8_what_is_accepted_is_counted_and_a_line_for_nothing_is_named(repo: Repo) -> None:
    accept(repo, "# later", "0123456789ab  by mistake")
    done = repo.run("diff", "main", "--fail-on", "high")
    assert done.exit_code == 0
    assert "accepted in .journeybook-accept" in done.stdout
    assert ".journeybook-accept:" in done.stderr
    assert "no change has this fingerprint; delete the line" in done.stderr


def test_c8_once_merged_a_line_accepts_nothing_any_more(repo: Repo) -> None:
    accept(repo)
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "topic")
    repo.commit({ANA: SITE[ANA].replace("prices", "prices\n- pain: Dear")})
    repo.git("checkout", "-qb", "again")
    repo.commit({ANA: SITE[ANA]})
    done = repo.run("diff", "main", "--fail-on", "high")
    assert done.exit_code == 1
    assert "pain point “Dear” removed" in done.stdout
    assert "already in main and no longer used; delete" in done.stderr


def test_c8_files_that_are_not_committed_say_nothing_about_lines_of_the_branch(repo: Repo) -> None:
    accept(repo)
    repo.write({ANA: SITE[ANA].replace("I look", "I search")})
    assert repo.run("diff").stderr == ""

"""The pairs of steps of two revisions of a journey, and how they were matched."""

from __future__ import annotations

import random
import textwrap

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_printer import journeys, printed
from journeybook.diff.match import Pairing, match_elements, moved_elements
from journeybook.diff.match_features import step_features
from journeybook.diff.pair import step_pairs
from journeybook.schema.documents import Journey
from profiles import examples
from sites import BUY, site


def pairing(before: str, after: str) -> Pairing:
    return match_elements(
        *(step_features(site({BUY: text(body)}).journey(), {}) for body in (before, after))
    )


def text(body: str) -> str:
    return f"---\ntitle: I buy\n---\n{textwrap.dedent(body)}"


def hows(pairing: Pairing) -> list[tuple[int, int, str]]:
    return [(before, after, match.how) for before, after, match in pairing.pairs]


def test_an_explicit_id_holds_through_a_new_title_in_another_stage() -> None:
    before = """\
        ## Awareness
        ### I look {#look}
        ### I ask {#ask}
        ## Decision
        """
    after = """\
        ## Awareness
        ### I ask {#ask}
        ## Decision
        ### Ganz etwas anderes {#look}
        """
    assert hows(pairing(before, after)) == [(1, 0, "id"), (0, 1, "id")]


def test_a_title_that_is_unique_on_both_sides_is_enough() -> None:
    matched = pairing(
        "## Awareness\n### I look\n### I ask\n", "## Awareness\n### I ask {#question}\n### I look\n"
    )
    assert hows(matched) == [(1, 0, "title"), (0, 1, "title")]


def test_adding_an_explicit_id_changes_nothing() -> None:
    assert hows(pairing("## Awareness\n### I look\n", "## Awareness\n### I look {#i-look}\n")) == [
        (0, 0, "id")
    ]


def test_equal_titles_pair_in_their_order() -> None:
    same = "## Awareness\n### I wait\n### I ask\n### I wait\n"
    assert hows(pairing(same, same)) == [(0, 0, "place"), (1, 1, "title"), (2, 2, "place")]


def test_a_reworded_step_is_a_guess_with_a_score() -> None:
    before = "## Awareness\n### I compare three offers\n- touchpoint: price-list\n- emotion: -1 unsure\n- pain: No prices online\n"
    after = "## Awareness\n### I compare the offers\n- touchpoint: price-list\n- emotion: -1 unsure\n- pain: No prices online\n"
    ((_, _, match),) = pairing(before, after).pairs
    assert match.is_guess
    assert 0.7 < match.score < 1


def test_two_equally_similar_partners_are_not_matched() -> None:
    talk = "### I talk to sales {}\n- touchpoint: call\n"
    start, end = "## Awareness\n### I look\n", "### I buy\n"
    matched = pairing(
        start + talk.format("one") + end, start + talk.format("two") + talk.format("six") + end
    )
    assert matched.removed == (1,)
    assert matched.added == (1, 2)


def test_steps_with_nothing_in_common_are_not_matched() -> None:
    matched = pairing("## Awareness\n### I look\n", "## Awareness\n### My boss signs\n")
    assert not matched.pairs


def test_swapped_ids_do_not_swap_the_steps() -> None:
    before = (
        "## Awareness\n### I look {#one}\n- touchpoint: web\n### I ask {#two}\n- touchpoint: call\n"
    )
    after = (
        "## Awareness\n### I look {#two}\n- touchpoint: web\n### I ask {#one}\n- touchpoint: call\n"
    )
    assert hows(pairing(before, after)) == [(0, 0, "title"), (1, 1, "title")]


def test_swapped_titles_do_not_swap_the_steps_either() -> None:
    before = (
        "## Awareness\n### I look {#one}\n- touchpoint: web\n### I ask {#two}\n- touchpoint: call\n"
    )
    after = (
        "## Awareness\n### I ask {#one}\n- touchpoint: web\n### I look {#two}\n- touchpoint: call\n"
    )
    assert hows(pairing(before, after)) == [(0, 0, "id"), (1, 1, "id")]


def test_a_duplicate_id_on_one_side_does_not_affect_the_other_step() -> None:
    before = "## Awareness\n### I look {#one}\n- touchpoint: web\n"
    after = "## Awareness\n### My boss signs {#one}\n- touchpoint: call\n### I look {#one}\n- touchpoint: web\n"
    matched = pairing(before, after)
    assert hows(matched) == [(0, 1, "title")]
    assert matched.added == (0,)


def test_as_few_steps_as_possible_have_moved() -> None:
    assert moved_elements([0, 1, 2, 3]) == frozenset()
    assert moved_elements([3, 0, 1, 2]) == {3}
    assert moved_elements([1, 2, 3, 0]) == {0}


@given(st.permutations(range(12)))
def test_elements_that_did_not_move_are_in_order(order: list[int]) -> None:
    left = [value for value in order if value not in moved_elements(order)]
    assert left == sorted(left)


def test_five_hundred_steps_renamed_at_once_are_still_compared_in_time() -> None:
    before = "## Awareness\n" + "".join(f"### Old name of number {n}\n" for n in range(400))
    after = "## Awareness\n" + "".join(f"### Another title, {n * 7919}\n" for n in range(400))
    assert len(pairing(before, after).removed) >= 350


@settings(max_examples=examples(50), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(journeys(), st.randoms(use_true_random=False))
def test_the_shortcut_for_equal_ids_and_titles_gives_what_matching_gives(
    journey: Journey, chance: random.Random
) -> None:
    lines = printed(journey).split("\n")
    lines = [
        line.partition(" {#")[0] if line.startswith("### ") and chance.random() < 0.5 else line
        for line in lines
    ]
    fewer = [line for line in lines if not line.startswith("- ") or chance.random() < 0.5]
    catalogs = [site({BUY: "\n".join(text)}).catalog for text in (lines, fewer)]
    before, after = (catalog.journey("ana/buy") for catalog in catalogs)
    assert before
    assert after
    assert step_pairs(before, after, {}) == match_elements(
        step_features(before, {}), step_features(after, {})
    )


def test_steps_with_equal_titles_and_no_ids_are_paired_by_place() -> None:
    body = "## Awareness\n### I look\n### I ask {#ask}\n### I look\n### ???\n### I wait\n"
    journey = site({BUY: text(body)}).journey()
    pairing = step_pairs(journey, journey, {})
    assert pairing == match_elements(step_features(journey, {}), step_features(journey, {}))
    assert [match.how for _, _, match in pairing.pairs[:3]] == ["place", "id", "place"]

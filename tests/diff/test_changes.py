"""What a reviewer reads: the lines for two revisions of a site, highest impact first."""

from __future__ import annotations

import pytest
from revisions import changes, journey, line, lines

from journeybook.diff.change import Impact
from sites import BUY

ONE = "## Awareness\n### I look {{#look}}\n{}\n### I buy {{#buy}}\n"


def step(*facts: str) -> str:
    """A journey of two steps, with these facts below its first one."""
    return ONE.format("\n".join(f"- {fact}" for fact in facts))


def head(**fields: str) -> dict[str, str]:
    return {BUY: journey("## Awareness\n### I look {#look}\n", **fields)}


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        # Emotions
        (["emotion: -1 lost"], ["emotion: +1 glad"],
         "JD301 high “I look”: emotion changed from “−1 lost” to “+1 glad” (crosses zero)"),
        (["emotion: +2 glad"], ["emotion: 0 calm"],
         "JD301 high “I look”: emotion changed from “+2 glad” to “0 calm” (falls by 40% of the scale or more)"),
        (["emotion: +2 glad"], ["emotion: +1 glad"], "JD301 medium “I look”: emotion changed from “+2 glad” to “+1 glad”"),
        (["emotion: +2 glad"], ["emotion: +2 happy"], "JD801 info “I look”: “emotion” was reworded"),
        ([], ["emotion: +2 glad"], "JD303 low “I look”: emotion “+2 glad” added"),
        (["emotion bo: -2 sad"], [],
         "JD302 high “I look”: emotion “−2 sad” of “bo” removed (lowest value of the scale)"),
        # Moments of truth
        (["moment of truth: do they answer"], [], "JD311 high “I look” is no longer a moment of truth: “do they answer”"),
        ([], ["moment of truth: do they answer"], "JD312 medium “I look” is now a moment of truth: “do they answer”"),
        # Pains
        (["pain: No prices !high"], [],
         "JD321 high “I look”: pain point “No prices” removed, and no opportunity or new evidence explains why"),
        (["pain: No prices", "opportunity: price-list"], ["opportunity: price-list"],
         "JD322 low “I look”: pain point “No prices” removed"),
        (["pain: No prices", "says: so ^i1"], ["says: so ^i1 ^i2"], "JD322 low “I look”: pain point “No prices” removed"),
        ([], ["pain: No prices"], "JD323 medium “I look”: new pain point “No prices”"),
        (["pain: No prices !low"], ["pain: No prices !high"], "JD324 medium “I look”: severity of pain point “No prices” changed from low to high"),
        (["pain: No prices"], ["pain: No prices !high"],
         "JD324 medium “I look”: severity of pain point “No prices” changed from no severity to high"),
        (["pain: No prices online"], ["pain: No prices on line"], "JD801 info “I look”: “pain” was reworded"),
        (["delight: Fast"], [], "JD326 medium “I look”: delight “Fast” removed"),
        # Trust
        (["says: so ^i1"], ["says: so"], "JD401 medium “I look” no longer cites “i1”"),
        (["owner: sales"], ["owner: service"], "JD403 medium “I look”: owner changed from “sales” to “service”"),
        (["owner: sales"], [], "JD404 high “I look”: owner “sales” removed, no owner now"),
        # Metrics and touchpoints
        (["metric: wins 2 -> 5"], ["metric: wins 2 -> 4"], "JD411 medium “I look”: target for “wins” changed from “5” to “4”"),
        (["metric: wins 2 -> 5"], ["metric: wins 3 -> 5"],
         "JD412 medium “I look”: current value of “wins” changed from “2” to “3”"),
        (["touchpoint: web"], ["touchpoint: shop"], "JD423 medium “I look”: touchpoint changed from “web” to “shop”"),
        # Paths
        (['next: buy "yes" | exit "no"'], ["next: buy"],
         "JD502 medium “I look”: next step changed from “I buy” / the exit to “I buy”"),
        (["loop: look"], ["loop: buy"], "JD503 medium “I look”: loop target changed from “I look” to “I buy”"),
        (["next: exit"], ['next: exit "too dear"'], "JD801 info “I look”: “next” was reworded"),
        # Everything else
        (["does: reads the price list", "does: calls a friend"], ["does: reads the price list"],
         "JD603 medium “I look”: “calls a friend” removed from “does”"),
        (["does: one", "does: two 22", "does: tre 333"], [],
         "JD603 medium “I look”: “one · two 22 · tre 333” removed from “does” (3 of them)"),
        (["time: 2w"], ["time: 3w"], "JD601 low “I look”: “time” changed from “2w” to “3w”"),
        (["worth: 3"], [], "JD603 medium “I look”: “3” removed from “worth”"),
        (["who: bo"], ["who: bo, all"], "JD602 low “I look”: “all” added to “who”"),
        # Markers, whatever fact they follow
        (["who: bo"], ["who: bo !objection"], "JD601 low “I look”: “who markers” changed from nothing to “!objection”"),
        (["next: buy ^i1"], ["next: buy"], "JD401 medium “I look” no longer cites “i1”"),
        (["touchpoint: web"], ["touchpoint: web ^i1"], "JD402 info “I look” now also cites “i1”"),
        (["metric: wins 2 -> 5 ^i1"], ["metric: wins 2 -> 5"], "JD401 medium “I look” no longer cites “i1”"),
    ],
    ids=lambda value: value.split()[0] if isinstance(value, str) else " ; ".join(value)[:40] or "nothing",
)  # fmt: skip
def test_the_sentence_for_a_changed_fact(
    before: list[str], after: list[str], sentence: str
) -> None:
    assert sentence in lines(step(*before), step(*after))


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({"status": "approved"}, {"status": "draft"}, "JD406 medium “I buy”: status changed from approved to draft"),
        ({"owner": "sales"}, {}, "JD404 high “I buy”: owner “sales” removed, no owner now"),
        ({}, {"owner": "sales"}, "JD405 info “I buy” is now owned by “sales”"),
        ({"evidence": "i1, i2"}, {"evidence": "i2"}, "JD401 medium “I buy” no longer cites “i1”"),
        ({"goal": "a bike"}, {"goal": "a car"}, "JD107 low “I buy”: “goal” changed from “a bike” to “a car”"),
        ({"tags": "b2b"}, {"tags": "b2b, bikes"}, "JD107 low “I buy”: “tags” changed from “b2b” to “b2b, bikes”"),
        ({"segment": "{size: small}"}, {"segment": "{size: large}"},
         "JD107 low “I buy”: “segment” changed from “size: small” to “size: large”"),
        ({"title": "I buy"}, {"title": "I rent"}, "JD104 low journey “I buy” was renamed “I rent”"),
        ({"metrics": "{wins: 2 -> 5}"}, {"metrics": "{wins: 2 -> 9}"},
         "JD411 medium “I buy”: target for “wins” changed from “5” to “9”"),
        ({"committee": "{bo: user}"}, {"committee": "{bo: blocker}"},
         "JD346 medium “I buy”: role of “bo” changed from user to blocker"),
    ],
    ids=str,
)  # fmt: skip
def test_the_sentence_for_a_changed_field(
    before: dict[str, str], after: dict[str, str], sentence: str
) -> None:
    assert sentence in lines(head(**before), head(**after))


STAGES = """\
    ## Awareness
    ### I look {#look}
    - does: reads three catalogues
    - does: writes a list
    - pain: No prices {#prices}
    ### I ask {#ask}
    ### I wait {#wait}
    ## Decision
    ### I buy {#buy}
    """


def test_a_removed_step_is_one_line_with_what_it_includes() -> None:
    after = "## Awareness\n### I ask {#ask}\n### I wait {#wait}\n## Decision\n### I buy {#buy}\n"
    assert lines(STAGES, after) == [
        "JD202 high step “I look” was removed (including 1 pain point, 2 actions)"
    ]


def test_a_step_in_another_place_has_moved_but_its_neighbours_have_not() -> None:
    after = STAGES.replace("    ### I wait {#wait}\n", "").replace(
        "    ### I look", "    ### I wait {#wait}\n    ### I look"
    )
    assert lines(STAGES, after) == [
        "JD203 medium step “I wait” moved: it was after “I ask” and is now first"
    ]


def test_a_step_in_another_stage_has_moved() -> None:
    after = STAGES.replace(
        "    ### I wait {#wait}\n    ## Decision\n", "    ## Decision\n    ### I wait {#wait}\n"
    )
    assert lines(STAGES, after) == [
        "JD203 medium step “I wait” moved: it was in “Awareness” and is now in “Decision”"
    ]


def test_a_removed_stage_includes_its_steps() -> None:
    after = STAGES[: STAGES.index("    ## Decision")]
    assert lines(STAGES, after) == [
        "JD112 high stage “Decision” was removed (including step “I buy”)"
    ]


def test_a_stage_whose_steps_moved_to_another_was_merged() -> None:
    before = (
        "## Awareness\n### I look {#look}\n## Consideration\n### I ask {#ask}\n### I wait {#wait}\n"
    )
    after = "## Awareness\n### I look {#look}\n### I ask {#ask}\n### I wait {#wait}\n"
    assert lines(before, after) == [
        "JD116 low stage “Consideration” was merged into stage “Awareness”"
    ]
    assert lines(after, before) == [
        "JD115 low steps of stage “Awareness” were split off as stage “Consideration”"
    ]


def test_a_step_with_most_facts_of_another_was_split_off() -> None:
    after = STAGES.replace(
        "    - does: reads three catalogues\n    - does: writes a list\n", ""
    ).replace(
        "    ### I ask",
        "    ### I read {#read}\n    - does: reads three catalogues\n    - does: writes a list\n    ### I ask",
    )
    assert "JD205 medium part of step “I look” was split off as “I read”" in lines(STAGES, after)
    assert "JD206 medium step “I read” was merged into “I look”" in lines(after, STAGES)


def test_a_pain_point_that_is_now_in_another_step_was_moved() -> None:
    pain = "    - pain: No prices {#prices}\n"
    after = STAGES.replace(pain, "").replace("    ### I wait", f"{pain}    ### I wait")
    assert lines(STAGES, after) == [
        "JD325 low pain point “No prices” moved from “I look” to “I ask”"
    ]


def test_a_probable_match_has_a_score() -> None:
    before = "## Awareness\n### I compare three offers\n- touchpoint: list\n- emotion: -1 unsure\n- pain: No prices\n"
    result = changes(before, before.replace("three", "the"))
    assert [line(change) for change in result.changes] == [
        "JD204 low step “I compare three offers” was renamed “I compare the offers”"
    ]
    assert result.changes[0].match.is_guess


def test_swapped_ids_are_changes_of_ids() -> None:
    before = (
        "## Awareness\n### I look {#one}\n- touchpoint: web\n### I ask {#two}\n- touchpoint: call\n"
    )
    after = (
        "## Awareness\n### I look {#two}\n- touchpoint: web\n### I ask {#one}\n- touchpoint: call\n"
    )
    assert lines(before, after) == [
        "JD207 medium the ID of step “I look” changed from “one” to “two”",
        "JD207 medium the ID of step “I ask” changed from “two” to “one”",
    ]


def test_an_id_that_now_belongs_to_another_step_was_reused() -> None:
    before = "## Awareness\n### I look {#one}\n- touchpoint: web\n"
    after = "## Awareness\n### My boss signs {#one}\n- touchpoint: call\n### I look {#two}\n- touchpoint: web\n"
    assert (
        "JD208 medium the ID of step “I look” now belongs to another step: “My boss signs”"
        in lines(before, after)
    )


def test_the_low_point_moves() -> None:
    before = "## Awareness\n### I look {#look}\n- emotion: -2 lost\n### I buy {#buy}\n- emotion: -1 unsure\n"
    after = before.replace("-2", "-1", 1).replace("-1 unsure", "-2 cheated")
    assert "JD304 medium the low point moved from “I look” to “I buy”" in lines(before, after)


def test_a_step_becomes_unreachable() -> None:
    before = "## Awareness\n### A {#a}\n### B {#b}\n### C {#c}\n"
    assert "JD501 high step “B” can no longer be reached" in lines(
        before, before.replace("{#a}", "{#a}\n- next: c")
    )


def approved(body: str, **more: str) -> dict[str, str]:
    return {
        BUY: journey(body, status="approved", **more),
        "content/touchpoints/web.md": "---\ntitle: Web\n---\n",
    }


def test_an_edited_map_that_is_still_approved_has_a_change_of_its_own() -> None:
    before, after = step("emotion: +2 glad"), step("emotion: +1 glad")
    edited = "JD407 high “I buy” was edited but is still marked approved"
    assert edited in lines(approved(before), approved(after))
    renewed = lines(approved(before), approved(after, reviewed="2026-10-10"))
    assert (
        "JD407 low “I buy” was edited but is still marked approved (reviewed again on 2026-10-10)"
        in renewed
    )
    wording = lines(approved(before), approved(step("emotion: +2 happy")))
    assert "JD407 low “I buy” was edited but is still marked approved (wording only)" in wording
    assert lines(approved(before), approved(before, reviewed="2026-10-10")) == [
        "JD408 info “I buy”: reviewed on 2026-10-10"
    ]


def test_a_new_removed_or_moved_journey_is_one_line() -> None:
    one, two = (
        journey("## Awareness\n### I look {#look}\n"),
        journey("## Awareness\n### I pay {#pay}\n", title="Other"),
    )
    other = "content/journeys/bo/buy.md"
    bo = {"content/personas/bo.md": "---\ntitle: Bo\n---\n"}
    assert lines({BUY: one, **bo}, {other: one, **bo}) == [
        "JD103 medium journey “I buy” moved from “Ana” to “Bo”"
    ]
    assert lines({BUY: one, **bo}, {BUY: one, other: two, **bo}) == [
        "JD101 low new journey: “Other” (1 step, draft)"
    ]
    assert lines({BUY: one, other: two, **bo}, {BUY: one, **bo}) == [
        "JD102 high journey “Other” was removed (including 1 step)"
    ]


def test_a_touchpoint_that_no_step_uses_any_more_is_reported() -> None:
    web = {"content/touchpoints/web.md": "---\ntitle: Web\n---\n"}
    used, unused = {BUY: journey(step("touchpoint: web")), **web}, {BUY: journey(step()), **web}
    assert "JD421 medium touchpoint “Web” is no longer used in any journey" in lines(used, unused)
    assert "JD422 low touchpoint “Web” is used for the first time" in lines(unused, used)


def test_a_renamed_touchpoint_is_one_line_not_one_for_each_step() -> None:
    before = {
        BUY: journey(step("touchpoint: web")),
        "content/touchpoints/web.md": "---\ntitle: Web shop\n---\n",
    }
    after = {
        BUY: journey(step("touchpoint: web-shop")),
        "content/touchpoints/web-shop.md": "---\ntitle: Web shop\nwas: web\n---\n",
    }
    assert lines(before, after) == ["JD703 low touchpoint “web” was renamed “web-shop”"]


def test_the_same_edit_in_five_journeys_is_one_line() -> None:
    def five(owner: str) -> dict[str, str]:
        return {
            f"content/journeys/ana/j{n}.md": journey(step(), title=f"Number {n}", owner=owner)
            for n in range(5)
        }

    (result,) = changes(five("sales"), five("service")).changes
    assert result.code == "JD403"
    assert len(result.also) == 4
    assert len(result.folded) == 5


def test_other_formatting_is_counted_but_is_not_a_change() -> None:
    result = changes(
        step("emotion: +1 glad", "does: looks"), step("does:  looks", "emotion:  +1  glad")
    )
    assert not result.changes
    assert result.formatting == (BUY,)


def test_a_site_sets_the_impact_of_kinds_of_change() -> None:
    site = {"site.yaml": "title: T\ndiff:\n  impact:\n    step-removed: low\n    JD201: high\n"}
    after = step().replace("### I look {#look}", "### I ask {#ask}")
    assert lines({BUY: journey(step()), **site}, {BUY: journey(after), **site}) == [
        "JD201 high new step: “I ask”",
        "JD202 low step “I look” was removed",
    ]


def test_accepted_changes_are_left_out_and_counted() -> None:
    before, after = step("emotion: -1 lost"), step("emotion: +1 glad")
    (change,) = changes(before, after).changes
    accepted = changes(before, after, accepted=[change.fingerprint])
    assert not accepted.changes
    assert [line(c) for c in accepted.accepted] == [line(change)]


def test_a_fingerprint_survives_rewording_and_translation_and_later_pushes() -> None:
    before = step("emotion: -1 lost", "pain: No prices", "does: reads")
    first = step("emotion: +1 glad", "does: reads")
    later = step("emotion: +1 froh", "does: liest").replace(
        "I look {#look}", "Ich sehe mich um {#look}"
    )
    later = later.replace("### I buy {#buy}", "### I think {#think}\n### I buy {#buy}")
    prints = {change.code: change.fingerprint for change in changes(before, first).changes}
    assert prints.keys() == {"JD301", "JD321"}
    assert (
        prints.items()
        <= {change.code: change.fingerprint for change in changes(before, later).changes}.items()
    )
    assert all(len(print_of) == 12 for print_of in prints.values())


def test_a_new_step_keeps_its_fingerprint_in_another_place_but_not_with_another_title() -> None:
    before = "## Awareness\n### I look {#look}\n### I buy {#buy}\n"
    later = before.replace("### I buy", "### I ask\n### I buy")
    first, elsewhere, another = (
        changes(before, after).changes[0].fingerprint
        for after in (f"{before}### I ask\n", later, f"{before}### I give up\n")
    )
    assert first == elsewhere
    assert first != another


def test_the_highest_impact_comes_first() -> None:
    result = changes(
        step("owner: sales", "does: looks"), step("does: looks more", "emotion: 0 calm", "pain: No")
    )
    assert [change.impact for change in result.changes] == [
        Impact.HIGH,
        Impact.MEDIUM,
        Impact.LOW,
        Impact.INFO,
    ]

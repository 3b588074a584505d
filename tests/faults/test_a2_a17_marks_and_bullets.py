"""A2, A17: a tag that is part of a sentence, and bullets that a formatter would tear apart."""

from __future__ import annotations

import pytest

from sites import facts, say


def test_a2_a_tag_used_only_once_in_the_site_is_a_remark() -> None:
    finding = facts("- pain: We must act !now").one("JB208")
    assert finding.message == "the tag `!now` is used only here"
    assert finding.hint == r"if it is part of the text, write `\!now`"


def test_a2_a_misspelt_tag_names_the_one_that_was_meant() -> None:
    site = facts("- pain: Dear !objection", "- pain: Slow !objection", "- pain: Ugly !objektion")
    assert site.one("JB208").hint == "did you mean `objection`?"


def test_a2_a_tag_used_twice_or_escaped_is_fine() -> None:
    assert not facts("- pain: Dear !objection", "- pain: Slow !objection").found("JB208")
    assert not facts(r"- pain: We must act \!now").found("JB208")


def test_a17_mixed_bullets_are_a_remark_with_the_corrected_line() -> None:
    site = facts("* does: looks", "+ pain: dear", '- says: "no"')
    finding = site.one("JB129")
    assert (finding.severity, finding.hint) == ("info", "write `* pain: dear`")
    assert finding.span.line == 7
    assert len(site.step("look").facts) == 3


def test_a17_every_fact_that_a_formatter_separates_is_counted() -> None:
    """What Prettier makes of them: a list for each bullet."""
    site = facts("- does: looks", "", "* pain: dear", "", '- says: "no"')
    assert site.one("JB142").message == (
        "`pain` and 1 more fact are treated as story text because a blank line ended the list of "
        "facts"
    )


@pytest.mark.parametrize("bullet", "-*+")
def test_a17_one_kind_of_bullet_is_fine(bullet: str) -> None:
    site = facts(f"{bullet} does: looks", f"{bullet} pain: dear")
    assert not [say(finding) for finding in site.found("JB129")]

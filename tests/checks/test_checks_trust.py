"""When a map is stale, who owns it, its evidence; and `insight.trust`, which the pages show."""

from __future__ import annotations

from journeybook.insight.trust import Trust, trust
from sites import BUY, at, buy, info, site

SHOP = "content/touchpoints/shop.md"
TALK = "content/evidence/i01.md"


def stale(
    status: str = "approved",
    reviewed: str = "2026-10-02",
    changes: dict[str, str] | None = None,
    more: str = "",
) -> str:
    text = f"---\ntitle: I buy\nstatus: {status}\nreviewed: {reviewed}\nevidence: i01\n---\n## Decision\n### I pay\n- touchpoint: shop\n"
    found = site(
        {
            BUY: text,
            SHOP: "---\ntitle: Shop\n---\n",
            TALK: "---\ntitle: Talk\n---\n",
            "site.yaml": f"title: x\n{more}",
        },
        changes,
    ).found("JB201")
    return found[0].message if found else ""


def test_a_map_is_stale_past_the_review_period() -> None:
    assert stale(reviewed="2026-04-15") == ""  # 180 days before 12 October
    assert (
        stale(reviewed="2026-04-14")
        == "this map may be out of date: the last review was 181 days ago, on 2026-04-14"
    )
    assert stale(reviewed="2026-04-14", more="review: 1y\n") == ""
    assert stale(reviewed="2026-10-02", more="review: 1w\n") != ""


def test_only_maps_in_review_or_approved_can_be_stale() -> None:
    assert [
        bool(stale(status, "2020-01-01")) for status in ("draft", "review", "approved", "retired")
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_a_map_is_stale_when_what_it_uses_changed_after_the_review() -> None:
    because = "the touchpoint `shop` changed on 2026-10-05, after the map was last reviewed"
    assert stale(changes={SHOP: "2026-10-05"}) == f"this map may be out of date: {because}"
    assert "the evidence `i01`" in stale(changes={SHOP: "2026-10-05", TALK: "2026-10-06"})
    assert stale(changes={SHOP: "2026-10-02"}) == ""


def test_a_map_edited_with_or_after_what_it_uses_is_not_stale() -> None:
    assert stale(changes={SHOP: "2026-10-05", BUY: "2026-10-05"}) == ""
    assert stale(changes={SHOP: "2026-10-05", BUY: "2026-10-04"}) != ""


def test_the_finding_is_placed_at_the_review_date() -> None:
    assert at(
        buy("---\ntitle: I buy\nstatus: review\nreviewed: 2020-01-01\n---\n").one("JB201")
    ) == (4, 11, 4, 21)


def test_a_review_period_beyond_the_calendar_never_ends() -> None:
    assert stale(reviewed="2020-01-01", more="review: 999999y\n") == ""


def trust_in(text: str, **more: str) -> Trust:
    result = buy(text, **more)
    return trust(result.journey(), result.catalog, info())


CLAIMS = """\
---
title: I buy
owner: shop team
---
## Decision
### I try
- says: "Ouch." ^i01
- pain: They pinch
- delight: They are light ^i02
- moment of truth: they fit
- touchpoint: shop, fair, web
- does: walks up and down
"""


def test_trust_counts_claims_and_those_that_cite_evidence_with_a_file() -> None:
    figures = trust_in(CLAIMS, evidence__i01="---\ntitle: Talk\n---\n")
    assert (figures.claims, figures.backed, figures.assumed, figures.owner) == (
        4,
        1,
        False,
        "shop team",
    )


def test_a_map_is_assumed_when_it_cites_no_evidence_with_a_file() -> None:
    assert trust_in(CLAIMS).assumed
    assert trust_in("---\ntitle: I buy\n---\n## Decision\n### I pay\n- emotion: -1 poor\n").assumed
    assert not trust_in("---\ntitle: I buy\n---\n").assumed
    whole = "---\ntitle: I buy\nevidence: i01\n---\n## Decision\n### I pay\n- pain: dear\n"
    assert trust_in(whole).assumed
    assert not trust_in(whole, evidence__i01="---\ntitle: Talk\n---\n").assumed


def test_trust_counts_unmeasured_touchpoints_with_a_file() -> None:
    figures = trust_in(
        CLAIMS,
        touchpoints__shop="---\ntitle: Shop\nmeasure: none\n---\n",
        touchpoints__web="---\ntitle: Web\nmeasure: [analytics]\n---\n",
    )
    assert figures.unmeasured == 1


def test_an_approved_map_with_everything_it_needs_has_no_findings() -> None:
    text = """
---
title: I buy
status: approved
owner: shop team
reviewed: 2026-10-02
evidence: [i01]
---
## Decision
### I pay {#pay}
- says: "Done."
- moment of truth: the queue
- touchpoint: till
"""
    result = buy(
        text.lstrip(),
        evidence__i01="---\ntitle: Talk\n---\n",
        touchpoints__till="---\ntitle: Till\nmeasure: survey\n---\n",
    )
    assert not result.findings


def test_a_quote_needs_evidence_of_its_own_or_of_the_map() -> None:
    text = '---\ntitle: I buy\nstatus: review\n---\n## Decision\n### I pay\n- says: "Ouch." !high\n- says: "Oh." ^i01\n'
    finding = buy(text, evidence__i01="---\ntitle: Talk\n---\n").one("JB202")
    assert at(finding) == (7, 9, 7, 16)
    assert not buy(text.replace("status: review", "status: draft")).found("JB202")


def test_each_assumed_persona_of_an_approved_map_is_reported_once() -> None:
    text = """
---
title: I buy
status: approved
committee:
  cfo: approver
---
## Decision
### I ask
- who: cfo, ben
### Ben signs
- who: ben
"""
    assumed = "---\ntitle: X\nbasis: assumed\n---\n"
    found = buy(text.lstrip(), personas__cfo=assumed, personas__ben=assumed).found("JB204")
    assert [at(finding)[:2] for finding in found] == [(5, 3), (8, 1)]


def test_an_unmeasured_touchpoint_matters_only_at_a_moment_of_truth() -> None:
    step = "---\ntitle: I buy\nstatus: approved\n---\n## Decision\n### I pay\n- touchpoint: web, till\n"
    shops = {
        "touchpoints__till": "---\ntitle: Till\nmeasure: none\n---\n",
        "touchpoints__web": "---\ntitle: Web\nmeasure: survey\n---\n",
    }
    assert not buy(step, **shops).found("JB205")
    finding = buy(step + "- moment of truth: the queue\n", **shops).one("JB205")
    assert at(finding) == (7, 20, 7, 24)
    assert not buy(
        step.replace("status", "state: competitor\nof: ana/run\nstatus") + "- moment of truth: x\n",
        **shops,
    ).found("JB205")


def test_an_approved_map_without_any_evidence_is_reported_once() -> None:
    text = "---\ntitle: I buy\nstatus: approved\n---\n## Decision\n### I pay\n- pain: dear\n- delight: done\n"
    finding = buy(text).one("JB207")
    assert finding.message == "this approved map has no evidence: none of its 2 claims cites any"
    assert not buy(text.replace("dear", "dear ^i01")).found("JB207")

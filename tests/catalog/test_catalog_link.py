"""References, stubs, earlier IDs, pain points and circles: how `catalog.link` resolves a site."""

from __future__ import annotations

import pytest

from journeybook.diagnostics import Severity
from journeybook.schema.values import Ref
from sites import BUY, Site, at, buy, say, site
from small_site import PIXEL

STEP = "## Awareness\n### I look {#look}\n"
SHOP = "---\ntitle: Shop\n---\n"


@pytest.mark.parametrize(
    ("status", "severity"),
    [("draft", "warning"), ("review", "warning"), ("approved", "error"), ("retired", "warning")],
)
def test_an_unknown_reference_is_an_error_in_an_approved_map(status: str, severity: str) -> None:
    finding = buy(
        f"---\ntitle: I buy\nstatus: {status}\n---\n{STEP}- touchpoint: shp\n",
        touchpoints__shop=SHOP,
    ).one("JB102")
    assert (at(finding), str(finding.severity)) == ((7, 15, 7, 18), severity)
    assert (finding.message, finding.hint) == (
        "unknown touchpoint `shp`",
        "did you mean `shop`?",
    )


@pytest.mark.parametrize(
    ("head", "fact", "missing"),
    [
        ("evidence: [i9]", "", "evidence:i9"),
        ("metrics: {nps: 1 -> 2}", "", "metric:nps"),
        ("committee: {cfo: user}", "", "persona:cfo"),
        ("part-of: ana/run", "", "journey:ana/run"),
        ("continues: ana/run", "", "journey:ana/run"),
        ("", "who: ben", "persona:ben"),
        ("", "channel: post", "channel:post"),
        ("", "content: guide", "collateral:guide"),
        ("", "opportunity: tills", "opportunity:tills"),
        ("", "metric: nps 1 -> 2", "metric:nps"),
        ("", "zoom: ana/run", "journey:ana/run"),
        ("", "pain: dear ^i9", "evidence:i9"),
        ("", "emotion ben: -1 sad", "persona:ben"),
    ],
)
def test_every_kind_of_reference_is_checked_and_gets_a_stub(
    head: str, fact: str, missing: str
) -> None:
    result = buy(f"---\ntitle: I buy\n{head}\n---\n{STEP}" + (f"- {fact}\n" if fact else ""))
    kind, _, name = missing.partition(":")
    assert result.one("JB102").message == f"unknown {kind} `{name}`"
    ref = Ref(kind, name)
    has_stub = kind not in ("journey", "page")
    assert (ref in result.catalog.stubs, result.catalog.get(ref) is not None) == (
        has_stub,
        has_stub,
    )
    assert [use.user.id for use in result.catalog.users(ref)] == ["ana/buy"]


def test_a_stub_has_a_readable_title_and_no_path() -> None:
    stub = buy(f"---\ntitle: I buy\n---\n{STEP}- touchpoint: demo-call\n").catalog.touchpoint(
        "demo-call"
    )
    assert stub is not None
    assert (stub.title, stub.path) == ("Demo call", "")


def test_references_are_indexed_from_both_ends() -> None:
    result = buy(
        f"---\ntitle: I buy\nevidence: i1\n---\n{STEP}- touchpoint: shop\n- pain: x ^i1\n",
        touchpoints__shop=SHOP,
        evidence__i1="---\ntitle: Talk\n---\n",
    )
    (use,) = result.catalog.users(Ref("touchpoint", "shop"))
    assert (use.user, use.how, use.stage, use.step) == (
        Ref("journey", "ana/buy"),
        "touchpoint",
        "awareness",
        "look",
    )
    assert [use.step for use in result.catalog.users(Ref("evidence", "i1"))] == ["", "look"]
    named = [f"{ref.kind}:{ref.id}" for ref, _ in result.catalog.links[Ref("journey", "ana/buy")]]
    assert named == ["persona:ana", "evidence:i1", "touchpoint:shop", "evidence:i1"]


def test_a_journey_in_the_folder_of_an_unknown_persona_names_the_missing_file() -> None:
    finding = site({"content/journeys/ben/buy.md": "---\ntitle: I buy\n---\n"}).one("JB102")
    assert (at(finding), finding.hint) == (
        (2, 8, 2, 13),
        "add content/personas/ben.md, or move this journey",
    )


def test_links_into_a_broken_file_are_silent() -> None:
    result = buy(
        f"---\ntitle: I buy\n---\n{STEP}- touchpoint: shop\n",
        touchpoints__shop="---\ntitle: [\n---\n",
    )
    assert result.codes == ("JB110",)
    assert (
        site(
            {
                BUY: "---\ntitle: I buy\nstatus: approved\npart-of: ana/run\n---\n",
                "content/journeys/ana/run.md": b"\xff\xfe",
            }
        ).found("JB102")
        == ()
    )


def test_an_earlier_id_still_resolves_with_a_warning() -> None:
    result = buy(
        f"---\ntitle: I buy\nstatus: approved\n---\n{STEP}- touchpoint: store\n",
        touchpoints__shop="---\ntitle: Shop\nwas: [store, kiosk]\n---\n",
    )
    finding = result.one("JB102")
    assert (finding.severity, finding.message) == (
        Severity.WARNING,
        "the touchpoint `store` was renamed `shop`",
    )
    assert not result.catalog.stubs
    assert result.catalog.touchpoint("kiosk") is result.catalog.touchpoint("shop")
    assert [use.step for use in result.catalog.users(Ref("touchpoint", "shop"))] == ["look"]


def test_a_journey_may_have_belonged_to_another_persona() -> None:
    result = buy("---\ntitle: I buy\nwas: [purchase, ben/buy]\n---\n")
    assert (
        result.catalog.journey("ana/purchase")
        is result.catalog.journey("ben/buy")
        is result.journey()
    )


@pytest.mark.parametrize(
    ("shop", "fair", "message"),
    [
        (
            "was: [fair]",
            "",
            "`fair` is also the ID of content/touchpoints/fair.md, so two pages would have the same address",
        ),
        (
            "was: [shop]",
            "",
            "`shop` is also the ID of content/touchpoints/shop.md, so two pages would have the same address",
        ),
        ("was: [x]", "was: [x]", "two files list `x` as an earlier ID"),
    ],
)
def test_two_pages_cannot_have_the_same_address(shop: str, fair: str, message: str) -> None:
    files = {
        "touchpoints__shop": f"---\ntitle: Shop\n{shop}\n---\n",
        "touchpoints__fair": f"---\ntitle: Fair\n{fair}\n---\n",
    }
    assert buy("---\ntitle: I buy\n---\n", **files).one("JB150").message == message


@pytest.mark.parametrize("old", ["../../etc", "/etc/passwd", "a/b", "con", "A", "..", "a b"])
def test_p1_an_earlier_id_cannot_leave_the_site(old: str) -> None:
    result = site({"content/touchpoints/shop.md": f"---\ntitle: Shop\nwas: ['{old}']\n---\n"})
    assert result.found("JB126")
    assert not result.catalog.redirects


def test_names_differ_by_kind() -> None:
    result = buy(f"---\ntitle: I buy\n---\n{STEP}- channel: shop\n", touchpoints__shop=SHOP)
    assert result.one("JB102").message == "unknown channel `shop`"


PAINS = f"---\ntitle: I buy\n---\n{STEP}- pain: Dear {{#dear}}\n"


def solves(*names: str, **more: str) -> Site:
    return buy(
        PAINS, opportunities__sale=f"---\ntitle: Sale\nsolves: [{', '.join(names)}]\n---\n", **more
    )


@pytest.mark.parametrize("name", ["dear", "ana/buy#dear"])
def test_a_pain_point_is_named_by_its_short_or_its_full_id(name: str) -> None:
    result = solves(f'"{name}"')
    assert not result.found("JB102")
    uses = [
        use.how
        for use in result.catalog.users(Ref("journey", "ana/buy"))
        if use.user.kind == "opportunity"
    ]
    assert uses == ["solves"]


def test_an_unknown_pain_point_gets_the_nearest_as_a_hint() -> None:
    finding = solves("deer").one("JB102")
    assert (at(finding), finding.message, finding.hint) == (
        (3, 10, 3, 14),
        "unknown pain point `deer`",
        "did you mean `dear`?",
    )


def test_a_short_id_that_two_maps_have_needs_the_full_id() -> None:
    result = solves("dear", **{"journeys__ana__run": PAINS.replace("buy", "run")})
    assert (
        result.one("JB102").message
        == "more than one pain point has the ID `dear`: `ana/buy#dear`, `ana/run#dear`"
    )


@pytest.mark.parametrize("key", ["part-of", "continues", "of"])
def test_a_circle_is_reported_once_at_the_reference_that_closes_it(key: str) -> None:
    state = "state: future\n" if key == "of" else ""
    files = {
        f"content/journeys/ana/{a}.md": f"---\ntitle: I {a}\n{state}{key}: ana/{b}\n---\n"
        for a, b in ("ab", "bc", "ca", "da")
    }
    finding = site(files).one("JB151")
    assert finding.message == f"`{key}` forms a circle: ana/a → ana/b → ana/c → ana/a"
    assert finding.span.file == "content/journeys/ana/c.md"


def test_a_journey_is_not_part_of_itself_and_details_form_no_circle() -> None:
    assert buy("---\ntitle: I buy\npart-of: ana/buy\n---\n").one("JB151")
    assert (
        buy(f"---\ntitle: I buy\n---\n{STEP}- zoom: ana/buy\n")
        .one("JB151")
        .message.startswith("`zoom` forms a circle")
    )
    bosses = {
        "content/personas/ben.md": "---\ntitle: Ben\nreports-to: ana\n---\n",
        "content/personas/ana.md": "---\ntitle: Ana\nreports-to: ben\n---\n",
    }
    assert site(bosses).one("JB151").message.startswith("`reports-to` forms a circle")


def test_a_long_chain_of_journeys_is_no_circle() -> None:
    files = {
        f"content/journeys/ana/j{n}.md": f"---\ntitle: I {n}\ncontinues: ana/j{n + 1}\n---\n"
        for n in range(2000)
    }
    assert (
        site({**files, "content/journeys/ana/j2000.md": "---\ntitle: I end\n---\n"}).found("JB151")
        == ()
    )


@pytest.mark.parametrize("state", ["future", "competitor"])
def test_a_version_names_its_current_journey(state: str) -> None:
    assert at(buy(f"---\ntitle: I buy\nstate: {state}\n---\n").one("JB152")) == (
        3,
        8,
        3,
        8 + len(state),
    )
    assert not buy(f"---\ntitle: I buy\nstate: {state}\nof: ana/run\n---\n").found("JB152")


def test_an_unknown_stage_is_reported_once_and_is_an_error_in_an_approved_map() -> None:
    text = "---\ntitle: I buy\nstatus: {}\n---\n## Awarenes\n"
    for status, severity in (("draft", "warning"), ("approved", "error")):
        finding = buy(text.format(status)).one("JB139")
        assert (at(finding), str(finding.severity), finding.hint) == (
            (5, 1, 5, 12),
            severity,
            "did you mean `Awareness`?",
        )


def test_content_is_made_for_stages_roles_and_personas_that_exist() -> None:
    result = buy(
        "---\ntitle: I buy\n---\n",
        collateral__guide="---\ntitle: Guide\nstages: [awareness, Decison]\nfor: [Economic buyer, ana, ben, The boss]\n---\n",
    )
    assert [say(finding) for finding in result.findings if finding.code < "JB200"] == [
        "JB139 3:21-3:28 unknown stage `Decison`",
        "JB102 4:28-4:31 unknown persona `ben`",
        "JB117 4:33-4:41 `The boss` is neither a role nor a persona ID",
    ]


@pytest.mark.parametrize(
    ("picture", "is_there"),
    [
        ("../images/ana.png", True),
        ("ana.png", False),
        ("https://example.org/ana.png", False),
        ("../../../etc/passwd", False),
    ],
)
def test_a_picture_is_a_file_of_the_site(picture: str, is_there: bool) -> None:
    result = site(
        {
            "content/personas/ana.md": f"---\ntitle: Ana\npicture: {picture}\n---\n",
            "content/images/ana.png": PIXEL,
        }
    )
    assert bool(result.found("JB163")) != is_there


def test_y10_ids_that_look_alike_are_reported() -> None:
    finding = buy("---\ntitle: I buy\n---\n## Awareness\n### a {#look}\n### b {#lооk}\n").one(
        "JB153"
    )
    assert (
        finding.message == "the ID `lооk` looks like `look`, but letter 2 is different (Cyrillic)"
    )
    assert finding.related[0].span.line == 5
    assert not buy("---\ntitle: I buy\n---\n## Awareness\n### a {#il}\n### b {#i1}\n").found(
        "JB153"
    )

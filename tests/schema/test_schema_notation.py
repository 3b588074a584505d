"""The body of a journey: headings, facts, marks, story, by examples."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.schema.values import (
    Branch,
    Branches,
    Emotion,
    Marks,
    MetricMove,
    Ref,
    References,
    Score,
    Statement,
    Timing,
    Truth,
)
from journeybook.vocabulary import Duration
from sites import BUY, at, buy, facts, say, site


def refs(kind: str, *names: str) -> References:
    return References(tuple(Ref(kind, name) for name in names))


@pytest.mark.parametrize(
    ("line", "payload"),
    [
        ("does: walks: up and down", Statement("walks: up and down")),
        ("thinks: Is *this* it?", Statement("Is *this* it?")),
        ("says: “They pinch.”", Statement("“They pinch.”")),
        ("needs: my size #42", Statement("my size #42")),
        ("trigger: forecast missed by 18 %", Statement("forecast missed by 18 %")),
        ("note: ask Karl", Statement("ask Karl")),
        ("owner: sales", Statement("sales")),
        ("frontstage: measures the foot", Statement("measures the foot")),
        ("physical-evidence: a receipt", Statement("a receipt")),
        ("who: ana, ben", refs("persona", "ana", "ben")),
        ("who: all", References((), everyone=True)),
        ("who: all, ben", References((Ref("persona", "ben"),), everyone=True)),
        ("touchpoint: shop-floor,web, shop-floor", refs("touchpoint", "shop-floor", "web")),
        ("channel: post", refs("channel", "post")),
        ("opportunity: tills", refs("opportunity", "tills")),
        ("content: size-guide", refs("collateral", "size-guide")),
        ("zoom: ana/try-on", refs("journey", "ana/try-on")),
        ("metric: nps 31 -> 45", MetricMove(Ref("metric", "nps"), "31", "45")),
        ("metric: nps 31% → 45 %", MetricMove(Ref("metric", "nps"), "31%", "45 %")),
        ("metric: nps -> 45", MetricMove(Ref("metric", "nps"), "", "45")),
        ("metric: nps", MetricMove(Ref("metric", "nps"))),
        ("emotion: -2 frustrated", Emotion(-2, "frustrated")),
        ("emotion: +2", Emotion(2, "")),
        ("emotion: 1 fine", Emotion(1, "fine")),
        ("emotion: −1 unsure", Emotion(-1, "unsure")),
        ("emotion: 0", Emotion(0, "")),
        ("emotion ben: -1 watched", Emotion(-1, "watched", "ben")),
        ("time: 2d-1w", Timing(Duration(2 * 86400, 7 * 86400, "2d-1w"))),
        ("wait: 12 days", Timing(Duration(12 * 86400, 12 * 86400, "12 days"))),
        ("moment of truth: they fit, or not", Truth("they fit, or not")),
        ("moment of truth: (zero) three stars", Truth("three stars", "zero")),
        ("moment of truth: (First) the box", Truth("the box", "first")),
        ("moment of truth: (maybe) the box", Truth("(maybe) the box")),
        ("worth: 5", Score(5)),
        ("effort: 1", Score(1)),
        ("stake: 3", Score(3)),
        ("next: look", Branches((Branch("look"),))),
        (
            'next: look "fits" | exit "too dear"',
            Branches((Branch("look", "fits"), Branch("", "too dear", is_exit=True))),
        ),
        ("next: exit", Branches((Branch("", "", is_exit=True),))),
        ('next: Exit ""', Branches((Branch("", "", is_exit=True),))),
        ('loop: look "this | that"', Branches((Branch("look", "this | that"),))),
        ("loop: look «а | б»", Branches((Branch("look", "а | б"),))),
        ("loop: look „so“", Branches((Branch("look", "so"),))),
    ],
)
def test_each_fact_has_its_value(line: str, payload: Any) -> None:
    result = facts(f"- {line}")
    assert result.fact().payload == payload
    assert not [
        say(finding) for finding in result.findings if finding.code not in ("JB102", "JB306")
    ]


@pytest.mark.parametrize(
    ("value", "text", "marks"),
    [
        ("Dear !high", "Dear", Marks("high")),
        ("Dear !objection !low !price", "Dear", Marks("low", ("objection", "price"))),
        ("Dear !a !a", "Dear", Marks("", ("a",))),
        (
            "Dear ^i07 ^i09 ^i07",
            "Dear",
            Marks("", (), (Ref("evidence", "i07"), Ref("evidence", "i09"))),
        ),
        ("Dear {#too-dear}", "Dear", Marks("", (), (), "too-dear")),
        (
            "Dear !high ^i07 {#dear} !price",
            "Dear",
            Marks("high", ("price",), (Ref("evidence", "i07"),), "dear"),
        ),
        ("Dear {#گران} !high", "Dear", Marks("high", (), (), "گران")),
        ("Oh dear! Really!", "Oh dear! Really!", Marks()),
        ("x^2 !Yes", "x^2 !Yes", Marks()),
        ("!high is what he said", "!high is what he said", Marks()),
    ],
)
def test_markers_are_at_the_end_of_a_value(value: str, text: str, marks: Marks) -> None:
    fact = facts(f"- pain: {value}").fact()
    assert (fact.text, fact.marks) == (text, marks)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- pain: !high", "JB132 6:3-6:7 `pain` has no value"),
        ("- pain:", "JB132 6:3-6:7 `pain` has no value"),
        ("- touchpoint: ,", "JB132 6:15-6:16 `touchpoint` has no ID"),
        ("- pain: Dear !low !high", "JB136 6:15-6:18 two severities, `!low` and `!high`"),
        ("- pain: Dear ^I07", "JB136 6:15-6:18 `I07` is not a valid evidence ID"),
        ("- pain: Dear {#Too/dear}", "JB136 6:16-6:24 `Too/dear` is not a valid ID"),
        ("- pain: Dear {#look}", "JB138 6:3-6:21 the ID `look` appears twice in this file"),
        ("- tuchpoint: web", "JB130 6:3-6:12 unknown fact `tuchpoint`"),
        ("- Pain: dear", "JB130 6:3-6:7 unknown fact `Pain`"),
        ("- owner ben: dear", "JB130 6:3-6:12 unknown fact `owner ben`"),
        ("- goal: shoes", "JB131 6:3-6:7 `goal` belongs under a stage, not under a step"),
        ("- who: ana, Ben", "JB126 6:13-6:16 `Ben` is not a valid persona ID"),
        ("- zoom: try-on", "JB126 6:9-6:15 `try-on` is not a valid journey ID"),
        ("- metric: Net Promoter", "JB126 6:11-6:23 `Net Promoter` is not a valid metric ID"),
        ("- emotion: +3 mad", "JB133 6:12-6:14 `+3` is not on the emotion scale -2, -1, 0, +1, +2"),
        ("- emotion: -2,5", "JB133 6:12-6:16 `-2,5` is not on the emotion scale -2, -1, 0, +1, +2"),
        (
            "- emotion: happy",
            "JB133 6:12-6:17 `happy` is not on the emotion scale -2, -1, 0, +1, +2",
        ),
        ("- time: a while", "JB134 6:9-6:16 `a while` is not a valid duration"),
        ("- worth: 5/5", "JB134 6:10-6:13 `5/5` is not a whole number from 1 to 5"),
        ("- worth: 6", "JB134 6:10-6:11 `6` is not a whole number from 1 to 5"),
        ("- next: look fits", "JB141 6:9-6:18 `look fits` is not a valid next step"),
        ('- next: exit | look "fits', 'JB141 6:16-6:26 `look "fits` is not a valid next step'),
        ("- next: | |", "JB141 6:9-6:12 `next` has no target"),
        ('- next: exit | lok "fits"', "JB102 6:16-6:19 this journey has no step `lok`"),
        ("-   pain  :  Dear   !low !high  ", "JB136 6:22-6:25 two severities, `!low` and `!high`"),
    ],
)
def test_what_cannot_be_read_is_reported_with_its_exact_place(line: str, expected: str) -> None:
    assert [say(finding) for finding in facts(line).findings] == [expected]


def test_columns_count_characters_not_bytes_or_cells() -> None:
    assert at(facts("- pain: 旅程🎉é !low !high").one("JB136")) == (6, 15, 6, 18)


def test_a_repeated_fact_points_at_the_first() -> None:
    finding = facts("- worth: 3", "- does: x", "- worth: 4").one("JB135")
    assert at(finding) == (8, 3, 8, 11)
    assert finding.related[0].span.line == 6


def test_repeating_a_key_adds_an_item() -> None:
    step = facts("- pain: one", "- touchpoint: a", "- pain: two", "- touchpoint: b, a").step("look")
    assert [fact.text for fact in step.all("pain")] == ["one", "two"]
    assert [ref.id for ref in step.refs("touchpoint")] == ["a", "b"]


def test_an_indented_line_continues_the_one_above() -> None:
    result = facts("- pain: Nobody trusts", "  the number", "\ton the slide !high", "- does: x")
    step = result.step("look")
    assert [fact.text for fact in step.facts] == ["Nobody trusts the number on the slide", "x"]
    assert (step.facts[0].marks.severity, step.facts[0].span.line, step.facts[0].span.end_line) == (
        "high",
        6,
        8,
    )


def test_a_value_may_begin_on_the_line_below_its_key() -> None:
    assert facts("- does:", "  walks").fact().text == "walks"


def test_the_first_line_that_is_not_a_fact_starts_the_story() -> None:
    step = facts("- does: x", "", "Amara asked.", "", "- one", "- note this").step("look")
    assert len(step.facts) == 1
    assert step.story.text == "Amara asked.\n\n- one\n- note this"
    assert step.story.first_line == 8


@pytest.mark.parametrize(
    "line",
    [
        "- a bullet",
        "- http://example.org",
        "- *key*: x",
        "- `key`: x",
        "- [a](b): x",
        '- "a": b',
        "- Amara: asked",
        "- درد: گران",
        "text",
        "1. call the shop",
    ],
)
def test_bullets_that_are_not_facts_are_story(line: str) -> None:
    step = facts(line).step("look")
    assert not step.facts
    assert step.story.text == line


def test_blank_lines_between_heading_and_facts_are_allowed() -> None:
    assert facts("", "- does: x").fact().text == "x"


def test_a_forgotten_blank_behind_the_colon_is_forgiven_where_the_key_is_known() -> None:
    assert facts("- does:walks").fact().text == "walks"
    assert not facts("- verb:walks").step("look").facts


@pytest.mark.parametrize("gap", ["\n", "Amara asked.\n"])
def test_a_fact_below_a_gap_is_most_likely_lost(gap: str) -> None:
    finding = facts("- does: x", gap + "- pain: dear").one("JB142")
    assert at(finding) == (8, 1, 8, 13)


def test_lists_further_down_a_story_are_text() -> None:
    assert not facts("- does: x", "", "Amara asked:", "", "- pain: none").findings


@pytest.mark.parametrize("bullet", ["- ", "* ", "+ ", "-\t", "-   "])
def test_any_bullet_of_markdown_will_do(bullet: str) -> None:
    assert facts(f"{bullet}does: x").fact().text == "x"


def headings(text: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    stages = buy(f"---\ntitle: I buy\n---\n{text}").journey().stages
    return [
        (stage.id, stage.title, [(step.id, step.title) for step in stage.steps]) for stage in stages
    ]


def test_stages_and_steps_follow_the_headings_of_the_file() -> None:
    assert headings("## Decision\n### I try {#try}\n### I pay\n## Awareness\n") == [
        ("decision", "Decision", [("try", "I try"), ("i-pay", "I pay")]),
        ("awareness", "Awareness", []),
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## Decision ##", "Decision"),
        ("##  Decision  ", "Decision"),
        ("##Decision", "Decision"),
        ("## C#", "C#"),
        ("##\tDecision", "Decision"),
    ],
)
def test_headings_as_markdown_has_them(heading: str, title: str) -> None:
    assert headings(heading)[0][1] == title


@pytest.mark.parametrize(
    "line", ["# One", "#### Four", "- ### in a list", "> ## quoted", "    ## code"]
)
def test_other_headings_are_text(line: str) -> None:
    assert headings(f"## Decision\n### a\n\nx\n{line}\n") == [
        ("decision", "Decision", [("a", "a")])
    ]


@pytest.mark.parametrize("fence", ["```", "~~~", "````", "   ```", "```yaml"])
def test_headings_inside_code_are_text(fence: str) -> None:
    close = fence.strip().rstrip("yaml")
    assert headings(f"## Decision\n### a\n\n{fence}\n## Retention\n{close}\n### b\n") == [
        ("decision", "Decision", [("a", "a"), ("b", "b")])
    ]


def test_inline_code_does_not_open_a_code_block() -> None:
    assert len(headings("## Decision\n### a\n\n```code``` in a line\n### b\n")[0][2]) == 2


def test_a_code_block_that_is_not_closed_is_reported() -> None:
    finding = buy("---\ntitle: I buy\n---\n## Decision\n### a\n\n```\n### b\n").one("JB143")
    assert (at(finding), finding.hint) == ((7, 1, 7, 4), "close it with `````")


def test_the_argument_is_the_text_above_the_first_stage() -> None:
    journey = buy(
        "---\ntitle: I buy\n---\n\nTwo of three\nare **lost**.\n\n## Decision\n"
    ).journey()
    assert (journey.body.text, journey.body.first_line) == ("Two of three\nare **lost**.", 5)


def test_notes_are_not_a_stage_and_keep_their_own_headings() -> None:
    journey = buy(
        "---\ntitle: I buy\n---\n## Method {.notes}\nEleven interviews.\n### Who {#who}\nRunners.\n## Decision\n### I pay\n"
    ).journey()
    assert journey.notes[0].title == "Method"
    assert journey.notes[0].body.text == "Eleven interviews.\n\n### Who\nRunners."
    assert [stage.id for stage in journey.stages] == ["decision"]


def test_steps_above_and_below_notes_both_stay() -> None:
    assert headings("## Decision\n### a\n## Method {.notes}\nx\n## Retention\n### b\n") == [
        ("decision", "Decision", [("a", "a")]),
        ("retention", "Retention", [("b", "b")]),
    ]


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("سه‌ماهه دوباره از دست رفت", "سهماهه-دوباره-از-دست-رفت"),
        ("Tôi mua đôi giày", "tôi-mua-đôi-giày"),
        ("To\u0302i", "tôi"),
        ("Ich prüfe: 3 Angebote!", "ich-prüfe-3-angebote"),
        ("हिन्दी", "हिन्दी"),
        ("旅程", "旅程"),
        ("🎉", "step"),
        ("❤️", "step"),
        ("...", "step"),
        ("Exit", "exit-2"),
        ("a" * 200, "a" * 80),
    ],
)
def test_an_id_is_made_from_a_title_in_any_script(title: str, identifier: str) -> None:
    assert headings(f"## Decision\n### {title}\n")[0][2][0][0] == identifier


def test_ids_made_from_titles_keep_clear_of_each_other_and_of_written_ones() -> None:
    assert [
        name for name, _ in headings("## Decision\n### Look\n### Look\n### I look {#look}\n")[0][2]
    ] == [
        "look-2",
        "look-3",
        "look",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("## \n", "JB140 4:1-4:3 this heading is empty"),
        ("##\n", "JB140 4:1-4:3 this heading is empty"),
        ("### I look\n", "JB137 4:1-4:11 the step `I look` is not in a stage"),
        ("## Awarenes\n", "JB139 4:1-4:12 unknown stage `Awarenes`"),
        ("## Awareness\n## Tudatosság\n", "JB138 5:1-5:14 the stage `Tudatosság` appears twice"),
        (
            "## Awareness\n### a {#x}\n### b {#x}\n",
            "JB138 6:9-6:10 the ID `x` appears twice in this file",
        ),
        ("## Awareness\n### a {#X y}\n", "JB136 5:7-5:13 `{#X y}` is read as part of the name"),
        ("## Awareness\n### a {#Y!}\n", "JB136 5:9-5:11 `Y!` is not a valid ID"),
        ("## Awareness\n### a {#می‌رود}\n", "JB136 5:9-5:15 `می\u200cرود` is not a valid ID"),
        (
            "## Awareness\n### a {#exit}\n",
            "JB136 5:9-5:13 `exit` is reserved for leaving the journey",
        ),
        ("## Awareness {.notes} x\n", "JB136 4:14-4:22 `{.notes}` is read as part of the name"),
    ],
)
def test_headings_that_cannot_be_read(lines: str, expected: str) -> None:
    assert expected in [
        say(finding) for finding in buy(f"---\ntitle: I buy\n---\n{lines}").findings
    ]


def test_a_stage_is_known_by_id_name_or_alias_in_any_language() -> None:
    for name in ("Awareness", "awareness", "AWARENESS", "Świadomość", "آگاهی", "Nhận thức"):
        assert headings(f"## {name}\n")[0][0] == "awareness"
    config = "title: x\nstages:\n  - id: buy\n    name: {en: Buying, hu: Vásárlás}\n    aliases: [Purchase, to pay]\n"
    for name in ("buy", "Buying", "vásárlás", "Purchase", "To pay"):
        journey = site({BUY: f"---\ntitle: I buy\n---\n## {name}\n", "site.yaml": config}).journey()
        assert [(stage.id, stage.title, stage.registered) for stage in journey.stages] == [
            ("buy", name, True)
        ]


def test_a_site_may_add_lanes() -> None:
    config = "title: x\nlanes:\n  own: [{key: risk, title: Risk}]\n"
    text = "---\ntitle: I buy\n---\n## Awareness\n### a\n- risk: refusal !high\n"
    assert site({BUY: text, "site.yaml": config}).fact().text == "refusal"
    assert site({BUY: text}).one("JB130").message == "unknown fact `risk`"


def test_a_stage_has_facts_and_a_story_of_its_own() -> None:
    stage = buy(
        "---\ntitle: I buy\n---\n## Awareness\n- goal: shoes\n- time: 2w\n- owner: sales\n\nA story.\n### a\n"
    ).stage("awareness")
    assert ([fact.key for fact in stage.facts], stage.owner, stage.story.text) == (
        ["goal", "time", "owner"],
        "sales",
        "A story.",
    )


def test_ten_thousand_facts_and_five_hundred_headings_are_read() -> None:
    assert len(facts(*["- does: x"] * 6000).step("look").facts) == 6000
    result = buy("---\ntitle: I buy\n---\n## Awareness\n" + "### a\n" * 600)
    assert len(result.journey().steps) == 499
    assert result.one("JB113").span.line == 504


@pytest.mark.parametrize(
    "line",
    [
        "- a" + " " * 60_000 + "b",
        "- does: a" + " " * 60_000 + "b",
        "## a" + " " * 60_000 + "b",
        "## a " + "#" * 60_000 + "b",
        "- time: 1" + " " * 60_000 + "x",
        "- pain: x " + "!a " * 20_000,
        "- pain: x " + "^a " * 20_000,
        "- next: " + "a|" * 30_000,
        "- does: x\n" + " y\n" * 20_000,
    ],
    ids=lambda line: line[:10],
)
def test_long_lines_cost_no_more_than_their_length(line: str) -> None:
    facts(line)  # each took up to a minute with patterns that step back


def test_a_message_does_not_repeat_a_page_of_words() -> None:
    assert len(facts("- emotion: " + "1" * 60_000).one("JB133").message) < 200

"""Front matter (Y1-Y5 of QUALITY.md): what YAML must not do to a text, and messages for authors."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from journeybook.schema.yaml_reader import read_yaml
from journeybook.text import Source
from sites import BUY, at, buy, say, site

WAS_HERE = "/tmp/journeybook-was-here"
ATTACKS = {
    "Y1-brackets": "a: " + "[" * 80_000,
    "Y1-dashes": "a:\n  " + "- " * 50_000,
    "Y1-questions": "? " * 30_000,
    "Y1-braces": "a: " + "{" * 100_000,
    "Y1-indents": "\n".join(" " * depth + "a:" for depth in range(700)),
    "Y2-merge-bomb": "m0: &m0 {a: 1}\n"
    + "\n".join(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]" for n in range(1, 23)),
    "Y2-alias-bomb": "a: &a [x]\n"
    + "\n".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "Y2-self": "a: &a [*a]",
    "Y3-object": f"a: !!python/object/apply:os.system ['touch {WAS_HERE}']",
    "Y4-many-keys": "\n".join(f"k{n}: x" for n in range(20_000)),
    "Y1-two-megabytes": "\n".join(" " * depth + "a:" for depth in range(2_000)),
}
TOO_DEEP = "JB113 nesting deeper than 20 levels"
FINDINGS = {
    "Y1": TOO_DEEP,
    "Y1-two-megabytes": "JB113 this file is larger than 256 KB",
    "Y2": "JB112 anchors and aliases (`&` and `*`) are not supported; write the value out",
    "Y3": "JB112 tags such as `tag:yaml.org,2002:python/object/apply:os.system` are not supported; write the plain value",
    "Y4": "JB113 more than 500 keys in one mapping",
}
HONEST = "tags:\n" + "- running shoes\n" * 15_000
"""About as long as a file may be, and without an error: what reading a file may cost."""
_READ = """
import json, sys, time
from sites import BUY, site
site({BUY: "---\\ntitle: [I buy]\\n---\\n"})  # imports what is imported at the first finding
for name, text in json.load(sys.stdin).items():
    began = time.process_time()
    findings = site({BUY: f"---\\ntitle: I buy\\n{text}\\n---\\n"}).findings
    seconds = time.process_time() - began
    errors = [f"{found.code} {found.message}" for found in findings if found.severity == "error"]
    print(json.dumps([name, errors[:1], seconds]))
"""


def test_y1_y2_y3_attacks_end_in_a_finding_at_once(tmp_path: Path) -> None:
    """In a process of its own: with other readers some of these end in a signal, or never.

    None takes longer than twice an honest file of the size of the longest attacks; where a
    reader is quadratic in the depth, it is hundreds of times as long.
    """
    tests = Path(__file__).parents[1]
    mark = tmp_path / "was-here"
    done = subprocess.run(
        [sys.executable, "-c", _READ],
        input=json.dumps({**ATTACKS, "honest": HONEST}).replace(WAS_HERE, str(mark)),
        env={"PYTHONPATH": f"{tests}:{tests.parent / 'generator'}"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-500:]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    errors = {name: errors for name, errors, _ in rows}
    seconds = {name: seconds for name, _, seconds in rows}
    expected = {name: FINDINGS.get(name) or FINDINGS[name[:2]] for name in ATTACKS}
    assert errors == {name: [message] for name, message in expected.items()} | {"honest": []}
    assert max(seconds[name] for name in ATTACKS) < 2 * seconds["honest"], seconds
    assert not mark.exists()


def test_y1_the_limit_is_named() -> None:
    assert (
        buy(f"---\ntitle: I buy\ntags: {'[' * 30}{']' * 30}\n---\n").one("JB113").message
        == "nesting deeper than 20 levels"
    )


def test_y1_braces_in_place_of_a_key_are_an_error() -> None:
    """Older releases of libyaml miss a colon first, newer ones count the levels first."""
    finding = buy("---\ntitle: I buy\n" + "{" * 100_000 + "\n---\n").findings[0]
    assert f"{finding.code} {finding.message}" in (TOO_DEEP, "JB110 a key without a colon")


@pytest.mark.parametrize("depth", [21, 1_001, 80_000])
@pytest.mark.parametrize("opening", ["[", "{", "- "])
def test_y1_the_finding_is_the_same_at_every_depth(opening: str, depth: int) -> None:
    """With every release of PyYAML: the newer ones give up at 1,000 levels by themselves."""
    start = "\n  " if opening == "- " else " "
    finding = buy(f"---\ntitle: I buy\ntags:{start}{opening * depth}\n---\n").findings[0]
    assert f"{finding.code} {finding.message}" == TOO_DEEP


def test_y1_a_parser_that_counts_levels_itself_gives_the_same_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def parse(text: str, Loader: type) -> Iterator[yaml.Event]:  # noqa: N803
        mark = yaml.Mark("", 1_006, 0, 1_006, None, None)
        raise yaml.scanner.ScannerError(
            "while increasing flow level", mark, "exceeded maximum nesting depth", mark
        )

    monkeypatch.setattr(yaml, "parse", parse)
    root, (finding,) = read_yaml(Source(BUY, f"tags: {'[' * 2_000}\n"), 1, 1)
    assert root is None
    assert say(finding) == "JB113 1:1007-1:1008 nesting deeper than 20 levels"
    assert finding.hint == "split it into smaller files"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("&a x", "anchors and aliases (`&` and `*`) are not supported"),
        ("*a", "anchors and aliases (`&` and `*`) are not supported"),
        ("!!binary aGk=", "tags such as `tag:yaml.org,2002:binary` are not supported"),
        ("!!set {a}", "tags such as `tag:yaml.org,2002:set` are not supported"),
        ("!!omap [a: 1]", "tags such as `tag:yaml.org,2002:omap` are not supported"),
        (
            "!!python/name:os.system x",
            "tags such as `tag:yaml.org,2002:python/name:os.system` are not supported",
        ),
        ("!foo x", "tags such as `!foo` are not supported"),
        ("!!str x", "tags such as `tag:yaml.org,2002:str` are not supported"),
    ],
)
def test_y2_y3_features_that_are_not_supported(value: str, expected: str) -> None:
    assert buy(f"---\ntitle: I buy\ngoal: {value}\n---\n").one("JB112").message.startswith(expected)


def test_y2_a_merge_key_is_just_an_unknown_key() -> None:
    assert buy("---\ntitle: I buy\n<<: {goal: x}\n---\n").one("JB115").message == "unknown key `<<`"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("title: I buy\ngoal: a\n\ngoal: b\n", (5, 1, 5, 5)),
        ('title: I buy\n"title": I sell\n', (3, 1, 3, 8)),
        ("title: I buy\ncommittee:\n  ben: {say: 1, say: 2}\n", (4, 17, 4, 20)),
    ],
)
def test_y4_the_same_key_twice(text: str, where: tuple[int, ...]) -> None:
    finding = buy(f"---\n{text}---\n").one("JB111")
    assert at(finding) == where
    assert f"(lines {finding.related[0].span.line} and {where[0]})" in finding.message


def test_y4_keys_twice_inside_lists_of_tables() -> None:
    config = "title: x\nstages:\n  - id: a\n    name: b\n    name: c\n"
    assert at(site({"site.yaml": config}).one("JB111")) == (5, 5, 5, 9)


VALUES = [
    "no",
    "NO",
    "on",
    "12:30",
    "010",
    "0o10",
    "1_000",
    "1e3",
    ".inf",
    ".nan",
    "2026-02-31",
    "null",
    "~",
    "+2",
    "=",
    "0x1F",
    "9" * 5000,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value[:12])
def test_y5_a_text_stays_what_was_typed(value: str) -> None:
    journey = buy(
        f"---\ntitle: {value}\ngoal: {value}\nsegment: {{country: {value}}}\ntags: [{value}]\n---\n"
    ).journey()
    assert (journey.title, journey.goal, journey.segment, journey.tags) == (
        value,
        value,
        (("country", value),),
        (value,),
    )


@pytest.mark.parametrize(
    ("kind", "line", "message"),
    [
        ("opportunities", "value: .nan", "`value` is `.nan`; expected a whole number from 1 to 5"),
        ("opportunities", "value: 6", "`value` is `6`; expected a whole number from 1 to 5"),
        (
            "opportunities",
            "due: 2026-02-31",
            "`due` is `2026-02-31`; expected a date such as 2026-10-02",
        ),
        (
            "opportunities",
            "due: 2.10.2026",
            "`due` is `2.10.2026`; expected a date such as 2026-10-02",
        ),
        ("evidence", f"people: {'9' * 5000}", None),
        ("opportunities", f"value: {'9' * 5000}", None),
        ("opportunities", f"due: {'9' * 5000}-01-01", None),
        ("pages", f"order: {'9' * 5000}", None),
        ("evidence", "people: 1_000", "`people` is `1_000`; expected a whole number, 0 or more"),
        ("touchpoints", "automatic: on", "`automatic` is `on`; expected yes or no"),
        (
            "touchpoints",
            "presence: onlin",
            "`presence` is `onlin`; expected one of online, offline",
        ),
        ("touchpoints", "link: javascript:alert(1)", None),
        ("touchpoints", "link: //evil.example", None),
        ("touchpoints", "link: data:text/html,x", None),
        ("metrics", "bounds: 20", "`bounds` is `20`; expected a range such as 20..40"),
        (
            "personas",
            "lang: Persian!",
            "`lang` is `Persian!`; expected a language code such as en, fa or pt-BR",
        ),
    ],
)
def test_y5_a_field_reports_what_it_expects(kind: str, line: str, message: str | None) -> None:
    finding = site({f"content/{kind}/x.md": f"---\ntitle: X\n{line}\n---\n"}).one("JB117")
    assert message in (None, finding.message)
    assert at(finding)[:2] == (3, line.index(":") + 3)


@pytest.mark.parametrize(
    "fact", ["emotion: {}", "emotion: +{}", "worth: {}", "time: {}d", "wait: 1d-{}y"]
)
def test_y5_no_number_of_a_fact_is_too_long_to_be_reported(fact: str) -> None:
    """Python itself refuses to read numbers of more than 4,300 digits."""
    found = buy(
        f"---\ntitle: I buy\n---\n## Awareness\n### a {{#a}}\n- {fact.format('9' * 5000)}\n"
    )
    assert {"JB133", "JB134"} & set(found.codes)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("goal: a: b", "JB110 3:8-3:9 this value contains a second `: `"),
        ("  goal: b", "JB110 3:7-3:8 this line is indented, so it continues the line above"),
        ("goal: 'a", "JB110 3:7-3:8 a quotation mark is not closed"),
        ("tags: [a, b", "JB110 3:7-3:8 a list in `[ ]` is not closed, or a comma is missing"),
        ("goal: @a", "JB110 3:7-3:8 a value starts with a character reserved in YAML"),
        ("goal: *a*", "JB110 3:9-3:10 a value starts with `&`, `*` or `!`"),
        ("goal: - a", "JB110 3:7-3:8 a `- ` list starts in the middle of a line"),
        ('goal: "\\d"', "JB110 3:8-3:9 an unknown `\\` sequence in a quoted value"),
        ("%YAML 1.1", "JB110 3:1-3:2 a line starts with `%`, which is reserved in YAML"),
        (
            "metrics:\n  a: 1\n b: 2",
            "JB110 5:2-5:3 this line does not match the indentation above it",
        ),
        (
            "goal: Ranked #3 in reviews",
            "JB114 3:14-3:27 everything from `#3 in reviews` on is treated as a comment",
        ),
        ("tags: [a, b #c\n ]", "JB114 3:13-3:15 everything from `#c` on is treated as a comment"),
        (
            "kind: [buyer, customer]",
            "JB116 3:7-3:24 `kind` is a list; expected one of buyer, customer, employee, service",
        ),
        (
            "goal: {a: b}",
            "JB116 3:7-3:13 `goal` is a mapping (`key: value` lines); expected a text",
        ),
        ("stattus: draft", "JB115 3:1-3:8 unknown key `stattus`"),
        (
            "committee: {ben: {rol: user}}",
            "JB115 3:19-3:22 unknown key `rol` in `committee.ben`",
        ),
        ("committee: {Ben B: user}", "JB126 3:13-3:18 `Ben B` is not a valid persona ID"),
        ("was: [../../up]", "JB126 3:7-3:15 `../../up` is not a valid earlier ID"),
        ("part-of: elsewhere", "JB126 3:10-3:19 `elsewhere` is not a valid journey ID"),
    ],
)
def test_broken_lines_are_reported_in_plain_words(line: str, expected: str) -> None:
    assert expected in [
        say(finding) for finding in buy(f"---\ntitle: I buy\n{line}\n---\n").findings
    ]


def test_a_corrected_line_is_offered_where_a_comment_cuts() -> None:
    assert (
        buy("---\ntitle: I buy\ngoal: Ranked #3\n---\n").one("JB114").hint
        == 'put the value in quotes: "Ranked #3"'
    )


@pytest.mark.parametrize(
    "line",
    [
        "goal: Shoes # a comment",
        "goal: Shoes #",
        "goal: C# rocks",
        "goal: '#1'",
        "# goal: x",
        "goal: # nothing yet",
    ],
)
def test_true_comments_and_quoted_signs_are_fine(line: str) -> None:
    assert not buy(f"---\ntitle: I buy\n{line}\n---\n").findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "JB100 1:1-1:2 this file is empty"),
        (" \n\n", "JB100 1:1-1:2 this file is empty"),
        ("I buy\n", "JB107 1:1-1:6 this file does not start with front matter"),
        ("---\ntitle: I buy\n", "JB106 1:1-1:4 the front matter starts here but is not closed"),
        ("---\n---\n", "JB118 1:1-1:4 `title` is missing"),
        ("---\n# nothing\n---\n", "JB118 1:1-1:4 `title` is missing"),
        ("---\ngoal: x\n---\n", "JB118 2:1-2:2 `title` is missing"),
        ("---\ntitle:\n---\n", "JB118 2:1-2:2 `title` is missing"),
        ('---\ntitle: " "\n---\n', "JB118 2:8-2:11 `title` is empty"),
        (
            "---\n- title: I buy\n---\n",
            "JB116 2:1-2:15 found a list, expected `key: value` lines",
        ),
        (
            "---\ntitle:I buy\n---\n",
            "JB116 2:1-2:12 found `title:I buy`, expected `key: value` lines",
        ),
    ],
)
def test_files_without_readable_front_matter(text: str, expected: str) -> None:
    result = site({BUY: text})
    assert [say(finding) for finding in result.findings] == [expected]
    assert result.journey().title == "buy"


def test_front_matter_may_follow_blank_lines_and_end_with_dots() -> None:
    assert buy("\n\n---\ntitle: I buy\n...\nBody\n").journey().body.text == "Body"


def test_a_rule_in_the_body_does_not_end_front_matter() -> None:
    assert buy("---\ntitle: I buy\n---\nA\n\n---\n\nB\n").journey().body.text == "A\n\n---\n\nB"


def test_a_key_without_a_value_is_ignored() -> None:
    result = buy("---\ntitle: I buy\nstatus:\ngoal:\ncommittee:\ntags: # later\n---\n")
    assert not result.findings
    assert (result.journey().status, result.journey().goal, result.journey().tags) == (
        "draft",
        None,
        (),
    )


def test_lists_may_be_written_in_every_way() -> None:
    for written in ("[a, b]", "a, b", "\n  - a\n  - b", "\n- a\n- b"):
        assert buy(f"---\ntitle: I buy\ntags: {written}\n---\n").journey().tags == ("a", "b")
    assert buy("---\ntitle: I buy\ntags: 'a, b'\n---\n").journey().tags == ("a, b",)
    result = buy("---\ntitle: I buy\nevidence: i1,  i2\n---\n")
    assert [at(finding) for finding in result.found("JB102")] == [(3, 11, 3, 13), (3, 16, 3, 18)]


def test_a_text_keeps_its_lines_as_in_yaml() -> None:
    journey = buy(
        "---\ntitle: I buy\ngoal: >\n  one\n  two\nquestion: |\n  one\n  two\n---\n"
    ).journey()
    assert (journey.goal, journey.question) == ("one two", "one\ntwo")


def test_the_format_page_example_is_read_whole() -> None:
    text = """---
title: I choose a CRM for our 300-seat sales team     # in the customer's voice
kind: buyer                 # buyer | customer
market: b2b
state: current
status: approved
owner: product-marketing
reviewed: 2026-10-02
segment: [mid-market, manufacturing]
length: 6-12 months         # 30s .. 2y
committee:
  ines-sales-ops:
    role: champion          # champion | economic buyer
    say: 5                  # 1-5
    needs: a forecast she can defend
  amara-cfo: economic buyer
metrics:
  win-rate: 22% -> 30%      # now -> target
  cycle-days: 231 -> 180
evidence: [i07, i09]
---
"""
    journey = buy(text).journey()
    assert journey.title == "I choose a CRM for our 300-seat sales team"
    assert journey.reviewed == datetime.date(2026, 10, 2)
    assert journey.length is not None
    assert (journey.length.low, journey.length.high) == (180 * 86400, 360 * 86400)
    assert [
        (str(name), str(member.role), member.say, member.needs)
        for name, member in journey.committee
    ] == [
        ("ines-sales-ops", "champion", 5, ("a forecast she can defend",)),
        ("amara-cfo", "economic buyer", None, ()),
    ]
    assert [(move.ref.id, move.now, move.target) for move in journey.metrics] == [
        ("win-rate", "22%", "30%"),
        ("cycle-days", "231", "180"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "JB118 1:1-1:2 `title` is missing"),
        ("description: x\n", "JB118 1:1-1:2 `title` is missing"),
        ("- a\n", "JB116 1:1-1:4 found a list, expected `key: value` lines"),
        (
            "title: x\ntheme: {accent: red}\n",
            "JB117 2:17-2:20 `theme.accent` is `red`; expected a colour such as #0b6e6e",
        ),
        ("title: x\nlanes: {hidden: [emotoin]}\n", "JB119 2:18-2:25 unknown lane `emotoin`"),
        (
            "title: x\nlanes: {own: [pain]}\n",
            "JB117 2:15-2:19 `lanes.own` is `pain`; expected a new key of lowercase letters, digits and `-`",
        ),
        (
            "title: x\nemotion: {+3: mad}\n",
            "JB119 2:11-2:13 `+3` is not on the scale -2, -1, 0, +1, +2",
        ),
        ("title: x\nstages: [a, b, a]\n", "JB138 2:16-2:17 the stage `a` appears twice in one set"),
        ("title: x\nstages: [{name: A}]\n", "JB118 2:10-2:11 `stages.id` is missing"),
        (
            "title: x\ncompare: [[ana/buy, ana/bye]]\n",
            "JB102 2:21-2:28 unknown journey `ana/bye`",
        ),
        (
            "title: x\nurl: ftp://x\n",
            "JB117 2:6-2:13 `url` is `ftp://x`; expected a web address that starts with https://",
        ),
        ("title: x\ntitel: y\n", "JB115 2:1-2:6 unknown key `titel`"),
    ],
)
def test_settings_that_cannot_be_read(text: str, expected: str) -> None:
    result = site({"site.yaml": text, BUY: "---\ntitle: I buy\n---\n"})
    assert [say(finding) for finding in result.findings if finding.span.file == "site.yaml"] == [
        expected
    ]

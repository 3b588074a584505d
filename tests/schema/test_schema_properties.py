"""What holds for every text: reading never fails, and what is read is what was written."""

from __future__ import annotations

import json
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey_printer import journeys, printed, texts
from journeybook.catalog.link import link
from journeybook.schema import decode as decode_module
from journeybook.schema.documents import Journey
from journeybook.schema.read import read_site
from journeybook.schema.values import is_step_id, slug
from journeybook.vocabulary import duration
from profiles import examples
from sites import BUY, facts, site

often = settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

FOLDERS = (
    "journeys/ana",
    "personas",
    "touchpoints",
    "channels",
    "metrics",
    "opportunities",
    "collateral",
    "evidence",
    "pages",
)
# Pieces of the notation, so that random texts are near enough to real ones to go wrong in interesting ways.
PIECES = ["---\n", "title: I buy\n", "## Awareness\n", "### a {#a}\n", "### ", "## ", "- next: ", "- emotion: ", "- pain: ", "- time: ",
          "- who: all\n", "- touchpoint: ", "a | exit", '"', "!high", " ^i1", "{#a}", "{.notes}", "```\n", "\n", "  ", "\t", "[[journey:ana/buy#a]]",
          "](../x.md)", "- metric: ", "-> 3", "evidence: [", "committee: ", "{", "}", "&a ", "*a", "!!x ", ": ", " #", "|", "status: approved\n",
          "was: [a]\n", "part-of: ana/buy\n", "metrics: ", "- key: ", "<b>", "\r", "\u202e", "1-2", "é"]  # fmt: skip
notation = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40).map(
    "".join
)
paths = st.one_of(
    st.builds(
        "content/{}/{}.{}".format,
        st.sampled_from(FOLDERS),
        st.sampled_from(["buy", "a", "i1", "Ä", "con"]),
        st.sampled_from(["md", "csv", "png"]),
    ),
    st.text(max_size=12).map("content/{}".format),
)


@often
@given(
    st.dictionaries(
        paths,
        st.one_of(
            notation.map(lambda text: ("---\ntitle: x\n" + text).encode("utf-8", "replace")),
            st.binary(max_size=60),
        ),
        max_size=5,
    ),
    notation,
)
def test_reading_linking_and_checking_never_fail(files: dict[str, bytes], config: str) -> None:
    for finding in site(
        {**files, "site.yaml": f"title: x\n{config}".encode("utf-8", "replace")}
    ).findings:
        assert finding.message
        assert finding.span.line >= 1 <= finding.span.column
        assert (finding.span.line, finding.span.column) <= (
            finding.span.end_line,
            finding.span.end_column,
        )


@often
@given(notation)
def test_findings_are_inside_their_file(text: str) -> None:
    result = site({BUY: "---\ntitle: x\n---\n" + text.encode("utf-8", "replace").decode()})
    for finding in result.findings:
        source = result.catalog.sources.get(finding.span.file)
        if source and finding.code != "JB164":
            assert finding.span.end_line <= len(source.lines)
            assert finding.span.column <= len(source.line(finding.span.line)) + 1


@often
@given(journeys())
def test_a_journey_that_is_written_and_read_again_is_equal(journey: Journey) -> None:
    documents, _ = read_site({BUY: printed(journey).encode()})
    assert documents.documents == (journey,)


@often
@given(journeys())
def test_line_ends_of_windows_make_no_difference(journey: Journey) -> None:
    documents, _ = read_site({BUY: printed(journey).replace("\n", "\r\n").encode()})
    assert documents.documents == (journey,)


@often
@given(texts)
def test_y5_a_quoted_text_is_read_back_exactly(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    single = "'" + text.replace("'", "''") + "'"
    journey = site(
        {BUY: f"---\ntitle: {written}\ngoal: {single}\ntags: [{written}]\n---\n"}
    ).journey()
    assert (journey.title, journey.goal, journey.tags) == (text, text, (text,))


@often
@given(
    st.from_regex(
        r"[A-Za-z0-9+.<=~_/é][A-Za-z0-9+.<=~_/é%€ -]{0,30}[A-Za-z0-9é%€.]", fullmatch=True
    )
)
def test_y5_an_unquoted_text_is_read_back_exactly(text: str) -> None:
    assert site({BUY: f"---\ntitle: {text}\ngoal: {text}\n---\n"}).journey().goal == text


@often
@given(texts.filter(lambda text: text.split()[-1][:1] not in "!^{"))
def test_y5_the_words_of_a_fact_are_read_back_exactly(text: str) -> None:
    assert facts(f"- does: {text}").fact().text == text


@often
@given(st.text())
def test_an_id_made_from_a_title_is_an_id(title: str) -> None:
    made = slug(title)
    assert slug(made) == made
    assert not made or is_step_id(made)


@often
@given(st.text(st.sampled_from("0123456789.- smhdwoy–…to")))
def test_a_time_is_read_as_a_range_or_not_at_all(text: str) -> None:
    read = duration(text)
    assert read is None or (0 <= read.low <= read.high and read.text == text.strip())


@settings(max_examples=examples(20), deadline=None)
@given(st.lists(journeys(), min_size=2, max_size=3), st.randoms())
def test_the_order_of_files_does_not_matter(found: list[Journey], chance: random.Random) -> None:
    files = [
        (f"content/journeys/ana/j{at}.md", printed(journey).encode())
        for at, journey in enumerate(found)
    ]
    files += [
        ("content/touchpoints/a.md", b"---\ntitle: A\nwas: [b]\n---\n"),
        ("content/personas/ana.md", b"---\ntitle: Ana\n---\n"),
    ]
    first, findings = link(read_site(dict(files))[0])
    chance.shuffle(files)
    second, others = link(read_site(dict(files))[0])
    assert first == second
    assert set(findings) == set(others)
    assert list(first.documents) == list(second.documents)


@given(st.text())
def test_a_text_that_can_be_printed_has_no_character_that_is_refused(text: str) -> None:
    if text.translate(decode_module._WITHOUT_TABS_AND_ENDS).isprintable():
        assert not decode_module.CONTROL.search(text)
        assert not decode_module._DIRECTION.search(text)


def test_no_character_that_is_refused_can_be_printed() -> None:
    refused = (chr(code) for code in range(0x110000) if decode_module.CONTROL.match(chr(code)))
    assert [f"U+{ord(sign):04X}" for sign in refused if sign.isprintable()] == []
    assert not any(
        chr(code).isprintable() for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
    )

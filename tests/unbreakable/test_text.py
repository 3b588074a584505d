"""From bytes to text (Y6-Y9 of QUALITY.md): encodings, control characters, line ends, hidden directions."""

from __future__ import annotations

import pytest

from sites import BUY, at, buy, say, site

HEAD = "---\ntitle: I buy\n---\n"


def said(data: bytes) -> list[str]:
    return [say(finding) for finding in site({BUY: data}).findings]


def test_y7_a_byte_order_mark_at_the_start_is_dropped() -> None:
    assert site({BUY: b"\xef\xbb\xbf" + HEAD.encode()}).journey() == buy(HEAD).journey()


def test_y7_a_byte_order_mark_in_the_middle_is_a_control_character() -> None:
    assert said("---\ntitle: I\ufeff buy\n---\n".encode()) == ["JB103 2:9-2:10 control character U+FEFF in the text"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_y7_other_unicode_encodings_are_no_text(encoding: str) -> None:
    finding = site({BUY: (HEAD * 3).encode(encoding)}).one("JB101")
    assert at(finding) == (1, 1, 1, 2)


def test_latin_1_is_reported_with_the_byte_and_its_place() -> None:
    """The example of JB101, which is no text."""
    data = "---\ntitle: Ich prüfe Angebote\n---\n".encode("latin-1")
    assert said(data) == ["JB101 2:14-2:15 not UTF-8: byte 0xFC at offset 17 (line 2)"]


@pytest.mark.parametrize(
    "data", [b"\xc3", b"\xe2\x82", b"\xc0\xaf", b"\xed\xa0\x80", b"\xff"], ids=["cut", "cut", "overlong", "surrogate", "ff"]
)
def test_y7_broken_utf_8_is_told(data: bytes) -> None:
    assert said(HEAD.encode() + data)[0].startswith("JB101 4:1-4:2 not UTF-8: byte 0x")


def test_a_picture_with_the_wrong_name_is_told() -> None:
    assert said(b"\x89PNG\r\n\x1a\n" + bytes(500))[0].startswith("JB101 1:1-1:2 ")


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9f",
        "\u2028",
        "\u2029",
        "\ufffe",
        "\uffff",
        "\ufdd0",
        "\U0001fffe",
        "\U0010ffff",
        "\U000e0041",
    ],
)
def test_y6_control_characters_are_told_wherever_they_stand(character: str) -> None:
    name = f"U+{ord(character):04X}"
    assert said(f"---\ntitle: I{character} buy\n---\n".encode()) == [f"JB103 2:9-2:10 control character {name} in the text"]
    assert said(f"{HEAD}A{character}b: c\n".encode()) == [f"JB103 4:2-4:3 control character {name} in the text"]


@pytest.mark.parametrize(
    ("escape", "name"), [("\\0", "U+0000"), ("\\x1b", "U+001B"), ("\\N", "U+0085"), ("\\L", "U+2028"), ("\\uFEFF", "U+FEFF")]
)
def test_y6_control_characters_cannot_be_smuggled_in_by_escapes(escape: str, name: str) -> None:
    finding = buy(f'---\ntitle: "I{escape} buy"\n---\n').one("JB103")
    assert finding.message == f"control character {name} in a quoted value"


def test_y6_half_a_character_by_escape_is_refused() -> None:
    assert {"JB103", "JB110"} & set(buy('---\ntitle: "I \\ud800 buy"\n---\n').codes)


def test_a_file_full_of_control_characters_gives_a_readable_number_of_findings() -> None:
    assert len(said(b"\x01\n" * 50_000)) == 50


def test_y8_line_ends_of_every_system_give_the_same_document() -> None:
    text = HEAD + "A\nstory.\n\n## Awareness\n### a {#a}\n- does: x\n  y\n\nMore.\n"
    unix = site({BUY: text}).journey()
    assert site({BUY: text.replace("\n", "\r\n")}).journey() == unix
    assert site({BUY: text.replace("\n", "\r")}).journey() == unix
    assert site({BUY: text.replace("\n\n", "\r\n\n")}).journey() == unix
    assert site({BUY: text.rstrip()}).journey() == unix


def test_y8_a_tab_in_front_of_front_matter_is_told() -> None:
    finding = buy("---\ntitle: I buy\nmetrics:\n \tnps: 1\n---\n").one("JB105")
    assert (at(finding), finding.message) == ((4, 2, 4, 3), "a tab indents line 4")


def test_y9_hidden_direction_controls_are_told_unless_they_are_closed() -> None:
    assert said("---\ntitle: I \u202ebuy\n---\n".encode()) == [
        "JB104 2:10-2:11 hidden direction control U+202E that is never closed on this line"
    ]
    assert said(f"{HEAD}او \u2067گفت\u2069 که\n".encode()) == []
    assert said(f"{HEAD}a\u2067b\n\u2069c\n".encode())[0].startswith("JB104 4:2-4:3 ")
    assert said(f"{HEAD}a\u2067b\u202cc\n".encode())[0].startswith("JB104 ")


@pytest.mark.parametrize("character", ["\u200e", "\u202e", "\u200b", "\ufe0f", "\u2067"])
def test_y9_ids_have_no_invisible_characters(character: str) -> None:
    codes = buy(
        f"{HEAD}## Awareness\n### a {{#a{character}b}}\n### b\n- pain: x {{#p{character}q}}\n- touchpoint: a{character}b\n"
    ).codes
    assert codes.count("JB136") == 2
    assert "JB126" in codes
    assert "JB126" in site({f"content/touchpoints/a{character}b.md": HEAD}).codes


def test_y9_joiners_that_words_need_stay_in_titles() -> None:
    title = "می‌خواهم بدوم"
    assert buy(f"---\ntitle: {title}\n---\n").journey().title == title

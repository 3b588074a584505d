"""Decoding (Y6-Y9 of QUALITY.md): encodings, control characters, line ends, hidden directions."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from journeybook.outputs.site import build
from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import declared
from journeybook.text import visible
from journeybook.vocabulary import FACTS, KINDS
from sample import INFO
from sites import BUY, DEFAULTS, at, buy, say, site

HEAD = "---\ntitle: I buy\n---\n"


def lines_of(data: bytes) -> list[str]:
    return [say(finding) for finding in site({BUY: data}).findings]


def test_y7_a_byte_order_mark_at_the_start_is_dropped() -> None:
    assert site({BUY: b"\xef\xbb\xbf" + HEAD.encode()}).journey() == buy(HEAD).journey()


def test_y7_a_byte_order_mark_in_the_middle_is_a_control_character() -> None:
    assert lines_of("---\ntitle: I\ufeff buy\n---\n".encode()) == [
        "JB103 2:9-2:10 the text contains the control character U+FEFF"
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_y7_other_unicode_encodings_are_not_text(encoding: str) -> None:
    finding = site({BUY: (HEAD * 3).encode(encoding)}).one("JB101")
    assert at(finding) == (1, 1, 1, 2)


def test_y7_latin_1_is_reported_with_the_byte_and_its_place() -> None:
    """The example of JB101, which cannot be written as text."""
    data = "---\ntitle: Ich prüfe Angebote\n---\n".encode("latin-1")
    assert lines_of(data) == ["JB101 2:14-2:15 invalid UTF-8: byte 0xFC at offset 17 (line 2)"]


@pytest.mark.parametrize(
    "data",
    [b"\xc3", b"\xe2\x82", b"\xc0\xaf", b"\xed\xa0\x80", b"\xff"],
    ids=["cut", "cut", "overlong", "surrogate", "ff"],
)
def test_y7_invalid_utf_8_is_reported(data: bytes) -> None:
    assert lines_of(HEAD.encode() + data)[0].startswith("JB101 4:1-4:2 invalid UTF-8: byte 0x")


def test_an_image_with_the_name_of_a_text_is_reported() -> None:
    assert lines_of(b"\x89PNG\r\n\x1a\n" + bytes(500))[0].startswith("JB101 1:1-1:2 ")


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
def test_y6_control_characters_are_reported_wherever_they_are(character: str) -> None:
    name = f"U+{ord(character):04X}"
    assert lines_of(f"---\ntitle: I{character} buy\n---\n".encode()) == [
        f"JB103 2:9-2:10 the text contains the control character {name}"
    ]
    assert lines_of(f"{HEAD}A{character}b: c\n".encode()) == [
        f"JB103 4:2-4:3 the text contains the control character {name}"
    ]


def test_y6_a_control_character_is_reported_in_every_field_of_every_kind() -> None:
    """Each line of front matter with the character in its value, and each fact of a map."""
    for kind, cls in DOCUMENT_TYPES.items():
        path = BUY if kind == "journey" else f"content/{KINDS[kind].folder}/x.md"
        for key in declared(cls):
            found = site({path: f"---\n{key}: a\x07b\n---\n".encode()}).found("JB103")
            assert [at(finding)[:2] for finding in found] == [(2, len(key) + 4)], (kind, key)
    for key in FACTS:
        found = site({BUY: f"{HEAD}## Awareness\n### a {{#a}}\n- {key}: a\x07b\n".encode()}).found(
            "JB103"
        )
        assert [at(finding)[:2] for finding in found] == [(6, len(key) + 6)], key


@pytest.mark.parametrize(
    ("escape", "name"),
    [
        ("\\0", "U+0000"),
        ("\\x1b", "U+001B"),
        ("\\N", "U+0085"),
        ("\\L", "U+2028"),
        ("\\uFEFF", "U+FEFF"),
    ],
)
def test_y6_control_characters_cannot_be_smuggled_in_by_escapes(escape: str, name: str) -> None:
    finding = buy(f'---\ntitle: "I{escape} buy"\n---\n').one("JB103")
    assert finding.message == f"control character {name} in a quoted value"


def test_y6_half_a_character_by_escape_is_refused() -> None:
    assert {"JB103", "JB110"} & set(buy('---\ntitle: "I \\ud800 buy"\n---\n').codes)


def test_a_file_full_of_control_characters_gives_a_readable_number_of_findings() -> None:
    assert len(lines_of(b"\x01\n" * 50_000)) == 50


def test_y8_line_ends_of_every_system_give_the_same_document() -> None:
    text = HEAD + "A\nstory.\n\n## Awareness\n### a {#a}\n- does: x\n  y\n\nMore.\n"
    unix = site({BUY: text}).journey()
    assert site({BUY: text.replace("\n", "\r\n")}).journey() == unix
    assert site({BUY: text.replace("\n", "\r")}).journey() == unix
    assert site({BUY: text.replace("\n\n", "\r\n\n")}).journey() == unix
    assert site({BUY: text.rstrip()}).journey() == unix


def test_y8_front_matter_indented_with_a_tab_is_reported() -> None:
    finding = buy("---\ntitle: I buy\nmetrics:\n \tnps: 1\n---\n").one("JB105")
    assert (at(finding), finding.message) == ((4, 2, 4, 3), "line 4 is indented with a tab")


def test_y9_hidden_direction_controls_are_reported_unless_they_are_closed() -> None:
    assert lines_of("---\ntitle: I \u202ebuy\n---\n".encode()) == [
        "JB104 2:10-2:11 hidden direction control U+202E is not closed on this line"
    ]
    assert lines_of(f"{HEAD}او \u2067گفت\u2069 که\n".encode()) == []
    assert lines_of(f"{HEAD}a\u2067b\n\u2069c\n".encode())[0].startswith("JB104 4:2-4:3 ")
    assert lines_of(f"{HEAD}a\u2067b\u202cc\n".encode())[0].startswith("JB104 ")


HIDDEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\ufe0f\U000e0041\U000e0101"
"""Direction controls, characters without width, tags, and variation selectors."""


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"{ord(character):X}")
@pytest.mark.parametrize(
    "text",
    [
        "[a](https://x.org/b{}c)",
        "<https://x.org/b{}c>",
        "[a][b]\n\n[b]: https://x{}.org",
        "[a](b{}.md)",
        "[[touchpoint:b{}c]]",
    ],
)
def test_y9_a_link_has_no_invisible_characters(text: str, character: str) -> None:
    assert {"JB161", "JB160", "JB103"} & set(
        site({BUY: f"{HEAD}{text.replace('{}', character)}\n"}).codes
    )


def test_y9_a_link_is_refused_though_its_direction_is_balanced() -> None:
    finding = site({BUY: f"{HEAD}[a](https://x.org/\u2067moc.elpmaxe\u2069)\n"}).one("JB161")
    assert finding.message.endswith("is not allowed: hidden character U+2067 in a link")
    assert site(
        {"content/touchpoints/t.md": "---\ntitle: T\nlink: https://x.org/\u2067a\u2069\n---\n"}
    ).one("JB117")


def test_y9_joiners_that_words_need_stay_in_links() -> None:
    assert "JB161" not in site({BUY: f"{HEAD}[ا](https://fa.example.org/می‌خواهم)\n"}).codes


def test_y9_a_terminal_shows_file_names_without_their_controls() -> None:
    assert visible("content/a\x1b[31m\u202eb.md") == "content/a<U+001B>[31m<U+202E>b.md"


def test_y9_a_name_is_isolated_from_the_text_around_it(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    files = {
        BUY: "---\ntitle: من می‌خرم 12\nlang: fa\n---\n## Awareness\n### a {#a}\n- touchpoint: t\n",
        "content/touchpoints/t.md": "---\ntitle: فروشگاه 7\nlang: fa\n---\n",
    }
    built = build(
        {path: text.encode() for path, text in (DEFAULTS | files).items()}, theme_layers, INFO
    ).files
    assert built is not None
    assert (
        "<bdi"
        in re.search(
            r"<a[^>]*t\.html[^>]*>.*?</a>", built["touchpoints/index.html"].decode(), re.DOTALL
        )[0]
    )  # type: ignore[index]


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"{ord(character):X}")
def test_y9_ids_have_no_invisible_characters(character: str) -> None:
    codes = buy(
        f"{HEAD}## Awareness\n### a {{#a{character}b}}\n### b\n- pain: x {{#p{character}q}}\n- touchpoint: a{character}b\n"
    ).codes
    if character in "\ufeff\U000e0041":  # these are not allowed anywhere in a file
        assert codes == ("JB103",) * 3
    else:
        assert codes.count("JB136") == 2
        assert "JB126" in codes
    assert "JB126" in site({f"content/touchpoints/a{character}b.md": HEAD}).codes


def test_y9_joiners_that_words_need_stay_in_titles() -> None:
    title = "می‌خواهم بدوم"
    assert buy(f"---\ntitle: {title}\n---\n").journey().title == title

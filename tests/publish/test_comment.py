"""The actions for given comments and a text, and what a file with a comment must not contain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.publish.comment import BUDGET, MARKER, Comment, Create, Delete, Update, cut, plan
from journeybook.publish.untrusted import MOST_BYTES, Refusal, read_comment
from journeybook.report import changes_markdown
from journeybook.text import utf16_length

ME = "github-actions[bot]"
BODY = f"{MARKER}\n**2 changes**\n"
SERVER = "https://github.com/acme/maps"


def ours(number: int, body: str = BODY) -> Comment:
    return Comment(number, ME, body)


def test_the_first_comment_is_created() -> None:
    assert plan([], BODY, ME) == (Create(BODY),)
    assert plan([Comment(1, "ana", "nice")], BODY, ME) == (Create(BODY),)


def test_a_later_comment_is_updated_and_duplicates_are_deleted() -> None:
    assert plan([ours(7, MARKER + "\nold"), ours(3, MARKER + "\nolder")], BODY, ME) == (
        Update(3, BODY),
        Delete(7),
    )


def test_the_same_text_with_other_line_ends_is_not_sent_again() -> None:
    assert plan([ours(3, BODY.replace("\n", "\r\n").strip())], BODY, ME) == ()


@pytest.mark.parametrize("nothing", ["", "\n", MARKER, MARKER + "\n \n"])
def test_a_comment_without_changes_is_deleted_and_never_created(nothing: str) -> None:
    assert plan([ours(3)], nothing, ME) == (Delete(3),)
    assert plan([], nothing, ME) == ()


def test_only_comments_with_our_marker_and_by_our_user_are_ours() -> None:
    assert plan(
        [Comment(1, "mallory", BODY), ours(2, "Thank you"), ours(3, f"> {BODY}")], BODY, ME
    ) == (Create(BODY),)


@given(
    st.lists(
        st.text(max_size=300)
        | st.sampled_from(["```", "````mermaid", "<details>", "</details>", "👟" * 900])
    ),
    st.integers(2000, 5000),
)
def test_a_shortened_text_fits_and_leaves_nothing_open(lines: list[str], limit: int) -> None:
    text = cut("\n".join([MARKER, *lines]), limit)
    assert utf16_length(text) <= limit


def test_a_shortened_text_closes_open_blocks_and_has_a_note() -> None:
    text = cut(f"{MARKER}\n<details>\n\n````text\n" + "x" * 90 + "\n" * 1 + ("y" * 99 + "\n") * 900)
    assert utf16_length(text) <= BUDGET
    assert "\n````\n" in text
    assert "</details>" in text
    assert "The comment was shortened." in text
    assert cut(BODY) == BODY


GOOD = f"""{MARKER}
### What changed for the customer

#### Medium (1)

- **Renamed** in *I buy \\#&#8203;1*: “Try \\<b\\>” · [before](https://github.com/acme/maps/blob/0f0f/content/a.md#L12) | [after](https://github.com/acme/maps/blob/0f0f/content/a.md#L12)
- mail to ana\\@&#8203;example\\.com, 旅程 שלום

<details>
<summary>Emotion before and after</summary>

**I buy**: the first line is before, the second after.

```mermaid
xychart-beta
  line [1, 2]
```

Steps: 1 Look; 2 Buy

</details>

1 accepted in `.journeybook-accept`.
"""


def test_output_of_journeybook_is_accepted() -> None:
    assert read_comment(GOOD.encode(), SERVER) == GOOD
    assert read_comment(GOOD.replace("\n", "\r\n").encode(), SERVER) == GOOD
    assert read_comment(b"", SERVER) == ""


@pytest.mark.parametrize(
    "live",
    [
        "@all", "thanks @ana-b!", "`@ana`", "\\@ana", "&#64;ana", "&commat;ana", "(@acme/team)", "ana@example.com",
        "fixes #12", "&#35;12", "acme/maps#3", "GH-12", "!12",
        "<script>x</script>", "<img src=x>", "<a href='https://github.com'>x</a>", "<details ontoggle=x>", "<!-- \n -->",
        "<b", "</details x>", "<!-- journeybook --!> -->",
        "![x](https://github.com/x.png)", "![x][1]", "[x]: https://github.com/x", "> [x]: /y",
        "[x](https://evil.example/)", "[x](//evil.example)", "[x](/\\evil.example)", "[x](javascript:alert(1))", "[x](\n/evil)",
        "[x](https://github.com.evil.example/)", "[x](https://github.com@evil.example/)", "[x](http://github.com/)",
        "https://evil.example", "www.evil.example", "HTTPS://EVIL.example", "&#104;ttps://evil.example", "mailto:x", "[x](data:text/html,x)",
        "/merge", "  /close", "> /assign me",
        "~~~\n@x\n~~~", "  ```\nx\n  ```", "- ```\n  x", "```js\nx\n```", "``` \nx\n```", "```text", "x\n```text\ny\n```",
        "```text\nx\n ```\n@all", "```text\nx\n````\n@all", "```mermaid\nflowchart LR\n```", "```mermaid\nxychart-beta\n%%{init: {}}%%\n```",
        "```mermaid\nxychart-beta\nclick x\n```",
        "\x1b[31m", "\u202eevil", "a\x00b", "line\u2028@",
    ],
)  # fmt: skip
def test_text_with_any_effect_is_rejected(live: str) -> None:
    refusal = read_comment(f"{MARKER}\n\nfine\n\n{live}\n".encode(), SERVER)
    assert isinstance(refusal, Refusal), live
    assert refusal.line >= 2


def test_a_file_that_journeybook_did_not_write_is_rejected() -> None:
    for data in (
        b"hello",
        b"\n" + MARKER.encode(),
        MARKER.encode() + b" x\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf" + MARKER.encode(),
    ):
        assert isinstance(read_comment(data, SERVER), Refusal), data
    assert isinstance(read_comment(MARKER.encode() + b"\n" + b"x" * MOST_BYTES, SERVER), Refusal)


def test_report_and_publish_agree_on_the_form_of_a_comment() -> None:
    assert (changes_markdown.MARKER, changes_markdown.BUDGET) == (MARKER, BUDGET)


def test_a_character_after_one_backslash_is_not_html_but_after_two_it_is() -> None:
    escaped = f"{MARKER}\n\\<img src x\\>\n"
    assert read_comment(escaped.encode(), SERVER) == escaped
    assert isinstance(read_comment(f"{MARKER}\n\\\\<img src=x>\n".encode(), SERVER), Refusal)


@pytest.mark.parametrize(
    ("head", "is_accepted"),
    [
        ("---\nconfig:\n  xyChart:\n    width: 1000\n    height: 320\n---\n", True),
        ("---\nconfig:\n  securityLevel: loose\n---\n", False),
        (
            "---\nconfig:\n  xyChart:\n    width: 1000\n    height: 320\n  securityLevel: loose\n---\n",
            False,
        ),
    ],
)
def test_a_chart_may_set_its_size_and_nothing_else(head: str, is_accepted: bool) -> None:
    comment = f"{MARKER}\n\n```mermaid\n{head}xychart-beta\n  line [1, 2]\n```\n"
    assert isinstance(read_comment(comment.encode(), SERVER), str) is is_accepted
    assert isinstance(read_comment(comment.encode(), SERVER), Refusal) is not is_accepted

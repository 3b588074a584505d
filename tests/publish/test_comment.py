"""What becomes of the one comment: given these comments and this text, these actions; and what a file may not hold."""

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
SERVER = "https://github.com"


def ours(number: int, body: str = BODY) -> Comment:
    return Comment(number, ME, body)


def test_the_first_time_it_is_created() -> None:
    assert plan([], BODY, ME) == (Create(BODY),)
    assert plan([Comment(1, "ana", "nice")], BODY, ME) == (Create(BODY),)


def test_later_it_is_edited_in_place_and_doubles_go() -> None:
    assert plan([ours(7, MARKER + "\nold"), ours(3, MARKER + "\nolder")], BODY, ME) == (
        Update(3, BODY),
        Delete(7),
    )


def test_the_same_text_is_not_sent_again_whatever_the_forge_made_of_its_line_ends() -> None:
    assert plan([ours(3, BODY.replace("\n", "\r\n").strip())], BODY, ME) == ()


@pytest.mark.parametrize("nothing", ["", "\n", MARKER, MARKER + "\n \n"])
def test_it_goes_when_nothing_changed_any_more_and_is_never_posted_then(nothing: str) -> None:
    assert plan([ours(3)], nothing, ME) == (Delete(3),)
    assert plan([], nothing, ME) == ()


def test_the_marker_in_somebody_elses_comment_is_not_ours_and_neither_is_ours_without_it() -> None:
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
def test_a_cut_text_fits_and_leaves_nothing_open(lines: list[str], limit: int) -> None:
    made = cut("\n".join([MARKER, *lines]), limit)
    assert utf16_length(made) <= limit


def test_a_cut_closes_what_was_open_and_says_so() -> None:
    made = cut(f"{MARKER}\n<details>\n\n````text\n" + "x" * 90 + "\n" * 1 + ("y" * 99 + "\n") * 900)
    assert utf16_length(made) <= BUDGET
    assert "\n````\n" in made
    assert "</details>" in made
    assert "did not fit" in made
    assert cut(BODY) == BODY


GOOD = f"""{MARKER}
### What changed for the customer

<details><summary>3 small changes</summary>

| step | before | after |
|---|---|---|
| [Try them on](https://github.com/acme/maps/blob/0f0f/content/a.md#L12) | **calm** | angry &lt;b&gt; |

- 50 % off: see *step 3*; mail to ana\u200b@\u200bexample.com, 旅程 \u2068שלום\u2069
- path `content/journeys/a.md`, a note: fine

</details>

```mermaid
xychart-beta
  line [1, 2]
```

```text
@all #1 <script> is only shown here
```
"""


def test_what_journeybook_writes_passes() -> None:
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
def test_what_would_do_more_than_be_shown_is_refused(live: str) -> None:
    found = read_comment(f"{MARKER}\n\nfine\n\n{live}\n".encode(), SERVER)
    assert isinstance(found, Refusal), live
    assert found.line >= 2


def test_a_file_that_is_not_ours_is_refused() -> None:
    for data in (
        b"hello",
        b"\n" + MARKER.encode(),
        MARKER.encode() + b" x\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf" + MARKER.encode(),
    ):
        assert isinstance(read_comment(data, SERVER), Refusal), data
    assert isinstance(read_comment(MARKER.encode() + b"\n" + b"x" * MOST_BYTES, SERVER), Refusal)


def test_the_writer_and_the_keeper_of_a_comment_agree_on_its_form() -> None:
    assert (changes_markdown.MARKER, changes_markdown.BUDGET) == (MARKER, BUDGET)


def test_a_sign_behind_a_backslash_is_no_html_but_one_behind_two_is() -> None:
    assert (
        read_comment(f"{MARKER}\n\\<img src=x\\>\n".encode(), SERVER)
        == f"{MARKER}\n\\<img src=x\\>\n"
    )
    assert isinstance(read_comment(f"{MARKER}\n\\\\<img src=x>\n".encode(), SERVER), Refusal)


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        ("---\nconfig:\n  xyChart:\n    width: 1000\n    height: 320\n---\n", True),
        ("---\nconfig:\n  securityLevel: loose\n---\n", False),
        (
            "---\nconfig:\n  xyChart:\n    width: 1000\n    height: 320\n  securityLevel: loose\n---\n",
            False,
        ),
    ],
)
def test_a_chart_may_say_its_size_and_nothing_else(head: str, taken: bool) -> None:
    comment = f"{MARKER}\n\n```mermaid\n{head}xychart-beta\n  line [1, 2]\n```\n"
    assert isinstance(read_comment(comment.encode(), SERVER), str) is taken
    assert isinstance(read_comment(comment.encode(), SERVER), Refusal) is not taken

"""G8: a Markdown twin says what its page says; nothing in it is HTML or a link that runs a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from journeybook.diagnostics import errors
from journeybook.outputs import markdown_parts as md
from journeybook.outputs.markdown_safety import CLOSE, MIDDLE, OPEN, finished
from journeybook.outputs.site import build, check
from sample import INFO
from small_site import small_site

ATTACKS = [
    "[click](javascript:alert(1)) <img src=x onerror=alert(1)>",
    "<javascript:alert(1)> </p><script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt; \\<b\\> \\\\<i> &#60;u&#62;",
    "]( javascript:alert(1)) [x]: javascript:alert(1) ![y](data:text/html,z)",
    f"{OPEN}click{MIDDLE}javascript:alert(1){CLOSE} {MIDDLE}data:x{CLOSE}(vbscript:x)",
    "<u> | \\| `<b>` ``<i>``",
]
WORDS = re.compile(r"(?m)^(?P<head>\s*(?:- )?[\w-]+: )(?P<text>[A-Za-z][^\n{}\[\]^!:>]*[a-z.])$")
TAGS = {
    "html", "head", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "blockquote", "strong", "em", "code", "pre", "a", "del", "hr", "br",
    "table", "thead", "tbody", "tr", "th", "td", "input",
}  # fmt: skip


def rendered(twin: str) -> Element:
    html = cmarkgfm.github_flavored_markdown_to_html(twin, options=Options.CMARK_OPT_UNSAFE)
    return html5lib.parse(html, namespaceHTMLElements=False)


def live_parts(twin: str) -> list[str]:
    """What a reader of the Markdown could run: elements of HTML, and links with other schemes."""
    parts = [one for one in rendered(twin).iter() if isinstance(one.tag, str)]
    tags = [one.tag for one in parts if one.tag not in TAGS]
    links = [address for one in parts for name, address in one.items() if name in ("href", "src")]
    scripts = [
        address
        for address in links
        if re.match(r"(?i)[\s\x00-\x20]*[a-z][a-z0-9+.-]*:", address)
        and not re.match(r"https?://|mailto:", address)
    ]
    return tags + scripts


def attacked(attack: str) -> tuple[dict[str, bytes], int]:
    """The small site with an attack at the end of every text that takes one, and how many do."""
    quoted = attack.replace("\\", "\\\\").replace('"', '\\"')
    files = {path: data.decode("utf-8", "surrogateescape") for path, data in small_site().items()}
    plain = dict(files)
    for path, text in files.items():
        if path.endswith((".md", ".yaml")):
            head, rule, body = (
                text.rpartition("\n---\n") if path.endswith(".md") else (text, "", "")
            )
            head = WORDS.sub(lambda one: f'{one["head"]}"{one["text"]} {quoted}"', head)
            body = WORDS.sub(lambda match: f"{match[0]} {attack}", body)
            files[path] = head + rule + body
    while True:
        wrong = {
            (one.span.file, one.span.line)
            for one in errors(check(encoded(files), INFO).diagnostics)
        }
        if not wrong:
            break
        for path, line in wrong:
            lines = files[path].split("\n")
            lines[line - 1] = plain[path].split("\n")[line - 1]
            files[path] = "\n".join(lines)
    return encoded(files), sum(text.count(attack[:9]) for text in files.values())


def encoded(files: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode("utf-8", "surrogateescape") for path, text in files.items()}


@pytest.mark.parametrize("attack", ATTACKS)
def test_g8_no_twin_has_live_html_or_a_script_link(
    attack: str, theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    files, places = attacked(attack)
    assert places > 5
    built = build(files, theme_layers, INFO).files
    assert built is not None
    twins = {path: data.decode() for path, data in built.items() if path.endswith((".md", ".txt"))}
    assert len(twins) > 20
    assert {path: live_parts(twin) for path, twin in twins.items() if live_parts(twin)} == {}


@given(st.lists(st.sampled_from([*ATTACKS, "\\", "<", "[", "](", "a", "x:", "\n", "`"])))
def test_g8_a_finished_twin_has_nothing_live_whatever_its_parts_contain(parts: list[str]) -> None:
    assert live_parts(finished("".join(parts))) == []


@given(
    st.lists(st.sampled_from(["<", "b", ">", "&", "lt;", "\\", "[", "]", "(", ")", "*", "`", "_"]))
)
def test_g8_a_text_of_a_page_reads_the_same_in_its_twin(parts: list[str]) -> None:
    text = "x" + "".join(parts) + "x"
    twin = finished(md.html(Markup("<p>{}</p>").format(text)))
    assert "".join(rendered(twin).itertext()).strip() == text
    assert "".join(rendered(finished(md.line(text))).itertext()).strip() == text


def test_g8_a_link_of_a_page_is_a_link_in_its_twin() -> None:
    page = Markup(
        '<p>See <a href="x.html#a_(b)">[the] page</a> &amp; <a href="mailto:a@b.c">us</a></p>'
    )
    twin = finished(md.html(page))
    assert twin == r"See [\[the\] page](x.md#a_%28b%29) & [us](mailto:a@b.c)"
    assert finished(md.twin_link("run", "javascript:alert(1)")) == r"[run\]"

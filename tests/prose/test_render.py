"""What an author writes, and what a reader's page gets."""

from __future__ import annotations

import pytest

from journeybook.prose.render import Renderer, plain, render_inline
from prose.page import html, rendered


def test_paragraphs_emphasis_and_code_are_rendered() -> None:
    assert (
        html("A *b* **c** `d <e>`.")
        == "<p>A <em>b</em> <strong>c</strong> <code>d &lt;e&gt;</code>.</p>"
    )


def test_an_underscore_inside_a_word_is_not_emphasis() -> None:
    assert html("snake_case_name") == "<p>snake_case_name</p>"


def test_a_known_wiki_link_takes_the_title_of_its_page() -> None:
    assert html("[[touchpoint:demo-call]]") == (
        '<p><a class="wikilink kind-touchpoint" href="../touchpoint/demo-call.html">Demo call</a></p>'
    )


def test_a_wiki_link_may_have_its_own_words_and_an_anchor() -> None:
    assert html("[[journey:ines/choose-crm#demo|her *choice*]]") == (
        '<p><a class="wikilink kind-journey" href="../journey/ines/choose-crm.html#demo">her *choice*</a></p>'
    )


def test_a_missing_page_is_marked() -> None:
    assert 'class="wikilink wikilink-missing kind-touchpoint"' in html("[[touchpoint:gone]]")


def test_a_wiki_link_to_nowhere_is_plain_text() -> None:
    assert html("[[touchpoint:no]] [[x:y|words]]") == "<p>no words</p>"


def test_a_wiki_link_in_code_stays_as_written() -> None:
    assert html("`[[touchpoint:demo-call]]`") == "<p><code>[[touchpoint:demo-call]]</code></p>"


def test_a_wiki_link_with_words_fits_in_a_table_cell() -> None:
    assert ">the demo</a></td>" in html(
        "| a | b |\n|---|---|\n| [[touchpoint:demo-call\\|the demo]] | c |"
    )


def test_a_numbered_label_in_double_brackets_is_an_ordinary_link() -> None:
    assert html("[[1]](a.md)") == '<p><a href="../pages/a.html">[1]</a></p>'


def test_a_relative_link_is_resolved_and_its_words_keep_their_marks() -> None:
    assert html("[the *a*](a.md#x)") == '<p><a href="../pages/a.html">the <em>a</em></a></p>'


def test_a_relative_link_to_nowhere_is_plain_text() -> None:
    assert html("[the *b*](b.md)") == "<p>the <em>b</em></p>"


def test_an_external_link_does_not_tell_where_it_came_from() -> None:
    assert html('[x](https://x.org/?a=1&b=2 "T")') == (
        '<p><a href="https://x.org/?a=1&amp;b=2" rel="noopener noreferrer" title="T">x</a></p>'
    )


def test_a_link_in_a_link_gives_one_link() -> None:
    assert html("[see [[touchpoint:demo-call]]](https://x.org)").count("<a ") == 1


def test_m3_a_picture_of_the_site_is_shown_and_any_other_is_described() -> None:
    assert html("![Map](map.png)") == '<p><img alt="Map" src="../assets/map.png"></p>'
    assert html("![Map](other.png) ![Far](https://x.org/p.png)") == "<p>Map Far</p>"


def test_headings_start_at_the_level_the_page_asks_for() -> None:
    result = rendered("### Deep\n\n##### Deeper\n\n# Top", heading_level=3)
    assert [level for level, _, _ in result.headings] == [5, 6, 3]


def test_m4_headings_have_prefixed_unique_ids_of_any_script() -> None:
    result = rendered("# بازخورد مشتری\n\n# One\n\n# One\n\n# !!!\n\n# location {#constructor}")
    assert [id_ for _, id_, _ in result.headings] == [
        "p-بازخورد-مشتری",
        "p-one",
        "p-one-2",
        "p-section",
        "p-constructor",
    ]


def test_a_heading_with_an_id_of_its_own_is_reached_by_a_link() -> None:
    assert html("# The demo {#demo}\n\n[see](#demo)").endswith('<a href="#p-demo">see</a></p>')


def test_the_words_of_a_heading_are_those_a_reader_sees() -> None:
    result = rendered("# The [[touchpoint:demo-call]] &amp; *more*[^1]\n\n[^1]: x")
    assert result.headings == ((2, "p-the-demo-call-more", "The Demo call & more"),)


def test_table_alignment_is_a_class() -> None:
    source = html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")
    assert (
        '<td class="align-left">1</td>\n<td class="align-center">2</td>\n<td class="align-right">3</td>'
        in source
    )
    assert "style" not in source


def test_footnotes_lead_there_and_back() -> None:
    source = html("A claim.[^i7]\n\n[^i7]: An interview.")
    assert '<sup id="p-fnref-i7"><a class="footnote-ref" href="#p-fn-i7">1</a></sup>' in source
    assert '<li id="p-fn-i7">' in source
    assert 'href="#p-fnref-i7"' in source


def test_a_footnote_used_twice_has_two_ways_back() -> None:
    source = html("A[^1] b[^1].\n\n[^1]: x")
    assert source.count('class="footnote-backref"') == 2


@pytest.mark.parametrize("inner", ["    [^2]: y", "    > [^2]: y", "    - a\n\n        [^2]: y"])
def test_a_footnote_may_define_another(inner: str) -> None:
    source = html(f"a[^1] b[^2] c[^3]\n\n[^1]: x\n\n{inner}\n\n[^3]: z")
    assert all(f'<li id="p-fn-{name}">' in source for name in (1, 2, 3))


def test_an_admonition_keeps_its_classes() -> None:
    assert html('!!! warning "Careful"\n    Hot.') == (
        '<div class="admonition warning">\n<p class="admonition-title">Careful</p>\n<p>Hot.</p>\n</div>'
    )


def test_attribute_lists_give_ids_and_known_classes_only() -> None:
    assert html(
        "text\n{: #x .note .evil style='color:red' onclick='x' data-y='z' align=right }"
    ) == ('<p class="note align-right" id="p-x">text</p>')


def test_a_list_may_start_at_three() -> None:
    assert html("3. c\n4. d").startswith('<ol start="3">')


def test_fenced_code_is_shown_as_written() -> None:
    assert (
        html("``` html\n<b>*a* &amp; [[x:y]]\n```")
        == "<pre><code>&lt;b&gt;*a* &amp;amp; [[x:y]]\n</code></pre>"
    )


def test_m6_templates_are_only_text() -> None:
    assert html("{{ 7*7 }} {% include 'x' %}") == "<p>{{ 7*7 }} {% include 'x' %}</p>"


def test_raw_html_is_shown_as_text() -> None:
    assert html("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>"


def test_plain_text_has_a_line_for_each_block() -> None:
    assert plain("# A *b*\n\n- c\n- d & e[^1]\n\n| f | g |\n|---|---|\n| h | i |\n\n[^1]: x") == (
        "A b\nc\nd & e\nf g\nh i\nx"
    )


def test_a_line_is_rendered_without_blocks() -> None:
    assert render_inline("# not a heading *but* `code` <b> & more") == (
        "# not a heading <em>but</em> <code>code</code> &lt;b&gt; &amp; more"
    )
    assert render_inline("- a\n- b\n\n> c") == "- a - b &gt; c"


def test_persian_prose_is_left_as_written() -> None:
    text = "نسرین می‌گوید: «قیمت **شفاف** نیست». [[persona:نسرین]]"
    assert html(text) == (
        "<p>نسرین می‌گوید: «قیمت <strong>شفاف</strong> نیست». "
        '<a class="wikilink kind-persona" href="../persona/نسرین.html">نسرین</a></p>'
    )


def test_one_text_leaves_nothing_for_the_next() -> None:
    renderer = Renderer()
    first, second = (
        renderer.render(text, id_prefix="p-", resolve=lambda link: None, heading_level=1).html
        for text in ("# A\n\n[r]: https://x.org\n\n[^1]: x\n\nB[^1] [r]", "# A\n\n[r] [^1]")
    )
    assert "https://x.org" in first
    assert second == '<h1 id="p-a">A</h1>\n<p>[r] [^1]</p>'


def test_the_same_text_gives_the_same_bytes() -> None:
    text = "# A\n\n[^1] [[touchpoint:demo-call]] <me@x.org>\n\n[^1]: x"
    assert html(text) == html(text)


@pytest.mark.parametrize("text", ["", "\n", "   ", "\x02\x03", "\r\n\r\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert html(text) == ""

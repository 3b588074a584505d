"""Pages for wikis from the views that the site's own pages use."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.effects.disk import packaged_theme, read_site, read_theme
from journeybook.exporting.context import export_context
from journeybook.outputs.check_site import check
from journeybook.pages.theme import Theme
from journeybook.publish.wiki.html_blocks import blocks_of, line_of
from journeybook.publish.wiki.model import (
    Block,
    Bullets,
    Code,
    Diagram,
    Grid,
    Heading,
    Line,
    Note,
    PageLink,
    Paragraph,
    PictureBlock,
    Quote,
    WebLink,
    WikiPage,
    Words,
    all_blocks,
    plain,
)
from journeybook.publish.wiki.page_choice import PageChoice
from journeybook.publish.wiki.pages import wiki_pages
from journeybook.workflow.load_site import budget_of
from sample import INFO, ROOT


def link_to(label: str, address: str) -> PageLink | WebLink | Words:
    if address.startswith("http"):
        return WebLink(label, address)
    return PageLink(label, address) if address else Words(label)


class TestHtml:
    """Our own rendered HTML as blocks."""

    def test_paragraphs_styles_and_links(self) -> None:
        html = "<p>It is <strong>half</strong> of <a href='x.html'>the saving</a>.</p>"
        (paragraph,) = blocks_of(html, link_to)
        assert paragraph == Paragraph(
            (
                Words("It is "),
                Words("half", "strong"),
                Words(" of "),
                PageLink("the saving", "x.html"),
                Words("."),
            )
        )

    def test_nested_lists_tasks_and_tables(self) -> None:
        html = (
            "<ul><li>one<ol><li>deep</li></ol></li><li><input type=checkbox checked> done</li></ul>"
            "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
            "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
        )
        bullets, grid = blocks_of(html, link_to)
        assert isinstance(bullets, Bullets)
        assert bullets.items[0][1] == Bullets(((Paragraph((Words("deep"),)),),), ordered=True)
        assert plain(bullets.items[1][0].text) == "☑ done"  # type: ignore[union-attr]
        assert grid == Grid(((Words("a"),), (Words("b"),)), (((Words("1"),), (Words("2"),)),))

    def test_quotes_code_headings_and_pictures(self) -> None:
        html = (
            "<h2>Why</h2><blockquote><p>so</p></blockquote><pre><code>a &lt; b\n  c</code></pre>"
            "<p><img alt='a pump' src='x.png'></p><script>alert(1)</script>"
        )
        assert blocks_of(html, link_to) == (
            Heading(3, (Words("Why"),)),
            Quote((Paragraph((Words("so"),)),)),
            Code("a < b\n  c"),
            Paragraph((Words("a pump"),)),
        )

    @given(
        st.recursive(
            st.text("ab <&\u00e9", max_size=8).map(lambda text: text.replace("<", "&lt;")),
            lambda inner: st.tuples(
                st.sampled_from(
                    "p ul ol li blockquote table tr td th div em strong h3 a x".split()
                ),
                st.lists(inner, max_size=3),
            ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
            max_leaves=12,
        )
    )
    def test_every_word_is_in_the_blocks(self, html: str) -> None:
        words = re.sub(r"<[^>]*>", "", html).replace("&lt;", "<")
        shown = "".join(plain(line) for line in lines(blocks_of(html, link_to)))
        assert sorted(re.sub(r"\s", "", shown)) == sorted(re.sub(r"\s", "", words))
        in_a_cell = plain(line_of(html, link_to))
        assert sorted(re.sub(r"\s", "", in_a_cell)) == sorted(re.sub(r"\s", "", words))


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for block in all_blocks(blocks):
        if isinstance(block, Heading | Paragraph | Note):
            yield block.text
        elif isinstance(block, Grid):
            for row in (block.columns, *block.rows):
                yield from row


@pytest.fixture(scope="module")
def pages() -> dict[str, WikiPage]:
    checked = check(read_site(ROOT, budget_of)[0].files, INFO)
    context = export_context(checked, Theme((read_theme(packaged_theme()),)), INFO)
    choice = PageChoice(stages=True, channels=True)
    return {page.key: page for page in wiki_pages(context.site, context.signs, choice)}


PUMPS = "content/journeys/marta-maintenance/replace-the-pumps.md"


def test_every_link_leads_to_a_page_and_a_heading_that_exist(pages: dict[str, WikiPage]) -> None:
    anchors = {}
    for key, page in pages.items():
        headings = [block for block in all_blocks(page.blocks) if isinstance(block, Heading)]
        anchors[key] = {heading.anchor for heading in headings}
    count = 0
    for page in pages.values():
        for line in lines(page.blocks):
            for part in line:
                if isinstance(part, PageLink):
                    count += 1
                    assert not part.anchor or part.anchor in anchors[part.key]
    assert count > 1000


def test_a_journey_begins_with_its_source_its_curve_and_its_map(pages: dict[str, WikiPage]) -> None:
    blocks = pages[PUMPS].blocks
    kinds = [type(block) for block in blocks]
    assert kinds[0] is Note
    assert PUMPS in plain(blocks[0].text)  # type: ignore[union-attr]
    assert kinds.index(PictureBlock) < kinds.index(Grid)
    first = next(block for block in blocks if isinstance(block, Grid))
    assert plain(first.rows[0][0]) == "Emotion"
    assert plain(first.rows[0][1]).startswith("angry (−2)"), "the map's own persona first"
    assert any(isinstance(block, Diagram) and block.picture for block in blocks)


def test_every_fact_of_a_map_is_on_its_page(pages: dict[str, WikiPage]) -> None:
    text = " ".join(plain(line) for line in lines(pages[PUMPS].blocks))
    source = (ROOT / PUMPS).read_text("utf-8")
    facts = re.findall(r"^- (?:does|thinks|needs|delight|risk): (.*?)(?: [!^{].*)?$", source, re.M)
    assert len(facts) > 20
    missing = [fact for fact in facts if fact.strip('"') not in text and "*" not in fact]
    assert missing == []


def test_pages_stand_below_their_persona_and_the_index(pages: dict[str, WikiPage]) -> None:
    assert pages[PUMPS].parent == "content/personas/marta-maintenance.md"
    assert pages["content/personas/marta-maintenance.md"].parent == "site.yaml"
    assert pages["site.yaml"].parent == ""


def test_a_page_has_the_language_and_the_direction_of_its_map(pages: dict[str, WikiPage]) -> None:
    page = pages["content/journeys/babak-maintenance/buy-transfer-pumps.md"]
    assert (page.lang, page.direction) == ("fa", "rtl")


def test_names_of_pictures_are_plain_and_each_drawing_has_its_own(
    pages: dict[str, WikiPage],
) -> None:
    names = [picture.name("svg") for page in pages.values() for picture in page.pictures]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{10}\.svg", name) for name in names)

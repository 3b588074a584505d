"""Whatever an author writes, the site that comes out is valid, linked, and holds nothing that runs."""

from __future__ import annotations

import posixpath
import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings

from journeybook.outputs.site import build
from journeybook.schema.documents import Journey
from profiles import examples
from sample import INFO

sys.path.insert(0, str(Path(__file__).parent.parent / "schema"))
from journey_printer import journeys, printed

SITE = {"site.yaml": b"title: Maps\n", "content/personas/ana.md": b"---\ntitle: Ana\n---\n"}
NASTY = (
    "{{7*7}} {% include 'x' %} <script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&amp; &lt;b&gt; ]]> --> <!-- {# #}",
    "javascript:alert(1) [x](javascript:alert(1)) ![x](https://example.org/x.png)",
    "سلام **و** `درود` 旅程 🧭 e\u0301",
    "w" * 400,
)


def broken(output: Mapping[str, bytes], base: str = "/") -> list[str]:
    """What is wrong with the pages of a site: invalid HTML, ids twice, dead links, anything that runs.

    The page for unknown addresses has links that begin with `base`, the path of the site.
    """
    wrong, anchors, links = [], {}, []
    for url, data in output.items():
        if not url.endswith(".html"):
            continue
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
        page = parser.parse(data.decode())
        wrong += [f"{url}: {error}" for error in parser.errors]
        ids = [element.attrib["id"] for element in page.iter() if "id" in element.attrib]
        wrong += [f"{url}: {name} twice" for name, times in Counter(ids).items() if times > 1]
        anchors[url] = set(ids)
        for element in page.iter():
            tag = str(element.tag).rpartition("}")[2]
            if (
                tag in ("style", "iframe", "object", "embed", "base", "form")
                or "style" in element.attrib
            ):
                wrong.append(f"{url}: {tag}")
            wrong += [f"{url}: {name}" for name in element.attrib if name.lower().startswith("on")]
            if "src" in element.attrib and urlsplit(element.attrib["src"]).scheme:
                wrong.append(f"{url}: loads {element.attrib['src']}")
            if "href" in element.attrib:
                links.append((url, element.attrib["href"]))
    for url, target in links:
        parts = urlsplit(target)
        if parts.scheme:
            if parts.scheme not in ("http", "https", "mailto"):
                wrong.append(f"{url}: links to {target}")
            continue
        there = (
            posixpath.normpath(
                posixpath.join(posixpath.dirname(url), unquote(parts.path).removeprefix(base))
            )
            if parts.path
            else url
        )
        if there not in output or (
            parts.fragment and unquote(parts.fragment) not in anchors.get(there, set())
        ):
            wrong.append(f"{url}: dead link {target}")
    return wrong


@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(journeys())
def test_any_journey_makes_a_valid_site(
    theme_layers: tuple[Mapping[str, bytes], ...], journey: Journey
) -> None:
    files = {**SITE, "content/journeys/ana/buy.md": printed(journey).encode()}
    built = build(files, theme_layers, INFO)
    if built.files is not None:
        assert broken(built.files) == []
    else:
        assert any(d.severity == "error" and d.code != "JB180" for d in built.diagnostics), (
            built.diagnostics
        )


@pytest.mark.parametrize("text", NASTY)
def test_hostile_and_odd_texts_come_out_as_text(
    theme_layers: tuple[Mapping[str, bytes], ...], text: str
) -> None:
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    journey = (
        f"---\ntitle: {quoted}\nowner: {quoted}\nquestion: {quoted}\ntags: [{quoted}]\nsegment: {{a: {quoted}}}\n---\n{text}\n\n"
        f"## {text}\n- goal: {text}\n### {text} {{#one}}\n- does: {text}\n- pain: {text} !high {{#p}}\n- says: {text}\n"
        f'- emotion: -1 {text}\n- touchpoint: demo\n- next: two\n- loop: one "{text.replace(chr(34), "")}"\n\n{text}\n'
        f"### B {{#two}}\n- emotion: +2 {text}\n- moment of truth: {text}\n"
    )
    files = {
        **SITE,
        "site.yaml": f"title: {quoted}\ndescription: {quoted}\n".encode(),
        "content/journeys/ana/buy.md": journey.encode(),
        "content/touchpoints/demo.md": f"---\ntitle: {quoted}\nintent: {quoted}\n---\n{text}\n".encode(),
    }
    built = build({**files}, theme_layers, INFO)
    errors = [d for d in built.diagnostics if d.severity == "error"]
    if errors:
        assert {d.code for d in errors} <= {"JB136", "JB161", "JB163"}
        return
    assert built.files is not None
    assert broken(built.files) == []
    page = built.files["journeys/ana/buy.html"].decode()
    assert "49 " not in re.sub(r"<[^>]*>", "", page)
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "files",
    [
        {"site.yaml": b"title: Empty\n"},
        {**SITE},
        {**SITE, "content/journeys/ana/buy.md": b"---\ntitle: Nothing yet\n---\n"},
        {
            **SITE,
            "content/journeys/ana/buy.md": b"---\ntitle: One step\n---\n## Awareness\n### I look\n",
        },
        {
            **SITE,
            "content/journeys/ana/buy.md": b"---\ntitle: A stage without steps\n---\n## Awareness\n## Decision\n",
        },
        {
            **SITE,
            "content/journeys/ana/buy.md": "---\ntitle: 🧭🧭\nlang: fa\n---\n## آگاهی\n### 🧭\n- emotion: 0\n".encode(),
        },
        {
            "site.yaml": b"title: Only pages\n",
            "content/pages/a.md": b"---\ntitle: A\n---\n# One\n\n## Two\n",
        },
        {
            **SITE,
            "content/journeys/ana/buy.md": (
                "---\ntitle: Sixty steps\n---\n## Awareness\n"
                + "".join(
                    f"### Step {n} {{#s{n}}}\n- emotion: {n % 5 - 2:+d} word\n" for n in range(60)
                )
            ).encode(),
        },
    ],
)
def test_very_small_and_very_large_sites_build(
    files: dict[str, bytes], theme_layers: tuple[Mapping[str, bytes], ...]
) -> None:
    built = build(files, theme_layers, INFO)
    assert built.files is not None, built.diagnostics
    assert broken(built.files) == []

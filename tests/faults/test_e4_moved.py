"""E4: a former address leads to the same place: persona, step, query and all."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from journeybook.outputs.site import build, check
from journeybook.schema.documents import Journey
from sample import INFO

BUY = """\
---
title: I buy
was: [hire]
---
## Awareness
### I look {#look .was-s15 .was-see}
- does: looks
"""
SITE = {
    "site.yaml": b"title: Maps\n",
    "content/personas/ana.md": b"---\ntitle: Ana\nwas: [anna]\n---\n",
    "content/touchpoints/desk.md": b"---\ntitle: Desk\nwas: [old-desk]\n---\n## Hours\n",
    "content/journeys/ana/buy.md": BUY.encode(),
    "content/pages/about.md": (
        b"---\ntitle: About\n---\n[a](../touchpoints/old-desk.md) "
        b"[b](../journeys/ana/buy.md#s15) [[journey:anna/buy]] [[journey:anna/hire]]\n"
    ),
}


@pytest.fixture(scope="module")
def files(theme_layers: tuple[Mapping[str, bytes], ...]) -> Mapping[str, bytes]:
    written = build(SITE, theme_layers, INFO).files
    assert written is not None
    return written


def test_e4_links_to_former_names_work_and_are_not_reported(files: Mapping[str, bytes]) -> None:
    found = check(SITE, INFO).diagnostics
    assert [finding.message for finding in found if finding.span.file.endswith("about.md")] == []
    about = files["pages/about.html"].decode()
    for address in ("touchpoints/desk.html", "journeys/ana/buy.html#look"):
        assert f'href="../{address}"' in about


@pytest.mark.parametrize("old", ["ana/hire", "anna/buy", "anna/hire"])
def test_e4_journeys_of_a_renamed_persona_redirect(old: str, files: Mapping[str, bytes]) -> None:
    page = files[f"journeys/{old}.html"].decode()
    assert "buy.html" in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_e4_a_step_keeps_its_former_anchors(files: Mapping[str, bytes]) -> None:
    page = files["journeys/ana/buy.html"].decode()
    for anchor in ("look", "s15", "see"):
        assert len(re.findall(f'id="{anchor}"', page)) == 1
    (journey,) = [d for d in check(SITE, INFO).catalog.documents.values() if d.id == "ana/buy"]
    assert isinstance(journey, Journey)
    assert journey.steps[0].was == ("s15", "see")


def test_e4_a_former_id_that_another_step_has_is_an_error() -> None:
    text = BUY + "### I see {#see}\n"
    found = check({**SITE, "content/journeys/ana/buy.md": text.encode()}, INFO).diagnostics
    assert "the ID `see` appears twice in this file" in [finding.message for finding in found]


def test_e4_a_redirect_keeps_the_place_and_the_query(
    files: Mapping[str, bytes], browser: Browser
) -> None:
    page = browser.new_page()
    served = {f"https://maps.test/{path}": data for path, data in files.items()}

    def answer(route: object, request: object) -> None:
        address = request.url.split("?")[0].split("#")[0]  # type: ignore[attr-defined]
        kind = "text/html" if address.endswith(".html") else None
        body = served.get(address, b"")
        route.fulfill(body=body, content_type=kind)  # type: ignore[attr-defined]

    page.route("https://maps.test/**", answer)
    page.goto("https://maps.test/journeys/anna/hire.html?view=all#s15")
    page.wait_for_url("https://maps.test/journeys/ana/buy.html?view=all#s15")
    page.close()

"""E5: a link to a place on a page leads there, or is reported; the list of places is the page's."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from journeybook.outputs.site import build, check
from sample import INFO

DESK = """\
---
title: Desk
---
## Opening hours
From nine to five, see [below](#who-works-here), or [nowhere](#nope).

## Who works here
"""
BUY = """\
---
title: I buy
---
#### Why **this** map

See [the pain](#too-dear), [the step](#look), [the stage](#awareness) and [why](#why-this-map).

## Awareness
### I look {#look}
- pain: Too dear {#too-dear}
- touchpoint: desk

#### On the day
It rains.

## Method {.notes}
#### How we asked
"""


def site(links: str) -> dict[str, bytes]:
    return {
        "site.yaml": b"title: Maps\n",
        "content/personas/ana.md": b"---\ntitle: Ana\n---\n",
        "content/touchpoints/desk.md": DESK.encode(),
        "content/journeys/ana/buy.md": BUY.encode(),
        "content/pages/about.md": f"---\ntitle: About\n---\n## Terms\n{links}\n".encode(),
    }


def dead(links: str) -> list[str]:
    """The anchors that are reported, without the one in the description of the desk."""
    found = check(site(links), INFO).diagnostics
    return [
        f"{finding.message}; {finding.hint}"
        for finding in found
        if finding.code == "JB160" and finding.span.file.endswith("about.md")
    ]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("[x](#nope)", "`about` has no heading `nope`; "),
        ("[x](#term)", "`about` has no heading `term`; did you mean `terms`?"),
        ("[x](../touchpoints/desk.md#nope)", "`desk` has no heading `nope`; "),
        ("[[touchpoint:desk#opening-hour]]", "`desk` has no heading `opening-hour`; did you mean"),
        ("[x](../journeys/ana/buy.md#lok)", "`ana/buy` has no step or stage `lok`; did you mean"),
        ("[[journey:ana/buy#nope]]", "`ana/buy` has no step or stage `nope`; "),
    ],
)
def test_e5_an_anchor_that_leads_nowhere_is_reported(link: str, message: str) -> None:
    (told,) = dead(link)
    assert told.startswith(message)


LIVE = (
    "#terms",
    "../touchpoints/desk.md#opening-hours",
    "../journeys/ana/buy.md#look",
    "../journeys/ana/buy.md#awareness",
    "../journeys/ana/buy.md#too-dear",
    "../journeys/ana/buy.md#why-this-map",
    "../journeys/ana/buy.md#on-the-day",
    "../journeys/ana/buy.md#how-we-asked",
    "../journeys/ana/buy.md#story_look",
    "../journeys/ana/buy.md#cell_look_pain",
    "../journeys/ana/buy.md#map_",
)


def test_e5_every_anchor_that_is_not_reported_exists_on_the_page(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    links = "\n\n".join(f"[x]({target})" for target in LIVE)
    assert dead(links) == []
    files = build(site(links), theme_layers, INFO).files
    assert files is not None
    about = files["pages/about.html"].decode()
    main = about[about.index("<main") : about.index("</main>")]
    for address in re.findall(r'<a href="([^"]*)">x</a>', main):
        page, _, anchor = address.partition("#")
        name = page.removeprefix("../") or "pages/about.html"
        if "/" not in name:
            name = f"pages/{name}"
        assert f'id="{anchor}"' in files[name].decode(), address
    assert main.count(">x</a>") == len(LIVE)


def test_e5_links_within_a_page_lead_to_its_own_places(
    theme_layers: tuple[Mapping[str, bytes], ...],
) -> None:
    files = build(site(""), theme_layers, INFO).files
    assert files is not None
    desk = files["touchpoints/desk.html"].decode()
    assert 'href="#about_who-works-here">below</a>' in desk
    buy = files["journeys/ana/buy.html"].decode()
    for anchor in ("too-dear", "look", "stage_awareness", "about_why-this-map"):
        assert re.search(rf'<a href="[^"]*#{anchor}">', buy), anchor
        assert f'id="{anchor}"' in buy

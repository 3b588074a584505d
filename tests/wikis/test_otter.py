"""Publishing to a real Otter Wiki over its git repository."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests

from publish.wiki_desk import BUY, Desk, edition, reasons, settings
from wikis.sample import publish, sample_site
from wikis.servers.otter import HOW, IS_INSTALLED, Otter, otter

pytestmark = pytest.mark.skipif(not IS_INSTALLED, reason=f"Otter Wiki is not installed: {HOW}")


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Otter]:
    with otter(tmp_path_factory.mktemp("otter") / "wiki") as server:
        yield server


def test_every_link_and_picture_of_the_sample_leads_somewhere(wiki: Otter, tmp_path: Path) -> None:
    target = f"{{to: git, url: '{wiki.repository}', dialect: otter, under: maps, stages: yes}}"
    site = sample_site(tmp_path, target)
    result = publish(site)
    assert result.returncode == 0, result
    assert publish(site).stdout.endswith("unchanged\n")
    page = f"{wiki.address}/maps/journeys/marta-maintenance/replace-the-pumps"
    todo, seen, pictures = [f"{wiki.address}/maps", page], set[str](), 0
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = requests.get(address, timeout=30)
        assert answer.status_code == 200, address
        body = answer.text.partition('class="page"')[2] or answer.text
        for found in re.findall(r'(?:href|src)="([^"#]+)', body):
            linked = urljoin(address, found)
            if linked.endswith(".svg") and "/maps" in linked:
                assert requests.get(linked, timeout=30).status_code == 200, linked
                pictures += 1
            elif re.fullmatch(rf"{re.escape(wiki.address)}/maps(?:/[\w-]+)*", linked):
                is_tool = linked.endswith(("/edit", "/history", "/source", "/blame", "/create"))
                todo += [] if is_tool else [linked]
    assert len(seen) >= 100
    assert pictures >= 15


def test_an_edit_in_the_form_survives(wiki: Otter, tmp_path: Path) -> None:
    target = settings("git", url=wiki.repository, dialect="otter", under="area")
    desk = Desk(tmp_path, target)
    assert desk.publish().code == 0
    page = "area/journeys/ana/buy"
    assert "First edition." in wiki.html(page)
    wiki.edit(page, f"{wiki.source(page)}\nWords of Ana.\n")
    report = desk.publish(edition("Second."))
    assert "Words of Ana." in wiki.html(page)
    assert reasons(report)[BUY] == "edited by a person"
    assert "Second." in wiki.html("area/journeys/ana/renew")

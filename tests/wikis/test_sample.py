"""The whole sample on real wikis: every page opens, every link and picture leads somewhere, and the
token is nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests

from wikis.sample import publish, sample_site
from wikis.servers import dokuwiki as doku
from wikis.servers import mediawiki as media


@pytest.mark.skipif(not media.IS_INSTALLED, reason=f"MediaWiki is not installed: {media.HOW}")
def test_mediawiki(tmp_path: Path) -> None:
    with media.mediawiki(tmp_path / "wiki") as wiki:
        target = f"{{to: mediawiki, url: '{wiki.api}', user: Pubbot@jb, under: Maps, stages: yes, token-env: TOKEN}}"
        pages, pictures = crawl(
            tmp_path,
            target,
            media.BOT_PASSWORD,
            f"{wiki.address}/index.php?title=Maps",
            lambda address: "title=Maps" in address or "/index.php/Maps" in address,
            'class="mw-parser-output"',
            wiki.run_jobs,
        )
        log = (wiki.folder / "php.log").read_text("utf-8", "replace")
    assert pages >= 100
    assert pictures >= 15
    assert media.BOT_PASSWORD not in log


@pytest.mark.skipif(not doku.IS_INSTALLED, reason=f"DokuWiki is not installed: {doku.HOW}")
def test_dokuwiki(tmp_path: Path) -> None:
    with doku.dokuwiki(tmp_path / "wiki") as wiki:
        target = (
            f"{{to: dokuwiki, url: '{wiki.address}', user: jbbot, stages: yes, token-env: TOKEN}}"
        )
        pages, pictures = crawl(
            tmp_path,
            target,
            doku.BOT_PASSWORD,
            f"{wiki.address}/doku.php?id=journeys:start",
            lambda address: bool(re.search(r"doku\.php\?id=journeys(:[\w.-]+)+$", address)),
            "<!-- wikipage start -->",
            lambda: None,
        )
        log = (wiki.folder / "php.log").read_text("utf-8", "replace")
    assert pages >= 100
    assert pictures >= 15
    assert doku.BOT_PASSWORD not in log


def crawl(
    folder: Path,
    target: str,
    token: str,
    first: str,
    is_page: Callable[[str], bool],
    start: str,
    settle: Callable[[], None],
) -> tuple[int, int]:
    """Publish the sample and open every page that its pages link: how many, with how many
    pictures."""
    site = sample_site(folder, target)
    result = publish(site, TOKEN=token)
    assert result.returncode == 0, result
    assert token not in result.stdout + result.stderr
    settle()
    session, todo, seen, pictures = requests.Session(), [first], set[str](), set[str]()
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = session.get(address, timeout=60)
        assert answer.status_code == 200, address
        body = answer.text.partition(start)[2].partition("wikipage stop")[0]
        for reference in re.findall(r'(?:href|src)="([^"#]+)', body.partition("printfooter")[0]):
            linked = urljoin(address, reference.replace("&amp;", "&"))
            if is_page(linked) and "action=" not in linked and "redlink" not in linked:
                todo.append(linked)
            assert "redlink=1" not in linked, f"{address} links {linked}"
        for picture in re.findall(r'<img[^>]* src="([^"]+)"', body):
            pictures.add(urljoin(address, picture.replace("&amp;", "&")))
    for picture in pictures:
        assert session.get(picture, timeout=60).status_code == 200, picture
    return len(seen), len(pictures)

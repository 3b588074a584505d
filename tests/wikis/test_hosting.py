"""A built site on nginx and Apache, with exactly the settings that the manual gives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import requests

from wikis.sample import ROOT
from wikis.servers.web_servers import (
    HAS_APACHE,
    HAS_NGINX,
    HOW,
    MANUAL,
    apache,
    for_the_root,
    nginx,
    snippets,
)

Start = Callable[[Path, str], AbstractContextManager[str]]
needs_nginx = pytest.mark.skipif(not HAS_NGINX, reason=f"nginx is not installed: {HOW}")
needs_apache = pytest.mark.skipif(not HAS_APACHE, reason=f"Apache is not installed: {HOW}")
SERVERS = [
    pytest.param(("nginx", "/maps/"), id="nginx /maps/", marks=needs_nginx),
    pytest.param(("nginx", "/"), id="nginx /", marks=needs_nginx),
    pytest.param(("apache", "/maps/"), id="apache /maps/", marks=needs_apache),
    pytest.param(("apache", "/"), id="apache /", marks=needs_apache),
]


@dataclass(frozen=True)
class Hosted:
    """A site on a server."""

    folder: Path
    address: str
    """Of the site's first page, with a slash at the end."""

    def get(self, path: str) -> requests.Response:
        """What the server answers, without following a redirect."""
        return requests.get(self.address + path, timeout=10, allow_redirects=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new site of `journeybook init`, built."""
    folder = tmp_path_factory.mktemp("hosting")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    for command in (("init", "maps"), ("build", "--site", "maps", "--out", "built")):
        subprocess.run(
            [sys.executable, "-m", "journeybook", *command],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
        )
    return folder / "built"


@pytest.fixture(scope="module", params=SERVERS)
def hosted(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, built: Path
) -> Iterator[Hosted]:
    server, path = request.param
    with _hosted(tmp_path_factory.mktemp(server), built, server, path) as site:
        yield site


@contextmanager
def _hosted(folder: Path, built: Path, server: str, path: str, more: str = "") -> Iterator[Hosted]:
    """The site on a server, at the root or in a sub-path."""
    _open_to_all(folder)
    shutil.copytree(built, folder / "srv/maps")
    start, settings = _settings(server, path)
    with start(folder, settings + more) as address:
        yield Hosted(folder / "srv/maps", address + path)


def _open_to_all(folder: Path) -> None:
    """Let a server in that gives up its rights; pytest makes its folders private."""
    for place in (folder, folder.parent, folder.parent.parent):
        place.chmod(0o755)


def _settings(server: str, path: str) -> tuple[Start, str]:
    if server == "nginx":
        below, at_root = snippets("nginx")
        return nginx, at_root if path == "/" else below
    (below,) = snippets("apache")
    return apache, for_the_root(below) if path == "/" else below


def test_every_file_is_served_as_what_it_is(hosted: Hosted) -> None:
    types = {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "javascript; charset=utf-8",
        ".svg": "image/svg+xml; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".md": "text/plain; charset=utf-8",
        ".mmd": "text/plain; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
    }
    kinds = set()
    for file in _files(hosted.folder):
        answer = hosted.get(file)
        kind = Path(file).suffix
        kinds.add(kind)
        assert answer.status_code == 200, file
        assert answer.content == (hosted.folder / file).read_bytes(), file
        assert answer.headers["Content-Type"].lower().endswith(types[kind]), file
    assert kinds == set(types)


def test_folders_show_their_index_and_redirects_stay_on_the_address_that_was_used(
    hosted: Hosted,
) -> None:
    assert hosted.get("").content == (hosted.folder / "index.html").read_bytes()
    assert hosted.get("journeys/").content == (hosted.folder / "journeys/index.html").read_bytes()
    for place in ["journeys", *(["../maps"] if hosted.address.endswith("/maps/") else [])]:
        answer = hosted.get(place)
        assert answer.status_code == 301
        assert urljoin(answer.url, answer.headers["Location"]) == answer.url + "/"


@needs_nginx
@pytest.mark.parametrize("path", ["/maps/", "/"])
def test_nginx_behind_a_proxy_that_adds_tls_redirects_within_https(
    tmp_path: Path, built: Path, path: str
) -> None:
    with _hosted(tmp_path, built, "nginx", path) as site:
        answer = site.get("journeys")
        assert urljoin("https://intranet.example.org", answer.headers["Location"]) == (
            f"https://intranet.example.org{path}journeys/"
        )


@needs_apache
def test_apache_behind_a_proxy_that_adds_tls_redirects_within_https_if_it_knows_its_name(
    tmp_path: Path, built: Path
) -> None:
    names = ("ServerName https://intranet.example.org", "UseCanonicalName On")
    assert all(f"`{line}`" in MANUAL.read_text("utf-8") for line in names)
    more = "".join(f"{line}\n" for line in names)
    with _hosted(tmp_path, built, "apache", "/maps/", more) as site:
        answer = site.get("journeys")
        assert answer.headers["Location"] == "https://intranet.example.org/maps/journeys/"


def test_a_missing_page_is_a_404_with_the_page_of_the_site(hosted: Hosted) -> None:
    page = (hosted.folder / "404.html").read_bytes()
    for path in ("nothing.html", "journeys/nobody/nothing.html", "nothing/", "nothing.md"):
        answer = hosted.get(path)
        assert (answer.status_code, answer.content) == (404, page), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_links_of_the_404_page_work_beside_the_home_page(hosted: Hosted) -> None:
    answer = hosted.get("nothing.html")
    links = re.findall(r'href="([^"#]+)"', answer.text)
    assert len(links) > 5
    for link in links:
        assert requests.get(urljoin(answer.url, link), timeout=10).status_code == 200, link


def test_the_list_of_the_builds_files_is_not_shown(hosted: Hosted) -> None:
    assert (hosted.folder / ".journeybook-site").exists()
    assert hosted.get(".journeybook-site").status_code in (403, 404)


def test_only_files_with_a_fingerprint_are_kept_by_browsers(hosted: Hosted) -> None:
    kept = set()
    for file in _files(hosted.folder):
        caching = hosted.get(file).headers["Cache-Control"]
        if "max-age=31536000" in caching:
            kept.add(file)
        else:
            assert caching == "no-cache", file
    assert kept
    assert all(re.fullmatch(r"assets/[\w-]+\.[0-9a-f]{8}\.(?:css|js)", file) for file in kept)
    assert "assets/search-index.js" not in kept


def test_other_sites_cannot_frame_a_page_and_types_are_not_guessed(hosted: Hosted) -> None:
    for path in ("index.html", "index.md", "assets/favicon.svg"):
        headers = hosted.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"


def test_an_unchanged_page_is_not_sent_twice(hosted: Hosted) -> None:
    first = hosted.get("index.html")
    again = requests.get(first.url, headers={"If-None-Match": first.headers["ETag"]}, timeout=10)
    assert (again.status_code, again.content) == (304, b"")


def test_every_link_of_every_page_leads_to_a_page(hosted: Hosted) -> None:
    seen: set[str] = set()
    waiting = [hosted.address + "index.html"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = requests.get(address, timeout=10, allow_redirects=False)
        assert answer.status_code == 200, address
        if answer.headers["Content-Type"].startswith("text/html"):
            links = re.findall(r'(?:href|src)="([^"#?]+)', answer.text)
            inside = [urljoin(address, link) for link in links if not urlsplit(link).scheme]
            waiting += [link for link in inside if link.startswith(hosted.address)]
            assert all(link.startswith(hosted.address) for link in inside), address
    assert len(seen) > 30


def test_the_settings_for_iis_are_well_formed_and_name_the_types_it_does_not_know() -> None:
    (settings,) = snippets("xml")
    tree = ElementTree.fromstring(settings)
    types = {item.attrib["fileExtension"] for item in tree.iter("mimeMap")}
    assert {".md", ".mmd"} <= types


def _files(folder: Path) -> list[str]:
    """The files that people may see, from the site's root."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return [file.relative_to(folder).as_posix() for file in files if not file.name.startswith(".")]

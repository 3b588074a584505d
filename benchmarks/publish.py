"""How much publishing to a wiki costs: requests, and processor seconds beside those of a build.

    .venv/bin/python benchmarks/publish.py [--client .venv-wikis/bin/md2conf]

Publishes the sample to a bare git repository and to the stand-in for Confluence: first, unchanged,
and after one edit. With an independent client, its requests for as many pages on the same stand-in.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "generator"), str(ROOT / "tests")]

from wikis.servers.confluence import MAIL, TOKEN, Confluence, confluence  # noqa: E402


def site_with(folder: Path, targets: str) -> Path:
    """A copy of the sample with targets."""
    site = folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(ROOT / "content", site / "content")
    settings = (ROOT / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(f"{settings}\npublish:\n{targets}", "utf-8")
    return site


def seconds(command: list[str], site: Path) -> float:
    """The processor seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "CF": TOKEN}
    subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def journeybook(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "journeybook", *arguments]


def edit(site: Path) -> None:
    file = site / "content/personas/marta-maintenance.md"
    file.write_text(file.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")


def runs(site: Path, target: str, requests: Callable[[], int]) -> None:
    """First, unchanged, after one edit."""
    build = seconds(journeybook("build", "--no-cache", "--workers", "1", "--force"), site)
    for name in ("first", "unchanged", "one edit"):
        if name == "one edit":
            edit(site)
        before = requests()
        spent = seconds(journeybook("publish", target), site)
        asked = f"{requests() - before:>5} requests" if requests() else " " * 14
        print(f"{target:<12} {name:<10} {spent:6.2f} s   {spent / build:5.2f} of a build {asked}")


def rendering(site: Path) -> None:
    """Milliseconds to write the page of a journey in each markup."""
    from journeybook.publish.markup import confluence as storage
    from journeybook.publish.markup import dokuwiki, markdown, wikitext
    from wikis.exported import pages_of

    pages = pages_of(site)
    names = {page.key: "/".join(page.place) for page in pages}
    journeys = [page for page in pages if page.kind == "journey"]
    writers: dict[str, Callable[[], object]] = {
        "markdown": lambda: [
            markdown.markdown_text(page, names, markdown.DIALECTS["gitlab"], lambda _: "p.svg")
            for page in journeys
        ],
        "wikitext": lambda: [wikitext.wikitext(page, names) for page in journeys],
        "dokuwiki": lambda: [
            dokuwiki.dokuwiki_text(page, names, lambda _: "p.svg") for page in journeys
        ],
        "confluence": lambda: [storage.storage_format(page, names) for page in journeys],
    }
    for name, write in writers.items():
        write()
        began = time.process_time()
        for _ in range(5):
            write()
        each = (time.process_time() - began) / 5 / len(journeys) * 1000
        print(f"{name:<12} {each:6.2f} ms for the page of a journey")


def independent_client(client: Path, count: int, folder: Path, wiki: Confluence) -> None:
    """What another program asks for as many pages."""
    for number in range(count):
        (folder / f"p{number}.md").write_text(f"# Page {number}\n\nText.\n", "utf-8")
    host = wiki.address.split("/")[2]
    command = [str(client), "-d", host, "-p", "/wiki/", "-u", MAIL, "-a", TOKEN, "-s", "CX"]
    command += ["--api-url", f"{wiki.address}/", "-r", "100", str(folder)]
    for name in ("first", "unchanged"):
        before = len(wiki.log)
        spent = seconds(command, folder)
        print(
            f"{client.name:<12} {name:<10} {spent:6.2f} s   {len(wiki.log) - before:>20} requests"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--client", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, confluence() as wiki:
        folder = Path(name)
        os.environ["JOURNEYBOOK_CACHE"] = str(folder / "cache")
        (folder / "cache").mkdir(mode=0o700)
        subprocess.run(["git", "init", "-q", "--bare", str(folder / "wiki.git")], check=True)
        site = site_with(
            folder,
            "  git: {to: git, url: ../wiki.git, dialect: gitlab}\n"
            f"  confluence: {{to: confluence-cloud, url: '{wiki.address}', user: {MAIL}, "
            "space: CX, token-env: CF}\n",
        )
        runs(site, "git", lambda: 0)
        runs(site, "confluence", lambda: len(wiki.log))
        rendering(site)
        if options.client:
            pages = folder / "pages"
            pages.mkdir()
            independent_client(options.client, len(wiki.pages) - 1, pages, wiki)


if __name__ == "__main__":
    main()

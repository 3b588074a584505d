"""The stand-in for Confluence is honest: an independent client is happy with it as well."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from wikis.sample import publish, sample_site
from wikis.servers.confluence import MAIL, TOKEN, confluence
from wikis.servers.otter import ENVIRONMENT

CLIENT = ENVIRONMENT / "bin/md2conf"


@pytest.mark.skipif(not CLIENT.exists(), reason="md2conf is not installed: make test-wikis")
def test_an_independent_client_publishes_to_the_stand_in(tmp_path: Path) -> None:
    count = 20
    for number in range(count):
        following = (number + 1) % count
        text = f"# Page {number}\n\nText & [more](p{following}.md)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
        (tmp_path / f"p{number}.md").write_text(text)
    with confluence() as wiki:
        command = [str(CLIENT), "-d", wiki.address.split("/")[2], "-p", "/wiki/", "-u", MAIL]
        command += ["-a", TOKEN, "-s", "CX", "--api-url", f"{wiki.address}/", "-r", "100"]
        for _ in range(2):
            result = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True)
            assert result.returncode == 0, result.stderr
        assert wiki.invalid == []
        assert len(wiki.pages) == count + 1


@pytest.mark.parametrize(
    "settings",
    [f"to: confluence-cloud, user: {MAIL}", "to: confluence-data-center"],
    ids=["cloud", "data center"],
)
def test_the_whole_sample(tmp_path: Path, settings: str) -> None:
    with confluence() as wiki:
        target = f"{{{settings}, url: '{wiki.address}', space: CX, token-env: CF, stages: yes}}"
        site = sample_site(tmp_path, target)
        result = publish(site, CF=TOKEN)
        assert result.returncode == 0, result
        titles = {page.title for page in wiki.pages.values()}
        assert "I replace the pumps that stop my line at night" in titles
        before = len(wiki.log)
        assert publish(site, CF=TOKEN).stdout.endswith("unchanged\n")
        assert len(wiki.log) - before <= 5
        assert wiki.invalid == []

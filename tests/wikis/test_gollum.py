"""Gollum, the engine behind GitHub's wikis, shows what we publish: every link and picture exists."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from wikis.sample import publish, sample_site

HOW = (
    "apt-get install --no-install-recommends ruby-gollum-lib ruby-gollum-rugged-adapter "
    "ruby-commonmarker"
)
_SCRIPT = """
require 'json'; require 'gollum-lib'
wiki = Gollum::Wiki.new(ARGV[0], {ref: 'master'})
pages = wiki.pages.map { |page| [page.url_path, page.formatted_data] }
files = wiki.files.map { |file| file.path }
puts JSON.generate({pages: pages.to_h, files: files})
"""


def is_installed() -> bool:
    if shutil.which("ruby") is None:
        return False
    probe = ["ruby", "-e", "require 'gollum-lib'"]
    return subprocess.run(probe, capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not is_installed(), reason=f"Gollum is not installed: {HOW}")


@pytest.mark.parametrize("dialect", ["gollum", "github"])
def test_every_link_and_picture_of_the_sample_leads_somewhere(tmp_path: Path, dialect: str) -> None:
    bare = tmp_path / "wiki.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "master", str(bare)], check=True)
    site = sample_site(tmp_path, f"{{to: git, url: '{bare}', dialect: {dialect}, under: maps}}")
    assert publish(site).returncode == 0
    result = subprocess.run(
        ["ruby", "-e", _SCRIPT, str(bare)], capture_output=True, text=True, check=True
    )
    shown = json.loads(result.stdout)
    pages, files = shown["pages"], set(shown["files"])
    assert len(pages) >= 100
    pictures = 0
    for name, html in pages.items():
        for address in re.findall(r'(?:href|src)="([^"#]+)', html):
            if address.startswith(("http", "mailto:")):
                continue
            path = unquote(address)
            folder = name.rpartition("/")[0]
            target = path[1:] if path.startswith("/") else f"{folder}/{path}".lstrip("/")
            if target.endswith(".svg"):
                assert target in files, f"{name} shows {address}"
                pictures += 1
            else:
                assert target in pages, f"{name} links {address}"
    assert pictures >= 15

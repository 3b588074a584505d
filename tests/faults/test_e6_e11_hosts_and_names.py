"""E6, E8 to E11: unknown addresses, mounts, a site in a site, languages, and names as typed."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.cli import cli
from journeybook.outputs.site import build
from sample import INFO

Layers = tuple[Mapping[str, bytes], ...]


def missing_page(site_file: str, layers: Layers) -> str:
    site = {
        "site.yaml": site_file.encode(),
        "content/personas/ana.md": b"---\ntitle: Ana\n---\n",
        "content/journeys/ana/buy.md": b"---\ntitle: I buy\n---\n",
    }
    files = build(site, layers, INFO).files
    assert files is not None
    return files["404.html"].decode()


def test_e6_with_an_address_the_links_of_the_page_work_at_any_depth(theme_layers: Layers) -> None:
    page = missing_page("title: Maps\nurl: https://example.org/maps\n", theme_layers)
    addresses = re.findall(r'(?:href|src|data-root)="([^"#]+)"', page)
    inner = [address for address in addresses if "://" not in address]
    assert len(inner) > 5
    assert [address for address in inner if not address.startswith("/maps/")] == []
    assert "menu" in page


def test_e6_without_an_address_the_page_is_readable_bare(theme_layers: Layers) -> None:
    page = missing_page("title: Maps\n", theme_layers)
    assert "<svg" not in page
    assert "<script" not in page
    assert 'href="journeys/index.html"' in page
    assert "go to the home page of the site" in page


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_e8_a_mount_is_refused_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    target = tmp_path / "site"
    target.mkdir()

    def busy(*_: object, **__: object) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    monkeypatch.setattr("journeybook.effects.output.swap_in", busy)
    result = run("build", "--site", str(tmp_path), "--no-cache")
    assert result.exit_code == 2
    assert f"use a folder in it: `--out {target}/public`" in result.stderr


@pytest.mark.parametrize("folder", ["content", "content/journeys", "themes/ours"])
def test_e9_no_site_is_created_inside_another(tmp_path: Path, folder: str) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    result = run("init", str(tmp_path / folder))
    assert result.exit_code == 2
    assert "nothing was created" in result.stderr
    assert not (tmp_path / folder / "site.yaml").exists()


def test_e9_a_site_beside_another_is_fine(tmp_path: Path) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    assert run("init", str(tmp_path / "partners")).exit_code == 0


@pytest.mark.parametrize(("language", "is_told"), [("de", True), ("en-GB", False), ("vi", False)])
def test_e10_check_and_doctor_tell_it(tmp_path: Path, language: str, is_told: bool) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    config = tmp_path / "site.yaml"
    config.write_text(
        re.sub(r"^language: .*$", f"language: {language}", config.read_text(), flags=re.MULTILINE)
    )
    sentence = f"there is no interface in `{language}`; pages use English words for menus"
    for command in ("check", "doctor"):
        shown = run(command, "--site", str(tmp_path)).stdout  # JB155 in `check`
        assert shown.count(sentence) == int(is_told)


@pytest.mark.parametrize(
    ("name", "identifier", "title"),
    [
        ("Dr. Max Weiß", "dr-max-weiss", "Dr. Max Weiß"),
        ("Zoë  Łukasz", "zoe-lukasz", "Zoë Łukasz"),
        ("max-weiss", "max-weiss", "Max weiss"),
    ],
)
def test_e11_a_new_persona_keeps_the_name_as_typed(
    tmp_path: Path, name: str, identifier: str, title: str
) -> None:
    assert run("init", str(tmp_path)).exit_code == 0
    made = run("new", "journey", "--site", str(tmp_path), "--persona", name, "--title", "I pay")
    assert made.exit_code == 0, made.stderr
    text = (tmp_path / f"content/personas/{identifier}.md").read_text("utf-8")
    assert f"title: {title}\n" in text

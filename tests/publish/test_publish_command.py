"""`journeybook publish` as people call it, and `publish` in `site.yaml`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from publish.fake_server import Reply, Sent, serving

JOURNEY = """---
title: Buy a coffee machine
---
## Awareness
### I see an advert
- does: looks twice
- emotion: +1 curious
- pain: the price is missing !high
- touchpoint: advert
### I ask a friend
- emotion: -1 unsure
- says: "Is it loud?"

Ana told this story with a smile.

## Decision
### I buy it
- emotion: +2 happy
"""
SITE = """title: Coffee maps
repository: {url: https://git.example.org/maps}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "maps"
    for path, text in {
        "site.yaml": f"{SITE}publish:\n  share: {{to: folder, path: ../share, under: Maps}}\n",
        "content/journeys/ana/buy.md": JOURNEY,
        "content/personas/ana.md": "---\ntitle: Ana\n---\nAna likes coffee.\n",
    }.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


def run(site: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in the site's folder."""
    return subprocess.run(
        [sys.executable, "-m", "journeybook", "publish", *arguments],
        cwd=site,
        env={**os.environ, "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def set_targets(site: Path, lines: str) -> None:
    (site / "site.yaml").write_text(f"{SITE}publish:\n{lines}", "utf-8")


def test_pages_arrive_and_a_second_run_changes_nothing(site: Path) -> None:
    first = run(site, "share")
    assert (first.returncode, first.stdout) == (0, "share: 4 pages: 4 new, 1 picture\n"), first
    page = (site.parent / "share/Maps/journeys/ana/buy.md").read_text("utf-8")
    assert "# Buy a coffee machine" in page
    assert "[content/journeys/ana/buy.md](<https://git.example.org/maps/edit/main/" in page
    assert "| **Emotion** | curious (+1) | unsure (−1) | happy (+2) |" in page
    assert "| the price is missing | Severe | 1.1 I see an advert |" in page
    assert "[Advert](../../touchpoints/advert.md)" in page
    assert "Ana told this story with a smile." in page
    assert "```mermaid" in page
    second = run(site, "share")
    assert second.stdout == "share: 4 pages: 4 unchanged\n"


def test_a_dry_run_shows_a_real_difference_and_writes_nothing(site: Path) -> None:
    run(site, "share")
    journey = site / "content/journeys/ana/buy.md"
    journey.write_text(JOURNEY.replace("unsure", "worried"), "utf-8")
    page = site.parent / "share/Maps/journeys/ana/buy.md"
    before = page.read_text("utf-8")
    result = run(site, "share", "--dry-run")
    assert result.returncode == 0
    assert "--- wiki: Maps/journeys/ana/buy\n+++ maps: content/journeys/ana/buy.md\n" in (
        result.stdout
    )
    assert "-| **Emotion** | curious (+1) | unsure (−1) | happy (+2) |" in result.stdout
    assert "+| **Emotion** | curious (+1) | worried (−1) | happy (+2) |" in result.stdout
    assert page.read_text("utf-8") == before


def test_edited_pages_are_named_with_a_way_out(site: Path) -> None:
    run(site, "share")
    page = site.parent / "share/Maps/journeys/ana/buy.md"
    page.write_text(page.read_text("utf-8") + "Words of Ana.\n", "utf-8")
    journey = site / "content/journeys/ana/buy.md"
    journey.write_text(JOURNEY.replace("unsure", "worried"), "utf-8")
    result = run(site, "share")
    assert result.returncode == 1
    assert result.stdout == (
        "share: 3 pages: 3 unchanged\n"
        "1 page was left alone:\n"
        "  Maps/journeys/ana/buy (content/journeys/ana/buy.md): edited by a person\n"
        "to see both texts: journeybook publish share --dry-run --diff; to write over one of them: "
        "journeybook publish share --take-over content/journeys/ana/buy.md\n"
    )
    both = run(site, "share", "--dry-run", "--diff")
    assert "-Words of Ana." in both.stdout
    taken = run(site, "share", "--take-over", "content/journeys/ana/buy.md")
    assert taken.returncode == 0
    assert "Words of Ana." not in page.read_text("utf-8")


def test_a_page_without_a_source_is_named_and_taken_away_by_order(site: Path) -> None:
    run(site, "share")
    (site / "content/personas/ana.md").rename(site / "content/personas/bea.md")
    (site / "content/journeys/ana").rename(site / "content/journeys/bea")
    result = run(site, "share")
    assert result.returncode == 1
    assert "2 pages in the wiki have no source any more:\n" in result.stdout
    assert "(was content/journeys/ana/buy.md)" in result.stdout
    result = run(site, "share", "--prune", "delete")
    assert "2 taken away" in result.stdout
    assert not (site.parent / "share/Maps/journeys/ana/buy.md").exists()


def test_the_status_lists_every_page(site: Path) -> None:
    run(site, "share")
    (site.parent / "share/Maps.md").write_text("Own page", "utf-8")
    lines = run(site, "--status", "share").stdout.splitlines()
    assert "in conflict          Maps" in lines
    assert "in sync              Maps/journeys/ana/buy" in lines


def test_an_export_has_the_bytes_that_would_be_sent(site: Path, tmp_path: Path) -> None:
    result = run(site, "--export", str(tmp_path / "out"), "share")
    assert result.stdout == f"5 files in {tmp_path / 'out'}\n"
    run(site, "share")
    for file in (site.parent / "share").rglob("*.md"):
        inside = file.relative_to(site.parent / "share")
        assert (tmp_path / "out" / inside).read_bytes() == file.read_bytes()


def test_an_export_is_not_mixed_with_older_files(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", "utf-8")
    result = run(site, "--export", str(folder), "share")
    assert result.returncode == 2
    assert f"`{folder}` is not empty; choose a new folder for the export" in result.stderr
    assert [file.name for file in folder.iterdir()] == ["mine.txt"]


def test_the_report_as_json(site: Path) -> None:
    report = json.loads(run(site, "share", "--format", "json").stdout)
    (target,) = report["targets"]
    assert (target["target"], target["exit-code"], target["writes"]) == ("share", 0, 5)
    assert {
        "source": "content/journeys/ana/buy.md",
        "page": "Maps/journeys/ana/buy",
        "state": "created",
        "reason": "",
        "address": "",
        "moved": False,
    } in target["pages"]


def test_only_some_pages(site: Path) -> None:
    assert run(site, "share", "--only", "content/personas").stdout == "share: 1 page: 1 new\n"
    result = run(site, "share", "--only", "content/persona")
    assert (result.returncode, result.stdout) == (2, "no page comes from `content/persona`\n")


def test_a_slip_in_the_name_of_a_page_to_take_over(site: Path) -> None:
    result = run(site, "share", "--take-over", "By")
    assert (result.returncode, result.stdout) == (2, "there is no page `By` to take over\n")


def test_a_slip_in_the_name_of_a_target(site: Path) -> None:
    result = run(site, "shar")
    assert result.returncode == 2
    assert "unknown target `shar`; did you mean `share`?" in result.stderr


def test_no_target_at_all(site: Path) -> None:
    (site / "site.yaml").write_text(SITE, "utf-8")
    result = run(site)
    assert result.returncode == 2
    assert "site.yaml names no wiki to publish to; add one below `publish:`" in result.stderr


def test_a_site_with_errors_is_not_published(site: Path) -> None:
    (site / "content/personas/bea.md").write_text("---\ntitel: Bea\n---\n", "utf-8")
    result = run(site, "share")
    assert result.returncode == 4
    assert "so nothing was published; run `journeybook check` to see it" in result.stderr
    assert not (site.parent / "share").exists()


def test_a_profile_leaves_out_what_the_wiki_must_not_have(site: Path) -> None:
    profile = "profiles:\n  outside: {leave-out: pain}\n"
    target = "  share: {to: folder, path: ../share, under: Maps, profile: outside}\n"
    (site / "site.yaml").write_text(f"{SITE}{profile}publish:\n{target}", "utf-8")
    run(site, "share")
    page = (site.parent / "share/Maps/journeys/ana/buy.md").read_text("utf-8")
    assert "the price is missing" not in page


def test_a_journal_of_another_place_is_set_aside(site: Path) -> None:
    run(site, "share")
    set_targets(site, "  share: {to: folder, path: ../other, under: Maps}\n")
    result = run(site, "share")
    assert result.stderr == "the journal was of another wiki; it is now share.1.jsonl\n"
    assert "4 new" in result.stdout


def test_a_torn_journal_is_no_harm(site: Path) -> None:
    run(site, "share")
    journal = site / ".journeybook/publish/share.jsonl"
    text = journal.read_text("utf-8")
    journal.write_text(text[: len(text) - 40], "utf-8")
    assert run(site, "share").stdout == "share: 4 pages: 4 unchanged\n"


WIKI = "  doku: {{to: dokuwiki, url: {url}, user: maps, {token}}}\n"


class TestSecrets:
    """A token comes from where the settings say, and goes to the wiki only."""

    CANARY = "canary-publish-7b1e"

    def refuse(self, _: Sent) -> Reply:
        return 401, {}, b""

    def test_it_is_never_shown_and_never_on_a_command_line(self, site: Path) -> None:
        with serving(self.refuse) as server:
            set_targets(site, WIKI.format(url=server.address, token="token-env: WIKI_TOKEN"))
            result = run(site, "doku", WIKI_TOKEN=self.CANARY)
        assert result.returncode == 4
        assert "does not accept the token" in result.stdout
        written = "".join(
            file.read_text("utf-8", "replace") for file in site.rglob("*") if file.is_file()
        )
        assert self.CANARY not in result.stdout + result.stderr + written

    def test_the_variable_is_not_set(self, site: Path) -> None:
        set_targets(site, WIKI.format(url="https://wiki.example.org", token="token-env: NOT_SET"))
        result = run(site, "doku")
        assert result.returncode == 2
        assert "the environment variable NOT_SET is not set" in result.stderr

    @pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
    def test_a_file_that_others_can_read_is_refused(self, site: Path, tmp_path: Path) -> None:
        token = tmp_path / "token"
        token.write_text(self.CANARY)
        token.chmod(0o644)
        set_targets(site, WIKI.format(url="https://wiki.example.org", token=f"token-file: {token}"))
        result = run(site, "doku")
        assert result.returncode == 2
        assert "other users of this computer can read the token" in result.stderr
        assert self.CANARY not in result.stderr

    def test_a_command_prints_it(self, site: Path) -> None:
        token = f"token-command: {sys.executable} -c \"print('{self.CANARY}')\""
        bodies: list[bytes] = []

        def keep(sent: Sent) -> Reply:
            bodies.append(sent.body)
            return (404, {}, b"<html>") if "jsonrpc" in sent.path else (401, {}, b"")

        with serving(keep) as server:
            lines = WIKI.format(url=server.address, token="token-env: X")
            set_targets(site, lines.replace("token-env: X", "'token-command': 'TOKEN'"))
            text = (site / "site.yaml").read_text("utf-8")
            command = token.partition(": ")[2].replace("'", "''")
            (site / "site.yaml").write_text(text.replace("'TOKEN'", f"'{command}'"), "utf-8")
            run(site, "doku")
        assert any(self.CANARY.encode() in body for body in bodies)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{to: mediawik}", "`publish.x.to` is `mediawik`; expected one of git, mediawiki,"),
        ("{to: folder}", "`publish.x.path` is missing; folder needs it"),
        ("{to: folder, path: x, space: CX}", "folder does not use `publish.x.space`"),
        (
            "{to: dokuwiki, url: https://w.example.org, user: u}",
            "`publish.x` does not name where its token is",
        ),
        (
            "{to: dokuwiki, url: http://w.example.org, user: u, token-env: T}",
            "`publish.x.url` is `http://w.example.org`; expected a secure address",
        ),
        (
            "{to: git, url: https://g.example.org/x.git, dialect: gogs}",
            "`publish.x.dialect` is `gogs`; expected one of github, gitlab, gitea,",
        ),
        ("{to: folder, path: x, profile: outside}", "unknown profile `outside`"),
        ("nowhere", "`publish.x` is `nowhere`"),
    ],
)
def test_settings_that_are_wrong_are_errors_with_a_place(
    site: Path, line: str, message: str
) -> None:
    set_targets(site, f"  x: {line}\n")
    result = subprocess.run(
        [sys.executable, "-m", "journeybook", "check"], cwd=site, capture_output=True, text=True
    )
    assert message in result.stdout
    assert "site.yaml:4:" in result.stdout


@pytest.mark.parametrize(
    "line",
    [
        "{to: dokuwiki, url: https://w.example.org, user: u, token: canary-1}",
        "{to: dokuwiki, url: https://w.example.org, user: u, password: canary-1}",
        "{to: dokuwiki, url: https://w.example.org, user: u, api-key: canary-1}",
        "{to: git, url: 'https://u:canary-1@g.example.org/x.git', dialect: github}",
        "{to: git, url: https://g.example.org/x.git, dialect: github, token-env: ghp_canary-1}",
    ],
)
def test_a_secret_in_the_settings_is_an_error_that_does_not_repeat_it(
    site: Path, line: str
) -> None:
    set_targets(site, f"  x: {line}\n")
    result = subprocess.run(
        [sys.executable, "-m", "journeybook", "check"], cwd=site, capture_output=True, text=True
    )
    assert "error[JB193] secret-in-settings" in result.stdout
    assert "token-env: WIKI_TOKEN" in result.stdout
    assert "canary-1" not in result.stdout + result.stderr


def test_all_tokens_are_read_before_anything_is_written(site: Path) -> None:
    share = "  share: {to: folder, path: ../share}\n"
    wiki = WIKI.format(url="https://wiki.example.org", token="token-env: NOT_SET")
    set_targets(site, share + wiki)
    assert run(site).returncode == 2
    assert not (site.parent / "share").exists()


def test_two_runs_for_one_target_do_not_mix(site: Path) -> None:
    """The second one waits, and then says which process runs."""
    from journeybook.effects.lock import locked

    journal = site / ".journeybook/publish/share.jsonl"
    journal.parent.mkdir(parents=True)
    with locked(journal, patience=0):
        result = run(site, "share")
    assert result.returncode == 2
    assert "another run that publishes to this target (process " in result.stdout

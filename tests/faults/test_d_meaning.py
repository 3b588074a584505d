"""D1, D2: what changed is decided by meaning, not by bytes; and why there are no dates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest
from repositories import ANA, SITE, Repo, journey, repository, step

from journeybook.cache import InMemoryCache
from journeybook.effects import git
from journeybook.effects.revisions import Repository
from journeybook.schema.site_config import SiteConfig
from journeybook.workflow.change_dates import meaningful_changes

SHOP = "content/touchpoints/shop.md"
WINS, WINS_CSV = "content/metrics/wins.md", "content/metrics/wins.csv"
APPROVED = journey(
    step("I look", "look", "touchpoint: shop", "emotion: +1 curious", "does: compares"),
    head="status: approved\nowner: sales\nreviewed: 2026-10-05\n",
)
FILES = {
    "site.yaml": "title: Maps\nlanguage: en\nreview: 10000d\n",
    ANA: APPROVED,
    SHOP: "---\ntitle: Shop\nchannel: web\nowner: sales\n---\nOpen *daily*.\n",
    WINS: "---\ntitle: Wins\nunit: '%'\n---\n",
    WINS_CSV: "date,value\n2026-01-01,10\n2026-02-01,12\n",
}
LATER = "2026-10-20"


def days(repo: Repo) -> dict[str, str]:
    """The day of the last change of each file, as a build sees it."""
    past = git.history(repo.site)
    config, data = SiteConfig(), (repo.site / "site.yaml").read_bytes()
    last = meaningful_changes(past, Repository(repo.site).blobs, config, data, InMemoryCache())
    return {path: change.when.date().isoformat() for path, change in last.items()}


@pytest.fixture(params=["", "docs/cx"])
def repo(tmp_path: Path, request: pytest.FixtureRequest) -> Repo:
    """An approved map that uses a touchpoint, all committed before its review."""
    return repository(tmp_path, request.param, FILES)


SAYS_THE_SAME: Mapping[str, Mapping[str, str]] = {
    "line ends": {SHOP: FILES[SHOP].replace("\n", "\r\n")},
    "a byte order mark": {SHOP: "\ufeff" + FILES[SHOP]},
    "a blank line": {SHOP: FILES[SHOP].replace("Open", "\nOpen")},
    "a blank line at the end": {SHOP: FILES[SHOP] + "\n\n"},
    "the order of keys": {
        SHOP: "---\nowner: sales\nchannel: web\ntitle: Shop\n---\nOpen *daily*.\n"
    },
    "a comment in YAML": {SHOP: FILES[SHOP].replace("owner", "# since May\nowner")},
    "quotes in YAML": {SHOP: FILES[SHOP].replace("title: Shop", "title: 'Shop'")},
    "a comment in text": {SHOP: FILES[SHOP].replace("Open", "<!-- todo -->\nOpen")},
    "blanks in a map": {ANA: APPROVED.replace("- emotion:", "-   emotion:  ")},
    "a blank line in a map": {ANA: APPROVED.replace("## Aw", "\n\n## Aw")},
    "the order of facts": {
        ANA: APPROVED.replace("- does: compares\n", "").replace(
            "- touchpoint", "- does: compares\n- touchpoint"
        )
    },
    "comments in settings": {"site.yaml": "# ours\n" + FILES["site.yaml"]},
    "the order of settings": {"site.yaml": "review: 10000d\nlanguage: en\ntitle: Maps\n"},
    "the order of measurements": {WINS_CSV: "date,value\n2026-02-01,12\n2026-01-01,10\n"},
    "zeros in measurements": {WINS_CSV: FILES[WINS_CSV].replace("12", "12.0")},
}
SAYS_ANOTHER: Mapping[str, Mapping[str, str]] = {
    "a title": {SHOP: FILES[SHOP].replace("Shop", "Web shop")},
    "a text": {SHOP: FILES[SHOP].replace("daily", "nightly")},
    "an emotion": {ANA: APPROVED.replace("+1", "-1")},
    "a review": {ANA: APPROVED.replace("10-05", "10-06")},
    "a setting": {"site.yaml": FILES["site.yaml"].replace("10000d", "9000d")},
    "a measurement": {WINS_CSV: FILES[WINS_CSV].replace("12", "13")},
    "a file that cannot be read": {SHOP: FILES[SHOP].replace("title:", "title: [")},
}


@pytest.mark.parametrize("edit", SAYS_THE_SAME.values(), ids=SAYS_THE_SAME)
def test_d1_an_edit_without_meaning_is_no_last_change(repo: Repo, edit: Mapping[str, str]) -> None:
    repo.commit(edit, day=LATER)
    assert set(days(repo).values()) == {"2026-10-01"}


@pytest.mark.parametrize("edit", SAYS_ANOTHER.values(), ids=SAYS_ANOTHER)
def test_d1_an_edit_of_what_a_file_says_is_its_last_change(
    repo: Repo, edit: Mapping[str, str]
) -> None:
    repo.commit(edit, day=LATER)
    assert [path for path, day in days(repo).items() if day == LATER] == list(edit)


def test_d1_the_mode_of_a_file_says_nothing(repo: Repo) -> None:
    (repo.site / SHOP).chmod(0o755)
    repo.commit(day=LATER)
    assert days(repo)[SHOP] == "2026-10-01"


@pytest.mark.parametrize("was", ["", "was: shop\n"])
def test_d1_a_file_that_moved_keeps_its_day(repo: Repo, was: str) -> None:
    repo.commit({SHOP: FILES[SHOP].replace("daily", "nightly")}, day="2026-10-02")
    there = "content/touchpoints/store.md"
    repo.git("mv", str(repo.site / SHOP), str(repo.site / there))
    text = (repo.site / there).read_text("utf-8").replace("owner", f"{was}owner")
    repo.commit({there: text}, day=LATER)
    repo.commit({there: text + "\n"}, day="2026-10-21")
    assert days(repo)[there] == "2026-10-02"


def test_d1_a_file_that_moved_and_changed_has_the_day_of_the_move(repo: Repo) -> None:
    there = "content/touchpoints/store.md"
    repo.git("mv", str(repo.site / SHOP), str(repo.site / there))
    repo.commit({there: FILES[SHOP].replace("title: Shop", "was: shop\ntitle: Store")}, day=LATER)
    assert days(repo)[there] == LATER


def stale(repo: Repo) -> bool:
    return "after the map was last reviewed" in repo.run("check", "--no-cache").stdout


@pytest.mark.parametrize("edit", ["line ends", "a blank line", "the order of keys"])
def test_d1_a_map_is_stale_by_meaning_only(repo: Repo, edit: str) -> None:
    repo.commit(SAYS_THE_SAME[edit], day=LATER)
    assert not stale(repo)
    repo.commit(SAYS_ANOTHER["a title"], day="2026-10-21")
    assert stale(repo)


def test_d1_a_blank_line_in_a_map_does_not_hide_that_it_is_stale(repo: Repo) -> None:
    repo.commit(SAYS_ANOTHER["a title"], day=LATER)
    repo.commit(SAYS_THE_SAME["a blank line in a map"], day="2026-10-25")
    assert stale(repo)


@pytest.mark.parametrize(("edit", "behind"), [("line ends", False), ("emotion", True)])
def test_d1_a_translation_is_behind_by_meaning_only(repo: Repo, edit: str, behind: bool) -> None:
    source = journey(step("I look", "look", "emotion: +1 curious"), head="lang: en\n")
    other = "content/journeys/ana/kaufen.md"
    repo.commit({ANA: source}, day="2026-10-02")
    repo.commit(
        {other: source.replace("lang: en", "lang: de\ntranslation-of: ana/buy")},
        day="2026-10-03",
    )
    edits = {"line ends": source.replace("\n", "\r\n"), "emotion": source.replace("+1", "-1")}
    repo.commit({ANA: edits[edit]}, day=LATER)
    out = repo.top / "out"
    assert repo.run("build", "--out", str(out)).exit_code == 0
    page = (out / "journeys/ana/kaufen.html").read_text("utf-8")
    assert ("Translation outdated" in page) is behind


class _Counting:
    """Reads contents, and counts how often."""

    def __init__(self, repository: Repository) -> None:
        self.repository, self.times = repository, 0

    def blobs(
        self, oids: tuple[str, ...], limits: Mapping[str, int]
    ) -> tuple[dict[str, bytes], dict[str, int]]:
        self.times += 1
        return self.repository.blobs(oids, limits)


def test_d1_a_second_run_compares_nothing_and_a_new_commit_only_its_own_files(repo: Repo) -> None:
    for at, edit in enumerate(SAYS_THE_SAME.values(), 10):
        repo.commit(edit, day=f"2026-10-{at}")
    cache, contents = InMemoryCache(), _Counting(Repository(repo.site))
    data = (repo.site / "site.yaml").read_bytes()

    def ask() -> dict[str, datetime.datetime]:
        past = git.history(repo.site)
        last = meaningful_changes(past, contents.blobs, SiteConfig(), data, cache)
        return {path: change.when for path, change in last.items()}

    first = ask()
    assert contents.times > 0
    contents.times = 0
    assert ask() == first
    assert contents.times == 0
    repo.commit(SAYS_ANOTHER["a title"], day="2026-11-01")
    ask()
    assert contents.times == 1


def test_d1_contents_that_are_missing_leave_the_days_of_commits(repo: Repo) -> None:
    repo.commit(SAYS_THE_SAME["a blank line"], day=LATER)
    past = git.history(repo.site)
    last = meaningful_changes(
        past, lambda oids, limits: ({}, {}), SiteConfig(), b"", InMemoryCache()
    )
    assert last == dict(past.last_change)


@pytest.fixture
def with_submodule(tmp_path: Path) -> Repo:
    """A site whose `content/` is a submodule."""
    content = repository(tmp_path / "content")
    content.git("rm", "-rqf", ".")
    files = {**SITE, **FILES}
    files.pop("site.yaml")
    content.commit({path.removeprefix("content/"): text for path, text in files.items()})
    site = Repo(tmp_path / "site")
    site.site.mkdir()
    site.git("init", "-q", "-b", "main")
    allow = ("-c", "protocol.file.allow=always")
    site.git(*allow, "submodule", "--quiet", "add", str(content.top), "content")
    site.commit({"site.yaml": "title: Maps\n"})
    return site


def test_d2_a_build_with_content_in_a_submodule_says_why_it_has_no_dates(
    with_submodule: Repo,
) -> None:
    out = str(with_submodule.top / "out")
    done = with_submodule.run("build", "--out", out)
    assert done.exit_code == 0
    assert "no change dates for content: the history of a submodule is in" in done.stderr
    assert "no change dates for content" in with_submodule.run("check").stderr


def test_d2_doctor_names_content_in_a_submodule(with_submodule: Repo) -> None:
    told = with_submodule.run("doctor").stdout
    assert "missing site history: content is a submodule" in told
    assert "fix: keep site.yaml in the repository of the content" in told


def test_d2_a_comparison_with_content_in_a_submodule_is_not_whole(with_submodule: Repo) -> None:
    done = with_submodule.run("diff")
    assert done.exit_code == 3
    assert "`content` is a submodule" in done.stdout


def test_d2_a_site_that_is_itself_a_submodule_has_dates(with_submodule: Repo) -> None:
    inner = Repo(with_submodule.top / "content")
    assert not git.history(inner.site).submodules
    assert git.history(inner.site).revision

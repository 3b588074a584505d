"""C16, C17, C19: what a renamed, removed or widely edited file does to the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import ANA, SITE, Repo, journey, repository, step

SHOP, STORE = "content/touchpoints/shop.md", "content/touchpoints/store.md"
OTHER = "content/journeys/ana/other.md"
USES = journey(step("I come back", "back", "touchpoint: shop"), head="owner: sales\n").replace(
    "I buy", "I return"
)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A site in which two maps use the touchpoint `shop`; on a branch, it becomes `store`."""
    repo = repository(tmp_path, files={OTHER: USES})
    repo.git("checkout", "-qb", "topic")
    return repo


def rename(repo: Repo, was: str = "") -> None:
    repo.git("mv", SHOP, STORE)
    repo.write({STORE: SITE[SHOP].replace("title: Shop\n", f"title: Store\n{was}")})


def test_c17_a_use_of_a_renamed_touchpoint_that_was_forgotten_is_named(repo: Repo) -> None:
    rename(repo)
    repo.commit({ANA: SITE[ANA].replace("shop", "store")})
    told = repo.run("diff", "main").stdout
    assert "ana/other: “I come back” still refers to “shop”, which no longer exists" in told
    assert "it was renamed “store”" in told
    assert f"{OTHER}:7:15 · reviewer: sales · JD360" in told
    assert told.count("still refers to") == 1
    assert "touchpoint “Shop” was renamed “Store”" in told
    assert "ana/buy:" not in told


def test_c17_a_forgotten_use_in_a_map_that_changed_is_no_other_touchpoint(repo: Repo) -> None:
    rename(repo)
    half = SITE[ANA].replace("shop", "store", 1).replace("types a number", "types a PIN")
    repo.commit({ANA: half, OTHER: USES.replace("shop", "store")})
    told = repo.run("diff", "main").stdout
    assert "ana/buy: “I pay” still refers to “shop”" in told
    assert "touchpoint changed" not in told


def test_c17_every_place_counts_once_for_each_file(repo: Repo) -> None:
    rename(repo)
    repo.commit()
    told = repo.run("diff", "main").stdout
    assert "“I look” still refers to “shop”" in told
    assert "also in 1 more step" in told
    assert told.count("still refers to") == 2


def test_c17_with_was_nothing_is_forgotten(repo: Repo) -> None:
    rename(repo, was="was: shop\n")
    repo.commit({ANA: SITE[ANA].replace("shop", "store", 1)})
    told = repo.run("diff", "main").stdout
    assert "still refers to" not in told
    assert "touchpoint changed" not in told


def test_c17_a_removed_file_that_is_still_used_is_named(repo: Repo) -> None:
    repo.git("rm", "-q", SHOP)
    repo.commit({ANA: SITE[ANA].replace("- touchpoint: shop\n", "")})
    told = repo.run("diff", "main").stdout
    assert "“I come back” still refers to “shop”, which no longer exists" in told
    assert "it was removed" in told


@pytest.mark.parametrize(
    ("path", "text", "head", "place"),
    [
        (
            "content/evidence/i07.md",
            "title: Calls\ntype: interview\n",
            "evidence: i07\n",
            "“I buy”",
        ),
        ("content/personas/tom.md", "title: Tom\n", "committee:\n  tom: {role: user}\n", "“I buy”"),
    ],
)
def test_c17_references_of_every_kind_are_looked_at(
    tmp_path: Path, path: str, text: str, head: str, place: str
) -> None:
    map_with = SITE[ANA].replace("title: I buy\n", f"title: I buy\n{head}")
    repo = repository(tmp_path, files={path: f"---\n{text}---\n", ANA: map_with})
    repo.git("rm", "-q", path)
    repo.commit()
    told = repo.run("diff", "HEAD~1..HEAD").stdout
    assert f"{place} still refers to" in told


def test_c17_two_drafts_refer_to_files_that_a_comparison_does_not_see(repo: Repo) -> None:
    then = SITE[ANA].replace("title: I buy\n", "title: I will buy\nfuture-of: ana/buy\n")
    repo.write({"content/journeys/ana/then.md": then})
    site = repo.site
    done = repo.run("diff", str(site / ANA), str(site / "content/journeys/ana/then.md"))
    assert "still refers to" not in done.stdout

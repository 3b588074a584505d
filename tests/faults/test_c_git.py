"""C9 to C11, C16 to C18, C22: sites in folders, moved and renamed files, and what git knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import ANA, SITE, repository


@pytest.mark.parametrize("folder", ["", "docs/cx"])
def test_c10_the_history_of_a_step_in_a_site_in_a_sub_folder(tmp_path: Path, folder: str) -> None:
    repo = repository(tmp_path, folder)
    repo.commit({ANA: SITE[ANA].replace("+1 curious", "-1 lost")})
    done = repo.run("log", "ana/buy#look")
    assert "emotion changed from “+1 curious” to “−1 lost”" in done.stdout
    assert done.stdout.endswith("step first added\n")


@pytest.mark.parametrize("folder", ["", "docs/cx"])
def test_c10_renames_in_a_site_in_a_sub_folder_are_followed(tmp_path: Path, folder: str) -> None:
    repo = repository(tmp_path, folder)
    renamed = ANA.replace("buy", "purchase")
    repo.git("mv", f"{repo.site}/{ANA}", f"{repo.site}/{renamed}")
    text = SITE[ANA].replace("I buy", "How I shop").replace("+1 curious", "-1 lost")
    repo.commit({renamed: text})
    done = repo.run("diff", "HEAD~1..HEAD")
    assert "journey “I buy” was renamed “How I shop”" in done.stdout
    assert "new journey" not in done.stdout
    assert "emotion changed from “+1 curious” to “−1 lost”" in done.stdout
    told = repo.run("log", "ana/purchase#look").stdout
    assert f"journey was then {ANA}" in told

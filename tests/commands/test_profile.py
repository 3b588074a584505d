"""A profile of `site.yaml` leaves out what a kind of build does not show."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import run


@pytest.mark.parametrize(("profile", "is_shown"), [("", True), ("public", False)])
def test_a_public_build_leaves_notes_out(starter: Path, profile: str, is_shown: bool) -> None:
    journey = next((starter / "content" / "journeys").rglob("*.md"))
    text = journey.read_text("utf-8").replace(
        "- does: gets off", "- note: internal remark\n- does: gets off"
    )
    journey.write_text(text, "utf-8")
    options = ("--profile", profile) if profile else ()
    assert run("build", *options).exit_code == 0
    texts = [
        path.read_text("utf-8")
        for path in (starter / "site").rglob("*")
        if path.suffix in (".html", ".md", ".json")
    ]
    assert any("internal remark" in text for text in texts) is is_shown


def test_a_profile_leaves_out_the_keys_it_names(starter: Path) -> None:
    with (starter / "site.yaml").open("a", encoding="utf-8") as config:
        config.write("profiles:\n  partners: {leave-out: [backstage, deal]}\n")
    assert run("build", "--profile", "partners").exit_code == 0
    page = next((starter / "site" / "journeys" / "lena-commuter").glob("*.html")).read_text("utf-8")
    assert "60-140 EUR" not in page
    assert "blocks an hour" not in page
    assert "The brakes scream" in page

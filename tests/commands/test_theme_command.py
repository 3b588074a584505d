"""`journeybook theme`, and the finding about a copy whose original has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import run

from journeybook import __version__
from journeybook.outputs.assets import assets
from journeybook.pages.theme_overrides import (
    changed_since,
    comment_of,
    copy_of,
    digest,
    origin,
    without_record,
)
from journeybook.schema.site_config import SiteConfig

BASE = "templates/base.html"


@pytest.fixture
def site(starter: Path) -> Path:
    """The starter site with a theme of its own, still empty."""
    text = (starter / "site.yaml").read_text("utf-8")
    assert "\ntheme:" not in text
    (starter / "site.yaml").write_text(f"{text}\ntheme:\n  name: acme\n", "utf-8")
    (starter / "themes/acme").mkdir(parents=True)
    return starter


def test_list_says_where_each_file_comes_from(site: Path) -> None:
    (site / "themes/acme/templates").mkdir()
    (site / "themes/acme/templates/base.html").write_text("mine")
    (site / "themes/acme/templates/extra.html").write_text("mine")
    lines = run("theme", "list").stdout.splitlines()
    places = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}
    assert places[BASE] == "themes/acme (replaces built-in)"
    assert places["templates/extra.html"] == "themes/acme"
    assert places["static/css/base.css"] == "built-in"
    assert run("theme", "list", "lanes").stdout.startswith("templates/lanes/")


def test_show_prints_the_built_in_file_also_outside_a_site(here: Path) -> None:
    done = run("theme", "show", "base.html")
    assert done.exit_code == 0
    assert "<!DOCTYPE html>" in done.stdout


def test_a_copy_records_where_it_came_from_and_is_never_written_over(site: Path) -> None:
    done = run("theme", "eject", "base.html")
    assert (done.exit_code, done.stdout) == (0, f"themes/acme/{BASE}\n")
    copy = site / "themes/acme" / BASE
    first = copy.read_text("utf-8").split("\n")[0]
    assert first.startswith(f"{{# ejected from journeybook {__version__} {BASE} sha256:")
    copy.write_text("mine")
    again = run("theme", "eject", BASE)
    assert again.exit_code == 2
    assert "is not overwritten" in again.stderr
    assert copy.read_text() == "mine"


def test_a_site_with_a_fresh_copy_builds_the_same_pages(site: Path) -> None:
    assert run("build", "--out", "before").exit_code == 0
    for path in (BASE, "css/journey.css", "js/site.js", "icons/pain.svg", "favicon.svg"):
        assert run("theme", "eject", path).exit_code == 0, path
    assert run("check", "--strict").exit_code == 0
    assert run("build", "--out", "after").exit_code == 0
    before, after = (
        {p.relative_to(site / d): p.read_bytes() for p in (site / d).rglob("*") if p.is_file()}
        for d in ("before", "after")
    )
    assert before == after


def test_diff_shows_what_a_copy_changes(site: Path) -> None:
    assert (
        run("theme", "diff").stderr
        == "your theme does not replace any built-in file; nothing to compare\n"
    )
    run("theme", "eject", BASE)
    assert run("theme", "diff", BASE).stderr == "no differences\n"
    copy = site / "themes/acme" / BASE
    copy.write_text(
        copy.read_text("utf-8").replace("<!DOCTYPE html>", "<!DOCTYPE html><!-- mine -->"), "utf-8"
    )
    shown = run("theme", "diff").stdout
    assert shown.startswith(f"--- built-in/{BASE}\n+++ themes/acme/{BASE}\n")
    assert "+<!DOCTYPE html><!-- mine -->" in shown
    assert "ejected from" not in shown


def test_check_and_build_warn_when_the_original_has_changed(site: Path) -> None:
    run("theme", "eject", BASE)
    copy = site / "themes/acme" / BASE
    recorded = copy.read_text("utf-8")
    digits = recorded.partition("sha256:")[2][:64]
    copy.write_text(recorded.replace(digits, "0" * 64), "utf-8")
    done = run("check")
    assert done.exit_code == 0
    assert f"the built-in file `{BASE}` has changed since you copied it" in done.stdout
    assert f"journeybook theme diff {BASE}" in done.stdout
    assert "JB181" in done.stdout
    assert run("build").exit_code == 0
    assert run("build", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"), [(("eject",), "missing FILE"), (("show", "bse.html"), "base.html")]
)
def test_a_file_that_is_not_there_is_answered(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run("theme", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_path_out_of_the_theme_is_no_file_of_it(site: Path) -> None:
    for path in ("../../site.yaml", "/etc/passwd", "theme.yaml"):
        assert run("theme", "eject", path).exit_code == 2


def test_a_link_out_of_the_site_is_not_followed(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (site / "themes/acme/static").symlink_to(elsewhere)
    assert run("theme", "eject", "css/base.css").exit_code == 2
    assert not list(elsewhere.iterdir())


def test_copies_are_compared_whatever_their_line_ends_are() -> None:
    assert digest(b"a\r\nb") == digest(b"a\nb")
    made = copy_of(BASE, b"<p>\n", "1.0")
    windows = made.replace(b"\n", b"\r\n")
    assert list(changed_since([{BASE: windows}, {BASE: b"<p>\n"}], ["themes/acme"])) == []
    assert without_record(windows) == b"<p>\r\n"


def test_a_file_nobody_copied_is_left_alone_and_a_lost_original_is_told() -> None:
    built_in = {BASE: b"new"}
    assert list(changed_since([{BASE: b"mine"}, built_in])) == []
    (found,) = changed_since(
        [{"templates/old.html": copy_of("templates/old.html", b"x", "1.0")}, built_in],
        ["themes/acme"],
    )
    assert found.code == "JB181"
    assert found.span.file == "themes/acme/templates/old.html"
    assert "no longer exists" in found.message


def test_every_kind_of_file_has_its_comment() -> None:
    assert comment_of("static/logo.png") is None
    for path in ("templates/a.html", "static/a.css", "static/a.js", "static/a.svg"):
        found = origin(copy_of(path, b"x", "1.0"))
        assert found is not None
        assert (found.path, found.version) == (path, "1.0")


def test_the_record_does_not_hide_for_which_pages_a_sheet_is() -> None:
    sheet = b"/* pages: journey */\na{color:red}"
    made = assets(SiteConfig(), {"css/x.css": copy_of("static/css/x.css", sheet, "1.0")}, {})
    assert "journey" in {bundle.template for bundle in made.sheets}

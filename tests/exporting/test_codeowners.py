"""The lines of CODEOWNERS for given owners."""

from __future__ import annotations

import pytest
from codeowners import CodeOwners

from journeybook.exporting.codeowners import FORGES, SECTION, Block, lines, merged, pattern
from journeybook.insight.owners import handles_of, owned_files
from sites import BUY, Site, site

BEGIN, END = Block().begin, Block().end
GITHUB, GITLAB = FORGES["github"], FORGES["gitlab"]
TEAMS = 'title: Our journeys\nowners:\n  shop team: "@acme/shop"\n  Brand: ["@acme/brand", "@ana"]\n  sales: acme/sales\n'


def owned(files: dict[str, str], forge: str = "github", prefix: str = "") -> tuple[str, ...]:
    made = site({"site.yaml": TEAMS, **files})
    return lines(owned_files(made.catalog, files), (), FORGES[forge], prefix)


def journey(owner: str = "", body: str = "") -> dict[str, str]:
    return {BUY: f"---\ntitle: I buy\n{f'owner: {owner}' if owner else 'kind: buyer'}\n---\n{body}"}


def test_a_name_after_owner_becomes_the_handle_in_site_yaml() -> None:
    assert owned(journey("shop team")) == (f"/{BUY} @acme/shop",)
    assert owned(journey("Shop  Team")) == (f"/{BUY} @acme/shop",)
    assert owned(journey("brand")) == (f"/{BUY} @acme/brand @ana",)
    assert owned(journey("sales, brand")) == (f"/{BUY} @acme/sales @acme/brand @ana",)


def test_a_handle_or_a_mail_address_needs_no_table() -> None:
    assert owned(journey('"@anna-b"')) == (f"/{BUY} @anna-b",)
    assert owned(journey("ana@example.com")) == (f"/{BUY} ana@example.com",)


def test_a_file_with_an_unknown_owner_has_no_line() -> None:
    assert owned(journey("sales, nobody")) == ()


def test_a_map_without_an_owner_belongs_to_the_owners_of_its_stages_and_steps() -> None:
    body = "## Decision\n- owner: sales\n### I try {#try}\n- owner: shop team\n"
    assert owned(journey("", body)) == (f"/{BUY} @acme/sales @acme/shop",)
    assert owned(journey("brand", body)) == (f"/{BUY} @acme/brand @ana",)


def test_the_series_of_a_metric_goes_with_it() -> None:
    files = {
        "content/metrics/won.md": "---\ntitle: Won\nowner: sales\n---\n",
        "content/metrics/won.csv": "date,value\n2026-01-01,3\n",
    }
    assert owned(files) == (
        "/content/metrics/won.csv @acme/sales",
        "/content/metrics/won.md @acme/sales",
    )


def test_lines_are_sorted_by_path() -> None:
    files = {
        f"content/touchpoints/{name}.md": f"---\ntitle: {name}\nowner: sales\n---\n"
        for name in ("b", "a", "c")
    }
    assert owned(files) == owned(dict(reversed(files.items())))
    assert [line.split()[0][-4] for line in owned(files)] == ["a", "b", "c"]


def test_handles_of_nested_groups_are_only_for_gitlab() -> None:
    assert owned(journey('"@acme/web/shop"')) == ()
    assert owned(journey('"@acme/web/shop"'), "gitlab") == (f"/{BUY} @acme/web/shop",)
    assert owned(journey('"@@maintainer"'), "gitlab") == (f"/{BUY} @@maintainer",)


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("our maps/a.md", r"/our\ maps/a.md"),
        ("#1/a*b?.md", r"/\#1/a\*b\?.md"),
        ("a\tb\n.md", "/a?b?.md"),
        ("旅.md", "/旅.md"),
    ],
)
def test_special_characters_are_escaped(path: str, escaped: str) -> None:
    assert pattern(path) == escaped


def test_another_reader_of_codeowners_finds_the_same_owners_and_the_last_line_wins() -> None:
    made = site({"site.yaml": TEAMS, **journey("shop team")})
    text = merged(
        "* @everybody\n",
        lines(owned_files(made.catalog), ["@acme/all"], GITHUB, "our maps/"),
        GITHUB,
    )
    assert text is not None
    found = CodeOwners(text)
    assert found.of(f"our maps/{BUY}") == [("TEAM", "@acme/shop")]
    assert found.of("our maps/content/personas/ana.md") == [("TEAM", "@acme/all")]
    assert found.of("README.md") == [("USERNAME", "@everybody")]


def test_lines_outside_the_block_stay_byte_for_byte_and_a_second_run_changes_nothing() -> None:
    first = merged("* @everybody\n\n\n", ["/a @x"], GITHUB)
    assert first == f"* @everybody\n\n{BEGIN}\n/a @x\n{END}\n"
    edited = first + "  # mine\n/z @z"
    second = merged(edited, ["/b @y"], GITHUB)
    assert second == edited.replace("/a @x", "/b @y")
    assert merged(second, ["/b @y"], GITHUB) == second
    assert merged("", [], GITHUB) == f"{BEGIN}\n{END}\n"


def test_windows_line_ends_stay() -> None:
    assert merged("* @all\r\n", ["/a @x"], GITHUB) == f"* @all\r\n\r\n{BEGIN}\r\n/a @x\r\n{END}\r\n"


@pytest.mark.parametrize(
    "text", [BEGIN, END, f"{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n{BEGIN}\n{END}\n"]
)
def test_a_damaged_block_is_left_alone(text: str) -> None:
    assert merged(text, ["/a @x"], GITHUB) is None


def test_on_gitlab_the_block_is_never_part_of_another_section() -> None:
    assert SECTION in (merged("[Docs]\n*.md @docs\n", ["/a @x"], GITLAB) or "")
    assert SECTION not in (merged("*.md @docs\n", ["/a @x"], GITLAB) or "")
    assert SECTION not in (merged("[Docs]\n*.md @docs\n", ["/a @x"], GITHUB) or "")


def test_an_unknown_owner_is_reported_once_with_the_nearest_name() -> None:
    def with_owner(name: str) -> Site:
        return site(
            {
                "site.yaml": TEAMS,
                **journey(name),
                "content/pages/about.md": f"---\ntitle: About\nowner: {name}\n---\n",
            }
        )

    found = with_owner("shop teem").one("JB221")
    assert (found.span.file, found.span.line, found.hint) == (BUY, 3, "did you mean `shop team`?")
    assert not with_owner("shop team").found("JB221")
    assert not site(journey("shop teem")).found("JB221")


@pytest.mark.parametrize("wrong", ["'a b'", "'@'", "'@a/'", "'@a b'", '"@a\\nb"', "'@-#'"])
def test_an_invalid_handle_in_site_yaml_is_reported(wrong: str) -> None:
    made = site({"site.yaml": f"title: x\nowners:\n  sales: [{wrong}]\n"})
    assert made.one("JB117").span.file == "site.yaml"
    assert handles_of("sales", made.catalog.config) == ()

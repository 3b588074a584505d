"""init and new: their files pass a check, and existing files are never overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from terminals import on_terminal, process, run

from journeybook.commands.new import KINDS
from journeybook.schema.read import Place, read_document
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import file_id_fault
from journeybook.text import Source
from journeybook.workflow.draft_text import document, id_from, scalar


def test_init_creates_a_site_with_everything_a_repository_needs(here: Path) -> None:
    result = run("init", "our journeys", "--title", 'Acme: "journeys" #1')
    assert result.exit_code == 0
    site = here / "our journeys"
    assert "*.md diff=markdown" in (site / ".gitattributes").read_text()
    assert "/site/" in (site / ".gitignore").read_text()
    assert run("check", "--strict", "--site", str(site)).exit_code == 0
    assert "@@" not in "".join(path.read_text() for path in site.rglob("*") if path.is_file())
    assert yaml.safe_load((site / "site.yaml").read_text())["title"] == 'Acme: "journeys" #1'


def test_the_workflow_has_minimal_permissions_and_pins_its_actions(here: Path) -> None:
    run("init")
    text = (here / ".github/workflows/journeys.yml").read_text()
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    steps = [*jobs["check"]["steps"], *jobs["publish"]["steps"]]
    assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in steps if "uses" in step)
    assert {'journeybook" check', 'journeybook" build'} <= set(
        re.findall(r'journeybook" \w+', text)
    )
    assert "secrets" not in str(jobs["check"]), "it also runs for pull requests"
    assert jobs["publish"]["if"] == "github.event_name == 'push'"


def test_init_keeps_existing_files(here: Path) -> None:
    (here / "README.md").write_text("mine")
    assert run("init").exit_code == 0
    again = run("init")
    assert (again.exit_code, again.stdout, again.stderr.count("\n")) == (2, "", 1)
    assert "nothing was changed" in again.stderr
    assert (here / "README.md").read_text() == "mine"
    (here / "other").mkdir()
    (here / "other/site.yaml").write_text("title: mine\n")
    assert run("init", "other").exit_code == 2
    assert [path.name for path in (here / "other").iterdir()] == ["site.yaml"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "journey"])
def test_new_files_of_every_kind_pass_a_check(starter: Path, kind: str) -> None:
    first = run("new", kind, "--title", 'Überall: "yes" #1, no')
    assert first.exit_code == 0, first.stderr
    assert (starter / first.stdout.strip()).is_file()
    assert run("check", "--strict").exit_code == 0, run("check").stdout
    again = run("new", kind, "--title", "Überall yes 1 no")
    assert again.exit_code == 2
    assert "nothing was changed" in again.stderr


def test_options_create_a_journey_with_its_persona(starter: Path) -> None:
    result = run(
        "new", "journey", "--title", "I choose a pump", "--persona", "Marta Müller", "--market", "b2b", "--kind", "buyer",
        "--question", "Why do we lose: the first call?", "--stages", "awareness,Decision", "--committee",
        "lena-commuter=champion", "--metrics", "repairs-won=22% -> 30%", "--step", "awareness: The pump leaks",
        "--step", "decision: I sign, at last", "--segment", "region=north",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == [
        "content/journeys/marta-muller/i-choose-a-pump.md",
        "content/personas/marta-muller.md",
    ]
    text = (starter / "content/journeys/marta-muller/i-choose-a-pump.md").read_text("utf-8")
    assert 'question: "Why do we lose: the first call?"' in text
    assert "## Decision\n### I sign, at last {#sign-last}\n" in text
    assert run("check", "--strict").exit_code == 0


def test_a_journey_without_stages_gets_those_of_the_site(starter: Path) -> None:
    assert (
        run("new", "journey", "--title", "I wait", "--persona", "ana", "--no-persona").exit_code
        == 0
    )
    text = (starter / "content/journeys/ana/i-wait.md").read_text()
    assert text.count("\n## ") == 7
    assert not (starter / "content/personas/ana.md").exists()
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--title", "I wait"), "--persona"),
        (("--persona", "ana"), "--title"),
        (("--title", "I wait", "--persona", "ana", "--market", "c2c"), "did you mean `b2c`?"),
        (
            ("--title", "I wait", "--persona", "ana", "--stages", "awarenes"),
            "did you mean `awareness`?",
        ),
        (("--title", "I wait", "--persona", "ana", "--step", "nothing"), "--step"),
        (("--title", "旅程", "--persona", "ana"), "--id"),
        (("--title", "I wait", "--persona", "ana", "--id", "../x"), "`../x` is not a valid ID"),
        (("--title", "I \u202ewait", "--persona", "ana"), "U+202E"),
        (
            ("--title", "I wait", "--persona", "ana", "--status", "approved", "--continues", "a/b"),
            "unknown journey `a/b`",
        ),
    ],
)
def test_invalid_options_write_nothing(
    starter: Path, options: tuple[str, ...], message: str
) -> None:
    wrong = run("new", "journey", *options)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert message in wrong.stderr
    assert not (starter / "content/journeys/ana").exists()
    assert not (starter / "content/personas/ana.md").exists()


def test_nothing_is_written_through_a_symbolic_link_out_of_the_site(
    starter: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (starter / "content/journeys/ana").symlink_to(outside)
    wrong = run("new", "journey", "--title", "I wait", "--persona", "ana", "--no-persona")
    assert wrong.exit_code == 2
    assert list(outside.iterdir()) == []


def test_the_eight_questions_in_a_terminal(starter: Path) -> None:
    answers = [
        "Why do they leave?", "Ana, baker", "I buy flour", "b2x", "b2c", "the sack is empty", "", "awareness, decison",
        "awareness, decision", "I see the sack is empty", "", "I order", "", "booking-page", "booking-page", "-1 cross",
        "Heavy !high", "", "", "+5 glad", "+2 glad", "", "Fast", "it comes today, or not", "2", "", "", "5",
        "fixed-prices", "price-card", "shop team", "1d", "repairs-won", "70% -> 80%", "yes",
    ]  # fmt: skip
    code, screen = on_terminal(["new", "journey"], cwd=starter, answers=answers)
    assert code == 0, screen
    assert all(f"{number} of 8" in screen for number in range(1, 9))
    assert "did you mean `decision`?" in screen
    text = (starter / "content/journeys/ana-baker/i-buy-flour.md").read_text()
    assert "- emotion: +2 glad\n" in text
    assert "- pain: Heavy !high\n" in text
    assert "metrics:\n  repairs-won: 70% -> 80%\n" in text
    assert (starter / "content/personas/ana-baker.md").is_file()
    assert process("check", "--strict", cwd=starter).returncode == 0


@given(st.text(max_size=80))
def test_any_text_written_as_a_value_reads_back(text: str) -> None:
    words = " ".join(text.split())
    source = Source("content/pages/a.md", document({"title": "T", "owner": text}))
    page, findings = read_document(source, Place("page", "a"), SiteConfig())
    hidden = any(finding.code in ("JB103", "JB104") for finding in findings)
    assert hidden or str(page.owner or "") == words
    assert "\n" not in scalar(words)


@given(st.text(max_size=200))
def test_an_id_from_any_title_is_valid_or_empty(title: str) -> None:
    text = id_from(title)
    assert text == "" or file_id_fault(text) == ""

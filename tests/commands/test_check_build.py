"""check, build, explain, schema, doctor: what they say, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from terminals import process, run
from test_cli import BROKEN

from journeybook.effects.git import Status
from journeybook.workflow.preview import PreviewSession, preview
from journeybook.workflow.session import Session


def spoil(site: Path) -> None:
    (site / "content/journeys/lena-commuter/second.md").write_text(BROKEN)


def warn(site: Path) -> None:
    spoil(site)
    path = site / "content/journeys/lena-commuter/second.md"
    path.write_text(path.read_text().replace("approved", "draft"))


def test_a_new_site_is_clean_even_when_strict_and_builds(starter: Path) -> None:
    checked = run("check", "--strict")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert checked.stdout.startswith("no findings in ")
    built = run("build", "--strict")
    assert built.exit_code == 0, built.stderr
    assert built.stdout.endswith("open site/index.html\n")
    assert built.stdout.count("\n") == 1
    assert (starter / "site/index.html").read_text("utf-8").startswith("<!")


def test_errors_in_content_are_1_and_leave_the_earlier_site(starter: Path) -> None:
    assert run("build").exit_code == 0
    before = (starter / "site/index.html").read_bytes()
    spoil(starter)
    built = run("build")
    assert (built.exit_code, built.stdout) == (1, "")
    assert "error[JB102]" in built.stderr
    assert "nothing was written to site\n" in built.stderr
    assert (starter / "site/index.html").read_bytes() == before


def test_warnings_are_0_and_strict_makes_them_1(starter: Path) -> None:
    warn(starter)
    assert run("check").exit_code == 0
    assert run("build").exit_code == 0
    assert run("check", "--strict").exit_code == 1
    assert "error[JB102]" in run("build", "--strict", "--out", "other").stderr
    assert not (starter / "other").exists()


@pytest.mark.parametrize("text", ["titel: x\n", "title: [\n", "", "title: x\ntheme: nowhere\n"])
def test_a_broken_site_yaml_is_2(starter: Path, text: str) -> None:
    (starter / "site.yaml").write_text(text)
    for command in ("check", "build"):
        found = run(command)
        assert found.exit_code == 2, (command, found.stdout, found.stderr)
        assert (
            "site.yaml:1:1" in found.stdout + found.stderr
            or "site.yaml:" in found.stdout + found.stderr
        )


@pytest.mark.parametrize("out", ["content", "content/site", "."])
def test_an_output_that_would_harm_is_2_and_one_line(starter: Path, out: str) -> None:
    found = run("build", "--out", out)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)


def test_a_folder_of_others_needs_force_and_keeps_their_files(starter: Path) -> None:
    (starter / "out").mkdir()
    (starter / "out/mine.txt").write_text("mine")
    assert run("build", "--out", "out").exit_code == 2
    assert run("build", "--out", "out", "--force").exit_code == 0
    assert (starter / "out/mine.txt").read_text() == "mine"


def test_check_shows_only_what_concerns_the_paths(starter: Path) -> None:
    spoil(starter)
    assert run("check", "content/personas").exit_code == 0
    assert run("check", "content/journeys/lena-commuter/second.md").exit_code == 1
    assert run("check", "content/journeys").exit_code == 1
    assert run("check", "content/nothing").exit_code == 2
    assert run("check", "/").exit_code == 2


def test_json_has_its_documented_shape(starter: Path) -> None:
    spoil(starter)
    found = run("check", "--format", "json")
    assert found.exit_code == 1
    made = json.loads(found.stdout)
    first = next(one for one in made["findings"] if one["severity"] == "error")
    assert {**first, "message": "", "hint": ""} == {
        "code": "JB102",
        "name": "unknown-reference",
        "severity": "error",
        "file": "content/journeys/lena-commuter/second.md",
        "line": 7,
        "column": 15,
        "end_line": 7,
        "end_column": 24,
        "message": "",
        "hint": "",
        "related": [],
    }
    assert made["counts"]["errors"] == 1
    assert sorted(made["counts"]) == ["errors", "files", "infos", "warnings"]


def test_formats_of_forges_count_paths_from_the_repository(
    starter: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    spoil(starter)
    repository = starter.parent / ".git"
    repository.mkdir()
    request.addfinalizer(repository.rmdir)
    monkeypatch.chdir(starter / "content")
    path = f"{starter.name}/content/journeys/lena-commuter/second.md"
    annotated = run("check", "--format", "github")
    assert annotated.exit_code == 1
    assert annotated.stdout.startswith(f"::error file={path},line=7,")
    assert path in [
        one["location"]["path"] for one in json.loads(run("check", "--format", "gitlab").stdout)
    ]
    assert (
        json.loads(run("check", "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]["name"]
        == "journeybook"
    )


def test_quiet_and_verbose(starter: Path) -> None:
    warn(starter)
    quiet = run("build", "--quiet")
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")
    assert "files, " in run("build", "--verbose").stderr
    assert run("check", "--quiet").stdout.endswith("journeybook explain JB102\n")


def test_source_date_epoch_must_be_a_number(starter: Path) -> None:
    found = process("build", cwd=starter, SOURCE_DATE_EPOCH="yesterday")
    assert (found.returncode, found.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH must be a whole number" in found.stderr
    assert process("check", cwd=starter, SOURCE_DATE_EPOCH="1800000000").returncode == 0


def test_a_profile_that_does_not_exist_is_2(starter: Path) -> None:
    assert run("build", "--profile", "public").exit_code == 0
    assert run("build", "--profile", "pubic").exit_code == 2


class Silent:
    """A console that keeps what it is told."""

    asks = colour_of_results = colour_of_remarks = False

    def __init__(self) -> None:
        self.told: list[str] = []

    def remark(self, text: str) -> None:
        self.told.append(text)

    result = remark


def test_the_preview_lays_errors_over_the_last_good_pages(starter: Path) -> None:
    console = Silent()
    session = Session(console, quiet=True)  # type: ignore[arg-type]
    good = preview(session)
    assert good.files is not None
    assert good.overlay_html == ""
    spoil(starter)
    bad = preview(session)
    assert bad.files is None
    assert "second.md:7:15" in bad.overlay_html
    assert "error[JB102]" in console.told[-1]


def test_the_preview_asks_git_again_only_after_a_commit(starter: Path) -> None:
    sitting = PreviewSession()
    assert sitting.history(starter).status is Status.NOT_A_REPOSITORY
    git = ("git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "first")):
        subprocess.run([*git, *words], cwd=starter, check=True)
    first = sitting.history(starter)
    assert [commit.subject for commit in first.changes] == ["first"]
    spoil(starter)
    assert sitting.history(starter) is first
    for words in (("add", "-A"), ("commit", "-qm", "second")):
        subprocess.run([*git, *words], cwd=starter, check=True)
    assert [commit.subject for commit in sitting.history(starter).changes] == ["second", "first"]


def test_explain_by_code_by_name_in_any_case_and_the_nearest(here: Path) -> None:
    assert run("explain", "jb102").stdout == run("explain", "unknown-reference").stdout
    assert "JB102 unknown-reference (error)" in run("explain", "JB102").stdout
    assert "\x1b" not in run("explain", "JB103").stdout
    wrong = run("explain", "JB1002")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "did you mean `JB1" in wrong.stderr
    assert "did you mean `unknown-reference`?" in run("explain", "unknown-refrence").stderr
    listed = run("explain").stdout.splitlines()
    assert len(listed) > 60
    assert all(line.startswith("JB") for line in listed)


def test_schemas_are_draft_07_and_take_what_the_reader_takes(here: Path) -> None:
    whole = json.loads(run("schema").stdout)
    jsonschema.Draft7Validator.check_schema(whole)
    assert {"journey", "persona", "site"} <= set(whole["definitions"])
    one = json.loads(run("schema", "journey").stdout)
    jsonschema.Draft7Validator.check_schema(one)
    assert one["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert (one["$id"], one["title"]) == ("journey.schema.json", "Journey")
    jsonschema.validate({"title": "I buy", "market": "b2c", "tags": ["a"]}, one)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"title": "I buy", "stattus": "draft"}, one)
    assert len(run("schema", "--out", "schemas").stdout.splitlines()) == 10
    assert json.loads((here / "schemas/journey.schema.json").read_text()) == one


def test_doctor_says_what_is_there_and_what_missing_things_cost(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = run("doctor")
    assert bare.exit_code == 0
    assert "journeybook init" in bare.stdout
    assert "effect: " in bare.stdout
    for word in ("Python", "PyYAML", "libyaml", "diagram engine", "fonts", "git"):
        assert word in bare.stdout
    run("init")
    assert f"{here.resolve()} with 15 files" in run("doctor").stdout
    assert "ok      limits for long texts: processor time and memory" in bare.stdout
    monkeypatch.setitem(sys.modules, "resource", None)
    assert "missing limits for long texts: time limit only" in run("doctor").stdout

"""The command line as a newcomer meets it: in an empty folder, with typing errors, in pipes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.cli import COMMANDS

HELPFUL = r"Examples:\n"


def run(*arguments: str, cwd: Path, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "journeybook", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        input=stdin if stdin is not None else "",
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("starter")
    assert run("init", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert run("init", cwd=tmp_path).returncode == 0
    return tmp_path


def test_a_new_site_is_clean_and_builds(site: Path) -> None:
    checked = run("check", "--strict", cwd=site)
    assert (checked.returncode, checked.stdout) == (0, "no findings in 16 files\n")
    built = run("build", cwd=site)
    assert built.returncode == 0, built.stderr
    assert re.fullmatch(r"\d+ pages in [\d.]+ s\. Open .*index\.html\n", built.stdout)
    assert (site / "site" / "index.html").exists()
    assert (site / ".gitattributes").read_text("utf-8").startswith("*.md diff=markdown\n")


def test_init_never_replaces_a_file(site: Path) -> None:
    (site / "site.yaml").write_text("title: Mine\n", "utf-8")
    again = run("init", cwd=site)
    assert again.returncode == 2
    assert "already there; nothing was changed" in again.stderr
    assert (site / "site.yaml").read_text("utf-8") == "title: Mine\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_examples(name: str, tmp_path: Path) -> None:
    helped = run(name, "--help", cwd=tmp_path)
    assert helped.returncode == 0
    assert "Examples:" in helped.stdout


def test_help_and_version_import_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from journeybook.cli import run; code = run(['--version']); run(['--help']);"
        "print([m for m in ('yaml', 'jinja2', 'markdown', 'nh3', 'watchdog', 'mermaid', 'merman') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.startswith("journeybook, version ")
    assert done.stdout.endswith("[]\n")


def test_a_mistyped_command_is_answered_with_the_nearest(tmp_path: Path) -> None:
    done = run("biuld", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean `build`?" in done.stderr
    assert done.stdout == ""


def test_without_a_site_one_line_says_what_to_do(tmp_path: Path) -> None:
    done = run("check", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "journeybook init" in done.stderr


def test_a_site_is_found_from_a_folder_below_it(starter: Path) -> None:
    assert run("check", cwd=starter / "content" / "journeys").returncode == 0


def test_errors_give_1_and_no_output_folder(site: Path) -> None:
    page = site / "content" / "pages" / "about.md"
    page.write_text("---\ntitel: About\n---\n", "utf-8")
    checked = run("check", cwd=site)
    assert checked.returncode == 1
    assert "error[JB115] unknown-key: nothing is called `titel`\n  --> content/pages/about.md:2:1\n" in checked.stdout
    assert "^^^^^ did you mean `title`?" in checked.stdout
    assert checked.stdout.endswith("= journeybook explain JB115\n\n1 error in 16 files\n")
    built = run("build", cwd=site)
    assert built.returncode == 1
    assert "nothing was written" in built.stderr
    assert not (site / "site").exists()


def test_a_broken_site_yaml_gives_2(site: Path) -> None:
    (site / "site.yaml").write_text("title: [a\n", "utf-8")
    assert run("check", cwd=site).returncode == 2
    assert run("build", cwd=site).returncode == 2


def test_warnings_give_0_and_with_strict_1(site: Path) -> None:
    (site / "content" / "pages" / "about.md").write_text("---\ntitle: About\n---\nA <b>bold</b> claim.\n", "utf-8")
    assert run("check", cwd=site).returncode == 0
    assert run("check", "--strict", cwd=site).returncode == 1
    assert run("build", "--strict", cwd=site).returncode == 1


def test_findings_as_json(site: Path) -> None:
    (site / "content" / "pages" / "about.md").write_text("---\ntitle: سلام\nmenu: vielleicht\n---\n", "utf-8")
    found = json.loads(run("check", "--format", "json", cwd=site).stdout)
    assert found["counts"] == {"errors": 1, "warnings": 0, "infos": 0, "files": 16}
    assert found["findings"] == [
        {
            "code": "JB117",
            "name": "wrong-value",
            "severity": "error",
            "file": "content/pages/about.md",
            "line": 3,
            "column": 7,
            "end_line": 3,
            "end_column": 17,
            "message": "`menu` is `vielleicht`; expected yes or no",
            "hint": "",
        }
    ]


def test_paths_narrow_what_is_shown(site: Path) -> None:
    (site / "content" / "pages" / "about.md").write_text("", "utf-8")
    assert run("check", "content/personas", cwd=site).returncode == 0
    assert run("check", "content/pages/about.md", cwd=site).returncode == 1
    missing = run("check", "content/nothing.md", cwd=site)
    assert missing.returncode == 2
    assert "no file of this site is called" in missing.stderr


def test_colour_only_on_a_terminal(site: Path) -> None:
    (site / "content" / "pages" / "about.md").write_text("", "utf-8")
    assert "\x1b" not in run("check", cwd=site).stdout
    assert "\x1b" not in run("check", cwd=site, NO_COLOR="1", FORCE_COLOR="1").stdout


def test_a_reader_that_goes_away_is_no_error(site: Path) -> None:
    command = f'"{sys.executable}" -m journeybook explain | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], cwd=site, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] == "0"


def test_a_bug_of_ours_gives_3_and_a_report(site: Path) -> None:
    code = (
        "import sys, journeybook.checks.explain as e; from journeybook.cli import run\n"
        "def broken(*a): raise RuntimeError('a secret of the content')\n"
        "e.explanation = broken; e.all_explanations = broken\n"
        "sys.exit(run(['explain', 'JB102']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=site, capture_output=True, text=True)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "a bug of ours" in done.stderr
    report = next(site.glob("journeybook-crash-*.txt")).read_text("utf-8")
    assert "RuntimeError" in report
    assert "a secret of the content" not in report


def test_explain_by_code_and_by_name(tmp_path: Path) -> None:
    by_code, by_name = run("explain", "jb102", cwd=tmp_path), run("explain", "unknown-reference", cwd=tmp_path)
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    assert "Bad:" in by_code.stdout
    wrong = run("explain", "JB1002", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "did you mean" in wrong.stderr


def test_schemas_are_draft_07_and_fit_the_starter(starter: Path, tmp_path: Path) -> None:
    import jsonschema
    import yaml

    assert run("schema", "--out", str(tmp_path), cwd=tmp_path).returncode == 0
    names = {path.name for path in tmp_path.glob("*.schema.json")}
    assert "journey.schema.json" in names
    assert "site.schema.json" in names
    for path in tmp_path.glob("*.schema.json"):
        schema = json.loads(path.read_text("utf-8"))
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        jsonschema.Draft7Validator.check_schema(schema)
    schema = json.loads((tmp_path / "journey.schema.json").read_text("utf-8"))
    text = next((starter / "content" / "journeys").rglob("*.md")).read_text("utf-8")
    front = yaml.load(text.split("---")[1], Loader=yaml.BaseLoader)  # BaseLoader reads text only
    jsonschema.validate(front, schema)


@pytest.mark.parametrize(
    "kind", ["persona", "touchpoint", "channel", "metric", "opportunity", "collateral", "evidence", "page"]
)
def test_new_files_of_every_kind_pass_the_check(kind: str, site: Path) -> None:
    made = run("new", kind, "--title", 'A "new" one: #1', cwd=site)
    assert made.returncode == 0, made.stderr
    path = site / made.stdout.removeprefix("wrote ").strip()
    assert path.name == "a-new-one-1.md"
    checked = run("check", str(path), cwd=site)
    assert checked.returncode == 0, checked.stdout
    again = run("new", kind, "--title", 'A "new" one: #1', cwd=site)
    assert again.returncode == 2
    assert "already there" in again.stderr


def test_a_new_journey_passes_the_check_and_brings_its_persona(site: Path) -> None:
    made = run(
        *("new", "journey", "--title", "I rent a bike", "--persona", "Ana Lima", "--market", "b2c"),
        *("--step", "Awareness: I see a bike", "--step", "Decision: I unlock it"),
        cwd=site,
    )
    assert made.returncode == 0, made.stderr
    assert made.stdout == "wrote content/personas/ana-lima.md\nwrote content/journeys/ana-lima/i-rent-a-bike.md\n"
    assert run("check", "--strict", "content/journeys", cwd=site).returncode == 0


def test_new_says_which_key_was_meant(site: Path) -> None:
    wrong = run("new", "touchpoint", "--title", "x", "--set", "fase=before", cwd=site)
    assert wrong.returncode == 2
    assert "did you mean `phase`?" in wrong.stderr


def test_doctor_says_what_is_there(starter: Path) -> None:
    done = run("doctor", cwd=starter)
    assert done.returncode == 0
    assert re.search(r"^ok  journeybook", done.stdout, re.MULTILINE)
    assert re.search(r"^(ok|!)\s+git", done.stdout, re.MULTILINE)


def test_a_public_build_leaves_notes_out(site: Path) -> None:
    journey = next((site / "content" / "journeys").rglob("*.md"))
    text = journey.read_text("utf-8").replace("- does: mops the floor", "- note: internal remark\n- does: mops the floor")
    journey.write_text(text, "utf-8")
    for profile, expected in (("", True), ("public", False)):
        assert run("build", "--profile", profile, cwd=site).returncode == 0
        pages = [path.read_text("utf-8") for path in (site / "site").rglob("*") if path.suffix in (".html", ".md", ".json")]
        assert any("internal remark" in page for page in pages) is expected


def test_an_output_folder_of_others_is_refused(site: Path) -> None:
    (site / "docs").mkdir()
    (site / "docs" / "thesis.txt").write_text("mine", "utf-8")
    refused = run("build", "--out", "docs", cwd=site)
    assert refused.returncode == 2
    assert "did not make" in refused.stderr
    assert run("build", "--out", "content/site", cwd=site).returncode == 2
    assert run("build", "--out", "docs", "--force", cwd=site).returncode == 0
    assert (site / "docs" / "thesis.txt").read_text("utf-8") == "mine"


def test_epoch_must_be_a_number(site: Path) -> None:
    wrong = run("check", cwd=site, SOURCE_DATE_EPOCH="soon")
    assert wrong.returncode == 2
    assert wrong.stderr == "journeybook: SOURCE_DATE_EPOCH must be a whole number\n"

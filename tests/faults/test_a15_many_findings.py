"""A15: what is missing is told once, errors stand last, and nothing is called unused in vain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.cli import cli

HEAD = "---\ntitle: I buy\n---\n## Awareness\n"
STEPS = "".join(
    f"### I look {at} {{#look-{at}}}\n- touchpoint: shop, web\n- does: looks ^i07\n"
    for at in range(5)
)


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "site.yaml", "title: Maps\n")
    write(tmp_path, "content/personas/ana.md", "---\ntitle: Ana\n---\n")
    write(tmp_path, "content/journeys/ana/buy.md", HEAD + STEPS)
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--site", str(root)])


def heads(result: Result) -> list[str]:
    """The level and the message of each finding, in order."""
    return re.findall(r"^(?:error|warning|info)\[.*", result.stdout, re.MULTILINE)


def test_a15_a_missing_thing_is_one_finding(root: Path) -> None:
    told = [line for line in heads(run(root, "check")) if "JB102" in line]
    assert told == [
        f"warning[JB102] unknown-reference: unknown {what} (and in 4 more places)"
        for what in ("touchpoint `shop`", "touchpoint `web`", "evidence `i07`")
    ]


def test_a15_machines_still_get_every_place(root: Path) -> None:
    told = run(root, "check", "--format", "json").stdout
    assert told.count('"JB102"') == 15


def test_a15_errors_are_last_and_never_below_remarks(root: Path) -> None:
    write(
        root,
        "content/journeys/ana/aaa.md",
        HEAD + "### I pay {#pay}\n- pian: dear\n- says: hm\n* needs: x\n",
    )
    levels = [line.partition("[")[0] for line in heads(run(root, "check"))]
    order = ["info", "warning", "error"]
    assert levels == sorted(levels, key=order.index)
    assert set(levels) == set(order)


def test_a15_new_missing_writes_a_file_for_each(root: Path) -> None:
    result = run(root, "new", "--missing")
    assert result.exit_code == 0, result.stderr
    names = [Path(line).name for line in result.stdout.splitlines()]
    assert names == ["i07.md", "shop.md", "web.md"]
    assert "JB102" not in run(root, "check").stdout
    again = run(root, "new", "--missing")
    assert (again.stdout, again.stderr) == ("", "nothing is missing\n")


def test_a15_new_still_takes_a_kind_and_shows_its_help_without_one(root: Path) -> None:
    assert run(root, "new", "touchpoint", "--title", "Shop").stdout.endswith("shop.md\n")
    assert "--missing" in CliRunner().invoke(cli, ["new"]).stdout


@pytest.mark.parametrize("broken", ["- tuchpoint: desk\n", "<<<<<<< HEAD\n"])
def test_a15_nothing_is_called_unused_while_a_file_cannot_be_read(root: Path, broken: str) -> None:
    write(root, "content/touchpoints/desk.md", "---\ntitle: Desk\n---\n")
    assert "`desk` is not used anywhere" in run(root, "check").stdout
    write(root, "content/journeys/ana/pay.md", HEAD + "### I pay {#pay}\n" + broken)
    assert "not used anywhere" not in run(root, "check").stdout

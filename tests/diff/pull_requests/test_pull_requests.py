"""Twenty-three pull requests, each with the full text a reviewer reads: the report and the comment.

`pytest tests/diff/pull_requests --accept` overwrites the expected texts; read every one that changes
as somebody would who knows customers and no code.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from journeybook.report.changes_markdown import as_comment, curves_of
from journeybook.report.changes_text import as_text
from pull_requests.edits import EDITS, PREPARATIONS
from pull_requests.pull_request import Branch, Edit, review

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_c_what_a_reviewer_reads(
    edit: Edit, sample_files: Mapping[str, bytes], accept: bool
) -> None:
    text = read_by_a_reviewer(sample_files, edit)
    expected = EXPECTED / f"{EDITS.index(edit) + 1:02}-{edit.__name__.replace('_', '-')}.txt"
    if accept:
        expected.write_text(text, "utf-8", newline="\n")
    assert text == expected.read_text("utf-8")


def read_by_a_reviewer(base: Mapping[str, bytes], edit: Edit) -> str:
    """The report at the terminal, then the comment on the pull request."""
    if edit in PREPARATIONS:
        prepared = Branch(dict(base))
        PREPARATIONS[edit](prepared)
        base = prepared.files
    compared = review(base, edit)
    comment = as_comment(compared.changes, curves=curves_of(compared))
    return f"{as_text(compared.changes)}\n{'=' * 80}\n\n{comment}"


def test_c_every_expected_text_belongs_to_a_pull_request() -> None:
    numbers = [int(path.name[:2]) for path in sorted(EXPECTED.glob("*.txt"))]
    assert numbers == list(range(1, len(EDITS) + 1))

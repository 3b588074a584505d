"""A map that cannot be read is named and left out of the comparison, which is then not whole."""

from __future__ import annotations

import pytest

from journeybook.diff.compare import compare
from journeybook.diff.read_revisions import read_revisions
from sites import BUY

WHOLE = "---\ntitle: I buy shoes\n---\n## Decision\n### I pay {#pay}\n- pain: no card !high\n### I go {#go}\n"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        (WHOLE.split("---\n")[2], "this file does not start with front matter"),
        (POINTER, "this is a pointer of git LFS, not the file itself"),
        (WHOLE.replace("{#go}", "{#pay}"), "the ID `pay` appears twice in this file"),
    ],
    ids=["no front matter", "LFS pointer", "an ID twice"],
)
def test_c15_an_unreadable_map_is_named_and_nothing_is_said_about_its_content(
    after: str, reason: str
) -> None:
    both = read_revisions({BUY: WHOLE.encode()}, {BUY: after.encode()})
    changes = compare(both.before, both.after, unreadable=both.unreadable, touched=both.touched)
    assert changes.changes == ()
    assert [fault.reason for fault in changes.unreadable] == [reason]
    assert not changes.is_whole

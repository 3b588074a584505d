"""C19: the same edit in many files is one line, whatever kind of file it is."""

from __future__ import annotations

from revisions import changes

from journeybook.report.changes_text import as_text


def test_c19_an_owner_changed_in_six_touchpoints_is_one_line() -> None:
    def touchpoints(owner: str) -> dict[str, str]:
        return {
            f"content/touchpoints/t{n}.md": f"---\ntitle: T{n}\nowner: {owner}\n---\n"
            for n in range(6)
        }

    both = changes(touchpoints("retail"), touchpoints("shops"))
    assert [len(change.folded) for change in both.changes] == [6]
    assert "same change in 5 more files" in as_text(both)


def test_c19_the_same_edit_in_two_kinds_of_file_is_two_lines() -> None:
    def files(owner: str) -> dict[str, str]:
        head = f"---\ntitle: X\nowner: {owner}\n---\n"
        kinds = ("touchpoints", "channels")
        return {f"content/{kind}/{kind}-{n}.md": head for kind in kinds for n in range(5)}

    assert len(changes(files("retail"), files("shops")).changes) == 2

"""E7: a document that a text links to is carried to the site; what is not carried is told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from journeybook.outputs.site import build, check
from sample import INFO

Layers = tuple[Mapping[str, bytes], ...]
REPORT = b"%PDF-1.7 interviews"
SITE = {
    "site.yaml": b"title: Maps\nprofiles:\n  public:\n    leave-out: {files: ['*.pdf']}\n",
    "content/pages/about.md": b"---\ntitle: About\n---\n[the report](../report.pdf)\n",
    "content/evidence/i01.md": "---\ntitle: Talks\nlink: ../Übersicht.xlsx\n---\n".encode(),
    "content/report.pdf": REPORT,
    "content/Übersicht.xlsx": b"PK\x03\x04",
    "content/pages/draft.docx": b"PK\x03\x04",
}


def written(layers: Layers, profile: str = "") -> Mapping[str, bytes]:
    made = build(SITE, layers, INFO, profile=profile)
    assert made.files is not None, [finding.message for finding in made.diagnostics]
    return made.files


def test_e7_a_linked_file_is_carried_and_the_link_leads_to_it(theme_layers: Layers) -> None:
    files = written(theme_layers)
    link = re.search(r'href="\.\./([^"]+)">the report<', files["pages/about.html"].decode())
    assert link
    assert re.fullmatch(r"assets/files/report\.[0-9a-f]{8}\.pdf", link[1])
    assert files[link[1]] == REPORT


def test_e7_the_link_of_evidence_may_be_a_file_too(theme_layers: Layers) -> None:
    files = written(theme_layers)
    link = re.search(r'href="\.\./(assets/files/[^"]+\.xlsx)"', files["evidence/i01.html"].decode())
    assert link
    assert link[1] in files


def test_e7_a_file_that_no_text_links_to_is_not_published_and_told(theme_layers: Layers) -> None:
    assert not [name for name in written(theme_layers) if "draft" in name]
    (finding,) = [found for found in check(SITE, INFO).diagnostics if found.code == "JB124"]
    assert finding.message == "no text links to `draft.docx`, so it is not published"


def test_e7_a_profile_can_leave_a_file_out(theme_layers: Layers) -> None:
    files = written(theme_layers, "public")
    assert REPORT not in files.values()
    assert "the report" in files["pages/about.html"].decode()


def test_e7_a_link_to_a_file_that_is_not_there_is_reported() -> None:
    missing = {path: data for path, data in SITE.items() if not path.endswith(("pdf", "xlsx"))}
    told = [found.message for found in check(missing, INFO).diagnostics if found.code == "JB160"]
    assert told == [
        "the link `../Übersicht.xlsx` does not lead to a file in this site",
        "the link `../report.pdf` does not lead to a file in this site",
    ]


def test_e7_an_empty_file_or_a_pointer_of_lfs_is_an_error() -> None:
    for data in (b"", b"version https://git-lfs.github.com/spec/v1\n"):
        found = check({**SITE, "content/report.pdf": data}, INFO).diagnostics
        assert [finding.severity for finding in found if finding.code == "JB154"] == ["error"]

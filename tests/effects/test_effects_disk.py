"""Reading a site from disk: what is refused, and that one bad file never hides the others."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from journeybook.budget import Budget
from journeybook.diagnostics import Diagnostic, Severity
from journeybook.effects import folders
from journeybook.effects.disk import find_site, packaged_theme, read_site, read_theme
from journeybook.effects.faults import EnvironmentFault


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    (root / "content" / "journeys").mkdir(parents=True)
    (root / "site.yaml").write_bytes(b"title: Shop\n")
    (root / "content" / "journeys" / "good.md").write_bytes(b"good\r\n")
    return root


def read(
    root: Path, **raised: int
) -> tuple[Mapping[str, bytes], list[tuple[str, str]], tuple[Diagnostic, ...]]:
    tree, findings = read_site(root, lambda site_file: Budget(**raised))
    assert all(finding.severity is Severity.ERROR for finding in findings)
    assert all(not finding.message.endswith(".") for finding in findings)
    return tree.files, [(finding.code, finding.span.file) for finding in findings], findings


def test_a_site_is_read_in_order_byte_for_byte(site: Path) -> None:
    (site / "content" / "a.md").write_bytes(b"\xef\xbb\xbfa")
    (site / "README.md").write_bytes(b"not content")
    files, codes, _ = read(site)
    assert list(files) == ["content/a.md", "content/journeys/good.md", "site.yaml"]
    assert files["content/journeys/good.md"] == b"good\r\n"
    assert files["content/a.md"] == b"\xef\xbb\xbfa"
    assert codes == []


def test_hidden_files_and_leftovers_are_no_content(site: Path) -> None:
    for name in (
        ".hidden",
        ".#lock.md",
        "a.md~",
        "Thumbs.db",
        "desktop.ini",
        ".git/config",
        ".obsidian/x.md",
    ):
        path = site / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    files, codes, _ = read(site)
    assert list(files) == ["content/journeys/good.md", "site.yaml"]
    assert codes == []


def test_p2_no_symbolic_link_is_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_bytes(b"secret")
    content = site / "content"
    (content / "file.md").symlink_to(tmp_path / "secret.md")
    (content / "folder").symlink_to(tmp_path)
    (content / "loop").symlink_to(content)
    (content / "nowhere.md").symlink_to("missing")
    files, codes, findings = read(site)
    assert list(files) == ["content/journeys/good.md", "site.yaml"]
    assert codes == [
        ("JB120", f"content/{name}") for name in ("file.md", "folder", "loop", "nowhere.md")
    ]
    assert findings[0].message == "symbolic links are not followed: `content/file.md`"


def test_p2_the_content_folder_and_site_file_may_not_be_links(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "content").symlink_to(site / "content")
    (other / "site.yaml").symlink_to(site / "site.yaml")
    files, codes, _ = read(other)
    assert dict(files) == {}
    assert codes == [("JB120", "content"), ("JB120", "site.yaml")]


def test_p2_a_folder_swapped_for_a_link_while_reading_leads_nowhere(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "secret.md").write_bytes(b"secret")
    real_open = os.open

    def swap_then_open(
        path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None
    ) -> int:
        if path == "journeys" and not (site / "content" / "journeys").is_symlink():
            (site / "content" / "journeys").rename(site / "moved")
            (site / "content" / "journeys").symlink_to(tmp_path / "journeys")
        return real_open(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", swap_then_open)
    files, codes, _ = read(site)
    assert list(files) == ["site.yaml"]
    assert codes == [("JB121", "content/journeys")]


def test_y11_pipes_sockets_and_devices_are_findings_and_never_opened(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(site / "content" / "pipe.md")
    monkeypatch.chdir(site / "content")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.md")
        expected = [("JB121", "content/pipe.md"), ("JB121", "content/socket.md")]
        if os.geteuid() == 0:
            os.mknod("null.md", 0o20666, os.makedev(1, 3))
            expected.insert(0, ("JB121", "content/null.md"))
        files, codes, _ = read(site)
    assert codes == expected
    assert "content/journeys/good.md" in files


def test_y11_a_folder_named_like_a_page_is_a_folder(site: Path) -> None:
    (site / "content" / "x.md").mkdir()
    (site / "content" / "x.md" / "y.md").write_bytes(b"y")
    files, codes, _ = read(site)
    assert "content/x.md/y.md" in files
    assert codes == []


@pytest.mark.parametrize("fault", [errno.EACCES, errno.ENOENT, errno.EIO, errno.EMFILE])
def test_y11_an_unreadable_or_vanished_file_is_a_finding(
    site: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    (site / "content" / "bad.md").write_bytes(b"bad")
    real_open = os.open

    def failing_open(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == "bad.md":
            raise OSError(fault, os.strerror(fault))
        return real_open(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", failing_open)
    files, codes, findings = read(site)
    assert codes == [("JB121", "content/bad.md")]
    assert findings[0].message.startswith("cannot read `content/bad.md`: ")
    assert "content/journeys/good.md" in files


def test_y11_an_empty_file_is_read(site: Path) -> None:
    (site / "content" / "empty.md").touch()
    assert read(site)[0]["content/empty.md"] == b""


def test_y11_a_content_that_is_a_file_is_read_as_one(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "content").write_bytes(b"?")
    assert dict(read(other)[0]) == {"content": b"?"}


def test_p1_a_name_that_is_not_utf8_is_a_finding(site: Path) -> None:
    os.close(os.open(os.fsencode(site) + b"/content/caf\xe9.md", os.O_CREAT | os.O_WRONLY))
    _, codes, findings = read(site)
    assert codes == [("JB121", "content/caf\ufffd.md")]
    assert "not UTF-8" in findings[0].message


def test_limits_are_named_in_the_finding(site: Path) -> None:
    content = site / "content"
    (content / "long.md").write_bytes(b"x" * (256 * 1024 + 1))
    (content / "fits.md").write_bytes(b"x" * (256 * 1024))
    (content / "large.png").write_bytes(b"x" * (8 * 1024 * 1024 + 1))
    (content / "fits.png").write_bytes(b"x" * (256 * 1024 + 1))
    files, codes, findings = read(site)
    assert codes == [("JB122", "content/large.png"), ("JB122", "content/long.md")]
    assert "8 MB" in findings[0].message
    assert "256 KB" in findings[1].message
    assert {"content/fits.md", "content/fits.png"} <= files.keys()


def test_too_many_files_too_much_and_too_deep_stop_reading(site: Path) -> None:
    for number in range(5):
        (site / "content" / f"{number}.md").write_bytes(b"x" * 100)
    files, codes, _ = read(site, files=3)
    assert len(files) == 3
    assert [code for code, _ in codes] == ["JB123"]
    assert [code for code, _ in read(site, total=250)[1]] == ["JB123"]
    deep = site / "content" / "/".join("abcdefghijk")
    deep.mkdir(parents=True)
    (deep / "too-deep.md").write_bytes(b"x")
    (deep.parent / "just.md").write_bytes(b"x")
    files, codes, _ = read(site)
    assert codes == [("JB123", "content/" + "/".join("abcdefghijk"))]
    assert "content/" + "/".join("abcdefghij") + "/just.md" in files


def test_reading_is_the_same_without_descriptors(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "content" / "link.md").symlink_to(tmp_path)
    with_descriptors = read_site(site)
    monkeypatch.setattr(folders, "_BY_DESCRIPTOR", False)
    assert read_site(site) == with_descriptors


def test_no_descriptor_is_left_open(site: Path) -> None:
    (site / "content" / "link.md").symlink_to("nowhere")
    before = os.listdir("/proc/self/fd")
    read_site(site)
    assert len(os.listdir("/proc/self/fd")) == len(before)


def test_a_missing_site_file_is_for_the_caller_to_judge(tmp_path: Path) -> None:
    assert read_site(tmp_path)[0].files == {}
    with pytest.raises(EnvironmentFault, match="cannot read"):
        read_site(tmp_path / "missing")


def test_a_site_is_found_from_any_folder_in_it(site: Path, tmp_path: Path) -> None:
    assert find_site(site / "content" / "journeys") == site
    assert find_site(site) == site
    assert find_site(tmp_path) is None


def test_a_theme_is_its_templates_and_static_files(tmp_path: Path) -> None:
    for name in ("templates/base.html", "static/fonts/a.woff2", "static/.DS_Store", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert list(read_theme(tmp_path)) == ["static/fonts/a.woff2", "templates/base.html"]
    (tmp_path / "static" / "link.css").symlink_to("/etc/passwd")
    with pytest.raises(EnvironmentFault, match="symbolic links are not followed"):
        read_theme(tmp_path)


def test_the_packaged_theme_comes_before_the_checkouts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "generator" / "journeybook"
    package.mkdir(parents=True)
    monkeypatch.setattr("journeybook.effects.disk._PACKAGE", package)
    with pytest.raises(EnvironmentFault, match="reinstall journeybook"):
        packaged_theme()
    (tmp_path / "themes" / "default").mkdir(parents=True)
    assert packaged_theme() == tmp_path / "themes" / "default"
    (package / "themes" / "default").mkdir(parents=True)
    assert packaged_theme() == package / "themes" / "default"

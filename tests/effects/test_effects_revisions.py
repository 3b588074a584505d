"""A site at any revision: read out of git's store, whatever is in there, and nothing of it runs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from test_effects_git import AUTHOR, commit, repo, run

from journeybook.budget import Budget
from journeybook.effects.git_tree import Tree
from journeybook.effects.revisions import CouldNotRead, NotARevision, Repository

__all__ = ["repo"]
SITE = {"site.yaml": "title: T\n", "content/personas/ana.md": "---\ntitle: Ana\n---\n"}


def contents(repository: Repository, tree: Tree) -> dict[str, bytes]:
    oids = {entry.oid: 10_000 for entry in tree.entries.values()}
    blobs, _ = repository.blobs(tuple(oids), oids)
    return {path: blobs[entry.oid] for path, entry in tree.entries.items()}


def test_a_site_is_read_at_a_revision_and_not_from_disk(repo: Path) -> None:
    one = commit(repo, SITE, "first", 1_700_000_000)
    commit(
        repo,
        {"site.yaml": "title: Later\n", "other.txt": "x", ".journeybook-accept": "# none\n"},
        "next",
        1_700_000_100,
    )
    (repo / "site.yaml").write_text("on disk")
    repository = Repository(repo)
    assert contents(repository, repository.tree(one)) == {
        path: text.encode() for path, text in SITE.items()
    }
    now = contents(repository, repository.tree(repository.commit("HEAD")))
    assert now["site.yaml"] == b"title: Later\n"
    assert set(now) == {*SITE, ".journeybook-accept"}


def test_a_site_in_a_folder_has_paths_from_its_own_root(repo: Path) -> None:
    head = commit(
        repo,
        {f"shop/{path}": text for path, text in SITE.items()} | {"content/x.md": "x"},
        "first",
        1_700_000_000,
    )
    repository = Repository(repo / "shop")
    assert set(repository.tree(head).entries) == set(SITE)
    assert repository.folder == "shop/"


def test_renames_are_what_git_takes_for_one(repo: Path) -> None:
    long = "---\ntitle: Ana\n---\n" + "Much of a story.\n" * 20
    one = commit(repo, {"content/personas/ana.md": long}, "first", 1_700_000_000)
    (repo / "content/personas/ana.md").rename(repo / "content/personas/eva.md")
    two = commit(repo, {"x": "x"}, "next", 1_700_000_100)
    assert Repository(repo).renames(one, two) == {
        "content/personas/eva.md": "content/personas/ana.md"
    }


@pytest.mark.parametrize(
    "name",
    [
        "--output=proof",
        "-cfoo=bar",
        "HEAD^{/x}",
        ":/first",
        "a..b",
        "@{-1}",
        "with blank",
        "no-such",
        "",
        "HEAD:site.yaml",
        "\n",
    ],
)
def test_g1_hostile_and_missing_names_are_no_revisions(repo: Path, name: str) -> None:
    commit(repo, SITE, "first", 1_700_000_000)
    with pytest.raises(NotARevision, match="not a revision: `"):
        Repository(repo).commit(name)
    assert not (repo / "proof").exists()


@pytest.mark.parametrize(
    "name", ["main", "HEAD", "v1", "HEAD~0", "refs/heads/main", "feature/größe", "@"]
)
def test_g1_ordinary_names_are_revisions(repo: Path, name: str) -> None:
    head = commit(repo, SITE, "first", 1_700_000_000)
    run(repo, "tag", "-a", "v1", "-m", "one")
    run(repo, "branch", "feature/größe")
    assert Repository(repo).commit(name) == head


def made(repo: Path, entries: list[tuple[str, str, bytes, bytes]]) -> str:
    """A commit whose tree holds these raw entries (mode, kind, name, content or object id), whatever git thinks of them."""

    def put(kind: str, data: bytes) -> str:
        command = ["git", *AUTHOR, "hash-object", "-w", "-t", kind, "--literally", "--stdin"]
        return (
            subprocess.run(command, cwd=repo, input=data, capture_output=True, check=True)
            .stdout.decode()
            .strip()
        )

    raw = b""
    for mode, kind, name, data in entries:
        oid = data.decode() if kind in ("commit", "tree") else put("blob", data)
        raw += mode.encode() + b" " + name + b"\0" + bytes.fromhex(oid)
    content = put("tree", raw)
    top = put("tree", b"40000 content\0" + bytes.fromhex(content))
    return run(repo, "commit-tree", top, "-m", "made").strip()


def test_g2_links_submodules_odd_paths_and_doubles_are_findings_and_the_rest_is_read(
    repo: Path,
) -> None:
    commit(repo, SITE, "first", 1_700_000_000)
    inner = run(repo, "rev-parse", "HEAD").strip()
    head = made(
        repo,
        [
            ("120000", "blob", b"a-link.md", b"/etc/passwd"),
            ("160000", "commit", b"b-module", inner.encode()),
            ("100644", "blob", b"back\\slash.md", b"x"),
            ("100644", "blob", b"twice.md", b"one"),
            ("100644", "blob", b"twice.md", b"two"),
            ("100644", "blob", b"-rf.md", b"fine"),
            ("100644", "blob", b"new\nline.md", b"fine"),
            ("100644", "blob", b"$(id).md", b"fine"),
        ],
    )
    repository = Repository(repo)
    tree = repository.tree(head)
    said = {(finding.code, finding.span.file) for finding in tree.findings}
    assert said == {
        ("JB120", "content/a-link.md"),
        ("JB121", "content/b-module"),
        ("JB121", "content/back\\slash.md"),
        ("JB121", "content/twice.md"),
    }
    assert {"content/-rf.md", "content/new\nline.md", "content/$(id).md"} <= set(
        contents(repository, tree)
    )


def test_g2_a_tree_that_climbs_out_is_refused(repo: Path) -> None:
    commit(repo, SITE, "first", 1_700_000_000)
    inner = run(repo, "rev-parse", "HEAD^{tree}").strip()
    head = made(repo, [("40000", "tree", b"..", inner.encode())])
    tree = Repository(repo).tree(head)
    assert not tree.entries
    assert {finding.code for finding in tree.findings} == {"JB121"}


def test_g2_a_large_file_is_known_by_its_size_and_never_read(repo: Path) -> None:
    head = commit(repo, {"content/x.md": "x" * 5000, "content/y.md": "y"}, "first", 1_700_000_000)
    repository = Repository(repo)
    entries = repository.tree(head).entries
    blobs, large = repository.blobs(
        tuple(entry.oid for entry in entries.values()), {e.oid: 1000 for e in entries.values()}
    )
    assert list(large.values()) == [5000]
    assert list(blobs.values()) == [b"y"]


def test_g2_more_files_than_a_site_may_have_end_the_listing(repo: Path) -> None:
    head = commit(repo, {f"content/{n}.md": "x" for n in range(5)}, "first", 1_700_000_000)
    tree = Repository(repo).tree(head, Budget(files=3))
    assert len(tree.entries) == 3
    assert [finding.code for finding in tree.findings] == ["JB123"]


def test_g2_nothing_of_a_hostile_repository_runs(repo: Path, tmp_path: Path) -> None:
    proof, program = tmp_path / "proof", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {proof}\ncat\n")
    program.chmod(0o755)
    one = commit(
        repo, {**SITE, ".gitattributes": "*.md diff=evil filter=evil\n"}, "first", 1_700_000_000
    )
    two = commit(repo, {"content/personas/ana.md": "changed"}, "next", 1_700_000_100)
    for setting in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "diff.evil.textconv", "diff.evil.command", "diff.external",
        "filter.evil.smudge", "filter.evil.process", "uploadpack.packObjectsHook", "alias.ls-tree", "alias.cat-file",
    ):  # fmt: skip
        run(repo, "config", setting, str(program))
    proof.unlink(missing_ok=True)
    repository = Repository(repo)
    assert contents(repository, repository.tree(repository.commit("HEAD")))
    repository.renames(one, two)
    repository.changed_paths(one, two)
    repository.merge_bases(one, two)
    assert not proof.exists()


def test_g3_no_git_no_repository_and_an_empty_one_say_what_to_run(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CouldNotRead, match=r"this branch has no commits yet; run `git add"):
        Repository(repo).commit("HEAD")
    (tmp_path / "plain").mkdir()
    with pytest.raises(CouldNotRead, match=r"not in a git repository; run `git init"):
        Repository(tmp_path / "plain").commit("HEAD")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CouldNotRead, match="git is not installed; install git"):
        Repository(repo).commit("HEAD")


def test_g3_a_shallow_clone_says_how_to_get_the_rest(repo: Path, tmp_path: Path) -> None:
    commit(repo, SITE, "first", 1_700_000_000)
    commit(repo, {"x": "x"}, "second", 1_700_000_100)
    run(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", "clone")
    clone = Repository(tmp_path / "clone")
    assert clone.tree(clone.commit("HEAD")).entries
    with pytest.raises(
        CouldNotRead, match=r"this clone is shallow.*git fetch --unshallow.*fetch-depth: 0"
    ):
        clone.commit("HEAD~1")


def test_g3_a_shallow_clone_without_the_merge_base_says_so(repo: Path, tmp_path: Path) -> None:
    commit(repo, SITE, "first", 1_700_000_000)
    run(repo, "checkout", "-qb", "side")
    commit(repo, {"x": "x"}, "side", 1_700_000_100)
    run(repo, "checkout", "-q", "main")
    commit(repo, {"y": "y"}, "main", 1_700_000_200)
    run(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repo}", "clone")
    clone = Repository(tmp_path / "clone")
    with pytest.raises(
        CouldNotRead,
        match="this shallow clone does not contain the commit where the two revisions diverged",
    ):
        clone.merge_bases(clone.commit("origin/main"), clone.commit("origin/side"))


def test_g3_histories_without_a_common_commit_are_compared_directly(repo: Path) -> None:
    one = commit(repo, SITE, "first", 1_700_000_000)
    run(repo, "checkout", "-q", "--orphan", "other")
    two = commit(repo, {"x": "x"}, "other", 1_700_000_100)
    with pytest.raises(
        CouldNotRead, match=r"no common commit; compare them directly with `A\.\.B`"
    ):
        Repository(repo).merge_bases(one, two)


def test_g3_bare_and_sha256_repositories_and_a_detached_head_are_read(
    repo: Path, tmp_path: Path
) -> None:
    head = commit(repo, SITE, "first", 1_700_000_000)
    run(repo, "checkout", "-q", "--detach")
    (repo / ".git" / "index.lock").touch()
    assert Repository(repo).commit("HEAD") == head
    run(tmp_path, "clone", "-q", "--bare", str(repo), "bare.git")
    assert set(Repository(tmp_path / "bare.git").tree(head).entries) == set(SITE)
    other = tmp_path / "sha256"
    other.mkdir()
    run(other, "init", "-q", "--object-format=sha256")
    long = commit(other, SITE, "first", 1_700_000_000)
    assert contents(Repository(other), Repository(other).tree(long))["site.yaml"] == b"title: T\n"


def test_g3_a_file_missing_from_a_partial_clone_is_a_fault_and_not_a_gap(repo: Path) -> None:
    head = commit(repo, SITE, "first", 1_700_000_000)
    repository = Repository(repo)
    tree = repository.tree(head)
    oid = tree.entries["site.yaml"].oid
    os.unlink(repo / ".git/objects" / oid[:2] / oid[2:])
    with pytest.raises(CouldNotRead, match="missing the content of a file"):
        contents(repository, tree)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user's folder")
def test_g3_a_folder_of_somebody_else_is_named(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repo, SITE, "first", 1_700_000_000)
    for path in (repo, repo / ".git"):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(CouldNotRead, match=r"does not trust this folder.*safe\.directory"):
        Repository(repo).commit("HEAD")


OID = "1" * 40
LISTINGS = {
    "plain": [("100644 blob", "site.yaml"), ("100755 blob", "content/personas/ana.md"), ("100644 blob", ".journeybook-accept")],
    "other scripts": [("100644 blob", "content/personas/لینا.md"), ("100644 blob", "content/personas/a b (c).md")],
    "a symbolic link": [("120000 blob", "content/x.md"), ("100644 blob", "site.yaml")],
    "a submodule": [("160000 commit", "content/sub")],
    "hidden and left behind": [("100644 blob", "content/.x.md"), ("100644 blob", "content/a.md~"), ("100644 blob", "content/Thumbs.db")],
    "a way up": [("100644 blob", "content/../x.md")],
    "a backslash": [("100644 blob", "content/a\\b.md")],
    "twice": [("100644 blob", "content/a.md"), ("100644 blob", "content/a.md")],
    "too deep": [("100644 blob", "content/" + "a/" * 12 + "b.md")],
    "no text": [("100644 blob", b"content/\xff.md")],
    "a replacement sign": [("100644 blob", "content/\ufffd.md")],
    "git's own": [("100644 blob", "content/.git/x.md")],
}  # fmt: skip


def listing(name: str, prefix: str = "") -> bytes:
    return b"".join(
        f"{kind} {OID}\t{prefix}".encode()
        + (path if isinstance(path, bytes) else path.encode())
        + b"\0"
        for kind, path in LISTINGS[name]
    )


@pytest.mark.parametrize("prefix", ["", "maps/"])
@pytest.mark.parametrize("name", LISTINGS)
def test_a_tree_says_the_same_whether_or_not_it_is_taken_apart(name: str, prefix: str) -> None:
    quick, whole = (
        Tree("c", listing(name, prefix), prefix),
        Tree("c", listing(name, prefix), prefix),
    )
    object.__setattr__(whole, "_is_plain", False)
    assert quick._is_plain == (name in ("plain", "other scripts"))
    paths = [*whole.entries, "content/none.md"]
    assert quick.findings == whole.findings
    assert quick.at(paths) == whole.at(paths) == dict(whole.entries)
    empty = Tree("d", b"", prefix)
    assert quick.differing(empty) == whole.differing(empty) == (dict(whole.entries), {})
    other = Tree("e", listing("plain", prefix), prefix)
    assert quick.differing(other) == whole.differing(other)
    assert other.differing(quick) == other.differing(whole)

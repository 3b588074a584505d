"""A git wiki: fetched into a temporary repository, changed by one commit, pushed without force.

Nothing is checked out and no hook runs. A token is handed to git in the environment of the child,
as a header for this host only: on the command line or in the address, every user of the computer
could read it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.loopback import LOOPBACK
from journeybook.text import visible

PATIENCE = 300.0
"""Seconds for one command that talks to the server."""
HISTORY = 50
"""Commits that are fetched, to know whose last change of a file is."""
_TRAILER = "Journeybook-Target"
_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.attributesFile=/dev/null",
    "fetch.fsckObjects=true",
    "gc.auto=0",
    "http.followRedirects=false",
    "protocol.allow=never",
    "protocol.https.allow=always",
    "protocol.ssh.allow=always",
    "protocol.file.allow=always",
)
_INHERITED = (
    *("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "APPDATA"),
    *("SSH_AUTH_SOCK", "SSH_AGENT_PID", "GIT_SSH_COMMAND", "GIT_SSL_CAINFO", "SSL_CERT_FILE"),
    *("http_proxy", "https_proxy", "no_proxy", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"),
)


@dataclass(frozen=True)
class GitAccount:
    """Who pushes: the user name that the host wants beside a token, and the author of commits."""

    user: str = ""
    token: str = field(default="", repr=False)
    author: str = "journeybook <journeybook@localhost>"


class GitFailed(Exception):  # noqa: N818 - turned into a sentence at once
    """Git ended with an error; `complaint` is what it wrote, without the token."""

    def __init__(self, complaint: str) -> None:
        super().__init__(complaint)
        self.complaint = complaint


@dataclass
class GitWiki:
    """One branch of one repository. `branch` may be empty: then it is the one that `HEAD` names, or
    `first_branch` in an empty repository."""

    address: str
    branch: str
    first_branch: str
    account: GitAccount
    target: str
    """Value of the trailer by which our commits are recognised."""
    _folder: str = ""
    _program: str = ""

    def __post_init__(self) -> None:
        program = shutil.which("git")
        if program is None:
            raise EnvironmentFault("git is not installed; install it from https://git-scm.com/")
        self._program = program
        parts = urlsplit(self.address)
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise EnvironmentFault("the wiki's address must start with https://")
        self._folder = tempfile.mkdtemp(prefix="journeybook-wiki-")
        self._run("init", "--quiet", "--bare", ".")

    def fetch(self) -> tuple[str, Mapping[str, str]]:
        """The last commit, empty in an empty repository, and path -> blob id of every file. Raises
        GitFailed."""
        if not self.branch:
            self.branch = self._default_branch()
        reference = f"refs/heads/{self.branch}"
        heads = self._run("ls-remote", "--quiet", self.address, reference).decode()
        if not heads.strip():
            return "", {}
        ref = f"+{reference}:refs/journeybook/head"
        self._run("fetch", "--quiet", "--no-tags", f"--depth={HISTORY}", self.address, ref)
        commit = self._run("rev-parse", "refs/journeybook/head").decode().strip()
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit)
        files: dict[str, str] = {}
        for entry in listed.split(b"\0")[:-1]:
            facts, _, path = entry.partition(b"\t")
            # Links and submodules too: a page must not be written where one stands.
            _, _, blob = facts.decode().split()
            files[path.decode("utf-8", "surrogateescape")] = blob
        return commit, files

    def changed_by_us(self, commit: str) -> frozenset[str]:
        """The paths whose last change, among the fetched commits, has our trailer."""
        form = f"%x01%(trailers:key={_TRAILER},valueonly,separator=%x02)"
        log = self._run(
            "log", f"--format={form}", "--name-only", "-z", "--no-renames", "-m", commit
        )
        last: dict[str, bool] = {}
        is_ours = False
        for piece in log.replace(b"\n", b"\0").split(b"\0"):
            text = piece.decode("utf-8", "surrogateescape")
            if text.startswith("\x01"):
                is_ours = self.target in text[1:].split("\x02")
            elif text:
                last.setdefault(text, is_ours)
        return frozenset([path for path, ours in last.items() if ours])

    def contents(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """The contents of blobs."""
        if not ids:
            return {}
        asked = "".join(f"{blob}\n" for blob in ids).encode()
        output = self._run("cat-file", "--batch", stdin=asked)
        contents: dict[str, bytes] = {}
        at = 0
        for blob in ids:
            end = output.index(b"\n", at)
            head = output[at:end].split()
            size = int(head[2]) if len(head) == 3 else 0
            contents[blob] = output[end + 1 : end + 1 + size]
            at = end + 2 + size if len(head) == 3 else end + 1
        return contents

    def push(
        self, base: str, writes: Mapping[str, bytes], deletes: frozenset[str], message: str
    ) -> str:
        """Commit on top of `base` and push; empty if it worked, else git's complaint."""
        stream = b"".join(self._commit(base, writes, deletes, message))
        self._run("fast-import", "--quiet", "--force", "--done", stdin=stream)
        commit = self._run("rev-parse", "refs/journeybook/new").decode().strip()
        reference = f"{commit}:refs/heads/{self.branch}"
        try:
            self._run("push", "--porcelain", "--no-verify", self.address, reference)
        except GitFailed as failed:
            return failed.complaint or "it failed"
        return ""

    def close(self) -> None:
        """Remove the temporary repository."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _default_branch(self) -> str:
        listed = self._run("ls-remote", "--symref", self.address, "HEAD").decode()
        match = re.match(r"ref: refs/heads/(\S+)\tHEAD", listed)
        return match[1] if match else self.first_branch

    def _commit(
        self, base: str, writes: Mapping[str, bytes], deletes: frozenset[str], message: str
    ) -> Iterator[bytes]:
        """The commit as input of `git fast-import`."""
        text = f"{message}\n\n{_TRAILER}: {self.target}\n".encode()
        yield b"reset refs/journeybook/new\n"
        if base:
            yield b"from %b\n" % base.encode()
        yield b"\ncommit refs/journeybook/new\n"
        author = self.account.author.replace("\n", " ").encode()
        yield b"committer %b %d +0000\n" % (author, int(time.time()))
        yield b"data %d\n%b\n" % (len(text), text)
        for path in sorted(deletes):
            yield b"D %b\n" % _quoted(path)
        for path, data in sorted(writes.items()):
            yield b"M 100644 inline %b\ndata %d\n%b\n" % (_quoted(path), len(data), data)
        yield b"\ndone\n"

    def _run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        command = [self._program, "--no-pager"]
        for setting in _SETTINGS:
            command += ["-c", setting]
        if urlsplit(self.address).hostname in LOOPBACK:
            command += ["-c", "protocol.http.allow=always"]
        if self.account.token:
            command += ["-c", "credential.helper="]
        try:
            process = subprocess.run(
                [*command, *arguments],
                cwd=self._folder,
                env=self._environment(),
                input=stdin,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise GitFailed("timed out") from error
        except OSError as error:
            raise GitFailed(str(error)) from error
        if process.returncode:
            complaint = (process.stderr + process.stdout).decode("utf-8", "replace")
            raise GitFailed(self._without_token(complaint))
        return process.stdout

    def _environment(self) -> dict[str, str]:
        environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": ""}
        if self.account.token:
            header = f"Authorization: Basic {self._basic()}"
            parts = urlsplit(self.address)
            environment |= {
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": f"http.{parts.scheme}://{parts.netloc}/.extraHeader",
                "GIT_CONFIG_VALUE_0": header,
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": os.devnull,
            }
        return environment

    def _basic(self) -> str:
        pair = f"{self.account.user}:{self.account.token}"
        return base64.b64encode(pair.encode()).decode()

    def _without_token(self, text: str) -> str:
        if not self.account.token:
            return text
        return text.replace(self.account.token, "…").replace(self._basic(), "…")


def _quoted(path: str) -> bytes:
    """A path as `git fast-import` reads it."""
    text = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return b'"%b"' % text.encode("utf-8", "surrogateescape")


def blob_id(data: bytes, length: int = 40) -> str:
    """The id of contents in a repository whose ids have this length: SHA-1 or SHA-256."""
    head = b"blob %d\0" % len(data)
    if length == 64:
        return hashlib.sha256(head + data).hexdigest()
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()


def folder_address(address: str, root: Path) -> str:
    """The address of a repository; a path is meant from the site's folder."""
    if re.match(r"[a-z+]+://|[\w.-]+@", address):
        return address
    return f"file://{(root / address).resolve()}"


_REASONS = (
    (
        r"Authentication failed|could not read (Username|Password)|HTTP Basic: Access denied|"
        r"error: 401|Permission denied \(publickey",
        "the token is not accepted; check that it is the right one, has not expired, and may write "
        "to the repository",
    ),
    (
        r"error: 403|Permission to .* denied|not allowed to push|deploy key|insufficient|"
        r"protected branch|GH006|pre-receive hook declined",
        "this account may not push to the wiki; ask for the right to write, or name another branch "
        "with `branch`",
    ),
    (
        r"[Nn]ot found|does not exist|does not appear to be a git repository|404",
        "there is no repository at this address; some hosts make a wiki's repository only when its "
        "first page is saved in the browser: open the wiki there once",
    ),
    (r"SSL|certificate", "the server's certificate is not valid"),
    (r"Could not resolve host", "there is no such host"),
    (r"redirect", "the address leads to another one; use that one"),
    (r"No space left", "no space left"),
)


def reason_for(complaint: str) -> str:
    """What git complains about, in plain words."""
    for pattern, reason in _REASONS:
        if re.search(pattern, complaint):
            return reason
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    chosen = next((line for line in lines if line.startswith(("fatal:", "error:"))), "")
    return visible(chosen or (lines[-1] if lines else "git failed"))


def is_beaten(complaint: str) -> bool:
    """Whether the push was refused because somebody else pushed first."""
    return bool(re.search(r"fetch first|non-fast-forward|stale info|cannot lock ref", complaint))


def is_final(complaint: str) -> bool:
    """Whether trying again cannot help."""
    patterns = [pattern for pattern, _ in _REASONS]
    return any(re.search(pattern, complaint) for pattern in patterns)

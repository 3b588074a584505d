"""Small repositories for tests: files written, committed and moved, and commands run in their site."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from journeybook.cli import cli

ANA = "content/journeys/ana/buy.md"


@dataclass(frozen=True)
class Repo:
    """A repository at `top` with a site in one of its folders."""

    top: Path
    folder: str = ""

    @property
    def site(self) -> Path:
        return self.top / self.folder

    def git(self, *arguments: str, day: str = "2026-10-01") -> str:
        """What a git command prints; commits are made at noon of `day`."""
        moment = f"{day}T12:00:00Z"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.top),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        }
        command = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *arguments]
        done = subprocess.run(
            command, cwd=self.top, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str]) -> None:
        """Files of the site, by their path from its root."""
        for path, text in files.items():
            file = self.site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())

    def commit(self, files: Mapping[str, str] | None = None, day: str = "2026-10-01") -> str:
        """Write files of the site and commit everything; the ID of the commit."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-qm", "change", day=day)
        return self.git("rev-parse", "HEAD")

    def run(self, *arguments: str) -> Result:
        """A journeybook command for the site."""
        command, *rest = arguments
        return CliRunner().invoke(cli, [command, "--site", str(self.site), *rest])


def repository(top: Path, folder: str = "", files: Mapping[str, str] | None = None) -> Repo:
    """A new repository whose branch `main` has a site in `folder`."""
    repo = Repo(top, folder)
    repo.site.mkdir(parents=True, exist_ok=True)
    repo.git("init", "-q", "-b", "main")
    repo.commit({**SITE, **(files or {})})
    return repo


def step(title: str, id: str, *facts: str) -> str:
    return f"### {title} {{#{id}}}\n" + "".join(f"- {fact}\n" for fact in facts)


def journey(*steps: str, head: str = "") -> str:
    """A map with one stage and these steps."""
    return f"---\ntitle: I buy\n{head}---\n## Awareness\n" + "\n".join(steps)


SITE = {
    "site.yaml": "title: Maps\n",
    "content/personas/ana.md": "---\ntitle: Ana\n---\n",
    "content/touchpoints/shop.md": "---\ntitle: Shop\nchannel: web\n---\n",
    "content/channels/web.md": "---\ntitle: Web\n---\n",
    ANA: journey(
        step("I look", "look", "touchpoint: shop", "emotion: +1 curious", "does: compares prices"),
        step("I pay", "pay", "touchpoint: shop", "emotion: 0 calm", "does: types a number"),
    ),
}
"""A site with one map of two steps."""

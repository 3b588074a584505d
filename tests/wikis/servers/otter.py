"""Otter Wiki, installed by `make test-wikis` into an environment of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

from wikis.servers.running import free_port, running

ENVIRONMENT = Path(
    os.environ.get("JOURNEYBOOK_WIKI_PROGRAMS", Path(sys.prefix).parent / ".venv-wikis")
)
PROGRAM = ENVIRONMENT / "bin/flask"
IS_INSTALLED = PROGRAM.exists()
HOW = "make test-wikis"

_SETTINGS = """REPOSITORY = '{folder}/repo'
SQLALCHEMY_DATABASE_URI = 'sqlite:///{folder}/db.sqlite'
SECRET_KEY = 'test-only-not-a-real-secret'
SITE_NAME = 'Journey Otter'
READ_ACCESS='ANONYMOUS'
WRITE_ACCESS='ANONYMOUS'
ATTACHMENT_ACCESS='ANONYMOUS'
AUTO_APPROVAL=True
EMAIL_NEEDS_CONFIRMATION=False
GIT_WEB_SERVER=True
"""


@dataclass
class Otter:
    """A running wiki, and what people do in it."""

    address: str
    folder: Path
    _session: requests.Session = field(default_factory=requests.Session)

    @property
    def repository(self) -> str:
        return f"{self.address}/.git"

    def html(self, page: str) -> str:
        answer = self._session.get(f"{self.address}/{page}", timeout=30)
        answer.raise_for_status()
        return answer.text

    def edit(self, page: str, text: str) -> None:
        """Save a page in its form."""
        form = self._session.get(f"{self.address}/{page}/edit", timeout=30).text
        token = re.search(r'name="csrf-token" content="([^"]+)"', form)
        data = {"content": text, "commit": "By hand"}
        if token:
            data["csrf_token"] = token[1]
        answer = self._session.post(f"{self.address}/{page}/save", data=data, timeout=30)
        answer.raise_for_status()

    def source(self, page: str) -> str:
        return self._session.get(f"{self.address}/{page}/source?raw=true", timeout=30).text


@contextmanager
def otter(folder: Path) -> Iterator[Otter]:
    """A new wiki in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder / "repo")], check=True)
    settings = folder / "settings.cfg"
    settings.write_text(_SETTINGS.replace("{folder}", str(folder)))
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [str(PROGRAM), "run", "--host", "127.0.0.1", "--port", str(port)]
    environment = {
        "OTTERWIKI_SETTINGS": str(settings),
        "FLASK_APP": "otterwiki.server",
        "GIT_AUTHOR_NAME": "Otter",
        "GIT_AUTHOR_EMAIL": "otter@example.org",
        "GIT_COMMITTER_NAME": "Otter",
        "GIT_COMMITTER_EMAIL": "otter@example.org",
        "PYTHONPATH": "",
    }
    with running(command, address, folder / "log", environment):
        yield Otter(address, folder)

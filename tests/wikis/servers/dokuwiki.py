"""DokuWiki from Debian's packages, with a bot and a human."""

from __future__ import annotations

import shutil
import subprocess
import xmlrpc.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from wikis.servers.running import free_port, running

PROGRAM = Path("/usr/share/dokuwiki")
IS_INSTALLED = (PROGRAM / "doku.php").exists()
HOW = "apt-get install --no-install-recommends dokuwiki php8.2-cli php-xml php-gd"
BOT, BOT_PASSWORD = "jbbot", "Bot-pass-123"
HUMAN, HUMAN_PASSWORD = "human", "Human-pass-123"

_SETTINGS = """<?php $conf['title']='Journey DokuWiki'; $conf['savedir']='{folder}/data';
$conf['useacl']=1; $conf['superuser']='@admin'; $conf['remote']={remote};
$conf['remoteuser']='@user,@admin'; $conf['disableactions']='register'; $conf['updatecheck']=0;
"""


@dataclass
class DokuWiki:
    """A running wiki. Its methods are what people do in it."""

    address: str
    folder: Path
    _session: requests.Session = field(default_factory=requests.Session)

    def call(self, method: str, *arguments: Any, user: str = HUMAN) -> Any:
        """A call of the remote interface."""
        password = HUMAN_PASSWORD if user == HUMAN else BOT_PASSWORD
        body = xmlrpc.client.dumps(arguments, method)
        response = self._session.post(
            f"{self.address}/lib/exe/xmlrpc.php",
            data=body.encode(),
            headers={"Content-Type": "text/xml"},
            auth=(user, password),
            timeout=60,
        )
        (value,), _ = xmlrpc.client.loads(response.content)
        return value

    def text(self, page: str) -> str:
        return str(self.call("wiki.getPage", page))

    def pages(self) -> list[str]:
        listed = self.call("dokuwiki.getPagelist", "", {"depth": 0})
        return sorted(str(page["id"]) for page in listed)

    def edit(self, page: str, text: str) -> None:
        assert self.call("wiki.putPage", page, text, {"sum": "by hand"}) is True

    def delete(self, page: str) -> None:
        self.edit(page, "")

    def open_editor(self, page: str) -> None:
        """Hold the lock of a page, as its editor does."""
        answer = self.call("dokuwiki.setLocks", {"lock": [page], "unlock": []})
        assert page in answer["locked"]

    def attach(self, file: str, data: bytes) -> None:
        content = xmlrpc.client.Binary(data)
        self.call("wiki.putAttachment", file, content, {"ow": True})

    def versions(self, page: str) -> int:
        return len(self.call("wiki.getPageVersions", page, 0)) or 1

    def html(self, page: str) -> str:
        """The page as the wiki shows it."""
        return self._session.get(f"{self.address}/doku.php", params={"id": page}, timeout=60).text


@contextmanager
def dokuwiki(folder: Path, *, remote: bool = True) -> Iterator[DokuWiki]:
    """A new wiki in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", str(PROGRAM), str(folder / "app")], check=True)
    subprocess.run(["cp", "-aL", "/etc/dokuwiki", str(folder / "conf")], check=True)
    shutil.copytree("/var/lib/dokuwiki/data", folder / "data", symlinks=True)
    preload = f"<?php define('DOKU_CONF', '{folder}/conf/');"
    (folder / "app/inc/preload.php").write_text(preload)
    settings = _SETTINGS.replace("{folder}", str(folder)).replace("{remote}", str(int(remote)))
    (folder / "conf/local.php").write_text(settings)
    users = ""
    for name, password in ((BOT, BOT_PASSWORD), (HUMAN, HUMAN_PASSWORD)):
        line = f"echo password_hash('{password}', PASSWORD_BCRYPT);"
        hashed = subprocess.run(["php", "-r", line], capture_output=True, text=True, check=True)
        users += f"{name}:{hashed.stdout}:{name}:{name}@example.org:user\n"
    (folder / "conf/users.auth.php").write_text(users)
    rights = "*\t@ALL\t1\n*\t@user\t8\njourneys:*\tjbbot\t16\n"
    (folder / "conf/acl.auth.php").write_text(rights)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = ["php", "-d", "opcache.enable_cli=1", "-S", f"127.0.0.1:{port}"]
    command += ["-t", str(folder / "app")]
    probe = f"{address}/doku.php?id=start"
    workers = {"PHP_CLI_SERVER_WORKERS": "4"}
    with running(command, probe, folder / "php.log", workers):
        yield DokuWiki(address, folder)

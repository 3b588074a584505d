"""MediaWiki with SQLite, from Debian's packages, with a bot and a human."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from wikis.servers.running import free_port, running

PROGRAM = Path("/usr/share/mediawiki")
IS_INSTALLED = (PROGRAM / "api.php").exists()
HOW = (
    "apt-get install --no-install-recommends mediawiki php8.2-cli php-sqlite3 php-xml php-mbstring "
    "php-intl php-apcu librsvg2-bin"
)
BOT_PASSWORD = "0123456789abcdefghijklmnopqrstuv"
HUMAN_PASSWORD = "Human-pass-1234567"

_SETTINGS = """
$wgUploadDirectory = "{folder}/images"; $wgUploadPath = "/mwimages"; $wgTmpDirectory = "{folder}/tmp";
$wgEnableUploads = true; $wgFileExtensions[] = 'svg'; $wgSVGConverter = 'rsvg';
$wgSVGConverterPath = '/usr/bin'; $wgMainCacheType = CACHE_ACCEL; $wgJobRunRate = 0;
$wgGroupPermissions['bot']['noratelimit'] = true; $wgGroupPermissions['bot']['delete'] = true;
"""
_ROUTER = r"""<?php $u=parse_url($_SERVER['REQUEST_URI'],PHP_URL_PATH);
if (strpos($u,'/mwimages/')===0) { $p=getenv('JB_IMAGES').urldecode(substr($u,9));
 if(is_file($p)){ header('Content-Type: '.(['svg'=>'image/svg+xml','png'=>'image/png']
 [pathinfo($p,PATHINFO_EXTENSION)]??'application/octet-stream')); readfile($p); return true;}
 http_response_code(404); return true; }
return false;
"""


@dataclass
class MediaWiki:
    """A running wiki. Its methods are what people do in it, as the user `Human` or `Admin`."""

    address: str
    folder: Path
    _session: requests.Session = field(default_factory=requests.Session)
    _user: str = ""

    @property
    def api(self) -> str:
        return f"{self.address}/api.php"

    def ask(self, **form: str) -> Any:
        fields = {"format": "json", "formatversion": "2", **form}
        return self._session.post(self.api, data=fields, timeout=60).json()

    def log_in(self, user: str, password: str) -> None:
        if self._user == user:
            return
        self._session = requests.Session()
        tokens = self.ask(action="query", meta="tokens", type="login")["query"]["tokens"]
        answer = self.ask(
            action="clientlogin",
            username=user,
            password=password,
            logintoken=tokens["logintoken"],
            loginreturnurl=self.address,
        )
        assert answer["clientlogin"]["status"] == "PASS", answer
        self._user = user

    def act(self, action: str, *, admin: bool = False, **form: str) -> Any:
        if admin:
            self.log_in("Admin", "Admin-pass-12345678")
        else:
            self.log_in("Human", HUMAN_PASSWORD)
        token = self.ask(action="query", meta="tokens")["query"]["tokens"]["csrftoken"]
        answer = self.ask(action=action, token=token, **form)
        assert "error" not in answer, answer
        return answer

    def text(self, title: str) -> str | None:
        """The text of a page, or None if there is none."""
        answer = self.ask(
            action="query", titles=title, prop="revisions", rvprop="content", rvslots="main"
        )
        (page,) = answer["query"]["pages"]
        if "revisions" not in page:
            return None
        content: str = page["revisions"][0]["slots"]["main"]["content"]
        return content

    def history(self, title: str) -> list[tuple[str, str]]:
        """User and digest of each version, newest first."""
        answer = self.ask(
            action="query", titles=title, prop="revisions", rvprop="user|sha1", rvlimit="max"
        )
        (page,) = answer["query"]["pages"]
        return [(entry["user"], entry["sha1"]) for entry in page.get("revisions", ())]

    def titles(self) -> list[str]:
        answer = self.ask(action="query", list="allpages", aplimit="max")
        return [page["title"] for page in answer["query"]["allpages"]]

    def edit(self, title: str, text: str) -> None:
        self.act("edit", title=title, text=text)

    def add_section(self, title: str) -> None:
        self.act("edit", title=title, section="new", sectiontitle="Ana", text="Words of Ana.")

    def run_jobs(self) -> None:
        """What a wiki does in the background: showing links to pages that were made later."""
        env = {"PATH": "/usr/bin:/bin", "MW_CONFIG_FILE": f"{self.folder}/conf/LocalSettings.php"}
        command = ["php", str(PROGRAM / "maintenance/runJobs.php")]
        subprocess.run(command, env=env, capture_output=True, check=True)

    def html(self, title: str) -> str:
        """The page as the wiki shows it."""
        parameters = {"title": title.replace(" ", "_")}
        return self._session.get(f"{self.address}/index.php", params=parameters, timeout=60).text


@contextmanager
def mediawiki(folder: Path, *, settings: str = "") -> Iterator[MediaWiki]:
    """A new wiki in a folder."""
    for name in ("conf", "data", "images", "tmp"):
        (folder / name).mkdir(parents=True)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    log = open(folder / "install.log", "wb")  # noqa: SIM115 - closed at the end
    options = {
        "--confpath": folder / "conf",
        "--dbtype": "sqlite",
        "--dbname": "jb",
        "--dbpath": folder / "data",
        "--server": address,
        "--scriptpath": "",
        "--pass": "Admin-pass-12345678",
    }
    install = ["php", PROGRAM / "maintenance/install.php"]
    for name, value in options.items():
        install += [name, str(value)]
    subprocess.run([*install, "Journey Wiki", "Admin"], stdout=log, stderr=log, check=True)
    local = folder / "conf/LocalSettings.php"
    with open(local, "a", encoding="utf-8") as stream:
        stream.write(_SETTINGS.replace("{folder}", str(folder)))
    (folder / "router.php").write_text(_ROUTER)
    environment = {
        "MW_CONFIG_FILE": str(local),
        "JB_IMAGES": str(folder / "images"),
        "PHP_CLI_SERVER_WORKERS": "4",
    }

    def maintain(script: str, *arguments: str) -> None:
        command = ["php", str(PROGRAM / "maintenance" / script), *arguments]
        env = {**environment, "PATH": "/usr/bin:/bin"}
        subprocess.run(command, stdout=log, stderr=log, env=env, check=True)

    maintain("createAndPromote.php", "--bot", "Pubbot", "Pubbot-pass-1234567")
    maintain("createAndPromote.php", "Human", HUMAN_PASSWORD)
    grants = "basic,highvolume,editpage,createeditmovepage,uploadfile,uploadeditmovefile,delete"
    maintain("createBotPassword.php", "--appid", "jb", "--grants", grants, "Pubbot", BOT_PASSWORD)
    with open(local, "a", encoding="utf-8") as stream:
        stream.write(settings)
    cache = ["opcache.enable_cli=1", "opcache.memory_consumption=256", "apc.enable_cli=1"]
    server = ["php"]
    for option in (*cache, "opcache.max_accelerated_files=20000"):
        server += ["-d", option]
    server += ["-S", f"127.0.0.1:{port}", "-t", str(PROGRAM), str(folder / "router.php")]
    probe = f"{address}/api.php?action=query&meta=siteinfo&format=json"
    with running(server, probe, folder / "php.log", environment):
        yield MediaWiki(address, folder)
    log.close()

"""nginx and Apache with the settings of the manual, around a built site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wikis.servers.running import free_port, running

MANUAL = Path(__file__).parents[3] / "docs/publishing.md"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
APACHE = shutil.which("apache2", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
_MODULES = Path("/usr/lib/apache2/modules")
_TYPES = Path("/etc/mime.types")
HAS_NGINX = NGINX is not None and Path("/etc/nginx/mime.types").exists()
HAS_APACHE = APACHE is not None and _MODULES.is_dir() and _TYPES.exists()
HOW = "apt-get install --no-install-recommends nginx-light apache2-bin media-types"


def snippets(language: str) -> list[str]:
    """The blocks of settings in the manual, in their order."""
    text = MANUAL.read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def for_the_root(apache: str) -> str:
    """Apache's settings, changed as the manual says for a site at the root."""
    first, _, rest = apache.partition("\n")
    assert first.startswith("Alias ")
    return 'DocumentRoot "/srv/maps"\n' + rest.replace("/maps/404.html", "/404.html")


@contextmanager
def nginx(folder: Path, settings: str) -> Iterator[str]:
    """Run nginx with a `server` block, or with what belongs into one; its address is returned. The
    site is in `folder/srv/maps`."""
    port = free_port()
    if not settings.lstrip().startswith("server {"):
        settings = f"server {{\nlisten 80;\n{settings}}}\n"
    assert "listen 80;" in settings
    settings = settings.replace("listen 80;", f"listen 127.0.0.1:{port};")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off;\nuser root;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\n"
        "events {}\nhttp {\ninclude /etc/nginx/mime.types;\n"
        f"default_type application/octet-stream;\naccess_log off;\n{temporary}"
        f"{settings.replace('/srv', f'{folder}/srv')}}}\n"
    )
    address = f"http://127.0.0.1:{port}"
    command = [str(NGINX), "-c", str(file), "-e", f"{folder}/nginx.log"]
    with running(command, address, folder / "nginx.out"):
        yield address


@contextmanager
def apache(folder: Path, settings: str) -> Iterator[str]:
    """Run Apache with these settings; its address is returned. The site is in `folder/srv/maps`."""
    port = free_port()
    names = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers")
    modules = "".join(
        f"LoadModule {name}_module {_MODULES}/mod_{name}.so\n"
        for name in names
        if (_MODULES / f"mod_{name}.so").exists()
    )
    (folder / "empty").mkdir()
    file = folder / "apache.conf"
    file.write_text(
        f"ServerRoot {folder}\nListen 127.0.0.1:{port}\nPidFile {folder}/apache.pid\n"
        f"ErrorLog {folder}/apache.log\nServerName localhost\n{modules}TypesConfig {_TYPES}\n"
        f'DocumentRoot "{folder}/empty"\n{settings.replace("/srv", f"{folder}/srv")}'
    )
    address = f"http://127.0.0.1:{port}"
    command = [str(APACHE), "-D", "FOREGROUND", "-f", str(file)]
    with running(command, address, folder / "apache.out"):
        yield address

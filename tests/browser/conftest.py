"""The sample atlas on a disk and on a server, written once for all browser tests of a process."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from looking import POLICY

SUB_PATH = "wiki/maps"


class _Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def put_on_disk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], Path]:
    """Write a site below a sub-path; the folder that a server shows is returned."""

    def put(files: Mapping[str, bytes]) -> Path:
        root = tmp_path_factory.mktemp("host")
        for url, data in files.items():
            path = root / SUB_PATH / url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return root

    return put


@contextlib.contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a folder under the strict policy; the address of the site in it is returned."""
    handler = partial(_Handler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/{SUB_PATH}/"
        httpd.shutdown()


@pytest.fixture(scope="session")
def folder(sample_output: Mapping[str, bytes], put_on_disk: Callable[[Mapping[str, bytes]], Path]) -> Path:
    return put_on_disk(sample_output)


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address

"""The sample atlas on a disk and on a server, written once for all browser tests of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from looking import SUB_PATH, served


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


@pytest.fixture(scope="session")
def folder(
    sample_output: Mapping[str, bytes], put_on_disk: Callable[[Mapping[str, bytes]], Path]
) -> Path:
    return put_on_disk(sample_output)


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address

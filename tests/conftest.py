"""Shared fixtures: the sample atlas, read from the checkout and built once for all tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from chromium import FLAGS, executable
from journeybook.effects.disk import packaged_theme, read_site, read_theme
from journeybook.outputs.site import Built, build
from sample import INFO, ROOT

settings.register_profile(
    "any machine", deadline=None
)  # a busy one takes a second for what takes a moment
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="overwrite the expected files with the current output"
    )


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds in tests keep nothing in the cache folder of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOURNEYBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def theme_layers() -> tuple[Mapping[str, bytes], ...]:
    return (read_theme(packaged_theme()),)


@pytest.fixture(scope="session")
def sample_files() -> Mapping[str, bytes]:
    tree, problems = read_site(ROOT)
    assert not problems
    return tree.files


@pytest.fixture(scope="session")
def sample_site(
    sample_files: Mapping[str, bytes], theme_layers: tuple[Mapping[str, bytes], ...]
) -> Built:
    return build(sample_files, theme_layers, INFO)


@pytest.fixture(scope="session")
def sample_output(sample_site: Built) -> Mapping[str, bytes]:
    assert sample_site.files is not None, [
        str(d) for d in sample_site.diagnostics if d.severity == "error"
    ][:10]
    return sample_site.files


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of a process; a second one at a time is refused by Playwright."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield opened
        opened.close()

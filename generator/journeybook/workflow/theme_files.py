"""The files of a site's theme, layer by layer, and how they differ from the built-in ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from journeybook import __version__
from journeybook.effects.disk import packaged_theme, read_site
from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.files import write_files
from journeybook.pages.theme_overrides import copy_of, without_record
from journeybook.schema.site_config import SiteConfig
from journeybook.workflow.load_site import config_of, display_path, theme_layers

BUILT_IN = "built-in"
KINDS = ("templates/", "static/")


@dataclass(frozen=True)
class ThemeFiles:
    """The layers of a theme, each path -> contents; those of the site by folder, its own first."""

    config: SiteConfig
    own: Mapping[str, Mapping[str, bytes]]
    built_in: Mapping[str, bytes]

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every file in any layer."""
        return tuple(sorted(set(self.built_in).union(*self.own.values())))

    def sources(self, path: str) -> list[str]:
        """The layers that have a file, the one in use first."""
        folders = [folder for folder, files in self.own.items() if path in files]
        return [*folders, BUILT_IN] if path in self.built_in else folders

    def overrides(self) -> dict[str, str]:
        """Path -> folder of each file of the site that replaces a built-in one."""
        folders: dict[str, str] = {}
        for folder, files in self.own.items():
            for path in files:
                if path in self.built_in and path.startswith(KINDS):
                    folders.setdefault(path, folder)
        return dict(sorted(folders.items()))


def load_theme_files(root: Path) -> ThemeFiles:
    """The theme of the site at `root`. Raises EnvironmentFault if there is none."""
    config = config_of(read_site(root)[0].files)
    layers, problems = theme_layers(root, config)
    if problems:
        raise EnvironmentFault(problems[0].message)
    *own, built_in = layers
    return ThemeFiles(config, {folder: layers[folder] for folder in own}, layers[built_in])


def eject(root: Path, theme: ThemeFiles, path: str) -> Path:
    """Copy a built-in file to the site's theme. Returns its path.

    Raises EnvironmentFault if the site uses the built-in theme or has the file already.
    """
    folder = root / "themes" / str(theme.config.theme.name)
    if folder.exists() and folder.samefile(packaged_theme()):
        raise EnvironmentFault(
            "this site uses the built-in theme; set your own with `theme: …` in site.yaml"
        )
    target = folder / path
    if not target.resolve().is_relative_to(root.resolve()):
        raise EnvironmentFault(
            f"`{display_path(target)}` goes through a symbolic link to outside the site; "
            "nothing was written"
        )
    if target.exists():
        raise EnvironmentFault(
            f"`{display_path(target)}` already exists and is not overwritten; delete it first"
        )
    write_files({target: copy_of(path, theme.built_in[path], __version__)}, force=False)
    return target


def difference(theme: ThemeFiles, path: str, folder: str) -> str:
    """The unified diff from the built-in file to the site's; empty if they are the same."""
    original, data = theme.built_in[path], theme.own[folder][path]
    before, after = decode(original), decode(without_record(data))
    if before is None or after is None:
        return f"{folder}/{path} is not a text file\n" if data != original else ""
    lines = difflib.unified_diff(
        _lines(before), _lines(after), f"{BUILT_IN}/{path}", f"{folder}/{path}"
    )
    return "".join(_with_line_ends(lines))


def decode(data: bytes) -> str | None:
    """A text file, or None if it is not one."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _with_line_ends(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").splitlines(keepends=True)

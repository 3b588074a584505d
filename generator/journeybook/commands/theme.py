"""`journeybook theme`: which files make up the theme, one of them to read or to copy, and what a
copy changes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.schema.site_config import SiteConfig

BUILT_IN = "built-in"
_KINDS = ("templates/", "static/")


@dataclass(frozen=True)
class Layers:
    """Folder -> files of each part of the theme, the site's own first; the built-in one stands
    apart."""

    own: Mapping[str, Mapping[str, bytes]]
    built_in: Mapping[str, bytes]


@command(
    "theme",
    examples=(
        ("journeybook theme list", "list every template, style sheet, script and icon"),
        ("journeybook theme show templates/base.html", "show one file of the built-in theme"),
        (
            "journeybook theme eject templates/base.html",
            "copy it to your theme so that you can change it",
        ),
        ("journeybook theme diff", "show how your copies differ"),
    ),
)
@click.argument("action", type=click.Choice(["list", "show", "eject", "diff"]))
@click.argument("file", required=False)
def theme(session: Session, action: str, file: str | None) -> Outcome:
    """List theme files, copy one to customise it, and compare your copies with the built-in files.

    ACTION is list, show, eject or diff. FILE is a path as list shows it; templates/ and static/ may
    be left out.
    """
    if action == "show":
        from journeybook.effects.disk import packaged_theme, read_theme

        built_in = read_theme(packaged_theme())
        return _shown(built_in, _named(action, file, built_in))
    config, layers = _layers(session)
    if action == "list":
        return Outcome("".join(_list(layers, _path_of(file))))
    if action == "eject":
        return _eject(session, config, layers, _named(action, file, layers.built_in))
    known = {
        path: data
        for files in (*layers.own.values(), layers.built_in)
        for path, data in files.items()
    }
    return _diff(layers, _named(action, file, known) if file else "")


def _layers(session: Session) -> tuple[SiteConfig, Layers]:
    from journeybook.effects.disk import read_site
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.workflow.load_site import config_of, theme_layers

    root = session.root()
    config = config_of(read_site(root)[0].files)
    made, problems = theme_layers(root, config)
    if problems:
        raise EnvironmentFault(problems[0].message)
    *own, last = made
    return config, Layers({folder: made[folder] for folder in own}, made[last])


def _path_of(file: str | None) -> str:
    """The start of paths that `list` shows: all, or those that begin as somebody typed."""
    return (file or "").replace("\\", "/").removeprefix("./")


def _named(action: str, file: str | None, known: Mapping[str, bytes]) -> str:
    """The path of a file that somebody named, with or without its first folder."""
    from journeybook.diagnostics import did_you_mean

    context = click.get_current_context(silent=True)
    if not file:
        raise click.UsageError(
            f"give a file: `journeybook theme {action} templates/base.html`", context
        )
    typed = _path_of(file)
    for path in (typed, *(kind + typed for kind in _KINDS)):
        if path in known and path.startswith(_KINDS):
            return path
    near = did_you_mean(typed, known) or did_you_mean(f"templates/{typed}", known)
    raise click.UsageError(
        f"unknown theme file `{file}`; {near or '`journeybook theme list` lists them'}",
        context,
    )


def _list(layers: Layers, start: str) -> Iterator[str]:
    """One line a file, with where it comes from; a replaced one names both."""
    everything = {
        path
        for layer in (*layers.own.values(), layers.built_in)
        for path in layer
        if path.startswith(_KINDS)
    }
    shown = sorted(
        path for path in everything if path.startswith((start, *(kind + start for kind in _KINDS)))
    )
    width = max(map(len, shown), default=0)
    for path in shown:
        places = [folder for folder, files in layers.own.items() if path in files]
        if path in layers.built_in:
            places.append(BUILT_IN)
        over = f" (replaces {', '.join(places[1:])})" if places[1:] else ""
        yield f"{path:<{width}}  {places[0]}{over}\n"


def _shown(built_in: Mapping[str, bytes], path: str) -> Outcome:
    text = _text(built_in[path])
    if text is None:
        raise click.UsageError(
            f"`{path}` is not a text file", click.get_current_context(silent=True)
        )
    return Outcome(text if text.endswith("\n") else text + "\n")


def _eject(session: Session, config: SiteConfig, layers: Layers, path: str) -> Outcome:
    from journeybook import __version__
    from journeybook.effects.disk import packaged_theme
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.effects.files import write_files
    from journeybook.pages.theme_overrides import copy_of
    from journeybook.workflow.load_site import display_path

    root = session.root()
    folder = root / "themes" / str(config.theme.name)
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
    write_files({target: copy_of(path, layers.built_in[path], __version__)}, force=False)
    return Outcome(f"{display_path(target)}\n")


def _diff(layers: Layers, wanted: str) -> Outcome:
    """Unified differences from the built-in file to the site's, for one file or for all that the
    site replaces."""
    from journeybook.pages.theme_overrides import without_record

    own: dict[str, tuple[str, bytes]] = {}
    for folder, files in layers.own.items():
        for path, data in files.items():
            if path in layers.built_in and path.startswith(_KINDS):
                own.setdefault(path, (folder, data))
    chosen = [path for path in sorted(own) if not wanted or path == wanted]
    if not chosen:
        said = (
            f"your theme does not replace `{wanted}`"
            if wanted
            else "your theme does not replace any built-in file"
        )
        return Outcome("", f"{said}; nothing to compare\n")
    made: list[str] = []
    for path in chosen:
        folder, data = own[path]
        before, after = _text(layers.built_in[path]), _text(without_record(data))
        if before is None or after is None:
            made.append(
                f"{folder}/{path} is not a text file\n" if data != layers.built_in[path] else ""
            )
            continue
        lines = difflib.unified_diff(
            _lines(before), _lines(after), f"{BUILT_IN}/{path}", f"{folder}/{path}"
        )
        made += (
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )
    text = "".join(made)
    return Outcome(text) if text else Outcome("", "no differences\n")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").splitlines(keepends=True)


def _text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


entry = theme

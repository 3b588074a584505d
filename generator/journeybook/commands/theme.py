"""`journeybook theme`: list the files of the theme, show or copy one, and compare the copies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from journeybook.workflow.command_line import command
from journeybook.workflow.outcome import Outcome
from journeybook.workflow.session import Session

if TYPE_CHECKING:
    from journeybook.workflow.theme_files import ThemeFiles


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
@click.argument("action", metavar="ACTION", type=click.Choice(["list", "show", "eject", "diff"]))
@click.argument("file", required=False)
def theme(session: Session, action: str, file: str | None) -> Outcome:
    """List theme files, copy one to customise it, and compare your copies with the built-in files.

    ACTION is list, show, eject or diff. FILE is a path as shown by list; you can leave out
    templates/ and static/.
    """
    from journeybook.effects.disk import packaged_theme, read_theme
    from journeybook.workflow.load_site import display_path
    from journeybook.workflow.theme_files import eject, load_theme_files

    if action == "show":
        built_in = read_theme(packaged_theme())
        return _show(built_in, _find(action, file, built_in))
    root = session.root()
    files = load_theme_files(root)
    if action == "list":
        return Outcome("".join(_list(files, _normal(file or ""))))
    if action == "eject":
        path = eject(root, files, _find(action, file, files.built_in))
        return Outcome(f"{display_path(path)}\n")
    return _diff(files, _find(action, file, files.paths) if file else "")


def _normal(path: str) -> str:
    """A path as typed, with `/` and without `./`."""
    return path.replace("\\", "/").removeprefix("./")


def _find(action: str, file: str | None, paths: Collection[str]) -> str:
    """The path of a file as typed, with or without its first folder."""
    from journeybook.diagnostics import did_you_mean
    from journeybook.workflow.theme_files import KINDS

    if not file:
        raise _usage_error(
            f"missing FILE; for example `journeybook theme {action} templates/base.html`"
        )
    typed = _normal(file)
    for path in (typed, *(kind + typed for kind in KINDS)):
        if path in paths and path.startswith(KINDS):
            return path
    hint = did_you_mean(typed, paths) or did_you_mean(f"templates/{typed}", paths)
    hint = hint or "run `journeybook theme list` to see all files"
    raise _usage_error(f"unknown theme file `{file}`; {hint}")


def _list(theme: ThemeFiles, start: str) -> Iterator[str]:
    """One line for each file that starts like this: its path, its layer, and what it replaces."""
    from journeybook.workflow.theme_files import KINDS

    starts = (start, *(kind + start for kind in KINDS))
    paths = sorted(
        path for path in theme.paths if path.startswith(KINDS) and path.startswith(starts)
    )
    width = max(map(len, paths), default=0)
    for path in paths:
        layer, *others = theme.sources(path)
        replaces = f" (replaces {', '.join(others)})" if others else ""
        yield f"{path:<{width}}  {layer}{replaces}\n"


def _show(files: Mapping[str, bytes], path: str) -> Outcome:
    from journeybook.workflow.theme_files import decode

    text = decode(files[path])
    if text is None:
        raise _usage_error(f"`{path}` is not a text file")
    return Outcome(text if text.endswith("\n") else text + "\n")


def _diff(theme: ThemeFiles, path: str) -> Outcome:
    """How one file, or every file of the site's theme, differs from the built-in one."""
    from journeybook.workflow.theme_files import difference

    overrides = theme.overrides()
    if path and path not in overrides:
        return Outcome("", f"your theme does not replace `{path}`; nothing to compare\n")
    if not overrides:
        return Outcome("", "your theme does not replace any built-in file; nothing to compare\n")
    paths = [path] if path else list(overrides)
    text = "".join(difference(theme, name, overrides[name]) for name in paths)
    return Outcome(text) if text else Outcome("", "no differences\n")


def _usage_error(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context(silent=True))


entry = theme

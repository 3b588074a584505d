"""The import direction of ARCHITECTURE.md, and what only one place may do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator/journeybook"
TREES = {
    path.relative_to(PACKAGE): ast.parse(path.read_text()) for path in sorted(PACKAGE.rglob("*.py"))
}

# Layer -> what it may import besides itself. Each names all that stands below it.
_CORE = (
    "budget",
    "text",
    "cache",
    "diagnostics",
    "faults",
    "vocabulary",
    "prose",
    "schema",
    "catalog",
    "insight",
)
_MIDDLE = (*_CORE, "locale", "diff", "diagrams", "checks", "pages")
_EDGE = ("pictures", "outputs", "report", "exporting", "publish", "effects")
MAY = {
    **{layer: _CORE[:at] for at, layer in enumerate(_CORE)},
    "prose": ("budget", "text", "diagnostics"),
    "locale": (),
    "diagrams": ("text", "diagnostics"),
    "diff": _CORE,
    "checks": _CORE,
    "pages": (*_CORE, "locale", "diff", "diagrams"),
    "pictures": (*_CORE, "locale", "diagrams", "pages"),
    "outputs": (*_MIDDLE, "pictures", "report"),
    "report": _MIDDLE,
    "exporting": (*_MIDDLE, "pictures", "outputs"),
    "publish": (*_MIDDLE, "pictures", "outputs", "report"),
    "effects": ("budget", "text", "diagnostics"),
    "workflow": (*_MIDDLE, *_EDGE),
    "commands": (*_MIDDLE, *_EDGE, "workflow"),
    "cli": (*_MIDDLE, *_EDGE, "workflow", "commands"),
}


def layer(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def imports(tree: ast.Module) -> Iterator[str]:
    """The layers that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("journeybook."))


@pytest.mark.parametrize("path", TREES, ids=str)
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    here = layer(path)
    if here in ("__init__", "__main__"):
        return
    assert set(imports(TREES[path])) - {here, "__version__"} <= set(MAY[here])


def calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("path", TREES, ids=str)
def test_only_cli_prints_and_exits(path: Path) -> None:
    if layer(path) not in ("cli", "__main__"):
        assert not {"print", "exit", "quit", "sys.exit"} & set(calls(TREES[path]))


@pytest.mark.parametrize(
    "path", [path for path in TREES if layer(path) in (*_MIDDLE, "pictures", "outputs")], ids=str
)
def test_the_core_never_asks_for_files_the_clock_or_the_environment(path: Path) -> None:
    banned = {
        "open",
        "datetime.date.today",
        "datetime.datetime.now",
        "time.time",
        "os.getenv",
        "os.environ.get",
    }
    found = set(calls(TREES[path]))
    assert not banned & found
    assert not {
        name for name in found if name.startswith(("subprocess.", "socket.", "urllib.request."))
    }

"""One thought a line: what keeps the code readable for somebody who sees it for the first time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from density import PACKAGE, density, our_modules
from radon.complexity import cc_visit
from radon.visitors import Function

MODULES = tuple(our_modules())
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
RESERVED = frozenset(("found", "made", "said", "told", "known"))
"""Words that fit anything: a name says what a value is."""


def of_package(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_a_line_of_code_has_at_most_eight_tokens_on_average() -> None:
    assert density(iter(MODULES)).tokens_per_line <= 8.0


@pytest.mark.parametrize("module", MODULES, ids=of_package)
def test_no_function_is_more_complex_than_radon_20(module: Path) -> None:
    blocks = cc_visit(module.read_text("utf-8"))
    functions = [block for block in blocks if isinstance(block, Function)]
    too_complex = {
        f"{block.name} ({block.complexity})" for block in functions if block.complexity > 20
    }
    assert not too_complex


def nested_comprehensions(tree: ast.Module) -> Iterator[int]:
    """The line of each comprehension that holds another one, or has a second `for` and an `if`."""
    for node in ast.walk(tree):
        if not isinstance(node, Comprehension):
            continue
        inside = [part for part in ast.walk(node) if part is not node]
        if any(isinstance(part, Comprehension) for part in inside) or (
            len(node.generators) > 1 and any(loop.ifs for loop in node.generators)
        ):
            yield node.lineno


@pytest.mark.parametrize("module", MODULES, ids=of_package)
def test_a_comprehension_is_one_loop(module: Path) -> None:
    assert not set(nested_comprehensions(ast.parse(module.read_text("utf-8"))))


def lasting_names(tree: ast.Module) -> Iterator[str]:
    """Names of functions, classes, parameters, attributes, and values of modules and classes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.arg):
            yield node.arg
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        if isinstance(node, ast.Module | ast.ClassDef):
            yield from _assigned(node.body)


def _assigned(body: list[ast.stmt]) -> Iterator[str]:
    for statement in body:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("module", MODULES, ids=of_package)
def test_names_say_what_they_hold(module: Path) -> None:
    names = lasting_names(ast.parse(module.read_text("utf-8")))
    assert not {name for name in names if name.strip("_").lower() in RESERVED}

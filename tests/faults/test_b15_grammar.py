"""B15: plurals and articles are right in every language, by construction."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeybook.pages.messages import messages_for
from sample import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from messages import Message, collect_messages

PACKAGE = ROOT / "generator" / "journeybook"
ARTICLE = re.compile(r"(?:^|[^\w`])(?:[Aa]n?|[Aa]nother) [`“\"']?$")
COUNTED = re.compile(r"\{(?:count|number|total|claims|times|days)\} (?!of\b)[a-z]+")
WITHOUT_NOUN = {
    "{count} more",
    "{shown} of {total} shown",
    "{count} of {total} shown",
    "{lane} is now row {count} of {total}",
}
"""Counts without a noun, which need no plural."""


def fragments(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The text before each value in the f-strings and message ids of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for text, value in zip(node.values, node.values[1:], strict=False):
                if isinstance(text, ast.Constant) and isinstance(value, ast.FormattedValue):
                    yield node.lineno, str(text.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            for before in re.findall(r"([^{}]*)\{[a-z_]+\}", node.value):
                yield node.lineno, before


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_b15_no_article_stands_before_a_word_that_is_filled_in(module: Path) -> None:
    """`a {kind}` becomes “a evidence”; and other languages have no such article."""
    tree = ast.parse(module.read_text("utf-8"))
    wrong = [
        (line, text)
        for line, text in fragments(tree)
        if ARTICLE.search(text) and "belongs under a" not in text and "not under a" not in text
    ]
    assert not wrong


@pytest.mark.parametrize("message", collect_messages(), ids=lambda message: message.text[:60])
def test_b15_a_counted_noun_has_a_plural(message: Message) -> None:
    if not message.plural and message.text not in WITHOUT_NOUN:
        assert not COUNTED.search(message.text)


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", ["1 day", "2 days", "5 days", "22 days"]),
        ("pl", ["1 dzień", "2 dni", "5 dni", "22 dni"]),
        ("ru", ["1 день", "2 дня", "5 дней", "22 дня"]),
        ("hu", ["1 nap", "2 nap", "5 nap", "22 nap"]),
    ],
)
def test_b15_each_language_has_its_own_plurals(lang: str, shown: list[str]) -> None:
    plural = messages_for(lang).plural
    assert [plural("{count} day", "{count} days", count) for count in (1, 2, 5, 22)] == shown


def test_b15_a_label_of_a_figure_is_read_before_its_number() -> None:
    """“1 Maps without an owner” cannot be read: the label comes first, in sight and in the source."""
    css = (ROOT / "themes/default/static/css/base.css").read_text("utf-8")
    rules = re.findall(r"\.figures [^{]*\{([^}]*)\}", css)
    assert rules
    assert not any(re.search(r"(?<!\w)order:", rule) for rule in rules)
    macros = (ROOT / "themes/default/templates/macros.html").read_text("utf-8")
    figure = macros[macros.index("{% macro figures(list) %}") :]
    assert figure.index("<dt>") < figure.index('<dd class="figure-value">')

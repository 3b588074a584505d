"""How dense the code is: tokens of each line of code, beside packages from the registry.

A token is a name, an operator, a number or a string of Python's own tokenizer; a line counts where
at least one token begins. Lines that hold one thought each have fewer tokens.
`python tools/density.py` prints the figures; `tests/test_density.py` keeps ours.
"""

from __future__ import annotations

import importlib.util
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "generator" / "journeybook"
GENERATED = PACKAGE / "locale" / "tables.py"
BESIDE = ("click", "jinja2")
_KINDS = {tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING}


@dataclass(frozen=True)
class Density:
    """Tokens and lines of some modules."""

    tokens: int
    lines: int

    @property
    def tokens_per_line(self) -> float:
        return self.tokens / self.lines


def density(modules: Iterator[Path]) -> Density:
    """Count the tokens and the lines of code of modules."""
    tokens = lines = 0
    for module in modules:
        starts = _token_lines(module)
        tokens += len(starts)
        lines += len(set(starts))
    return Density(tokens, lines)


def our_modules() -> Iterator[Path]:
    """Every module of the product that people write."""
    return (path for path in sorted(PACKAGE.rglob("*.py")) if path != GENERATED)


def _token_lines(module: Path) -> list[int]:
    with tokenize.open(module) as source:
        tokens = tokenize.generate_tokens(source.readline)
        return [token.start[0] for token in tokens if token.type in _KINDS]


def _modules_of(package: str) -> Iterator[Path]:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed; run this with the environment of `make test`")
    return iter(sorted(Path(spec.submodule_search_locations[0]).rglob("*.py")))


def main() -> None:
    rows = {"journeybook": density(our_modules())}
    rows |= {package: density(_modules_of(package)) for package in BESIDE}
    print(f"{'package':<12} {'tokens':>8} {'lines':>7} {'tokens per line':>16}")
    for package, measured in rows.items():
        figure = f"{measured.tokens_per_line:.2f}"
        print(f"{package:<12} {measured.tokens:>8,} {measured.lines:>7,} {figure:>16}")


if __name__ == "__main__":
    main()

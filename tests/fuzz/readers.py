"""The two readers as functions of bytes, for any fuzzer: whatever the bytes are, they end in data or findings, in time.

`python tests/fuzz/readers.py yaml 60` drives one reader for so many seconds; `make fuzz` runs them all. With atheris
installed the bytes follow the coverage of the code, else they are changes at random of a few seeds. Bytes that fail
are written beside this file and become a test in `test_fuzz_readers.py`.
"""

from __future__ import annotations

import contextlib
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "generator")]

try:
    import atheris
except ImportError:
    atheris = None

FOLLOWED = ["journeybook.prose", "journeybook.schema", "journeybook.catalog", "markdown", "yaml"]
with (
    atheris.instrument_imports(include=FOLLOWED)
    if atheris and __name__ == "__main__"
    else contextlib.nullcontext()
):
    from journeybook.prose.links import find_links, find_raw_html
    from journeybook.prose.render import Renderer, render_inline
    from journeybook.schema.decode import decode
    from journeybook.schema.yaml_reader import read_yaml
    from journeybook.text import Source
    from prose.page import image, problems, resolve
    from sites import BUY, site

SLOW = 5.0


def yaml_reader(data: bytes) -> None:
    """Front matter: a value or findings, each in its file."""
    source, found = decode("a.md", data)
    if source is None:
        assert found, "bytes that are no text are told why"
        return
    _, told = read_yaml(source, 1, len(source.lines))
    for finding in told:
        assert 1 <= finding.span.line <= len(source.lines) + 1, finding


def notation_reader(data: bytes) -> None:
    """A journey file: read, linked and checked."""
    for finding in site({BUY: b"---\ntitle: I buy\n---\n" + data}).findings:
        assert finding.message


def markdown_reader(data: bytes) -> None:
    """Prose: HTML with nothing in it that is not allowed, and links with their places."""
    text = data.decode("utf-8", "replace")
    made = Renderer().render(text, id_prefix="p-", resolve=resolve, heading_level=2, image=image)
    assert problems(made.html) == []
    assert problems(render_inline(text[:2000], resolve=resolve)) == []
    for link in find_links(text, file="a.md", first_line=1):
        assert Source("a.md", text).line(link.span.line)
    find_raw_html(text, file="a.md", first_line=1)


READERS: dict[str, Callable[[bytes], None]] = {
    "yaml": yaml_reader,
    "notation": notation_reader,
    "markdown": markdown_reader,
}
SEEDS = {
    "yaml": [b"title: I buy\ntags: [a, 'b', \"c\"]\nmetrics:\n  nps: 3 -> 4\n", b"a: &x {b: !t c}\n? - d\n: |\n e\n", b"%YAML 1.2\n--- >\n x\n...\n"],
    "notation": [
        b"Why.\n\n## Awareness\n### I look {#look}\n- touchpoint: shop\n- emotion: +1 glad\n- pain: far {#far} !high ^i1\n- next: pay \"a\" | exit\n",
        "## Döntés {.notes}\n```\n### x\n```\n- ide: ا\n  b\n".encode(),
    ],
    "markdown": [
        b"# A *b* [c](a.md \"t\") ![d](map.png) [[touchpoint:demo-call|e]]\n\n- f\n\n    > g\n\n| h | i |\n|---|:-:|\n| `j` | k |\n",
        b"Term\n: def\n\n!!! note \"t\"\n    x[^1]\n\n[^1]: y\n\n[r]: <https://x.org>\n<a@b.c> &amp; \\* {: #id .note }\n~~~\ncode\n~~~\n",
    ],
}  # fmt: skip


def changed(seed: bytes, chance: random.Random) -> bytes:
    """A seed with a few changes: bytes set, cut out, doubled, mixed with its own pieces."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(data) + 1), chance.randint(1, 12)
        kind = chance.randrange(4)
        if kind == 0:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = data[at : at + length] * chance.choice((1, 2, 50))
        else:
            start = chance.randrange(len(seed))
            data[at:at] = seed[start : start + length]
    return bytes(data[:20_000])


def drive(name: str, seconds: float, chance: random.Random) -> int:
    """Feed a reader changed seeds for so long; the number of inputs. The one that fails is written down and raised."""
    reader, count, end = READERS[name], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        data = changed(chance.choice(SEEDS[name]), chance)
        began = time.process_time()
        try:
            reader(data)
        except BaseException:
            (HERE / f"failed-{name}.bin").write_bytes(data)
            raise
        assert time.process_time() - began < SLOW, data
        count += 1
    return count


def main() -> None:
    name, seconds = sys.argv[1], int(sys.argv[2])
    if atheris is None:
        print(
            f"{name}: {drive(name, seconds, random.Random())} inputs at random (atheris is not installed here)"
        )
        return
    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOW:.0f}",
        "-max_len=20000",
        f"-artifact_prefix={HERE}/failed-{name}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], READERS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()

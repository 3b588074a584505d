"""Write a crash report that is safe to send: the traceback, and the system.

It has no environment variables, no exception message and no source lines, since each of them may
quote an author's content. The home folder is written as `~`.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from journeybook.text import visible

_LIBRARIES = ("click", "PyYAML", "Markdown", "nh3", "Jinja2", "watchdog", "mermaid-py", "merman")


def write_report(exc: BaseException, *, folder: Path, version: str, argv: Sequence[str]) -> Path:
    """Write a report to `folder`, or else to the folder for temporary files. Its path."""
    text = "\n".join(_lines(exc, version, argv)) + "\n"
    try:
        return _write(text, folder)
    except OSError:
        return _write(text, Path(tempfile.gettempdir()))


def _write(text: str, folder: Path) -> Path:
    handle, name = tempfile.mkstemp(
        prefix="journeybook-crash-", suffix=".txt", dir=folder, text=False
    )
    with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
        stream.write(text)
    return Path(name)


def _lines(exc: BaseException, version: str, argv: Sequence[str]) -> Iterator[str]:
    yield (
        "journeybook stopped because of a bug. Please check this file for private content, then "
        "attach it to your issue."
    )
    yield ""
    python = f"Python {platform.python_version()} ({platform.python_implementation()})"
    yield f"journeybook {version}, {python}"
    yield f"system      {platform.system()} {platform.release()} {platform.machine()}"
    output_encoding = sys.stdout.encoding if sys.stdout else "none"
    yield f"encodings   {sys.getfilesystemencoding()}, {output_encoding}"
    yield "command     " + " ".join(_private(visible(word)) for word in argv)
    yield "libraries   " + ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)
    seen: BaseException | None = exc
    for _ in range(10):
        if seen is None:
            return
        yield ""
        yield (
            f"{type(seen).__module__}.{type(seen).__qualname__} (message omitted: it may quote "
            "content)"
        )
        for frame in traceback.extract_tb(seen.__traceback__, limit=-60):
            yield f"  {_private(frame.filename)}:{frame.lineno} in {frame.name}"
        seen = seen.__cause__ or seen.__context__


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _private(text: str) -> str:
    home = os.path.expanduser("~")
    return text.replace(home, "~") if len(home) > 1 else text

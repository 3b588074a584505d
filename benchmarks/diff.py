"""CPU time of `journeybook diff` for 50 changed files in a site of N journeys, start-up included.

    python benchmarks/diff.py 2000

One branch has changes that affect only their own file. The other removes touchpoints from steps, so
other files have to be read. Both are measured without a cache, and with the documents of both
revisions in the cache, as builds leave them.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def git(folder: Path, *arguments: str) -> None:
    """One git command in a folder."""
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def edit(text: str, *, touchpoint: bool) -> str:
    """Change the first emotion of a journey; with `touchpoint`, remove its first touchpoint too."""
    at = text.index("- emotion: ")
    text = f"{text[:at]}- emotion: -2 sad{text[text.index(chr(10), at) :]}"
    if touchpoint:
        at = text.index("- touchpoint: ")
        text = text[:at] + text[text.index("\n", at) + 1 :]
    return text


# Reads and caches the documents of a site as a build does, without making pages.
READ = """
from pathlib import Path
from journeybook.effects.sqlite_cache import SqliteCache, program_digest
from journeybook.effects.cache_location import cache_file
from journeybook.effects.disk import read_site as files_of
from journeybook.schema.read import read_site
cache = SqliteCache(cache_file(Path(), None), program_digest())
read_site(files_of(Path())[0].files, cache)
cache.save()
cache.close()
"""


def fill(folder: Path, cache: Path) -> None:
    """Cache the documents of the checked-out files."""
    command = [sys.executable, "-c", READ]
    subprocess.run(command, cwd=folder, env=environment(cache), check=True)


def environment(cache: Path) -> dict[str, str]:
    """The current environment, with the program of this checkout and its own cache."""
    return {
        **os.environ,
        "PYTHONPATH": str(HERE.parent / "generator"),
        "JOURNEYBOOK_CACHE": str(cache),
    }


def seconds(folder: Path, branch: str, cache: Path) -> float:
    """CPU seconds of one comparison, child processes included; the lowest of five runs."""
    command = [sys.executable, "-m", "journeybook", "diff", f"main..{branch}"]
    taken = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, env=environment(cache), check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def main() -> None:
    """Write the site and the two branches, and measure."""
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("size", type=int, nargs="?", default=2000)
    size = reader.parse_args().size
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as kept:
        folder, cache = Path(name), Path(kept) / "cache"
        subprocess.run([sys.executable, HERE / "corpus.py", str(size), folder], check=True)
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "before")
        branches = (("inside", False), ("across", True))
        for branch, touchpoint in branches:
            git(folder, "checkout", "-q", "-b", branch, "main")
            for path in sorted((folder / "content/journeys").rglob("*.md"))[:50]:
                path.write_text(edit(path.read_text("utf-8"), touchpoint=touchpoint), "utf-8")
            git(folder, "commit", "-qam", "after")
            print(f"{branch}, cold: {seconds(folder, branch, cache):.2f} s of CPU")
        for branch, _ in (("main", False), *branches):
            git(folder, "checkout", "-q", branch)
            fill(folder, cache)
        for branch, _ in branches:
            print(f"{branch}, warm: {seconds(folder, branch, cache):.2f} s of CPU")


if __name__ == "__main__":
    main()

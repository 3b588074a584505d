"""How much CPU `journeybook diff` takes for 50 changed files in a site of N journeys, start-up included.

    python benchmarks/diff.py 2000

Once with changes that stay in their file, once with touchpoints that lose a step, which other files must be asked about.
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


def edited(text: str, *, touchpoint: bool) -> str:
    """A journey with another first feeling, and without its first touchpoint where that is wanted."""
    at = text.index("- emotion: ")
    text = f"{text[:at]}- emotion: -2 sad{text[text.index(chr(10), at) :]}"
    if touchpoint:
        at = text.index("- touchpoint: ")
        text = text[:at] + text[text.index("\n", at) + 1 :]
    return text


def seconds(folder: Path, branch: str) -> float:
    """CPU seconds of one comparison, children included; the least of three."""
    command = [sys.executable, "-m", "journeybook", "diff", f"main..{branch}"]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent / "generator")}
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def main() -> None:
    """Make the site, the two branches, and measure."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("size", type=int, nargs="?", default=2000)
    size = reader.parse_args().size
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, HERE / "corpus.py", str(size), folder], check=True)
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "before")
        for branch, touchpoint in (("inside", False), ("across", True)):
            git(folder, "checkout", "-q", "-b", branch, "main")
            for path in sorted((folder / "content/journeys").rglob("*.md"))[:50]:
                path.write_text(edited(path.read_text("utf-8"), touchpoint=touchpoint), "utf-8")
            git(folder, "commit", "-qam", "after")
            print(f"{branch}: {seconds(folder, branch):.2f} s of CPU")


if __name__ == "__main__":
    main()

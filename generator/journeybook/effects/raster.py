"""Draw an SVG file of ours as PNG through `resvg_py`, with the fonts of this computer or of a
folder.

The renderer gets the files of the fonts it needs and no others: left to itself it takes the first
font that has a letter, which for Persian may be a bold or slanted one. `fc-match` names the files
where it is installed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault

MOST_PIXELS = 120_000_000
_PATIENCE = 10.0
_STYLES = ("", ":bold", ":italic", ":bold:italic")
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_SERIF = re.compile(r' font-family="[^"]*"')
_MOST_SCRIPTS = 40


@dataclass
class Fonts:
    """Font files for the renderer: the family of plain text, of headings, and of scripts that need
    their own."""

    sans: str = ""
    serif: str = ""
    of_script: dict[str, str] = field(default_factory=dict)
    files: dict[str, None] = field(default_factory=dict)


def png(svg: str, *, scale: float, font_dirs: tuple[Path, ...] = ()) -> bytes:
    """The picture in pixels, `scale` times as wide and high as the SVG says."""
    import resvg_py

    found = re.match(r'<svg [^>]*?viewBox="0 0 ([\d.e+]+) ([\d.e+]+)"', svg)
    assert found, "our own writer says how large a picture is"
    width, height = round(float(found[1]) * scale), round(float(found[2]) * scale)
    if width * height > MOST_PIXELS:
        raise EnvironmentFault(
            f"an image of {width} × {height} pixels is too large; use a smaller --scale, or "
            "export svg"
        )
    fonts = _in_folders(font_dirs, svg) if font_dirs else _on_this_computer(svg)
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=_with_families(svg, fonts),
                width=width,
                height=height,
                skip_system_fonts=bool(fonts.files),
                font_files=list(fonts.files) or None,
                font_family=fonts.sans or None,
                sans_serif_family=fonts.sans or None,
                serif_family=fonts.serif or None,
            )
        )
    except ValueError as error:
        raise EnvironmentFault(f"could not draw the image: {error}") from error


def _on_this_computer(svg: str) -> Fonts:
    fonts = Fonts()
    program = shutil.which("fc-match")
    if program is None:
        return fonts
    fonts.sans = _add(fonts, program, "Noto Sans,sans", _STYLES)
    fonts.serif = _add(fonts, program, "Noto Serif,serif", ("", ":bold"))
    for script, sign in _scripts(svg):
        wanted = f"Noto Sans {script.title()},sans:charset={ord(sign):x}"
        family = _add(fonts, program, wanted, ("", ":bold"))
        if sign.isalpha() and family != fonts.sans:
            fonts.of_script[script] = family
    return fonts


def _add(fonts: Fonts, program: str, pattern: str, styles: Iterable[str]) -> str:
    """Add the files that a pattern of fontconfig finds; the family's name."""
    family = ""
    for style in styles:
        done = subprocess.run(
            [program, "-f", "%{file}\n%{family[0]}", f"{pattern}{style}"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        file, _, name = done.stdout.partition("\n")
        if file:
            fonts.files[file] = None
            family = family or name
    return family


def _in_folders(folders: tuple[Path, ...], svg: str) -> Fonts:
    """The fonts of folders: plain text in the first family that is not for one script alone."""
    fonts = Fonts()
    families: dict[str, None] = {}
    scripts = [script for script, _ in _scripts(svg)]
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix.lower() in (".ttf", ".otf", ".ttc"):
                fonts.files[str(file)] = None
                families[family_of(file.read_bytes())] = None
    names = [name for name in families if name]
    if not names:
        raise EnvironmentFault("no font (.ttf or .otf) in the --font-dir folder")
    for script in scripts:
        match = next((name for name in names if script.lower() in name.lower()), "")
        if match:
            fonts.of_script[script] = match
    plain = [name for name in names if name not in fonts.of_script.values()] or names
    fonts.sans = next((name for name in plain if "serif" not in name.lower()), plain[0])
    fonts.serif = next((name for name in plain if "serif" in name.lower()), fonts.sans)
    return fonts


def family_of(font: bytes) -> str:
    """The name of a font's family, from its `name` table; empty where it cannot be read."""
    try:
        tables = int.from_bytes(font[4:6])
        places = {
            font[12 + 16 * at : 16 + 16 * at]: font[20 + 16 * at : 24 + 16 * at]
            for at in range(tables)
        }
        start = int.from_bytes(places[b"name"])
        texts = start + int.from_bytes(font[start + 4 : start + 6])
        for at in range(int.from_bytes(font[start + 2 : start + 4])):
            entry = font[start + 6 + 12 * at : start + 18 + 12 * at]
            if entry[:2] == b"\x00\x03" and entry[6:8] == b"\x00\x01":
                offset = texts + int.from_bytes(entry[10:12])
                return font[offset : offset + int.from_bytes(entry[8:10])].decode("utf-16-be")
    except (KeyError, UnicodeDecodeError):
        pass
    return ""


def _script(sign: str) -> str:
    """The script of a letter; a sign is its own."""
    name = unicodedata.name(sign, "")
    return (
        name.partition(" ")[0]
        if sign.isalpha() or unicodedata.category(sign) == "Nd"
        else f"sign {ord(sign):x}"
    )


def _scripts(svg: str) -> list[tuple[str, str]]:
    """Scripts and signs beyond Latin, each with a character of it."""
    found: dict[str, str] = {}
    for sign in sorted(set(svg)):
        if ord(sign) > 0x24F and unicodedata.category(sign) not in ("Mn", "Cf", "Cc", "Zs"):
            found.setdefault(_script(sign), sign)
    return list(found.items())[:_MOST_SCRIPTS]


def _with_families(svg: str, fonts: Fonts) -> str:
    """The SVG, its texts in the font of their script and else in the plain one or that of
    headings."""

    def named(text: re.Match[str]) -> str:
        letters = (sign for sign in text[2] if sign.isalpha())
        own = next(
            (
                fonts.of_script[script]
                for sign in letters
                if (script := _script(sign)) in fonts.of_script
            ),
            "",
        )
        look = f" {text[1]}"
        if own:
            look = _SERIF.sub("", look) + f' font-family="{_quoted(own)}"'
        elif fonts.serif:
            look = _SERIF.sub(f' font-family="{_quoted(fonts.serif)}"', look)
        # Few fonts have the minus sign, and the renderer takes the whole line from one that has; a
        # dash looks the same.
        return f"<text{look}>{text[2].replace(chr(0x2212), chr(0x2013))}</text>"

    if not fonts.sans:
        return svg
    head, mark, body = svg.partition(">")
    return _SERIF.sub(f' font-family="{_quoted(fonts.sans)}"', head) + mark + _TEXT.sub(named, body)


def _quoted(family: str) -> str:
    plain = re.sub(r"[^\w .-]", "", family)
    return f"'{plain}'"

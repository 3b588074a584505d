"""Render an SVG file that journeybook wrote as PNG with `resvg_py`.

The renderer gets only the font files it needs, from this computer or from a folder. With all fonts,
it takes the first font that has a letter, which for Persian may be a bold or slanted one. If
`fc-match` is installed, it finds the files.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path

from journeybook.effects.faults import EnvironmentFault
from journeybook.effects.font_coverage import Coverage, coverage_of_all

MOST_PIXELS = 120_000_000
_PATIENCE = 10.0
_STYLES = ("", ":bold", ":italic", ":bold:italic")
_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_FAMILY = re.compile(r' font-family="[^"]*"')
_SIZE = re.compile(r'<svg [^>]*?viewBox="[-\d.e+]+ [-\d.e+]+ ([\d.e+]+) ([\d.e+]+)"')
_MOST_SCRIPTS = 40
_MINUS, _EN_DASH = "\u2212", "\u2013"


@dataclass
class Fonts:
    """Font files for the renderer, and the families for text, headings, and other scripts."""

    sans: str = ""
    serif: str = ""
    of_script: dict[str, str] = field(default_factory=dict)
    files: dict[str, None] = field(default_factory=dict)
    family_files: dict[str, list[Path]] = field(default_factory=dict)
    _coverage: dict[str, Coverage] = field(default_factory=dict)

    def add(self, file: str, family: str) -> None:
        """One more file of a family."""
        self.files[file] = None
        self.family_files.setdefault(family, []).append(Path(file))

    def coverage(self, family: str) -> Coverage:
        """The characters of a family."""
        if family not in self._coverage:
            self._coverage[family] = coverage_of_all(self.family_files.get(family, ()))
        return self._coverage[family]


def without_font(svg: str, font_dirs: tuple[Path, ...] = ()) -> str:
    """The characters of an image that no font has, each once; empty if it is not known.

    They are drawn as boxes.
    """
    fonts = _in_folders(font_dirs, svg) if font_dirs else _on_this_computer(svg)
    if not fonts.files:
        return ""
    has = coverage_of_all(map(Path, fonts.files))
    words = unescape("".join(match[2] for match in _TEXT.finditer(svg)))
    return "".join(sign for sign in dict.fromkeys(words) if _is_drawn(sign) and sign not in has)


def _is_drawn(sign: str) -> bool:
    """Whether a character has a shape; the minus sign is drawn as an en dash."""
    return sign != _MINUS and unicodedata.category(sign)[0] in "LMNPS"


def png(svg: str, *, scale: float, font_dirs: tuple[Path, ...] = ()) -> bytes:
    """The image as PNG, `scale` times as wide and high as the SVG.

    Raises EnvironmentFault if it is too large or cannot be rendered.
    """
    import resvg_py

    size = _SIZE.match(svg)
    assert size, "every SVG of journeybook has its size"
    width, height = round(float(size[1]) * scale), round(float(size[2]) * scale)
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
        raise EnvironmentFault(f"cannot create the image: {error}") from error


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
    """Add the files that match a fontconfig pattern. The name of their family."""
    family = ""
    for style in styles:
        process = subprocess.run(
            [program, "-f", "%{file}\n%{family[0]}", f"{pattern}{style}"],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        file, _, name = process.stdout.partition("\n")
        if file:
            family = family or name
            fonts.add(file, family)
    return family


def _in_folders(folders: tuple[Path, ...], svg: str) -> Fonts:
    """The fonts of these folders. Text gets the first family that is not for one script only."""
    fonts = Fonts()
    for file in _font_files(folders):
        fonts.add(str(file), family_of(file.read_bytes()))
    names = [name for name in fonts.family_files if name]
    if not names:
        raise EnvironmentFault("no font (.ttf or .otf) in the --font-dir folder")
    for script, _ in _scripts(svg):
        family = _containing(script, names)
        if family:
            fonts.of_script[script] = family
    plain = [name for name in names if name not in fonts.of_script.values()] or names
    fonts.sans = next((name for name in plain if "serif" not in name.lower()), plain[0])
    fonts.serif = _containing("serif", plain) or fonts.sans
    return fonts


def _font_files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix.lower() in (".ttf", ".otf", ".ttc"):
                yield file


def _containing(word: str, names: list[str]) -> str:
    """The first name with this word in it, or an empty text."""
    return next((name for name in names if word.lower() in name.lower()), "")


def family_of(font: bytes) -> str:
    """The family of a font, from its `name` table; empty if it cannot be read."""
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
    """The script of a letter or digit; any other sign is a script of its own."""
    if sign.isalpha() or unicodedata.category(sign) == "Nd":
        return unicodedata.name(sign, "").partition(" ")[0]
    return f"sign {ord(sign):x}"


def _scripts(svg: str) -> list[tuple[str, str]]:
    """Every script other than Latin, with a character of it."""
    scripts: dict[str, str] = {}
    for sign in sorted(set(svg)):
        if ord(sign) > 0x24F and unicodedata.category(sign) not in ("Mn", "Cf", "Cc", "Zs"):
            scripts.setdefault(_script(sign), sign)
    return list(scripts.items())[:_MOST_SCRIPTS]


def _with_families(svg: str, fonts: Fonts) -> str:
    """The SVG with a font for each text: that of its script, or that of headings or other text."""

    def with_family(text: re.Match[str]) -> str:
        attributes, words = f" {text[1]}", unescape(text[2])
        main = fonts.serif if _FAMILY.search(attributes) and fonts.serif else fonts.sans
        attributes = _FAMILY.sub("", attributes) + _font_family(main)
        # Few fonts have the minus sign, and the renderer takes the whole line from one that has it;
        # an en dash looks the same.
        runs = _runs(words.replace(_MINUS, _EN_DASH), main, fonts)
        return f"<text{attributes}>{''.join(_span(run, main) for run in runs)}</text>"

    if not fonts.sans:
        return svg
    head, end, body = svg.partition(">")
    head = _FAMILY.sub(_font_family(fonts.sans), head)
    return head + end + _TEXT.sub(with_family, body)


def _runs(words: str, main: str, fonts: Fonts) -> list[tuple[str, str]]:
    """A text in parts, each with the family that has its letters: the main one, if it can."""
    runs: list[tuple[str, str]] = []
    for sign in words:
        family = runs[-1][1] if runs else main
        if sign.isalpha() or unicodedata.category(sign) == "Nd":
            family = _family_for(sign, main, fonts)
        elif family != main and sign not in fonts.coverage(family):
            family = main
        if runs and runs[-1][1] == family:
            runs[-1] = (runs[-1][0] + sign, family)
        else:
            runs.append((sign, family))
    return runs


def _family_for(sign: str, main: str, fonts: Fonts) -> str:
    """The family of the script of a letter or digit, if it has one of its own that has the sign."""
    own = fonts.of_script.get(_script(sign), main)
    return own if own == main or sign in fonts.coverage(own) else main


def _span(run: tuple[str, str], main: str) -> str:
    words, family = run
    escaped = escape(words, quote=False)
    return escaped if family == main else f"<tspan{_font_family(family)}>{escaped}</tspan>"


def _font_family(family: str) -> str:
    plain = re.sub(r"[^\w .-]", "", family)
    return f" font-family=\"'{plain}'\""

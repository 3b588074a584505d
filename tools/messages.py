"""Keep the message catalogues in step with the code, and make the tables that pages read.

`python tools/messages.py` gathers every message from the templates, the code and the vocabulary, updates
`locale/<language>.po` (translations stay; new messages come empty; unused ones go), and writes
`locale/tables.py` from the catalogues and from CLDR. `--check` only says whether something would change.
A new language is one more `.po` file: `python tools/messages.py --new de`.
"""

from __future__ import annotations

import argparse
import io
import pprint
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from journeybook.diff.kinds import KINDS as CHANGES
from journeybook.vocabulary import EMOTION_LABELS, FACTS, KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "journeybook"
LOCALE = PACKAGE / "locale"
KEYWORDS: dict[str, Any] = {"t": None, "tn": (1, 2), "message": None, "plural": (1, 2)}
DIGITS = {"latn": "0123456789", "arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩", "deva": "०१२३४५६७८९"}
PLURALS = {"hu": "n != 1", "ru": "ru", "pl": "pl", "fa": "n > 1", "vi": "0"}


def messages() -> list[str | tuple[str, str]]:
    """Every message once, in order of the English text; a pair where it has a plural."""
    found: dict[str, str | tuple[str, str]] = {}
    sources = [(path, "python") for path in sorted((PACKAGE / "pages").rglob("*.py"))]
    sources += [(path, "python") for path in sorted((PACKAGE / "diff").rglob("*.py"))]
    sources += [
        (path, "jinja2.ext:babel_extract")
        for path in sorted((ROOT / "themes/default/templates").rglob("*.html"))
    ]
    options = {"trimmed": "true", "silent": "false"}
    for path, method in sources:
        extracted = extract(
            method,
            io.BytesIO(path.read_bytes()),
            KEYWORDS,
            (),
            options if "jinja" in method else {},
        )
        for _line, message, _comments, _context in extracted:
            if not message:
                continue
            made = message if isinstance(message, str) else (message[0], message[1])
            key = made if isinstance(made, str) else made[0]
            if isinstance(made, tuple) or key not in found:
                found[key] = made
    words = [fact.title for fact in FACTS.values()] + list(EMOTION_LABELS.values())
    words += [word for kind in KINDS.values() for word in (kind.title, kind.plural)]
    words += [word for change in CHANGES.values() for word in (change.title, change.sentence)]
    for word in words:
        found.setdefault(word, word)
    return [found[key] for key in sorted(found)]


def updated(lang: str, old: Catalog | None, wanted: list[str | tuple[str, str]]) -> Catalog:
    """The catalogue of a language with just the wanted messages, keeping what is translated."""
    catalog = Catalog(
        locale=lang, domain="journeybook", fuzzy=False, header_comment=f"# journeybook, {lang}"
    )
    for message in wanted:
        key = message if isinstance(message, str) else message[0]
        before = old.get(key) if old else None
        string = (
            before.string
            if before and type(before.string) is (str if isinstance(message, str) else tuple)
            else ""
        )
        catalog.add(message, string or None)
    return catalog


def po_text(catalog: Catalog) -> bytes:
    """The catalogue as text, without dates and places, so that it only changes when messages do."""
    out = io.BytesIO()
    write_po(out, catalog, no_location=True, omit_header=True, width=0)
    head = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    head += f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return head.encode() + out.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """Messages without a translation, or whose placeholders differ from the English."""
    bad = []
    for message in catalog:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        names = set(re.findall(r"\{(\w+)\}", ids[-1]))
        for string in strings:
            if not string or (set(re.findall(r"\{(\w+)\}", string)) ^ names) - {"count"}:
                bad.append(str(ids[0]))
                break
    return bad


def table(lang: str, catalog: Catalog) -> dict[str, Any]:
    """What pages need to know of a language: translations, and facts from CLDR."""
    locale = Locale.parse(lang)
    system = str(locale.default_numbering_system)
    symbols = locale.number_symbols.get(system) or locale.number_symbols["latn"]
    two = locale.list_patterns["standard"]["2"].replace("{0}", "").replace("{1}", "")
    middle = locale.list_patterns["standard"]["middle"].replace("{0}", "").replace("{1}", "")
    percent = str(locale.percent_formats[None].pattern)
    return {
        "messages": {
            (m.id if isinstance(m.id, str) else m.id[0]): (
                m.string if isinstance(m.string, str) else list(m.string)
            )
            for m in catalog
            if m.id and m.string and (isinstance(m.string, str) or all(m.string))
        },
        "plural": PLURALS.get(lang, "n != 1"),
        "date": _date_pattern(str(locale.date_formats["long"].pattern)),
        "months": [str(locale.months["format"]["wide"][number]) for number in range(1, 13)],
        "digits": DIGITS.get(system, DIGITS["latn"]),
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "minus": "−",
        "percent": re.sub(r"#,##0", "{n}", percent)
        .replace("%", symbols["percentSign"])
        .replace("\u200e", ""),
        "list": [middle, two],
    }


def _date_pattern(pattern: str) -> str:
    """CLDR's `d MMMM y` as `{d} {month} {y}`; quoted words stay."""
    parts = re.findall(r"'([^']*)'|(d+|M+|y+)|([^'dMy]+)", pattern)
    names = {"d": "{d}", "M": "{month}", "y": "{y}"}
    return "".join(
        quoted or (names[field[0]] if field else other) for quoted, field, other in parts
    )


def tables_text(catalogs: dict[str, Catalog]) -> str:
    """`locale/tables.py`."""
    made = {lang: table(lang, catalog) for lang, catalog in sorted(catalogs.items())}
    body = pprint.pformat(made, width=125, sort_dicts=True)
    return (
        '"""Made by `make messages` from the catalogues and from CLDR through Babel. Do not edit."""\n\n'
        "from __future__ import annotations\n\nfrom typing import Any\n\n# fmt: off\n"
        f"TABLES: dict[str, dict[str, Any]] = {body}\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--new", metavar="LANG")
    options = parser.parse_args()
    wanted = messages()
    langs = sorted(
        {path.stem for path in LOCALE.glob("*.po")} | ({options.new} if options.new else set())
    )
    files: dict[Path, bytes] = {}
    catalogs: dict[str, Catalog] = {}
    for lang in langs:
        path = LOCALE / f"{lang}.po"
        old = read_po(io.BytesIO(path.read_bytes()), locale=lang) if path.exists() else None
        catalogs[lang] = updated(lang, old, wanted)
        files[path] = po_text(catalogs[lang])
        gaps = missing(catalogs[lang])
        if gaps:
            print(
                f"{lang}: {len(gaps)} of {len(wanted)} messages to translate, such as {gaps[0]!r}",
                file=sys.stderr,
            )
    files[LOCALE / "tables.py"] = tables_text(catalogs).encode()
    stale = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    if not options.check:
        for path in stale:
            path.write_bytes(files[path])
    for path in stale:
        print(("would change: " if options.check else "wrote ") + str(path.relative_to(ROOT)))
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())

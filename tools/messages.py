"""Keep the message catalogues in step with the code, and write the tables that pages read.

`python tools/messages.py` collects every message from the templates, the code and the vocabulary,
updates `locale/<language>.po` (translations are kept, new messages are added empty, unused ones are
removed), and writes `locale/tables.py` from the catalogues. A message without a translation appears
in English.

`--check` fails if a catalogue contains something that this command would remove or rewrite, or if
the tables are not those of the catalogues. A missing translation is no reason to fail: only
`--release-check` lists what is missing per language, and fails.

A new language is one more catalogue: `python tools/messages.py --new de`. If it does not count like
English, add its rule to `PLURALS` first. Facts about languages (dates, digits, lists) come from CLDR
through Babel when a language is new or with `--facts`; after that they are kept as they are, so that
files do not depend on the version of Babel.
"""

from __future__ import annotations

import argparse
import importlib
import io
import pprint
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from journeybook.diff.kinds import KINDS as CHANGES
from journeybook.pages.duration_text import AMOUNTS
from journeybook.vocabulary import EMOTION_LABELS, FACTS, KINDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "journeybook"
TEMPLATES = ROOT / "themes" / "default" / "templates"
LOCALE = PACKAGE / "locale"
KEYWORDS: dict[str, Any] = {"t": None, "tn": (1, 2), "message": None, "plural": (1, 2)}
DIGITS = {
    "latn": "0123456789",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "deva": "०१२३४५६७८९",
}


@dataclass(frozen=True)
class PluralRule:
    """How a language counts: for pages, and in the words of gettext for whoever translates."""

    name: str
    """The rule in `journeybook.pages.messages`."""
    forms: int
    formula: str
    """Number of the form for `n` things, as in the header `Plural-Forms` of a catalogue."""


ONE_FORM = PluralRule("0", 1, "0")
"""Nouns after a number stay as they are."""
TWO_FORMS = PluralRule("n != 1", 2, "(n != 1)")
_FEW = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20)"
PLURALS = {
    "fa": ONE_FORM,
    "hu": ONE_FORM,
    "pl": PluralRule("pl", 3, f"(n==1 ? 0 : {_FEW} ? 1 : 2)"),
    "ru": PluralRule("ru", 3, f"(n%10==1 && n%100!=11 ? 0 : {_FEW} ? 1 : 2)"),
    "vi": ONE_FORM,
}


@dataclass(frozen=True)
class Message:
    """An English message, which is also its key; `plural` is empty where nothing is counted."""

    text: str
    plural: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.text, self.plural) if self.plural else (self.text,)


@dataclass(frozen=True)
class Catalogue:
    """The messages of one language; a message without a translation has empty forms."""

    lang: str
    forms: Mapping[Message, tuple[str, ...]]

    @property
    def rule(self) -> PluralRule:
        return PLURALS.get(self.lang, TWO_FORMS)


def collect_messages() -> list[Message]:
    """Every message once, in order of the English text."""
    messages: dict[str, Message] = {}
    for message in _called_messages():
        if message.plural or message.text not in messages:
            messages[message.text] = message
    for text in _table_messages():
        messages.setdefault(text, Message(text))
    for one, many in AMOUNTS.values():
        messages[one] = Message(one, many)
    return [messages[text] for text in sorted(messages)]


def _called_messages() -> Iterator[Message]:
    """Messages in calls such as `t("…")`, in code and templates."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent != LOCALE:
            yield from _extract_messages(path, "python", {})
    options = {"trimmed": "true", "silent": "false"}
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield from _extract_messages(path, "jinja2.ext:babel_extract", options)


def _extract_messages(path: Path, method: str, options: Mapping[str, str]) -> Iterator[Message]:
    source = io.BytesIO(path.read_bytes())
    for _line, texts, _comments, _context in extract(method, source, KEYWORDS, (), options):
        if texts:
            yield Message(texts) if isinstance(texts, str) else Message(texts[0], texts[1])


def _table_messages() -> Iterator[str]:
    """Titles and sentences that the tables of the vocabulary and of changes contain."""
    for fact in FACTS.values():
        yield fact.title
    yield from EMOTION_LABELS.values()
    for kind in KINDS.values():
        yield from (kind.title, kind.plural)
    for change in CHANGES.values():
        yield from filter(None, (change.title, change.sentence, change.of_subject))


def read_catalogue(path: Path) -> Catalogue:
    """A catalogue as it is in its file."""
    forms: dict[Message, tuple[str, ...]] = {}
    for entry in read_po(io.BytesIO(path.read_bytes()), locale=path.stem):
        if entry.id:
            message = Message(*((entry.id,) if isinstance(entry.id, str) else entry.id))
            strings = entry.string or ""
            forms[message] = (strings,) if isinstance(strings, str) else tuple(strings)
    return Catalogue(path.stem, forms)


def update_catalogue(catalogue: Catalogue, messages: Sequence[Message]) -> Catalogue:
    """The catalogue with just these messages, in this order, keeping their translations."""
    forms = {}
    for message in messages:
        count = catalogue.rule.forms if message.plural else 1
        current = catalogue.forms.get(message, ())
        forms[message] = (*current, *("",) * count)[:count]
    return Catalogue(catalogue.lang, forms)


def catalogue_text(catalogue: Catalogue) -> str:
    """The `.po` file: no dates and no places, so that it only changes when messages do."""
    rule = catalogue.rule
    header = (
        f"Language: {catalogue.lang}\n",
        "Content-Type: text/plain; charset=utf-8\n",
        f"Plural-Forms: nplurals={rule.forms}; plural={rule.formula};\n",
    )
    blocks = ['msgid ""\nmsgstr ""\n' + "".join(f"{_quoted(line)}\n" for line in header)]
    blocks += [_entry_text(message, forms) for message, forms in catalogue.forms.items()]
    return "\n".join(blocks)


def _entry_text(message: Message, forms: tuple[str, ...]) -> str:
    lines = ["#, python-brace-format"] if _placeholders(*message.texts) else []
    lines.append(f"msgid {_quoted(message.text)}")
    if message.plural:
        lines.append(f"msgid_plural {_quoted(message.plural)}")
        lines += [f"msgstr[{number}] {_quoted(form)}" for number, form in enumerate(forms)]
    else:
        lines.append(f"msgstr {_quoted(forms[0])}")
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _placeholders(*texts: str) -> set[str]:
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", text)}


def is_translated(message: Message, forms: tuple[str, ...]) -> bool:
    """Whether every form has a text with the placeholders of the English message; a plural form,
    such as that for one thing, may leave out the number."""
    names = _placeholders(*message.texts)
    optional = {"count"} if message.plural else set()
    return all(form and not (_placeholders(form) ^ names) - optional for form in forms)


def untranslated(catalogue: Catalogue) -> list[Message]:
    """The messages that appear in English."""
    return [
        message for message, forms in catalogue.forms.items() if not is_translated(message, forms)
    ]


def tables_text(catalogues: Sequence[Catalogue], facts: Mapping[str, Mapping[str, Any]]) -> str:
    """`locale/tables.py`: per language its translations, its plural rule and the facts about it."""
    tables = {
        catalogue.lang: {
            **facts[catalogue.lang],
            "messages": _translations(catalogue),
            "plural": catalogue.rule.name,
        }
        for catalogue in catalogues
    }
    body = pprint.pformat(tables, width=125, sort_dicts=True)
    return (
        '"""Written by `make messages` from the catalogues and from CLDR. Do not edit."""\n\n'
        "from __future__ import annotations\n\nfrom typing import Any\n\n# fmt: off\n"
        f"TABLES: dict[str, dict[str, Any]] = {body}\n"
    )


def _translations(catalogue: Catalogue) -> dict[str, str | list[str]]:
    return {
        message.text: list(forms) if message.plural else forms[0]
        for message, forms in catalogue.forms.items()
        if is_translated(message, forms)
    }


def stored_facts() -> dict[str, dict[str, Any]]:
    """The facts in `locale/tables.py`; none where it cannot be read, such as after a conflict."""
    try:
        tables = importlib.import_module("journeybook.locale.tables").TABLES
    except (ImportError, SyntaxError):
        return {}
    return {
        lang: {key: value for key, value in table.items() if key not in ("messages", "plural")}
        for lang, table in tables.items()
    }


def cldr_facts(lang: str) -> dict[str, Any]:
    """How a language writes dates, numbers and lists."""
    locale = Locale.parse(lang, sep="-")
    system = str(locale.default_numbering_system)
    symbols = locale.number_symbols.get(system) or locale.number_symbols["latn"]
    lists = locale.list_patterns["standard"]
    percent = str(locale.percent_formats[None].pattern).replace("\u200e", "")
    return {
        "date": _date_pattern(str(locale.date_formats["long"].pattern)),
        "months": [str(locale.months["format"]["wide"][number]) for number in range(1, 13)],
        "digits": DIGITS.get(system, DIGITS["latn"]),
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "minus": "−",
        "percent": percent.replace("#,##0", "{n}").replace("%", symbols["percentSign"]),
        "list": [_separator(lists["middle"]), _separator(lists["2"])],
    }


def _separator(pattern: str) -> str:
    return pattern.replace("{0}", "").replace("{1}", "")


def _date_pattern(pattern: str) -> str:
    """CLDR's `d MMMM y` as `{d} {month} {y}`; quoted words stay."""
    parts = re.findall(r"'([^']*)'|(d+|M+|y+)|([^'dMy]+)", pattern)
    names = {"d": "{d}", "M": "{month}", "y": "{y}"}
    return "".join(
        quoted or (names[field[0]] if field else other) for quoted, field, other in parts
    )


def read_catalogues() -> list[Catalogue]:
    """All catalogues, in order of their languages."""
    return [read_catalogue(path) for path in sorted(LOCALE.glob("*.po"))]


def write_files(new: str = "", *, from_cldr: bool = False) -> list[Path]:
    """Update the catalogues and the tables; the files that changed."""
    catalogues = read_catalogues()
    if new and new not in [catalogue.lang for catalogue in catalogues]:
        catalogues.append(Catalogue(new, {}))
    messages = collect_messages()
    updated = [update_catalogue(catalogue, messages) for catalogue in catalogues]
    stored = {} if from_cldr else stored_facts()
    facts = {each.lang: stored.get(each.lang) or cldr_facts(each.lang) for each in updated}
    files = {LOCALE / f"{each.lang}.po": catalogue_text(each) for each in updated}
    files[LOCALE / "tables.py"] = tables_text(updated, facts)
    changed = [path for path, text in files.items() if _current_text(path) != text]
    for path in changed:
        path.write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def outdated_files() -> list[Path]:
    """The files that are out of step, apart from messages that no catalogue contains yet."""
    messages = collect_messages()
    catalogues = read_catalogues()
    expected = {}
    for catalogue in catalogues:
        listed = [message for message in messages if message in catalogue.forms]
        expected[LOCALE / f"{catalogue.lang}.po"] = catalogue_text(
            update_catalogue(catalogue, listed)
        )
    stored = stored_facts()
    facts = {each.lang: stored.get(each.lang, {}) for each in catalogues}
    expected[LOCALE / "tables.py"] = tables_text(catalogues, facts)
    return [path for path, text in expected.items() if _current_text(path) != text]


def _current_text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def missing_lines() -> list[str]:
    """What is missing for a release, a line for each language and message."""
    messages = collect_messages()
    return [
        f"{catalogue.lang}: {message.text}"
        for catalogue in read_catalogues()
        for message in untranslated(update_catalogue(catalogue, messages))
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 1 if a check fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--check", action="store_true", help="fail if files are out of step")
    modes.add_argument(
        "--release-check", action="store_true", help="list missing translations, fail if any"
    )
    modes.add_argument("--new", metavar="LANG", default="", help="start a catalogue")
    modes.add_argument("--facts", action="store_true", help="read the facts from CLDR again")
    options = parser.parse_args(arguments)
    if options.release_check:
        return _report(missing_lines(), "")
    if options.check:
        outdated = [path.name for path in outdated_files()]
        return _report(outdated, ": out of step with the code, run `make messages`")
    for path in write_files(options.new, from_cldr=options.facts):
        print(f"wrote {path.name}")
    for catalogue in read_catalogues():
        count = len(untranslated(catalogue))
        if count:
            print(f"{catalogue.lang}: {count} messages to translate, in English until then")
    return 0


def _report(lines: Sequence[str], ending: str) -> int:
    for line in lines:
        print(line + ending)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

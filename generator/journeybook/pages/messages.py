"""Interface messages, numbers, dates and lists in the language of a page.

A message is an English sentence. `locale/tables.py` has the translations and what pages need to
know of each language; it is generated from CLDR, so that a build does not load Babel.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from journeybook.locale.tables import TABLES

_ENGLISH: dict[str, Any] = {
    "messages": {},
    "plural": "n != 1",
    "date": "{d} {month} {y}",
    "months": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "digits": "0123456789",
    "decimal": ".",
    "group": ",",
    "minus": "−",
    "percent": "{n}%",
    "list": [", ", " and "],
}


def _russian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if _is_few(n) else 2


def _polish(n: int) -> int:
    if n == 1:
        return 0
    return 1 if _is_few(n) else 2


def _is_few(n: int) -> bool:
    return 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14


# Plural rules of the interface languages, by their gettext formula or language
_PLURALS: dict[str, Callable[[int], int]] = {
    "n != 1": lambda n: int(n != 1),
    "n > 1": lambda n: int(n > 1),
    "0": lambda n: 0,
    "ru": _russian,
    "pl": _polish,
}


@dataclass(frozen=True)
class Messages:
    """The messages of one language; English where a language or a message is not translated."""

    lang: str
    table: dict[str, Any] = field(
        default_factory=lambda: _ENGLISH,
        repr=False,
        compare=False,
    )

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled; whole numbers in the digits of the language."""
        text = self.table["messages"].get(message)
        if not isinstance(text, str):
            text = message
        return _filled(text, self._shown(values)) if values else text

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things; `{count}` is the number."""
        forms = self.table["messages"].get(one)
        if isinstance(forms, list):
            form = _PLURALS[self.table["plural"]](count)
            text = forms[min(form, len(forms) - 1)]
        else:
            text = one if count == 1 else many
        return _filled(text, self._shown({"count": count, **values}))

    def measure(self, one: str, many: str, value: float) -> str:
        """A message for an amount that may have decimals: `1.5 hours`.

        By CLDR, an amount with decimals takes the form of 2 in Russian (`1,5 часа`) and Polish
        (`1,5 godziny`), and the plural in the other interface languages that have one.
        """
        if value == int(value):
            return self.plural(one, many, int(value))
        forms = self.table["messages"].get(one)
        text = forms[min(1, len(forms) - 1)] if isinstance(forms, list) else many
        return _filled(text, {"count": self.number(value, 3)})

    def number(
        self,
        value: float,
        decimals: int = 0,
        *,
        sign: bool = False,
    ) -> str:
        """A number with the digits and groups of the language and a real minus sign; with `sign` also
        `+`."""
        text = self._numbers.get((value, decimals, sign))
        if text is None:
            text = self._numbers[value, decimals, sign] = self._number(value, decimals, sign)
        return text

    @cached_property
    def _numbers(self) -> dict[tuple[float, int, bool], str]:
        """Numbers formatted so far: a site shows the same few many times."""
        return {}

    def _number(
        self,
        value: float,
        decimals: int,
        sign: bool,
    ) -> str:
        text = f"{abs(value):,.{decimals}f}"
        if decimals:
            text = text.rstrip("0").rstrip(".")
        swapped = text.translate(self._separators)
        is_zero = not any(digit in "123456789" for digit in text)
        lead = ""
        if value < 0 and not is_zero:
            lead = self.table["minus"]
        elif sign and not is_zero:
            lead = "+"
        return lead + self.digits(swapped)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as whole percent."""
        return str(self.table["percent"]).replace("{n}", self.number(round(share * 100)))

    def digits(self, text: str) -> str:
        """A text with its ASCII digits replaced by those of the language."""
        return text.translate(self._digits)

    @cached_property
    def _separators(self) -> dict[int, str]:
        return {ord(","): self.table["group"], ord("."): self.table["decimal"]}

    @cached_property
    def _digits(self) -> dict[int, int]:
        return str.maketrans("0123456789", self.table["digits"])

    def date(self, day: datetime.date) -> str:
        """A day in words, Gregorian calendar."""
        month = self.table["months"][day.month - 1]
        text = str(self.table["date"]).replace("{month}", month)
        text = text.replace("{d}", str(day.day)).replace("{y}", str(day.year))
        return self.digits(text)

    def join(self, items: Sequence[str]) -> str:
        """A list in words: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        comma, last = self.table["list"]
        return str(comma.join(items[:-1]) + last + items[-1])

    def _shown(self, values: dict[str, object]) -> dict[str, str]:
        shown = {}
        for name, value in values.items():
            if isinstance(value, int) and not isinstance(value, bool):
                shown[name] = self.number(value)
            else:
                shown[name] = str(value)
        return shown


def _filled(message: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        message = message.replace("{" + name + "}", value)
    return message


@lru_cache(64)
def messages_for(lang: str, fallback: str = "en") -> Messages:
    """The messages for a page in `lang`: of that language, its base, `fallback`, or English."""
    for wanted in (lang, lang.split("-")[0], fallback, fallback.split("-")[0]):
        if wanted in TABLES:
            return Messages(wanted, {**_ENGLISH, **TABLES[wanted]})
        if wanted == "en":
            return Messages("en")
    return Messages("en")

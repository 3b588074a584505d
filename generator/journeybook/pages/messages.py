"""Interface words, numbers, dates and lists in the language of a page.

Messages are English sentences; `locale/tables.py` holds their translations and the few facts about each
language that pages need (made from CLDR at build time, so that nothing heavy is imported here).
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

# Plural rules of the interface languages, as gettext writes them.
_PLURALS: dict[str, Callable[[int], int]] = {
    "n != 1": lambda n: int(n != 1),
    "n > 1": lambda n: int(n > 1),
    "0": lambda n: 0,
    "ru": lambda n: (
        0
        if n % 10 == 1 and n % 100 != 11
        else 1
        if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14
        else 2
    ),
    "pl": lambda n: 0 if n == 1 else 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2,
}


@dataclass(frozen=True)
class Messages:
    """The words of one language; English where a language or a message is not translated."""

    lang: str
    table: dict[str, Any] = field(
        default_factory=lambda: _ENGLISH,
        repr=False,
        compare=False,
    )

    def text(self, message: str, **values: object) -> str:
        """A message with its `{placeholders}` filled; whole numbers are written in the language's way."""
        found = self.table["messages"].get(message, message)
        found = found if isinstance(found, str) else message
        return _filled(found, self._shown(values)) if values else found

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A message for a number of things; `{count}` stands for the number."""
        forms = self.table["messages"].get(one)
        if isinstance(forms, list):
            found = forms[min(_PLURALS[self.table["plural"]](count), len(forms) - 1)]
        else:
            found = one if count == 1 else many
        return _filled(found, self._shown({"count": count, **values}))

    def number(
        self,
        value: float,
        decimals: int = 0,
        *,
        sign: bool = False,
    ) -> str:
        """A number with the language's digits, groups and a real minus sign; `sign` shows `+` as well."""
        known = self._numbers.get((value, decimals, sign))
        if known is None:
            known = self._numbers[value, decimals, sign] = self._number(value, decimals, sign)
        return known

    @cached_property
    def _numbers(self) -> dict[tuple[float, int, bool], str]:
        """Numbers written before: a site shows the same few again and again."""
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
        is_zero = not any(c in "123456789" for c in text)
        lead = (
            self.table["minus"]
            if value < 0 and not is_zero
            else "+"
            if sign and not is_zero
            else ""
        )
        return lead + self.digits(swapped)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as whole percent."""
        return str(self.table["percent"]).replace("{n}", self.number(round(share * 100)))

    def digits(self, text: str) -> str:
        """The text with its ASCII digits in the language's own."""
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
        shown = (
            str(self.table["date"])
            .replace("{month}", month)
            .replace("{d}", str(day.day))
            .replace("{y}", str(day.year))
        )
        return self.digits(shown)

    def join(self, items: Sequence[str]) -> str:
        """A list in words: `a, b and c`."""
        comma, last = self.table["list"]
        return (
            items[0]
            if len(items) == 1
            else comma.join(items[:-1]) + last + items[-1]
            if items
            else ""
        )

    def _shown(self, values: dict[str, object]) -> dict[str, str]:
        return {
            name: self.number(value)
            if isinstance(value, int) and not isinstance(value, bool)
            else str(value)
            for name, value in values.items()
        }


def _filled(message: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        message = message.replace("{" + name + "}", value)
    return message


@lru_cache(64)
def messages_for(lang: str, fallback: str = "en") -> Messages:
    """The words for a page in `lang`: of that language, else of its base, else of `fallback`, else English."""
    for wanted in (lang, lang.split("-")[0], fallback, fallback.split("-")[0]):
        if wanted in TABLES:
            return Messages(wanted, {**_ENGLISH, **TABLES[wanted]})
        if wanted == "en":
            return Messages("en")
    return Messages("en")

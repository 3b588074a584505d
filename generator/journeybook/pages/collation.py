"""The order of names in lists, by the alphabet of the page's language.

Python has no collation, and Babel's data none either. The alphabets of the interface languages are
those of CLDR (`common/collation`): Polish, Hungarian, Russian, Persian and Vietnamese letters that
follow others as letters of their own. Any other mark on a letter only decides between equal words.
Numbers sort by value, as the script that sorts tables in the browser does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from journeybook.schema.documents import Entity

E = TypeVar("E", bound=Entity)
Element = tuple[int, int]
"""The group of a sign and its rank there."""
SortKey = tuple[tuple[Element, ...], str]

_SIGN, _NUMBER, _OWN_LETTER, _OTHER_LETTER = range(4)
"""Groups in their order: the letters of the page's alphabet come before those of other scripts."""

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
ALPHABETS: dict[str, tuple[str, ...]] = {
    "pl": tuple("a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż".split()),
    "hu": tuple(
        "a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö p q r s sz t ty u ü v w x y z "
        "zs".split()
    ),
    "vi": tuple("a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split()),
    "ru": tuple("а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я".split()),
    "fa": tuple("آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی".split()),
    "": tuple(_LATIN.split()),
}
"""Language -> its letters in order; the empty one is for every other language."""
_SAME = {"fa": {"ك": "ک", "ي": "ی", "ى": "ی", "أ": "ا", "إ": "ا", "ئ": "ی", "ؤ": "و", "ة": "ه"}}
"""Letters of another keyboard, or with a mark, that count as a letter of the alphabet."""
_EQUAL = {"hu": {"ő": "ö", "ű": "ü"}}
_LONGEST_LETTER = 3


@lru_cache(1 << 14)
def sort_key(text: str, lang: str) -> SortKey:
    """What to sort a text by in a language: its letters, then the text itself."""
    primary = lang.lower().replace("_", "-").split("-")[0]
    folded = unicodedata.normalize("NFC", text.casefold())
    return tuple(_elements(folded, primary if primary in ALPHABETS else "")), folded


def by_title(documents: Iterable[E], lang: str) -> list[E]:
    """Documents by their titles, those of one title by id."""
    return sorted(documents, key=lambda each: (sort_key(str(each.title), lang), each.id))


def _elements(text: str, lang: str) -> Iterator[Element]:
    ranks = _ranks(lang)
    at = 0
    while at < len(text):
        letter = _letter_at(text, at, ranks)
        if letter:
            yield _OWN_LETTER, ranks[letter]
            at += len(letter)
        elif text[at].isdecimal():
            end = at
            while end < len(text) and text[end].isdecimal():
                end += 1
            yield _NUMBER, int(text[at : min(end, at + 18)])
            at = end
        else:
            yield from _element(text[at], lang, ranks)
            at += 1


def _letter_at(text: str, at: int, ranks: dict[str, int]) -> str:
    """The longest letter of the alphabet that begins at a place; empty if none does."""
    for length in range(_LONGEST_LETTER, 0, -1):
        letter = text[at : at + length]
        if len(letter) == length and letter in ranks:
            return letter
    return ""


def _element(character: str, lang: str, ranks: dict[str, int]) -> Iterator[Element]:
    """A letter with a mark as the letter without; a mark alone as nothing."""
    category = unicodedata.category(character)
    if category in ("Mn", "Cf"):
        return
    base = _EQUAL.get(lang, {}).get(character) or _SAME.get(lang, {}).get(character)
    base = base or _without_marks(character, ranks)
    if base in ranks:
        yield _OWN_LETTER, ranks[base]
    else:
        yield (_OTHER_LETTER if category[0] == "L" else _SIGN), ord(base)


def _without_marks(character: str, ranks: dict[str, int]) -> str:
    """A letter without its last mark, or its last two, if that is a letter of the alphabet."""
    base = character
    while (decomposed := unicodedata.decomposition(base)) and "<" not in decomposed:
        base = chr(int(decomposed.split()[0], 16))
        if base in ranks:
            break
    return _BARE.get(base, base)


_BARE = {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ħ": "h"}
"""Letters with a stroke, which Unicode does not decompose."""


@lru_cache(16)
def _ranks(lang: str) -> dict[str, int]:
    """Letter -> its place in the alphabet."""
    return {letter: rank for rank, letter in enumerate(ALPHABETS[lang])}

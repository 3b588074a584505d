"""Words that show whether a title takes the customer's or the company's point of view.

There are tables for the languages of the interface.
"""

from __future__ import annotations

import re

# Words, and ends of words (with a `-` in front), that mark a sentence in the first person.
# In languages that express `I` by the ending of the verb, any word with such an ending counts.
_FIRST_PERSON = {
    "en": (
        "i, i'm, i've, i'd, i'll, me, my, mine, myself, we, we're, we've, we'd, we'll, us, our, "
        "ours, ourselves"
    ),
    "hu": (
        "én, engem, nekem, mi, minket, nekünk, -ok, -ek, -ök, -om, -em, -öm, -am, -unk, -ünk, "
        "-juk, -jük"
    ),
    "ru": (
        "я, меня, мне, мой, моя, моё, мое, мои, мы, нас, нам, наш, наша, наши, -у, -ю, -усь, "
        "-юсь, -ем, -им, -ём"
    ),
    "fa": "من, ما, مرا, -م, -یم",
    "pl": "ja, mnie, mi, mój, moja, moje, my, nas, nam, nasz, nasza, nasze, -ę, -am, -em, -my",
    "vi": "tôi, mình, em, anh, chị, ta, chúng tôi, chúng ta, con",
}

_DEPARTMENT_NAMES = (
    "marketing sales presales pre-sales inside-sales field-sales finance accounting billing "
    "legal logistics operations it hr human-resources procurement purchasing call-centre "
    "call-center contact-centre contact-center help-desk helpdesk customer-service "
    "customer-support customer-success customer-care account-management product-management "
    "értékesítés pénzügy ügyfélszolgálat logisztika marketingosztály értékesítési-osztály "
    "маркетинг продажи отдел-продаж отдел-маркетинга бухгалтерия служба-поддержки логистика "
    "بازاریابی فروش واحد-فروش حسابداری پشتیبانی sprzedaż dział-sprzedaży dział-marketingu "
    "księgowość obsługa-klienta logistyka tiếp-thị bán-hàng phòng-kinh-doanh kế-toán "
    "chăm-sóc-khách-hàng"
)
DEPARTMENTS = frozenset(_DEPARTMENT_NAMES.split())
"""The names of departments in these languages, as slugs."""


def is_first_person(title: str, lang: str) -> bool | None:
    """Whether a title is in the customer's own words; None for a language without a table.

    A question or a title in quotation marks counts as the customer's own words.
    """
    table = _FIRST_PERSON.get(lang.lower().partition("-")[0])
    if table is None:
        return None
    if any(sign in title for sign in _QUESTION_MARKS) or title.lstrip().startswith(_QUOTES):
        return True
    marks = table.split(", ")
    words = _WORD.findall(title.lower().replace("’", "'"))
    text = f" {' '.join(words)} "
    if any(f" {mark} " in text for mark in marks if mark[0] != "-"):
        return True
    endings = tuple(mark[1:] for mark in marks if mark[0] == "-")
    if not endings:
        return False
    return any(len(word) > 2 and word.endswith(endings) for word in words)


_QUOTES = ('"', "'", "“", "„", "«", "‘")
_QUESTION_MARKS = "?؟"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

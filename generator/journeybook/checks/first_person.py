"""Words that tell on whose side of the counter a title stands, in the languages of the
interface."""

from __future__ import annotations

import re

# A word, or the end of a word (with a `-` in front), by which a sentence in the first person is
# known. Languages that say `I` with the ending of the verb are judged kindly: any word with such an
# ending will do.
_FIRST_PERSON: dict[str, tuple[str, ...]] = {
    "en": ("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself", "we", "we're", "we've", "we'd", "we'll", "us",
           "our", "ours", "ourselves"),
    "hu": ("én", "engem", "nekem", "mi", "minket", "nekünk", "-ok", "-ek", "-ök", "-om", "-em", "-öm", "-am", "-unk",
           "-ünk", "-juk", "-jük"),
    "ru": ("я", "меня", "мне", "мой", "моя", "моё", "мое", "мои", "мы", "нас", "нам", "наш", "наша", "наши", "-у", "-ю",
           "-усь", "-юсь", "-ем", "-им", "-ём"),
    "fa": ("من", "ما", "مرا", "-م", "-یم"),
    "pl": ("ja", "mnie", "mi", "mój", "moja", "moje", "my", "nas", "nam", "nasz", "nasza", "nasze", "-ę", "-am", "-em",
           "-my"),
    "vi": ("tôi", "mình", "em", "anh", "chị", "ta", "chúng tôi", "chúng ta", "con"),
}  # fmt: skip

DEPARTMENTS = frozenset(
    (
        "marketing", "sales", "presales", "pre-sales", "inside-sales", "field-sales", "finance", "accounting", "billing",
        "legal", "logistics", "operations", "it", "hr", "human-resources", "procurement", "purchasing", "call-centre",
        "call-center", "contact-centre", "contact-center", "help-desk", "helpdesk", "customer-service",
        "customer-support", "customer-success", "customer-care", "account-management", "product-management",
        "értékesítés", "pénzügy", "ügyfélszolgálat", "logisztika", "marketingosztály", "értékesítési-osztály",
        "маркетинг", "продажи", "отдел-продаж", "отдел-маркетинга", "бухгалтерия", "служба-поддержки", "логистика",
        "بازاریابی", "فروش", "واحد-فروش", "حسابداری", "پشتیبانی",
        "sprzedaż", "dział-sprzedaży", "dział-marketingu", "księgowość", "obsługa-klienta", "logistyka",
        "tiếp-thị", "bán-hàng", "phòng-kinh-doanh", "kế-toán", "chăm-sóc-khách-hàng",
    )
)  # fmt: skip


def is_first_person(title: str, lang: str) -> bool | None:
    """Whether a customer could be saying a title; None where the tool does not know the language.

    A question and a title in quotation marks count as said by the customer.
    """
    marks = _FIRST_PERSON.get(lang.lower().partition("-")[0])
    if marks is None:
        return None
    if "?" in title or "؟" in title or title.lstrip().startswith(_QUOTES):
        return True
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", title.lower().replace("’", "'"))
    text = f" {' '.join(words)} "
    endings = tuple(mark[1:] for mark in marks if mark[0] == "-")
    said = any(f" {mark} " in text for mark in marks if mark[0] != "-")
    return said or any(len(word) > 2 and word.endswith(endings) for word in words if endings)


_QUOTES = ('"', "'", "“", "„", "«", "‘")

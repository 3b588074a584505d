"""Entries to search in: a few in many languages, and thousands made by counting."""

from __future__ import annotations

import random
from typing import Any
from zlib import crc32

from journeybook.outputs.search import Entry


def entry(title: str, **more: Any) -> Entry:
    fields: dict[str, Any] = {
        "url": f"t/{crc32(title.encode('utf-8', 'replace'))}.html",
        "kind": "touchpoint",
        "kind_label": "Touchpoint",
        "lang": "en",
    }
    return Entry(**{**fields, "title": title, **more})


MIXED = (
    entry("Demo call", url="touchpoints/demo-call.html", summary="An hour with an engineer.", path=("Touchpoints",), persona=("Ana", "Bo"), stage=("Decision",), market=("B2B",), owner=("sales",)),
    entry("Delivery on the ramp", url="touchpoints/delivery.html", text="The truck comes. " * 40 + "Nobody phoned before the shipment arrived. " + "So it goes. " * 20, persona=("Ana",), stage=("Adoption",), market=("B2C",), owner=("logistics",)),
    entry("I replace the pumps", url="journeys/ana/buy.html", kind="journey", kind_label="Journey", summary="A dairy buys pumps after a demo.", path=("Journeys", "Ana"), persona=("Ana",), stage=("Awareness", "Decision"), market=("B2B",), owner=("marketing",)),
    entry("She signs", url="journeys/ana/buy.html#story_sign", kind="step", kind_label="Step", text="Signs the follow-up e-mail.", path=("I replace the pumps", "Decision"), persona=("Ana",), stage=("Decision",), market=("B2B",)),
    entry("<b>Bold</b> & \"quoted\"", url="touchpoints/bold.html", text="<img src=x onerror=alert(1)> is only text here"),
    entry("Zgłoszenie usterki w Łodzi", url="touchpoints/lodz.html", lang="pl", summary="Zażółć gęślą jaźń."),
    entry("Điểm chạm đăng ký", url="touchpoints/dang-ky.html", lang="vi", summary="Khách hàng điền biểu mẫu."),
    entry("سفر خرید پمپ", url="journeys/babak/buy.html", kind="journey", kind_label="سفر", lang="fa", summary="می‌خواهم پمپ‌ها را عوض کنم؛ کتاب ۱۲ یکی از آنهاست.", persona=("بابک",)),
    entry("رحلة العميل", url="touchpoints/ar.html", lang="ar", summary="يشتري الكتاب من المتجر."),
    entry("Straßenfest", url="touchpoints/de.html", lang="de", summary="Der Käufer grüßt."),
    entry("客户旅程地图", url="touchpoints/zh.html", lang="zh", summary="购买委员会的决定。"),
)  # fmt: skip

SYLLABLES = "ka lo mi tu ren vas pel dor sin qua thi zol bra nem fu gi ost".split()


def synthetic(count: int, words: int = 60) -> list[Entry]:
    """Pages of made-up words, common and rare ones, the same every time."""
    chance = random.Random(7)
    known = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(12_000)]
    weights = [1 / (at + 5) for at in range(len(known))]
    kinds = ("journey", "persona", "touchpoint", "channel", "metric", "evidence")
    made = []
    for at in range(count):
        said = chance.choices(known, weights, k=words)
        kind = kinds[at % len(kinds)]
        made.append(
            entry(
                " ".join(said[:4]), url=f"p/{at}.html", kind=kind, kind_label=kind.title(), summary=" ".join(said[4:14]), text=" ".join(said[14:]),
                persona=(f"Persona {at % 40}",), stage=(f"Stage {at % 7}",), market=(("B2B", "B2C")[at % 2],), owner=(f"Team {at % 25}",), path=("Pages",),
            )
        )  # fmt: skip
    return made

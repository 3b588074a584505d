"""A site in memory, its theme, and what exports start from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from journeybook.effects.disk import read_theme
from journeybook.exporting.context import ExportContext, export_context
from journeybook.outputs.site import check
from journeybook.pages.theme import Theme
from journeybook.schema.documents import Journey
from sites import BUY, DEFAULTS, info

BUILT_IN = read_theme(Path(__file__).parents[2] / "themes/default")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001"
    "0d0a2db40000000049454e44ae426082"
)
SHOES = """---
title: I buy running shoes
goal: Shoes that fit
---
Nobody likes a blister.

![A shoe](shoe.png) and [the shop](../../touchpoints/shop.md), also [elsewhere](https://example.org/).

## Awareness
### I look around {#look}
- does: searches *late* at night
- emotion: -1 lost
- pain: Too many results !high
- touchpoint: shop
- time: 2d
- worth: 4
### I ask a friend {#ask}
- emotion: +2 relieved
- emotion ben: 0 calm
- moment of truth: She shows her own pair
- loop: look "still not sure"
## Decision
### I pay {#pay}
- emotion: +1
- delight: It took a minute
"""
PERSIAN = """---
title: کفش دویدن می‌خرم (CRM)
lang: fa
---
## آگاهی
### دنبال کفش می‌گردم {#look}
- emotion: -2 خسته
- does: شب‌ها جست‌وجو می‌کند
### می‌خرم {#buy}
- emotion: +1 راضی
"""


def made(files: Mapping[str, str | bytes]) -> ExportContext:
    """A site with these files, ready to be exported."""
    ben: dict[str, str | bytes] = {"content/personas/ben.md": "---\ntitle: Ben Okri, friend\n---\n"}
    everything = {**DEFAULTS, **ben, **files}
    data = {
        path: text.encode() if isinstance(text, str) else text for path, text in everything.items()
    }
    return export_context(check(data, info()), Theme((BUILT_IN,)), info())


def shoes(text: str = SHOES) -> tuple[ExportContext, Journey]:
    """The site of one journey, and the journey."""
    found = made(
        {
            BUY: text,
            "content/journeys/ana/shoe.png": PNG,
            "content/touchpoints/shop.md": "---\ntitle: Shoe shop\n---\n",
        }
    )
    return found, found.journeys[0]


def hostile(words: str) -> tuple[ExportContext, Journey]:
    """A journey in which every text is the same dangerous one."""
    return shoes(
        f"---\ntitle: '{words}'\n---\n## Awareness\n### {words} {{#one}}\n- does: {words}\n- says: {words}\n- emotion: -2 {words}\n"
        f"- pain: {words}\n### Two {{#two}}\n- emotion: +1 {words}\n"
    )

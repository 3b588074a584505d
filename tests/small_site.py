"""A site of some twenty files that has every kind of page, so that it can be built a thousand times in a test."""

from __future__ import annotations

import re

Files = dict[str, bytes]

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63600000000200014898dcdb00"
    "00000049454e44ae426082"
)

SITE = """\
=== site.yaml
title: Two shops
description: How people buy shoes
language: en
languages: [en, fa]
url: https://example.org/maps
review: 180d
lanes:
  own:
    - {key: risk, title: Risk, icon: warning}
emotion:
  "+1": pleased
repository:
  url: https://example.org/maps.git
  edit: "{url}/edit/main/{path}"
compare:
  - [ana/buy, ana/return]
pictures: svg
=== content/personas/ana.md
---
title: Ana, a nurse
market: b2c
segment: {age: 30-39}
goals: [dry feet]
frustrations: [sizes that differ]
reports-to: ben
quote: I decide in ten minutes.
---
She knows [the till](../touchpoints/till.md) and [[journey:ana/buy#try]].
=== content/personas/ben.md
---
title: Ben, who pays
market: b2b
role: economic buyer
---
=== content/journeys/ana/buy.md
---
title: I buy running shoes
market: b2c
status: review
owner: shop
reviewed: 2026-06-02
question: Where do they leave us?
length: 1d-1w
committee:
  ana: {role: champion, say: 4, needs: dry feet}
  ben: {role: economic buyer, say: 5, needs: a low price}
metrics:
  nps: 31 -> 40
evidence: [i01]
tags: [shoes]
---
Two of three leave **before** they try, see [[evidence:i01]].

## Awareness
- goal: sees that the old pair is done
### The old pair is wet {#wet}
- does: looks at the sole
- emotion: -2 cold
- pain: Wet on the first morning !high ^i01 {#wet-feet}
- opportunity: dry-box
- touchpoint: reel
- content: care-card
- time: 2d
- worth: 4

She walked home.

## Decision
### I try three pairs {#try}
- who: ana, ben
- does: runs to the door and back
- says: "This one." ^i01
- emotion: +1 hopeful
- emotion ben: 0 patient
- touchpoint: fitting, till
- channel: shop
- moment of truth: (first) it fits, or she goes
- risk: the size is out of stock
- metric: nps 31 -> 40
- frontstage: brings the boxes
- backstage: counts them
- next: pay "it fits" | exit "nothing fits"
- loop: wet "try again"

### I pay at the till {#pay}
- touchpoint: till
- emotion: 0 calm
- delight: No queue ^i01
- note: Ask again in spring.
=== content/journeys/ana/return.md
---
title: I bring them back
kind: customer
market: b2b
status: review
continues: ana/buy
---
## Decision
### The toe hurts {#toe}
- does: packs the box
- emotion: -1 annoyed
- touchpoint: till
- pain: No printer at home {#printer}
- zoom: ben/pay
## Afterwards
### It is done {#done}
- emotion: +2 relieved
=== content/journeys/ben/pay.md
---
title: من کفش می‌خرم
lang: fa
part-of: ana/buy
---
## Awareness
### کفش کهنه خیس است {#خیس}
- does: نگاه می‌کند
- emotion: -1 سرد
- touchpoint: reel
=== content/touchpoints/reel.md
---
title: A reel
channel: social
presence: online
phase: before
automatic: yes
---
=== content/touchpoints/fitting.md
---
title: Fitting
channel: [shop]
presence: offline
phase: during
measure: survey
metrics: [nps]
was: [old-fitting]
---
Ten minutes on a bench.
=== content/touchpoints/till.md
---
title: At the till
channel: shop
presence: offline
phase: during
owner: shop
---
=== content/channels/shop.md
---
title: The shop
presence: offline
markets: [b2c]
---
=== content/channels/social.md
---
title: Social media
presence: online
---
=== content/metrics/nps.md
---
title: Would recommend
unit: points
direction: up
target: 40
bounds: -100..100
---
Asked at [the till](../touchpoints/till.md).
=== content/metrics/nps.csv
date,value
2026-03-31,28
2026-06-30,30
2026-09-30,31
=== content/opportunities/dry-box.md
---
title: A dry box
status: planned
value: 4
effort: 2
solves: [wet-feet]
due: 2027-03-31
owner: shop
---
Dry, for [Ana](../personas/ana.md).
=== content/opportunities/no-printer.md
---
title: Returns without a printer
status: idea
solves: [printer]
---
=== content/collateral/care-card.md
---
title: A card about care
type: informational
stages: [awareness]
for: [ana]
---
=== content/evidence/i01.md
---
title: Interviews at home
type: interview
date: 2026-06-18
people: 12
---
=== content/pages/about.md
---
title: About
menu: yes
order: 1
---
Start with [[journey:ana/buy]], then [[journey:ana/return]] and [[journey:ben/pay]]; see [[persona:ben]]. ![a dot](../dot.png)

!!! tip "Reading a map"
    The curve is the mood.
"""


def small_site() -> Files:
    """Its files."""
    parts = re.split(r"^=== (.+)\n", SITE, flags=re.MULTILINE)[1:]
    return {"content/dot.png": PIXEL} | {
        path: text.encode() for path, text in zip(parts[::2], parts[1::2], strict=True)
    }

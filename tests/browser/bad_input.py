"""A site of everything that breaks a layout: too long, too many, too few, both directions at once, gaps."""

from __future__ import annotations

LONG = "Donaudampfschiff" * 25
EMOJI = "🛒🧭🚀🎉"
MIXED = "خرید پمپ HP-40 با قیمت 1,200 EUR برای line 2 (فوری)"
_PERSONS = [f"p{number}" for number in range(1, 16)]


def _persona(title: str, role: str = "user") -> bytes:
    return f"---\ntitle: {title}\nrole: {role}\n---\n".encode()


def _steps(count: int) -> str:
    stages = ("Awareness", "Consideration", "Decision", "Onboarding", "Adoption")
    parts = []
    for at in range(count):
        if at % 12 == 0:
            parts.append(f"## {stages[at // 12]}\n")
        parts.append(
            f"### Step number {at + 1} {{#s{at + 1}}}\n- does: does thing {at + 1}\n- emotion: {at % 5 - 2}\n"
            f"- touchpoint: demo\n- channel: shop\n- pain: hurts {at + 1} !high\n"
        )
    return "".join(parts)


_CROWD = "".join(f"- emotion {person}: {at % 5 - 2}\n" for at, person in enumerate(_PERSONS[:12]))
_COMMITTEE = "".join(
    f"  {person}: {{role: {('user', 'champion', 'decision maker')[at % 3]}, say: {at % 5 + 1}, needs: need number {at}}}\n"
    for at, person in enumerate(_PERSONS)
)

SITE: dict[str, bytes] = {
    "site.yaml": (
        f"title: {LONG}\nlanguages: [en, fa]\ncompare:\n  - [p1/long, p2/mixed]\n  - [p1/sixty, p1/crowd]\n"
    ).encode(),
    "content/personas/p1.md": _persona(LONG),
    "content/personas/p2.md": _persona(EMOJI),
    **{f"content/personas/{person}.md": _persona(f"Person {person}") for person in _PERSONS[2:]},
    "content/channels/shop.md": f"---\ntitle: {LONG}\npresence: offline\n---\n".encode(),
    "content/channels/web.md": f"---\ntitle: {EMOJI}\npresence: online\n---\n".encode(),
    "content/touchpoints/demo.md": f"---\ntitle: {LONG}\nchannel: shop\nowner: {LONG}\n---\n{LONG}\n".encode(),
    "content/touchpoints/emoji.md": f"---\ntitle: {EMOJI}\nchannel: web\n---\n".encode(),
    "content/collateral/sheet.md": f"---\ntitle: {MIXED}\nlang: fa\n---\n".encode(),
    "content/evidence/e1.md": f"---\ntitle: {LONG}\n---\n".encode(),
    "content/opportunities/o1.md": f"---\ntitle: {LONG}\nvalue: 5\neffort: 1\nsolves: [p1/long#hurt]\n---\n".encode(),
    "content/metrics/gaps.md": f"---\ntitle: {LONG}\nunit: h\ntarget: 5\n---\n".encode(),
    "content/metrics/gaps.csv": b"date,value\n2026-01-01,4\n2026-02-01,\n2026-03-01,\n2026-04-01,9\n2026-05-01,\n2026-06-01,2\n",
    "content/journeys/p1/one-step.md": b"---\ntitle: One step\nmarket: b2b\n---\n## Awareness\n### The only step {#only}\n- emotion: -2\n",
    "content/journeys/p1/sixty.md": f"---\ntitle: Sixty steps\nmarket: b2b\n---\n{_steps(60)}".encode(),
    "content/journeys/p1/crowd.md": (
        f"---\ntitle: A crowd\nmarket: b2b\ncommittee:\n{_COMMITTEE}---\n## Awareness\n### All at once {{#all}}\n"
        f"- who: {', '.join(_PERSONS[:12])}\n{_CROWD}### One left {{#left}}\n- emotion: 1\n"
    ).encode(),
    "content/journeys/p1/long.md": (
        f"---\ntitle: {LONG}\nowner: {LONG}\nquestion: {LONG}\nmarket: b2b\nevidence: [e1]\n---\n{LONG}\n\n## {LONG}\n"
        f"- goal: {LONG}\n### {LONG} {{#one}}\n- does: {LONG}\n- pain: {LONG} !high ^e1 {{#hurt}}\n- emotion: -1 {LONG}\n"
        f"- touchpoint: demo\n- content: sheet\n- metric: gaps\n- moment of truth: {LONG}\n- says: {LONG} !question\n"
        f"### Second {{#two}}\n- emotion: 2\n- touchpoint: emoji\n"
    ).encode(),
    "content/journeys/p2/emoji.md": (
        f"---\ntitle: {EMOJI}\nmarket: b2c\n---\n## {EMOJI}\n### {EMOJI} {{#one}}\n- does: {EMOJI}\n- emotion: 2 {EMOJI}\n"
    ).encode(),
    "content/journeys/p2/mixed.md": (
        f"---\ntitle: {MIXED}\nlang: fa\nmarket: b2c\n---\n{MIXED}\n\n## آگاهی\n### {MIXED} {{#one}}\n- does: {MIXED}\n"
        f"- emotion: -2 {MIXED}\n- pain: {MIXED} !low\n- touchpoint: demo\n### English step {{#two}}\n- emotion: 1\n"
    ).encode(),
    "content/journeys/p2/no-feeling.md": (
        b"---\ntitle: No feeling at all\nmarket: b2c\n---\n## Awareness\n### One {#one}\n- does: looks\n### Two {#two}\n- does: goes\n"
    ),
    "content/pages/wide.md": (
        f"---\ntitle: {LONG}\nmenu: true\n---\n## {LONG}\n\n{LONG}\n\n`{LONG}`\n\n## Two\n\n## Three\n\n| {' | '.join('abcdefghijklmnop')} |\n"
        f"|{'---|' * 16}\n| {' | '.join(['some words'] * 16)} |\n\n> {MIXED}\n"
    ).encode(),
}
"""Every page kind has bad input in it; `EMPTY` has nothing at all."""

EMPTY: dict[str, bytes] = {"site.yaml": b"title: Nothing yet\n"}

MISSING: dict[str, bytes] = {
    "site.yaml": b"title: Maps\n",
    "content/touchpoints/demo.md": b"---\ntitle: Demo\n---\n![gone](missing.png)\n",
}
"""A picture that is not there."""

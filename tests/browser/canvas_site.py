"""A small site with a long map, for tests of the canvas in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeybook.outputs.site import build
from sample import INFO

LONG, SHARED, DENSE = (
    "journeys/ana/long.html",
    "journeys/ana/shared.html",
    "journeys/ana/dense.html",
)
STAGES = ("Awareness", "Consideration", "Decision", "Onboarding", "Retention")
SITE = "title: Maps\nlanes:\n  order: [does, pain, thinks, says]\n"
# Two people in two steps, one moment of truth, times from seconds to weeks, one step without a time.
TWO = """\
---
title: Two of us buy
---
## Awareness
### We look {#look}
- who: ana, ben
- does: open the catalogue
- emotion: +1
- emotion ben: -2
- says: Where do I start?
- pain: nobody answers !high
- time: 30s
- wait: 2w
- frontstage: a clerk greets
- backstage: stock is looked up
- support: the stock system
### We choose {#choose}
- who: ana, ben
- emotion: -1
- emotion ben: -1
- moment of truth: the price is named
- metric: sales
### We wait {#wait}
- does: nothing
- emotion: +2
"""


def long_map(steps: int) -> str:
    """A map of a number of steps that says something in most lanes."""
    return _map(
        "A long way",
        steps,
        lambda at: [
            f"- emotion: {at * 7 % 5 - 2:+d} word",
            f"- time: {('30s', '10m', '2h', '3d')[at % 4]}",
            "- pain: nobody answers !high" if at % 3 else "- delight: it is quick",
            f"- worth: {at % 5 + 1}",
        ],
    )


# A map as a service designer fills it: fourteen lanes, most cells of them.
LANES = 14


def dense_map(steps: int) -> str:
    """A map of a number of steps with something to say in fourteen lanes."""
    return _map(
        "A long way, told in full",
        steps,
        lambda at: [
            "- needs: somebody who knows the shelf",
            f"- emotion: {at * 7 % 5 - 2:+d} word",
            f"- emotion ben: {at * 3 % 5 - 2:+d}",
            f"- touchpoint: {('shelf', 'desk')[at % 2]}",
            f"- channel: {('shop', 'web')[at % 2]}",
            f"- time: {('30s', '10m', '2h', '3d')[at % 4]}",
            "- pain: nobody answers !high" if at % 3 else "- delight: it is quick",
            f"- worth: {at % 5 + 1}",
            "- frontstage: a clerk greets and listens",
            "- backstage: stock is looked up",
            *(['- says: "I have been here before, I think."'] if at % 2 else []),
            *(["- moment of truth: the price is named"] if at % 6 == 0 else []),
        ],
    )


def _map(title: str, steps: int, more: Callable[[int], list[str]]) -> str:
    """Steps in stages of eight; `more` are the facts of a step beside what the customer does and thinks."""
    lines = ["---", f"title: {title}", "---"]
    for at in range(steps):
        if at % 8 == 0:
            lines.append(f"## {STAGES[at // 8 % 5]}")
        lines += [
            f"### I take the step with the number {at} {{#s{at}}}",
            "- does: walks to the shop, looks at every shelf there is, then asks a person",
            "- thinks: this may take a while, and nobody has told me how long",
            *more(at),
        ]
    return "\n".join(lines) + "\n"


def canvas_output(layers: tuple[Mapping[str, bytes], ...], steps: int = 40) -> Mapping[str, bytes]:
    """The built site."""
    files = {
        "site.yaml": SITE,
        "content/personas/ana.md": "---\ntitle: Ana\n---\n",
        "content/personas/ben.md": "---\ntitle: Ben\n---\n",
        "content/metrics/sales.md": "---\ntitle: Sales\n---\n",
        "content/touchpoints/shelf.md": "---\ntitle: Shelf in the shop\nchannel: shop\n---\n",
        "content/touchpoints/desk.md": "---\ntitle: Desk at the entrance\nchannel: shop\n---\n",
        "content/channels/shop.md": "---\ntitle: Shop\n---\n",
        "content/channels/web.md": "---\ntitle: Web site\n---\n",
        "content/journeys/ana/long.md": long_map(steps),
        "content/journeys/ana/dense.md": dense_map(steps),
        "content/journeys/ana/shared.md": TWO,
    }
    built = build({path: text.encode() for path, text in files.items()}, layers, INFO)
    assert built.files is not None, [d for d in built.diagnostics if d.severity == "error"]
    return built.files

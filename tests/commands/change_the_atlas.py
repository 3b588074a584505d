"""The edits of a real pull request on the sample atlas: move a step, flip an emotion, drop a pain, rename a touchpoint,
edit an approved map. For tests, and for the pictures in docs/review.md."""

from __future__ import annotations

from pathlib import Path

CRM = "content/journeys/ines-sales-ops/choose-a-crm.md"


def change(site: Path) -> None:
    """Edit a copy of the sample atlas."""
    path = site / CRM
    text = path.read_text()
    text = text.replace("- emotion: 0 curious\n", "- emotion: -1 tired of it\n", 1)
    text = text.replace(
        "- pain: Nobody trusts the number on the slide !high ^i03 {#nobody-trusts-it}\n", "", 1
    )
    start = text.index("### ", text.index("### ", text.index("### ") + 1) + 1)
    end = text.find("\n## ", start)
    following = text.find("\n### ", start)
    end = min(at for at in (end, following) if at >= 0)
    step = text[start : end + 1]
    text = text.replace(step, "", 1)
    first = text.index("### ")
    path.write_text(text[:first] + step.rstrip() + "\n\n" + text[first:])
    old, new = (
        site / "content/touchpoints/handbook-page.md",
        site / "content/touchpoints/buyers-handbook.md",
    )
    new.write_text(
        old.read_text()
        .replace("---\n", "---\nwas: handbook-page\n", 1)
        .replace("title: ", "title: New ", 1)
    )
    old.unlink()
    for journey in (site / "content").rglob("*.md"):
        before = journey.read_text()
        after = before.replace("touchpoint: handbook-page", "touchpoint: buyers-handbook")
        if after != before:
            journey.write_text(after)

"""Write a site of a given size: N journeys of 5 stages x 4 steps, N/10 personas, 3N touchpoints.

The same N gives the same bytes. Some journeys are in Persian, Vietnamese and Polish. `--plain`
writes the same texts as plain Markdown with titles, for generators that do not support journeys.

    python benchmarks/corpus.py 1000 corpus-1000
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

SHARED = "front-desk"
"""ID of a touchpoint that about fifty journeys use."""
STAGES = ("Awareness", "Consideration", "Decision", "Retention", "Advocacy")
WORDS = {
    lang: text.split()
    for lang, text in {
        "en": (
            "the offer came late and nobody could say what it would cost us until the third "
            "call with a new person"
        ),
        "fa": "پیشنهاد دیر رسید و هیچ کس نمی‌دانست هزینه چقدر است تا تماس سوم با یک نفر تازه",
        "vi": (
            "báo giá đến muộn và không ai biết chi phí là bao nhiêu cho đến cuộc gọi thứ ba "
            "với người mới"
        ),
        "pl": (
            "oferta przyszła późno i nikt nie umiał powiedzieć ile to będzie kosztować aż do "
            "trzeciej rozmowy"
        ),
    }.items()
}


def sentence(rng: random.Random, lang: str, count: int) -> str:
    """A sentence of `count` words."""
    words = [rng.choice(WORDS[lang]) for _ in range(count)]
    return " ".join(words).capitalize() + "."


def journey(number: int, total: int) -> tuple[str, str]:
    """One journey: its path below content/journeys/ and its text."""
    rng = random.Random(number)
    lang = ("en", "en", "en", "en", "en", "en", "en", "fa", "vi", "pl")[number % 10]
    lines = [
        "---",
        f"title: {sentence(rng, lang, 6)[:-1]} {number}",
        f"market: {rng.choice(('b2b', 'b2c'))}",
        "status: review",
        "owner: team",
        "reviewed: 2026-10-01",
        f"lang: {lang}",
        "evidence: [e1]",
        "---",
        *(sentence(rng, lang, 14) for _ in range(6)),
        "",
    ]
    for at, stage in enumerate(STAGES):
        lines += [f"## {stage}"]
        for step in range(4):
            own = rng.randrange(3 * total)
            shared = at == step == 0 and number % max(1, total // 50) == 0
            touchpoint = SHARED if shared else f"t{own}"
            lines += [
                f"### {sentence(rng, lang, 4)[:-1]} {{#s{at}{step}}}",
                f"- does: {sentence(rng, lang, 7)[:-1]}",
                f"- emotion: {rng.randrange(-2, 3):+d} {rng.choice(WORDS[lang])}".replace(
                    "+0", "0"
                ),
                f"- touchpoint: {touchpoint}",
                f"- time: {rng.randrange(1, 9)}d",
                (
                    f"- pain: {sentence(rng, lang, 6)[:-1]} "
                    f"!{rng.choice(('low', 'medium', 'high'))} ^e1"
                ),
                f"- worth: {rng.randrange(1, 6)}",
                "",
                sentence(rng, lang, 16),
                "",
            ]
    return f"p{number % max(1, total // 10)}/j{number}.md", "\n".join(lines) + "\n"


def files(total: int) -> Iterator[tuple[str, str]]:
    """Every file of the site."""
    yield "site.yaml", "title: Corpus\n"
    yield "content/evidence/e1.md", "---\ntitle: Interviews\n---\n"
    for number in range(max(1, total // 10)):
        yield f"content/personas/p{number}.md", f"---\ntitle: Persona {number}\nrole: buyer\n---\n"
    for number in range(3 * total):
        text = sentence(random.Random(-number), "en", 20)
        yield (
            f"content/touchpoints/t{number}.md",
            (
                f"---\ntitle: Touchpoint {number}\npresence: online\nphase: before\nmeasure: "
                f"survey\n---\n{text}\n"
            ),
        )
    yield (
        f"content/touchpoints/{SHARED}.md",
        "---\ntitle: Front desk\npresence: offline\nmeasure: survey\n---\n",
    )
    for number in range(total):
        path, text = journey(number, total)
        yield f"content/journeys/{path}", text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--plain", action="store_true", help="plain Markdown in docs/ instead of a journeybook site"
    )
    options = parser.parse_args()
    for path, text in files(options.size):
        if options.plain and not path.endswith(".md"):
            continue
        target = options.folder / (path.replace("content/", "docs/") if options.plain else path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")
    if options.plain:
        (options.folder / "docs" / "index.md").write_text("# Corpus\n", "utf-8")


if __name__ == "__main__":
    main()

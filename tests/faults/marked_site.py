"""A small site in which whatever a profile can leave out carries a word of its own."""

from __future__ import annotations

from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import LINE, TAGS, WORDS, ListOf, Moves, RefTo, declared
from journeybook.vocabulary import FACTS, KINDS, FactKey, ValueKind
from small_site import PIXEL

HELD_APART = ("title", "lang", "was", "of", "part-of", "continues", "translation-of", "status")
"""Fields that need another file, or that no profile can leave out."""


def marker(key: str) -> str:
    """The word that stands in the values of a key, and nowhere else."""
    return f"zq{key.replace(' ', '').replace('-', '')}zq"


def marked_field(key: str, field_type: object) -> str:
    """A line of front matter whose value is the word of its key; empty if it has no words."""
    word = marker(key)
    if field_type in (WORDS, LINE):
        return f"{key}: {word}\n"
    if field_type in (TAGS, ListOf(WORDS), ListOf(LINE)):
        return f"{key}: [{word}]\n"
    if isinstance(field_type, Moves):
        return f"{key}:\n  {word}: 1 -> 2\n"
    item = getattr(field_type, "item", field_type)
    is_reference = isinstance(item, RefTo) and item.kind not in ("journey", "pain", "stage")
    return f"{key}: {word}\n" if is_reference else ""


def marked_fact(fact: FactKey) -> str:
    """A fact whose value is the word of its key; empty if it has no words."""
    word = marker(fact.key)
    values = {
        ValueKind.STATEMENT: word,
        ValueKind.REFERENCES: word,
        ValueKind.TRUTH: word,
        ValueKind.EMOTION: f"+1 {word}",
        ValueKind.METRIC: f"{word} 1 -> 2",
        ValueKind.PATH: f'buy "{word}"',
    }
    value = values.get(fact.value, "")
    return f"- {fact.key}: {value}\n" if value else ""


def front_matter(kind: str) -> str:
    """Every field of a kind that can carry a word."""
    fields = declared(DOCUMENT_TYPES[kind]).items()
    lines = [
        marked_field(key, declaration.type)
        for key, (_, declaration) in fields
        if key not in HELD_APART
    ]
    return "".join(lines)


def journey() -> str:
    """A map with every fact, every field and a committee."""
    stage = "".join(marked_fact(fact) for fact in FACTS.values() if fact.stage_only)
    step = "".join(marked_fact(fact) for fact in FACTS.values() if not fact.stage_only)
    member = f"{{role: champion, say: 4, needs: {marker('needs')}}}"
    return (
        f"---\ntitle: I buy\n{front_matter('journey')}committee:\n  ben: {member}\n---\n"
        f"See [the plan](../../pages/plan.md).\n\n"
        f"## Awareness\n{stage}### I look {{#look}}\n{step}\n"
        f"{marker('story')}, see [[page:plan]].\n"
        "### I buy {#buy}\n- does: pays\n- says: yes ^secret\n- touchpoint: till\n"
        "- metric: nps 1 -> 2\n"
    )


SECRET = "zqsecretzq"
"""The word in every file that a profile may leave out."""


def secret(title: str, fields: str, body: str = "") -> bytes:
    return f"---\ntitle: {title} {SECRET}\n{fields}---\n{SECRET} {body}\n".encode()


def selected_files() -> dict[str, bytes]:
    """Files of which each can be left out by one property."""
    who = "- who: karl\n- says: zqkarlzq\n"
    return {
        "content/personas/karl.md": secret("Zqkarlzq", "reports-to: ana\npicture: karl.png\n"),
        "content/personas/karl.png": PIXEL + b"zqkarlzq",
        "content/journeys/karl/sell.md": secret("Zqkarlzq", "kind: employee\n", "zqemployeezq"),
        "content/journeys/ana/plan.md": secret(
            "Zqplannedzq", "state: future\nof: ana/buy\nstatus: review\n"
        ),
        "content/journeys/ana/idea.md": secret("Zqdraftzq", "status: draft\n"),
        "content/journeys/ana/talk.md": (
            "---\ntitle: We talk\nstatus: approved\nmarket: b2b\ncommittee:\n  karl: {say: 3}\n"
            "evidence: [secret]\n---\n"
            "Ask [[persona:karl]] or [zqlinkzq](../../pages/plan.md). ![zqaltzq](../../plan.png)\n\n"
            f"## Decision\n### He offers {{#offer}}\n{who}"
            "### We both talk {#talk}\n- who: ana, karl\n- emotion karl: +1 zqkarlzq\n"
            "- does: see [[page:plan]] ^secret\n"
        ).encode(),
        "content/pages/plan.md": secret("Zqpagezq", "tags: [internal]\n", "![](../plan.png)"),
        "content/plan.png": PIXEL + b"zqpicturezq",
        "content/evidence/secret.md": secret("Zqtalkszq", "people: 3\n"),
        "content/touchpoints/till.md": b"---\ntitle: Till\nmetrics: [nps]\n---\n",
        "content/opportunities/dry.md": secret("Zqideazq", "status: idea\n"),
        "content/metrics/nps.md": b"---\ntitle: NPS\n---\n",
        "content/metrics/nps.csv": b"date,value\n2026-03-31,28.5173\n",
    }


def marked_site(profiles: str) -> dict[str, bytes]:
    """The site, with these `profiles` in `site.yaml`."""
    files = {
        "site.yaml": f"title: Maps\nurl: https://example.org\n{profiles}".encode(),
        "content/journeys/ana/buy.md": journey().encode(),
        **selected_files(),
    }
    for kind in KINDS.values():
        if kind.name not in ("journey", "persona"):
            text = f"---\ntitle: A {kind.name}\n{front_matter(kind.name)}---\n"
            files[f"content/{kind.folder}/all.md"] = text.encode()
    for person in ("ana", "ben"):
        text = f"---\ntitle: {person.capitalize()}\n{front_matter('persona')}---\n"
        files[f"content/personas/{person}.md"] = text.encode()
    return files


def marked_keys() -> tuple[str, ...]:
    """Every key whose values carry its word."""
    keys = {fact.key for fact in FACTS.values() if marked_fact(fact)}
    for document_type in DOCUMENT_TYPES.values():
        for key, (_, declaration) in declared(document_type).items():
            if key not in HELD_APART and marked_field(key, declaration.type):
                keys.add(key)
    return tuple(sorted(keys | {"story"}))

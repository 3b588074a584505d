"""The search index: classic scripts that a page loads when its search is first used.

`assets/search-index.js` is the manifest; it names the shards, one for each language, whose names
change with their contents. A shard holds its entries, the folded words of their texts in order, and
for each word where it stands. Where a site has much text, titles and summaries come first, and the
texts follow in shards of their own. `fold` and `tokens` have twins in the theme's
`search-panel.js`; a test compares them letter by letter.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from html import unescape

from markupsafe import Markup

from journeybook.cache import NULL_CACHE, Cache, digest_of
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.frame import index_title
from journeybook.pages.script_data import script_data
from journeybook.schema.documents import Entity, Journey, Persona
from journeybook.vocabulary import KINDS

MANIFEST = "assets/search-index.js"
SPLIT_ABOVE = 2 * 1024 * 1024
"""Bytes of text above which texts go into shards of their own."""
TEXT_SHARD = 1024 * 1024
"""Bytes of text in one of them."""
FACETS = ("persona", "stage", "market", "owner")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing to find."""

    url: str
    """Its address from the site's root."""
    title: str
    """What it is called."""
    kind: str
    """Kind of thing, names the icon and the filter."""
    kind_label: str
    """The kind in words."""
    lang: str
    """Language of its texts."""
    summary: str = ""
    """What it is, in a sentence."""
    text: str = ""
    """Everything else that it says, as plain text."""
    path: tuple[str, ...] = ()
    """Where it stands: the titles above it."""
    persona: tuple[str, ...] = ()
    """Whose it is, as readers see it; as are the other filters."""
    stage: tuple[str, ...] = ()
    """Stages it stands in."""
    market: tuple[str, ...] = ()
    """Markets it belongs to."""
    owner: tuple[str, ...] = ()
    """Who answers for it."""


# Folding
# --------------------------------------------------------------------------------------------------

_PAIRS = "ł:l đ:d ð:d ø:o ħ:h ŧ:t ı:i ß:ss æ:ae œ:oe þ:th ς:σ ي:ی ى:ی ے:ی ك:ک ة:ه ە:ه ہ:ه ھ:ه ٱ:ا"
_LETTERS = dict(re.findall(r"(\S):(\S+)", _PAIRS))
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
# Marks of scripts that are read without them; vowel signs of Indic scripts and of Thai are letters
# to their readers.
_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
_ARTICLE = "ال"
_JOINERS = frozenset("\u200c-\u2010\u2011'\u2019\u02bc")


class _Table(dict[int, str]):
    """What becomes of a character, found out once: a word's letter, a joiner (`-`), or a blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        other = (
            "-"
            if character in _JOINERS
            else character
            if unicodedata.category(character)[0] in "LMN"
            else " "
        )
        made = self[code] = _LETTERS.get(character) or _digit(character) or other
        return made


def _digit(character: str) -> str:
    return next(
        (
            str(ord(character) - ord(zero))
            for zero in _ZEROS
            if 0 <= ord(character) - ord(zero) < 10
        ),
        "",
    )


_TABLE = _Table()


def fold(text: str) -> str:
    """The text as it is searched: small letters without accents, plain digits, blanks between
    words."""
    return _DROPPED.sub("", unicodedata.normalize("NFKD", text).lower()).translate(_TABLE)


def tokens(text: str) -> list[str]:
    """The words of a text, folded. A word with a joiner (`e-mail`, or a Persian half-space) is one
    word, and its parts."""
    folded = fold(text)
    found: list[str] = []
    for chunk in folded.split():
        if "-" not in chunk:
            found.append(chunk)
            continue
        parts = [part for part in chunk.split("-") if part]
        if parts:
            found.append("".join(parts))
        if len(parts) > 1:
            found += parts
    return list(map(_without_article, found)) if _ARTICLE in folded else found


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 3 else word


# The files
# --------------------------------------------------------------------------------------------------


def search_files(
    entries: Sequence[Entry],
    panel: Sequence[str],
    *,
    split_above: int = SPLIT_ABOVE,
    text_shard: int = TEXT_SHARD,
    cache: Cache = NULL_CACHE,
) -> dict[str, bytes]:
    """The manifest and the shards, by address from the site's root. The same entries make the same
    bytes.

    `panel` are the addresses of the theme's sheet and script for the panel; pages load them
    together with the index. Shards whose entries say what they said before are taken from `memory`.
    """
    files: dict[str, bytes] = {}
    listed: list[dict[str, object]] = []
    split = sum(len(entry.text.encode("utf-8", "replace")) for entry in entries) > split_above
    languages: dict[str, list[Entry]] = {}
    for entry in entries:
        languages.setdefault(entry.lang, []).append(entry)

    def add(
        lang: str, part: str, own: Sequence[Entry], first: int, *, titles: bool, texts: bool
    ) -> None:
        told = own if texts else [replace(entry, text="") for entry in own]
        key = b"" if cache is NULL_CACHE else digest_of((lang, first, titles, texts, told))
        script: bytes | None = cache.get("search", key)
        if script is None:
            script = _script(_shard(lang, told, first, titles=titles, texts=texts))
            cache.put("search", key, script)
        name = re.sub(r"[^a-z0-9-]+", "", lang.lower()) or "und"
        url = f"assets/search-{name}{part}.{hashlib.sha256(script).hexdigest()[:8]}.js"
        files[url] = script
        listed.append({"lang": lang, "name": url.removeprefix("assets/"), "text": int(bool(part))})

    for lang, own in languages.items():
        add(lang, "", own, 0, titles=True, texts=not split)
    if split:
        for lang, own in languages.items():
            for at, end in _blocks(own, text_shard):
                add(lang, "-text", own[at:end], at, titles=False, texts=True)
    files[MANIFEST] = _script({"panel": list(panel), "shards": listed})
    return files


def _blocks(entries: Sequence[Entry], size: int) -> Iterator[tuple[int, int]]:
    """Where to cut entries into blocks of about as many bytes of text."""
    start = held = 0
    for at, entry in enumerate(entries):
        held += len(entry.text.encode("utf-8", "replace"))
        if held >= size:
            yield start, at + 1
            start, held = at + 1, 0
    if start < len(entries):
        yield start, len(entries)


_TITLE, _SUMMARY, _TEXT = 3, 2, 1


def _shard(
    lang: str, entries: Sequence[Entry], first: int, *, titles: bool, texts: bool
) -> dict[str, object]:
    """Entries and their words. A word's places are `entry * 4 + field`, each as the distance from
    the one before."""
    places: dict[str, dict[int, int]] = {}
    for at, entry in enumerate(entries):
        said = (_TITLE, entry.title), (_SUMMARY, f"{entry.summary} {' '.join(entry.path)}")
        for field, text in (*(said if titles else ()), *(((_TEXT, entry.text),) if texts else ())):
            for word in set(tokens(text)):
                found = places.setdefault(word, {})
                found[at] = max(found.get(at, 0), field)
    words = sorted(places, key=lambda word: word.encode("utf-16-be", "surrogatepass"))
    made: dict[str, object] = {"lang": lang, "first": first}
    made["words"] = " ".join(words)
    made["places"] = " ".join(_distances(places[word]) for word in words)
    if titles:
        made |= _rows(entries)
    if texts:
        made["texts"] = [entry.text for entry in entries]
    return made


def _distances(found: Mapping[int, int]) -> str:
    last, made = 0, []
    for at, field in found.items():
        made.append(f"{_base36(at - last)}{field}")
        last = at
    return ",".join(made)


@lru_cache(4096)
def _base36(number: int) -> str:
    """The number with the digits that a browser's `parseInt(…, 36)` reads."""
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def _rows(entries: Sequence[Entry]) -> dict[str, object]:
    """Entries as rows; kinds, and values of filters, are written once and then by number."""
    kinds: dict[tuple[str, str], int] = {}
    values: dict[str, int] = {}
    rows: list[list[object]] = []
    for entry in entries:
        kind = kinds.setdefault((entry.kind, entry.kind_label), len(kinds))
        facets = [
            [
                values.setdefault(value, len(values))
                for value in dict.fromkeys(getattr(entry, facet))
                if value
            ]
            for facet in FACETS
        ]
        path = [values.setdefault(part, len(values)) for part in entry.path]
        rows.append([entry.url, entry.title, kind, entry.summary, path, *facets])
    return {"kinds": list(kinds), "values": list(values), "rows": rows}


def _script(data: object) -> bytes:
    """A call with data."""
    return (
        f"(self.journeybookSearch=self.journeybookSearch||[]).push({script_data(data)})\n".encode(
            "utf-8", "replace"
        )
    )


# Entries of pages
# -------------------------------------------------------------------------------------------------

_UNLISTED = frozenset({"home", "missing", "redirect", "comparison", "compared"})
_SKIPPED = frozenset(
    {
        "menu",
        "breadcrumbs",
        "side",
        "canvas",
        "diagrams",
        "changed",
        "badges",
        "facets",
        "step",
        "stage",
        "since",
    }
)
_FIRST = frozenset({"argument", "body", "quote", "lists", "stages", "notes"})
_READ = frozenset(
    (
        *(
            "title",
            "label",
            "text",
            "note",
            "word",
            "quote",
            "summary",
            "intro",
            "sentence",
            "reason",
            "role",
            "unit",
        ),
        *("value", "severity_label", "tags", "needs", "criteria", "goal"),
    )
)
_TAG = re.compile(
    r"</?(?:bdi|a|em|strong|b|i|code|span|abbr|sub|sup|mark|del|ins|small|svg|use)\b[^>]*>"
)
_OTHER_TAG = re.compile(r"<[^>]*>")


def entries_of(ctx: PageContext, view: views.PageView) -> Iterator[Entry]:
    """What search finds of a page: the page, and each step of a journey."""
    kind = ctx.page.kind
    if kind in _UNLISTED:
        return
    path = tuple(crumb.label for crumb in view.breadcrumbs[1:])
    label = view.eyebrow or (index_title(ctx, kind) if kind in KINDS else ctx.t("Page"))
    shown = {"stage": ctx.t("Stage"), **{name: ctx.t(found.title) for name, found in KINDS.items()}}
    facets = _facets(ctx, view)
    page_kind = kind if kind in shown else "page"
    own = Entry(
        url=ctx.page.url,
        title=view.title,
        kind=page_kind,
        kind_label=shown.get(page_kind, label),
        lang=view.lang,
        summary=view.summary,
        text=_plain(_own_texts(view)),
        path=path,
        **facets,
    )
    yield own
    if not isinstance(view, views.JourneyView):
        return
    for stage in view.stages:
        for told in stage.steps:
            yield Entry(
                url=f"{ctx.page.url}#{told.id}",
                title=told.step.title,
                kind="step",
                kind_label=ctx.t("Step"),
                lang=view.lang,
                text=_plain(_texts(told)),
                path=(view.title, stage.stage.title),
                persona=own.persona,
                stage=(stage.stage.title,),
                market=own.market,
                owner=_owners_of(told) or own.owner,
            )


def _own_texts(view: views.PageView) -> Iterator[str]:
    """A page's texts; the steps of a journey, and what an index lists, are entries of their own."""
    if isinstance(view, views.IndexView):
        yield view.intro
        yield from (table.title for table in view.tables)
        return
    for field in sorted(fields(view), key=lambda field: field.name not in _FIRST):
        value = getattr(view, field.name)
        if field.name in ("title", "summary", "eyebrow") or field.name in _SKIPPED:
            continue
        if isinstance(view, views.JourneyView) and field.name == "stages":
            for stage in view.stages:
                yield stage.stage.title
                yield from _texts(stage.facts)
                yield from _texts(stage.story, "story")
        else:
            yield from _texts(value, field.name)


def _texts(value: object, name: str = "") -> Iterator[str]:
    """Every text within a part of a view that readers see as such, in order."""
    if isinstance(value, Markup):
        yield _text_of(str(value))
    elif isinstance(value, str):
        if name in _READ:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, name)
    else:
        for field in _READ_FIELDS[type(value)]:
            yield from _texts(getattr(value, field), field)


class _ReadFields(dict[type, tuple[str, ...]]):
    """The fields of each type of part of a view that may hold texts, found out once."""

    def __missing__(self, cls: type) -> tuple[str, ...]:
        names = (field.name for field in fields(cls)) if is_dataclass(cls) else ()
        made = self[cls] = tuple(name for name in names if name not in _SKIPPED)
        return made


_READ_FIELDS = _ReadFields()


def _text_of(html: str) -> str:
    if "<" in html:
        html = _OTHER_TAG.sub(" ", _TAG.sub("", html))
    return unescape(html) if "&" in html else html


def _plain(texts: Iterable[str]) -> str:
    """Texts in one line, none right after itself."""
    made: list[str] = []
    for text in texts:
        line = " ".join(text.split())
        if line and (not made or made[-1] != line):
            made.append(line)
    return " · ".join(made)


def _owners_of(told: views.StepStory) -> tuple[str, ...]:
    return tuple(
        text
        for lane, cell in told.facts
        if lane.key == "owner"
        for item in cell.items
        if (text := _plain(_texts(item)))
    )


def _facets(ctx: PageContext, view: views.PageView) -> dict[str, tuple[str, ...]]:
    """What the filters say of a page: of itself, and of the journeys that use it."""
    document, catalog = ctx.document, ctx.catalog
    found: dict[str, dict[str, None]] = {facet: {} for facet in FACETS}
    journeys: list[Journey] = []
    if isinstance(document, Journey):
        journeys = [document]
        found["stage"] |= dict.fromkeys(str(stage.title) for stage in document.stages)
    elif ctx.page.about is not None:
        users = [
            catalog.journey(use.user.id)
            for use in catalog.users(ctx.page.about)
            if use.user.kind == "journey"
        ]
        journeys = list({journey.id: journey for journey in users if journey is not None}.values())
    if isinstance(view, views.EntityView):
        found["stage"] |= dict.fromkeys(use.stage.label for use in view.occurrences)
    if ctx.page.kind == "stage":
        found["stage"][view.title] = None
    for journey in journeys:
        persona = catalog.persona(journey.persona)
        found["persona"][str(persona.title) if persona else journey.persona] = None
        if journey.market:
            found["market"][str(journey.market).upper()] = None
    if isinstance(document, Persona):
        found["persona"] = {view.title: None}
        found["market"] |= dict.fromkeys(str(market).upper() for market in document.market)
    if isinstance(document, Entity) and document.owner:
        found["owner"][str(document.owner)] = None
    return {facet: tuple(values) for facet, values in found.items()}

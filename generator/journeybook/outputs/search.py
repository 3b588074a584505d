"""The search index: classic scripts that a page loads when its search is first used.

`assets/search-index.js` is the manifest; it names the shards, one for each language, whose names
change with their contents. A shard has its entries, the folded words of their texts in order, and
the places of each word. In a site with much text, titles and summaries come first, and the texts
follow in shards of their own. `fold` and `tokens` have twins in the theme's `search-panel.js`; a
test compares them letter by letter.
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
    """One search result."""

    url: str
    """Its address from the site's root."""
    title: str
    """Its title."""
    kind: str
    """Kind of thing, names the icon and the filter."""
    kind_label: str
    """The kind in words."""
    lang: str
    """Language of its texts."""
    summary: str = ""
    """One sentence about it."""
    text: str = ""
    """All other texts, as plain text."""
    path: tuple[str, ...] = ()
    """The titles above it."""
    persona: tuple[str, ...] = ()
    """Titles of its personas, for the filter."""
    stage: tuple[str, ...] = ()
    """Its stages."""
    market: tuple[str, ...] = ()
    """Its markets."""
    owner: tuple[str, ...] = ()
    """Its owners."""
    id: str = ""
    """What authors call it in their files."""


# Folding
# --------------------------------------------------------------------------------------------------

_PAIRS = "ł:l đ:d ð:d ø:o ħ:h ŧ:t ı:i ß:ss æ:ae œ:oe þ:th ς:σ ي:ی ى:ی ے:ی ك:ک ة:ه ە:ه ہ:ه ھ:ه ٱ:ا"
_LETTERS = dict(re.findall(r"(\S):(\S+)", _PAIRS))
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
# Combining marks of scripts that are also read without them; vowel signs of Indic scripts and of
# Thai are letters.
_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
_ARTICLE = "ال"
_JOINERS = frozenset("\u200c-\u2010\u2011'\u2019\u02bc")


class _Table(dict[int, str]):
    """What a character is folded to, computed once: a letter, a digit, a joiner (`-`), a blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _LETTERS.get(character) or _digit(character) or _letter_or_blank(character)
        self[code] = folded
        return folded


def _digit(character: str) -> str:
    for zero in _ZEROS:
        value = ord(character) - ord(zero)
        if 0 <= value < 10:
            return str(value)
    return ""


def _letter_or_blank(character: str) -> str:
    if character in _JOINERS:
        return "-"
    return character if unicodedata.category(character)[0] in "LMN" else " "


_TABLE = _Table()


def fold(text: str) -> str:
    """The text as it is searched: lowercase letters without accents, plain digits, blanks between
    words."""
    return _DROPPED.sub("", unicodedata.normalize("NFKD", text).lower()).translate(_TABLE)


def tokens(text: str) -> list[str]:
    """The folded words of a text. A word with a joiner (`e-mail`, or a Persian half-space) is also
    split into its parts."""
    folded = fold(text)
    words: list[str] = []
    for chunk in folded.split():
        if "-" not in chunk:
            words.append(chunk)
            continue
        parts = [part for part in chunk.split("-") if part]
        if parts:
            words.append("".join(parts))
        if len(parts) > 1:
            words += parts
    return list(map(_without_article, words)) if _ARTICLE in folded else words


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

    `panel` are the addresses of the theme's sheet and script for the search panel, which pages load
    together with the index. Shards whose entries did not change come from `cache`.
    """
    files: dict[str, bytes] = {}
    listed: list[dict[str, object]] = []
    for shard in _shards(entries, split_above, text_shard):
        script = _shard_script(shard, cache)
        name = re.sub(r"[^a-z0-9-]+", "", shard.lang.lower()) or "und"
        digest = hashlib.sha256(script).hexdigest()[:8]
        file = f"search-{name}{'' if shard.titles else '-text'}.{digest}.js"
        files[f"assets/{file}"] = script
        listed.append({"lang": shard.lang, "name": file, "text": int(not shard.titles)})
    files[MANIFEST] = _script({"panel": list(panel), "shards": listed})
    return files


@dataclass(frozen=True)
class _Shard:
    """Entries of one language, with titles and summaries, with texts, or with both."""

    lang: str
    entries: Sequence[Entry]
    first: int
    """Number of its first entry among those of the language."""
    titles: bool
    texts: bool


def _shards(entries: Sequence[Entry], split_above: int, text_shard: int) -> Iterator[_Shard]:
    """One for each language; in a site with much text, the texts follow in shards of their own."""
    languages: dict[str, list[Entry]] = {}
    for entry in entries:
        languages.setdefault(entry.lang, []).append(entry)
    is_split = sum(map(_text_size, entries)) > split_above
    for lang, own in languages.items():
        yield _Shard(
            lang,
            own,
            0,
            titles=True,
            texts=not is_split,
        )
    if is_split:
        for lang, own in languages.items():
            for start, end in _blocks(own, text_shard):
                yield _Shard(
                    lang,
                    own[start:end],
                    start,
                    titles=False,
                    texts=True,
                )


def _text_size(entry: Entry) -> int:
    """Bytes of the text of an entry."""
    return len(entry.text.encode("utf-8", "replace"))


def _shard_script(shard: _Shard, cache: Cache) -> bytes:
    if not shard.texts:
        without_texts = [replace(entry, text="") for entry in shard.entries]
        shard = replace(shard, entries=without_texts)
    key = b""
    if cache is not NULL_CACHE:
        key = digest_of((shard.lang, shard.first, shard.titles, shard.texts, shard.entries))
    script: bytes | None = cache.get("search", key)
    if script is None:
        script = _script(_shard_data(shard))
        cache.put("search", key, script)
    return script


def _blocks(entries: Sequence[Entry], size: int) -> Iterator[tuple[int, int]]:
    """Where to cut entries into blocks with about this many bytes of text."""
    start = block_size = 0
    for at, entry in enumerate(entries):
        block_size += _text_size(entry)
        if block_size >= size:
            yield start, at + 1
            start, block_size = at + 1, 0
    if start < len(entries):
        yield start, len(entries)


_TITLE, _SUMMARY, _TEXT = 3, 2, 1


def _shard_data(shard: _Shard) -> dict[str, object]:
    """Entries and their words. The places of a word are `entry * 4 + field`, each as the distance
    from the one before."""
    places = _places(shard)
    words = sorted(places, key=lambda word: word.encode("utf-16-be", "surrogatepass"))
    data: dict[str, object] = {"lang": shard.lang, "first": shard.first}
    data["words"] = " ".join(words)
    data["places"] = " ".join(_distances(places[word]) for word in words)
    if shard.titles:
        data |= _rows(shard.entries)
    if shard.texts:
        data["texts"] = [entry.text for entry in shard.entries]
    return data


def _places(shard: _Shard) -> dict[str, dict[int, int]]:
    """Word -> entry -> the most important of its fields that has the word."""
    places: dict[str, dict[int, int]] = {}
    for at, entry in enumerate(shard.entries):
        for field, text in _searched(entry, shard):
            for word in set(tokens(text)):
                fields_by_entry = places.setdefault(word, {})
                fields_by_entry[at] = max(fields_by_entry.get(at, 0), field)
    return places


def _searched(entry: Entry, shard: _Shard) -> Iterator[tuple[int, str]]:
    """The fields of an entry that a shard makes searchable."""
    if shard.titles:
        yield _TITLE, entry.title
        yield _SUMMARY, f"{entry.summary} {' '.join(entry.path)} {entry.id}"
    if shard.texts:
        yield _TEXT, entry.text


def _distances(places: Mapping[int, int]) -> str:
    last, distances = 0, []
    for at, field in places.items():
        distances.append(f"{_base36(at - last)}{field}")
        last = at
    return ",".join(distances)


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
    """Entries as rows; kinds and values of filters are listed once and referred to by number."""
    kinds: dict[tuple[str, str], int] = {}
    values: dict[str, int] = {}

    def numbers(texts: Iterable[str]) -> list[int]:
        return [values.setdefault(text, len(values)) for text in texts]

    rows: list[list[object]] = []
    for entry in entries:
        kind = kinds.setdefault((entry.kind, entry.kind_label), len(kinds))
        facets = []
        for facet in FACETS:
            labels = dict.fromkeys(filter(None, getattr(entry, facet)))
            facets.append(numbers(labels))
        path = numbers(entry.path)
        rows.append([entry.url, entry.title, kind, entry.summary, path, *facets])
    return {"kinds": list(kinds), "values": list(values), "rows": rows}


def _script(data: object) -> bytes:
    """A script that hands data to the search panel."""
    call = f"(self.journeybookSearch=self.journeybookSearch||[]).push({script_data(data)})\n"
    return call.encode("utf-8", "replace")


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
    {
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
        "value",
        "severity_label",
        "tags",
        "needs",
        "criteria",
        "goal",
    }
)
_TAG = re.compile(
    r"</?(?:bdi|a|em|strong|b|i|code|span|abbr|sub|sup|mark|del|ins|small|svg|use)\b[^>]*>"
)
_OTHER_TAG = re.compile(r"<[^>]*>")


def entries_of(ctx: PageContext, view: views.PageView) -> Iterator[Entry]:
    """What search finds of a page: the page, and each step of a journey."""
    if ctx.page.kind in _UNLISTED:
        return
    kind, kind_label = _kind(ctx)
    page = Entry(
        url=ctx.page.url,
        title=view.title,
        kind=kind,
        kind_label=kind_label,
        lang=view.lang,
        summary=view.summary,
        text=_plain(_own_texts(view)),
        path=tuple(crumb.label for crumb in view.breadcrumbs[1:]),
        id=ctx.page.about.id if ctx.page.about else "",
        **_facets(ctx, view),
    )
    yield page
    if isinstance(view, views.JourneyView):
        for stage in view.stages:
            for step in stage.steps:
                yield _step_entry(ctx, page, stage, step)


def _kind(ctx: PageContext) -> tuple[str, str]:
    """The kind of a page and its label; all pages that are not about a thing are of one kind."""
    if ctx.page.kind == "stage":
        return "stage", ctx.t("Stage")
    kind = ctx.page.kind if ctx.page.kind in KINDS else "page"
    return kind, ctx.t(KINDS[kind].title)


def _step_entry(
    ctx: PageContext,
    page: Entry,
    stage: views.StageStory,
    step: views.StepStory,
) -> Entry:
    stage_title = stage.stage.title
    return Entry(
        url=f"{page.url}#{step.id}",
        title=step.step.title,
        kind="step",
        kind_label=ctx.t("Step"),
        lang=page.lang,
        text=_plain(_texts(step)),
        path=(page.title, stage_title),
        persona=page.persona,
        stage=(stage_title,),
        market=page.market,
        owner=_owners_of(step) or page.owner,
        id=step.step.id,
    )


def _own_texts(view: views.PageView) -> Iterator[str]:
    """A page's texts, without the steps of a journey and the rows of an index, which have their
    own entries."""
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
    """Every text of a part of a view that readers see as text, in order."""
    if isinstance(value, views.Lane):
        return  # its name is the interface's, and would be found on every page
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
    """The fields that may have texts, of each type of a part of a view; computed once."""

    def __missing__(self, cls: type) -> tuple[str, ...]:
        names = (field.name for field in fields(cls)) if is_dataclass(cls) else ()
        read = self[cls] = tuple(name for name in names if name not in _SKIPPED)
        return read


_READ_FIELDS = _ReadFields()


def _text_of(html: str) -> str:
    if "<" in html:
        html = _OTHER_TAG.sub(" ", _TAG.sub("", html))
    return unescape(html) if "&" in html else html


def _plain(texts: Iterable[str]) -> str:
    """Texts on one line; of equal texts in a row, only the first."""
    lines: list[str] = []
    for text in texts:
        line = " ".join(text.split())
        if line and (not lines or lines[-1] != line):
            lines.append(line)
    return " · ".join(lines)


def _owners_of(step: views.StepStory) -> tuple[str, ...]:
    owners: list[str] = []
    for lane, cell in step.facts:
        if lane.key == "owner":
            owners += (_plain(_texts(item)) for item in cell.items)
    return tuple(filter(None, owners))


def _facets(ctx: PageContext, view: views.PageView) -> dict[str, tuple[str, ...]]:
    """The filters' values for a page: its own, and those of the journeys that use its thing."""
    document = ctx.document
    journeys = _journeys_of(ctx)
    personas = [_persona_title(ctx, journey) for journey in journeys]
    markets = [str(journey.market).upper() for journey in journeys if journey.market]
    if isinstance(document, Persona):
        personas = [view.title]
        markets += (str(market).upper() for market in document.market)
    owners = []
    if isinstance(document, Entity) and document.owner:
        owners.append(str(document.owner))
    return {
        "persona": _unique(personas),
        "stage": _unique(_stages_of(ctx, view)),
        "market": _unique(markets),
        "owner": tuple(owners),
    }


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _journeys_of(ctx: PageContext) -> list[Journey]:
    """The journey of a page, or the journeys that use its thing."""
    if isinstance(ctx.document, Journey):
        return [ctx.document]
    if ctx.page.about is None:
        return []
    journeys: dict[str, Journey] = {}
    for use in ctx.catalog.users(ctx.page.about):
        journey = ctx.catalog.journey(use.user.id) if use.user.kind == "journey" else None
        if journey is not None:
            journeys[journey.id] = journey
    return list(journeys.values())


def _persona_title(ctx: PageContext, journey: Journey) -> str:
    persona = ctx.catalog.persona(journey.persona)
    return str(persona.title) if persona else journey.persona


def _stages_of(ctx: PageContext, view: views.PageView) -> Iterator[str]:
    """Titles of the stages that a page is about, or in which its thing is used."""
    if isinstance(ctx.document, Journey):
        yield from (str(stage.title) for stage in ctx.document.stages)
    if isinstance(view, views.EntityView):
        yield from (use.stage.label for use in view.occurrences)
    if ctx.page.kind == "stage":
        yield view.title

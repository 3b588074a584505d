"""Small parts of views: links, feelings, scores, statements, badges, in the language of the
page."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from journeybook.catalog.prose_links import inside_content
from journeybook.catalog.references import wiki_ref
from journeybook.insight.pains import key as pain_key
from journeybook.insight.time import Spell
from journeybook.pages import views
from journeybook.pages.context import PageContext
from journeybook.pages.duration_text import amount_words, spell_words, time_words
from journeybook.pages.labels import severity_word
from journeybook.prose.links import Link as ProseLink
from journeybook.prose.links import Resolved
from journeybook.prose.render import Rendered
from journeybook.schema.documents import Entity, Fact, Journey, Prose, Stage, Step
from journeybook.schema.read import place_of
from journeybook.schema.values import Ref, Truth
from journeybook.text import Span
from journeybook.vocabulary import EMOTION_LABELS, Duration


def link(ctx: PageContext, ref: Ref, *, note: str = "", anchor: str = "") -> views.Link:
    """A link to an entity's page; without an address where it has none."""
    target = ctx.catalog.redirects.get(ref, ref)
    page = ctx.site.plan.page_of(target)
    document = ctx.catalog.get(target)
    label = (
        str(document.title)
        if document
        else stage_title(ctx, ref.id)
        if ref.kind == "stage"
        else ref.id
    )
    lang = other_lang(ctx, document) if document else ""
    href = ctx.href(page.url) + (f"#{anchor}" if anchor else "") if page else ""
    mark = ctx.site.comparison.mark(target) if ctx.site.comparison else ""
    return views.Link(
        label=label,
        href=href,
        kind=ref.kind,
        missing=target in ctx.catalog.stubs,
        lang=lang,
        note=note,
        mark=mark,
        mark_label="" if not mark else ctx.t("new") if mark == "new" else ctx.t("changed"),
    )


def stage_title(ctx: PageContext, identifier: str) -> str:
    """The name of a stage in the page's language, by its id."""
    entry = next((entry for entry in ctx.site.plan.stages if entry.id == identifier), None)
    if entry is None:
        return identifier
    return entry.definition.named(ctx.lang) if entry.definition else entry.title


def other_lang(ctx: PageContext, document: Entity) -> str:
    """The language of a document where it differs from the page's, else empty."""
    lang = ctx.catalog.lang(document)
    return "" if lang == ctx.lang or not document.path else lang


def step_link(ctx: PageContext, journey: Journey, step: Step) -> views.Link:
    """A link to a step of a journey, on this page or another."""
    page = ctx.site.plan.page_of(journey.ref)
    if ctx.page.about == journey.ref:
        return views.Link(label=step.title, href=f"#{step.id}")
    href = f"{ctx.href(page.url)}#{step.id}" if page else ""
    return views.Link(label=step.title, href=href, kind="step", lang=other_lang(ctx, journey))


def stage_anchor(stage: Stage) -> str:
    """The anchor of a stage on its journey's page."""
    return f"stage_{stage.id}"


def stage_link(ctx: PageContext, journey: Journey, stage: Stage) -> views.Link:
    """A link to a stage of a journey."""
    page = ctx.site.plan.page_of(journey.ref)
    own = ctx.page.about == journey.ref
    href = (
        f"#{stage_anchor(stage)}"
        if own
        else f"{ctx.href(page.url)}#{stage_anchor(stage)}"
        if page
        else ""
    )
    return views.Link(
        label=stage.title, href=href, kind="stage", lang="" if own else other_lang(ctx, journey)
    )


def emotion(ctx: PageContext, value: float, word: str = "", person: str = "") -> views.EmotionView:
    """A feeling; a mean is named after the nearest whole value."""
    nearest = max(-2, min(2, round(value)))
    own = ctx.catalog.config.emotion_label(nearest)
    label = (
        own if own and ctx.lang == ctx.catalog.config.language else ctx.t(EMOTION_LABELS[nearest])
    )
    return views.EmotionView(
        value=value,
        shown=ctx.messages.number(value, 0 if value == int(value) else 1, sign=True),
        label=label,
        word=word,
        person=person,
        step=("low", "down", "mid", "up", "high")[nearest + 2],
    )


def score(ctx: PageContext, value: int) -> views.Score:
    """A number from 1 to 5."""
    return views.Score(value=value, label=ctx.t("{value} of 5", value=value))


def time_text(ctx: PageContext, duration: Duration) -> str:
    """A written time in the words of the page's language."""
    return time_words(ctx.messages, duration)


def spell_text(ctx: PageContext, spell: Spell) -> str:
    """A time, or a range of two, rounded to its largest fitting unit."""
    return spell_words(ctx.messages, spell)


def amount_text(ctx: PageContext, seconds: float) -> str:
    """Seconds as `3 weeks` in the page's language."""
    return amount_words(ctx.messages, seconds)


def markup(ctx: PageContext, text: str, path: str) -> Markup:
    """One line of an author's Markdown as safe HTML; links are resolved from the file at `path`."""
    if not any(c in text for c in "*_`[]<>&\\!\"'{"):
        return Markup.escape(text)
    return Markup(
        ctx.site.prose.render_inline(text, resolve=_resolver(ctx, path), place=Span.start_of(path))
    )


def plain(text: str) -> str:
    """An author's line without its Markdown signs, for tooltips and lists of words."""
    return Markup(
        text.replace("**", "").replace("`", "").replace("[[", "").replace("]]", "")
    ).unescape()


def prose(ctx: PageContext, text: Prose, path: str, *, prefix: str, level: int) -> Rendered:
    """An author's text as safe HTML, its headings starting at `level`."""
    return ctx.site.prose.render(
        text.text,
        id_prefix=prefix,
        resolve=_resolver(ctx, path),
        heading_level=level,
        image=lambda source: _image(ctx, path, source),
        place=Span(path, text.first_line, 1, text.first_line, 2),
    )


def prose_html(ctx: PageContext, text: Prose, path: str, *, prefix: str, level: int) -> Markup:
    """`prose` for places that need only the HTML."""
    return Markup(prose(ctx, text, path, prefix=prefix, level=level).html) if text else Markup()


def _resolver(ctx: PageContext, path: str):  # type: ignore[no-untyped-def]
    def resolve(found: ProseLink) -> Resolved | None:
        anchor = found.anchor
        if found.form == "wiki":
            ref = wiki_ref(found)
        else:
            inside = inside_content(path, found.target)
            place = place_of(inside)[0] if inside and inside.endswith(".md") else None
            ref = Ref(place.kind, place.id) if place else None
            anchor = found.target.partition("#")[2]
        if ref is None:
            return None
        made = link(ctx, ref, anchor=anchor)
        return Resolved(made.href, made.label, ref.kind, made.missing) if made.href else None

    return resolve


def _image(ctx: PageContext, path: str, source: str) -> str | None:
    inside = inside_content(path, source)
    url = ctx.site.image_urls.get(inside.removeprefix("content/")) if inside else None
    return ctx.href(url) if url else None


def marked(
    ctx: PageContext,
    journey: Journey,
    fact: Fact,
    *,
    step: Step | None = None,
    stage: Stage | None = None,
    away: bool = False,
) -> views.MarkedText:
    """A fact with its marks; `away` from its map it also says where it stands and whose it is."""
    payload = fact.payload
    words = payload.text if isinstance(payload, Truth) else fact.text
    place: tuple[views.Link, ...] = ()
    if away:
        place = (link(ctx, journey.ref),)
        if step is not None:
            place += (step_link(ctx, journey, step),)
        elif stage is not None:
            place += (stage_link(ctx, journey, stage),)
    solved = ctx.site.answers.get(pain_key(journey, fact), ()) if fact.key == "pain" else ()
    return views.MarkedText(
        html=markup(ctx, words, journey.path),
        text=words,
        severity=fact.marks.severity,
        severity_label=severity_label(ctx, fact.marks.severity, fact.key),
        tags=fact.marks.tags,
        evidence=tuple(link(ctx, ref) for ref in fact.marks.evidence),
        id="" if away else fact.marks.id,
        opportunities=tuple(link(ctx, opportunity.ref) for opportunity in solved),
        place=place,
        persona=link(ctx, Ref("persona", journey.persona)) if away else None,
        kind=fact.key,
    )


def severity_label(ctx: PageContext, severity: str, key: str = "pain") -> str:
    """The weight of a pain, or of another fact, in words."""
    return severity_word(ctx.t, severity, key)


def row(
    ctx: PageContext, label: str, values: Iterable[str] = (), icon: str = "", path: str = ""
) -> views.FactRow:
    """A row of facts from author's texts (inline Markdown)."""
    made = tuple(markup(ctx, str(value), path) for value in values if value)
    return views.FactRow(label=label, values=made, icon=icon)


def plain_row(label: str, *values: str, icon: str = "") -> views.FactRow:
    """A row of facts from words of ours."""
    return views.FactRow(
        label=label, values=tuple(Markup.escape(value) for value in values if value), icon=icon
    )


def link_row(label: str, links: Iterable[views.Link], icon: str = "") -> views.FactRow:
    """A row of facts from links."""
    return views.FactRow(label=label, links=tuple(links), icon=icon)


def filled(rows: Iterable[views.FactRow]) -> tuple[views.FactRow, ...]:
    """Only the rows that say something."""
    return tuple(row for row in rows if row.values or row.links)

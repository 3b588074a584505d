"""Every kind of document as a frozen dataclass, which declares what an author may write.

Each front-matter field is one `authored(...)` line, from which the reader, the JSON Schema, the
manual and the comparison follow. Spans and `places` are ignored when documents are compared.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from journeybook import vocabulary as v
from journeybook.cache import CompactPickle
from journeybook.schema.fields import (
    BOUNDS,
    COUNT,
    DATE,
    LANGUAGE,
    LENGTH,
    LINE,
    LINES,
    LINK,
    SCORE,
    TAGS,
    WORDS,
    YES_NO,
    Facets,
    ListOf,
    MapOf,
    Moves,
    OneOf,
    RefTo,
    TableOf,
    authored,
    declared,
    refs_to,
    some_of,
)
from journeybook.schema.values import (
    NOWHERE,
    Branch,
    Branches,
    Emotion,
    Marks,
    MetricMove,
    Payload,
    Ref,
    References,
    Score,
    Statement,
    Text,
    Timing,
    Truth,
)
from journeybook.text import Span


@dataclass(frozen=True, slots=True)
class Prose(CompactPickle):
    """Markdown text as written, and the line of the file where it starts."""

    text: str = ""
    first_line: int = field(default=1, compare=False)

    def __bool__(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Fact(CompactPickle):
    """One `- key: value` line below a stage or a step."""

    key: str
    payload: Payload
    marks: Marks = Marks()
    span: Span = field(default=NOWHERE, compare=False)
    value_span: Span = field(default=NOWHERE, compare=False)

    @property
    def text(self) -> str:
        """The text of a statement, moment of truth or emotion; empty for other facts."""
        if isinstance(self.payload, Statement | Truth):
            return self.payload.text
        return self.payload.word if isinstance(self.payload, Emotion) else ""


@dataclass(frozen=True)
class HasFacts:
    """Base of stages and steps: facts in the order written, and a story."""

    id: str
    title: str
    facts: tuple[Fact, ...] = ()
    story: Prose = Prose()
    explicit_id: bool = field(default=False, compare=False)
    span: Span = field(default=NOWHERE, compare=False)

    def all(self, key: str) -> tuple[Fact, ...]:
        """The facts of one key, in the order written."""
        return self._by_key.get(key, ())

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Fact, ...]]:
        by_key: dict[str, list[Fact]] = {}
        for fact in self.facts:
            by_key.setdefault(fact.key, []).append(fact)
        return {key: tuple(facts) for key, facts in by_key.items()}

    def refs(self, key: str) -> tuple[Ref, ...]:
        """The references in all facts of one key, without duplicates, in the order written."""
        refs: dict[Ref, None] = {}
        for fact in self.all(key):
            if isinstance(fact.payload, References):
                refs.update(dict.fromkeys(fact.payload.refs))
            elif isinstance(fact.payload, MetricMove):
                refs[fact.payload.ref] = None
        return tuple(refs)

    def score(self, key: str) -> int | None:
        """The number of a `worth`, `effort` or `stake` fact, or None."""
        for fact in self.all(key):
            if isinstance(fact.payload, Score):
                return fact.payload.value
        return None

    def duration(self, key: str) -> v.Duration | None:
        """The duration of a `time` or `wait` fact, or None."""
        for fact in self.all(key):
            if isinstance(fact.payload, Timing):
                return fact.payload.duration
        return None

    @cached_property
    def emotions(self) -> tuple[Emotion, ...]:
        """All emotions, each with the persona it belongs to if one is named."""
        return tuple(fact.payload for fact in self.facts if isinstance(fact.payload, Emotion))

    @property
    def owner(self) -> str:
        """The team responsible, or an empty string."""
        return next((fact.text for fact in self.all("owner")), "")


@dataclass(frozen=True)
class Step(HasFacts):
    """The smallest column of a map."""

    was: tuple[str, ...] = ()
    """Earlier IDs (`{#new .was-old}`), which lead to the same place on the page."""

    def ways(self, key: str) -> tuple[Branch, ...]:
        """The alternatives of all `next` or `loop` facts."""
        branches: list[Branch] = []
        for fact in self.all(key):
            if isinstance(fact.payload, Branches):
                branches += fact.payload.ways
        return tuple(branches)


@dataclass(frozen=True)
class Stage(HasFacts):
    """A part of a journey. If it is `registered` in the site's stages, `id` is the registry's."""

    steps: tuple[Step, ...] = ()
    registered: bool = False


@dataclass(frozen=True)
class Notes:
    """A section of prose that is not a stage (`## Method {.notes}`)."""

    title: str
    body: Prose


@dataclass(frozen=True, kw_only=True)
class Entity:
    """Base of all documents. `id` comes from the path of the file, everything else from its text."""

    kind_name: ClassVar[str] = ""

    id: str
    path: str
    body: Prose = Prose()
    places: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)

    title: Text = authored(WORDS, "Name shown to readers", required=True, default=Text())
    lang: Text | None = authored(LANGUAGE, "Language of the text. Default: the site's language")
    tags: tuple[Text, ...] = authored(TAGS, "Tags for grouping and filtering", default=())
    owner: Text | None = authored(WORDS, "Team responsible for it")
    was: tuple[Text, ...] = authored(TAGS, "Earlier IDs; old links redirect here", default=())

    @property
    def ref(self) -> Ref:
        """The reference by which other documents name this one."""
        return Ref(self.kind_name, self.id)

    def place(self, key: str) -> Span:
        """The span of a front-matter value, or the start of the file if the key is absent."""
        return self.places.get(key, Span.start_of(self.path))


@dataclass(frozen=True)
class Member:
    """One person of a buying committee."""

    role: Text | None = authored(OneOf(v.ROLES), "Role in the decision")
    say: int | None = authored(SCORE, "Influence on the decision, 1 to 5")
    needs: tuple[Text, ...] = authored(
        LINES, "What this person needs in order to agree", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Journey(Entity):
    """One journey of one persona, as written."""

    kind_name: ClassVar[str] = "journey"

    stages: tuple[Stage, ...] = ()
    notes: tuple[Notes, ...] = ()

    kind: Text = authored(
        OneOf(v.JOURNEY_KINDS),
        "Whose journey it is: buyer, customer or employee; or a service blueprint",
        default=Text("buyer"),
    )
    market: Text | None = authored(OneOf(v.MARKETS), "B2B, B2C, or B2B2C")
    state: Text = authored(
        OneOf(v.STATES),
        "Current state, future state, or a competitor's journey",
        default=Text("current"),
    )
    of: Ref | None = authored(
        RefTo("journey"),
        "For a future or competitor journey: the current journey to compare it with",
    )
    status: Text = authored(OneOf(v.STATUSES), "Review status of the map", default=Text("draft"))
    reviewed: datetime.date | None = authored(DATE, "Date the map was last checked against reality")
    segment: tuple[tuple[Text, Text], ...] = authored(
        Facets(), "Market segment the map applies to", default=()
    )
    goal: Text | None = authored(LINE, "What the customer wants to achieve")
    question: Text | None = authored(LINE, "Question the map should answer")
    trigger: Text | None = authored(LINE, "What triggers the journey")
    length: v.Duration | None = authored(LENGTH, "Duration from start to end")
    deal: Text | None = authored(WORDS, "Deal size")
    committee: tuple[tuple[Text, Member], ...] = authored(
        MapOf(TableOf(Member, short="role"), "persona", names="persona"),
        "Buying committee: persona ID with role, influence and needs",
        default=(),
    )
    metrics: tuple[MetricMove, ...] = authored(
        Moves(), "Metric ID with `now -> target`", default=()
    )
    evidence: tuple[Ref, ...] = authored(
        refs_to("evidence"), "Evidence that supports the map", default=()
    )
    part_of: Ref | None = authored(RefTo("journey"), "Larger journey that this one is part of")
    continues: Ref | None = authored(RefTo("journey"), "Journey that continues where this one ends")
    translation_of: Ref | None = authored(RefTo("journey"), "Journey that this one translates")

    @property
    def persona(self) -> str:
        """The id of the persona whose journey it is, which is the name of its folder."""
        return self.id.partition("/")[0]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps in file order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    @cached_property
    def pains(self) -> tuple[Fact, ...]:
        """All pain points of its stages and steps."""
        return tuple(fact for part in self.parts() for fact in part.all("pain"))

    @cached_property
    def step_keys(self) -> frozenset[str]:
        """The keys of all facts of its steps.

        Most maps use few of the keys, so one look here often saves a walk over all steps.
        """
        return frozenset(fact.key for step in self.steps for fact in step.facts)

    def parts(self) -> Iterator[Stage | Step]:
        """Every stage followed by its steps."""
        for stage in self.stages:
            yield stage
            yield from stage.steps


@dataclass(frozen=True, kw_only=True)
class Persona(Entity):
    """A persona, or a member of a buying committee."""

    kind_name: ClassVar[str] = "persona"

    market: tuple[Text, ...] = authored(
        some_of(v.MARKETS), "Markets this persona buys in", default=()
    )
    role: Text | None = authored(WORDS, "Job or role in life")
    unit: Text | None = authored(WORDS, "Department")
    organisation: Text | None = authored(WORDS, "Company or household")
    segment: tuple[tuple[Text, Text], ...] = authored(
        Facets(), "Industry, revenue, company size, use case; or age, region, lifestyle", default=()
    )
    goals: tuple[Text, ...] = authored(LINES, "What they want to achieve", default=())
    needs: tuple[Text, ...] = authored(LINES, "What they need", default=())
    frustrations: tuple[Text, ...] = authored(LINES, "What gets in their way", default=())
    criteria: tuple[Text, ...] = authored(LINES, "Decision criteria", default=())
    expects: tuple[Text, ...] = authored(LINES, "What they take for granted", default=())
    activation: tuple[Text, ...] = authored(LINES, "What prompts them to act", default=())
    reports_to: Ref | None = authored(RefTo("persona"), "Persona they report to")
    uses_as: tuple[Text, ...] = authored(some_of(v.USES_AS), "How they use the product", default=())
    quote: Text | None = authored(WORDS, "A sentence they would say")
    picture: Text | None = authored(LINK, "Image file in this site")
    basis: Text | None = authored(OneOf(("real", "assumed")), "Based on research, or assumed")


@dataclass(frozen=True, kw_only=True)
class Touchpoint(Entity):
    """A point of contact between the customer and your organisation."""

    kind_name: ClassVar[str] = "touchpoint"

    channel: tuple[Ref, ...] = authored(refs_to("channel"), "Channels it uses", default=())
    presence: Text | None = authored(OneOf(v.PRESENCES), "Online or offline")
    phase: tuple[Text, ...] = authored(
        some_of(v.PHASES), "Before, during or after the purchase", default=()
    )
    measure: tuple[Text, ...] = authored(some_of(v.MEASURES), "How you measure it", default=())
    metrics: tuple[Ref, ...] = authored(refs_to("metric"), "Metrics it affects", default=())
    intent: Text | None = authored(LINE, "Why the customer uses it")
    automatic: bool | None = authored(YES_NO, "Whether it works without staff")
    code: tuple[Text, ...] = authored(
        ListOf(WORDS), "Path patterns of the code behind it", default=()
    )
    link: Text | None = authored(LINK, "URL where you can see it")


@dataclass(frozen=True, kw_only=True)
class Channel(Entity):
    """A channel that touchpoints use: email, phone, shop floor."""

    kind_name: ClassVar[str] = "channel"

    presence: Text | None = authored(OneOf(v.PRESENCES), "Online or offline")
    icon: Text | None = authored(WORDS, "Icon name from the theme")
    markets: tuple[Text, ...] = authored(some_of(v.MARKETS), "Markets where it is used", default=())


@dataclass(frozen=True, slots=True)
class Reading(CompactPickle):
    """One value of a metric on one day, or None for a gap in the series."""

    date: datetime.date
    value: float | None


@dataclass(frozen=True, kw_only=True)
class Metric(Entity):
    """A metric you track, with measurements if there is a CSV file next to it."""

    kind_name: ClassVar[str] = "metric"

    series: tuple[Reading, ...] = ()

    unit: Text | None = authored(WORDS, "Unit of the values")
    direction: Text | None = authored(OneOf(("up", "down")), "Whether higher or lower is better")
    target: Text | None = authored(WORDS, "Target value")
    bounds: tuple[Text, Text] | None = authored(BOUNDS, "Lowest and highest possible value")
    period: Text | None = authored(WORDS, "How often it is measured")
    source: Text | None = authored(WORDS, "Where the values come from")


@dataclass(frozen=True, kw_only=True)
class Opportunity(Entity):
    """A possible improvement."""

    kind_name: ClassVar[str] = "opportunity"

    status: Text = authored(OneOf(v.OPPORTUNITY_STATUSES), "Progress status", default=Text("idea"))
    value: int | None = authored(SCORE, "Value, 1 to 5")
    effort: int | None = authored(SCORE, "Effort, 1 to 5")
    solves: tuple[Ref, ...] = authored(
        refs_to("pain"), "IDs of the pain points it addresses", default=()
    )
    ticket: Text | None = authored(LINK, "Link to the work item")
    due: datetime.date | None = authored(DATE, "Due date")


@dataclass(frozen=True, kw_only=True)
class Collateral(Entity):
    """A content asset for customers."""

    kind_name: ClassVar[str] = "collateral"

    type: tuple[Text, ...] = authored(some_of(v.COLLATERAL_TYPES), "Content type", default=())
    aim: Text | None = authored(LINE, "What it should achieve")
    stages: tuple[Ref, ...] = authored(refs_to("stage"), "Stages it is intended for", default=())
    audience: tuple[Text, ...] = authored(
        TAGS, "Roles or persona IDs it is intended for", key="for", default=()
    )
    link: Text | None = authored(LINK, "URL where you can see it")


@dataclass(frozen=True, kw_only=True)
class Evidence(Entity):
    """A source that supports claims."""

    kind_name: ClassVar[str] = "evidence"

    type: Text | None = authored(OneOf(v.EVIDENCE_TYPES), "How it was collected")
    date: datetime.date | None = authored(DATE, "Date it was collected")
    people: int | None = authored(COUNT, "Sample size (number of people)")
    link: Text | None = authored(LINK, "URL of the source material")
    consent: Text | None = authored(WORDS, "What participants consented to")


@dataclass(frozen=True, kw_only=True)
class Page(Entity):
    """A free-form page."""

    kind_name: ClassVar[str] = "page"

    order: int | None = authored(COUNT, "Position in the menu, lowest first")
    menu: bool | None = authored(YES_NO, "Whether it appears in the menu")


DOCUMENT_TYPES: dict[str, type[Entity]] = {
    cls.kind_name: cls
    for cls in (
        Journey,
        Persona,
        Touchpoint,
        Channel,
        Metric,
        Opportunity,
        Collateral,
        Evidence,
        Page,
    )
}

AnyDocument = (
    Journey | Persona | Touchpoint | Channel | Metric | Opportunity | Collateral | Evidence | Page
)


def field_values(document: Entity) -> dict[str, Any]:
    """The value of every declared field, by its key in front matter."""
    fields = declared(type(document)).items()
    return {key: getattr(document, attribute) for key, (attribute, _) in fields}

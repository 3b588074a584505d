"""The terms of service design as tables: kinds of entity, facts and lanes, scales, durations.

To add a fact or a lane, add one row to FACTS. Titles are message ids: English here, translated by
the message catalogue (`pages/messages.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from journeybook.cache import CompactPickle


@dataclass(frozen=True, slots=True)
class EntityKind:
    """A kind of entity: its name in references, its folder in `content/` and on the site, and its
    titles."""

    name: str
    folder: str
    title: str
    plural: str


KINDS: dict[str, EntityKind] = {
    kind.name: kind
    for kind in (
        EntityKind("journey", "journeys", "Journey", "Journeys"),
        EntityKind("persona", "personas", "Persona", "Personas"),
        EntityKind("touchpoint", "touchpoints", "Touchpoint", "Touchpoints"),
        EntityKind("channel", "channels", "Channel", "Channels"),
        EntityKind("metric", "metrics", "Metric", "Metrics"),
        EntityKind("opportunity", "opportunities", "Opportunity", "Opportunities"),
        EntityKind("collateral", "collateral", "Content asset", "Content assets"),
        EntityKind("evidence", "evidence", "Evidence", "Evidence"),
        EntityKind("page", "pages", "Page", "Pages"),
    )
}
KIND_OF_FOLDER: dict[str, str] = {kind.folder: kind.name for kind in KINDS.values()}


class ValueKind(StrEnum):
    """The type of a fact's value; `schema/facts.py` has one reader for each."""

    STATEMENT = "statement"
    EMOTION = "emotion"
    REFERENCES = "references"
    METRIC = "metric"
    TIMING = "timing"
    TRUTH = "truth"
    SCORE = "score"
    PATH = "path"
    JOURNEY = "journey"


class Line(StrEnum):
    """The part of the service blueprint that a lane belongs to, from top to bottom."""

    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class FactKey:
    """One fact an author may write below a stage or a step.

    `cell` is the theme template that draws the fact as a lane of the canvas (`lanes/<cell>.html`);
    without one the fact is not on the canvas. If `many` is set, the key may be repeated. `targets`
    is the kind of entity that the ids in its value refer to.
    """

    key: str
    title: str
    value: ValueKind
    cell: str = ""
    line: Line = Line.CUSTOMER
    many: bool = True
    targets: str = ""
    icon: str = ""
    stage_only: bool = False
    step_only: bool = False
    by_person: bool = False
    """Whether the key may name a persona: `says karl-sales-rep:`."""


_S = ValueKind.STATEMENT
_R = ValueKind.REFERENCES

FACTS: dict[str, FactKey] = {
    fact.key: fact
    for fact in (
        FactKey("goal", "Goal", _S, "text", icon="target", stage_only=True),
        FactKey("who", "Who", _R, "people", targets="persona", icon="person"),
        FactKey("trigger", "Trigger", _S, "text", icon="trigger"),
        FactKey("does", "Does", _S, "text", icon="does", by_person=True),
        FactKey("thinks", "Thinks", _S, "text", icon="thought", by_person=True),
        FactKey("says", "Says", _S, "quote", icon="quote", by_person=True),
        FactKey("needs", "Needs", _S, "text", icon="need", by_person=True),
        FactKey("emotion", "Emotion", ValueKind.EMOTION, "emotion", icon="emotion", by_person=True),
        FactKey("moment of truth", "Moment of truth", ValueKind.TRUTH, "truth", icon="truth"),
        FactKey("touchpoint", "Touchpoints", _R, "chips", targets="touchpoint", icon="touchpoint"),
        FactKey("channel", "Channels", _R, "chips", targets="channel", icon="channel"),
        FactKey("time", "Time", ValueKind.TIMING, "time", many=False, icon="clock"),
        FactKey("wait", "Waiting time", ValueKind.TIMING, "time", many=False, icon="wait"),
        FactKey("pain", "Pain points", _S, "pain", icon="pain", by_person=True),
        FactKey("delight", "Delights", _S, "delight", icon="delight", by_person=True),
        FactKey(
            "worth", "Value to the customer", ValueKind.SCORE, "score", many=False, icon="worth"
        ),
        FactKey(
            "effort", "Effort for the customer", ValueKind.SCORE, "score", many=False, icon="effort"
        ),
        FactKey("next", "Next", ValueKind.PATH, "path", many=False, icon="next", step_only=True),
        FactKey("loop", "Loops back", ValueKind.PATH, "path", icon="loop", step_only=True),
        FactKey(
            "zoom",
            "Detailed in",
            ValueKind.JOURNEY,
            "zoom",
            targets="journey",
            icon="journey",
            step_only=True,
        ),
        FactKey(
            "physical-evidence", "Physical evidence", _S, "text", Line.FRONTSTAGE, icon="receipt"
        ),
        FactKey("frontstage", "Frontstage", _S, "text", Line.FRONTSTAGE, icon="frontstage"),
        FactKey("backstage", "Backstage", _S, "text", Line.BACKSTAGE, icon="backstage"),
        FactKey("support", "Support processes", _S, "text", Line.SUPPORT, icon="support"),
        FactKey(
            "content",
            "Content",
            _R,
            "chips",
            Line.BUSINESS,
            targets="collateral",
            icon="collateral",
        ),
        FactKey(
            "opportunity",
            "Opportunities",
            _R,
            "chips",
            Line.BUSINESS,
            targets="opportunity",
            icon="opportunity",
        ),
        FactKey(
            "metric",
            "Metrics",
            ValueKind.METRIC,
            "metric",
            Line.BUSINESS,
            targets="metric",
            icon="metric",
        ),
        FactKey(
            "stake",
            "Importance to us",
            ValueKind.SCORE,
            "score",
            Line.BUSINESS,
            many=False,
            icon="stake",
        ),
        FactKey("owner", "Owner", _S, "text", Line.BUSINESS, many=False, icon="owner"),
        FactKey("note", "Note", _S, "note", Line.BUSINESS, icon="note"),
    )
}

# The lanes of a service blueprint: what happens, without thoughts, emotions and measurements.
BLUEPRINT_LANES = frozenset(
    (
        "goal",
        "who",
        "trigger",
        "does",
        "moment of truth",
        "touchpoint",
        "channel",
        "time",
        "wait",
        "pain",
        "next",
    )
).union(("loop", "zoom", "physical-evidence", "frontstage", "backstage", "support"))
LANES: tuple[str, ...] = tuple(key for key, fact in FACTS.items() if fact.cell)

SEVERITIES = ("low", "medium", "high")
EMOTION_SCALE = range(-2, 3)
EMOTION_LABELS = {-2: "Very bad", -1: "Bad", 0: "Neutral", 1: "Good", 2: "Very good"}
SCORE_SCALE = range(1, 6)
MOMENT_KINDS = ("zero", "first", "second", "ultimate")
ROLES = (
    "champion",
    "economic buyer",
    "decision maker",
    "influencer",
    "technical buyer",
    "user",
    "gatekeeper",
    "approver",
    "blocker",
)
JOURNEY_KINDS = ("buyer", "customer", "employee", "service")
MARKETS = ("b2b", "b2c", "b2b2c")
STATES = ("current", "future", "competitor")
STATUSES = ("draft", "review", "approved", "retired")
PRESENCES = ("online", "offline")
PHASES = ("before", "during", "after")
MEASURES = ("analytics", "survey", "calls", "forms", "interview", "none")
OPPORTUNITY_STATUSES = ("idea", "planned", "doing", "done", "dropped")
COLLATERAL_TYPES = ("educational", "informational", "persuasive", "proof", "visual")
EVIDENCE_TYPES = (
    "interview",
    "survey",
    "diary",
    "analytics",
    "support",
    "sales",
    "workshop",
    "desk",
)
USES_AS = ("end user", "reseller", "builder-in")
RIGHT_TO_LEFT = frozenset(
    {
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "ha-arab",
        "he",
        "khw",
        "ks",
        "ku-arab",
        "ps",
        "sd",
        "ug",
        "ur",
        "yi",
    }
)

SECONDS = {
    "s": 1,
    "m": 60,
    "h": 3_600,
    "d": 86_400,
    "w": 7 * 86_400,
    "mo": 30 * 86_400,
    "y": 365 * 86_400,
}
_UNIT_WORDS = {
    "sec": "s", "secs": "s", "second": "s", "seconds": "s",
    "min": "m", "mins": "m", "minute": "m", "minutes": "m",
    "hour": "h", "hours": "h", "hr": "h", "hrs": "h",
    "day": "d", "days": "d",
    "week": "w", "weeks": "w", "wk": "w",
    "month": "mo", "months": "mo",
    "year": "y", "years": "y", "yr": "y",
}  # fmt: skip
_AMOUNT = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([a-z]*)", re.ASCII)
_CAPITAL_M = re.compile(r"(?<=\d)\s*M\b")
"""Months or minutes: `9M` would be read as nine minutes."""
_LONGEST_DURATION = 60  # characters; the patterns are slow on long runs of blanks
_RANGE = re.compile(r"\s*(?:\.\.\.?|…|–|—|-|\bto\b)\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units of time, `18` and `d`."""

    number: float
    unit: str
    """A key of `SECONDS`."""

    @property
    def seconds(self) -> float:
        return self.number * SECONDS[self.unit]


@dataclass(frozen=True, slots=True)
class Duration(CompactPickle):
    """A duration or a range of durations in seconds, and the text it was read from."""

    low: float
    high: float
    text: str

    @property
    def middle(self) -> float:
        """The middle of the range, for sums and for positions on a time axis."""
        return (self.low + self.high) / 2

    @property
    def typed(self) -> tuple[Amount, Amount]:
        """Both ends as the author typed them; equal if it is not a range."""
        return _amounts(self.text) or (Amount(self.low, "s"), Amount(self.high, "s"))


def duration(text: str) -> Duration | None:
    """Read `30s`, `15m`, `3h`, `2d`, `3w`, `6mo`, `1y`, words such as `6 months`, or a range.

    In a range, the first number may leave out its unit (`6-12 months`). Months count as 30 days,
    years as 365. Returns None if the text is not a duration, or the range ends before it starts.
    """
    typed = _amounts(text)
    if typed is None:
        return None
    low, high = typed[0].seconds, typed[1].seconds
    return Duration(low, high, text.strip()) if low <= high else None


def _amounts(text: str) -> tuple[Amount, Amount] | None:
    written = _CAPITAL_M.sub("?", " ".join(text.split())).lower()
    parts = _RANGE.split(written) if len(written) <= _LONGEST_DURATION else []
    if not 1 <= len(parts) <= 2:
        return None
    last = _amount(parts[-1].strip())
    first = _amount(parts[0].strip(), last.unit) if last else None
    return (first, last) if first and last else None


def _amount(text: str, default_unit: str = "") -> Amount | None:
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    word = match[2] or default_unit
    unit = word if word in SECONDS else _UNIT_WORDS.get(word, "")
    return Amount(float(match[1]), unit) if unit else None


def is_right_to_left(lang: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left."""
    primary = lang.lower().replace("_", "-")
    return primary in RIGHT_TO_LEFT or primary.split("-")[0] in RIGHT_TO_LEFT

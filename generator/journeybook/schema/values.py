"""Values as authors wrote them, each with its span, which is ignored in comparisons."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from journeybook.budget import STANDARD
from journeybook.cache import CompactPickle
from journeybook.text import Span, is_variation_selector
from journeybook.vocabulary import Duration

NOWHERE = Span("", 1, 1, 1, 1)


class Text(str):
    """A string with the span where it was written. It equals any string of the same characters."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, value: str = "", span: Span = NOWHERE) -> Text:
        text = super().__new__(cls, value)
        text.span = span
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, Span]]:
        return (Text, (str(self), self.span))


@dataclass(frozen=True, slots=True)
class Ref(CompactPickle):
    """A reference by id to an entity of one kind (`persona`, `touchpoint`, …)."""

    kind: str
    id: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Marks(CompactPickle):
    """The markers at the end of a fact: `!high`, `!objection`, `^evidence`, `{#id}`."""

    severity: str = ""
    tags: tuple[str, ...] = ()
    evidence: tuple[Ref, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Statement(CompactPickle):
    """A text, which may contain inline Markdown, and the persona it names, if it names one."""

    text: str
    persona: str = ""


@dataclass(frozen=True, slots=True)
class Emotion(CompactPickle):
    """An emotion from -2 to +2 and a word; `persona` is empty for the persona of the journey."""

    value: int
    word: str
    persona: str = ""


@dataclass(frozen=True, slots=True)
class References(CompactPickle):
    """Ids of entities of one kind; `everyone` means `all`, the whole buying committee."""

    refs: tuple[Ref, ...]
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class MetricMove(CompactPickle):
    """A metric with its current and its target value, each as written or empty."""

    ref: Ref
    now: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Timing(CompactPickle):
    """How long something takes, or how long the customer waits."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class Truth(CompactPickle):
    """Why this is a moment of truth; `kind` is zero, first, second, ultimate or empty."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Score(CompactPickle):
    """A whole number from 1 to 5."""

    value: int


@dataclass(frozen=True, slots=True)
class Branch(CompactPickle):
    """One path from a step: to another step by its id, or out of the journey, and its condition."""

    step: str
    reason: str = ""
    is_exit: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Branches(CompactPickle):
    """The alternatives after a step, in the order written."""

    ways: tuple[Branch, ...]


Payload = Statement | Emotion | References | MetricMove | Timing | Truth | Score | Branches


_NO_ASCII_ID = re.compile("[^a-z0-9]+")
_JOINERS = "\u200c\u200d"


def slug(title: str) -> str:
    """An id from a title: lowercase letters and digits of any script joined by `-`, in form NFC.

    Empty if the title has none, for example only emoji. Combining marks are kept, so that Persian
    and Hindi words stay whole.
    """
    if title.isascii():  # a faster way to the same result
        return _NO_ASCII_ID.sub("-", title.lower()).strip("-")[:80].rstrip("-")
    lowered = unicodedata.normalize("NFC", title).lower()
    words = re.sub(r"-+", "-", "".join(map(_in_slug, lowered))).strip("-")
    while words and unicodedata.category(words[0])[0] not in "LN":  # a mark without its letter
        words = words[1:].lstrip("-")
    return unicodedata.normalize("NFC", words)[:80].rstrip("-")


def _in_slug(character: str) -> str:
    """The character if it may be in an id, nothing for an invisible one, `-` for any other."""
    category = unicodedata.category(character)
    if character in _JOINERS or is_variation_selector(character):
        return ""
    return character if category[0] in "LN" or category in ("Mn", "Mc") else "-"


FILE_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|clock)$")


def file_id_fault(name: str) -> str:
    """A hint why `name` is not a valid id of a file, or an empty string.

    Ids are 1 to 64 characters of `[a-z0-9-]`, which work in URLs and on every file system.
    """
    if len(name) > STANDARD.id:
        return f"it is longer than {STANDARD.id} characters"
    if not FILE_ID.fullmatch(name):
        return "use lowercase letters a-z, digits and `-`, and do not start or end with `-`"
    if _RESERVED.match(name):
        return "this name is reserved on Windows"
    return ""


def is_step_id(name: str) -> bool:
    """Whether `name` is a valid id of a step or a pain point: 1 to 80 letters and digits of any
    script, and `-`."""
    return 0 < len(name) <= 80 and name == slug(name)

"""Values as authors wrote them, each with its place; places never count in comparisons."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from journeybook.budget import STANDARD
from journeybook.cache import CompactPickle
from journeybook.text import Span
from journeybook.vocabulary import Duration

NOWHERE = Span("", 1, 1, 1, 1)


class Text(str):
    """A string that knows where it was written; equal to any string of the same characters."""

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
    """What may stand at the end of a fact: `!high`, `!objection`, `^evidence`, `{#id}`."""

    severity: str = ""
    tags: tuple[str, ...] = ()
    evidence: tuple[Ref, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Statement(CompactPickle):
    """A text in the author's words (inline Markdown)."""

    text: str


@dataclass(frozen=True, slots=True)
class Emotion(CompactPickle):
    """A feeling from -2 to +2 with its word; `persona` is empty for the step's own people."""

    value: int
    word: str
    persona: str = ""


@dataclass(frozen=True, slots=True)
class References(CompactPickle):
    """Ids of entities of one kind; `everyone` stands for `all`, the whole committee."""

    refs: tuple[Ref, ...]
    everyone: bool = False


@dataclass(frozen=True, slots=True)
class MetricMove(CompactPickle):
    """A metric, with the value it has now and the value aimed at, each as written or empty."""

    ref: Ref
    now: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Timing(CompactPickle):
    """How long something takes, or how long the customer waits."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class Truth(CompactPickle):
    """Why this moment decides; `kind` is zero, first, second, ultimate or empty."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Score(CompactPickle):
    """A whole number from 1 to 5."""

    value: int


@dataclass(frozen=True, slots=True)
class Branch(CompactPickle):
    """One way on from a step: the id of a step, or an exit from the journey, with its condition."""

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


def slug(title: str) -> str:
    """An id from a title: lower-case letters and digits of any script joined by `-`, in normal form
    NFC.

    Empty where the title has none (such as only emoji). Marks that belong to letters are kept, so
    that Persian and Hindi words stay whole.
    """
    if title.isascii():  # the same, without asking what each character is
        return _NO_ASCII_ID.sub("-", title.lower()).strip("-")[:80].rstrip("-")
    folded = unicodedata.normalize("NFC", title).lower()
    kept = "".join(
        c if _in_id(c) else "-" for c in folded if c not in "\u200c\u200d" and not _is_variation(c)
    )
    words = re.sub(r"-+", "-", kept).strip("-")
    while words and unicodedata.category(words[0])[0] not in "LN":  # a mark without its letter
        words = words[1:].lstrip("-")
    return unicodedata.normalize("NFC", words)[:80].rstrip("-")


def _in_id(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category in ("Mn", "Mc")


def _is_variation(character: str) -> bool:
    """Whether a character only chooses how the one before it is drawn; emoji are full of them."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


FILE_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|clock)$")


def file_id_fault(name: str) -> str:
    """Why `name` cannot be the id of a file, or an empty string where it can.

    Ids are `[a-z0-9-]`, 1 to 64 characters: addresses and file shares of every system take them.
    """
    if len(name) > STANDARD.id:
        return f"it is longer than {STANDARD.id} characters"
    if not FILE_ID.fullmatch(name):
        return "use lowercase letters a-z, digits and `-`, and do not start or end with `-`"
    if _RESERVED.match(name):
        return "this name is reserved on Windows"
    return ""


def is_step_id(name: str) -> bool:
    """Whether `name` may be the id of a step or a pain: letters and digits of any script, `-`, 1 to
    80."""
    return 0 < len(name) <= 80 and name == slug(name)

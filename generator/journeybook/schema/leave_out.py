"""What a build profile leaves out, as `profiles` in `site.yaml` declares it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace

from journeybook import vocabulary as v
from journeybook.diagnostics import did_you_mean
from journeybook.schema.documents import DOCUMENT_TYPES, Member
from journeybook.schema.fields import (
    TAGS,
    WORDS,
    JsonSchema,
    ListOf,
    TableOf,
    authored,
    declared,
    refs_to,
    some_of,
)
from journeybook.schema.findings import Findings
from journeybook.schema.values import Ref, Text
from journeybook.schema.yaml_reader import Node, Table

HISTORY, STORY = "history", "story"
PARTS = {
    HISTORY: "dates, authors and messages of commits",
    STORY: "texts below stages and steps",
}
"""What can be left out beside facts and fields."""

NEVER_OUT = frozenset({"title", "lang", "kind", "state", "status"})
"""Fields with a default that would say something else about the map than its author did."""


@dataclass(frozen=True)
class LeaveOut:
    """What a profile leaves out: facts and fields by key, and whole files."""

    keys: tuple[Text, ...] = authored(
        ListOf(WORDS, commas=True),
        f"Keys of facts and fields; also {', '.join(PARTS)}",
        default=(),
    )
    status: tuple[Text, ...] = authored(
        some_of((*v.STATUSES, *v.OPPORTUNITY_STATUSES)),
        "Journeys and opportunities of these statuses",
        default=(),
    )
    state: tuple[Text, ...] = authored(some_of(v.STATES), "Journeys of these states", default=())
    kind: tuple[Text, ...] = authored(
        some_of((*v.JOURNEY_KINDS, *v.KINDS)),
        "Journeys of these kinds, or all files of a kind, such as evidence",
        default=(),
    )
    tags: tuple[Text, ...] = authored(TAGS, "Files with one of these tags", default=())
    personas: tuple[Ref, ...] = authored(
        refs_to("persona"),
        "Personas, their journeys, and what maps say about them",
        default=(),
    )
    files: tuple[Text, ...] = authored(
        ListOf(WORDS, commas=True),
        "Path patterns of files in content/, such as `evidence/**`",
        default=(),
    )

    @property
    def selects_files(self) -> bool:
        """Whether it leaves out whole files."""
        return self != LeaveOut(keys=self.keys)


_SELECTORS = tuple([field.name for field in fields(LeaveOut) if field.name != "keys"])


@dataclass(frozen=True)
class LeaveOutField:
    """A list of keys, or a mapping that also selects files."""

    def read(self, node: Node, key: str, findings: Findings) -> LeaveOut | None:
        if isinstance(node, Table):
            selected: LeaveOut | None = TableOf(LeaveOut).read(node, key, findings)
            return selected
        keys = ListOf(WORDS, commas=True).read(node, key, findings)
        return None if keys is None else LeaveOut(keys=keys)

    def schema(self) -> JsonSchema:
        keys = ListOf(WORDS, commas=True).schema()
        return {"anyOf": [keys, TableOf(LeaveOut).schema()]}


@dataclass(frozen=True)
class Profile:
    """What one kind of build leaves out."""

    leave_out: LeaveOut = authored(
        LeaveOutField(),
        "Keys to leave out, or a mapping of `keys` and what selects files",
        default=LeaveOut(),
    )

    def with_keys(self, keys: Iterable[str]) -> LeaveOut:
        """What it leaves out, and these keys."""
        more = map(Text, keys)
        return replace(self.leave_out, keys=(*more, *self.leave_out.keys))


def keys_to_leave_out(facts: Collection[str]) -> frozenset[str]:
    """Everything that `keys` may name in a site with these facts."""
    keys = {*facts, *PARTS, *declared(Member)}
    for document_type in DOCUMENT_TYPES.values():
        keys |= declared(document_type).keys()
    return frozenset(keys - NEVER_OUT)


def check_keys(profile: Profile, facts: Collection[str], findings: Findings) -> None:
    """Report the keys of a profile that name no fact and no field: their text would be
    published."""
    allowed = keys_to_leave_out(facts)
    for key in profile.leave_out.keys:
        if key not in allowed:
            findings.add("JB119", key.span, _problem(key), _hint(key, allowed))


def _problem(key: str) -> str:
    if key in NEVER_OUT:
        return f"`{key}` cannot be left out of a file"
    return f"`leave-out` names an unknown fact or field `{key}`"


def _hint(key: str, allowed: Collection[str]) -> str:
    if key in _SELECTORS:
        return f"to leave out whole files, use `leave-out: {{{key}: [...]}}`"
    selector = next((name for name, words in _WORDS_OF.items() if key in words), "")
    if selector:
        return f"to leave out whole files, use `leave-out: {{{selector}: [{key}]}}`"
    if key in NEVER_OUT:
        return "leave out the whole file instead"
    near = did_you_mean(key, allowed)
    return near or f"use keys, or a mapping with {', '.join(_SELECTORS)}"


_WORDS_OF = {
    "status": (*v.STATUSES, *v.OPPORTUNITY_STATUSES),
    "state": v.STATES,
    "kind": (*v.JOURNEY_KINDS, *v.KINDS),
}

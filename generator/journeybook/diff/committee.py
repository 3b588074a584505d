"""Changes in a buying committee: who joined, left or was replaced, who decides, and who needs
what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from journeybook.diff.change import Change, Impact
from journeybook.diff.format_value import format_value
from journeybook.diff.message import Named, Text, message, word
from journeybook.diff.wording import same_value
from journeybook.schema.documents import Member
from journeybook.schema.values import Ref

Committee = Mapping[str, Member]
_DECIDES = "decision maker"


class Note(Protocol):
    """Creates a change of the committee."""

    def __call__(
        self,
        code: str,
        *key: str,
        old: Text = "",
        new: Text = "",
        subject: Text = "",
        impact: Impact | None = None,
        why: Text = "",
    ) -> Change:
        """`key` identifies the change among those of the committee; the rest as in `Change`."""


@dataclass(frozen=True)
class _Kept:
    """One person who is a member on both sides."""

    person: str
    old: Member
    new: Member

    @property
    def named(self) -> Text:
        return _named(self.person)


def committee_changes(before: Committee, after: Committee, note: Note) -> Iterator[Change]:
    """Every change between two committees, by persona ID; IDs are those of the head revision."""
    removed = [person for person in before if person not in after]
    added = [person for person in after if person not in before]
    for one, other in _replaced(before, after, removed, added):
        removed.remove(one)
        added.remove(other)
        yield _replacement(one, other, before[one], after[other], note)
    for person in removed:
        role = before[person].role
        yield note("JD342", person, subject=_named(person), why=_role_as(role))
    for person in added:
        role = after[person].role
        yield note("JD343", person, subject=_named(person), why=_role_as(role))
    for person in before:
        if person in after:
            yield from _kept(_Kept(person, before[person], after[person]), note)


def _replaced(
    before: Committee, after: Committee, removed: list[str], added: list[str]
) -> list[tuple[str, str]]:
    """Members who left, each with the new one who has the same role; one of each is enough."""
    if len(removed) == len(added) == 1:
        return [(removed[0], added[0])]
    pairs: list[tuple[str, str]] = []
    free = list(added)
    for one in removed:
        role = before[one].role
        same_role = [other for other in free if role and after[other].role == role]
        if len(same_role) == 1:
            pairs.append((one, same_role[0]))
            free.remove(same_role[0])
    return pairs


def _replacement(one: str, other: str, old: Member, new: Member, note: Note) -> Change:
    why: Text = _role_as(new.role)
    if old.role != new.role:
        roles = {"old": _role(old.role), "new": _role(new.role)}
        why = message("role changed from {old} to {new}", **roles)
    return note("JD341", one, other, old=_named(one), new=_named(other), why=why)


def _kept(kept: _Kept, note: Note) -> Iterator[Change]:
    """What changed for a person who is still a member."""
    old, new = kept.old, kept.new
    if old.role != new.role:
        yield _other_role(kept, note)
    if old.say != new.say:
        says = (str(old.say or ""), str(new.say or ""))
        yield note("JD347", kept.person, *says, old=says[0], new=says[1], subject=kept.named)
    if not same_value(old.needs, new.needs):
        needs = (format_value(old.needs), format_value(new.needs))
        yield note("JD348", kept.person, old=needs[0], new=needs[1], subject=kept.named)


def _other_role(kept: _Kept, note: Note) -> Change:
    old, new = kept.old.role, kept.new.role
    key = (kept.person, str(old or ""), str(new or ""))
    if old == _DECIDES:
        why = message("role changed to {role}", role=_role(new))
        return note("JD344", *key, subject=kept.named, why=why)
    if new == _DECIDES:
        why = message("role changed from {role}", role=_role(old))
        return note("JD345", *key, subject=kept.named, why=why)
    return note("JD346", *key, old=_role(old), new=_role(new), subject=kept.named)


def _role(role: str | None) -> Text:
    return word(str(role)) if role else message("no role")


def _role_as(role: str | None) -> Text:
    return word(str(role)) if role else ""


def _named(person: str) -> Named:
    return Named(Ref("persona", person))

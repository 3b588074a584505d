"""Create a change: with the impact of its kind unless given, and with a fingerprint.

Whoever accepts a fingerprint accepts one change as it was read: the fingerprint depends on the kind
and the impact of the change, the IDs of what it is about, and the two values. It does not depend on
places, or on the titles of neighbours, which later pushes change.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from journeybook.diff.change import Change, Element, Impact, Match
from journeybook.diff.kinds import KINDS
from journeybook.diff.message import Text, render
from journeybook.schema.values import NOWHERE, Ref
from journeybook.text import Span

_UNMATCHED = Match()


def make_change(
    code: str,
    element: Element,
    *,
    key: Iterable[str] = (),
    values: Iterable[str] | None = None,
    base: Ref | None = None,
    old: Text = "",
    new: Text = "",
    before: Span | None = None,
    after: Span | None = None,
    near: Span | None = None,
    match: Match = _UNMATCHED,
    impact: Impact | None = None,
    why: Text = "",
    owner: str = "",
    folded: tuple[Change, ...] = (),
) -> Change:
    """A change of a kind. `base` is the document in the base revision; `key` distinguishes the
    change from others of its kind there. `values` are what the fingerprint carries instead of the
    words of `old` and `new`: IDs or figures, where the words belong to something else. `why`
    explains an `impact` other than that of the kind, or lists what the change includes."""
    document = base or element.document
    level = impact or KINDS[code].impact
    carried = map(_plain, (old, new) if values is None else values)
    identity = fingerprint(
        (code, level, document.kind, document.id, element.what),
        (*key,),
        (*carried, _plain(why)),
    )
    places = (place_or_none(before), place_or_none(after), place_or_none(near))
    return Change(code, level, element, old, new, *places, match, why, identity, folded, owner)


def _plain(text: Text) -> str:
    """A text in English, however its lines are broken."""
    return " ".join(render(text).split())


def fingerprint(*parts: Sequence[str]) -> str:
    """12 hex digits of these parts. Equal digits mean equal parts: each has its limits in JSON."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def with_own_fingerprints(changes: Iterable[Change]) -> list[Change]:
    """The changes, each with a fingerprint of its own: of changes that nothing distinguishes, the
    second is numbered 2, the third 3."""
    seen: Counter[str] = Counter()
    different: list[Change] = []
    for change in changes:
        seen[change.fingerprint] += 1
        number = seen[change.fingerprint]
        if number > 1:
            change = replace(change, fingerprint=fingerprint((change.fingerprint, str(number))))
        different.append(change)
    return different


def place_or_none(span: Span | None) -> Span | None:
    """A span, or None for an element that is not written in any file, such as a stub."""
    return None if span is None or not span.file or span == NOWHERE else span

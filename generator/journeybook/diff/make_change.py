"""Create a change: with the impact of its kind unless given, and with a fingerprint that later
pushes, rewording and translation do not change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from journeybook.diff.change import Change, Element, Impact, Match
from journeybook.diff.kinds import KINDS
from journeybook.diff.message import Text
from journeybook.schema.values import NOWHERE, Ref
from journeybook.text import Span

_UNMATCHED = Match()


def make_change(
    code: str,
    element: Element,
    *,
    key: Iterable[str] = (),
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
    change from others of its kind there: IDs and figures, never words. `why` explains an `impact`
    other than that of the kind."""
    document = base or element.document
    level = impact or KINDS[code].impact
    identity = fingerprint(code, document.kind, document.id, *key)
    places = (place_or_none(before), place_or_none(after), place_or_none(near))
    return Change(code, level, element, old, new, *places, match, why, identity, folded, owner)


def fingerprint(*parts: str) -> str:
    """12 hex digits of these parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def place_or_none(span: Span | None) -> Span | None:
    """A span, or None for an element that is not written in any file, such as a stub."""
    return None if span is None or not span.file or span == NOWHERE else span

"""Make a change: its default impact, and a fingerprint that later pushes, rewording and translation
leave as it is."""

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
    """A change of a kind. `base` is the document as the base revision calls it, `key` what else
    tells this change from others of its kind there: ids and figures, never words. An `impact` other
    than the kind's is said `why`."""
    document = base or element.document
    weight = impact or KINDS[code].impact
    print_of = fingerprint(code, document.kind, document.id, *key)
    places = (place_or_none(before), place_or_none(after), place_or_none(near))
    return Change(code, weight, element, old, new, *places, match, why, print_of, folded, owner)


def fingerprint(*parts: str) -> str:
    """12 hex digits of these parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def place_or_none(span: Span | None) -> Span | None:
    """A span, or None for the place of what was written nowhere (such as a stub)."""
    return None if span is None or not span.file or span == NOWHERE else span

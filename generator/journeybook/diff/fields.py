"""Changes in the front matter of a document, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeybook.diff.change import Change, Element
from journeybook.diff.format_value import format_field, format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.match_features import Names
from journeybook.diff.message import Text, join, message, plural, word
from journeybook.schema.documents import AnyDocument, Journey, Member, Metric, field_values
from journeybook.schema.values import MetricMove, Ref

_COMPARED_ELSEWHERE = {"title", "was"}
"""A new title is a rename; `was` only helps to find what was renamed."""


def field_changes(before: AnyDocument, after: AnyDocument, names: Names) -> Iterator[Change]:
    """Every field with another value; also the text below the front matter."""
    old_values, new_values = field_values(before), field_values(after)
    for key in old_values:
        old, new = _renamed(old_values[key], names), new_values[key]
        if key in _COMPARED_ELSEWHERE or old == new:
            continue
        yield from _READERS.get(key, _plain)(before, after, key, old, new)
    if before.body != after.body:
        yield _note(
            "JD801", before, after, "text", "text", old=before.body.text, new=after.body.text
        )
    if isinstance(before, Journey) and isinstance(after, Journey) and before.notes != after.notes:
        yield _note("JD801", before, after, "notes", "notes", old=_notes(before), new=_notes(after))
    if isinstance(before, Metric) and isinstance(after, Metric) and before.series != after.series:
        words = [
            plural("{count} measurement", "{count} measurements", len(side.series))
            for side in (before, after)
        ]
        yield _note("JD704", before, after, "series", "series", old=words[0], new=words[1])


def _note(
    code: str,
    before: AnyDocument,
    after: AnyDocument,
    field: str,
    *key: str,
    old: Text = "",
    new: Text = "",
    id: str = "",
) -> Change:
    return make_change(
        code,
        Element(field, after.ref, id, str(after.title)),
        key=key,
        base=before.ref,
        old=old,
        new=new,
        before=before.place(field),
        after=after.place(field),
        owner=str(after.owner or before.owner or ""),
    )


def _plain(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    code = "JD107" if isinstance(after, Journey) else "JD704"
    say = _chosen if key in _CHOSEN else format_field
    yield _note(code, before, after, key, key, old=say(old), new=say(new))


_CHOSEN = frozenset(
    {
        "kind",
        "market",
        "markets",
        "state",
        "presence",
        "phase",
        "measure",
        "direction",
        "basis",
        "type",
        "uses_as",
    }
)
"""Fields whose words authors choose from a list."""


def _chosen(value: Any) -> Text:
    items = value if isinstance(value, tuple) else (value,)
    return join([word(str(item)) for item in items if item], ", ")


def _owner(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    code = "JD405" if old is None else "JD404" if new is None else "JD403"
    yield _note(
        code,
        before,
        after,
        key,
        format_value(old),
        format_value(new),
        old=format_value(old),
        new=format_value(new),
    )


def _status(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    yield _note(
        "JD406", before, after, key, str(old), str(new), old=word(str(old)), new=word(str(new))
    )


def _reviewed(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    yield _note(
        "JD408",
        before,
        after,
        key,
        format_value(new),
        old=format_value(old),
        new=message("{day}", day=new) if new else message("no date"),
    )


def _evidence(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    for ref in old:
        if ref not in new:
            yield _note("JD401", before, after, key, ref.id, old=ref.id)
    for ref in new:
        if ref not in old:
            yield _note("JD402", before, after, key, ref.id, new=ref.id)


def _metrics(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    if not isinstance(after, Journey):
        yield from _plain(before, after, key, old, new)
        return
    had, has = {move.ref: move for move in old}, {move.ref: move for move in new}
    for ref in dict.fromkeys((*had, *has)):
        if ref not in had or ref not in has:
            code = "JD414" if ref not in had else "JD413"
            yield _note(
                code,
                before,
                after,
                key,
                ref.id,
                old=ref.id * (ref in had),
                new=ref.id * (ref in has),
                id=ref.id,
            )
            continue
        was, now = had[ref], has[ref]
        for code, first, then in (("JD411", was.target, now.target), ("JD412", was.now, now.now)):
            if first != then:
                yield _note(
                    code, before, after, key, ref.id, first, then, old=first, new=then, id=ref.id
                )


def _target(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    words = format_value(old), format_value(new)
    yield _note("JD411", before, after, key, *words, old=words[0], new=words[1], id=after.id)


def _committee(
    before: AnyDocument, after: AnyDocument, key: str, old: Any, new: Any
) -> Iterator[Change]:
    had, has = dict(old), dict(new)
    for person in dict.fromkeys((*had, *has)):
        if had.get(person) != has.get(person):
            words = tuple(
                f"{person}: {format_value(side[person])}" if person in side else ""
                for side in (had, has)
            )
            yield _note("JD107", before, after, key, person, old=words[0], new=words[1])


_READERS = {
    "owner": _owner,
    "status": _status,
    "reviewed": _reviewed,
    "evidence": _evidence,
    "metrics": _metrics,
    "target": _target,
    "committee": _committee,
}


def _renamed(value: Any, names: Names) -> Any:
    """A value of the base revision in which documents are called as in the head revision."""
    if isinstance(value, Ref):
        return names.get(value, value)
    if isinstance(value, MetricMove):
        return MetricMove(names.get(value.ref, value.ref), value.now, value.target)
    if isinstance(value, tuple) and value and isinstance(value[0], Ref | MetricMove):
        return tuple(_renamed(item, names) for item in value)
    if (
        isinstance(value, tuple)
        and value
        and isinstance(value[0], tuple)
        and isinstance(value[0][-1], Member)
    ):
        return tuple(
            (names.get(Ref("persona", str(name)), Ref("persona", str(name))).id, member)
            for name, member in value
        )
    return value


def _notes(journey: Journey) -> str:
    return "\n\n".join(f"{notes.title}\n{notes.body.text}" for notes in journey.notes)

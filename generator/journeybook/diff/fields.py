"""Changes in the front matter of a document, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.diff.change import Change, Element, Impact
from journeybook.diff.committee import committee_changes
from journeybook.diff.format_value import format_field, format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.match_features import Names
from journeybook.diff.message import Named, Text, join, message, word
from journeybook.diff.series import series_changes
from journeybook.diff.wording import same_prose, same_value, same_words
from journeybook.schema.documents import AnyDocument, Journey, Member, Metric, field_values
from journeybook.schema.values import MetricMove, Ref
from journeybook.text import Span

_COMPARED_ELSEWHERE = {"title", "was"}
"""A new title is a rename; `was` only helps to match renamed documents."""
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


@dataclass(frozen=True)
class _Field:
    """One field of a document on both sides, with references as in the head revision."""

    before: AnyDocument
    after: AnyDocument
    key: str
    old: Any = None
    new: Any = None

    def note(
        self,
        code: str,
        *key: str,
        old: Text = "",
        new: Text = "",
        id: str = "",
        subject: Text = "",
        impact: Impact | None = None,
        why: Text = "",
    ) -> Change:
        """A change of the field. `key` identifies it among the changes of the field."""
        return make_change(
            code,
            Element(self.key, self.after.ref, id, str(self.after.title), subject=subject),
            key=key,
            base=self.before.ref,
            old=old,
            new=new,
            before=self._place(self.before),
            after=self._place(self.after),
            impact=impact,
            why=why,
            owner=str(self.after.owner or self.before.owner or ""),
        )

    def _place(self, document: AnyDocument) -> Span:
        """Where the field is; the measurements of a metric are in a file of their own."""
        if self.key == "series":
            return Span.start_of(f"{document.path.removesuffix('.md')}.csv")
        return document.place(self.key)


def field_changes(before: AnyDocument, after: AnyDocument, names: Names) -> Iterator[Change]:
    """Every field with another value, and a changed text below the front matter."""
    old_values, new_values = field_values(before), field_values(after)
    for key, value in old_values.items():
        new = new_values[key]
        old = _renamed(value, _without_used(names, new))
        if key not in _COMPARED_ELSEWHERE and not same_value(old, new):
            field = _Field(before, after, key, old, new)
            yield from _COMPARISONS.get(key, _plain)(field)
    if not same_prose(before.body, after.body):
        old_text, new_text = before.body.text, after.body.text
        yield _Field(before, after, "text").note("JD801", "text", old=old_text, new=new_text)
    if isinstance(before, Journey) and isinstance(after, Journey):
        yield from _notes(before, after)
    if isinstance(before, Metric) and isinstance(after, Metric):
        yield from series_changes(before, after, _Field(before, after, "series").note)


def _notes(before: Journey, after: Journey) -> Iterator[Change]:
    texts = (_text_of_notes(before), _text_of_notes(after))
    if not same_words(*texts):
        yield _Field(before, after, "notes").note("JD801", "notes", old=texts[0], new=texts[1])


def _text_of_notes(journey: Journey) -> str:
    return "\n\n".join(f"{notes.title}\n{notes.body.text}" for notes in journey.notes)


def _plain(field: _Field) -> Iterator[Change]:
    """A field without a comparison of its own."""
    code = "JD107" if isinstance(field.after, Journey) else "JD704"
    text = _chosen if field.key in _CHOSEN else format_field
    yield field.note(code, field.key, old=text(field.old), new=text(field.new))


def _chosen(value: Any) -> Text:
    items = value if isinstance(value, tuple) else (value,)
    return join([word(str(item)) for item in items if item], ", ")


def _owner(field: _Field) -> Iterator[Change]:
    if field.old is None:
        code = "JD405"
    elif field.new is None:
        code = "JD404"
    else:
        code = "JD403"
    old, new = format_value(field.old), format_value(field.new)
    yield field.note(code, old, new, old=old, new=new)


def _status(field: _Field) -> Iterator[Change]:
    old, new = str(field.old), str(field.new)
    yield field.note("JD406", old, new, old=word(old), new=word(new))


def _reviewed(field: _Field) -> Iterator[Change]:
    day = message("{day}", day=field.new) if field.new else message("no date")
    yield field.note("JD408", format_value(field.new), old=format_value(field.old), new=day)


def _evidence(field: _Field) -> Iterator[Change]:
    for ref in field.old:
        if ref not in field.new:
            yield field.note("JD401", ref.id, old=Named(ref))
    for ref in field.new:
        if ref not in field.old:
            yield field.note("JD402", ref.id, new=Named(ref))


def _metrics(field: _Field) -> Iterator[Change]:
    if not isinstance(field.after, Journey):
        yield from _plain(field)
        return
    before = {move.ref: move for move in field.old}
    after = {move.ref: move for move in field.new}
    for ref in dict.fromkeys((*before, *after)):
        if ref not in before:
            yield field.note("JD414", ref.id, new=Named(ref), id=ref.id)
        elif ref not in after:
            yield field.note("JD413", ref.id, old=Named(ref), id=ref.id)
        else:
            yield from _metric(field, before[ref], after[ref])


def _metric(field: _Field, old: MetricMove, new: MetricMove) -> Iterator[Change]:
    """The changed target and current value of one metric."""
    id, named = new.ref.id, Named(new.ref)
    values = (("JD411", old.target, new.target), ("JD412", old.now, new.now))
    for code, before, after in values:
        if before != after:
            key = (id, before, after)
            yield field.note(code, *key, old=before, new=after, id=id, subject=named)


def _target(field: _Field) -> Iterator[Change]:
    old, new = format_value(field.old), format_value(field.new)
    named = Named(field.after.ref)
    yield field.note("JD411", old, new, old=old, new=new, id=field.after.id, subject=named)


def _committee(field: _Field) -> Iterator[Change]:
    before = {str(person): member for person, member in field.old}
    after = {str(person): member for person, member in field.new}
    yield from committee_changes(before, after, field.note)


_COMPARISONS: Mapping[str, Callable[[_Field], Iterator[Change]]] = {
    "owner": _owner,
    "status": _status,
    "reviewed": _reviewed,
    "evidence": _evidence,
    "metrics": _metrics,
    "target": _target,
    "committee": _committee,
}


def _without_used(names: Names, new: Any) -> Names:
    """The names without those of documents that the new value still calls by their old ID."""
    if not names:
        return names
    items = new if isinstance(new, tuple) else (new,)
    used = {item.ref if isinstance(item, MetricMove) else item for item in items if _is_ref(item)}
    return {before: after for before, after in names.items() if before not in used}


def _is_ref(item: Any) -> bool:
    return isinstance(item, Ref | MetricMove)


def _renamed(value: Any, names: Names) -> Any:
    """A value of the base revision with references as in the head revision."""
    match value:
        case Ref():
            return names.get(value, value)
        case MetricMove(ref, now, target):
            return MetricMove(names.get(ref, ref), now, target)
        case (Ref() | MetricMove(), *_):
            return tuple(_renamed(item, names) for item in value)
        case ((_, Member()), *_):
            return tuple((_persona(str(name), names), member) for name, member in value)
    return value


def _persona(id: str, names: Names) -> str:
    ref = Ref("persona", id)
    return names.get(ref, ref).id

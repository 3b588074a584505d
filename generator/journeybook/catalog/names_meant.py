"""What a reference means that is written with a title or a name instead of an ID."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeybook.diagnostics import Diagnostic, nearest
from journeybook.schema.documents import AnyDocument
from journeybook.schema.other_words import split_list
from journeybook.schema.values import slug

_Ids = Mapping[str, Mapping[str, str]]


def with_ids_meant(
    findings: Iterable[Diagnostic], documents: Iterable[AnyDocument]
) -> Iterator[Diagnostic]:
    """The findings; those about a title or a name in place of an ID get the ID as hint."""
    ids: _Ids | None = None
    for finding in findings:
        kind, written = finding.meant
        if not kind:
            yield finding
            continue
        if ids is None:
            ids = _ids_by_name(documents)
        hint = _hint(written, ids.get(kind, {}), is_id=finding.code == "JB102")
        yield replace(finding, hint=hint) if hint else finding


def _ids_by_name(documents: Iterable[AnyDocument]) -> dict[str, dict[str, str]]:
    """Kind -> folded name -> ID."""
    ids: dict[str, dict[str, str]] = {}
    for document in documents:
        _add_names(document, ids.setdefault(document.kind_name, {}))
    return ids


def _add_names(document: AnyDocument, names: dict[str, str]) -> None:
    title = str(document.title)
    short = re.split(r"[,(:–—|]", title)[0]
    first_name = short.split(" ")[0] if document.kind_name == "persona" else short
    for name in (document.id, title, short, first_name):
        names.setdefault(_folded(name), document.id)


def _folded(name: str) -> str:
    return slug(name) or name.casefold()


def _hint(written: str, ids: Mapping[str, str], *, is_id: bool) -> str:
    whole = ids.get(_folded(written), "")
    if whole or is_id:
        return f"write its ID: `{whole}`" if whole else ""
    parts = [ids.get(_folded(part), "") for part in split_list(written)]
    if len(parts) > 1 and all(parts):
        return f"separate IDs with commas: `{', '.join(parts)}`"
    near = nearest(_folded(written), ids)
    return f"did you mean `{ids[near]}`?" if near else ""

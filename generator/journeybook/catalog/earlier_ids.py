"""Earlier IDs, from `was`: where each of them leads now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeybook.diagnostics import Diagnostic, Related
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.fields import id_fault
from journeybook.schema.values import Ref, Text


def redirects(
    read: Iterable[AnyDocument], documents: Mapping[Ref, AnyDocument]
) -> tuple[dict[Ref, Ref], list[Diagnostic]]:
    """Earlier reference -> current reference, and what is wrong with earlier IDs.

    `read` holds the documents in the order of their files; of two files with the same earlier ID,
    the first keeps it.
    """
    targets: dict[Ref, Ref] = {}
    origins: dict[Ref, Text] = {}
    findings: list[Diagnostic] = []
    for document in read:
        for old in document.was:
            earlier = Ref(document.kind_name, _full_id(old, document))
            finding = _finding(old, earlier, documents, origins)
            if finding:
                findings.append(finding)
            else:
                targets[earlier] = document.ref
                origins[earlier] = old
    for earlier, current in _under_former_personas(read, targets):
        if earlier not in documents:
            targets.setdefault(earlier, current)
    return targets, findings


def _under_former_personas(
    read: Iterable[AnyDocument], targets: Mapping[Ref, Ref]
) -> list[tuple[Ref, Ref]]:
    """The journeys of personas that have earlier IDs, under these: their addresses had the old
    name."""
    former: dict[str, list[str]] = {}
    for earlier, now in targets.items():
        if now.kind == "persona":
            former.setdefault(now.id, []).append(earlier.id)
    pairs: list[tuple[Ref, Ref]] = []
    for document in read:
        if isinstance(document, Journey) and document.persona in former:
            own = document.id.partition("/")[2]
            names = [own, *(str(old) for old in document.was if "/" not in old)]
            for persona in former[document.persona]:
                pairs += [(Ref("journey", f"{persona}/{name}"), document.ref) for name in names]
    return pairs


def _full_id(old: Text, document: AnyDocument) -> str:
    """An earlier ID of a journey may leave out the persona if it is still the same."""
    if isinstance(document, Journey) and "/" not in old:
        return f"{document.persona}/{old}"
    return str(old)


def _finding(
    old: Text, earlier: Ref, documents: Mapping[Ref, AnyDocument], origins: Mapping[Ref, Text]
) -> Diagnostic | None:
    reason = id_fault(earlier.kind, earlier.id)
    if reason:
        return fault("JB126", old.span, f"`{old}` is not a valid earlier ID", reason)
    if earlier in documents:
        message = (
            f"`{earlier.id}` is also the ID of {documents[earlier].path}, so two pages would have "
            "the same address"
        )
        return fault("JB150", old.span, message, "remove it from `was`")
    if earlier in origins:
        first = Related(origins[earlier].span, "first used here")
        message = f"two files list `{earlier.id}` as an earlier ID"
        hint = "keep it in only one of them"
        return fault("JB150", old.span, message, hint, related=(first,))
    return None

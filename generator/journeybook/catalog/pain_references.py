"""References to pain points: by the full ID `persona/journey#pain`, or by its short form `pain`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from journeybook.catalog.catalog import PainPlace, pains_of
from journeybook.catalog.references import reference_severity
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Journey
from journeybook.schema.values import Ref


@dataclass(frozen=True)
class PainIndex:
    """The pain points of a site that have an ID."""

    by_full_id: dict[str, PainPlace]
    by_short_id: dict[str, list[PainPlace]]

    def resolve(
        self, ref: Ref, document: AnyDocument
    ) -> tuple[PainPlace | None, Diagnostic | None]:
        """The place of the pain point that `document` refers to, and what is wrong with it.

        A short ID of several pain points leads to the first of them, with a warning.
        """
        place = self.by_full_id.get(ref.id)
        if place:
            return place, None
        candidates = self.by_short_id.get(ref.id, [])
        if not candidates:
            return None, self._unknown(ref, document)
        if len(candidates) == 1:
            return candidates[0], None
        names = ", ".join(f"`{candidate.id}`" for candidate in candidates[:3])
        message = f"more than one pain point has the ID `{ref.id}`: {names}"
        warning = fault("JB102", ref.span, message, "use the full ID", severity=Severity.WARNING)
        return candidates[0], warning

    def _unknown(self, ref: Ref, document: AnyDocument) -> Diagnostic:
        hint = did_you_mean(ref.id, [*self.by_full_id, *self.by_short_id])
        hint = hint or "give the pain point an ID in its journey: `- pain: … {#id}`"
        message = f"unknown pain point `{ref.id}`"
        return fault("JB102", ref.span, message, hint, severity=reference_severity(document))


def pain_index(documents: Iterable[AnyDocument]) -> PainIndex:
    """Index the pain points of all journeys."""
    by_full_id: dict[str, PainPlace] = {}
    by_short_id: dict[str, list[PainPlace]] = defaultdict(list)
    for journey in documents:
        if not isinstance(journey, Journey) or not any(pain.marks.id for pain in journey.pains):
            continue
        for place in pains_of(journey):
            if place.pain.marks.id:
                by_full_id[place.id] = place
                by_short_id[place.pain.marks.id].append(place)
    return PainIndex(by_full_id, by_short_id)

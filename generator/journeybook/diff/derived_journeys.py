"""New journeys that were derived from another one: its future state, or a translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change, Match
from journeybook.diff.journeys import changes_within
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, join, message, plural, word
from journeybook.diff.pair import JourneyPair, journey_element
from journeybook.diff.summary import summary_of
from journeybook.diff.translation import SAME_FIGURES, in_words_of
from journeybook.schema.documents import Journey

_FUTURE, _TRANSLATION = "JD108", "JD109"


def model_of(journey: Journey, catalog: Catalog) -> Journey | None:
    """The journey that a new one translates, or whose future state it is."""
    ref = journey.translation_of or (journey.of if journey.state == "future" else None)
    model = catalog.journey(ref.id) if ref else None
    return model if model is not None and model.id != journey.id else None


def derived_journey(journey: Journey, model: Journey, catalogs: tuple[Catalog, Catalog]) -> Change:
    """The change that adds a journey, with what differs from the one that it was derived from."""
    code = _TRANSLATION if journey.translation_of else _FUTURE
    pair = JourneyPair(model, journey, Match("id"), {})
    if code == _TRANSLATION:
        pair = replace(pair, before=in_words_of(model, journey))
    steps = plural("{count} step", "{count} steps", len(journey.steps))
    about = join((steps, word(str(journey.status))), ", ")
    return make_change(
        code,
        journey_element(journey),
        after=journey.place("title"),
        old=str(model.title),
        why=join((_differences(code, changes_within(pair, *catalogs)), about)),
        owner=str(journey.owner or ""),
    )


def _differences(code: str, changes: Sequence[Change]) -> Text:
    """What differs below the headings; the front matter of a derived map is another one anyway."""
    differences = summary_of(change for change in changes if not change.element.is_whole)
    if differences:
        return message("compared with it: {differences}", differences=differences)
    return SAME_FIGURES if code == _TRANSLATION else message("the same steps and facts")

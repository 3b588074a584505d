"""Journeys that only one revision has: new and removed ones, parts of others that became journeys,
and journeys that were merged into others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.catalog.catalog import Catalog
from journeybook.diff.change import Change
from journeybook.diff.derived_journeys import derived_journey, model_of
from journeybook.diff.documents import Documents
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, join, message, plural, word
from journeybook.diff.pair import JourneyPair, journey_element
from journeybook.diff.step_contents import contents_of
from journeybook.schema.documents import Journey
from journeybook.schema.values import slug

_FEWEST_STEPS, _SHARE = 2, 0.5


def changes_across(
    documents: Documents, pairs: Sequence[JourneyPair], catalogs: tuple[Catalog, Catalog]
) -> Iterator[Change]:
    """Journeys on one side only: new and removed ones, parts of others that became journeys, and
    journeys that were merged into others."""
    removed = [document for document in documents.removed if isinstance(document, Journey)]
    added = [document for document in documents.added if isinstance(document, Journey)]
    for journey in added:
        yield _added_journey(journey, removed, pairs, catalogs)
    for journey in removed:
        yield _removed_journey(journey, pairs)


def _added_journey(
    journey: Journey,
    removed: Sequence[Journey],
    pairs: Sequence[JourneyPair],
    catalogs: tuple[Catalog, Catalog],
) -> Change:
    """A new journey: the future or a translation of another one, or split off from one."""
    source = _journey_split(journey, removed, pairs)
    owner = str(journey.owner or "")
    model = model_of(journey, catalogs[1])
    if model is not None:
        return derived_journey(journey, model, catalogs)
    if source is None:
        steps = plural("{count} step", "{count} steps", len(journey.steps))
        contents = contents_of(journey.steps, actions=False)
        why = join((join((steps, word(str(journey.status))), ", "), contents))
        start = journey.place("title")
        return make_change("JD101", journey_element(journey), after=start, why=why, owner=owner)
    return make_change(
        "JD105",
        journey_element(journey),
        base=source.ref,
        key=(journey.id,),
        old=str(source.title),
        new=str(journey.title),
        before=source.place("title"),
        after=journey.place("title"),
        owner=owner,
    )


def _journey_split(
    journey: Journey, removed: Sequence[Journey], pairs: Sequence[JourneyPair]
) -> Journey | None:
    """The journey that lost the steps which a new one has."""
    for pair in pairs:
        if _shares(journey, [pair.before.steps[at].title for at in pair.steps.removed]):
            return pair.before
    for other in removed:
        if _shares(journey, [step.title for step in other.steps]):
            return other
    return None


def _removed_journey(journey: Journey, pairs: Sequence[JourneyPair]) -> Change:
    """A journey that was removed, or merged into another one."""
    into = next((pair for pair in pairs if _shares(journey, _added_titles(pair))), None)
    if into is not None:
        return make_change(
            "JD106",
            into.element,
            base=journey.ref,
            old=str(journey.title),
            new=str(into.after.title),
            before=journey.place("title"),
            after=into.after.place("title"),
            owner=into.owner_of(),
        )
    moments = sum(bool(step.all("moment of truth")) for step in journey.steps)
    things: list[Text] = [plural("{count} step", "{count} steps", len(journey.steps))]
    if moments:
        things.append(plural("{count} moment of truth", "{count} moments of truth", moments))
    return make_change(
        "JD102",
        journey_element(journey),
        before=journey.place("title"),
        why=message("including {things}", things=join(things, ", ")),
        owner=str(journey.owner or ""),
    )


def _added_titles(pair: JourneyPair) -> list[str]:
    return [pair.after.steps[at].title for at in pair.steps.added]


def _shares(journey: Journey, titles: Sequence[str]) -> bool:
    """Whether at least half of a journey's steps, and two, have titles among these."""
    wanted = {slug(title) for title in titles}
    shared = sum(slug(step.title) in wanted for step in journey.steps)
    return shared >= _FEWEST_STEPS and shared >= _SHARE * len(journey.steps)

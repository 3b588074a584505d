"""Leave out what one kind of build does not show, such as notes to authors in a public one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Fact, Journey
from journeybook.schema.fields import declared
from journeybook.schema.read import Documents
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Span

# FORMAT: notes are for authors; a profile that is not declared leaves out just these.
PUBLIC = "public"
ALWAYS_OUT = ("note",)


def left_out(config: SiteConfig, profile: str) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """The keys of facts and fields that a profile leaves out. An unknown profile is a finding."""
    known = {str(name): tuple(map(str, made.leave_out)) for name, made in config.profiles}
    known.setdefault(PUBLIC, ())
    if profile not in known:
        place = config.places.get("profiles", Span.start_of("site.yaml"))
        return frozenset(), (
            fault("JB119", place, f"unknown profile `{profile}`", did_you_mean(profile, known)),
        )
    return frozenset((*ALWAYS_OUT, *known[profile])), ()


def without(read: Documents, keys: frozenset[str]) -> Documents:
    """The same documents without facts and front-matter fields of these keys. They are no longer
    what their files say."""
    return replace(
        read, documents=tuple(_without(document, keys) for document in read.documents), digests={}
    )


def _without(document: AnyDocument, keys: frozenset[str]) -> AnyDocument:
    cleared: dict[str, Any] = {}
    defaults = type(document)(id=document.id, path=document.path)
    for key, (attribute, declaration) in declared(type(document)).items():
        if key in keys and not declaration.required:
            cleared[attribute] = getattr(defaults, attribute)
    if isinstance(document, Journey):
        cleared["stages"] = tuple(
            replace(
                stage,
                facts=_kept(stage.facts, keys),
                steps=tuple(replace(step, facts=_kept(step.facts, keys)) for step in stage.steps),
            )
            for stage in document.stages
        )
    return replace(document, **cleared)


def _kept(facts: tuple[Fact, ...], keys: frozenset[str]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.key not in keys)

"""Build profiles: leave out facts and fields, such as notes to authors in a public build."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Fact, Journey, Stage
from journeybook.schema.fields import declared
from journeybook.schema.read import Documents
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Span

# Notes are for authors, so every profile leaves them out.
PUBLIC = "public"
ALWAYS_OUT = ("note",)


def left_out(config: SiteConfig, profile: str) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """The keys of facts and fields that a profile leaves out. An unknown profile is a finding."""
    profiles = {str(name): settings.leave_out for name, settings in config.profiles}
    profiles.setdefault(PUBLIC, ())
    if profile not in profiles:
        place = config.places.get("profiles", Span.start_of("site.yaml"))
        hint = did_you_mean(profile, profiles)
        return frozenset(), (fault("JB119", place, f"unknown profile `{profile}`", hint),)
    return frozenset(map(str, (*ALWAYS_OUT, *profiles[profile]))), ()


def without(site: Documents, keys: frozenset[str]) -> Documents:
    """The same documents without the facts and front-matter fields of these keys.

    They have no digests, because they no longer match their files.
    """
    documents = tuple([_without(document, keys) for document in site.documents])
    return replace(site, documents=documents, digests={})


def _without(document: AnyDocument, keys: frozenset[str]) -> AnyDocument:
    changes: dict[str, Any] = {}
    defaults = type(document)(id=document.id, path=document.path)
    for key, (attribute, declaration) in declared(type(document)).items():
        if key in keys and not declaration.required:
            changes[attribute] = getattr(defaults, attribute)
    if isinstance(document, Journey):
        changes["stages"] = tuple([_stage_without(stage, keys) for stage in document.stages])
    return replace(document, **changes)


def _stage_without(stage: Stage, keys: frozenset[str]) -> Stage:
    steps = [replace(step, facts=_facts_without(step.facts, keys)) for step in stage.steps]
    return replace(stage, facts=_facts_without(stage.facts, keys), steps=tuple(steps))


def _facts_without(facts: tuple[Fact, ...], keys: frozenset[str]) -> tuple[Fact, ...]:
    return tuple([fact for fact in facts if fact.key not in keys])

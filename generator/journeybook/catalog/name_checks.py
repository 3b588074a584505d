"""Check names that are no references to documents: stages, roles, pictures, and what `site.yaml`
compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeybook.catalog.prose_links import inside_content
from journeybook.catalog.references import graded
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.schema.documents import AnyDocument, Collateral, Journey, Persona
from journeybook.schema.fields import id_fault
from journeybook.schema.read import Documents
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.vocabulary import ROLES


def check_names(document: AnyDocument, read: Documents) -> Iterator[Diagnostic]:
    """What is wrong with the names in one document."""
    if isinstance(document, Journey):
        yield from _stages(document, read.config)
        yield from _version(document, read)
    yield from _pictures(document, read)
    yield from _audience(document)


def _version(journey: Journey, read: Documents) -> Iterator[Diagnostic]:
    if journey.state != "current" and journey.of is None and journey.path not in read.broken:
        message = f"this {journey.state} journey does not name its current journey"
        yield fault("JB152", journey.place("state"), message, "add `of: persona/journey`")


def _stages(journey: Journey, config: SiteConfig) -> Iterator[Diagnostic]:
    """Stages that the registry does not have: an error in an approved map, which others are
    compared with."""
    names = config.stages.names()
    for stage in journey.stages:
        if not stage.registered and stage.title:
            hint = did_you_mean(stage.title, names) or "add it or an alias to `site.yaml`"
            message = f"unknown stage `{stage.title}`"
            yield fault("JB139", stage.span, message, hint, severity=graded(journey))


def _pictures(document: AnyDocument, read: Documents) -> Iterator[Diagnostic]:
    """A persona's picture must be an image file of the site: pages never load one from
    elsewhere."""
    if isinstance(document, Persona) and document.picture:
        path = inside_content(document.path, document.picture)
        if path is None or path.removeprefix("content/") not in read.images:
            message = f"the image `{document.picture}` is not in this site"
            hint = "put it in content/ and use a relative path"
            yield fault("JB163", document.place("picture"), message, hint)


def _audience(document: AnyDocument) -> Iterator[Diagnostic]:
    """Content is made for roles or personas; other words would be lost without a word."""
    for name in document.audience if isinstance(document, Collateral) else ():
        if name.lower() not in ROLES and id_fault("persona", name):
            hint = did_you_mean(name.lower(), ROLES) or f"roles: {', '.join(ROLES)}"
            yield fault("JB117", name.span, f"`{name}` is neither a role nor a persona ID", hint)


def compared(
    config: SiteConfig, documents: Mapping[Ref, AnyDocument], redirects: Mapping[Ref, Ref]
) -> Iterator[Diagnostic]:
    """Journeys that `site.yaml` wants side by side and that do not exist."""
    for ref in (ref for pair in config.compare for ref in pair):
        if ref not in documents and ref not in redirects:
            hint = did_you_mean(
                ref.id, [other.id for other in documents if other.kind == "journey"]
            )
            yield fault(
                "JB102",
                ref.span,
                f"unknown journey `{ref.id}`",
                hint,
                severity=Severity.WARNING,
            )

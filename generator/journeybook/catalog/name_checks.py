"""Check names that are not references to documents: stages, roles, images, preset comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeybook.catalog.prose_links import attachment_of, image_path
from journeybook.catalog.references import reference_severity
from journeybook.diagnostics import Diagnostic, Severity, did_you_mean
from journeybook.faults import fault
from journeybook.prose.link_faults import is_external
from journeybook.schema.documents import AnyDocument, Collateral, Journey, Persona
from journeybook.schema.fields import id_fault
from journeybook.schema.read import Documents
from journeybook.schema.site_config import SiteConfig
from journeybook.schema.values import Ref
from journeybook.vocabulary import ROLES


def check_names(document: AnyDocument, read: Documents) -> Iterator[Diagnostic]:
    """What is wrong with the names in one document."""
    if isinstance(document, Journey):
        yield from _check_stages(document, read.config)
        yield from _check_version(document, read)
    elif isinstance(document, Persona):
        yield from _check_picture(document, read)
    elif isinstance(document, Collateral):
        yield from _check_audience(document)
    yield from _check_link(document, read)


def _check_version(journey: Journey, read: Documents) -> Iterator[Diagnostic]:
    if journey.state != "current" and journey.of is None and journey.path not in read.broken:
        message = f"this {journey.state} journey does not name its current journey"
        yield fault("JB152", journey.place("state"), message, "add `of: persona/journey`")


def _check_stages(journey: Journey, config: SiteConfig) -> Iterator[Diagnostic]:
    """Stages that the registry does not have: an error in an approved map, since others are
    compared with it."""
    names = config.stages.names()
    for stage in journey.stages:
        if not stage.registered and stage.title:
            hint = did_you_mean(stage.title, names) or "add it or an alias to `site.yaml`"
            message = f"unknown stage `{stage.title}`"
            yield fault("JB139", stage.span, message, hint, severity=reference_severity(journey))


def _check_picture(persona: Persona, read: Documents) -> Iterator[Diagnostic]:
    """A persona's picture must be an image file of the site; pages load nothing from elsewhere."""
    if not persona.picture:
        return
    if image_path(persona.path, persona.picture, read.images) is None:
        message = f"the image `{persona.picture}` is not in this site"
        hint = "put it in content/ and use a relative path"
        yield fault("JB163", persona.place("picture"), message, hint)


def _check_link(document: AnyDocument, read: Documents) -> Iterator[Diagnostic]:
    """A relative `link` must lead to a file that the site carries."""
    target = str(getattr(document, "link", None) or "")
    if not target or is_external(target):
        return
    if not attachment_of(document.path, target, read.attachments):
        message = f"the link `{target}` does not lead to a file in this site"
        hint = "put the file in content/ and use a relative path, or a link with https://"
        yield fault("JB160", document.place("link"), message, hint)


def _check_audience(asset: Collateral) -> Iterator[Diagnostic]:
    """Content is made for roles or personas; other words would be silently ignored."""
    for name in asset.audience:
        if name.lower() not in ROLES and id_fault("persona", name):
            hint = did_you_mean(name.lower(), ROLES) or f"roles: {', '.join(ROLES)}"
            yield fault("JB117", name.span, f"`{name}` is neither a role nor a persona ID", hint)


def check_presets(
    config: SiteConfig, documents: Mapping[Ref, AnyDocument], redirects: Mapping[Ref, Ref]
) -> Iterator[Diagnostic]:
    """Journeys under `compare` in `site.yaml` that do not exist."""
    for refs in config.compare:
        for ref in refs:
            if ref in documents or ref in redirects:
                continue
            journeys = [other.id for other in documents if other.kind == "journey"]
            hint = did_you_mean(ref.id, journeys)
            message = f"unknown journey `{ref.id}`"
            yield fault("JB102", ref.span, message, hint, severity=Severity.WARNING)

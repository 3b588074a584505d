"""Languages of a site for which journeybook has no interface (JB155)."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.diagnostics import Diagnostic
from journeybook.faults import fault
from journeybook.locale.tables import TABLES
from journeybook.schema.site_config import SiteConfig


def has_interface(language: str) -> bool:
    """Whether pages in a language have menus and labels in it."""
    primary = language.lower().partition("-")[0]
    return primary == "en" or primary in TABLES or language in TABLES


def without_interface(config: SiteConfig) -> Iterator[Diagnostic]:
    """A remark for each language of `site.yaml` whose pages use English words."""
    for language in dict.fromkeys((config.language, *config.languages)):
        if not has_interface(language):
            message = f"there is no interface in `{language}`; pages use English words for menus"
            hint = "your own texts are shown as written; nothing needs to change"
            yield fault("JB155", language.span, message, hint)

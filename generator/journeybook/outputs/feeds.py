"""`changes.xml`, an Atom feed (RFC 4287) of changes, for sites with a public address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from journeybook.insight.build_info import BuildInfo, Change
from journeybook.insight.history import change_ids, changes
from journeybook.pages.addresses import FEED
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.plan import SitePlan
from journeybook.schema.site_config import SiteConfig

MOST = 50
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def changes_feed(config: SiteConfig, plan: SitePlan, info: BuildInfo) -> bytes | None:
    """The feed, or None if the site has no address or git has no changes."""
    newest = changes(info)[:MOST]
    if not config.url or not newest:
        return None
    root = str(config.url).rstrip("/")
    latest = max(newest, key=lambda change: change.date)
    page = f"{root}/{PAGE_KINDS['changes'].url}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(str(config.language))}>',
        f"<id>{_text(page)}</id>",
        f"<title>{_text(str(config.title))}</title>",
        f"<updated>{_moment(latest)}</updated>",
        f'<link rel="self" type="application/atom+xml" href={_address(f"{root}/{FEED}")}/>',
        f'<link rel="alternate" type="text/html" href={_address(page)}/>',
    ]
    sources = {
        planned.source: planned.url
        for planned in plan.pages
        if planned.source and planned.kind != "redirect"
    }
    for name, change in zip(change_ids(changes(info)), newest, strict=False):
        lines += _entry(root, f"{page}#{name}", change, sources)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _entry(root: str, id: str, change: Change, sources: dict[str, str]) -> Iterator[str]:
    pages = [f"{root}/{sources[path]}" for path in change.paths if path in sources]
    yield "<entry>"
    yield f"<id>{_text(id)}</id>"
    yield f"<title>{_text(change.subject or change.date.isoformat())}</title>"
    yield f"<updated>{_moment(change)}</updated>"
    yield f"<author><name>{_text(change.author or '?')}</name></author>"
    yield f'<link rel="alternate" type="text/html" href={_address(id)}/>'
    content = "\n".join(pages) or change.subject or change.date.isoformat()
    yield f'<content type="text">{_text(content)}</content>'
    yield "</entry>"


def _moment(change: Change) -> str:
    return f"{change.date.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    line = text if "\n" in text else " ".join(text.split())
    return escape(_NOT_XML.sub("\ufffd", line))


def _address(address: str) -> str:
    return quoteattr(_NOT_XML.sub("", address))

"""A change of where maps are published is as important as the worst change of a map."""

from __future__ import annotations

from journeybook.diff.change import Impact
from journeybook.diff.settings import settings_changes
from journeybook.schema.site_config import SiteConfig, read_site_config
from journeybook.text import Source


def config(url: str) -> SiteConfig:
    text = (
        "title: Maps\npublish:\n  doku:\n    to: dokuwiki\n"
        f"    url: {url}\n    user: maps\n    token-env: TOKEN\n"
    )
    read, findings = read_site_config(Source("site.yaml", text))
    assert findings == ()
    return read


def test_another_address_of_the_wiki_is_a_change_of_high_impact() -> None:
    old, new = config("https://wiki.example.org"), config("https://evil.example")
    (change,) = settings_changes(old, new)
    assert change.impact is Impact.HIGH
    assert "token is sent" in str(change.why)

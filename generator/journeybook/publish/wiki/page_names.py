"""Names for pages of wikis that show titles: the titles, told apart where two are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from journeybook.publish.wiki.model import WikiPage


def titles(pages: Sequence[WikiPage], folded: Callable[[str], str]) -> Mapping[str, str]:
    """Key -> title. If two pages have the same title, those that are no journeys get their kind
    behind it: `Demo (touchpoint)`."""
    plain = {page.key: " ".join(page.title.split()) for page in pages}
    counts = Counter(folded(title) for title in plain.values())
    names: dict[str, str] = {}
    for page in pages:
        title = plain[page.key]
        is_shared = counts[folded(title)] > 1 and page.kind not in ("journey", "index")
        names[page.key] = f"{title} ({page.kind})" if is_shared else title
    return names

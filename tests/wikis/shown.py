"""What a reader sees of a page of a wiki."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def words_of_html(html: str) -> str:
    """The words of a page, without scripts and styles."""
    reader = _Words()
    reader.feed(html)
    return "".join(reader.words)


def links_of(html: str) -> list[str]:
    """Where links and pictures of a page lead."""
    return re.findall(r'(?:href|src)="([^"#]+)', html)

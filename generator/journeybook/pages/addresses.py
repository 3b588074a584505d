"""Make the addresses of pages.

They are relative, end in `.html`, and consist of ids, which are safe on every file system. No other
module makes an address.
"""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from functools import lru_cache

from journeybook.schema.values import Ref, file_id_fault, slug
from journeybook.vocabulary import KINDS

_STROKES = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Latin letters that Unicode does not decompose into a letter and its mark."""
FEED = "changes.xml"
LONGEST_NAME = 180


def address(ref: Ref) -> str:
    """The address of an entity's page from the site's root."""
    return f"{KINDS[ref.kind].folder}/{ref.id}.html"


def compare_address(journeys: tuple[str, ...]) -> str:
    """The address of the page that compares journeys, by their ids."""
    name = "--".join(identifier.replace("/", "_") for identifier in journeys)
    return f"compare/{name if len(name) <= LONGEST_NAME else _digest_name(name)}.html"


def comparison_address(journey: str) -> str:
    """The address of the page that compares a journey with an earlier revision.

    Its id may come from that revision, so it may be unsafe as a file name.
    """
    return f"since/{'/'.join(map(safe_name, journey.split('/')))}.html"


def stage_address(identifier: str) -> str:
    """The address of a stage's page."""
    return f"stages/{safe_name(identifier)}.html"


def part_url(url: str, number: int) -> str:
    """The address of one part of a long page, counted from 0."""
    return url if not number else f"{url.removesuffix('.html')}_{number + 1}.html"


def safe_name(identifier: str) -> str:
    """A file name for an id of any script: the id if it is safe, else its letters without marks
    as far as they are Latin, and a digest, since two ids may have the same letters."""
    if not file_id_fault(identifier) and identifier != "index":
        return identifier
    plain = _latin(identifier)
    if not plain:
        return _digest_name(identifier)
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:6]
    return f"{plain[:40].rstrip('-')}-{digest}"


def _latin(text: str) -> str:
    """`Erstgespräch früh` as `erstgesprach-fruh`; empty for a text of another script."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_STROKES))
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    return slug(letters) if letters.isascii() else ""


def relative(here: str, there: str) -> str:
    """The relative address of one page on another; both are given from the site's root."""
    return _relative_to(posixpath.dirname(here), there)


@lru_cache(1 << 15)
def _relative_to(folder: str, there: str) -> str:
    if not folder:
        return there
    start, end = folder.split("/"), there.split("/")
    shared = 0
    while shared < len(start) and shared < len(end) and start[shared] == end[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(end[shared:]) or "."


def _digest_name(text: str) -> str:
    return "x-" + hashlib.sha256(text.encode()).hexdigest()[:12]

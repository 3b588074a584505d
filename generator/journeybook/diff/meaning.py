"""Whether an edit of one file changed what the file says, by the same comparison as `diff`.

The number of blanks, line ends, the order of keys, comments in YAML and the like change bytes, but
no meaning. Maps become stale, and translations outdated, only by a change in meaning.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from journeybook.catalog.catalog import Catalog
from journeybook.diff.compare import compare
from journeybook.diff.read_revisions import WHOLE, former_ids, unlinked_catalog
from journeybook.diff.settings import settings_changes
from journeybook.diff.single_document import SingleDocument, read_single_document
from journeybook.schema.decode import decode
from journeybook.schema.notation import StepCache
from journeybook.schema.read import Place, place_of, read_site
from journeybook.schema.site_config import SiteConfig, read_site_config

SITE_FILE = "site.yaml"


def says_the_same(path: str, before: bytes, after: bytes, config: SiteConfig) -> bool:
    """Whether two contents of a file, read as the one at `path`, differ in nothing that `diff`
    reports. In doubt they differ: if one cannot be read, or is no text."""
    if _plain(before) == _plain(after):
        return True
    if path == SITE_FILE:
        return not any(settings_changes(_settings(before), _settings(after)))
    if PurePosixPath(path).suffix == ".csv":
        return not compare(_metric(path, before), _metric(path, after)).changes
    place = _place(path)
    if place is None:
        return False
    steps: StepCache = {}
    one = read_single_document(path, before, place, config, steps)
    other = read_single_document(path, after, place, config, steps)
    if not (_is_readable(one) and _is_readable(other)):
        return False
    return not compare(one.catalog, other.catalog, of_sites=False).changes


def former_paths(path: str, data: bytes, config: SiteConfig) -> tuple[str, ...]:
    """The paths that the document at `path` had before, by its `was`."""
    place = _place(path)
    if place is None:
        return ()
    document = read_single_document(path, data, place, config).document
    folder = "/".join(path.split("/")[:2])
    return tuple(f"{folder}/{name}.md" for name in former_ids(document))


def _place(path: str) -> Place | None:
    """The kind and the ID of a document; None for any other file."""
    is_document = path.startswith("content/") and path.endswith(".md")
    return place_of(path)[0] if is_document else None


def _plain(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _settings(data: bytes) -> SiteConfig:
    source, _ = decode(SITE_FILE, data)
    return read_site_config(source)[0] if source else SiteConfig()


def _metric(path: str, data: bytes) -> Catalog:
    """A metric with these measurements, and nothing else."""
    files = {path: data, f"{path.removesuffix('.csv')}.md": b"---\ntitle: metric\n---\n"}
    return unlinked_catalog(read_site(files)[0])


def _is_readable(read: SingleDocument) -> bool:
    return read.is_text and not any(finding.code in WHOLE for finding in read.findings)

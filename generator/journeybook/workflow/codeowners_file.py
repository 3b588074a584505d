"""The CODEOWNERS file of a repository, generated from the owners of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from journeybook.checks.owners import CODE, config_names, unknown_owners
from journeybook.diagnostics import Diagnostic, Severity, in_order
from journeybook.effects.disk import find_repository
from journeybook.exporting.codeowners import FORGES, Block, Forge, lines, merged
from journeybook.insight.owners import EVERYONE_ELSE, OwnedFile, handles_of, owned_files
from journeybook.outputs.check_site import check
from journeybook.report.terminal import render
from journeybook.schema.site_config import SiteConfig
from journeybook.workflow.load_site import SiteOnDisk, from_repository, terminal_style


@dataclass(frozen=True)
class OwnerRules:
    """The generated lines of a CODEOWNERS file. `is_complete` is false if no owner has a handle."""

    forge: Forge
    block: Block
    lines: tuple[str, ...]
    remarks: str
    is_complete: bool

    def merge(self, existing: bytes) -> bytes | None:
        """The file with these lines in place of the generated block of the existing one.

        None if the marks around that block are not in order.
        """
        before = existing.decode("utf-8", "surrogateescape")
        text = merged(before, self.lines, self.forge, self.block)
        return None if text is None else text.encode("utf-8", "surrogateescape")


def owner_rules(site: SiteOnDisk, forge_name: str | None, *, colour: bool) -> OwnerRules:
    """The rules for a site, for the code host with this name or for the one of the repository."""
    checked = check(site.files, site.info)
    config = checked.catalog.config
    forge = FORGES[forge_name or _detect_forge(_repository(site))]
    files = owned_files(checked.catalog, site.files)
    everyone_else = EVERYONE_ELSE in config_names(config)
    others = handles_of(EVERYONE_ELSE, config) if everyone_else else ()
    folder = from_repository(site.root)
    rules = tuple(lines(files, others, forge, folder))
    style = terminal_style(site.root, colour=colour)
    remarks = render(_findings(files, config, forge), checked.sources, style)
    return OwnerRules(forge, Block(folder), rules, remarks, is_complete=bool(rules or not files))


def codeowners_path(site: SiteOnDisk, forge: Forge) -> Path:
    """The existing file in one of the code host's places, or a new one in its default place."""
    top = _repository(site)
    for place in forge.places:
        if (top / place).is_file():
            return top / place
    return top / forge.default


def _repository(site: SiteOnDisk) -> Path:
    return find_repository(site.root) or site.root


def _detect_forge(top: Path) -> str:
    """GitLab if the repository has files of GitLab and none of GitHub."""
    is_gitlab = (top / ".gitlab-ci.yml").exists() or (top / ".gitlab").is_dir()
    return "gitlab" if is_gitlab and not (top / ".github").is_dir() else "github"


def _findings(
    files: tuple[OwnedFile, ...], config: SiteConfig, forge: Forge
) -> tuple[Diagnostic, ...]:
    """Warnings for owners without a handle, and for handles that the code host does not allow."""
    findings = [
        Diagnostic(CODE, Severity.WARNING, message, span, hint)
        for span, message, hint in unknown_owners(files, config)
    ]
    owners = {owner.name: owner for file in files for owner in file.owners}
    for owner in owners.values():
        for handle in owner.handles:
            if not forge.accepts(handle):
                message = f"`{handle}` is not a valid {forge.title} handle"
                hint = "write @name or @group/name"
                findings.append(Diagnostic(CODE, Severity.WARNING, message, owner.span, hint))
    return in_order(findings)

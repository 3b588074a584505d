"""Publish a site to the wikis that its `site.yaml` names: checked pages, journal, lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from journeybook.cache import Cache, key_of
from journeybook.diagnostics import errors
from journeybook.effects import append_only
from journeybook.effects.disk import SITE_FILE
from journeybook.effects.faults import EnvironmentFault, in_words
from journeybook.effects.lock import locked
from journeybook.publish.targets.table import open_target
from journeybook.publish.wiki import summary
from journeybook.publish.wiki.journal import JournalKeeper, read_journal
from journeybook.publish.wiki.model import Picture, WikiPage
from journeybook.publish.wiki.page_choice import PageChoice
from journeybook.publish.wiki.plan import Act
from journeybook.publish.wiki.prepare import Orders, PublishPlan, prepare, rendered_pages
from journeybook.publish.wiki.publisher import Publisher, PublishReport, shown_pictures
from journeybook.publish.wiki.target import Target
from journeybook.publish.wiki.web import LostAnswer, Stop, Unusable
from journeybook.schema.decode import decode
from journeybook.schema.publish_target import PublishTarget
from journeybook.schema.site_config import read_site_config
from journeybook.workflow.load_site import SiteOnDisk
from journeybook.workflow.markdown_sandbox import MarkdownSandbox
from journeybook.workflow.outcome import CLEAN, COULD_NOT_READ, WRONG_USE, Outcome
from journeybook.workflow.session import Session
from journeybook.workflow.wiki_access import offline_access, open_access

PATIENCE = 10.0
"""Seconds to wait for another run that publishes to the same target."""
OTHER = "another run that publishes to this target"


@dataclass(frozen=True)
class PublishOptions:
    """What the command line asks for."""

    orders: Orders
    dry_run: bool = False
    in_full: bool = False
    """Whether differences are shown of all pages, and not only in a dry run."""
    in_list: bool = False
    """Whether every page is listed with its state."""


class SiteHasErrors(Exception):  # noqa: N818 - an outcome
    """Pages cannot be made because of errors; `count` is how many."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


@dataclass
class SiteToPublish:
    """The site, and where its pages are kept until something changes."""

    site: SiteOnDisk
    sandbox: MarkdownSandbox
    cache: Cache

    def refuse_broken_settings(self) -> None:
        """Raise SiteHasErrors if `site.yaml` has errors: a target might be missing."""
        source, problems = decode(SITE_FILE, self.site.files.get(SITE_FILE, b""))
        findings = [*problems, *(read_site_config(source)[1] if source else ())]
        count = sum(1 for _ in errors(findings))
        if count:
            raise SiteHasErrors(count)

    def pages(self, target: Target, settings: PublishTarget) -> tuple[WikiPage, ...]:
        """The pages for a target, from the cache if nothing that they show has changed."""
        profile = str(settings.profile or "")
        choice = PageChoice(
            stages=settings.stages,
            channels=settings.channels,
            mermaid=target.traits.draws_mermaid,
            prefix=str(settings.prefix or ""),
            suffix=str(settings.suffix or ""),
        )
        key = self._key(profile, choice)
        pages: tuple[WikiPage, ...] | int | None = self.cache.get("wiki pages", key)
        if pages is None:
            from journeybook.workflow.wiki_site import make_wiki_pages

            pages = make_wiki_pages(self.site, profile, choice, self.cache, self.sandbox)
            if isinstance(pages, int):
                raise SiteHasErrors(pages)
            self.cache.put("wiki pages", key, pages)
        assert not isinstance(pages, int), "only pages are kept"
        return pages

    def _key(self, profile: str, choice: PageChoice) -> bytes:
        """The digest of everything that pages depend on."""
        site = self.site
        parts: list[str | bytes] = [profile, repr(choice), repr(site.problems)]
        info = site.info
        parts += [str(info.today), info.version, info.revision, info.history_note]
        parts += [repr(sorted(info.last_change.items())), repr(info.commits)]
        for files in (site.files, *site.layers):
            for path in sorted(files):
                parts += (path, files[path])
        return key_of(*parts)


@dataclass(frozen=True)
class TargetResult:
    """What came of one target."""

    text: str
    values: Mapping[str, object]
    code: int
    remarks: tuple[str, ...] = ()


def publish_to_all(
    session: Session,
    site: SiteToPublish,
    targets: Mapping[str, PublishTarget],
    options: PublishOptions,
) -> list[TargetResult]:
    """Publish to each target, or say what would be done. All tokens are read before anything is
    written. Raises SiteHasErrors and EnvironmentFault."""
    with ExitStack() as stack:
        opened: dict[str, Target] = {}
        for name, settings in targets.items():
            access = open_access(site.site.root, settings, session.console.remark)
            stack.callback(access.close)
            opened[name] = open_target(settings, access)
            stack.callback(opened[name].close)
        results: list[TargetResult] = []
        for name, target in opened.items():
            pages = site.pages(target, targets[name])
            results.append(_publish_one(session, site.site.root, target, pages, name, options))
        return results


def _publish_one(
    session: Session,
    root: Path,
    target: Target,
    pages: Sequence[WikiPage],
    name: str,
    options: PublishOptions,
) -> TargetResult:
    """One target. What the disk refuses ends it, and not those after it."""
    journal_file = root / ".journeybook" / "publish" / f"{name}.jsonl"
    try:
        if options.dry_run:
            return _preview(target, pages, journal_file, name, options)
        journal_file.parent.mkdir(parents=True, exist_ok=True)
        with locked(journal_file, patience=PATIENCE, other=OTHER):
            return _publish(session, target, pages, journal_file, name, options)
    except OSError as error:
        reason = f"cannot write {journal_file}: {in_words(error)}"
    except EnvironmentFault as fault:
        reason = str(fault)
    return _result(PublishReport(stopped=reason, code=WRONG_USE), summary.Setting(name))


def _publish(
    session: Session,
    target: Target,
    pages: Sequence[WikiPage],
    journal_file: Path,
    name: str,
    options: PublishOptions,
) -> TargetResult:
    journal = read_journal(append_only.read_text(journal_file), target.address)
    remarks: tuple[str, ...] = ()
    if journal.is_of_another:
        aside = append_only.set_aside(journal_file)
        remarks = (f"the journal was of another wiki; it is now {aside.name}",)
    counter = Counter(f"publishing to {name}")

    def add_lines(lines: Iterable[str]) -> None:
        append_only.add_lines(journal_file, lines)

    keeper = JournalKeeper(journal, target.address, add_lines)
    publisher = Publisher(
        target, pages, keeper, options.orders, picture_data(target), counter.count
    )
    with session.progress(counter.words):
        report = publisher.publish()
    return _result(report, summary.Setting(name), "", (*remarks, *report.remarks))


@dataclass
class Counter:
    """How far a run is, for the progress line."""

    task: str
    done: int = 0
    all: int = 0

    def count(self, done: int, all: int) -> None:
        """So many of all are written."""
        self.done, self.all = done, all

    def words(self) -> str:
        """The progress line."""
        return f"{self.task}: {self.done} of {self.all}" if self.all else self.task


def _preview(
    target: Target,
    pages: Sequence[WikiPage],
    journal_file: Path,
    name: str,
    options: PublishOptions,
) -> TargetResult:
    """What a run would do; nothing is written, not even the journal."""
    setting = summary.Setting(name, would=True)
    journal = read_journal(append_only.read_text(journal_file), target.address)
    try:
        remarks = target.preflight()
        plan = prepare(target, pages, journal, options.orders)
        report = summary.planned_report(plan, remarks)
        text = "" if options.in_list else _differences(target, plan, options)
    except Stop as stop:
        return _result(PublishReport(stopped=stop.reason, code=stop.code), setting)
    except (Unusable, LostAnswer) as fault:
        reason = f"the wiki answered something unusable: {fault}"
        return _result(PublishReport(stopped=reason, code=COULD_NOT_READ), setting)
    if options.in_list:
        text = summary.listed(report) + text
    return _result(report, setting, text, remarks)


def _differences(target: Target, plan: PublishPlan, options: PublishOptions) -> str:
    texts = _texts(target, plan, in_full=options.in_full)
    return summary.differences(plan, texts, in_full=options.in_full)


def _texts(target: Target, plan: PublishPlan, *, in_full: bool) -> Mapping[str, str]:
    """The wiki's texts of the pages whose differences are shown."""
    acts = (Act.UPDATE, Act.LEAVE) if in_full else (Act.UPDATE,)
    shown = [page.decision.remote for page in plan.pages if page.decision.act in acts]
    missing = [page for page in shown if page is not None and page.id not in plan.texts]
    return {**plan.texts, **(target.texts(missing) if missing else {})}


def _result(
    report: PublishReport,
    setting: summary.Setting,
    differences: str = "",
    remarks: tuple[str, ...] = (),
) -> TargetResult:
    text = differences + summary.in_words(report, setting)
    return TargetResult(text, summary.as_values(report, setting), report.code, remarks)


def picture_data(target: Target) -> Callable[[Picture], bytes]:
    """What makes the files of pictures as a wiki shows them; nothing for one that is too large."""
    if target.traits.picture_form == "svg":
        return lambda picture: picture.svg.encode()
    from journeybook.effects.raster import png

    def draw(picture: Picture) -> bytes:
        try:
            return png(picture.svg, scale=2)
        except EnvironmentFault:
            return b""

    return draw


def export_target(site: SiteToPublish, settings: PublishTarget) -> Mapping[str, bytes]:
    """File name -> contents: exactly what would be sent to an empty wiki. Raises Stop."""
    target = open_target(settings, offline_access(site.site.root))
    draw = picture_data(target)
    form = target.traits.picture_form
    files: dict[str, bytes] = {}
    for page in rendered_pages(target, site.pages(target, settings)):
        files[f"{page.name}{target.traits.file_ending}"] = page.text.encode()
        for picture in shown_pictures(target, page):
            files[f"pictures/{picture.name(form)}"] = draw(picture)
    return files


def joined(results: Sequence[TargetResult], notes: Sequence[str], *, as_json: bool) -> Outcome:
    """The outcome of all targets, after notes on the site; the exit code is the worst of all."""
    codes = {result.code for result in results}
    code = next((code for code in _WORST if code in codes), CLEAN)
    remarks = list(notes)
    for result in results:
        remarks += result.remarks
    lines = "".join(f"{remark}\n" for remark in remarks)
    if as_json:
        return Outcome(summary.as_json([result.values for result in results]), lines, code)
    return Outcome("\n".join(result.text for result in results), lines, code)


_WORST = (2, 4, 3, 1)

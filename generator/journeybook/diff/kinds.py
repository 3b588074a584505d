"""Every kind of change in one table: its code, name, default impact, title and sentence.

Sentences are message IDs with `{placeholders}`: `{title}` of the element, `{old}` and `{new}`, and
whatever else `words` fills in. A site changes impacts in `site.yaml`, by code or name:
`diff: impact: {step-moved: low}`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.diff.change import Change, Impact
from journeybook.diff.message import ENGLISH, Message, Speaker, Text, message, plural, render
from journeybook.faults import fault
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Span

H, M, L, I = Impact.HIGH, Impact.MEDIUM, Impact.LOW, Impact.INFO  # noqa: E741 - the four columns of the table


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """One kind of change."""

    code: str
    name: str
    impact: Impact
    title: str
    """Its label in a heading or a tag."""
    sentence: str
    of_subject: str = ""
    """The sentence if the change names the person that it is about."""

    def sentence_for(self, change: Change) -> str:
        """The sentence of one change of this kind."""
        return self.of_subject if self.of_subject and change.element.subject else self.sentence


KINDS: dict[str, ChangeKind] = {
    kind.code: kind
    for kind in (
        # Journeys
        ChangeKind("JD101", "journey-added", L, "New journey",
                   "new journey: {title}"),
        ChangeKind("JD102", "journey-removed", H, "Journey removed",
                   "journey {title} was removed"),
        ChangeKind("JD103", "journey-moved", M, "Journey moved",
                   "journey {title} moved from {old} to {new}"),
        ChangeKind("JD104", "journey-renamed", L, "Journey renamed",
                   "journey {old} was renamed {new}",
                   "file of journey {subject} was renamed from {old} to {new}"),
        ChangeKind("JD105", "journey-split", M, "Journey split",
                   "part of journey {old} was split off as {new}"),
        ChangeKind("JD106", "journey-merged", M, "Journeys merged",
                   "journey {old} was merged into {new}"),
        ChangeKind("JD107", "journey-field", L, "Journey description changed",
                   "{title}: “{field}” changed from {old} to {new}"),
        # Stages
        ChangeKind("JD108", "future-added", L, "New future map",
                   "new future state of journey {old}: {title}"),
        ChangeKind("JD109", "translation-added", L, "New translation",
                   "new translation of journey {old}: {title}"),
        ChangeKind("JD110", "journey-translated", L, "Journey translated",
                   "journey {subject} was translated from {old} to {new}: {title}"),
        ChangeKind("JD111", "stage-added", M, "New stage",
                   "new stage: {title}"),
        ChangeKind("JD112", "stage-removed", M, "Stage removed",
                   "stage {title} was removed"),
        ChangeKind("JD113", "stage-moved", M, "Stage moved",
                   "stage {title} moved: it was {old} and is now {new}"),
        ChangeKind("JD114", "stage-renamed", L, "Stage renamed",
                   "stage {old} was renamed {new}"),
        ChangeKind("JD115", "stage-split", L, "Stage split",
                   "steps of stage {old} were split off as stage {new}"),
        ChangeKind("JD116", "stage-merged", L, "Stages merged",
                   "stage {old} was merged into stage {new}"),
        # Steps
        ChangeKind("JD201", "step-added", M, "New step",
                   "new step: {title}"),
        ChangeKind("JD202", "step-removed", H, "Step removed",
                   "step {title} was removed"),
        ChangeKind("JD203", "step-moved", M, "Step moved",
                   "step {title} moved: it was {old} and is now {new}"),
        ChangeKind("JD204", "step-renamed", L, "Step renamed",
                   "step {old} was renamed {new}"),
        ChangeKind("JD205", "step-split", M, "Step split",
                   "part of step {old} was split off as {new}"),
        ChangeKind("JD206", "step-merged", M, "Steps merged",
                   "step {old} was merged into {new}",
                   "steps {subject} became one: {new}"),
        ChangeKind("JD207", "step-id-changed", M, "Step ID changed",
                   "the ID of step {title} changed from {old} to {new}"),
        ChangeKind("JD208", "step-id-reused", M, "Step ID reused",
                   "the ID of step {old} now belongs to another step: {new}"),
        ChangeKind("JD209", "step-to-other-journey", M, "Step moved to another journey",
                   "step {title} moved from journey {old} to {new}"),
        ChangeKind("JD210", "steps-added", M, "New steps",
                   "new steps in {stage}: {new}"),
        # Emotions
        ChangeKind("JD301", "emotion-changed", M, "Emotion changed",
                   "{title}: emotion changed from {old} to {new}",
                   "{title}: emotion of {subject} changed from {old} to {new}"),
        ChangeKind("JD302", "emotion-gone", L, "Emotion removed",
                   "{title}: emotion {old} removed",
                   "{title}: emotion {old} of {subject} removed"),
        ChangeKind("JD303", "emotion-noted", L, "Emotion added",
                   "{title}: emotion {new} added",
                   "{title}: emotion {new} of {subject} added"),
        ChangeKind("JD304", "worst-moment-moved", M, "Low point moved",
                   "the low point moved from {old} to {new}"),
        # Moments of truth, pain points and delights
        ChangeKind("JD311", "truth-lost", H, "Moment of truth removed",
                   "{title} is no longer a moment of truth: {old}"),
        ChangeKind("JD312", "truth-gained", M, "New moment of truth",
                   "{title} is now a moment of truth: {new}"),
        ChangeKind("JD321", "pain-gone", H, "Pain point removed without explanation",
                   "{title}: pain point {old} removed, and no opportunity or new evidence "
                   "explains why"),
        ChangeKind("JD322", "pain-solved", L, "Pain point removed",
                   "{title}: pain point {old} removed"),
        ChangeKind("JD323", "pain-added", M, "New pain point",
                   "{title}: new pain point {new}"),
        ChangeKind("JD324", "pain-severity", M, "Pain point severity changed",
                   "{title}: pain point severity changed from {old} to {new}",
                   "{title}: severity of pain point {subject} changed from {old} to {new}"),
        ChangeKind("JD325", "pain-moved", L, "Pain point moved",
                   "pain point {title} moved from {old} to {new}"),
        ChangeKind("JD326", "delight-gone", M, "Delight removed",
                   "{title}: delight {old} removed"),
        ChangeKind("JD327", "delight-added", L, "New delight",
                   "{title}: new delight {new}"),
        # People
        ChangeKind("JD331", "person-replaced", M, "Person replaced",
                   "{title}: {new} takes part in place of {old}"),
        ChangeKind("JD341", "committee-replaced", M, "Committee member replaced",
                   "{title}: {new} in the buying committee in place of {old}"),
        ChangeKind("JD342", "committee-removed", M, "Committee member removed",
                   "{title}: {subject} is no longer in the buying committee"),
        ChangeKind("JD343", "committee-added", L, "Committee member added",
                   "{title}: {subject} is now in the buying committee"),
        ChangeKind("JD344", "decision-maker-gone", M, "Decision maker changed",
                   "{title}: {subject} is no longer the decision maker"),
        ChangeKind("JD345", "decision-maker-new", M, "New decision maker",
                   "{title}: {subject} is now the decision maker"),
        ChangeKind("JD346", "committee-role", M, "Role changed",
                   "{title}: role of {subject} changed from {old} to {new}"),
        ChangeKind("JD347", "committee-influence", L, "Influence changed",
                   "{title}: influence of {subject} changed from {old} to {new}"),
        ChangeKind("JD348", "committee-needs", L, "Needs changed",
                   "{title}: needs of {subject} changed from {old} to {new}"),
        # Trust
        ChangeKind("JD401", "evidence-removed", M, "Evidence removed",
                   "{title} no longer cites {old}"),
        ChangeKind("JD402", "evidence-added", I, "New evidence",
                   "{title} now also cites {new}"),
        ChangeKind("JD403", "owner-changed", M, "Owner changed",
                   "{title}: owner changed from {old} to {new}"),
        ChangeKind("JD404", "owner-gone", H, "Owner removed",
                   "{title}: owner {old} removed, no owner now"),
        ChangeKind("JD405", "owner-named", I, "Owner added",
                   "{title} is now owned by {new}"),
        ChangeKind("JD406", "status-changed", M, "Status changed",
                   "{title}: status changed from {old} to {new}"),
        ChangeKind("JD407", "approved-edited", H, "Approved map edited",
                   "{title} was edited but is still marked approved"),
        ChangeKind("JD408", "reviewed", I, "Reviewed",
                   "{title}: reviewed on {new}"),
        # Metrics and touchpoints
        ChangeKind("JD411", "metric-target", M, "Target changed",
                   "{title}: target for {metric} changed from {old} to {new}"),
        ChangeKind("JD412", "metric-baseline", M, "Baseline changed",
                   "{title}: current value of {metric} changed from {old} to {new}"),
        ChangeKind("JD413", "metric-gone", M, "Metric removed",
                   "{title}: metric {old} removed"),
        ChangeKind("JD414", "metric-added", L, "Metric added",
                   "{title}: metric {new} added"),
        ChangeKind("JD421", "touchpoint-orphaned", M, "Touchpoint unused",
                   "touchpoint {title} is no longer used in any journey"),
        ChangeKind("JD422", "touchpoint-first-used", L, "Touchpoint first used",
                   "touchpoint {title} is used for the first time"),
        ChangeKind("JD423", "touchpoint-changed", M, "Touchpoint changed",
                   "{title}: touchpoint changed from {old} to {new}"),
        ChangeKind("JD360", "reference-left", M, "Reference to a removed file",
                   "{title} still refers to {old}, which no longer exists"),
        # Paths
        ChangeKind("JD501", "step-unreachable", H, "Step unreachable",
                   "step {title} can no longer be reached"),
        ChangeKind("JD504", "steps-unreachable", H, "Steps unreachable",
                   "steps {new} can no longer be reached"),
        ChangeKind("JD502", "branch-changed", M, "Branch changed",
                   "{title}: next step changed from {old} to {new}"),
        ChangeKind("JD503", "loop-changed", M, "Loop changed",
                   "{title}: loop target changed from {old} to {new}"),
        # All other facts, documents and settings
        ChangeKind("JD601", "fact-changed", L, "Fact changed",
                   "{title}: “{field}” changed from {old} to {new}"),
        ChangeKind("JD602", "fact-added", L, "Fact added",
                   "{title}: {new} added to “{field}”"),
        ChangeKind("JD603", "fact-removed", M, "Fact removed",
                   "{title}: {old} removed from “{field}”"),
        ChangeKind("JD701", "document-added", I, "New file",
                   "new {field}: {title}"),
        ChangeKind("JD702", "document-removed", M, "File removed",
                   "{field} {title} was removed"),
        ChangeKind("JD703", "document-renamed", L, "Renamed",
                   "{field} {old} was renamed {new}"),
        ChangeKind("JD704", "document-changed", L, "File changed",
                   "{title}: “{field}” changed from {old} to {new}"),
        ChangeKind("JD711", "measurement-changed", M, "Measurement changed",
                   "{title}: measurement of {subject} changed from {old} to {new}"),
        ChangeKind("JD712", "measurement-removed", M, "Measurement removed",
                   "{title}: measurement {old} of {subject} removed"),
        ChangeKind("JD713", "measurement-added", I, "New measurement",
                   "{title}: new measurement of {subject}: {new}"),
        ChangeKind("JD714", "measurement-moved", M, "Date of a measurement changed",
                   "{title}: date of measurement {subject} changed from {old} to {new}"),
        ChangeKind("JD705", "settings-changed", L, "Settings changed",
                   "“{field}” in site.yaml changed from {old} to {new}"),
        ChangeKind("JD361", "stage-setting-removed", M, "Stage removed from the settings",
                   "stage {title} was removed from site.yaml"),
        ChangeKind("JD362", "stage-setting-added", L, "Stage added to the settings",
                   "new stage {title} in site.yaml"),
        ChangeKind("JD363", "stage-setting-renamed", L, "Stage renamed in the settings",
                   "stage {old} was renamed {new} in site.yaml"),
        ChangeKind("JD801", "prose-edited", I, "Wording changed",
                   "{title}: “{field}” was reworded"),
    )
}  # fmt: skip


NOTHING = message("nothing")


def sentence_of(change: Change, escape: Callable[[str], str] = str) -> str:
    """The English sentence of a change, with the author's words in quotation marks and escaped."""
    return KINDS[change.code].sentence_for(change).format(**words(change, escape))


def words(
    change: Change, escape: Callable[[str], str] = str, speaker: Speaker = ENGLISH
) -> dict[str, str]:
    """What fills the placeholders of a sentence: the author's words in quotation marks and escaped,
    our own in the language of the speaker."""

    def quoted(text: str) -> str:
        short = " ".join(text.split())
        return f"“{escape(short if len(short) <= 80 else short[:79] + '…')}”"

    def filled(text: Text) -> str:
        is_blank = isinstance(text, str) and not text.strip()
        return render(NOTHING if is_blank else text, speaker, quoted)

    element = change.element
    return {
        "title": filled(element.title or element.id or element.document.id),
        "stage": filled(element.stage),
        "old": filled(change.old),
        "new": filled(change.new),
        "document": escape(element.document.id),
        "field": escape(field_label(element.what)),
        "subject": filled(element.subject),
        "metric": filled(element.subject or element.id),
    }


def same_elsewhere(change: Change) -> Message:
    """In how many more files the same was changed."""
    count = len(change.also)
    if change.element.document.kind == "journey":
        return plural(
            "same change in {count} more journey", "same change in {count} more journeys", count
        )
    return plural("same change in {count} more file", "same change in {count} more files", count)


def field_label(what: str) -> str:
    """What a field or fact of `Element.what` is called in an English sentence."""
    for ending, label in ((" marks", " markers"), (" id", " ID")):
        if what.endswith(ending):
            return what.removesuffix(ending) + label
    return what


def levels(config: SiteConfig) -> tuple[Mapping[str, Impact], tuple[Diagnostic, ...]]:
    """The impacts that a site sets under `diff: impact:`, by code, and a finding for each unknown
    name there."""
    impacts: dict[str, Impact] = {}
    codes: dict[str, str] = {}
    for kind in KINDS.values():
        codes |= {kind.code.lower(): kind.code, kind.name: kind.code}
    problems = []
    for name, impact in config.diff.impact:
        code = codes.get(name.strip().lower())
        if code is None:
            problems.append(_unknown_kind(name, name.span))
        else:
            impacts[code] = Impact(str(impact))
    return impacts, tuple(problems)


def _unknown_kind(name: str, span: Span) -> Diagnostic:
    names: list[str] = []
    for kind in KINDS.values():
        names += (kind.code, kind.name)
    hint = did_you_mean(name, names) or "see docs/review.md"
    return fault("JB119", span, f"unknown kind of change `{name}`", hint)

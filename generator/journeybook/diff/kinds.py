"""Every kind of change: its code, name, default impact and the sentence that tells it, in one
table.

Sentences are message ids with `{placeholders}` for the author's words: `{title}` of the element,
`{stage}`, `{old}`, `{new}`, `{document}`. A site changes impacts in `site.yaml`, by code or name:
`diff: impact: {step-moved: low}`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.diff.change import Change, Impact
from journeybook.diff.message import ENGLISH, Speaker, phrase, told
from journeybook.faults import fault
from journeybook.schema.site_config import SiteConfig

H, M, L, I = Impact.HIGH, Impact.MEDIUM, Impact.LOW, Impact.INFO  # noqa: E741 - the four columns of the table


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """One kind of change."""

    code: str
    name: str
    impact: Impact
    title: str
    """What to call it in a heading or a tag."""
    sentence: str


KINDS: dict[str, ChangeKind] = {
    kind.code: kind
    for kind in (
        # Journeys
        ChangeKind("JD101", "journey-added", L, "New journey", "a new journey: {title}"),
        ChangeKind("JD102", "journey-removed", H, "Journey removed", "the journey {title} is gone"),
        ChangeKind("JD103", "journey-moved", M, "Journey moved", "the journey {title} moved "
                                                                 "from {old} to {new}"),
        ChangeKind("JD104", "journey-renamed", L, "Journey renamed", "the journey {old} is now "
                                                                     "called {new}"),
        ChangeKind("JD105", "journey-split", M, "Journey split", "a part of {old} is now a "
                                                                 "journey of its own: {new}"),
        ChangeKind("JD106", "journey-merged", M, "Journeys merged", "the journey {old} went "
                                                                    "into {new}"),
        ChangeKind("JD107", "journey-field", L, "Description of the journey",
                   "{title}: “{field}” said {old}, says now {new}"),
        # Stages
        ChangeKind("JD111", "stage-added", M, "New stage", "a new stage: {title}"),
        ChangeKind("JD112", "stage-removed", M, "Stage removed", "the stage {title} is gone"),
        ChangeKind("JD113", "stage-moved", M, "Stage moved", "the stage {title} moved: it came "
                                                             "{old}, comes now {new}"),
        ChangeKind("JD114", "stage-renamed", L, "Stage renamed", "the stage {old} is now "
                                                                 "called {new}"),
        ChangeKind("JD115", "stage-split", L, "Stage split", "steps of the stage {old} are now "
                                                             "a stage of their own: {new}"),
        ChangeKind("JD116", "stage-merged", L, "Stages merged", "the stage {old} went into the "
                                                                "stage {new}"),
        # Steps
        ChangeKind("JD201", "step-added", M, "New step", "a new step: {title}"),
        ChangeKind("JD202", "step-removed", H, "Step removed", "the step {title} is gone"),
        ChangeKind("JD203", "step-moved", M, "Step moved", "the step {title} moved: it came "
                                                           "{old}, comes now {new}"),
        ChangeKind("JD204", "step-renamed", L, "Step renamed", "the step {old} is now "
                                                               "called {new}"),
        ChangeKind("JD205", "step-split", M, "Step split", "the step {old} was split: a part of "
                                                           "it is now {new}"),
        ChangeKind("JD206", "step-merged", M, "Steps merged", "the step {old} went into {new}"),
        ChangeKind("JD207", "step-id-changed", M, "Id of a step changed",
                   "the id of the step {title} was {old}, is now {new}"),
        ChangeKind("JD208", "step-id-reused", M, "Id of a step used again",
                   "the id of the step {old} now names another one: {new}"),
        ChangeKind("JD209", "step-to-other-journey", M, "Step moved to another journey",
                   "the step {title} moved from the journey {old} to {new}"),
        # Feelings
        ChangeKind("JD301", "emotion-changed", M, "Feeling changed", "{title}: the feeling went "
                                                                     "from {old} to {new}"),
        ChangeKind("JD302", "emotion-gone", L, "Feeling no longer noted", "{title}: the feeling "
                                                                          "{old} is no longer noted"),
        ChangeKind("JD303", "emotion-noted", L, "Feeling noted", "{title}: a feeling is "
                                                                 "noted, {new}"),
        ChangeKind("JD304", "worst-moment-moved", M, "Worst moment elsewhere", "the worst moment was {old}, is now {new}"),
        # Moments of truth, pains, delights
        ChangeKind("JD311", "truth-lost", H, "Moment of truth lost", "{title} is no longer a "
                                                                     "moment of truth: {old}"),
        ChangeKind("JD312", "truth-gained", M, "New moment of truth", "{title} is now a moment "
                                                                      "of truth: {new}"),
        ChangeKind("JD321", "pain-gone", H, "Pain gone unexplained",
                   ("{title}: the pain {old} is gone, and neither an opportunity nor new "
                   "evidence says why")),
        ChangeKind("JD322", "pain-solved", L, "Pain gone", "{title}: the pain {old} is gone"),
        ChangeKind("JD323", "pain-added", M, "New pain", "{title}: a new pain, {new}"),
        ChangeKind("JD324", "pain-severity", M, "Pain weighs differently", "{title}: a pain was "
                                                                           "{old}, is now {new}"),
        ChangeKind("JD325", "pain-moved", L, "Pain moved", "the pain {title} moved from {old} "
                                                           "to {new}"),
        ChangeKind("JD326", "delight-gone", M, "Delight gone", "{title}: the delight {old} "
                                                               "is gone"),
        ChangeKind("JD327", "delight-added", L, "New delight", "{title}: a new delight, {new}"),
        # Trust
        ChangeKind("JD401", "evidence-removed", M, "Evidence removed", "{title} no longer rests "
                                                                       "on {old}"),
        ChangeKind("JD402", "evidence-added", I, "New evidence", "{title} now rests on {new} too"),
        ChangeKind("JD403", "owner-changed", M, "Owner changed", "{title}: the owner was {old}, "
                                                                 "is now {new}"),
        ChangeKind("JD404", "owner-gone", H, "Owner gone", "{title}: {old} owned it, now "
                                                           "nobody does"),
        ChangeKind("JD405", "owner-named", I, "Owner named", "{title} is now owned by {new}"),
        ChangeKind("JD406", "status-changed", M, "Status changed", "{title}: the status was "
                                                                   "{old}, is now {new}"),
        ChangeKind("JD407", "approved-edited", H, "Approved map edited",
                   "{title} was edited, and is still marked approved"),
        ChangeKind("JD408", "reviewed", I, "Reviewed", "{title}: reviewed on {new}"),
        # Metrics and touchpoints
        ChangeKind("JD411", "metric-target", M, "Target changed", "{title}: the target of "
                                                                  "{metric} was {old}, is now {new}"),
        ChangeKind("JD412", "metric-baseline", M, "Baseline changed",
                   "{title}: the present value of {metric} was {old}, is now {new}"),
        ChangeKind("JD413", "metric-gone", M, "Metric no longer "
                                              "watched", "{title}: {old} is no longer watched"),
        ChangeKind("JD414", "metric-added", L, "Metric watched", "{title}: {new} is now watched"),
        ChangeKind("JD421", "touchpoint-orphaned", M, "Touchpoint unused",
                   "no journey comes to the touchpoint {title} any more"),
        ChangeKind("JD422", "touchpoint-first-used", L, "Touchpoint first used",
                   "the touchpoint {title} is used for the first time"),
        ChangeKind("JD423", "touchpoint-changed", M, "Other touchpoint", "{title}: the customer "
                                                                         "met {old}, meets now {new}"),
        # Ways
        ChangeKind("JD501", "step-unreachable", H, "Step out of reach", "no way leads to the "
                                                                        "step {title} any more"),
        ChangeKind("JD502", "branch-changed", M, "Branch leads elsewhere",
                   "{title}: it went on to {old}, goes now to {new}"),
        ChangeKind("JD503", "loop-changed", M, "Loop leads elsewhere", "{title}: it went back "
                                                                       "to {old}, goes now to {new}"),
        # Everything else that is said
        ChangeKind("JD601", "fact-changed", L, "Fact changed", "{title}: “{field}” said {old}, "
                                                               "says now {new}"),
        ChangeKind("JD602", "fact-added", L, "Fact added", "{title}: “{field}” says {new} too"),
        ChangeKind("JD603", "fact-removed", M, "Fact removed", "{title}: “{field}” no longer "
                                                               "says {old}"),
        ChangeKind("JD701", "document-added", I, "New file", "a new {field}: {title}"),
        ChangeKind("JD702", "document-removed", M, "File removed", "the {field} {title} is gone"),
        ChangeKind("JD703", "document-renamed", L, "Renamed", "the {field} {old} is now "
                                                              "called {new}"),
        ChangeKind("JD704", "document-changed", L, "File changed", "{title}: “{field}” said "
                                                                   "{old}, says now {new}"),
        ChangeKind("JD705", "settings-changed", L, "Settings changed", "“{field}” in site.yaml "
                                                                       "was changed"),
        ChangeKind("JD801", "prose-edited", I, "Wording", "{title}: “{field}” was reworded"),
    )
}  # fmt: skip


NOTHING = phrase("nothing")


def sentence(change: Change, escape: Callable[[str], str] = str) -> str:
    """The sentence of a change, its author's words in quotation marks and escaped."""
    return KINDS[change.code].sentence.format(**words(change, escape))


def words(
    change: Change, escape: Callable[[str], str] = str, speaker: Speaker = ENGLISH
) -> dict[str, str]:
    """What fills the placeholders of a sentence, our own words in those of a speaker."""

    def quoted(text: str) -> str:
        short = " ".join(text.split())
        return f"“{escape(short if len(short) <= 80 else short[:79] + '…')}”"

    def said(text: str) -> str:
        return told(text, speaker, quoted) if text.strip() else NOTHING.told(speaker)

    element = change.element
    return {
        "title": said(element.title or element.id or element.document.id),
        "stage": said(element.stage),
        "old": said(change.old),
        "new": said(change.new),
        "document": escape(element.document.id),
        "field": escape(element.what),
        "metric": said(element.id),
    }


def levels(config: SiteConfig) -> tuple[Mapping[str, Impact], tuple[Diagnostic, ...]]:
    """Code -> impact where the site wants another than ours, and the names in `diff: impact:` that
    no kind has."""
    found: dict[str, Impact] = {}
    by_name = {key: kind.code for kind in KINDS.values() for key in (kind.code.lower(), kind.name)}
    problems = []
    for name, impact in config.diff.impact:
        code = by_name.get(name.strip().lower())
        if code is None:
            hint = did_you_mean(
                name, [key for kind in KINDS.values() for key in (kind.code, kind.name)]
            )
            problems.append(
                fault(
                    "JB119",
                    name.span,
                    f"no kind of change is called `{name}`",
                    hint or "see docs/review.md",
                )
            )
        else:
            found[code] = Impact(str(impact))
    return found, tuple(problems)

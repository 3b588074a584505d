"""The words of other tools and of everyday speech, and ours for them: only hints, never read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from journeybook.diagnostics import did_you_mean

_FACTS = {
    "does": "action, actions, activity, activities, do, doing, task, tasks, behaviour, behavior",
    "thinks": "think, thinking, thought, thoughts, mindset",
    "says": "quote, quotes, verbatim, verbatims, said, saying, voice of customer, voc",
    "needs": "need, expectation, expectations, jtbd, job, job to be done, want, wants, question",
    "emotion": (
        "feel, feels, feeling, feelings, felt, emotions, mood, sentiment, experience, satisfaction"
    ),
    "moment of truth": "mot, zmot, moment-of-truth, moments of truth, key moment, magic moment",
    "touchpoint": "touchpoints, touch point, touch points, touch-point, touch-points, interaction",
    "channel": "channels, medium, media",
    "time": "duration, length, how long, takes",
    "wait": "waiting, waiting time, waits, delay",
    "pain": (
        "pains, pain point, pain points, pain-point, pain-points, painpoint, painpoints, problem, "
        "problems, frustration, frustrations, friction, issue, issues, obstacle, barrier, barriers"
    ),
    "delight": "delights, gain, gains, wow, wow moment, positive, positives, highlight, happy",
    "opportunity": "opportunities, idea, ideas, improvement, improvements, solution, solutions",
    "who": "persona, personas, actor, actors, people, person, participants, stakeholder, with",
    "metric": "metrics, kpi, kpis, measure, measures, measurement",
    "content": "asset, assets, collateral, material, materials, document",
    "goal": "goals, objective, objectives, aim",
    "owner": "team, department, responsible, accountable, owners, dri",
    "note": "notes, comment, comments, todo, remark, remarks",
    "trigger": "triggers, cause, because",
    "frontstage": "front-stage, front stage, onstage, on-stage, employee, staff",
    "backstage": "back-stage, back stage, backoffice, back-office, back office",
    "support": "support process, support processes, system, systems, backend, back-end, it",
    "physical-evidence": "physical evidence, evidence, props, artefact, artifact, artefacts",
    "next": "then, goes to, leads to, branch, branches, decision",
    "loop": "loops, back to, repeat, repeats, returns to",
    "zoom": "sub-journey, subjourney, detail, details, detailed in",
    "worth": "value, importance",
    "effort": "ces, customer effort",
}
_FIELDS = {
    "title": "name, heading",
    "lang": "language, locale",
    "owner": "author, team, department, responsible, dri, owners",
    "tags": "tag, labels, label, category, categories, keywords",
    "was": "aliases, alias, old id, redirect, redirects, redirect-from, formerly",
    "reviewed": "date, updated, last-updated, last-reviewed, last-review, validated",
    "kind": "type, journey-type, map-type",
    "status": "stage, progress, lifecycle",
    "state": "version, as-is, to-be, scenario",
    "committee": "personas, persona, people, stakeholders, buying-committee, dmu, buying-center",
    "length": "duration, time, timeframe",
    "question": "research-question, why, purpose",
    "goal": "objective, goals, aim, job",
    "metrics": "kpi, kpis, metric, measures",
    "evidence": "sources, research, source",
    "part-of": "parent, belongs-to",
    "continues": "next, follows, continued-by",
    "of": "current, base, based-on",
    "market": "segment-type, business-model, audience",
    "role": "job, job-title, position, occupation",
    "frustrations": "pains, pain, pain-points, problems, challenges",
    "goals": "goal, objectives, motivations, motivation",
    "quote": "quotes, saying, tagline",
    "picture": "image, photo, avatar, portrait",
    "channel": "channels, medium",
    "people": "sample, sample-size, participants, n, respondents",
    "due": "deadline, date, target-date, eta",
    "value": "impact, benefit, worth",
    "solves": "addresses, pains, pain, problems",
    "ticket": "issue, jira, link, task",
    "link": "url, href, website",
    "date": "when, collected, conducted",
    "unit": "units, measure-unit, department",
}
_VALUES = {
    "approved": "published, live, final, done, public, active, ok, accepted, released",
    "draft": "wip, todo, new, in progress, in-progress, unpublished, proposal",
    "review": "in review, in-review, reviewing, pending, to review, waiting",
    "retired": "archived, archive, old, obsolete, deprecated, deleted",
    "current": "as-is, as is, today, now, present, existing",
    "future": "to-be, to be, target, vision, planned, tomorrow",
    "competitor": "competition, rival, other",
    "buyer": "buying, purchase, prospect, sales, lead, shopper",
    "customer": "user, client, usage, owner",
    "employee": "staff, internal, agent, worker",
    "service": "blueprint, service blueprint, service-blueprint",
    "b2b": "business, businesses, b-to-b, b 2 b, companies, enterprise",
    "b2c": "consumer, consumers, b-to-c, b 2 c, private, retail, people",
    "online": "digital, web, internet, virtual",
    "offline": "physical, in person, in-person, analogue, analog, on-site",
    "up": "higher, more, increase, maximise, maximize",
    "down": "lower, less, decrease, minimise, minimize",
    "doing": "in progress, in-progress, started, wip, active",
    "idea": "new, open, proposed, backlog, todo",
    "planned": "scheduled, accepted, next",
    "done": "closed, finished, shipped, live, released, complete, completed",
    "dropped": "rejected, cancelled, canceled, declined, won't do",
    "economic buyer": "budget holder, budget owner, cfo, buyer, economic-buyer",
    "decision maker": "decision-maker, decider, decisionmaker, boss",
    "technical buyer": "technical-buyer, it, evaluator, engineer",
    "champion": "sponsor, advocate, supporter, initiator",
    "user": "end user, end-user, users",
    "gatekeeper": "procurement, secretary, purchasing",
    "blocker": "opponent, detractor, sceptic, skeptic",
    "influencer": "advisor, adviser, consultant",
}
_PICTURES = frozenset(("image", "images", "picture", "pictures", "photo", "photos", "screenshot"))


def _by_word(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Other word -> our words, in the order of the table."""
    ours: dict[str, tuple[str, ...]] = {}
    for own, others in table.items():
        for other in others.split(", "):
            ours[other] = (*ours.get(other, ()), own)
    return ours


_OUR_FACT, _OUR_FIELD, _OUR_VALUE = _by_word(_FACTS), _by_word(_FIELDS), _by_word(_VALUES)


def _ours(table: Mapping[str, tuple[str, ...]], word: str, allowed: Collection[str]) -> str:
    folded = " ".join(word.lower().split())
    words = (*table.get(folded, ()), *table.get(folded.replace(" ", "-"), ()))
    return next((own for own in words if own in allowed), "")


def fact_hint(written: str, lanes: Collection[str]) -> str:
    """A hint for an unknown fact in a site with these `lanes`; empty if there is nothing near."""
    if written.lower() in _PICTURES and "picture" not in lanes:
        return "put images in the text below the facts: `![what it shows](file.png)`"
    own = _ours(_OUR_FACT, written, lanes)
    return f"use `{own}`" if own else did_you_mean(written.lower(), lanes)


def is_other_fact(written: str, lanes: Collection[str]) -> bool:
    """Whether a key is another tool's word for one of the facts of a site."""
    return written.lower() in _PICTURES or bool(_ours(_OUR_FACT, written, lanes))


def field_hint(written: str, fields: Collection[str]) -> str:
    """A hint for an unknown key of front matter; empty if there is nothing near."""
    near = did_you_mean(written, fields)
    own = _ours(_OUR_FIELD, written, fields)
    return near if near or not own else f"use `{own}`"


def value_hint(written: str, choices: Collection[str]) -> str:
    """A hint for a word that is none of the `choices`; empty if there is nothing near."""
    parts = split_list(written)
    if len(parts) > 1 and all(part.lower() in choices for part in parts):
        return f"write one of them: {_either(parts)}"
    own = _ours(_OUR_VALUE, written, choices)
    return f"use `{own}`" if own else did_you_mean(written.lower(), choices)


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"`{word.lower()}`" for word in words)


_SEPARATOR = re.compile(r"\s*[,;/|&+、，；،؛]\s*|\s+(?:and|or|und|és|oraz|и|و|và)\s+")


def split_list(text: str) -> list[str]:
    """The parts of a list as people write it: `a; b`, `a and b`, `a / b`."""
    return [part for part in _SEPARATOR.split(text.strip()) if part]

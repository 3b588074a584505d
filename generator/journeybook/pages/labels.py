"""Labels for the words that authors choose from: kinds, markets, states, roles, phases, types.

Each label is a literal call of `t`, so that it is extracted for translators.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from journeybook.insight.map_groups import MapGroup
from journeybook.vocabulary import ROLES

_T = Callable[[str], str]


def word(t: _T, key: str) -> str:
    """The label of a word of the format; any other word stays as it is."""
    label = _WORDS.get(key)
    return label(t) if label else key


def role(t: _T, text: str) -> str:
    """A persona's role: the label of a role in a buying committee, or the author's own words."""
    return word(t, text.lower()) if text.lower() in ROLES else text


_NAME_ENDS = re.compile("[,،]")


def short_name(title: str) -> str:
    """A person's name without the job after the comma."""
    return _NAME_ENDS.split(title)[0]


def segment_text(name: str, value: str) -> str:
    """A part of a segment, its key as a label: `Company size: 200-500 people`."""
    label = name.replace("-", " ")
    return f"{label[:1].upper()}{label[1:]}: {value}" if label else str(value)


def severity_word(t: _T, severity: str, key: str = "pain") -> str:
    """How severe a pain point is, how great a delight, or the weight of any other fact.

    Empty if it has none.
    """
    weights = {
        "pain": {"low": t("Mild"), "medium": t("Medium"), "high": t("Severe")},
        "delight": {"low": t("Small"), "medium": t("Medium"), "high": t("Great")},
    }
    other = {"low": t("Low"), "medium": t("Medium"), "high": t("High")}
    return weights.get(key, other).get(severity, "")


def group_label(t: _T, group: MapGroup) -> str:
    """The name of a group of maps, above its figures and lists."""
    labels = {
        MapGroup.TODAY: t("Today"),
        MapGroup.PLANNED: t("Planned"),
        MapGroup.COMPETITOR: t("Competitors"),
        MapGroup.TRANSLATION: t("Translations"),
        MapGroup.RETIRED: t("Retired"),
    }
    return labels[group]


_WORDS: dict[str, Callable[[_T], str]] = {
    "buyer": lambda t: t("Buyer journey"),
    "customer": lambda t: t("Customer journey"),
    "employee": lambda t: t("Employee journey"),
    "service": lambda t: t("Service blueprint"),
    "b2b": lambda t: t("B2B"),
    "b2c": lambda t: t("B2C"),
    "b2b2c": lambda t: t("B2B2C"),
    "current": lambda t: t("Current state"),
    "future": lambda t: t("Future state"),
    "competitor": lambda t: t("Competitor"),
    "draft": lambda t: t("Draft"),
    "review": lambda t: t("In review"),
    "approved": lambda t: t("Approved"),
    "retired": lambda t: t("Retired"),
    "champion": lambda t: t("Champion"),
    "economic buyer": lambda t: t("Economic buyer"),
    "decision maker": lambda t: t("Decision maker"),
    "influencer": lambda t: t("Influencer"),
    "technical buyer": lambda t: t("Technical buyer"),
    "user": lambda t: t("User"),
    "gatekeeper": lambda t: t("Gatekeeper"),
    "approver": lambda t: t("Approver"),
    "blocker": lambda t: t("Blocker"),
    "online": lambda t: t("Online"),
    "offline": lambda t: t("Offline"),
    "before": lambda t: t("Before the purchase"),
    "during": lambda t: t("During the purchase"),
    "after": lambda t: t("After the purchase"),
    "analytics": lambda t: t("Analytics"),
    "survey": lambda t: t("Survey"),
    "calls": lambda t: t("Calls"),
    "forms": lambda t: t("Forms"),
    "interview": lambda t: t("Interview"),
    "none": lambda t: t("Not measured"),
    "idea": lambda t: t("Idea"),
    "planned": lambda t: t("Planned"),
    "doing": lambda t: t("In progress"),
    "done": lambda t: t("Done"),
    "dropped": lambda t: t("Dropped"),
    "educational": lambda t: t("Educational"),
    "informational": lambda t: t("Informational"),
    "persuasive": lambda t: t("Persuasive"),
    "proof": lambda t: t("Proof"),
    "visual": lambda t: t("Visual"),
    "diary": lambda t: t("Diary"),
    "support": lambda t: t("Support records"),
    "sales": lambda t: t("Sales notes"),
    "workshop": lambda t: t("Workshop"),
    "desk": lambda t: t("Desk research"),
    "end user": lambda t: t("End user"),
    "reseller": lambda t: t("Reseller"),
    "builder-in": lambda t: t("Integrator"),
    "real": lambda t: t("From research"),
    "assumed": lambda t: t("Assumed"),
    "up": lambda t: t("Higher is better"),
    "down": lambda t: t("Lower is better"),
    "zero": lambda t: t("Zero moment of truth"),
    "first": lambda t: t("First moment of truth"),
    "second": lambda t: t("Second moment of truth"),
    "ultimate": lambda t: t("Ultimate moment of truth"),
}


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def isolated(text: str, rtl: bool) -> str:
    """A name inside a plain sentence, isolated from its direction if directions can mix.

    For attributes and drawings, which cannot contain `<bdi>`.
    """
    return f"\u2068{text}\u2069" if rtl or _RIGHT_TO_LEFT.search(text) else text

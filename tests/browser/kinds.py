"""One page of the sample atlas for each kind of page: what the browser tests look at."""

from __future__ import annotations

KINDS: dict[str, str] = {
    "home": "index.html",
    "journey-index": "journeys/index.html",
    "persona-index": "personas/index.html",
    "touchpoint-index": "touchpoints/index.html",
    "channel-index": "channels/index.html",
    "stage-index": "stages/index.html",
    "moment-index": "moments-of-truth.html",
    "pain-index": "pains.html",
    "opportunity-index": "opportunities/index.html",
    "collateral-index": "collateral/index.html",
    "metric-index": "metrics/index.html",
    "evidence-index": "evidence/index.html",
    "question-index": "questions.html",
    "answers": "answers.html",
    "compare-index": "compare/index.html",
    "compare": "compare/marta-maintenance_replace-the-pumps--noor-runner_shoes-before-the-race.html",
    "heat-map": "heat-map.html",
    "committees": "committees.html",
    "channel-flow": "channel-flow.html",
    "markets": "b2b-b2c.html",
    "trust": "trust.html",
    "changes": "changes.html",
    "journey": "journeys/marta-maintenance/replace-the-pumps.html",
    "persona": "personas/marta-maintenance.html",
    "touchpoint": "touchpoints/application-engineer-visit.html",
    "channel": "channels/portal.html",
    "metric": "metrics/csat-shop.html",
    "opportunity": "opportunities/business-case-kit.html",
    "collateral": "collateral/comparison-sheet.html",
    "evidence": "evidence/i01.html",
    "page": "pages/how-we-map.html",
    "stage": "stages/consideration.html",
    "missing": "404.html",
    "redirect": "touchpoints/newsletter.html",
}

# Kinds with pages of their own language, in Persian: they run from right to left.
RIGHT_TO_LEFT: dict[str, str] = {
    "journey": "journeys/babak-maintenance/buy-transfer-pumps.html",
    "persona": "personas/babak-maintenance.html",
    "touchpoint": "touchpoints/engineers-group.html",
    "collateral": "collateral/data-sheet-fa.html",
}

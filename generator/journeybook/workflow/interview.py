"""The eight questions that a new journey answers, asked one after the other.

1 the question the map must answer · 2 whose journey · 3 stages, start and end · 4 what they do · 5
where they meet us · 6 feelings, pains, delights, moments of truth · 7 worth to the customer,
opportunities, content · 8 owner and numbers. An answer that the format does not take is asked for
again, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.diagnostics import errors
from journeybook.schema.read import Place, read_document
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Source
from journeybook.workflow.draft_text import (
    DraftStage,
    DraftStep,
    Value,
    document,
    id_from,
    journey_body,
    one_line,
)
from journeybook.workflow.session import Console

_DRAFT = Place("journey", "a/b")


@dataclass(frozen=True)
class Answers:
    """What came out: front matter, stages, and the persona whose journey it is."""

    persona: str
    fields: Mapping[str, Value]
    stages: tuple[DraftStage, ...]


class Interview:
    """Asks, and knows what the format takes."""

    def __init__(self, console: Console, config: SiteConfig) -> None:
        self._console = console
        self._config = config

    def ask(self, question: str, wrong: Callable[[str], str] = lambda answer: "") -> str:
        """One answer for which `wrong` finds nothing to say; it is not asked about an empty one."""
        while True:
            answer = one_line(self._console.ask(question))
            reason = wrong(answer) if answer else ""
            if not reason:
                return answer
            self._console.remark(f"  {reason}")

    def must(self, question: str, wrong: Callable[[str], str] = lambda answer: "") -> str:
        """The same, until there is an answer."""
        while not (answer := self.ask(question, wrong)):
            self._console.remark("  please enter an answer")
        return answer

    def field_fault(self, key: str) -> Callable[[str], str]:
        """What the format has against a value of a front-matter key of journeys."""
        return lambda answer: self._fault(document({"title": "I", key: answer}))

    def fact_fault(self, key: str) -> Callable[[str], str]:
        """What the format has against a fact of a step."""
        return lambda answer: self._fault(
            document(
                {"title": "I"},
                journey_body([DraftStage("awareness", [DraftStep("I", [(key, answer)])])]),
            )
        )

    def _fault(self, text: str) -> str:
        _, found = read_document(Source("new.md", text), _DRAFT, self._config)
        first = next(iter(errors(found)), None)
        return "" if first is None else first.message + (f" ({first.hint})" if first.hint else "")

    def heading(self, text: str) -> None:
        self._console.remark(f"\n{text}")


def interview(
    console: Console,
    config: SiteConfig,
    given: Mapping[str, Value],
    stages: tuple[DraftStage, ...],
    persona: str,
    personas: tuple[str, ...],
) -> Answers:
    """Ask the eight questions. What a flag has `given` already is not asked again."""
    talk = Interview(console, config)
    fields = dict(given)

    def fill(key: str, question: str, *, needed: bool = False) -> None:
        if not fields.get(key):
            fields[key] = (talk.must if needed else talk.ask)(question, talk.field_fault(key))

    console.remark(
        "Answer eight questions to create your first map. Press Enter to skip a question, or "
        "Ctrl-C to cancel without writing anything."
    )
    talk.heading("1 of 8  The question")
    fill("question", "What should this map help to decide, and who decides it?")
    talk.heading("2 of 8  Whose journey")
    known = f" Existing personas: {', '.join(personas)}." if personas else ""
    persona = persona or _persona(talk, known)
    fill("title", "What is the title, in the customer's words? (I choose …, I get …)", needed=True)
    fill("market", "Is the customer a company or a person? (b2b, b2c, b2b2c)")
    talk.heading("3 of 8  Start and end")
    fill("trigger", "What triggers the journey?")
    fill("goal", "What do they want to have achieved at the end?")
    stages = stages or _stages(talk, config)
    talk.heading("4 of 8  What they do")
    stages = tuple(
        replace(stage, steps=stage.steps or tuple(_steps(talk, stage))) for stage in stages
    )
    talk.heading("5 of 8  Touchpoints")
    stages = _each_step(stages, lambda step: _facts(talk, step, _CONTACT))
    talk.heading("6 of 8  Emotions")
    stages = _each_step(stages, lambda step: _facts(talk, step, _FEELING))
    talk.heading("7 of 8  Value and opportunities")
    stages = _each_step(stages, lambda step: _facts(talk, step, _WORTH))
    talk.heading("8 of 8  Owner and metrics")
    fill("owner", "Which team owns this map?")
    fill("length", "How long does it take from start to end? (2d, 6-12 months)")
    if not fields.get("metrics") and (
        metric := talk.ask("Which metric will show that it got better? (return-rate)", _id_fault)
    ):
        moves = talk.ask(f"What is {metric} now, and what is the target? (22% -> 15%)")
        fields["metrics"] = {metric: moves}
    return Answers(persona, fields, stages)


_CONTACT = (
    (
        "touchpoint",
        "Which touchpoints do they use? IDs, separated by commas (booking-page, shop-floor)",
    ),
)
_FEELING = (
    ("emotion", "How do they feel? A number from -2 to +2 and a word (-1 unsure)"),
    ("pain", "What hurts? (No price anywhere !high)"),
    ("delight", "What delights?"),
    ("moment of truth", "Does this moment decide whether they stay? If so, why?"),
)
_WORTH = (
    ("worth", "How valuable is it to them? 1 to 5"),
    ("opportunity", "What could we do better? An ID (fixed-prices)"),
    ("content", "Which content helps them move on? An ID (price-card)"),
)


def _persona(talk: Interview, known: str) -> str:
    def wrong(answer: str) -> str:
        return "" if id_from(answer) else "use lowercase letters a-z, for example `ines-sales-ops`"

    return id_from(talk.must(f"Whose journey is it?{known}", wrong))


def _stages(talk: Interview, config: SiteConfig) -> tuple[DraftStage, ...]:
    usual = [stage.named(str(config.language)) for stage in config.stages.default]
    answer = talk.ask(
        f"Which stages, separated by commas? Press Enter for {', '.join(usual)}",
        lambda text: stage_fault(text, config),
    )
    return tuple(DraftStage(name) for name in (split(answer) or usual))


def _steps(talk: Interview, stage: DraftStage) -> Iterator[DraftStep]:
    question = f"{stage.name}: what do they do first? (I look for a shop nearby)"
    while title := talk.ask(question, _step_fault):
        yield DraftStep(title)
        question = f"{stage.name}: and then? Press Enter to finish this stage"


def _facts(talk: Interview, step: DraftStep, asked: tuple[tuple[str, str], ...]) -> DraftStep:
    answers = (
        (key, talk.ask(f"{step.title}: {question}", talk.fact_fault(key)))
        for key, question in asked
    )
    return replace(step, facts=(*step.facts, *((key, answer) for key, answer in answers if answer)))


def _each_step(
    stages: tuple[DraftStage, ...], change: Callable[[DraftStep], DraftStep]
) -> tuple[DraftStage, ...]:
    return tuple(
        replace(stage, steps=tuple(change(step) for step in stage.steps)) for stage in stages
    )


def stage_fault(text: str, config: SiteConfig) -> str:
    """Which of these stages the site does not have, and what is near."""
    from journeybook.diagnostics import did_you_mean

    for name in split(text):
        if config.stages.find(name) is None:
            known = config.stages.names()
            hint = (
                did_you_mean(name, known)
                or f"there are {', '.join(str(stage.id) for stage in config.stages.default)}"
            )
            return f"unknown stage `{name}`; {hint}"
    return ""


def split(text: str) -> tuple[str, ...]:
    """The parts of an answer with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _step_fault(title: str) -> str:
    return "leave out { and }" if {"{", "}"} & set(title) else ""


def _id_fault(answer: str) -> str:
    return (
        ""
        if id_from(answer) == answer
        else "use lowercase letters a-z, digits and `-`, for example `return-rate`"
    )

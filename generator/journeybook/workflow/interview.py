"""The eight questions that `journeybook new journey` asks, one after the other.

1 the question the map must answer · 2 whose journey · 3 start, end and stages · 4 steps ·
5 touchpoints · 6 emotions, pain points, delights, moments of truth · 7 customer value,
opportunities, content · 8 owner and metrics. If an answer is not valid, the reason is shown and the
question is asked again.
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
    """The result of an interview: the persona, the front matter and the stages."""

    persona: str
    persona_name: str
    """As typed, to become the title of the persona; empty if it was not asked for."""
    fields: Mapping[str, Value]
    stages: tuple[DraftStage, ...]


Check = Callable[[str], str]
"""Why an answer is not valid; empty if it is."""


def _accept(answer: str) -> str:
    return ""


class Interview:
    """Asks questions until the answers are valid."""

    def __init__(self, console: Console, config: SiteConfig) -> None:
        self._console = console
        self._config = config

    def ask(self, question: str, check: Check = _accept) -> str:
        """A valid answer, or an empty one."""
        while True:
            answer = one_line(self._console.ask(question))
            reason = check(answer) if answer else ""
            if not reason:
                return answer
            self._console.remark(f"  {reason}")

    def require(self, question: str, check: Check = _accept) -> str:
        """A valid answer that is not empty."""
        while not (answer := self.ask(question, check)):
            self._console.remark("  please enter an answer")
        return answer

    def check_field(self, key: str) -> Check:
        """A check for the value of a front-matter key of journeys."""

        def check(answer: str) -> str:
            return self._first_error(document({"title": "I", key: answer}))

        return check

    def check_fact(self, key: str) -> Check:
        """A check for a fact of a step."""

        def check(answer: str) -> str:
            step = DraftStep("I", [(key, answer)])
            body = journey_body([DraftStage("awareness", [step])])
            return self._first_error(document({"title": "I"}, body))

        return check

    def _first_error(self, text: str) -> str:
        _, findings = read_document(Source("new.md", text), _DRAFT, self._config)
        for error in errors(findings):
            return f"{error.message} ({error.hint})" if error.hint else error.message
        return ""

    def heading(self, text: str) -> None:
        self._console.remark(f"\n{text}")


def interview(
    console: Console,
    config: SiteConfig,
    answered: Mapping[str, Value],
    stages: tuple[DraftStage, ...],
    persona: str,
    personas: tuple[str, ...],
) -> Answers:
    """Ask the eight questions, except those that options have `answered`."""
    talk = Interview(console, config)
    fields = dict(answered)

    def fill(key: str, question: str, *, needed: bool = False) -> None:
        if not fields.get(key):
            ask = talk.require if needed else talk.ask
            fields[key] = ask(question, talk.check_field(key))

    console.remark(
        "Answer eight questions to create your first map. Press Enter to skip a question, or "
        "Ctrl-C to cancel without writing anything."
    )
    talk.heading("1 of 8  The question")
    fill("question", "What should this map help to decide, and who decides it?")
    talk.heading("2 of 8  Whose journey")
    name = "" if persona else _persona(talk, personas)
    persona = persona or id_from(name)
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
    stages = _each_step(stages, lambda step: _facts(talk, step, _TOUCHPOINTS))
    talk.heading("6 of 8  Emotions")
    stages = _each_step(stages, lambda step: _facts(talk, step, _EMOTIONS))
    talk.heading("7 of 8  Value and opportunities")
    stages = _each_step(stages, lambda step: _facts(talk, step, _VALUE))
    talk.heading("8 of 8  Owner and metrics")
    fill("owner", "Which team owns this map?")
    fill("length", "How long does it take from start to end? (2d, 6-12 months)")
    if not fields.get("metrics"):
        metric = talk.ask("Which metric will show that it got better? (return-rate)", _id_fault)
        if metric:
            moves = talk.ask(f"What is {metric} now, and what is the target? (22% -> 15%)")
            fields["metrics"] = {metric: moves}
    return Answers(persona, name, fields, stages)


Questions = tuple[tuple[str, str], ...]
"""The key of a fact, and the question for it."""

_TOUCHPOINTS: Questions = (
    (
        "touchpoint",
        "Which touchpoints do they use? IDs, separated by commas (booking-page, shop-floor)",
    ),
)
_EMOTIONS: Questions = (
    ("emotion", "How do they feel? A number from -2 to +2 and a word (-1 unsure)"),
    ("pain", "What hurts? (No price anywhere !high)"),
    ("delight", "What delights?"),
    ("moment of truth", "Does this moment decide whether they stay? If so, why?"),
)
_VALUE: Questions = (
    ("worth", "How valuable is it to them? 1 to 5"),
    ("opportunity", "What could we do better? An ID (fixed-prices)"),
    ("content", "Which content helps them move on? An ID (price-card)"),
)


def _persona(talk: Interview, personas: tuple[str, ...]) -> str:
    existing = f" Existing personas: {', '.join(personas)}." if personas else ""
    return talk.require(f"Whose journey is it?{existing}", _persona_fault)


def _persona_fault(answer: str) -> str:
    return "" if id_from(answer) else "use lowercase letters a-z, for example `ines-sales-ops`"


def _stages(talk: Interview, config: SiteConfig) -> tuple[DraftStage, ...]:
    default = [stage.named(str(config.language)) for stage in config.stages.default]
    answer = talk.ask(
        f"Which stages, separated by commas? Press Enter for {', '.join(default)}",
        lambda text: stage_fault(text, config),
    )
    return tuple(DraftStage(name) for name in (split(answer) or default))


def _steps(talk: Interview, stage: DraftStage) -> Iterator[DraftStep]:
    question = f"{stage.name}: what do they do first? (I look for a shop nearby)"
    while title := talk.ask(question, _step_fault):
        yield DraftStep(title)
        question = f"{stage.name}: and then? Press Enter to finish this stage"


def _facts(talk: Interview, step: DraftStep, questions: Questions) -> DraftStep:
    facts = list(step.facts)
    for key, question in questions:
        answer = talk.ask(f"{step.title}: {question}", talk.check_fact(key))
        if answer:
            facts.append((key, answer))
    return replace(step, facts=tuple(facts))


def _each_step(
    stages: tuple[DraftStage, ...], change: Callable[[DraftStep], DraftStep]
) -> tuple[DraftStage, ...]:
    return tuple(replace(stage, steps=tuple(map(change, stage.steps))) for stage in stages)


def stage_fault(text: str, config: SiteConfig) -> str:
    """The first of these stages that the site does not have, with a hint."""
    from journeybook.diagnostics import did_you_mean

    for name in split(text):
        if config.stages.find(name) is None:
            default = ", ".join(str(stage.id) for stage in config.stages.default)
            hint = did_you_mean(name, config.stages.names()) or f"choose from {default}"
            return f"unknown stage `{name}`; {hint}"
    return ""


def split(text: str) -> tuple[str, ...]:
    """The parts of an answer, separated by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _step_fault(title: str) -> str:
    return "do not use { or }" if {"{", "}"} & set(title) else ""


def _id_fault(answer: str) -> str:
    if id_from(answer) == answer:
        return ""
    return "use lowercase letters a-z, digits and `-`, for example `return-rate`"

"""`journeybook new`: write a new file that passes `check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journeybook.commands.new_text import JourneyAnswers, entity_text, journey_text
from journeybook.commands.options import say, site_option

KINDS = ("journey", "persona", "touchpoint", "channel", "metric", "opportunity", "collateral", "evidence", "page")


@click.command("new")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--title", help="Title, in the customer's voice for a journey.")
@click.option("--id", "identifier", help="File name without .md; made from the title if not said.")
@click.option("--persona", help="journey: id of the persona whose journey it is.")
@click.option("--market", type=click.Choice(["b2b", "b2c", "b2b2c"]), help="journey, persona: the market.")
@click.option("--journey-kind", type=click.Choice(["buyer", "customer", "employee", "service"]), default="buyer")
@click.option("--question", help="journey: the question the map must answer.")
@click.option("--trigger", help="journey: what sets the customer off.")
@click.option("--goal", help="journey: what the customer wants to have at the end.")
@click.option("--stages", help="journey: stages, parted by commas.")
@click.option("--step", "steps", multiple=True, help="journey: a step as `Stage: what the customer does`; may be repeated.")
@click.option("--owner", help="The team that answers for it.")
@click.option("--set", "fields", multiple=True, help="Any other key as key=value; may be repeated.")
@site_option
def command(
    kind: str,
    title: str | None,
    identifier: str | None,
    persona: str | None,
    market: str | None,
    journey_kind: str,
    question: str | None,
    trigger: str | None,
    goal: str | None,
    stages: str | None,
    steps: tuple[str, ...],
    owner: str | None,
    fields: tuple[str, ...],
    site_dir: Path | None,
) -> int:
    """Write a new journey, persona, touchpoint, … that passes `journeybook check`.

    For a journey on a terminal, eight questions are asked: why, whose, stages, actions, touchpoints, feelings,
    worth, owner. Elsewhere the options say it. Existing files are never replaced.

    \b
    Examples:
      journeybook new journey
      journeybook new journey --title "I rent a bike" --persona ana --market b2c --stages awareness,decision
      journeybook new touchpoint --title "Demo call" --set presence=online --set phase=before
    """
    from journeybook.commands.site import read_from_disk, site_root
    from journeybook.diagnostics import did_you_mean
    from journeybook.schema.documents import DOCUMENT_TYPES
    from journeybook.schema.fields import declared

    root = site_root(site_dir)
    asking = kind == "journey" and title is None and sys.stdin.isatty()
    if title is None and not asking:
        raise click.UsageError(f"say what the {kind} is called: --title …")
    extra: list[tuple[str, str]] = []
    for pair in fields:
        key, equals, value = pair.partition("=")
        known = declared(DOCUMENT_TYPES[kind])
        if not equals or key not in known:
            hint = did_you_mean(key, known) or f"known: {', '.join(known)}"
            raise click.UsageError(f"`--set {pair}` does not fit a {kind}; {hint}")
        extra.append((key, value))
    if kind != "journey":
        assert title is not None
        made = [("market", market or ""), ("owner", owner or "")]
        allowed = declared(DOCUMENT_TYPES[kind])
        pairs = [*((key, value) for key, value in made if value and key in allowed), *extra]
        return _write(root, kind, _id(identifier, title), entity_text(title, pairs))
    config = read_from_disk(root).config
    names = [stage.named(str(config.language)) for stage in config.stages.default]
    if asking:
        answers = _ask(names)
    else:
        chosen = [name.strip() for name in (stages or "").split(",") if name.strip()] or names[:3]
        told: dict[str, list[str]] = {}
        for step in steps:
            stage, colon, text = step.partition(":")
            stage = stage.strip()
            if not colon or not text.strip():
                raise click.UsageError(f"`--step {step}` is no step; write `Stage: what the customer does`")
            if stage not in chosen:
                chosen.append(stage)
            told.setdefault(stage, []).append(text.strip())
        answers = JourneyAnswers(
            title=title or "",
            question=question or "",
            persona=persona or "",
            kind=journey_kind,
            market=market or "",
            trigger=trigger or "",
            goal=goal or "",
            stages=chosen,
            steps=told,
            owner=owner or "",
        )
    if not answers.persona:
        raise click.UsageError("say whose journey it is: --persona ID (the name of a file in content/personas)")
    who = _id(None, answers.persona)
    if not (root / "content" / "personas" / f"{who}.md").exists():
        name = answers.persona if answers.persona != who else who.replace("-", " ").capitalize()
        _write(root, "persona", who, entity_text(name, [("market", answers.market)] if answers.market else []))
    return _write(root, kind, f"{who}/{_id(identifier, answers.title)}", journey_text(answers))


def _ask(stages: list[str]) -> JourneyAnswers:
    """The eight questions, on a terminal."""
    say("Eight questions; an empty answer leaves it out.\n")

    def ask(text: str, default: str = "") -> str:
        return str(click.prompt(text, default=default, show_default=bool(default), err=True)).strip()

    question = ask("1. Which question must this map answer? (why is churn rising, why do deals stall, …)")
    title = ""
    while not title:
        title = ask("2. Whose journey is it, and what do they want? A title in their voice, such as `I rent a bike`")
    persona = ask("   Who is this? A persona's id or name", "customer")
    market = ask("   Market: b2b, b2c or b2b2c")
    trigger = ask("3. What sets them off?")
    chosen = [name.strip() for name in ask("   Stages, parted by commas", ", ".join(stages)).split(",") if name.strip()]
    told: dict[str, list[str]] = {}
    for stage in chosen:
        said = ask(f"4. What do they do in `{stage}`? Steps, parted by `;`")
        told[stage] = [part.strip() for part in said.split(";") if part.strip()]
    count = sum(len(part) for part in told.values())
    touchpoints = [
        _id(None, part) for part in ask("5. Where do they meet you? Touchpoints in order of steps, by commas").split(",")
    ]
    felt = ask(f"6. How does each of the {count} steps feel, -2 to +2, in order, by spaces").split()
    feelings = [int(word) for word in felt if word.lstrip("+-").isdigit() and -2 <= int(word) <= 2]
    pain = ask("   What hurts most?")
    goal = ask("7. What is it worth to them? What do they want to have at the end?")
    owner = ask("8. Which team answers for this map?")
    return JourneyAnswers(
        title=title,
        question=question,
        persona=persona,
        market=market if market in ("b2b", "b2c", "b2b2c") else "",
        trigger=trigger,
        goal=goal,
        stages=chosen,
        steps=told,
        touchpoints=[name for name in touchpoints if name],
        feelings=feelings,
        pain=pain,
        owner=owner,
    )


def _id(given: str | None, title: str) -> str:
    """The id asked for, or one made from a title; a title without Latin letters needs one given."""
    import unicodedata

    from journeybook.schema.values import file_id_fault

    if given is None:
        plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
        given = "-".join("".join(c if c.isalnum() else " " for c in plain).split())[:64].rstrip("-")
        if not given and title.strip():
            raise click.UsageError(f"`{title}` gives no file name in the letters a-z; say one: --id …")
        return given
    wrong = file_id_fault(given)
    if wrong:
        raise click.UsageError(f"`{given}` cannot be an id: {wrong}")
    return given


def _write(root: Path, kind: str, identifier: str, text: str) -> int:
    from journeybook.effects.faults import EnvironmentFault
    from journeybook.vocabulary import KINDS as FOLDERS

    path = root / "content" / FOLDERS[kind].folder / f"{identifier}.md"
    if path.exists():
        raise EnvironmentFault(f"`{path.relative_to(root)}` is already there; choose another --id")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    click.echo(f"wrote {path.relative_to(root).as_posix()}")
    return 0

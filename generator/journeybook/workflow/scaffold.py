"""The files that `journeybook new` creates, from options and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import click

from journeybook.diagnostics import Diagnostic, Severity, in_order
from journeybook.outputs.check_site import check
from journeybook.schema.documents import DOCUMENT_TYPES
from journeybook.schema.fields import Facets, ListOf, MapOf, Moves, declared, id_fault
from journeybook.schema.site_config import SiteConfig
from journeybook.text import Source
from journeybook.vocabulary import KINDS
from journeybook.workflow.draft_text import (
    DraftStage,
    DraftStep,
    Value,
    document,
    id_from,
    journey_body,
    title_from,
)
from journeybook.workflow.interview import interview, split, stage_fault
from journeybook.workflow.load_site import SiteOnDisk, config_of
from journeybook.workflow.session import Session

_STARTERS = {
    "persona": "Who are they, and what does a good day look like for them?",
    "touchpoint": "What happens here, and who handles it on our side?",
    "channel": "What do customers use it for?",
    "metric": "What does this number show, and what does it hide?",
    "opportunity": "What would be different for the customer?",
    "collateral": "What does it contain, and who provides it?",
    "evidence": "What did we ask, who did we ask, and what surprised us?",
    "page": "Write your text here.",
}


def scaffold_files(
    session: Session, site: SiteOnDisk, kind: str, flags: Mapping[str, Any]
) -> dict[str, str]:
    """Path -> text of the new file, and of the persona's file if it is missing and wanted."""
    fields = _fields(kind, flags)
    if kind == "journey":
        return _journey(session, site, fields, flags)
    if not fields.get("title"):
        fields["title"] = _ask_title(session, KINDS[kind].title.lower())
    identifier = _identifier(kind, flags.get("id"), str(fields["title"]))
    path = f"content/{KINDS[kind].folder}/{identifier}.md"
    return {path: document(_in_file_order(kind, fields), _STARTERS[kind])}


def missing_files(site: SiteOnDisk) -> dict[str, str]:
    """Path -> text of a file for everything that the site mentions and that has none yet."""
    catalog = check(site.files, site.info).catalog
    files: dict[str, str] = {}
    for ref in sorted(catalog.stubs, key=lambda ref: (ref.kind, ref.id)):
        fields: dict[str, Value] = {"title": title_from(ref.id)}
        if ref.kind == "persona":
            fields["basis"] = "assumed"
        path = f"content/{KINDS[ref.kind].folder}/{ref.id}.md"
        files[path] = document(fields, _STARTERS[ref.kind])
    return files


def _ask_title(session: Session, kind: str) -> str:
    title = ""
    if session.console.is_interactive:
        title = session.console.ask(f"What is the title of the {kind}?")
    if not title:
        raise _usage_error("missing title; use --title TEXT")
    return title


def _journey(
    session: Session, site: SiteOnDisk, fields: dict[str, Value], flags: Mapping[str, Any]
) -> dict[str, str]:
    config = config_of(site.files)
    persona_name = str(flags.get("persona") or "")
    persona = _persona_id(persona_name)
    stages = _stages(config, flags.get("stages") or "", flags.get("step") or ())
    is_complete = fields.get("title") and persona
    if session.console.is_interactive and not is_complete:
        answers = interview(session.console, config, fields, stages, persona, _personas(site))
        persona, fields, stages = answers.persona, dict(answers.fields), answers.stages
        persona_name = answers.persona_name or persona_name
    if not fields.get("title"):
        raise _usage_error("missing title; use --title TEXT")
    if not persona:
        raise _usage_error("missing persona; use --persona ID")
    stages = stages or _default_stages(config)
    identifier = _identifier("journey", flags.get("id"), str(fields["title"]))
    text = document(_in_file_order("journey", fields), "\n" + journey_body(stages))
    files = {f"content/journeys/{persona}/{identifier}.md": text}
    path = f"content/personas/{persona}.md"
    if path not in site.files and _wants_persona(session, persona, flags.get("write_persona")):
        title = title_from(persona) if persona_name in ("", persona) else persona_name
        persona_fields = {"title": " ".join(title.split()), "basis": "assumed"}
        files[path] = document(persona_fields, _STARTERS["persona"])
    return files


def _persona_id(text: str) -> str:
    """The ID that `--persona` means: itself, or one made from a name."""
    fault = id_fault("persona", text) if text else ""
    if not fault:
        return text
    identifier = id_from(text)
    if not identifier:
        raise _usage_error(f"`{text}` is not a valid persona ID: {fault}")
    return identifier


def _default_stages(config: SiteConfig) -> tuple[DraftStage, ...]:
    lang = str(config.language)
    return tuple(DraftStage(stage.named(lang)) for stage in config.stages.default)


def _wants_persona(session: Session, persona: str, option: bool | None) -> bool:
    """What the option asks for; otherwise what the user answers, or yes."""
    if option is not None:
        return option
    if not session.console.is_interactive:
        return True
    answer = session.console.ask(
        f"There is no persona `{persona}` yet. Create a file for it? (yes/no; press Enter for yes)"
    )
    return not answer.lower().startswith("n")


def findings_of(
    site: SiteOnDisk, files: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], Mapping[str, Source]]:
    """The errors and warnings that the site would have in these files, and all sources.

    Findings of level info are left to `journeybook check`.
    """
    new_files = {path: text.encode() for path, text in files.items()}
    checked = check({**site.files, **new_files}, site.info)
    findings = [
        finding
        for finding in checked.diagnostics
        if finding.span.file in files and finding.severity is not Severity.INFO
    ]
    return in_order(findings), checked.sources


def _fields(kind: str, flags: Mapping[str, Any]) -> dict[str, Value]:
    """The options of a kind's declared fields as front matter."""
    fields: dict[str, Value] = {}
    for key, (_, declaration) in declared(DOCUMENT_TYPES[kind]).items():
        value = flags.get(key.replace("-", "_"))
        if value:
            fields[key] = _field_value(declaration.type, value)
    return fields


def _field_value(type_: object, value: Any) -> Value:
    """The value of an option as its field takes it: a text, a list, or a table."""
    if isinstance(type_, MapOf | Moves | Facets) and any("=" in item for item in value):
        pairs = [item.partition("=") for item in value]
        return {name.strip(): text.strip() for name, _, text in pairs}
    if isinstance(type_, MapOf):
        return {item.strip(): "" for item in value}
    if isinstance(type_, ListOf) and type_.commas:
        return tuple(part for item in value for part in split(item))
    return cast("Value", value)


def _stages(config: SiteConfig, names: str, steps: tuple[str, ...]) -> tuple[DraftStage, ...]:
    """The stages of `--stages` with the steps of `--step`."""
    steps_of: dict[str, list[DraftStep]] = {name: [] for name in split(names)}
    for option in steps:
        stage, colon, title = (part.strip() for part in option.partition(":"))
        if not colon or not title:
            raise _usage_error(
                f'`--step {option}` needs a stage and a title, for example `--step "awareness: The '
                'pump leaks"`'
            )
        name = next((name for name in steps_of if name.lower() == stage.lower()), stage)
        steps_of.setdefault(name, []).append(DraftStep(title))
    if fault := stage_fault(",".join(steps_of), config):
        raise _usage_error(fault)
    lang = str(config.language)
    stages = []
    for name, own_steps in steps_of.items():
        stage_type = config.stages.find(name)
        title = stage_type.named(lang) if stage_type else name
        stages.append(DraftStage(title, tuple(own_steps)))
    return tuple(stages)


def _identifier(kind: str, option: str | None, title: str) -> str:
    """The ID of `--id`, or one made from the title."""
    if option:
        fault = id_fault(kind, f"a/{option}" if kind == "journey" else option)
        if fault:
            raise _usage_error(f"`{option}` is not a valid ID: {fault}")
        return option
    identifier = id_from(title)
    if not identifier:
        raise _usage_error("the title has no letters a-z for a file name; use --id ID")
    return identifier


def _in_file_order(kind: str, fields: Mapping[str, Value]) -> dict[str, Value]:
    """Front matter in the order of the declared fields; the fields of every kind come last."""
    order = [key for key in declared(DOCUMENT_TYPES[kind]) if key not in _LAST_FIELDS]
    return {key: fields[key] for key in (*order, *_LAST_FIELDS) if key in fields}


_LAST_FIELDS = ("owner", "tags", "was", "lang")


def _personas(site: SiteOnDisk) -> tuple[str, ...]:
    start = "content/personas/"
    return tuple(
        path.removeprefix(start).removesuffix(".md")
        for path in site.files
        if path.startswith(start)
    )


def _usage_error(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context(silent=True))

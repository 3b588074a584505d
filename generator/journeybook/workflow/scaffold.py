"""What `journeybook new` writes, and where: flags and answers to the text of files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    """The new file, and the persona's where that is wanted: path -> text."""
    fields = _fields(kind, flags)
    if kind == "journey":
        return _journey(session, site, fields, flags)
    if not fields.get("title"):
        if not session.console.asks:
            raise _wrong("missing title; use --title TEXT")
        fields["title"] = (
            session.console.ask(f"What is the title of the {KINDS[kind].title.lower()}?") or _stop()
        )
    identifier = _identifier(kind, flags.get("id"), str(fields["title"]))
    path = f"content/{KINDS[kind].folder}/{identifier}.md"
    return {path: document(_in_order(kind, fields), _STARTERS[kind])}


def _journey(
    session: Session, site: SiteOnDisk, fields: dict[str, Value], flags: Mapping[str, Any]
) -> dict[str, str]:
    config = config_of(site.files)
    persona = flags.get("persona") or ""
    if persona and id_fault("persona", persona):
        persona = id_from(persona) or _stop(
            f"`{persona}` is not a valid persona ID: {id_fault('persona', persona)}"
        )
    stages = _stages(config, flags.get("stages") or "", flags.get("step") or ())
    asked = session.console.asks and not (fields.get("title") and persona)
    if asked:
        answers = interview(session.console, config, fields, stages, persona, _personas(site))
        persona, fields, stages = answers.persona, dict(answers.fields), answers.stages
    for key, value in (("title", fields.get("title")), ("persona", persona)):
        if not value:
            raise _wrong(f"missing {key}; use --{key} {'ID' if key == 'persona' else 'TEXT'}")
    stages = stages or tuple(
        DraftStage(stage.named(str(config.language))) for stage in config.stages.default
    )
    identifier = _identifier("journey", flags.get("id"), str(fields["title"]))
    made = {
        f"content/journeys/{persona}/{identifier}.md": document(
            _in_order("journey", fields), "\n" + journey_body(stages)
        )
    }
    home = f"content/personas/{persona}.md"
    if home not in site.files and _wants_persona(session, persona, flags.get("write_persona")):
        made[home] = document(
            {"title": title_from(persona), "basis": "assumed"}, _STARTERS["persona"]
        )
    return made


def _wants_persona(session: Session, persona: str, said: bool | None) -> bool:
    if said is not None or not session.console.asks:
        return said is not False
    answer = session.console.ask(
        f"There is no persona `{persona}` yet. Create a file for it? (yes/no; press Enter for yes)"
    )
    return not answer.lower().startswith("n")


def findings_of(
    site: SiteOnDisk, files: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], Mapping[str, Source]]:
    """What a check of the site with these files would say of them; remarks are left for
    `journeybook check`."""
    checked = check(
        {**site.files, **{path: text.encode() for path, text in files.items()}}, site.info
    )
    about = (
        d for d in checked.diagnostics if d.span.file in files and d.severity is not Severity.INFO
    )
    return in_order(about), checked.sources


def _fields(kind: str, flags: Mapping[str, Any]) -> dict[str, Value]:
    """The flags of a kind's declared fields as front matter."""
    fields: dict[str, Value] = {}
    for key, (_, declaration) in declared(DOCUMENT_TYPES[kind]).items():
        given = flags.get(key.replace("-", "_"))
        if not given:
            continue
        if isinstance(declaration.type, MapOf | Moves | Facets) and any(
            "=" in one for one in given
        ):
            pairs = (one.partition("=") for one in given)
            fields[key] = {name.strip(): value.strip() for name, _, value in pairs}
        elif isinstance(declaration.type, MapOf):
            fields[key] = dict.fromkeys((one.strip() for one in given), "")
        elif isinstance(declaration.type, ListOf) and declaration.type.commas:
            fields[key] = tuple(part for one in given for part in split(one))
        else:
            fields[key] = given
    return fields


def _stages(config: SiteConfig, wanted: str, steps: tuple[str, ...]) -> tuple[DraftStage, ...]:
    """The stages and steps that flags name."""
    below: dict[str, list[DraftStep]] = {name: [] for name in split(wanted)}
    for one in steps:
        name, colon, title = (part.strip() for part in one.partition(":"))
        if not colon or not title:
            raise _wrong(
                f'`--step {one}` needs a stage and a title, for example `--step "awareness: The '
                'pump leaks"`'
            )
        home = next((known for known in below if known.lower() == name.lower()), name)
        below.setdefault(home, []).append(DraftStep(title))
    if fault := stage_fault(",".join(below), config):
        raise _wrong(fault)
    named = {name: config.stages.find(name) for name in below}
    lang = str(config.language)
    return tuple(
        DraftStage(found.named(lang) if found else name, tuple(below[name]))
        for name, found in named.items()
    )


def _identifier(kind: str, wanted: str | None, title: str) -> str:
    if wanted:
        wrong = id_fault(kind, f"a/{wanted}" if kind == "journey" else wanted)
        return wanted if not wrong else _stop(f"`{wanted}` is not a valid ID: {wrong}")
    return id_from(title) or _stop("the title has no letters a-z for a file name; use --id ID")


def _in_order(kind: str, fields: Mapping[str, Value]) -> dict[str, Value]:
    """Front matter in the order in which the fields are declared, the title first."""
    order = [
        key for key in declared(DOCUMENT_TYPES[kind]) if key not in ("lang", "tags", "owner", "was")
    ]
    return {key: fields[key] for key in (*order, "owner", "tags", "was", "lang") if key in fields}


def _personas(site: SiteOnDisk) -> tuple[str, ...]:
    start = "content/personas/"
    return tuple(
        path.removeprefix(start).removesuffix(".md")
        for path in site.files
        if path.startswith(start)
    )


def _wrong(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context(silent=True))


def _stop(message: str = "missing title; use --title TEXT") -> str:
    raise _wrong(message)

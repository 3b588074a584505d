"""`site.yaml`: what the people who run a site decide, as opposed to the people who write its
maps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from journeybook import vocabulary as v
from journeybook.budget import STANDARD, Budget
from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.schema.fields import (
    LANGUAGE,
    LENGTH,
    LINK,
    WEB_ADDRESS,
    WORDS,
    JsonSchema,
    ListOf,
    MapOf,
    OneOf,
    Pattern,
    RefTo,
    TableOf,
    authored,
    bind,
    report_no_table,
)
from journeybook.schema.findings import Findings
from journeybook.schema.site_limits import Limits
from journeybook.schema.values import Ref, Text, slug
from journeybook.schema.yaml_reader import Node, Scalar, Table, read_yaml
from journeybook.text import Source, Span
from journeybook.vocabulary import Duration, FactKey, Line, ValueKind


@dataclass(frozen=True)
class Names:
    """A name, or a table of language to name; read as (language, name), the language empty for a
    lone name."""

    def read(
        self, node: Node, key: str, findings: Findings
    ) -> tuple[tuple[Text, Text], ...] | None:
        if isinstance(node, Table):
            return MapOf(WORDS, "language").read(node, key, findings)
        name = WORDS.read(node, key, findings)
        return None if name is None else ((Text(), name),)

    def schema(self) -> JsonSchema:
        return {"type": ["string", "object"]}


@dataclass(frozen=True)
class StageDefinition:
    """One stage of the registry."""

    id: Text = authored(WORDS, "Stable ID", required=True, default=Text())
    name: tuple[tuple[Text, Text], ...] = authored(
        Names(), "Name, or one name per language", default=()
    )
    aliases: tuple[Text, ...] = authored(
        ListOf(WORDS, commas=True), "Other names, in any language", default=()
    )
    phase: Text | None = authored(OneOf(v.PHASES), "Before, during or after the purchase")

    def named(self, lang: str) -> str:
        """The name in a language, else the lone or first name, else the id."""
        names: dict[str, str] = {str(language): str(name) for language, name in self.name}
        return (
            names.get(lang)
            or names.get(lang.split("-")[0])
            or next(iter(names.values()), str(self.id))
        )


@dataclass(frozen=True)
class StageRegistry:
    """Sets of stages side by side; the first is the default."""

    sets: tuple[tuple[str, tuple[StageDefinition, ...]], ...]

    @cached_property
    def _by_name(self) -> dict[str, StageDefinition]:
        """Every id, name and alias, folded. Earlier sets win, and within a set ids before names."""
        found: dict[str, StageDefinition] = {}
        for _, stages in self.sets:
            for stage in stages:
                found.setdefault(_folded(stage.id), stage)
            for stage in stages:
                for name in (*(name for _, name in stage.name), *stage.aliases):
                    found.setdefault(_folded(name), stage)
        return found

    def find(self, name: str) -> StageDefinition | None:
        """The stage with this id, name or alias in any language."""
        return self._by_name.get(_folded(name))

    def names(self) -> tuple[str, ...]:
        """Every id, name and alias, for suggestions."""
        stages = [stage for _, stages in self.sets for stage in stages]
        return tuple(
            dict.fromkeys(
                str(name) for s in stages for name in (*(n for _, n in s.name), s.id, *s.aliases)
            )
        )

    @property
    def default(self) -> tuple[StageDefinition, ...]:
        """The stages of the first set."""
        return self.sets[0][1] if self.sets else ()

    @cached_property
    def all(self) -> tuple[StageDefinition, ...]:
        """Every stage once, the default set first."""
        found: dict[str, StageDefinition] = {}
        for _, stages in self.sets:
            for stage in stages:
                found.setdefault(str(stage.id), stage)
        return tuple(found.values())


def _folded(name: str) -> str:
    return slug(name.casefold()) or name


@dataclass(frozen=True)
class StageSets:
    """A list of stages, or a table of set name to list."""

    def read(self, node: Node, key: str, findings: Findings) -> StageRegistry | None:
        one_set = ListOf(TableOf(StageDefinition, short="id"))
        if isinstance(node, Table):
            sets = MapOf(one_set, "set").read(node, key, findings) or ()
            return StageRegistry(tuple((str(name), stages) for name, stages in sets))
        stages = one_set.read(node, key, findings)
        return None if stages is None else StageRegistry((("default", stages),))

    def schema(self) -> JsonSchema:
        one_set = ListOf(TableOf(StageDefinition, short="id")).schema()
        return {"anyOf": [one_set, {"type": "object", "additionalProperties": one_set}]}


@dataclass(frozen=True)
class Theme:
    """Which theme, and the few things about it a site may set without touching a template."""

    name: Text = authored(WORDS, "Folder in themes/, or default", default=Text("default"))
    accent: Text | None = authored(
        Pattern(
            "a colour such as #0b6e6e", lambda text: text.lower() if _is_colour(text) else None
        ),
        "Accent colour",
    )
    logo: Text | None = authored(LINK, "An image file of the site")


def _is_colour(text: str) -> bool:
    return (
        len(text) == 7 and text[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in text[1:])
    )


@dataclass(frozen=True)
class OwnLane:
    """A lane the site adds to those of the format."""

    key: Text = authored(
        Pattern(
            "small letters, digits and `-`",
            lambda t: (
                t if t == slug(t) and t.isascii() and len(t) <= 40 and t not in v.FACTS else None
            ),
            hint="choose a key that the format does not already use",
        ),
        "Key of the fact",
        required=True,
        default=Text(),
    )
    title: tuple[tuple[Text, Text], ...] = authored(
        Names(), "Title, or one title per language", default=()
    )
    icon: Text | None = authored(WORDS, "A name from the theme's set of icons")
    line: Text = authored(
        OneOf(tuple(line.value for line in Line)),
        "Position in the service blueprint",
        default=Text("customer"),
    )


@dataclass(frozen=True)
class Lanes:
    """Order of lanes, hidden lanes, and your own lanes."""

    order: tuple[Text, ...] = authored(
        ListOf(WORDS), "Lane keys in order; lanes you do not list come last", default=()
    )
    hidden: tuple[Text, ...] = authored(
        ListOf(WORDS), "Lane keys to hide on every canvas", default=()
    )
    own: tuple[OwnLane, ...] = authored(
        ListOf(TableOf(OwnLane, short="key")), "Your own lanes", default=()
    )


@dataclass(frozen=True)
class Repository:
    """Where the sources are, for edit links."""

    url: Text | None = authored(WEB_ADDRESS, "URL of the repository")
    branch: Text = authored(WORDS, "Branch for edit links", default=Text("main"))
    edit: Text | None = authored(WORDS, "Pattern for edit links, with {url}, {branch} and {path}")

    def edit_link(self, path: str) -> str:
        """The address where a source file is edited, or an empty string."""
        if self.url is None:
            return ""
        pattern = self.edit or "{url}/edit/{branch}/{path}"
        base = str(self.url).rstrip("/")
        return (
            pattern.replace("{url}", base).replace("{branch}", self.branch).replace("{path}", path)
        )


def handle(text: str) -> str | None:
    """A handle as a forge writes it, or None: `@name`, `@group/name`, a role `@@name`, or a mail
    address. Without an `@` (which YAML wants in quotes) one is put in front."""
    text = text if "@" in text else "@" + text
    return text if _HANDLE.fullmatch(text) else None


_HANDLE = re.compile(r"@{1,2}[A-Za-z0-9_][\w.-]*(?:/[\w.-]+)*|[^\s@]+@[^\s@]+\.[^\s@]+", re.ASCII)
HANDLE = Pattern('a handle such as "@acme/shop", or a mail address', handle)


@dataclass(frozen=True)
class Profile:
    """What one kind of build leaves out."""

    leave_out: tuple[Text, ...] = authored(
        ListOf(WORDS), "Fact keys and fields to leave out", default=()
    )


@dataclass(frozen=True)
class Comparison:
    """How the impact of changes between two revisions is rated."""

    impact: tuple[tuple[Text, Text], ...] = authored(
        MapOf(OneOf(("high", "medium", "low", "info")), "change"),
        "Impact of a kind of change, by code or name",
        default=(),
    )


@dataclass(frozen=True)
class Anything:
    """A value that a later part of the tool reads for itself; kept as written."""

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        if isinstance(node, Scalar):
            return Text(node.text, node.span)
        if isinstance(node, Table):
            return tuple((e.key.text, self.read(e.value, key, findings)) for e in node.entries)
        return tuple(self.read(item, key, findings) for item in node.items)

    def schema(self) -> JsonSchema:
        return {}


_EMOTION_KEY = {"-2": -2, "-1": -1, "0": 0, "+1": 1, "1": 1, "+2": 2, "2": 2, "−2": -2, "−1": -1}


@dataclass(frozen=True, kw_only=True)
class SiteConfig:
    """Everything `site.yaml` may say."""

    places: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)

    title: Text = authored(WORDS, "Title of the site", required=True, default=Text("Journeys"))
    description: Text | None = authored(WORDS, "What the site is, in a sentence or two")
    language: Text = authored(
        LANGUAGE, "Language of the pages, unless a file sets another", default=Text("en")
    )
    languages: tuple[Text, ...] = authored(
        ListOf(LANGUAGE, commas=True), "Languages used in the site", default=()
    )
    url: Text | None = authored(WEB_ADDRESS, "Public URL, used only for feeds and the sitemap")
    theme: Theme = authored(TableOf(Theme, short="name"), "Theme", default=Theme())
    stages: StageRegistry = authored(
        StageSets(), "Stages, or several named sets of stages", default=StageRegistry(())
    )
    lanes: Lanes = authored(TableOf(Lanes), "Lanes of the canvas", default=Lanes())
    emotion: tuple[tuple[Text, Text], ...] = authored(
        MapOf(WORDS, "number"), "Labels of the emotion scale", default=()
    )
    review: Duration = authored(
        LENGTH,
        "How long a map counts as up to date after a review",
        default=Duration(180 * 86_400, 180 * 86_400, "180d"),
    )
    repository: Repository = authored(
        TableOf(Repository), "Source repository", default=Repository()
    )
    owners: tuple[tuple[Text, tuple[Text, ...]], ...] = authored(
        MapOf(ListOf(HANDLE, commas=True), "owner"),
        "Handle of each owner on the code host; `*` for all other files",
        default=(),
    )
    checks: tuple[tuple[Text, Text], ...] = authored(
        MapOf(OneOf(("off", "info", "warning", "error")), "rule"),
        "Level of a rule, by code or name",
        default=(),
    )
    compare: tuple[tuple[Ref, ...], ...] = authored(
        ListOf(ListOf(RefTo("journey"), commas=True)),
        "Journeys to compare side by side",
        default=(),
    )
    diff: Comparison = authored(
        TableOf(Comparison), "How the impact of changes is rated", default=Comparison()
    )
    pictures: Text = authored(
        OneOf(("none", "svg", "png")),
        "Image of each map next to its page; png needs journeybook[png]",
        default=Text("svg"),
    )
    profiles: tuple[tuple[Text, Profile], ...] = authored(
        MapOf(TableOf(Profile), "profile"), "What each build profile leaves out", default=()
    )
    limits: Budget = authored(
        Limits(),
        "Limits of the site, if the defaults are too low",
        default=STANDARD,
    )
    publish: Any = authored(Anything(), "Targets to publish to", default=())

    def __post_init__(self) -> None:
        if not self.stages.sets:
            object.__setattr__(self, "stages", DEFAULT_STAGES)

    @cached_property
    def facts(self) -> dict[str, FactKey]:
        """The facts authors may use on this site: those of the format and the site's own lanes."""
        own = {
            str(lane.key): FactKey(
                str(lane.key),
                next((str(name) for _, name in lane.title), str(lane.key).capitalize()),
                ValueKind.STATEMENT,
                "text",
                Line(str(lane.line)),
                icon=str(lane.icon or "lane"),
            )
            for lane in self.lanes.own
        }
        return {**v.FACTS, **own}

    @cached_property
    def lane_order(self) -> tuple[str, ...]:
        """Keys of the lanes a canvas shows, in order: the site's, and each lane that `lanes.order`
        does not name below the last one on its side of the blueprint's lines."""
        lanes = [key for key, fact in self.facts.items() if fact.cell]
        sides = list(Line)
        depth = {key: sides.index(self.facts[key].line) for key in lanes}
        ordered = list(dict.fromkeys(str(key) for key in self.lanes.order if key in lanes))
        for key in sorted((key for key in lanes if key not in ordered), key=depth.__getitem__):
            same = [at for at, other in enumerate(ordered) if depth[other] == depth[key]]
            above = same or [at for at, other in enumerate(ordered) if depth[other] < depth[key]]
            ordered.insert(max(above, default=-1) + 1, key)
        hidden = set(self.lanes.hidden)
        return tuple(key for key in ordered if key not in hidden)

    def emotion_label(self, value: int) -> str | None:
        """The site's own word for a value of the scale, or None."""
        return next(
            (
                str(label)
                for key, label in self.emotion
                if _EMOTION_KEY.get(str(key).strip()) == value
            ),
            None,
        )


def _stage(identifier: str, phase: str, *names: str) -> StageDefinition:
    langs = ("en", "hu", "ru", "fa", "pl", "vi")
    pairs = tuple((Text(lang), Text(name)) for lang, name in zip(langs, names, strict=True))
    return StageDefinition(id=Text(identifier), name=pairs, phase=Text(phase))


# Seven stages, the union of SOURCES' sets of three, five and seven; a site without `stages:` gets
# these.
DEFAULT_STAGES = StageRegistry(
    (
        (
            "default",
            (
                _stage(
                    "awareness",
                    "before",
                    "Awareness",
                    "Tudatosság",
                    "Осведомлённость",
                    "آگاهی",
                    "Świadomość",
                    "Nhận thức",
                ),
                _stage(
                    "consideration",
                    "before",
                    "Consideration",
                    "Mérlegelés",
                    "Рассмотрение",
                    "بررسی",
                    "Rozważanie",
                    "Cân nhắc",
                ),
                _stage(
                    "decision",
                    "during",
                    "Decision",
                    "Döntés",
                    "Решение",
                    "تصمیم‌گیری",
                    "Decyzja",
                    "Quyết định",
                ),
                _stage(
                    "onboarding",
                    "after",
                    "Onboarding",
                    "Bevezetés",
                    "Внедрение",
                    "راه‌اندازی",
                    "Wdrożenie",
                    "Khởi đầu",
                ),
                _stage(
                    "adoption",
                    "after",
                    "Adoption",
                    "Használatba vétel",
                    "Освоение",
                    "به‌کارگیری",
                    "Adopcja",
                    "Sử dụng",
                ),
                _stage(
                    "retention",
                    "after",
                    "Retention",
                    "Megtartás",
                    "Удержание",
                    "نگهداشت",
                    "Retencja",
                    "Gắn bó",
                ),
                _stage(
                    "advocacy",
                    "after",
                    "Advocacy",
                    "Ajánlás",
                    "Рекомендация",
                    "هواداری",
                    "Rzecznictwo",
                    "Giới thiệu",
                ),
            ),
        ),
    )
)


def read_site_config(source: Source) -> tuple[SiteConfig, tuple[Diagnostic, ...]]:
    """Read `site.yaml`. What cannot be read stands at its default and is a finding."""
    findings = Findings(source)
    root, problems = read_yaml(source, 1, len(source.lines))
    findings.extend(problems)
    if root is None or not isinstance(root, Table):
        if not problems:
            report_no_table(root, Span.start_of(source.path), findings)
        return SiteConfig(), tuple(findings.all)
    values = bind(SiteConfig, root, findings)
    places = {entry.key.text: entry.value.span for entry in root.entries}
    config = SiteConfig(**values, places=places)
    _check_words(config, findings)
    return config, tuple(findings.all)


def _check_words(config: SiteConfig, findings: Findings) -> None:
    for key in (*config.lanes.order, *config.lanes.hidden):
        if key not in config.facts:
            findings.add(
                "JB119", key.span, f"unknown lane `{key}`", did_you_mean(key, config.facts)
            )
    for key, _ in config.emotion:
        if key.strip() not in _EMOTION_KEY:
            findings.add("JB119", key.span, f"`{key}` is not on the scale -2, -1, 0, +1, +2")
    for _, stages in config.stages.sets:
        seen: set[str] = set()
        for stage in stages:
            if str(stage.id) in seen:
                findings.add(
                    "JB138", stage.id.span, f"the stage `{stage.id}` appears twice in one set"
                )
            seen.add(str(stage.id))

"""`site.yaml`: the settings of the people who run a site, not of those who write its maps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

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
from journeybook.schema.leave_out import Profile, check_keys
from journeybook.schema.publish_target import PublishTargets, Targets
from journeybook.schema.site_limits import Limits
from journeybook.schema.values import Ref, Text, slug
from journeybook.schema.yaml_reader import Node, Table, read_yaml
from journeybook.text import Source, Span
from journeybook.vocabulary import Duration, FactKey, Line, ValueKind


@dataclass(frozen=True)
class Names:
    """A name, or a mapping of languages to names, read as (language, name) pairs.

    The language of a single name is empty.
    """

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
        """The name in a language. Default: the first name, or the id if there is none."""
        names: dict[str, str] = {str(language): str(name) for language, name in self.name}
        primary = lang.split("-")[0]
        default = next(iter(names.values()), str(self.id))
        return names.get(lang) or names.get(primary) or default


@dataclass(frozen=True)
class StageRegistry:
    """Named sets of stages; the first is the default."""

    sets: tuple[tuple[str, tuple[StageDefinition, ...]], ...]

    @cached_property
    def _by_name(self) -> dict[str, StageDefinition]:
        """The stages by folded id, name and alias. The first set with a name wins, an id before
        a name."""
        by_name: dict[str, StageDefinition] = {}
        for _, stages in self.sets:
            for stage in stages:
                by_name.setdefault(_folded(stage.id), stage)
            for stage in stages:
                names = [name for _, name in stage.name]
                for name in (*names, *stage.aliases):
                    by_name.setdefault(_folded(name), stage)
        return by_name

    def find(self, name: str) -> StageDefinition | None:
        """The stage with this id, name or alias in any language."""
        return self._by_name.get(_folded(name))

    def names(self) -> tuple[str, ...]:
        """All names, ids and aliases, for suggestions."""
        every: list[Text] = []
        for _, stages in self.sets:
            for stage in stages:
                every += [name for _, name in stage.name]
                every += [stage.id, *stage.aliases]
        return tuple(dict.fromkeys(map(str, every)))

    @property
    def default(self) -> tuple[StageDefinition, ...]:
        """The stages of the first set."""
        return self.sets[0][1] if self.sets else ()

    @cached_property
    def all(self) -> tuple[StageDefinition, ...]:
        """All stages without duplicates, those of the default set first."""
        by_id: dict[str, StageDefinition] = {}
        for _, stages in self.sets:
            for stage in stages:
                by_id.setdefault(str(stage.id), stage)
        return tuple(by_id.values())


def _folded(name: str) -> str:
    return slug(name.casefold()) or name


@dataclass(frozen=True)
class StageSets:
    """A list of stages, or a mapping of set names to lists."""

    def read(self, node: Node, key: str, findings: Findings) -> StageRegistry | None:
        one_set = ListOf(TableOf(StageDefinition, short="id"))
        if isinstance(node, Table):
            sets = MapOf(one_set, "set").read(node, key, findings) or ()
            named = [(str(name), stages) for name, stages in sets]
            return StageRegistry(tuple(named))
        stages = one_set.read(node, key, findings)
        return None if stages is None else StageRegistry((("default", stages),))

    def schema(self) -> JsonSchema:
        one_set = ListOf(TableOf(StageDefinition, short="id")).schema()
        return {"anyOf": [one_set, {"type": "object", "additionalProperties": one_set}]}


def _colour(text: str) -> str | None:
    return text.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", text) else None


@dataclass(frozen=True)
class Theme:
    """The theme, and what a site may change about it without editing a template."""

    name: Text = authored(WORDS, "Folder in themes/, or default", default=Text("default"))
    accent: Text | None = authored(Pattern("a colour such as #0b6e6e", _colour), "Accent colour")
    logo: Text | None = authored(LINK, "Image file in this site")


def _lane_key(text: str) -> str | None:
    is_plain = text == slug(text) and text.isascii() and len(text) <= 40
    return text if is_plain and text not in v.FACTS else None


@dataclass(frozen=True)
class OwnLane:
    """A lane that the site adds to the built-in ones."""

    key: Text = authored(
        Pattern(
            "a new key of lowercase letters, digits and `-`",
            _lane_key,
            hint="choose a key that is not a built-in fact",
        ),
        "Key of the fact",
        required=True,
        default=Text(),
    )
    title: tuple[tuple[Text, Text], ...] = authored(
        Names(), "Title, or one title per language", default=()
    )
    icon: Text | None = authored(WORDS, "Icon name from the theme")
    line: Text = authored(
        OneOf(tuple(line.value for line in Line)),
        "Position in the service blueprint",
        default=Text("customer"),
    )


@dataclass(frozen=True)
class Lanes:
    """The order of lanes, hidden lanes, and the site's own lanes."""

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
        """The URL to edit a source file, or an empty string if the repository is unknown."""
        if self.url is None:
            return ""
        link = str(self.edit or "{url}/edit/{branch}/{path}")
        link = link.replace("{url}", self.url.rstrip("/"))
        link = link.replace("{branch}", quote(self.branch, safe=_IN_ADDRESSES))
        return link.replace("{path}", quote(path, safe=_IN_ADDRESSES))


_IN_ADDRESSES = "/:@!$&'()*+,;="
"""The characters that may stand in the path of an address, besides letters, digits and `-._~`."""


def handle(text: str) -> str | None:
    """A handle of a code host, or None: `@name`, `@group/name`, a role `@@name`, or an email
    address. The first `@`, which YAML requires in quotes, may be left out."""
    text = text if "@" in text else "@" + text
    return text if _HANDLE.fullmatch(text) else None


_HANDLE = re.compile(r"@{1,2}[A-Za-z0-9_][\w.-]*(?:/[\w.-]+)*|[^\s@]+@[^\s@]+\.[^\s@]+", re.ASCII)
HANDLE = Pattern('a handle such as "@acme/shop", or an email address', handle)


@dataclass(frozen=True)
class Comparison:
    """How a comparison of two revisions rates the impact of changes."""

    impact: tuple[tuple[Text, Text], ...] = authored(
        MapOf(OneOf(("high", "medium", "low", "info")), "change"),
        "Impact of a kind of change, by code or name",
        default=(),
    )


_EMOTION_KEY = {
    "-2": -2,
    "−2": -2,
    "-1": -1,
    "−1": -1,
    "0": 0,
    "+1": 1,
    "1": 1,
    "+2": 2,
    "2": 2,
}
"""How a value of the emotion scale may be written as a key."""


@dataclass(frozen=True, kw_only=True)
class SiteConfig:
    """Settings of a site."""

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
    publish: Targets = authored(PublishTargets(), "Wikis to publish to, by name", default=())
    limits: Budget = authored(
        Limits(),
        "Limits of the site, if the defaults are too low",
        default=STANDARD,
    )

    def __post_init__(self) -> None:
        if not self.stages.sets:
            object.__setattr__(self, "stages", DEFAULT_STAGES)

    @cached_property
    def facts(self) -> dict[str, FactKey]:
        """The facts authors may use on this site: the built-in ones and the site's own lanes."""
        own = {str(lane.key): _fact_of_lane(lane) for lane in self.lanes.own}
        return {**v.FACTS, **own}

    @cached_property
    def lane_order(self) -> tuple[str, ...]:
        """Keys of the lanes on a canvas, from top to bottom.

        Lanes that `lanes.order` does not list come last within their part of the blueprint.
        """
        parts = list(Line)
        lanes = {key: fact for key, fact in self.facts.items() if fact.cell}
        depth = {key: parts.index(fact.line) for key, fact in lanes.items()}
        ordered = list(dict.fromkeys([str(key) for key in self.lanes.order if key in lanes]))
        rest = [key for key in lanes if key not in ordered]
        for key in sorted(rest, key=depth.__getitem__):
            ordered.insert(_place_below(key, ordered, depth), key)
        hidden = set(self.lanes.hidden)
        return tuple([key for key in ordered if key not in hidden])

    def emotion_label(self, value: int) -> str | None:
        """The site's own label for a value of the emotion scale, or None."""
        for key, label in self.emotion:
            if _EMOTION_KEY.get(key.strip()) == value:
                return str(label)
        return None


def _fact_of_lane(lane: OwnLane) -> FactKey:
    key = str(lane.key)
    titles = [str(name) for _, name in lane.title]
    title = titles[0] if titles else key.capitalize()
    icon = str(lane.icon or "lane")
    return FactKey(key, title, ValueKind.STATEMENT, "text", Line(str(lane.line)), icon=icon)


def _place_below(key: str, ordered: Sequence[str], depth: Mapping[str, int]) -> int:
    """The index below the last lane of the same part of the blueprint, or of a part above it."""
    same = [at for at, other in enumerate(ordered) if depth[other] == depth[key]]
    if same:
        return same[-1] + 1
    above = [at for at, other in enumerate(ordered) if depth[other] < depth[key]]
    return above[-1] + 1 if above else 0


_LANGUAGES = ("en", "hu", "ru", "fa", "pl", "vi")


def _stage(identifier: str, phase: str, *names: str) -> StageDefinition:
    """A stage with a name for each of `_LANGUAGES`."""
    texts = zip(map(Text, _LANGUAGES), map(Text, names), strict=True)
    return StageDefinition(id=Text(identifier), name=tuple(texts), phase=Text(phase))


# The stages of a site without `stages:`: seven, the union of the usual sets of three, five and
# seven in the literature.
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
    """Read `site.yaml`. Settings that cannot be read keep their defaults and are findings."""
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
            hint = did_you_mean(key, config.facts)
            findings.add("JB119", key.span, f"unknown lane `{key}`", hint)
    for key, _ in config.emotion:
        if key.strip() not in _EMOTION_KEY:
            findings.add("JB119", key.span, f"`{key}` is not on the scale -2, -1, 0, +1, +2")
    for _, profile in config.profiles:
        check_keys(profile, config.facts, findings)
    profiles = [str(name) for name, _ in config.profiles]
    for _, target in config.publish:
        if target.profile and str(target.profile) not in profiles:
            hint = did_you_mean(target.profile, profiles) or "add it below `profiles`"
            message = f"unknown profile `{target.profile}`"
            findings.add("JB119", target.profile.span, message, hint)
    for _, stages in config.stages.sets:
        seen: set[str] = set()
        for stage in stages:
            if str(stage.id) in seen:
                message = f"the stage `{stage.id}` appears twice in one set"
                findings.add("JB138", stage.id.span, message)
            seen.add(str(stage.id))

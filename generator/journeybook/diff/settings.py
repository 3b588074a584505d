"""What changed in `site.yaml`: every setting by its key, with its old and new value.

Settings decide what is published, checked and reviewed. One that lets more out, or checks or rates
less strictly, is as important as the worst change of a map.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from journeybook.diff.change import Change, Element, Impact
from journeybook.diff.format_value import format_value
from journeybook.diff.make_change import make_change
from journeybook.diff.message import Text, message, plural
from journeybook.schema.documents import Journey
from journeybook.schema.site_config import SiteConfig, StageDefinition
from journeybook.schema.values import Ref
from journeybook.schema.values import Text as Written
from journeybook.text import Span
from journeybook.vocabulary import Duration

Path = tuple[str, ...]
"""The keys that lead to a setting, as in `("profiles", "public", "leave-out", "keys")`."""
Leaves = Mapping[Path, object]
_SITE = Ref("site", "site.yaml")
_LEVELS = ("off", "info", "warning", "error")
_IMPACTS = ("info", "low", "medium", "high")


def settings_changes(
    before: SiteConfig, after: SiteConfig, journeys: Iterable[Journey] = ()
) -> Iterator[Change]:
    """A change for every setting with another value.

    `journeys` are those of the base; a change of a stage says how many of them use it.
    """
    yield from _stage_changes(before, after, _uses(journeys))
    old_leaves, new_leaves = _leaves(before), _leaves(after)
    for path in dict.fromkeys((*old_leaves, *new_leaves)):
        old, new = old_leaves.get(path), new_leaves.get(path)
        if old != new:
            why = _relaxed(path, old, new)
            yield _change(
                "JD705",
                Element(".".join(path), _SITE, title="site.yaml"),
                (before, after, path[0]),
                old=_shown(old),
                new=_shown(new),
                impact=Impact.HIGH if why else None,
                why=why,
            )


def _leaves(config: SiteConfig) -> Leaves:
    """The values of all settings but the stages, which are compared by their IDs."""
    leaves: dict[Path, object] = {}
    for field in fields(config):
        if field.name not in ("places", "stages"):
            leaves |= _flat((_key(field.name),), getattr(config, field.name))
    return leaves


def _flat(path: Path, value: object) -> dict[Path, object]:
    """A value by the path of each of its leaves. Empty values have none."""
    inner: Iterable[tuple[str, object]] = ()
    if is_dataclass(value) and not isinstance(value, Duration | Ref):
        inner = [(_key(field.name), getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, tuple) and value and all(map(_is_entry, value)):
        inner = [(str(key), entry) for key, entry in value]
    elif isinstance(value, tuple) and value and all(map(is_dataclass, value)):
        inner = [(str(getattr(entry, "key", at)), entry) for at, entry in enumerate(value, 1)]
    else:
        return {} if value in (None, ()) else {path: value}
    leaves: dict[Path, object] = {}
    for key, entry in inner:
        leaves |= _flat((*path, key), entry)
    return leaves


def _is_entry(value: object) -> bool:
    """Whether a value is a key with a value, as in a mapping that an author wrote."""
    return isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], Written)


def _key(name: str) -> str:
    return name.replace("_", "-")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return value.id if isinstance(value, Ref) else format_value(value)


def _relaxed(path: Path, old: object, new: object) -> Text:
    """Why a setting lets through what it held back before; empty if it does not."""
    for start, is_looser, why in _RULES:
        if path[: len(start)] == start and is_looser(old, new):
            return why
    return ""


def _leaves_out_less(old: object, new: object) -> bool:
    kept = new if isinstance(new, tuple) else ()
    return isinstance(old, tuple) and not set(old) <= set(kept)


def _is_lower(scale: tuple[str, ...]) -> Callable[[object, object], bool]:
    def is_lower(old: object, new: object) -> bool:
        # Without a value, the default holds: no more than the highest, which only it may lower.
        before = scale.index(str(old)) if old in scale else len(scale) - 1
        after = scale.index(str(new)) if new in scale else before - (old == scale[-1])
        return after < before

    return is_lower


def _is_any(old: object, new: object) -> bool:
    return True


def _is_longer(old: object, new: object) -> bool:
    return isinstance(old, Duration) and isinstance(new, Duration) and new.high > old.high


_RULES: tuple[tuple[Path, Callable[[object, object], bool], Text], ...] = (
    (("profiles",), _leaves_out_less, message("pages of this profile will show more")),
    (("checks",), _is_lower(_LEVELS), message("problems of this kind will count less")),
    (("diff", "impact"), _is_lower(_IMPACTS), message("changes of this kind will count less")),
    (
        ("publish",),
        _is_any,
        message("this decides where the maps are published, and where the token is sent"),
    ),
    (("review",), _is_longer, message("maps will count as up to date for longer")),
)
"""For settings below a path: whether they became looser, and what follows from that."""


def _uses(journeys: Iterable[Journey]) -> Mapping[str, int]:
    """How many maps have a stage, by its ID in `site.yaml`."""
    uses: dict[str, int] = {}
    for journey in journeys:
        for stage in {stage.id for stage in journey.stages if stage.registered}:
            uses[stage] = uses.get(stage, 0) + 1
    return uses


def _stage_changes(
    before: SiteConfig, after: SiteConfig, uses: Mapping[str, int]
) -> Iterator[Change]:
    """Stages that were removed, added or renamed, or have another place, alias or phase."""
    old_stages = {str(stage.id): stage for stage in before.stages.all}
    new_stages = {str(stage.id): stage for stage in after.stages.all}
    sides = (before, after, "stages")
    for id in dict.fromkeys((*old_stages, *new_stages)):
        yield from _one_stage(old_stages.get(id), new_stages.get(id), sides, _used_by(uses, id))
    old_order = [id for id in old_stages if id in new_stages]
    new_order = [id for id in new_stages if id in old_stages]
    if old_order != new_order:
        names = [", ".join(_name(old_stages[id], before) for id in old_order)]
        names.append(", ".join(_name(new_stages[id], after) for id in new_order))
        order = Element("stages", _SITE, title="site.yaml")
        yield _change("JD705", order, sides, old=names[0], new=names[1])


def _used_by(uses: Mapping[str, int], id: str) -> Text:
    count = uses.get(id, 0)
    return plural("{count} journey has it", "{count} journeys have it", count) if count else ""


def _one_stage(
    old: StageDefinition | None, new: StageDefinition | None, sides: _Sides, used_by: Text
) -> Iterator[Change]:
    before, after, _ = sides
    stage = old or new
    if stage is None:
        return
    what = f"stages.{stage.id}"
    if old is None or new is None:
        code = "JD362" if old is None else "JD361"
        title = _name(stage, after if old is None else before)
        yield _change(code, Element(what, _SITE, title=title), sides, why=used_by)
        return
    names = (_name(old, before), _name(new, after))
    if names[0] != names[1]:
        element = Element(what, _SITE, title=names[1])
        yield _change("JD363", element, sides, old=names[0], new=names[1], why=used_by)
    old_rest, new_rest = _rest(old, before), _rest(new, after)
    for path in dict.fromkeys((*old_rest, *new_rest)):
        if old_rest.get(path) != new_rest.get(path):
            element = Element(".".join((what, *path)), _SITE, title="site.yaml")
            values = (_shown(old_rest.get(path)), _shown(new_rest.get(path)))
            yield _change("JD705", element, sides, old=values[0], new=values[1], why=used_by)


def _rest(stage: StageDefinition, config: SiteConfig) -> Leaves:
    """What a stage has besides its ID and its name in the language of the site."""
    primary = _name(stage, config)
    leaves = _flat((), stage)
    return {
        path: value
        for path, value in leaves.items()
        if path != ("id",) and not (path[0] == "name" and str(value) == primary)
    }


def _name(stage: StageDefinition, config: SiteConfig) -> str:
    return stage.named(str(config.language))


_Sides = tuple[SiteConfig, SiteConfig, str]
"""Both versions of the settings, and the key at the top of what changed."""


def _change(
    code: str,
    element: Element,
    sides: _Sides,
    *,
    old: str = "",
    new: str = "",
    impact: Impact | None = None,
    why: Text = "",
) -> Change:
    before, after, key = sides
    return make_change(
        code,
        element,
        key=(element.what,),
        old=old,
        new=new,
        before=before.places.get(key),
        after=after.places.get(key) or Span.start_of("site.yaml"),
        impact=impact,
        why=why,
    )

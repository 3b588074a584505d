"""A theme as layers of files in memory, and the Jinja environment that sees them.

The site's own theme stands first, the built-in one last; a file of an earlier layer replaces the
file of the same name in every later one. `{% extends "default:base.html" %}` reaches the built-in
file behind a replacement.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from types import MethodType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from journeybook.cache import NULL_CACHE, Cache, key_of
from journeybook.diagnostics import Diagnostic, did_you_mean
from journeybook.faults import fault
from journeybook.text import Span

BUILT_IN = "default:"
TEMPLATES, STATIC = "templates/", "static/"


@dataclass(frozen=True)
class Theme:
    """The layers of a theme: path in the theme's folder (`templates/base.html`) -> contents."""

    layers: tuple[Mapping[str, bytes], ...]
    folders: tuple[str, ...] = ()
    """Folder of each layer for messages, such as `themes/acme`; where missing, `themes/default`."""

    def find(self, path: str) -> tuple[str, bytes] | None:
        """The first layer's file of that path, with the path as messages show it; `default:` asks
        the last layer."""
        start = len(self.layers) - 1 if path.startswith(BUILT_IN) else 0
        path = path.removeprefix(BUILT_IN)
        for at in range(start, len(self.layers)):
            if path in self.layers[at]:
                return f"{self._folder(at)}/{path}", self.layers[at][path]
        return None

    def _folder(self, at: int) -> str:
        return self.folders[at] if at < len(self.folders) else "themes/default"


def static_files(theme: Theme) -> dict[str, bytes]:
    """The merged files of `static/`, named from there (`css/base.css`)."""
    merged: dict[str, bytes] = {}
    for layer in reversed(theme.layers):
        for path, data in layer.items():
            if path.startswith(STATIC):
                merged[path.removeprefix(STATIC)] = data
    return dict(sorted(merged.items()))


def template_names(theme: Theme) -> tuple[str, ...]:
    """The names of all templates, sorted (`base.html`, `pages/home.html`)."""
    found = {
        path.removeprefix(TEMPLATES)
        for layer in theme.layers
        for path in layer
        if path.startswith(TEMPLATES)
    }
    return tuple(sorted(found))


class _Writer(CodeGenerator):
    """Compiles templates so that what is marked as HTML already is not marked a second time: that
    is most of a page."""

    def _output_child_pre(
        self,
        node: nodes.Expr,
        frame: Frame,
        finalize: Any,
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a short way for what templates do most: ask for the fields of views, ask
    where in a loop they are, call the theme's macros and the functions that we gave them.
    Everything else goes through Jinja's checks."""

    code_generator_class = _Writer

    @staticmethod
    def escaped(value: object) -> str:
        """A value as HTML; what a template writes for each `{{ … }}`."""
        return value if type(value) is Markup else escape(value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in _FIELDS[type(obj)]:
            return getattr(obj, attribute)
        if type(obj) is TemplateModule and attribute[:1] != "_" and attribute in vars(obj):
            return vars(obj)[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        is_macro = type(obj) is Macro
        if not is_macro and (type(obj) is not MethodType or obj not in self.ours):
            return super().call(context, obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)  # what Jinja tells functions that ask for its context
        kwargs.pop("_block_vars", None)
        return obj(context.eval_ctx, *args, **kwargs) if is_macro else obj(*args, **kwargs)

    @cached_property
    def ours(self) -> frozenset[Any]:
        """The functions that templates were given; read once, when the first page is made."""
        return frozenset(found for found in self.globals.values() if type(found) is MethodType)


class _Fields(dict[type, frozenset[str]]):
    """The names of the fields of each type of view, found out once; none for anything that is not a
    view of ours."""

    def __missing__(self, cls: type) -> frozenset[str]:
        if cls is LoopContext:
            return self.setdefault(cls, frozenset(("first", "last", "index", "index0", "length")))
        is_view = cls.__module__ in _VIEWS
        names = (field.name for field in fields(cls)) if is_view and is_dataclass(cls) else ()
        made = self[cls] = frozenset(name for name in names if not name.startswith("_"))
        return made


_FIELDS = _Fields()
_VIEWS = ("journeybook.pages.views", "journeybook.pages.answers.views")


class _Compiled(BytecodeCache):
    """Keeps templates compiled, by their names and texts: compiling takes longer than making a
    small site."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._cache.get("template", key_of(bucket.key, bucket.checksum))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.put(
            "template", key_of(bucket.key, bucket.checksum), bucket.bytecode_to_string()
        )


def environment(theme: Theme, cache: Cache = NULL_CACHE) -> Environment:
    """A Jinja environment that reads only the theme, escapes everything and refuses unknown names.

    It is Jinja's sandbox: whoever builds a stranger's branch must not run the stranger's Python.
    Compiled templates are kept in `memory`.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        prefix = BUILT_IN if name.startswith(BUILT_IN) else ""
        found = theme.find(f"{prefix}{TEMPLATES}{name.removeprefix(BUILT_IN)}")
        if found is None:
            return None
        shown, data = found
        try:
            return data.decode("utf-8"), shown, None
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise TemplateSyntaxError("the file is not UTF-8 text", line, name, shown) from None

    return _Sandbox(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=None if cache is NULL_CACHE else _Compiled(cache),
    )


def template_fault(
    error: Exception,
    theme: Theme,
    template: str,
    page: str,
) -> Diagnostic:
    """What went wrong in a template, where, and on which page."""
    if isinstance(error, TemplateSyntaxError):
        place = _span(
            error.filename or f"themes/default/{TEMPLATES}{error.name or template}", error.lineno
        )
        return fault("JB180", place, f"{_lower(error.message or '')} (while building {page})")
    place = _place(error, theme, template)
    if isinstance(error, TemplateNotFound):
        wanted = str(error.name or template)
        return fault(
            "JB180",
            place,
            f"unknown template `{wanted}` (while building {page})",
            did_you_mean(wanted, template_names(theme)),
        )
    said = str(error).strip().split("\n")[0] or type(error).__name__
    return fault("JB180", place, f"{_lower(said)} (while making {page})")


def _place(error: Exception, theme: Theme, template: str) -> Span:
    """The innermost line of a template in the traceback, which Jinja rewrites to lines of the
    source."""
    found = theme.find(f"{TEMPLATES}{template}")
    shown, line = found[0] if found else f"themes/default/{TEMPLATES}{template}", 1
    names = {place[0] for name in template_names(theme) for place in _places(theme, name)}
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename in names:
            shown, line = frame.filename, frame.lineno or 1
    return _span(shown, line)


def _places(theme: Theme, name: str) -> list[tuple[str, bytes]]:
    asked = (f"{TEMPLATES}{name}", f"{BUILT_IN}{TEMPLATES}{name}")
    return [found for path in asked if (found := theme.find(path))]


def _span(file: str, line: int) -> Span:
    return Span(file, line, 1, line, 2)


def _lower(message: str) -> str:
    message = message.rstrip(".")
    return message[:1].lower() + message[1:] if message[1:2].islower() else message

"""A theme as layers of files in memory, and the Jinja environment that reads them.

The site's own theme comes first, the built-in one last. A file replaces the file of the same name
in all later layers. `{% extends "default:base.html" %}` extends the built-in file, replaced or not.
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
    """Folder of each layer for messages, such as `themes/acme`. Default: `themes/default`."""

    def find(self, path: str) -> tuple[str, bytes] | None:
        """The path, as messages show it, and the contents of a file in the first layer that has it;
        with the prefix `default:`, in the last layer."""
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
    names: set[str] = set()
    for layer in theme.layers:
        names.update(path.removeprefix(TEMPLATES) for path in layer if path.startswith(TEMPLATES))
    return tuple(sorted(names))


class _Writer(CodeGenerator):
    """Compiles templates so that what is HTML already, which is most of a page, is not escaped
    again."""

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
    """Jinja's sandbox with a fast path for what templates do most: read fields of views and of the
    loop, call the theme's macros and the functions of `PageRenderer`. Everything else goes through
    Jinja's checks."""

    code_generator_class = _Writer

    @staticmethod
    def escaped(value: object) -> str:
        """A value as HTML, for each `{{ … }}` of a template."""
        return value if type(value) is Markup else escape(value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in _FIELDS[type(obj)]:
            return getattr(obj, attribute)
        if type(obj) is TemplateModule and attribute[:1] != "_" and attribute in vars(obj):
            return vars(obj)[attribute]
        return super().getattr(obj, attribute)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        is_macro = type(obj) is Macro
        if not is_macro and (type(obj) is not MethodType or obj not in self.renderer_functions):
            return super().call(context, obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)  # Jinja passes these to functions that ask for its context
        kwargs.pop("_block_vars", None)
        return obj(context.eval_ctx, *args, **kwargs) if is_macro else obj(*args, **kwargs)

    @cached_property
    def renderer_functions(self) -> frozenset[Any]:
        """The functions of `PageRenderer`; read once, when the first page is rendered."""
        return frozenset(entry for entry in self.globals.values() if type(entry) is MethodType)


class _Fields(dict[type, frozenset[str]]):
    """The names of the fields of each type of view, read once; none for any other type."""

    def __missing__(self, cls: type) -> frozenset[str]:
        if cls is LoopContext:
            return self.setdefault(cls, frozenset(("first", "last", "index", "index0", "length")))
        is_view = cls.__module__ in _VIEWS
        names = (field.name for field in fields(cls)) if is_view and is_dataclass(cls) else ()
        fields_of = self[cls] = frozenset(name for name in names if not name.startswith("_"))
        return fields_of


_FIELDS = _Fields()
_VIEWS = ("journeybook.pages.views", "journeybook.pages.answers.views")


class _Compiled(BytecodeCache):
    """Keeps compiled templates by their names and texts: compiling takes longer than building a
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

    It is Jinja's sandbox, since a build of an untrusted branch must not run Python from its
    templates. Compiled templates are kept in `cache`.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        prefix = BUILT_IN if name.startswith(BUILT_IN) else ""
        file = theme.find(f"{prefix}{TEMPLATES}{name.removeprefix(BUILT_IN)}")
        if file is None:
            return None
        shown, data = file
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
    """A finding about a template that failed: why, where, and for which page."""
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
    reason = str(error).strip().split("\n")[0] or type(error).__name__
    return fault("JB180", place, f"{_lower(reason)} (while building {page})")


def _place(error: Exception, theme: Theme, template: str) -> Span:
    """The innermost line of a template in the traceback, which Jinja rewrites to lines of the
    source."""
    own = theme.find(f"{TEMPLATES}{template}")
    shown = own[0] if own else f"themes/default/{TEMPLATES}{template}"
    line = 1
    files: set[str] = set()
    for name in template_names(theme):
        files.update(_files(theme, name))
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename in files:
            shown, line = frame.filename, frame.lineno or 1
    return _span(shown, line)


def _files(theme: Theme, name: str) -> list[str]:
    """The paths of a template, as messages show them: of the first layer that has it, and of the
    built-in theme."""
    wanted = (f"{TEMPLATES}{name}", f"{BUILT_IN}{TEMPLATES}{name}")
    files = map(theme.find, wanted)
    return [file[0] for file in files if file]


def _span(file: str, line: int) -> Span:
    return Span(file, line, 1, line, 2)


def _lower(message: str) -> str:
    message = message.rstrip(".")
    return message[:1].lower() + message[1:] if message[1:2].islower() else message

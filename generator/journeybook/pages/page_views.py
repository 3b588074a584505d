"""Find the function that builds the view of a page, and report what a kind of page lacks."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Iterator
from functools import cache

from journeybook.pages.context import PageContext
from journeybook.pages.page_kind import PageKind
from journeybook.pages.page_kinds import PAGE_KINDS
from journeybook.pages.views import PageView

ViewBuilder = Callable[..., PageView]


class MissingViewError(Exception):
    """A kind of page names a function that does not exist."""


def view_of(ctx: PageContext) -> PageView:
    """The view of the page being built."""
    kind = ctx.page_kind
    build = view_builder(kind)
    return build(ctx, kind.subject(ctx)) if kind.subject else build(ctx)


@cache
def view_builder(kind: PageKind) -> ViewBuilder:
    """The function that builds the views of a kind; `MissingViewError` if there is none."""
    module_name, _, function = kind.view.rpartition(".")
    module_name = f"journeybook.pages.{module_name}"
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name != module_name:
            raise
        raise MissingViewError(
            f"page kind `{kind.name}` has no view: there is no module `{module_name}`"
        ) from None
    builder: ViewBuilder | None = getattr(module, function, None)
    if builder is None:
        raise MissingViewError(
            f"page kind `{kind.name}` has no view: `{module_name}` has no function `{function}`"
        )
    return builder


def missing_parts(templates: Collection[str]) -> Iterator[str]:
    """A sentence for each view or template that a kind of page lacks; `templates` are the names of
    the theme's templates (`theme.template_names`)."""
    for kind in PAGE_KINDS.values():
        try:
            view_builder(kind)
        except MissingViewError as error:
            yield str(error)
        template = f"pages/{kind.template}.html"
        if template not in templates:
            yield f"page kind `{kind.name}` has no template `{template}`"


for _kind in PAGE_KINDS.values():
    view_builder(_kind)  # A missing function stops the first import, not a build half way

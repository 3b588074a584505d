"""Two or three journeys side by side: facts, curves, lanes by stage; and what is left to do until
the future is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeybook.insight.committee import head_count
from journeybook.insight.compare import SharedStage, align, resampled, stage_mean, versions
from journeybook.insight.emotion import average, mean
from journeybook.insight.path import linearity
from journeybook.insight.touchpoint_use import offline_share, touchpoints_of
from journeybook.pages import views
from journeybook.pages.answers import views as shown
from journeybook.pages.answers.cells import felt, filled, head, linked, mark, plain, signed
from journeybook.pages.answers.left_to_do import left_section
from journeybook.pages.context import PageContext
from journeybook.pages.frame import frame
from journeybook.pages.labels import word
from journeybook.pages.links import link, stage_link, stage_title, step_link
from journeybook.pages.lists.cards import length, sentence
from journeybook.pages.maps.curve import line_path, y_of
from journeybook.pages.page_kind import PlannedPage
from journeybook.pages.prose_html import markup
from journeybook.pages.scales import emotion
from journeybook.schema.documents import Fact, Journey, Step
from journeybook.schema.values import Ref
from journeybook.vocabulary import is_right_to_left

HEIGHT, WIDTH, STAGE, STEP = 240.0, 960.0, 132.0, 34.0


def compare_link(ctx: PageContext, page: PlannedPage) -> views.Link:
    """A link to a comparison, named after its journeys."""
    return views.Link(label=compare_title(ctx, page), href=ctx.href(page.url), kind="journey")


def compare_title(ctx: PageContext, page: PlannedPage) -> str:
    """The journeys' titles; where one is written the other way round, each is kept to itself."""
    journeys = [found for name in page.beside if (found := ctx.catalog.journey(name))]
    mixed = any(is_right_to_left(ctx.catalog.lang(journey)) != ctx.rtl for journey in journeys)
    return " ↔ ".join(
        f"\u2068{journey.title}\u2069" if mixed else str(journey.title) for journey in journeys
    )


def compare_view(ctx: PageContext) -> shown.AnswerView:
    """The journeys of one line of `site.yaml`'s `compare`."""
    journeys = [found for name in ctx.page.beside if (found := ctx.catalog.journey(name))]
    shared = align(journeys, ctx.catalog)
    sections = [_facts(ctx, journeys)]
    pair = versions(journeys)
    if pair:
        sections.append(left_section(ctx, *pair))
    curves = _overlay(ctx, journeys, shared)
    if curves:
        note = ctx.t("Aligned by stage; steps are spread evenly within each stage.")
        sections.append(
            shown.Section(id="curves_", title=ctx.t("The curves"), note=note, overlay=curves)
        )
    sections += (_stage(ctx, journeys, stage, number) for number, stage in enumerate(shared, 1))
    return shown.AnswerView(
        **frame(ctx),
        title=compare_title(ctx, ctx.page),
        kind="journey",
        eyebrow=ctx.t("Side by side"),
        sections=tuple(sections),
    )


def columns(ctx: PageContext, journeys: Sequence[Journey]) -> tuple[views.Link, ...]:
    """Heads of columns, a journey each."""
    return tuple(link(ctx, journey.ref) for journey in journeys)


def _facts(ctx: PageContext, journeys: Sequence[Journey]) -> shown.Section:
    def row(label: str, cells: list[shown.GridCell], icon: str = "") -> shown.GridRow:
        return shown.GridRow(head=head(label, icon), cells=tuple(cells))

    def said(label: str, key: str, icon: str = "") -> shown.GridRow:
        cells = []
        for journey in journeys:
            value = str(getattr(journey, key) or "")
            cells.append(
                shown.GridCell(texts=(markup(ctx, value, journey.path),))
                if value
                else shown.GridCell()
            )
        return row(label, cells, icon)

    def counted(label: str, key: str, icon: str) -> shown.GridRow:
        return row(
            label,
            [plain(ctx.messages.number(sum(len(p.all(key)) for p in j.parts()))) for j in journeys],
            icon,
        )

    def kinds(journey: Journey) -> shown.GridCell:
        names = (
            str(journey.kind),
            str(journey.market or ""),
            str(journey.state),
            str(journey.status),
        )
        return shown.GridCell(
            badges=tuple(views.Badge(label=word(ctx.t, name)) for name in names if name)
        )

    shares = [offline_share(journey, ctx.catalog) for journey in journeys]
    rows = [
        row(
            ctx.t("Persona"),
            [linked([link(ctx, Ref("persona", journey.persona))]) for journey in journeys],
            "persona",
        ),
        row(ctx.t("Kind"), [kinds(journey) for journey in journeys]),
        said(ctx.t("Goal"), "goal", "target"),
        said(ctx.t("Why this map"), "question", "question"),
        said(ctx.t("Trigger"), "trigger", "trigger"),
        row(ctx.t("Duration"), [plain(length(ctx, journey)) for journey in journeys], "clock"),
        said(ctx.t("Deal"), "deal", "worth"),
        row(
            ctx.t("People"),
            [plain(ctx.messages.number(head_count(journey))) for journey in journeys],
            "person",
        ),
        row(
            ctx.t("Steps"),
            [plain(ctx.messages.number(len(journey.steps))) for journey in journeys],
            "step",
        ),
        row(
            ctx.t("Touchpoints"),
            [
                plain(ctx.messages.number(len(touchpoints_of(journey, ctx.catalog))))
                for journey in journeys
            ],
            "touchpoint",
        ),
        row(
            ctx.t("Offline share"),
            [plain("" if share is None else ctx.messages.percent(share)) for share in shares],
            "offline",
        ),
        row(
            ctx.t("Straight-through steps"),
            [plain(ctx.messages.percent(linearity(journey))) for journey in journeys],
            "next",
        ),
        counted(ctx.t("Pain points"), "pain", "pain"),
        counted(ctx.t("Delights"), "delight", "delight"),
        counted(ctx.t("Moments of truth"), "moment of truth", "truth"),
        row(
            ctx.t("Average emotion"),
            [
                felt(ctx, mean(v for s in j.steps if (v := average(s, j)) is not None))
                for j in journeys
            ],
            "emotion",
        ),
        said(ctx.t("Owner"), "owner", "owner"),
        row(
            ctx.t("Reviewed"),
            [
                plain(ctx.messages.date(journey.reviewed) if journey.reviewed else "")
                for journey in journeys
            ],
        ),
    ]
    grid = shown.Grid(
        corner=ctx.t("Fact"), columns=columns(ctx, journeys), rows=filled(rows), layout="even"
    )
    return shown.Section(id="facts_", title=ctx.t("At a glance"), grid=grid)


def _overlay(
    ctx: PageContext, journeys: Sequence[Journey], shared: Sequence[SharedStage]
) -> shown.Overlay | None:
    most = max((len(stage.steps(at)) for stage in shared for at in range(len(journeys))), default=0)
    column = round(max(STAGE, STEP * most, WIDTH / max(1, len(shared))), 1)
    width = column * len(shared)

    def x_at(place: float) -> float:
        return round(width - place * column if ctx.rtl else place * column, 1)

    lines = []
    for at, journey in enumerate(journeys):
        found = resampled(shared, at, journey)
        points = tuple(
            views.CurvePoint(
                x=x_at(place),
                y=y_of(value, HEIGHT),
                emotion=emotion(ctx, value),
                step=step.title,
                href=step_link(ctx, journey, step).href,
                truth=bool(step.all("moment of truth")),
            )
            for place, step, value in found
        )
        path = line_path([(point.x, point.y) for point in points])
        told = sentence(ctx, journey)
        lines.append(
            shown.OverlayLine(
                journey=link(ctx, journey.ref), tone=at, path=path, points=points, sentence=told
            )
        )
    if not any(line.points for line in lines):
        return None
    return shown.Overlay(
        width=width,
        height=HEIGHT,
        stages=tuple(
            (x_at(at + 0.5), stage_title(ctx, stage.id)) for at, stage in enumerate(shared)
        ),
        edges=tuple(x_at(at) for at in range(1, len(shared))),
        grid=tuple((y_of(value, HEIGHT), signed(ctx, value)) for value in (2, 1, 0, -1, -2)),
        lines=tuple(lines),
    )


def _stage(
    ctx: PageContext, journeys: Sequence[Journey], stage: SharedStage, number: int
) -> shown.Section:
    def lane(
        label: str, icon: str, cell: Callable[[int, Journey], shown.GridCell]
    ) -> shown.GridRow:
        cells = tuple(
            cell(at, journey) if stage.parts[at] else shown.GridCell()
            for at, journey in enumerate(journeys)
        )
        return shown.GridRow(head=head(label, icon), cells=cells)

    def parts(at: int, journey: Journey, key: str) -> list[tuple[Step | None, Fact]]:
        found: list[tuple[Step | None, Fact]] = [
            (None, fact) for part in stage.parts[at] for fact in part.all(key)
        ]
        return found + [(step, fact) for step in stage.steps(at) for fact in step.all(key)]

    def does(at: int, journey: Journey) -> shown.GridCell:
        return shown.GridCell(
            texts=tuple(
                markup(ctx, fact.text, journey.path) for _, fact in parts(at, journey, "does")
            )
        )

    def weighed(label: str, icon: str, key: str) -> shown.GridRow:
        def cell(at: int, journey: Journey) -> shown.GridCell:
            return shown.GridCell(
                marks=tuple(
                    mark(ctx, journey, fact, step) for step, fact in parts(at, journey, key)
                )
            )

        return lane(label, icon, cell)

    def steps(at: int, journey: Journey) -> shown.GridCell:
        return linked(step_link(ctx, journey, step) for step in stage.steps(at))

    def contacts(at: int, journey: Journey) -> shown.GridCell:
        return linked(
            link(ctx, t.ref) for t in touchpoints_of(journey, ctx.catalog, stage.parts[at])
        )

    rows = filled(
        (
            lane(ctx.t("Steps"), "step", steps),
            lane(
                ctx.t("Emotion"), "emotion", lambda at, j: felt(ctx, stage_mean(stage.parts[at], j))
            ),
            lane(ctx.t("Does"), "does", does),
            lane(ctx.t("Touchpoints"), "touchpoint", contacts),
            weighed(ctx.t("Moments of truth"), "truth", "moment of truth"),
            weighed(ctx.t("Pain points"), "pain", "pain"),
            weighed(ctx.t("Delights"), "delight", "delight"),
        )
    )

    def column(at: int, journey: Journey) -> views.Link:
        if not stage.parts[at]:
            return views.Link(label=str(journey.title), note=ctx.t("not in this journey"))
        return views.Link(
            label=str(journey.title), href=stage_link(ctx, journey, stage.parts[at][0]).href
        )

    heads = tuple(column(at, journey) for at, journey in enumerate(journeys))
    return shown.Section(
        id=f"stage_{number}",
        title=f"{ctx.messages.number(number)}. {stage_title(ctx, stage.id)}",
        grid=shown.Grid(corner=ctx.t("Lane"), columns=heads, rows=rows, layout="even")
        if rows
        else None,
        empty="" if rows else ctx.t("Neither journey covers this stage."),
    )

"""Only what a comparison needs is read, with the same result as reading everything."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeybook.diff.compare import compare, title_of
from journeybook.diff.document_titles import documents_named, with_document_titles
from journeybook.diff.kinds import sentence_of
from journeybook.diff.read_revisions import read_revisions, titles_of
from profiles import examples
from sites import DEFAULTS, site

STEP = "## Awareness\n### I look {{#look}}\n{}\n"
PLACES = (
    "content/journeys/ana/one.md",
    "content/journeys/ana/two.md",
    "content/journeys/ana/three.md",
)
FACTS = (
    "- touchpoint: web",
    "- touchpoint: web, shop",
    "- pain: Slow {#slow}",
    "- does: looks",
    "```\n- touchpoint: web\n```",
    "- touchpoint: web-2",
)


def data(files: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in {**DEFAULTS, **files}.items()}


def journey(facts: list[str], title: str) -> str:
    return f"---\ntitle: {title}\n---\n{STEP.format(chr(10).join(facts))}"


sites = st.fixed_dictionaries(
    {
        path: st.lists(st.sampled_from(FACTS), max_size=3).map(
            lambda facts, path=path: journey(facts, path)
        )
        for path in PLACES
    },
    optional={
        "content/touchpoints/web.md": st.sampled_from(
            ["---\ntitle: Web\n---\n", "---\ntitle: Website\n---\n"]
        ),
        "content/touchpoints/shop.md": st.just("---\ntitle: Shop\nwas: store\n---\n"),
        "content/opportunities/fast.md": st.sampled_from(
            ["---\ntitle: Fast\nsolves: ana/one#slow\n---\n", "---\ntitle: Fast\n---\n"]
        ),
        "content/metrics/wins.md": st.just("---\ntitle: Wins\n---\n"),
        "content/metrics/wins.csv": st.sampled_from(
            ["date,value\n2026-01-01,1\n", "date,value\n2026-01-01,2\n"]
        ),
    },
)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sites, sites)
def test_reading_what_differs_gives_what_reading_everything_gives(
    before: dict[str, str], after: dict[str, str]
) -> None:
    both = read_revisions(data(before), data(after))
    quick = compare(both.before, both.after, touched=both.touched)
    unread = documents_named(quick.changes) - both.after.documents.keys()
    names = titles_of(unread - both.before.documents.keys(), data(after))
    lines = with_document_titles(
        quick.changes, lambda ref: names.get(ref) or title_of(both.before, both.after, ref)
    )
    full = compare(site(before).catalog, site(after).catalog)
    assert [(c.code, c.fingerprint, sentence_of(c)) for c in lines] == [
        (c.code, c.fingerprint, sentence_of(c)) for c in full.changes
    ]
    assert [path for path in quick.formatting if not path.endswith(".csv")] == list(full.formatting)


def test_a_touchpoint_that_another_file_still_uses_is_not_unused() -> None:
    web = {"content/touchpoints/web.md": "---\ntitle: Web\n---\n"}
    used, unused = journey(["- touchpoint: web"], "A"), journey([], "A")
    other = {
        PLACES[1]: journey(["- touchpoint:", "    web"], "B").replace(":\n-     web", ":\n    web")
    }
    alone = read_revisions(data({PLACES[0]: used, **web}), data({PLACES[0]: unused, **web}))
    assert "JD421" in [change.code for change in compare(alone.before, alone.after).changes]
    kept = read_revisions(
        data({PLACES[0]: used, **web, **other}), data({PLACES[0]: unused, **web, **other})
    )
    assert "JD421" not in [change.code for change in compare(kept.before, kept.after).changes]


def test_files_that_do_not_matter_are_not_read() -> None:
    files = {
        f"content/journeys/ana/j{n}.md": journey(["- does: looks"], f"J{n}") for n in range(20)
    }
    both = read_revisions(
        data(files), data({**files, "content/journeys/ana/j1.md": journey(["- does: waits"], "J1")})
    )
    assert [j.id for j in both.after.journeys] == ["ana/j1"]

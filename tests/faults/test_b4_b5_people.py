"""B4, B5: what a person says and feels is shown as theirs, and sentences name people."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from journeybook.diff.compare import compare
from journeybook.diff.read_revisions import read_revisions
from journeybook.effects.disk import packaged_theme, read_theme
from journeybook.insight.emotion import lines, turning_points
from journeybook.insight.use_figures import stage_figures
from journeybook.outputs.site import build
from sample import INFO
from sites import BUY, site

MAP = """\
---
title: I buy
---
## Awareness
### I look {#look}
- emotion: +1 hopeful
- says: "Mine."
### We ask {#ask}
- who: ana, ben
- emotion: 0 calm
- emotion ben: -2 lost
- says: "Also mine."
### They decide {#decide}
- who: ben
- says: "His."
- emotion: +2 proud
### They sign {#sign}
- who: ben, cleo
- says: "Whose?"
"""
FILES = {
    "site.yaml": "title: Maps\n",
    BUY: MAP,
    "content/personas/ana.md": "---\ntitle: Ana Lima, nurse\n---\n",
    "content/personas/ben.md": "---\ntitle: Ben Day, doctor\n---\n",
    "content/personas/cleo.md": "---\ntitle: Cleo\n---\n",
}


def twin(page: str, files: Mapping[str, str] = FILES) -> str:
    """The Markdown twin of a page of the small site."""
    data = {path: text.encode() for path, text in files.items()}
    built = build(data, (read_theme(packaged_theme()),), INFO)
    assert built.files is not None
    return built.files[page].decode()


def test_b4_a_quote_without_a_name_is_of_the_persona_of_the_map() -> None:
    assert re.findall(r'"(.+?)"', twin("personas/ana.md")) == ["Mine.", "Also mine."]


def test_b4_where_that_persona_is_absent_it_is_of_the_only_person_present() -> None:
    assert re.findall(r'"(.+?)"', twin("personas/ben.md")) == ["His."]
    assert '"' not in twin("personas/cleo.md")


NAMED = MAP.replace('- says: "Whose?"', '- says cleo: "Hers." !objection {#hers}')


def test_b4_a_quote_that_names_a_person_is_theirs() -> None:
    files = {**FILES, BUY: NAMED}
    assert re.findall(r'"(.+?)"', twin("personas/cleo.md", files)) == ["Hers."]
    assert "Hers" not in twin("personas/ben.md", files)


def test_b4_the_map_shows_who_says_it() -> None:
    files = {**FILES, BUY: NAMED}
    assert '- Says: Cleo: "Hers." (objection)' in twin("journeys/ana/buy.md", files)
    assert '<b class="speaker"><bdi>Cleo</bdi>:</b>' in twin("journeys/ana/buy.html", files)
    assert '"persona": "cleo"' in twin("journeys.json", files)


@pytest.mark.parametrize("key", ["does", "thinks", "says", "needs", "pain", "delight"])
def test_b4_every_fact_about_a_person_may_name_one(key: str) -> None:
    text = MAP + f"- {key} nobody-we-know: a text\n"
    read = site({**FILES, BUY: text})
    assert not read.found("JB130")
    assert "nobody-we-know" in read.one("JB102").message


def test_b4_other_facts_name_no_one() -> None:
    assert site({**FILES, BUY: MAP + "- owner cleo: a team\n"}).one("JB130")


def test_b4_a_change_of_person_is_told() -> None:
    before = {path: text.encode() for path, text in {**FILES, BUY: NAMED}.items()}
    after = {**before, BUY: NAMED.replace("says cleo", "says ben").encode()}
    both = read_revisions(before, after)
    (change,) = compare(both.before, both.after).changes
    assert (change.old, change.new) == ('cleo: "Hers."', 'ben: "Hers."')


def test_b4_a_planned_map_quotes_no_one() -> None:
    planned = MAP.replace("title: I buy\n", "title: I buy\nstate: future\nof: ana/now\n")
    now = "---\ntitle: Now\n---\n## Awareness\n### I look {#look}\n- does: looks\n"
    files = {**FILES, BUY: planned, "content/journeys/ana/now.md": now}
    assert '"' not in twin("personas/ana.md", files)


def test_b5_the_sentence_under_the_curve_names_the_person_of_each_extreme() -> None:
    text = twin("journeys/ana/buy.md")
    assert "High point: “They decide” (+2, Ben Day)." in text
    assert "Low point: “We ask” (−2, Ben Day)." in text
    assert "Steepest drop: “I look” (+1, Ana Lima) → “We ask” (0, Ana Lima)." in text
    assert "Ana Lima ends at 0." in text


def test_b5_a_map_of_one_person_needs_no_names() -> None:
    alone = MAP.partition("### We ask")[0] + "### I go {#go}\n- emotion: -1 tired\n"
    text = twin("journeys/ana/buy.md", {**FILES, BUY: alone})
    assert "High point: “I look” (+1). Low point: “I go” (−1)." in text


def test_b5_the_lowest_emotion_is_that_of_all_people() -> None:
    catalog = site(FILES).catalog
    (figures,) = stage_figures(catalog, "awareness").values()
    assert figures.lowest is not None
    assert (figures.lowest.value, figures.lowest.person) == (-2, "ben")


def test_b5_curve_and_sentence_agree_on_the_extremes() -> None:
    journey = site(FILES).catalog.journey("ana/buy")
    assert journey is not None
    turns = turning_points(lines(journey))
    assert turns is not None
    assert (turns.peak.persona, turns.low.persona, turns.end.persona) == ("ben", "ben", "ana")


def test_b5_an_emotion_of_several_people_who_are_not_the_persona_is_a_remark() -> None:
    text = MAP + "- emotion: +2 proud\n- emotion cleo: -1 unsure\n"
    finding = site({**FILES, BUY: text}).one("JB307")
    assert finding.span.line == 20
    assert finding.message == "`ana` is not in this step, so this emotion counts for `ben`"
    assert finding.hint == "name the person: `- emotion ben: …`"


def test_b5_an_emotion_that_counts_for_no_one_is_a_remark() -> None:
    text = MAP + "- emotion: +2 proud\n- emotion cleo: -1 unsure\n- emotion ben: 0 calm\n"
    finding = site({**FILES, BUY: text}).one("JB307")
    assert "counts for no one" in finding.message

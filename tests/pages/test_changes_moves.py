"""On the map of both versions, a step that went to another journey says where it went, and where it came from."""

from __future__ import annotations

from journeybook.diff.compare import compare
from journeybook.diff.compared import Compared
from journeybook.pages.changes.standalone_page import changes_view
from journeybook.pages.messages import messages_for
from sites import site

ASK = "### I ask {#ask}\n- does: calls\n"
BUY = "---\ntitle: I buy\n---\n## Awareness\n### I look {#look}\n"
BACK = "---\ntitle: I return it\n---\n## Awareness\n### I pack {#pack}\n"


def test_both_columns_name_the_other_journey() -> None:
    before, after = (
        site({"content/journeys/ana/buy.md": buy, "content/journeys/ana/back.md": back}).catalog
        for buy, back in ((BUY + ASK, BACK), (BUY, BACK + ASK))
    )
    view = changes_view(Compared(compare(before, after), before, after), messages_for("en"), "")
    tags = {
        journey.title: [head.tag for head in journey.heads if head.tag] for journey in view.journeys
    }
    assert tags == {"I buy": ["moved to I return it"], "I return it": ["moved here from I buy"]}
    assert [line.sentence for journey in view.journeys for line in journey.lines] == 2 * [
        "step “I ask” moved from journey “I buy” to “I return it”"
    ]
    assert sorted(bool(line.id) for journey in view.journeys for line in journey.lines) == [
        False,
        True,
    ]

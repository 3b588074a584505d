"""B8, B14: what an author wrote is printed, and printed once."""

from __future__ import annotations

import re
from collections.abc import Mapping

import html5lib
import pytest
from markupsafe import Markup

from journeybook.pages.views import EntityView

PUMPS = "journeys/marta-maintenance/replace-the-pumps"


def text_of(html: bytes) -> str:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    main = next(tree.iter("main"))
    return " ".join("".join(main.itertext()).split())


def test_b8_the_values_of_a_map_s_metrics_are_printed(
    sample_output: Mapping[str, bytes],
) -> None:
    assert "Buying cycle, pumps 287 → 210" in text_of(sample_output[f"{PUMPS}.html"])
    assert re.search(r"\[Buying cycle, pumps\]\(.+?\) \(287 → 210\)", twin(sample_output, PUMPS))


def test_b8_a_metric_s_page_prints_the_values_of_each_map(
    sample_output: Mapping[str, bytes],
) -> None:
    assert "287 → 210" in text_of(sample_output["metrics/cycle-days.html"])
    assert "(287 → 210)" in twin(sample_output, "metrics/cycle-days")


def twin(output: Mapping[str, bytes], page: str) -> str:
    return output[f"{page}.md"].decode()


def test_b14_no_page_has_its_summary_again_as_a_sentence(
    sample_output: Mapping[str, bytes],
) -> None:
    compared = 0
    for url, html in sample_output.items():
        summary = re.search(r'<p class="summary"><bdi>(.+?)</bdi>', html.decode("utf-8", "replace"))
        if url.endswith(".html") and summary:
            words = "".join(texts(summary[1]))
            assert text_of(html).count(words.rstrip("…")) == 1, url
            compared += 1
    assert compared > 40


def texts(markup: str) -> list[str]:
    return list(html5lib.parseFragment(markup, namespaceHTMLElements=False).itertext())


def test_b14_the_same_holds_for_twins(sample_output: Mapping[str, bytes]) -> None:
    for url, data in sample_output.items():
        if url.endswith(".md") and url.count("/") == 1:
            lines = [line for line in data.decode().splitlines() if len(line) > 40]
            lead = next((line for line in lines if not line.startswith(("-", "#", "*", "|"))), "")
            assert data.decode().count(lead) <= 1 or not lead, url


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>It takes nine days. Then</p>", False),
        ("<h2>How</h2><p>It <em>takes</em> nine days.</p>", False),
        ("<p>It is fast.</p>", True),
        ("", True),
    ],
)
def test_b14_the_summary_is_shown_if_the_text_does_not_have_it(body: str, *, shown: bool) -> None:
    view = EntityView(
        template="entity", title="Desk", summary="It takes nine days.", body=Markup(body)
    )
    assert bool(view.lead) == shown

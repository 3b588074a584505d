"""Our words in a change are values: rendered in the language of a speaker, with author text quoted."""

from __future__ import annotations

from datetime import date

from journeybook.diff.change import Change
from journeybook.diff.grouping import including_steps
from journeybook.diff.kinds import KINDS
from journeybook.diff.message import Message, Text, join, message, plural, render, word


class Backwards:
    """A language in which every message is spelled backwards."""

    def text(self, message: str, **values: object) -> str:
        return f"{message[::-1]}{sorted(values.items())}"

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        return self.text(one if count == 1 else many, **values)

    def word(self, key: str) -> str:
        return key.upper()


def quoted(text: str) -> str:
    return f"“{text}”"


def test_author_text_is_quoted_and_never_translated() -> None:
    assert render("approved", Backwards(), quoted) == "“approved”"
    assert render("", Backwards(), quoted) == ""


def test_a_message_is_rendered_in_the_language_of_the_speaker() -> None:
    after = message("after {step}", step="I look")
    assert render(after, quote=quoted) == "after “I look”"
    assert render(after, Backwards(), quoted) == "}pets{ retfa[('step', '“I look”')]"


def test_a_message_within_a_message_is_not_quoted() -> None:
    things = plural("{count} step", "{count} steps", 2)
    including = message("including {things}", things=things)
    assert render(including, quote=quoted) == "including 2 steps"


def test_a_plural_depends_on_its_count() -> None:
    assert render(plural("{count} step", "{count} steps", 1)) == "1 step"
    assert render(plural("{count} step", "{count} steps", 0)) == "0 steps"


def test_a_date_is_passed_to_the_speaker_as_a_date() -> None:
    assert render(message("{day}", day=date(2026, 10, 2))) == "2026-10-02"


def test_a_word_from_a_list_is_translated_without_quotes() -> None:
    assert render(word("approved"), Backwards(), quoted) == "APPROVED"
    assert word("") == ""


def test_joined_texts_are_rendered_one_by_one_and_empty_ones_are_left_out() -> None:
    texts: list[Text] = ["I look", "", word("draft")]
    assert render(join(texts, " / "), Backwards(), quoted) == "“I look” / DRAFT"
    assert join(["", ""]) == ""
    assert join(["", "I look"]) == "I look"


def test_equal_messages_are_equal_values() -> None:
    assert message("after {step}", step="a") == Message("after {step}", (("step", "a"),))
    assert len({message("first"), message("first"), message("no date")}) == 2


def test_more_than_three_steps_are_counted() -> None:
    assert render(including_steps(["a"])) == "including step a"
    assert render(including_steps(["a", "b", "c"])) == "including steps a, b, c"
    assert (
        render(including_steps(["a", "b", "c", "d", "e"])) == "including steps a, b, c and 2 more"
    )


def test_a_change_does_not_contain_its_sentence() -> None:
    assert not {"said", "sentence"} & set(dir(Change))
    assert all(kind.sentence for kind in KINDS.values())

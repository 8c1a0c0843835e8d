"""The briefing of an escalation: twelve parts on two pages, or more and saying so."""

import pytest

from coordinator.domain.papers.escalation import EscalationBriefing, TriedLine
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading
from tests.exports.example_basics import DAY

LONG = "A long sentence about rules and rooms and what was said at the time. "


def _laid(briefing: EscalationBriefing) -> bytes:
    return lay_out(PaperKind.ESCALATION, briefing)


def test_its_twelve_parts_are_printed_in_order() -> None:
    outline = reading.outline(_laid(examples.escalation()))
    assert [title.split(".")[0] for level, title in outline if level] == [
        str(number) for number in range(1, 13)
    ]


def test_the_ask_and_its_day_come_before_anything_else_is_told() -> None:
    first = reading.pages(_laid(examples.escalation()))[0]
    assert first.index("takes a dog") < first.index("Thu 3 December 2026") < first.index("Why we")


@pytest.mark.parametrize("count", [0, 1, 8])
def test_with_few_or_many_facts_it_is_two_pages_at_most(count: int) -> None:
    briefing = examples.escalation(
        tried=tuple(TriedLine(LONG, "Kerrow Homes", DAY) for _ in range(count)),
        options=tuple(LONG for _ in range(count)),
    )
    pages = reading.pages(_laid(briefing))
    assert len(pages) <= 2
    assert "instead of two" not in pages[0]


def test_texts_too_long_for_two_pages_are_whole_and_page_one_says_how_many_there_are() -> None:
    briefing = examples.escalation(impact=LONG * 60, position=LONG * 60)
    pages = reading.pages(_laid(briefing))
    assert len(pages) > 2
    assert f"{len(pages)} pages instead of two" in " ".join(pages[0].split())
    assert " ".join(" ".join(pages).split()).count("A long sentence") == 120


def test_what_is_left_out_of_what_was_tried_is_counted() -> None:
    told = reading.words(_laid(examples.escalation(tried_before=3)))
    assert "And 3 earlier steps, in the panel's record." in told


def test_the_form_to_answer_on_gives_way_to_the_answer() -> None:
    asked, answered = (
        reading.words(_laid(one))
        for one in (examples.escalation(), examples.answered_escalation())
    )
    assert "Conditions, and until when" in asked
    assert "Conditions, and until when" not in answered
    assert "Yes, for one room." in answered


def test_without_a_cost_entered_none_is_told() -> None:
    assert "Indicative cost" not in reading.words(_laid(examples.escalation(cost="")))

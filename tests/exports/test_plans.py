"""The plan in full and on a page."""

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from coordinator.domain.papers.imprint import Label, Tone
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.plan import Plan
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, reading


def _read(kind: PaperKind, plan: Plan) -> str:
    return reading.words(lay_out(kind, plan))


def _pages(plan: Plan) -> int:
    document = pypdfium2.PdfDocument(lay_out(PaperKind.PLAN_PAGE, plan))
    try:
        return len(document)
    finally:
        document.close()


def test_every_section_of_the_full_plan_is_printed_in_order() -> None:
    outline = reading.outline(lay_out(PaperKind.PLAN, examples.plan()))
    assert [title.split(". ")[-1] for _, title in outline] == [
        "Plan",
        "What matters to me",
        "How to work with me",
        "You asked, we answered",
        "What is going on and why",
        "Goals",
        "Actions",
        "What agencies offer",
        "Strengths and risks",
        "Barriers and escalations",
        "If things get harder",
        "What we do not know",
        "Changed since it was agreed",
        "Versions",
    ]


def test_edits_made_since_it_was_agreed_are_told_as_such() -> None:
    read = _read(PaperKind.PLAN, examples.plan())
    assert "Version 7, agreed Thu 12 November 2026 at M26-046. Changed since: see the end." in read
    assert "Sat 14 Nov: 1 action added, due date of 1 action moved" in read
    unchanged = _read(PaperKind.PLAN, examples.plan(since_agreed=()))
    assert "Not changed since." in unchanged
    assert "Changed since it was agreed" not in unchanged


def test_a_plan_that_was_never_agreed_says_so() -> None:
    draft = examples.plan(agreed_on=None, version=0, status=Label("Draft", Tone.WARN))
    assert "Draft. No version is agreed yet." in _read(PaperKind.PLAN, draft)
    assert "No version is agreed yet." in _read(PaperKind.PLAN_PAGE, draft)


def test_the_chart_is_told_in_words() -> None:
    told = reading.everything(lay_out(PaperKind.PLAN, examples.plan()))
    assert "My home: 3 then, 7 now; My health: 4 then, 6 now" in told


def test_the_page_is_one_page() -> None:
    assert _pages(examples.plan()) == 1


@pytest.mark.parametrize("actions", [0, 1, 8, 60])
def test_the_page_holds_eight_actions_and_says_how_many_more(actions: int) -> None:
    plan = examples.plan(actions=tuple(examples.action(place) for place in range(actions)))
    read = _read(PaperKind.PLAN_PAGE, plan)
    assert ("No open actions." in read) == (actions == 0)
    assert (f"(8 of {actions})" in read) == (actions > 8)
    assert _pages(plan) == 1


def test_money_and_measures_go_to_a_second_page() -> None:
    plan = examples.plan(more=(Topic("Money", " ".join(["budget"] * 120)),))
    assert _pages(plan) == 2


def test_a_long_formulation_is_cut_after_three_sentences_with_dots() -> None:
    read = _read(PaperKind.PLAN_PAGE, examples.plan())
    assert "makes him stay away. \u2026" in read
    assert "When one person stays" not in read
    assert "When one person stays" in _read(PaperKind.PLAN, examples.plan())

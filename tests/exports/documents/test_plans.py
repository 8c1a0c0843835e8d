"""The plan in full and on a page."""

from datetime import date

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from coordinator.domain.papers.imprint import Label, Tone
from coordinator.domain.papers.meeting import Topic
from coordinator.domain.papers.plan import Plan, WishLine
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
        "A home must allow for",
        "Needs",
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
    listed = tuple(examples.action(place) for place in range(actions))
    plan = examples.plan(actions=listed, wishes=())
    read = _read(PaperKind.PLAN_PAGE, plan)
    assert ("No open actions." in read) == (actions == 0)
    assert (f"(8 of {actions})" in read) == (actions > 8)
    assert _pages(plan) == 1


LONG = (
    "Somewhere to keep my dog, my tools and my mother's letters that nobody can lock me out of, "
)


def _asked(count: int) -> tuple[WishLine, ...]:
    owner = "Aoife O'Brien, Kerrow Housing Options and Homelessness Service"
    by = date(2026, 12, 10)
    return tuple(
        WishLine(f"Wish {at}: {LONG * 3}", date(2026, 11, 1), owner, by) for at in range(count)
    )


def test_the_page_tells_the_balance_and_what_waits_for_an_answer() -> None:
    read = _read(PaperKind.PLAN_PAGE, examples.plan(wishes=_asked(1)))
    assert "Open actions: 4 support, 1 engagement, 1 enforcement." in read
    assert "Asked, not answered yet" in read
    assert "Wish 0: Somewhere to keep my dog" in read
    assert "by Thu 10 Dec" in read
    answered = WishLine("A key", date(2026, 11, 1), "", None, "Yes", date(2026, 11, 3))
    assert "A key" not in _read(PaperKind.PLAN_PAGE, examples.plan(wishes=(answered,)))


@pytest.mark.parametrize("count", [3, 12])
def test_many_long_wishes_leave_the_page_one_page(count: int) -> None:
    actions = tuple(examples.action(place) for place in range(20))
    plan = examples.plan(actions=actions, wishes=_asked(count), home=(LONG, LONG, LONG))
    assert _pages(plan) == 1
    read = _read(PaperKind.PLAN_PAGE, plan)
    assert f"{count} wishes not answered yet." in read  # those without room are counted


def test_money_and_measures_go_to_a_second_page() -> None:
    plan = examples.plan(more=(Topic("Money", " ".join(["budget"] * 120)),))
    assert _pages(plan) == 2


def test_a_long_formulation_is_cut_after_three_sentences_with_dots() -> None:
    read = _read(PaperKind.PLAN_PAGE, examples.plan())
    assert "makes him stay away. \u2026" in read
    assert "When one person stays" not in read
    assert "When one person stays" in _read(PaperKind.PLAN, examples.plan())


def test_what_brings_it_on_and_which_words_to_use_are_printed_where_they_were_asked() -> None:
    said = examples.plan(triggers="Shouting on the stairs", preferred_words="Tom, never Mr")
    for kind in (PaperKind.PLAN, PaperKind.PLAN_PAGE):
        read, before = _read(kind, said), _read(kind, examples.plan())
        assert "What brings it on" in read
        assert "What brings it on" not in before
    assert "Shouting on the stairs" in _read(PaperKind.PLAN, said)
    assert _pages(said) == 1


def test_strengths_nobody_asked_about_are_said_to_be_unasked_and_every_level_has_its_row() -> None:
    read = _read(PaperKind.PLAN, examples.plan(strengths=()))
    assert "Not yet asked" in read
    for level in ("The person", "Family and friends", "Community and services", "Society"):
        assert level in read
    none = _read(PaperKind.PLAN, examples.plan(strengths=(), risks=()))
    assert "Strengths: not yet asked." in none
    assert "Risks: none is noted." in none

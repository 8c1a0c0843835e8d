"""What is stuck, through the unlocked window by keys: one to a changed plan, one to a gap."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.escalations.reading import find_escalations, read_escalation
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.states import EscalationStatus, GapStatus
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import EscalationPlace
from tests.exports.reading import without_number
from tests.exports.reading import words as words_of
from tests.journeys.hands import Hands
from tests.journeys.test_an_old_spreadsheet import A_WHILE, Printer, papers, printer, save
from tests.meetings import add_case, next_meeting_of, weekly
from tests.offices import WORDS, WORKER
from tests.stores import NOON
from tests.ui.desktops import Desktop

__all__ = ["papers", "printer"]

GAP = "Detox beds for people with seizures"
ASK = "Take one person with a dog for six months."


@pytest.fixture
def store(office: Office) -> Path:
    """A closed store: two people with an action each, and a meeting every week."""
    desk = office.desk
    due = desk.today() + timedelta(days=7)
    next_meeting_of(desk, weekly(desk, due))
    for name, text in (("Petroc", "Find a room for two"), ("Morwenna", "Find a bed for detox")):
        person, _case = add_case(desk, name)
        add_action(desk, NewAction(text, WORKER, due, person))
    office.close(back_up=False)
    return office.folder.path


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_one_store_in_which_one_answer_changes_a_plan_and_nobody_can_give_another(
    desktop: Desktop, store: Path, papers: Path, printer: Printer
) -> None:
    hands = Hands.at(desktop, store, NOON)
    to_a_changed_plan(hands)
    to_a_gap(hands)
    hands.press("Register as a paper")
    save(desktop, hands.work)
    hands.press("Print")
    desktop.qtbot.waitUntil(lambda: bool(printer.sent), timeout=A_WHILE)
    hands.leave()

    (paper,) = papers.iterdir()
    check_register(words_of(paper.read_bytes()))
    (printed,) = printer.sent
    assert without_number(words_of(printed)) == without_number(words_of(paper.read_bytes()))
    check_store(store)


def to_a_changed_plan(hands: Hands) -> None:
    """Could not be done, level 1, no reply, 2, no reply, 3, an answer, the plan changed."""
    what = "No hostel takes the dog."
    could_not(hands, "Find a room for two", "Housing: couples or pets", what, escalate=True)
    hands.keys(Key.STUCK)
    hands.choose("Barriers", "Housing: couples or pets")
    hands.press("Open the escalation")
    assert isinstance(hands.place, EscalationPlace)
    hands.sees("No hostel takes the dog.")
    ask_and_send(hands, "Ada Moss")
    climb(hands)
    ask_and_send(hands, "Ben Oates")
    climb(hands)
    hands.sees("Level 3")
    ask_and_send(hands, "Cat Pryor")
    hands.wait_days(3)
    hands.press("An answer came")
    hands.answer(
        "Keep the answer",
        {
            "What does it amount to?": "Exception agreed",
            "What did they answer?": "Yes, one room for six months.",
        },
    )
    agree_action(hands, "Petroc", "Move in with the dog")
    hands.keys(Key.BACK, Key.BACK)
    hands.press("Close with its effect")
    hands.answer(
        "Close it",
        {
            "What did it change?": "A new action",
            "Which action?": "Move in",
            "And the barrier?": "Resolved",
        },
    )
    hands.sees("What it changed | A new action: A27-0001")


def to_a_gap(hands: Hands) -> None:
    """Could not be done, asked in vain, nobody's to solve: a gap, put to somebody, decided."""
    what = "No bed takes somebody with seizures."
    could_not(hands, "Find a bed for detox", "Substance use", what, escalate=True)
    hands.keys(Key.STUCK)
    hands.press("Barriers")
    hands.choose("Barriers", "Substance use")
    hands.press("Open the escalation")
    ask_and_send(hands, "Dan Rowse")
    hands.wait_days(35)
    hands.keys(Key.STUCK)
    hands.press("Barriers")
    hands.choose("Barriers", "Substance use")
    hands.press("It is a gap")
    hands.answer("Make it a gap", {"What is missing?": GAP})
    hands.press("Put it to somebody")
    hands.answer(
        "It is with them",
        {"Name": "Elowen Nance", "What they are": "Commissioner for substance use"},
    )
    hands.wait_days(20)
    hands.press("Record the decision")
    hands.answer("Record it", {"Decision": "Two beds from April"})
    hands.sees("Two beds from April")
    hands.keys(Key.STUCK)
    hands.press("Escalations")
    hands.press("Open the escalation")
    hands.find("Withdraw")
    hands.answer("Withdraw it", {"Why is it withdrawn?": "A gap now"})
    hands.find("Gaps: what the system lacks")


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_the_second_level_refuses_becomes_a_gap_and_the_escalation_closes_with_it(
    desktop: Desktop, store: Path
) -> None:
    hands = Hands.at(desktop, store, NOON)
    to_the_second_level(hands)
    refuse(hands)
    hands.keys(Key.STUCK)
    hands.press("Barriers")
    hands.press("It is a gap")
    hands.answer("Make it a gap", {"What is missing?": GAP})
    hands.sees(GAP)
    hands.keys(Key.STUCK)
    hands.press("Escalations")
    hands.press("Open the escalation")
    hands.press("Close with its effect")
    said = "The management group takes it up."
    close = {"What did it change?": "A gap for commissioners", "What exactly?": said}
    hands.answer("Close it", close)
    hands.sees(said)
    hands.leave()
    check_refused(store)


def to_the_second_level(hands: Hands) -> None:
    """Could not be done, asked in vain, asked one level up."""
    what = "No bed takes somebody with seizures."
    could_not(hands, "Find a bed for detox", "Substance use", what, escalate=True)
    hands.keys(Key.STUCK)
    hands.press("Open the escalation")
    ask_and_send(hands, "Dan Rowse")
    climb(hands)
    hands.sees("Level 2")
    ask_and_send(hands, "Elowen Nance")


def refuse(hands: Hands) -> None:
    """Have the answer come back after three days: nothing can be done about it."""
    hands.wait_days(3)
    hands.press("An answer came")
    hands.answer(
        "Keep the answer",
        {
            "What does it amount to?": "Decision upheld",
            "What did they answer?": "No bed in the county does, and none is bought.",
        },
    )


def could_not(
    hands: Hands, action: str, category: str, what: str, *, escalate: bool = False
) -> None:
    """Say by the key of it that an action could not be done, and why."""
    hands.keys(Key.ACTIONS)
    hands.choose("Actions", action)
    hands.keys(Key.ACTION_COULD_NOT)
    hands.answer(
        "Save",
        {
            "What stopped it?": category,
            "What exactly, and what has been tried?": what,
            "Draft an escalation with it": "yes" if escalate else "no",
        },
    )


def ask_and_send(hands: Hands, receiver: str) -> None:
    """Say whom and what; send it by hand and note so."""
    hands.press("Whom, what, by when")
    hands.answer("Save", {"Their name": receiver, "What exactly is asked?": ASK})
    hands.press("It was sent")
    hands.answer("Note it as sent")


def climb(hands: Hands) -> None:
    """Wait in vain, and take what is proposed then."""
    hands.wait_days(35)
    hands.keys(Key.STUCK)
    hands.press("Escalations")
    hands.press("Open the escalation")
    hands.press("Draft the next level")
    hands.answer("Draft the next level")


def agree_action(hands: Hands, person: str, what: str) -> None:
    """Agree an action on the plan page of somebody."""
    hands.find(person)
    hands.keys(Key.PLAN)
    hands.press("Begin the plan")
    hands.press("Add a goal")
    hands.answer("Add the goal", {"In the person's own words": "A door that locks"})
    hands.press("Agree an action")
    hands.answer("Agree it", {"What is to be done": what, "Who does it": "Rhys"})
    hands.sees("Open actions: 1 support")


def check_register(text: str) -> None:
    """The paper has the gap, who was asked, and what they said."""
    for said in (GAP, "Elowen Nance", "Two beds from April"):
        assert said in text, said
    for kept_back in ("Morwenna", "KP-0002"):
        assert kept_back not in text


def check_store(store: Path) -> None:
    """Read back what the window wrote."""
    office = open_store(store, WORDS)
    rows = find_escalations(office.desk, EscalationFilter(open_only=False))
    first = next(row for row in rows if row.level == 3)
    story = read_escalation(office.desk, first.id)
    gaps = find_gaps(office.desk, statuses=tuple(GapStatus))
    office.close(back_up=False)
    unanswered = {one.level for one in rows if one.outcome is EscalationOutcome.NO_REPLY}
    assert unanswered == {1, 2}
    assert (first.status, first.outcome) == (EscalationStatus.CLOSED, EscalationOutcome.EXCEPTION)
    assert story.effect_kind is EscalationEffect.ACTION_ADDED
    assert (story.row.sent_on, story.row.answered_on) == (date(2027, 1, 28), date(2027, 1, 31))
    assert EscalationOutcome.BECAME_GAP in [one.outcome for one in rows]
    assert [one.status for one in gaps] == [GapStatus.DECIDED]


def check_refused(store: Path) -> None:
    """Read back how the second level ended, and the gap that came of it."""
    office = open_store(store, WORDS)
    rows = find_escalations(office.desk, EscalationFilter(open_only=False))
    refused = next(row for row in rows if row.level == 2)
    story = read_escalation(office.desk, refused.id)
    (gap,) = find_gaps(office.desk)
    office.close(back_up=False)
    assert [row.outcome for row in rows if row.level == 1] == [EscalationOutcome.NO_REPLY]
    assert (refused.status, refused.outcome) == (EscalationStatus.CLOSED, EscalationOutcome.UPHELD)
    assert story.effect_kind is EscalationEffect.GAP_RAISED
    assert (gap.title, gap.status, gap.affected) == (GAP, GapStatus.OPEN, 1)

"""You asked, we answered: from the person's page over the meeting into their plan on paper."""

from datetime import time
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.voice.wishes import find_wishes
from coordinator.domain.people.wishes import WishState
from coordinator.ui.kit.shortcuts import Key
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.exports.reading import words as words_of
from tests.journeys.hands import Hands
from tests.journeys.test_an_old_spreadsheet import papers
from tests.meetings import add_case, next_meeting_of, weekly
from tests.offices import WORDS, WORKER
from tests.stores import NOON, TODAY
from tests.ui.desktops import Desktop

__all__ = ["papers"]

WISH = "A phone that works"
ANSWER = "Yes, on Monday, from the harbour hub"


@pytest.fixture
def person(office: Office) -> UUID:
    """Somebody on the agenda of a meeting that is under way, in a closed store."""
    desk = office.desk
    found, _case = add_case(desk, "Ben")
    record_basis(desk, found, **COMPLETE)
    meeting = next_meeting_of(desk, weekly(desk, TODAY))
    write_agenda(desk, meeting)
    issue_agenda(desk, meeting)
    open_meeting(desk, meeting, at=time(11))
    record_statement_read(desk, meeting, at=time(11, 3), by_id=WORKER)
    office.close(back_up=False)
    return found


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_wish_opens_the_item_is_answered_there_and_stands_in_the_plan(
    desktop: Desktop, office: Office, person: UUID, papers: Path
) -> None:
    hands = Hands.at(desktop, office.folder.path, NOON)
    note_wish(hands)
    answer_in_the_meeting(hands)
    save_plan(hands)
    hands.leave()

    reopened = open_store(office.folder.path, WORDS)
    (wish,) = find_wishes(reopened.desk, [person])[person]
    reopened.close(back_up=False)
    assert (wish.state, wish.answer) == (WishState.ANSWERED, ANSWER)
    (paper,) = papers.iterdir()
    text = words_of(paper.read_bytes())
    assert WISH in text
    assert ANSWER in text


def note_wish(hands: Hands) -> None:
    """Begin their plan, and note on their page what they ask for."""
    hands.find("Ben")
    hands.keys(Key.PLAN)
    hands.press("Begin the plan")
    hands.keys(Key.BACK)
    hands.find("They ask for something")
    hands.answer("Note it", {"In their words": WISH, "Who answers": "Rhys"})
    hands.sees(f"“{WISH}”")


def answer_in_the_meeting(hands: Hands) -> None:
    """Go on to their item: it opens with what they asked; answer it by keys."""
    hands.keys(Key.MEETINGS)
    hands.press("Go on")
    hands.keys(Key.LIVE_NEXT)
    hands.sees(f"“{WISH}”")
    hands.keys(Key.LIVE_ANSWER)
    hands.type(ANSWER)
    hands.keys("Enter")
    hands.sees("They have not been told yet.")


def save_plan(hands: Hands) -> None:
    """Save their plan as a paper, from its page."""
    hands.find("Ben")
    hands.keys(Key.PLAN)
    hands.press("On paper")
    hands.press("Save")
    hands.answer("Save")
    hands.sees("Saved:")

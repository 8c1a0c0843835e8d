"""What a meeting leaves open, on a screen that others look at: of what is restricted no word."""

from datetime import timedelta

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.live.closing import Closing, read_closing
from coordinator.casework.live.covering import cover_closing
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.db.models import Action, Decision
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.meetings.closing_check import Left
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from coordinator.wording.closing import below_of
from tests.stores import NURSE, TODAY
from tests.ui.live_meeting.live_parts import meeting_on

WORDS = ("Zqopen", "Zqsecret")
WITH_WORDS = (Left.QUORUM, Left.DISSENT, Left.OWNER)


@pytest.fixture
def closing(desk: Desk) -> Closing:
    """A decision and an action each way: too few there after all, nobody asked, no owner."""
    on = meeting_on(desk, actions=0)
    for text, far in zip(WORDS, (Sensitivity.STANDARD, Sensitivity.RESTRICTED), strict=True):
        alone = Decided(text, "Agreed", how=DecidedHow.CHAIR, sensitivity=far)
        decision = record_decision(desk, on.item, alone).result
        due = TODAY + timedelta(days=3)
        new = NewAction(text, NURSE, due, on.person, meeting_id=on.meeting, sensitivity=far)
        action = add_action(desk, new).result
        with desk.act(Right.RUN_MEETINGS) as tx:
            tx.get(Decision, decision).how = DecidedHow.AGREED
            tx.get(Action, action).owner_id = None
            tx.journal("test.left")
    return read_closing(desk, on.meeting)


def said(closing: Closing) -> dict[Left, set[str]]:
    texts = [(line.what, f"{line} {line.text} {below_of(line)}") for line in closing.lines]
    return {
        what: {word for one, text in texts if one is what for word in WORDS if word in text}
        for what in WITH_WORDS
    }


def test_a_covered_check_keeps_each_line_and_says_no_word_of_what_is_restricted(
    desk: Desk, closing: Closing
) -> None:
    assert said(closing) == dict.fromkeys(WITH_WORDS, frozenset(WORDS))
    covered = cover_closing(desk, closing)
    assert said(covered) == dict.fromkeys(WITH_WORDS, frozenset({"Zqopen"}))
    assert [line.what for line in covered.lines] == [line.what for line in closing.lines]
    blank = [below_of(one) for one in covered.lines if one.what is Left.DISSENT and not one.text]
    assert blank == ["Does anyone disagree? Nobody was asked: restricted, not shown here"]

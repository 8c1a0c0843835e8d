"""Asking agencies wants a reason of the chair, and where something is not as usual."""

import pytest

from coordinator.casework.asking.requests import Asked, ask_agencies
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.leaving import say_why_papers_leave
from coordinator.db.models import Disclosure, Professional
from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.roles import Right
from tests.requests import ANSWER_BY, coming_meeting, known_case
from tests.stores import HOUSING, POLICE, WORKER


def disclosed(desk: Desk) -> list[Disclosure]:
    with desk.store.reading() as look:
        return list(look.session.query(Disclosure))


def test_the_chair_says_why_before_agencies_are_asked(desk: Desk, chair: Desk) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    asked, how = [Asked(POLICE, (person,))], Channel.SECURE_MAIL
    with pytest.raises(ReasonNeededError) as wanted:
        ask_agencies(chair, meeting, asked, answer_by=ANSWER_BY, how=how)
    assert wanted.value.prompts == ("chair-exports",)
    assert disclosed(desk) == []
    ask_agencies(chair, meeting, asked, answer_by=ANSWER_BY, how=how, reason="Aled is ill")
    assert [row.reason for row in disclosed(desk)] == ["Aled is ill"]
    say_why_papers_leave(chair, reason="Aled is ill")
    ask_agencies(chair, meeting, asked, answer_by=ANSWER_BY, how=how)
    assert len(disclosed(desk)) == 2


def test_everything_that_wants_a_reason_at_any_agency_asked_is_asked_at_once(
    desk: Desk, chair: Desk
) -> None:
    person = known_case(desk)
    meeting = coming_meeting(desk)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).confidentiality_signed_on = None
        tx.journal("test.unsigned")
    asked = [Asked(POLICE, (person,)), Asked(HOUSING, (person,))]
    by, how = ANSWER_BY, Channel.SECURE_MAIL
    for who, prompts in (
        (desk, ("confidentiality-unsigned",)),
        (chair, ("chair-exports", "confidentiality-unsigned")),
    ):
        with pytest.raises(ReasonNeededError) as wanted:
            ask_agencies(who, meeting, asked, answer_by=by, how=how, reason=" ")
        assert wanted.value.prompts == prompts
    ask_agencies(desk, meeting, asked, answer_by=by, how=how, reason="He signs on Monday")
    assert {row.agency_id: row.reason for row in disclosed(desk)} == {
        POLICE: "",
        HOUSING: "He signs on Monday",
    }

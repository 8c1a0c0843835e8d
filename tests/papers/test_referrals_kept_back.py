"""What few may read of a referral: out of other agencies' packs and minutes."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.casework.people.entering import register_person
from coordinator.casework.referrals.asking import (
    answer_not_for_us,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.reasons import NotAcceptedReason
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.states import Answer, Sensitivity
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from coordinator.papers.recipient_packs import draft_packs
from tests.casework.test_nothing_leaks import words_in
from tests.meetings import add_seats, next_meeting_of, weekly
from tests.requests import based, sign
from tests.stores import HEALTH, HOUSING, NURSE, OFFICER, POLICE, TODAY

REFERRAL, RESTRICTED = RecordKind.REFERRAL, Sensitivity.RESTRICTED
SAID = {
    name: f"zr{at:03d}w"
    for at, name in enumerate(("why_now", "offer", "risk", "tried", "person_view"))
}
HELD_BACK = frozenset({"risk", "tried", "person_view"})
ANSWER = {"destination": "zr900w", "decision_reason": "zr901w"}
OFFICERS = ("Morwenna Tregear", "Aled Hâf")
AGENCIES = ("Kerrow Mental Health", "Kerrow Police")


@dataclass(frozen=True)
class Referred:
    """Somebody referred whom two agencies work with, on the agenda of a meeting."""

    desk: Desk
    person: UUID
    referral: UUID
    meeting: UUID

    def hold_back(self, *fields: str) -> None:
        for name in fields:
            set_part_sensitivity(
                self.desk, Part(REFERRAL, self.referral, name), RESTRICTED, seen=0
            )


@pytest.fixture
def referred(desk: Desk) -> Referred:
    add_seats(desk)
    person = register_person(desk, given_name="Petroc", children_affected=Answer.NO).result
    based(desk, person)
    referral = draft_referral(desk, person, referrer_id=NURSE, **SAID).result
    submit_referral(desk, referral)
    screen_referral(desk, referral, note="Fits")
    for who in (OFFICER, NURSE):
        add_action(desk, NewAction("Call round", who, TODAY, person))
    sign(desk, POLICE, HOUSING, HEALTH)
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    return Referred(desk, person, referral, meeting)


def said_in(found: object) -> frozenset[str]:
    text = " ".join(words_in(found))
    return frozenset(name for name, word in {**SAID, **ANSWER}.items() if word in text)


def packs_of(referred: Referred) -> dict[str, frozenset[str]]:
    """Say what stands in the pack of everybody who gets one."""
    desk, meeting = referred.desk, referred.meeting
    keys = [row.to.key for row in read_pack_preview(desk, meeting).rows if row.refused is None]
    made = draft_packs(desk, meeting, keys).contents
    found = {row.to.name: said_in(one.model) for one in made for row in one.rows}
    for name in AGENCIES:
        model = pack_model(desk, meeting, read_audience(desk, name))
        found[name] = said_in(model)
    return found


def test_no_pack_for_another_agency_says_what_is_held_back(referred: Referred) -> None:
    before = packs_of(referred)
    assert before.keys() > {*AGENCIES, *OFFICERS}
    assert {*before.values()} == {frozenset(SAID)}
    referred.hold_back(*HELD_BACK)
    after = packs_of(referred)
    own = pack_model(referred.desk, referred.meeting, WHOLE_PANEL)
    assert {after.pop(name) for name in OFFICERS} == {frozenset(SAID)}
    assert {*after.values()} == {frozenset(SAID) - HELD_BACK}
    assert said_in(own) == SAID.keys()


@pytest.mark.parametrize("held_back", [{"decision_reason"}, {"destination"}, ANSWER.keys()])
def test_no_minutes_for_another_agency_say_what_is_held_back_of_an_answer(
    referred: Referred, chair: Desk, held_back: set[str]
) -> None:
    """The panel's own copy has it on the sheet that stays apart."""
    desk, meeting, because = referred.desk, referred.meeting, NotAcceptedReason.OTHER_FORUM
    where, why = ANSWER.values()
    answer_not_for_us(chair, referred.referral, because=because, reason=why, destination=where)
    audiences = [WHOLE_PANEL, *(read_audience(desk, name) for name in AGENCIES)]
    for one in audiences:
        (person,) = minutes_model(desk, meeting, one).people
        assert (said_in(person.decisions), person.restricted) == (frozenset(ANSWER), "")
    referred.hold_back(*held_back)
    for one in audiences:
        (person,) = minutes_model(desk, meeting, one).people
        assert said_in(person.decisions) == ANSWER.keys() - held_back
        assert said_in(person.restricted) == (held_back if one is WHOLE_PANEL else set())
        assert len(person.decisions) == 1

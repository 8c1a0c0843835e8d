"""The small demo: sixteen people, six weeks, and a panel that can go on from there."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.plans.reading import find_people_with_plan
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import (
    Action,
    Agency,
    Basis,
    Case,
    Contact,
    Decision,
    Exclusion,
    LeadRole,
    Meeting,
    Person,
    Plan,
    Professional,
    Referral,
    Risk,
    Seat,
)
from coordinator.demo.story import meeting_days
from coordinator.domain.lists.contacts import SEEN_RESULTS
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.lists.sharing import ToldAboutPanel
from coordinator.domain.states import (
    ActionStatus,
    AgencyStatus,
    BasisStatus,
    CaseStatus,
    MeetingStatus,
    PlanStatus,
    ReferralStatus,
    Sensitivity,
)
from coordinator.domain.voice.own_plans import OwnPlanState
from tests.demo.conftest import TODAY, Twin
from tests.demo.reading import all_rows, every, in_clear, known_names, texts

FICTION = re.compile(r"^(01632 960\d{3}|07700 900\d{3})$")


def test_a_small_demo_is_whole(small: Office) -> None:
    assert check_office(small).is_whole


def test_the_same_seed_and_day_give_the_same_panel(small: Office, twin: Twin) -> None:
    assert all_rows(small) == twin.rows


def test_sixteen_people_have_one_live_plan_each(small: Office) -> None:
    cases = every(small, Case)
    live = [plan.person_id for plan in every(small, Plan) if plan.status is not PlanStatus.ENDED]
    assert len(cases) == 16
    assert sorted(live) == sorted(case.person_id for case in cases)


def test_one_plan_in_easy_words_is_signed_off_and_one_is_a_draft(small: Office) -> None:
    people = find_people_with_plan(small.desk)
    views = [read_own_plan(small.desk, person) for person in people]
    states = Counter(view.state for view in views if view.id is not None)
    assert states == {OwnPlanState.SIGNED: 1, OwnPlanState.DRAFT: 1}


def test_one_telling_went_astray_and_waits_on_this_week(small: Office) -> None:
    (row,) = read_this_week(small.desk).astray
    assert (row.agency, row.settled_on) == ("Kerris Benefits and Work", None)


def _of_the_panel(office: Office) -> list[Meeting]:
    return [one for one in every(office, Meeting) if one.meeting_type is MeetingType.TASKING]


def test_six_meetings_are_approved_and_the_next_has_no_agenda(small: Office) -> None:
    meetings = sorted(_of_the_panel(small), key=lambda meeting: meeting.on)
    assert [m.status for m in meetings] == [MeetingStatus.APPROVED] * 6 + [MeetingStatus.SCHEDULED]
    assert meetings[-1].on >= TODAY > meetings[-2].on
    assert meetings[-1].item_order == []
    assert all(one.approved_on and one.approved_on <= TODAY for one in meetings[:-1])


def test_the_main_job_goes_on_from_there(tmp_path: Path, small: Office) -> None:
    copy = small.back_up("test", into=tmp_path)
    from coordinator.casework.stores.restoring import restore_backup

    office = restore_backup(copy.path, tmp_path / "restored", "demo")
    try:
        following = max(_of_the_panel(office), key=lambda meeting: meeting.on)
        write_agenda(office.desk, following.id)
        issue_agenda(office.desk, following.id)
        after = next(m for m in every(office, Meeting) if m.id == following.id)
        assert len(after.item_order) >= 5
    finally:
        office.close(back_up=False)


def test_all_ten_outcomes_of_an_action_are_there(small: Office) -> None:
    assert {action.status for action in every(small, Action)} == set(ActionStatus)


def test_not_finding_somebody_is_written_down_as_often_as_finding_them(small: Office) -> None:
    contacts = every(small, Contact)
    missed = [contact for contact in contacts if contact.result not in SEEN_RESULTS]
    assert len(contacts) >= 60
    assert len(missed) >= len(contacts) / 3


def test_referrals_have_every_answer(small: Office) -> None:
    answers = Counter(referral.status for referral in every(small, Referral))
    assert answers[ReferralStatus.ACCEPTED] == 16
    assert {ReferralStatus.DEFERRED, ReferralStatus.NOT_FOR_US} <= set(answers)


def test_decisions_say_why_and_who_saw_it_differently(small: Office) -> None:
    decisions = every(small, Decision)
    assert all(decision.reason for decision in decisions)
    assert any(decision.dissent and decision.dissent_agencies for decision in decisions)


@pytest.mark.parametrize("letters", ["O'Hare", "Święcisław", "Gruffŷdd", "Penn-an-Dre", "سمير"])
def test_names_are_as_people_write_them(small: Office, letters: str) -> None:
    names = [f"{person.given_name} {person.family_name}" for person in every(small, Person)]
    assert any(letters in name for name in names)


def test_the_awkward_cases_are_there(small: Office) -> None:
    cases, actions = every(small, Case), Counter(a.person_id for a in every(small, Action))
    based = {basis.person_id: basis for basis in every(small, Basis)}
    assert any(agency.status is AgencyStatus.MERGED for agency in every(small, Agency))
    assert any(professional.left_on for professional in every(small, Professional))
    assert any(role.to_on for role in every(small, LeadRole))
    assert any(case.status is CaseStatus.PAUSED for case in cases)
    assert any(based[case.person_id].status is BasisStatus.INCOMPLETE for case in cases)
    assert any(basis.told is ToldAboutPanel.NOT_YET for basis in based.values())
    assert any(actions[case.person_id] == 0 for case in cases)
    assert any(risk.sensitivity is Sensitivity.THIRD_PARTY for risk in every(small, Risk))
    assert any(action.sensitivity is Sensitivity.RESTRICTED for action in every(small, Action))
    assert every(small, Exclusion)
    assert any(seat.vacant_since for seat in every(small, Seat))


def test_telephone_numbers_reach_nobody(small: Office) -> None:
    found = [t for t in texts(small) if re.fullmatch(r"0\d{4} ?\d{6}|0\d{10}", t)]
    assert found
    assert all(FICTION.match(number) for number in found)


def test_no_name_stands_in_clear_while_the_store_is_open(
    small: Office, small_folder: Path
) -> None:
    names = known_names(small)
    assert len(names) > 60
    assert in_clear(small_folder, names) == []


def test_no_name_stands_in_clear_once_it_is_closed_and_backed_up(twin: Twin) -> None:
    assert any(path.name == "keys.json" for path in (twin.folder / "backups").rglob("*"))
    assert in_clear(twin.folder, twin.names) == []


@pytest.mark.parametrize("ahead", range(7))
def test_the_next_meeting_is_a_thursday_that_is_not_over(ahead: int) -> None:
    today = date(2026, 11, 16) + timedelta(days=ahead)
    *held, following = meeting_days(today)
    assert {day.weekday() for day in (*held, following)} == {3}
    assert len(held) == 6
    assert held[-1] < today <= following

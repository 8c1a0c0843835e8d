"""Who may see an entry, said when it is made and changed later: it holds everywhere, at once."""

from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import read_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.decisions import Decided
from coordinator.casework.need_to_know.restrictions import find_restrictable, set_sensitivity
from coordinator.casework.people.contacts import find_contacts, find_last_seen, log_contact
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.finding import find_everything
from coordinator.casework.plans.goals import add_goal, reorder_goals
from coordinator.casework.plans.reading import read_plan, read_version, read_versions
from coordinator.casework.records.history import read_history
from coordinator.casework.voice.wishes import note_wish
from coordinator.db.models import Professional
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    MissingRecordError,
    NotPermittedError,
    ReasonNeededError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.ui.shared.restricting import read_entries, which
from coordinator.wording.moves import move_lines
from tests.casework.told import GUARDED, PLAIN, Told
from tests.stores import CHAIR, COUNCIL, HEALTH, NOON, NURSE, TODAY, sitting

RESTRICTED, STANDARD = Sensitivity.RESTRICTED, Sensitivity.STANDARD


@pytest.fixture
def lead(desk: Desk, told: Told) -> Desk:
    """The lead professional of whom everything is told."""
    return sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)


def goals_of(desk: Desk, told: Told) -> list[tuple[int, str]]:
    return [(goal.place, goal.line.own_words) for goal in read_plan(desk, told.person).goals]


def test_a_goal_made_restricted_later_is_gone_at_once_and_leaves_no_gap(
    desk: Desk, lead: Desk, told: Told
) -> None:
    plan = read_plan(desk, told.person)
    add_goal(desk, plan.id, own_words="A flat")
    first = plan.goals[0].line
    assert goals_of(lead, told) == [(1, PLAIN), (2, "A flat")]
    set_sensitivity(desk, RecordKind.GOAL, first.id, RESTRICTED, seen=1)
    assert goals_of(lead, told) == [(1, "A flat")]
    assert goals_of(desk, told) == [(1, PLAIN), (2, GUARDED), (3, "A flat")]
    kept = {hit.record for group in find_everything(lead, PLAIN) for hit in group.hits}
    assert first.id not in kept


def test_a_version_agreed_before_does_not_tell_it_either(
    desk: Desk, lead: Desk, told: Told
) -> None:
    (version,) = read_versions(desk, told.person)
    goal = read_plan(desk, told.person).goals[0].line
    assert [one.own_words for one in read_version(lead, version.id).snapshot.goals] == [PLAIN]
    set_sensitivity(desk, RecordKind.GOAL, goal.id, RESTRICTED, seen=1)
    assert read_version(lead, version.id).snapshot.goals == ()
    whole = read_version(desk, version.id).snapshot
    assert [one.own_words for one in whole.goals] == [PLAIN, GUARDED]


def test_more_people_see_it_only_with_a_reason_and_the_history_has_both(
    desk: Desk, told: Told
) -> None:
    goal = read_plan(desk, told.person).goals[0].line.id
    seen = set_sensitivity(desk, RecordKind.GOAL, goal, Sensitivity.PRIVILEGED, seen=1).result
    with pytest.raises(ReasonNeededError) as raised:
        set_sensitivity(desk, RecordKind.GOAL, goal, STANDARD, seen=seen)
    assert raised.value.prompts == ("sensitivity-lowered",)
    set_sensitivity(desk, RecordKind.GOAL, goal, STANDARD, seen=seen, reason="The case is over.")
    newest, before, *_ = read_history(desk, goal).happenings
    assert newest.reason == "The case is over."
    assert list(move_lines(newest.moves, {})) == [
        "Who may see it: from Legally privileged to Standard"
    ]
    assert list(move_lines(before.moves, {})) == ["Who may see it: Legally privileged"]


def test_only_whoever_may_have_restricted_entries_says_who_sees_one(
    desk: Desk, lead: Desk, told: Told
) -> None:
    goals = read_plan(desk, told.person).goals
    for goal in goals:
        with pytest.raises(NotPermittedError):
            set_sensitivity(lead, RecordKind.GOAL, goal.line.id, RESTRICTED, seen=1)
    with pytest.raises(NotPermittedError):
        find_restrictable(lead, told.person)
    with pytest.raises(WithheldError):
        note_wish(lead, NewWish(told.person, "A key", NURSE, sensitivity=RESTRICTED))
    with pytest.raises(MissingRecordError):
        set_sensitivity(desk, RecordKind.PERSON, told.person, RESTRICTED, seen=1)


def test_a_stale_form_changes_nobodys_choice(desk: Desk, told: Told) -> None:
    goal = read_plan(desk, told.person).goals[0].line.id
    set_sensitivity(desk, RecordKind.GOAL, goal, Sensitivity.THIRD_PARTY, seen=1)
    with pytest.raises(StaleRecordError):
        set_sensitivity(desk, RecordKind.GOAL, goal, Sensitivity.SERIOUS_HARM, seen=1)


def test_every_kind_of_entry_about_somebody_can_be_chosen(desk: Desk, told: Told) -> None:
    found = find_restrictable(desk, told.person)
    assert {one.kind.value for one in found} >= {
        *("action", "agency_note", "barrier", "contact", "decision", "escalation", "goal"),
        *("forum_involvement", "housing_application", "housing_constraint", "missing", "offer"),
        *("relationship", "risk", "strength", "warning", "wish"),
    }
    assert all(one.text or one.chosen for one in found)


def test_what_has_a_number_is_chosen_by_what_it_says_its_day_and_for_whom_it_is(
    desk: Desk, told: Told
) -> None:
    other = register_person(desk, given_name="Morwenna", family_name="Penhallow").result
    new = NewAction("Ring Morwenna Penhallow", NURSE, TODAY, person_id=told.person)
    number = new_number(desk, add_action(desk, new).result)
    assert f"Action, 19 November 2026, {number}: Ring Morwenna Penhallow, Kasia Dębska" in (
        listed(desk, told)
    )
    exclude_agency(desk, other, agency_id=COUNCIL, reason="asked")
    assert f"Action, 19 November 2026, {number}: Ring [name hidden], Kasia Dębska" in (
        listed(desk, told)
    )
    assert any(one.startswith("Escalation") and ":" in one for one in listed(desk, told))


def new_number(desk: Desk, action: UUID) -> str:
    return read_action(desk, action).row.number


def listed(desk: Desk, told: Told) -> list[str]:
    entry, *_ = which(read_entries(desk, told.person)).asks
    return [words for _key, words in entry.choices]


def test_who_was_met_in_a_place_for_few_was_not_seen_for_the_others(
    desk: Desk, lead: Desk, told: Told
) -> None:
    (open_one, *_) = [
        one for one in find_contacts(desk, told.person).rows if one.sensitivity is STANDARD
    ]
    assert told.person in find_last_seen(lead, [told.person])
    set_sensitivity(desk, RecordKind.CONTACT, open_one.id, RESTRICTED, seen=1)
    assert find_contacts(lead, told.person).rows == ()
    assert find_last_seen(lead, [told.person]) == {}
    log_contact(lead, NewContact(told.person, NOON, ContactType.STREET, ContactResult.MET_ENGAGED))
    assert told.person in find_last_seen(lead, [told.person])


def test_goals_are_put_in_order_around_those_that_are_not_shown(
    desk: Desk, lead: Desk, told: Told
) -> None:
    plan = read_plan(desk, told.person)
    last = add_goal(desk, plan.id, own_words="A flat").result
    shown = read_plan(lead, told.person)
    order = [last, shown.goals[0].line.id]
    reorder_goals(lead, plan.id, order, seen=shown.revision)
    assert goals_of(desk, told) == [(1, "A flat"), (2, GUARDED), (3, PLAIN)]


def test_a_worker_who_must_not_be_told_is_offered_in_no_list_of_the_meeting(
    desk: Desk, told: Told
) -> None:
    before = read_live_item(desk, told.meeting, told.items[0]).record.entry.person
    assert before is not None
    assert before.may_be_told(NURSE, HEALTH)
    exclude_worker(desk, told.person, professional_id=NURSE, reason="Family")
    person = read_live_item(desk, told.meeting, told.items[0]).record.entry.person
    assert person is not None
    assert not person.may_be_told(NURSE, HEALTH)
    assert person.may_be_told(CHAIR, HEALTH)


def test_a_worker_taken_off_the_directory_still_is_one_who_is_not_told(
    desk: Desk, told: Told
) -> None:
    exclude_worker(desk, told.person, professional_id=NURSE, reason="Family")
    with desk.store.transaction(desk.stamp()) as tx:
        tx.get(Professional, NURSE).removed = True
        tx.journal("test.taken_off")
    (row,) = read_sharing(desk, told.person).exclusions
    assert (row.worker_id, row.worker, row.agency_id, row.agency) == (NURSE, "", None, "")


def test_nothing_travels_further_than_what_it_hangs_on() -> None:
    assert strictest() is STANDARD
    assert strictest(STANDARD, RESTRICTED, STANDARD) is RESTRICTED
    assert strictest(Sensitivity.PRIVILEGED, RESTRICTED) is Sensitivity.PRIVILEGED


def test_a_decision_is_for_everybody_unless_somebody_says_so() -> None:
    assert Decided("Offer the room.", "It is warm.").sensitivity is STANDARD

"""Days since seen on lists: asked once for all rows, of the living the reader may see alone."""

from datetime import timedelta
from uuid import UUID

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.lists import find_actions, find_actions_without_owner
from coordinator.casework.desk import Desk
from coordinator.casework.people.contacts import log_contact, since_seen_of
from coordinator.casework.people.entering import record_death
from coordinator.casework.stuck.reading import read_stuck
from coordinator.casework.voice.wishes import note_wish
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people.contacts import NewContact, SinceSeen
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.roles import Role
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_person
from tests.casework.stuck_people import stuck
from tests.stores import HOUSING, NOON, NURSE, TODAY, WORKER, sitting

DAYS = 17
BEFORE = SinceSeen(TODAY - timedelta(days=DAYS))
NEVER = SinceSeen(None)


def see(desk: Desk, person: UUID, result: ContactResult = ContactResult.SIGHTED) -> None:
    at = NOON - timedelta(days=DAYS)
    log_contact(desk, NewContact(person, at, ContactType.STREET, result))


def add(desk: Desk, person: UUID | None) -> None:
    add_action(desk, NewAction("Ring", NURSE, TODAY, person_id=person))


def test_each_action_tells_when_its_person_was_seen(desk: Desk) -> None:
    ann, ben = a_person(desk), a_person(desk)
    see(desk, ann)
    see(desk, ben, ContactResult.NO_REPLY)
    for whom in (ann, ben, None):
        add(desk, whom)
    rows = find_actions(desk, ActionFilter()).rows
    assert {row.person_id: row.seen for row in rows} == {ann: BEFORE, ben: NEVER, None: None}


def test_of_the_dead_no_list_counts_days(desk: Desk) -> None:
    ann = a_person(desk)
    see(desk, ann)
    add(desk, ann)
    record_death(desk, ann, died_on=TODAY, source="Coroner")
    with desk.read() as look:
        assert since_seen_of(desk, look, [ann]) == {}


def test_nothing_is_told_of_people_the_sitter_may_not_see(desk: Desk) -> None:
    ann = a_person(desk)
    see(desk, ann)
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    with stranger.read() as look:
        assert since_seen_of(stranger, look, [ann, None]) == {}


def test_what_is_stuck_and_the_week_tell_it_too(desk: Desk) -> None:
    case = stuck(desk)
    case.asked()
    see(desk, case.person)
    assert read_stuck(desk).seen == {case.person: BEFORE}
    ben = a_person(desk)
    note_wish(desk, NewWish(ben, "A key", NURSE))
    week = read_this_week(desk)
    assert {case.person, ben} <= week.people
    assert (week.seen[case.person], week.seen[ben]) == (BEFORE, NEVER)


def test_more_rows_put_no_more_questions(desk: Desk) -> None:
    def asked() -> int:
        with queries(desk) as sent:
            find_actions(desk, ActionFilter())
            find_actions_without_owner(desk)
            read_stuck(desk)
        return len(sent)

    stuck(desk).asked()
    add(desk, a_person(desk))
    before = asked()
    for _more in range(6):
        person = a_person(desk)
        see(desk, person)
        add(desk, person)
    assert asked() == before

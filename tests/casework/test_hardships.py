"""A backup drive that is pulled out, a clock that is set back: nothing is lost."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action, move_due_date
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.person.pages import read_person
from coordinator.casework.plans.writing import begin_plan, edit_plan
from coordinator.casework.records.history import read_history
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.casework.stores.restoring import check_office, restore_backup
from coordinator.db.backups import list_backups
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import BackupError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.states import ActionStatus
from coordinator.wording.refusals.notices import notice_for
from tests.meetings import add_case
from tests.offices import OFFICER, WORDS
from tests.stores import Clock


class Watching:
    """Does something at the first step of a piece of work that has this many to go."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do, self.steps = do, 0

    def step(self, done: int, total: int) -> None:
        self.steps += 1
        if self.steps == 1:
            self._do()


def fill(office: Office) -> None:
    """Make the store large enough for a backup of some steps."""
    for number in range(3):
        register_person(office.desk, given_name=f"Made {number}", usual_places="slip " * 9_000)


# A backup drive pulled out


def test_a_drive_pulled_out_in_the_middle_of_a_backup_is_said_and_the_store_goes_on(
    office: Office, tmp_path: Path
) -> None:
    fill(office)
    drive = tmp_path / "drive"
    drive.mkdir()
    pulled = Watching(lambda: shutil.rmtree(drive))
    with pytest.raises(BackupError) as told:
        office.back_up("asked", into=drive, progress=pulled)
    assert pulled.steps
    assert told.value.fault == "broken-off"
    assert "was the drive pulled out?" in notice_for(told.value).what
    assert "the store itself is untouched" in notice_for(told.value).next
    register_person(office.desk, given_name="Tomos")
    assert check_office(office).is_whole

    office.back_up("asked", into=tmp_path / "another drive")

    (backup,) = list_backups(tmp_path / "another drive")
    restored = restore_backup(backup.path, tmp_path / "restored", WORDS)
    assert check_office(restored).is_whole
    restored.close(back_up=False)


def test_a_drive_that_turns_to_nothing_but_errors_is_not_taken_for_damage_of_the_store(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As SQLite tells of a drive that is gone while its folder still seems to be there."""
    from coordinator.db import backups
    from coordinator.domain.errors import StoreDamagedError

    def fails(*_given: object) -> None:
        raise StoreDamagedError

    monkeypatch.setattr(backups, "copy_database", fails)
    monkeypatch.setattr(backups, "_can_be_written", lambda _folder: False)
    with pytest.raises(BackupError):
        office.back_up("asked", into=tmp_path / "drive")
    monkeypatch.setattr(backups, "_can_be_written", lambda _folder: True)
    with pytest.raises(StoreDamagedError):
        office.back_up("asked", into=tmp_path / "drive")


def test_no_room_for_a_backup_is_said_of_the_backup_and_not_of_the_last_change(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coordinator.runtime import folders

    monkeypatch.setattr(folders, "free_bytes", lambda _folder: 10)
    with pytest.raises(BackupError) as told:
        office.back_up("asked", into=tmp_path / "drive")
    assert told.value.fault == "room"
    assert "no room for the backup" in notice_for(told.value).what
    assert list((tmp_path / "drive").iterdir()) == []


# A clock set back


def test_a_clock_set_back_by_a_day_keeps_the_order_of_what_happened(
    office: Office, clock: Clock
) -> None:
    person = register_person(office.desk, given_name="Tomos").result
    clock.move(minutes=5)
    correct_person(office.desk, person, seen=1, phone="01632 960001")
    clock.move(days=-1)
    correct_person(office.desk, person, seen=2, phone="01632 960002")
    clock.move(minutes=-30)
    correct_person(office.desk, person, seen=3, phone="01632 960003")

    told = read_history(office.desk, person).happenings

    phones = [move.after for one in told for move in one.moves if move.field == "phone"]
    assert phones == ["01632 960003", "01632 960002", "01632 960001"]
    assert read_person(office.desk, person).details.phone == "01632 960003"
    assert check_office(office).is_whole


def _seen(desk: Desk, person: UUID) -> NewContact:
    return NewContact(person, desk.now(), ContactType.STREET, ContactResult.MET_ENGAGED)


def test_after_a_clock_was_set_back_nothing_is_refused_wrongly(
    office: Office, clock: Clock
) -> None:
    desk = office.desk
    person, case = add_case(desk, "Tomos")
    today = desk.today()
    log_contact(desk, _seen(desk, person))
    one, other = (
        add_action(desk, NewAction(words, OFFICER, today, person_id=person)).result
        for words in ("Ask for a bed", "Ring the surgery")
    )
    plan = begin_plan(desk, person).result
    clock.move(days=-1)
    move_due_date(desk, one, seen=1, to=today + timedelta(days=7), reason="The bed comes then.")
    set_outcome(desk, other, Outcome(ActionStatus.DONE, done_on=desk.today()), seen=1)
    agree_lead(desk, case, OFFICER)
    edit_plan(desk, plan, seen=1, what_matters="My dog.")
    log_contact(desk, _seen(desk, person))
    page = read_person(desk, person)
    assert page.open_actions == 1
    assert page.last_seen_on == today
    assert check_office(office).is_whole


def test_a_store_opens_and_closes_with_a_backup_after_the_clock_was_set_back(
    office: Office, clock: Clock
) -> None:
    register_person(office.desk, given_name="Tomos")
    office.close()
    clock.move(days=-1)

    again = open_store(office.folder.path, WORDS, source=Source(now=clock))
    register_person(again.desk, given_name="Anna")
    again.close()

    kept = list_backups(office.folder.backups)
    assert len(kept) == 2
    third = open_store(office.folder.path, WORDS, source=Source(now=clock))
    with third.desk.read() as look:
        assert look.people.count() == 2
    third.close(back_up=False)

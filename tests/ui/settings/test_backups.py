"""Backups on the settings page: listed, made, checked, brought back; drives that fail."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coordinator.casework.disclosing.office import read_office_facts
from coordinator.casework.people.entering import register_person
from coordinator.casework.stores import passphrases, users
from coordinator.casework.stores.opening import Office, open_store
from coordinator.domain.progress import Unwatched
from coordinator.domain.roles import Role
from coordinator.ui.kit.theme import Look
from coordinator.ui.screens.settings.backing_up import BackupsPresenter, Listed, Seen
from coordinator.ui.screens.settings.backups import BackupsPart
from coordinator.ui.sitting import Sitting
from tests.offices import WORDS
from tests.stores import Clock
from tests.ui.desktops import fill, press, says
from tests.ui.immediate import ImmediateJobs
from tests.ui.settings.conftest import Pocket

SECRET = "Passphrase of the day the backup was made"
FROM, TO = "Folder of the backup", "Where it goes"


class Joined:
    """The part and what stands behind it."""

    def __init__(self, sitting: Sitting, jobs: ImmediateJobs, pocket: Pocket) -> None:
        self.part = BackupsPart(sitting.folder)
        self.presenter = BackupsPresenter(
            jobs, self.part, self.part.restoring, sitting, pocket.device()
        )
        self.part.make_asked.connect(self.presenter.back_up)
        self.part.elsewhere_asked.connect(self.presenter.back_up_into)
        self.part.check_asked.connect(self.presenter.check)
        self.part.restore_asked.connect(self.presenter.bring_back)
        self.part.reminder_set.connect(self.presenter.remind_after)
        self.presenter.load()

    @property
    def rows(self) -> list[Listed]:
        return list(self.part.table.rows.rows)


@pytest.fixture
def page(sitting: Sitting, jobs: ImmediateJobs, pocket: Pocket, look: Look) -> Iterator[Joined]:
    made = Joined(sitting, jobs, pocket)
    yield made
    made.part.deleteLater()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_an_empty_list_says_so_and_backing_up_fills_it(page: Joined) -> None:
    assert not page.part.table.isVisibleTo(page.part)
    press(page.part, "Back up now")
    assert [one.backup.reason for one in page.rows] == ["asked"]
    assert "A backup was made and checked." in says(page.part)


def test_a_backup_elsewhere_is_remembered_and_listed(
    page: Joined, pocket: Pocket, sitting: Sitting, stick: Path
) -> None:
    assert "No backup of this store has been made in another folder yet" in says(page.part)
    page.presenter.back_up_into(stick)
    kept = pocket.settings.elsewhere(sitting.folder)
    assert kept is not None
    assert (kept.folder, kept.on) == (str(stick), date(2026, 11, 19))
    assert [one.elsewhere for one in page.rows] == [True]
    assert "Thu 19 Nov" in says(page.part)


def test_one_is_asked_for_when_the_last_one_elsewhere_is_too_old(
    page: Joined, stick: Path, clock: Clock, pocket: Pocket
) -> None:
    page.presenter.back_up_into(stick)
    assert not page.part._overdue.isVisibleTo(page.part)
    clock.move(days=15)
    page.presenter.load()
    assert page.part._overdue.isVisibleTo(page.part)
    page.presenter.remind_after(30)
    assert pocket.settings.remind_after == 30
    assert not page.part._overdue.isVisibleTo(page.part)
    page.presenter.remind_after(0)
    clock.move(days=900)
    page.presenter.load()
    assert not page.part._overdue.isVisibleTo(page.part)


def test_a_drive_that_was_pulled_out_is_said_in_a_sentence(
    page: Joined, stick: Path, jobs: ImmediateJobs
) -> None:
    page.presenter.back_up_into(stick)
    for one in sorted(stick.rglob("*"), reverse=True):
        one.rmdir() if one.is_dir() else one.unlink()
    stick.rmdir()
    page.presenter.back_up_into(stick)
    assert "The folder for the backup is not there." in says(page.part)
    assert not stick.exists()
    page.presenter.load()
    assert page.rows == []
    assert jobs.failures == []


def test_a_backup_is_checked_and_said_to_be_whole(page: Joined) -> None:
    page.presenter.back_up()
    page.part.table.choose(0)
    press(page.part, "Check it")
    assert "every page of it checks out" in says(page.part)
    assert [one.seen for one in page.rows] == [Seen.NOW]


@pytest.mark.parametrize(("role", "noted"), [(Role.COORDINATOR, True), (Role.AUDITOR, False)])
def test_whoever_checks_one_reads_that_it_is_whole_and_only_its_keeper_notes_it(
    page: Joined, sitting: Sitting, jobs: ImmediateJobs, role: Role, *, noted: bool
) -> None:
    page.presenter.back_up()
    sits = replace(sitting.reading, sitter=replace(sitting.reading.sitter, role=role))
    page.presenter._sitting = replace(sitting, reading=sits)
    page.presenter.check(page.rows[0])
    assert "every page of it checks out" in says(page.part)
    assert jobs.failures == []
    told = read_office_facts(sitting.writing).restore_tested_at
    assert (told is not None) is noted


def test_a_damaged_backup_is_said_and_marked(page: Joined) -> None:
    page.presenter.back_up()
    (database,) = page.rows[0].backup.path.glob("*.db")
    body = bytearray(database.read_bytes())
    body[-2000] ^= 1
    database.write_bytes(body)
    page.part.table.choose(0)
    press(page.part, "Check it")
    assert "altered or damaged" in says(page.part)
    assert [one.seen for one in page.rows] == [Seen.FAILED]


def test_a_backup_of_older_keys_asks_for_the_passphrase_of_its_day(
    office: Office, page: Joined
) -> None:
    page.presenter.back_up()
    made = page.rows[0]
    me = users.read_users(office.desk)[0].id
    passphrases.change_master(office, {me: WORDS}, passphrases.draft_code(), Unwatched())
    page.presenter.check(made)
    form = page.part._form
    assert form is not None
    fill(form, {"Passphrase of the day it was made": "not the words"})
    press(form, "Check it")
    assert form.field("passphrase").fault
    fill(form, {"Passphrase of the day it was made": WORDS})
    press(form, "Check it")
    assert page.part._form is None
    assert "every page of it checks out" in says(page.part)


def test_a_backup_brought_back_has_the_people_and_is_gone_to(
    office: Office, page: Joined, pocket: Pocket, tmp_path: Path
) -> None:
    register_person(office.desk, given_name="Tomos")
    page.presenter.back_up()
    page.part.table.choose(0)
    press(page.part, "Bring it back…")
    fill(page.part, {TO: str(tmp_path / "again"), SECRET: WORDS})
    press(page.part, "Bring it back")
    assert pocket.gone_to == [(tmp_path / "again", WORDS)]
    restored = open_store(tmp_path / "again", WORDS)
    with restored.desk.read() as look:
        assert look.people.count() == 1
    restored.close(back_up=False)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({FROM: "", TO: "", SECRET: ""}, "Choose the folder of the backup."),
        ({SECRET: "not the words"}, "This passphrase does not open it."),
        ({FROM: "/nowhere at all", SECRET: WORDS}, "no key file in this folder"),
        ({TO: "Dropbox/again", SECRET: WORDS}, "copied to a cloud"),
        ({TO: "full", SECRET: WORDS}, "already something in this folder"),
    ],
)
def test_what_is_wrong_with_bringing_back_is_said_at_its_field(
    page: Joined, pocket: Pocket, tmp_path: Path, values: dict[str, str], told: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    page.presenter.back_up()
    page.part.show_restoring(page.rows[0].backup.path)
    usual = {TO: str(tmp_path / "again")}
    given = {
        name: str(tmp_path / text) if text and name == TO else text
        for name, text in values.items()
    }
    fill(page.part, usual | given)
    press(page.part.restoring, "Bring it back")
    faults = [one.fault for one in page.part.restoring.form._form._fields.values() if one.fault]
    assert any(told in fault for fault in faults)
    assert pocket.gone_to == []
    assert page.part.restoring.form._go.isEnabled()

"""Who may open the store: added, given another passphrase, removed, told apart."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.directory.professionals import change_professional
from coordinator.casework.records.drafts import read_drafts
from coordinator.casework.stores import users
from coordinator.casework.stores.opening import Office, open_store, open_with_code
from coordinator.domain.errors import WrongSecretError
from coordinator.domain.roles import Role
from coordinator.ui.kit.codes import CodeBox
from coordinator.ui.kit.controls import choose
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.theme import Look
from coordinator.ui.screens.settings.forms import CodeDialog
from coordinator.ui.screens.settings.presenter import UsersPresenter, _read
from coordinator.ui.screens.settings.users import UsersPart
from coordinator.ui.shared.asking import Asking
from coordinator.ui.sitting import Sitting
from tests.offices import OFFICER, WORDS
from tests.stores import POLICE, Clock
from tests.ui.desktops import PATIENCE, press, says
from tests.ui.immediate import ImmediateJobs
from tests.ui.settings.conftest import Pocket

THEIRS = "lantern gorse pilchard slate"
NEWER = "bramble copper tideway lute"


@pytest.fixture
def part(sitting: Sitting, jobs: ImmediateJobs, pocket: Pocket, look: Look) -> Iterator[UsersPart]:
    made = UsersPart(sitting.keeping, lambda _code: True)
    asking = Asking(jobs, made.sheets)
    presenter = UsersPresenter(jobs, made, asking, sitting.keeping, pocket.device().lock)
    made.add_asked.connect(presenter.begin_adding)
    made.add_given.connect(presenter.add)
    made.passphrase_given.connect(presenter.give)
    made.removal_asked.connect(presenter.ask_removal)
    made.master_given.connect(presenter.prepare_master)
    made.code_noted.connect(presenter.change_master)
    made.master_left.connect(presenter.forget)
    jobs.listeners.append(presenter.look_again)
    presenter.load()
    yield made
    made.deleteLater()


@pytest.fixture
def officer(office: Office, clock: Clock) -> None:
    """A second user, added a minute after the first."""
    clock.move(minutes=1)
    users.add_user(office, OFFICER, Role.LEAD_PROFESSIONAL, THEIRS)


def form_of(part: UsersPart) -> FieldsDialog:
    assert isinstance(part.form, FieldsDialog)
    return part.form


def asked_why(part: UsersPart) -> tuple[QDialog, QPlainTextEdit]:
    form = part.sheets.shown
    assert form is not None
    (why,) = form.findChildren(QPlainTextEdit)
    return form, why


def type_in(form: FieldsDialog, **values: str) -> None:
    for name, text in values.items():
        line: Any = form.field(name).control
        line.setText(text)


def opens(office: Office, words: str) -> Role:
    if office.lock.is_held:
        office.close(back_up=False)
    again = open_store(office.folder.path, words)
    role = again.desk.sitter.role
    again.close(back_up=False)
    return role


def names(part: UsersPart) -> list[str]:
    return [one.name for one in part.table.rows.rows]


def test_somebody_of_the_directory_is_let_in(office: Office, part: UsersPart) -> None:
    press(part, "Add a user")
    form = form_of(part)
    choose(form.field("who").control, OFFICER)  # type: ignore[arg-type]
    choose(form.field("role").control, Role.CHAIR)  # type: ignore[arg-type]
    type_in(form, passphrase=THEIRS, again=THEIRS)
    press(form, "Add them")
    assert part.form is None
    assert names(part) == ["Aled Hâf", "Dylan Ashdown"]
    assert opens(office, THEIRS) is Role.CHAIR


def test_somebody_new_is_let_in_and_stands_in_the_directory(
    office: Office, part: UsersPart
) -> None:
    press(part, "Add a user")
    form = form_of(part)
    choose(form.field("who").control, None)  # type: ignore[arg-type]
    choose(form.field("agency_id").control, POLICE)  # type: ignore[arg-type]
    choose(form.field("role").control, Role.CHAIR)  # type: ignore[arg-type]
    type_in(form, name="Kasia Wren", job="Inspector", passphrase=THEIRS, again=THEIRS)
    press(form, "Add them")
    found = {one.name: one.agency for one in read_directory(office.desk).professionals}
    assert found["Kasia Wren"] == "Kerrow Police"
    assert opens(office, THEIRS) is Role.CHAIR


@pytest.mark.parametrize(
    ("passphrase", "again", "field", "told"),
    [
        ("short", "short", "passphrase", "Too short"),
        ("welcome2026!", "welcome2026!", "passphrase", "first that are tried"),
        (THEIRS, THEIRS + "s", "again", "not the same"),
        (WORDS, WORDS, "passphrase", "Somebody else opens this store"),
    ],
)
def test_what_will_not_do_is_said_at_its_field_and_adds_nobody(
    part: UsersPart, passphrase: str, again: str, field: str, told: str
) -> None:
    press(part, "Add a user")
    form = form_of(part)
    choose(form.field("who").control, OFFICER)  # type: ignore[arg-type]
    type_in(form, passphrase=passphrase, again=again)
    press(form, "Add them")
    assert told in form.field(field).fault
    assert form.field(field).control.accessibleDescription().startswith(form.field(field).fault)
    assert names(part) == ["Aled Hâf"]


def test_nobody_is_let_in_before_somebody_is_chosen(part: UsersPart) -> None:
    press(part, "Add a user")
    form = form_of(part)
    type_in(form, passphrase=THEIRS, again=THEIRS)
    press(form, "Add them")
    assert form.field("who").fault == "Choose who it is."
    assert names(part) == ["Aled Hâf"]


def test_somebody_new_needs_a_name(part: UsersPart) -> None:
    press(part, "Add a user")
    form = form_of(part)
    choose(form.field("who").control, None)  # type: ignore[arg-type]
    type_in(form, passphrase=THEIRS, again=THEIRS)
    press(form, "Add them")
    assert form.field("name").fault == "Type their name."


@pytest.mark.usefixtures("officer")
def test_whoever_forgot_their_passphrase_is_given_another(office: Office, part: UsersPart) -> None:
    part.table.choose(1)
    press(part, "New passphrase")
    form = form_of(part)
    type_in(form, passphrase=NEWER, again=NEWER)
    press(form, "Give it to them")
    assert "Dylan Ashdown has a new passphrase" in says(part)
    assert opens(office, NEWER) is Role.LEAD_PROFESSIONAL
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, THEIRS)


@pytest.mark.usefixtures("officer")
def test_a_removed_user_gets_in_no_more_and_a_new_key_is_offered(
    office: Office, part: UsersPart
) -> None:
    part.table.choose(1)
    press(part, "Remove")
    form, why = asked_why(part)
    press(form, "Remove them")
    assert "Say why in a few words." in says(form)
    assert why.accessibleDescription().startswith("Say why in a few words.")
    why.setPlainText("Left the police.")
    press(form, "Remove them")
    assert names(part) == ["Aled Hâf"]
    assert "can no longer open this store" in says(part)
    assert "master key" in says(part)
    office.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, THEIRS)


@pytest.mark.usefixtures("officer")
def test_nobody_removes_themselves_here_and_the_last_manager_stays(
    office: Office, part: UsersPart, sitting: Sitting, jobs: ImmediateJobs
) -> None:
    part.table.choose(0)
    hidden = [one for one in buttons(part) if not one.isVisibleTo(part)]
    assert {"Remove", "New passphrase"} <= {one.text() for one in hidden}  # type: ignore[attr-defined]
    part.table.choose(1)
    asking = Asking(jobs, part.sheets)
    presenter = UsersPresenter(jobs, part, asking, sitting.keeping, lambda _why: None)
    presenter.ask_removal(users.read_users(office.desk)[0])
    form, why = asked_why(part)
    why.setPlainText("A slip.")
    press(form, "Remove them")
    assert "nobody could open the store without it" in says(form)
    assert len(users.read_users(office.desk)) == 2


def buttons(part: UsersPart) -> list[QWidget]:
    from PySide6.QtWidgets import QPushButton

    return list(part.findChildren(QPushButton))


def begin_master(part: UsersPart, words: str = WORDS) -> FieldsDialog:
    press(part, "New master key…")
    form = form_of(part)
    mine = next(iter(form._fields))
    type_in(form, **{mine: words})
    press(form, "Go on")
    return form


@pytest.mark.usefixtures("officer")
def test_a_new_master_key_is_given_once_its_code_is_noted_and_the_store_locks(
    office: Office, part: UsersPart, pocket: Pocket
) -> None:
    begin_master(part)
    dialog = part.form
    assert isinstance(dialog, CodeDialog)
    code = code_in(dialog)
    press(dialog, "Change the master key")
    assert pocket.locked == []
    type_back(dialog, code)
    press(dialog, "Change the master key")
    (told,) = pocket.locked
    assert "1 user needs a new passphrase" in told
    assert opens(office, WORDS) is Role.COORDINATOR
    open_with_code(office.folder.path, code).close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, THEIRS)


def test_a_wrong_passphrase_begins_no_new_master_key(part: UsersPart, pocket: Pocket) -> None:
    form = begin_master(part, "not the words at all")
    assert "does not open the store" in next(iter(form._fields.values())).fault
    assert part.form is form


def test_a_new_master_key_given_up_leaves_everything_as_it_was(
    office: Office, part: UsersPart, pocket: Pocket
) -> None:
    before = office.desk.store.path
    begin_master(part)
    press(dialog_of(part), "Cancel")
    assert part.form is None
    assert office.desk.store.path == before
    assert opens(office, WORDS) is Role.COORDINATOR


def test_a_master_key_that_finds_no_room_is_told_and_can_be_tried_again(
    office: Office, part: UsersPart, pocket: Pocket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordinator.runtime.folders.free_bytes", lambda _folder: 0)
    begin_master(part)
    dialog = part.form
    assert isinstance(dialog, CodeDialog)
    type_back(dialog, code_in(dialog))
    press(dialog, "Change the master key")
    assert "There is no room for the backup" in says(dialog)
    assert "old recovery code still stand" in says(dialog)
    monkeypatch.undo()
    press(dialog, "Change the master key")
    assert len(pocket.locked) == 1
    assert opens(office, WORDS) is Role.COORDINATOR


def dialog_of(part: UsersPart) -> CodeDialog:
    assert isinstance(part.form, CodeDialog)
    return part.form


def code_in(dialog: QWidget) -> str:
    box = dialog.findChild(CodeBox)
    assert box is not None
    return box._code


def type_back(dialog: QWidget, code: str) -> None:
    box = dialog.findChild(CodeBox)
    assert box is not None
    box._typed.setText(code.split("-")[2].lower())


def typed_again(part: UsersPart) -> FieldsDialog:
    """Break the form off, as a lock does, and ask again."""
    form_of(part).deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    part.add_asked.emit(part._users)
    return form_of(part)


def wait_until_kept(desk: Desk, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(read_drafts(desk)) == count, timeout=PATIENCE)


def test_who_was_typed_is_there_again_after_the_form_was_broken_off_but_no_passphrase(
    office: Office, part: UsersPart, qtbot: QtBot
) -> None:
    press(part, "Add a user")
    form = form_of(part)
    choose(form.field("who").control, None)  # type: ignore[arg-type]
    choose(form.field("agency_id").control, POLICE)  # type: ignore[arg-type]
    choose(form.field("role").control, Role.CHAIR)  # type: ignore[arg-type]
    type_in(form, name="Kasia Wren", job="Inspector", passphrase=THEIRS, again=NEWER)
    wait_until_kept(office.desk, qtbot)
    (draft,) = read_drafts(office.desk)
    kept = " ".join(str(one) for one in draft.values.values())
    for secret in (THEIRS, NEWER):
        assert secret not in kept

    form = typed_again(part)
    said = form.answers()
    assert (said["who"], said["name"], said["job"]) == (None, "Kasia Wren", "Inspector")
    assert (said["agency_id"], said["role"]) == (POLICE, Role.CHAIR)
    assert (said["passphrase"], said["again"]) == ("", "")
    assert form.field("name").isVisibleTo(form)
    assert "What you had typed before is here again." in says(form)
    assert "The passphrase is not" in says(form)

    type_in(form, passphrase=THEIRS, again=THEIRS)
    press(form, "Add them")
    assert opens(office, THEIRS) is Role.CHAIR
    again = open_store(office.folder.path, WORDS)
    left = read_drafts(again.desk)
    again.close(back_up=False)
    assert left == ()


def test_a_role_that_was_chosen_against_the_directory_comes_back_as_chosen(
    office: Office, part: UsersPart, qtbot: QtBot
) -> None:
    (row,) = [one for one in part._users.others if one.id == OFFICER]
    change_professional(office.desk, OFFICER, seen=row.revision, role=Role.CHAIR)
    part.show_users(_read(office.desk))
    press(part, "Add a user")
    form = form_of(part)
    who: Any = form.field("who").control
    who.setCurrentIndex(who.findText(row.name, Qt.MatchFlag.MatchStartsWith))
    assert form.answers()["role"] is Role.CHAIR
    choose(form.field("role").control, Role.LEAD_PROFESSIONAL)  # type: ignore[arg-type]
    wait_until_kept(office.desk, qtbot)
    said = typed_again(part).answers()
    assert (said["who"], said["role"]) == (OFFICER, Role.LEAD_PROFESSIONAL)


def test_what_was_typed_of_a_user_is_let_go_of_by_cancelling_twice(
    office: Office, part: UsersPart, qtbot: QtBot
) -> None:
    press(part, "Add a user")
    form = form_of(part)
    choose(form.field("who").control, OFFICER)  # type: ignore[arg-type]
    wait_until_kept(office.desk, qtbot)
    press(form, "Cancel")
    press(form, "Cancel")
    wait_until_kept(office.desk, qtbot, 0)

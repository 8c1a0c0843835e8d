"""One's own passphrase, and the recovery code that is noted before it takes over."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from coordinator.app import _seat
from coordinator.casework.stores import passphrases
from coordinator.casework.stores.opening import Office, open_store, open_with_code
from coordinator.domain.errors import WrongSecretError
from coordinator.ui.kit.theme import Look
from coordinator.ui.screens.settings.presenter import CodePresenter, OwnPresenter
from coordinator.ui.screens.settings.secrets import CodePart, OwnPart
from coordinator.ui.sitting import Sitting
from tests.offices import WORDS
from tests.ui.desktops import fill, press, says
from tests.ui.immediate import ImmediateJobs
from tests.ui.settings.test_users import code_in, type_back

NEWER = "bramble copper tideway lute"
NOW, NEW, AGAIN = "Your passphrase now", "New passphrase", "The passphrase again"


@pytest.fixture
def own(sitting: Sitting, jobs: ImmediateJobs, look: Look) -> Iterator[OwnPart]:
    made = OwnPart(sitting.keeping)
    presenter = OwnPresenter(jobs, made, sitting.keeping)
    made.change_asked.connect(presenter.change)
    yield made
    made.deleteLater()


@pytest.fixture
def code(sitting: Sitting, jobs: ImmediateJobs, look: Look) -> Iterator[CodePart]:
    made = CodePart(lambda _code: True)
    presenter = CodePresenter(jobs, made, sitting.keeping)
    made.new_asked.connect(presenter.begin)
    made.noted.connect(presenter.take)
    made.left.connect(presenter.leave)
    yield made
    made.deleteLater()


def test_the_old_passphrase_stops_opening(office: Office, own: OwnPart) -> None:
    fill(own, {NOW: WORDS, NEW: NEWER, AGAIN: NEWER})
    press(own, "Change it")
    assert "Your passphrase is changed" in says(own)
    assert all(one.text() == "" for one in own.findChildren(QLineEdit))
    office.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, WORDS)
    open_store(office.folder.path, NEWER).close(back_up=False)


@pytest.mark.parametrize(
    ("now", "new", "again", "told"),
    [
        ("", NEWER, NEWER, "Type your passphrase."),
        ("not the words at all", NEWER, NEWER, "does not open the store"),
        (WORDS, "short", "short", "Too short"),
        (WORDS, NEWER, NEWER + "s", "not the same as above"),
        (WORDS, WORDS, WORDS, "is the same as before"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_changes_nothing(
    office: Office, own: OwnPart, now: str, new: str, again: str, told: str
) -> None:
    fill(own, {NOW: now, NEW: new, AGAIN: again})
    press(own, "Change it")
    assert told in says(own)
    office.close(back_up=False)
    open_store(office.folder.path, WORDS).close(back_up=False)


def test_what_is_typed_is_hidden_until_somebody_wants_to_see_it(own: OwnPart) -> None:
    modes = QLineEdit.EchoMode
    lines = own.findChildren(QLineEdit)
    assert {one.echoMode() for one in lines} == {modes.Password}
    shown: Any = own._new["passphrase"]
    shown._show.click()
    assert [one.echoMode() for one in lines].count(modes.Normal) == 1


def test_the_strength_is_told_in_words_while_one_types(own: OwnPart) -> None:
    fill(own, {NEW: "abc"})
    assert "Weak: it would be among the first" in says(own)
    fill(own, {NEW: "bramble copper tideway lute seven harbours"})
    assert "Strong." in says(own)


def test_after_the_recovery_code_a_new_passphrase_is_chosen_without_the_old_one(
    office: Office, look: Look
) -> None:
    noted = passphrases.draft_code()
    passphrases.take_code(office, noted)
    office.close(back_up=False)
    by_code = open_with_code(office.folder.path, noted)
    sitting = _seat(by_code)
    part = OwnPart(sitting.keeping)
    presenter = OwnPresenter(ImmediateJobs(sitting.writing), part, sitting.keeping)
    part.change_asked.connect(presenter.change)
    fill(part, {NEW: NEWER, AGAIN: NEWER})
    press(part, "Change it")
    assert "Your passphrase is changed" in says(part)
    part.deleteLater()
    sitting.reading.store.close()
    by_code.close(back_up=False)
    open_store(office.folder.path, NEWER).close(back_up=False)


def test_a_new_code_takes_over_once_it_was_typed_back(office: Office, code: CodePart) -> None:
    press(code, "Make a new code")
    shown = code_in(code)
    press(code, "Use this code from now on")
    assert "not the third group" in says(code)
    type_back(code, shown)
    press(code, "Use this code from now on")
    assert "Destroy the old one" in says(code)
    office.close(back_up=False)
    open_with_code(office.folder.path, shown).close(back_up=False)


def test_a_code_given_up_opens_nothing(office: Office, code: CodePart) -> None:
    press(code, "Make a new code")
    shown = code_in(code)
    press(code, "Cancel")
    assert "The old code still works" in says(code)
    office.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_with_code(office.folder.path, shown)

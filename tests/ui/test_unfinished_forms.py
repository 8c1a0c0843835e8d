"""Forms that are broken off: what was typed is there again. Ctrl+L locks over a form, too."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import change_agency
from coordinator.casework.records.drafts import DraftView, read_drafts
from coordinator.casework.stores.opening import open_store
from coordinator.domain.errors import CancelledError, ReasonNeededError
from coordinator.domain.lists.contacts import ContactType
from coordinator.domain.outcomes import Changes, Done
from coordinator.ui.kit.asks import Ask, Keeper, Kind, Question, choices_of
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.kit.typed import taken_up, to_keep
from coordinator.ui.screens.directory.presenter import Deed
from coordinator.ui.shared.asking import ANEW, Answered, Asking
from coordinator.ui.shell.finder import Finder
from coordinator.ui.shell.helping import ReportDialog, ShortcutsDialog
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.offices import WORDS
from tests.stores import HOUSING, POLICE
from tests.ui.desks import Forms
from tests.ui.desktops import PATIENCE, Desktop, do, open_petroc, press, says
from tests.ui.immediate import ImmediateJobs
from tests.ui.person.test_person_window import choose, form, send
from tests.ui.test_directory import Page

WORDS_TYPED = "By the harbour, as agreed"
AGAIN = "What you had typed before is here again."


def drafts(work: Workplace, qtbot: QtBot) -> list[DraftView]:
    found: list[tuple[DraftView, ...]] = []
    work.jobs.query(read_drafts, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return [one for one in found[0] if one.form.startswith("form.")]


def words_of(sheet: Sheet) -> QLineEdit:
    return next(one for one in sheet.findChildren(QLineEdit) if one.accessibleName() == "Where")


def note_contact(desktop: Desktop, window: MainWindow) -> Sheet:
    """Type in the form for a contact and wait until it is kept."""
    do(window, "Note a contact")
    sheet = form(desktop, window)
    choose(sheet, "What came of it", "Met briefly")
    words_of(sheet).setText(WORDS_TYPED)
    work = desktop.page(window, Workplace)
    desktop.qtbot.waitUntil(lambda: len(drafts(work, desktop.qtbot)) == 1, timeout=PATIENCE)
    return sheet


def found_again(desktop: Desktop, window: MainWindow) -> Sheet:
    """Open the store and the same form, and see the words."""
    work = desktop.unlock(window)
    desktop.qtbot.waitUntil(lambda: "What happened" in says(work), timeout=PATIENCE)
    do(window, "Note a contact")
    sheet = form(desktop, window)
    assert words_of(sheet).text() == WORDS_TYPED
    assert AGAIN in says(sheet)
    begun = sheet.focusWidget()
    assert begun is not None
    assert begun.accessibleName() == "What came of it"
    return sheet


def test_ctrl_l_in_a_form_locks_and_the_words_are_there_again_until_the_act_is_done(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    sheet = note_contact(desktop, window)
    window.activateWindow()
    desktop.qtbot.keyClick(words_of(sheet), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desktop.page(window, UnlockPage)
    assert window.workplace is None

    sheet = found_again(desktop, window)
    choose(sheet, "How", "On the street")
    send(desktop, sheet, "Keep it")
    work = desktop.page(window, Workplace)
    desktop.qtbot.waitUntil(lambda: "Met briefly" in says(work), timeout=PATIENCE)
    assert drafts(work, desktop.qtbot) == []
    do(window, "Note a contact")
    assert words_of(form(desktop, window)).text() == ""


def test_words_in_a_form_outlive_the_end_of_the_program(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    note_contact(desktop, window)
    window.close()
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, "Lock")
    open_petroc(desktop, window)
    do(window, "Note a contact")
    sheet = form(desktop, window)
    assert words_of(sheet).text() == WORDS_TYPED


def test_words_in_a_form_are_on_file_while_it_is_open(
    desktop: Desktop, closed_store: Path, tmp_path: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    note_contact(desktop, window)
    left = tmp_path / "as a power cut leaves it"
    shutil.copytree(closed_store, left, ignore=shutil.ignore_patterns("*.lock", "*lock*"))
    office = open_store(left, WORDS)
    kept = [one for one in read_drafts(office.desk) if one.form.startswith("form.")]
    office.close(back_up=False)
    assert WORDS_TYPED in kept[0].values.values()


def test_a_form_let_go_of_twice_is_forgotten(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    sheet = note_contact(desktop, window)
    work = desktop.page(window, Workplace)
    press(sheet, "Cancel")
    assert sheet.isVisible()
    assert len(drafts(work, desktop.qtbot)) == 1
    press(sheet, "Cancel")
    desktop.qtbot.waitUntil(lambda: drafts(work, desktop.qtbot) == [], timeout=PATIENCE)


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("Find a person, an action or a command", Finder),
        ("Keys", ShortcutsDialog),
        ("Problem report", ReportDialog),
    ],
)
def test_ctrl_l_locks_over_the_windows_that_help(
    desktop: Desktop, closed_store: Path, command: str, kind: type[QDialog]
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, command)
    dialog = window.findChild(kind)
    assert dialog is not None
    desktop.qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    desktop.qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desktop.page(window, UnlockPage)


# What is kept, and for how long


def changing(page: Page) -> Keeper:
    """Open the form that changes an agency."""
    page.presenter.do(Deed.CHANGE_AGENCY, page.agency(POLICE))
    assert page.forms.keeper is not None
    return page.forms.keeper


def on_file(page: Page) -> list[Mapping[str, object]]:
    return [one.values for one in read_drafts(page.desk)]


def test_a_draft_stays_while_the_act_is_refused_and_goes_with_it(desk: Desk) -> None:
    page = Page(desk)
    page.presenter.do(Deed.ADD_AGENCY)
    assert page.forms.keeper is not None
    page.forms.keeper.keep({"phone": "01632 960001"})
    page.forms.answer(name="", phone="01632 960001")
    assert page.forms.faults == {"name": "required"}
    assert on_file(page) == [{"phone": "01632 960001"}]
    page.forms.answer(name="Kerrow Fire", phone="01632 960001")
    assert on_file(page) == []


def test_a_password_is_never_kept(desk: Desk) -> None:
    asks = (Ask("password", "Password", Kind.SECRET, ""), Ask("note", "Note"))
    forms, jobs = Forms(), ImmediateJobs(desk)
    question = Question("Close", asks, "Close")
    Asking(jobs, forms).hear(question, lambda _said, _form: None, about=ANEW)
    assert forms.keeper is not None
    forms.keeper.keep({"password": "lantern gorse", "note": "As agreed"})
    (draft,) = read_drafts(desk)
    assert draft.values == {"note": "As agreed"}
    forms.keeper.keep({"password": "lantern gorse"})
    assert read_drafts(desk) == ()


def test_what_was_typed_is_forgotten_once_the_form_is_told_that_it_was_done(desk: Desk) -> None:
    forms, jobs = Forms(), ImmediateJobs(desk)
    sent: list[Answered] = []
    question = Question("Sheets", (Ask("note", "Note"),), "Choose a folder")
    Asking(jobs, forms).hear(question, lambda _said, form: sent.append(form), about=ANEW)
    assert forms.keeper is not None
    forms.keeper.keep({"note": "As agreed"})
    forms.answer(note="As agreed")
    sent[0].again()
    assert len(read_drafts(desk)) == 1
    sent[0].refused(CancelledError())
    assert forms.objections == []
    assert forms.is_open()
    sent[0].done()
    assert not forms.is_open()
    assert read_drafts(desk) == ()


def test_what_is_taken_back_to_what_stood_there_is_not_kept(desk: Desk) -> None:
    page = Page(desk)
    keeper = changing(page)
    keeper.keep({"phone": "01632 960001"})
    keeper.keep({})
    assert on_file(page) == []


def test_words_come_back_only_in_the_form_of_the_same_record(desk: Desk) -> None:
    page = Page(desk)
    changing(page).keep({"phone": "01632 960001"})
    page.presenter.do(Deed.CHANGE_AGENCY, page.agency(HOUSING))
    assert page.forms.keeper is not None
    assert page.forms.keeper.typed == {}
    assert changing(page).typed == {"phone": "01632 960001"}


def test_what_others_changed_since_is_said_beside_the_words(desk: Desk) -> None:
    page = Page(desk)
    changing(page).keep({"phone": "01632 960001"})
    row = page.agency(POLICE)
    change_agency(desk, POLICE, seen=row.revision, phone="01632 960009", contact="Front desk")
    page.presenter.load()
    keeper = changing(page)
    assert keeper.typed == {"phone": "01632 960001"}
    assert keeper.news == ("Telephone now says: 01632 960009",)


def test_a_form_that_asks_why_keeps_what_it_had_been_told_before(desk: Desk) -> None:
    question = Question("Close", (Ask("note", "Note"),), "Close")
    forms, jobs = Forms(), ImmediateJobs(desk)
    refused = [ReasonNeededError(("no-plan",))]

    def act(_values: object, _seen: int) -> Callable[[Desk], Done[None]]:
        def close(_desk: Desk) -> Done[None]:
            if refused:
                raise refused.pop()
            return Done(None, Changes())

        return close

    Asking(jobs, forms).put(question, act, about=ANEW, reasons=True)
    forms.answer(note="As agreed")
    assert forms.keeper is not None
    forms.keeper.keep({"prompt no-plan": "She moved"})
    (draft,) = read_drafts(desk)
    assert draft.values == {"note": "As agreed", "prompt no-plan": "She moved"}
    forms.answer()
    assert read_drafts(desk) == ()


ASKS = (
    Ask("text", "Text", Kind.TEXT, ""),
    Ask("on", "Day", Kind.DAY),
    Ask("at", "Time", Kind.TIME),
    Ask("age", "Age", Kind.NUMBER),
    Ask("how", "How", Kind.CHOICE, None, choices_of(ContactType, "Not said")),
    Ask("who", "Who", Kind.FIND, None, ((UUID(int=7), "Rhys Roskilly"),)),
    Ask("some", "Some", Kind.MANY, (), ((UUID(int=1), "One"), (UUID(int=2), "Two"))),
    Ask("is_so", "So", Kind.TICK, False),
    Ask("day", "Day", Kind.CALENDAR, date(2026, 11, 1)),
    Ask("begins", "Begins", Kind.CLOCK, time(10, 0)),
    Ask("length", "Length", Kind.AMOUNT, 90),
)
SAID = {
    "text": "Two\nlines",
    "on": date(2026, 11, 19),
    "at": time(14, 30),
    "age": 40,
    "how": next(iter(ContactType)),
    "who": UUID(int=7),
    "some": (UUID(int=2),),
    "is_so": True,
    "day": date(2026, 11, 19),
    "begins": time(14, 30),
    "length": 45,
}


def test_every_kind_of_answer_comes_back_as_it_was() -> None:
    assert taken_up(ASKS, to_keep(SAID)) == SAID


def test_a_day_that_is_none_comes_back_as_typed() -> None:
    assert taken_up(ASKS, to_keep({"on": "19 Nuv", "at": "noon", "age": "forty"})) == {
        "on": "19 Nuv",
        "at": "noon",
        "age": "forty",
    }


def test_what_fits_no_more_is_left_out() -> None:
    kept = {"who": UUID(int=8).hex, "how": "by pigeon", "gone": "x", "is_so": "x", "text": ["x"]}
    assert taken_up(ASKS, kept) == {}
    assert to_keep({"path": object(), "text": "x"}) == {"text": "x"}

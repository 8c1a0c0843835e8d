"""Several packs at once, what stands beside what comes back, and why a pack leaves."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.cases.phases import move_phase
from coordinator.casework.people.entering import correct_person
from coordinator.db.models import Agency, Case, Person
from coordinator.domain.roles import Right
from coordinator.domain.states import CasePhase
from coordinator.exchange.away import make_take_away
from coordinator.ui.kit import theme
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.places.every import Place
from coordinator.ui.screens.away.presenter import Deed
from coordinator.ui.shell.dropping import Dropping
from coordinator.wording.away_pages import after_words, before_words, return_lines
from tests.exchange.away_stores import Both
from tests.stores import HOUSING, TODAY
from tests.ui.away.test_away import Page, both, handed, notes, shown, taken
from tests.ui.desks import Told
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs

__all__ = ["both"]


def test_what_stands_is_shown_although_nobody_ever_said_it(both: Both, tmp_path: Path) -> None:
    """What every case begins with is not in the change log, and is the panel's word even so."""
    taken(both, tmp_path)
    move_phase(both.away.desk, both.kept.case, CasePhase.STABILISING)
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    (row,) = [one for one in page.back.rows if (one.kind, one.column) == ("case", "phase")]
    assert before_words(row, page.back.spoken) == "Engaging"
    assert after_words(row, page.back.spoken) == "Stabilising"


def test_what_was_empty_is_said_to_be(both: Both, tmp_path: Path) -> None:
    taken(both, tmp_path)
    with both.away.desk.read() as look:
        seen = look.get(Person, both.kept.kezia).revision
    correct_person(both.away.desk, both.kept.kezia, seen=seen, phone="01632 960123")
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    (row,) = [one for one in page.back.rows if one.column == "phone"]
    assert before_words(row, page.back.spoken) == "(nothing)"


def test_several_that_were_dropped_are_looked_at_one_after_the_other(
    both: Both, tmp_path: Path
) -> None:
    """Taken over or left, the next comes; one that is refused is told, and the rest waits."""
    taken(both, tmp_path)
    first, second = (handed(both, tmp_path, note) for note in ("By the quay", "By the chapel"))
    third = handed(both, tmp_path, "By the mill")
    broken = tmp_path / "broken.plan"
    broken.write_bytes(first.read_bytes()[:-9])
    page = Page(both.hub, tmp_path, first, broken, second, third)
    assert [*page.waiting] == [broken, second, third]
    assert "By the quay" not in notes(both)

    page.presenter.do(Deed.NEXT)  # the first waits again, behind the others
    assert page.told.notices[-1].what.startswith("broken.plan: ")
    assert page.jobs.failures == []
    assert [*page.waiting] == [second, third, first]
    assert page.found is None

    page.presenter.do(Deed.NEXT)
    page.presenter.do(Deed.TAKE_OVER)
    assert {"By the quay", "By the chapel"} <= set(notes(both))
    assert page.back.rows
    assert [*page.waiting] == [first]
    page.presenter.do(Deed.LEAVE)
    assert not page.waiting
    assert page.back.rows == ()
    assert "By the mill" not in notes(both)


def test_packs_dropped_together_lead_to_one_page_and_other_files_do_not(
    both: Both, tmp_path: Path, look: theme.Look
) -> None:
    one, two = (make_take_away(both.hub.desk, both.lead, tmp_path).result.path for _ in range(2))
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"\x00\x01")
    places: list[Place] = []
    told = Told()
    window = QMainWindow()
    jobs = ImmediateJobs(both.hub.desk)
    dropping = Dropping(window, jobs, places.append, told.tell)
    dropping.take([one, two])
    (place,) = places
    assert isinstance(place, AwayPlace)
    assert (place.file, place.more) == (one, (two,))
    assert told.notices == []
    dropping.take([one, letter])
    assert places == [place]
    assert "Several files" in told.notices[-1].what
    assert told.notices[-1].details == ("letter.txt is neither a pack nor an update sheet.",)
    dropping.let_go()
    window.deleteLater()


def test_the_review_counts_what_is_told_once_it_is_taken_over(both: Both, tmp_path: Path) -> None:
    """A field written twice, one that is empty, one that is kept aside: each is one change."""
    taken(both, tmp_path)
    away = both.away.desk
    for phone in ("01632 960123", "01632 960124"):
        with away.read() as look:
            seen = look.get(Person, both.kept.kezia).revision
        correct_person(away, both.kept.kezia, seen=seen, phone=phone)
    with away.store.transaction(away.stamp()) as tx:
        tx.get(Case, both.kept.case).opened_on = TODAY - timedelta(days=3)
        tx.journal("test.arranged")
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    found = page.back
    assert len(found.rows) != found.accepted
    counted = (found.accepted, found.aside, found.known, found.disagreements)
    (line,) = return_lines(found)
    assert line == f"{found.accepted} changes to bring in, 1 kept aside."
    page.presenter.do(Deed.TAKE_OVER)
    told = "Brought in: {}. Kept aside: {}. Here already: {}. To settle: {}."
    assert page.toasts[-1] == told.format(*counted)


def test_five_that_wait_are_gone_through_by_keys(
    both: Both, tmp_path: Path, qtbot: QtBot, look: theme.Look
) -> None:
    taken(both, tmp_path)
    files = [handed(both, tmp_path, f"Walk {at}") for at in range(5)]
    page = Page(both.hub, tmp_path, *files)
    view = shown(qtbot)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.deed_asked.connect(page.presenter.do)
    view.show_page(page.panel())

    def press(key: Qt.Key) -> None:
        view.show_waiting(page.waiting)
        view.show_return(page.found)
        settle()
        qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)

    view.sheet.setFocus()
    press(Qt.Key.Key_N)  # the first comes last
    assert page.waiting == (*files[2:], files[0])
    press(Qt.Key.Key_M)  # this one is left
    for _file in files[2:]:
        press(Qt.Key.Key_T)
    assert {"Walk 2", "Walk 3", "Walk 4"} <= set(notes(both))
    press(Qt.Key.Key_T)
    assert page.found is None
    assert page.jobs.failures == []
    press(Qt.Key.Key_T)  # nothing waits: nothing happens
    assert page.jobs.failures == []


def test_the_keys_stay_on_the_page_when_what_had_them_goes(
    both: Both, tmp_path: Path, qtbot: QtBot, look: theme.Look
) -> None:
    taken(both, tmp_path)
    page = Page(both.hub, tmp_path, handed(both, tmp_path))
    view = shown(qtbot)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.show_page(page.panel())
    view.show_return(page.back)
    (take,) = [one for one in view.findChildren(QPushButton) if one.text() == "Take it over"]
    take.setFocus()
    view.show_return(None)
    assert view.sheet.hasFocus()


def test_whoever_gives_a_pack_without_an_agreement_can_say_why(both: Both, tmp_path: Path) -> None:
    with both.hub.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.session.get_one(Agency, HOUSING).agreement_signed_on = None
        tx.journal("test.arranged")
    page = Page(both.hub, tmp_path / "out")
    page.presenter.do(Deed.GIVE)
    page.forms.answer(contact=both.lead)
    page.forms.answer()
    assert page.forms.objections
    assert page.forms.faults == {"reason": "required"}
    page.forms.answer(reason="It is with their solicitor")
    assert len(list((tmp_path / "out").iterdir())) == 1

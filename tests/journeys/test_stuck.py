"""Through the window: could not be done, a barrier, no reply, two levels up, an answer, closed."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from coordinator.app import _seat
from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import find_barriers
from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.reading import find_escalations, read_escalation
from coordinator.casework.stores.opening import Office
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.escalations.views import EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.states import BarrierStatus, EscalationStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.kit.tables import Table
from coordinator.ui.places.every import (
    ActionsPlace,
    EscalationPlace,
    PersonPlace,
    Place,
    StuckPlace,
    StuckShown,
)
from coordinator.ui.shell.workplace import Workplace
from tests.meetings import add_case
from tests.offices import WORKER
from tests.stores import Clock
from tests.ui.driving import at_place, clear_away, settle
from tests.ui.live_meeting.live_panels import LivePanel

ASK = "Take one person with a dog for six months."


class Window:
    """The workplace as somebody uses it, on a day that can be moved on."""

    def __init__(self, office: Office, clock: Clock) -> None:
        panel = LivePanel(office, _seat(office), UUID(int=0), clock)  # type: ignore[arg-type]
        self.clock = clock
        self.shown: QMainWindow = at_place(panel, ActionsPlace())
        self.shown.resize(1200, 900)
        self.shown.show()
        settle()

    @property
    def work(self) -> Workplace:
        found = self.shown.centralWidget()
        assert isinstance(found, Workplace)
        return found

    def go(self, place: Place) -> None:
        self.work.go(place)
        settle()

    @property
    def here(self) -> Place:
        return self.work._history.here

    def press(self, words: str, inside: QWidget | None = None) -> None:
        found = [
            one
            for one in (inside or self.shown).findChildren(QPushButton)
            if one.text().endswith(words) and one.isVisible() and one.isEnabled()
        ]
        assert found, (words, self.says())
        found[0].click()
        settle()

    def table(self, name: str) -> Table:
        return next(
            one
            for one in self.shown.findChildren(Table)
            if one.accessibleName() == name and one.isVisible()
        )

    def says(self) -> str:
        labels = [one.text() for one in self.shown.findChildren(QLabel) if one.isVisible()]
        return " | ".join(labels)

    def answer(self, act: str, said: dict[str, str], tick: str = "") -> None:
        """Fill the form that is open, and send it."""
        (sheet,) = [one for one in self.shown.findChildren(Sheet) if one.isVisible()]
        for name, words in said.items():
            _write(sheet, name, words)
        for box in sheet.findChildren(QCheckBox):
            box.setChecked(bool(tick) and box.text() == tick)
        self.press(act, sheet)
        assert not [one for one in self.shown.findChildren(Sheet) if one.isVisible()], self.says()


def _write(sheet: Sheet, name: str, words: str) -> None:
    found = [
        one
        for kind in (QComboBox, QLineEdit, QPlainTextEdit)
        for one in sheet.findChildren(kind)
        if one.accessibleName() == name and one.isVisible()
    ]
    assert found, name
    match found[0]:
        case QComboBox() as box:
            at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))
            box.setCurrentIndex(at)
        case QLineEdit() as line:
            line.setText(words)
        case QPlainTextEdit() as text:
            text.setPlainText(words)


@pytest.fixture
def person(office: Office) -> UUID:
    """Somebody on the caseload, with one action."""
    desk = office.desk
    found, _case = add_case(desk, "Petroc")
    due = desk.today() + timedelta(days=7)
    add_action(desk, NewAction("Find a room that takes the dog", WORKER, due, found))
    return found


def ask_and_send(window: Window, receiver: str) -> None:
    window.press("Whom, what, by when")
    window.answer("Save", {"Their name": receiver, "What exactly is asked?": ASK})
    window.press("It was sent")
    window.answer("Note it as sent", {})


def climb(window: Window) -> None:
    window.clock.move(days=35)
    window.go(StuckPlace(StuckShown.ESCALATIONS))
    window.press("Open the escalation")
    window.press("Draft the next level")
    window.answer("Draft the next level", {})


def keep_answer(window: Window) -> None:
    window.press("An answer came")
    window.answer(
        "Keep the answer",
        {
            "What does it amount to?": "Exception agreed",
            "What did they answer?": "Yes, one room for six months.",
            "Who answered?": "Cat Pryor",
        },
    )


def new_action(desk: Desk, person: UUID) -> str:
    due = desk.today() + timedelta(days=7)
    add_action(desk, NewAction("Move in with the dog", WORKER, due, person))
    rows = find_actions(desk, ActionFilter()).rows
    return next(row for row in rows if row.text == "Move in with the dog").number


def could_not(window: Window) -> None:
    window.table("Actions").choose(0)
    window.press("4 Could not be done")
    window.answer(
        "Save",
        {
            "What stopped it?": "Housing: couples or pets",
            "What exactly, and what has been tried?": "No hostel takes the dog.",
        },
        tick="Draft an escalation with it",
    )


def statuses(desk: Desk) -> list[tuple[int | None, EscalationStatus, object]]:
    rows = find_escalations(desk, EscalationFilter(open_only=False))
    return sorted((row.level, row.status, row.outcome) for row in rows)


def test_from_could_not_be_done_over_three_levels_to_an_answer_that_changes_the_plan(
    office: Office, person: UUID, clock: Clock, look: theme.Look
) -> None:
    window, desk = Window(office, clock), office.desk
    could_not(window)
    (barrier,) = find_barriers(desk, [person])[person]
    assert barrier.status is BarrierStatus.ESCALATED

    window.go(StuckPlace())
    window.press("Open the escalation")
    assert isinstance(window.here, EscalationPlace)
    assert "No hostel takes the dog." in window.says()
    ask_and_send(window, "Ada Moss")
    climb(window)
    ask_and_send(window, "Ben Oates")
    climb(window)
    assert "Level 3" in window.says()
    ask_and_send(window, "Cat Pryor")
    assert [(level, status) for level, status, _outcome in statuses(desk)] == [
        (1, EscalationStatus.CLOSED),
        (2, EscalationStatus.CLOSED),
        (3, EscalationStatus.SENT),
    ]

    keep_answer(window)
    new = new_action(desk, person)
    window.press("Close with its effect")
    said = {"What did it change?": "A new action", "Which action?": new}
    window.answer("Close it", {**said, "And the barrier?": "Resolved"})
    place = window.here
    assert isinstance(place, EscalationPlace)
    story = read_escalation(desk, place.escalation)
    assert story.row.status is EscalationStatus.CLOSED
    assert story.row.outcome is EscalationOutcome.EXCEPTION
    assert story.effect_action == new
    assert find_barriers(desk, [person]) == {}
    window.go(PersonPlace(person))
    assert "What is stuck" not in window.says().split(" | ")
    clear_away()

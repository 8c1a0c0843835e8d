"""Hands at the window: keys, and the buttons that are shown; forms are gone through by Tab."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tables import Table
from coordinator.ui.places.every import Place
from coordinator.ui.shell.workplace import Workplace
from tests.journeys.live_player import Player, WallClock, doors_at
from tests.journeys.live_script import Pass, Press
from tests.ui.desktops import Desktop, here

_A_DAY = 24 * 60
_MOST_STOPS = 60
_YES = "yes"


@dataclass
class Hands:
    """Somebody at the unlocked window, on a day that the clock says."""

    desktop: Desktop
    work: Workplace
    player: Player

    @classmethod
    def at(cls, desktop: Desktop, store: Path, now: datetime) -> "Hands":
        """Unlock a store on some day."""
        clock = WallClock(now)
        desktop.doors = doors_at(clock)
        window = desktop.start(store)
        window.resize(1400, 1000)
        work = desktop.unlock(window)
        made = cls(desktop, work, Player(window, clock))
        made.player.rest()
        return made

    def unlock(self, words: str) -> None:
        """Type a passphrase where the window asks for it, and go on behind it."""
        window = self.desktop.windows[-1]
        self.player.until(self.player.has_line)
        self.type(words)
        self.keys("Enter")
        self.player.until(lambda: window.workplace is not None)
        assert window.workplace is not None
        self.work = window.workplace
        self.player.rest()

    @property
    def place(self) -> Place:
        """Where the window is."""
        return here(self.desktop.windows[-1])

    def wait_days(self, days: int) -> None:
        """Let days go by."""
        self.player.play([Pass(days * _A_DAY)])

    def keys(self, *chords: str) -> None:
        """Press chords one after another."""
        self.player.play([Press(one) for one in chords])

    def type(self, words: str) -> None:
        """Type words where the keys are."""
        for letter in words:
            self.player.letter(letter)
        self.player.rest()

    def press(self, words: str) -> None:
        """Press a button that is shown, named with or without its key."""
        try:
            self.player.until(lambda: self._button(words) is not None)
        except TimeoutError:
            raise AssertionError((words, self.says())) from None
        found = self._button(words)
        assert found is not None
        found.click()
        self.player.rest()

    def find(self, words: str) -> None:
        """Find somebody, or something to do, as from anywhere, and open it."""
        self.keys(Key.FIND)
        self.type(words)
        self.player.until(lambda: self._first_found().startswith(words))
        self.keys("Enter")

    def answer(self, act: str, said: dict[str, str] | None = None) -> None:
        """Go through the form that is open by Tab, and send it by its key.

        Args:
            act: What the button of the form says: that it is the form which was meant.
            said: What to say, by the words beside each answer, in the order of the form.
        """
        self.player.until(lambda: self._sheet() is not None)
        sheet = self._sheet()
        assert sheet is not None
        assert act in [one.text() for one in sheet.findChildren(QPushButton)], act
        for name, words in (said or {}).items():
            self.go_to(name)
            self.say(words)
        self.keys(Key.DO_IT)
        with suppress(TimeoutError):  # what it says tells why
            self.player.until(lambda: self._sheet() is None or self._wrong(sheet))
        assert self._sheet() is None, self.says()

    def choose(self, table: str, words: str) -> None:
        """Go to a line of a list by its keys."""
        rows = self.table(table)
        rows.setFocus()
        self.keys("Ctrl+Home")
        lines = []
        for _at in range(rows.model().rowCount()):
            lines.append(self.line_of(rows))
            if words in lines[-1]:
                return
            self.keys("Down")
        raise AssertionError((words, lines))

    def table(self, name: str) -> Table:
        """Give the list of this name, as soon as it has lines."""

        def shown() -> list[Table]:
            every = self.work.findChildren(Table)
            return [
                one
                for one in every
                if one.accessibleName() == name and one.isVisible() and one.model().rowCount()
            ]

        self.player.until(lambda: bool(shown()))
        return shown()[0]

    def sees(self, words: str) -> None:
        """Wait until something is said on the page."""
        try:
            self.player.until(lambda: words in self.says())
        except TimeoutError:
            raise AssertionError((words, self.says())) from None

    def says(self) -> str:
        """Read the page."""
        labels = self.desktop.windows[-1].findChildren(QLabel)
        return " | ".join(one.text() for one in labels if one.isVisible())

    def leave(self) -> None:
        """Close the window."""
        self.player.rest()
        self.desktop.windows[-1].close()

    def _button(self, words: str) -> QPushButton | None:
        over: QWidget = self._sheet() or self.desktop.windows[-1]
        found = [
            one
            for one in over.findChildren(QPushButton)
            if one.isVisible() and one.isEnabled() and _without_key(one.text()) == words
        ]
        return found[0] if found else None

    def _sheet(self) -> Sheet | None:
        found = self.desktop.windows[-1].findChildren(Sheet)
        return next((one for one in found if one.isVisible()), None)

    def _wrong(self, sheet: Sheet) -> bool:
        return any(
            one.isVisible() and one.objectName() == "fault" and one.text()
            for one in sheet.findChildren(QLabel)
        )

    def go_to(self, name: str) -> None:
        """Go by Tab to what is called so."""
        seen = []
        for _stop in range(_MOST_STOPS):
            focused = QApplication.focusWidget()
            called = _called(focused) if focused is not None else ""
            if called == name:
                return
            seen.append(called)
            self.keys("Tab")
        raise AssertionError((name, seen))

    def say(self, words: str) -> None:
        """Answer where the keys are, whatever kind of answer it is."""
        match QApplication.focusWidget():
            case QComboBox() as box if not box.isEditable():
                self.keys("Home")
                for _at in range(box.count()):
                    if box.currentText().startswith(words):
                        return
                    self.keys("Down")
                raise AssertionError((words, [box.itemText(at) for at in range(box.count())]))
            case QLineEdit() | QPlainTextEdit() | QComboBox():
                self.keys("Ctrl+A")
                self.type(words)
            case QCheckBox() as box:
                if box.isChecked() != (words == _YES):
                    self.keys("Space")
            case other:
                raise AssertionError(other)

    def _first_found(self) -> str:
        dialogs = self.desktop.windows[-1].findChildren(QDialog)
        lists = [one for made in dialogs for one in made.findChildren(QListView)]
        shown = [one for one in lists if one.isVisible() and one.accessibleName() == "Found"]
        return str(shown[0].currentIndex().data() or "") if shown else ""

    @staticmethod
    def line_of(rows: Table) -> str:
        """Read the line that the keys are on."""
        at = rows.currentIndex().row()
        model = rows.model()
        cells = (model.index(at, column).data() for column in range(model.columnCount()))
        return " ".join(str(one or "") for one in cells)


def _called(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QCheckBox) else widget.accessibleName()


def _without_key(words: str) -> str:
    first, _space, rest = words.partition(" ")
    return rest if len(first) == 1 and first.isdigit() and rest else words

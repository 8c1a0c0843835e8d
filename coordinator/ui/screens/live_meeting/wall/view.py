"""The widgets of the top bar that say and change what the room sees, and the line below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from coordinator.domain.meetings.views import PresenceRow
from coordinator.ui.kit.boxes import column, fill, flow, holder, row, wide
from coordinator.ui.kit.buttons import button, button_for
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S, Tone
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.wall.shown import Seen, Shown
from coordinator.ui.screens.live_meeting.wall.window import WallWindow
from coordinator.ui.screens.live_meeting.wall.words import chip_words, leave_words
from coordinator.wording.translation import _

_TONES = {Seen.NAMES: Tone.CAREFUL, Seen.WAIT: Tone.CAREFUL}


class WallPart(QWidget):
    """The chip and the buttons at the top; holds the display while it is open.

    Signals:
        wall_asked: Open the display, or close it.
        names_asked: Hide names, or ask whether to show them.
        room_names_asked: Ask whether to show names in the room.
        names_wanted: Names may be read, in the room too or here alone (bool).
        have_left: Those who were asked to leave have.
        wall_went: The display is gone.
    """

    wall_asked = Signal()
    names_asked = Signal()
    room_names_asked = Signal()
    names_wanted = Signal(bool)
    have_left = Signal()
    wall_went = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._window: WallWindow | None = None
        self._shown = Shown(Seen.NOTHING)
        self._chip = Chip(_mark(Seen.NOTHING, names_hidden=False))
        self._turn_wall = action(_("Open the room display"), Key.LIVE_WALL, self.wall_asked.emit)
        self._turn_names = action(_("Hide names"), Key.LIVE_HIDE, self.names_asked.emit)
        self._to_room = action(
            _("Show names on the room display"), None, self.room_names_asked.emit
        )
        self._left = action(_("They have left the room"), Key.LIVE_LEFT, self.have_left.emit)
        self._wall_button = button_for(self._turn_wall)
        self._names_button = button_for(self._turn_names)
        chip = holder(column(None, self._chip, None))
        chip.setMinimumHeight(self._wall_button.sizeHint().height())  # on a line with the buttons
        fill(self, flow(chip, self._wall_button, self._names_button))
        self.line = AskLine()

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._turn_wall, self._turn_names, self._to_room, self._left)

    @property
    def window_shown(self) -> WallWindow | None:
        """The display, while it is open."""
        return self._window

    def show_state(self, seen: Seen, *, is_open: bool, names_hidden: bool) -> None:
        """Say what the room sees, and whether names are hidden on this screen too."""
        self._chip.show_mark(_mark(seen, names_hidden=names_hidden))
        _name(
            self._turn_wall,
            self._wall_button,
            _("Close the room display") if is_open else _("Open the room display"),
        )
        all_hidden = names_hidden and seen is not Seen.NAMES
        words = _("Show names") if all_hidden else _("Hide names")
        _name(self._turn_names, self._names_button, words)
        self._to_room.setEnabled(is_open and seen is not Seen.NAMES)

    def show_on_wall(self, shown: Shown) -> None:
        """Show this on the display, when it is open."""
        self._shown = shown
        if self._window is not None:
            self._window.show_this(shown)

    def open_wall(self) -> None:
        """Open the display."""
        self._window = WallWindow()
        self._window.went.connect(self._forget_wall)
        self._window.open_beside(self.window())
        self._window.show_this(self._shown)

    def hand_over(self) -> WallWindow | None:
        """Give the display away, open as it is: this screen goes, and another takes its place."""
        window, self._window = self._window, None
        if window is not None:
            window.went.disconnect(self._forget_wall)
        return window

    def take_over(self, window: WallWindow | None) -> None:
        """Go on with the display of the screen before; nothing it showed stays on it."""
        self._window = window
        if window is not None:
            window.went.connect(self._forget_wall)
            window.face.wipe()
            window.show_this(self._shown)

    def close_wall(self) -> None:
        """Close it; nothing of it is left."""
        if self._window is not None:
            self._window.close()

    def ask_to_leave(self, who: Sequence[PresenceRow], *, names_hidden: bool) -> None:
        """Tell the chair who must leave; the answer is that they have. Nobody: no question."""
        self._left.setEnabled(bool(who))
        if who:
            words = leave_words(who, names_hidden=names_hidden)
            self.line.put(words, ((_("They have left"), self.have_left.emit),), key="leave")
        else:
            self.line.end("leave")

    def ask_to_show(self, *, is_open: bool) -> None:
        """Ask whether names are to be read again, here or in the room too."""
        here = (_("On this screen"), lambda: self.names_wanted.emit(False))  # noqa: FBT003
        room = (_("In the room too"), lambda: self.names_wanted.emit(True))  # noqa: FBT003
        answers = (here, room) if is_open else (here,)
        stay = (_("Leave them hidden"), lambda: None)
        self.line.put(_("Show names?"), (*answers, stay), key="names", can_stop=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """The screen is left, locked or closed: the display goes with it, and at once."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.close_wall()

    def _forget_wall(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()
            self.wall_went.emit()


class AskLine(QFrame):
    """A question under the top bar, answered by Enter; the room is not stopped for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", Tone.CAREFUL.value)
        self._words = label("", "strong", wraps=True)
        self._key, self._can_stop = "", False
        self._waiting: tuple[str, tuple[tuple[str, Callable[[], object]], ...]] | None = None
        self._answers = flow()
        box = row(wide(self._words), self._answers, gap=M)
        box.setContentsMargins(px(L), px(S), px(L), px(S))
        self.setLayout(box)
        self._before: QWidget | None = None
        self._first: QPushButton | None = None
        self.hide()

    def put(
        self,
        question: str,
        answers: Sequence[tuple[str, Callable[[], object]]],
        *,
        key: str,
        can_stop: bool = False,
    ) -> None:
        """Ask, with the keys on the first answer; asked again it stays, and gets them anew.

        Args:
            question: In one sentence.
            answers: What is said, and what is done then.
            key: Which question it is; who must leave comes before any other.
            can_stop: Whether Esc answers that nothing is to be done.
        """
        if key == "leave":
            self._waiting = (question, tuple(answers))
        if key == self._key and question == self._words.text():
            if can_stop and self._first is not None:
                self._first.setFocus()  # somebody asked for it again: the keys had gone elsewhere
            return
        if not self._holds_keys():
            self._before = QApplication.focusWidget()
        self._key, self._can_stop = key, can_stop
        self._words.setText(question)
        self._fill(answers)
        self.show()
        self._take_keys()
        announce(self, question)

    def end(self, key: str) -> None:
        """Ask this no more; the keys go back to where they were."""
        if key == "leave":
            self._waiting = None
        if key != self._key:
            return
        had_keys = self._holds_keys()
        self._key = ""
        self.hide()
        if had_keys and self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None
        if self._waiting is not None:
            self.put(*self._waiting, key="leave")

    @property
    def text(self) -> str:
        """What it asks; nothing when it asks nothing."""
        return "" if self.isHidden() else self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._can_stop:
            self.end(self._key)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A space somebody types on is no answer; Enter is."""
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space

    def _fill(self, answers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        inside = self._answers.layout()
        if inside is None:
            return
        made = [self._answer(words, do) for words, do in answers]
        while (item := inside.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in made:
            inside.addWidget(one)
        self._first = made[0]

    def _answer(self, words: str, do: Callable[[], object]) -> QPushButton:
        made = button(words)
        made.setAutoDefault(True)  # Enter presses it
        made.installEventFilter(self)
        key = self._key

        def answer() -> None:
            self.end(key)
            do()

        made.clicked.connect(answer)
        return made

    def _take_keys(self) -> None:
        """Begin at the first answer, unless somebody is in the middle of a word."""
        if not _is_writing(QApplication.focusWidget()) and self._first is not None:
            self._first.setFocus()

    def _holds_keys(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)


def _is_writing(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.text())
    return isinstance(widget, QPlainTextEdit) and bool(widget.toPlainText())


def _mark(seen: Seen, *, names_hidden: bool) -> Mark:
    words = chip_words(seen, names_hidden=names_hidden)
    return Mark(words, _TONES.get(seen, Tone.NEUTRAL), "eye")


def _name(does: QAction, shown: QPushButton, words: str) -> None:
    does.setText(words)
    shown.setText(words)
    shown.setAccessibleName(words)

"""Asking in a line below a row: no form over the page, one Enter for the usual answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from coordinator.ui.kit.boxes import column, fill, flow, holder, refill, row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import choose, day, finder, value_of
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M, S
from coordinator.wording.translation import _

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAST = 180
_SETTLE_MS = 400  # how long what is typed may be in the window only


@dataclass(frozen=True, slots=True)
class Words:
    """Words are asked for; `usual` is what Enter alone says."""

    name: str
    text: str = ""
    usual: str = ""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a list is asked for."""

    name: str
    choices: Sequence[tuple[str, object]]
    chosen: object = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day is asked for."""

    name: str
    on: date


Entry = Words | OneOf | Day
_ORDER = ("text", "one", "day", "why")


class InLine(QWidget):
    """The line. It asks for `text`, `one` of a list, a `day` and `why`, or some of them.

    Signals:
        given: What was answered, by those names (dict).
        left: Nothing is to be said after all.
        typed: The words so far, a few times a second: for keeping (str).
    """

    given = Signal(object)
    left = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "strong", wraps=True)
        self._fault = label("", "fault", wraps=True)
        self._text, self._why = _words(), _words()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._tell_typed)
        for words in (self._text, self._why):
            words.textEdited.connect(lambda _text: self._begin_settling())
        self._day = day(date(2000, 1, 1))
        self._one: QComboBox = finder([])
        self._one_at = row(self._one)
        self._labels = {name: label("", "quiet") for name in _ORDER}
        self._boxes = {
            "text": self._box("text", self._text),
            "one": self._box("one", holder(self._one_at)),
            "day": self._box("day", self._day),
            "why": self._box("why", self._why),
        }
        self._asked: Mapping[str, Entry] = {}
        self.keep = button(_("Keep"), "primary")
        self.keep.clicked.connect(self._give)
        self._leave = button(_("Leave it"), "link")
        self._leave.clicked.connect(self.left)
        beside = row(wide(self._boxes["one"]), self._boxes["day"], gap=M)
        buttons = flow(self.keep, self._leave)
        fill(
            self,
            self._title,
            self._boxes["text"],
            holder(beside),
            self._boxes["why"],
            self._fault,
            buttons,
            gap=S,
        )
        for control in (self._text, self._day, self._why):
            control.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What stands in the first field for words that is asked for."""
        return self._text.text() if "text" in self._asked else self._why.text()

    def ask(self, title: str, entries: Mapping[str, Entry], act: str = "") -> None:
        """Ask, and put the keys into the first field."""
        self._asked = entries
        self._title.setText(title)
        self._fault.hide()
        self.keep.setText(act or _("Keep"))
        self.keep.setAccessibleName(_("{act}: {what}", act=act or _("Keep"), what=title))
        for name, box in self._boxes.items():
            box.setVisible(name in entries)
            if name in entries:
                self._fill(name, entries[name])
        self.show()
        first = self._control(next(name for name in _ORDER if name in entries))
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.deselect()
            first.end(False)  # noqa: FBT003 - Qt takes no names

    def refuse(self, sentence: str, name: str = "") -> None:
        """Say what is wrong; what was typed stays, the keys go where it can be mended."""
        self._fault.setText(sentence)
        self._fault.show()
        announce(self, sentence)
        if name in self._asked:
            self._control(name).setFocus()

    def end(self) -> None:
        """Ask no more."""
        self._settling.stop()
        self._asked = {}
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether something is asked now."""
        return bool(self._asked)

    def _begin_settling(self) -> None:
        if not self._settling.isActive():  # however long somebody types on
            self._settling.start()

    def _tell_typed(self) -> None:
        if self._asked:
            self.typed.emit(self.text)

    def _fill(self, name: str, entry: Entry) -> None:
        self._labels[name].setText(entry.name)
        match entry:
            case Words():
                line = self._text if name == "text" else self._why
                line.setText(entry.text)
                line.setPlaceholderText(
                    _("Enter alone says: {usual}", usual=entry.usual) if entry.usual else ""
                )
                line.setAccessibleName(entry.name)
                line.setAccessibleDescription(line.placeholderText())
            case OneOf():
                self._offer(entry)
            case Day():
                self._day.setDate(QDate(entry.on.year, entry.on.month, entry.on.day))
                self._day.setAccessibleName(entry.name)

    def _offer(self, entry: OneOf) -> None:
        self._one = finder([("", None), *entry.choices])
        self._one.setMinimumContentsLength(8)
        self._one.setAccessibleName(entry.name)
        choose(self._one, entry.chosen)
        refill(self._one_at, [self._one])
        self._one.installEventFilter(self)
        if (line := self._one.lineEdit()) is not None:
            line.setAccessibleName(entry.name)
            line.returnPressed.connect(self._give)  # also while the names found hang below it
        QWidget.setTabOrder(self._text, self._one)
        QWidget.setTabOrder(self._one, self._day)

    def _box(self, name: str, control: QWidget) -> QWidget:
        return holder(column(self._labels[name], control, gap=XS))

    def _control(self, name: str) -> QWidget:
        found: dict[str, QWidget] = {
            "text": self._text,
            "one": self._one,
            "day": self._day,
            "why": self._why,
        }
        return found[name]

    def _give(self) -> None:
        line = self._one.lineEdit()
        if "one" in self._asked and line is not None:
            line.editingFinished.emit()  # words that name one of the list become that one
        said: dict[str, Any] = {name: value_of(self._control(name)) for name in self._asked}
        self.given.emit(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            does = self._on_key(key)
            if does is not None and not (key in _ENTER and watched is self._one):
                does()
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> Callable[[], object] | None:
        if key in _ENTER:
            return self._give
        return self.left.emit if key is Qt.Key.Key_Escape else None


def _words() -> QLineEdit:
    made = QLineEdit()
    made.setMinimumWidth(px(_LEAST))
    return made

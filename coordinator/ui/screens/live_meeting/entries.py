"""The controls a question is answered in: lines for words, one of a list, a day."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from coordinator.ui.kit.boxes import column, fill, holder, refill, row, wide
from coordinator.ui.kit.controls import choose, day, finder, value_of
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.lines import KeptLine
from coordinator.ui.kit.suggesting import suggest
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M, S
from coordinator.ui.screens.live_meeting.questions import Day, Entry, OneOf, Words
from coordinator.wording.translation import _

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAST = 180
_ORDER = ("text", "one", "day", "why")


class Entries(QWidget):
    """Asks for `text`, `one` of a list, a `day` and `why`, or some of them.

    Signals:
        typed: What stands in a line now: the name it is kept under, and the words (str, str).
        settled: What is typed is to be kept.
        entered: Enter was pressed in any of them.
        left: Escape was.
    """

    typed = Signal(str, str)
    settled = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked: Mapping[str, Entry] = {}
        self.line, self._why = self._words("text"), self._words("why")
        self._suggested: QStringListModel | None = None
        self._day = day(date(2000, 1, 1))
        self._one: QComboBox = finder([])
        self._one_at = row(self._one)
        self._labels = {name: label("", "quiet") for name in _ORDER}
        self._boxes = {
            "text": self._box("text", self.line),
            "one": self._box("one", holder(self._one_at)),
            "day": self._box("day", self._day),
            "why": self._box("why", self._why),
        }
        self._beside = holder(row(wide(self._boxes["one"]), self._boxes["day"], gap=M))
        fill(self, self._boxes["text"], self._beside, self._boxes["why"], gap=S)
        self._day.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the first line that is asked for."""
        return self.line.text() if "text" in self._asked else self._why.text()

    @property
    def said(self) -> dict[str, Any]:
        """What is answered so far, by those names."""
        line = self._one.lineEdit()
        if "one" in self._asked and line is not None:
            line.editingFinished.emit()  # words that name one of the list become that one
        return {name: value_of(self._control(name)) for name in self._asked}

    def show_entries(self, entries: Mapping[str, Entry], title: str) -> None:
        """Ask for these; `title` names a line that has no words of its own over it."""
        self._asked = entries
        for name, box in self._boxes.items():
            box.setVisible(name in entries)
            if name in entries:
                self._fill(name, entries[name], title)
        self._beside.setVisible(bool({"one", "day"} & set(entries)))
        self.setVisible(bool(entries))

    def take_keys(self, name: str = "") -> None:
        """Put the keys into a control; without a name into the first."""
        asked = [one for one in _ORDER if one in self._asked]
        if not asked:
            return
        control = self._control(name if name in asked else asked[0])
        control.setFocus()
        if isinstance(control, QLineEdit):
            control.deselect()
            control.end(False)  # noqa: FBT003 - Qt takes no names

    def _words(self, name: str) -> KeptLine:
        made = KeptLine("")
        made.changed.connect(partial(self._tell, name))
        made.settled.connect(lambda _text: self.settled.emit())
        made.entered.connect(lambda _text: self.entered.emit())
        made.let_go.connect(self.left)
        return made

    def _tell(self, name: str, text: str) -> None:
        entry = self._asked.get(name)
        if isinstance(entry, Words):
            self.typed.emit(entry.name, text)

    def _fill(self, name: str, entry: Entry, title: str) -> None:
        self._labels[name].setText(entry.title)
        self._labels[name].setVisible(bool(entry.title))
        match entry:
            case Words():
                self._show_words(self.line if name == "text" else self._why, entry, title)
            case OneOf():
                self._offer(entry)
            case Day():
                self._day.setDate(QDate(entry.on.year, entry.on.month, entry.on.day))
                self._day.setAccessibleName(entry.title)

    def _show_words(self, line: KeptLine, entry: Words, title: str) -> None:
        hint = _("Enter alone says: {usual}", usual=entry.usual) if entry.usual else entry.hint
        line.setProperty("field", f"live.{entry.name}" if entry.name else "")
        line.setMinimumWidth(px(_LEAST) if entry.title else 0)
        line.setPlaceholderText(hint)
        line.setAccessibleName(entry.title or title)
        line.setAccessibleDescription(hint if entry.usual else "")
        line.show_text(entry.text)
        if line is self.line:
            self._suggest(entry)

    def _suggest(self, entry: Words) -> None:
        if self._suggested is None:
            if not entry.suggested:
                return
            # One for all questions: the next is put while a key still answers the last.
            self._suggested = QStringListModel(self)
            suggest(self.line, [""])
            self.line.completer().setModel(self._suggested)
        self._suggested.setStringList(list(entry.suggested))

    def _offer(self, entry: OneOf) -> None:
        self._one = finder([("", None), *entry.choices])
        self._one.setMinimumContentsLength(8)
        self._one.setAccessibleName(entry.title)
        choose(self._one, entry.chosen)
        refill(self._one_at, [self._one])
        self._one.installEventFilter(self)
        if (line := self._one.lineEdit()) is not None:
            line.setAccessibleName(entry.title)
            line.returnPressed.connect(self.entered)  # also while the names found hang below it
        QWidget.setTabOrder(self.line, self._one)
        QWidget.setTabOrder(self._one, self._day)

    def _box(self, name: str, control: QWidget) -> QWidget:
        return holder(column(self._labels[name], control, gap=XS))

    def _control(self, name: str) -> QWidget:
        found: dict[str, QWidget] = {
            "text": self.line,
            "one": self._one,
            "day": self._day,
            "why": self._why,
        }
        return found[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:  # a line has answered with it; the rows above do not hear it
            super().keyPressEvent(event)

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
            return self.entered.emit
        return self.left.emit if key is Qt.Key.Key_Escape else None

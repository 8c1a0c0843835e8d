"""The entries of a form made of what is asked; one place knows which control asks what."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.asks import Ask, Kind, read_day, write_day
from coordinator.ui.kit.boxes import fill, holder, row, wide
from coordinator.ui.kit.forms import Field, Form, line
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.suggesting import suggest
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS
from coordinator.wording.rules import field_words
from coordinator.wording.translation import _


def picker(choices: Sequence[tuple[Any, str]], value: Any = None) -> QComboBox:
    """Make a field to choose one of a list; it never grows wider than its page."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    for one, words in choices:
        made.addItem(words, one)
    values = [one for one, _words in choices]
    made.setCurrentIndex(values.index(value) if value in values else 0)
    return made


_TARGET = 24  # the least that can be hit


class Ticks(QWidget):
    """Any number of a list; words too long for a line go on below."""

    def __init__(self, choices: Sequence[tuple[Any, str]], chosen: Sequence[Any]) -> None:
        super().__init__()
        self._boxes: dict[Any, QCheckBox] = {}
        self._beside: dict[QObject, QCheckBox] = {}
        fill(self, *(self._tick(*one, chosen) for one in choices), gap=XS)

    def _tick(self, value: Any, words: str, chosen: Sequence[Any]) -> QWidget:
        box, said = QCheckBox(), label(words, wraps=True)
        box.setChecked(value in chosen)
        box.setAccessibleName(words)
        box.setMinimumSize(px(_TARGET), px(_TARGET))
        said.installEventFilter(self)  # a click on the words ticks, as it does everywhere
        self._boxes[value], self._beside[said] = box, box
        return holder(row(box, wide(said), gap=XS))

    def values(self) -> tuple[Any, ...]:
        """Give what is ticked, in the order of the list."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        box = self._beside.get(watched)
        if box is not None and event.type() is QEvent.Type.MouseButtonRelease:
            box.click()
        return super().eventFilter(watched, event)


class Entries(Form):
    """A form made of what is asked.

    Signals:
        edited: The line or text of an entry changed (its name).
    """

    edited = Signal(str)

    def __init__(self, asks: Sequence[Ask]) -> None:
        self._asks = tuple(asks)
        self._controls = {ask.name: _control(ask) for ask in asks}
        super().__init__({ask.name: _field(ask, self._controls[ask.name]) for ask in asks})
        for name, control in self._controls.items():
            if isinstance(control, QLineEdit):
                control.textChanged.connect(partial(self._tell, name))
            elif isinstance(control, Area):
                control.typed.connect(partial(self._tell, name))

    def values(self) -> dict[str, Any]:
        """Give what stands in the form; a day that is none stays as typed."""
        return {name: _value(control) for name, control in self._controls.items()}

    def show_unreadable(self) -> bool:
        """Say under each day that cannot be read that it is none; tells whether there is one."""
        values = self.values()
        wrong = {
            ask.name: field_words(ask.name, "not-a-date")
            for ask in self._asks
            if _is_day(ask) and isinstance(values[ask.name], str)
        }
        self.show_sentences(wrong)
        return bool(wrong)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show other answers where lines or texts are asked for."""
        for name, value in values.items():
            control = self._controls.get(name)
            if isinstance(control, QLineEdit):
                control.setText(write_day(value) if isinstance(value, date) else str(value))
            elif isinstance(control, Area):
                control.fill(str(value))

    def _tell(self, name: str, _text: str) -> None:
        self.edited.emit(name)


def _is_day(ask: Ask) -> bool:
    return ask.kind is Kind.DAY


def _field(ask: Ask, control: QWidget) -> Field:
    hint = ask.hint or (_("Day/month/year, such as 19/11/2026") if _is_day(ask) else "")
    return Field(ask.title, control, hint=hint)


def _control(ask: Ask) -> QWidget:
    match ask.kind:
        case Kind.TEXT:
            return Area(ask.title, ask.value or "", lines=2)
        case Kind.CHOICE:
            return picker(ask.choices, ask.value)
        case Kind.MANY:
            return Ticks(ask.choices, ask.value or ())
        case Kind.TICK:
            made = QCheckBox(_("Yes"))
            made.setChecked(bool(ask.value))
            return made
        case _:
            entry = line()
            is_day = isinstance(ask.value, date)
            entry.setText(write_day(ask.value) if is_day else str(ask.value or ""))
            entry.setProperty("day", _is_day(ask))
            suggest(entry, [words for _value, words in ask.choices])
            return entry


def _value(control: QWidget) -> Any:
    match control:
        case Area():
            return control.text()
        case Ticks():
            return control.values()
        case QComboBox():
            return control.currentData()
        case QCheckBox():
            return control.isChecked()
        case QLineEdit():
            return _day(control.text()) if control.property("day") else control.text()
    return None


def _day(text: str) -> date | str | None:
    try:
        return read_day(text)
    except ValueError:
        return text

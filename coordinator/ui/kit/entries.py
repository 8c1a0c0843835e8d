"""The entries of a form made of what is asked; one place knows which control asks what."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QTime, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from shiboken6 import isValid

from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.asks import Ask, Kind, read_day, read_time, write_day
from coordinator.ui.kit.boxes import fill, holder, row, wide
from coordinator.ui.kit.controls import choose, clock, day, finder, number, settle, value_of
from coordinator.ui.kit.controls import picker as listed
from coordinator.ui.kit.forms import Field, Form, line
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.suggesting import suggest
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS
from coordinator.wording import dates
from coordinator.wording.refusals.rules import field_words
from coordinator.wording.translation import _


def picker(choices: Sequence[tuple[Any, str]], value: Any = None) -> QComboBox:
    """Make a field to choose one of a list; it never grows wider than its page."""
    made = listed([(words, one) for one, words in choices], value)
    made.setMinimumContentsLength(8)
    return made


def searcher(choices: Sequence[tuple[Any, str]], value: Any = None) -> QComboBox:
    """Make a field to find one of a long list by typing part of its words."""
    made = finder([(words, one) for one, words in choices])
    choose(made, value)
    made.setMinimumContentsLength(8)
    return made


_TARGET = 24  # the least that can be hit


class Ticks(QWidget):
    """Any number of a list; words too long for a line go on below.

    Signals:
        ticked: One was ticked, or no longer is.
    """

    ticked = Signal()

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
        box.toggled.connect(lambda _on: self.ticked.emit())
        said.installEventFilter(self)  # a click on the words ticks, as it does everywhere
        self._boxes[value], self._beside[said] = box, box
        return holder(row(box, wide(said), gap=XS))

    def tick(self, chosen: Sequence[Any]) -> None:
        """Tick these, and no others."""
        for value, box in self._boxes.items():
            box.setChecked(value in chosen)

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
        edited: What somebody typed, chose or ticked in an entry changed (its name).
        reshaped: Other entries are asked for.
    """

    edited = Signal(str)
    reshaped = Signal()

    def __init__(self, asks: Sequence[Ask]) -> None:
        self._asks = tuple(asks)
        self._controls = {ask.name: _control(ask) for ask in asks}
        super().__init__({ask.name: _field(ask, self._controls[ask.name]) for ask in asks})
        for name, control in self._controls.items():
            if isinstance(control, QLineEdit):
                control.textChanged.connect(partial(self._tell, name))
            elif isinstance(control, Area):
                control.typed.connect(partial(self._tell, name))
            elif isinstance(control, QComboBox):
                control.currentIndexChanged.connect(partial(self._chosen, name))
            elif isinstance(control, QCheckBox):
                control.toggled.connect(partial(self._tell, name))
            elif isinstance(control, QAbstractSpinBox):
                control.lineEdit().textChanged.connect(partial(self._tell, name))
            elif isinstance(control, Ticks):
                control.ticked.connect(partial(self._tell, name))
        self._show_fitting()

    def values(self) -> dict[str, Any]:
        """Give what is said in the form; a day that is none stays as typed.

        What is not asked for now is empty, whatever was typed while it was.
        """
        return {
            ask.name: _EMPTY.get(ask.kind) if self._is_passed_over(ask) else said
            for ask, said in zip(self._asks, self.typed().values(), strict=True)
        }

    def typed(self) -> dict[str, Any]:
        """Give what stands in the form, also in entries that are not asked for now: to keep it."""
        return {ask.name: _value(self._controls[ask.name]) for ask in self._asks}

    def _is_passed_over(self, ask: Ask) -> bool:
        return ask.only_for is not None and self._fields[ask.name].isHidden()

    def settle(self) -> None:
        """Take what is still being typed into a long list: the form is sent from within it."""
        for control in self._controls.values():
            if isinstance(control, QComboBox) and control.isEditable():
                settle(control)

    def show_unreadable(self) -> bool:
        """Say under each day, time or number that cannot be read that it is none.

        Returns:
            Whether there is one.
        """
        values = self.values()
        wrong = {
            ask.name: field_words(ask.name, _UNREADABLE[ask.kind])
            for ask in self._asks
            if ask.kind in _UNREADABLE and isinstance(values[ask.name], str)
        }
        self.show_sentences(wrong)
        return bool(wrong)

    def take_up(self, values: Mapping[str, Any]) -> None:
        """Show other answers to anything that is asked."""
        for name, value in values.items():
            _answer(self._controls[name], value)
        self._show_fitting()

    def show_faults(self, faults: Mapping[str, str]) -> tuple[str, ...]:
        """Say under each field which rule it breaks; what is to be mended is shown."""
        for name in faults.keys() & self._fields.keys():
            self._fields[name].show()
        return super().show_faults(faults)

    def _chosen(self, name: str, _at: int) -> None:
        if not isValid(self):
            return  # the form is gone; its list has but lost the keys
        said = _value(self._controls[name])
        for ask in self._asks:
            if ask.follows is not None and ask.follows[0] == name and said in ask.follows[1]:
                _answer(self._controls[ask.name], ask.follows[1][said])
        self._show_fitting()
        self.edited.emit(name)

    def _show_fitting(self) -> None:
        for ask in self._asks:
            if ask.only_for is not None:
                name, wanted = ask.only_for
                self._fields[ask.name].setVisible(_value(self._controls[name]) in wanted)
        self.reshaped.emit()

    def _tell(self, name: str, *_said: object) -> None:
        self.edited.emit(name)


_EMPTY: Mapping[Kind, Any] = {
    Kind.LINE: "",
    Kind.TEXT: "",
    Kind.SECRET: "",
    Kind.MANY: (),
    Kind.TICK: False,
}
"""What stands in an entry nobody filled in; of other kinds it is nothing."""
_UNREADABLE = {Kind.DAY: "not-a-date", Kind.TIME: "not-a-time", Kind.NUMBER: "not-a-number"}


def _is_day(ask: Ask) -> bool:
    return ask.kind is Kind.DAY


def _field(ask: Ask, control: QWidget) -> Field:
    hint = ask.hint or (_("Day/month/year, such as 19/11/2026 or 19 Nov") if _is_day(ask) else "")
    return Field(ask.title, control, hint=hint)


def _control(ask: Ask) -> QWidget:
    return _MAKERS.get(ask.kind, _line)(ask)


def _line(ask: Ask) -> QLineEdit:
    entry = line(placeholder=ask.example)
    entry.setText(_typed(ask.value))
    entry.setProperty("answer", ask.kind.value)
    if _is_day(ask):
        entry.editingFinished.connect(partial(_write_whole, entry))
    suggest(entry, [words for _value, words in ask.choices])
    return entry


def _write_whole(entry: QLineEdit) -> None:
    """Write a day back with its year, once the keys leave: a year that was meant is seen."""
    read = _day(entry.text())
    if isinstance(read, date) and (whole := write_day(read)) != entry.text():
        entry.setText(whole)


def _tick(ask: Ask) -> QCheckBox:
    made = QCheckBox(ask.choices[0][1] if ask.choices else _("Yes"))
    made.setChecked(bool(ask.value))
    return made


_MAKERS: Mapping[Kind, Callable[[Ask], QWidget]] = {
    Kind.CHOICE: lambda ask: picker(ask.choices, ask.value),
    Kind.FIND: lambda ask: searcher(ask.choices, ask.value),
    Kind.MANY: lambda ask: Ticks(ask.choices, ask.value or ()),
    Kind.TEXT: lambda ask: Area(ask.title, ask.value or "", lines=2),
    Kind.TICK: _tick,
    Kind.CALENDAR: lambda ask: day(ask.value),
    Kind.CLOCK: lambda ask: clock(ask.value),
    Kind.AMOUNT: lambda ask: number(ask.value, *ask.within, ask.unit),
    Kind.SECRET: lambda _ask: line(secret=True),
}


def _typed(value: Any) -> str:
    if isinstance(value, date):
        return write_day(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # nought is a number that was typed
    return dates.clock(value) if isinstance(value, time) else str(value or "")


def _answer(control: QWidget, value: Any) -> None:
    match control:
        case Area():
            control.fill(str(value or ""))
        case Ticks():
            control.tick(value)
        case QComboBox():
            choose(control, value)
        case QCheckBox():
            control.setChecked(bool(value))
        case QLineEdit():
            control.setText(_typed(value))
        case _:
            _step(control, value)


def _step(control: QWidget, value: Any) -> None:
    """Set what is stepped to; it stays where it is when that is no value for it."""
    match control, value:
        case QTimeEdit(), time():
            control.setTime(QTime(value.hour, value.minute))
        case QDateEdit(), date():
            control.setDate(QDate(value.year, value.month, value.day))
        case QSpinBox(), int():
            control.setValue(value)


def _value(control: QWidget) -> Any:
    match control:
        case Area():
            return control.text()
        case Ticks():
            return control.values()
        case QLineEdit():
            read = _READ.get(control.property("answer"), str)
            return read(control.text())
        case _:
            return value_of(control)


def _number(text: str) -> int | str | None:
    """Read a whole number, one below nought too: the rule of its field says that it cannot be."""
    said = text.strip()
    figures = said.removeprefix("-").removeprefix("\u2212").lstrip()
    if not figures.isdecimal():
        return said or None
    return int(figures) if figures == said else -int(figures)


def _time(text: str) -> time | str | None:
    try:
        return read_time(text)
    except ValueError:
        return text


def _day(text: str) -> date | str | None:
    try:
        return read_day(text)
    except ValueError:
        return text


_READ: Mapping[str, Callable[[str], Any]] = {
    Kind.DAY.value: _day,
    Kind.TIME.value: _time,
    Kind.NUMBER.value: _number,
}

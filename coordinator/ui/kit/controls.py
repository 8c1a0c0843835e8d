"""Controls for one answer each, and what they say: lists, days, times, numbers, some lines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from PySide6.QtCore import QDate, QSize, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import S

Stepped = TypeVar("Stepped", QTimeEdit, QSpinBox)


def value_of(control: QWidget) -> Any:
    """Read what a control says."""
    if isinstance(control, QTimeEdit):
        at = control.time()
        return time(at.hour(), at.minute())
    if isinstance(control, QDateEdit):
        on = control.date()
        return date(on.year(), on.month(), on.day())
    for kind, read in _READ.items():
        if isinstance(control, kind):
            return read(control)
    raise TypeError(type(control).__name__)


_READ: Mapping[type[QWidget], Callable[[Any], Any]] = {
    QLineEdit: QLineEdit.text,
    QPlainTextEdit: QPlainTextEdit.toPlainText,
    QComboBox: lambda box: _value_at(box, box.currentIndex()),
    QCheckBox: QCheckBox.isChecked,
    QSpinBox: QSpinBox.value,
}


_HIGHEST = 304  # pixels at any size of text: a form with such a field goes into a low window


class _Lines(QPlainTextEdit):
    """As high as it was made: a style that knows a least height forgets what was fixed."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())


def words(text: str = "", *, lines: int = 3) -> QPlainTextEdit:
    """Make a field for some lines; Tab leaves it."""
    made = _Lines(text)
    made.setTabChangesFocus(True)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setFixedHeight(min(px(24 * lines + 22), _HIGHEST))
    return made


def picker(choices: Sequence[tuple[str, object]], chosen: object = None) -> QComboBox:
    """Make a list to choose from: words with the value behind them."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(14)
    offer(made, choices, chosen)
    return made


@dataclass(frozen=True, slots=True)
class _Held:
    # Qt makes plain text of a value that is a kind of text, such as a status; not of this.
    value: object


def offer(made: QComboBox, choices: Sequence[tuple[str, object]], chosen: object = None) -> None:
    """Fill a list anew without telling anybody."""
    made.blockSignals(True)  # noqa: FBT003 - Qt takes no names
    made.clear()
    for text, value in choices:
        made.addItem(text, _Held(value))
    made.blockSignals(False)  # noqa: FBT003 - Qt takes no names
    choose(made, chosen)


def _value_at(made: QComboBox, at: int) -> object:
    held = made.itemData(at)
    return held.value if isinstance(held, _Held) else None


def finder(choices: Sequence[tuple[str, object]]) -> QComboBox:
    """Make a long list in which typing finds any part of the words."""
    made = picker(choices)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    typed = QLineEdit()
    made.setLineEdit(typed)
    found = QCompleter([text for text, _value in choices], made)
    found.setFilterMode(Qt.MatchFlag.MatchContains)
    found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setCompleter(found)
    typed.editingFinished.connect(lambda: settle(made))
    return made


def settle(made: QComboBox) -> None:
    """Take what is typed into a long list as the choice it names."""
    # Words that name no choice go back to the one that stands: nothing is chosen by half. A part
    # that only one of them holds is that one, as the list below the line has shown.
    said = made.currentText().casefold()
    at = made.findText(made.currentText(), Qt.MatchFlag.MatchFixedString)
    holding = [one for one in range(made.count()) if said in made.itemText(one).casefold()]
    if at < 0 and len(holding) == 1:
        at = holding[0]
    if at >= 0:
        made.setCurrentIndex(at)
    else:
        made.setEditText(made.itemText(max(made.currentIndex(), 0)))


def choose(made: QComboBox, value: object) -> None:
    """Choose a value without telling anybody; the first when it is not there."""
    values = [_value_at(made, at) for at in range(made.count())]
    made.blockSignals(True)  # noqa: FBT003 - Qt takes no names
    made.setCurrentIndex(values.index(value) if value in values else 0)
    made.blockSignals(False)  # noqa: FBT003 - Qt takes no names


def day(on: date) -> QDateEdit:
    """Make a field for a day, with a calendar to drop down."""
    made = QDateEdit(QDate(on.year, on.month, on.day))
    made.setCalendarPopup(True)
    made.setDisplayFormat("ddd d MMM yyyy")
    return made


def clock(at: time) -> QTimeEdit:
    """Make a field for a time of day."""
    made = QTimeEdit(QTime(at.hour, at.minute))
    made.setDisplayFormat("HH:mm")
    return _inset(made)


def number(value: int, least: int, most: int, suffix: str = "") -> QSpinBox:
    """Make a field for a whole number."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    made.setSuffix(suffix)
    return _inset(made)


def _inset(made: Stepped) -> Stepped:
    made.lineEdit().setTextMargins(px(S), 0, 0, 0)  # the style's padding does not reach it
    return made

"""A small form over a page: asks for what an act needs, and stays until the act was done.

Its fields are controls that the page chooses; a presenter that knows no control asks by `sheet`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.forms import Field, Form
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import S
from coordinator.wording.notices import Notice
from coordinator.wording.translation import _

_WIDTH = 480


class Ask(FormDialog):
    """A form of named fields."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Field],
        act: str,
        *,
        about: str = "",
    ) -> None:
        self._fields = dict(fields)
        super().__init__(Form(self._fields), title, act, about=about, parent=parent, width=_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answers(self) -> dict[str, Any]:
        return {name: value_of(field.control) for name, field in self._fields.items()}

    def refuse(self, faults: Mapping[str, str], notice: Notice | None = None) -> None:
        """Say what is wrong; the form stays."""
        self.show_faults(faults)
        if notice is not None:
            self.object_to(notice)

    def refuse_in_words(self, sentences: Mapping[str, str], notice: Notice | None) -> None:
        """Say these sentences under their fields; the form stays and can be sent again."""
        self._form.show_sentences(sentences)
        left = [words for name, words in sentences.items() if name not in self._fields]
        if notice is not None:
            left += [notice.what, *notice.details, notice.next]
        if left:
            self._notice.say(" ".join(left))
        self._do.setEnabled(True)

    def wait(self) -> None:
        """Nothing is sent twice: what was given takes a moment."""
        self._do.setEnabled(False)

    def field(self, name: str) -> Field:
        """Give one of the fields."""
        return self._fields[name]

    def open(self) -> None:
        """Show it over its page and begin in the first field."""
        super().open()
        if self._fields:
            next(iter(self._fields.values())).control.setFocus()


class Asking:
    """The one form that may be open over a view; mixed into views that ask."""

    _open_form: Ask | None = None

    def ask(self, form: Ask) -> None:
        """Open a form; one that stood open goes."""
        self.show_done()
        self._open_form = form
        form.finished.connect(lambda _code: self._forget(form))
        form.open()

    @property
    def form(self) -> Ask | None:
        """The form that is open."""
        return self._open_form

    def show_refusal(self, faults: Mapping[str, str], notice: Notice | None) -> bool:
        """Say what is wrong in the open form; gives whether there is one."""
        if self._open_form is None:
            return False
        self._open_form.refuse(faults, notice)
        return True

    def show_done(self) -> None:
        """Close the form."""
        if self._open_form is not None:
            self._open_form.accept()

    def _forget(self, form: Ask) -> None:
        if self._open_form is form:
            self._open_form = None


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


def words(text: str = "", *, lines: int = 3) -> QPlainTextEdit:
    """Make a field for some lines; Tab leaves it."""
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(px(24 * lines + 22))
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
    typed.editingFinished.connect(lambda: _settle(made))
    return made


def _settle(made: QComboBox) -> None:
    # Words that name no choice go back to the one that stands: nothing is chosen by half.
    at = made.findText(made.currentText(), Qt.MatchFlag.MatchFixedString)
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
    return made


def number(value: int, least: int, most: int, suffix: str = "") -> QSpinBox:
    """Make a field for a whole number."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    made.setSuffix(suffix)
    made.lineEdit().setTextMargins(px(S), 0, 0, 0)  # the style's padding does not reach it
    return made


def reason(name: str = "", *, hint: str = "") -> Field:
    """Make the field that says why."""
    return Field(name or _("Why"), words(), hint=hint)

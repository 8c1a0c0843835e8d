"""A form in a window of its own, put by a presenter through `ui.asking`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from coordinator.ui.kit.asks import Question
from coordinator.ui.kit.boxes import fill, page, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.entries import Entries
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, Tone
from coordinator.wording.notices import Notice
from coordinator.wording.translation import _

_WIDTH, _MARGIN = 560, 40
_BARE = 160  # height of what stands round the entries
Values = Mapping[str, Any]


class Sheet(QDialog):
    """One form: what is asked, the button that does it, and Cancel.

    Signals:
        answered: Everything was answered so far as this form can tell (dict).
    """

    answered = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setObjectName("page")
        self._warned = False
        self._form = Entries(question.asks)
        self._first = self._form.values()
        self._notice = NoticeLine()
        self._go = button(question.go, "primary")
        self._go.clicked.connect(self._answer)
        self._go.setDefault(True)
        done = QShortcut(QKeySequence(Key.DO_IT), self)  # from within a text, too
        done.activated.connect(self._go.click)
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        about = label(question.about, wraps=True)
        about.setVisible(bool(question.about))
        inner = page(heading(question.title), about, self._notice, self._form, None)
        buttons = row(None, cancel, self._go)
        buttons.setContentsMargins(px(M), px(M), px(M), px(M))
        fill(self, inner, buttons, gap=0)
        self._size(inner.widget(), parent)
        grow = partial(self._grow, inner.widget(), parent)
        self._form.reshaped.connect(lambda: QTimer.singleShot(0, self, grow))

    def values(self) -> dict[str, Any]:
        """Give what stands in the form; a day that is none stays as typed."""
        return self._form.values()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks; what has no entry goes above the form."""
        rest = self._form.show_faults(faults)
        if rest:
            self._notice.say(" ".join(rest))
        self._go.setEnabled(True)

    def object_to(self, notice: Notice) -> None:
        """Say why it was refused; it can be sent again."""
        self._notice.say(" ".join((notice.what, *notice.details)), notice.next)
        self._go.setEnabled(True)

    def _answer(self) -> None:
        if not self._form.show_unreadable():
            self._go.setEnabled(False)
            self.answered.emit(self.values())

    def _size(self, inner: QWidget | None, parent: QWidget | None) -> None:
        room = parent.window().size() if parent else self.size()
        wanted = (inner.sizeHint().height() if inner else 0) + px(_BARE) // 2
        self.resize(
            min(px(_WIDTH), max(room.width() - _MARGIN, 320)),
            min(max(wanted, px(240)), max(room.height() - _MARGIN, px(240))),
        )

    def _grow(self, inner: QWidget | None, parent: QWidget | None) -> None:
        """Make room for what is asked now; a form never shrinks under the hand."""
        before = self.size()
        self._size(inner, parent)
        self.resize(self.size().expandedTo(before))

    def reject(self) -> None:
        if not self._warned and self.values() != self._first:
            self._warned = True
            self._notice.say(
                _("Nothing of this is saved yet."),
                _("Cancel again to let go of what you typed."),
                Tone.CAREFUL,
            )
            return
        super().reject()


class Sheets:
    """Shows the forms of one page, one at a time, over its window; see `ui.asking.Asker`."""

    def __init__(self, page_: QWidget) -> None:
        self._page = page_
        self._open: Sheet | None = None
        self._answered: Callable[[Values], None] | None = None

    @property
    def shown(self) -> Sheet | None:
        """The form that is open."""
        return self._open

    def ask(self, question: Question, answered: Callable[[Values], None]) -> None:
        """Show a form."""
        sheet = Sheet(question, self._page)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answered = answered  # kept: a signal holds a bound method weakly
        sheet.answered.connect(self._pass_on)
        sheet.finished.connect(partial(self._gone, sheet))
        self._open = sheet
        sheet.open()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks."""
        if self._open is not None:
            self._open.show_faults(faults)

    def object_to(self, notice: Notice) -> None:
        """Say why it was refused."""
        if self._open is not None:
            self._open.object_to(notice)

    def finish(self) -> None:
        """Put the form away."""
        if self._open is not None:
            self._open.accept()

    def _pass_on(self, values: Values) -> None:
        if self._answered is not None:
            self._answered(values)

    def _gone(self, sheet: Sheet, _result: int) -> None:
        if self._open is sheet:
            self._open = None

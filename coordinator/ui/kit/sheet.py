"""A form in a window of its own, put by a presenter through `ui.asking`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coordinator.ui.kit.asks import Keeper, Question
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.entries import Entries
from coordinator.ui.kit.shortcuts import Key
from coordinator.wording.refusals.notices import Notice

Values = Mapping[str, Any]
_STILL_MS = 350  # how long the keys rest before what is typed is looked at


class Sheet(FormDialog):
    """One form made of a question; it is sent once until somebody objects.

    Signals:
        rested: The keys rest after something was typed (the answers, dict).
    """

    rested = Signal(object)

    def __init__(
        self,
        question: Question,
        parent: QWidget | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        self._entries = Entries(question.asks)
        super().__init__(
            self._entries, question.title, question.go, about=question.about, parent=parent
        )
        done = QShortcut(QKeySequence(Key.DO_IT), self)  # from within a text, too
        done.activated.connect(self._do.click)
        self._entries.reshaped.connect(lambda: QTimer.singleShot(0, self, self._grow))
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_STILL_MS)
        self._resting.timeout.connect(lambda: self.rested.emit(self.answers()))
        self._entries.edited.connect(lambda _name: self._resting.start())
        if keeper is not None:
            self.keep_with(keeper)

    def answers(self) -> dict[str, Any]:
        return self._entries.values()

    def to_keep(self) -> dict[str, Any]:
        return self._entries.typed()

    def give(self) -> None:
        self._entries.settle()
        if not self._entries.show_unreadable():
            self.wait()
            super().give()

    def take_up(self, values: Values) -> None:
        self._entries.take_up(values)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        super().show_faults(faults)
        self.wait_again()

    def object_to(self, notice: Notice) -> None:
        super().object_to(notice)
        self.wait_again()

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say under entries what to think of before the form is sent; the keys stay."""
        self._entries.warn(sentences)

    def tell(self, sentences: Mapping[str, str]) -> None:
        """Say something quietly under entries."""
        self._entries.tell(sentences)

    def _grow(self) -> None:
        """Make room for what is asked now; a form never shrinks under the hand."""
        before = self.size()
        self.fit()
        self.resize(self.size().expandedTo(before))


class Sheets:
    """Shows the forms of one page, one at a time, over its window; see `ui.asking.Asker`."""

    def __init__(self, page_: QWidget) -> None:
        self._page = page_
        self._open: FormDialog | None = None
        self._answered: Callable[[Values], None] | None = None
        self._typed: Callable[[Values], None] | None = None

    @property
    def shown(self) -> FormDialog | None:
        """The form that is open; a page that was locked away has none."""
        return self._open if self._open is not None and isValid(self._open) else None

    def show(self, form: FormDialog) -> None:
        """Show a form of the page's own; one that stood open gives way."""
        if (before := self.shown) is not None:
            before.give_way()
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.finished.connect(partial(self._gone, form))
        self._open, self._answered = form, None
        form.open()

    def ask(
        self,
        question: Question,
        answered: Callable[[Values], None],
        keeper: Keeper | None = None,
    ) -> None:
        """Show a form; none over a page that is gone."""
        if not isValid(self._page):
            return
        sheet = Sheet(question, self._page, keeper)
        if self._typed is not None:
            sheet.rested.connect(self._typed)
        sheet.given.connect(self._pass_on)
        self.show(sheet)
        self._answered = answered  # kept: a signal holds a bound method weakly

    def tell_typed(self, typed: Callable[[Values], None]) -> None:
        """Let somebody look at what is typed into the forms, whenever the keys rest."""
        self._typed = typed

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what to think of before it is sent."""
        if isinstance(form := self.shown, Sheet):
            form.warn(sentences)

    def tell(self, sentences: Mapping[str, str]) -> None:
        """Say something quietly in the open form."""
        if isinstance(form := self.shown, Sheet):
            form.tell(sentences)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each entry which rule it breaks."""
        if (form := self.shown) is not None:
            form.show_faults(faults)

    def object_to(self, notice: Notice) -> None:
        """Say why it was refused."""
        if (form := self.shown) is not None:
            form.object_to(notice)

    def finish(self, answered: Callable[[Values], None] | None = None) -> None:
        """Put the form away.

        Args:
            answered: Only the form that hands its answers to this: one that was opened meanwhile
                stays.
        """
        if (form := self.shown) is not None and answered in {None, self._answered}:
            form.accept()

    def _pass_on(self, values: Values) -> None:
        if self._answered is not None:
            self._answered(values)

    def _gone(self, form: FormDialog, _result: int) -> None:
        if self._open is form:
            self._open = None

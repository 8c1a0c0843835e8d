"""A form in a window of its own, put by a presenter through `ui.asking`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.asks import Question
from coordinator.ui.kit.dialogs import FormDialog
from coordinator.ui.kit.entries import Entries
from coordinator.wording.notices import Notice

Values = Mapping[str, Any]


class Sheet(FormDialog):
    """One form made of a question; it is sent once until somebody objects."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self._entries = Entries(question.asks)
        super().__init__(
            self._entries, question.title, question.go, about=question.about, parent=parent
        )

    def answers(self) -> dict[str, Any]:
        return self._entries.values()

    def give(self) -> None:
        if not self._entries.show_unreadable():
            self._do.setEnabled(False)
            super().give()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        super().show_faults(faults)
        self._do.setEnabled(True)

    def object_to(self, notice: Notice) -> None:
        super().object_to(notice)
        self._do.setEnabled(True)


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
        sheet.given.connect(self._pass_on)
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

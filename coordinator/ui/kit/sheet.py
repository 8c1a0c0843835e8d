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
from coordinator.ui.kit.tokens import Tone
from coordinator.wording.notices import Notice
from coordinator.wording.translation import _

Values = Mapping[str, Any]
_KEEP_MS = 1_000  # how long what is typed may be in the window only
_STILL_MS = 350  # how long the keys rest before what is typed is looked at


class Sheet(FormDialog):
    """One form made of a question; it is sent once until somebody objects.

    What is typed goes to the keeper every second, and forms that were broken off begin with it.

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
        self._keeper = keeper
        self._ticking = QTimer(self)
        self._ticking.setInterval(_KEEP_MS)
        self._ticking.timeout.connect(self._keep)
        if keeper is not None:
            self._take_up(keeper)
            self._ticking.start()
        self._kept = self.answers()
        self.rejected.connect(self._let_go)

    def answers(self) -> dict[str, Any]:
        return self._entries.values()

    def give(self) -> None:
        self._entries.settle()
        if not self._entries.show_unreadable():
            self._do.setEnabled(False)
            self._ticking.stop()  # nothing is kept after the act that forgets it
            super().give()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        super().show_faults(faults)
        self._wait_again()

    def object_to(self, notice: Notice) -> None:
        super().object_to(notice)
        self._wait_again()

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say under entries what to think of before the form is sent; the keys stay."""
        self._entries.warn(sentences)

    def tell(self, sentences: Mapping[str, str]) -> None:
        """Say something quietly under entries."""
        self._entries.tell(sentences)

    def _wait_again(self) -> None:
        self._do.setEnabled(True)
        if self._keeper is not None:
            self._ticking.start()

    def _take_up(self, keeper: Keeper) -> None:
        self._entries.take_up(keeper.typed)
        if self.answers() != self._first:
            told = _("What you had typed before is here again.")
            self._notice.say(told, " ".join(keeper.news), Tone.NEUTRAL)
            self.fit()
            self._entries.first.setFocus()  # and not the button that puts the line away

    def _keep(self) -> None:
        answers = self.answers()
        if self._keeper is None or answers == self._kept:
            return
        self._kept = answers
        first = self._first
        self._keeper.keep({name: one for name, one in answers.items() if one != first[name]})

    def _let_go(self) -> None:
        self._ticking.stop()
        if self._keeper is not None:
            self._keeper.let_go()

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
        """Show a form of the page's own; one that stood open goes."""
        self.finish()
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.finished.connect(partial(self._gone, form))
        self._open = form
        form.open()

    def ask(
        self,
        question: Question,
        answered: Callable[[Values], None],
        keeper: Keeper | None = None,
    ) -> None:
        """Show a form."""
        sheet = Sheet(question, self._page, keeper)
        if self._typed is not None:
            sheet.rested.connect(self._typed)
        self._answered = answered  # kept: a signal holds a bound method weakly
        sheet.given.connect(self._pass_on)
        self.show(sheet)

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

    def finish(self) -> None:
        """Put the form away."""
        if (form := self.shown) is not None:
            form.accept()

    def _pass_on(self, values: Values) -> None:
        if self._answered is not None:
            self._answered(values)

    def _gone(self, form: FormDialog, _result: int) -> None:
        if self._open is form:
            self._open = None

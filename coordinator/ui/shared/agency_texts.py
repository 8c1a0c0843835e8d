"""The form that shows the text for an agency, to copy; screens that send texts share it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from shiboken6 import isValid

from coordinator.domain.errors import ReasonNeededError
from coordinator.papers.copies import Still
from coordinator.ui.kit.controls import picker, value_of, words
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.forms import Field
from coordinator.ui.kit.notices import announce
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.copying import TakenText
from coordinator.wording.refusals.rules import prompt_words
from coordinator.wording.translation import _, ngettext


def show_copies(page: Any, texts: Sequence[Chase]) -> None:
    """Show what agencies copy into their own systems, or that no agency may be told.

    Args:
        page: A widget with `sheets`, and the signals `text_taken` and `told`.
        texts: One for each agency.
    """
    if not texts:
        page.told.emit(_("No agency may be told about it."))
        return
    form = ChaseForm(page, texts, title=_("Copy for an agency's own system"))
    form.taken.connect(page.text_taken)
    form.copied.connect(page.told)
    page.sheets.show(form)


class ChaseForm(FieldsDialog):
    """The texts for agencies; after a copy the next one is shown, until all are copied.

    A text is on the clipboard only when the log says so.

    Signals:
        taken: One is wanted (TakenText); it waits to be told that it may go.
        copied: Every text was copied and the form is gone; says so (str).
    """

    taken = Signal(object)
    copied = Signal(str)
    is_only_read = True

    def __init__(
        self, parent: QWidget, chases: Sequence[Chase], agency: str = "", title: str = ""
    ) -> None:
        """Begin with one agency.

        Args:
            parent: The page it opens over.
            chases: At least one.
            agency: Whose text is shown first; the first one's when empty.
            title: What the texts are for; how the actions go when empty.
        """
        self._texts = {one.agency: one.text for one in chases}
        self._still = {one.agency: one.still for one in chases}
        self._left = list(self._texts)
        self._choice: QComboBox = picker([(_said(one), one.agency) for one in chases], agency)
        self._shown: QPlainTextEdit = words(lines=11)
        self._shown.setReadOnly(True)
        self._show_text()
        hint = _("Initials and references only. Send it securely.")
        fields = {
            "agency": Field(_("Agency"), self._choice),
            "text": Field(_("Text"), self._shown, hint=hint),
        }
        self._is_awaited = False
        self._why: QPlainTextEdit = words(lines=2)
        fields["reason"] = Field(_("Why all the same"), self._why)
        fields["reason"].hide()
        about = title or _("Ask an agency how its actions go")
        super().__init__(parent, about, fields, _("Copy the text"))
        self._choice.currentIndexChanged.connect(lambda _at: self._show_another())
        self.given.connect(self._ask)

    def _show_another(self) -> None:
        self._show_text()
        self._why.clear()
        self.field("reason").hide()  # another agency may need none

    def _show_text(self) -> None:
        self._shown.setPlainText(self._texts[value_of(self._choice)])

    def _ask(self, said: dict[str, str]) -> None:
        if self._is_awaited:
            return  # pressed twice: it is one copy, and one line of the log
        self._is_awaited = True  # the button stays: the keys are on it, for the next text
        may, refused = partial(self._copy, said), self._refused
        still = self._still[said["agency"]]
        self.taken.emit(
            TakenText(said["agency"], said["text"], said["reason"], may, refused, still=still)
        )

    def _refused(self, error: Exception) -> bool:
        if isValid(self):
            self._is_awaited = False
        return ask_why(self, error)

    def _copy(self, said: dict[str, str]) -> None:
        if not isValid(self):
            return  # the form was put away, or locked, meanwhile
        self._is_awaited = False
        QGuiApplication.clipboard().setText(said["text"])
        every = len(self._texts)
        if said["agency"] in self._left:
            self._left.remove(said["agency"])
        if not self._left:
            self.accept()
            told = ngettext("The text is copied.", "All {count} texts are copied.", every)
            self.copied.emit(told)
            return
        told = _("Copied: {count} of {every}", count=every - len(self._left), every=every)
        self.field("agency").say(told)
        announce(self, told)
        self._go_on(said["agency"])

    def _go_on(self, agency: str) -> None:
        """Show the next text that was not copied yet; after the last, the first of those left."""
        order = list(self._texts)
        at = order.index(agency)
        following = (one for one in (*order[at:], *order) if one in self._left)
        self._choice.setCurrentIndex(order.index(next(following)))


class CopyForm(FieldsDialog):
    """One text for one reader, to copy; it is on the clipboard only when the log says so.

    Attributes:
        still: Writes it anew, where that is known.

    Signals:
        taken: It is wanted (TakenText); it waits to be told that it may go.
        copied: It was copied and the form is gone; says so (str).
    """

    taken = Signal(object)
    copied = Signal(str)
    is_only_read = True

    def __init__(
        self, parent: QWidget, title: str, fields: dict[str, Field], agency: str, to: str = ""
    ) -> None:
        """Show it.

        Args:
            parent: The page it opens over.
            title: What the text is for.
            fields: Nothing in them is changed; `text` is what is copied.
            agency: Whose reader it is for; nothing for somebody of no agency.
            to: The reader, where that is not just the agency.
        """
        why = Field(_("Why all the same"), words(lines=2))
        why.hide()
        super().__init__(parent, title, {**fields, "reason": why}, _("Copy the text"))
        self._agency, self._to = agency, to
        self.still: Still | None = None
        self.given.connect(self._ask)

    def _ask(self, said: dict[str, str]) -> None:
        may, refused = partial(self._copy, said["text"]), partial(ask_why, self)
        self.taken.emit(
            TakenText(
                self._agency, said["text"], said["reason"], may, refused, self._to, self.still
            )
        )

    def _copy(self, text: str) -> None:
        if isValid(self):
            QGuiApplication.clipboard().setText(text)
            self.accept()
            self.copied.emit(_("The text is copied."))


def ask_why(form: FieldsDialog, error: Exception) -> bool:
    """Ask in a form for the reason it wants; gives whether nobody else needs to say why."""
    if not isValid(form):
        return False
    if not isinstance(error, ReasonNeededError):
        form.wait_again()
        return False
    reason = form.field("reason")
    reason.tell(" ".join(prompt_words(prompt) for prompt in error.prompts))
    reason.show()
    form.refuse_in_words({"reason": _("Say why it goes out all the same.")}, None)
    return True


def _said(chase: Chase) -> str:
    return _("{agency} ({count})", agency=chase.agency, count=chase.count)

"""The widgets of the basis: one quiet sentence, and one line to say why work cannot wait."""

from datetime import date

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from coordinator.ui.kit.boxes import card, fill, holder, row, wide
from coordinator.ui.kit.labels import label, sign
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.keys import show_in_page
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Meant
from coordinator.wording import dates
from coordinator.wording.refusals.rules import guard_words
from coordinator.wording.translation import _


class BasisPart(QWidget):
    """What stops work on somebody, or until when it goes on; hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._told = label("", wraps=True)
        self._banner = holder(row(sign("circle-alert"), wide(self._told)))
        self._banner.hide()
        self.question = QuestionRow(is_framed=False)
        fill(self, card(self._banner, self.question, gap=S))
        self.hide()

    @property
    def sentence(self) -> str:
        """What stands in the banner; nothing while there is none."""
        return "" if self._banner.isHidden() else self._told.text()

    def show_basis(self, stop: str, until: date | None, today: date) -> None:
        """Say which rule stops work, or until when it goes on urgently; nothing leaves no room."""
        words = ""
        if stop:
            words = " ".join(guard_words(stop))
        elif until is not None:
            day = dates.day(until, today)
            words = _("Urgent work: the information basis is to be complete by {day}.", day=day)
        self._told.setText(words)
        self._banner.setVisible(bool(words))
        self._stand()

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put the question; whoever is writing a text goes on writing, and the keys stay there."""
        is_writing = isinstance(QApplication.focusWidget(), QPlainTextEdit | QTextEdit)
        self.question.ask(asked, text, with_keys=with_keys and not is_writing)
        self._stand()
        show_in_page(self)

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""
        self.question.show_meant(meant)

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say below the question why the answer was not taken."""
        self.question.object_to(sentence, at)

    def end(self) -> None:
        """Ask nothing any more."""
        self.question.end()
        self._stand()

    def _stand(self) -> None:
        self.setVisible(not self._banner.isHidden() or not self.question.isHidden())

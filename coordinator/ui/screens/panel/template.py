"""What the panel's Word documents are written on, and the way to another file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coordinator.domain.person.letters import LetterTemplate
from coordinator.ui.kit.boxes import card, fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.folders import ask_file
from coordinator.ui.kit.labels import heading, label
from coordinator.wording import dates
from coordinator.wording.translation import _

Choose = Callable[[QWidget], Path | None]


class TemplateCard(QWidget):
    """The template of letters.

    Signals:
        chosen: A file is to be it (Path).
        plain_asked: A plain one is to be it.
    """

    chosen = Signal(object)
    plain_asked = Signal()

    def __init__(self, choose_file: Choose | None = None) -> None:
        super().__init__()
        self._choose_file = choose_file or _asked_file
        self._told, self._fault = label("", wraps=True), label("", "fault", wraps=True)
        self._choose = button(_("Choose a template"))
        self._plain = button(_("Use the plain one"))
        self._choose.clicked.connect(self._ask)
        self._plain.clicked.connect(self.plain_asked)
        about = _(
            "Letters, agendas and draft minutes saved as Word documents take styles, margins,"
            " header and footer from it, on every computer."
        )
        body = card(
            heading(_("Template of letters")),
            label(about, "quiet", wraps=True),
            self._told,
            self._fault,
            flow(self._choose, self._plain),
        )
        fill(self, body)
        self._fault.hide()

    def show_template(self, found: LetterTemplate | None, today: date, *, may_edit: bool) -> None:
        """Show what documents are written on."""
        words = _("A plain one, made by the program")
        if found is not None:
            day = dates.day(found.chosen_on, today)
            words = _("{file}, chosen {day} by {who}", file=found.name, day=day, who=found.by)
        self._told.setText(words)
        self._choose.setVisible(may_edit)
        self._plain.setVisible(may_edit and found is not None)
        self.show_fault("")

    def show_fault(self, words: str) -> None:
        """Say why a file cannot be it."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def _ask(self) -> None:
        if (chosen := self._choose_file(self)) is not None:
            self.chosen.emit(chosen)


def _asked_file(on: QWidget) -> Path | None:
    return ask_file(on, _("Which template?"), _("Word documents (*.docx *.dotx)"))

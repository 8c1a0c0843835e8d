"""The part for the information-governance officer: which papers there are, each a click away."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.domain.disclosing.office import PAPERS
from coordinator.ui.kit.boxes import Head, card, column, fill, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import L, M
from coordinator.wording.disclosures import paper_words
from coordinator.wording.translation import N_, _

_TELLS: Mapping[str, str] = {
    "impact-assessment": N_("What is held, why, what guards it, and what is left to decide here."),
    "processing-record": N_("The lines of a record of processing (UK GDPR, Article 30)."),
    "privacy-notice": N_("A draft in plain words, for the people the panel works with."),
    "who-holds-what": N_("Every paper that left and never came back, and who has it."),
    "encryption": N_("How the store and its backups are encrypted, and when one was last tried."),
    "users-and-rights": N_("Who may open the store, and what each role may do."),
}


class OfficerPart(QWidget):
    """What can be made for whoever answers for the panel's information.

    Signals:
        paper_asked: One of them, by its name (str).
        trail_asked: The audit log.
    """

    paper_asked = Signal(str)
    trail_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("For your officer"))
        lead = label(
            _(
                "Made from the panel's settings and its store, for the officer to check and"
                " finish. Nobody the panel works with is named in them but by reference."
            ),
            "quiet",
            wraps=True,
        )
        self.first: QPushButton | None = None
        self._made = [self._line(name) for name in PAPERS]
        trail = button(_("Open the audit log"))
        trail.clicked.connect(self.trail_asked)
        logged = Head(
            _said(_("Audit log"), _("Who read, changed and let out what; whether it holds.")),
            trail,
        )
        fill(
            self, heading(_("For your officer")), lead, *self._made, card(logged), gap=M, margin=0
        )
        self.layout().setContentsMargins(0, L, 0, 0)  # type: ignore[union-attr]

    def _line(self, name: str) -> QWidget:
        words = paper_words(name)
        made = button(_("Look at it"), name=_("Look at it: {name}", name=words))
        made.clicked.connect(lambda: self.paper_asked.emit(name))
        self.first = self.first or made
        return card(Head(_said(words, _(_TELLS[name])), made))


def _said(title: str, words: str) -> QWidget:
    return holder(column(label(title, "strong", wraps=True), label(words, wraps=True), gap=2))

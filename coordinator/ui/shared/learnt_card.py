"""The card of what was learnt, on the page of a gap or a meeting."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.learning.notes import NoteRow
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.shared.learnt import LearntHere, LearntPresenter
from coordinator.wording.learning import note_facts
from coordinator.wording.translation import _


class LearntCard(QWidget):
    """What was learnt, and a way to write it; hidden from whoever has neither.

    Signals:
        note_asked: A note is to be written.
        notes_asked: The notes are to be opened among the others.
    """

    note_asked = Signal()
    notes_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._write = button(_("Write a note"))
        self._write.clicked.connect(lambda _on=False: self.note_asked.emit())
        self._notes = button(_("Share or change a note"))
        self._notes.clicked.connect(lambda _on=False: self.notes_asked.emit())
        tools = flow(self._write, self._notes)
        fill(self, card(heading(_("What was learnt")), holder(column(self._lines)), tools))
        self._has_time, self._is_anybodys = True, False
        self.hide()

    def join(self, presenter: LearntPresenter) -> None:
        """Let a presenter do what is asked here."""
        self.note_asked.connect(presenter.write)
        self.notes_asked.connect(presenter.open_notes)

    def allow(self, *, on: bool) -> None:
        """Have a place on the page, or not: nothing is learnt at a meeting still to come."""
        self._has_time = on
        self.setVisible(self._has_time and self._is_anybodys)

    def show_learnt(self, learnt: LearntHere) -> None:
        """Show it."""
        self._is_anybodys = bool(learnt.notes or learnt.themes) or learnt.may_write
        self._write.setVisible(learnt.may_write)
        self._notes.setVisible(bool(learnt.notes))
        lines = [*_told(learnt)]
        refill(self._lines, lines or [label(_("Nothing yet."), "quiet")])
        self.setVisible(self._has_time and self._is_anybodys)

    def show_nothing(self) -> None:
        """Show nothing: it is none of theirs."""
        self._is_anybodys = False
        self.hide()


def _told(learnt: LearntHere) -> Iterator[QWidget]:
    for note in learnt.notes:
        if note.ended_on is None:
            yield _note(note)
    for link in learnt.themes:
        yield label(_("Counted in the theme: {title}", title=link.title), wraps=True)


def _note(note: NoteRow) -> QWidget:
    said = [label(note.happened, wraps=True)]
    if note.differently:
        words = _("Differently: {what}", what=note.differently)
        said.append(label(words, wraps=True))
    facts = label(". ".join(note_facts(note)) + ".", "quiet", wraps=True)
    return ruled(wide(holder(column(*said, facts, gap=2))))

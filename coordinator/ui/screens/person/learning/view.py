"""The card of what was learnt, on somebody's page."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator.domain.learning.themes import LinkRow
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.places.learning import LearningPart
from coordinator.ui.screens.person.learning.presenter import Learnt
from coordinator.wording import dates
from coordinator.wording.learning import acted_on_words, note_facts, review_facts
from coordinator.wording.translation import _


class LearntPart(QWidget):
    """What was learnt from somebody's case.

    Signals:
        note_asked: A note is to be written.
        notes_asked: The notes are to be opened among the others.
        part_asked: Reviews, programmes or themes are to be opened (LearningPart).
        off_asked: They are counted in a theme no more (LinkRow).
    """

    note_asked = Signal()
    notes_asked = Signal()
    part_asked = Signal(object)
    off_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._write = _tool(_("Write a note"), self.note_asked)
        self._notes = _tool(_("Share or change a note"), self.notes_asked)
        self._reviews = _tool(_("Reviews"))
        self._reviews.clicked.connect(lambda: self.part_asked.emit(LearningPart.REVIEWS))
        self._programmes = _tool(_("Programmes"))
        self._programmes.clicked.connect(lambda: self.part_asked.emit(LearningPart.PROGRAMMES))
        tools = flow(self._write, self._notes, self._reviews, self._programmes)
        fill(self, card(heading(_("What was learnt")), holder(column(self._lines)), tools))
        self.hide()

    def show_learnt(self, learnt: Learnt) -> None:
        """Show it; nothing at all to whoever could write nothing either."""
        self.setVisible(not learnt.is_empty or learnt.may_edit or learnt.runs_it)
        self._write.setVisible(learnt.may_edit)
        self._notes.setVisible(bool(learnt.notes))
        self._reviews.setVisible(learnt.runs_it and (learnt.has_died or bool(learnt.reviews)))
        self._programmes.setVisible(learnt.runs_it)
        lines = [*self._told(learnt)]
        refill(self._lines, lines or [label(_empty(learnt), "quiet", wraps=True)])

    def _told(self, learnt: Learnt) -> Iterable[QWidget]:
        for note in learnt.notes:
            if note.ended_on is None:
                facts = label(". ".join(note_facts(note)) + ".", "quiet", wraps=True)
                words = label(note.happened, wraps=True)
                yield ruled(wide(holder(column(words, facts, gap=2))))
        for review in learnt.reviews:
            said = ". ".join(
                (review.title, *review_facts(review), acted_on_words(review.recommended))
            )
            yield label(said + ".", wraps=True)
        for place in learnt.places:
            since = dates.plain_day(place.from_on)
            if place.to_on is None:
                told = _("{name}, since {day}", name=place.programme, day=since)
            else:
                until = dates.plain_day(place.to_on)
                told = _("{name}, {day} to {until}", name=place.programme, day=since, until=until)
            yield label(told, wraps=True)
        for link in learnt.themes:
            yield self._theme(link)

    def _theme(self, link: LinkRow) -> QWidget:
        words = _("Counted in the theme: {title}", title=link.title)
        off = button(_("Not this one"), "link", name=_("Take off: {title}", title=link.title))
        off.clicked.connect(lambda: self.off_asked.emit(link))
        return ruled(wide(label(words, wraps=True)), off)


def _empty(learnt: Learnt) -> str:
    if learnt.has_died:
        return _("Nothing yet. A review of the death can be begun under Reviews.")
    return _("Nothing yet. What is said at the closing comes here by itself.")


def _tool(text: str, asks: SignalInstance | None = None) -> QPushButton:
    made = button(text)
    if asks is not None:
        made.clicked.connect(asks)
    return made

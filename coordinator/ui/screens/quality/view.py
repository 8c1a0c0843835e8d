"""The widgets of the page: a table by lead, and the row the keys are on in words."""

from collections.abc import Iterable, Iterator
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.lists.reports import Lack
from coordinator.domain.reports.quality import OfPerson, Quality, QualityRow
from coordinator.ui.kit.boxes import Head, column, fact, fill, flow, holder, page, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label, write
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M
from coordinator.ui.screens.quality.presenter import list_of
from coordinator.wording import labels
from coordinator.wording.reports import lack_head, missing_words, nobody_missing, who_leads
from coordinator.wording.translation import _, ngettext

_MOST_HIGH = 360
"""Of the table, so that what is said of its row stands in sight."""
_MOST = 12
"""People named in a line; the others are counted."""
_LETTER, _SIDES = 8, 24


class QualityView(QWidget):
    """What is missing on file.

    Signals:
        person_asked: Somebody of whom something is missing (their id).
        list_asked: The list of one thing (QualityRow, Lack).
        people_asked: The people of a row (QualityRow).
        came_back: Somebody looks at the page, after something else was shown.
    """

    person_asked = Signal(object)
    list_asked = Signal(object, object)
    people_asked = Signal(object)
    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What is missing on file"))
        self._told = label("", "strong", wraps=True)
        self._totals = QVBoxLayout()
        self.rows: Rows[QualityRow] = Rows(_columns(Lack), self)
        self.table = Table(self.rows, _("What is missing, by who leads"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_at: self._say_row())
        self._row = QFrame()
        self._row.setObjectName("card")
        self._lines = QVBoxLayout()
        fill(self._row, holder(self._lines), gap=M, margin=L)
        self._empty = Empty()
        body = holder(column(self.table, self._row, self._empty, None, gap=L))
        fill(self, page(*self._build_head(), body, grows=body))

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody sees the page."""
        return self.isVisible()

    def show_quality(self, found: Quality) -> None:
        """Show what is missing."""
        people = ngettext("{count} person", "{count} people", found.people)
        told = [_("{people} on the caseload.", people=people)]
        if found.no_meeting:
            told.append(_("No panel is in the calendar."))
        write(self._told, " ".join(told))
        counts = [(lack, found.count(lack)) for lack in Lack if found.count(lack)]
        facts = [fact(labels.label(lack), str(count)) for lack, count in counts]
        refill(self._totals, [flow(*facts, gap=XL)] if facts else [])
        at = max(self.table.currentIndex().row(), 0)
        rows = tuple(row for row in found.rows if row.total)
        self.rows.reset(_columns([lack for lack, _count in counts]), rows)
        self.table.setVisible(bool(rows))
        self._row.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.say(nobody_missing())
        self.table.setFixedHeight(min(self.table.all_shown_height(), px(_MOST_HIGH)))
        if rows:
            self.table.choose(min(at, len(rows) - 1))
            self._say_row()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.came_back.emit()

    def _build_head(self) -> Iterator[QWidget]:
        yield heading(_("What is missing on file"), "title")
        yield label(
            _(
                "What the figures stand on, by who leads. It is no list of failings: somebody may"
                " not wish to be asked, and then that is what goes on file."
            ),
            "quiet",
            wraps=True,
        )
        yield self._told
        yield holder(self._totals)

    def _say_row(self) -> None:
        row = self.table.chosen()
        if isinstance(row, QualityRow):
            refill(self._lines, self._of_row(row))

    def _of_row(self, row: QualityRow) -> Iterator[QWidget]:
        name = who_leads(row.name, row.agency)
        whose = _("Show the people of {name}", name=name)
        every = button(_("Show their people"), "link", name=whose)
        every.clicked.connect(lambda: self.people_asked.emit(row))
        yield Head(label(name, "strong", wraps=True), every)
        for lack, people in row.missing.items():
            words = missing_words(lack, len(people))
            yield column_of(label(words, wraps=True), flow(*self._people(row, lack, people)))

    def _people(
        self, row: QualityRow, lack: Lack, people: tuple[OfPerson, ...]
    ) -> Iterator[QWidget]:
        what = labels.label(lack)
        for one in islice(people, _MOST):
            name = _("{reference}: {what}", reference=one.reference, what=what)
            way = button(one.reference, "link", name=name)
            way.clicked.connect(lambda _on=False, one=one: self.person_asked.emit(one.person))
            yield way
        if len(people) > _MOST:
            yield label(_("and {count} more", count=len(people) - _MOST), "quiet")
        if list_of(row, lack) is not None:
            way = button(_("Show the list"), "link", name=_("Show the list: {what}", what=what))
            way.clicked.connect(lambda: self.list_asked.emit(row, lack))
            yield way


def column_of(*parts: QWidget) -> QWidget:
    """Lay parts out one below the other in a widget of their own."""
    return holder(column(*parts, gap=0))


def _columns(lacks: Iterable[Lack]) -> tuple[Column[QualityRow], ...]:
    lead: Column[QualityRow] = Column(
        _("Who leads"),
        text=lambda row: who_leads(row.name, row.agency),
        sort=lambda row: row.name,
        share=3,
        width=200,
    )
    people: Column[QualityRow] = Column(
        _("People"), text=lambda row: str(row.people), sort=lambda row: row.people, width=70
    )
    return (lead, people, *(_of(at, lack) for at, lack in enumerate(lacks)))


def _of(at: int, lack: Lack) -> Column[QualityRow]:
    head = lack_head(lack)
    return Column(
        head,
        text=lambda row: str(row.count(lack) or ""),
        sort=lambda row: row.count(lack),
        tip=lambda row: missing_words(lack, row.count(lack)),
        width=len(head) * _LETTER + _SIDES,
        keep=len(Lack) - at,
    )

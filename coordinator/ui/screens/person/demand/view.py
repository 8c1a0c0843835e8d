"""The widgets of this part: before and after side by side, and the counts behind it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from coordinator.domain.demand.views import CountRow, MeasurePair, PersonDemand
from coordinator.domain.demand.windows import MONTHS
from coordinator.ui.kit.boxes import card, fill, flow, holder, refill, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import choose, picker, value_of
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.pairs import PairsWidget
from coordinator.ui.screens.person.parts import entry
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording.demand import (
    EDGES,
    as_at_words,
    count_words,
    counted_by,
    measure_words,
    months_words,
    pair_notes,
    person_chart,
    span_words,
    start_words,
)
from coordinator.wording.translation import _

_FEW = 6
"""Counts shown before somebody asks for all of them."""


class DemandPart(QWidget):
    """How often somebody needed services.

    Signals:
        noted: A count is to be noted.
        changed: One is to be changed (CountRow).
        ended: One is to be taken back (CountRow).
        window_chosen: Other windows are wanted (months, Edges).
    """

    noted = Signal()
    changed = Signal(object)
    ended = Signal(object)
    window_chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._demand: PersonDemand | None = None
        self._shows_all = False
        self.chart = PairsWidget()
        self.months, self.edges = _months(), _edges()
        for one in (self.months, self.edges):
            one.activated.connect(lambda _at: self._choose())
        self._note = button(_("Note a count"), "link", name=_("Note a count of demand"))
        self._note.clicked.connect(lambda _on=False: self.noted.emit())
        self._start = label("", "quiet", wraps=True)
        self._window_box = flow(self.months, self.edges)
        self._told, self._rows = QVBoxLayout(), QVBoxLayout()
        title = holder(row(widened(heading(_("How often services were needed"))), self._note))
        parts = (title, self._start, self._window_box, self.chart, self._told, self._rows)
        fill(self, card(*parts))
        self.hide()

    def show_demand(self, demand: PersonDemand) -> None:
        """Show it."""
        self._demand = demand
        self._note.setVisible(demand.may_change)
        choose(self.months, demand.months)
        choose(self.edges, demand.edges)
        has_pairs = bool(demand.pairs)
        self._window_box.setVisible(has_pairs)
        self.chart.setVisible(has_pairs)
        self._start.setText(start_words(demand.start) if demand.counts else _nothing())
        self.chart.show_chart(person_chart(demand.pairs, demand.months))
        refill(self._told, [label(words, "quiet", wraps=True) for words in _notes(demand.pairs)])
        self._show_rows()
        self.show()

    def show_nothing(self) -> None:
        """Show nothing: there is nobody to show."""
        self.hide()

    def _choose(self) -> None:
        self.window_chosen.emit(value_of(self.months), value_of(self.edges))

    def _show_rows(self) -> None:
        if self._demand is None:
            return
        counts = self._demand.counts
        shown = counts if self._shows_all else counts[:_FEW]
        lines: list[QWidget] = [self._line(one) for one in shown]
        lines += [_ended(one) for one in self._demand.ended] if self._shows_all else []
        if len(counts) + len(self._demand.ended) > len(shown) or self._shows_all:
            words = _("Show fewer counts") if self._shows_all else _("Show every count")
            turn = button(words, "link")
            turn.clicked.connect(lambda _on=False: self._turn())
            lines.append(flow(turn))
        refill(self._rows, lines)

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self._show_rows()

    def _line(self, one: CountRow) -> QWidget:
        links = tuple(self._links(one)) if self._demand and self._demand.may_change else ()
        about = (counted_by(one), as_at_words(one), one.note)
        return entry(_words(one), about, *links, marks=kept_back(one.sensitivity))

    def _links(self, one: CountRow) -> Iterator[QWidget]:
        for words, emit in (
            (_("Change"), self.changed.emit),
            (_("Take it back"), self.ended.emit),
        ):
            made = button(words, "link", name=f"{words}: {_words(one)}")
            made.clicked.connect(partial(_tell, emit, one))
            yield made


def _tell(emit: Callable[[object], None], one: CountRow, _checked: object = None) -> None:
    emit(one)


def _words(one: CountRow) -> str:
    return _(
        "{measure}, {days}: {count}",
        measure=measure_words(one.measure),
        days=span_words(one.span),
        count=count_words(one),
    )


def _ended(one: CountRow) -> QWidget:
    return entry(_words(one), (_("Taken back: {why}", why=one.end_reason),))


def _notes(pairs: Iterable[MeasurePair]) -> Iterator[str]:
    for one in pairs:
        for note in pair_notes(one.pair):
            yield f"{measure_words(one.measure)}: {note}"


def _nothing() -> str:
    return _(
        "Nothing was counted yet. Counts come from agencies' lists, or are typed in with their"
        " source."
    )


def _months() -> QComboBox:
    made = picker([(months_words(one), one) for one in MONTHS])
    made.setAccessibleName(_("How long before and after"))
    return made


def _edges() -> QComboBox:
    made = picker([(_(words), edges) for edges, words in EDGES.items()])
    made.setAccessibleName(_("Where the windows end"))
    return made

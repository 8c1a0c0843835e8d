"""The widgets of the page: whose and which windows, the sums, the people behind one, the costs."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.demand.views import (
    CohortPerson,
    CostPage,
    CostRow,
    MeasureTotals,
    Wanted,
)
from coordinator.domain.demand.windows import MONTHS
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.controls import choose, offer, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label, write
from coordinator.ui.kit.pairs import PairsWidget
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.demand.columns import measure_columns, people_columns
from coordinator.ui.screens.demand.costs import cost_cards
from coordinator.ui.screens.demand.presenter import Shown
from coordinator.wording.demand import (
    EDGES,
    INDICATIVE,
    left_out_words,
    measure_words,
    money_words,
    months_words,
    panel_chart,
    summed_words,
)
from coordinator.wording.translation import N_, _

_MOST_HIGH = 332
"""Of the people behind a figure, before their list scrolls."""


class Part(Enum):
    """What is looked at, one at a time."""

    FIGURES = "figures"
    COSTS = "costs"


_TITLES = {Part.FIGURES: N_("Before and after"), Part.COSTS: N_("Unit costs")}


class DemandView(QWidget):
    """How often services were needed, over the whole panel.

    Signals:
        wanted: Other windows, or other people (Wanted).
        person_asked: Somebody is to be opened (their id).
        paper_asked: The paper of these windows.
        import_asked: An agency's list is to be brought in.
        cost_added: A unit cost is to be added.
        cost_changed: One is to be changed (CostRow).
        cost_ended: One is to go out of use (CostRow).
    """

    wanted = Signal(object)
    person_asked = Signal(object)
    paper_asked = Signal()
    import_asked = Signal()
    cost_added = Signal()
    cost_changed = Signal(object)
    cost_ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Demand before and after"))
        self.sheets = Sheets(self)
        self._shown: Shown | None = None
        self.whose = _picker(_("Whose"), [(_("Everybody with an open case"), (None, False))])
        self.whose.setMinimumContentsLength(26)
        self.months = _picker(
            _("How long before and after"), [(months_words(one), one) for one in MONTHS]
        )
        self.edges = _picker(
            _("Where the windows end"), [(_(words), edge) for edge, words in EDGES.items()]
        )
        for one in (self.whose, self.months, self.edges):
            one.activated.connect(lambda _at: self._want())
        self._paper = _pressed(_("Make the paper"), self.paper_asked.emit, "primary", "file-text")
        self._bring = _pressed(_("Bring in a list"), self.import_asked.emit, "", "")
        self.chart = PairsWidget()
        self._rows: Rows[MeasureTotals] = Rows(measure_columns(), self)
        self.table = Table(self._rows, _("Sums of each measure"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_at: self._say_row())
        self._people: Rows[CohortPerson] = Rows(people_columns(DemandMeasure.POLICE_CALLS), self)
        self.people = Table(self._people, _("People behind the figures"))
        self.people.opened.connect(lambda one: self.person_asked.emit(one.person))
        self._name, self._told = label("", "strong", wraps=True), QVBoxLayout()
        self._empty = Empty()
        self._empty.asked.connect(self.import_asked)
        self._costs = QVBoxLayout()
        self._costs.setSpacing(px(L))
        self.parts = self._build_parts()
        self._figures = self._build_figures()
        self._cost_box = holder(self._costs)
        self._cost_box.hide()
        body = holder(column(self._empty, self._figures, self._cost_box, None, gap=L))
        head = Head(heading(_("Demand before and after"), "title"), self._bring, self._paper)
        fill(self, page(*self._tell(head), flow(*self.parts.values()), body, grows=body))

    def show_demand(self, shown: Shown) -> None:
        """Show it; the row the keys are on stays."""
        self._shown = shown
        found, wanted = shown.demand, shown.demand.wanted
        self._paper.setVisible(shown.may_print and bool(found.measures))
        self._bring.setVisible(shown.may_import)
        self._offer_whose(shown)
        choose(self.months, wanted.months)
        choose(self.edges, wanted.edges)
        at = max(self.table.currentIndex().row(), 0)
        self._rows.show(found.measures)
        self.table.setFixedHeight(self.table.all_shown_height())
        self.chart.show_chart(panel_chart(found.measures, wanted.months))
        if found.measures:
            self.table.choose(min(at, len(found.measures) - 1))
        self._show_costs(shown.costs)
        self._show_part()

    def show_part(self, part: Part) -> None:
        """Show another part."""
        self.parts[part].setChecked(True)

    def _tell(self, head: Head) -> tuple[QWidget, ...]:
        told = label(
            _(
                "Only people of whom both windows are known to the last day are summed up."
                " Missing is never nought. What changed after a plan began need not have changed"
                " because of it."
            ),
            "quiet",
            wraps=True,
        )
        choices = flow(self.whose, self.months, self.edges)
        return (holder(column(head, told, gap=M)), choices)

    def _build_figures(self) -> QWidget:
        behind = card(self._name, self._told, self.people)
        return holder(column(card(self.chart), self.table, behind, gap=L))

    def _build_parts(self) -> dict[Part, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {part: choice(_(words)) for part, words in _TITLES.items()}
        made[Part.FIGURES].setChecked(True)
        for one in made.values():
            group.addButton(one)
            one.toggled.connect(lambda on: self._show_part() if on else None)
        return made

    def _show_part(self) -> None:
        if self._shown is None:
            return
        of_costs = self.parts[Part.COSTS].isChecked()
        is_empty = not self._shown.demand.measures
        self._cost_box.setVisible(of_costs)
        self._figures.setVisible(not of_costs and not is_empty)
        self._empty.setVisible(not of_costs and is_empty)
        self._empty.say(
            _("Nothing was counted yet. Bring in an agency's list, or note a count on a person's"
              " page."),
            _("Bring in a list") if self._shown.may_import else "",
        )  # fmt: skip

    def _offer_whose(self, shown: Shown) -> None:
        wanted = shown.demand.wanted
        entries: list[tuple[str, object]] = [
            (_("Everybody with an open case"), (None, False)),
            (_("Closed cases as well"), (None, True)),
            *((one.name, (one.id, False)) for one in shown.demand.programmes),
        ]
        now = (wanted.programme, wanted.closed_too and wanted.programme is None)
        offer(self.whose, entries, now)

    def _want(self) -> None:
        programme, closed_too = value_of(self.whose)
        self.wanted.emit(
            Wanted(
                months=value_of(self.months),
                edges=value_of(self.edges),
                closed_too=closed_too,
                programme=programme,
            )
        )

    def _say_row(self) -> None:
        row = self.table.chosen()
        if not isinstance(row, MeasureTotals) or self._shown is None:
            return
        write(self._name, measure_words(row.measure))
        money = money_words(row)
        said = (
            summed_words(row.totals),
            left_out_words(row.totals),
            money,
            _(INDICATIVE) if money else "",
        )
        refill(self._told, [label(words, wraps=True) for words in said if words])
        self._people.reset(people_columns(row.measure), self._shown.demand.people)
        self.people.setFixedHeight(min(self.people.all_shown_height(), px(_MOST_HIGH)))

    def _show_costs(self, costs: CostPage) -> None:
        ways: tuple[Callable[[], None], Callable[[CostRow], None], Callable[[CostRow], None]] = (
            self.cost_added.emit,
            self.cost_changed.emit,
            self.cost_ended.emit,
        )
        refill(self._costs, cost_cards(costs, ways))


def _picker(name: str, entries: list[tuple[str, object]]) -> QComboBox:
    made = picker(entries)
    made.setAccessibleName(name)
    return made


def _pressed(words: str, tell: Callable[[], None], *looks: str) -> QPushButton:
    made = button(words, *filter(None, looks))
    made.clicked.connect(partial(_tell, tell))
    return made


def _tell(tell: Callable[[], None], _checked: object = None) -> None:
    tell()

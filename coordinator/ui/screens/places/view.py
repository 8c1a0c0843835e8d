"""The widgets of place plans and groups: the list, the plan the keys are on, the groups."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.places.views import PlacePlanPage, PlacePlanRow
from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill, tall
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, S
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.places.columns import plan_columns
from coordinator.ui.screens.places.deeds import Deed
from coordinator.ui.screens.places.parts import group_card, plan_parts
from coordinator.ui.screens.places.presenter import Shown
from coordinator.wording.refusals.rules import guard_words
from coordinator.wording.translation import _, ngettext

_LEAST_TABLE = 170


class PlacesView(QWidget):
    """What agencies do together in places.

    Signals:
        looked_at: The keys are on another plan (PlacePlanRow).
        ended_asked: Show what ended too, or not (bool).
        paper_asked: The register as a paper.
        plan_paper_asked: One plan as a paper (PlacePlanRow).
        deed_asked: Something is to be done to a row (Deed, the row or None).
    """

    looked_at = Signal(object)
    ended_asked = Signal(bool)
    paper_asked = Signal()
    plan_paper_asked = Signal(object)
    deed_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Place plans and groups"))
        self.sheets = Sheets(self)
        self._may_edit = False
        self._count = label("", "quiet", wraps=True)
        self._rows: Rows[PlacePlanRow] = Rows(plan_columns(), self)
        self.table = self._build_table()
        self._empty = Empty()
        tall(self._empty)
        self._empty.asked.connect(lambda: self.deed_asked.emit(Deed.DRAFT, None))
        self._plan, self._groups = QVBoxLayout(), QVBoxLayout()
        self._plan.setSpacing(px(M))
        self._groups.setSpacing(px(S))
        self._card = card(holder(self._plan))
        self._card.hide()
        self._no_group = label(_("No group is on file yet."), "quiet", wraps=True)
        fill(
            self,
            page(
                self._build_head(),
                self._build_filters(),
                self.table,
                self._empty,
                self._card,
                heading(_("Groups and their seats")),
                self._no_group,
                self._groups,
                None,
            ),
        )
        lend_keys(self, self.table)

    def show_places(self, shown: Shown, place: PlacePlansPlace) -> None:
        """Show the plans and the groups; the plan the keys are on stays."""
        self._may_edit = shown.may_edit
        self._draft.setVisible(shown.may_begin)
        self._found.setVisible(shown.may_begin)
        self._paper.setVisible(bool(shown.plans))
        self._show_ended(on=place.ended_too)
        stood = self._row()
        self._rows.show(shown.plans)
        self._tell(shown)
        if shown.plans:
            ids = [one.id for one in shown.plans]
            wanted = stood.id if stood else place.plan
            at = ids.index(wanted) if wanted in ids else 0
            self.table.choose(at)
            self.looked_at.emit(shown.plans[at])
        else:
            self._card.hide()
        cards = [group_card(one, self._do, may_edit=self._may_edit) for one in shown.groups]
        self._no_group.setVisible(not cards)
        refill(self._groups, cards)

    def show_plan(self, page_: PlacePlanPage) -> None:
        """Show the plan the keys are on, whole."""
        row = self._row()
        if row is None or row.id != page_.plan.id:
            return
        paper = button(_("This plan as a paper"), icon="file-text", needs=Right.EXPORT_PANEL)
        paper.clicked.connect(lambda: self.plan_paper_asked.emit(row))
        parts = plan_parts(page_, self._do, may_edit=self._may_edit)
        refill(self._plan, [*parts, flow(paper)])
        self._card.show()

    def warn(self, sentences: Mapping[str, str]) -> None:
        """Say in the open form what tells of somebody."""
        self.sheets.warn(sentences)

    def _row(self) -> PlacePlanRow | None:
        found = self.table.chosen()
        return found if isinstance(found, PlacePlanRow) else None

    def _do(self, deed: Deed, about: object) -> None:
        self.deed_asked.emit(deed, about)

    def _tell(self, shown: Shown) -> None:
        count, late = len(shown.plans), sum(one.overdue for one in shown.plans)
        told = ngettext("{count} place plan", "{count} place plans", count)
        if late:
            behind = ngettext("{count} action is late", "{count} actions are late", late)
            told = _("{plans}, {late}", plans=told, late=behind)
        self._count.setText(told)
        self.table.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._empty.say(*self._nothing(shown))
        lend_keys(self, self.table if count else self._draft)

    def _nothing(self, shown: Shown) -> tuple[str, str]:
        """Say why no plan is listed, and what can be done about it."""
        if shown.all_ended:
            told = _("Every place plan has ended. Those that ended are listed when asked for.")
            return told, _("Draft the next plan") if shown.may_begin else ""
        if shown.may_edit and not shown.may_begin:
            return " ".join(guard_words("places-off")), ""
        told = _(
            "No place plan is on file. A plan says what agencies do together in one place:"
            " priorities, actions with one owner each, and by what it is told to work."
        )
        return told, _("Draft the first plan") if shown.may_begin else ""

    def _build_head(self) -> QWidget:
        head = column(heading(_("Place plans and groups"), "title"), self._count, gap=2)
        self._paper = button(_("Register as a paper"), icon="file-text", needs=Right.EXPORT_PANEL)
        self._paper.clicked.connect(self.paper_asked)
        self._found = button(_("Set up a group"), icon="users")
        self._found.clicked.connect(lambda: self._do(Deed.FOUND, None))
        self._draft = button(_("New place plan"), "primary", "plus")
        self._draft.clicked.connect(lambda: self._do(Deed.DRAFT, None))
        return Head(holder(head), self._paper, self._found, self._draft)

    def _build_filters(self) -> QWidget:
        self._ended = choice(_("Ended too"), name=_("Also: plans and groups that ended"))
        self._ended.toggled.connect(self.ended_asked)
        return flow(self._ended)

    def _show_ended(self, *, on: bool) -> None:
        self._ended.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self._ended.setChecked(on)
        self._ended.blockSignals(False)  # noqa: FBT003 - Qt takes no names

    def _build_table(self) -> Table:
        table = Table(self._rows, _("Place plans"))
        table.setMinimumHeight(px(_LEAST_TABLE))
        table.selectionModel().currentChanged.connect(self._look)
        return table

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        found = self._rows.row_at(index)
        if found is not None:
            self.looked_at.emit(found)

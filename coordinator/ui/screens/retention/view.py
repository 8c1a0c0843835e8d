"""The widgets of the page about retention: the list, one record in full, what was decided."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coordinator.domain.retention import DisposalRow, Hold, RetentionPage, Standing
from coordinator.domain.states import DisposalStatus
from coordinator.ui.kit.boxes import (
    Columns,
    Head,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    row,
    said,
    wide,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.places.every import RetentionPlace
from coordinator.ui.screens.retention.records import Deed, Record, deeds_of, is_any_proposed
from coordinator.ui.shared.sharing_ways import SharingWays
from coordinator.wording import dates
from coordinator.wording.retention import (
    agreed_words,
    hold_words,
    past_words,
    since_words,
    standing_words,
)
from coordinator.wording.translation import N_, _, ngettext

_BESIDE = 900  # from this width on one record stands beside the list
_WORDS = {
    Deed.ERASE: N_("Erase it for good…"),
    Deed.CONFIRM: N_("Agree that it is erased"),
    Deed.PROPOSE: N_("Propose to erase it…"),
    Deed.SIGNED: N_("The list was signed…"),
    Deed.HOLD: N_("Keep it longer…"),
    Deed.DECLINE: N_("Do not erase it…"),
    Deed.PERSON: N_("Open the person"),
}
_MARKS = {
    Standing.OVER: (Tone.CAREFUL, "clock"),
    Standing.HELD: (Tone.NEUTRAL, ""),
    Standing.PROPOSED: (Tone.CAREFUL, "clock"),
    Standing.CONFIRMED: (Tone.CAREFUL, "clock"),
}


class RetentionView(QWidget):
    """How long records are kept.

    Signals:
        deed_asked: Something is to be done with a record (Deed, Record).
        look_asked: A hold is to go on (Hold, Record).
        release_asked: A hold is to be let go (Hold, Record).
        certificate_asked: Of an erased record (DisposalRow).
        list_asked: The list two people sign.
    """

    deed_asked = Signal(object, object)
    look_asked = Signal(object, object)
    release_asked = Signal(object, object)
    certificate_asked = Signal(object)
    list_asked = Signal()

    def __init__(self, *, of_person: bool) -> None:
        super().__init__()
        self.setAccessibleName(_("Retention"))
        self.sheets = Sheets(self)
        self._of_person = of_person
        self._page: RetentionPage | None = None
        self._count = label("", "quiet", wraps=True)
        self._rows: Rows[Record] = Rows(_columns(date.min), self)
        self.table = Table(self._rows, _("Records whose time is over, or that are kept longer"))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_one())
        self.ways = SharingWays(RetentionPlace)
        self._list = button(_("List to be signed"))
        self._list.clicked.connect(self.list_asked)
        self._one, self._past = QVBoxLayout(), QVBoxLayout()
        self._below = holder(column(self._one, self._past, None, gap=M))
        self._fill()

    def show_records(
        self, page: RetentionPage, records: Sequence[Record], *, of_one: bool
    ) -> None:
        """Show the list; the row the keys are on stays."""
        chosen = self._chosen()
        self._page = page
        self._rows.describe(_columns(page.today))
        self._rows.show(records, has_more=False)
        keys = [one.person for one in records]
        if records:
            stays = chosen is not None and chosen.person in keys
            self.table.choose(keys.index(chosen.person) if chosen and stays else 0)
        over = sum(one.standing is Standing.OVER for one in records)
        told = ngettext("The time of {count} record is over.",
                        "The time of {count} records is over.", over)  # fmt: skip
        self._count.setText("" if of_one else told if over else _("No time is over."))
        self._stack.setCurrentIndex(0 if records else 1)
        self._list.setVisible(page.may_propose and is_any_proposed(records))
        self._show_one()
        self._show_past(page, is_shown=not of_one)

    def _fill(self) -> None:
        empty = Empty(
            _("No record is near the end of its time, and none is held. It shows here in time.")
        )
        blank = QWidget()
        fill(blank, empty, None)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        note = label(
            _("Nothing goes by itself: one proposes, another agrees. The rules are in The panel."),
            "quiet",
            wraps=True,
        )
        words = holder(column(heading(_("Retention"), "title"), self._count, note, gap=2))
        beside = Columns(_BESIDE, (self._stack, 3), (self._below, 2))
        if self._of_person:
            self._stack.hide()
        fill(self, page(Head(words, self._list), self.ways, beside, grows=beside))

    def _chosen(self) -> Record | None:
        found = self.table.chosen() if self._rows.rows else None
        return found if isinstance(found, Record) else None

    def _show_one(self) -> None:
        record, shown = self._chosen(), self._page
        if record is None or shown is None:
            refill(self._one, [])
            return
        deeds = [self._deed(deed, record, at) for at, deed in enumerate(deeds_of(record, shown))]
        refill(self._one, [card(*self._in_full(record, shown)), flow(*deeds)])

    def _in_full(self, record: Record, shown: RetentionPage) -> list[QWidget]:
        parts: list[QWidget] = [heading(record.who)]
        for name, words in _facts(record, shown.today):
            parts.append(said(name, words))
        for hold in record.holds:
            parts += self._hold(hold, record, shown)
        return parts

    def _hold(self, hold: Hold, record: Record, shown: RetentionPage) -> list[QWidget]:
        if hold.released_on is not None:
            day = dates.day(hold.released_on, shown.today)
            words = _("Was kept longer until {day}: {why}", day=day, why=hold.release_reason)
            return [label(words, "quiet", wraps=True)]
        parts: list[QWidget] = [
            holder(
                column(
                    label(_("Kept longer"), "quiet"),
                    label(hold_words(hold, shown.today), wraps=True),
                    gap=0,
                )
            )
        ]
        if hold.id is not None and shown.may_propose:
            again = self._link(_("It is still to be kept"), record)
            again.clicked.connect(partial(self.look_asked.emit, hold, record))
            release = self._link(_("Let it go"), record)
            release.clicked.connect(partial(self.release_asked.emit, hold, record))
            parts.append(flow(again, release))
        return parts

    def _link(self, words: str, record: Record) -> QPushButton:
        return button(words, "link", name=_("{what}: {name}", what=words, name=record.who))

    def _deed(self, deed: Deed, record: Record, at: int) -> QPushButton:
        words = _(_WORDS[deed])
        kind = "primary" if at == 0 and deed is not Deed.PERSON else ""
        made = button(words, kind, name=_("{what}: {name}", what=words, name=record.who))
        made.clicked.connect(partial(self.deed_asked.emit, deed, record))
        return made

    def _show_past(self, shown: RetentionPage, *, is_shown: bool) -> None:
        if not is_shown or not shown.past:
            refill(self._past, [])
            return
        lines = [self._past_line(one, shown.today) for one in shown.past]
        refill(self._past, [card(heading(_("Erased and declined")), *lines)])

    def _past_line(self, one: DisposalRow, today: date) -> QWidget:
        told = label(f"{one.reference}: {past_words(one, today)}", wraps=True)
        words = column(told, label(agreed_words(one, today), "quiet", wraps=True), gap=0)
        if one.status is not DisposalStatus.DONE:
            return holder(words)
        link = button(_("Certificate"), "link",
                      name=_("Certificate: {name}", name=one.reference))  # fmt: skip
        link.clicked.connect(partial(self.certificate_asked.emit, one))
        return holder(row(wide(holder(words)), link))


def _facts(record: Record, today: date) -> list[tuple[str, str]]:
    if record.told:
        return [(_("How long"), record.told)]
    found = []
    if record.time is not None:
        found = [
            (_("Since"), since_words(record.time)),
            (_("Rule"), record.time.rule),
            (_("Time over"), dates.plain_day(record.time.due_on)),
        ]
    if record.disposal is not None:
        found.append((_("To be erased"), agreed_words(record.disposal, today)))
        if record.disposal.reason:
            found.append((_("Note"), record.disposal.reason))
    return found


def _columns(_today: date) -> tuple[Column[Record], ...]:
    return (
        Column(_("Record"), text=lambda one: one.who, width=140),
        Column(
            _("Stands"),
            text=lambda one: standing_words(one.standing) if one.standing else "",
            mark=_mark,
            width=190,
        ),
        Column(
            _("Since"),
            text=lambda one: since_words(one.time) if one.time else "",
            share=2,
            width=170,
            keep=1,
        ),
        Column(
            _("Time over"),
            text=lambda one: dates.plain_day(one.time.due_on) if one.time else "",
            sort=lambda one: one.time.due_on if one.time else date.max,
            width=165,
            keep=2,
        ),
    )


def _mark(one: Record) -> Mark | None:
    if one.standing is None or one.standing not in _MARKS:
        return None
    tone, icon = _MARKS[one.standing]
    return Mark(standing_words(one.standing), tone, icon)

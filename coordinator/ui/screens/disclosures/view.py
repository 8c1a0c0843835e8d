"""The widgets of the disclosure log: the list, one disclosure in full, the check of a file."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from textwrap import wrap

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coordinator.domain.disclosing.holders import Held
from coordinator.domain.disclosing.log import Checked, DisclosureRow
from coordinator.domain.lists.sharing import Channel
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
    said,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_file
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import NoticeLine
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.places.every import DisclosuresPlace
from coordinator.ui.screens.disclosures.holders import AstrayCard, HoldersCard
from coordinator.ui.screens.disclosures.presenter import Deed
from coordinator.ui.shared.sharing_ways import SharingWays
from coordinator.wording import dates
from coordinator.wording.disclosures import (
    about_words,
    basis_words,
    checked_words,
    end_words,
    left_words,
    paper_words,
    settled_words,
    whom_words,
)
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _, ngettext

_BESIDE = 900  # from this width on one disclosure stands beside the list
_WORDS = {Deed.ASKED_BACK: N_("Asked back today"), Deed.RETURNED: N_("It came back")}
Choose = Callable[[QWidget], Path | None]


class DisclosuresView(QWidget):
    """What left the panel.

    Signals:
        file_chosen: Is this one ours? (Path)
        deed_asked: Something is to be noted (Deed, the row).
        telling_asked: Something was told aloud.
        more_asked: What left before what is shown.
        schedule_asked: One person's disclosures as a paper (their reference).
    """

    file_chosen = Signal(object)
    deed_asked = Signal(object, object)
    telling_asked = Signal()
    more_asked = Signal()
    schedule_asked = Signal(str)

    def __init__(self, *, of_person: bool, choose_file: Choose | None = None) -> None:
        super().__init__()
        self.setAccessibleName(_("Disclosures"))
        self.sheets = Sheets(self)
        self._choose_file = choose_file or _asked_file
        self._may_edit, self._today, self._of_person = False, date.min, of_person
        self._count = label("", "quiet", wraps=True)
        self.notice = NoticeLine()
        self.ways = SharingWays(DisclosuresPlace)
        self._rows: Rows[DisclosureRow] = Rows(_columns(date.min), self)
        self._rows.more_asked.connect(self.more_asked)
        self.table = Table(self._rows, _("Disclosures"))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_one())
        self._check = button(_("Check a file…"))
        self._check.clicked.connect(self._choose)
        self._tell = button(_("Something was told aloud"))
        self._tell.clicked.connect(self.telling_asked)
        self._schedule = button(_("Disclosure schedule"), icon="file-text")
        self._schedule.clicked.connect(self._ask_schedule)
        self.holders, self._astray = HoldersCard(), AstrayCard()
        self._astray.settle_asked.connect(lambda row: self.deed_asked.emit(Deed.SETTLED, row))
        self._deeds = {deed: self._deed(deed) for deed in _WORDS}
        self._one = QVBoxLayout()
        self._below = holder(column(self._one, flow(*self._deeds.values()), None, gap=M))
        self._fill()

    def show_log(
        self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool, more: bool
    ) -> None:
        """Show what left; the row the keys are on stays."""
        self._may_edit, self._today = may_edit, today
        chosen = self._chosen()
        self._rows.describe(_columns(today))
        self._rows.show(rows, has_more=more)
        keys = [one.id for one in rows]
        if rows:
            self.table.choose(keys.index(chosen.id) if chosen and chosen.id in keys else 0)
        told = ngettext("{count} disclosure.", "{count} disclosures.", len(rows))
        self._count.setText(told if rows and not more else "")
        self._stack.setCurrentIndex(0 if rows or more else 1)
        self._tell.setVisible(may_edit and self._of_person)
        self._show_one()

    def show_held(self, held: Sequence[Held], *, may_edit: bool) -> None:
        """Show which copies about the person should come back."""
        self.holders.show_held(held, may_edit=may_edit)

    def show_astray(self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool) -> None:
        """List what was told to who must not have been told, until it is dealt with."""
        self._astray.show_rows(rows, today, may_edit=may_edit)

    def show_checked(self, found: Checked) -> None:
        """Say whether a file is ours, and show every time it left."""
        tone = Tone.GOOD if found.is_ours else Tone.CAREFUL
        told = [f"{one.number} {whom_words(one)}".strip() for one in found.rows]
        self.notice.say(checked_words(found), ". ".join(told), tone)

    def _fill(self) -> None:
        self._empty = Empty(_("Nothing has left yet. What is made or told stands here."))
        blank = QWidget()
        fill(blank, self._empty, None)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        words = holder(column(heading(_("Disclosures"), "title"), self._count, gap=2))
        beside = Columns(_BESIDE, (self._stack, 3), (self._below, 2))
        head = Head(words, self._check, self._schedule, self._tell)
        fill(
            self,
            page(head, self.ways, self.notice, self._astray, self.holders, beside, grows=beside),
        )

    def _choose(self) -> None:
        if (file := self._choose_file(self)) is not None:
            self.file_chosen.emit(file)

    def _whose(self) -> str:
        """Give whom a schedule would be of: whom the row the keys are on is about alone."""
        row = self._chosen()
        is_one = row is not None and len(row.people) == 1 and not row.others
        return row.people[0] if row is not None and is_one else ""

    def _ask_schedule(self) -> None:
        if whose := self._whose():
            self.schedule_asked.emit(whose)

    def _deed(self, deed: Deed) -> QPushButton:
        made = button(_(_WORDS[deed]))
        made.clicked.connect(lambda: self._ask(deed))
        return made

    def _ask(self, deed: Deed) -> None:
        if (row := self._chosen()) is not None:
            self.deed_asked.emit(deed, row)

    def _chosen(self) -> DisclosureRow | None:
        row = self.table.chosen() if self._rows.rows else None
        return row if isinstance(row, DisclosureRow) else None

    def _show_one(self) -> None:
        row = self._chosen()
        self._below.setVisible(row is not None)
        whose = self._whose()
        self._schedule.setVisible(bool(whose) and self._may_edit)
        self._schedule.setAccessibleName(_("Disclosure schedule of {name}", name=whose))
        is_out = row is not None and row.has_copy and not row.came_back
        for deed, made in self._deeds.items():
            made.setVisible(is_out and self._may_edit)
            name = row.number if row else ""
            made.setAccessibleName(_("{what}: {name}", what=_(_WORDS[deed]), name=name))
        refill(self._one, [card(*_in_full(row, self._today))] if row is not None else [])


def _asked_file(on: QWidget) -> Path | None:
    kinds = _("Papers (*.pdf *.xlsx *.docx);;All files (*)")
    return ask_file(on, _("Check a file"), kinds)


def _in_full(row: DisclosureRow, today: date) -> list[QWidget]:
    told = (
        (_("Left"), left_words(row, today)),
        (_("To whom"), whom_words(row)),
        (_("About"), about_words(row)),
        (_("How"), words_for(row.channel) if row.channel else ""),
        (_("Which form"), words_for(row.variant) if row.variant else ""),
        (_("On what basis"), basis_words(row)),
        (_("What was told"), row.what),
        (_("Why no less would do"), row.proportionality),
        (_("How it came to that") if row.went_astray else _("Why all the same"), row.reason),
        (_("Dealt with"), settled_words(row, today)),
        (_("What became of it"), end_words(row, today) if row.has_copy else ""),
        (_("Pages"), str(row.pages) if row.pages else ""),
        (_("Content"), _grouped(row.sha256)),
    )
    parts: list[QWidget] = [heading(" ".join(filter(None, (row.number, paper_words(row.paper)))))]
    for name, words in told:
        if words:
            parts.append(said(name, words))
    return parts


def _columns(today: date) -> tuple[Column[DisclosureRow], ...]:
    return (
        Column(_("Number"), text=lambda one: one.number or dates.not_recorded(), width=110),
        Column(
            _("Left"),
            text=lambda one: dates.day(_day(one), today),
            sort=lambda one: one.made_at,
            width=130,
        ),
        Column(_("What"), text=_what, share=2, width=150),
        Column(_("To whom"), text=whom_words, share=2, width=150),
        Column(_("About"), text=about_words, share=1, keep=1),
        Column(
            _("Copy"),
            text=lambda one: end_words(one, today) if one.has_copy else _("No copy"),
            mark=_asked,
            width=150,
            keep=2,
        ),
    )


def _what(one: DisclosureRow) -> str:
    return " ".join(filter(None, (paper_words(one.paper), one.subject)))


def _asked(one: DisclosureRow) -> Mark | None:
    if one.went_astray:
        return Mark(_("Must not be told"), Tone.CAREFUL, "triangle-alert")
    is_late = one.asked_back_on is not None and not one.came_back
    if one.channel is Channel.SPOKEN or not is_late:
        return None
    return Mark(_("Asked back"), Tone.CAREFUL, "clock")


def _grouped(sha256: str) -> str:
    """Give a checksum in groups of eight, which fold on a narrow page and can be read aloud."""
    return " ".join(wrap(sha256, 8))


def _day(one: DisclosureRow) -> date:
    return one.made_at.astimezone(dates.HOME).date()

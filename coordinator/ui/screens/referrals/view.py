"""The widgets of the list of referrals."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.roles import Right
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.marks import referral_mark
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M, Tone
from coordinator.ui.kit.words import chosen
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext


class ReferralsView(QWidget):
    """The queue.

    Signals:
        answered_asked: Those that had their answer, or those that wait (bool).
        row_opened: One of them (ReferralRow).
        new_asked: One is to be made.
        form_asked: The blank form is wanted, to be filled in by hand.
    """

    answered_asked = Signal(bool)
    row_opened = Signal(object)
    new_asked = Signal()
    form_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Referrals"))
        self._count = label("", "quiet", wraps=True)
        self.new = button(_("New referral"), "primary", "plus", needs=Right.REFER)
        self.new.clicked.connect(self.new_asked)
        self._form = button(
            _("Referral form"),
            "",
            "printer",
            name=_("The blank referral form"),
            needs=Right.EXPORT,
        )
        self._form.clicked.connect(self.form_asked)
        self._answered = choice(_("Answered"), name=_("Only: those that had their answer"))
        self._answered.toggled.connect(self.answered_asked)
        self._rows: Rows[ReferralRow] = Rows(_columns(date.min), self)
        self.table = Table(self._rows, _("Referrals"))
        self.table.opened.connect(self.row_opened)
        self._empty = Empty()
        self._empty.asked.connect(self.new_asked)
        self._stack = QStackedWidget()
        blank = QWidget()
        fill(blank, self._empty, None)
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        head = column(heading(_("Referrals"), "title"), self._count, gap=2)
        top = Head(holder(head), self._form, self.new)
        body = column(top, flow(self._answered), self._stack, gap=M)
        body.setStretchFactor(self._stack, 1)
        body.setContentsMargins(px(XL), px(XL), px(XL), px(L))
        self.setLayout(body)

    def show_referrals(self, rows: Sequence[ReferralRow], today: date, *, answered: bool) -> None:
        """Show those that wait, or those that had their answer."""
        self._rows.describe(_columns(today))
        self._rows.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if answered:
            self._count.setText(
                ngettext("{count} was answered", "{count} were answered", len(rows))
            )
            self._empty.say(_("No referral has had its answer yet."))
        else:
            self._count.setText(
                ngettext("{count} waits for an answer", "{count} wait for an answer", len(rows))
            )
            self._empty.say(_("No referral waits for an answer."), _("Make a new referral"))


def _columns(today: date) -> tuple[Column[ReferralRow], ...]:
    return (
        Column(_("Person"), text=_name, share=3, width=150),
        Column(_("Reference"), text=lambda one: one.reference, width=96, keep=1),
        Column(
            _("Stands at"),
            text=lambda one: words_for(one.status),
            mark=lambda one: referral_mark(one.status),
            width=150,
        ),
        Column(_("From"), text=_from, tip=_from_whom, share=2, width=140, keep=3),
        Column(
            _("Referred"),
            text=lambda one: dates.day(one.referred_on, today),
            sort=lambda one: one.referred_on,
            width=130,
            keep=4,
        ),
        Column(_("Their offer"), text=_offer, mark=_offer_mark, width=140, keep=5),
        Column(_("Before"), text=_before, mark=_before_mark, width=140, keep=2),
    )


def _name(one: ReferralRow) -> str:
    return chosen(one.name, one.reference)


def _from(one: ReferralRow) -> str:
    return one.agency or one.referrer or dates.not_recorded()


def _from_whom(one: ReferralRow) -> str:
    return ", ".join(filter(None, (one.referrer, one.agency))) or dates.not_recorded()


def _offer(one: ReferralRow) -> str:
    return _("Offer made") if one.has_offer else _("No offer yet")


def _offer_mark(one: ReferralRow) -> Mark | None:
    return None if one.has_offer else Mark(_offer(one), Tone.CAREFUL, "handshake")


def _before(one: ReferralRow) -> str:
    return _("Referred before") if one.is_repeat else _("First time")


def _before_mark(one: ReferralRow) -> Mark | None:
    return Mark(_before(one), Tone.NEUTRAL, "history") if one.is_repeat else None

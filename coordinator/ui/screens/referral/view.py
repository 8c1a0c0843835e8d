"""The widgets of one referral."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.cases.referrals import UNANSWERED, EarlierTime, ReferralPage
from coordinator.domain.panel.settings import Criterion
from coordinator.ui.kit.boxes import Columns, card, column, fill, flow, holder, page, refill, ruled
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.marks import referral_mark
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.kit.words import chosen
from coordinator.ui.screens.referral.presenter import OpenReferral, Step
from coordinator.wording import dates
from coordinator.wording.children import children_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.sharing import waiting_words
from coordinator.wording.translation import N_, _

_WORDS = {
    Step.SUBMIT: N_("Hand it in"),
    Step.SCREEN: N_("Record the screening"),
    Step.ACCEPT: N_("Accept"),
    Step.DEFER: N_("Defer"),
    Step.NOT_FOR_US: N_("Not for us"),
    Step.CHANGE: N_("Change"),
    Step.WITHDRAW: N_("Withdraw"),
    Step.LETTER: N_("Letter to who referred"),
    Step.OWN_LETTER: N_("Letter to the person"),
    Step.PLAN: N_("Write the plan"),
}


class ReferralView(QWidget):
    """One referral.

    Signals:
        step_asked: Something is to be done (Step).
    """

    step_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Referral"))
        self.sheets = Sheets(self)
        self._title = heading("", "title")
        self._chips = QVBoxLayout()
        self._told = label("", "quiet", wraps=True)
        self._person = button("", "link", "user-round")
        self._person.clicked.connect(lambda: self.step_asked.emit(Step.PERSON))
        self._buttons = {step: self._step(step) for step in _WORDS}
        self.letter = self._letter()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for box in (self._left, self._right):
            box.setSpacing(px(L))
        tools = flow(*self._buttons.values())
        who = flow(self._person)
        head = column(who, self._title, self._chips, self._told, tools, gap=M)
        body = Columns(
            820,
            (holder(column(self._left, None)), 3),
            (holder(column(self._right, None)), 2),
        )
        fill(self, page(head, body, None))

    def show_referral(self, opened: OpenReferral) -> None:
        """Show it as it stands."""
        one, row_ = opened.page, opened.page.row
        name = chosen(row_.name, row_.reference)
        self._title.setText(_("Referral of {name}", name=name))
        self._person.setText(_("Open {name}", name=name))
        self._person.setAccessibleName(self._person.text())
        refill(self._chips, [flow(*[Chip(mark) for mark in _marks(one)])])
        self._told.setText(_from(one, opened.today))
        for at, step in enumerate(opened.steps):
            self._buttons[step].setProperty("kind", "" if at else "primary")
        for step, made in self._buttons.items():
            made.setVisible(step in opened.steps)
            made.style().unpolish(made)
            made.style().polish(made)
        self._say_letter(waits=opened.letter_waits)
        self.letter.setEnabled(Step.LETTER in opened.steps)
        refill(self._left, [_asked(one, opened.criteria)])
        refill(self._right, [*_purpose(opened), *_answers(one), _earlier(one.earlier)])

    def _say_letter(self, *, waits: bool) -> None:
        plain = _(_WORDS[Step.LETTER])
        words = waiting_words(plain) if waits else plain
        self.letter.setText(words)
        self._buttons[Step.LETTER].setText(words)
        self._buttons[Step.LETTER].setAccessibleName(words)

    def _letter(self) -> QAction:
        action = QAction(_(_WORDS[Step.LETTER]), self)
        action.setShortcut(QKeySequence(Key.LETTER))
        action.setEnabled(False)
        action.triggered.connect(lambda _checked=False: self.step_asked.emit(Step.LETTER))
        self.addAction(action)
        self._buttons[Step.LETTER].setToolTip(Key.LETTER.value)
        return action

    def _step(self, step: Step) -> QPushButton:
        made = button(_(_WORDS[step]))
        made.clicked.connect(lambda: self.step_asked.emit(step))
        made.hide()
        return made


def _marks(one: ReferralPage) -> list[Mark]:
    marks = [referral_mark(one.row.status)]
    if not one.row.has_offer:
        marks.append(Mark(_("No offer yet"), Tone.CAREFUL, "handshake"))
    if one.children.is_open:
        marks.append(Mark(children_words(one.children), Tone.CAREFUL, "circle-alert"))
    if one.row.is_repeat:
        marks.append(Mark(_("Referred before"), Tone.NEUTRAL, "history"))
    return marks


def _from(one: ReferralPage, today: date) -> str:
    who = ", ".join(filter(None, (one.row.referrer, one.row.agency))) or dates.not_recorded()
    day = dates.day(one.row.referred_on, today)
    return _("{reference}. From {who}, {day}", reference=one.row.reference, who=who, day=day)


def _purpose(opened: OpenReferral) -> list[QFrame]:
    """Say who the panel is for, while that is the question."""
    if opened.page.row.status not in UNANSWERED or not opened.purpose:
        return []
    return [card(heading(_("Who the panel is for")), label(opened.purpose, wraps=True))]


def _asked(one: ReferralPage, criteria: Sequence[Criterion]) -> QFrame:
    own = {known.criterion: known.words for known in criteria}
    brings = [own.get(ticked) or words_for(ticked) for ticked in one.criteria]
    told = [
        (_("Why now"), one.why_now),
        (_("What brings them to the panel"), "\n".join(brings)),
        (_("What has been tried"), one.tried),
        (_("Risk"), one.risk),
        _offer(one),
        (_("What the person says"), one.person_view),
    ]
    return card(heading(_("What is asked")), *[_text(name, text) for name, text in told])


def _offer(one: ReferralPage) -> tuple[str, str]:
    if not one.offer and one.no_offer_reason:
        return _("Why there is no offer yet"), one.no_offer_reason
    return _("What the referrer will keep doing"), one.offer


def _answers(one: ReferralPage) -> list[QFrame]:
    parts = []
    if one.screening_note:
        parts.append(card(heading(_("Screening")), label(one.screening_note, wraps=True)))
    if one.decided_on is not None:
        who = _(
            "{name}, {day}",
            name=one.decided_by or dates.not_recorded(),
            day=dates.plain_day(one.decided_on),
        )
        lines = [label(who, "strong", wraps=True), label(one.decision_reason, wraps=True)]
        if one.not_accepted_reason is not None:
            lines.append(label(words_for(one.not_accepted_reason), wraps=True))
        if one.destination:
            lines.append(label(_("Who can help instead: {who}", who=one.destination), wraps=True))
        parts.append(card(heading(_("Decision")), *lines))
    return parts


def _earlier(times: Sequence[EarlierTime]) -> QFrame:
    if not times:
        return card(heading(_("Before")), label(_("Nobody referred them before."), "quiet"))
    return card(heading(_("Before")), *[_time(one) for one in times])


def _time(one: EarlierTime) -> QFrame:
    told = [words_for(one.status) if one.status else _("On the caseload")]
    if one.not_accepted is not None:
        told.append(words_for(one.not_accepted))
    if one.closed_on is not None:
        told.append(_("closed {day}", day=dates.plain_day(one.closed_on)))
    if one.close_reason is not None:
        told.append(words_for(one.close_reason))
    words = column(
        label(dates.plain_day(one.on), "strong"), label(", ".join(told), wraps=True), gap=2
    )
    return ruled(holder(words))


def _text(name: str, text: str) -> QWidget:
    said = label(text or dates.not_recorded(), "" if text else "quiet", wraps=True)
    return holder(column(label(name, "strong"), said, gap=2))

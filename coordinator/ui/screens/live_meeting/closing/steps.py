"""The widgets of what follows the meeting: where its minutes stand, and the next step."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.boxes import column, fill, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import day, offer, picker, value_of
from coordinator.ui.kit.forms import Field, Form
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.tokens import L, M, S
from coordinator.ui.screens.live_meeting.closing.shown import Shown
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

_S = MeetingStatus
HOW, BACK = "live.closing.approval", "live.closing.back"


class StepsCard(QFrame):
    """Where the minutes stand, and what can be done about them.

    Signals:
        asked: A step that needs nothing more, by name (str).
        approval_given: Who approved elsewhere, when, and how it is known (UUID, date, str).
        taken_back: Why the minutes are taken back (str).
        how_typed: How the approval is known, so far (str).
        back_typed: Why they are taken back, so far (str).
    """

    asked = Signal(str)
    approval_given = Signal(object, object, str)
    taken_back = Signal(str)
    how_typed = Signal(str)
    back_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lead")
        self._page: Shown | None = None
        self._title = heading("")
        self._stands = label("", wraps=True)
        self._steps = {
            "approve": button(_("Approve the minutes"), "primary"),
            "issue": button(_("Issue the minutes"), "primary"),
            "draft": button(_("Draft the minutes"), "primary"),
            "texts": button(_("Texts for agencies"), icon="message-square"),
            "papers": button(_("Save or print"), icon="file-text"),
            "correct": button(_("Add a correction")),
            "take_back": button(_("Take the minutes back"), "link"),
        }
        for name, made in self._steps.items():
            made.clicked.connect(partial(self._press, name))
        fill(
            self,
            column(self._title, self._stands, gap=2),
            flow(*self._steps.values()),
            self._build_approval(),
            self._build_back(),
            gap=M,
            margin=L,
        )

    def show_steps(self, page: Shown) -> None:
        """Show the steps that can be taken now."""
        was = self._page
        moved = was is None or was.status is not page.status
        self._page = page
        self._title.setText(words_for(page.status))
        self._stands.setText(page.stands)
        can = _steps(page)
        for name, made in self._steps.items():
            made.setVisible(name in can)
        self._approval.setVisible(page.status is _S.MINUTES_ISSUED and page.may_run)
        if moved:
            self._back.hide()
            if was is not None:
                self._how.empty()
            today = page.closing.now.date()
            self._on.setDate(QDate(today.year, today.month, today.day))
            offer(self._by, page.closing.chairs)
            self.show_faults({})

    def take_keys(self) -> None:
        """Put the keys on the next step."""
        first = next((one for one in self._steps.values() if one.isVisibleTo(self)), None)
        target: QWidget | None = first
        if self._approval.isVisibleTo(self) and first is not self._steps["approve"]:
            target = self._how
        if target is not None:
            target.setFocus()

    def have_typed(self, *, how: str = "", back: str = "") -> None:
        """Have the words at hand that were being typed when the program ended."""
        for line, words in ((self._how, how), (self._why, back)):
            if words:
                line.fill(words)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong with the approval."""
        if faults:
            self._form.show_faults(faults)
        else:
            self._form.show_sentences({})

    def _press(self, name: str) -> None:
        if name == "take_back":
            self._back.show()
            self._why.setFocus()
        else:
            self.asked.emit(name)

    def _build_approval(self) -> QWidget:
        self._by = picker([])
        self._on = day(date(2000, 1, 1))
        self._how = Line("", _("E-mail of 23 November, 09:12"), field=HOW)
        self._how.settled.connect(self.how_typed)
        self._how.entered.connect(lambda _text: self._approve())
        record = button(_("Record the approval"))
        record.clicked.connect(self._approve)
        self._form = Form(
            {
                "approval_how": Field(
                    _("The chair approved elsewhere: how do you know?"),
                    self._how,
                    hint=_("It stands in the minutes."),
                ),
                "approved_by_id": Field(_("Who approved"), self._by),
                "approved_on": Field(_("On"), self._on),
            }
        )
        self._approval = holder(column(self._form, flow(record), gap=S))
        return self._approval

    def _approve(self) -> None:
        who = value_of(self._by)
        if who is not None:
            self.approval_given.emit(who, value_of(self._on), self._how.text().strip())

    def _build_back(self) -> QWidget:
        self._why = Line(_("Why are they taken back?"), field=BACK)
        self._why.settled.connect(self.back_typed)
        self._why.entered.connect(self._take_back)
        words = label(_("Why are they taken back?"), "strong")
        self._back = holder(column(words, self._why, gap=S))
        self._back.hide()
        return self._back

    def _take_back(self, text: str) -> None:
        if text.strip():
            self._why.empty()
            self.taken_back.emit(text.strip())


def _steps(page: Shown) -> frozenset[str]:
    """Name the steps that can be taken."""
    closing, can = page.closing, set()
    if closing.may_send and closing.agreed and not page.is_hidden:
        can.add("texts")
    if not closing.kind.has_minutes:
        return frozenset(can)
    can.add("papers")
    of_runner = {
        _S.HELD: {"draft"},
        _S.MINUTES_DRAFT: {"issue"},
        _S.MINUTES_ISSUED: {"take_back"},
        _S.APPROVED: {"correct"},
    }
    if page.may_run:
        can |= of_runner.get(page.status, set())
    if page.status is _S.MINUTES_ISSUED and closing.may_approve:
        can.add("approve")
    return frozenset(can)

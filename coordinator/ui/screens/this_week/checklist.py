"""The week's checklist, day by day: a box to tick or a state, what waits, and where it leads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.week.steps import StepLine, StepState
from coordinator.domain.week.this_week import AgencyDue
from coordinator.ui.kit.boxes import column, fill, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S, Tone
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _
from coordinator.wording.weeks import step_note, step_state

_BOX = (42, 34)  # of the tick, and of the sign that stands in its place
_SIGN = 7
_W = WeekStep
_LEADS: Mapping[WeekStep, str] = {
    _W.REFERRALS_CLOSE: N_("Referrals"),
    _W.OFFERS: N_("Referrals"),
    _W.RETURNS_ASKED: N_("Texts"),
    _W.RETURNS_IN: N_("Returns"),
    _W.REPLIES_IN: N_("Replies"),
    _W.AGENDA_FIXED: N_("Agenda"),
    _W.PAPERS_SENT: N_("Papers"),
    _W.MEETING: N_("Meeting"),
    _W.ACTION_TEXTS: N_("Texts"),
    _W.DRAFT_TO_CHAIR: N_("Minutes"),
    _W.ISSUED: N_("Minutes"),
}


class Checklist(QFrame):
    """The steps of the week. Space ticks the box the keys are on, and takes the tick back.

    Signals:
        ticked: A step was ticked, or its tick taken back (StepLine, bool).
        opened: Somebody wants to get to work on a step (StepLine).
    """

    ticked = Signal(object, bool)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._days = QVBoxLayout()
        self._days.setSpacing(px(S))
        self._left = label("", "quiet", wraps=True)
        self._controls: dict[tuple[object, bool], QWidget] = {}
        fill(self, heading(_("What to do, day by day")), self._left, self._days, margin=L)

    def show_steps(self, steps: Sequence[StepLine], due: Sequence[AgencyDue], today: date) -> None:
        """Show the steps; the control the keys are on keeps them."""
        kept = next((key for key, one in self._controls.items() if one.hasFocus()), None)
        self._controls = {}
        self._left.setText(_left_to_do(steps))
        refill(self._days, list(self._groups(steps, due, today)))
        if kept is not None and (stays := self._control(kept)) is not None:
            stays.setFocus()

    def _control(self, key: tuple[object, bool]) -> QWidget | None:
        """Give what a key stood for; the way on where its box has gone."""
        return self._controls.get(key) or self._controls.get((key[0], False))

    def _groups(
        self, steps: Sequence[StepLine], due: Sequence[AgencyDue], today: date
    ) -> Iterator[QWidget]:
        late = [one for one in steps if one.state is StepState.LATE]
        if late:
            yield _head(_("Left from before"), None)
            yield from (self._line(one, due, today) for one in late)
        coming = [one for one in steps if one.state is not StepState.LATE and one.on >= today]
        for day, found in groupby(coming, key=lambda one: one.on):
            mark = Mark(_("Today"), Tone.NEUTRAL, "circle-dot") if day == today else None
            yield _head(dates.day(day, today), mark)
            yield from (self._line(one, due, today) for one in found)
        done = [one for one in steps if one.state is StepState.DONE and one.on < today]
        if done:
            yield _head(_("Done earlier this week"), None)
            yield from (self._line(one, due, today) for one in done)

    def _line(self, one: StepLine, due: Sequence[AgencyDue], today: date) -> QFrame:
        name, note = words_for(one.step), step_note(one, due, today)
        words = column(label(name, "strong", wraps=True), gap=0)
        if note:
            words.addWidget(label(note, "quiet", wraps=True))
        first = self._tick(one, name, today) if one.can_tick else _sign(one)
        parts = [first, widened(holder(words)), *_chips(one, today), self._lead(one, name)]
        return ruled(*parts, gap=M)

    def _tick(self, one: StepLine, name: str, today: date) -> QCheckBox:
        made = QCheckBox()
        made.setAccessibleName(name)
        made.setAccessibleDescription(step_state(one, today))
        made.setFixedSize(*map(px, _BOX))
        made.setChecked(one.tick is not None)
        made.toggled.connect(lambda on: self.ticked.emit(one, on))
        self._controls[one.key, True] = made
        return made

    def _lead(self, one: StepLine, name: str) -> QPushButton:
        words = _(_LEADS[one.step])
        made = button(words, "link", name=_("{what}: {about}", what=words, about=name))
        made.clicked.connect(lambda: self.opened.emit(one))
        self._controls[one.key, False] = made
        return made


def _head(words: str, mark: Mark | None) -> QWidget:
    parts = [label(words, "strong"), *([Chip(mark)] if mark else []), None]
    made = row(*parts, gap=S)
    made.setContentsMargins(0, px(S), 0, 0)
    head = QWidget()
    head.setLayout(made)
    return head


def _sign(one: StepLine) -> QWidget:
    is_done = one.state is StepState.DONE
    shown = sign("circle-check" if is_done else "circle", "good" if is_done else "quiet")
    made = QWidget()
    box = row(shown, None, gap=0)
    box.setContentsMargins(px(_SIGN), 0, 0, 0)  # under the boxes that can be ticked
    made.setLayout(box)
    made.setFixedSize(*map(px, _BOX))
    return made


def _chips(one: StepLine, today: date) -> list[Chip]:
    if one.state is StepState.DONE:
        return [Chip(Mark(step_state(one, today), Tone.GOOD, "check"))]
    if one.state is StepState.LATE:
        return [Chip(Mark(step_state(one, today), Tone.CAREFUL, "clock"))]
    return []


def _left_to_do(steps: Sequence[StepLine]) -> str:
    """Say how much is left for today."""
    if not steps:
        return _("The steps come with the next meeting.")
    now = [
        one
        for one in steps
        if one.state in {StepState.TODAY, StepState.LATE} and one.step is not _W.REFERRALS_CLOSE
    ]
    if not now:
        return _("Nothing is left to do today.")
    return _("{count} to do by today.", count=len(now))

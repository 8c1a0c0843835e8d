"""The widgets of one open action, or of one barrier."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import DueState
from coordinator.domain.states import ActionStatus, BarrierStatus
from coordinator.ui.kit.boxes import row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.screens.live_meeting.keyed_rows import KeyRow
from coordinator.ui.screens.live_meeting.outcomes.lines import OutcomeLine
from coordinator.ui.screens.live_meeting.outcomes.painted import PaintedLines
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _

SIGNS = {
    ActionStatus.OPEN: "circle",
    ActionStatus.IN_PROGRESS: "circle-dot",
    ActionStatus.WAITING: "circle-pause",
    ActionStatus.DONE: "circle-check",
    ActionStatus.PARTLY_DONE: "circle-dot",
    ActionStatus.NOT_DONE: "circle-alert",
    ActionStatus.COULD_NOT: "triangle-alert",
    ActionStatus.NOT_NEEDED: "x",
    ActionStatus.DECLINED: "x",
    ActionStatus.TRANSFERRED: "arrow-up-right",
}
_TONES = {
    ActionStatus.DONE: Tone.GOOD,
    ActionStatus.NOT_DONE: Tone.CAREFUL,
    ActionStatus.COULD_NOT: Tone.CAREFUL,
}


class OutcomeRow(KeyRow):
    """One line of the list: its words, who and by when, what was said of it.

    The words are painted, not laid out as widgets: a list of a hundred stands at once.

    Signals:
        done: The pointer says it is done, without going to the row first.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done: QPushButton | None = None
        self._shown: tuple[OutcomeLine, date] | None = None
        self._words = PaintedLines()
        self._along = row(wide(self._words), gap=M)
        self.inside.addLayout(self._along)

    def show_line(self, line: OutcomeLine, today: date) -> None:
        """Show a line as it stands; nothing is painted anew when it stands as it stood."""
        if self._shown == (line, today):
            return
        self._shown = (line, today)
        facts, told, marks = _facts(line, today), _told(line), _marks(line)
        words = ((line.agency, "strong"), (_words(line), ""), (facts, "quiet"), (told, "quiet"))
        self._words.show_lines([one for one in words if one[0]], marks)
        said = (_words(line), facts, told, *(one.text for one in marks))
        self.says = ". ".join(one for one in said if one)
        self._words.setAccessibleName(self.says)
        self._name_done()

    def offer_done(self, *, offered: bool) -> None:
        """Let the pointer say *done* here, or not."""
        if offered and self._done is None:
            self._done = button(words_for(ActionStatus.DONE), "choice", "check")
            self._done.clicked.connect(self.done)
            self._along.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTop)
            self._name_done()
        if self._done is not None:
            self._done.setVisible(offered)

    def _name_done(self) -> None:
        if self._done is not None and self._shown is not None:
            self._done.setAccessibleName(_("Done: {what}", what=_words(self._shown[0])))


def to_escalate() -> Mark:
    """Give the chip of a barrier that somebody with more authority is to be asked about."""
    return Mark(_("To escalate"), Tone.URGENT, "arrow-up-right")


def _words(line: OutcomeLine) -> str:
    if line.barrier is not None:
        return _(
            "In the way: {what}", what=category_words(line.barrier.category, line.barrier.own)
        )
    return line.action.text if line.action is not None else ""


def _facts(line: OutcomeLine, today: date) -> str:
    if line.action is None:
        since = line.barrier.since if line.barrier is not None else None
        parts = [
            line.barrier.description.rstrip(".") if line.barrier is not None else "",
            _("Since {day}", day=dates.day(since, today)),
        ]
        return ". ".join(one for one in parts if one)
    one = line.action
    parts = [line.who, _owner(one, line.is_here), _due(one, today), one.number]
    return ". ".join(part for part in parts if part)


def _owner(one: ActionRow, is_here: bool | None) -> str:  # noqa: FBT001 - three answers
    if not one.owner.name:
        return _("Owner to agree, {agency}", agency=one.owner.agency)
    who = ", ".join(part for part in (one.owner.name, one.owner.agency) if part)
    where = _("in the room") if is_here else _("not in the room")
    return _("{who} ({where})", who=who, where=where)


def _due(one: ActionRow, today: date) -> str:
    return _("Due {day}", day=dates.day(one.due_on, today))


def _told(line: OutcomeLine) -> str:
    one = line.action
    if one is None:
        return ""
    said = [
        one.waiting_on and _("Waits for {whom}", whom=one.waiting_on),
        one.outcome_note,
        one.barrier.description if one.barrier is not None else "",
    ]
    if one.is_open and not line.is_said and one.last is not None:
        said.append(
            _("Last heard {day}: {words}", day=dates.day(one.last.on), words=one.last.text)
            if one.last.text
            else ""
        )
    return ". ".join(part.rstrip(".") for part in said if part)


def _marks(line: OutcomeLine) -> list[Mark]:
    marks: list[Mark] = []
    one = line.action
    if one is not None:
        if late := _late(one):
            marks.append(late)
        if line.is_said or one.status is not ActionStatus.OPEN:
            tone = _TONES.get(one.status, Tone.NEUTRAL)
            marks.append(Mark(words_for(one.status), tone, SIGNS[one.status]))
        if one.barrier is not None and one.status is ActionStatus.COULD_NOT:
            marks.append(Mark(category_words(one.barrier.category, one.barrier.own)))
            if not one.barrier.has_details:
                marks.append(Mark(_("Details to follow"), Tone.CAREFUL, "pen-line"))
    stopped = line.stopped_by
    if stopped is not None and stopped[2] is BarrierStatus.ESCALATED:
        marks.append(to_escalate())
    marks += [
        Mark(_("Not to be told: {agency}", agency=agency), Tone.CAREFUL, "link-2-off")
        for agency in line.not_told
    ]
    return marks


def _late(one: ActionRow) -> Mark | None:
    if not one.is_open or one.due not in {DueState.OVERDUE, DueState.TODAY}:
        return None
    if one.due is DueState.TODAY:
        return Mark(_("Due today"), Tone.CAREFUL, "clock")
    late = dates.working_days(one.late)
    return Mark(_("Late {time}", time=late), Tone.URGENT, "triangle-alert")

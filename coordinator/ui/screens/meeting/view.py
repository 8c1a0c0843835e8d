"""The widgets of a meeting's page: what is next, the agenda, the minutes."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.meetings.slots import ProposedOrder
from coordinator.domain.meetings.views import ItemRecord
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus, Sensitivity
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, page, refill, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.screens.meeting.agenda import AgendaCard, lines_of, withdrawn_words
from coordinator.ui.screens.meeting.ordering import OrderDialog
from coordinator.ui.screens.meeting.plans import plans_card
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.ui.screens.meeting.words import about, facts, next_step, when
from coordinator.ui.shared.agency_texts import show_copies
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.kept_back import kept_back
from coordinator.ui.shared.learnt_card import LearntCard
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.ledger import decided_words
from coordinator.wording.translation import _, ngettext
from coordinator.wording.voice import comms_words

_S = MeetingStatus
_SENT = frozenset({MeetingStatus.MINUTES_ISSUED, MeetingStatus.APPROVED})
_WITH_MINUTES = frozenset({_S.HELD, _S.MINUTES_DRAFT, _S.MINUTES_ISSUED, _S.APPROVED})


class MeetingView(QWidget):
    """One meeting.

    Signals:
        asked: Something is to be done, by name (str).
        line_asked: Something is to be done with a line, by name (str, AgendaEntry).
        line_moved: From which place to which (int, int).
        item_asked: Something is to be added; urgent or not (bool).
        person_asked: Whom a line is about (AgendaEntry).
        papers_asked: Which paper first (str).
        requests_asked: Agencies are to be asked for information.
        run_asked: The meeting is to be held in the live view.
        packs_asked: Packs for everybody are to be looked at.
        copies_asked: What was agreed is to be copied into agencies' own systems.
        text_taken: A text is wanted for an agency, to be copied (TakenText).
        told: Something is to be said to everybody at the page (str).
        order_asked: An order in which agencies come and go least is to be proposed.
        order_given: The agenda is to be put in it (ProposedOrder).
        plan_asked: A place plan is to be looked at (UUID), or all of them (None).
    """

    asked = Signal(str)
    line_asked = Signal(str, object)
    line_moved = Signal(int, int)
    item_asked = Signal(bool)
    person_asked = Signal(object)
    papers_asked = Signal(str)
    requests_asked = Signal()
    run_asked = Signal()
    packs_asked = Signal()
    copies_asked = Signal()
    text_taken = Signal(object)
    told = Signal(str)
    order_asked = Signal()
    order_given = Signal(object)
    plan_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Meeting"))
        self.sheets = Sheets(self)
        self._page: MeetingPage | None = None
        self._top = _parts()
        self._bottom = _parts()
        self.agenda = self._build_agenda()
        self.agenda.hide()
        self.learnt = LearntCard()
        self.sheet = page(self._top, self.agenda, self._bottom, self.learnt, None)
        fill(self, self.sheet)

    def show_meeting(self, shown: MeetingPage) -> None:
        """Show the meeting."""
        self._page = shown
        head = self._head(shown)
        refill(self._top, [head])
        self._come_first(head.findChildren(QPushButton))
        self.agenda.show()
        self.agenda.show_agenda(shown)
        parts: list[QWidget] = []
        if kind_of(shown.record.header.row.meeting_type).about_places:
            parts.append(plans_card(shown, self.plan_asked.emit))
        if shown.record.header.row.status in _WITH_MINUTES:
            parts.append(self._minutes(shown))
        if shown.withdrawn:
            parts.append(card(heading(_("Withdrawn")), lines_of(withdrawn_words(shown))))
        refill(self._bottom, parts)
        self.learnt.allow(on=shown.record.header.row.status in _WITH_MINUTES)

    def _come_first(self, buttons: Sequence[QPushButton]) -> None:
        """Let Tab reach what can be done now before the agenda, which stands below it."""
        before: QWidget = self.sheet
        for one in buttons:
            QWidget.setTabOrder(before, one)
            before = one

    def choose_line(self, entry: UUID) -> None:
        """Put the keys on a line of the agenda."""
        self.agenda.choose(entry)

    def show_copies(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""
        show_copies(self, texts)

    def show_order(self, proposed: ProposedOrder) -> None:
        """Show what another order of the agenda would change, and let it be taken."""
        form = OrderDialog(proposed, self)
        form.given.connect(lambda _said: self._give_order(proposed))
        self.sheets.show(form)

    def _give_order(self, proposed: ProposedOrder) -> None:
        self.sheets.finish()
        self.order_given.emit(proposed)

    def _status(self) -> MeetingStatus | None:
        return self._page.record.header.row.status if self._page else None

    def _build_agenda(self) -> AgendaCard:
        agenda = AgendaCard()
        agenda.line_moved.connect(self.line_moved)
        agenda.item_asked.connect(self.item_asked)
        agenda.person_asked.connect(self.person_asked)
        agenda.order_asked.connect(self.order_asked)
        agenda.write_asked.connect(lambda: self.asked.emit("write"))
        agenda.change_asked.connect(lambda entry: self.line_asked.emit("change", entry))
        agenda.withdraw_asked.connect(lambda entry: self.line_asked.emit("withdraw", entry))
        return agenda

    def _head(self, shown: MeetingPage) -> QFrame:
        head, row = shown.record.header, shown.record.header.row
        chips = [Chip(Mark(words_for(row.status), *_tone(row.status)))]
        if head.is_closed_day and row.status in TO_COME:
            chips.append(Chip(Mark(_("On a bank holiday"), Tone.CAREFUL, "circle-alert")))
        chips += [Chip(mark) for mark in _replies(shown)]
        title = column(
            heading(when(row), "title"), label(". ".join(facts(shown)), "quiet", wraps=True), gap=2
        )
        step = label(next_step(shown), wraps=True)
        buttons = [*self._steps(shown), self._papers_button()]
        if shown.may_run and shown.lines and shown.record.header.row.status in TO_COME:
            buttons.append(self._packs_button())
        if shown.record.header.row.status in _WITH_MINUTES:
            buttons.append(self._copies_button())
        outside = self._outside(shown)
        return card(title, flow(*chips), step, flow(*buttons), *outside, gap=M, name="lead")

    def _outside(self, shown: MeetingPage) -> list[QWidget]:
        """Tell in one quiet line what may be said outside, and let it be agreed."""
        may_write = shown.may_run and shown.record.header.row.status not in _SENT
        words = comms_words(shown.comms) if shown.comms else ""
        links = [self._link("comms", _("What may be said outside"))] if may_write else []
        if shown.comms is not None and shown.may_run:
            links.append(self._link("end_comms", _("End what may be said")))
        said = [label(words, "quiet", wraps=True)] if words else []
        if shown.may_run:
            links.append(self._restrict_link())
        return [*said, flow(*links, gap=0)] if links else [*said]

    def _restrict_link(self) -> QPushButton:
        made = button(_("Change who may see a text"), "link", needs=Right.SEE_RESTRICTED)
        made.clicked.connect(lambda: self.asked.emit("restrict"))
        return made

    def _link(self, act: str, words: str) -> QPushButton:
        made = button(words, "link")
        made.clicked.connect(lambda: self.asked.emit(act))
        return made

    def _papers_button(self) -> QPushButton:
        made = button(
            _("Papers"),
            icon="file-text",
            name=_("Papers of the meeting"),
            needs=Right.EXPORT_PANEL,
        )
        kind = "minutes" if self._status() in _WITH_MINUTES else "agenda"
        made.clicked.connect(lambda: self.papers_asked.emit(kind))
        return made

    def _copies_button(self) -> QPushButton:
        made = button(_("Copy for agencies' systems"), "link", needs=Right.EXPORT)
        made.clicked.connect(self.copies_asked)
        return made

    def _packs_button(self) -> QPushButton:
        made = button(_("Packs for everybody"), icon="message-square")
        made.clicked.connect(self.packs_asked)
        return made

    def _steps(self, shown: MeetingPage) -> list[QPushButton]:
        """Give the buttons of what can be done now, the likeliest first."""
        status = shown.record.header.row.status
        steps: list[QPushButton] = []
        if status is _S.MINUTES_ISSUED and shown.may_approve:
            steps.append(self._step("approve", _("Approve the minutes"), "primary"))
        if not shown.may_run:
            return steps
        if _is_huddle_ahead(shown):
            steps.append(self._step("outreach", _("Make the outreach sheet")))
        if status in TO_COME:
            return [*self._steps_before(shown), *steps]
        return [*self._steps_after(shown), *steps]

    def _steps_before(self, shown: MeetingPage) -> list[QPushButton]:
        steps = []
        if shown.record.header.row.on <= shown.today:
            steps.append(self._run(_("Open the meeting")))
            steps.append(self._step("held", _("It was held")))
        if shown.record.header.row.status is _S.SCHEDULED:
            first = "" if shown.lines else "primary"
            words = _("Bring up to date") if shown.lines else _("Write the agenda")
            steps.append(self._step("write", words, first))
            if shown.lines:
                steps.insert(0, self._step("issue", _("Issue the agenda"), "primary"))
        else:
            steps.append(self._step("take_back", _("Take the agenda back")))
        if shown.lines:
            ask = button(_("Ask for information"))
            ask.clicked.connect(self.requests_asked)
            steps.append(ask)
        steps.append(self._step("move", _("Move the meeting")))
        steps.append(self._step("cancel", _("Cancel the meeting")))
        return steps

    def _steps_after(self, shown: MeetingPage) -> list[QPushButton]:
        match shown.record.header.row.status:
            case _S.IN_PROGRESS:
                return [self._run(_("Go on with the meeting"))]
            case _S.HELD:
                return [self._step("draft", _("Draft the minutes"), "primary")]
            case _S.MINUTES_DRAFT:
                return [self._step("issue_minutes", _("Issue the minutes"), "primary")]
            case _S.MINUTES_ISSUED:
                record = _("Record the chair's approval")
                return [
                    self._step("approved", record),
                    self._step("take_back_minutes", _("Take the minutes back")),
                ]
            case _S.APPROVED:
                return [self._step("correct", _("Add a correction"))]
            case _:
                return []

    def _run(self, words: str) -> QPushButton:
        made = button(words, "primary")
        made.clicked.connect(self.run_asked)
        return made

    def _step(self, act: str, words: str, kind: str = "") -> QPushButton:
        made = button(words, kind)
        made.clicked.connect(lambda: self.asked.emit(act))
        return made

    def _minutes(self, shown: MeetingPage) -> QFrame:
        lines = [_item(one, shown) for one in shown.record.items]
        parts: list[QWidget] = [heading(_("Minutes")), *lines]
        if shown.record.corrections:
            parts.append(heading(_("Corrections")))
            parts.append(lines_of([_correction(shown, at) for at in _each(shown)]))
        return card(*parts)


def _is_huddle_ahead(shown: MeetingPage) -> bool:
    """Whether the meeting is an outreach huddle whose day is not over, with people named."""
    row = shown.record.header.row
    is_huddle = row.meeting_type is MeetingType.OUTREACH and row.on >= shown.today
    return is_huddle and any(line.entry.person for line in shown.lines)


def _parts() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(px(L))
    return made


def _tone(status: MeetingStatus) -> tuple[Tone, str]:
    if status in {_S.APPROVED, _S.AGENDA_ISSUED}:
        return Tone.GOOD, "circle-check"
    if status in {_S.HELD, _S.MINUTES_DRAFT, _S.MINUTES_ISSUED}:
        return Tone.CAREFUL, "pen-line"
    return Tone.NEUTRAL, "calendar"


def _replies(shown: MeetingPage) -> list[Mark]:
    """Say before the meeting how many agencies owe a reply."""
    missing = shown.missing
    if shown.record.header.row.status not in TO_COME or not missing.asked:
        return []
    if not missing.agencies:
        return [Mark(_("All replies are in"), Tone.GOOD, "circle-check")]
    count = len(missing.agencies)
    told = ngettext("Replies missing: {count} agency", "Replies missing: {count} agencies", count)
    if missing.late:
        return [Mark(told, Tone.URGENT, "triangle-alert")]
    return [Mark(told, Tone.CAREFUL, "clock")]


def _item(one: ItemRecord, shown: MeetingPage) -> QFrame:
    told = [*(f"{two.text}" for two in one.decisions)]
    told += [
        _(
            "{what} {owner}, by {day}.",
            what=_stopped(two.text),
            owner=two.owner.name,
            day=dates.day(two.due_on, shown.today),
        )
        for two in one.actions
    ]
    told += [_stopped(decided_words(two)) for two in one.money]
    words = column(label(about(one.entry), "strong", wraps=True), gap=2)
    for text in filter(None, (one.summary, *told, one.status_reason)):
        words.addWidget(label(text, "quiet", wraps=True))
    marks = (Chip(Mark(words_for(one.entry.status))), *kept_back(one.sensitivity))
    return ruled(widened(holder(words)), *marks)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _each(shown: MeetingPage) -> range:
    return range(len(shown.record.corrections))


def _correction(shown: MeetingPage, at: int) -> str:
    one = shown.record.corrections[at]
    day = dates.day(one.on, shown.today)
    said = _("{day}, {name}: {said}", day=day, name=one.by, said=one.text)
    if one.sensitivity is Sensitivity.STANDARD:
        return said
    return _("{said} ({why})", said=said, why=words_for(one.sensitivity))

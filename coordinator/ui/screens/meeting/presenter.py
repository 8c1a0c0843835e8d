"""What a meeting's page does: its agenda up to the day, its minutes from then on. No Qt."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.actions.barriers import find_barriers_without_details
from coordinator.casework.asking.reading import read_missing_replies
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import reorder_agenda
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.slot_planning import read_slot_plan
from coordinator.casework.need_to_know.comms import find_comms_of_meeting
from coordinator.casework.need_to_know.field_guards import find_restrictable_texts
from coordinator.casework.places.due import find_plans_due
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.cases.caseload import CaseloadMark, CaseloadRow
from coordinator.domain.errors import StaleRecordError
from coordinator.domain.meetings.information_views import MissingReplies
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.meetings.slots import ProposedOrder
from coordinator.domain.meetings.views import (
    AgendaEntry,
)
from coordinator.domain.need_to_know.restrictions import Restrictable
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.roles import Right, may
from coordinator.domain.states import ItemStatus
from coordinator.papers.copies import read_copies_of_meeting
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import (
    OutreachPlace,
    PacksPlace,
    PapersPlace,
    PersonPlace,
    Place,
    RequestsPlace,
)
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.meeting.asking import PLAIN, Step, item_step, line_step, step
from coordinator.ui.screens.meeting.shown import Line, MeetingPage
from coordinator.ui.shared import restricting
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.copying import as_texts
from coordinator.ui.shared.holding import hold
from coordinator.wording.translation import _

_SHOWN = (
    RecordKind.MEETING,
    RecordKind.AGENDA_ITEM,
    RecordKind.ATTENDANCE,
    RecordKind.DECISION,
    RecordKind.CORRECTION,
    RecordKind.BARRIER,
    RecordKind.LEAD_ROLE,
    RecordKind.PANEL,
    RecordKind.INFORMATION_REPLY,
    RecordKind.COMMS_LINE,
    RecordKind.FIELD_GUARD,
    RecordKind.AGENCY_NOTE,
    RecordKind.PLACE_PLAN,
    RecordKind.ACTION,
)
_MOST_PEOPLE = 1000
Toast = Callable[[str, Callable[[], object] | None], None]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_meeting(self, page: MeetingPage) -> None:
        """Show the meeting."""

    def choose_line(self, entry: UUID) -> None:
        """Put the keys on a line of the agenda."""

    def show_order(self, proposed: ProposedOrder) -> None:
        """Show what another order of the agenda would change, and let it be taken."""

    def show_copies(self, texts: Sequence[Chase]) -> None:
        """Show what agencies copy into their own systems."""


class MeetingPresenter:
    """Reads one meeting, and does what is asked about it."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        go: Callable[[Place], None],
        toast: Toast,
        meeting: UUID,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._go, self._toast = go, toast
        self._meeting = meeting
        self._page: MeetingPage | None = None

    def load(self) -> None:
        """Read the meeting."""
        read = partial(read_page, meeting=self._meeting)
        self._jobs.query(read, self._show, replaces="meeting")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def do(self, name: str) -> None:
        """Do what is asked for by name: at once, or after asking for what that has to say."""
        if name in PLAIN:
            act, told = PLAIN[name]
            then = self._open_outreach if name == "outreach" else partial(self._tell, _(told))
            self._jobs.command(partial(act, meeting_id=self._meeting), then=then)
        elif name == "restrict":
            read = partial(find_restrictable_texts, meeting_id=self._meeting)
            self._jobs.query(read, self._restrict, replaces="meeting step")
        elif self._page is not None:
            self._put(step(name, self._page), self._meeting, self._page.record.header.row.revision)

    def _restrict(self, texts: Sequence[Restrictable]) -> None:
        if not texts:
            self._toast(_("Nothing is written yet that is about nobody on the agenda."), None)
            return
        hint = _("Type part of its words, or what it is. Of a person it stands on their page.")
        act = partial(restricting.changing, texts)
        self._asking.put(restricting.which(texts, hint=hint), act, about=self._meeting)

    def do_with_line(self, name: str, entry: AgendaEntry) -> None:
        """Ask for what an act about a line of the agenda has to say, then do it."""
        self._put(line_step(name, entry), entry.id, entry.revision)

    def move_line(self, at: int, to: int) -> None:
        """Put a line of the agenda at another place; `to` counts without the line itself."""
        if self._page is None:
            return
        entries = [line.entry.id for line in self._page.lines]
        if not (0 <= at < len(entries) and 0 <= to < len(entries)) or at == to:
            return
        moved = entries.pop(at)
        entries.insert(to, moved)
        order = [*entries, *(one.entry.id for one in self._page.withdrawn)]
        act = partial(
            reorder_agenda,
            meeting_id=self._meeting,
            order=order,
            seen=self._page.record.header.row.revision,
        )
        self._jobs.command(
            act,
            then=lambda _revision: self._view.choose_line(moved),
            refused=self._read_again_when_stale,
        )

    def propose_order(self) -> None:
        """Look for the order in which agencies come and go least."""
        read = partial(read_slot_plan, meeting_id=self._meeting)
        self._jobs.query(read, self._show_order, replaces="order")

    def take_order(self, proposed: ProposedOrder) -> None:
        """Put the agenda in the order that was looked at."""
        act = partial(_reordered, meeting=self._meeting, proposed=proposed)
        refused = self._read_again_when_stale
        self._jobs.command(act, then=self._tell_ordered, refused=refused)

    def _show_order(self, proposed: ProposedOrder) -> None:
        if proposed.is_better:
            self._view.show_order(proposed)
        else:
            self._toast(_("No order has people come and go less than this one."), None)

    def _tell_ordered(self, act: UUID | None) -> None:
        undo = partial(self._jobs.command, partial(undo_act, act_id=act)) if act else None
        self._toast(_("The agenda is in the order in which people come and go least."), undo)

    def ask_item(self, *, urgent: bool) -> None:
        """Ask what is to be put on the agenda; people of the caseload are offered."""
        self._jobs.query(read_people, partial(self._ask_item, urgent=urgent))

    def open_person(self, entry: AgendaEntry) -> None:
        """Go to whom a line is about."""
        if entry.person is not None:
            self._go(PersonPlace(entry.person.id))

    def open_plan(self, plan: UUID | None) -> None:
        """Go to a place plan, or to all of them."""
        self._go(PlacePlansPlace(plan))

    def open_papers(self, kind: str) -> None:
        """Go to the papers of the meeting."""
        if self._page is not None:
            reference = self._page.record.header.row.reference
            self._go(PapersPlace(self._meeting, reference, kind))

    def write_copies(self) -> None:
        """Write what was decided and agreed, for agencies' own systems."""
        read = partial(read_copies_of_meeting, meeting_id=self._meeting)
        show = self._view.show_copies
        self._jobs.query(read, lambda found: show(as_texts(found)), replaces="copies")

    def open_packs(self) -> None:
        """Go to the packs for everybody."""
        self._go(PacksPlace(self._meeting))

    def _open_outreach(self, _sheet: object) -> None:
        if self._page is not None:
            self._go(OutreachPlace(self._page.record.header.row.on))

    def open_requests(self) -> None:
        """Go to the requests for information before the meeting."""
        self._go(RequestsPlace(self._meeting))

    def run(self) -> None:
        """Open the meeting if nobody has, and hold it in the live view."""
        if self._page is None:
            return
        is_open = self._page.record.header.row.status not in TO_COME
        hold(self._jobs, self._go, self._meeting, is_open=is_open)

    def _ask_item(self, people: Sequence[CaseloadRow], *, urgent: bool) -> None:
        if self._page is not None:
            self._put(item_step(self._page, people, urgent=urgent), self._meeting, 0)

    def _put(self, asked: Step, about: UUID, seen: int) -> None:
        then = partial(self._tell, asked.told)
        self._asking.put(asked.question, asked.act, about=about, seen=seen, then=then)

    def _tell(self, told: str, _result: object) -> None:
        self._toast(told, None)

    def _show(self, page: MeetingPage) -> None:
        self._page = page
        self._view.show_meeting(page)

    def _read_again_when_stale(self, error: Exception) -> bool:
        if isinstance(error, StaleRecordError):
            self.load()
        return False  # the window says what happened


def _reordered(desk: Desk, meeting: UUID, proposed: ProposedOrder) -> Done[UUID | None]:
    done = reorder_agenda(desk, meeting, proposed.order, seen=proposed.seen)
    return Done(done.changes.act, done.changes)


def read_page(desk: Desk, meeting: UUID) -> MeetingPage:
    """Read everything the page shows."""
    agenda, record = read_agenda(desk, meeting), read_meeting(desk, meeting)
    panel = read_directory(desk, with_former=True).panel
    role = desk.sitter.role
    return MeetingPage(
        record=record,
        agenda=agenda,
        lines=tuple(map(Line, agenda.entries, agenda.begins)),
        withdrawn=tuple(one for one in record.items if one.entry.status is ItemStatus.WITHDRAWN),
        unresolved=sum(one.entry.status is ItemStatus.PLANNED for one in record.items),
        without_details=len(find_barriers_without_details(desk, meeting)),
        chairs=[(name, who) for who, name in panel.chairs],
        today=desk.today(),
        may_run=may(role, Right.RUN_MEETINGS),
        may_approve=may(role, Right.APPROVE_MINUTES),
        missing=_missing(desk, meeting),
        comms=_comms(desk, meeting),
        plans=find_plans_due(desk, meeting),
    )


def _comms(desk: Desk, meeting: UUID) -> CommsRow | None:
    lines = find_comms_of_meeting(desk, meeting)
    return next((one for one in lines if one.person_id is None and one.stands), None)


def _missing(desk: Desk, meeting: UUID) -> MissingReplies:
    if not may(desk.sitter.role, Right.RUN_MEETINGS):
        return MissingReplies()
    return read_missing_replies(desk, meeting)


def read_people(desk: Desk) -> tuple[CaseloadRow, ...]:
    """List the caseload, to choose somebody from; the first thousand by reference."""
    found: list[CaseloadRow] = []
    after: CaseloadMark | None = None
    while len(found) < _MOST_PEOPLE:
        page = read_caseload(desk, after=after)
        found += page.rows
        after = page.after
        if after is None:
            break
    return tuple(found)

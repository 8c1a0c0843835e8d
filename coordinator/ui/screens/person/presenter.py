"""What the page of one person does. No Qt: the view, the jobs and the way elsewhere are given."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.access.reading import find_access_requests
from coordinator.casework.away.away_pages import read_away_beside
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.leads.agreeing import accept_lead, find_possible_leads
from coordinator.casework.meetings.called import call_meeting
from coordinator.casework.need_to_know.comms import find_comms_about
from coordinator.casework.outreach.missing import read_person_missing
from coordinator.casework.panel.settings import read_barrier_choices
from coordinator.casework.people.contacts import find_contacts
from coordinator.casework.people.deaths import read_death
from coordinator.casework.people.finding import find_people
from coordinator.casework.person.pages import read_person
from coordinator.casework.plans.reading import read_plan, read_version, read_versions
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.casework.records.history import read_history, read_person_history
from coordinator.casework.stuck.reading import read_stuck_of
from coordinator.casework.voice.wishes import find_wishes
from coordinator.domain.access.rules import AccessRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.errors import BasisLackingError, MissingRecordError, RuleError
from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.need_to_know.restrictions import Restrictable
from coordinator.domain.outcomes import Changes
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.contacts import ContactCursor, ContactPage
from coordinator.domain.people.safety import RiskRow
from coordinator.domain.plans.views import PlanView, VersionRow, VersionView
from coordinator.domain.records.history import HistoryView
from coordinator.domain.roles import Right, may
from coordinator.papers.bare import papers_that_wait
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.places.assessments import AssessmentsPlace
from coordinator.ui.places.every import (
    DisagreementsPlace,
    DisclosuresPlace,
    EscalationPlace,
    MeetingPlace,
    Place,
    PlanPlace,
    RetentionPlace,
    place_of_action,
)
from coordinator.ui.screens.person.asked import place_of
from coordinator.ui.screens.person.asking import ask
from coordinator.ui.screens.person.letters import Letters, Texts, that_wait
from coordinator.ui.screens.person.missing import with_missing
from coordinator.ui.screens.person.opened import Offered, OpenedPerson
from coordinator.ui.screens.person.own_places import place_of_own
from coordinator.ui.screens.person.steps import (
    Step,
    current_case,
    current_lead,
    front_of,
    steps_of,
)
from coordinator.ui.screens.person.stuck_questions import raised
from coordinator.ui.shared import escalating, restricting
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.escalating import Escalator
from coordinator.wording.refusals.notices import Notice, notice_for

PAGE = 12
CONTACTS = 4

_MOST_OFFERED = 2000
"""People offered to be tied to; of a larger panel the name is typed."""
_ELSEWHERE: Mapping[Step, Callable[[UUID], Place]] = {
    Step.PLAN: PlanPlace,
    Step.SCORES: AssessmentsPlace,
    Step.DISCLOSURES: DisclosuresPlace,
    Step.RETENTION: RetentionPlace,
    Step.SETTLE: DisagreementsPlace,
}
"""Steps that are taken on a page of their own."""


class View(Texts, Protocol):
    """What the presenter asks of the widgets."""

    def show_person(self, opened: OpenedPerson) -> None:
        """Show the person."""

    def add_history(self, history: HistoryView) -> None:
        """Show what happened before."""

    def add_contacts(self, contacts: ContactPage) -> None:
        """Show earlier contacts."""

    def show_version(self, version: VersionView) -> None:
        """Show what was agreed one day."""

    def show_earlier_words(self, note: UUID, history: HistoryView) -> None:
        """Show what was said of a risk before, or hide it."""

    def show_nobody(self) -> None:
        """Show that there is nobody to show."""


class PersonPresenter:
    """Reads one person, and does what is wished; the journal notes once who looked."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        notify: Notify,
        go: Callable[[Place], None],
        person: UUID,
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._go, self._person = notify, go, person
        ways = escalating.Ways(go, self._say, self._told)
        self._escalator = Escalator(jobs, asking, ways)
        self._letters = Letters(jobs, view, asking, go, self._say)
        self._opened: OpenedPerson | None = None
        self._before: tuple[datetime, int, UUID] | None = None
        self._contacts_before: ContactCursor | None = None

    def load(self) -> None:
        """Read the person, the plan and the newest of what happened."""
        self._jobs.query(
            partial(_read, person=self._person),
            self._show,
            replaces="person",
            refused=self._refused,
            journalled=True,
        )

    def load_more(self) -> None:
        """Read what happened before what is shown."""
        if self._before is not None:
            older = partial(
                read_person_history, person_id=self._person, before=self._before, limit=PAGE
            )
            self._jobs.query(older, self._show_more, replaces="person history")

    def load_contacts(self) -> None:
        """Read the contacts before those that are shown."""
        if (before := self._contacts_before) is not None:
            older = partial(find_contacts, person_id=self._person, before=before, limit=PAGE)
            self._jobs.query(older, self._show_contacts, replaces="person contacts")

    def look_again(self, changes: Changes) -> None:
        """Read again whatever was written: nearly everything is about somebody."""
        if changes.kinds:
            self.load()

    def do(self, step: Step, about: object = None) -> None:
        """Do what somebody wants; what needs words is asked for first.

        Args:
            step: What.
            about: The line it is about, as it is shown.
        """
        if self._opened is None:
            return
        if step in self._opened.waiting:
            self._told(BasisLackingError(record=self._person))
            return
        own = place_of_own(step, self._person, self._opened.page.person.reference)
        if (place := own or self._place_of(step, about)) is not None:
            self._go(place)
            return
        match step:
            case Step.COPY_OUT | Step.CLOSURE_SUMMARY | Step.HAND_OVER_NOTE | Step.OWN_LETTER:
                self._letters.do(step, self._opened.page)
            case Step.ESCALATE:
                self._escalator.begin(raised(self._person, about))
            case Step.MEETING:
                call = partial(call_meeting, person_id=self._person)
                self._jobs.command(
                    call, then=lambda made: self._go(MeetingPlace(made)), refused=self._told
                )
            case Step.ACCEPT_LEAD:
                self._accept(self._opened)
            case _:
                self._read_for(step, about)

    def _read_for(self, step: Step, about: object) -> None:
        """Read what a step shows or offers to choose from."""
        match step:
            case Step.VERSION if isinstance(about, VersionRow):
                read = partial(read_version, version_id=about.id)
                self._jobs.query(read, self._view.show_version, replaces="person version")
            case Step.EARLIER if isinstance(about, RiskRow):
                told = partial(self._view.show_earlier_words, about.id)
                words = partial(read_history, record_id=about.id)
                self._jobs.query(words, told, replaces="person earlier", refused=self._told)
            case Step.RESTRICT:
                entries = partial(restricting.read_entries, person=self._person)
                self._jobs.query(
                    entries, self._restrict, replaces="person step", refused=self._told
                )
            case _:
                then = partial(self._ask, step, about)
                offered = partial(_offered, person=self._person, step=step)
                self._jobs.query(offered, then, replaces="person step", refused=self._told)

    def _place_of(self, step: Step, about: object) -> Place | None:
        """Tell where a step leads that is done elsewhere."""
        if step in _ELSEWHERE:
            return _ELSEWHERE[step](self._person)
        match step:
            case Step.ACTION if isinstance(about, ActionRow):
                return place_of_action(about.id, self._person)
            case Step.ESCALATION if isinstance(about, EscalationRow):
                return EscalationPlace(about.id)
        return place_of(step, self._opened) if self._opened else None

    def _ask(self, step: Step, about: object, offered: Offered) -> None:
        if self._opened is not None:
            ask(self._asking, self._opened, offered, step, about)

    def _restrict(self, entries: tuple[Restrictable, ...]) -> None:
        act = partial(restricting.changing, entries)
        self._asking.put(restricting.which(entries), act, about=self._person)

    def _say(self, words: str) -> None:
        self._notify(Notice(words, ""))

    def _accept(self, opened: OpenedPerson) -> None:
        case = current_case(opened.page)
        lead = current_lead(case) if case else None
        if lead is not None:
            self._jobs.command(partial(accept_lead, role_id=lead.id), refused=self._told)

    def _show(self, opened: OpenedPerson) -> None:
        self._opened = opened
        self._before = opened.history.before
        self._contacts_before = opened.contacts.before
        self._view.show_person(opened)

    def _show_more(self, history: HistoryView) -> None:
        self._before = history.before
        self._view.add_history(history)

    def _show_contacts(self, contacts: ContactPage) -> None:
        self._contacts_before = contacts.before
        self._view.add_contacts(contacts)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._opened = None
        self._view.show_nobody()
        self._notify(notice_for(error))
        return True

    def _told(self, error: Exception) -> bool:
        if not isinstance(error, RuleError | MissingRecordError):
            return False
        self._notify(notice_for(error))
        self.load()
        return True


def _read(desk: Desk, person: UUID) -> OpenedPerson:
    page = read_person(desk, person)
    steps = steps_of(page, desk.sitter)
    opened = OpenedPerson(
        page,
        _plan(desk, person),
        read_versions(desk, person),
        find_contacts(desk, person, limit=CONTACTS),
        read_person_history(desk, person, limit=PAGE),
        desk.today(),
        steps,
        front_of(page, steps),
        _disagreements(desk, person),
        find_wishes(desk, [person]).get(person, ()),
        _comms(desk, person),
        read_person_missing(desk, person),
        read_stuck_of(desk, person),
        _access(desk, person),
        read_death(desk, person),
        that_wait(papers_that_wait(desk, person)),
        read_away_beside(desk, person),
    )
    return with_missing(opened, desk.sitter)


def _plan(desk: Desk, person: UUID) -> PlanView | None:
    try:
        return read_plan(desk, person)
    except MissingRecordError:
        return None  # nobody has begun one


def _disagreements(desk: Desk, person: UUID) -> int:
    if not may(desk.sitter.role, Right.SETTLE):
        return 0
    return len(read_disagreements(desk, person_id=person).rows)


def _access(desk: Desk, person: UUID) -> AccessRow | None:
    if not may(desk.sitter.role, Right.SEE_RESTRICTED):
        return None
    return next(iter(find_access_requests(desk, person=person, open_only=True)), None)


def _comms(desk: Desk, person: UUID) -> CommsRow | None:
    lines = find_comms_about(desk, [person]).get(person, ())
    return next((one for one in lines if one.stands), None)


def _offered(desk: Desk, person: UUID, step: Step) -> Offered:
    tied_to = find_people(desk, limit=_MOST_OFFERED).rows if step is Step.TIE else ()
    return Offered(
        read_directory(desk),
        tuple(find_possible_leads(desk, person)),
        desk.sitter.professional,
        desk.now().astimezone(LONDON),
        may(desk.sitter.role, Right.SEE_RESTRICTED),
        read_barrier_choices(desk),
        tied_to,
    )

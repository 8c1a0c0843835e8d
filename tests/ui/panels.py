"""A made-up panel for the windows' tests and pictures: small, and on the lanes the windows use."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from coordinator.app import _seat
from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.asking.reading import read_information_requests
from coordinator.casework.asking.requests import Asked, ask_agencies, note_replies
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.directory.page import read_directory
from coordinator.casework.leads.agreeing import end_lead
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.reading import next_meeting
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.plans.reading import find_people_with_plan, read_plan
from coordinator.casework.referrals.asking import draft_referral, submit_referral
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.users import add_user, read_users
from coordinator.db.models import Person
from coordinator.demo.making import make_filled
from coordinator.demo.volume import Volume
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_requests import NewReply
from coordinator.domain.roles import Role
from coordinator.ui.sitting import Sitting
from coordinator.vault.costs import TEST_COST
from tests.gaps import a_register
from tests.ui.counted import count_people
from tests.ui.kept import keep_somebody
from tests.ui.live_meeting.live_panels import LivePanel, just_opened, live_panel
from tests.ui.paid import pay_people
from tests.ui.stuck.stuck_panels import stuck_panel

SMALL = Volume(people=40, actions=260, contacts=500, years=2)


@dataclass
class MadeUp:
    """An open office, a sitting in it, and somebody with a plan."""

    office: Office
    sitting: Sitting
    person: UUID
    _live: LivePanel | None = None
    _opening: LivePanel | None = None
    _stuck: LivePanel | None = None

    @property
    def live(self) -> LivePanel:
        """Another panel, in the middle of its meeting; made when it is first asked for."""
        if self._live is None:
            self._live = live_panel(self.office.folder.path.parent / "live")
        return self._live

    @property
    def opening(self) -> LivePanel:
        """A third one, whose meeting was opened a moment ago; made when it is first asked for."""
        if self._opening is None:
            self._opening = just_opened(self.office.folder.path.parent / "opening")
        return self._opening

    @property
    def stuck(self) -> LivePanel:
        """A fourth one, where much is stuck; made when it is first asked for."""
        if self._stuck is None:
            self._stuck = stuck_panel(self.office.folder.path.parent / "stuck")
        return self._stuck

    def close(self) -> None:
        """Close all desks."""
        for made in (self._live, self._opening, self._stuck):
            if made is not None:
                made.close()
        self.sitting.reading.store.close()
        self.office.close(back_up=False)


def demo_panel(folder: Path, today: date, volume: Volume = SMALL) -> MadeUp:
    """Make a panel of made-up people and sit down as its coordinator."""
    office = make_filled(folder, volume, seed=3, today=today, cost=TEST_COST)
    _stir(office)
    somebody = _somebody(office)
    keep_somebody(office.desk, somebody)
    count_people(office.desk, somebody)
    pay_people(office.desk, somebody)
    _say_how_to_reach(office, somebody)
    return MadeUp(office, _seat(office), somebody)


def _say_how_to_reach(office: Office, somebody: UUID) -> None:
    """Let a letter to them begin with what must be known before."""
    with office.desk.read() as look:
        seen = look.get(Person, somebody).revision
    correct_person(office.desk, somebody, seen=seen, safe_contact="Never by post")


def _stir(office: Office) -> None:
    """Do what a filled panel lacks: leads that ended, referrals that wait, a plan in use."""
    desk = office.desk
    rows = [row for row in read_caseload(desk).rows if row.lead is not None]
    for row in rows[1:3]:
        end_lead(desk, row.case, reason="Moved to another team.")
    posts = read_directory(desk).professionals
    for name, offer in (("Kerra", "A worker twice a week."), ("Ithel", "")):
        person = register_person(desk, given_name=name, family_name="Angove").result
        referral = draft_referral(
            desk,
            person,
            referrer_id=posts[3].id,
            why_now="Leaves hospital next week with nowhere to go.",
            tried="Two hostels.",
            offer=offer,
        ).result
        submit_referral(
            desk,
            referral,
            reasons={"no-offer": "Agreed at the meeting.", "children-not-asked": "Not met yet."},
        )
    _use_a_plan(office)
    _ask_around(office)
    _let_in(office)
    a_register(desk, [row.person for row in rows[4:7]])


def _ask_around(office: Office) -> None:
    """Ask agencies for the next meeting; some answer, one lets its day pass."""
    desk = office.desk
    meeting = next_meeting(desk)
    if meeting is None:
        return
    write_agenda(desk, meeting.id)
    rows = [row for row in read_information_requests(desk, meeting.id).agencies if row.to_ask]
    for place, row in enumerate(rows[:4]):
        asked = [Asked(row.id, tuple(person.id for person in row.to_ask))]
        by = desk.today() + timedelta(days=place)
        ask_agencies(desk, meeting.id, asked, answer_by=by, how=Channel.SECURE_MAIL)
    answers = (Known.WILL_SHARE, Known.NOT_KNOWN, Known.KNOWN, Known.CANNOT_SHARE)
    for place, row in enumerate(read_information_requests(desk, meeting.id).agencies):
        replies = [cell.reply for cell in row.cells if cell.reply is not None]
        for at, reply in enumerate(replies[: len(replies) - place % 3]):
            note = "Two contacts in the last month." if at % 4 == 0 else ""
            new = NewReply(reply.id, reply.revision, answers[(place + at) % 4], note)
            note_replies(desk, [new])


def _let_in(office: Office) -> None:
    """Let a second person open the store, and make a backup of it."""
    known = {user.professional for user in read_users(office.desk)}
    other = next(one for one in read_directory(office.desk).professionals if one.id not in known)
    add_user(office, other.id, Role.CHAIR, "lantern gorse pilchard slate")
    office.back_up("asked")


def _use_a_plan(office: Office) -> None:
    desk, person = office.desk, _somebody(office)
    plan = read_plan(desk, person)
    posts = read_directory(desk).professionals
    due = desk.today()
    for goal, words in zip(plan.goals, ("Ask for a room", "Book the dentist"), strict=False):
        for post, days in ((posts[1], 0), (posts[4], 7)):
            add_action(
                desk,
                NewAction(
                    words,
                    post.id,
                    due + timedelta(days=days),
                    person_id=person,
                    goal_id=goal.line.id,
                ),
            )


def _somebody(office: Office) -> UUID:
    with_plan = set(find_people_with_plan(office.desk))
    rows = read_caseload(office.desk).rows
    known = [row for row in rows if row.person in with_plan and not row.initials_only]
    return max(known or rows, key=lambda row: (row.warnings, row.open_actions)).person

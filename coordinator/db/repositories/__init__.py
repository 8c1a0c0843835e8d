"""The questions asked of each family of records, gathered for one session."""

from functools import cached_property

from sqlalchemy.orm import Session

from coordinator.db.repositories.actions import Actions
from coordinator.db.repositories.agendas import Agendas
from coordinator.db.repositories.barriers import Barriers
from coordinator.db.repositories.caseload import Caseload
from coordinator.db.repositories.cases import Cases
from coordinator.db.repositories.contacts import Contacts
from coordinator.db.repositories.escalations import Escalations
from coordinator.db.repositories.history import History
from coordinator.db.repositories.imports import Imports
from coordinator.db.repositories.lacking import Lacking
from coordinator.db.repositories.local import Local
from coordinator.db.repositories.meetings import Meetings
from coordinator.db.repositories.panel import Directory
from coordinator.db.repositories.paper_facts import PaperFacts
from coordinator.db.repositories.people import People
from coordinator.db.repositories.plans import Plans
from coordinator.db.repositories.stuck import Stuck
from coordinator.db.repositories.week import Week


class Repositories(Lacking):
    """Every family inside one transaction; made when first asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def directory(self) -> Directory:
        """The panel, agencies, professionals, seats."""
        return Directory(self.session)

    @cached_property
    def people(self) -> People:
        """People, their names and numbers, what is kept about sharing and safety."""
        return People(self.session)

    @cached_property
    def caseload(self) -> Caseload:
        """What the caseload shows of each case under way."""
        return Caseload(self.session)

    @cached_property
    def cases(self) -> Cases:
        """Referrals, cases, lead roles."""
        return Cases(self.session)

    @cached_property
    def plans(self) -> Plans:
        """Plans, goals, offers, agreed versions."""
        return Plans(self.session)

    @cached_property
    def actions(self) -> Actions:
        """Actions, their moves and reports."""
        return Actions(self.session)

    @cached_property
    def barriers(self) -> Barriers:
        """What stops actions and goals."""
        return Barriers(self.session)

    @cached_property
    def stuck(self) -> Stuck:
        """What only the screens of what is stuck, and briefings, ask."""
        return Stuck(self.session)

    @cached_property
    def escalations(self) -> Escalations:
        """What was asked of people with more authority, and each thread."""
        return Escalations(self.session)

    @cached_property
    def contacts(self) -> Contacts:
        """Every try at contact, and who was last seen when."""
        return Contacts(self.session)

    @cached_property
    def meetings(self) -> Meetings:
        """Meetings, agendas, attendance, decisions, papers that left."""
        return Meetings(self.session)

    @cached_property
    def agendas(self) -> Agendas:
        """What is open on a day, to write an agenda from."""
        return Agendas(self.session)

    @cached_property
    def history(self) -> History:
        """The change log and the journal."""
        return History(self.session)

    @cached_property
    def local(self) -> Local:
        """Users, drafts, saved mappings: what belongs to this store alone."""
        return Local(self.session)

    @cached_property
    def paper_facts(self) -> PaperFacts:
        """What only papers ask."""
        return PaperFacts(self.session)

    @cached_property
    def imports(self) -> Imports:
        """What imports and their undoing ask."""
        return Imports(self.session)

    @cached_property
    def week(self) -> Week:
        """What is due before the next meeting."""
        return Week(self.session)

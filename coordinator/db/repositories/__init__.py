"""The questions asked of each family of records, gathered for one session."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from sqlalchemy.orm import Session

from coordinator.db.repositories.access import AccessRequests
from coordinator.db.repositories.actions import Actions
from coordinator.db.repositories.agendas import Agendas
from coordinator.db.repositories.assessments import Assessments
from coordinator.db.repositories.away import Away
from coordinator.db.repositories.away_store import AwayStore
from coordinator.db.repositories.barriers import Barriers
from coordinator.db.repositories.caseload import Caseload
from coordinator.db.repositories.cases import Cases
from coordinator.db.repositories.contact_cards import ContactCards
from coordinator.db.repositories.contacts import Contacts
from coordinator.db.repositories.demand import DemandLog
from coordinator.db.repositories.disclosures import Disclosures
from coordinator.db.repositories.escalations import Escalations
from coordinator.db.repositories.gaps import Gaps
from coordinator.db.repositories.history import History
from coordinator.db.repositories.holding import Holdings
from coordinator.db.repositories.housing import HousingLog
from coordinator.db.repositories.imports import Imports
from coordinator.db.repositories.learning import LearningLog
from coordinator.db.repositories.local import Local
from coordinator.db.repositories.meetings import Meetings
from coordinator.db.repositories.money import MoneyLedger
from coordinator.db.repositories.outreach import Outreach
from coordinator.db.repositories.packs import PackLog
from coordinator.db.repositories.panel import Directory
from coordinator.db.repositories.paper_facts import PaperFacts
from coordinator.db.repositories.people import People
from coordinator.db.repositories.places import Places
from coordinator.db.repositories.plans import Plans
from coordinator.db.repositories.protocols import Protocols
from coordinator.db.repositories.quality import Quality
from coordinator.db.repositories.readers import Readers
from coordinator.db.repositories.reports import Reports
from coordinator.db.repositories.retention import Retention
from coordinator.db.repositories.shares import Shares
from coordinator.db.repositories.stuck import Stuck
from coordinator.db.repositories.trail import Trail
from coordinator.db.repositories.voice import Voice
from coordinator.db.repositories.week import Week

F = TypeVar("F")


def _family(kind: Callable[[Session], F]) -> "cached_property[F]":
    """Make one family of questions when it is first asked for."""
    return cached_property(lambda them: kind(them.session))


class Repositories:
    """Every family inside one transaction; made when first asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session

    directory = _family(Directory)
    """The panel, agencies, professionals, seats."""
    people = _family(People)
    """People, their names and numbers, what is kept about sharing and safety."""
    readers = _family(Readers)
    """Who may read what, and who must not be told of whom."""
    caseload = _family(Caseload)
    """What the caseload shows of each case under way."""
    cases = _family(Cases)
    """Referrals, cases, lead roles."""
    places = _family(Places)
    """Place plans, their priorities, measures and actions; groups and their seats."""
    plans = _family(Plans)
    """Plans, goals, offers, agreed versions."""
    actions = _family(Actions)
    """Actions, their moves and reports."""
    barriers = _family(Barriers)
    """What stops actions and goals."""
    contacts = _family(Contacts)
    """Every try at contact, and who was last seen when."""
    away = _family(Away)
    """Changes that leave and come back, and what is kept aside of them."""
    away_store = _family(AwayStore)
    """What a store away from the panel remembers of itself."""
    packs = _family(PackLog)
    """What packs were made and taken, and for whom."""
    shares = _family(Shares)
    """What goes into the packs that are not of somebody's own people."""
    cards = _family(ContactCards)
    """Who we are to others, and whom we send work to and take it from."""
    meetings = _family(Meetings)
    """Meetings, agendas, attendance, decisions, papers that left."""
    agendas = _family(Agendas)
    """What is open on a day, to write an agenda from."""
    history = _family(History)
    """The change log and the journal."""
    local = _family(Local)
    """Users, drafts, saved mappings: what belongs to this store alone."""
    paper_facts = _family(PaperFacts)
    """What only papers ask."""
    imports = _family(Imports)
    """What imports and their undoing ask."""
    quality = _family(Quality)
    """What is on file of those on the caseload."""
    reports = _family(Reports)
    """What the quarterly report counts."""
    week = _family(Week)
    """What is due before the next meeting."""
    escalations = _family(Escalations)
    """What was asked of people with more authority, and each thread."""
    gaps = _family(Gaps)
    """What the system lacks, and whom that affects."""
    learning = _family(LearningLog)
    """What was learnt, reviews and what they recommend, programmes, themes."""
    protocols = _family(Protocols)
    """What is done before anybody lets go of somebody."""
    housing = _family(HousingLog)
    """Who was asked for a home, who said no, and what a home must allow for."""
    demand = _family(DemandLog)
    """How often services were needed, around which day, and what one time is said to cost."""
    money = _family(MoneyLedger)
    """What is asked, decided, spent and given back, and what the panel was given."""
    holding = _family(Holdings)
    """Who touches people in the days ahead, and the rhythms after a move."""
    outreach = _family(Outreach)
    """Who is to be found on a day, the sheets, the missing."""
    voice = _family(Voice)
    """Wishes, what may be said outside, services, thoughts before enforcement."""
    disclosures = _family(Disclosures)
    """What left the panel, and what became of each copy."""
    access = _family(AccessRequests)
    """Requests to see what is held, what was decided, and everything that is held."""
    retention = _family(Retention)
    """How long records are kept, what keeps them longer, who was erased."""
    trail = _family(Trail)
    """The journal as an auditor reads it."""
    assessments = _family(Assessments)
    """Tools the panel scores with, and what was scored."""
    stuck = _family(Stuck)
    """What stands in the way, as lists ask for it."""

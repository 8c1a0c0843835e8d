"""What the page of a person shows at once, and what its forms offer to choose from; no Qt."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from coordinator.domain.access.rules import AccessRow
from coordinator.domain.cases.leads import PossibleLead
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.exchange.away_pages import AwayBeside
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.panel.settings import BarrierChoice
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.contacts import ContactPage
from coordinator.domain.people.deaths import DeathCard
from coordinator.domain.people.missing import PersonMissing
from coordinator.domain.people.rules import PersonRow
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.person.pages import PersonPage
from coordinator.domain.plans.views import PlanView, VersionRow
from coordinator.domain.records.history import HistoryView
from coordinator.domain.states import Sensitivity
from coordinator.domain.stuck.views import PersonStuck
from coordinator.ui.screens.person.steps import Step


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """Everything the page shows at once, read in one go.

    Attributes:
        steps: What may be done, by rights and as things stand.
        front: Those that stand on the page itself, the likeliest first.
        waiting: Those that lead to a paper which waits for the information basis.
        disagreements: How many fields say two things; nothing where the role may not settle them.
        wishes: What they asked for, without an answer first.
        comms: What may be said outside, where that is agreed.
        access: Their request to see what is held, while it waits for an answer.
        away: What of work that went away is to be said here.
    """

    page: PersonPage = field(repr=False)
    plan: PlanView | None = field(repr=False)
    versions: tuple[VersionRow, ...]
    contacts: ContactPage = field(repr=False)
    history: HistoryView = field(repr=False)
    today: date
    steps: tuple[Step, ...] = ()
    front: tuple[Step, ...] = ()
    disagreements: int = 0
    wishes: tuple[WishRow, ...] = ()
    comms: CommsRow | None = None
    missing: PersonMissing = field(default_factory=PersonMissing, repr=False)
    stuck: PersonStuck = field(default_factory=PersonStuck, repr=False)
    access: AccessRow | None = None
    death: DeathCard | None = field(default=None, repr=False)
    waiting: frozenset[Step] = frozenset()
    away: AwayBeside = field(default_factory=AwayBeside, repr=False)

    def level(self, entry: UUID, part: str = "") -> Sensitivity:
        """Say how sensitive a part of an entry is; without a name the strictest of its parts."""
        parts = self.page.parts.get(entry, {})
        return strictest(*([parts[part]] if part in parts else () if part else parts.values()))


@dataclass(frozen=True, slots=True)
class Offered:
    """What the forms offer to choose from, read when one is opened.

    Attributes:
        leads: Who may lead: in post, at an agency that may be told.
        sitter: Who sits at the desk, the usual worker of a contact.
        now: The desk's moment, in the panel's zone.
        barriers: What may be in the way, in the panel's order and words.
        people: On file, as far as the sitter may see them: whom somebody may be tied to.
    """

    directory: DirectoryPage = field(repr=False)
    leads: tuple[PossibleLead, ...]
    sitter: UUID
    now: datetime
    may_restrict: bool
    barriers: tuple[BarrierChoice, ...] = ()
    people: tuple[PersonRow, ...] = field(default=(), repr=False)

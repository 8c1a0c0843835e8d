"""What must be done before the next meeting, as the first screen asks it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.access.rules import AccessRow
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.cases.leads import LeadlessCase
from coordinator.domain.cases.protocols import StepDue
from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.directory.covers import CoverRow
from coordinator.domain.disclosing.log import DisclosureRow
from coordinator.domain.escalations.views import NOTHING_AWAITED, Awaited
from coordinator.domain.exchange.contacts import NOTHING_OLD, Renewals
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.people.contacts import SinceSeen
from coordinator.domain.people.missing import MissingList
from coordinator.domain.people.reviews import NOTHING_WAITS, ReviewsWaiting
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.week.steps import StepLine


@dataclass(frozen=True, slots=True)
class AgencyDue:
    """How many actions of one agency fall due by the next meeting, and how many are past that.

    `overdue` counts those of `due` with at least one working day gone since their date,
    `unheard` those nobody has reported on since the meeting before.
    """

    agency: UUID | None
    name: str
    due: int
    overdue: int
    unheard: int = 0


@dataclass(frozen=True, slots=True)
class DueRisk:
    """A risk somebody accepted, whose day to look again has come; of whom, by reference."""

    reference: str
    barrier: BarrierRow


@dataclass(frozen=True, slots=True)
class ThisWeek:
    """The week of the coordinator and the chair.

    Attributes:
        meeting: The next one; the days around it are among the steps.
        under_way: The meeting that is held now, if one is.
        protocol_steps: Steps of disengagement protocols due by the next meeting, the longest
            overdue first.
        steps: The checklist of the next meeting and of what the last one left, by day.
        covers: Who stands in for the chair or the coordinator, now or soon.
        is_fresh: Nobody is on file yet.
        sitter: Who looks at it.
        missing: Who is missing, and about whom it is to be asked.
        unsigned: Meetings held whose minutes are not approved yet, the latest first.
        referrals: Waiting to be screened or decided, the oldest first.
        due: By agency, most overdue first; a count, not a league table.
        without_owner: Open actions whose owner has left.
        agreements: Agencies whose sharing agreement has ended or ends within a month.
        disagreements: Fields that wait to be settled.
        wishes: What people asked for and nobody has answered, the oldest first.
        risks: Accepted ones whose day to look again has come, the longest due first.
        escalations: Answers to take to the panel, answers overdue, and what was never sent.
        access: Requests to see what is held that wait for an answer, the soonest due first.
        astray: What was told to who must not be told, and nobody has dealt with; newest first.
        reviews: Bases, warnings and risks to look at again, and urgent work without a basis.
        renew: Keys that have grown old: ours, and those of contacts.
        seen: When each person on a line was last seen.
    """

    meeting: MeetingRow | None
    unsigned: tuple[MeetingRow, ...]
    leads_to_agree: tuple[LeadlessCase, ...]
    referrals: tuple[ReferralRow, ...]
    due: tuple[AgencyDue, ...]
    without_owner: int
    agreements: tuple[str, ...]
    disagreements: int
    steps: tuple[StepLine, ...] = ()
    covers: tuple[CoverRow, ...] = ()
    is_fresh: bool = False
    sitter: UUID | None = None
    escalations: Awaited = NOTHING_AWAITED
    under_way: MeetingRow | None = None
    protocol_steps: tuple[StepDue, ...] = ()
    wishes: tuple[WishRow, ...] = ()
    missing: MissingList | None = None
    risks: tuple[DueRisk, ...] = ()
    access: tuple[AccessRow, ...] = ()
    astray: tuple[DisclosureRow, ...] = ()
    reviews: ReviewsWaiting = NOTHING_WAITS
    renew: Renewals = NOTHING_OLD
    seen: Mapping[UUID, SinceSeen] = field(default_factory=dict)

    @property
    def people(self) -> frozenset[UUID]:
        """Everybody a line is about."""
        found = [one.person for one in self.leads_to_agree]
        found += [one.person for one in self.referrals]
        found += [one.person_id for one in self.protocol_steps]
        found += [one.person_id for one in self.wishes]
        found += self.reviews.people
        found += [one.barrier.person_id for one in self.risks if one.barrier.person_id]
        if self.missing is not None:
            found += [one.person for one in self.missing.missing]
            found += [one.person for one in self.missing.maybe]
        return frozenset(found)

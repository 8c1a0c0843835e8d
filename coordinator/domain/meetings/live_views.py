"""A meeting while it is held: its lines, the one that is open, and what stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.directory.rules import AgencyRow, ProfessionalRow, SeatRow
from coordinator.domain.lists.meetings import MinutesAccuracy
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.meetings.views import AgendaEntry, ItemRecord, MeetingHeader, PresenceRow
from coordinator.domain.money.views import NO_MONEY, MoneyHere
from coordinator.domain.need_to_know.typed_names import means
from coordinator.domain.panel.settings import BarrierChoice, Phrase
from coordinator.domain.people.children import NOT_ASKED, Children
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.people.wishes import WishRow
from coordinator.domain.plans.balance import Balance, balance_of
from coordinator.domain.plans.views import OfferRow, WarningLine


@dataclass(frozen=True, slots=True)
class LiveLine:
    """One line of the agenda, with what has come of it so far."""

    entry: AgendaEntry
    status_reason: str = field(repr=False)
    minutes_used: int | None
    decisions: int
    agreed: int


@dataclass(frozen=True, slots=True)
class LiveMeeting:
    """The meeting itself: everything but what is said about one item.

    Attributes:
        lines: In the order of the agenda, withdrawn ones too.
        may_run: Whether the sitter may write in it; `may_decide` whether decisions are theirs.
        comms: What may be said about the meeting outside, where that is agreed.
        sitter: The professional who reads this.
    """

    header: MeetingHeader
    lines: tuple[LiveLine, ...]
    attendance: tuple[PresenceRow, ...]
    quorum: Quorum
    began_at: time | None
    ended_at: time | None
    statement_read_at: time | None
    statement_read_by: str
    last_reference: str
    last_minutes_accuracy: MinutesAccuracy | None
    last_minutes: str = field(repr=False)
    learning: str = field(repr=False)
    other_business: str = field(repr=False)
    may_run: bool
    may_decide: bool
    comms: CommsRow | None = None
    sitter: UUID | None = None

    def line(self, item: UUID | None) -> LiveLine | None:
        """Give one line; nothing when it is not there."""
        return next((one for one in self.lines if one.entry.id == item), None)


@dataclass(frozen=True, slots=True)
class LiveItem:
    """The item that is open: what is known, what was said so far, who may not hear it.

    Attributes:
        record: As the minutes tell it; its `actions` are those agreed here today.
        case_id: The person's open case; also the one their referral has just opened.
        matters: What matters to the person, in the words of their plan.
        open_actions: Of the person, agreed before today, by due date; for the check of actions
            everything due by today, by agency. `more_actions` are left out of it.
        settled: Of those, the ones that were reported on at this meeting.
        must_leave: Who sits in the room, or may, and must not hear of the person.
        died_on: Of the person; what is kept about them no longer changes.
        wishes: What the person asked for and has no answer to, or has not been told it: the item
            begins with them.
        comms: What may be said about the person outside, where that is agreed.
        basis_stop: The rule that keeps the panel from working on the person now, if any does:
            `basis-withdrawn`, `urgent-days-over`.
        urgent_until: The last day to complete the basis of what is done urgently.
        asks: What this meeting agreed to ask about barriers, by barrier; empty while only that
            somebody is to be asked stands.
        not_discussed_with: The names of those with whom the person's matters are not discussed,
            as they were typed; see `may_be_discussed_with`.
        money: Requests that wait for a decision, and those decided here.
    """

    record: ItemRecord
    case_id: UUID | None
    matters: str = field(repr=False)
    warnings: tuple[WarningLine, ...]
    open_actions: tuple[ActionRow, ...]
    more_actions: int
    settled: frozenset[UUID]
    barriers: tuple[BarrierRow, ...]
    offers: tuple[OfferRow, ...]
    must_leave: tuple[PresenceRow, ...]
    died_on: date | None = None
    wishes: tuple[WishRow, ...] = ()
    comms: CommsRow | None = None
    asks: Mapping[UUID, str] = field(default_factory=dict, repr=False)
    basis_stop: str = ""
    urgent_until: date | None = None
    children: Children = NOT_ASKED
    not_discussed_with: tuple[str, ...] = field(default=(), repr=False)
    money: MoneyHere = NO_MONEY

    @property
    def balance(self) -> Balance:
        """What is open after today does, by kind: agreed before, and agreed here."""
        still_open = [one for one in (*self.open_actions, *self.record.actions) if one.is_open]
        return balance_of(still_open)

    def may_be_discussed_with(self, name: str, *agencies: str) -> bool:
        """Whether nothing is noted against talking of the person with a worker of an agency."""
        return not any(means(typed, name, agencies) for typed in self.not_discussed_with)


@dataclass(frozen=True, slots=True)
class LiveAround:
    """What does not change while a meeting is held; read once.

    Attributes:
        statement: The confidentiality statement, in the panel's words.
        closed_days: Bank holidays on weekdays, from today a year and a half on.
        next_meeting_on: The day of the panel's next meeting after this one.
        professionals: In post, and those who left within a year: a line may name them.
        barriers: What may be said to be in the way, in the panel's order and words.
    """

    today: date
    statement: str
    phrases: tuple[Phrase, ...]
    closed_days: frozenset[date]
    next_meeting_on: date | None
    professionals: tuple[ProfessionalRow, ...]
    agencies: tuple[AgencyRow, ...]
    seats: tuple[SeatRow, ...]
    barriers: tuple[BarrierChoice, ...] = ()

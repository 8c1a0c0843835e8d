"""What was agreed today, line by line, as it is read out. No Qt."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.meetings.came_of import LeadChange, MoneyDecided, OfferMade
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.meetings.views import DecisionRow
from coordinator.domain.states import BarrierStatus, DecisionStatus, Sensitivity
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.decisions import how_decided
from coordinator.wording.labels import label
from coordinator.wording.ledger import decided_words
from coordinator.wording.offers import offered_words
from coordinator.wording.translation import _


class What(Enum):
    """What a line is."""

    DECISION = "decision"
    ACTION = "action"
    LEAD = "lead"
    OFFER = "offer"
    REVIEW = "review"
    BARRIER = "barrier"
    MONEY = "money"


Behind = DecisionRow | ActionRow | BarrierRow | LeadChange | OfferMade | MoneyDecided | date


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """One line.

    Attributes:
        behind: The record it shows.
        who: Stands before the words: an owner, or what kind of line it is.
        to_tell: Its owner is not in the room: they are to be told today.
        until: The last day of an offer.
    """

    id: UUID
    what: What
    behind: Behind = field(repr=False)
    who: str
    words: str = field(repr=False)
    day: date | None = None
    to_tell: bool = False
    until: date | None = None

    @property
    def sensitivity(self) -> Sensitivity:
        """Who may see what it shows."""
        return getattr(self.behind, "sensitivity", Sensitivity.STANDARD)

    @property
    def can_change(self) -> bool:
        """Whether it can be put right in a line; others are where they are made."""
        return self.what not in {What.LEAD, What.OFFER, What.MONEY}

    @property
    def can_go(self) -> bool:
        """Whether it can be taken out here."""
        return self.what in {What.DECISION, What.ACTION, What.BARRIER}

    def until_words(self, today: date) -> str:
        """Say until when an offer stands; nothing where no end was named."""
        return _("until {day}", day=dates.day(self.until, today)) if self.until else ""

    def aloud(self, today: date) -> str:
        """Give it as it is read out."""
        day = dates.day(self.day, today) if self.day is not None else ""
        first = _("To escalate") if self.what is What.BARRIER else day
        tell = _("Tell today") if self.to_tell else ""
        if self.sensitivity is not Sensitivity.STANDARD:
            tell = ", ".join(filter(None, (tell, label(self.sensitivity))))
        parts = [first, self.who, self.words, self.until_words(today), tell]
        said = ", ".join(one.rstrip(".") for one in parts if one)
        return said if said.endswith(("?", "!")) else f"{said}."


def lines_of(item: LiveItem, here: Collection[UUID]) -> tuple[AgreedLine, ...]:
    """Give the lines of an item: decisions, actions, the lead, offers, money, the review."""
    lines = [_decision(one) for one in item.record.decisions if one.status is DecisionStatus.MADE]
    agreed = sorted(item.record.actions, key=lambda one: (len(one.number), one.number))
    lines += [_action(one, here) for one in agreed]
    lines += [_lead(one) for one in item.record.leads[-1:]]  # whoever it is in the end
    lines += [_offer(one) for one in item.record.offers]
    lines += [_money(one) for one in item.record.money]
    entry = item.record.entry
    if entry.next_review_on is not None:
        on = entry.next_review_on
        lines.append(AgreedLine(entry.id, What.REVIEW, on, _("Next review"), "", day=on))
    return (*lines, *_to_escalate(item))


def read_out(lines: Iterable[AgreedLine], today: date) -> str:
    """Give everything as it is read out before going on."""
    said = " ".join(one.aloud(today) for one in lines)
    return _("Agreed today: {all}", all=said) if said else _("Nothing is agreed yet.")


def _decision(one: DecisionRow) -> AgreedLine:
    how = how_decided(one.how, one.dissent_agencies)
    words = _("{decision} ({how})", decision=one.text.rstrip("."), how=how)
    return AgreedLine(one.id, What.DECISION, one, _("Decided"), words)


def _action(one: ActionRow, here: Collection[UUID]) -> AgreedLine:
    owner = ", ".join(part for part in (one.owner.name, one.owner.agency) if part)
    is_away = one.owner.id is not None and one.owner.id not in here
    return AgreedLine(one.id, What.ACTION, one, owner, one.text, one.due_on, is_away)


def _lead(one: LeadChange) -> AgreedLine:
    words = ", ".join(part for part in (one.name, one.agency) if part)
    return AgreedLine(one.role, What.LEAD, one, _("Lead professional"), words)


def _offer(one: OfferMade) -> AgreedLine:
    who = _("{agency} offers", agency=one.agency)
    words = offered_words(one)
    return AgreedLine(one.id, What.OFFER, one, who, words, until=one.until)


def _money(one: MoneyDecided) -> AgreedLine:
    words = ": ".join(filter(None, (decided_words(one), one.reason)))
    return AgreedLine(one.id, What.MONEY, one, _("Money"), words)


def _to_escalate(item: LiveItem) -> Iterable[AgreedLine]:
    """Give what this meeting escalates: what is asked, else what is in the way."""
    for one in item.barriers:
        if one.status is BarrierStatus.ESCALATED and one.id in item.asks:
            words = item.asks[one.id] or one.description
            category = category_words(one.category, one.own)
            yield AgreedLine(one.id, What.BARRIER, one, category, words)

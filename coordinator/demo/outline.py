"""Who is on file in a large demo, when each of their cases ran, and how much was done in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from coordinator.demo.dice import Dice
from coordinator.demo.volume import Volume

_LIVE = 60  # of a thousand people; domain.md counts 40 to 80 live cases in a county
_WEEK = timedelta(days=7)


class Oddity(StrEnum):
    """The awkward cases every large demo holds once."""

    NO_ACTIONS = "no_actions"
    SIXTY_ACTIONS = "sixty_actions"
    LONG_NOTE = "long_note"
    LONG_NAME = "long_name"
    APOSTROPHE = "apostrophe"
    CORNISH = "cornish"
    WELSH = "welsh"
    POLISH = "polish"
    RIGHT_TO_LEFT = "right_to_left"
    THREE_CASES = "three_cases"
    DIED = "died"
    PRISON = "prison"
    NO_BASIS = "no_basis"
    RESTRICTED = "restricted"
    LEAD_LEFT = "lead_left"
    NOT_TOLD = "not_told"


@dataclass(slots=True)
class Span:
    """One case: when it was open, and where it is spoken about."""

    id: UUID
    referral: UUID
    opened: date
    closed: date | None
    is_paused: bool = False

    def covers(self, on: date) -> bool:
        """Whether the case was on the caseload that day."""
        return self.opened < on and (self.closed is None or on <= self.closed)


@dataclass(slots=True)
class Life:
    """One person in outline."""

    id: UUID
    number: int
    spans: list[Span]
    actions: int = 0
    contacts: int = 0
    oddity: Oddity | None = None

    @property
    def is_current(self) -> bool:
        """Whether a case is open."""
        return self.spans[-1].closed is None


def outline(dice: Dice, volume: Volume, today: date) -> Sequence[Life]:
    """Lay out everybody, the longest known first; odd ones stand among those known now."""
    first = today - timedelta(days=volume.years * 365)
    live = max(len(Oddity) + 4, volume.people * _LIVE // 1000)
    odd = dict(zip(range(volume.people - live, volume.people), Oddity, strict=False))
    lives = [
        _life(dice, number, (first, today), is_live=number >= volume.people - live, odd=odd)
        for number in range(volume.people)
    ]
    _share_out(dice, lives, volume)
    return lives


def _life(
    dice: Dice, at: int, span: tuple[date, date], *, is_live: bool, odd: dict[int, Oddity]
) -> Life:
    first, today = span
    oddity = odd.get(at)
    if oddity is Oddity.THREE_CASES:
        starts = [first + timedelta(days=30), first + timedelta(days=900), today - 30 * _WEEK]
    elif is_live:
        starts = [dice.day(today - 60 * _WEEK, today - 3 * _WEEK)]
    else:
        starts = [dice.day(first, today - 40 * _WEEK)]
    if not is_live and dice.chance(0.12):
        starts.insert(0, max(first, starts[0] - dice.between(40, 80) * _WEEK))
    spans = [_span(dice, start, today) for start in sorted(set(starts))]
    for one, following in pairwise(spans):
        one.closed = min(one.closed or today, following.opened - timedelta(days=30))
    if is_live and oddity is not Oddity.DIED:
        spans[-1].closed = None
        spans[-1].is_paused = oddity is Oddity.PRISON or dice.chance(0.08)
    return Life(dice.new_id(spans[0].opened), at + 1, spans, oddity=oddity)


def _span(dice: Dice, opened: date, today: date) -> Span:
    closed = min(opened + dice.between(14, 38) * _WEEK, today - timedelta(days=5))
    return Span(dice.new_id(opened), dice.new_id(opened), opened, closed)


def _share_out(dice: Dice, lives: list[Life], volume: Volume) -> None:
    """Share actions and contacts out so that the totals are exact."""
    fixed = {Oddity.NO_ACTIONS: 0, Oddity.SIXTY_ACTIONS: 60}
    usual = [dice.between(3, 12) for _ in lives]
    weights = [0 if one.oddity in fixed else each for one, each in zip(lives, usual, strict=True)]
    actions = dice.shares(volume.actions - sum(fixed.values()), weights)
    contacts = dice.shares(volume.contacts, usual)
    for one, of_actions, of_contacts in zip(lives, actions, contacts, strict=True):
        one.actions = fixed.get(one.oddity, of_actions) if one.oddity else of_actions
        one.contacts = of_contacts


@dataclass(slots=True)
class Sitting:
    """One meeting in outline; `number` counts its actions."""

    id: UUID
    on: date
    reference: str
    items: list[tuple[UUID, Life, Span]] = field(default_factory=list)
    number: int = 0


def sittings(dice: Dice, volume: Volume, lives: Sequence[Life], today: date) -> list[Sitting]:
    """List the meetings held, and the next one; people come up in turn while their case runs."""
    first = today - timedelta(days=volume.years * 365)
    days = [first + timedelta(days=n) for n in range((today - first).days + 8)]
    chosen = [day for day in days if day.weekday() in volume.weekdays]
    last = next(at for at, day in enumerate(chosen) if day >= today)
    found: list[Sitting] = []
    years: dict[int, int] = {}
    for day in chosen[: last + 1]:
        years[day.year] = years.get(day.year, 0) + 1
        reference = f"M{day:%y}-{years[day.year]:03d}"
        found.append(Sitting(dice.new_id(min(day, today)), day, reference))
    for sitting in found[:-1]:
        _put_people(dice, sitting, lives, volume.items)
    return found


def _put_people(dice: Dice, sitting: Sitting, lives: Sequence[Life], most: int) -> None:
    running = [(life, span) for life in lives for span in life.spans if span.covers(sitting.on)]
    for life, span in dice.some(running, most):
        sitting.items.append((dice.new_id(sitting.on), life, span))

"""The slot planner: in which order people are taken, so that agencies come and go least.

An agency sits in from the first line it has a part in to the end of its last. Two things are
counted, in this order of weight:

1. *steps out*: a line taken while an agency that must not be told about the person sits in, so
   that it would have to leave the room and come back;
2. *waiting*: the minutes agencies sit in for lines they have no part in.

Only reviews, new referrals and closures change places, each among its own kind: what is urgent,
the answers, the actions and the topics stand where they stood, and so do the parts of the agenda.
Every line keeps its minutes. The same agenda gives the same order, and never one that counts more
than the order there was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.panel.rundowns import Rundown

MOVES = frozenset({AgendaKind.REVIEW, AgendaKind.NEW_REFERRAL, AgendaKind.CLOSURE})
"""The kinds whose lines may change places among themselves."""

MOST_TRIES = 30_000
"""Orders looked at before the best so far is taken: a second or two for sixty people."""

_LONGEST_RUN = 3  # lines that are moved together


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of an agenda as the planner sees it.

    Attributes:
        needed: The agencies that have a part in it.
        kept_out: The agencies that must not be in the room for it; never needed as well.
        is_fixed: It stays where it stands, whatever its kind.
    """

    item: UUID
    kind: AgendaKind
    minutes: int
    needed: frozenset[UUID] = frozenset()
    kept_out: frozenset[UUID] = frozenset()
    is_fixed: bool = False

    @property
    def moves(self) -> bool:
        """Whether it may change places with others of its kind."""
        return self.kind in MOVES and not self.is_fixed


@dataclass(frozen=True, slots=True)
class Stay:
    """One agency in the room, in minutes after midnight of the meeting's day.

    Attributes:
        own: Minutes of the lines it has a part in.
        steps_out: The lines it has to leave the room for.
    """

    agency: UUID
    comes: int
    goes: int
    own: int
    steps_out: tuple[UUID, ...] = ()

    @property
    def waits(self) -> int:
        """Minutes it sits in for lines it has no part in."""
        return self.goes - self.comes - self.own


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """An order of the lines, with who sits in when before and after."""

    order: tuple[UUID, ...]
    before: tuple[Stay, ...]
    after: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """One agency in the room before and after the lines are put in another order.

    Attributes:
        steps_out: References of those it has to leave the room for, before and after.
    """

    agency: str
    before: Stay
    after: Stay
    steps_out: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class ProposedOrder:
    """Another order of an agenda, as whoever runs the meeting looks at it.

    Attributes:
        seen: The revision of the meeting it was made from.
        order: Every line there is, those that were withdrawn last.
        hears: Agencies that are there throughout and must not hear of somebody, with references.
        is_better: Whether it counts less than the order there is.
    """

    seen: int
    order: tuple[UUID, ...]
    comings: tuple[Coming, ...]
    hears: tuple[tuple[str, tuple[str, ...]], ...] = ()
    is_better: bool = False


Count = tuple[int, int]
"""Steps out, minutes of waiting: the smaller the better."""
Change = tuple[int, ...]
"""For each place of a group, from which of its places the line comes."""


def counted(stays: Iterable[Stay]) -> Count:
    """Count what an order costs, as the head of this page says."""
    steps = waits = 0
    for stay in stays:
        steps += len(stay.steps_out)
        waits += stay.waits
    return steps, waits


def stays_of(
    slots: Sequence[Slot], rundown: Rundown, starts: int, always: frozenset[UUID] = frozenset()
) -> tuple[Stay, ...]:
    """Say who sits in when the lines are taken in this order.

    Args:
        slots: The lines in the order they are taken.
        rundown: What stands between them.
        starts: When the meeting begins, in minutes after midnight.
        always: Agencies that are there throughout, such as the chair's: they never wait.
    """
    return tuple(_stays(slots, _begins(slots, rundown, starts), always))


def plan_slots(
    slots: Sequence[Slot], rundown: Rundown, starts: int, always: frozenset[UUID] = frozenset()
) -> SlotPlan:
    """Order the lines so that agencies come and go least; see the head of this page.

    The order there is, the same turned round, and one built line by line, are each improved by
    exchanging two lines and by moving up to three together, as long as that counts less; the best
    result is taken.
    """
    search = _Search(slots, rundown, always)
    best = min((search.improved(order) for order in search.starts()), key=search.count)
    order = [slots[at] for at in best]
    return SlotPlan(
        order=tuple(one.item for one in order),
        before=stays_of(slots, rundown, starts, always),
        after=stays_of(order, rundown, starts, always),
    )


def _around(slots: Sequence[Slot], rundown: Rundown) -> list[int]:
    """Give the minutes of what stands once before each place; the same for every order."""
    spent, found = 0, []
    for slot in slots:
        spent = max(spent, rundown.minutes_before(slot.kind))
        found.append(spent)
    return found


def _begins(slots: Sequence[Slot], rundown: Rundown, starts: int) -> list[int]:
    taken, begins = starts, []
    for slot, around in zip(slots, _around(slots, rundown), strict=True):
        begins.append(taken + around)
        taken += slot.minutes
    return begins


def _stays(
    slots: Sequence[Slot], begins: Sequence[int], always: frozenset[UUID]
) -> Iterator[Stay]:
    parts: dict[UUID, list[int]] = {}
    for at, slot in enumerate(slots):
        for agency in slot.needed - always:
            parts.setdefault(agency, []).append(at)
    for agency, places in sorted(parts.items()):
        first, last = places[0], places[-1]
        yield Stay(
            agency=agency,
            comes=begins[first],
            goes=begins[last] + slots[last].minutes,
            own=sum(slots[at].minutes for at in places),
            steps_out=tuple(
                slots[at].item for at in range(first, last) if agency in slots[at].kept_out
            ),
        )


class _Search:
    """Looks for a better order; lines are told by their place in the order there was."""

    def __init__(self, slots: Sequence[Slot], rundown: Rundown, always: frozenset[UUID]) -> None:
        named = sorted({one for slot in slots for one in slot.needed} - always)
        at = {agency: place for place, agency in enumerate(named)}
        self._agencies = len(named)
        self._minutes = [slot.minutes for slot in slots]
        self._needed = [[at[one] for one in sorted(slot.needed - always)] for slot in slots]
        self._kept_out = [[at[one] for one in slot.kept_out if one in at] for slot in slots]
        self._own = sum(len(n) * m for n, m in zip(self._needed, self._minutes, strict=True))
        self._around = _around(slots, rundown)
        self._groups = _groups(slots)
        self._changes = _changes(self._groups)

    def count(self, order: Sequence[int]) -> Count:
        """Count as `counted` does, quickly."""
        first, last = [-1] * self._agencies, [-1] * self._agencies
        comes, goes = [0] * self._agencies, [0] * self._agencies
        taken, barred = 0, []
        for place, line in enumerate(order):
            begins = taken + self._around[place]
            taken += self._minutes[line]
            for agency in self._needed[line]:
                if first[agency] < 0:
                    first[agency], comes[agency] = place, begins
                last[agency], goes[agency] = place, begins + self._minutes[line]
            barred += [(agency, place) for agency in self._kept_out[line]]
        steps = sum(first[agency] < place < last[agency] for agency, place in barred)
        return steps, sum(goes) - sum(comes) - self._own

    def starts(self) -> Iterator[list[int]]:
        """Give the orders to begin with: the one there is comes first and wins a tie."""
        present = list(range(len(self._minutes)))
        yield present
        turned = list(present)
        for places in self._groups:
            turned = _changed(turned, places, tuple(reversed(range(len(places)))))
        yield turned
        yield self._built()

    def _built(self) -> list[int]:
        """Build an order: next comes whoever shares most agencies with the line before."""
        order = list(range(len(self._minutes)))
        for places in self._groups:
            left = [order[place] for place in places]
            for place in places:
                chosen = max(left, key=lambda line: self._follows(order, place, line))
                left.remove(chosen)
                order[place] = chosen
        return order

    def _follows(self, order: Sequence[int], place: int, line: int) -> tuple[int, int, int]:
        before = set(self._needed[order[place - 1]]) if place else set[int]()
        mine = set(self._needed[line])
        return len(before & mine), -len(before ^ mine), -line

    def improved(self, order: list[int]) -> list[int]:
        """Change the order step by step as long as it counts less."""
        best, count = list(order), self.count(order)
        tries, is_better = 0, True
        while is_better and tries < MOST_TRIES:
            is_better = False
            for places, change in self._changes:
                candidate = _changed(best, places, change)
                found, tries = self.count(candidate), tries + 1
                if found < count:
                    best, count, is_better = candidate, found, True
        return best


def _groups(slots: Sequence[Slot]) -> list[list[int]]:
    """Give the places whose lines may change among themselves, kind by kind."""
    groups: dict[AgendaKind, list[int]] = {}
    for place, slot in enumerate(slots):
        if slot.moves:
            groups.setdefault(slot.kind, []).append(place)
    return [places for places in groups.values() if len(places) > 1]


def _changes(groups: Iterable[Sequence[int]]) -> list[tuple[Sequence[int], Change]]:
    """List every small change of an order, group by group: moves first, then exchanges."""
    return [(one, change) for one in groups for change in (*_moves(one), *_exchanges(one))]


def _changed(order: Sequence[int], places: Sequence[int], change: Change) -> list[int]:
    changed = list(order)
    for place, other in zip(places, change, strict=True):
        changed[place] = order[places[other]]
    return changed


def _moves(places: Sequence[int]) -> Iterator[Change]:
    every = range(len(places))
    for length in range(1, min(_LONGEST_RUN, len(every) - 1) + 1):
        for at in range(len(every) - length + 1):
            run, rest = every[at : at + length], [*every[:at], *every[at + length :]]
            for to in range(len(rest) + 1):
                if to != at:
                    yield (*rest[:to], *run, *rest[to:])


def _exchanges(places: Sequence[int]) -> Iterator[Change]:
    for one, other in combinations(range(len(places)), 2):
        changed = list(range(len(places)))
        changed[one], changed[other] = other, one
        yield tuple(changed)

"""Gathering who touches people in the days ahead, for the strip of who holds them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Action, Agency, ComingMove, Holding, Offer, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.tonight import (
    TOUCHES,
    HoldingRow,
    MoveRow,
    RunningOffer,
    Touch,
    TouchSource,
    is_held_on,
)

Sought = tuple[UUID, date, UUID | None, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What is on file for the days ahead of some people, one question for each kind."""

    lines: Sequence[Holding]
    moves: Sequence[ComingMove]
    actions: Sequence[Action]
    tries: Mapping[UUID, tuple[UUID, date]]
    outreach: Sequence[Sought]
    offers: Sequence[Offer]


@dataclass(frozen=True, slots=True)
class Named:
    """Whoever is named in it, with their agencies."""

    posts: Mapping[UUID, Professional]
    agencies: Mapping[UUID, str]
    today: date

    def who(self, worker: UUID | None) -> str:
        """Give the name of a worker; nothing when nobody is named."""
        found = self.posts.get(worker) if worker else None
        return found.name if found else ""

    def agency(self, worker: UUID | None, agency: UUID | None = None) -> str:
        """Give the agency of a worker, else the one that is named."""
        found = self.posts.get(worker) if worker else None
        key = found.agency_id if found else agency
        return self.agencies.get(key, "") if key else ""

    def has_left(self, worker: UUID | None) -> bool:
        """Whether a worker is no longer in post: a promise of theirs holds nobody."""
        found = self.posts.get(worker) if worker else None
        return found is not None and found.left_on is not None and found.left_on <= self.today


def find(
    look: Reading,
    people: Sequence[UUID],
    days: Sequence[date],
    sight: Sight,
    *,
    moves_until: date,
) -> Found:
    """Ask what is on file; actions the readers may not have are left out."""
    first, last = days[0], days[-1]
    return Found(
        lines=tuple(look.holding.lines(people, first, last)),
        moves=tuple(look.holding.moves(people, moves_until)),
        actions=[
            one
            for one in look.holding.actions_due(people, first, last)
            if one.action_kind in TOUCHES and sight.sees(one.person_id, one.sensitivity)
        ],
        tries=look.holding.tries(people, first, last),
        outreach=look.holding.outreach(people, first, last),
        offers=tuple(look.holding.offers(people, first, last)),
    )


def name(look: Reading, found: Found, leads: Iterable[UUID], today: date) -> Named:
    """Ask who is named in it."""
    workers = [*leads, *(worker for worker, _on in found.tries.values())]
    workers += [one.worker_id for one in found.lines if one.worker_id]
    workers += [one.worker_id for one in found.moves if one.worker_id]
    workers += [one.owner_id for one in found.actions if one.owner_id]
    workers += [worker for _person, _on, worker, _where in found.outreach if worker]
    posts = look.get_many(Professional, workers)
    asked = [one.agency_id for one in posts.values()]
    asked += [one.agency_id for one in found.offers]
    asked += [one.agency_id for one in found.lines if one.agency_id]
    agencies = {key: one.name for key, one in look.get_many(Agency, asked).items()}
    return Named(posts, agencies, today)


def touches_of(found: Found, days: Sequence[date], named: Named) -> dict[UUID, list[Touch]]:
    """Give who touches each person, from wherever it is known."""
    touches: dict[UUID, list[Touch]] = {}
    for person, touch in (
        *_held(found.lines, days, named),
        *_planned(found, named),
    ):
        touches.setdefault(person, []).append(touch)
    return touches


def _held(
    lines: Sequence[Holding], days: Sequence[date], named: Named
) -> Iterator[tuple[UUID, Touch]]:
    for line in lines:
        row = holding_row(line, named)
        for on in days:
            if not row.has_left and is_held_on(on, row.from_on, row.to_on, row.weekdays):
                yield (
                    line.person_id,
                    Touch(
                        on, row.part, row.who, row.agency, TouchSource.HOLDING, row.what, row.id
                    ),
                )


def _planned(found: Found, named: Named) -> Iterator[tuple[UUID, Touch]]:
    """Give what was planned for a day; no hour is known, so it counts for the day itself."""
    for person, (worker, on) in found.tries.items():
        yield person, _by_day(on, worker, TouchSource.NEXT_TRY, "", named)
    for person, on, seeker, where in found.outreach:
        yield person, _by_day(on, seeker, TouchSource.OUTREACH, where, named)
    for one in found.actions:
        if one.person_id is not None and one.owner_id is not None:
            yield (
                one.person_id,
                _by_day(one.due_on, one.owner_id, TouchSource.ACTION, one.text, named),
            )


def _by_day(on: date, worker: UUID | None, source: TouchSource, what: str, named: Named) -> Touch:
    return Touch(on, DayPart.DAY, named.who(worker), named.agency(worker), source, what)


def holding_row(line: Holding, named: Named) -> HoldingRow:
    """Describe a line of who holds."""
    return HoldingRow(
        id=line.id,
        revision=line.revision,
        person_id=line.person_id,
        part=line.part,
        from_on=line.from_on,
        to_on=line.to_on,
        weekdays=tuple(line.weekdays),
        who=named.who(line.worker_id) or line.by,
        agency=named.agency(line.worker_id, line.agency_id),
        what=line.what,
        has_left=named.has_left(line.worker_id),
    )


def move_row(move: ComingMove, named: Named) -> MoveRow:
    """Describe a change ahead; a worker who has left meets nobody."""
    gone = named.has_left(move.worker_id)
    return MoveRow(
        id=move.id,
        revision=move.revision,
        person_id=move.person_id,
        kind=move.move_kind,
        on=move.on,
        at_time=move.at_time,
        place=move.place,
        plan=move.plan,
        worker_id=move.worker_id,
        met_by=("" if gone else named.who(move.worker_id)) or move.met_by,
        is_past=move.on < named.today,
    )


def offer_row(offer: Offer, named: Named) -> RunningOffer:
    """Describe an offer that runs."""
    return RunningOffer(named.agencies.get(offer.agency_id, ""), offer.what, offer.to_on)

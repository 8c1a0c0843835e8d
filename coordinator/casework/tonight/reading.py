"""Who touches each person until the next panel: one look, one question of each kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import listed_names, shown_person, visible
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.tonight import touching
from coordinator.casework.tonight.naming import named_for
from coordinator.casework.tonight.touching import Found, Named
from coordinator.db.models import Agency, Case, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.tonight import LONGEST, Strip, Tonight, Touch, days_ahead, lay_out, urgency

_A_DAY = timedelta(days=1)


def read_tonight(desk: Desk, *, reader: Reader | None = None) -> Tonight:
    """Show who holds whom, for everybody on the caseload the sitter may see.

    Args:
        desk: Where and by whom.
        reader: For whom a paper is made, besides the sitter; nobody else is named to them.
    """
    with desk.read(reader=reader) as look:
        return _tonight(desk, look, look.agendas.open_cases(), reader)


def held_by(desk: Desk, agency: UUID) -> frozenset[UUID]:
    """Give whom an agency or a worker of it is named for in the days ahead: theirs to know.

    Whoever must not be told of somebody since is left out.
    """
    with desk.read() as look:
        kind = look.get(Agency, agency).agency_kind
        if kind in NEVER_NAMED_DATA:
            return frozenset()
        people = [case.person_id for case in look.agendas.open_cases()]
        shown = visible(look, desk.reader(look), people)
        today = desk.today()
        lines = look.holding.lines(shown, today, today + LONGEST)
        moves = look.holding.moves(shown, today + LONGEST)
        asked = [(one.person_id, one.worker_id, one.agency_id) for one in lines]
        asked += [(one.person_id, one.worker_id, None) for one in moves]
        posts = look.get_many(Professional, [worker for _who, worker, _at in asked if worker])
        named = {
            person
            for person, worker, named in asked
            if agency == (_in_post(posts.get(worker), today) if worker else named)
        }
        not_told = look.readers.not_told(named)
        return frozenset(one for one in named if agency not in not_told.get(one, frozenset()))


def _in_post(post: Professional | None, today: date) -> UUID | None:
    """Give the agency of a worker who has not left it."""
    if post is None or (post.left_on is not None and post.left_on <= today):
        return None
    return post.agency_id


def read_strip(desk: Desk, person_id: UUID) -> Tonight:
    """Show the same of one person; without an open case there is no strip.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        return strip_of(desk, look, person_id)


def strip_of(desk: Desk, look: Reading, person_id: UUID) -> Tonight:
    """Show the same as part of a larger read."""
    case = look.cases.open_of(person_id)
    return _tonight(desk, look, [case] if case else [], None, every_move=True)


@dataclass(frozen=True, slots=True)
class _About:
    """What is known about everybody on the list, asked once for all of them."""

    days: tuple[date, ...]
    now: datetime
    people: Mapping[UUID, Person]
    listed: Mapping[UUID, ListedName]
    leads: Mapping[UUID, UUID]
    found: Found
    named: Named
    touches: Mapping[UUID, Sequence[Touch]]


def _tonight(
    desk: Desk,
    look: Reading,
    cases: Sequence[Case],
    reader: Reader | None,
    *,
    every_move: bool = False,
) -> Tonight:
    """Lay the days out; `every_move` gives the changes after the last day as well."""
    today = desk.today()
    panel = look.week.next_of_cycle(today + _A_DAY)
    days = days_ahead(today, panel.on if panel else None)
    sight = sight_of(desk, look, (case.person_id for case in cases), reader)
    everybody = look.get_many(Person, [case.person_id for case in cases])
    alive = {key: one for key, one in everybody.items() if one.died_on is None}
    shown = [one for one in cases if one.person_id in alive and sight.sees(one.person_id)]
    about = _gather(desk, look, shown, sight, days, date.max if every_move else days[-1])
    strips = sorted((_strip(case, about) for case in shown), key=urgency)
    reaches = panel is not None and panel.on == days[-1] + _A_DAY
    found = Tonight(today, days[-1], panel.on if panel and reaches else None, tuple(strips))
    if reader is None:
        return found
    workers = {post.name for post in about.named.posts.values()}
    return named_for(desk, look, found, reader, workers)


def _gather(
    desk: Desk,
    look: Reading,
    cases: Sequence[Case],
    sight: Sight,
    days: tuple[date, ...],
    moves_until: date,
) -> _About:
    keys = [case.person_id for case in cases]
    people = look.get_many(Person, keys)
    leads = look.agendas.leads([case.id for case in cases], days[0])
    found = touching.find(look, keys, days, sight, moves_until=moves_until)
    named = touching.name(look, found, leads.values(), desk.today())
    return _About(
        days=days,
        now=desk.now().astimezone(LONDON),
        people=people,
        listed=listed_names(look, people.values()),
        leads=leads,
        found=found,
        named=named,
        touches=touching.touches_of(found, days, named),
    )


def _strip(case: Case, about: _About) -> Strip:
    key, named = case.person_id, about.named
    listed = about.listed[key]
    return Strip(
        person_id=key,
        case_id=case.id,
        reference=about.people[key].reference,
        name=listed.name,
        initials_only=listed.initials_only,
        lead=named.who(about.leads.get(case.id)),
        parts=lay_out(about.days, about.now, about.touches.get(key, ())),
        moves=tuple(touching.move_row(one, named) for one in _of(key, about.found.moves)),
        offers=tuple(touching.offer_row(one, named) for one in _of(key, about.found.offers)),
        holdings=tuple(touching.holding_row(one, named) for one in _of(key, about.found.lines)),
    )


class _AboutSomebody(Protocol):
    @property
    def person_id(self) -> UUID: ...


T = TypeVar("T", bound=_AboutSomebody)


def _of(person: UUID, records: Iterable[T]) -> list[T]:
    return [one for one in records if one.person_id == person]

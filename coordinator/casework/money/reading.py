"""The ledger as it is shown: of one person, of the whole panel, and in figures of a period."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import chairs_on
from coordinator.casework.money.positions import funds_of, positions_on
from coordinator.casework.need_to_know.sharing import listed_names, shown_person
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.casework.panel.lines import features
from coordinator.db.models import (
    BudgetEntry,
    BudgetLine,
    Goal,
    Meeting,
    Person,
    Professional,
)
from coordinator.db.transaction import Reading
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.ledger import standing_of
from coordinator.domain.money.views import (
    EntryRow,
    GoalChoice,
    LineRow,
    ListedLine,
    PanelMoney,
    PersonMoney,
)
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Right, may
from coordinator.domain.states import GoalStatus

_GONE = frozenset({GoalStatus.DROPPED, GoalStatus.NOT_ACHIEVED})


def read_money(desk: Desk, person_id: UUID, *, reader: Reader | None = None) -> PersonMoney:
    """Show what was asked for one person, and what became of it.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        person = shown_person(desk, look, person_id)
        return money_of(desk, look, person, reader=reader)


def money_of(
    desk: Desk, look: Reading, person: Person, *, reader: Reader | None = None
) -> PersonMoney:
    """Show the same as part of a larger read."""
    sight = sight_of_one(desk, look, person.id, reader)
    lines = rows_of(look, sight, look.money.lines_of([person.id]))
    lives, role = person.died_on is None, desk.sitter.role
    decides = may(role, Right.DECIDE)
    return PersonMoney(
        person.id,
        desk.today(),
        Feature.MONEY in features(look),
        may(role, Right.EDIT_PLAN),
        decides,
        lines,
        _goals(look, sight, person.id),
        positions_on(desk, look) if decides and lives and lines else {},
        chairs_of(desk, look) if decides else (),
        may(role, Right.SEE_RESTRICTED),
        has_died=not lives,
    )


def read_panel_money(desk: Desk) -> PanelMoney:
    """Show every request the sitter may see, and what is left of what the panel was given.

    The sums count every request, also those about people the sitter may not know of: a balance
    without them would be wrong. They name nobody.

    Raises:
        NotPermittedError: The role does not see the panel's figures.
    """
    with desk.count(Right.SEE_FIGURES) as whole:
        funds = funds_of(whole)
    with desk.read() as look:
        found = look.money.lines()
        sight = sight_of(desk, look, (one.person_id for one in found))
        rows = rows_of(look, sight, found)
        people = look.get_many(Person, [one.person for one in rows if one.person])
        names = listed_names(look, people.values())
        is_on, role = Feature.MONEY in features(look), desk.sitter.role
        chairs = chairs_of(desk, look) if may(role, Right.DECIDE) else ()
    lines = tuple(_listed(one, people, names) for one in rows)
    return PanelMoney(
        desk.today(),
        is_on,
        may(role, Right.DECIDE),
        may(role, Right.EDIT_DIRECTORY),
        lines,
        funds.given,
        funds.ended,
        funds.not_given,
        funds.on(desk.today()),
        chairs,
    )


def rows_of(look: Reading, sight: Sight, found: Iterable[BudgetLine]) -> tuple[LineRow, ...]:
    """Tell those of these requests that may be seen, each with its ledger."""
    seen = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
    entries: dict[UUID, list[BudgetEntry]] = defaultdict(list)
    for entry in look.money.entries([one.id for one in seen]):
        entries[entry.line_id].append(entry)
    every = [one for some in entries.values() for one in some]
    names = _names(look, seen, every)
    goals = look.get_many(Goal, [one.goal_id for one in seen if one.goal_id])
    met = [one.meeting_id for one in seen if one.meeting_id]
    meetings = {key: one.reference for key, one in look.get_many(Meeting, met).items()}
    return tuple(_row(one, entries[one.id], names, goals, meetings) for one in seen)


def chairs_of(desk: Desk, look: Reading) -> tuple[tuple[UUID, str], ...]:
    """Name who can decide on this day."""
    wanted = chairs_on(look, desk.today())
    found = look.get_many(Professional, wanted)
    return tuple((who, found[who].name) for who in wanted if who in found)


def _listed(
    line: LineRow, people: Mapping[UUID, Person], names: Mapping[UUID, object]
) -> ListedLine:
    person = people.get(line.person) if line.person else None
    if person is None:
        return ListedLine(line, "", None)
    name, has_died = names[person.id], person.died_on is not None
    return ListedLine(line, person.reference, name, has_died)  # type: ignore[arg-type]


def _goals(look: Reading, sight: Sight, person: UUID) -> tuple[GoalChoice, ...]:
    found = look.people.about(Goal, [person])
    return tuple(
        GoalChoice(one.id, one.own_words or one.panel_words)
        for one in found
        if one.status not in _GONE and sight.sees(person, one.sensitivity)
    )


def _names(
    look: Reading, lines: Sequence[BudgetLine], entries: Collection[BudgetEntry]
) -> Mapping[UUID, str]:
    asked = [one.asked_by_id for one in lines]
    asked += [one.decided_by_id for one in lines if one.decided_by_id]
    asked += [one.recorded_by_id for one in entries]
    return {key: one.name for key, one in look.get_many(Professional, asked).items()}


def _row(
    one: BudgetLine,
    entries: Sequence[BudgetEntry],
    names: Mapping[UUID, str],
    goals: Mapping[UUID, Goal],
    meetings: Mapping[UUID, str],
) -> LineRow:
    goal = goals.get(one.goal_id) if one.goal_id else None
    return LineRow(
        id=one.id,
        revision=one.revision,
        person=one.person_id,
        purpose=one.purpose,
        goal_id=one.goal_id,
        goal=(goal.own_words or goal.panel_words) if goal else "",
        funding=one.funding,
        own_funding=one.own_funding,
        asked_on=one.asked_on,
        asked_by_id=one.asked_by_id,
        asked_by=names.get(one.asked_by_id, ""),
        asked_pence=one.asked_pence,
        status=one.status,
        decided_on=one.decided_on,
        decided_by=names.get(one.decided_by_id, "") if one.decided_by_id else "",
        reason=one.decision_reason,
        meeting=meetings.get(one.meeting_id, "") if one.meeting_id else "",
        standing=standing_of(one, entries),
        entries=tuple(_entry(entry, names) for entry in entries),
        sensitivity=one.sensitivity,
    )


def _entry(one: BudgetEntry, names: Mapping[UUID, str]) -> EntryRow:
    return EntryRow(
        one.id,
        one.revision,
        one.move,
        one.pence,
        one.happened_on,
        names.get(one.recorded_by_id, ""),
        one.receipt,
        one.note,
        one.ended_on,
        one.end_reason,
    )

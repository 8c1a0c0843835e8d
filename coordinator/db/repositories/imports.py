"""The questions an import asks: what is on file, what one act wrote, what leans on it since."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db.models import (
    Act,
    Action,
    ActionNote,
    Agency,
    Case,
    LoggedChange,
    Panel,
    Person,
    Professional,
    Record,
)
from coordinator.db.repositories.pieces import in_pieces, mark_of_store
from coordinator.domain.states import CaseStatus

_MANY = 500  # numbers asked about at a time
_FIRST = 1  # the revision a new record has
_WITH_REMOVED = {"with_removed": True}


class InPost(NamedTuple):
    """Somebody who can own an action, with their agency."""

    professional: Professional
    agency: Agency


class SameAction(NamedTuple):
    """What tells an action from every other one of the same person."""

    person_id: UUID | None
    text: str
    due_on: date
    owner_id: UUID | None


class Written(NamedTuple):
    """One field an act wrote: `is_new` when it made the record."""

    record: UUID
    kind: str
    field: str
    is_new: bool


class Imports:
    """What imports and their undoing ask, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def prefix(self) -> str:
        """Give what references given here begin with; away from the panel with its mark."""
        prefix = self._session.scalars(select(Panel.prefix)).first() or "P"
        return prefix + mark_of_store(self._session)

    def references(self, prefix: str) -> Sequence[str]:
        """Give every reference of the panel's series, those of removed people included."""
        query = select(Person.reference).where(Person.reference.startswith(f"{prefix}-"))
        return self._session.scalars(query, execution_options=_WITH_REMOVED).all()

    def in_post(self) -> list[InPost]:
        """Give every professional in the directory with their agency, by name."""
        query = (
            select(Professional, Agency)
            .join(Agency, Agency.id == Professional.agency_id)
            .order_by(Professional.name, Professional.id)
        )
        return [InPost(*row) for row in self._session.execute(query)]

    def open_cases(self, people: Collection[UUID]) -> dict[UUID, UUID]:
        """Give the open case of each of these people who has one."""
        found: dict[UUID, UUID] = {}
        for some in in_pieces(people):
            query = select(Case.person_id, Case.id).where(
                Case.person_id.in_(some),
                Case.status != CaseStatus.CLOSED,
                Case.disputed.is_(False),
            )
            found.update((person, case) for person, case in self._session.execute(query))
        return found

    def actions_of(self, people: Collection[UUID]) -> set[SameAction]:
        """Give what tells the actions of these people apart; the due date first agreed."""
        found: set[SameAction] = set()
        for some in in_pieces(people):
            query = select(
                Action.person_id, Action.text, Action.original_due_on, Action.owner_id
            ).where(Action.person_id.in_(some))
            found |= {SameAction(*row) for row in self._session.execute(query)}
        return found

    def numbered(self, numbers: Collection[str]) -> Sequence[Action]:
        """Give the actions of these numbers; those there are none of are left out."""
        found: list[Action] = []
        wanted = sorted(numbers)
        for start in range(0, len(wanted), _MANY):
            some = Action.number.in_(wanted[start : start + _MANY])
            found += self._session.scalars(select(Action).where(some))
        return found

    def reports_of(self, actions: Collection[UUID]) -> Mapping[UUID, frozenset[str]]:
        """Give every text reported about each of these actions."""
        found: dict[UUID, frozenset[str]] = {}
        for some in in_pieces(actions):
            query = select(ActionNote.action_id, ActionNote.text).where(
                ActionNote.action_id.in_(some)
            )
            for action, text in self._session.execute(query):
                found[action] = found.get(action, frozenset()) | {text}
        return found

    def acts_named(self, names: Collection[str]) -> Sequence[Act]:
        """Give the acts of these names, newest first."""
        query = select(Act).where(Act.name.in_(names)).order_by(Act.number.desc())
        return self._session.scalars(query).all()

    def act(self, key: UUID) -> Act | None:
        """Give an act by its id."""
        return self._session.scalars(select(Act).where(Act.id == key)).one_or_none()

    def is_undone(self, act: UUID, by: str) -> bool:
        """Tell whether an act of this name was done to another."""
        query = select(Act.number).where(Act.record == act, Act.name == by).limit(1)
        return self._session.scalars(query).first() is not None

    def act_numbered(self, number: int) -> Act | None:
        """Give an act by its number in the journal."""
        return self._session.get(Act, number)

    def written_by(self, act: UUID) -> list[Written]:
        """Give every field an act wrote."""
        query = select(
            LoggedChange.record, LoggedChange.kind, LoggedChange.field, LoggedChange.revision
        ).where(LoggedChange.act == act)
        return [
            Written(record, kind, field, revision == _FIRST)
            for record, kind, field, revision in self._session.execute(query)
        ]

    def taken_back(self, since: Act, by: str) -> set[UUID]:
        """Give the acts after one that were undone, and those of this name that undid them."""
        query = select(Act.id, Act.record).where(Act.name == by, Act.number > since.number)
        undoings = self._session.execute(query).all()
        undone = [record for _act, record in undoings]
        later = select(Act.id).where(Act.id.in_(undone), Act.number > since.number)
        came_after = set(self._session.scalars(later))
        return came_after | {act for act, record in undoings if record in came_after}

    def changed_since(self, act: Act, besides: Collection[UUID] = ()) -> set[UUID]:
        """Give the records that others changed after an act wrote them.

        Of a record it made every change counts; of one that stood before, those to the same field.

        Args:
            act: Which.
            besides: Later acts that left nothing: undone, and what undid them.
        """
        was, later = aliased(LoggedChange), aliased(LoggedChange)
        before = select(Act.id).where(Act.number <= act.number)
        same = or_(was.revision == _FIRST, later.field == was.field)
        query = (
            select(later.record)
            .join(was, and_(was.record == later.record, same))
            .where(was.act == act.id, later.act.not_in(before), later.act.not_in(besides))
        )
        return set(self._session.scalars(query.distinct()))

    def leaning_on(self, act: UUID) -> set[UUID]:
        """Give the records others made that refer to one the act made."""
        made = select(LoggedChange.record).where(
            LoggedChange.act == act, LoggedChange.revision == _FIRST
        )
        kinds = self._session.scalars(
            select(LoggedChange.kind).where(LoggedChange.act == act).distinct()
        )
        tables = {_MODELS[kind].__table__ for kind in kinds}
        found: set[UUID] = set()
        for query in _references(tables, made):
            found |= set(self._session.scalars(query))
        return found


_MODELS: dict[str, type[Record]] = {model.kind.value: model for model in Record.__subclasses__()}


def model_of(kind: str) -> type[Record]:
    """Give the table of a kind of record."""
    return _MODELS[kind]


def _references(tables: Collection[Any], made: Select[UUID]) -> list[Select[UUID]]:
    """Ask each table that refers to one of these which of what was made others refer to."""
    queries = []
    for model in _MODELS.values():
        for key in model.__table__.foreign_keys:
            if key.column.table in tables:
                refers: ColumnElement[bool] = key.parent.in_(made)
                queries.append(select(key.parent).where(refers, model.id.not_in(made)))
    return queries

"""The history of any record and of a person: who did what, when, in which act and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.db.models import Action, Agency, Goal, Meeting, Person, Professional
from coordinator.db.repositories.history import Moment
from coordinator.db.transaction import Reading
from coordinator.domain.errors import MissingRecordError, WithheldError
from coordinator.domain.merging.changes import RESTRICTED, Change
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.need_to_know.field_guards import TELLS_WHERE
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.records import history as rules
from coordinator.domain.records.history import ActFacts, Dispute, Happening, HistoryView
from coordinator.domain.roles import Right, may
from coordinator.domain.states import Sensitivity

_PAGE = 50
_SENSITIVITY = "sensitivity"
_PARENTS = ("action_id", "barrier_id", "escalation_id", "protocol_id")
"""What a record was made about: a report and a barrier about an action, an escalation about a
barrier, the entries of its thread about it, a step of a protocol."""
_STOPPED = "goal_id"
"""What a barrier stops, and an action only serves: the barrier tells of it."""
_TIED_TO = "other_id"
"""Of a tie: the other of the two, when they are on file too."""
_FOR_FEW = frozenset({RecordKind.ACCESS_REQUEST, RecordKind.ACCESS_DECISION})
"""Who asked to see what is held, and why something was withheld: for those who answer."""
_OF_THE_LOG = frozenset(
    {
        RecordKind.DISCLOSURE,
        RecordKind.DISCLOSED_PERSON,
        RecordKind.DISCLOSURE_END,
        RecordKind.RETENTION_HOLD,
        RecordKind.DISPOSAL,
    }
)
"""What went to whom, and why a record is kept: for those who read the log."""
_ORDER = "goal_order"
_ID_DIGITS = 32


def read_history(desk: Desk, record_id: UUID, *, reader: Reader | None = None) -> HistoryView:
    """Tell everything that happened to one record, newest first.

    Raises:
        MissingRecordError: Nothing was ever said about such a record.
        WithheldError: It is about somebody, or is itself, not theirs to see.
    """
    with desk.read(reader=reader) as look:
        changes = look.history.changes_of(record_id)
        if not changes:
            raise MissingRecordError(what="record", key=str(record_id))
        person = _person(look, changes[0])
        limits = _limits(look, changes, sight_of_one(desk, look, person, reader), person)
        if limits.hides(record_id) or limits.leaves_out(changes[0]):
            raise WithheldError(record=record_id)
        if _of_others(desk, look, changes, reader):
            raise WithheldError(record=record_id)
        known = {change.id: change for change in changes}
        disputes = list(_disputes(changes, limits))
        return _view(look, _told(look, changes, known, limits), disputes)


def read_person_history(
    desk: Desk,
    person_id: UUID,
    *,
    before: tuple[datetime, int, UUID] | None = None,
    limit: int = _PAGE,
    reader: Reader | None = None,
) -> HistoryView:
    """Tell what happened in everything kept about a person, newest first.

    Args:
        desk: Who asks.
        person_id: About whom.
        before: Where the page before ended.
        limit: At most so many acts.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        look.get(Person, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        start = Moment(*before) if before else None
        found = look.history.acts_in(person_id, before=start, limit=limit + 1)
        shown = found[:limit]
        changes = look.history.changes_in(person_id, [one.act for one in shown])
        disputed = [] if before else look.history.disputed_in(person_id)
        standing = look.history.current_of({record for record, _ in disputed})
        others = _of_others(desk, look, [*changes, *standing], reader)
        changes = [one for one in changes if one.record not in others]
        standing = [one for one in standing if one.record not in others]
        replaced = {old for change in changes for old in change.replaces}
        known = {change.id: change for change in look.history.by_id(replaced)}
        limits = _limits(look, [*changes, *standing, *known.values()], sight, person_id)
        disputes = list(_disputes(standing, limits))
        end = shown[-1] if len(found) > limit else None
        return _view(look, _told(look, changes, known, limits), disputes, end)


@dataclass(frozen=True, slots=True)
class _Limits:
    """What of some records the reader may not have."""

    may_have_all: bool
    guarded: frozenset[UUID]
    kept: Mapping[UUID, frozenset[str]]
    without: frozenset[RecordKind] = frozenset()

    def hides(self, record: UUID) -> bool:
        """Whether a record as a whole is kept from the reader."""
        return not self.may_have_all and record in self.guarded

    def leaves_out(self, change: Change) -> bool:
        """Whether a change is none to the reader.

        That a part is held back is no news to them, nor what stands in a log they do not read.
        """
        if change.kind in self.without:
            return True
        return not self.may_have_all and change.kind == RecordKind.FIELD_GUARD

    def without_hidden(self, change: Change) -> Change:
        """Write the order of the goals of a plan without those that are none to the reader."""
        if self.may_have_all or change.kind != RecordKind.PLAN:
            return change
        if change.field == _ORDER:
            return replace(change, value=self._shown(change.value))
        if isinstance(change.value, Mapping) and _ORDER in change.value:
            order = self._shown(change.value[_ORDER])
            return replace(change, value={**change.value, _ORDER: order})
        return change

    def _shown(self, order: Any) -> Any:
        if not isinstance(order, list):
            return order
        return [one for one in order if id_in(one) not in self.guarded]

    def untold(self, change: Change) -> Collection[str]:
        """Name the columns of a record that are blank for the reader."""
        if change.kind == RecordKind.OUTREACH_LINE:
            kept = self.kept.get(change.scope, frozenset())
            return () if kept.isdisjoint(TELLS_WHERE) else ("where",)
        return self.kept.get(change.record, ())

    def __call__(self, change: Change) -> bool:
        """Whether the values of a change are."""
        if self.may_have_all:
            return False
        held = isinstance(change.value, Mapping) and RESTRICTED in change.value
        return held or change.field == RESTRICTED or change.record in self.guarded


def _person(look: Reading, change: Change) -> UUID | None:
    return None if change.scope == look.info.panel_id else change.scope


def _of_others(
    desk: Desk, look: Reading, changes: Sequence[Change], reader: Reader | None
) -> frozenset[UUID]:
    """Find the records that tie the person to somebody the reader may not know of."""
    named = look.history.current_values({change.record for change in changes}, _TIED_TO)
    tied = {record: other for record, value in named if (other := id_in(value))}
    sight = sight_of(desk, look, tied.values(), reader)
    return frozenset(record for record, other in tied.items() if not sight.sees(other))


def _limits(
    look: Reading, changes: Sequence[Change], sight: Sight, person: UUID | None
) -> _Limits:
    """Find the records that are restricted, or were made about one that is.

    A record counts as restricted as soon as one of its current values says so.
    """
    reads_log = all(may(reader.role, Right.READ_AUDIT) for reader in sight.readers)
    without = frozenset() if reads_log else _OF_THE_LOG
    if sight.sees(person, Sensitivity.PRIVILEGED):
        return _Limits(may_have_all=True, guarded=frozenset(), kept={}, without=without)
    records = {change.record for change in changes}
    records |= {goal for change in changes for goal in _ordered(change)}
    actions = {change.record for change in changes if change.kind == RecordKind.ACTION}
    parents = _parents(look, records, actions)
    guarded = {
        record
        for record, value in look.history.current_values({*records, *parents}, _SENSITIVITY)
        if value != Sensitivity.STANDARD
    }
    guarded |= {change.record for change in changes if change.kind in _FOR_FEW}
    new = set(guarded)
    while new:
        new = {child for parent in new for child in parents.get(parent, ())} - guarded
        guarded |= new
    return _Limits(may_have_all=False, guarded=frozenset(guarded), kept=look.kept, without=without)


def _ordered(change: Change) -> Iterator[UUID]:
    """Give the goals a change of a plan puts in order."""
    if change.kind != RecordKind.PLAN:
        return
    value = change.value
    order = value.get(_ORDER) if isinstance(value, Mapping) else value
    if isinstance(order, list):
        yield from (key for one in order if (key := id_in(one)))


def _parents(
    look: Reading, records: Collection[UUID], actions: Collection[UUID]
) -> Mapping[UUID, set[UUID]]:
    """Give what these records were made about, and what that was, each with those about it."""
    found: dict[UUID, set[UUID]] = {}
    known, new = set(records), set(records)
    while new:
        named = [one for column in _PARENTS for one in look.history.current_values(new, column)]
        named += look.history.current_values(new - set(actions), _STOPPED)
        new = set()
        for child, value in named:
            if parent := id_in(value):
                found.setdefault(parent, set()).add(child)
                new |= {parent} - known
        known |= new
    return found


def _disputes(changes: Iterable[Change], limits: _Limits) -> Iterator[Dispute]:
    for key, fields in by_record(heads(changes)).items():
        told = {name: tuple(map(limits.without_hidden, some)) for name, some in fields.items()}
        yield from rules.disputes(key, told, limits, limits.untold)


def _told(
    look: Reading, changes: Sequence[Change], known: dict[bytes, Change], limits: _Limits
) -> tuple[Happening, ...]:
    acts = look.history.named({change.act for change in changes})
    return rules.happenings(
        [limits.without_hidden(one) for one in changes if not limits.leaves_out(one)],
        known={key: limits.without_hidden(one) for key, one in known.items()},
        acts={key: ActFacts(act.name, act.reason, act.record) for key, act in acts.items()},
        withheld=limits,
        hidden=limits.guarded,
        untold=limits.untold,
    )


def _view(
    look: Reading,
    found: tuple[Happening, ...],
    disputes: Sequence[Dispute],
    before: Moment | None = None,
) -> HistoryView:
    ids = {one.by for one in found} | set(_ids_in(found, disputes))
    return HistoryView(found, tuple(disputes), names_of(look, ids), before)


def _ids_in(found: Iterable[Happening], disputes: Iterable[Dispute]) -> Iterator[UUID]:
    values = [value for one in found for move in one.moves for value in (*move.before, move.after)]
    values += [standing.value for one in disputes for standing in one.values]
    for value in values:
        for part in value if isinstance(value, list) else [value]:
            if key := id_in(part):
                yield key
    yield from (standing.by for one in disputes for standing in one.values)


def id_in(value: object) -> UUID | None:
    """Read a logged id; anything else is none."""
    if not isinstance(value, str) or len(value) != _ID_DIGITS:
        return None
    try:
        return UUID(hex=value)
    except ValueError:
        return None


def names_of(look: Reading, ids: Collection[UUID]) -> dict[str, str]:
    """Name what ids stand for, people of the panel by reference; unknown ones are left out."""
    wanted = sorted(ids)
    named: dict[UUID, str] = {}
    named.update({k: one.name for k, one in look.get_many(Professional, wanted).items()})
    named.update({k: one.name for k, one in look.get_many(Agency, wanted).items()})
    named.update({k: one.reference for k, one in look.get_many(Meeting, wanted).items()})
    named.update({k: one.reference for k, one in look.get_many(Person, wanted).items()})
    named.update({k: one.number for k, one in look.get_many(Action, wanted).items()})
    goals = look.get_many(Goal, wanted)
    named.update({k: one.own_words or one.panel_words for k, one in goals.items()})
    return {key.hex: name for key, name in named.items()}

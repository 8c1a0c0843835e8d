"""Turning what an update sheet says into changes of whoever filled it in.

They name what the sheet showed and replace that, so that they merge as if they had been written in
a store away from the panel. Brought in again, the same words give nothing new: what a sheet once
brought is known by its salt, which is drawn from the sheet and from what was said.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import owned_by, owner_in_post
from coordinator.casework.away.sheet_names import owner_named, person_named
from coordinator.casework.away.taking import change_of
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import check_may_be_told
from coordinator.db.logging_rules import (
    defaults,
    is_worth_logging,
    logged_fields,
    logged_value,
    value_of,
)
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Professional
from coordinator.db.transaction import Reading
from coordinator.domain.actions import rules
from coordinator.domain.actions.barriers import OPEN_BARRIERS
from coordinator.domain.actions.enforcement import check_thought_of
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.cell_faults import CellFault
from coordinator.domain.errors import (
    InvalidFieldsError,
    MissingRecordError,
    RuleError,
    SheetCellsError,
)
from coordinator.domain.exchange.sheet_says import (
    ActionSays,
    NewSays,
    NoteSays,
    PlanSays,
    SheetSays,
    Spot,
)
from coordinator.domain.exchange.update_sheets import RowBasis, made_id, made_salt
from coordinator.domain.merging.changes import (
    RESTRICTED,
    ROW,
    Change,
    ChangeId,
    Value,
    canonical,
)
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.contacts import NewContact, check_contact
from coordinator.domain.returns.rules import Standing, Steps, steps_of
from coordinator.domain.states import ActionStatus
from coordinator.wording.update_sheets import by_sheet

K = RecordKind
Shown = tuple[ChangeId, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """What a sheet brings; `known` is how much of it is here, or kept aside, already.

    `left` is what is not brought because its row says what cannot be.
    """

    changes: tuple[Change, ...]
    known: int
    left: tuple[CellFault, ...] = ()


def changes_in(desk: Desk, look: Reading, says: SheetSays, act: UUID) -> Brought:
    """Give the changes a sheet brings that nothing is known of yet.

    Raises:
        SheetCellsError: A row says what cannot be, or what nobody may write; or, where the rest
            is to be taken, there is no rest.
        MissingRecordError: Whoever filled it in is not in the directory.
    """
    writing = _Writing(desk, look, says, act)
    for row in says.rows:
        with writing.at(row.spot):
            match row:
                case PlanSays():
                    writing.plan(row)
                case ActionSays():
                    writing.action(row)
                case NoteSays():
                    writing.note(row)
                case NewSays():
                    writing.new(row)
    left = (*says.left, *writing.faults)
    if left and not (says.rest and (writing.changes or writing.known)):
        raise SheetCellsError(says.path, left)
    return Brought(tuple(writing.changes), writing.known, left)


@dataclass
class _Writing:
    """One sheet, turned into changes row by row."""

    desk: Desk
    look: Reading
    says: SheetSays
    act: UUID
    changes: list[Change] = field(default_factory=list)
    known: int = 0
    faults: list[CellFault] = field(default_factory=list)

    def __post_init__(self) -> None:
        mark = self.says.mark
        self.lead = self.look.get(Professional, mark.professional)
        self.install = made_id(self.says.secret, "install")
        self.before: dict[tuple[UUID, str], list[Change]] = {}
        own = self.look.away.changes_by(self.lead.id)
        held = [change_of(one.body) for one in self.look.away.held(self.lead.id) if one.body]
        mine = [one for one in (*own, *held) if one.install == self.install]
        for one in mine:
            self.before.setdefault((one.record, one.field), []).append(one)
        self.number = max((one.number for one in mine), default=0)
        self._agreed = 0

    @contextmanager
    def at(self, spot: Spot) -> Iterator[None]:
        """Name the cell when a rule refuses what a row says; nothing of such a row counts."""
        before = len(self.changes)
        try:
            yield
        except InvalidFieldsError as error:
            del self.changes[before:]
            self.faults += [
                spot.fault(_COLUMNS.get(name, name), rule, InvalidFieldsError({name: rule}))
                for name, rule in error.fields.items()
            ]
        except (RuleError, MissingRecordError) as error:
            del self.changes[before:]
            self.faults.append(spot.fault(_likely(spot), "", error))

    def plan(self, row: PlanSays) -> None:
        """Write a text of a plan anew."""
        basis, section = row.basis, row.basis.section
        self._say(_place(basis, K.PLAN, section), row.text, basis.shown.get(section, ()), row.text)

    def action(self, row: ActionSays) -> None:
        """Say what became of an action, move it, or report on it."""
        basis, said = row.basis, row.said
        if basis.status is None or basis.set_on is None or basis.due_on is None:
            raise InvalidFieldsError({"number": "mark-altered"})
        standing = Standing(_record(basis), basis.status, basis.set_on, basis.due_on)
        steps = steps_of(said, standing, self.desk.today())
        self._move(basis, steps, said.line.strip())
        if steps.outcome is not None:
            key = canonical([logged_value(one) for one in said.filled])
            self._settle(basis, steps.outcome, key)
        if steps.report:
            self._report(basis, basis.status, steps.report)

    def note(self, row: NoteSays) -> None:
        """Keep a try at contact; the sheet has its day, not its hour."""
        person = _person(row.basis)
        at = min(datetime.combine(row.on, time(12), LONDON), self.desk.now())
        new = NewContact(person, at, row.type, row.result, self.lead.id, note=row.note)
        check_contact(new, self.desk.now(), row.on)
        said = ("contact", person.hex, row.on.isoformat(), row.type, row.result, row.note)
        self._begin(
            K.CONTACT,
            person,
            said,
            case_id=self.look.actions.open_case(person),
            at=at,
            recorded_at=self.desk.now(),
            worker_id=self.lead.id,
            contact_type=row.type,
            result=row.result,
            note=row.note,
        )

    def new(self, row: NewSays) -> None:
        """Begin an action; who it is about and who does it are looked up as they were named."""
        person = person_named(self.look, self.says.mark, row.person)
        owner, today = owner_named(self.look, row.owner), self.desk.today()
        said = (row.person, row.text, row.owner, str(row.due_on))
        record = self._new_record(row.place, said)
        if (record, "number") not in self.before:
            new = NewAction(row.text, owner.id, row.due_on, person.id)
            rules.check_new(new, today)
            check_thought_of(new.kind, new.text, None)
            owner_in_post(self.look, owner.id, today)
            check_may_be_told(self.look, person.id, [owner.agency_id, owner.id])
        self._begin(
            K.ACTION,
            person.id,
            said,
            record=record,
            keys={"owner_id": owner.id.hex},
            text=row.text,
            due_on=row.due_on,
            **owned_by(self.look, owner),
            **self._origin(record, person.id, row.due_on),
        )

    def _move(self, basis: RowBasis, steps: Steps, line: str) -> None:
        if steps.move_to is None:
            return
        to = steps.move_to.isoformat()
        self._say(_place(basis, K.ACTION, "due_on"), to, basis.shown.get("due_on", ()), to)
        self._begin(
            K.ACTION_MOVE,
            _person(basis),
            ("move", _record(basis).hex, to, line),
            action_id=_record(basis),
            from_on=basis.due_on,
            to_on=steps.move_to,
            reason=by_sheet(self.lead.name, line),
            moved_on=self.desk.today(),
            moved_by_id=self.lead.id,
        )

    def _settle(self, basis: RowBasis, outcome: Outcome, key: str) -> None:
        model = models_by_kind()[K.ACTION]
        row = dict(defaults(model))
        settled = rules.settled(outcome, self.desk.today())
        row |= {name: logged_value(one) for name, one in settled.items()}
        value = value_of(model, "status", row)
        self._say(_place(basis, K.ACTION, "status"), value, basis.shown.get("status", ()), key)
        self._report(basis, outcome.status, outcome.note)
        stands = any(
            one.category is outcome.barrier and one.status in OPEN_BARRIERS
            for one in self.look.barriers.of_actions([_record(basis)])
        )
        if outcome.barrier is not None and not stands:
            self._begin(
                K.BARRIER,
                _person(basis),
                ("barrier", _record(basis).hex, outcome.barrier, outcome.barrier_details),
                action_id=_record(basis),
                category=outcome.barrier,
                description=outcome.barrier_details.strip(),
                since=self.desk.today(),
            )

    def _report(self, basis: RowBasis, status: ActionStatus, text: str) -> None:
        self._begin(
            K.ACTION_NOTE,
            _person(basis),
            ("report", _record(basis).hex, status, " ".join(text.split())),
            action_id=_record(basis),
            noted_on=self.desk.today(),
            noted_by_id=self.lead.id,
            status=status,
            text=text.strip(),
        )

    def _begin(
        self,
        kind: RecordKind,
        person: UUID,
        said: tuple[str, ...],
        *,
        record: UUID | None = None,
        keys: Mapping[str, str] = MappingProxyType({}),
        **values: Any,
    ) -> None:
        """Say what a new record says.

        Args:
            kind: Of the record.
            person: Whom it is about.
            said: What tells it from every other of this sheet.
            record: Its id, where `said` does not give it.
            keys: What tells that a field says the same as before, where its value may not.
            values: By its columns.
        """
        model = models_by_kind()[kind]
        key = record or made_id(self.says.secret, *said)
        row = {**defaults(model), "person_id": person.hex}
        row |= {name: logged_value(one) for name, one in values.items()}
        for name in logged_fields(model):
            if is_worth_logging(model, name, row):
                value = value_of(model, name, row)
                told = canonical(said) if name == ROW else keys.get(name, canonical(value))
                self._say((person, key, kind, name), value, (), told)

    def _say(
        self, place: tuple[UUID, UUID, RecordKind, str], value: Value, shown: Shown, said: str
    ) -> None:
        """Make a change, unless this sheet brought it before."""
        scope, record, kind, name = place
        salt = made_salt(self.says.secret, record.hex, name, said)
        before = self.before.setdefault((record, name), [])
        if any(one.salt == salt for one in before):
            self.known += 1
            return
        self.number += 1
        replaces = {*shown, *(one.id for one in before)}
        change = Change(
            scope=scope,
            record=record,
            kind=kind.value,
            field=name,
            value=value,
            author=self.lead.id,
            install=self.install,
            number=self.number,
            made=self.desk.now(),
            act=self.act,
            salt=salt,
            replaces=() if name in {ROW, RESTRICTED} else tuple(sorted(replaces)),
        )
        before.append(change)
        self.changes.append(change)

    def _new_record(self, place: int, said: tuple[str, ...]) -> UUID:
        """Give the id of a new action: that of its row, so that its words may still be mended."""
        by_row = made_id(self.says.secret, "new", str(place))
        is_taken = any(one.record == by_row for one in self.changes)
        return by_row if place and not is_taken else made_id(self.says.secret, "new", *said)

    def _origin(self, record: UUID, person: UUID, due: date | None) -> Mapping[str, Any]:
        """Say where a new action comes from; one that this sheet brought before has it said."""
        before = self.before.get((record, "number"))
        if before and isinstance(before[0].value, Mapping):
            return before[0].value
        number = self.look.actions.next_of_year(self.desk.today().year)
        head, last = number.rsplit("-", 1)
        self._agreed += 1
        return {
            "number": f"{head}-{int(last) + self._agreed - 1:04d}",
            "case_id": self.look.actions.open_case(person),
            "set_on": self.desk.today(),
            "original_due_on": due,
        }


_COLUMNS = {"owner_id": "owner", "at": "on"}
"""Fields as the rules call them, to the columns of a sheet."""


def _likely(spot: Spot) -> str:
    """Name the column a refusal is about, where the rule names none."""
    return "outcome" if spot.letters.get("outcome") else "owner"


def _place(basis: RowBasis, kind: RecordKind, name: str) -> tuple[UUID, UUID, RecordKind, str]:
    return _person(basis), _record(basis), kind, name


def _person(basis: RowBasis) -> UUID:
    if basis.person is None:
        raise InvalidFieldsError({"person": "mark-altered"})
    return basis.person


def _record(basis: RowBasis) -> UUID:
    if basis.record is None:
        raise InvalidFieldsError({"person": "mark-altered"})
    return basis.record

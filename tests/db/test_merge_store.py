"""The random histories of `domain/merging`, with the real encrypted store as the panel's own."""

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, select

from coordinator.db import models
from coordinator.db.appending import append
from coordinator.db.changelog import current_changes, read_change
from coordinator.db.checking import check_store
from coordinator.db.journal import Stamp
from coordinator.db.merging import replaced_by
from coordinator.db.models import Dispute, LoggedChange, Person, Record, Risk, StoreInfo
from coordinator.db.store import Store
from coordinator.db.transaction import Reading
from coordinator.domain.merging.changes import (
    Change,
    ChangeId,
    Place,
    RecordKey,
    Value,
    sorted_ids,
)
from coordinator.domain.merging.disagreements import Disagreement
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.merging.receiving import HomeOf
from coordinator.domain.merging.saving import replaced_by_restoring, replaced_by_settling
from coordinator.domain.merging.wire import check_change
from tests.domain.merging.cast import HUB, LEADS, PEOPLE, RISKS, WARNINGS
from tests.domain.merging.examples import NOON, change, uuid_no
from tests.domain.merging.machine import Panel
from tests.domain.merging.model import Log
from tests.domain.merging.running import run
from tests.stores import COORDINATOR, keyspec

MODELS: Mapping[str, type[Risk] | type[models.Warning]] = {"risk": Risk, "warning": models.Warning}
HOMES = {key.record: key for key in [*RISKS.values(), *WARNINGS.values()]}


def home_of(record: UUID) -> RecordKey | None:
    return HOMES.get(record)


class StoreLog:
    """The panel's log as the real store keeps it: acts write rows, packs are brought in."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path, keyspec)
        self._random, self._acts = Random(1), 0

    def add(self, changes: Iterable[Change]) -> None:
        with self.store.transaction(self._stamp(NOON)) as tx:
            tx.bring_in(changes)
            tx.journal("changes.brought_in")

    def changes(self) -> tuple[Change, ...]:
        with self.store.reading() as look:
            return _read(look, select(LoggedChange))

    def heads(self) -> Mapping[Place, Sequence[Change]]:
        """What the store's own query calls current."""
        with self.store.reading() as look:
            records = sorted(set(look.session.scalars(select(LoggedChange.record))))
            found = _read(look, current_changes(records))
        places: dict[Place, list[Change]] = {}
        for one in found:
            places.setdefault(one.place, []).append(one)
        return places

    def state(self) -> Mapping[RecordKey, Mapping[str, Sequence[Change]]]:
        """The records whose row stands."""
        with self.store.reading() as look:
            gone = {row for m in MODELS.values() for row in look.session.scalars(_removed(m))}
        found = by_record(self.heads())
        return {key: fields for key, fields in found.items() if key.record not in gone}

    def disagreements(self) -> Sequence[Disagreement]:
        """What the store lists as disputed."""
        current = self.heads()
        with self.store.reading() as look:
            rows = list(look.session.scalars(select(Dispute)))
        places = [Place(row.scope, row.record, row.kind, row.field) for row in rows]
        return [Disagreement(place, tuple(current[place])) for place in sorted(places)]

    def set(
        self, key: RecordKey, field: str, value: Value, *, made: datetime, settle: bool = False
    ) -> Change | None:
        before = {one.id for one in self.changes()}
        if settle or (field == "*" and value is False):
            self._settle(key, field, value, made)
        else:
            self._save(key, field, value, made)
        written = [one for one in self.changes() if one.id not in before]
        assert len(written) <= 1
        return written[0] if written else None

    def forget(self, ids: Collection[ChangeId]) -> None:
        assert not ids, "the panel's store forgets nothing"

    def _save(self, key: RecordKey, field: str, value: Value, made: datetime) -> None:
        """Write the row, as any act does; the store logs what became of it."""
        model = MODELS[key.kind]
        with self.store.transaction(self._stamp(made)) as tx:
            query = select(model).where(model.id == key.record)
            row = tx.session.scalars(query.execution_options(with_removed=True)).one()
            setattr(row, "removed" if field == "*" else field, value)
            tx.journal("test.written")

    def _settle(self, key: RecordKey, field: str, value: Value, made: datetime) -> None:
        fields = by_record(self.heads())[key]
        current = fields.get(field, ())
        old = replaced_by_restoring(fields) if field == "*" else replaced_by_settling(current)
        stamp = self._stamp(made)
        with self.store.transaction(stamp) as tx:
            info = tx.session.scalars(select(StoreInfo)).one()
            tx.bring_in(
                [
                    Change(
                        *key,
                        field=field,
                        value=value,
                        author=stamp.actor,
                        install=info.install_id,
                        number=1 + max(one.number for one in self.changes()),
                        made=made,
                        act=stamp.act,
                        salt=stamp.random(16),
                        replaces=old,
                    )
                ]
            )
            tx.journal("test.settled")

    def _stamp(self, at: datetime) -> Stamp:
        self._acts += 1
        return Stamp(HUB, at, UUID(int=70_000 + self._acts), self._random.randbytes)


def _read(look: Reading, query: Any) -> tuple[Change, ...]:
    rows = list(look.session.scalars(query))
    named = replaced_by(look.session, [row.id for row in rows])
    changes = tuple(read_change(row, named.get(row.id, ())) for row in rows)
    assert [one.id for one in changes] == [row.id for row in rows]
    return changes


def _removed(model: type[Risk] | type[models.Warning]) -> Select[Any]:
    query = select(model.id).where(model.removed)
    return query.execution_options(with_removed=True)


@pytest.fixture
def seeded(template: Path, tmp_path: Path) -> Path:
    """A store with the machine's three people, a risk and a warning each."""
    path = tmp_path / "seeded.db"
    shutil.copy(template, path)
    store = Store(path, keyspec)
    with store.transaction(Stamp(HUB, NOON, UUID(int=60_000), Random(2).randbytes)) as tx:
        for number, person in enumerate(PEOPLE):
            tx.add(Person(id=person, reference=f"KP-{number:04}"))
            tx.session.flush()
            tx.add(record(Risk, RISKS[person]))
            tx.add(record(models.Warning, WARNINGS[person]))
        tx.journal("test.begun")
    store.close()
    return path


def record(model: type[Risk] | type[models.Warning], key: RecordKey) -> Record:
    return model(
        id=key.record,
        text="0",
        person_id=key.scope,
        noted_on=date(2026, 11, 2),
        noted_by_id=COORDINATOR,
        review_on=date(2026, 12, 1),
    )


def test_the_real_store_keeps_every_promise(seeded: Path, tmp_path: Path) -> None:
    opened: list[StoreLog] = []

    def new_log(_author: UUID, _install: UUID) -> Log:
        path = tmp_path / f"panel-{len(opened)}.db"
        shutil.copy(seeded, path)
        opened.append(StoreLog(path))
        return opened[-1]

    class StorePanel(Panel):
        new_hub_log: ClassVar[Callable[[UUID, UUID], Log]] = new_log
        home_of: ClassVar[HomeOf] = home_of

        def teardown(self) -> None:
            try:
                super().teardown()
                for one in self.hub.log.changes():
                    check_change(one)
                assert check_store(opened[-1].store).is_whole
            finally:
                opened[-1].store.close()

    run(StorePanel, examples=6, steps=50)


def test_a_record_edited_and_then_removed_checks_out(seeded: Path) -> None:
    log, key = StoreLog(seeded), RISKS[PEOPLE[0]]
    log.set(key, "text", "1", made=NOON)
    log.set(key, "text", "2", made=NOON)
    log.set(key, "*", True, made=NOON)

    assert check_store(log.store).is_whole
    log.store.close()


def told_elsewhere(key: RecordKey, field: str, value: Value, *seen: Change) -> Change:
    """A change of another install, whose author had seen those."""
    return change(
        **key._asdict(), field=field, value=value, author=LEADS[0], replaces=sorted_ids(seen)
    )


def test_an_act_that_ends_a_disagreement_takes_it_off_the_list(seeded: Path) -> None:
    log, key = StoreLog(seeded), RISKS[PEOPLE[0]]
    first = log.heads()[Place(*key, "text")]
    log.set(key, "text", "1", made=NOON)
    log.add([told_elsewhere(key, "text", "2", *first)])
    assert [one.place.field for one in log.disagreements()] == ["text"]

    log.set(key, "text", "3", made=NOON)  # neither: the value from elsewhere still stands
    assert [one.place.field for one in log.disagreements()] == ["text"]
    log.set(key, "text", "2", made=NOON)
    assert log.disagreements() == []
    log.store.close()


def test_removing_again_after_an_unseen_edit_takes_the_question_away(seeded: Path) -> None:
    log, key = StoreLog(seeded), RISKS[PEOPLE[0]]
    seen = [one for place, found in log.heads().items() if place.key == key for one in found]
    log.set(key, "text", "1", made=NOON)
    log.add([told_elsewhere(key, "*", True, *seen)])
    assert [one.place.field for one in log.disagreements()] == ["*"]

    log.set(key, "*", True, made=NOON)
    assert log.disagreements() == []
    assert key not in log.state()
    log.store.close()


class RolledBackError(Exception):
    """Ends a transaction without keeping anything of it."""


few = st.integers(1, 2)
histories = st.lists(
    st.tuples(
        few,
        few,
        st.sampled_from(["risk", "warning"]),
        st.sampled_from(["text", "*"]),
        st.sets(st.integers(0, 11), max_size=4),
    ),
    max_size=12,
)


@given(histories)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_query_calls_current_what_the_rules_call_current(
    store: Store, history: list[tuple[int, int, str, str, set[int]]]
) -> None:
    """Stolen ids included: a change may name any other, and replaces it only at its place."""
    made: list[Change] = []
    for number, (scope, record, kind, field, seen) in enumerate(history, start=1):
        made.append(
            change(
                scope=uuid_no(scope),
                record=uuid_no(record),
                kind=kind,
                field=field,
                value=True,
                number=number,
                replaces=sorted_ids(made[index] for index in seen if index < len(made)),
            )
        )
    with suppress(RolledBackError), store.transaction(a_stamp()) as tx:
        append(tx.session, made[::-1])
        current = tx.session.scalars(current_changes([uuid_no(1), uuid_no(2)]))
        assert {row.id for row in current} == {
            one.id for found in heads(made).values() for one in found
        }
        raise RolledBackError


def a_stamp() -> Stamp:
    return Stamp(HUB, NOON, UUID(int=80_000), Random(3).randbytes)

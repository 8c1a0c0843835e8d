"""What is known of an exchange without asking the program, and what the stores are held to.

The oracle is not the program said again. It knows, from the machine's own doing:

- every change that anybody wrote, and which values the form had shown its author;
- who leads whom and whose part is held back: the machine decided it itself;
- what was forged, by whom, and which places that could rightly touch;
- of any set of changes, what is current, stands and must be asked: by `oracle`, which says the
  rules a second time, slowly, without a word of the program's.

Of the program it takes only what is to be judged: the log, the rows, the list of disputes, what
lies aside, the packs.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.db import changelog
from coordinator.db.models import Contact, LoggedChange, Person, Record, Replaced, Strength
from coordinator.db.transaction import Reading
from coordinator.domain.merging.changes import Change, ChangeId, Place, RecordKey
from coordinator.domain.merging.disagreements import Disagreement
from tests.domain.merging import oracle
from tests.domain.merging.promises import check_log

WRITTEN: Mapping[str, tuple[str, ...]] = {
    "person": ("gp", "pets", "mobility"),
    "strength": ("text", "evidence"),
}
"""The fields that people of the exchange write, by the kind of record."""
_MODELS: Mapping[str, type[Person] | type[Strength]] = {"person": Person, "strength": Strength}
_SAID_AT_HOME = frozenset({"reference", "person_id"})  # only whoever began a record says these
_MAY_GO = (Person, Strength, Contact)
_COLUMNS = ("id", "scope", "record", "kind", "field", "value", "author", "install", "number",
            "made", "act", "salt")  # fmt: skip
_ALL = {"with_removed": True, "with_held_back": True}


@dataclass(frozen=True)
class View:
    """What a store says of some people at one moment."""

    all: tuple[Change, ...]
    current: frozenset[ChangeId]
    gone: frozenset[UUID]
    disputed: tuple[Place, ...]
    held: frozenset[ChangeId]
    rows: Mapping[tuple[UUID, str], Any]

    @property
    def log(self) -> "View":
        return self

    @property
    def ids(self) -> frozenset[ChangeId]:
        return frozenset(one.id for one in self.all)

    def changes(self) -> Collection[Change]:
        return self.all

    def heads(self) -> Mapping[Place, Sequence[Change]]:
        """What the store's own query calls current."""
        places: dict[Place, list[Change]] = {}
        for one in self.all:
            if one.id in self.current:
                places.setdefault(one.place, []).append(one)
        return places

    def state(self) -> Mapping[RecordKey, Mapping[str, Sequence[Change]]]:
        """The records whose row stands."""
        found: dict[RecordKey, dict[str, Sequence[Change]]] = {}
        for place, some in self.heads().items():
            if place.record not in self.gone:
                found.setdefault(place.key, {})[place.field] = some
        return found

    def disagreements(self) -> Sequence[Disagreement]:
        """What the store lists as disputed."""
        heads = self.heads()
        return [Disagreement(place, tuple(heads[place])) for place in self.disputed]


class Views:
    """Reads what stores say of some people, and looks at every state of a store once."""

    def __init__(self, people: Collection[UUID]) -> None:
        self._people = people
        self._kept: dict[Path, tuple[tuple[int, bytes], View]] = {}

    def of(self, desk: Desk) -> View:
        """Give what a store says now; it was checked when it first said so."""
        path = desk.store.path
        with desk.store.reading() as look:
            head = look.history.head()  # each act adds to the journal
            known = self._kept.get(path)
            if known is not None and known[0] == head:
                return known[1]
            view = _read(look, self._people)
        self._kept[path] = (head, view)
        check_log(view)
        check_rows(view)
        return view


def _read(look: Reading, people: Collection[UUID]) -> View:
    changes = _changes(look, people)
    records = sorted({one.record for one in changes})
    current = changelog.current_changes(records).with_only_columns(LoggedChange.id)
    return View(
        all=changes,
        current=frozenset(look.session.scalars(current)),
        gone=frozenset(one for model in _MAY_GO for one in _gone(look, model)),
        disputed=tuple(
            Place(one.scope, one.record, one.kind, one.field)
            for one in look.history.disputed()
            if one.scope in people
        ),
        held=frozenset(one.id for one in look.away.held()),
        rows=_rows(look, records),
    )


def _changes(look: Reading, people: Collection[UUID]) -> tuple[Change, ...]:
    wanted = LoggedChange.scope.in_(people)
    named: dict[ChangeId, list[ChangeId]] = {}
    pairs = select(Replaced.new, Replaced.old).order_by(Replaced.old)
    for new, old in look.session.execute(pairs):
        named.setdefault(new, []).append(old)
    columns = [getattr(LoggedChange, name) for name in _COLUMNS]
    rows = look.session.execute(select(*columns).where(wanted).order_by(LoggedChange.key))
    return tuple(changelog.read_change(row, tuple(named.get(row.id, ()))) for row in rows)  # type: ignore[arg-type]


def _gone(look: Reading, model: type[Record]) -> Sequence[UUID]:
    query = select(model.id).where(model.removed)
    return list(look.session.scalars(query, execution_options=_ALL))


def _rows(look: Reading, records: Sequence[UUID]) -> Mapping[tuple[UUID, str], Any]:
    found: dict[tuple[UUID, str], Any] = {}
    for kind, model in _MODELS.items():
        query = select(model).where(model.id.in_(records))
        for row in look.session.scalars(query, execution_options=_ALL):
            found |= {(row.id, name): getattr(row, name) for name in WRITTEN[kind]}
    return found


def check_rows(view: View) -> None:
    """A row shows a value that stands: one that was said of the record where it is."""
    found = oracle.current(view.changes())
    homes = {(one.scope, one.record) for one in view.changes() if one.field in _SAID_AT_HOME}
    for (scope, record, kind, name), heads in found.items():
        if name in WRITTEN.get(kind, ()) and (scope, record) in homes:
            shown = view.rows[record, name]
            assert shown in {one.value for one in heads}, "the row says what nobody said"


def check_shown(change: Change, view: View) -> None:
    """What a form replaces held the value it showed."""
    if change.kind in WRITTEN and change.field in WRITTEN[change.kind]:
        named = {one.value for one in view.changes() if one.id in change.replaces}
        assert named <= {view.rows[change.record, change.field]}, "replaced what was not shown"


def check_elsewhere(before: View, after: View, places: Collection[Place]) -> None:
    """Nothing is current, or no longer, but at these places."""
    then, now = before.heads(), after.heads()
    for place in then.keys() | now.keys():
        if place not in places:
            assert oracle.ids(then.get(place, ())) == oracle.ids(now.get(place, ())), "elsewhere"

"""What of the change log goes into a file for one reader away from the panel, and what stays.

The file itself is the wall: whoever has it reads all of it. A record goes whole or as far as it
may: never an entry that is more sensitive than their agency may have, a part that is held back,
or words that name somebody they may not know of. A value cannot be altered, its id is its hash:
so those words stay, with every value the same field had since.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from coordinator.casework.away.shares import Share
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.withholding import find_withheld
from coordinator.db.carrying import changes_of, scopes_in_log, standing_whole
from coordinator.db.hidden_parts import guarded_parts
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Person
from coordinator.db.transaction import Reading
from coordinator.domain.exchange import lead_grants as rules
from coordinator.domain.merging.changes import ROW, Change, ChangeId, RecordKey, Value, scalars_in
from coordinator.domain.merging.grants import FieldRule
from coordinator.domain.merging.heads import by_record, heads, is_removed
from coordinator.domain.need_to_know.field_guards import kept_from
from coordinator.domain.need_to_know.rule import Reader, allowed
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.papers.withheld import Withheld
from coordinator.domain.progress import Progress, Unwatched
from coordinator.domain.roles import sees_whole_panel
from coordinator.domain.states import Sensitivity

_IDS = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
Places = Mapping[str, Sequence[Change]]


@dataclass(frozen=True, slots=True)
class Part:
    """What goes about one person, or about the panel.

    Attributes:
        kept: Entries and parts that stay because they name somebody else.
        where: Of which kinds those are.
    """

    changes: tuple[Change, ...]
    kept: int = 0
    where: tuple[str, ...] = ()


class Carrier:
    """Chooses what one reader is given, in one look at the whole store.

    People of theirs may stay at home this time: what hangs on them does not go along either.
    """

    def __init__(
        self, desk: Desk, look: Reading, reader: Reader, share: Share | None = None
    ) -> None:
        self._desk, self._look, self._reader = desk, look, reader
        self._share = share or Share(rules.LEAD, reader, reader.own_people)
        self._along, self._rules = self._share.people, self._share.rules
        self._may_have = allowed(reader)
        self._guards = kept_from(guarded_parts(look.session), self._may_have)
        self._models = models_by_kind()
        self._panel_id = look.info.panel_id

    def without(self, home: frozenset[UUID]) -> "Carrier":
        """Give one that leaves these at home."""
        fewer = replace(self._share, people=self._along - home)
        return Carrier(self._desk, self._look, self._reader, fewer)

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody who goes along."""
        return tuple(sorted(self._along))

    @cached_property
    def panel(self) -> Part:
        """What everybody takes of the panel itself."""
        return self._whole(self._panel, ())

    def person(self, person: UUID) -> Part:
        """Choose what goes about one person, who must be among those granted."""
        return self._whole(
            self._of_person(person), {one.record for one in self.panel.changes} | self._along
        )

    def everything(self, progress: Progress | None = None) -> tuple[Part, dict[UUID, Part]]:
        """Choose what goes of the panel and about everybody: each may hang on the other.

        `progress` is told in people.
        """
        people: dict[UUID, Part] = {}
        for one in self.people:
            (progress or Unwatched()).step(len(people), len(self.people))
            people[one] = self._of_person(one)
        every = [one for part in (self._panel, *people.values()) for one in part.changes]
        standing = {one.id for one in standing_whole(every, (), self._rules.fall_with)}
        return _among(self._panel, standing), {
            key: _among(part, standing) for key, part in people.items()
        }

    @cached_property
    def _panel(self) -> Part:
        """What goes of the panel, whether it can stand there or not."""
        found = list[Change]()
        for key, changes in _records(
            _at_home(changes_of(self._look.session, self._panel_id))
        ).items():
            fields = by_record(heads(changes))[key]
            if key.kind in self._rules.noted:
                if self._goes(key, changes):
                    found += self._parts(key, changes, self._rules.of_people)
            elif self._is_given(key, fields):
                found += self._parts(key, changes, self._rules.of_panel)
        return self._told(found, frozenset(), about=frozenset())

    def _of_person(self, person: UUID) -> Part:
        """Choose what goes about one person, whether it can stand there or not."""
        if person not in self._along:
            raise ValueError("nothing is carried about somebody who was not granted")
        known = _at_home(changes_of(self._look.session, person))
        found, stays = list[Change](), set[UUID]()
        for key, changes in _records(known).items():
            if self._goes(key, changes):
                found += self._parts(key, changes, self._rules.of_people)
            else:
                stays.add(key.record)
        about = frozenset({self._look.get(Person, person).reference})
        return self._told(found, stays, about)

    def _goes(self, key: RecordKey, changes: Sequence[Change]) -> bool:
        """Whether a record goes at all: standing, given to them, not too sensitive."""
        if not self._is_no_others(key, changes):
            return False
        fields = by_record(heads(changes))[key]
        stands = self._rules.with_removed or not is_removed(fields)
        return stands and self._is_given(key, fields)

    def _is_no_others(self, key: RecordKey, changes: Sequence[Change]) -> bool:
        """Whether the reader wrote all of an entry, where they have of its kind only such."""
        return key.kind not in self._rules.own_only or all(map(self.is_own, changes))

    def _is_given(self, key: RecordKey, fields: Places) -> bool:
        is_theirs = self._share.has(key, self._models[key.kind], fields)
        return is_theirs and levels_in(key.kind, fields) <= self._may_have

    def _parts(
        self, key: RecordKey, changes: Iterable[Change], sees: FieldRule
    ) -> Iterator[Change]:
        """Give the changes of those parts of a record that are not held back alone."""
        some = self._share.fields_of(key)
        kept = self._guards.get(key.record, frozenset())
        columns = logged_fields(self._models[key.kind])
        held = {name for name, some in columns.items() if not kept.isdisjoint(some)}
        if held and key.kind not in rules.SEEN_IN_PART and any(len(columns[n]) > 1 for n in held):
            return
        for one in changes:
            is_part = sees(one.kind, one.field) and (some is None or one.field in some)
            is_open = rules.may_have_place(one.kind, one.field, self._may_have)
            if is_part and is_open and one.field not in held:
                yield one

    def _told(
        self,
        changes: Sequence[Change],
        stays: Collection[UUID],
        about: frozenset[str],
    ) -> Part:
        """Leave out what names somebody else."""
        naming = _Naming(self, changes, stays, about)
        dropped = set[UUID]()
        gone = set[tuple[UUID, str]]()
        for key, fields in by_record(heads(changes)).items():
            for name, current in fields.items():
                if any(map(naming.tells, current)):
                    gone.add((key.record, name))
                    if self._falls_whole(key.kind, name):
                        dropped.add(key.record)
        left = [
            one
            for one in changes
            if one.record not in dropped
            and (one.record, one.field) not in gone
            and not naming.tells(one)
        ]
        stayed = {*gone, *((one.record, one.field) for one in changes if naming.tells(one))}
        where = {one.kind for one in changes if (one.record, one.field) in stayed}
        return Part(tuple(left), len(stayed), tuple(sorted(where)))

    def _whole(self, part: Part, beside: Collection[UUID]) -> Part:
        """Leave out what cannot stand without what stays."""
        whole = standing_whole(part.changes, beside, self._rules.fall_with)
        return replace(part, changes=tuple(whole))

    def _falls_whole(self, kind: str, field: str) -> bool:
        parts = logged_fields(self._models[kind])[field]
        return kind not in rules.SEEN_IN_PART and len(parts) > 1 and field != ROW

    @cached_property
    def _strangers(self) -> frozenset[str]:
        """The ids of everybody else, as values write them."""
        everybody = frozenset(scopes_in_log(self._look.session))
        return frozenset(one.hex for one in everybody - self._along - {self._panel_id})

    def is_stranger(self, hexadecimal: str, stays: Collection[UUID]) -> bool:
        """Whether an id is of somebody else, or of an entry that stays."""
        return hexadecimal in self._strangers or UUID(hex=hexadecimal) in stays

    def withheld(self, texts: Sequence[str]) -> Withheld | None:
        """Give what tells whether texts name somebody the reader may not know of."""
        if self._has_all and not self._strangers:
            return None
        return find_withheld(self._desk, texts, self._reader) if texts else None

    @property
    def _has_all(self) -> bool:
        """Whether there is nobody the reader may not know of but who stays."""
        return sees_whole_panel(self._reader.role)

    def is_own(self, change: Change) -> bool:
        """Whether the reader wrote it: they know what it says."""
        return change.author == self._reader.professional


class _Naming:
    """Tells which of some changes name somebody, each looked at once."""

    def __init__(
        self,
        carrier: Carrier,
        changes: Sequence[Change],
        stays: Collection[UUID],
        about: frozenset[str],
    ) -> None:
        self._carrier, self._stays, self._about = carrier, stays, about
        texts = {text for one in changes for text in texts_in(one.value)}
        self._withheld = carrier.withheld(sorted(texts))
        self._known: dict[str, bool] = {}

    def tells(self, change: Change) -> bool:
        """Whether a change says what its reader may not know."""
        texts = list(texts_in(change.value))
        if any(self._points(text) for text in texts):
            return True
        return not self._carrier.is_own(change) and any(map(self._names, texts))

    def _points(self, text: str) -> bool:
        ids = (found.replace("-", "") for found in _IDS.findall(text))
        return any(self._carrier.is_stranger(one, self._stays) for one in ids)

    def _names(self, text: str) -> bool:
        if self._withheld is None:
            return False
        if text not in self._known:
            self._known[text] = self._withheld.tells_of_unknown(text, self._about)
        return self._known[text]


def texts_in(value: Value) -> Iterator[str]:
    """Give the texts of a value."""
    yield from (one for one in scalars_in(value) if isinstance(one, str))


def levels_in(kind: str, fields: Places) -> frozenset[Sensitivity]:
    """Give how sensitive a record is said to be, by everybody who says so."""
    name = "level" if kind == RecordKind.FIELD_GUARD else "sensitivity"
    said = [one.value for one in fields.get(name, ())]
    rows = (one.value for one in fields.get(ROW, ()))
    said += [row.get("sensitivity") for row in rows if isinstance(row, Mapping)]
    return frozenset(Sensitivity(str(one)) for one in said if one is not None)


def _among(part: Part, standing: Collection[ChangeId]) -> Part:
    return replace(part, changes=tuple(one for one in part.changes if one.id in standing))


def _records(changes: Iterable[Change]) -> dict[RecordKey, list[Change]]:
    found: dict[RecordKey, list[Change]] = {}
    for one in changes:
        found.setdefault(one.key, []).append(one)
    return found


def _at_home(changes: Sequence[Change]) -> list[Change]:
    """Leave out what names a record of this scope under another kind than it began with."""
    first: dict[UUID, str] = {}
    for one in changes:
        first.setdefault(one.record, one.kind)
    return [one for one in changes if first[one.record] == one.kind]

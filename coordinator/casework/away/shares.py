"""Whom and what somebody may take away in each kind of pack, as the panel's store has it now.

Asked when a pack is made, and anew when work comes back: what counts is what is theirs then.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.action_lists import CLOSED_LATELY
from coordinator.casework.away.led import lead_reader
from coordinator.casework.sharing import visible
from coordinator.db.logging_rules import logged_fields
from coordinator.db.models import Panel, Professional, Record
from coordinator.db.transaction import Reading
from coordinator.domain.directory import is_in_post
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.merging.changes import Change, RecordKey, Value
from coordinator.domain.merging.grants import Grant
from coordinator.domain.need_to_know import Reader
from coordinator.domain.roles import Role

Fields = Mapping[str, Sequence[Change]]


@dataclass(frozen=True, slots=True)
class Share:
    """What one receiver is given.

    Attributes:
        rules: Of the kind of pack.
        reader: The receiver, as the rule of need to know asks.
        people: Whose entries go along.
        within: What an entry of the kinds in `rules.ties` has to hang on.
        before: What goes along in part, because something of theirs continues it.
        is_theirs: Whether the post they hold is one this kind of pack is made for.
    """

    rules: PackRules
    reader: Reader
    people: frozenset[UUID]
    within: frozenset[UUID] = frozenset()
    before: frozenset[UUID] = field(default=frozenset())
    is_theirs: bool = True

    def has(self, key: RecordKey, model: type[Record], fields: Fields) -> bool:
        """Whether an entry is among what they are given, as its kind is tied to it."""
        return key.record in self.before or self.may_write(key, model, fields)

    def may_write(self, key: RecordKey, model: type[Record], fields: Fields) -> bool:
        """Whether an entry is theirs to write to, as its kind is tied to what they were given."""
        column = self.rules.ties.get(key.kind)
        if column is None:
            return True
        tied = {key.record} if column == "id" else named_in(model, column, fields)
        return bool(tied) and tied <= self.within

    def fields_of(self, key: RecordKey) -> frozenset[str] | None:
        """Name the fields of an entry that go along; nothing where all do."""
        return self.rules.parts.get(key.kind) if key.record in self.before else None

    def grant(self, panel: UUID, begun: Collection[UUID] = ()) -> Grant:
        """Give what they may have and write.

        Args:
            panel: Its id.
            begun: People who are on file nowhere yet.
        """
        new = frozenset(begun) if self.rules.adds_people else frozenset[UUID]()
        people = (self.people | new) if self.is_theirs else frozenset[UUID]()
        grant = self.rules.grant(people, panel)
        return grant if self.is_theirs else Grant(people, grant.sees, grant.writes, grant.creates)


def share_of(
    look: Reading, kind: PackKind, professional: UUID, also: Collection[UUID] = ()
) -> Share:
    """Say what somebody is given now in a pack of this kind.

    Args:
        look: The whole store.
        kind: Of the pack.
        professional: Whom it is for.
        also: People of somebody they stand in for; asked for a lead professional only.

    Raises:
        MissingRecordError: No such professional.
    """
    if kind is PackKind.TAKE_AWAY:
        reader = lead_reader(look, professional, also)
        return Share(RULES[kind], reader, reader.own_people)
    return _OF_KINDS[kind](look, look.get(Professional, professional), look.today)


def share_back(
    look: Reading, kind: PackKind, professional: UUID, also: Collection[UUID] = ()
) -> Share:
    """Say what somebody may hand back now who has a pack of this kind: what is over, too.

    Raises:
        MissingRecordError: No such professional.
    """
    if kind is PackKind.AGENCY_ACTIONS:
        return _agency(look, look.get(Professional, professional), None)
    return share_of(look, kind, professional, also)


def check_theirs(kind: PackKind, share: Share) -> None:
    """Refuse a pack for somebody who does not hold the post it is made for.

    Raises:
        GuardError: `not-a-coordinator`, `no-representative`.
    """
    if not share.is_theirs:
        raise GuardError(_GUARDS[kind])


def named_in(model: type[Record], column: str, fields: Fields) -> frozenset[UUID]:
    """Give every record that the current changes of an entry say it hangs on."""
    names = (name for name, some in logged_fields(model).items() if column in some)
    values = [one.value for name in names for one in fields.get(name, ())]
    return frozenset(UUID(hex=said) for one in values if (said := _part(one, column)))


def _part(value: Value, column: str) -> str:
    said = value.get(column) if isinstance(value, Mapping) else value
    return said if isinstance(said, str) else ""


def _whole(look: Reading, post: Professional, today: date | None) -> Share:
    panel = look.get(Panel, look.info.panel_id)
    named = {panel.coordinator_id, panel.deputy_coordinator_id}
    is_one = post.role is Role.COORDINATOR or post.id in named
    reader = look.readers.of(role=Role.COORDINATOR, agency=post.agency_id, professional=post.id)
    return Share(
        RULES[PackKind.WHOLE_PANEL],
        reader,
        visible(look, reader, look.shares.everybody()),
        is_theirs=is_one and _is_there(post, today),
    )


def _agency(look: Reading, post: Professional, today: date | None) -> Share:
    """Give the actions of somebody's agency; without a day what was closed long ago, too."""
    since = today - CLOSED_LATELY if today is not None else None
    owned = look.shares.owned_by(post.agency_id, since)
    reader = look.readers.of(role=Role.REPRESENTATIVE, agency=post.agency_id, professional=post.id)
    mine = frozenset(one.id for one in owned)
    return Share(
        RULES[PackKind.AGENCY_ACTIONS],
        reader,
        visible(look, reader, {one.person for one in owned if one.person is not None}),
        within=mine,
        before=look.shares.continued_by(mine) - mine,
        is_theirs=_speaks_for_agency(look, post) and _is_there(post, look.today),
    )


def _speaks_for_agency(look: Reading, post: Professional) -> bool:
    seated = {
        who for seat in look.meetings.seats() for who in (seat.holder_id, seat.deputy_id) if who
    }
    return post.role is Role.REPRESENTATIVE or post.id in seated


def _is_there(post: Professional, today: date | None) -> bool:
    return today is None or is_in_post(post.left_on, today)


_OF_KINDS: Mapping[PackKind, Callable[[Reading, Professional, date | None], Share]] = {
    PackKind.WHOLE_PANEL: _whole,
    PackKind.AGENCY_ACTIONS: _agency,
}
_GUARDS: Mapping[PackKind, str] = {
    PackKind.WHOLE_PANEL: "not-a-coordinator",
    PackKind.AGENCY_ACTIONS: "no-representative",
}

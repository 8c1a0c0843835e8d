"""Whom and what somebody may take away in each kind of pack, as the panel's store has it now.

Asked when a pack is made, and anew when work comes back: what counts is what is theirs then.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.actions.lists import CLOSED_LATELY
from coordinator.casework.away.led import lead_reader
from coordinator.casework.need_to_know.sharing import visible
from coordinator.db.logging_rules import logged_fields
from coordinator.db.models import Meeting, Panel, Professional, Record
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.exchange.pack_rules import PackRules
from coordinator.domain.exchange.rules_of_kinds import RULES
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.merging.changes import Change, RecordKey, Value
from coordinator.domain.merging.grants import Grant
from coordinator.domain.need_to_know.rule import Reader
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
        beside: People of whom only some entries go along, and who they are; by their id, which.
        is_theirs: Whether the post they hold is one this kind of pack is made for.
    """

    rules: PackRules
    reader: Reader
    people: frozenset[UUID]
    within: frozenset[UUID] = frozenset()
    before: frozenset[UUID] = frozenset()
    beside: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    is_theirs: bool = True

    def has(self, key: RecordKey, model: type[Record], fields: Fields) -> bool:
        """Whether an entry is among what they are given, as its kind is tied to it."""
        if key.record in self.before:
            return True
        if key.scope in self.beside:
            is_named = key.kind in self.rules.parts and key.kind not in self.rules.beside
            return is_named or key.record in self.beside[key.scope]
        return self._is_tied(key, model, fields, self.rules.ties)

    def may_write(self, key: RecordKey, model: type[Record], fields: Fields) -> bool:
        """Whether an entry is theirs to write to, as its kind is tied to what they were given."""
        if key.scope in self.beside and key.kind not in self.rules.beside:
            return False
        return self._is_tied(key, model, fields, {**self.rules.ties, **self.rules.written_ties})

    def _is_tied(
        self, key: RecordKey, model: type[Record], fields: Fields, ties: Mapping[str, str]
    ) -> bool:
        column = ties.get(key.kind)
        if column is None:
            return True
        tied = {key.record} if column == "id" else named_in(model, column, fields)
        return bool(tied) and tied <= self.within

    def fields_of(self, key: RecordKey) -> frozenset[str] | None:
        """Name the fields of an entry that go along; nothing where all do."""
        in_part = key.record in self.before or (
            key.scope in self.beside and key.record not in self.beside[key.scope]
        )
        return self.rules.parts.get(key.kind) if in_part else None

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


def share_of(look: Reading, terms: Terms, professional: UUID) -> Share:
    """Say what somebody is given now in a pack of this kind.

    Args:
        look: The whole store.
        terms: Which kind, about whom besides (for a lead professional), for which meeting.
        professional: Whom it is for.

    Raises:
        MissingRecordError: No such professional, or no such meeting.
        InvalidFieldsError: `meeting` is `required` of a copy for one.
    """
    kind = terms.kind
    if kind is PackKind.TAKE_AWAY:
        reader = lead_reader(look, professional, terms.also)
        return Share(RULES[kind], reader, reader.own_people)
    post = look.get(Professional, professional)
    if kind is PackKind.MEETING_COPY:
        return _meeting(look, post, terms.meeting)
    return _whole(look, post) if kind is PackKind.WHOLE_PANEL else _agency(look, post, look.today)


def share_back(look: Reading, contact: str, professional: UUID) -> Share:
    """Say what somebody may hand back now, by the newest pack they were given: what is over, too.

    Raises:
        MissingRecordError: No such professional.
    """
    given = look.packs.given(contact)
    kind = PackKind(given.kind) if given is not None else PackKind.TAKE_AWAY
    if kind is PackKind.UPDATE_SHEET:
        kind = PackKind.TAKE_AWAY  # the same people, and the same that is theirs to write
    if kind is PackKind.AGENCY_ACTIONS:
        return _agency(look, look.get(Professional, professional), None)
    also = look.packs.lent_to(contact)
    meeting = given.meeting_id if given is not None else None
    return share_of(look, Terms(also=also, kind=kind, meeting=meeting), professional)


def check_theirs(kind: PackKind, share: Share) -> None:
    """Refuse a pack for somebody who does not hold the post it is made for.

    Raises:
        GuardError: `not-a-coordinator`, `not-the-chair`, `no-representative`.
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


def _whole(look: Reading, post: Professional) -> Share:
    panel = look.get(Panel, look.info.panel_id)
    named = {panel.coordinator_id, panel.deputy_coordinator_id}
    is_one = post.role is Role.COORDINATOR or post.id in named
    reader = look.readers.of(role=Role.COORDINATOR, agency=post.agency_id, professional=post.id)
    return Share(
        RULES[PackKind.WHOLE_PANEL],
        reader,
        visible(look, reader, look.shares.everybody()),
        is_theirs=is_one and _is_there(look, post),
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
        is_theirs=_speaks_for_agency(look, post) and _is_there(look, post),
    )


def _meeting(look: Reading, post: Professional, meeting_id: UUID | None) -> Share:
    """Give one meeting, whoever is on its agenda, and what is due of others by that day."""
    if meeting_id is None:
        raise InvalidFieldsError({"meeting": "required"})
    meeting, panel = look.get(Meeting, meeting_id), look.get(Panel, look.info.panel_id)
    reader = look.readers.of(role=Role.CHAIR, agency=post.agency_id, professional=post.id)
    listed = look.shares.listed_at(meeting_id)
    due = look.shares.due_by(meeting.on, listed)
    beside = {one: due[one] for one in visible(look, reader, due)}
    last = look.meetings.before(meeting)
    chairs = {panel.chair_id, panel.vice_chair_id, meeting.chair_id}
    return Share(
        RULES[PackKind.MEETING_COPY],
        reader,
        visible(look, reader, listed) | beside.keys(),
        within=frozenset({meeting.id} | ({last.id} if last is not None else set())),
        before=look.shares.continued_by([one for some in beside.values() for one in some]),
        beside=beside,
        is_theirs=(post.role is Role.CHAIR or post.id in chairs) and _is_there(look, post),
    )


def _speaks_for_agency(look: Reading, post: Professional) -> bool:
    seated = {
        who for seat in look.meetings.seats() for who in (seat.holder_id, seat.deputy_id) if who
    }
    return post.role is Role.REPRESENTATIVE or post.id in seated


def _is_there(look: Reading, post: Professional) -> bool:
    return look.today is None or is_in_post(post.left_on, look.today)


_GUARDS: Mapping[PackKind, str] = {
    PackKind.WHOLE_PANEL: "not-a-coordinator",
    PackKind.MEETING_COPY: "not-the-chair",
    PackKind.AGENCY_ACTIONS: "no-representative",
}

"""The questions asked of requests to see what is held, and everything that is held."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from coordinator.db.hidden_parts import guarded_parts
from coordinator.db.logging_rules import defaults, logged_value
from coordinator.db.models import (
    AccessDecision,
    AccessRequest,
    DisclosedPerson,
    Disclosure,
    Meeting,
    Person,
    PlanVersion,
    Record,
    Relationship,
    RetentionHold,
)
from coordinator.db.repositories.access_changes import changed_after, written_beside_erased
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.types import Words
from coordinator.domain.access.entries import NOT_ENTRIES, Decided, HeldEntry
from coordinator.domain.access.rules import CLOSED
from coordinator.domain.access.versions import lines_in, version_values
from coordinator.domain.cases.caseload import day_of
from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity

_HOME = ZoneInfo("Europe/London")
_NEVER = frozenset(
    {"id", "revision", "removed", "disputed", "sensitivity", "content", "restricted_content"}
)
_RESTRICTED_PARTS = ("restricted_note", "restricted", "restricted_content")
_WITHIN = (
    "action_id",
    "barrier_id",
    "escalation_id",
    "plan_version_id",
    "previous_id",
    "item_id",
    "protocol_id",
    "contact_id",
)
_OF_SEVERAL = ("proportionality", "reason", "what")
"""Words about a disclosure that was about others too: they may be about these."""
_MADE_BY_US = "sha256"
"""A text that nobody typed: two papers of one content do not repeat each other's words."""
_DAYS = (
    "at",
    "said_on",
    "set_on",
    "noted_on",
    "moved_on",
    "checked_on",
    "corrected_on",
    "happened_on",
    "raised_on",
    "referred_on",
    "opened_on",
    "asked_on",
    "applied_on",
    "started_on",
    "received_on",
    "agreed_on",
    "made_at",
    "signed_on",
    "offered_on",
    "on",
    "since",
    "from_on",
    "status_on",
    "due_on",
)
"""What says of which day an entry is; the first that an entry has."""


class AccessRequests:
    """Requests inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, person: UUID | None = None, *, open_only: bool = False) -> list[AccessRequest]:
        """Give requests, the soonest due first."""
        query = select(AccessRequest).order_by(AccessRequest.due_on, AccessRequest.id)
        if person is not None:
            query = query.where(AccessRequest.person_id == person)
        if open_only:
            query = query.where(AccessRequest.status.not_in(CLOSED))
        return list(self._session.scalars(query))

    def hold(self, person: UUID) -> RetentionHold | None:
        """Give the hold that an open request keeps on a record."""
        query = select(RetentionHold).where(
            RetentionHold.person_id == person,
            RetentionHold.hold == HoldKind.ACCESS_REQUEST,
            RetentionHold.released_on.is_(None),
        )
        return self._session.scalars(query.order_by(RetentionHold.id)).first()

    def rows_of(self, request: UUID) -> list[AccessDecision]:
        """Give the rows of what was decided for one request, in the order they were made."""
        query = select(AccessDecision).where(AccessDecision.request_id == request)
        return list(self._session.scalars(query.order_by(AccessDecision.id)))

    def decisions(self, request: UUID) -> Mapping[tuple[RecordKind, UUID], Decided]:
        """Give what was decided for one request, by the entry.

        An older program kept what is given in part in a row of its own, about the decision.
        """
        rows = self.rows_of(request)
        words = {one.entry_id: one.reason for one in rows if one.entry_kind is _DECISION}
        return {
            (one.entry_kind, one.entry_id): Decided(
                one.choice,
                one.reason,
                one.decided_by,
                one.given or words.get(one.id, ""),
                one.decided_on,
            )
            for one in rows
            if one.entry_kind is not _DECISION
        }

    def changed_since(self, request: UUID, held: Collection[HeldEntry]) -> frozenset[UUID]:
        """Give the entries that changed, or were restricted further, after the decision.

        Args:
            request: For which they were decided.
            held: Everything about the person: what an entry was made about is found there.
        """
        decided = {one.entry_id: one.id for one in self.rows_of(request)}
        return changed_after(self._session, decided, held)

    def is_about(self, person: UUID, kind: RecordKind, key: UUID) -> bool:
        """Whether there is an entry of this kind and id that is about somebody."""
        if kind is RecordKind.DISCLOSURE:
            return any(one.id == key for one in self._disclosures(person))
        models: tuple[type[Record], ...] = (*_models(), Person)
        model = {one.kind: one for one in models}.get(kind)
        if model is None:
            return False
        found = self._all(select(model).where(model.id == key))
        named = {getattr(one, name, None) for one in found for name in ("person_id", "other_id")}
        return person in named or (kind is RecordKind.PERSON and key == person)

    def everything_about(self, person: UUID) -> list[HeldEntry]:
        """Give every record about somebody, also what was taken off and is still kept."""
        found = [entry_of(one) for model in _models() for one in self._about(model, person)]
        found += [entry_of(one) for one in self._all(select(Person).where(Person.id == person))]
        ties = select(Relationship).where(Relationship.other_id == person)
        found += [entry_of(one, is_others=True) for one in self._all(ties)]
        found += self._disclosures(person)
        return self._dated([self._with_parts(one) for one in found])

    def _with_parts(self, entry: HeldEntry) -> HeldEntry:
        """Let an entry be judged as its most sensitive part is."""
        parts = self._parts.get(entry.id, {})
        return replace(entry, sensitivity=strictest(entry.sensitivity, *parts.values()))

    @cached_property
    def _parts(self) -> Mapping[UUID, Mapping[str, Sensitivity]]:
        return guarded_parts(self._session)

    def _about(self, model: type[Record], person: UUID) -> Sequence[Record]:
        column = model.__table__.c.person_id
        return self._all(select(model).where(column == person))

    def _all(self, query: Any) -> Sequence[Any]:
        return list(self._session.scalars(query.execution_options(with_removed=True)))

    def _disclosures(self, person: UUID) -> Iterator[HeldEntry]:
        named = select(DisclosedPerson.disclosure_id).where(DisclosedPerson.person_id == person)
        query = select(Disclosure).where(
            (Disclosure.person_id == person) | Disclosure.id.in_(named)
        )
        rows = self._all(query)
        several = self._about_several([one.id for one in rows])
        alone = [one.id for one in rows if one.id not in several]
        were = written_beside_erased(self._session, alone)
        for one in rows:
            told = entry_of(one, without=_OF_SEVERAL if one.id in several else ())
            is_typed = any(name in _OF_SEVERAL for name, _value in told.values)
            yield replace(told, was_about_others=one.id in were and is_typed)

    def _about_several(self, disclosures: Sequence[UUID]) -> frozenset[UUID]:
        about: dict[UUID, set[UUID]] = {}
        for some in in_pieces(disclosures):
            query = select(DisclosedPerson).where(DisclosedPerson.disclosure_id.in_(some))
            for row in self._session.scalars(query):
                about.setdefault(row.disclosure_id, set()).add(row.person_id)
        return frozenset(key for key, people in about.items() if len(people) > 1)

    def _dated(self, entries: list[HeldEntry]) -> list[HeldEntry]:
        """Give what was said in a meeting the day of the meeting."""
        meetings = {one.id.hex: one.on for one in self._session.scalars(select(Meeting))}
        return [_on_day(one, meetings) if one.on is None else one for one in entries]


_DECISION = RecordKind.ACCESS_DECISION


def _on_day(entry: HeldEntry, meetings: Mapping[str, date]) -> HeldEntry:
    held_at = str(dict(entry.values).get("meeting_id", ""))
    return replace(entry, on=meetings[held_at]) if held_at in meetings else entry


def entry_of(record: Record, *, is_others: bool = False, without: Sequence[str] = ()) -> HeldEntry:
    """Tell one record as an entry."""
    values = tuple(_values(record, without))
    typed = _typed(type(record))
    within = frozenset(filter(None, (getattr(record, name, None) for name in _WITHIN)))
    if isinstance(record, PlanVersion):
        said = version_values(record.content, record.restricted_content)
        values, typed = (*values, *said), typed | {name for name, _words in said}
        within |= {record.plan_id, *lines_in(record.content, record.restricted_content)}
    return HeldEntry(
        kind=type(record).kind,
        id=record.id,
        on=_day_of(record),
        values=values,
        texts=tuple(str(value) for name, value in values if name in typed),
        within=within,
        sensitivity=getattr(record, "sensitivity", None) or Sensitivity.STANDARD,
        has_restricted_part=any(getattr(record, name, "") for name in _RESTRICTED_PARTS),
        is_others=is_others,
        is_removed=record.removed,
    )


def _values(record: Record, without: Sequence[str]) -> Iterator[tuple[str, Any]]:
    usual = defaults(type(record))
    for name in _columns(type(record)):
        value = logged_value(getattr(record, name))
        says_nothing = value is None or value in ("", []) or (not value and not usual[name])
        if name not in without and not says_nothing:
            yield name, value


def _day_of(record: Record) -> date | None:
    for name in _DAYS:
        found = getattr(record, name, None)
        if isinstance(found, datetime):
            return day_of(found, _HOME)
        if isinstance(found, date):
            return found
    return None


@cache
def _models() -> tuple[type[Record], ...]:
    models = (mapper.class_ for mapper in Record.registry.mappers)
    kinds = set(NOT_ENTRIES) | {RecordKind.DISCLOSURE}
    about = (
        one
        for one in models
        if issubclass(one, Record) and "person_id" in one.__table__.c and one.kind not in kinds
    )
    return tuple(sorted(about, key=lambda one: one.kind))


@cache
def _columns(model: type[Record]) -> tuple[str, ...]:
    return tuple(
        one.key for one in inspect(model).column_attrs if one.key not in {*_NEVER, "person_id"}
    )


@cache
def _typed(model: type[Record]) -> frozenset[str]:
    return frozenset(
        one.key
        for one in inspect(model).column_attrs
        if isinstance(one.columns[0].type, Words) and one.key != _MADE_BY_US
    )

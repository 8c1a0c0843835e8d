"""Wrong rules of the exchange: each is put in the place of a right one in the real program.

Those of the design come first; the last dozen was thought of when they had all been met.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from coordinator.casework.away import handing, led, sending, shares, sorting, taking
from coordinator.casework.away.carrying import Carrier
from coordinator.db import (
    carrying,
    changelog,
    merging,
    projecting,
    replacing,
    settling,
    transaction,
)
from coordinator.db.models import LoggedChange, Replaced
from coordinator.db.repositories import history
from coordinator.db.repositories.away import Away
from coordinator.db.repositories.packs import PackLog
from coordinator.db.transaction import Reading
from coordinator.domain.exchange import manifests
from coordinator.domain.exchange import taking as exchange_taking
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.merging import heads, receiving
from coordinator.domain.merging.changes import Change, ChangeId
from coordinator.domain.merging.grants import FieldRule, Grant
from coordinator.domain.merging.heads import Fields
from coordinator.domain.merging.receiving import HoldReason
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.progress import Progress
from coordinator.exchange import unpacking
from tests.exchange import histories
from tests.exchange.histories import History

FAR = datetime(9999, 1, 1, tzinfo=UTC)
right_current = merging.current_of
right_unknown = merging._unknown
right_reason = receiving.reason_to_hold
right_reader = led.lead_reader
right_hold = replacing.hold_exactly


def last_writer_wins(session: Session, records: Sequence[UUID]) -> dict[UUID, list[Change]]:
    found = right_current(session, records)
    for record, some in found.items():
        last = {one.field: one for one in sorted(some, key=lambda one: one.made)}
        found[record] = list(last.values())
    return found


def removal_wins(fields: Fields) -> bool:
    return any(heads.removes(mark) for mark in fields.get("*", ()))


def never_removed(_fields: Fields) -> bool:
    return False


def nothing_listed(*_told: object) -> None:
    return None


def any_author(_sender: UUID, change: Change, grant: Grant, home: Any) -> HoldReason | None:
    return right_reason(change.author, change, grant, home)


def any_scope(sender: UUID, change: Change, grant: Grant, home: Any) -> HoldReason | None:
    return right_reason(sender, change, replace(grant, scopes=frozenset({change.scope})), home)


def any_field(sender: UUID, change: Change, grant: Grant, home: Any) -> HoldReason | None:
    return right_reason(sender, change, replace(grant, writes=lambda _kind, _field: True), home)


def any_part(*_asked: object) -> bool:
    return True


right_sorted = sorting._Sorting.sorted


def thrown_away(self: Any, known: int, progress: Progress) -> Any:
    return replace(right_sorted(self, known, progress), held=())


def every_part(
    _self: Carrier, _key: object, changes: Iterable[Change], sees: FieldRule
) -> Iterable[Change]:
    return [one for one in changes if sees(one.kind, one.field)]


def everybody(look: Reading, professional: UUID, also: Collection[UUID] = ()) -> Reader:
    people = frozenset(look.away.scopes()) - {look.info.panel_id}
    return replace(right_reader(look, professional, also), own_people=people)


right_aside = taking._keep_aside


def unsent_dropped(desk: Any, tx: Any, me: UUID, _waiting: object, own: Any) -> None:
    right_aside(desk, tx, me, (), own)


def nothing_goes(session: Session, wanted: Sequence[Change]) -> Any:
    here = set(session.scalars(select(LoggedChange.scope).distinct()))
    known = [one for scope in here for one in carrying.changes_of(session, scope)]
    return right_hold(session, list({one.id: one for one in (*known, *wanted)}.values()))


def joined_without(part: str) -> Callable[..., Any]:
    """The query of what is current, without one of its conditions."""

    def current_changes(records: Sequence[UUID], fields: Collection[str] = ()) -> Any:
        newer = aliased(LoggedChange)
        parts = [one for one in ("scope", "record", "kind", "field") if one != part]
        same = [getattr(newer, one) == getattr(LoggedChange, one) for one in parts]
        named = select(newer.id).where(newer.id == Replaced.new, *same)
        there = named.correlate(LoggedChange, Replaced).exists()
        replaced = select(Replaced.old).where(Replaced.old == LoggedChange.id, there)
        found = select(LoggedChange).where(LoggedChange.record.in_(records), ~replaced.exists())
        return found.where(LoggedChange.field.in_(sorted(fields))) if fields else found

    return current_changes


def replaces_nothing(_heads: object, _written: object) -> tuple[ChangeId, ...]:
    return ()


def removal_names_nothing(self: Any, written: Any) -> tuple[ChangeId, ...]:
    if written.field == "*":
        return ()
    return right_replaced(self, written)


right_replaced = changelog._Heads.replaced_by


def brought_in_again(session: Session, changes: Iterable[Change]) -> list[Change]:
    """As if a change that is there already were another one."""
    given = list(changes)
    new = {one.id for one in right_unknown(session, given)}
    return [
        one if one.id in new else replace(one, number=one.number + 500_000 + len(given))
        for one in given
    ]


def nothing_known(*_asked: object) -> frozenset[ChangeId]:
    return frozenset()


right_rows = merging._write_rows


def only_new_rows(session: Session, model: Any, rows: Any, told: Mapping[UUID, Any]) -> None:
    right_rows(session, model, rows, {one: told[one] for one in told if one not in rows})


def settles_nothing(*_current: object) -> tuple[ChangeId, ...]:
    return ()


right_contact = taking._contact


def never_any_before(tx: Any, identity: str) -> Any:
    """As if no pack had ever come before."""
    row = right_contact(tx, identity)
    row.last_seq_seen = 0
    return row


right_manifest = manifests.parse_manifest
right_share = sending.share_given
right_back = shares.share_back
right_sorted_own = exchange_taking.sorted_own


def never_too_old(line: bytes) -> Any:
    return replace(right_manifest(line), expires=FAR)


def lent_for_ever(look: Reading, contact: str, professional: UUID, terms: Terms) -> Any:
    return right_share(look, contact, professional, replace(terms, ended=frozenset()))


def all_were_lent(self: PackLog, contact: str) -> frozenset[UUID]:
    return frozenset(one.person_id for one in self.granted(contact) if one.until is None)


def never_numbered_alike(*_asked: object) -> bool:
    return False


def no_forks(_self: object) -> Iterable[object]:
    return ()


def nobody_was_told(*_asked: object) -> dict[ChangeId, HoldReason]:
    return {}


def all_is_home(own: Iterable[Change], **asked: Any) -> Any:
    given = list(own)
    return right_sorted_own(given, **{**asked, "confirmed": {one.id for one in given}})


def as_it_was_taken(look: Reading, contact: str, professional: UUID) -> Any:
    """As if what counts were what they had been given, whatever has become of that since."""
    had = frozenset(one.person_id for one in look.packs.granted(contact))
    share = right_back(look, contact, professional)
    return replace(share, people=share.people | had)


right_own = taking.own_changes


def only_what_is_fresh(look: Reading, author: UUID) -> list[Change]:
    """As if a pack were what is new since the last one."""
    last = next((one.made_at for one in look.packs.all_made()), None)
    return [one for one in right_own(look, author) if last is None or one.made > last]


@dataclass(frozen=True)
class Wrong:
    """A wrong rule.

    Attributes:
        asked_as: Every name the right one is asked by, and what is put in its place.
        shows_in: The history made for it.
    """

    asked_as: tuple[tuple[object, str, object], ...]
    shows_in: History


def joins(part: str) -> tuple[tuple[object, str, object], ...]:
    wrong = joined_without(part)
    return tuple((where, "current_changes", wrong) for where in (changelog, merging, history))


MUTANTS = {
    "last writer wins": Wrong(((merging, "current_of", last_writer_wins),), histories.both_write),
    "removal wins": Wrong(
        ((projecting, "is_removed", removal_wins),), histories.one_removes_what_the_other_writes
    ),
    "nothing is ever removed": Wrong(
        ((projecting, "is_removed", never_removed),), histories.removed_and_home
    ),
    "disputes hidden": Wrong(((merging, "_note_disputes", nothing_listed),), histories.both_write),
    "no author check": Wrong(
        ((sorting, "reason_to_hold", any_author),), histories.another_name_is_put_under_it
    ),
    "no scope check": Wrong(
        ((sorting, "reason_to_hold", any_scope),), histories.somebody_elses_person_is_written_about
    ),
    "no field check": Wrong(
        ((sorting, "reason_to_hold", any_field),), histories.a_field_of_the_panels_is_written
    ),
    "no check of what is held back": Wrong(
        ((sorting._Sorting, "_may_see", any_part),), histories.what_is_held_back_is_written
    ),
    "held back and thrown away": Wrong(
        ((sorting._Sorting, "sorted", thrown_away),), histories.handed_over_meanwhile
    ),
    "what is held back leaks": Wrong(
        ((Carrier, "_parts", every_part),), histories.a_part_is_held_back_before_it_goes
    ),
    "other people leak": Wrong(((shares, "lead_reader", everybody),), histories.work_goes_out),
    "unsent work dropped": Wrong(
        ((taking, "_keep_aside", unsent_dropped),), histories.the_scope_ends_first
    ),
    "what ended stays": Wrong(
        ((transaction, "hold_exactly", nothing_goes),), histories.the_scope_ends_first
    ),
    "no person in the join": Wrong(
        joins("scope"), histories.a_stolen_id_is_named_of_another_person
    ),
    "no record in the join": Wrong(
        joins("record"), histories.a_stolen_id_is_named_in_another_record
    ),
    "no field in the join": Wrong(joins("field"), histories.a_stolen_id_is_named_in_another_field),
    "a save replaces nothing": Wrong(
        ((changelog._Heads, "replaced_by", replaces_nothing),), histories.everybody_writes_twice
    ),
    "a removal names nothing": Wrong(
        ((changelog._Heads, "replaced_by", removal_names_nothing),),
        histories.the_same_is_removed_at_home,
    ),
    "settling replaces nothing": Wrong(
        ((settling, "replaced_by_settling", settles_nothing),), histories.somebody_decides
    ),
    "no idempotence": Wrong(
        (
            (Away, "known", nothing_known),
            (PackLog, "accepted_from", nothing_known),
            (merging, "_unknown", brought_in_again),
        ),
        histories.everything_comes_twice,
    ),
    "a late pack moves the scope back": Wrong(
        ((taking, "_contact", never_any_before),), histories.an_old_pack_comes_after_a_new_one
    ),
    "rows do not follow the log": Wrong(
        ((merging, "_write_rows", only_new_rows),), histories.removed_and_home
    ),
    "a pack from any time to come is taken": Wrong(
        ((unpacking, "MOST_AHEAD", timedelta(days=999)),), histories.a_clock_runs_ahead
    ),
    "a pack is never too old": Wrong(
        ((unpacking, "parse_manifest", never_too_old),), histories.a_pack_is_very_late
    ),
    "who is lent stays lent": Wrong(
        ((sending, "share_given", lent_for_ever),), histories.somebody_is_lent_for_a_while
    ),
    "who was theirs before counts as lent": Wrong(
        ((PackLog, "lent_to", all_were_lent),), histories.moved_to_whom_they_stand_in_for
    ),
    "a copy that wrote nothing is not noticed": Wrong(
        ((PackLog, "is_numbered_as_another", never_numbered_alike),),
        histories.a_copy_hands_back_nothing_new,
    ),
    "a number may be given twice": Wrong(
        ((sorting._Sorting, "_forks", no_forks),), histories.both_copies_write
    ),
    "a hand-back is only what is new": Wrong(
        ((handing, "own_changes", only_what_is_fresh),), histories.a_hand_back_is_lost
    ),
    "everything counts as home": Wrong(
        ((taking, "sorted_own", all_is_home),), histories.written_before_the_pack_comes
    ),
    "nobody is told what is kept aside": Wrong(
        ((sending, "_held", nobody_was_told),), histories.what_is_held_back_is_written
    ),
    "nobody is told what is home": Wrong(
        ((sending, "_confirmed", nothing_known),), histories.home_before_the_scope_ends
    ),
    "what they were given once they may write for ever": Wrong(
        ((sorting, "share_back", as_it_was_taken),), histories.handed_over_meanwhile
    ),
}

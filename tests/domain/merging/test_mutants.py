"""Every rule, put wrong on purpose, breaks a promise that the random histories check.

A property test that cannot fail proves nothing: this one shows that ours can.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest

from coordinator.domain.merging import changes, disagreements, grants, heads, receiving, saving
from coordinator.domain.merging.changes import Change, ChangeId, Place
from coordinator.domain.merging.grants import Grant
from coordinator.domain.merging.heads import Fields, Heads
from coordinator.domain.merging.receiving import HoldReason, Received
from tests.domain.merging import model
from tests.domain.merging.machine import Panel
from tests.domain.merging.model import Desk, MemoryLog, Pack
from tests.domain.merging.running import run

SOME = UUID(int=4711)

right_heads = heads.heads
right_state = heads.state
right_removed = heads.is_removed
right_reason = receiving.reason_to_hold
right_receive = receiving.receive
right_forget = grants.to_forget
right_removal = saving.replaced_by_removal
right_add = MemoryLog.add
right_take = Desk.take


def last_writer_wins(known: Iterable[Change]) -> Heads:
    found = right_heads(known)
    return {place: (max(ones, key=lambda one: one.made),) for place, ones in found.items()}


def removal_wins(fields: Fields) -> bool:
    return any(heads.removes(mark) for mark in fields.get("*", ()))


def one_side_of_a_removal_wins(fields: Fields) -> bool:
    """As if a restoring nobody saw did not count."""
    return removal_wins(fields) and not heads.unseen(fields)


def never_removed(_fields: Fields) -> bool:
    return False


def nothing_to_ask(_known: Iterable[Change]) -> tuple[disagreements.Disagreement, ...]:
    return ()


def always_differs(_field: str, current: Iterable[Change]) -> bool:
    return len(tuple(current)) > 1


def removals_not_asked(_field: str, current: Iterable[Change]) -> bool:
    return len(heads.values(current)) > 1


def any_author(
    _sender: UUID, change: Change, may_write: Grant, home: receiving.HomeOf
) -> HoldReason | None:
    return right_reason(change.author, change, may_write, home)


def any_scope(
    sender: UUID, change: Change, may_write: Grant, home: receiving.HomeOf
) -> HoldReason | None:
    return right_reason(sender, change, replace(may_write, scopes=frozenset({change.scope})), home)


def any_field(_grant: Grant, _change: Change) -> bool:
    return True


def held_back_thrown_away(*asked: Any) -> Received:
    return replace(right_receive(*asked), held=())


def secrets_leak(grant: Grant, change: Change) -> bool:
    return change.scope in grant.scopes


def people_leak(grant: Grant, change: Change) -> bool:
    return grant.sees(change.kind, change.field)


def unsent_work_dropped(
    known: Iterable[Change], grant: Grant, _author: UUID, _confirmed: Collection[ChangeId]
) -> frozenset[ChangeId]:
    return frozenset(change.id for change in known if not grants.may_hold(grant, change))


def nothing_forgotten(*_asked: Any) -> frozenset[ChangeId]:
    return frozenset()


def own_work_kept_for_ever(
    known: Iterable[Change], grant: Grant, author: UUID, _confirmed: Collection[ChangeId]
) -> frozenset[ChangeId]:
    return right_forget(known, grant, author, ())


def joined_without(part: str) -> Callable[[Change], Place]:
    blank: dict[str, Any] = {part: SOME if part in {"scope", "record"} else ""}
    return lambda change: change.place._replace(**blank)


def replaces_nothing(*_shown: Any) -> tuple[ChangeId, ...]:
    return ()


def replaces_everything_unseen(current: Iterable[Change], _shown: Any) -> tuple[ChangeId, ...]:
    return changes.sorted_ids(current)


def removal_names_itself_only(fields: Fields) -> tuple[ChangeId, ...]:
    return right_removal({"*": fields.get("*", ())})


def added_again(self: MemoryLog, brought: Iterable[Change]) -> None:
    for change in brought:
        twice = change.id in self._changes
        number = len(self._changes) + 10_000
        right_add(self, [replace(change, number=number) if twice else change])


def late_pack_moves_back(self: Desk, pack: Pack) -> None:
    self.newest = 0
    right_take(self, pack)


@dataclass(frozen=True)
class Wrong:
    """A wrong rule and every name it is asked by."""

    rule: object
    asked_as: tuple[tuple[object, str], ...]


HEADS = ((heads, "heads"), (disagreements, "heads"))
REMOVED = ((heads, "is_removed"), (disagreements, "is_removed"))
JOIN = ((heads, "joined_on"),)
FORGET = ((grants, "to_forget"),)
REASON = ((receiving, "reason_to_hold"),)
HOLD = ((grants, "may_hold"),)

MUTANTS = {
    "last writer wins": Wrong(last_writer_wins, HEADS),
    "removal wins": Wrong(removal_wins, REMOVED),
    "removal wins over restoring": Wrong(one_side_of_a_removal_wins, REMOVED),
    "nothing is ever removed": Wrong(never_removed, REMOVED),
    "disagreements hidden": Wrong(nothing_to_ask, ((disagreements, "disagreements"),)),
    "the same value twice is asked": Wrong(always_differs, ((disagreements, "differ"),)),
    "undone removals not asked": Wrong(removals_not_asked, ((disagreements, "differ"),)),
    "no author check": Wrong(any_author, REASON),
    "no scope check": Wrong(any_scope, REASON),
    "no field check": Wrong(any_field, ((receiving, "field_is_theirs"),)),
    "held back and thrown away": Wrong(held_back_thrown_away, ((receiving, "receive"),)),
    "secret field leaks": Wrong(secrets_leak, HOLD),
    "other people leak": Wrong(people_leak, HOLD),
    "unsent work dropped": Wrong(unsent_work_dropped, FORGET),
    "what is no longer granted stays": Wrong(nothing_forgotten, FORGET),
    "own work stays for ever": Wrong(own_work_kept_for_ever, FORGET),
    "no scope in the join": Wrong(joined_without("scope"), JOIN),
    "no record in the join": Wrong(joined_without("record"), JOIN),
    "no kind in the join": Wrong(joined_without("kind"), JOIN),
    "no field in the join": Wrong(joined_without("field"), JOIN),
    "a save replaces nothing": Wrong(replaces_nothing, ((saving, "replaced_by_save"),)),
    "settling replaces nothing": Wrong(replaces_nothing, ((saving, "replaced_by_settling"),)),
    "a removal names nothing": Wrong(replaces_nothing, ((saving, "replaced_by_removal"),)),
    "a removal names no field": Wrong(
        removal_names_itself_only, ((saving, "replaced_by_removal"),)
    ),
    "a save settles unasked": Wrong(replaces_everything_unseen, ((saving, "replaced_by_save"),)),
    "no idempotence": Wrong(added_again, ((MemoryLog, "add"),)),
    "a late pack moves the grant back": Wrong(late_pack_moves_back, ((model.Desk, "take"),)),
}


@pytest.mark.parametrize("wrong", MUTANTS.values(), ids=MUTANTS.keys())
def test_a_wrong_rule_breaks_a_promise(wrong: Wrong, monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name in wrong.asked_as:
        monkeypatch.setattr(where, name, wrong.rule)

    with pytest.raises(AssertionError):
        run(Panel, examples=300)

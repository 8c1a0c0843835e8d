"""The journal chain shows what was done to it, and erasure does not break it."""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.records.chain import (
    START,
    ChainFault,
    ChainFaultKind,
    Checkpoint,
    Entry,
    Private,
    blanked,
    checkpoint_line,
    content_hash,
    faults,
    link_hash,
    sealed,
)

Trail = list[Entry]
Attack = Callable[[Trail], Trail]

KEY = b"made up for the tests"
PERSONS = [UUID(int=100 + number) for number in range(5)]


def private(number: int) -> Private:
    return Private(
        scope=PERSONS[number % 5],
        record=UUID(int=1000 + number),
        reason=f"asked by Tegen, {number}",
        text="opened the plan",
        salt=number.to_bytes(16, "big"),
    )


def unsealed(number: int, erases: tuple[int, ...] = ()) -> Entry:
    return Entry(
        number=number,
        at=datetime(2026, 11, 20, 9, tzinfo=UTC) + timedelta(minutes=number),
        actor=UUID(int=7),
        act="person.opened",
        act_id=UUID(int=10_000 + number),
        changes=(bytes([number % 256]) * 16,),
        erases=erases,
        private=private(number),
        content=b"",
        hash=b"",
    )


def trail(length: int = 50) -> Trail:
    entries: Trail = []
    for number in range(1, length + 1):
        entries.append(sealed(unsealed(number), entries[-1].hash if entries else START))
    return entries


def signature(line: bytes) -> bytes:
    return hmac.digest(KEY, line, "sha256")


def verify(line: bytes, signed: bytes) -> bool:
    return hmac.compare_digest(signature(line), signed)


def checkpoint(entries: Trail) -> Checkpoint:
    number, head = (entries[-1].number, entries[-1].hash) if entries else (0, START)
    return Checkpoint(number, head, signature(checkpoint_line(number, head)))


def checkpoints(entries: Trail, every: int = 10) -> list[Checkpoint]:
    return [checkpoint(entries[:number]) for number in range(0, len(entries) + 1, every)]


def found(entries: Trail, signed: Sequence[Checkpoint] = ()) -> list[ChainFault]:
    return list(faults(entries, signed, verify))


def kinds(entries: Trail, signed: Sequence[Checkpoint] = ()) -> set[ChainFaultKind]:
    return {fault.kind for fault in found(entries, signed)}


def resealed(entries: Trail) -> Trail:
    """Work the whole chain out again, as somebody with the key of the store could."""
    again: Trail = []
    for number, entry in enumerate(entries, start=1):
        before = again[-1].hash if again else START
        again.append(sealed(replace(entry, number=number), before))
    return again


def test_a_chain_nobody_touched_is_whole() -> None:
    entries = trail()
    assert found(entries, checkpoints(entries)) == []
    assert found([], [checkpoint([])]) == []


def test_the_hashes_are_frozen() -> None:
    first = sealed(unsealed(1), START)

    assert (
        first.content.hex() == "c103a2d7ca7d84ee4f3e7ebd23b3f4f8cbdcabc11f9ace00dae3d57cfce6f279"
    )
    assert first.hash.hex() == "4703f849fe573cd087e5636ae4250d7832a56c8f4d77de9eed9868d4a4fa705c"


def test_the_line_a_checkpoint_signs_is_frozen() -> None:
    assert checkpoint_line(3, b"\x0f" * 2) == b"coordinator journal checkpoint 1 3 0f0f"


def test_the_public_part_holds_no_word_about_a_person() -> None:
    entry = sealed(unsealed(1), START)
    other = replace(entry, private=replace(private(1), reason="other", text="other", scope=None))

    assert link_hash(START, entry) == link_hash(START, other)
    assert "Tegen" not in repr(entry)


def at(number: int, change: Callable[[Entry], Entry]) -> Attack:
    return lambda entries: [change(one) if one.number == number else one for one in entries]


def without(*numbers: int) -> Attack:
    return lambda entries: [one for one in entries if one.number not in numbers]


def swapped(entries: Trail) -> Trail:
    return [*entries[:6], entries[7], entries[6], *entries[8:]]


def told(**parts: object) -> Callable[[Entry], Entry]:
    return lambda one: replace(one, private=replace(private(one.number), **parts))  # type: ignore[arg-type]  # any part


EDITS: dict[str, Attack] = {
    "reason": at(7, told(reason="because")),
    "text": at(7, told(text="never opened")),
    "person": at(7, told(scope=None)),
    "record": at(7, told(record=UUID(int=1))),
    "salt": at(7, told(salt=b"\1" * 16)),
    "no salt": at(7, told(salt=b"")),
    "moved private part": at(7, lambda one: replace(one, private=private(8))),
    "time": at(7, lambda one: replace(one, at=one.at + timedelta(hours=1))),
    "actor": at(7, lambda one: replace(one, actor=UUID(int=8))),
    "act": at(7, lambda one: replace(one, act="person.closed")),
    "act id": at(7, lambda one: replace(one, act_id=UUID(int=8))),
    "changes": at(7, lambda one: replace(one, changes=())),
    "erases": at(7, lambda one: replace(one, erases=(3,))),
    "content": at(7, lambda one: replace(one, content=bytes(32))),
    "hash": at(7, lambda one: replace(one, hash=bytes(32))),
    "blanked": at(7, blanked),
    "deleted": without(7),
    "first deleted": without(1),
    "several deleted": without(7, 8, 9),
    "repeated": lambda entries: [*entries[:7], entries[6], *entries[7:]],
    "order": swapped,
    "last deleted": without(50),
    "tail deleted": without(*range(45, 51)),
    "all deleted": lambda entries: [],
}


@pytest.mark.parametrize("attack", EDITS.values(), ids=EDITS.keys())
def test_every_alteration_shows(attack: Attack) -> None:
    entries = trail()
    assert found(attack(entries), checkpoints(entries))


RECHAINED = ["reason", "person", "time", "actor", "changes", "deleted", "tail deleted", "order"]


@pytest.mark.parametrize("name", RECHAINED)
def test_a_chain_worked_out_again_is_not_the_one_that_was_signed(name: str) -> None:
    entries = trail()
    attacked = resealed(EDITS[name](entries))

    assert found(attacked) == []
    assert kinds(attacked, checkpoints(entries)) == {ChainFaultKind.NOT_AS_SIGNED}


def test_the_faults_say_where() -> None:
    entries = trail()

    assert found(without(7, 8)(entries)) == [ChainFault(ChainFaultKind.MISSING, 7, 8)]
    assert found(EDITS["text"](entries)) == [ChainFault(ChainFaultKind.CHANGED, 7, 7)]
    assert found(EDITS["actor"](entries)) == [ChainFault(ChainFaultKind.DOES_NOT_FOLLOW, 7, 7)]
    assert found(without(50)(entries), checkpoints(entries)) == [
        ChainFault(ChainFaultKind.NOT_AS_SIGNED, 50, 50)
    ]


def test_what_came_after_the_last_checkpoint_is_not_proved() -> None:
    """The honest limit, told to users: a tail nobody else has signed for can go unseen."""
    entries = trail(55)
    assert found(entries[:50], checkpoints(entries)) == []


def test_a_checkpoint_with_a_wrong_signature_proves_nothing_and_is_told() -> None:
    entries = trail()
    forged = replace(checkpoint(entries), hash=bytes(32))

    assert found(entries, [forged]) == [ChainFault(ChainFaultKind.CHECKPOINT_FORGED, 50, 50)]


def test_the_same_checkpoint_kept_in_many_places_is_told_once() -> None:
    entries = trail()
    assert len(found(entries[:-1], [checkpoint(entries)] * 3)) == 1


def erased(entries: Trail, person: UUID) -> Trail:
    numbers = tuple(one.number for one in entries if one.private and one.private.scope == person)
    rest = [blanked(one) if one.number in numbers else one for one in entries]
    last = replace(unsealed(len(entries) + 1, numbers), act="person.erased")
    return [*rest, sealed(last, entries[-1].hash)]


def test_erasing_a_person_leaves_the_chain_whole_and_nothing_of_theirs() -> None:
    entries = trail()
    after = erased(entries, PERSONS[2])

    assert found(after, checkpoints(entries)) == []
    assert found(after, [checkpoint(after)]) == []
    assert not [one for one in after[:-1] if one.private and one.private.scope == PERSONS[2]]


def test_hiding_an_entry_as_if_it_were_erased_shows() -> None:
    hidden = at(7, blanked)(erased(trail(), PERSONS[0]))
    kind = ChainFaultKind.BLANKED_WITHOUT_ERASURE

    assert found(hidden) == [ChainFault(kind, 7, 7)]


def test_an_erasure_accounts_only_for_what_came_before_it() -> None:
    entries: Trail = []
    for number in range(1, 4):
        entry = unsealed(number, erases=(2, 3) if number == 2 else ())
        entries.append(sealed(entry, entries[-1].hash if entries else START))
    hidden = [entries[0], blanked(entries[1]), blanked(entries[2])]

    assert {fault.first for fault in found(hidden)} == {2, 3}


def test_a_blanked_content_hash_cannot_be_guessed_without_its_salt() -> None:
    one, two = private(1), replace(private(1), salt=b"\2" * 16)
    assert content_hash(one) != content_hash(two)


@pytest.mark.parametrize("odd", [None, replace(private(1), salt=b"short")])
def test_an_entry_is_sealed_only_with_a_salted_private_part(odd: Private | None) -> None:
    with pytest.raises(ValueError, match="salted"):
        sealed(replace(unsealed(1), private=odd), START)


@given(st.integers(1, 20), st.integers(0, 30), st.data())
def test_any_prefix_is_a_chain_and_any_hole_shows(
    length: int, cut: int, data: st.DataObject
) -> None:
    entries = trail(length)
    assert found(entries[:cut]) == []

    gone = data.draw(st.sets(st.integers(1, length), min_size=1))
    assert found(without(*gone)(entries), [checkpoint(entries)])


def test_the_start_is_no_hash_of_anything() -> None:
    assert len(START) == hashlib.sha256().digest_size

"""What is taken from a professional elsewhere, what is held back, and what they may have."""

from uuid import UUID

import pytest

from coordinator.domain.merging.changes import Change, RecordKey
from coordinator.domain.merging.grants import Grant, carried, to_forget
from coordinator.domain.merging.receiving import HeldBack, HoldReason, receive
from tests.domain.merging.examples import change, uuid_no

SENDER = uuid_no(3)
SCOPE = uuid_no(1)
KNOWN = change().key


def grant(*scopes: UUID) -> Grant:
    return Grant(
        scopes=frozenset(scopes or (SCOPE,)),
        sees=lambda _kind, field: field not in {"secret", "restricted"},
        writes=lambda kind, _field: kind != "warning",
        creates=lambda kind: kind == "contact",
    )


def home_of(record: UUID) -> RecordKey | None:
    return KNOWN if record == KNOWN.record else None


def reason(one: Change) -> HoldReason | None:
    sorted_out = receive(SENDER, [one], grant(), home_of)
    assert len(sorted_out.accepted) + len(sorted_out.held) == 1
    return sorted_out.held[0].reason if sorted_out.held else None


def test_own_work_on_an_own_person_is_accepted() -> None:
    assert reason(change()) is None


NEW = uuid_no(50)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"author": uuid_no(9)}, HoldReason.NOT_THE_SENDERS),
        ({"scope": uuid_no(9)}, HoldReason.OUTSIDE_SCOPE),
        ({"field": "secret"}, HoldReason.FIELD_NOT_THEIRS),
        ({"kind": "warning"}, HoldReason.FIELD_NOT_THEIRS),
        ({"kind": "contact"}, HoldReason.RECORD_ELSEWHERE),
        ({"record": NEW}, HoldReason.NOT_THEIRS_TO_BEGIN),
        ({"record": NEW, "kind": "contact"}, None),
        ({"replaces": (b"\2" * 16, b"\1" * 16)}, HoldReason.REPLACES_MALFORMED),
        ({"replaces": (b"\1" * 16, b"\1" * 16)}, HoldReason.REPLACES_MALFORMED),
        ({"replaces": (b"\1" * 15,)}, HoldReason.REPLACES_MALFORMED),
        ({"replaces": (b"\1" * 16, b"\2" * 16)}, None),
        ({"field": "row", "value": {}, "replaces": (b"\1" * 16,)}, HoldReason.REPLACES_MALFORMED),
        ({"field": "row", "value": {}, "record": NEW, "kind": "contact"}, None),
    ],
)
def test_what_breaks_a_rule_is_held_back_with_its_reason(
    parts: dict[str, object], expected: HoldReason | None
) -> None:
    assert reason(change(**parts)) is expected


def test_a_known_record_of_another_person_is_not_written_under_an_own_one() -> None:
    moved = change(scope=uuid_no(8))
    sorted_out = receive(SENDER, [moved], grant(uuid_no(8)), home_of)

    assert sorted_out.held == (HeldBack(moved, HoldReason.RECORD_ELSEWHERE),)


def test_a_bad_change_does_not_hold_the_others_back() -> None:
    good, bad, last = change(), change(author=uuid_no(9)), change(number=2)
    sorted_out = receive(SENDER, [good, bad, last], grant(), home_of)

    assert sorted_out.accepted == (good, last)
    assert [held.change for held in sorted_out.held] == [bad]


def test_what_they_may_not_see_they_may_not_write() -> None:
    row = change(field="restricted", value={}, record=NEW, kind="contact")
    assert reason(row) is HoldReason.FIELD_NOT_THEIRS


def test_a_pack_carries_their_people_and_their_fields_and_all_of_those() -> None:
    mine, warning = change(), change(kind="warning")
    other, secret = change(scope=uuid_no(9)), change(field="secret")

    assert carried([mine, warning, other, secret], grant()) == (mine, warning)


def forgotten(one: Change, *confirmed: Change) -> bool:
    gone = to_forget([one], grant(), SENDER, {each.id for each in confirmed})
    return one.id in gone


def test_what_they_may_still_hold_stays() -> None:
    assert not forgotten(change())
    assert not forgotten(change(author=uuid_no(9)))


@pytest.mark.parametrize("parts", [{"scope": uuid_no(9)}, {"field": "secret"}])
def test_what_they_may_no_longer_hold_goes(parts: dict[str, object]) -> None:
    assert forgotten(change(author=uuid_no(8), **parts))


@pytest.mark.parametrize("parts", [{"scope": uuid_no(9)}, {"field": "secret"}])
def test_own_work_goes_only_when_the_panel_has_it(parts: dict[str, object]) -> None:
    own = change(**parts)

    assert not forgotten(own)
    assert forgotten(own, own)

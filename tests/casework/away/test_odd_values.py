"""Tests that a value no field can hold is kept aside, whoever wrote it, and stops nothing."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.away.sorting import sort_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.panel.settings import change_line, read_features, read_topic
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.plans.reading import read_plan
from coordinator.db.checking import check_store
from coordinator.db.fitting import fits
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.domain.errors import PackRefusedError
from coordinator.domain.exchange.faults import PackFault
from coordinator.domain.exchange.lead_grants import writes
from coordinator.domain.exchange.parcels import HandBack, TakeAway
from coordinator.domain.lists.panel import Feature, Topic
from coordinator.domain.merging.changes import Change, Value
from coordinator.domain.roles import Right
from coordinator.wording.away import taken_words
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import RHYS, an_away_store, hand_back_of, know_rhys, send, took
from tests.stores import WORKER, Clock

ODD: tuple[Value, ...] = ("bogus", 7, True, 2**70, ["a"], {"a": "b"}, None, "2026-13-45", "")


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield took(made, send(desk))[0]
    made.store.close()


def tried(desk: Desk, pack: HandBack) -> None:
    """Merge it, and leave the store as it was."""
    with desk.act(Right.SETTLE) as tx:
        found = sort_hand_back(tx, RHYS, WORKER, pack.changes, lambda _who: False)
        tx.bring_in(found.accepted)
        tx.session.flush()
        raise ZeroDivisionError


def test_whatever_stands_in_a_field_nothing_breaks(desk: Desk, away: Desk, kept: Planted) -> None:
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    pack = hand_back_of(away, 1)
    with desk.store.reading() as look:
        known = {one.kind: one.record for one in look.away.changes_of(kept.kezia)}
    fields = [
        (kind, field)
        for kind, model in models_by_kind().items()
        for field in logged_fields(model)
        if writes(kind, field)
    ]
    for number, odd in enumerate(ODD, 1):
        changes = []
        for place, (kind, field) in enumerate(fields, 1000):
            columns = logged_fields(models_by_kind()[kind])[field]
            value: Any = dict.fromkeys(columns, odd) if len(columns) > 1 and odd != ["a"] else odd
            record = known.get(kind, UUID(int=place)) if field != "row" else UUID(int=place)
            one = replace(pack.changes[0], kind=kind, field=field, record=record, value=value)
            changes.append(replace(one, number=place, replaces=()))
        forged = replace(
            pack,
            changes=tuple(changes),
            envelope=replace(pack.envelope, pack=f"{number:032x}", seq=number),
        )
        review_hand_back(desk, forged)
        with pytest.raises(ZeroDivisionError):
            tried(desk, forged)
    apply_hand_back(desk, replace(pack, envelope=replace(pack.envelope, pack="f" * 32)))
    assert check_store(desk.store).faults == ()


def test_what_the_store_holds_itself_fits(desk: Desk, kept: Planted) -> None:
    with desk.store.reading() as look:
        for scope in look.away.scopes():
            for one in look.away.changes_of(scope):
                assert fits(models_by_kind()[one.kind], one.field, one.value), one


def with_values(pack: TakeAway, values: Mapping[tuple[str, str], Value]) -> TakeAway:
    """Let a pack say something else in each first field of a kind."""
    left = dict(values)

    def said(one: Change) -> Change:
        value = left.pop((one.kind, one.field), one.value)
        return one if value == one.value else replace(one, value=value)

    people = {who: tuple(map(said, some)) for who, some in pack.people.items()}
    return replace(pack, panel=tuple(map(said, pack.panel)), people=people)


def anew(pack: TakeAway, number: int) -> TakeAway:
    """Let it be the next pack of the panel."""
    envelope = replace(pack.envelope, pack=f"{number:032x}", seq=number)
    return replace(pack, envelope=envelope)


def test_what_a_pack_taken_away_says_that_no_field_holds_stays_with_the_panel(
    tmp_path: Path, desk: Desk, clock: Clock, kept: Planted
) -> None:
    whole = send(desk)
    away, first = took(an_away_store(tmp_path / "away.db", 1, clock), whole)
    assert first.unfit == 0
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    odd = with_values(whole, {("goal", "own_words"): 7, ("action", "text"): 7})
    assert odd != whole
    away, taken = took(away, anew(odd, 2))
    assert taken.unfit >= 2
    assert taken_words(taken)[1].startswith(
        f"Left with the panel because this program cannot hold it: {taken.unfit}."
    )
    assert check_store(away.store).faults == ()
    plan = read_plan(away, kept.kezia)
    assert [one.text for one in plan.actions] == []
    assert "Met by the quay" in {one.note for one in find_contacts(away, kept.kezia).rows}
    with away.store.reading() as look:
        known = {one.id for one in look.away.changes_of(kept.kezia)}
        for one in look.away.changes_of(kept.kezia):
            assert fits(models_by_kind()[one.kind], one.field, one.value), one
    odd_ids = {one.id for one in odd.changes} - {one.id for one in whole.changes}
    assert odd_ids.isdisjoint(known)
    away, again = took(away, anew(whole, 3))  # nothing is lost: it comes with the next
    assert again.unfit == 0
    assert read_plan(away, kept.kezia).actions


@pytest.mark.parametrize("odd", ODD)
def test_whatever_a_pack_says_it_is_taken_without_or_refused_whole(
    tmp_path: Path, desk: Desk, clock: Clock, kept: Planted, odd: Value
) -> None:
    whole = send(desk)
    away = an_away_store(tmp_path / "away.db", 1, clock)
    fields = sorted({(one.kind, one.field) for one in whole.changes})
    for number, place in enumerate(fields[:: len(ODD)], 1):
        with suppress(PackRefusedError):
            away, _taken = took(away, anew(with_values(whole, {place: odd}), number))
        assert check_store(away.store).faults == ()
        read_plan(away, kept.kezia)


def test_a_pack_that_cannot_say_who_it_is_about_is_refused(
    tmp_path: Path, desk: Desk, clock: Clock, kept: Planted
) -> None:
    whole = send(desk)
    away = an_away_store(tmp_path / "away.db", 1, clock)
    with pytest.raises(PackRefusedError) as refused:
        took(away, with_values(whole, {("person", "reference"): 7}))
    assert refused.value.fault is PackFault.MALFORMED
    assert took(away, whole)[1].people == 1


def test_what_the_panel_decided_for_itself_goes_along(
    tmp_path: Path, desk: Desk, clock: Clock, kept: Planted
) -> None:
    """The facts of a line are named values, not a list: what is switched on is on away, too."""
    (line,) = [one for one in read_topic(desk, Topic.FEATURES) if one.key == Feature.ASSESSMENTS]
    change_line(desk, Topic.FEATURES, line.id, seen=line.revision, on=True)
    away, taken = took(an_away_store(tmp_path / "away.db", 1, clock), send(desk))
    assert taken.unfit == 0
    assert Feature.ASSESSMENTS in read_features(away)
    away.store.close()
